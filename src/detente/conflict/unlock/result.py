"""The answer of an inverse analysis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.conflict.model import ConflictModel
from detente.conflict.unlock.conditions import Requirement
from detente.conflict.unlock.content import unlock_content, unlock_rows
from detente.conflict.unlock.measures import Measure
from detente.conflict.unlock.order import Change, Unlock
from detente.conflict.unlock.report import unlock_text, unlock_title
from detente.results import Manifest, Result
from detente.results.tables import Row, to_csv

COLUMNS = ("state", "concept", "kind", "cost", "parties", "words", "today_holds")


@dataclass(frozen=True, slots=True)
class Proof:
    """How far the search for the smallest changes under one concept got.

    Parameters
    ----------
    concept : str
        The concept.
    cost : int or None
        The least cost found; `None` if no change was found.
    proved : int
        It is proved that no change that costs less than this does.
    total : int
        How many changes of the least cost there are, wherever their wishes are placed; at least
        so many, if not `complete`.
    listed : int
        How many of them are listed.
    complete : bool
        Whether all changes of that cost were looked at.
    """

    concept: str
    cost: int | None
    proved: int
    total: int
    listed: int
    complete: bool

    @property
    def minimal(self) -> bool:
        """Whether the changes found are proved to be the smallest."""
        return self.cost is not None and self.cost <= self.proved


@dataclass(frozen=True, eq=False)
class UnlockResult(Result):
    """What would have to change for a state to hold.

    Parameters
    ----------
    model : ConflictModel
        The conflict as it is.
    target : int
        The state that is to hold.
    concepts : tuple of str
        The concepts asked about.
    also_unstable : tuple of int
        The states that are not to hold.
    holds : mapping of str to bool
        Whether the target holds today, by concept.
    conditions : tuple of Requirement
        What has to be so, concept by concept, the unmet first.
    changes : tuple of Change
        The smallest changes of mind, concept by concept, those that ask least first.
    measures : tuple of Measure
        The single measures from outside that do, concept by concept.
    ranked : tuple of Unlock
        Changes and measures together, those that ask least first.
    proofs : tuple of Proof
        For each concept how far the search got.
    """

    model: ConflictModel
    target: int
    concepts: tuple[str, ...]
    also_unstable: tuple[int, ...]
    holds: Mapping[str, bool]
    conditions: tuple[Requirement, ...]
    changes: tuple[Change, ...]
    measures: tuple[Measure, ...]
    ranked: tuple[Unlock, ...]
    proofs: tuple[Proof, ...]
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that names the state."""
        return unlock_title(self)

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object, states as patterns."""
        return unlock_content(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each change and each measure, those that ask least first."""
        yield from unlock_rows(self)

    def to_csv(self) -> str:
        """Return the rows as CSV text, with a header even where there are none."""
        return to_csv(self.rows(), COLUMNS)

    def to_text(self) -> str:
        """Return the answer in words."""
        return unlock_text(self)
