"""How sure we are, and what kind of numbers a brief contains."""

from __future__ import annotations

from dataclasses import dataclass

from detente.brief.content import Line
from detente.brief.phrases import amount, line, share
from detente.brief.situation import Situation
from detente.dossier.reasons import Reason
from detente.dossier.standoff import AnyOrder, ByStatements, ByWeights, OneOf


@dataclass(frozen=True, slots=True)
class Basis:
    """What the wishes written in a dossier rest on, counted."""

    total: int
    quoted: int
    judged: int
    unsure: int
    least: float


def count_basis(it: Situation) -> Basis:
    """Count the statements and weights of all players by what they rest on."""
    reasons = written(it)
    quoted = sum(1 for reason in reasons if reason.evidence)
    unsure = [reason.sure for reason in reasons if reason.sure < 1]
    return Basis(
        total=len(reasons),
        quoted=quoted,
        judged=len(reasons) - quoted,
        unsure=len(unsure),
        least=min(unsure, default=1.0),
    )


def written(it: Situation) -> list[Reason]:
    """Return the reason of every statement, weight or ranking that is a player's preference."""
    found: list[Reason] = []
    for party in it.model.parties:
        preference = it.standoff.preferences.get(party)
        if isinstance(preference, ByStatements):
            for entry in preference.entries:
                if isinstance(entry, AnyOrder | OneOf):
                    found.extend(clause.reason for clause in entry.entries)
                else:
                    found.append(entry.reason)
        elif isinstance(preference, ByWeights):
            found.extend(term.clause.reason for term in preference.terms)
        elif preference is not None:
            found.append(preference.reason)
    return found


def basis(it: Situation) -> Line:
    """Return one line on what the parties' wishes rest on, and how sure the analyst is."""
    counted = count_basis(it)
    told = [rests(it).text]
    if counted.unsure:
        told.append(
            line(
                "brief.doubt.unsure",
                count=amount("brief.n.of_them", counted.unsure),
                least=share(counted.least),
            ).text
        )
    return Line(" ".join(told))


def rests(it: Situation) -> Line:
    """Return how many of the parties' wishes cite a source."""
    counted = count_basis(it)
    return line(
        "brief.doubt.basis",
        total=amount("brief.n.wishes", counted.total),
        quoted=counted.quoted,
        judged=counted.judged,
    )


def doubt(it: Situation) -> tuple[Line, ...]:
    """Return the lines on how sure we are and what kind of numbers these are."""
    told = [basis(it)]
    today = [one for one in it.reliances if one.why != "way"]
    weakest = min(today, key=lambda one: one.clause.reason.sure, default=None)
    if weakest is not None and weakest.clause.reason.sure < 1:
        told.append(
            line(
                "brief.doubt.carries",
                who=it.who(weakest.party),
                wish=it.tell.wish(weakest.clause.expression, weakest.party),
                sure=share(weakest.clause.reason.sure),
            )
        )
    told.append(line("brief.doubt.kind"))
    return tuple(told)
