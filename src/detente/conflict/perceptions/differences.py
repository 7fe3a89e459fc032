"""In what a party's game differs from the conflict as the analyst sees it, and how that is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detente.conflict.model import ConflictModel
from detente.conflict.preferences import central_statements
from detente.conflict.telling import Teller
from detente.dossier import Dossier
from detente.dossier.reasons import Reason
from detente.dossier.standoff import (
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Perception,
    Preference,
)
from detente.words import say


@dataclass(frozen=True, slots=True)
class NotSeen:
    """An option that a party does not see.

    Parameters
    ----------
    party : int
        Whose game it is.
    option : int
        The option.
    reasons : tuple of Reason
        Why the dossier says so, none empty.
    """

    party: int
    option: int
    reasons: tuple[Reason, ...]
    kind: Literal["not_seen"] = "not_seen"


@dataclass(frozen=True, slots=True)
class Believed:
    """What a party believes that another wants.

    Parameters
    ----------
    party : int
        Whose game it is.
    of : int
        The other party.
    believed, true : Preference
        What it is believed to want, and what the dossier says that it wants.
    reasons : tuple of Reason
        Why the dossier says so: the reason of the entry, and those of the statements or weights
        in it, none empty.
    """

    party: int
    of: int
    believed: Preference
    true: Preference
    reasons: tuple[Reason, ...]
    kind: Literal["preferences"] = "preferences"


Difference = NotSeen | Believed
"""One way in which a party's game differs."""


def differences_of(dossier: Dossier, model: ConflictModel, party: int) -> tuple[Difference, ...]:
    """Return in what the game of `party`, which has a perception, differs from the conflict."""
    standoff = dossier.require_standoff()
    perception = standoff.perceptions[model.parties[party]]
    found: list[Difference] = [
        NotSeen(party, model.options.index(entry.option), _given(perception, entry.reason))
        for entry in perception.not_seen
    ]
    for other, believed in perception.preferences.items():
        entries = (clause.reason for clause in _clauses(believed))
        reasons = _given(perception, believed.reason, *entries)
        of, true = model.parties.index(other), standoff.preferences[other]
        found.append(Believed(party, of, believed, true, reasons))
    return tuple(found)


def _given(perception: Perception, *reasons: Reason) -> tuple[Reason, ...]:
    """Return the reasons that say something, once each; those of the whole perception first."""
    told = (r for r in (perception.reason, *reasons) if r.because or r.evidence or r.judgement)
    return tuple(dict.fromkeys(told))


def _clauses(preference: Preference) -> list[Clause]:
    match preference:
        case ByStatements():
            return central_statements(preference)
        case ByWeights(terms):
            return [term.clause for term in terms]
        case _:
            return []


def told_difference(difference: Difference, teller: Teller) -> list[str]:
    """Return a difference in words, as sentences with their full stops."""
    who = teller.party(difference.party)
    if isinstance(difference, NotSeen):
        owner = teller.party(int(teller.model.owner[difference.option]))
        what = teller.texts[difference.option]
        return [say("perceptions.unseen", who=who, owner=owner, what=what)]
    return list(_wishes(difference.believed, difference.true, who, difference.of, teller))


def _wishes(
    believed: Preference, true: Preference, who: str, of: int, teller: Teller
) -> Iterator[str]:
    other = teller.party(of)
    match believed:
        case ByStatements():
            wanted = central_statements(believed)
            known = central_statements(true) if isinstance(true, ByStatements) else []
            first = teller.wish(wanted[0].expression, of)
            yield say("perceptions.wants", who=who, other=other, first=first)
            yield from _compared(wanted, known, who, of, teller)
        case ByRanking(tiers):
            best, worst = (teller.pattern(tiers[end][0]) for end in (0, -1))
            yield say("perceptions.ranks", who=who, other=other, best=best, worst=worst)
        case ByWeights(terms):
            most = max(terms, key=lambda term: abs(term.low + term.high))
            what = teller.fact(most.clause.expression)
            code = "perceptions.weighs" if most.low + most.high >= 0 else "perceptions.weighs_down"
            yield say(code, who=who, other=other, what=what)
        case _:  # indifferent: pairs are refused before any game is built
            yield say("perceptions.indifferent", who=who, other=other)


def _compared(
    wanted: list[Clause], known: list[Clause], who: str, of: int, teller: Teller
) -> Iterator[str]:
    """Yield which statements only one of two lists holds; or that their order differs."""
    if not known:
        return
    other = teller.party(of)
    for code, mine, yours in (
        ("perceptions.only_seen", wanted[1:], known),
        ("perceptions.not_seen_to_want", known, wanted),
    ):
        theirs = [clause.expression for clause in yours]
        only = [c.expression for c in mine if c.expression not in theirs]
        if only:
            wishes = "; ".join(teller.wish(expression, of) for expression in only)
            yield say(code, who=who, other=other, wishes=wishes)
    before, after = ([clause.expression for clause in clauses] for clauses in (known, wanted))
    if before != after and set(before) == set(after):
        yield say("perceptions.reordered", who=who, other=other)
