"""Paths derived again: who may step where, how far states are, and by how many shortest paths.

References
----------
Li, Kilgour and Hipel, *Journal of the Operational Research Society* 56 (2005): status quo analysis.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from detente.conflict.verify.check import BUDGET, CAP, game_for, labels_of, within
from detente.conflict.verify.definitions import equilibrium, stable
from detente.conflict.verify.game import LiteralGame
from detente.conflict.verify.report import Tally, Verification
from detente.conflict.verify.setting import stride

RELATIONS = ("moves", "improvements", "unstable")
MOST_COUNTED = 1_000_000_000
"""Answers count paths up to here."""
SEARCH_CAP = 3_000_000
"""Steps that one question about a whole search may take; where it takes more, the search ends."""

Node = tuple[str, str | None]
"""A state, and who moved last; nobody at the start."""
LiteralPath = tuple[tuple[str, str], ...]
"""Who moves, and to which state, step by step."""


class LiteralPaths:
    """All shortest paths from a state, searched node by node, nobody moving twice running.

    The search goes only as far as it is asked to.

    Parameters
    ----------
    game : LiteralGame
        The conflict.
    start : str
        The state that paths start from.
    relation : str
        What a step is: any of the ``moves``, one of the ``improvements``, or an improvement from
        a state that is ``unstable`` for its mover.
    concept : str
        The stability concept that the last of these asks about.
    """

    def __init__(self, game: LiteralGame, start: str, relation: str, concept: str) -> None:
        self._game = game
        self._start = start
        self._relation = relation
        self._concept = concept
        self._stable: dict[tuple[str, str], bool] = {}
        self._level: dict[Node, int] = {(start, None): 0}
        self._came: dict[Node, list[Node]] = {(start, None): []}
        self._length: dict[str, int] = {start: 0}
        self._waiting: list[Node] = [(start, None)]
        self._read = 0

    def steps(self, party: str, state: str) -> tuple[str, ...]:
        """Return where `party` may step from `state`."""
        if self._relation == "moves":
            return self._game.moves(party, state)
        better = self._game.improvements(party, state)
        if self._relation == "unstable" and better and self._holds(party, state):
            return ()
        return better

    def _holds(self, party: str, state: str) -> bool:
        if (party, state) not in self._stable:
            self._stable[party, state] = stable(self._game, party, state, self._concept)
        return self._stable[party, state]

    def length(self, target: str) -> int | None:
        """Return the number of steps of the shortest paths to `target`; `None` if there is none."""
        while target not in self._length and self._read < len(self._waiting):
            self._follow()
        return self._length.get(target)

    def _follow(self) -> None:
        node = self._waiting[self._read]
        state, last = node
        # All steps are asked for before anything changes, so that a search that ran out of steps
        # can be taken up again.
        steps = [(t, p) for p in self._game.parties if p != last for t in self.steps(p, state)]
        self._read += 1
        away = self._level[node] + 1
        for after in steps:
            if after not in self._level:
                self._level[after] = away
                self._came[after] = []
                self._waiting.append(after)
                self._length.setdefault(after[0], away)
            if self._level[after] == away:
                self._came[after].append(node)

    def _ends(self, target: str) -> list[Node]:
        """Return the nodes at which the shortest paths to `target` end, all of them found."""
        away = self.length(target)
        if away is None:
            return []
        while self._read < len(self._waiting) and self._level[self._waiting[self._read]] < away:
            self._follow()
        return [node for node in self._waiting if node[0] == target and self._level[node] == away]

    def count(self, target: str) -> int:
        """Return the number of shortest paths to `target`."""
        ways: dict[Node, int] = {}
        ends = self._ends(target)
        wanted = set(ends)
        for node in reversed(self._waiting):
            if node in wanted:
                wanted.update(self._came[node])
        for node in self._waiting:
            if node in wanted:
                ways[node] = sum(ways[before] for before in self._came[node]) or 1
        return sum(ways[node] for node in ends)

    def paths(self, target: str) -> set[LiteralPath]:
        """Return every shortest path to `target`."""
        found: set[LiteralPath] = set()
        rest: list[tuple[Node, LiteralPath]] = [(node, ()) for node in self._ends(target)]
        while rest:
            (state, party), path = rest.pop()
            if party is None:
                found.add(path)
                continue
            rest += [(node, ((party, state), *path)) for node in self._came[state, party]]
        return found


def check_paths(
    result: Any, dossier: Any = None, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive an answer about paths again, as far as the budget goes.

    Every listed path is walked step by step. Whether and how soon each target is reached, and by
    how many shortest paths, is searched again; and each state is asked whether it is a target and
    whether somebody can leave it.

    Parameters
    ----------
    result : PathsResult
        Anything with `model`, `start`, `concept`, `asked`, `targets`, `without_moves`,
        `without_improvements` and `routes`, which for each of `RELATIONS` has `targets`,
        `length`, `count` and the method `paths`.
    dossier : Dossier, optional
        What the model was compiled from; without it the model itself is believed.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one claim about a path or a state.
    """
    model, label, tally = result.model, labels_of(result.model), Tally()
    game = game_for(model, dossier, label, tally)
    size, routes = int(model.states.shape[0]), [result.routes[name] for name in RELATIONS]
    per_state = 2 if result.asked else 3
    claims = size * per_state + sum(
        2 * len(found.targets) + int(found.listed.sum()) for found in routes
    )
    if game is not None:
        ask = _Asking(game, budget, cap, tally)
        searches = {
            relation: LiteralPaths(game, label(result.start), relation, result.concept)
            for relation in RELATIONS
        }
        for relation, search in searches.items():
            _check_steps(result.routes[relation], relation, search, label, ask)
        for relation, search in searches.items():
            _check_lengths(result.routes[relation], relation, search, label, ask)
        _check_states(result, size, label, ask)
    return tally.result("paths", claims, size, 1 << len(model.options))


