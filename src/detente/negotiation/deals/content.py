"""The answer of ``deals`` as JSON and as rows; packages as the name of an outcome by issue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from detente.negotiation.concessions import Concession
from detente.negotiation.deals.deal import Deal
from detente.negotiation.deals.dividing import Divide
from detente.negotiation.deals.improvements import Improvements
from detente.negotiation.home.telling import ratification_content, win_sets_content
from detente.negotiation.home.winsets import WinSets
from detente.negotiation.model import TableModel
from detente.negotiation.packages import names_of
from detente.negotiation.solutions import SOLUTIONS
from detente.negotiation.solve import Front, Solution, Solved
from detente.negotiation.telling import TableTeller, value
from detente.results.tables import Row


class DealsTold(Protocol):
    """What the forms of the answer need to know of it."""

    @property
    def model(self) -> TableModel:
        """The table."""

    @property
    def solved(self) -> Solved:
        """Zone, frontier and solutions."""

    @property
    def weights(self) -> Mapping[str, float] | None:
        """The weights of the Nash deal."""

    @property
    def concessions(self) -> tuple[Concession, ...]:
        """What opens an empty zone."""

    @property
    def dividing(self) -> tuple[Divide, ...]:
        """How far each issue divides."""

    @property
    def told(self) -> tuple[Deal, ...]:
        """The packages told."""

    @property
    def asked(self) -> Deal | None:
        """The package asked about."""

    @property
    def win_sets(self) -> WinSets:
        """Which packages each party would take."""


def deals_content(told: DealsTold) -> dict[str, Any]:
    """Return the answer as a JSON object."""
    model, solved, teller = told.model, told.solved, TableTeller(told.model)
    sets = win_sets_content(told.win_sets)
    ideal = [] if solved.ideal is None else solved.ideal.tolist()
    return {
        "parties": list(model.parties),
        "signers": [model.parties[party] for party in model.signers],
        "packages": solved.packages,
        "zone": {"size": solved.zone},
        "frontier": _front(solved.frontier),
        "frontier_all": _front(solved.frontier_all),
        "ideal": _by_party(model, ideal) if ideal else {},
        "no_deal": _by_party(model, model.no_deal.tolist()),
        "solutions": {name: _solution(model, solved.solutions.get(name)) for name in SOLUTIONS},
        "ties": {
            name: solved.solutions[name].count if name in solved.solutions else 0
            for name in SOLUTIONS
        },
        "stuck": [model.parties[party] for party in solved.stuck],
        "blocking": [_concession(model, one) for one in told.concessions],
        "dividing": [_divide(model, one) for one in told.dividing],
        "told": [deal_content(teller, deal) for deal in told.told],
        "asked": None if told.asked is None else deal_content(teller, told.asked),
        "win_sets": sets["parties"],
        "two_levels": sets["two_levels"],
    }


def _front(front: Front) -> dict[str, int]:
    return {"packages": front.packages, "vectors": len(front.vectors)}


def _solution(model: TableModel, solution: Solution | None) -> list[dict[str, Any]]:
    if solution is None:
        return []
    return [
        {"package": names_of(model, row), "values": _by_party(model, worth)}
        for row, worth in zip(solution.choices, solution.worth.tolist(), strict=True)
    ]


def _concession(model: TableModel, one: Concession) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "party": model.parties[one.party],
        "red_line": None if one.line is None else model.red_lines[one.line].text,
        "no_deal": None if one.amount is None else value(one.amount),
        "lowering": None if one.lowering is None else value(one.lowering),
        "opens": one.opens,
        "package": names_of(model, one.example),
    }


def _divide(model: TableModel, one: Divide) -> dict[str, Any]:
    signers = [model.parties[party] for party in model.signers]
    return {
        "issue": model.issues[one.issue],
        "loss": value(one.loss),
        "stakes": {party: value(stake) for party, stake in zip(signers, one.stakes, strict=True)},
        "wants": {
            party: _names(model, one.issue, best)
            for party, best in zip(signers, one.wants, strict=True)
        },
        "least": _names(model, one.issue, one.least),
    }


def _names(model: TableModel, issue: int, outcomes: Sequence[int]) -> list[str]:
    head = len(model.issues[issue]) + 1
    return [model.outcomes[issue][outcome][head:] for outcome in outcomes]


def deal_content(teller: TableTeller, deal: Deal) -> dict[str, Any]:
    """Return a package with what it is to the parties as a JSON object."""
    model = teller.model
    return {
        "package": names_of(model, deal.row),
        "words": teller.package(deal.row),
        "values": _by_party(model, deal.worth),
        "gains": _by_party(model, deal.gains),
        "shares": dict(zip(model.parties, deal.shares, strict=True)),
        "given_up": {
            party: {
                "from_ideal": None if lost is None else value(lost),
                "issues": {
                    issue: value(loss) for issue, loss in zip(model.issues, losses, strict=True)
                },
            }
            for party, lost, losses in zip(model.parties, deal.from_ideal, deal.losses, strict=True)
        },
        "least_satisfied": [model.parties[party] for party in deal.least_satisfied],
        "zone": deal.zone,
        "frontier": deal.frontier,
        "solutions": list(deal.solutions),
        "ruled_out": [teller.expression(model.infeasible[entry]) for entry in deal.ruled_out],
        "red_lines": [
            {
                "party": model.parties[model.red_lines[line].party],
                "red_line": model.red_lines[line].text,
            }
            for line in deal.crossed
        ],
        "below_no_deal": [model.parties[party] for party in deal.below],
        "improvements": _improvements(model, deal.improvements),
        "ratification": ratification_content(model, deal.ratification),
    }


def _improvements(model: TableModel, found: Improvements | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "count": found.count,
        "best": [
            {"package": names_of(model, row), "values": _by_party(model, worth)}
            for row, worth in zip(found.rows, found.worth, strict=True)
        ],
    }


def _by_party(model: TableModel, units: Sequence[int]) -> dict[str, float]:
    return {party: value(one) for party, one in zip(model.parties, units, strict=True)}


def columns(model: TableModel) -> tuple[str, ...]:
    """Return the columns of the table of packages."""
    return (
        *(f"issue.{issue}" for issue in model.issues),
        *(f"value.{party}" for party in model.parties),
        *(f"gain.{party}" for party in model.parties),
        "zone",
        "frontier",
        "solutions",
        "least_satisfied",
    )


def deals_rows(told: DealsTold) -> Iterator[Row]:
    """Yield a row a package: the one that was asked about, then those told."""
    asked = [] if told.asked is None else [told.asked]
    for deal in [*asked, *(one for one in told.told if not asked or one.row != asked[0].row)]:
        yield dict(zip(columns(told.model), _cells(told.model, deal), strict=True))


def _cells(model: TableModel, deal: Deal) -> tuple[object, ...]:
    return (
        *names_of(model, deal.row).values(),
        *map(value, deal.worth),
        *map(value, deal.gains),
        deal.zone,
        deal.frontier,
        " ".join(deal.solutions),
        " ".join(model.parties[party] for party in deal.least_satisfied),
    )
