"""Who inside a party would vote for a package, whether that is enough, and whose yes would be.

The theory of two levels (R. D. Putnam 1988, Diplomacy and domestic politics: the logic of
two-level games, International Organization 42: 427-460) is told in words. That groups hold shares
and vetoes, and vote by comparing a package with no deal, is this project's reading of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from detente.negotiation.model import GroupModel, TableModel
from detente.negotiation.rules import Truth

REACHED = 1e-9
"""How far shares may miss the threshold and still reach it: noise of written decimals."""

LISTED = 20
"""Smallest sets of groups that are listed, or as many as there are groups if that is more."""

TRIED = 20_000
"""Sets of groups looked at for the smallest."""


@dataclass(frozen=True, slots=True)
class Vote:
    """How a group inside a party would vote on a package.

    Parameters
    ----------
    group : int
        Its number in the model's `groups`.
    yes : bool
        Whether the package is worth at least as much to it as no deal.
    short : int
        The units of value that it lacks to that; 0 where it says yes.
    """

    group: int
    yes: bool
    short: int


def groups_of(model: TableModel, party: int) -> tuple[int, ...]:
    """Return the numbers of the groups inside a party, rising."""
    return tuple(number for number, group in enumerate(model.groups) if group.party == party)


def enough(groups: Sequence[GroupModel], yes: Iterable[int], threshold: float) -> bool:
    """Tell whether the yes of some of a party's groups ratifies a package.

    It does where their shares reach the threshold and every group with a veto is among them.

    Parameters
    ----------
    groups : sequence of GroupModel
        All groups of the party.
    yes : iterable of int
        The places in `groups` of those that say yes.
    """
    said = set(yes)
    held = sum(group.share for place, group in enumerate(groups) if place in said)
    vetoes = (place for place, group in enumerate(groups) if group.veto)
    return held >= threshold - REACHED and said.issuperset(vetoes)


def ratified(groups: Sequence[GroupModel], says: Sequence[Truth], threshold: float) -> Truth:
    """Return which packages a party ratifies, given where each of its groups says yes; (p,)."""
    held = np.zeros(len(says[0]))
    passed: Truth = np.ones(len(says[0]), np.bool_)
    for group, yes in zip(groups, says, strict=True):
        held += np.where(yes, group.share, 0.0)
        if group.veto:
            passed &= yes
    return passed & (held >= threshold - REACHED)


def smallest_sets(
    groups: Sequence[GroupModel], yes: Sequence[int], threshold: float
) -> tuple[tuple[int, ...], ...]:
    """Return the smallest sets of the groups that say no whose yes would ratify a package.

    A set of one is a pivotal group. Not all may be listed, see `LISTED`, but of those of one all
    are. They stand in rising order. There is none where the package is ratified as it is.
    """
    if enough(groups, yes, threshold):
        return ()
    no = [place for place in range(len(groups)) if place not in yes]
    vetoes = tuple(place for place in no if groups[place].veto)
    rest = [place for place in no if not groups[place].veto]
    largest = sorted(rest, key=lambda place: -groups[place].share)
    for many in range(len(rest) + 1):
        if enough(groups, [*yes, *vetoes, *largest[:many]], threshold):
            # The first that is tried has the largest shares, so that at least one set is found.
            tried = islice(combinations(largest, many), TRIED)
            sets = (more for more in tried if enough(groups, [*yes, *vetoes, *more], threshold))
            return tuple(
                sorted(
                    tuple(sorted(vetoes + more)) for more in islice(sets, max(LISTED, len(groups)))
                )
            )
    return ()


def cheapest_set(
    groups: Sequence[GroupModel], votes: Sequence[Vote], threshold: float
) -> tuple[tuple[int, ...], int]:
    """Return the groups whose yes would ratify and would take least added value, and how much.

    It is what a side payment inside the party would have to make up for. Adding up values of
    several groups takes their scales for comparable, which is the analyst's to judge.

    Parameters
    ----------
    groups, votes : sequence
        All groups of the party, and the vote of each.

    Returns
    -------
    tuple
        The places of the groups, rising, and the units of value; of equal sums the one with
        fewest groups, then the first.
    """
    yes = [place for place, vote in enumerate(votes) if vote.yes]
    no = [place for place, vote in enumerate(votes) if not vote.yes]
    must = [place for place in no if groups[place].veto]
    rest = sorted((p for p in no if not groups[p].veto), key=lambda p: (votes[p].short, p))
    best: list[tuple[int, int, tuple[int, ...]]] = []

    def search(chosen: list[int], start: int, cost: int) -> None:
        if best and cost > best[0][0]:
            return
        if enough(groups, [*yes, *must, *chosen], threshold):
            found = (cost, len(chosen), tuple(sorted(must + chosen)))
            best[:] = [min([*best, found])]
            return
        if not enough(groups, [*yes, *must, *chosen, *rest[start:]], threshold):
            return
        for place in range(start, len(rest)):
            search([*chosen, rest[place]], place + 1, cost + votes[rest[place]].short)

    search([], 0, sum(votes[place].short for place in must))
    return (best[0][2], best[0][0]) if best else ((), 0)
