"""The answer of ``deals --self-enforcing``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.compliance.content import columns, enforcement_content, enforcement_rows
from detente.compliance.enforcement import Enforcement
from detente.compliance.report import enforcement_text, enforcement_title
from detente.results import Manifest, Result
from detente.results.tables import Row, to_csv


@dataclass(frozen=True, eq=False)
class EnforcedDeals(Result):
    """The deal space, and which of its packages would enforce themselves.

    Parameters
    ----------
    deals : Result
        The answer of ``deals``.
    enforcement : Enforcement
        What the conflict says of the packages.
    source : Manifest
        Where it comes from.
    """

    deals: Result
    enforcement: Enforcement
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says how many packages were asked about."""
        return enforcement_title(self.enforcement)

    def content(self) -> dict[str, Any]:
        """Return the JSON object of ``deals`` with what the conflict says of the packages."""
        return self.deals.content() | enforcement_content(self.enforcement)

    def rows(self) -> Iterator[Row]:
        """Yield a row a package, those that enforce themselves best first."""
        yield from enforcement_rows(self.enforcement)

    def to_csv(self) -> str:
        """Return the rows as CSV text, with a header even where there are none."""
        return to_csv(self.rows(), columns(self.enforcement))

    def to_text(self) -> str:
        """Return the packages that would hold by themselves first, in words."""
        return enforcement_text(self.enforcement)
