"""Who would refuse a package, at the table or at home, and what would turn the refusal.

What the two levels are, and whose reading of Putnam (1988) this is, stands in
:mod:`detente.negotiation.home.winsets`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from detente.errors import call_error
from detente.negotiation.bargaining import within_one
from detente.negotiation.home.acceptance import Acceptance
from detente.negotiation.home.nearest import Nearest, nearest
from detente.negotiation.home.voting import (
    REACHED,
    Vote,
    cheapest_set,
    enough,
    groups_of,
    smallest_sets,
)
from detente.negotiation.model import CELL, Choices, TableModel
from detente.negotiation.packages import cells, feasible, holds, worth


@dataclass(frozen=True, eq=False, slots=True)
class Refusal:
    """Why a party that must sign would not accept a package, and what would turn it.

    Parameters
    ----------
    party : int
        The party's number.
    short : int
        The units of value that its leader lacks to what no deal is worth; 0 where none.
    red_lines : tuple of int
        Its red lines that the package crosses, by their number in the model.
    votes : tuple of Vote
        How each of its groups would vote; empty where it is of one mind.
    ratified : bool
        Whether the votes are enough; true of a party of one mind.
    yes : float
        The shares of the groups that say yes.
    smallest : tuple of tuple of int
        The smallest sets of groups, by number in the model, whose yes would be enough; not all
        may be listed, none where the votes are enough.
    cheapest : tuple of int
        The groups whose yes would be enough and that lack least value in sum.
    payment : int
        The units of value that these lack: what a side payment would have to be worth to them.
    nearest : Nearest or None
        The nearest package that this party would accept at both levels; those whose losses count
        are the other parties that must sign. `None` where not asked for.
    """

    party: int
    short: int
    red_lines: tuple[int, ...]
    votes: tuple[Vote, ...]
    ratified: bool
    yes: float
    smallest: tuple[tuple[int, ...], ...]
    cheapest: tuple[int, ...]
    payment: int
    nearest: Nearest | None

    @property
    def pivotal(self) -> tuple[int, ...]:
        """The groups, by number, each of whose yes alone would turn the party's no at home."""
        return tuple(one[0] for one in self.smallest if len(one) == 1)


@dataclass(frozen=True, eq=False, slots=True)
class Ratification:
    """Whether a package would pass at both levels.

    Parameters
    ----------
    row : Choices
        The package; shape (i,).
    feasible : bool
        Whether it can be at all.
    refusals : tuple of Refusal
        Those who must sign and would not, in the order of the parties.
    others_lines : tuple of int
        The red lines that it crosses of parties that need not sign, by number in the model.
    nearest : Nearest or None
        The nearest deal at both levels; the losses of all who must sign count. `None` where not
        asked for.
    """

    row: Choices
    feasible: bool
    refusals: tuple[Refusal, ...]
    others_lines: tuple[int, ...]
    nearest: Nearest | None

    @property
    def passes(self) -> bool:
        """Whether it is a deal at both levels."""
        return self.feasible and not self.refusals and not self.others_lines


def votes(model: TableModel, row: Choices, party: int) -> tuple[Vote, ...]:
    """Return how each group inside a party would vote on a package, in order."""
    linked = sum(
        one.amount
        for one in model.linked
        if one.party == party and holds(model, one.expression, row[None, :])[0]
    )
    told = []
    for number in groups_of(model, party):
        group = model.groups[number]
        own = sum(int(part[choice]) for part, choice in zip(group.worth, row, strict=True))
        lack = _lack(own + linked, group.no_deal)
        told.append(Vote(number, lack == 0, lack))
    return tuple(told)


def ratification(model: TableModel, row: Choices, search: bool = True) -> Ratification:
    """Return who would refuse a package, which group is pivotal, and the smallest changes.

    Parameters
    ----------
    row : Choices
        The package; shape (i,).
    search : bool
        Whether to look for the nearest packages that would pass.
    """
    crossed = [
        number
        for number, line in enumerate(model.red_lines)
        if holds(model, line.expression, row[None, :])[0]
    ]
    values = worth(model, row[None, :])[0]
    refusals = []
    for party in model.signers:
        lines = tuple(number for number in crossed if model.red_lines[number].party == party)
        short = _lack(int(values[party]), int(model.no_deal[party]))
        told = _refusal(model, row, party, short, lines, search)
        if short or lines or not told.ratified:
            refusals.append(told)
    others = tuple(n for n in crossed if model.red_lines[n].party not in model.signers)
    possible = bool(feasible(model, row[None, :])[0])
    passes = possible and not refusals and not others
    near = nearest(model, row, Acceptance.deals, model.signers) if search and not passes else None
    return Ratification(row, possible, tuple(refusals), others, near)


