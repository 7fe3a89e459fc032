"""The nearest ways from today to outcomes that hold, and whose wishes they go against.

Where no chain of steps that each suit the party taking them leads anywhere, a mediator asks
which way needs the fewest steps that do not, and who would have to be asked for them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Literal

from detente.conflict import moves

if TYPE_CHECKING:
    from detente.brief.situation import Situation

Fit = Literal["suits", "indifferent", "against"]

_MOST_VISITED = 2000
_COST: dict[Fit, tuple[int, int, int]] = {
    "suits": (0, 0, 1),
    "indifferent": (0, 1, 1),
    "against": (1, 0, 1),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a party, and whether it suits that party itself."""

    party: int
    before: int
    after: int
    fit: Fit


@dataclass(frozen=True, slots=True)
class Way:
    """Steps from today to a state that holds."""

    goal: int
    steps: tuple[Step, ...]

    @property
    def against(self) -> tuple[Step, ...]:
        """The steps that go against the wish of the party taking them."""
        return tuple(step for step in self.steps if step.fit == "against")


def nearest_ways(it: Situation, goals: Iterable[Collection[int]], most: int) -> tuple[Way, ...]:
    """Return up to `most` ways from today, one to each set of states of `goals`, easiest first.

    Fewest steps against the wish of the one who takes them, then fewest that make no
    difference to it, then fewest steps (Dijkstra 1959, with a limit on the states looked at).
    """
    if it.today is None:
        return ()
    wanted = [set(goal) - {it.today} for goal in goals]
    ways: list[Way] = []
    best: dict[int, tuple[int, int, int]] = {it.today: (0, 0, 0)}
    came: dict[int, Step] = {}
    done: set[int] = set()
    queue = [((0, 0, 0), it.today)]
    while queue and len(ways) < most and len(done) < _MOST_VISITED:
        cost, state = heappop(queue)
        if state in done:
            continue
        done.add(state)
        if any(state in goal for goal in wanted):
            wanted = [goal for goal in wanted if state not in goal]
            ways.append(Way(state, _way(came, it.today, state)))
        last = came[state].party if state in came else None
        for party in it.parties:
            if party == last:
                continue
            for other in moves(it.model, state, party).tolist():
                fit = _fit(it, party, state, int(other))
                total = tuple(a + b for a, b in zip(cost, _COST[fit], strict=True))
                if other not in best or total < best[other]:
                    best[other] = total  # type: ignore[assignment]
                    came[other] = Step(party, state, int(other), fit)
                    heappush(queue, (total, int(other)))  # type: ignore[misc]
    return tuple(ways)


def _fit(it: Situation, party: int, before: int, after: int) -> Fit:
    gain = int(it.model.ranks[party, after]) - int(it.model.ranks[party, before])
    return "suits" if gain > 0 else "against" if gain < 0 else "indifferent"


def _way(came: dict[int, Step], start: int, goal: int) -> tuple[Step, ...]:
    steps = []
    state = goal
    while state != start:
        steps.append(came[state])
        state = came[state].before
    return tuple(steps[::-1])
