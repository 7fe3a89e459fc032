"""Win-sets: which packages each party would accept, and which pass at both levels.

At the first level the parties bargain; at the second each party that has groups must win them
over. The win-set of a party is what it could ratify, and a deal lies where the win-sets meet
(R. D. Putnam 1988, International Organization 42: 427-460). Putnam tells this in words. That a
group votes yes where a package is worth at least as much to it as no deal, and that shares add up
to a threshold, is this project's reading.

- A party of one mind accepts the feasible packages that cross none of its own red lines and give
  it at least what no deal would.
- A party with groups ratifies the feasible packages to which groups with enough shares say yes and
  no group with a veto says no. What its leader wants does not count here.
- A deal at both levels lies in the zone of agreement, where the leaders of all who must sign are
  served and nobody's red line is crossed, and is ratified within every party that must sign.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.negotiation.home.acceptance import Acceptance
from detente.negotiation.home.halves import count_sums, stretches
from detente.negotiation.home.voting import groups_of
from detente.negotiation.model import Choices, TableModel
from detente.negotiation.ties import TIE

COUNTED = 10_000_000
"""Packages that are gone through one by one; beyond, only what sums tell is counted."""


@dataclass(frozen=True, slots=True)
class WinSet:
    """The packages that one party would accept.

    Parameters
    ----------
    party : int
        The party's number.
    groups : int
        How many groups it has; 0 where it is of one mind.
    size : int or None
        How many packages; `None` where they are too many to count.
    empty : bool or None
        Whether there is none; `None` where that is not known either.
    """

    party: int
    groups: int
    size: int | None
    empty: bool | None


@dataclass(frozen=True, eq=False, slots=True)
class WinSets:
    """The win-sets of all parties, and the deals at both levels.

    Parameters
    ----------
    model : TableModel
        The table.
    packages : int or None
        How many packages can be; `None` where too many to go through, as below.
    parties : tuple of WinSet
        One for each party, in the order of the model.
    zone : int or None
        How many packages lie in the zone of agreement, whatever groups say; `None` where too many
        to count.
    deals : int or None
        How many of them are ratified within every party that must sign.
    rows : Choices
        The first of these deals, in order, shape (at most the limit, i); empty if not counted.
    """

    model: TableModel
    packages: int | None
    parties: tuple[WinSet, ...]
    zone: int | None
    deals: int | None
    rows: Choices


def win_sets(model: TableModel, limit: int = 100) -> WinSets:
    """Return how many packages each party would accept, and the deals that pass at both levels.

    Tables of more than `COUNTED` packages are not gone through. Of them only the win-sets of
    parties of one mind whom no rule touches are counted, from sums over half the issues.

    Parameters
    ----------
    model : TableModel
        The table.
    limit : int
        How many deals to list.
    """
    rows = np.zeros((0, len(model.issues)), np.int16)
    everybody = range(len(model.parties))
    if model.combinations > COUNTED:
        told = tuple(_from_sums(model, one) for one in everybody)
        return WinSets(model, None, told, None, None, rows)
    sizes = [0 for _ in everybody]
    packages = zone = deals = 0
    for stretch in stretches(model.shape):
        acceptance = Acceptance(model, stretch)
        for party in everybody:
            sizes[party] += int(np.count_nonzero(acceptance.win_set(party)))
        packages += int(np.count_nonzero(acceptance.feasible))
        zone += int(np.count_nonzero(acceptance.zone()))
        passed = acceptance.deals()
        deals += int(np.count_nonzero(passed))
        if len(rows) < limit:
            rows = np.concatenate([rows, stretch.where(passed, limit - len(rows))])
    counted = zip(everybody, sizes, strict=True)
    told = tuple(WinSet(one, len(groups_of(model, one)), size, not size) for one, size in counted)
    return WinSets(model, packages, told, zone, deals, rows)


def _from_sums(model: TableModel, party: int) -> WinSet:
    """Return what can be said of a party's win-set in a table that is not gone through."""
    groups = len(groups_of(model, party))
    touching = {line.party for line in model.red_lines} | {one.party for one in model.linked}
    if groups or model.infeasible or party in touching:
        return WinSet(party, groups, None, None)
    added = [worth[:, party] for worth in model.worth]
    size = count_sums(added, int(model.no_deal[party]) - TIE)
    return WinSet(party, 0, size, size == 0)
