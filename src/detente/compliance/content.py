"""Whether packages would hold by themselves, as JSON and as rows; states as patterns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from detente.compliance.enforcement import (
    Breach,
    Carried,
    Contradiction,
    Desertion,
    Enforcement,
    Ground,
    Judged,
    Shortfall,
)
from detente.compliance.telling import SIGN, EnforcementTeller
from detente.conflict.unlock.told import measure_alone
from detente.negotiation.model import UNIT
from detente.negotiation.packages import names_of
from detente.results.tables import Row


def enforcement_content(told: Enforcement) -> dict[str, Any]:
    """Return the keys that self-enforcement adds to the JSON object of ``deals``."""
    teller = EnforcementTeller(told)
    known: dict[int, dict[str, Any]] = {}
    packages = []
    for package in told.packages:
        carried = package.carried
        if carried is not None and id(carried) not in known:
            known[id(carried)] = _carried(teller, carried)
        packages.append(
            {
                "package": names_of(told.table, package.row),
                "words": teller.package(package),
                "values": _values(told, package),
                "needs": [want.text for want in package.wants],
                "feasible": carried is not None,
                **(_NOT_CARRIED if carried is None else known[id(carried)]),
                "shortfall": _shortfall(teller, package.shortfall),
            }
        )
    return {
        "bound": [told.model.parties[party] for party in told.bound],
        "unplayed": list(told.unplayed),
        "concepts": list(told.concepts),
        "self_enforcing": packages,
        "contradictions": [_contradiction(teller, found) for found in told.contradictions],
    }


_NOT_CARRIED: dict[str, Any] = {
    "states": [],
    "state": None,
    "meaning": None,
    "reachable": {"moves": False, "improvements": False},
    "stable": {},
    "holds": [],
    "holds_for_all": [],
    "spoilers": {},
    "breaks_first": [],
    "guarantees": None,
    "without_clients": [],
}


def _values(told: Enforcement, package: Judged) -> dict[str, float]:
    pairs = zip(told.table.parties, package.values, strict=True)
    return {party: round(value / UNIT, 12) for party, value in pairs}


def _carried(teller: EnforcementTeller, carried: Carried) -> dict[str, Any]:
    model = teller.model
    return {
        "states": [model.label(target.state) for target in carried.targets],
        "state": model.label(carried.chosen.state),
        "meaning": teller.conflict.state(carried.chosen.state),
        "reachable": {"moves": carried.by_moves, "improvements": carried.by_improvements},
        "stable": {model.parties[party]: list(held) for party, held in carried.stable.items()},
        "holds": list(carried.holds),
        "holds_for_all": list(carried.holds_for_all),
        "spoilers": {
            concept: [model.parties[party] for party in parties]
            for concept, parties in carried.spoilers.items()
        },
        "breaks_first": [_breach(teller, breach) for breach in carried.breaches],
        "guarantees": None
        if carried.guarantees is None
        else [
            {
                "concept": measure.concept,
                "kind": measure.kind,
                "party": model.parties[measure.party],
                "option": model.options[measure.option],
                "words": measure_alone(teller.conflict, measure),
                "today_holds": measure.today,
            }
            for measure in carried.guarantees
        ],
        "without_clients": [_desertion(teller, one) for one in carried.desertions],
    }


def _breach(teller: EnforcementTeller, breach: Breach) -> dict[str, Any]:
    model, sanction = teller.model, breach.sanction
    return {
        "party": model.parties[breach.party],
        "to": model.label(breach.to),
        "meaning": teller.conflict.state(breach.to),
        "deterrence": breach.level,
        "deterred_under": list(breach.deterred_under),
        "sanction": None
        if sanction is None
        else {
            "concept": breach.deterred_under[-1],
            "steps": [
                {
                    "by": model.parties[step.party],
                    "from": model.label(step.from_),
                    "to": model.label(step.to),
                }
                for step in sanction.steps
            ],
            "end": model.label(sanction.end),
        },
    }


def _desertion(teller: EnforcementTeller, one: Desertion) -> dict[str, Any]:
    model = teller.model
    return {
        "clients": [model.parties[client] for client in one.clients],
        "sponsors": [list(backing) for backing in one.sponsors],
        "feasible": one.state is not None,
        "state": None if one.state is None else model.label(one.state),
        "meaning": None if one.state is None else teller.conflict.state(one.state),
        "against_today": _signs(teller, one.against_today),
        "against_package": _signs(teller, one.against_package),
        "moves_away": [
            {
                "party": model.parties[leaving.party],
                "to": model.label(leaving.to),
                "meaning": teller.conflict.state(leaving.to),
                "stable": list(leaving.stable),
            }
            for leaving in one.departures
        ],
    }


def _signs(teller: EnforcementTeller, signs: Any) -> dict[str, str]:
    return {teller.model.parties[party]: SIGN[sign] for party, sign in signs.items()}


def _shortfall(teller: EnforcementTeller, found: Shortfall | None) -> dict[str, Any] | None:
    if found is None:
        return None
    model, nearest = teller.model, found.nearest
    return {
        "clash": [want.text for want in found.wants],
        "infeasible": [rule.text for rule in found.rules],
        "nearest": None if nearest is None else model.label(nearest.state),
        "meaning": None if nearest is None else teller.conflict.state(nearest.state),
        "also": []
        if nearest is None
        else [
            {
                "option": model.options[option],
                "taken": bool(nearest.pattern >> option & 1),
                "words": teller.changed(option, nearest.pattern),
            }
            for option in found.further
        ],
    }


def _contradiction(teller: EnforcementTeller, found: Contradiction) -> dict[str, Any]:
    model = teller.model
    worse, better = found.states
    return {
        "party": found.party,
        "better": found.better,
        "worse": found.worse,
        "package": None if found.row is None else names_of(teller.told.table, found.row),
        "packages": found.packages,
        "table": _ground(found.table),
        "conflict": {
            **_ground(found.conflict),
            "prefers": model.label(better),
            "to": model.label(worse),
        },
        "words": " ".join(teller.contradiction(found)),
    }


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        "line": ground.line,
        "words": ground.words,
        "because": ground.because,
        "evidence": [{"source": one.source, "quote": one.quote} for one in ground.evidence],
    }


def enforcement_rows(told: Enforcement) -> Iterator[Row]:
    """Yield a row a package: its outcomes, its values, and whether it would hold."""
    model = told.model
    for rank, package in enumerate(told.packages, 1):
        carried = package.carried
        first = carried.breaches if carried else ()
        yield {
            "rank": rank,
            **{f"issue.{k}": v for k, v in names_of(told.table, package.row).items()},
            **{f"value.{k}": v for k, v in _values(told, package).items()},
            "feasible": carried is not None,
            "state": "" if carried is None else model.label(carried.chosen.state),
            "by_moves": carried is not None and carried.by_moves,
            "by_improvements": carried is not None and carried.by_improvements,
            "holds": " ".join(package.holds),
            "holds_for_all": "" if carried is None else " ".join(carried.holds_for_all),
            "breaks_first": " ".join(
                f"{model.parties[breach.party]}:{model.label(breach.to)}" for breach in first
            ),
        }


def columns(told: Enforcement) -> tuple[str, ...]:
    """Return the columns of the rows, for a table without any."""
    return (
        "rank",
        *(f"issue.{issue}" for issue in told.table.issues),
        *(f"value.{party}" for party in told.table.parties),
        "feasible",
        "state",
        "by_moves",
        "by_improvements",
        "holds",
        "holds_for_all",
        "breaks_first",
    )
