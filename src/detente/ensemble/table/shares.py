"""How often each package is what, over draws, and the shares that come of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS, concept_number
from detente.ensemble.intervals import Share, exact, wilson
from detente.ensemble.table.engine import Found
from detente.negotiation.model import TableModel
from detente.negotiation.solutions import SOLUTIONS
from detente.runs import Table

COUNTED = ("zone", "frontier", "ratified", *SOLUTIONS)
"""What is counted of every package."""


@dataclass(frozen=True, eq=False)
class DealCounts:
    """Draws by package.

    Parameters
    ----------
    counts : mapping of str to NDArray[np.int64]
        For each of `COUNTED`, shape (packages,): in how many draws the package is that.
    nonempty : mapping of str to int
        For ``zone`` and ``ratified``, in how many draws some package is.
    held : NDArray[np.int64]
        Shape (tracked, 6): in how many draws each tracked package enforces itself.
    """

    counts: Mapping[str, NDArray[np.int64]]
    nonempty: Mapping[str, int]
    held: NDArray[np.int64]

    @classmethod
    def nothing(cls, packages: int, tracked: int) -> DealCounts:
        """Return counts of no draw."""
        return cls(
            {what: np.zeros(packages, np.int64) for what in COUNTED},
            {"zone": 0, "ratified": 0},
            np.zeros((tracked, len(CONCEPTS)), np.int64),
        )

    def with_found(self, found: Found) -> DealCounts:
        """Return the counts with some draws more."""
        arrays = {"zone": found.zone} | {what: found.of(what) for what in COUNTED[1:]}
        return DealCounts(
            {what: self.counts[what] + arrays[what].sum(axis=0) for what in COUNTED},
            {
                what: often + int(arrays[what].any(axis=1).sum())
                for what, often in self.nonempty.items()
            },
            self.held,
        )

    def with_held(self, held: NDArray[np.uint8]) -> DealCounts:
        """Return the counts with the tracked packages' concepts, as bits, of some draws more."""
        bits = held[:, :, None] >> np.arange(len(CONCEPTS), dtype=np.uint8) & 1
        return DealCounts(self.counts, self.nonempty, self.held + bits.sum(axis=0, dtype=np.int64))

    def plus(self, other: DealCounts) -> DealCounts:
        """Return the sum of both."""
        return DealCounts(
            {what: self.counts[what] + other.counts[what] for what in COUNTED},
            {what: often + other.nonempty[what] for what, often in self.nonempty.items()},
            self.held + other.held,
        )

    def tables(self, tracked: Sequence[int]) -> dict[str, Table]:
        """Return the counts as columns.

        ``deals`` has a row a package that is in the zone of some draw, and ``enforced`` a row a
        tracked one; ``zones`` has one row.
        """
        some = np.flatnonzero(self.counts["zone"]).astype(np.int64)
        found: dict[str, Table] = {
            "deals": {"package": some, **{what: self.counts[what][some] for what in COUNTED}},
            "zones": {what: np.array([often], np.int64) for what, often in self.nonempty.items()},
        }
        if len(tracked):
            found["enforced"] = {
                "package": np.array(tracked, np.int64),
                **{concept: self.held[:, k] for k, concept in enumerate(CONCEPTS)},
            }
        return found

    @classmethod
    def of_tables(cls, tables: Mapping[str, Table], packages: int, tracked: int) -> DealCounts:
        """Return the counts that :meth:`tables` made columns of."""
        some = tables["deals"]["package"].astype(np.int64)
        counts = {}
        for what in COUNTED:
            counts[what] = np.zeros(packages, np.int64)
            counts[what][some] = tables["deals"][what]
        held = np.zeros((tracked, len(CONCEPTS)), np.int64)
        if tracked:
            held = np.stack([tables["enforced"][concept] for concept in CONCEPTS], axis=1)
        nonempty = {what: int(tables["zones"][what][0]) for what in ("zone", "ratified")}
        return cls(counts, nonempty, held)


@dataclass(frozen=True, eq=False)
class DealShares:
    """In which share of the tested readings each package is what.

    Parameters
    ----------
    model : TableModel
        The central reading of the table.
    counts : DealCounts
        Draws by package.
    draws : int
        Draws in all.
    certain : bool
        Whether there is no other reading, so that shares are exact.
    tracked : tuple of int
        The packages, by number, whose self-enforcement was counted; none where it cannot be told.
    concepts : tuple of str
        The concepts that were computed.
    groups : bool
        Whether a party at the table has groups inside it.
    """

    model: TableModel
    counts: DealCounts
    draws: int
    certain: bool
    tracked: tuple[int, ...]
    concepts: tuple[str, ...]
    groups: bool

    @property
    def zone(self) -> Share:
        """The share in which some package would be accepted by all signers."""
        return self._share(self.counts.nonempty["zone"])

    @property
    def two_levels(self) -> Share:
        """The share in which some package would be accepted, and ratified inside every signer."""
        return self._share(self.counts.nonempty["ratified"])

    def share(self, what: str, package: Sequence[int]) -> Share:
        """Return the share in which a package is what is asked.

        Parameters
        ----------
        what : str
            ``zone``, ``frontier``, ``ratified`` (in the zone, and ratified inside every signer),
            or the name of a solution.
        package : sequence of int
            The outcome of each issue, by number.
        """
        return self._share(int(self.counts.counts[what][self._number(package)]))

    def enforces(self, package: Sequence[int], concept: str) -> Share | None:
        """Return the share in which a package enforces itself; `None` if that was not followed."""
        number = self._number(package)
        if number not in self._place or concept not in self.concepts:
            return None
        return self._share(int(self.counts.held[self._place[number], concept_number(concept)]))

    def ranked(self, what: str) -> list[tuple[int, ...]]:
        """Return the packages that are `what` in some draw, the most frequent first."""
        counts = self.counts.counts[what]
        often = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
        return [self.row(number) for number in often.tolist()]

    def row(self, number: int) -> tuple[int, ...]:
        """Return the outcomes, by number, of a package."""
        return tuple(int(one) for one in np.unravel_index(number, self.model.shape))

    @cached_property
    def _place(self) -> dict[int, int]:
        return {package: x for x, package in enumerate(self.tracked)}

    def _number(self, package: Sequence[int]) -> int:
        return int(np.ravel_multi_index(tuple(package), self.model.shape))

    def _share(self, count: int) -> Share:
        return exact(count, self.draws) if self.certain else wilson(count, self.draws)
