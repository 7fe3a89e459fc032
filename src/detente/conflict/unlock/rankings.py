"""Changes of a direct ranking, counted in pairs of states whose order differs.

A pair that was strict and becomes a tie, or the other way round, counts as one. For the party's
own stability under Nash, GMR or SMR the cheapest change lifts the target: if the highest state
that must no longer be preferred to it stands in tier T, every state of the tiers from T down to
the target (T and those in between) is in a changed pair, with the target or with that state; and
so is each state that the target tied with. Lifting the target level with T changes just these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.unlock.edits import Edit
from detente.conflict.unlock.question import Judge, bits
from detente.conflict.unlock.wishes import Atom, Found, Steps, Weight

LISTED_PAIRS = 3
"""Up to so many changed pairs all other orders that do are looked for too."""


@dataclass(frozen=True, eq=False, slots=True)
class RankingWishes:
    """A party's ranking of the states, that can be changed.

    The order of a variant is the height of each state, 0 the worst.
    """

    model: ConflictModel
    party: int
    target: int
    line: int = 0

    @property
    def _old(self) -> list[int]:
        old: list[int] = self.model.ranks[self.party].tolist()
        return old

    def minimum(self, judge: Judge, seen: int, limit: int, steps: Steps) -> Found:
        """Return the smallest changes with which `judge` is content."""
        rank = self.model.ranks[self.party]
        level = int(rank[self.target])
        for height in range(level, int(rank.max()) + 1):
            if judge(bits(rank > height)):
                break
        if height == level:
            return Found(0, 0, ((),), 1, True)
        cost = int(((rank <= height) & (rank > level)).sum() + (rank == level).sum()) - 1
        lifted = rank.copy()
        lifted[self.target] = height
        lift = self._atoms(lifted.tolist())
        families = [lift]
        complete = cost <= LISTED_PAIRS and self.size(cost) <= steps.left
        if complete:
            for preferred, atoms, _ in self.variants(cost):
                steps.take()
                if judge(preferred) and atoms != lift:
                    families.append(atoms)
        return Found(cost, cost, tuple(families[:limit]), len(families), complete)

    def size(self, cost: int) -> int:
        """Return about how many steps :meth:`variants` of this cost takes."""
        return int((2 * self.model.size) ** cost)

    def variants(self, cost: int) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield every order in which exactly `cost` pairs differ."""
        old = self._old
        states = sorted(range(len(old)), key=lambda state: (-old[state], state))
        for tiers, spent in self._built(states, old, cost):
            if spent == cost:
                heights = [0] * len(old)
                for height, tier in enumerate(reversed(tiers)):
                    for state in tier:
                        heights[state] = height
                level = heights[self.target]
                preferred = sum(1 << s for s, height in enumerate(heights) if height > level)
                yield preferred, self._atoms(heights), tuple(heights)

    def _built(
        self, states: list[int], old: list[int], most: int
    ) -> Iterator[tuple[tuple[tuple[int, ...], ...], int]]:
        """Yield the orders within `most` changed pairs, states put in one by one, best first."""
        built: list[tuple[tuple[tuple[int, ...], ...], int]] = [((), 0)]
        for state in states:
            grown = []
            for tiers, spent in built:
                ties = sum(old[other] == old[state] for tier in tiers for other in tier)
                below = 0  # states of the tiers passed so far, all of which would stand lower
                tied_below = 0
                for at in range(len(tiers), -1, -1):
                    # between the tiers at - 1 and at: those above keep their order unless tied
                    cost = below + (ties - tied_below)
                    if spent + cost <= most:
                        grown.append(((*tiers[:at], (state,), *tiers[at:]), spent + cost))
                    if at == 0 or below > most:
                        break
                    tier = tiers[at - 1]
                    equal = sum(old[other] == old[state] for other in tier)
                    cost = below + (len(tier) - equal) + (ties - tied_below - equal)
                    if spent + cost <= most:
                        grown.append(
                            (
                                (*tiers[: at - 1], (*tier, state), *tiers[at:]),
                                spent + cost,
                            )
                        )
                    below += len(tier)
                    tied_below += equal
            built = grown
        yield from built

    def variants_of(
        self, atoms: tuple[Atom, ...]
    ) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield the one order that the changed pairs make."""
        heights = self._heights(atoms)
        level = heights[self.target]
        yield sum(1 << s for s, h in enumerate(heights) if h > level), atoms, heights

    def _heights(self, atoms: tuple[Atom, ...]) -> tuple[int, ...]:
        """Return the order from its changed pairs: each state by how many it stands above."""
        old, size = self._old, self.model.size
        signs = {tuple(divmod(pair, size)): self._sign(kind) for kind, pair in atoms}
        wins = [0] * size
        for a, b in combinations(range(size), 2):
            sign = signs.get((a, b), (old[a] > old[b]) - (old[a] < old[b]))
            wins[a] += sign
            wins[b] -= sign
        dense = {value: height for height, value in enumerate(sorted(set(wins)))}
        return tuple(dense[value] for value in wins)

    @staticmethod
    def _sign(kind: str) -> int:
        return {"above": 1, "level": 0, "below": -1}[kind]

    def _atoms(self, heights: Sequence[int]) -> tuple[Atom, ...]:
        """Return the changed pairs, the lower-numbered state first."""
        old, size = self._old, self.model.size
        atoms = []
        for a, b in combinations(range(size), 2):
            was = (old[a] > old[b]) - (old[a] < old[b])
            now = (heights[a] > heights[b]) - (heights[a] < heights[b])
            if was != now:
                atoms.append((("below", "level", "above")[now + 1], a * size + b))
        return tuple(atoms)

    def score(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> NDArray[np.int64]:
        """Return the height of each state in an order."""
        return np.array(order, np.int64)

    def weight(self, atoms: Sequence[Atom]) -> Weight:
        """Return how much a change asks beyond its cost: pairs are all alike."""
        return (0, 0, 0, 0, 0)

    def edits(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> tuple[Edit, ...]:
        """Return the changed pairs as edits, told from the target or the state that falls."""
        told = []
        for kind, pair in atoms:
            a, b = divmod(pair, self.model.size)
            if b == self.target or (a != self.target and kind == "below"):
                a, b, kind = b, a, {"above": "below", "below": "above"}.get(kind, kind)
            after: Literal["above", "level", "below"] = (
                "above" if kind == "above" else "level" if kind == "level" else "below"
            )
            told.append(Edit(self.party, "reorder", pair=(a, b), side=after, line=self.line))
        return tuple(told)
