"""Whether packages enforce themselves, draw by draw: what they need, asked of the conflict.

A draw of the whole dossier settles both sections. It says which states carry a package out, who is
bound by it, and for whom those states are stable.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.compliance.targets import Carrying
from detente.dossier.standoff import Clause
from detente.ensemble.drawing import Values
from detente.ensemble.engine import Engine
from detente.ensemble.saying import present
from detente.ensemble.table.engine import TableEngine, there
from detente.ensemble.variants import Variant


class Enforcing:
    """Tells whether packages enforce themselves.

    Parameters
    ----------
    conflict : Engine
        Solves draws of the conflict.
    table : TableEngine
        Whose packages are asked about.
    """

    def __init__(self, conflict: Engine, table: TableEngine) -> None:
        self._conflict, self._table = conflict, table

    @property
    def relevant(self) -> tuple[int, ...]:
        """The guesses of the table that it can hang on, by number."""
        plan = self._table.plan
        guards = [one.guards for one in plan.wants]
        guards += [one.guards for one in (*plan.must_sign, *plan.must_comply)]
        guards += [one for outcomes in plan.outcomes for one in outcomes]
        guards += [one for _, one in plan.infeasible]
        return tuple(sorted({number for one in guards for number in one}))

    def bound(self, values: Values) -> NDArray[np.bool_]:
        """Return which players sign or comply, shape (draws, n), in draws of the table's guesses.

        All parties of the table sign where no signer is present.
        """
        plan, parties = self._table.plan, self._conflict.model.parties
        signs = there(plan.must_sign, values)
        some = np.zeros(len(values), np.bool_)
        for present_ in signs.values():
            some |= present_
        for party in self._table.model.parties:
            signs[party] = signs.get(party, np.zeros(len(values), np.bool_)) | ~some
        complies = there(plan.must_comply, values)
        never = np.zeros(len(values), np.bool_)
        return np.stack(
            [signs.get(party, never) | complies.get(party, never) for party in parties], axis=1
        )

    def possible(self, oftable: Values, packages: Sequence[int]) -> NDArray[np.bool_]:
        """Return which of `packages` can be in each draw, shape (draws, packages)."""
        return self._table.possible(oftable, packages)

    def held(
        self, ofconflict: Values, oftable: Values, packages: Sequence[int], concepts: int
    ) -> NDArray[np.uint8]:
        """Return under which concepts each package enforces itself in each draw.

        It does where some state that carries it out is stable for every player that signs or
        complies. It does not where it cannot be, where nobody is bound, where today is not known,
        or where no state carries it out.

        Parameters
        ----------
        ofconflict, oftable : Values
            The draws of both sections' guesses.
        packages : sequence of int
            By number.
        concepts : int
            As bits; others are not asked about.

        Returns
        -------
        NDArray[np.uint8]
            Shape (draws, packages), concepts as bits.
        """
        asking = self.asking(ofconflict, oftable, packages)
        self._conflict.tell(asking, ofconflict, concepts)
        return asking.found(concepts)

    def asking(self, ofconflict: Values, oftable: Values, packages: Sequence[int]) -> Asking:
        """Return the question of :meth:`held`, to be asked while the draws are solved."""
        return Asking(self, ofconflict, oftable, packages)

    def asked_patterns(self, ofconflict: Values) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return today's pattern in each draw, and in which draws it is known."""
        return self._conflict.variants.today_patterns(ofconflict)

    def wanted(self, oftable: Values) -> NDArray[np.int64]:
        """Return which wants of the plan are present, shape (draws, wants)."""
        wants = self._table.plan.wants
        told = [present(oftable, want.guards).astype(np.int64) for want in wants]
        return np.stack(told, axis=1) if told else np.zeros((len(oftable), 0), np.int64)

    def kinds(self, packages: Sequence[int]) -> tuple[list[tuple[int, ...]], NDArray[np.intp]]:
        """Return the different needs of `packages`, and which of these each has.

        Needs are those outcomes of a package that need something, one an issue, -1 for none.
        """
        rows = self._table.choices[list(packages)].astype(np.int64)
        needing = {(want.issue, want.outcome) for want in self._table.plan.wants}
        for issue in range(rows.shape[1]):
            kept = [outcome for one, outcome in needing if one == issue]
            rows[~np.isin(rows[:, issue], kept), issue] = -1
        kinds, kind = np.unique(rows, axis=0, return_inverse=True)
        return [tuple(row) for row in kinds.tolist()], kind.reshape(-1)

    def states(
        self, variant: Variant, rows: list[list[int]], kinds: list[tuple[int, ...]]
    ) -> list[list[tuple[int, ...]]]:
        """Return the states that carry out packages of each kind.

        Parameters
        ----------
        variant : Variant
            The structure of the draws.
        rows : list of list of int
            Today's pattern, and for each want of the plan 1 if it is present.
        kinds : list of tuple of int
            As :meth:`kinds` gives them.

        Returns
        -------
        list of list of tuple of int
            One list a row, in it one tuple of states a kind.
        """
        wants = self._table.plan.wants
        known: dict[tuple[int, ...], tuple[int, ...]] = {}
        found: list[list[tuple[int, ...]]] = []
        for today, *wanted in rows:
            found.append([])
            for kind in kinds:
                mine = [
                    number
                    for number, want in enumerate(wants)
                    if wanted[number] and kind[want.issue] == want.outcome
                ]
                key = (today, *mine)
                if key not in known:
                    clauses: list[Clause] = [wants[number].clause for number in mine]
                    targets = Carrying(variant.model, today, {}).targets(clauses)
                    known[key] = tuple(target.state for target in targets)
                found[-1].append(known[key])
        return found


