"""Which packages of a table would enforce themselves in the conflict."""

from __future__ import annotations

from detente.compliance.carrying_out import Judge
from detente.compliance.contradictions import contradictions
from detente.compliance.enforcement import Enforcement, Judged
from detente.compliance.holding import strength
from detente.compliance.interest import packages_of_interest
from detente.compliance.shortfall import shortfall
from detente.compliance.targets import Carrying, bound_parties, carrying
from detente.conflict.model import ConflictModel
from detente.conflict.stability import StabilityResult, stability
from detente.dossier import Dossier
from detente.errors import DossierError, call_error
from detente.negotiation.model import Choices, TableModel
from detente.negotiation.packages import worth
from detente.negotiation.solve import Solved

LIMIT = 1_000
"""Packages that are judged, unless another number is asked for."""


def self_enforcing(
    dossier: Dossier,
    table: TableModel,
    model: ConflictModel,
    solved: Solved,
    rows: Choices | None = None,
    limit: int = LIMIT,
    result: StabilityResult | None = None,
) -> Enforcement:
    """Return which packages would enforce themselves, those that would best first.

    A package enforces itself under a concept if some feasible state that its needs name is stable
    under it for every player that must sign or comply. Packages stand by the concepts under which
    they do, the strongest first (:mod:`detente.compliance.holding`), then by whether improvements,
    and then whether moves, lead there from today, then by the Nash product. Those that cannot be
    carried out come last. The definition is this project's own, made of published concepts [1]_.

    Parameters
    ----------
    dossier : Dossier
        With the sections ``negotiation`` and ``conflict``.
    table : TableModel
        The table in its central reading.
    model : ConflictModel
        The conflict in its central reading, every party's order complete.
    solved : Solved
        The zone, the frontier and the solutions of the table, and the weights of its Nash product.
    rows : Choices, optional
        Packages to judge, shape (p, i); those of interest, if not given.
    limit : int
        How many packages of interest to judge.
    result : StabilityResult, optional
        The conflict solved, where that was done already.

    Raises
    ------
    CallError
        If the limit is below 1, or the order of some party is known in part only.
    DossierError
        If a section or ``needs`` is absent, today's state is not given, or none of those who sign
        or comply has options in the conflict.

    References
    ----------
    .. [1] Fang, Hipel & Kilgour (1993), *Interactive Decision Making*, for the concepts of
       stability; Fearon (1995), "Rationalist explanations for war", International Organization
       49, for the question whether parties would keep what they sign.
    """
    model.require_complete()
    if limit < 1:
        message, remedy = f"{limit} packages cannot be judged", "Give a limit of at least 1"
        raise call_error("limit-too-low", message, remedy)
    takes = carrying(dossier, model)
    bound = _bound(dossier, model)
    judge = Judge(dossier, takes, result or stability(model, source=dossier.digest), bound)
    chosen = packages_of_interest(table, solved, limit) if rows is None else rows
    judged = _judged(dossier, solved, takes, judge, chosen)
    packages = tuple(sorted(judged, key=_rank, reverse=True))
    played = set(model.parties)
    members = dossier.require_table()
    return Enforcement(
        table=table,
        model=model,
        bound=bound,
        unplayed=tuple(
            dict.fromkeys(
                member.party
                for member in (*members.must_sign, *members.must_comply)
                if member.party not in played
            )
        ),
        concepts=judge.result.concepts,
        packages=packages,
        contradictions=contradictions(dossier, table, takes, packages),
    )


def _bound(dossier: Dossier, model: ConflictModel) -> tuple[int, ...]:
    table = dossier.require_table()
    bound = bound_parties(table, model)
    if bound:
        return bound
    raise DossierError(
        [
            dossier.fault(
                table.place,
                "nobody-bound",
                "none of the parties that must sign or comply has options in the conflict, so "
                "none of them could keep a package or break it",
                "Name parties with options under must_comply",
            )
        ]
    )


def _judged(
    dossier: Dossier,
    solved: Solved,
    takes: Carrying,
    judge: Judge,
    rows: Choices,
) -> list[Judged]:
    table = solved.model
    values = worth(table, rows)
    products = solved.nash_products(values)
    rules = dossier.require_standoff().infeasible
    found = []
    for row, value, product in zip(rows.tolist(), values.tolist(), products, strict=True):
        wants = takes.wants(table.outcomes[k][outcome] for k, outcome in enumerate(row))
        targets = takes.targets(wants)
        found.append(
            Judged(
                row=tuple(row),
                values=tuple(value),
                wants=wants,
                carried=judge.judge(targets) if targets else None,
                shortfall=None if targets else shortfall(takes, wants, rules),
                product=float(product),
            )
        )
    return found


def _rank(package: Judged) -> tuple[bool, tuple[bool, ...], bool, bool, float, tuple[int, ...]]:
    carried = package.carried
    return (
        carried is not None,
        strength(package.holds),
        carried is not None and carried.by_improvements,
        carried is not None and carried.by_moves,
        package.product,
        tuple(-outcome for outcome in package.row),
    )
