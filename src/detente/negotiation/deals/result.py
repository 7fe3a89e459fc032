"""The answer of ``deals``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.negotiation.concessions import Concession
from detente.negotiation.deals.content import columns, deals_content, deals_rows
from detente.negotiation.deals.deal import Deal
from detente.negotiation.deals.dividing import Divide
from detente.negotiation.deals.report import deals_text, deals_title
from detente.negotiation.home.winsets import WinSets
from detente.negotiation.model import TableModel
from detente.negotiation.solve import Solved
from detente.results import Manifest, Result
from detente.results.tables import Row, to_csv


@dataclass(frozen=True, eq=False)
class DealsResult(Result):
    """Which packages could be signed, the solutions among them, and what each gives whom.

    Parameters
    ----------
    model : TableModel
        The table.
    solved : Solved
        The zone of agreement, the frontier and the solutions.
    weights : mapping of str to float, or None
        The weights of the Nash deal, where some were given.
    limit : int
        How many packages are told.
    concessions : tuple of Concession
        If the zone is empty, the single concessions that open it, the smallest first.
    dividing : tuple of Divide
        The issues, the one that divides those who must sign most first.
    told : tuple of Deal
        The packages told: the first of each solution, then those of the frontier with the largest
        product of gains first.
    asked : Deal or None
        The package that was asked about.
    win_sets : WinSets
        Which packages each party would take, at the table and at home.
    """

    model: TableModel
    solved: Solved
    weights: Mapping[str, float] | None
    limit: int
    concessions: tuple[Concession, ...]
    dividing: tuple[Divide, ...]
    told: tuple[Deal, ...]
    asked: Deal | None
    win_sets: WinSets
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says what is on the table."""
        return deals_title(self)

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object, packages as outcome by issue."""
        return deals_content(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row a package: the one that was asked about, then those told."""
        yield from deals_rows(self)

    def to_csv(self) -> str:
        """Return the rows as CSV text, with a header even where there are none."""
        return to_csv(self.rows(), columns(self.model))

    def to_text(self) -> str:
        """Return the answer in words."""
        return deals_text(self)
