"""Changed minds and measures, written out from their definition.

A change is applied to the standoff as an analyst would write it, and the standoff is read again;
a measure changes the written-out game. Nothing is shared with the search.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from detente.conflict.verify.game import LiteralGame, merged_label
from detente.conflict.verify.reading import Reading
from detente.dossier.reasons import Place
from detente.dossier.standoff import (
    AnyOrder,
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    OneOf,
    Preference,
    Standoff,
    Weight,
)

NOWHERE = Place(0, 0)


class Worth(dict[str, Any]):
    """What states are worth to a party, found when first asked for."""

    def __init__(self, value: Callable[[str], Any]) -> None:
        super().__init__()
        self._value = value

    def __missing__(self, label: str) -> Any:
        found = self[label] = self._value(label)
        return found


class Without(Container[str]):
    """The feasible patterns in which one option is not taken."""

    def __init__(self, feasible: Container[str], place: int) -> None:
        self._feasible = feasible
        self._place = place

    def __contains__(self, pattern: object) -> bool:
        return str(pattern)[self._place] == "N" and pattern in self._feasible


def central(entries: Iterable[Clause | AnyOrder | OneOf]) -> list[Clause]:
    """Return statements as a plain run reads them."""
    found: list[Clause] = []
    for entry in entries:
        if isinstance(entry, Clause):
            found.append(entry)
        elif isinstance(entry, AnyOrder):
            found.extend(entry.entries)
        else:
            found.append(entry.entries[0])
    return found


def changed_preference(preference: Preference, edits: Sequence[Any]) -> Preference:
    """Return a preference by statements or weights after `edits`.

    An edit has `kind`, `statement`, `text`, `expression` and `place`, as
    :class:`detente.conflict.unlock.Edit`.
    """
    gone = {edit.statement for edit in edits if edit.kind in ("remove", "move")}
    if isinstance(preference, ByWeights):
        turned = {edit.statement for edit in edits if edit.kind == "turn"}
        terms = [
            Weight(term.clause, -term.high, -term.low) if k in turned else term
            for k, term in enumerate(preference.terms)
            if k not in gone
        ]
        above = float(
            2 + sum(abs(Fraction(str(t.low)) + Fraction(str(t.high))) / 2 for t in preference.terms)
        )
        terms += [
            Weight(Clause(edit.text, edit.expression, NOWHERE), above, above)
            for edit in edits
            if edit.kind == "add"
        ]
        return replace(preference, terms=tuple(terms))
    clauses = central(preference.entries) if isinstance(preference, ByStatements) else []
    kept = [clause for k, clause in enumerate(clauses) if k not in gone]
    for edit in sorted((e for e in edits if e.place is not None), key=lambda e: int(e.place)):
        kept.insert(edit.place, Clause(edit.text, edit.expression, NOWHERE))
    return ByStatements(tuple(kept), NOWHERE)


def changed_ranking(
    values: Mapping[str, Any], labels: Sequence[str], pairs: Mapping[tuple[str, str], str]
) -> dict[str, int]:
    """Return the worth of each state when some pairs compare otherwise.

    `pairs` says for two states how the first then stands to the second: ``above``, ``level`` or
    ``below``.

    Raises
    ------
    ValueError
        If the pairs do not make an order.
    """

    def compare(one: str, other: str) -> int:
        if (one, other) in pairs:
            return {"above": 1, "level": 0, "below": -1}[pairs[one, other]]
        if (other, one) in pairs:
            return {"above": -1, "level": 0, "below": 1}[pairs[other, one]]
        return int(values[one] > values[other]) - int(values[one] < values[other])

    worth = {one: sum(compare(one, other) for other in labels if other != one) for one in labels}
    for one in labels:
        for other in labels:
            if one != other:
                sign = int(worth[one] > worth[other]) - int(worth[one] < worth[other])
                if sign != compare(one, other):
                    raise ValueError(f"{one} and {other} do not stand in one order")
    return worth


def game_after(
    standoff: Standoff,
    game: LiteralGame,
    edits: Sequence[Any],
    label: Callable[[int], str],
    labels: Sequence[str],
) -> LiteralGame:
    """Return the game after edits of some parties' minds; `edits` carry party numbers."""
    preference = dict(game.preference)
    for number in {edit.party for edit in edits}:
        party = game.parties[number]
        mine = [edit for edit in edits if edit.party == number]
        old = standoff.preferences[party]
        if isinstance(old, ByRanking):
            pairs = {(label(e.pair[0]), label(e.pair[1])): str(e.side) for e in mine}
            preference[party] = changed_ranking(game.preference[party], labels, pairs)
            continue
        new = changed_preference(old, mine)
        reading = Reading(replace(standoff, preferences={**standoff.preferences, party: new}))
        preference[party] = _asked(reading, party, game)
    return game.altered(preference=preference)


def _asked(reading: Reading, party: str, game: LiteralGame) -> Worth:
    return Worth(lambda label: reading.value(party, game.members(label)))


def game_with(game: LiteralGame, kind: str, option: int, target: str) -> LiteralGame:
    """Return the game with a measure from outside: ``taken``, ``dropped``, ``ban``, ``penalty``."""
    name, owner = game.options[option]
    if kind in ("taken", "dropped"):
        return game.altered(one_way={**game.one_way, name: kind})
    if kind == "ban":
        return _banned(game, option)

    def fallen(label: str) -> tuple[int, Any]:
        values = game.preference[owner]
        if values[label] < values[target]:
            return 0, values[label]
        taken = all(pattern[option] == "Y" for pattern in game.members(label))
        return (1 if taken else 2), values[label]

    return game.altered(preference={**game.preference, owner: Worth(fallen)})


def _banned(game: LiteralGame, option: int) -> LiteralGame:
    """Return the game in which an option is never taken; what remains of a state is worth it."""
    left = [tuple(p for p in group if p[option] == "N") for group in game.groups]
    old = {
        merged_label(new): merged_label(group)
        for new, group in zip(left, game.groups, strict=True)
        if new
    }

    def worth(party: str) -> Worth:
        return Worth(lambda label: game.preference[party][old.get(label, label)])

    return game.altered(
        feasible=Without(game.feasible, option),
        groups=tuple(group for group in left if len(group) > 1),
        preference={party: worth(party) for party in game.parties},
    )
