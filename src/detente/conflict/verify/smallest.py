"""The smallest changes of mind by trying all of them: for small conflicts, and slowly.

References
----------
Kinsara, Kilgour and Hipel, *IEEE Transactions on Systems, Man, and Cybernetics: Systems* 45
(2015): the inverse approach to the graph model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any

from detente.conflict.verify.definitions import equilibrium
from detente.conflict.verify.game import LiteralGame
from detente.conflict.verify.minds import central
from detente.dossier.standoff import ByRanking, ByStatements, ByWeights, Standoff

Family = frozenset[tuple[int, str, Any]]
"""Which wishes change, by party, kind and wish; a new wish is the set of states it is true in."""

Mind = tuple[frozenset[tuple[str, Any]], dict[str, Any]]
"""What changes in one mind, and what each state is then worth."""


def wishes_to_add(
    game: LiteralGame, labels: Sequence[str], target: str, present: Sequence[frozenset[str]]
) -> list[frozenset[str]]:
    """Return where each wish is true that can be added: a literal, or a literal if a literal."""
    read = {label: min(game.members(label), key=lambda p: p[::-1]) for label in labels}
    literals = [
        frozenset(label for label in labels if read[label][k] == letter)
        for k in range(len(game.options))
        for letter in "YN"
    ]
    every = frozenset(labels)
    found = dict.fromkeys(literals)
    found |= dict.fromkeys(then | (every - when) for then, when in product(literals, repeat=2))
    left_out = {frozenset(), every, frozenset([target]), *present}
    return [wish for wish in found if wish not in left_out]


def minds(
    standoff: Standoff,
    game: LiteralGame,
    labels: Sequence[str],
    truths: Sequence[Sequence[frozenset[str]]],
    target: str,
    party: int,
    cost: int,
) -> Iterator[Mind]:
    """Yield every mind of a party at exactly this cost from its own.

    `truths` has, for each party, the states in which each of its statements or terms is true.
    """
    preference = standoff.preferences[game.parties[party]]
    mine = list(truths[party])
    if isinstance(preference, ByRanking):
        yield from _orders(game, labels, game.parties[party], cost)
    elif isinstance(preference, ByWeights):
        weights = [term.low / 2 + term.high / 2 for term in preference.terms]
        yield from _weighed(labels, mine, weights, wishes_to_add(game, labels, target, ()), cost)
    else:
        yield from _listed(labels, mine, wishes_to_add(game, labels, target, mine), cost)


def _listed(
    labels: Sequence[str],
    mine: list[frozenset[str]],
    new: list[frozenset[str]],
    cost: int,
) -> Iterator[Mind]:
    """Take one list after another by single edits, and keep those not reached sooner."""
    start: tuple[Any, ...] = tuple(range(len(mine)))
    layer, seen = {start}, {start}
    for _ in range(cost):
        layer = {after for order in layer for after in _edited(order, new)} - seen
        seen |= layer
    for order in layer:
        truth = [mine[wish] if isinstance(wish, int) else wish for wish in order]
        values = {label: tuple(label in states for states in truth) for label in labels}
        for family in _families(order, len(mine)):
            if len(family) == cost:
                yield family, values


def _edited(order: tuple[Any, ...], new: list[frozenset[str]]) -> Iterator[tuple[Any, ...]]:
    for at in range(len(order)):
        rest = order[:at] + order[at + 1 :]
        yield rest
        for to in range(len(order)):
            yield (*rest[:to], order[at], *rest[to:])
    for wish in new:
        if wish not in order:
            for to in range(len(order) + 1):
                yield (*order[:to], wish, *order[to:])


def _families(order: tuple[Any, ...], count: int) -> Iterator[frozenset[tuple[str, Any]]]:
    """Yield the ways to say which wishes changed, with as few moved as can be."""
    old = [wish for wish in order if isinstance(wish, int)]
    fixed = {("add", wish) for wish in order if not isinstance(wish, int)}
    fixed |= {("remove", k) for k in range(count) if k not in old}
    for number in range(len(old) + 1):
        ways = [
            moved
            for moved in combinations(old, number)
            if (rest := [wish for wish in old if wish not in moved]) == sorted(rest)
        ]
        if ways:
            for moved in ways:
                yield frozenset(fixed | {("move", wish) for wish in moved})
            return


def _weighed(
    labels: Sequence[str],
    mine: list[frozenset[str]],
    weights: list[float],
    new: list[frozenset[str]],
    cost: int,
) -> Iterator[Mind]:
    above = 1 + sum(map(abs, weights))
    heavy = [k for k, weight in enumerate(weights) if weight]
    parts: list[tuple[str, Any]] = [(kind, k) for k in heavy for kind in ("remove", "turn")]
    parts += [("add", wish) for wish in new]
    for chosen in combinations(parts, cost):
        touched = [k for kind, k in chosen if kind != "add"]
        if len(set(touched)) < len(touched):
            continue
        sign = {k: 0 if kind == "remove" else -1 for kind, k in chosen if kind != "add"}
        values = {
            label: round(
                sum(sign.get(k, 1) * w for k, w in enumerate(weights) if label in mine[k])
                + sum(above for kind, wish in chosen if kind == "add" and label in wish),
                6,
            )
            for label in labels
        }
        yield frozenset(chosen), values


def _orders(game: LiteralGame, labels: Sequence[str], party: str, cost: int) -> Iterator[Mind]:
    """Try all orders with ties, and keep those in which so many pairs differ."""
    old = game.preference[party]
    pairs = list(combinations(labels, 2))
    for order in weak_orders(list(labels)):
        values = {label: -place for place, tier in enumerate(order) for label in tier}
        changed = [
            (one, other, _sign(values[one], values[other]))
            for one, other in pairs
            if _sign(values[one], values[other]) != _sign(old[one], old[other])
        ]
        if len(changed) == cost:
            yield frozenset(("reorder", pair) for pair in changed), values


def _sign(one: Any, other: Any) -> int:
    return int(one > other) - int(one < other)


def weak_orders(items: list[str]) -> Iterator[list[list[str]]]:
    """Yield every order of `items` with ties, best tier first."""
    if not items:
        yield []
        return
    for number in range(1, len(items) + 1):
        for first in combinations(items, number):
            rest = [item for item in items if item not in first]
            for order in weak_orders(rest):
                yield [list(first), *order]


def smallest(
    standoff: Standoff,
    game: LiteralGame,
    labels: Sequence[str],
    truths: Sequence[Sequence[frozenset[str]]],
    target: str,
    concept: str,
    unstable: Sequence[str],
    most: int,
) -> tuple[int | None, set[Family]]:
    """Return the least cost of a change that does, up to `most`, and every change of that cost."""
    parties = range(len(game.parties))
    known: dict[tuple[int, int], list[Mind]] = {}
    judged: dict[Any, bool] = {}
    for cost in range(most + 1):
        found: set[Family] = set()
        for shares in product(range(cost + 1), repeat=len(game.parties)):
            if sum(shares) != cost:
                continue
            for p in parties:
                if (p, shares[p]) not in known:
                    known[p, shares[p]] = list(
                        minds(standoff, game, labels, truths, target, p, shares[p])
                    )
            for chosen in product(*(known[p, shares[p]] for p in parties)):
                worth = {name: chosen[p][1] for p, name in enumerate(game.parties)}
                key = tuple(_dense(worth[name], labels) for name in game.parties)
                if key not in judged:
                    changed = game.altered(preference=worth)
                    judged[key] = equilibrium(changed, target, concept) and not any(
                        equilibrium(changed, state, concept) for state in unstable
                    )
                if judged[key]:
                    found.add(
                        frozenset((p, kind, wish) for p in parties for kind, wish in chosen[p][0])
                    )
        if found:
            return cost, found
    return None, set()


def _dense(values: dict[str, Any], labels: Sequence[str]) -> tuple[int, ...]:
    order = sorted({values[label] for label in labels})
    return tuple(order.index(values[label]) for label in labels)


def truths_of(
    standoff: Standoff, game: LiteralGame, labels: Sequence[str], evaluate: Any
) -> list[list[frozenset[str]]]:
    """Return, for each party, the states in which each statement or term is true.

    `evaluate` tells whether an expression is true in a pattern.
    """
    found = []
    for party in game.parties:
        preference = standoff.preferences[party]
        if isinstance(preference, ByStatements):
            clauses = central(preference.entries)
        elif isinstance(preference, ByWeights):
            clauses = [term.clause for term in preference.terms]
        else:
            clauses = []
        found.append(
            [
                frozenset(
                    label
                    for label in labels
                    if evaluate(clause.expression, min(game.members(label), key=lambda p: p[::-1]))
                )
                for clause in clauses
            ]
        )
    return found
