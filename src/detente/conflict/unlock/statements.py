"""Changes of a list of statements: moves, removals and added wishes.

Whether a state is preferred to the target is decided by the first statement on which the two
differ. A statement true in the target (a *good* one) can only make states worse than it, one
false there (a *bad* one) only better. So for a party's own stability under Nash, GMR or SMR,
which never suffers when fewer states are preferred to the target, an added wish has to be good
and does most at the top, a good statement that moves does most at the top and a bad one at the
bottom: a change does somewhere exactly if it does there. This makes the exhaustive search small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from itertools import combinations, product
from math import prod

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.preferences import CHUNK, dense
from detente.conflict.states import evaluate
from detente.conflict.unlock.edits import Edit, Formula, formulas
from detente.conflict.unlock.question import Judge, bits
from detente.conflict.unlock.wishes import Atom, Found, Steps, Weight
from detente.dossier.expression_text import write
from detente.dossier.expressions import Expression
from detente.dossier.standoff import Clause

KEPT_SIZE = 1 << 16
"""Up to so many states it is remembered where a wish is true."""

MOST_EDITS = 6
"""Up to this cost changes of one party are looked for."""


@dataclass(eq=False)
class StatementWishes:
    """A party's statements, most important first, that can be changed.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    party : int
        Whose statements.
    target : int
        The state that is to hold.
    clauses : tuple of Clause
        The statements in their central reading; none for an indifferent party.
    """

    model: ConflictModel
    party: int
    target: int
    clauses: tuple[Clause, ...]
    added: list[Formula] = field(init=False)
    _truth: dict[int, NDArray[np.bool_]] = field(init=False)
    _states: list[int] = field(init=False)

    def __post_init__(self) -> None:
        place = {option: k for k, option in enumerate(self.model.options)}
        self._truth = {
            k: evaluate(clause.expression, self.model.states, place)
            for k, clause in enumerate(self.clauses)
        }
        self._states = [bits(truth) for truth in self._truth.values()]
        self.added = formulas(self.model, self.party, self.target, self._states)
        self._states += [formula.states for formula in self.added]

    @property
    def _count(self) -> int:
        return len(self.clauses)

    def _good(self, wish: int) -> bool:
        return bool(self._states[wish] >> self.target & 1)

    def preferred(self, order: Sequence[int]) -> int:
        """Return the states preferred to the target, for the wishes in this order."""
        undecided, found = (1 << self.model.size) - 1, 0
        for wish in order:
            true = self._states[wish]
            if true >> self.target & 1:
                undecided &= true
            else:
                found |= undecided & true
                undecided &= ~true
        return found

    def minimum(self, judge: Judge, seen: int, limit: int, steps: Steps) -> Found:
        """Return the smallest changes with which `judge` is content, at their best placement."""
        for cost in range(MOST_EDITS + 1):
            best: list[tuple[Weight, tuple[Atom, ...]]] = []
            total = 0
            for atoms, left in self._residuals(cost):
                if not steps.take():
                    return self._given_up(cost, best, total, limit)
                classes = self._tops(atoms, left & seen)
                for chosen in combinations(classes, cost - len(atoms)):
                    if not steps.take():
                        return self._given_up(cost, best, total, limit)
                    gone = 0
                    for cut in chosen:
                        gone |= cut
                    if not judge(left & ~gone):
                        continue
                    total += prod(len(classes[cut]) for cut in chosen)
                    best += self._least(atoms, [classes[cut] for cut in chosen], limit)
                    best = nsmallest(limit, best)
            if total:
                return Found(cost, cost, tuple(atoms for _, atoms in best), total, True)
        return Found(None, MOST_EDITS + 1, (), 0, True)

    @staticmethod
    def _given_up(
        cost: int, best: list[tuple[Weight, tuple[Atom, ...]]], total: int, limit: int
    ) -> Found:
        found = tuple(atoms for _, atoms in nsmallest(limit, best))
        return Found(cost if total else None, cost, found, total, False)

    def _residuals(self, most: int) -> Iterator[tuple[tuple[Atom, ...], int]]:
        """Yield the ways to weaken bad statements, with the states then still preferred."""
        bad = [k for k in range(self._count) if not self._good(k)]
        for number in range(min(most, len(bad)) + 1):
            for chosen in combinations(bad, number):
                for kinds in product(("remove", "move"), repeat=number):
                    atoms = tuple(zip(kinds, chosen, strict=True))
                    order = [k for k in range(self._count) if k not in chosen]
                    order += [k for kind, k in atoms if kind == "move"]
                    yield tuple(sorted(atoms)), self.preferred(order)

    def _tops(self, atoms: Iterable[Atom], left: int) -> dict[int, list[Atom]]:
        """Return good wishes that could stand at the top, by the states of `left` they cut off."""
        classes: dict[int, list[Atom]] = {}
        for wish, true in enumerate(self._states):
            if true >> self.target & 1 and left & ~true:
                atom = ("move" if wish < self._count else "add", wish)
                classes.setdefault(left & ~true, []).append(atom)
        return classes

    def _least(
        self, atoms: tuple[Atom, ...], classes: list[list[Atom]], limit: int
    ) -> Iterator[tuple[Weight, tuple[Atom, ...]]]:
        """Yield the changes that ask least, one wish of each class."""
        best = [(self.weight(atoms), atoms)]
        for group in classes:
            light = nsmallest(limit, [(self.weight([atom]), atom) for atom in group])
            joined = (
                (tuple(map(sum, zip(w, v, strict=True))), tuple(sorted((*many, one))))
                for w, many in best
                for v, one in light
            )
            best = nsmallest(limit, joined)
        yield from best

    def weight(self, atoms: Sequence[Atom]) -> Weight:
        """Return how much a change asks: firm statements, removals, and what is added."""
        firm = removed = foreign = conditions = height = 0
        for kind, wish in atoms:
            if kind == "add":
                formula = self.added[wish - self._count]
                foreign += not formula.own
                conditions += formula.conditional
                continue
            firm += is_firm(self.clauses[wish])
            removed += kind == "remove"
            height += self._count - wish
        return firm, removed, foreign, conditions, height

    def size(self, cost: int) -> int:
        """Return how many orders :meth:`variants` of this cost tries."""
        k = self._count
        one = k * k + k + len(self.added) * (k + 1)
        return int(one**cost)

    def variants(self, cost: int) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield every change of exactly this cost, at every placement."""
        for removals in range(cost + 1):
            for moves in range(cost - removals + 1):
                for gone in combinations(range(self._count), removals):
                    rest = [k for k in range(self._count) if k not in gone]
                    for moved in combinations(rest, moves):
                        for new in combinations(
                            range(self._count, len(self._states)), cost - removals - moves
                        ):
                            yield from self.variants_of(
                                tuple(
                                    sorted(
                                        [
                                            *(("remove", k) for k in gone),
                                            *(("move", k) for k in moved),
                                            *(("add", k) for k in new),
                                        ]
                                    )
                                )
                            )

    def variants_of(
        self, atoms: tuple[Atom, ...]
    ) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield every placement of one change, those nearest to the list as it stands first."""
        touched = {wish for kind, wish in atoms if kind != "add"}
        kept = [k for k in range(self._count) if k not in touched]
        loose = [wish for kind, wish in atoms if kind != "remove"]
        moved = [wish for kind, wish in atoms if kind == "move"]
        orders: list[tuple[int, ...]] = [tuple(kept)]
        for wish in loose:
            orders = [
                (*order[:at], wish, *order[at:]) for order in orders for at in range(len(order) + 1)
            ]
        if moved:
            orders = [order for order in orders if self._really_moved(order, len(moved))]
        orders.sort(key=lambda order: self._distance(order, loose))
        for order in orders:
            yield self.preferred(order), atoms, order

    def _really_moved(self, order: tuple[int, ...], moved: int) -> bool:
        """Tell whether an order cannot be had by moving fewer statements."""
        old = [wish for wish in order if wish < self._count]
        longest: list[int] = []
        for at, wish in enumerate(old):
            before = [longest[b] for b in range(at) if old[b] < wish]
            longest.append(1 + max(before, default=0))
        return len(old) - max(longest, default=0) == moved

    def _distance(self, order: tuple[int, ...], loose: list[int]) -> tuple[int, tuple[int, ...]]:
        """Return how far a placement goes: moves by their way, new wishes by their height."""
        total = 0
        for wish in loose:
            at = order.index(wish)
            total += abs(at - wish) if wish < self._count else len(order) - at
        return total, order

    def score(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> NDArray[np.int64]:
        """Return what each state is worth, with the wishes in this order."""
        score = np.zeros(self.model.size, np.int64)
        for number, wish in enumerate(order):
            if number and number % CHUNK == 0:
                score = dense(score)
            score <<= 1
            score |= self._holds(wish)
        return score

    def _holds(self, wish: int) -> NDArray[np.bool_]:
        """Return where a wish is true."""
        if wish not in self._truth:
            raw = self._states[wish].to_bytes((self.model.size + 7) // 8, "little")
            unpacked = np.unpackbits(np.frombuffer(raw, np.uint8), bitorder="little")
            truth = unpacked[: self.model.size].astype(np.bool_)
            if self.model.size > KEPT_SIZE:
                return truth
            self._truth[wish] = truth
        return self._truth[wish]

    def edits(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> tuple[Edit, ...]:
        """Return a change as edits, with the places in the new list."""
        told = []
        for kind, wish in atoms:
            edit = Edit(self.party, "add", text=self._text(wish), expression=self._asks(wish))
            if kind != "add":
                line = self.clauses[wish].place.line
                edit = replace(
                    edit, kind="move" if kind == "move" else "remove", statement=wish, line=line
                )
            told.append(edit if kind == "remove" else self._put(edit, wish, order))
        return tuple(sorted(told, key=lambda edit: edit.sort_key))

    def _put(self, edit: Edit, wish: int, order: tuple[int, ...]) -> Edit:
        """Return an edit with the place of its wish and the wish beside which it stands."""
        place = order.index(wish)
        if len(order) == 1:
            return replace(edit, place=place)
        down = edit.statement is not None and place > edit.statement
        above = place + 1 < len(order) and not (down and place)
        other = order[place + 1] if above else order[place - 1]
        return replace(
            edit,
            place=place,
            side="above" if above else "below",
            beside=self._text(other),
            beside_expression=self._asks(other),
        )

    def _asks(self, wish: int) -> Expression:
        if wish < self._count:
            return self.clauses[wish].expression
        return self.added[wish - self._count].expression

    def _text(self, wish: int) -> str:
        return self.clauses[wish].text if wish < self._count else write(self._asks(wish))


def is_firm(clause: Clause) -> bool:
    """Tell whether a statement is sure and has evidence, so that changing it asks more."""
    return clause.reason.sure >= 1.0 and bool(clause.reason.evidence)
