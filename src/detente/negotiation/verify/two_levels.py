"""The two levels, literally: win-sets, votes, refusals, the smallest changes.

The definitions of Putnam (1988) as this project reads them, word by word over outcomes and exact
fractions, slow on purpose. Nothing here is shared with the methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations, product

from detente.dossier.expressions import (
    And,
    Count,
    Expression,
    If,
    Iff,
    Not,
    Or,
    Pattern,
    Taken,
)
from detente.dossier.table import Amount, ByNumbers, Group, Side, Table, Values

Package = tuple[str, ...]
"""The full id of the outcome of each issue."""

ROUNDED = 10**15
"""What an outcome adds is rounded to so many parts of 1, once."""

STEP = 1000
"""Differences of values count in whole steps of so many of these parts."""

NEARLY = Fraction(1, 10**9)
"""How far shares may miss the threshold and still reach it."""


def everything(table: Table) -> Iterator[Package]:
    """Yield every package, those that cannot be among them, in order."""
    return product(*([outcome.id for outcome in issue.outcomes] for issue in table.issues))


def possible(table: Table, package: Package) -> bool:
    """Tell whether no entry of `infeasible` is true of a package."""
    return not any(true(clause.expression, package) for clause in table.infeasible)


def true(expression: Expression, package: Package) -> bool:
    """Tell whether an expression over outcomes is true of a package."""
    match expression:
        case Taken(outcome):
            return outcome in package
        case Not(part):
            return not true(part, package)
        case And(parts):
            return all(true(part, package) for part in parts)
        case Or(parts):
            return any(true(part, package) for part in parts)
        case If(then, condition):
            return true(then, package) or not true(condition, package)
        case Iff(left, right):
            return true(left, package) == true(right, package)
        case Count(low, high, parts):
            number = sum(true(part, package) for part in parts)
            return low <= number and (high is None or number <= high)
        case Pattern():
            raise ValueError("a pattern says nothing about a package")


def worth_of(table: Table, side: Side, package: Package, group: Group | None = None) -> int:
    """Return what a package is worth to a party, or to a group inside it, in parts."""
    whole = sum((_middle(weight) for weight in side.weights.values()), Fraction(0)) or Fraction(1)
    total = 0
    for issue, outcome in zip(table.issues, package, strict=True):
        own = {} if group is None else group.values
        value = _value(own.get(issue.id, side.values.get(issue.id)), outcome)
        total += _rounded(_middle(side.weights.get(issue.id)), value, whole)
    for linked in side.linked:
        if true(linked.clause.expression, package):
            total += round(_middle(linked.amount) * ROUNDED)
    return total


def no_deal_of(side: Side, group: Group | None = None) -> int:
    """Return what no deal is worth to a party, or to a group inside it, in parts."""
    own = side.no_deal if group is None or group.no_deal is None else group.no_deal
    return round(_middle(own) * ROUNDED)


def lacks(table: Table, side: Side, package: Package, group: Group | None = None) -> int:
    """Return how many steps a package lacks to no deal; 0 where none."""
    return _steps_down(worth_of(table, side, package, group) - no_deal_of(side, group))


def served(table: Table, side: Side, package: Package) -> bool:
    """Tell whether a party's leader gets at least no deal and none of its red lines is crossed."""
    crossed = any(true(line.expression, package) for line in side.red_lines)
    return not crossed and lacks(table, side, package) == 0


def carried(side: Side, yes: frozenset[str]) -> bool:
    """Tell whether the yes of some of a party's groups, by id, is enough."""
    if not side.groups:
        return True
    held = sum(Fraction(str(group.share)) for group in side.groups if group.id in yes)
    vetoed = any(group.veto and group.id not in yes for group in side.groups)
    return not vetoed and held >= Fraction(str(side.threshold)) - NEARLY


def saying_yes(table: Table, side: Side, package: Package) -> frozenset[str]:
    """Return the ids of the groups of a party that say yes to a package."""
    return frozenset(group.id for group in side.groups if lacks(table, side, package, group) == 0)


def ratifies(table: Table, side: Side, package: Package) -> bool:
    """Tell whether a party's groups ratify a package; true of a party of one mind."""
    return carried(side, saying_yes(table, side, package))


