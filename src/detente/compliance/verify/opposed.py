"""Contradictions between the table and the conflict, by their definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from detente.compliance.verify.at_table import Package, gains
from detente.compliance.verify.standing import Standing

Opposed = tuple[str, str, str, tuple[tuple[str, str], ...] | None, int, str, str]
"""Party, better, worse, package, how many packages, the state preferred and the other."""


def opposed(standing: Standing, packages: Iterable[Package]) -> Counter[Opposed]:
    """Return every contradiction; of packages, in the order given, the first of a kind.

    A package is told as its issues and outcomes.
    """
    found: Counter[Opposed] = Counter()
    listed = list(packages)
    for party in standing.table.sides:
        if party in standing.game.parties:
            found.update(_outcomes(standing, party))
            found.update(_against_no_deal(standing, party, listed))
    return found


def _outcomes(standing: Standing, party: str) -> list[Opposed]:
    side = standing.table.sides[party]
    found: list[Opposed] = []
    for issue in standing.table.issues:
        if side.weights[issue.id].high == 0:
            continue
        for one in issue.outcomes:
            for other in issue.outcomes:
                if not _certain(side.values[issue.id], one.id, other.id):
                    continue
                here = list(standing.targets(standing.wants_of([one.id])))
                there = list(standing.targets(standing.wants_of([other.id])))
                if _prefers(standing, party, there, here):
                    found.append((party, one.id, other.id, None, 0, there[0], here[0]))
    return found


def _certain(values: Any, one: str, other: str) -> bool:
    """Tell whether `one` is worth more than `other` whatever is drawn."""
    if hasattr(values, "amounts"):
        return bool(values.amounts[one].low > values.amounts[other].high)
    place = {outcome: n for n, tier in enumerate(values.tiers) for outcome in tier}
    return bool(place[one] < place[other])


def _prefers(standing: Standing, party: str, states: list[str], than: list[str]) -> bool:
    if not states or not than:
        return False
    return all(standing.game.better(party, one, other) for one in states for other in than)


def _against_no_deal(standing: Standing, party: str, packages: list[Package]) -> list[Opposed]:
    today = standing.game.state_of(standing.today)
    alike: dict[bool, list[tuple[Package, str]]] = {}
    for package in packages:
        states = tuple(standing.targets(standing.wants(package)))
        least, most = gains(standing.table, party, package)
        if not states or least <= 0 <= most:
            continue
        better, worse = ([today], list(states)) if least > 0 else (list(states), [today])
        if _prefers(standing, party, better, worse):
            alike.setdefault(least > 0, []).append((package, states[0]))
    found: list[Opposed] = []
    for above, listed in alike.items():
        package, state = listed[0]
        names = ("package", "no_deal") if above else ("no_deal", "package")
        ends = (today, state) if above else (state, today)
        found.append((party, *names, tuple(package.items()), len(listed), *ends))
    return found
