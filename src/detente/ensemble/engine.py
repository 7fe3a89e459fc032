"""Draws solved: every concept, every party, and what improvements lead to from today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.conflict.compile import compile_model
from detente.conflict.kernels.drawing_board import Board, Counts
from detente.conflict.kernels.draws import rank_lanes, run_lanes
from detente.conflict.kernels.general import solve_lists
from detente.conflict.kernels.rows import LANES
from detente.conflict.kernels.simultaneous import simultaneous_bits
from detente.conflict.model import ConflictModel, Ranks
from detente.conflict.reach import reachable
from detente.dossier import Dossier
from detente.ensemble.drawing import Values
from detente.ensemble.plan import Plan
from detente.ensemble.planner import make_plan
from detente.ensemble.saying import Sayings
from detente.ensemble.states import StateCounts, joined
from detente.ensemble.variants import Key, Variant, Variants

MOVES_BITS, SIM_BIT = 0b000110, 0b100000
"""GMR and SMR, and SIM, in a verdict."""


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """What became of some states in some draws.

    Parameters
    ----------
    held : NDArray[np.uint8]
        Shape (draws, watched): the concepts under which each is an equilibrium, as bits.
    came : NDArray[np.bool_]
        Shape (draws, watched): whether improvements lead to it from today.
    """

    held: NDArray[np.uint8]
    came: NDArray[np.bool_]


class Aside(Protocol):
    """Somebody who wants each party's verdicts on states, draw by draw, while draws are solved."""

    def looked(self, variant: Variant, draws: NDArray[np.intp]) -> Sequence[int]:
        """Return the states of `variant` that are asked about; `draws` are those that have it."""

    def settle(self, verdicts: NDArray[np.uint8]) -> None:
        """Take the verdicts, shape (draws, n, states), on what `looked` returned last."""