def in_win_set(table: Table, side: Side, package: Package) -> bool:
    """Tell whether a package lies in the win-set of a party."""
    if not possible(table, package):
        return False
    return ratifies(table, side, package) if side.groups else served(table, side, package)


def signing(table: Table) -> list[Side]:
    """Return the parties that must sign, all where none is named, in the order of the section."""
    named = {member.party for member in table.must_sign} or set(table.sides)
    return [side for party, side in table.sides.items() if party in named]


def in_zone(table: Table, package: Package) -> bool:
    """Tell whether a package lies in the zone of agreement, whatever groups say."""
    lines = chain.from_iterable(side.red_lines for side in table.sides.values())
    if not possible(table, package) or any(true(line.expression, package) for line in lines):
        return False
    return all(served(table, side, package) for side in signing(table))


def is_deal(table: Table, package: Package) -> bool:
    """Tell whether a package passes at both levels."""
    return in_zone(table, package) and all(
        ratifies(table, side, package) for side in signing(table)
    )


def signs(table: Table, side: Side, package: Package) -> bool:
    """Tell whether a party would accept a package at both levels."""
    return (
        possible(table, package) and served(table, side, package) and ratifies(table, side, package)
    )


def turning_sets(table: Table, side: Side, package: Package) -> list[frozenset[str]]:
    """Return every set of groups that say no whose yes would ratify a package, smallest first."""
    yes = saying_yes(table, side, package)
    no = [group.id for group in side.groups if group.id not in yes]
    sets = (frozenset(some) for n in range(len(no) + 1) for some in combinations(no, n))
    return [some for some in sets if carried(side, yes | some)]


def payment(table: Table, side: Side, package: Package, groups: frozenset[str]) -> int:
    """Return how many steps some groups lack in sum to no deal."""
    return sum(lacks(table, side, package, group) for group in side.groups if group.id in groups)


def chance(table: Table, side: Side, package: Package, chances: Mapping[str, Fraction]) -> Fraction:
    """Return the chance that a party's groups, voting independently, ratify a package."""
    yes = saying_yes(table, side, package)
    total = Fraction(0)
    names = [group.id for group in side.groups]
    for said in product((True, False), repeat=len(names)):
        odds = Fraction(1)
        for name, word in zip(names, said, strict=True):
            own = chances.get(name, Fraction(name in yes))
            odds *= own if word else 1 - own
        if carried(side, frozenset(n for n, word in zip(names, said, strict=True) if word)):
            total += odds
    return total


def nearest_of(
    table: Table, package: Package, will_do: Callable[[Package], bool], losers: list[Side]
) -> tuple[int, int, Package] | None:
    """Return the acceptable package that changes fewest issues, then costs the losers least.

    Returns
    -------
    tuple or None
        The number of issues changed, at least 1, the loss in steps, and the package, the first of
        equal ones.
    """
    best: tuple[int, int, Package] | None = None
    before = [worth_of(table, side, package) for side in losers]
    for other in everything(table):
        changed = sum(one != two for one, two in zip(package, other, strict=True))
        if not changed or not will_do(other) or (best is not None and changed > best[0]):
            continue
        after = [worth_of(table, side, other) for side in losers]
        loss = sum(_steps_down(new - old) for old, new in zip(before, after, strict=True))
        if best is None or (changed, loss) < best[:2]:
            best = changed, loss, other
    return best


def _value(values: Values | None, outcome: str) -> Fraction:
    if values is None:
        return Fraction(0)
    if isinstance(values, ByNumbers):
        return _middle(values.amounts[outcome])
    if len(values.tiers) == 1:
        return Fraction(1)
    (place,) = [n for n, tier in enumerate(values.tiers) if outcome in tier]
    return 1 - Fraction(place, len(values.tiers) - 1)


def _middle(amount: Amount | None) -> Fraction:
    if amount is None:
        return Fraction(0)
    return _between(amount.low, amount.high)


@lru_cache(4096)
def _between(low: float, high: float) -> Fraction:
    return (Fraction(str(low)) + Fraction(str(high))) / 2


@lru_cache(4096)
def _rounded(weight: Fraction, value: Fraction, whole: Fraction) -> int:
    return round(weight * value / whole * ROUNDED)


def _steps_down(gain: int) -> int:
    """Return by how many steps a gain is a loss; half a step is noise."""
    return max(0, -((gain + STEP // 2) // STEP))
