"""Changes of a party's weights: a term removed, its sign turned, or a wish that outweighs all.

Each costs 1. Other changes of a weight's size are not searched: how far a number may be moved
for the price of one has no answer. An added wish weighs more than all terms together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, product
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.states import evaluate
from detente.conflict.unlock.edits import Edit, Formula, formulas
from detente.conflict.unlock.question import Judge, bits
from detente.conflict.unlock.statements import MOST_EDITS, is_firm
from detente.conflict.unlock.wishes import Atom, Found, Steps, Weight
from detente.dossier.expression_text import write
from detente.dossier.standoff import ByWeights


@dataclass(eq=False)
class WeightWishes:
    """A party's weighted terms, that can be changed."""

    model: ConflictModel
    party: int
    target: int
    preference: ByWeights
    added: list[Formula] = field(init=False)
    _truth: list[NDArray[np.bool_]] = field(init=False)
    _whole: list[int] = field(init=False)

    def __post_init__(self) -> None:
        place = {option: k for k, option in enumerate(self.model.options)}
        terms = self.preference.terms
        middle = [(Fraction(repr(t.low)) + Fraction(repr(t.high))) / 2 for t in terms]
        scale = lcm(*(weight.denominator for weight in middle)) if middle else 1
        self._whole = [int(weight * scale) for weight in middle]
        self._truth = [evaluate(t.clause.expression, self.model.states, place) for t in terms]
        self.added = formulas(self.model, self.party, self.target)

    def _scores(self, atoms: Sequence[Atom]) -> NDArray[Any]:
        """Return the scores after a change, as Python integers."""
        score = np.zeros(self.model.size, np.object_)
        kinds = {wish: kind for kind, wish in atoms}
        for k, (weight, truth) in enumerate(zip(self._whole, self._truth, strict=True)):
            sign = {"remove": 0, "turn": -1}.get(kinds.get(k, ""), 1)
            score[truth] += sign * weight
        above = 1 + sum(map(abs, self._whole))
        for kind, wish in atoms:
            if kind == "add":
                states = self.added[wish - len(self._whole)].states
                score += np.array(
                    [above if states >> s & 1 else 0 for s in range(self.model.size)], np.object_
                )
        return score

    def _preferred(self, atoms: Sequence[Atom]) -> int:
        score = self._scores(atoms)
        return bits((score > score[self.target]).astype(np.bool_))

    def minimum(self, judge: Judge, seen: int, limit: int, steps: Steps) -> Found:
        """Return the smallest changes with which `judge` is content."""
        for cost in range(MOST_EDITS + 1):
            found: list[tuple[Weight, tuple[Atom, ...]]] = []
            for changed in range(cost + 1):
                for atoms in self._terms(changed):
                    if not steps.take():
                        return self._done(cost, found, limit, complete=False)
                    left = self._preferred(atoms) & seen
                    good = [
                        (len(self._whole) + k, f.states)
                        for k, f in enumerate(self.added)
                        if f.states >> self.target & 1 and left & ~f.states
                    ]
                    for chosen in combinations(good, cost - changed):
                        if not steps.take():
                            return self._done(cost, found, limit, complete=False)
                        kept = left
                        for _, states in chosen:
                            kept &= states
                        if judge(kept):
                            whole = tuple(sorted((*atoms, *(("add", w) for w, _ in chosen))))
                            found.append((self.weight(whole), whole))
            if found:
                return self._done(cost, found, limit, complete=True)
        return Found(None, MOST_EDITS + 1, (), 0, True)

    @staticmethod
    def _done(
        cost: int, found: list[tuple[Weight, tuple[Atom, ...]]], limit: int, *, complete: bool
    ) -> Found:
        listed = tuple(atoms for _, atoms in sorted(found)[:limit])
        return Found(cost if found else None, cost, listed, len(found), complete)

    def _terms(self, number: int) -> Iterator[tuple[Atom, ...]]:
        """Yield the ways to remove or turn so many terms; one that weighs nothing stays."""
        weighty = [k for k, weight in enumerate(self._whole) if weight]
        for chosen in combinations(weighty, number):
            for kinds in product(("remove", "turn"), repeat=number):
                yield tuple(zip(kinds, chosen, strict=True))

    def size(self, cost: int) -> int:
        """Return how many changes :meth:`variants` of this cost tries."""
        return int((2 * len(self._whole) + len(self.added)) ** cost)

    def variants(self, cost: int) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield every change of exactly this cost."""
        for changed in range(cost + 1):
            for atoms in self._terms(changed):
                first = len(self._whole)
                for new in combinations(range(first, first + len(self.added)), cost - changed):
                    yield from self.variants_of(
                        tuple(sorted((*atoms, *(("add", wish) for wish in new))))
                    )

    def variants_of(
        self, atoms: tuple[Atom, ...]
    ) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield the change; terms have no order."""
        yield self._preferred(atoms), atoms, ()

    def score(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> NDArray[Any]:
        """Return what each state is worth after a change, as Python integers."""
        return self._scores(atoms)

    def weight(self, atoms: Sequence[Atom]) -> Weight:
        """Return how much a change asks: firm terms, removals, and what is added."""
        firm = removed = foreign = conditions = 0
        for kind, wish in atoms:
            if kind == "add":
                formula = self.added[wish - len(self._whole)]
                foreign += not formula.own
                conditions += formula.conditional
                continue
            firm += is_firm(self.preference.terms[wish].clause)
            removed += kind == "remove"
        return firm, removed, foreign, conditions, 0

    def edits(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> tuple[Edit, ...]:
        """Return a change as edits."""
        told = []
        for kind, wish in atoms:
            if kind == "add":
                expression = self.added[wish - len(self._whole)].expression
                told.append(Edit(self.party, "add", text=write(expression), expression=expression))
                continue
            clause = self.preference.terms[wish].clause
            told.append(
                Edit(
                    self.party,
                    "remove" if kind == "remove" else "turn",
                    wish,
                    clause.text,
                    clause.expression,
                    None,
                    clause.place.line,
                )
            )
        return tuple(sorted(told, key=lambda edit: edit.sort_key))
