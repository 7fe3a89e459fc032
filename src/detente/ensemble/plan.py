"""A standoff taken apart into entries that a draw may leave out, order, read or weigh anew."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from detente.dossier.standoff import Clause, Preference
from detente.ensemble.guesses import Guess

Guards = tuple[int, ...]
"""Guesses about presence, by number; an entry is there in a draw where all of them are."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A clause, by number, that stands where its guards are present."""

    clause: int
    guards: Guards


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in a party's statements or weights.

    Parameters
    ----------
    slots : tuple of Slot
        One, or those of a group.
    guess : int or None
        The guess that says in which order the slots stand, which of them is meant, or what they
        weigh; `None` where that is known.
    reading : bool
        Whether one of the slots is meant, and not all of them.
    low, high : Fraction
        What it weighs; equal unless a range was written. Of statements, 0.
    """

    slots: tuple[Slot, ...]
    guess: int | None = None
    reading: bool = False
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class PartyPlan:
    """What a draw says of a party's preferences.

    Parameters
    ----------
    preference : Preference
        As written.
    clauses : tuple of Clause
        Every statement, reading or weight's expression.
    entries : tuple of Entry
        Most important first; none for a ranking or an indifferent party.
    guards : Guards
        Those of a ranking as a whole.
    """

    preference: Preference
    clauses: tuple[Clause, ...] = ()
    entries: tuple[Entry, ...] = ()
    guards: Guards = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a draw decides.

    Parameters
    ----------
    guesses : tuple of Guess
        In the order of the dossier's sections; everything else names them by number.
    parties : tuple of PartyPlan
        In the order of the players.
    options, one_way, taken : tuple of (str, Guards)
        Options that may be absent; entries of ``one_way``; options taken today.
    infeasible, same : tuple of Guards
        In the order of the entries.
    status_quo : Guards
        Those of today's state as a whole.
    """

    guesses: tuple[Guess, ...]
    parties: tuple[PartyPlan, ...]
    options: tuple[tuple[str, Guards], ...]
    one_way: tuple[tuple[str, Guards], ...]
    infeasible: tuple[Guards, ...]
    same: tuple[Guards, ...]
    status_quo: Guards
    taken: tuple[tuple[str, Guards], ...]

    @property
    def structural(self) -> tuple[int, ...]:
        """The guesses that change which states there are or who can move where."""
        guards = [
            *(g for _, g in self.options),
            *(g for _, g in self.one_way),
            *self.infeasible,
            *self.same,
        ]
        return tuple(sorted({number for one in guards for number in one}))
