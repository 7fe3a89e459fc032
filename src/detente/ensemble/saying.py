"""From the numbers of draws to what each says about preferences, as the kernels read it."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.drawing_board import Wishes
from detente.conflict.kernels.drawn_ranks import GIVEN, STATEMENTS, WEIGHTS
from detente.conflict.model import ConflictModel
from detente.conflict.states import evaluate
from detente.dossier.standoff import ByStatements, ByWeights
from detente.ensemble.drawing import Values, orders
from detente.ensemble.guesses import GRID
from detente.ensemble.plan import Entry, Guards, PartyPlan, Plan
from detente.errors import Fault, SizeError


def present(values: Values, guards: Guards) -> NDArray[np.bool_]:
    """Return in which draws an entry with these `guards` is there."""
    there: NDArray[np.bool_] = (values[:, list(guards)] == 1).all(axis=1)
    return there


class Sayings:
    """What draws say, as sequences of clauses and their weights.

    Parameters
    ----------
    plan : Plan
        The standoff taken apart.
    names : tuple of str
        The players' names, for a message.

    Raises
    ------
    SizeError
        If the weights of a party differ so much in size that they cannot be added exactly.
    """

    def __init__(self, plan: Plan, names: tuple[str, ...]) -> None:
        self._plan = plan
        counts = [max(sum(_places(entry) for entry in p.entries), 1) for p in plan.parties]
        self.slots = np.cumsum([0, *counts]).astype(np.int64)
        self._scales = [
            _scale(party, name) for party, name in zip(plan.parties, names, strict=True)
        ]

    def read(self, values: Values) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return, for each draw, the clauses that count and their weights, shape (draws, slots).

        Of a party with statements, the most important clause comes first; -1 stands for one that
        is absent. Of a party with a ranking, or with no preference, the one entry is 0, or -1
        where the ranking is absent.
        """
        size = len(values), int(self.slots[-1])
        sequence, weight = np.full(size, -1, np.int32), np.zeros(size, np.int64)
        for party, first, scale in zip(
            self._plan.parties, self.slots[:-1].tolist(), self._scales, strict=True
        ):
            if not party.entries:
                sequence[:, first] = np.where(present(values, party.guards), 0, -1)
            at = first
            for entry in party.entries:
                found = _clauses(entry, values)
                sequence[:, at : at + found.shape[1]] = found
                if isinstance(party.preference, ByWeights):
                    weight[:, at] = _amounts(entry, values, scale)
                at += found.shape[1]
        return sequence, weight

    def wishes(self, model: ConflictModel) -> Wishes:
        """Return what the parties' ranks are made of over the states of `model`.

        Its own ranks are those of parties with a ranking.
        """
        place = {option: k for k, option in enumerate(model.options)}
        n = len(self._plan.parties)
        kind, shape = np.zeros(n, np.int64), np.zeros((n, 3), np.int64)
        class_of = np.zeros((n, model.size), np.int32)
        truths, packed = [], []
        for i, party in enumerate(self._plan.parties):
            if not party.entries:
                kind[i] = GIVEN
                class_of[i] = model.ranks[i]
                truth = np.zeros((0, 0), np.uint8)
                words = np.zeros((int(model.ranks[i].max()) + 1, 0), np.uint64)
            else:
                kind[i] = STATEMENTS if isinstance(party.preference, ByStatements) else WEIGHTS
                rows = [evaluate(c.expression, model.states, place) for c in party.clauses]
                truth, words, class_of[i] = _classes(np.array(rows))
            shape[i] = len(truth), len(words), words.shape[1]
            truths.append(truth.ravel())
            packed.append(words.ravel())
        starts = np.zeros((n, 2), np.int64)
        starts[1:, 0] = np.cumsum([len(t) for t in truths])[:-1]
        starts[1:, 1] = np.cumsum([len(w) for w in packed])[:-1]
        return Wishes(
            kind, shape, np.concatenate(truths), np.concatenate(packed), starts, class_of,
            self.slots,
        )  # fmt: skip


def _places(entry: Entry) -> int:
    return 1 if entry.reading else len(entry.slots)


def _clauses(entry: Entry, values: Values) -> NDArray[np.int32]:
    """Return the clauses of an entry in the order of each draw, -1 where absent."""
    columns = [
        np.where(present(values, slot.guards), slot.clause, -1).astype(np.int32)
        for slot in entry.slots
    ]
    table = np.stack(columns, axis=1)
    if entry.guess is None or len(entry.slots) == 1:
        return table
    number = values[:, entry.guess]
    chosen = number[:, None] if entry.reading else orders(number, len(entry.slots))
    return np.take_along_axis(table, chosen, axis=1)


def _amounts(entry: Entry, values: Values, scale: int) -> NDArray[np.int64]:
    """Return the weight of an entry in each draw as a whole number, `scale` being one."""
    low, high = int(entry.low * scale) * GRID, int(entry.high * scale) * GRID
    if entry.guess is None:
        return np.full(len(values), low, np.int64)
    return low + (high - low) // GRID * values[:, entry.guess]


def _scale(party: PartyPlan, name: str) -> int:
    """Return by what the weights of a party are multiplied so that all draws are whole numbers."""
    if not isinstance(party.preference, ByWeights):
        return 1
    ends = [end for entry in party.entries for end in (entry.low, entry.high)]
    scale = lcm(*(end.denominator for end in ends))
    most = sum(max(abs(e.low), abs(e.high)) for e in party.entries) * Fraction(scale * GRID)
    if most >= 1 << 61:
        raise SizeError(
            [
                Fault(
                    "", 0, 0, "weights-too-fine",
                    f"the weights of {name} differ too much in size to be drawn exactly",
                    "Write them with fewer digits",
                )
            ]
        )  # fmt: skip
    return scale


def _classes(
    truth: NDArray[np.bool_],
) -> tuple[NDArray[np.uint8], NDArray[np.uint64], NDArray[np.int32]]:
    """Return the truth of each clause in each class, the same as words, and each state's class."""
    count, m = truth.shape
    words = np.zeros((m, (count + 63) // 64), np.uint64)
    for k, row in enumerate(truth):
        words[:, k // 64] |= row.astype(np.uint64) << np.uint64(k % 64)
    if words.shape[1] == 1:
        _, first, number = np.unique(words[:, 0], return_index=True, return_inverse=True)
    else:
        _, first, number = np.unique(words, axis=0, return_index=True, return_inverse=True)
    class_of = number.reshape(m).astype(np.int32)
    return truth[:, first].astype(np.uint8), np.ascontiguousarray(words[first]), class_of
