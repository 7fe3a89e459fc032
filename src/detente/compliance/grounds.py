"""What each side of a contradiction rests on: the analyst's words, quotes and lines."""

from __future__ import annotations

import numpy as np

from detente.compliance.enforcement import Ground
from detente.conflict.model import ConflictModel
from detente.conflict.preferences import central_statements
from detente.conflict.states import evaluate
from detente.conflict.telling import Teller
from detente.dossier import Dossier
from detente.dossier.reasons import Reason
from detente.dossier.standoff import ByRanking, ByStatements
from detente.dossier.table import ByNumbers, Issue, Outcome, Values
from detente.negotiation.model import UNIT, TableModel
from detente.words import say
from detente.words.naming import clean, the


def outcome_ground(
    dossier: Dossier, party: str, issue: Issue, better: Outcome, worse: Outcome
) -> Ground:
    """Return what a party's values say of two outcomes of an issue."""
    side = dossier.require_table().sides[party]
    values: Values = side.values[issue.id]
    reasons = [values.reason, side.reason]
    line = values.place.line
    if isinstance(values, ByNumbers):
        first, second = values.amounts[better.id], values.amounts[worse.id]
        reasons = [first.reason, second.reason, *reasons]
        line = first.place.line
        worth = say(
            "compliance.worth",
            one=_range(first.low, first.high),
            other=_range(second.low, second.high),
        )
    else:
        worth = say("compliance.order")
    words = say(
        "compliance.table.outcomes",
        who=the(dossier.party_name(party)),
        better=clean(better.text).rstrip("."),
        worse=clean(worse.text).rstrip("."),
        worth=worth,
    )
    return _ground(words, reasons, line)


def no_deal_ground(dossier: Dossier, table: TableModel, party: str, worth: int) -> Ground:
    """Return what a party's values say of a package that is worth `worth` units, and no deal."""
    side = dossier.require_table().sides[party]
    no_deal = int(table.no_deal[table.parties.index(party)])
    words = say(
        f"compliance.table.{'above' if worth > no_deal else 'below'}",
        who=the(dossier.party_name(party)),
        worth=f"{worth / UNIT:.2f}",
        no_deal=f"{no_deal / UNIT:.2f}",
    )
    written = side.no_deal
    if written is None:
        return _ground(words, [side.reason], side.place.line)
    return _ground(words, [written.reason, side.reason], written.place.line)


def conflict_ground(
    dossier: Dossier, model: ConflictModel, player: int, better: int, worse: int
) -> Ground:
    """Return why, in the conflict, a player prefers the state `better` to `worse`.

    Of statements it is the first that is true in the one and not in the other.
    """
    preference = dossier.require_standoff().preferences[model.parties[player]]
    who = the(dossier.party_name(model.parties[player]))
    line = preference.place.line
    match preference:
        case ByStatements():
            place = {option: k for k, option in enumerate(model.options)}
            pair = model.states[np.array([better, worse])]
            for clause in central_statements(preference):
                here, there = evaluate(clause.expression, pair, place).tolist()
                if here != there:
                    wish = Teller(model).wish(clause.expression, player)
                    words = say("compliance.conflict.statement", who=who, wish=wish)
                    reasons = [clause.reason, preference.reason]
                    return _ground(words, reasons, clause.place.line)
        case ByRanking(tiers=tiers, places=places):
            at = {label: n for n, tier in enumerate(tiers) for label in tier}
            one, other = at[model.label(better)], at[model.label(worse)]
            line = places[one][tiers[one].index(model.label(better))].line
            words = say(
                "compliance.conflict.ranking",
                who=who, better=model.label(better), first=one + 1,
                worse=model.label(worse), second=other + 1, tiers=len(tiers),
            )  # fmt: skip
            return _ground(words, [preference.reason], line)
        case _:
            pass
    words = say(
        "compliance.conflict.weights",
        who=who,
        better=model.label(better),
        worse=model.label(worse),
    )
    return _ground(words, [preference.reason], line)


def _ground(words: str, reasons: list[Reason], line: int) -> Ground:
    """Return a ground with the first of `reasons` that says or quotes something."""
    for reason in reasons:
        if reason.because or reason.evidence:
            return Ground(words, reason.because, reason.evidence, line)
    return Ground(words, None, (), line)


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else say("compliance.range", low=f"{low:g}", high=f"{high:g}")
