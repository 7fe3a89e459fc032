"""Every guess of a dossier: what its author was not sure of, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import factorial
from typing import Literal

from detente.dossier.reasons import NO_REASON, Evidence, Path, Place, Reason

Kind = Literal["presence", "order", "reading", "range", "tiers"]
About = Literal[
    "statement", "group", "weight", "preference", "infeasible", "one_way", "same", "option",
    "status_quo", "taken", "list", "outcome", "value", "no_deal", "linked", "red_line",
    "must_sign", "must_comply", "needs",
]  # fmt: skip

GRID = 1 << 16
"""Steps between the ends of a range; a draw takes one of ``GRID + 1`` equally likely values."""

MOST_ORDERED = 20
"""Entries of `any_order` whose orders still have numbers of 64 bits."""

MOST_TIERS = 17
"""Tiers of an order of outcomes whose values still fit into one number, in 16 steps or more."""

TIER_BITS, ALL_BITS = 16, 62
"""Bits for the value of an inner tier, and for those of all inner tiers together."""

EQUAL_STEPS = -1
"""The value of an order of outcomes whose tiers stand at equal steps, as in the central reading;
no draw has it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One thing that the author of a dossier was not sure of.

    Parameters
    ----------
    id : str
        Where it stands, in short: ``us.statements.2``; an order, a reading or a range ends in
        that word. Entries count from 1.
    kind : {"presence", "order", "reading", "range", "tiers"}
        Whether an entry belongs in the dossier; in which order statements stand; which of
        several readings is meant; how large a number is; how far apart the tiers of an order of
        outcomes stand.
    about : str
        The kind of entry: ``statement``, ``group``, ``weight``, ``preference``, ``infeasible``,
        ``one_way``, ``same``, ``option``, ``status_quo``, ``taken`` (an option of it) or ``list``
        (a whole list of entries); at the table ``outcome``, ``weight``, ``value``, ``no_deal``,
        ``linked``, ``red_line``, ``infeasible``, ``must_sign``, ``must_comply``, ``needs`` or
        ``list``.
    path : Path
        Its place in the tree of the dossier.
    line : int
        Its line in ``dossier.yaml``.
    party : str or None
        The party whose preference, option or value it is.
    text : str
        The entry as written.
    words : str
        What it says, in words, without a full stop.
    sure : float or None
        The chance that the entry is present; `None` for the other kinds.
    evidence : tuple of Evidence
        What it rests on.
    because : str or None
        Why the author wrote it.
    judgement : bool
        Whether it is marked as the author's own judgement.
    parts : tuple of str
        What an order orders, the readings, or the tiers of an order of outcomes, as written.
    told : tuple of str
        The same in words.
    low, high : Fraction
        The ends of a range.
    """

    id: str
    kind: Kind
    about: About
    path: Path
    line: int
    party: str | None
    text: str
    words: str
    sure: float | None = None
    evidence: tuple[Evidence, ...] = ()
    because: str | None = None
    judgement: bool = False
    parts: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)

    @property
    def levels(self) -> int:
        """In how many kinds of value its draws are counted for what drives an answer.

        Present or absent; which entry comes first; which reading; the lower or the upper half,
        of a range or of what inner tiers are worth on average.
        """
        return len(self.parts) if self.kind in ("order", "reading") else 2

    @property
    def central(self) -> int:
        """Its value in the central reading."""
        return {
            "presence": 1, "order": 0, "reading": 0, "range": GRID // 2, "tiers": EQUAL_STEPS,
        }[self.kind]  # fmt: skip

    @property
    def inner(self) -> int:
        """How many tiers of an order of outcomes have a value that is drawn."""
        return len(self.parts) - 2

    @property
    def bits(self) -> int:
        """Bits for the value of each of the `inner` tiers."""
        return min(TIER_BITS, ALL_BITS // self.inner)

    @property
    def values(self) -> int:
        """How many values draws can give it, counted from 0."""
        match self.kind:
            case "presence":
                return 2
            case "order":
                return factorial(len(self.parts))
            case "reading":
                return len(self.parts)
            case "range":
                return GRID + 1
            case "tiers":
                return 1 << self.bits * self.inner

    def amount(self, value: int) -> Fraction:
        """Return the number that the `value` of a range stands for."""
        return self.low + (self.high - self.low) * value / GRID


@dataclass(slots=True)
class GuessBook:
    """Guesses while they are collected; an entry is present where all its guards are."""

    reasons: dict[Path, Reason]
    lines: dict[Path, Place]
    found: list[Guess] = field(default_factory=list)
    _at: dict[Path, int] = field(default_factory=dict)

    def add(self, guess: Guess) -> int:
        """Add `guess`; return its number."""
        self.found.append(guess)
        return len(self.found) - 1

    def reason(self, path: Path) -> Reason:
        """Return the reason of the entry at `path`."""
        return self.reasons.get(path, NO_REASON)

    def line(self, path: Path) -> int:
        """Return the line of the innermost place on `path` that is known; 0 where none is."""
        known = (self.lines.get(path[:depth]) for depth in range(len(path), 0, -1))
        return next((place.line for place in known if place is not None), 0)

    def unsure(self, path: Path) -> list[Path]:
        """Return the paths from the section down to `path` that are less than sure."""
        above = [path[:depth] for depth in range(2, len(path) + 1)]
        return [one for one in above if self.reason(one).sure < 1]

    def guards(self, path: Path, noted: Callable[[Path], Guess]) -> tuple[int, ...]:
        """Return the guesses that the entry at `path`, and all that it stands in, is present.

        Parameters
        ----------
        path : Path
            Where the entry stands.
        noted : callable
            Makes the guess about one of these, where there is none yet.
        """
        found = []
        for one in self.unsure(path):
            if one not in self._at:
                self._at[one] = self.add(noted(one))
            found.append(self._at[one])
        return tuple(found)

    def presence(
        self, path: Path, id_: str, about: About, text: str, words: str, party: str | None
    ) -> Guess:
        """Return the guess that the entry at `path` is present; it is not added."""
        reason = self.reason(path)
        return Guess(
            id=id_, kind="presence", about=about, path=path, line=self.line(path), party=party,
            text=text, words=words, sure=reason.sure, evidence=reason.evidence,
            because=reason.because, judgement=reason.judgement,
        )  # fmt: skip
