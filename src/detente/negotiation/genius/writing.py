"""A table written as a domain and profiles that GENIUS reads, as far as its format can say it.

GENIUS adds up weights times evaluations, each divided by the largest of its issue. A party's
weights are therefore written as their share of the sum times the largest value of the issue, and
the values divided by it, so that what GENIUS calls a utility is what a package is worth here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import quoteattr

from detente.dossier import Dossier
from detente.dossier.starter import write_new
from detente.dossier.table import Amount, ByOrder, Issue, Side, Table
from detente.negotiation.compile import central_values, middle
from detente.negotiation.genius.xml import one_line
from detente.words import say
from detente.words.naming import clean

DOMAIN_FILE = "domain.xml"


@dataclass(frozen=True, slots=True)
class GeniusFiles:
    """What was written.

    Parameters
    ----------
    domain : Path
        The domain's file.
    profiles : mapping
        The file of each party's profile, by its id.
    remarks : tuple of str
        What the format cannot say and was left out, a line each.
    """

    domain: Path
    profiles: Mapping[str, Path]
    remarks: tuple[str, ...]

    def to_text(self) -> str:
        """Return what was written and what was left out, in words."""
        profiles = ", ".join(clean(str(file)) for file in self.profiles.values())
        lines = [say("genius.written", domain=clean(str(self.domain)), profiles=profiles)]
        if self.remarks:
            lines += [say("genius.left_out"), *self.remarks]
        return "\n".join(lines) + "\n"


def write_genius(dossier: Dossier, folder: str | os.PathLike[str]) -> GeniusFiles:
    """Write the table of `dossier` into `folder`: ``domain.xml`` and a profile a party.

    Parameters
    ----------
    dossier : Dossier
        With a section ``negotiation``. Its central reading is written: the middle of ranges,
        orders as equal steps.
    folder : str or path-like
        Is made if it does not exist.

    Raises
    ------
    DossierError
        If the dossier has no section ``negotiation``.
    CallError
        If one of the files is there already; nothing is written then.
    FileError
        If they cannot be written.
    """
    table, home = dossier.require_table(), Path(folder)
    names = {party: f"{party}.xml" for party in table.sides}
    if DOMAIN_FILE in names.values():
        names["domain"] = "domain_profile.xml"
    texts = {
        names[party]: _profile(table, side, dossier.party_name(party))
        for party, side in table.sides.items()
    }
    write_new(home, {**texts, DOMAIN_FILE: _domain(table, dossier.title)})
    return GeniusFiles(
        domain=home / DOMAIN_FILE,
        profiles={party: home / name for party, name in names.items()},
        remarks=tuple(_left_out(dossier, table)),
    )


def _domain(table: Table, title: str) -> str:
    lines = [
        "<negotiation_template>",
        _open("utility_space", number_of_issues=str(len(table.issues))),
        *_objective(table, title, {}),
        "</utility_space>",
        "</negotiation_template>",
    ]
    return "\n".join(lines) + "\n"


def _profile(table: Table, side: Side, name: str) -> str:
    weights, evaluations = _scaled(table, side)
    lines = [
        _open("utility_space", name=one_line(name)),
        *_objective(table, side.party, evaluations)[:-1],
        *(
            _empty("weight", index=str(k + 1), value=_number(weight))
            for k, weight in enumerate(weights)
        ),
        "</objective>",
        _empty("discount_factor", value="1.0"),
        _empty("reservation", value=_number(_reservation(side))),
        "</utility_space>",
    ]
    return "\n".join(lines) + "\n"


def _objective(table: Table, name: str, evaluations: Mapping[str, Sequence[Fraction]]) -> list[str]:
    """Return the lines of the objective with its issues, whose items may have evaluations."""
    root = {"index": "0", "description": "", "name": one_line(name)}
    lines = [_open("objective", **root, type="objective", etype="objective")]
    for k, issue in enumerate(table.issues):
        kind = {"vtype": "discrete", "type": "discrete", "etype": "discrete"}
        lines.append(
            _open("issue", index=str(k + 1), name=one_line(issue.question or issue.id), **kind)
        )
        for j, text in enumerate(_items(issue)):
            given = {}
            if issue.id in evaluations:
                given = {"evaluation": _number(evaluations[issue.id][j])}
            lines.append(_empty("item", index=str(j + 1), value=text, **given))
        lines.append("</issue>")
    return [*lines, "</objective>"]


def _items(issue: Issue) -> list[str]:
    """Return the text of each outcome; its name where two would read alike."""
    texts = [one_line(outcome.text) for outcome in issue.outcomes]
    if len(set(texts)) == len(texts):
        return texts
    return [outcome.name for outcome in issue.outcomes]


def _scaled(table: Table, side: Side) -> tuple[list[Fraction], dict[str, list[Fraction]]]:
    """Return the weights of a party, and its values by issue, as GENIUS is to read them."""
    total = sum((middle(amount) for amount in side.weights.values()), Fraction(0))
    weights, evaluations = [], {}
    for issue in table.issues:
        outcomes = [outcome.id for outcome in issue.outcomes]
        values = central_values(side.values.get(issue.id), outcomes)
        largest = max(values)
        weights.append(middle(side.weights[issue.id]) / total * (largest or 1))
        evaluations[issue.id] = [value / (largest or 1) for value in values]
    return weights, evaluations


def _reservation(side: Side) -> Fraction:
    return Fraction(0) if side.no_deal is None else middle(side.no_deal)


def _open(tag: str, **attributes: str) -> str:
    # GENIUS takes the first > for the end of an element, and quoteattr writes none inside.
    return f"<{tag}{''.join(f' {name}={quoteattr(v)}' for name, v in attributes.items())}>"


def _empty(tag: str, **attributes: str) -> str:
    return f"{_open(tag, **attributes)[:-1]}/>"


def _number(value: Fraction) -> str:
    return repr(float(value))


def _left_out(dossier: Dossier, table: Table) -> Iterator[str]:
    """Yield a line for everything that the format cannot say."""
    if table.infeasible:
        yield say("genius.left.infeasible", count=len(table.infeasible))
    for side in table.sides.values():
        party = dossier.party_name(side.party)
        found = {
            "red_lines": len(side.red_lines),
            "linked": len(side.linked),
            "groups": len(side.groups),
            "ranges": sum(amount.low < amount.high for amount in _amounts(side)),
            "orders": sum(isinstance(values, ByOrder) for values in side.values.values()),
        }
        for what, count in found.items():
            if count:
                yield say(f"genius.left.{what}", party=party, count=count)
    signing = {member.party for member in table.must_sign}
    for code, parties in (
        ("must_sign", [party for party in table.sides if party not in signing]),
        ("must_comply", [member.party for member in table.must_comply]),
    ):
        if parties:
            names = ", ".join(dossier.party_name(party) for party in parties)
            yield say(f"genius.left.{code}", parties=names)
    if table.needs:
        yield say("genius.left.needs", count=len(table.needs))
    unsure = [path for path, reason in dossier.reasons.items() if reason.sure < 1]
    if any(path[0] == "negotiation" for path in unsure):
        count = sum(path[0] == "negotiation" for path in unsure)
        yield say("genius.left.sure", count=count)


def _amounts(side: Side) -> Iterator[Amount]:
    yield from side.weights.values()
    for values in side.values.values():
        if not isinstance(values, ByOrder):
            yield from values.amounts.values()
    if side.no_deal is not None:
        yield side.no_deal