class _Asking:
    """Asks claims of a game within a budget, and tallies the answers."""

    def __init__(self, game: LiteralGame, budget: int | None, cap: int, tally: Tally) -> None:
        self.game = game
        self.tally = tally
        self._budget = budget
        self._cap = cap

    @property
    def spent(self) -> bool:
        """Whether the budget is used up."""
        return self._budget is not None and self.game.meter.spent >= self._budget

    def claim(
        self, state: str, claim: str, said: bool, question: Callable[[], bool], cap: int = 0
    ) -> bool:
        """Compare what is said with the answer to a question; tell whether it was answered."""
        answer = within(self.game, question, self._budget, cap or self._cap)
        if answer is None:
            self.tally.unfinished += 1
            return False
        self.tally.checked += 1
        self.tally.expect(state, "", claim, said, answer)
        return True


def _check_steps(
    found: Any, relation: str, search: LiteralPaths, label: Callable[[int], str], ask: _Asking
) -> None:
    """Walk each listed path; one of the wrong length, or listed twice, is none."""
    for k, target in enumerate(found.targets.tolist()):
        if ask.spent:
            return
        paths = found.paths(k)
        told = [_told(path, ask.game, label) for path in paths]
        for n, path in enumerate(told):
            came = [label(step.from_) for step in paths[n]]
            walk = partial(_walks, search, label(found.start), label(target), path, came)
            proper = len(path) == int(found.length[k]) and path not in told[:n]
            ask.claim(label(target), f"path {n + 1} by {relation}", proper, walk)


def _check_lengths(
    found: Any, relation: str, search: LiteralPaths, label: Callable[[int], str], ask: _Asking
) -> None:
    """Search for each target again, the nearest first, as far as the steps last."""
    away = found.length.tolist()
    for k in sorted(range(len(away)), key=lambda k: (away[k] < 0, away[k])):
        name, number = label(int(found.targets[k])), int(found.count[k])
        length = partial(_is_length, search, name, away[k])
        count = partial(_is_count, search, name, number)
        if not (
            ask.claim(name, f"{away[k]} steps away by {relation}", True, length, SEARCH_CAP)
            and ask.claim(name, f"{number} shortest paths by {relation}", True, count, SEARCH_CAP)
        ):
            return


def _told(path: Any, game: LiteralGame, label: Callable[[int], str]) -> LiteralPath:
    return tuple((game.parties[step.party], label(step.to)) for step in path)


def _walks(
    search: LiteralPaths, start: str, target: str, path: LiteralPath, came: list[str]
) -> bool:
    """Tell whether each step of a path can be made, and it leads from `start` to `target`."""
    here, last = start, ""
    for (party, state), before in zip(path, came, strict=True):
        if before != here or party == last or state not in search.steps(party, here):
            return False
        here, last = state, party
    return here == target


def _is_length(search: LiteralPaths, target: str, away: int) -> bool:
    found = search.length(target)
    return found == (None if away < 0 else away)


def _is_count(search: LiteralPaths, target: str, number: int) -> bool:
    return min(search.count(target), MOST_COUNTED) == number


def _check_states(result: Any, size: int, label: Callable[[int], str], ask: _Asking) -> None:
    game = ask.game
    unmoved = set(result.without_moves.tolist())
    ungaining = set(result.without_improvements.tolist())
    targets = set(result.targets.tolist())

    def nobody(steps: Callable[[str, str], tuple[str, ...]], name: str) -> bool:
        return not any(steps(party, name) for party in game.parties)

    for state in stride(size):
        if ask.spent:
            return
        name = label(state)
        answered = [
            ask.claim(name, "no move", state in unmoved, partial(nobody, game.moves, name)),
            ask.claim(
                name, "no improvement", state in ungaining, partial(nobody, game.improvements, name)
            ),
        ]
        if not result.asked:
            holds = partial(equilibrium, game, name, result.concept)
            answered.append(
                ask.claim(name, f"equilibrium {result.concept}", state in targets, holds)
            )
        ask.tally.states_checked += all(answered)