class Engine:
    """Solves draws of one standoff.

    Parameters
    ----------
    dossier : Dossier
        With a section ``conflict``.

    Raises
    ------
    DossierError
        If the standoff cannot be compiled, or a ranking misses states that some draw has.
    """

    def __init__(self, dossier: Dossier) -> None:
        dossier.require_complete()
        self.model: ConflictModel = compile_model(dossier)
        self.plan: Plan = make_plan(dossier, self.model)
        self._sayings = Sayings(self.plan, self.model.party_names)
        self.variants = Variants(dossier, self.plan, self._sayings, self.model.size)
        self.variants.check()

    def ranks(self, variant: Variant, values: Values) -> list[Ranks]:
        """Return every party's ranks in each draw."""
        sequence, weight = self._sayings.read(values)
        wishes = variant.wishes
        rank = np.empty((*wishes.class_of.shape, LANES), np.int32)
        found: list[Ranks] = []
        for begin in range(0, len(values), LANES):
            part = slice(begin, begin + LANES)
            rank_lanes(wishes, sequence[part], weight[part], rank)
            found += [np.ascontiguousarray(rank[:, :, x]) for x in range(len(values[part]))]
        return found

    def watch(
        self,
        values: Values,
        watched: tuple[Key, ...],
        concepts: int,
        aside: Aside | None = None,
    ) -> Outcome:
        """Return what becomes of the `watched` states under `concepts` (bits), counting nothing."""
        often = np.zeros(len(values), np.int32)
        return self._solve(values, often, watched, concepts, np.arange(len(values)), aside)[0]

    def count(
        self,
        values: Values,
        watched: tuple[Key, ...],
        concepts: int,
        aside: Aside | None = None,
    ) -> tuple[Outcome, StateCounts]:
        """Return what becomes of the `watched` states, and how often each state does what.

        Draws that are the same are solved once. What `aside` asks about is told on the way.
        """
        kinds, kind, times = np.unique(values, axis=0, return_inverse=True, return_counts=True)
        kind = kind.reshape(-1)
        often = times.astype(np.int32)
        outcome, counts = self._solve(kinds, often, watched, concepts, kind, aside)
        return Outcome(outcome.held[kind], outcome.came[kind]), joined(counts)

    def tell(self, aside: Aside, values: Values, concepts: int) -> None:
        """Tell `aside` what it asks about draws, and nothing else; those alike are solved once."""
        for variant, chosen in self.variants.groups(values):
            looked = aside.looked(variant, chosen)
            if looked:
                drawn, same = np.unique(values[chosen], axis=0, return_inverse=True)
                verdicts = self.judge(variant, drawn, looked, concepts)
                aside.settle(verdicts[same.reshape(-1)])

    def judge(
        self, variant: Variant, values: Values, states: Sequence[int], concepts: int
    ) -> NDArray[np.uint8]:
        """Return each party's verdicts on `states` of `variant` in draws that have it.

        Returns
        -------
        NDArray[np.uint8]
            Shape (draws, n, states): the concepts, as bits, under which the state is stable for
            the party.
        """
        looked = np.array(states, np.int32)
        found = np.zeros((len(values), len(self.plan.parties), len(looked)), np.uint8)
        if variant.board is None:
            for d, ranks in enumerate(self.ranks(variant, values)):
                found[d] = solve_lists(variant.lists, ranks)[:, looked]
            return found
        sequence, weight = self._sayings.read(values)
        nobody = np.full(len(values), -1, np.int32)
        run_lanes(
            variant.wishes, variant.board, sequence, weight, np.zeros(len(values), np.int32),
            nobody, looked, Counts.nothing(len(self.plan.parties), variant.model.size),
            bool(concepts & MOVES_BITS), bool(concepts & SIM_BIT), found,
        )  # fmt: skip
        return found

    def _solve(
        self,
        values: Values,
        times: NDArray[np.int32],
        watched: tuple[Key, ...],
        concepts: int,
        kind: NDArray[np.intp],
        aside: Aside | None,
    ) -> tuple[Outcome, list[StateCounts]]:
        """Solve each of `values`; `kind` says which of them every draw is."""
        held = np.zeros((len(values), len(watched)), np.uint8)
        came = np.zeros((len(values), len(watched)), np.bool_)
        counted = []
        for variant, chosen in self.variants.groups(values):
            mine = values[chosen]
            today = self.variants.todays(variant, mine)
            draws = np.flatnonzero(np.isin(kind, chosen))
            more = [] if aside is None else list(aside.looked(variant, draws))
            looked = np.array([*(variant.find(key) for key in watched), *more], np.int32)
            each = np.zeros((len(mine), len(self.plan.parties), len(looked)), np.uint8)
            given = mine, times[chosen], today, looked, concepts, each if more else None
            counts, outcome = (
                self._on_lists(variant, *given)
                if variant.board is None
                else self._on_board(variant, variant.board, *given)
            )
            if aside is not None and more:
                aside.settle(each[np.searchsorted(chosen, kind[draws]), :, len(watched) :])
            held[chosen] = outcome.held[:, : len(watched)]
            came[chosen] = outcome.came[:, : len(watched)]
            counted.append(self._by_state(variant, counts, times[chosen], today))
        return Outcome(held, came), counted

    def _on_board(
        self,
        variant: Variant,
        board: Board,
        values: Values,
        times: NDArray[np.int32],
        today: NDArray[np.int32],
        looked: NDArray[np.int32],
        concepts: int,
        each: NDArray[np.uint8] | None,
    ) -> tuple[Counts, Outcome]:
        """Solve draws in compiled code."""
        counts = Counts.nothing(len(self.plan.parties), variant.model.size)
        sequence, weight = self._sayings.read(values)
        held, came = run_lanes(
            variant.wishes, board, sequence, weight, times, today, looked, counts,
            bool(concepts & MOVES_BITS), bool(concepts & SIM_BIT), each,
        )  # fmt: skip
        return counts, Outcome(held, came)

    def _on_lists(
        self,
        variant: Variant,
        values: Values,
        times: NDArray[np.int32],
        today: NDArray[np.int32],
        looked: NDArray[np.int32],
        concepts: int,
        each: NDArray[np.uint8] | None,
    ) -> tuple[Counts, Outcome]:
        """Solve draws by lists of moves, one by one, for merged states."""
        model = variant.model
        counts = Counts.nothing(len(self.plan.parties), model.size)
        held = np.zeros((len(values), len(looked)), np.uint8)
        came = np.zeros((len(values), len(looked)), np.bool_)
        bits = np.arange(6, dtype=np.uint8)[:, None]
        for d, ranks in enumerate(self.ranks(variant, values)):
            verdicts = solve_lists(variant.lists, ranks)
            drawn = replace(model, ranks=ranks)
            if concepts & SIM_BIT:
                sim = simultaneous_bits(drawn)
                verdicts = verdicts if sim is None else verdicts | sim
            everyone = np.bitwise_and.reduce(verdicts, axis=0)
            reach = np.zeros(model.size, np.bool_)
            if today[d] >= 0:
                reach = reachable(drawn, int(today[d]), "improvements")
            counts.equilibrium[:] += times[d] * (everyone >> bits & 1)
            counts.stable[:] += times[d] * (verdicts[:, None, :] >> bits & 1)
            counts.reached[:] += times[d] * reach
            if each is not None:
                each[d] = verdicts[:, looked] * (looked >= 0)
            for x, state in enumerate(looked.tolist()):
                if state >= 0:
                    held[d, x], came[d, x] = everyone[state], reach[state]
        return counts, Outcome(held, came)

    def _by_state(
        self,
        variant: Variant,
        counts: Counts,
        times: NDArray[np.int32],
        today: NDArray[np.int32],
    ) -> StateCounts:
        """Return counts with the names of their states, and what does not depend on ranks."""
        by_moves = np.zeros(variant.model.size, np.int32)
        for state in np.unique(today[today >= 0]).tolist():
            often = int(times[today == state].sum())
            if often:
                by_moves += often * variant.by_moves(state)
        return StateCounts(
            pattern=variant.model.states,
            varying=variant.varying,
            possible=np.full(variant.model.size, int(times.sum()), np.int32),
            by_moves=by_moves,
            by_improvements=counts.reached,
            equilibrium=counts.equilibrium,
            stable=counts.stable,
        )
