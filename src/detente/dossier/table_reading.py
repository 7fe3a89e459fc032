"""From the shape of the section ``negotiation`` to the table, every expression parsed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.dossier.clause_reading import ClauseReader, unknown_party
from detente.dossier.names import Names
from detente.dossier.reader import Reader
from detente.dossier.reasons import Path
from detente.dossier.side_reading import SideReader
from detente.dossier.standoff import Clause, Standoff
from detente.dossier.table import Issue, Member, Need, Outcome, Side, Table
from detente.dossier.table_shapes import NegotiationShape, SideShape
from detente.dossier.wording import shown, suggest

MAX_ISSUES = 200
MAX_OUTCOMES = 1_000
TOP: Path = ("negotiation",)


def read_negotiation(
    reader: Reader,
    shape: NegotiationShape,
    parties: Iterable[str],
    standoff: Standoff | None,
) -> Table | None:
    """Return the table that `shape` writes; faults go to `reader`.

    Parameters
    ----------
    parties : iterable of str
        The ids of all parties of the dossier.
    standoff : Standoff or None
        The conflict over whose options ``needs`` speaks; `None` where there is none, or where
        it could not be read.

    Returns
    -------
    Table or None
        `None` if there are too many issues or outcomes, so that nothing else is read.
    """
    known = tuple(parties)
    issues = _issues(reader, shape)
    if issues is None:
        return None
    names = Names(tuple(o.id for issue in issues for o in issue.outcomes), "outcome")
    reading = ClauseReader(reader, names)
    sides = _sides(reading, issues, shape.parties, known)
    return Table(
        issues=issues,
        sides=sides,
        place=reader.place(TOP),
        infeasible=reading.clauses(shape.infeasible, (*TOP, "infeasible")),
        must_sign=_signers(reader, shape.must_sign, sides),
        must_comply=_compliers(reader, shape.must_comply, known),
        needs=_needs(reading, shape.needs, standoff),
        reason=reader.reason(TOP),
    )


def _issues(reader: Reader, shape: NegotiationShape) -> tuple[Issue, ...] | None:
    path, issues, whole = (*TOP, "issues"), [], True
    if len(shape.issues) > MAX_ISSUES:
        reader.fault(
            reader.key_place(path), "too-many-issues",
            f"there are {len(shape.issues):,} issues; at most {MAX_ISSUES} can be read",
            "Leave out issues that nobody disagrees on, or settle some of them together",
        )  # fmt: skip
        whole = False
    for name, issue in shape.issues.items():
        inner = (*path, name)
        if len(issue.outcomes) > MAX_OUTCOMES:
            reader.fault(
                reader.key_place(inner), "too-many-outcomes",
                f"{name} has {len(issue.outcomes):,} outcomes; at most {MAX_OUTCOMES:,} can be"
                " read",
                "Leave out outcomes that nobody would choose, or write coarser steps",
            )  # fmt: skip
            whole = False
        outcomes = []
        for outcome, text in issue.outcomes.items():
            where = (*inner, "outcomes", outcome)
            outcomes.append(
                Outcome(
                    f"{name}.{outcome}", name, outcome, text,
                    reader.key_place(where), reader.reason(where),
                )
            )  # fmt: skip
        place, reason = reader.key_place(inner), reader.reason(inner)
        issues.append(Issue(name, issue.question, tuple(outcomes), place, reason))
    return tuple(issues) if whole else None


def _sides(
    reading: ClauseReader,
    issues: tuple[Issue, ...],
    shapes: Mapping[str, SideShape],
    known: tuple[str, ...],
) -> dict[str, Side]:
    found = {}
    for party, shape in shapes.items():
        path = (*TOP, "parties", party)
        if party not in known:
            unknown_party(reading.reader, party, reading.reader.key_place(path), known)
        found[party] = SideReader(reading, issues, party, path).read(shape)
    return found


def _signers(
    reader: Reader, names: Iterable[str] | None, sides: Mapping[str, Side]
) -> tuple[Member, ...]:
    """Return the parties that must sign; all of the section where not written."""
    path = (*TOP, "must_sign")
    if names is None:
        return tuple(Member(party, side.place, side.reason) for party, side in sides.items())
    written = [key[2] for key in reader.source.keys if len(key) == 3 and key[:2] == _PARTIES]
    found = _members(reader, names, path)
    for member in found:
        if member.party not in written:
            reader.fault(
                member.place, "not-at-the-table",
                f"{shown(member.party)} must sign but is no party of negotiation, so nobody knows"
                " what it wants",
                suggest(member.party, map(str, written), "Add it to the parties of negotiation"),
            )  # fmt: skip
    return found


_PARTIES: Path = (*TOP, "parties")


def _compliers(reader: Reader, names: Iterable[str], known: tuple[str, ...]) -> tuple[Member, ...]:
    found = _members(reader, names, (*TOP, "must_comply"))
    for member in found:
        if member.party not in known:
            unknown_party(reader, member.party, member.place, known)
    return found


def _members(reader: Reader, names: Iterable[str], path: Path) -> tuple[Member, ...]:
    found: dict[str, Member] = {}
    for i, name in enumerate(names):
        inner = (*path, i)
        if name in found:
            reader.fault(
                reader.place(inner), "repeated-party", f"{shown(name)} stands in {path[-1]} twice",
                "Name it once",
            )  # fmt: skip
        else:
            found[name] = Member(name, reader.place(inner), reader.reason(inner))
    return tuple(found.values())


def _needs(
    reading: ClauseReader, shapes: Mapping[str, list[str]], standoff: Standoff | None
) -> tuple[Need, ...]:
    reader, path, found = reading.reader, (*TOP, "needs"), dict[str, Need]()
    if shapes and "conflict" not in reader.source.data:
        reader.fault(
            reader.key_place(path), "needs-without-conflict",
            "needs says what an outcome takes in the conflict, but the dossier has no section"
            " conflict",
            "Add conflict with options and preferences, or take needs out",
        )  # fmt: skip
        return ()
    options = None
    if standoff is not None:
        options = ClauseReader(reader, Names(tuple(option.id for option in standoff.options)))
    for name, texts in shapes.items():
        inner = (*path, name)
        place = reader.key_place(inner)
        outcome = reading.option(name, place)
        wants = _wants(options, texts, inner) if options is not None else ()
        if outcome in found:
            reader.fault(
                place, "repeated-outcome", f"{outcome} stands in needs twice",
                "Write all that it takes in one list",
            )  # fmt: skip
        elif outcome is not None:
            found[outcome] = Need(outcome, wants, place, reader.reason(inner))
    return tuple(found.values())


def _wants(options: ClauseReader, texts: list[str], path: Path) -> tuple[Clause, ...]:
    """Return the wants at `path`, one expression or a list of them."""
    if (*path, 0) in options.reader.source.nodes:
        return options.clauses(texts, path)
    return tuple(options.clause(text, path) for text in texts)
