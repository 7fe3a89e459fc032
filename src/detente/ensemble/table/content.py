"""Shares of packages as JSON and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from detente.ensemble.table.shares import DealShares
from detente.negotiation.packages import names_of
from detente.negotiation.solutions import SOLUTIONS
from detente.negotiation.telling import TableTeller
from detente.results.tables import Row

LISTED = 1_000
"""Packages that are listed for each thing that they can be."""


def deals_content(shares: DealShares) -> dict[str, Any]:
    """Return `shares` as a JSON object, the most frequent packages first."""
    found: dict[str, Any] = {"zone": shares.zone.to_dict()}
    if shares.groups:
        found["two_levels"] = shares.two_levels.to_dict()
    for what in told(shares):
        found[what] = [
            {"package": names_of(shares.model, row), **shares.share(what, row).to_dict()}
            for row in shares.ranked(what)[:LISTED]
        ]
    found["packages"] = {what: len(shares.ranked(what)) for what in told(shares)}
    found["self_enforcing"] = _enforcing(shares) if shares.tracked else None
    found["tracked"] = len(shares.tracked)
    return found


def told(shares: DealShares) -> tuple[str, ...]:
    """Return what packages are told to be: on the frontier, a solution, ratified."""
    return ("frontier", *SOLUTIONS, *(("ratified",) if shares.groups else ()))


def _enforcing(shares: DealShares) -> dict[str, Any]:
    """Return for each concept the tracked packages that enforce themselves in some draw."""
    found = {}
    for concept in shares.concepts:
        some = []
        for row in map(shares.row, shares.tracked):
            share = shares.enforces(row, concept)
            if share is not None and share.count:
                some.append((-share.count, row, share))
        found[concept] = [
            {"package": names_of(shares.model, row), **share.to_dict()}
            for _, row, share in sorted(some, key=lambda one: one[:2])
        ]
    return found


def package_text(shares: DealShares, row: Sequence[int]) -> str:
    """Return a package as it is written in a call."""
    return ",".join(f"{issue}={name}" for issue, name in names_of(shares.model, row).items())


def deal_rows(shares: DealShares, teller: TableTeller) -> Iterator[Row]:
    """Yield a row for each package and each thing that it is in some draw.

    ``deal:nash`` for one that is the Nash deal, ``enforces:seq`` for one that enforces itself.
    """
    for what in told(shares):
        for row in shares.ranked(what):
            yield {
                "concept": f"deal:{what}",
                "state": package_text(shares, row),
                **shares.share(what, row).to_dict(),
                "draws": shares.draws,
                "meaning": teller.package(row),
            }
    for concept in shares.concepts:
        for row in map(shares.row, shares.tracked):
            share = shares.enforces(row, concept)
            if share is not None and share.count:
                yield {
                    "concept": f"enforces:{concept}",
                    "state": package_text(shares, row),
                    **share.to_dict(),
                    "draws": shares.draws,
                    "meaning": teller.package(row),
                }
