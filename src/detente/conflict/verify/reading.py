"""A standoff read a second time, slowly, so that verdicts can be judged from the dossier.

Expressions are evaluated over dicts of booleans, patterns are tried one by one, statements
are compared as tuples of booleans and weights are added as exact fractions. Nothing here is
shared with the compiled model, nor does anything take from it what the dossier says itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, assert_never

from detente.conflict.verify.game import (
    REMEMBERED,
    LiteralGame,
    merged_label,
    number_to_pattern,
    pattern_to_number,
)
from detente.conflict.verify.known import known_values
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
from detente.dossier.standoff import (
    AnyOrder,
    ByPairs,
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Indifferent,
    OneOf,
    Standoff,
)
from detente.errors import Fault, SizeError

MOST_OPTIONS = 16
"""Up to this many options every pattern is tried; more would take minutes."""
PRICE = 12
"""What a look at one pattern of a larger standoff costs, in steps."""


def literal_game(dossier: Any) -> LiteralGame:
    """Return the standoff of a dossier written out, in the central reading.

    Parameters
    ----------
    dossier : Dossier
        Anything with a `standoff` will do.

    Raises
    ------
    SizeError
        If there are more than `MOST_OPTIONS` options.
    """
    standoff: Standoff = dossier.standoff
    k = len(standoff.options)
    if k > MOST_OPTIONS:
        message = (
            f"every pattern can be tried for at most {MOST_OPTIONS} options, and there are {k}"
        )
        remedy = "Larger standoffs are verified on a sample of their states"
        raise SizeError([Fault("", 0, 0, "too-many-options-to-list", message, remedy)])
    return Reading(standoff).game_over()


class Reading:
    """What a standoff says of any one pattern, found by evaluating its expressions.

    Parameters
    ----------
    standoff : Standoff
        The section ``conflict`` of a dossier.
    """

    def __init__(self, standoff: Standoff) -> None:
        self.standoff = standoff
        self.options = tuple((option.id, option.party) for option in standoff.options)
        self.one_way = {name: rule.direction for name, rule in standoff.one_way.items()}
        self._feasible: dict[str, bool] = {}
        self._places = {
            party: {label: -n for n, tier in enumerate(preference.tiers) for label in tier}
            for party, preference in standoff.preferences.items()
            if isinstance(preference, ByRanking)
        }

    def feasible(self, pattern: str) -> bool:
        """Tell whether `pattern` meets no expression under ``infeasible``."""
        if pattern not in self._feasible:
            if len(self._feasible) > REMEMBERED:
                self._feasible.clear()
            taken = self.taken(pattern)
            self._feasible[pattern] = not any(
                _true(clause.expression, taken) for clause in self.standoff.infeasible
            )
        return self._feasible[pattern]

    def patterns(self, among: Iterable[str] | None = None) -> list[str]:
        """Return the feasible patterns of `among`, or of all patterns, rising by number."""
        if among is None:
            k = len(self.options)
            among = (number_to_pattern(n, k) for n in range(1 << k))
        return [pattern for pattern in among if self.feasible(pattern)]

    def taken(self, pattern: str) -> dict[str, bool]:
        """Return which options `pattern` takes, in the order of its letters."""
        return {
            option: letter == "Y" for (option, _), letter in zip(self.options, pattern, strict=True)
        }

    def holds(self, expression: Expression, pattern: str) -> bool:
        """Tell whether `expression` is true in `pattern`."""
        return _true(expression, self.taken(pattern))

    def value(self, party: str, members: tuple[str, ...]) -> Any:
        """Return the worth for `party` of the state with these `members`; higher is better.

        Where its preference is by pairs, higher is what is known to be better.
        """
        preference = self.standoff.preferences[party]
        taken = self.taken(min(members, key=pattern_to_number))
        match preference:
            case Indifferent():
                return 0
            case ByRanking():
                return self._places[party][merged_label(members)]
            case ByWeights(terms=terms):
                return sum(
                    (Fraction(str(term.low)) + Fraction(str(term.high))) / 2
                    for term in terms
                    if _true(term.clause.expression, taken)
                )
            case ByPairs(pairs=pairs):
                written = [(pair.better, pair.worse) for pair in pairs]
                return known_values([merged_label(members)], written)[0]
            case ByStatements(entries=entries):
                return tuple(
                    _true(clause.expression, taken)
                    for entry in entries
                    for clause in _central(entry)
                )
            case _:
                assert_never(preference)

    def groups(self, patterns: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the feasible `patterns` that ``same`` makes one state, in groups of two or more.

        Entries that share a pattern unite.
        """
        known = list(patterns)
        found: list[set[str]] = []
        for clause in self.standoff.same:
            new = {p for p in known if _true(clause.expression, self.taken(p))}
            for group in [g for g in found if g & new]:
                found.remove(group)
                new |= group
            found.append(new)
        return tuple(tuple(sorted(g, key=pattern_to_number)) for g in found if len(g) > 1)

    def game_over(self, patterns: Iterable[str] | None = None) -> LiteralGame:
        """Return the game whose feasible patterns are those among `patterns`, or among all."""
        feasible = self.patterns(patterns)
        groups = self.groups(feasible)
        states = group_states(feasible, groups)
        values = {
            party: {label: self.value(party, members) for label, members in states.items()}
            for party in self.standoff.players
        }
        return self._game(frozenset(feasible), values, groups, 1)

    def game_asked(self) -> LiteralGame:
        """Return the game of a standoff without merged states, read only where it is asked."""
        values = {party: _Asked(self, party) for party in self.standoff.players}
        return self._game(_FeasibleAsked(self), values, (), PRICE)

    def _game(self, feasible: Any, values: Any, groups: Any, price: int) -> LiteralGame:
        return LiteralGame(
            parties=self.standoff.players,
            options=self.options,
            feasible=feasible,
            preference=values,
            one_way=self.one_way,
            groups=groups,
            price=price,
        )


