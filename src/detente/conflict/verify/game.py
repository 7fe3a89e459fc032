"""A conflict written out: moves, improvements and joint lists as their definitions say.

Slow and plain on purpose. States are labels such as ``YNNY``, lists are searched node by
node, and nothing rests on a theorem about moves or improvements.

References
----------
Fang, Hipel and Kilgour, *Interactive Decision Making* (1993): the graph model and joint moves.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import Any

KEPT = 4_000_000
"""How many steps may pass before remembered lists are forgotten, to bound memory."""
REMEMBERED = 1_000_000
"""How many answers about single patterns are remembered at a time, for the same reason."""


class OutOfSteps(Exception):  # noqa: N818 - a signal to the caller, not an error of anyone
    """The search was given up because its meter ran out; nothing is known."""


@dataclass(slots=True)
class Meter:
    """Counts the steps of a search and ends it when they run out.

    Parameters
    ----------
    limit : int or None
        Steps allowed in all; `None` for no limit.
    spent : int
        Steps so far.
    """

    limit: int | None = None
    spent: int = 0

    def charge(self, steps: int) -> None:
        """Count `steps`, or raise `OutOfSteps` before they are taken."""
        if self.limit is not None and self.spent + steps > self.limit:
            raise OutOfSteps
        self.spent += steps


_BITS = str.maketrans("YN-", "100")


@dataclass(slots=True)
class _Memory:
    moves: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    improvements: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    joint: dict[tuple[tuple[str, ...], str, bool], JointList] = field(default_factory=dict)
    since: int = 0

    def bound(self, spent: int) -> None:
        if spent - self.since > KEPT:
            self.moves.clear()
            self.improvements.clear()
            self.joint.clear()
            self.since = spent


@dataclass(frozen=True, eq=False)
class LiteralGame:
    """A conflict in option form, written out.

    Parameters
    ----------
    parties : tuple of str
        The players.
    options : tuple of (str, str)
        Id and owner of each option, in the order of the letters of a pattern.
    one_way : mapping of str to str
        Option id to ``taken`` (cannot be taken back) or ``dropped`` (never becomes taken).
    feasible : container of str
        The feasible patterns, strings of Y and N.
    preference : mapping of str to mapping of str to a comparable value
        For each party the worth of each state; higher is better, equal is indifferent.
    groups : tuple of tuple of str
        Feasible patterns that are one state, two or more in each group.
    price : int
        Steps that a look at one pattern counts for, where that takes longer than a step.
    meter : Meter
        What counts the steps.
    """

    parties: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    feasible: Container[str]
    preference: Mapping[str, Mapping[str, Any]]
    one_way: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    price: int = 1
    meter: Meter = field(default_factory=Meter)
    _memory: _Memory = field(default_factory=_Memory, repr=False)

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        return {merged_label(group): group for group in self.groups}

    @cached_property
    def _state_of(self) -> dict[str, str]:
        return {p: label for label, group in self._members.items() for p in group}

    def altered(self, **changes: Any) -> LiteralGame:
        """Return this game with other fields; only moves that stay the same are remembered."""
        kept = self._memory.moves if set(changes) == {"preference"} else {}
        return replace(self, _memory=_Memory(moves=kept), **changes)

    def members(self, state: str) -> tuple[str, ...]:
        """Return the patterns that `state` stands for."""
        return self._members.get(state, (state,))

    def state_of(self, pattern: str) -> str:
        """Return the state that a feasible `pattern` belongs to."""
        return self._state_of.get(pattern, pattern)

    def better(self, party: str, state: str, than: str) -> bool:
        """Tell whether `party` prefers `state` to `than`."""
        values = self.preference[party]
        return bool(values[state] > values[than])

    def moves(self, party: str, state: str) -> tuple[str, ...]:
        """Return R_i(s): the other states that `party` can reach from `state` in one move.

        A move changes own options only, reverses no one-way option and ends in a feasible
        pattern. A merged state has the moves of all its members, without loops.
        """
        key = (party, state)
        found = self._memory.moves.get(key)
        if found is None:
            self._memory.bound(self.meter.spent)
            found = self._memory.moves[key] = tuple(self._find_moves(party, state))
        self.meter.charge(len(found) + 1)
        return found

    def _find_moves(self, party: str, state: str) -> dict[str, None]:
        found: dict[str, None] = {}
        for pattern in self.members(state):
            letters = [
                self._may_become(option, letter) if owner == party else letter
                for (option, owner), letter in zip(self.options, pattern, strict=True)
            ]
            count = 1
            for choices in letters:
                count *= len(choices)
            self.meter.charge(count * self.price)
            for choice in product(*letters):
                target = "".join(choice)
                if target in self.feasible and self.state_of(target) != state:
                    found[self.state_of(target)] = None
        return found

    def _may_become(self, option: str, letter: str) -> str:
        direction = self.one_way.get(option)
        if (direction == "taken" and letter == "Y") or (direction == "dropped" and letter == "N"):
            return letter
        return "NY"

    def improvements(self, party: str, state: str) -> tuple[str, ...]:
        """Return R_i+(s): the moves of `party` from `state` to a state that it prefers."""
        key = (party, state)
        found = self._memory.improvements.get(key)
        if found is None:
            found = tuple(q for q in self.moves(party, state) if self.better(party, q, state))
            self._memory.improvements[key] = found
        self.meter.charge(len(found) + 1)
        return found

    def joint(self, movers: tuple[str, ...], state: str, improving: bool) -> JointList:
        """Return R_H(s), or R_H+(s) if `improving`, for the parties `movers`."""
        key = (movers, state, improving)
        kept = self._memory.joint.get(key)
        if kept is None:
            self._memory.bound(self.meter.spent)
            kept = self._memory.joint[key] = JointList(self, movers, state, improving)
        return kept


class JointList:
    """The states that several parties can reach together, nobody moving twice running.

    The search runs over nodes (state, last mover), only as far as the reader reads.

    Parameters
    ----------
    game : LiteralGame
        The conflict.
    movers : tuple of str
        The parties H that may move.
    start : str
        The state they start from.
    improving : bool
        Whether each step must be better for its mover than the state it leaves.
    """

    def __init__(
        self, game: LiteralGame, movers: tuple[str, ...], start: str, improving: bool
    ) -> None:
        self.found: list[str] = []
        self._game = game
        self._movers = movers
        self._step = game.improvements if improving else game.moves
        self._waiting: deque[tuple[str, str | None]] = deque([(start, None)])
        self._nodes: set[tuple[str, str]] = set()
        self._states: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        read = 0
        while True:
            while read < len(self.found):
                self._game.meter.charge(1)
                yield self.found[read]
                read += 1
            if not self._waiting:
                return
            self._follow()

    def _follow(self) -> None:
        state, last = self._waiting[0]
        # All steps are asked for before anything changes: if the meter ends the search
        # here, the list stays as it was and can be read on later.
        reached = [(t, j) for j in self._movers if j != last for t in self._step(j, state)]
        self._waiting.popleft()
        for node in reached:
            if node not in self._nodes:
                self._nodes.add(node)
                self._waiting.append(node)
                if node[0] not in self._states:
                    self._states.add(node[0])
                    self.found.append(node[0])


def merged_label(group: tuple[str, ...]) -> str:
    """Return the label of merged patterns: ``-`` where they differ.

    >>> merged_label(("NNY", "YNY"))
    '-NY'
    """
    return "".join(c[0] if len(set(c)) == 1 else "-" for c in zip(*group, strict=True))


def pattern_to_number(label: str) -> int:
    """Return the number of a pattern: the first option counts 1, the second 2, the third 4.

    >>> pattern_to_number("NYY"), pattern_to_number("-YN")
    (6, 2)
    """
    return int(label[::-1].translate(_BITS), 2)


def number_to_pattern(number: int, options: int) -> str:
    """Return the pattern of a number.

    >>> number_to_pattern(6, 3)
    'NYY'
    """
    return "".join("NY"[number >> k & 1] for k in range(options))
