"""The smallest changes for all parties together.

Under SEQ and symmetric SEQ the opponents' improvements are the sanctions, so that a change may
serve by what it makes another party do. There every way to spread a cost over the parties is
tried, level by level. Left out is only what cannot do even if the other parties that change
could answer by every move they have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import chain, combinations, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import Ranks
from detente.conflict.preferences import dense
from detente.conflict.unlock.question import COUPLED, Board, bits
from detente.conflict.unlock.search_own import Parts, Solution, added, joined, spread
from detente.conflict.unlock.wishes import Atom, Found, Steps, Wishes

MOST_COST = 12
"""Up to this cost changes are looked for at all."""

SLACK = 2
"""Where states are not to hold, changes are looked for up to so much above the lower bound."""

ROWS = 256
"""Orders of a party that are tried in one go."""

TIES = 100_000
"""Of these steps as many may look for more changes after the first of the least cost."""

BUDGET = 1_500_000
"""Steps (orders and combinations tried) that a search for one concept may take."""


@dataclass(eq=False, slots=True)
class _Alike:
    """Changes of one party that make no difference to the question."""

    preferred: int
    ranks: NDArray[np.int32]
    ways: dict[tuple[Atom, ...], tuple[int, tuple[int, ...]]] = field(default_factory=dict)


@dataclass(eq=False)
class Search:
    """A search for the smallest changes under one concept.

    Parameters
    ----------
    board : Board
        The moves.
    wishes : sequence of Wishes
        Every party's preference.
    target : int
        The state that is to hold.
    concept : str
        One of :data:`~detente.conflict.unlock.question.UNLOCKING`.
    unstable : tuple of int
        States that are not to hold.
    limit : int
        How many changes to return.
    steps : Steps
        The budget.
    """

    board: Board
    wishes: Sequence[Wishes]
    target: int
    concept: str
    unstable: tuple[int, ...]
    limit: int
    steps: Steps
    _own: dict[tuple[int, str, frozenset[int], int], Found] = field(default_factory=dict)
    _alike: dict[tuple[int, Any], list[_Alike]] = field(default_factory=dict)

    def run(self) -> Solution:
        """Return the smallest changes."""
        parties = range(len(self.wishes))
        loose = {"seq": "gmr", "sseq": "smr"}.get(self.concept, self.concept)
        own = [self._minimum(party, loose) for party in parties]
        floor = sum(found.proved for found in own)
        if self.concept not in COUPLED and not self.unstable:
            return self._joined(own, self.concept)
        surely = self._surely()
        most = floor + SLACK if surely.cost is None else surely.cost
        proved = floor
        whole = True
        for cost in range(floor, min(MOST_COST, most) + 1):
            found, total, complete = self._level(cost)
            if total:
                return Solution(cost, min(proved, cost), found, total, complete)
            whole = whole and complete
            proved = cost + 1 if whole else proved
        return Solution(surely.cost, proved, surely.changes, len(surely.changes), False)

    def _surely(self) -> Solution:
        """Return some changes that do, found one party at a time, cheapest first.

        Each party's own smallest ones are put together, first with the others' answers as they
        are today, then for Nash stability, which is stability under every concept.
        """
        best = Solution(None, 0, (), 0, False)
        for concept in (self.concept, "nash"):
            own = [self._minimum(party, concept) for party in range(len(self.wishes))]
            made = self._joined(own, concept)
            changes = tuple(filter(self._does, made.changes))
            if changes and made.cost is not None and (best.cost is None or made.cost < best.cost):
                best = Solution(made.cost, 0, changes, len(changes), False)
        return best

    def _does(self, parts: Parts) -> bool:
        """Tell whether the target holds after a change, and no state that is not to."""
        ranks = self.board.model.ranks.copy()
        for party, atoms, placement in parts:
            ranks[party] = dense(self.wishes[party].score(atoms, placement))
        holds = self.board.equilibrium
        return holds(self.target, self.concept, ranks) and not any(
            holds(state, self.concept, ranks) for state in self.unstable
        )

    def _minimum(
        self, party: int, concept: str, free: frozenset[int] = frozenset(), limit: int = 0
    ) -> Found:
        key = (party, concept, free, limit)
        if key not in self._own:
            judge, seen = self.board.judge(party, self.target, concept, free)
            self._own[key] = self.wishes[party].minimum(
                judge, seen, limit or self.limit, self.steps
            )
        return self._own[key]

    def _joined(self, own: Sequence[Found], concept: str) -> Solution:
        def placed(party: int, atoms: tuple[Atom, ...]) -> tuple[int, ...]:
            judge, _ = self.board.judge(party, self.target, concept)
            return next(
                order
                for preferred, _, order in self.wishes[party].variants_of(atoms)
                if judge(preferred)
            )

        return joined(own, self.wishes, self.limit, placed)

    def _level(self, cost: int) -> tuple[tuple[Parts, ...], int, bool]:
        """Return the changes of exactly this cost, how many there are, and if all were tried."""
        found: dict[tuple[tuple[int, tuple[Atom, ...]], ...], tuple[tuple[int, ...], Parts]] = {}
        complete = True
        for shares in self._shares(cost):
            if not shares and not self._does(()):
                continue
            groups = {}
            for party, share in shares.items():
                group = self._choices(party, share, frozenset(shares) - {party})
                if group is None:
                    complete = False
                    break
                groups[party] = group
            if len(groups) < len(shares):
                continue
            order = sorted(groups, key=lambda party: len(groups[party]))
            ranks = np.ascontiguousarray(self.board.model.ranks).copy()
            for chosen in self._combined(order, groups, ranks):
                if not found:
                    self.steps.left = min(self.steps.left, TIES)
                if not self._gather(order, chosen, found):
                    complete = False
                    break
            if self.steps.left < 0:
                complete = False
                break
        best = nsmallest(
            self.limit,
            ((len(family), self._weight(family), family) for family in found),
        )
        return tuple(found[family][1] for _, _, family in best), len(found), complete

    def _weight(self, family: tuple[tuple[int, tuple[Atom, ...]], ...]) -> tuple[int, ...]:
        total: tuple[int, ...] = (0,) * 5
        for party, atoms in family:
            total = added(total, self.wishes[party].weight(atoms))
        return total

    def _shares(self, cost: int) -> Iterator[dict[int, int]]:
        """Yield the ways to spread `cost` that are not ruled out, by party."""
        everyone = range(len(self.wishes))
        for number in range(min(cost, len(self.wishes)) + 1):
            for chosen in combinations(everyone, number):
                changed = frozenset(chosen)
                least = {}
                for party in everyone:
                    bound = self._minimum(party, self.concept, changed - {party}).proved
                    if party in changed:
                        least[party] = max(1, bound)
                    elif bound:
                        break
                else:
                    spare = cost - sum(least.values())
                    if spare >= 0 and (number or not cost):
                        for extra in spread(spare, number):
                            yield {p: least[p] + e for p, e in zip(chosen, extra, strict=True)}

    def _choices(self, party: int, share: int, free: frozenset[int]) -> list[_Alike] | None:
        """Return the changes of a party at this cost that can do; `None` if they are too many."""
        bound = self._minimum(party, self.concept, free)
        judge, _ = self.board.judge(party, self.target, self.concept, free)
        if bound.cost == share and bound.complete and bound.total <= self.steps.left:
            # all that this party changes is needed for its own stability
            every = self._minimum(party, self.concept, free, bound.total)
            key: Any = every.families
            if (party, key) not in self._alike:
                placed = map(self.wishes[party].variants_of, every.families)
                self._alike[party, key] = self._united(party, chain.from_iterable(placed))
        else:
            key = share
            if (party, key) not in self._alike:
                if self.wishes[party].size(share) > self.steps.left:
                    return None
                self._alike[party, key] = self._united(party, self.wishes[party].variants(share))
        return [alike for alike in self._alike[party, key] if judge(alike.preferred)]

    def _united(
        self, party: int, ways: Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]
    ) -> list[_Alike]:
        """Return `ways` united where the party would improve alike and prefer alike."""
        board = self.board
        begin, end = board.first[party, 0], board.first[party, -1]
        to = board.to[begin:end]
        from_ = np.repeat(np.arange(board.model.size), np.diff(board.first[party]))
        united: dict[tuple[Any, ...], _Alike] = {}
        for number, (preferred, atoms, order) in enumerate(ways):
            if not self.steps.take():
                break
            score = self.wishes[party].score(atoms, order)
            key: tuple[Any, ...] = (
                preferred,
                np.packbits(score[to] > score[from_]).tobytes(),
                *(bits((score > score[state]).astype(np.bool_)) for state in self.unstable),
            )
            if key not in united:
                united[key] = _Alike(preferred, dense(score).astype(np.int32))
            united[key].ways.setdefault(atoms, (number, order))
        return list(united.values())

    def _combined(
        self,
        order: Sequence[int],
        groups: dict[int, list[_Alike]],
        ranks: Ranks,
        chosen: tuple[_Alike, ...] = (),
    ) -> Iterator[tuple[_Alike, ...]]:
        """Yield the choices, one of each group, with which the target holds."""
        if len(chosen) == len(order):
            if not any(self.board.equilibrium(z, self.concept, ranks) for z in self.unstable):
                yield chosen
            return
        party, *open_ = order[len(chosen) :]
        before = ranks[party].copy()
        group = groups[party]
        for start in range(0, len(group), ROWS):
            part = group[start : start + ROWS]
            if not self.steps.take(len(part)):
                break
            rows = [alike.ranks for alike in part]
            kept = self.board.survivors(self.target, self.concept, rows, party, ranks, open_)
            for which in np.flatnonzero(kept).tolist():
                ranks[party] = rows[which]
                yield from self._combined(order, groups, ranks, (*chosen, part[which]))
        ranks[party] = before

    def _gather(
        self,
        order: Sequence[int],
        chosen: tuple[_Alike, ...],
        found: dict[tuple[tuple[int, tuple[Atom, ...]], ...], tuple[tuple[int, ...], Parts]],
    ) -> bool:
        """Add the changes that one choice stands for, each at its nearest placement."""
        for ways in product(*(alike.ways.items() for alike in chosen)):
            if not self.steps.take():
                return False
            told = sorted(
                (party, atoms, number, placement)
                for party, (atoms, (number, placement)) in zip(order, ways, strict=True)
            )
            family = tuple((party, atoms) for party, atoms, _, _ in told)
            near = tuple(number for _, _, number, _ in told)
            parts = tuple((party, atoms, placement) for party, atoms, _, placement in told)
            if family not in found or near < found[family][0]:
                found[family] = near, parts
        return True
