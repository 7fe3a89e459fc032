"""A table taken apart into numbers and entries that a draw may change or leave out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from detente.dossier.standoff import Clause
from detente.ensemble.guesses import Guess
from detente.ensemble.plan import Guards


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the table: 0 where a guard is absent, else between `low` and `high`.

    Parameters
    ----------
    low, high : Fraction
        Equal unless a range was written.
    guess : int or None
        The guess that says where in the range it lies.
    guards : Guards
        Guesses about presence, all of which have to be so.
    """

    low: Fraction
    high: Fraction
    guess: int | None = None
    guards: Guards = ()

    @property
    def certain(self) -> bool:
        """Whether it is the same in every draw."""
        return self.guess is None and not self.guards


NOTHING = Quantity(Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Ladder:
    """What the outcomes of an issue are worth by an order.

    Parameters
    ----------
    tier : tuple of int
        The tier of each outcome, counted from the best.
    tiers : int
        How many there are; the first is worth 1, the last 0, a single one 1.
    guess : int or None
        The guess that says how far apart the inner tiers stand; `None` where there are none.
    """

    tier: tuple[int, ...]
    tiers: int
    guess: int | None


@dataclass(frozen=True, slots=True)
class Mind:
    """What packages are worth to a party, or to a group inside it.

    Parameters
    ----------
    weights : tuple of Quantity
        One an issue.
    values : tuple
        For each issue the value of each outcome, or a ladder.
    no_deal : Quantity
        What no deal is worth.
    """

    weights: tuple[Quantity, ...]
    values: tuple[tuple[Quantity, ...] | Ladder, ...]
    no_deal: Quantity


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group inside a party: what it wants, its part of the say, and whether it has a veto."""

    party: int
    mind: Mind
    share: float
    veto: bool


@dataclass(frozen=True, slots=True)
class Bonus:
    """What a party adds where an expression over outcomes is true."""

    party: int
    clause: Clause
    amount: Quantity


@dataclass(frozen=True, slots=True)
class Line:
    """A red line of a party."""

    party: int
    clause: Clause
    guards: Guards


@dataclass(frozen=True, slots=True)
class Member:
    """A party that must sign or comply, where its guards are present."""

    party: str
    guards: Guards


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that carrying out an outcome takes in the conflict.

    Parameters
    ----------
    issue, outcome : int
        By number.
    clause : Clause
        Over the options of the conflict.
    guards : Guards
        Those of the outcome's needs and of this one.
    """

    issue: int
    outcome: int
    clause: Clause
    guards: Guards


@dataclass(frozen=True, slots=True)
class TablePlan:
    """All that a draw decides about the table; guesses are named by number among its own.

    Parameters
    ----------
    guesses : tuple of Guess
        In the order of the section.
    parties : tuple of Mind
        In the order of the section.
    groups : tuple of GroupPlan
        Party by party.
    thresholds : tuple of float
        For each party the part of its groups' shares that must agree.
    outcomes : tuple of tuple of Guards
        For each issue those of each outcome: absent, no package has it.
    infeasible : tuple of (Clause, Guards)
        In the order of the entries.
    bonuses : tuple of Bonus
        What is linked, party by party.
    lines : tuple of Line
        Red lines, party by party.
    must_sign, must_comply : tuple of Member
        Where no signer is present, all parties of the section sign, as if none were written.
    wants : tuple of Wanted
        What outcomes take in the conflict.
    """

    guesses: tuple[Guess, ...]
    parties: tuple[Mind, ...]
    groups: tuple[GroupPlan, ...]
    thresholds: tuple[float, ...]
    outcomes: tuple[tuple[Guards, ...], ...]
    infeasible: tuple[tuple[Clause, Guards], ...]
    bonuses: tuple[Bonus, ...]
    lines: tuple[Line, ...]
    must_sign: tuple[Member, ...]
    must_comply: tuple[Member, ...]
    wants: tuple[Wanted, ...]
