"""What can be reached from a state, and by which paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.paths.report import COLUMNS, paths_content, paths_rows, paths_title
from detente.conflict.paths.routes import RELATIONS, Path, Routes
from detente.conflict.paths.telling_routes import paths_text
from detente.conflict.stability import StabilityResult
from detente.results import Manifest, Result
from detente.results.tables import Row, to_csv


@dataclass(frozen=True, eq=False)
class PathsResult(Result):
    """How far each state is from one, by three relations, and the shortest paths to some.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    start : int
        The state that paths start from.
    concept : str
        The concept under which a state must be unstable for its mover in relation ``unstable``,
        and whose equilibria are the targets where none are asked about.
    stability : StabilityResult
        The stability of every state.
    asked : bool
        Whether the targets were asked about.
    targets : NDArray[np.int32]
        Shape (t,): the targets, rising.
    nearest : NDArray[np.int32]
        The targets that paths are listed to: those with a name, then the nearest, by moves.
    distance : NDArray[np.int32]
        Shape (3, m): how many steps each state is away by each of ``RELATIONS``; -1 where it is
        not reached.
    routes : Mapping[str, Routes]
        For each of ``RELATIONS`` the shortest paths to the states of `nearest`, rising.
    without_moves : NDArray[np.int32]
        The states that no party has a move from, rising.
    source : Manifest
        Where it comes from.
    """

    model: ConflictModel
    start: int
    concept: str
    stability: StabilityResult
    asked: bool
    targets: NDArray[np.int32]
    nearest: NDArray[np.int32]
    distance: NDArray[np.int32]
    routes: Mapping[str, Routes]
    without_moves: NDArray[np.int32]
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from; the kernel that ran is a parameter."""
        return self.source

    @property
    def without_improvements(self) -> NDArray[np.int32]:
        """The states that no party has an improvement from, those without moves too, rising."""
        return self.stability.states("nash")

    def steps_to(self, state: int, relation: str = "moves") -> int | None:
        """Return how many steps `state` is away by `relation`, or `None` if it is not reached."""
        away = int(self.distance[RELATIONS.index(relation), state])
        return None if away < 0 else away

    def count(self, state: int, relation: str = "moves") -> int:
        """Return how many shortest paths lead to a listed target, counted up to ``MANY``."""
        return int(self.routes[relation].count[self._place(state)])

    def paths(self, state: int, relation: str = "moves") -> tuple[Path, ...]:
        """Return the listed shortest paths to a listed target."""
        return self.routes[relation].paths(self._place(state))

    def _place(self, state: int) -> int:
        """Return where a listed target stands among them."""
        listed = self.routes["moves"].targets
        place = int(np.searchsorted(listed, state))
        if place == len(listed) or listed[place] != state:
            raise KeyError(state)
        return place

    def title(self) -> str:
        """Return one line that names the state that paths start from."""
        return paths_title(self)

    def content(self) -> dict[str, Any]:
        """Return the answer as the JSON object that the reference describes."""
        return paths_content(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each step of each listed path."""
        yield from paths_rows(self)

    def to_csv(self) -> str:
        """Return the rows as CSV text, with a header even where there are none."""
        return to_csv(self.rows(), COLUMNS)

    def to_text(self) -> str:
        """Return the nearest targets, each with its route, in words."""
        return paths_text(self)