class _FeasibleAsked:
    """The feasible patterns of a standoff too large to list."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __contains__(self, pattern: object) -> bool:
        return self._reading.feasible(str(pattern))


class _Asked(Mapping[str, Any]):
    """The worth of the states of a standoff too large to list."""

    def __init__(self, reading: Reading, party: str) -> None:
        self._reading = reading
        self._party = party
        self._known: dict[str, Any] = {}

    def __getitem__(self, label: str) -> Any:
        if label not in self._known:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            self._known[label] = self._reading.value(self._party, (label,))
        return self._known[label]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def group_states(
    patterns: Iterable[str], groups: tuple[tuple[str, ...], ...]
) -> dict[str, tuple[str, ...]]:
    """Return the members of each state by its label, in the order of states.

    States stand in rising order of their label's number, ``-`` read as N.
    """
    merged = {pattern for group in groups for pattern in group}
    states = {merged_label(group): group for group in groups}
    states.update({pattern: (pattern,) for pattern in patterns if pattern not in merged})
    order = sorted(states, key=lambda label: (pattern_to_number(label), states[label]))
    return {label: states[label] for label in order}


def _central(entry: Clause | AnyOrder | OneOf) -> tuple[Clause, ...]:
    match entry:
        case AnyOrder(entries=entries):
            return entries
        case OneOf(entries=entries):
            return entries[:1]
        case _:
            return (entry,)


def _true(expression: Expression, taken: Mapping[str, bool]) -> bool:
    match expression:
        case Taken(option=option):
            return taken[option]
        case Pattern(letters=letters):
            return all(
                letter == "-" or (letter == "Y") == value
                for letter, value in zip(letters, taken.values(), strict=True)
            )
        case Not(part=part):
            return not _true(part, taken)
        case And(parts=parts):
            return all(_true(part, taken) for part in parts)
        case Or(parts=parts):
            return any(_true(part, taken) for part in parts)
        case If(then=then, condition=condition):
            return not _true(condition, taken) or _true(then, taken)
        case Iff(left=left, right=right):
            return _true(left, taken) == _true(right, taken)
        case Count(low=low, high=high, parts=parts):
            count = sum(_true(part, taken) for part in parts)
            return low <= count and (high is None or count <= high)
        case _:
            assert_never(expression)
