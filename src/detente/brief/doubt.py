"""What the wishes in a dossier rest on, and which of them are held with doubt."""

from __future__ import annotations

from dataclasses import dataclass

from detente.brief.content import Line
from detente.brief.phrases import amount, line, share
from detente.brief.situation import Situation
from detente.dossier import Dossier
from detente.dossier.reasons import Reason
from detente.dossier.standoff import AnyOrder, ByStatements, ByWeights, Clause, OneOf


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


def _basis_code(counted: Basis) -> str:
    if not counted.quoted:
        return "brief.doubt.basis_judged"
    return "brief.doubt.basis" if counted.judged else "brief.doubt.basis_quoted"


def rests(it: Situation) -> Line:
    """Return how many of the parties' wishes cite a source."""
    counted = count_basis(it)
    return line(
        _basis_code(counted),
        total=amount("brief.n.wishes", counted.total),
        quoted=counted.quoted,
        judged=counted.judged,
    )


def clauses_of(it: Situation, party: str) -> list[Clause]:
    """Return every statement of a party, all readings and orders included."""
    preference = it.standoff.preferences.get(party)
    if isinstance(preference, ByWeights):
        return [term.clause for term in preference.terms]
    if not isinstance(preference, ByStatements):
        return []
    found: list[Clause] = []
    for entry in preference.entries:
        found.extend(entry.entries if isinstance(entry, AnyOrder | OneOf) else [entry])
    return found


def unsure(it: Situation) -> list[tuple[int, Clause]]:
    """Return the statements held with less than full confidence, the least certain first."""
    found = [
        (index, clause)
        for index, party in enumerate(it.model.parties)
        for clause in clauses_of(it, party)
        if clause.reason.sure < 1
    ]
    return sorted(found, key=lambda one: (one[1].reason.sure, one[0]))


def judged(it: Situation) -> int:
    """Return how many statements are taken as certain though they cite no source."""
    clauses = (clause for party in it.model.parties for clause in clauses_of(it, party))
    return sum(1 for one in clauses if one.reason.sure >= 1 and not one.reason.evidence)


def assumptions_written(it: Situation) -> bool:
    """Return whether there are assumptions to list."""
    standoff = it.standoff
    return bool(standoff.infeasible or standoff.one_way or unsure(it) or judged(it))


def drafted(dossier: Dossier) -> int:
    """Return how many entries of a dossier are marked as drafts, those of its record included."""
    values = sum(reason.draft for reason in dossier.reasons.values())
    return values + sum(item.draft for item in dossier.record.items())
