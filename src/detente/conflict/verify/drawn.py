"""A draw applied to the standoff as written: what is absent is taken out, the rest is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from detente.conflict.verify.game import LiteralGame, number_to_pattern
from detente.conflict.verify.reading import MOST_OPTIONS, Reading
from detente.dossier.expressions import Taken
from detente.dossier.standoff import (
    AnyOrder,
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Indifferent,
    OneOf,
    OneWay,
    Preference,
    Standoff,
    Weight,
)

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Drawn:
    """What one draw decides, each by the place of the entry in the dossier.

    Parameters
    ----------
    absent : frozenset of Path
        Entries, or lists of entries, that are not there.
    orders : mapping of Path to tuple of int
        The entries of an ``any_order``, counted from 0, in the order of the draw.
    readings : mapping of Path to int
        The entry of a ``one_of`` that is meant, counted from 0.
    weights : mapping of Path to Fraction
        What a weight with a range counts.
    """

    absent: frozenset[Path] = frozenset()
    orders: Mapping[Path, tuple[int, ...]] = field(default_factory=dict)
    readings: Mapping[Path, int] = field(default_factory=dict)
    weights: Mapping[Path, Fraction] = field(default_factory=dict)

    def there(self, path: Path) -> bool:
        """Tell whether the entry at `path` and all that it stands in are there."""
        return not any(path[:depth] in self.absent for depth in range(1, len(path) + 1))


def drawn_standoff(standoff: Standoff, drawn: Drawn, written: Mapping[str, str]) -> Standoff:
    """Return the conflict that a draw makes of `standoff`, with nothing left unsure.

    Parameters
    ----------
    standoff : Standoff
        As read.
    drawn : Drawn
        The draw.
    written : mapping of str to str
        How each option is named under ``one_way``, by its full id.
    """
    top: Path = ("conflict",)
    infeasible = [
        clause
        for i, clause in enumerate(standoff.infeasible)
        if drawn.there((*top, "infeasible", i))
    ]
    gone = set()
    for option in standoff.options:
        if not drawn.there((*top, "options", option.party, option.name)):
            infeasible.append(Clause(option.id, Taken(option.id), option.place))
            gone.add(option.id)
    one_way: dict[str, OneWay] = {}
    for name, rule in standoff.one_way.items():
        if drawn.there((*top, "one_way", written.get(name, name))):
            one_way[name] = rule
    same = [clause for i, clause in enumerate(standoff.same) if drawn.there((*top, "same", i))]
    status_quo = standoff.status_quo
    if status_quo is not None:
        where: Path = (*top, "status_quo")
        taken = {
            option
            for i, option in enumerate(status_quo.written)
            if drawn.there((*where, i)) and option not in gone
        }
        known = drawn.there(where)
        status_quo = replace(status_quo, taken=frozenset(taken)) if known else None
    return replace(
        standoff,
        infeasible=tuple(infeasible),
        one_way=one_way,
        same=tuple(same),
        status_quo=status_quo,
        preferences={
            party: _preference(preference, (*top, "preferences", party), drawn)
            for party, preference in standoff.preferences.items()
        },
    )


def drawn_game(standoff: Standoff) -> tuple[LiteralGame, str | None]:
    """Return the game of a conflict that was drawn, written out, and today's state.

    Today's state is `None` where it is not known or not feasible.
    """
    reading = Reading(standoff)
    small = len(standoff.options) <= MOST_OPTIONS or standoff.same
    game = reading.game_over() if small else reading.game_asked()
    if standoff.status_quo is None:
        return game, None
    bits = [option.id in standoff.status_quo.taken for option in standoff.options]
    today = number_to_pattern(sum(taken << k for k, taken in enumerate(bits)), len(bits))
    return game, game.state_of(today) if reading.feasible(today) else None


def improved_to(game: LiteralGame, today: str | None) -> set[str]:
    """Return the states that improvements of all parties lead to from `today`, itself included."""
    if today is None:
        return set()
    return {today, *game.joint(game.parties, today, improving=True)}


def _preference(preference: Preference, path: Path, drawn: Drawn) -> Preference:
    match preference:
        case ByRanking():
            there = drawn.there((*path, "ranking"))
            return preference if there else Indifferent(preference.place)
        case ByStatements(entries):
            clauses: list[Clause] = []
            for i, entry in enumerate(entries):
                clauses += _statements(entry, (*path, "statements", i), drawn)
            return replace(preference, entries=tuple(clauses))
        case ByWeights(terms):
            kept = []
            for term in terms:
                place = (*path, "weights", term.clause.text)
                if drawn.there(place):
                    middle = (Fraction(str(term.low)) + Fraction(str(term.high))) / 2
                    amount: Any = drawn.weights.get(place, middle)
                    kept.append(Weight(term.clause, amount, amount))
            return replace(preference, terms=tuple(kept))
        case _:
            return preference


def _statements(entry: Clause | AnyOrder | OneOf, path: Path, drawn: Drawn) -> list[Clause]:
    if not drawn.there(path):
        return []
    match entry:
        case AnyOrder(entries):
            order = drawn.orders.get(path, tuple(range(len(entries))))
            return [entries[k] for k in order if drawn.there((*path, "any_order", k))]
        case OneOf(entries):
            meant = drawn.readings.get(path, 0)
            return [entries[meant]] if drawn.there((*path, "one_of", meant)) else []
        case _:
            return [entry]
