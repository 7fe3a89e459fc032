"""The question that ``deals`` asks: which packages could be signed, and which to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from detente.dossier import Dossier
from detente.errors import call_error
from detente.negotiation.concessions import concessions
from detente.negotiation.deals.deal import appraise
from detente.negotiation.deals.dividing import dividing
from detente.negotiation.deals.result import DealsResult
from detente.negotiation.home.winsets import win_sets
from detente.negotiation.model import Choices, TableModel
from detente.negotiation.packages import find_package, names_of, worth
from detente.negotiation.solve import Solved, solve
from detente.results import Manifest

LIMIT = 20
"""Packages told, if the caller does not say."""

FRONT = 10_000
"""Packages of the frontier that are put in order before the first are told."""

Row = tuple[int, ...]


def deals(
    dossier: Dossier,
    model: TableModel,
    weights: Mapping[str, float] | None = None,
    limit: int = LIMIT,
    package: str | Mapping[str, str] | None = None,
) -> DealsResult:
    """Return which packages could be signed, the solutions among them, and what each gives whom.

    Parameters
    ----------
    dossier : Dossier
        The dossier, for the manifest.
    model : TableModel
        Its compiled table.
    weights : mapping of str to float, optional
        How much the gain of each party counts for the Nash deal, above 0; 1 where not given.
    limit : int
        How many packages to tell: first one of each solution, then those of the frontier with the
        largest product of gains.
    package : str or mapping of str to str, optional
        A package to look at closely, as ``"assad=interim,truce=local"`` or as the name of an
        outcome by issue; it need not be in the zone of agreement.

    Raises
    ------
    CallError
        If the limit is below 1, a weight is not above 0 or that of no party that must sign, the
        package names an unknown issue or outcome or leaves one out, or there are too many packages.
    """
    if limit < 1:
        raise call_error(
            "limit-too-low", f"the limit is {limit}", "Ask for at least one package to be told"
        )
    asked = None if package is None else tuple(find_package(model, package).tolist())
    given = dict(weights) if weights else None
    solved = solve(model, given)
    rows = list(_worth_telling(model, solved, limit))
    return DealsResult(
        model=model,
        solved=solved,
        weights=given,
        limit=limit,
        concessions=concessions(model) if solved.zone == 0 else (),
        dividing=dividing(model),
        told=appraise(model, solved, rows, len(rows)),
        asked=None if asked is None else appraise(model, solved, [asked], 1, nearest=True)[0],
        win_sets=win_sets(model),
        source=Manifest(
            "deals",
            dossier.digest,
            {
                "route": solved.route,
                "limit": limit,
                "weights": None if given is None else dict(given),
                "package": None if asked is None else names_of(model, asked),
            },
        ),
    )


def _worth_telling(model: TableModel, solved: Solved, limit: int) -> Iterator[Row]:
    """Yield the first package of each solution, then the frontier, at most `limit` in all."""
    seen: dict[Row, None] = {}
    for solution in solved.solutions.values():
        if len(solution.choices):
            seen[tuple(solution.choices[0].tolist())] = None
    for row in _foremost(model, solved):
        if len(seen) >= limit:
            break
        seen[row] = None
    yield from list(seen)[:limit]


def _foremost(model: TableModel, solved: Solved) -> Iterator[Row]:
    """Yield packages of the frontier, those with the largest product of gains first."""
    rows: Choices = solved.frontier.rows(FRONT)
    if not len(rows):
        return
    for place in np.argsort(-solved.nash_products(worth(model, rows)), kind="stable"):
        yield tuple(rows[place].tolist())