class Asking:
    """One question to the conflict, asked of its draws structure by structure.

    Parameters
    ----------
    enforcing : Enforcing
        Who asks.
    ofconflict, oftable : Values
        The draws of both sections' guesses.
    packages : sequence of int
        By number.
    """

    def __init__(
        self, enforcing: Enforcing, ofconflict: Values, oftable: Values, packages: Sequence[int]
    ) -> None:
        self._enforcing = enforcing
        self._kinds, self._kind = enforcing.kinds(packages)
        self._bound = enforcing.bound(oftable)
        self._possible = enforcing.possible(oftable, packages)
        today, self._known = enforcing.asked_patterns(ofconflict)
        self._asked = np.concatenate([today[:, None], enforcing.wanted(oftable)], axis=1)
        self._found = np.zeros((len(ofconflict), len(self._kinds)), np.uint8)
        self._draws = np.zeros(0, np.intp)
        self._place: dict[int, int] = {}
        self._states: list[list[tuple[int, ...]]] = []
        self._which = np.zeros(0, np.intp)

    def looked(self, variant: Variant, draws: NDArray[np.intp]) -> list[int]:
        """Return the states of `variant` that carry out some package in some of `draws`."""
        self._draws = draws
        rows, which = np.unique(self._asked[draws], axis=0, return_inverse=True)
        self._which = which.reshape(-1)
        self._states = self._enforcing.states(variant, rows.tolist(), self._kinds)
        looked = sorted({state for row in self._states for one in row for state in one})
        self._place = {state: x for x, state in enumerate(looked)}
        return looked

    def settle(self, verdicts: NDArray[np.uint8]) -> None:
        """Take each party's verdicts, shape (draws, n, states), on what was looked at last."""
        bound = self._bound[self._draws]
        free = np.where(~bound[:, :, None], np.uint8(0xFF), np.uint8(0))
        stable = np.bitwise_and.reduce(verdicts | free, axis=1)
        stable[~(bound.any(axis=1) & self._known[self._draws])] = 0
        for number, row in enumerate(self._states):
            mine = np.flatnonzero(self._which == number)
            for k, targets in enumerate(row):
                if targets:
                    seen = stable[mine][:, [self._place[state] for state in targets]]
                    self._found[self._draws[mine], k] = np.bitwise_or.reduce(seen, axis=1)

    def found(self, concepts: int) -> NDArray[np.uint8]:
        """Return under which of `concepts`, as bits, each package enforces itself in each draw."""
        held = (self._found & np.uint8(concepts))[:, self._kind]
        held[~self._possible] = 0
        return held
