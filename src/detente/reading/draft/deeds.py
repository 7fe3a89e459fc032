"""What parties could do, as the record tells it, and what they would have done or not done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from detente.dossier.reasons import Evidence
from detente.reading.across.wording import alike
from detente.reading.draft.naming import LONGEST, key_words, short_id

SAME = 0.5
"""The share of words from which on two deeds of one party are one."""

Basis = Literal["condition", "refusal", "demand", "promise", "deed"]
BASES: tuple[Basis, ...] = ("condition", "refusal", "demand", "promise", "deed")
"""What a wish rests on, the most telling first."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something stands in a draft: a sentence in words, and the quotes it rests on."""

    because: str
    evidence: tuple[Evidence, ...]


@dataclass(slots=True)
class Deed:
    """Something a party could do, gathered from one or more entries."""

    party: str
    name: str
    text: str
    ongoing: bool
    words: frozenset[str]
    grounds: list[Ground] = field(default_factory=list)
    hints: frozenset[str] = frozenset()
    """Further words for it, by which one knows what a demand to stop is about."""

    @property
    def id(self) -> str:
        """Its full id."""
        return f"{self.party}.{self.name}"


@dataclass(slots=True)
class Want:
    """That a party wants a deed done, or not done; with `given`, only where that is done or not."""

    party: str
    deed: Deed
    done: bool
    basis: Basis
    given: Deed | None = None
    given_done: bool = False
    grounds: list[Ground] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The statement of a preference."""
        told = _literal(self.deed, self.done)
        if self.given is None:
            return told
        return f"{told} if {_literal(self.given, self.given_done)}"

    @property
    def about(self) -> tuple[str, str, bool]:
        """What it is about: two wants about the same that differ are each other's opposite."""
        return self.deed.id, "" if self.given is None else self.given.id, self.given_done


def _literal(deed: Deed, done: bool) -> str:
    return deed.id if done else f"not {deed.id}"


class Deeds:
    """Deeds and wants while they are gathered; what is told twice is kept once.

    Parameters
    ----------
    dull : mapping
        The words of each party's names, by its id; they tell nothing in the ids of its options.
    """

    def __init__(self, dull: Mapping[str, frozenset[str]]) -> None:
        self.dull = dull
        self.deeds: list[Deed] = []
        self.wants: list[Want] = []

    def deed(
        self,
        party: str,
        text: str,
        ground: Ground,
        ongoing: bool = False,
        hints: frozenset[str] = frozenset(),
        name: str = "",
    ) -> Deed:
        """Return the deed of `party` that `text` tells, made if it is new.

        `name` is what to call it, if that is free and short.
        """
        words = key_words(text)
        for one in self.deeds:
            if one.party == party and (
                one.text == text or (words and alike(one.words, words) >= SAME)
            ):
                one.ongoing = one.ongoing or ongoing
                one.hints |= hints
                _add(one.grounds, ground)
                return one
        taken = {one.name for one in self.deeds if one.party == party}
        if not name or name in taken or len(name) > LONGEST:
            name = short_id(text, taken, dull=self.dull.get(party, ()))
        made = Deed(party, name, text, ongoing, words, [ground], hints)
        self.deeds.append(made)
        return made

    def ongoing(self, party: str, text: str) -> Deed | None:
        """Return the ongoing deed of `party` with which `text` shares most of its words."""
        words = key_words(text)
        known = [one for one in self.deeds if one.party == party and one.ongoing]
        shared = [(len(words & (one.words | one.hints)), -k) for k, one in enumerate(known)]
        best = max(shared, default=(0, 0))
        return known[-best[1]] if best[0] else None

    def like(self, text: str, but: str) -> Deed | None:
        """Return the one deed of others than `but` that `text` is about; `None` of none or more."""
        words = key_words(text)
        found = [
            one
            for one in self.deeds
            if one.party != but and not one.ongoing and words and alike(one.words, words) >= SAME
        ]
        return found[0] if len(found) == 1 else None

    def want(self, new: Want) -> None:
        """Add what a party wants."""
        for one in self.wants:
            if (one.party, one.about, one.done) == (new.party, new.about, new.done):
                one.basis = min(one.basis, new.basis, key=BASES.index)
                for ground in new.grounds:
                    _add(one.grounds, ground)
                return
        self.wants.append(new)


def _add(grounds: list[Ground], ground: Ground) -> None:
    if ground not in grounds:
        grounds.append(ground)
