"""Readings of a whole dossier: the draws of the conflict and of the table, answered together."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS
from detente.conflict.model import ConflictModel
from detente.conflict.moves import count_moves
from detente.dossier import Dossier
from detente.ensemble.drawing import Values, draw
from detente.ensemble.engine import Engine
from detente.ensemble.guesses import Guess
from detente.ensemble.headlines import (
    PILOT,
    PILOT_CHUNK,
    answers,
    find_headlines,
    watched,
)
from detente.ensemble.questions import Question, Questions
from detente.ensemble.table.engine import MOST_PACKAGES, TableEngine
from detente.ensemble.table.headlines import (
    deal_answers,
    enforced_answers,
    enforced_packages,
    find_deal_headlines,
    find_tracked,
)
from detente.ensemble.table.shares import DealCounts
from detente.errors import SizeError
from detente.runs import Table
from detente.words import say

if TYPE_CHECKING:
    from detente.ensemble.table.enforcing import Asking, Enforcing

LEAST, MOST = 16, 1024
"""Draws of a chunk."""

WORK = 1 << 21
"""States, over all draws of a chunk, that a chunk is cut to."""

SLOW = 16
"""How many times longer a state takes on lists than in compiled code."""

TABLE_WORK = 1 << 19
"""Packages, over all draws of a chunk, that a chunk is cut to."""


class Readings:
    """Answers questions in draws of a dossier.

    Parameters
    ----------
    dossier : Dossier
        With a section ``conflict``, ``negotiation``, or both.

    Attributes
    ----------
    conflict : Engine or None
        Solves draws of the conflict.
    table : TableEngine or None
        Solves draws of the table; `None` also where it has too many packages beside a conflict.
    enforcing : Enforcing or None
        Tells whether packages enforce themselves; `None` where the dossier does not say what
        outcomes need, which state is today's, or binds no player.
    remarks : tuple of str
        What the user should know.

    Raises
    ------
    DossierError
        If a section cannot be compiled, or not every draw of it can.
    SizeError
        If there is only a table, and it has too many packages.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.remarks: tuple[str, ...] = ()
        self.conflict: Engine | None = None
        self.table: TableEngine | None = None
        self.enforcing: Enforcing | None = None
        if dossier.standoff is not None or dossier.table is None:
            self.conflict = Engine(dossier)
        if dossier.table is not None:
            self.table = self._table(dossier)
        self.cut = 0 if self.conflict is None else len(self.conflict.plan.guesses)
        if self.conflict is not None and self.table is not None:
            self._enforce(dossier, self.conflict, self.table)

    def _table(self, dossier: Dossier) -> TableEngine | None:
        packages = prod(len(issue.outcomes) for issue in dossier.require_table().issues)
        if packages <= MOST_PACKAGES:
            return TableEngine(dossier, None if self.conflict is None else self.conflict.model)
        told = say("ensemble_table.too_large", n=f"{packages:,}", most=f"{MOST_PACKAGES:,}")
        if self.conflict is None:
            place = dossier.require_table().place
            fault = dossier.fault(
                place, "table-too-large", told, "Leave out issues that hardly matter, and ask again"
            )
            raise SizeError([fault])
        self.remarks = (told,)
        return None

    def _enforce(self, dossier: Dossier, conflict: Engine, table: TableEngine) -> None:
        from detente.ensemble.table.enforcing import Enforcing

        standoff = dossier.require_standoff()
        enforcing = Enforcing(conflict, table)
        everybody = np.ones((1, len(table.plan.guesses)), np.int64)
        if table.plan.wants and standoff.status_quo and enforcing.bound(everybody).any():
            self.enforcing = enforcing

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """The guesses of the conflict, then those of the table."""
        ofconflict = () if self.conflict is None else self.conflict.plan.guesses
        return ofconflict + (() if self.table is None else self.table.plan.guesses)

    @property
    def parties(self) -> tuple[str, ...]:
        """The players of the conflict."""
        return () if self.conflict is None else self.conflict.model.parties

    @property
    def model(self) -> ConflictModel:
        """The central reading of the conflict; one without a party where there is none."""
        return empty_conflict() if self.conflict is None else self.conflict.model

    def split(self, values: Values) -> tuple[Values, Values]:
        """Return draws of the conflict's guesses and of the table's."""
        return values[:, : self.cut], values[:, self.cut :]

    def questions(
        self, states: Sequence[str] | None, asked: Sequence[str], computed: Sequence[str], seed: int
    ) -> Questions:
        """Return what a run is asked.

        Parameters
        ----------
        states : sequence of str or None
            The states of headlines, as :func:`find_headlines` takes them.
        asked, computed : sequence of str
            The concepts of headlines, and those that are computed.
        seed : int
            Of the draws made ahead to find what comes up most often.

        Raises
        ------
        CallError
            If there is no such state or concept.
        """
        headlines: tuple[Question, ...] = ()
        tracked: tuple[int, ...] = ()
        if self.conflict is not None:
            headlines = find_headlines(self.conflict, states, asked, seed)
        if self.table is not None:
            headlines += find_deal_headlines(self.table, asked, self.enforcing is not None)
            if self.enforcing is not None:
                pilot = draw(self.guesses, seed, PILOT_CHUNK, PILOT)
                tracked = find_tracked(self.table, self.split(pilot)[1])
        return Questions(headlines, sum(1 << CONCEPTS.index(c) for c in computed), tracked)

    def answers(self, values: Values, asked: Questions) -> NDArray[np.bool_]:
        """Return the answer to each headline in each draw, shape (draws, headlines)."""
        ofconflict, oftable = self.split(values)
        told = []
        packages = enforced_packages(asked.deals)
        asking = self._asking(ofconflict, oftable, packages)
        if self.conflict is not None and asked.conflict:
            keys = watched(asked.conflict)
            outcome = self.conflict.watch(ofconflict, keys, asked.concepts, asking)
            told.append(answers(asked.conflict, outcome))
        elif self.conflict is not None and asking is not None:
            self.conflict.tell(asking, ofconflict, asked.concepts)
        if self.table is not None and asked.deals:
            found = np.zeros((len(values), len(asked.deals)), np.bool_)
            if any(one.kind != "enforces" for one in asked.deals):
                for part, some in self.table.batches(oftable):
                    found[part] = deal_answers(asked.deals, some)
            told.append(found | _enforced(asking, asked, packages, len(values)))
        return np.concatenate([np.zeros((len(values), 0), np.bool_), *told], axis=1)

    def chunk(self, values: Values, asked: Questions) -> tuple[NDArray[np.bool_], dict[str, Table]]:
        """Return the answers to the headlines in draws, and what is counted over them."""
        ofconflict, oftable = self.split(values)
        told: list[NDArray[np.bool_]] = [np.zeros((len(values), 0), np.bool_)]
        tables: dict[str, Table] = {}
        packages = (*asked.tracked, *enforced_packages(asked.deals))
        asking = self._asking(ofconflict, oftable, packages)
        if self.conflict is not None:
            outcome, counts = self.conflict.count(
                ofconflict, watched(asked.conflict), asked.concepts, asking
            )
            told.append(answers(asked.conflict, outcome))
            tables["states"] = counts.table(self.parties)
        if self.table is not None:
            deals = DealCounts.nothing(self.table.size, len(asked.tracked))
            found = np.zeros((len(values), len(asked.deals)), np.bool_)
            for part, some in self.table.batches(oftable):
                found[part] = deal_answers(asked.deals, some)
                deals = deals.with_found(some)
            told.append(found | _enforced(asking, asked, packages, len(values)))
            held = np.zeros((len(values), len(asked.tracked)), np.uint8)
            if asking is not None:
                held = asking.found(asked.concepts)[:, : len(asked.tracked)]
            tables |= deals.with_held(held).tables(asked.tracked)
        return np.concatenate(told, axis=1), tables

    def _asking(
        self, ofconflict: Values, oftable: Values, packages: Sequence[int]
    ) -> Asking | None:
        """Return the question whether `packages` enforce themselves, if it can be asked."""
        if self.enforcing is None or not packages:
            return None
        return self.enforcing.asking(ofconflict, oftable, packages)

    def chunk_size(self) -> int:
        """Return how many draws a chunk has: the same on every machine, a second's work or less."""
        size = MOST
        if self.conflict is not None:
            model = self.conflict.model
            work = model.size if model.merged is None else SLOW * (model.size + count_moves(model))
            size = _cut(work, WORK)
        if self.table is not None:
            size = min(size, _cut(self.table.size, TABLE_WORK))
        return size


def _enforced(
    asking: Asking | None, asked: Questions, packages: Sequence[int], draws: int
) -> NDArray[np.bool_]:
    """Return the answers to headlines of *enforces*, once the conflict is solved; no other is true.

    The columns of what was asked are `packages`.
    """
    if asking is None:
        return np.zeros((draws, len(asked.deals)), np.bool_)
    return enforced_answers(asked.deals, packages, asking.found(asked.concepts))


def _cut(work: int, most: int) -> int:
    size = LEAST
    while size < MOST and 2 * size * work <= most:
        size *= 2
    return size


def empty_conflict() -> ConflictModel:
    """Return a conflict without parties and options, for a dossier that has none."""
    nobody: Any = np.zeros((0, 1), np.int32)
    return ConflictModel(
        parties=(), options=(), option_texts=(), party_names=(), owner=np.zeros(0, np.int32),
        one_way=np.zeros(0, np.int8), states=np.zeros(1, np.int64), ranks=nobody,
        status_quo=None, merged=None, names=(),
    )  # fmt: skip