def ratification_chance(
    model: TableModel, row: Choices, chances: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Return the chance that a package is ratified inside each party that must sign.

    Groups vote independently of each other. A package whose leaders all accept it and that has a
    chance below 1 bears a risk of what Putnam calls involuntary defection. The formula is this
    project's reading of his verbal theory; the chances are the caller's.

    Parameters
    ----------
    row : Choices
        The package; shape (i,).
    chances : mapping
        By party and group, the chance from 0 to 1 that the group would say yes to this package.
        A group that is not named says what its values say.

    Returns
    -------
    dict
        By party, exact but for the last rounding; 1 where a party is of one mind. For all
        parties together, multiply.

    Raises
    ------
    CallError
        If a party that must sign or a group is unknown, or a chance is not from 0 to 1.
    """
    known = {model.parties[party]: party for party in model.signers}
    for name in chances:
        if name not in known:
            raise call_error(
                "unknown-party",
                f"`{name}` is no party that must sign",
                f"There is {', '.join(known)}",
            )
    return {
        name: _chance(model, row, party, chances.get(name, {})) for name, party in known.items()
    }


def _chance(model: TableModel, row: Choices, party: int, chances: Mapping[str, float]) -> float:
    groups = groups_of(model, party)
    names = {model.groups[number].id for number in groups}
    for name in chances:
        if name not in names:
            raise call_error(
                "unknown-group",
                f"{model.parties[party]} has no group `{name}`",
                f"There is {', '.join(sorted(names)) or 'none'}",
            )
    passing = Fraction(1)
    held = {Fraction(0): Fraction(1)}
    for vote in votes(model, row, party):
        group = model.groups[vote.group]
        chance = within_one(group.id, chances.get(group.id, vote.yes + 0))
        share = Fraction(str(group.share))
        if group.veto:
            passing *= chance
            held = {before + share: odds for before, odds in held.items()}
            continue
        after: dict[Fraction, Fraction] = {}
        for before, odds in held.items():
            after[before + share] = after.get(before + share, Fraction(0)) + odds * chance
            after[before] = after.get(before, Fraction(0)) + odds * (1 - chance)
        held = after
    if not groups:
        return 1.0
    least = Fraction(str(model.thresholds[party])) - Fraction(str(REACHED))
    return float(passing * sum(odds for share, odds in held.items() if share >= least))


def _refusal(
    model: TableModel,
    row: Choices,
    party: int,
    short: int,
    lines: tuple[int, ...],
    search: bool,
) -> Refusal:
    numbers = groups_of(model, party)
    groups = [model.groups[number] for number in numbers]
    cast = votes(model, row, party)
    yes = [place for place, vote in enumerate(cast) if vote.yes]
    threshold = model.thresholds[party] if groups else 0.0
    passed = not groups or enough(groups, yes, threshold)
    smallest = () if passed else smallest_sets(groups, yes, threshold)
    cheapest, payment = ((), 0) if passed else cheapest_set(groups, cast, threshold)
    near = None
    if search and (short or lines or not passed):
        others = [other for other in model.signers if other != party]
        near = nearest(model, row, lambda acceptance: acceptance.signs(party), others)
    return Refusal(
        party=party,
        short=short,
        red_lines=lines,
        votes=cast,
        ratified=passed,
        yes=sum((groups[place].share for place in yes), 0.0),
        smallest=tuple(_numbered(numbers, one) for one in smallest),
        cheapest=_numbered(numbers, cheapest),
        payment=payment,
        nearest=near,
    )


def _numbered(numbers: Sequence[int], places: Sequence[int]) -> tuple[int, ...]:
    return tuple(numbers[place] for place in places)


def _lack(value: int, no_deal: int) -> int:
    """Return how many units, in whole steps, a value lies below no deal; 0 where it does not."""
    return max(0, -int(cells(np.array(value - no_deal)))) * CELL
