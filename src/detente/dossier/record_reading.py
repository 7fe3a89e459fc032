"""From the shapes of the record to its entries: names resolved, quotes found, figures checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from detente.dossier.dates import Date
from detente.dossier.model import Party
from detente.dossier.reader import Reader
from detente.dossier.reasons import Evidence, Path
from detente.dossier.record import (
    Event,
    Figure,
    Item,
    Person,
    Position,
    Record,
    Statement,
    Support,
    Talks,
    Truce,
)
from detente.dossier.shapes import EvidenceShape, ItemShape, RecordShape
from detente.dossier.sources import Source
from detente.dossier.wording import nearest, shown, suggest

ITEMS: Mapping[str, type[Item]] = {
    "people": Person,
    "statements": Statement,
    "positions": Position,
    "talks": Talks,
    "truces": Truce,
    "events": Event,
    "support": Support,
    "figures": Figure,
}
_DOTTED = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_WHO = ("by", "to", "parties")
_SPANS = (("from_", "to"), ("declared", "ended"), ("in_effect", "ended"), ("since", "as_of"))


def read_evidence(
    reader: Reader, shapes: Iterable[EvidenceShape], sources: Mapping[str, Source], path: Path
) -> tuple[Evidence, ...]:
    """Return the evidence at `path`, each quote with its place in its source."""
    found = []
    for i, shape in enumerate(shapes):
        inner, span = (*path, i), None
        source = sources.get(shape.source)
        if source is None:
            reader.fault(
                reader.place((*inner, "source")), "unknown-source",
                f"there is no source {shown(shape.source)}",
                suggest(shape.source, sources, "Add it to sources"),
            )  # fmt: skip
        elif source.text is not None:
            span = source.find(shape.quote)
            if span is None:
                helps = sum(fault.code == "quote-not-found" for fault in reader.faults) < 20
                passage = source.nearest_passage(shape.quote) if helps else None
                reader.fault(
                    reader.place((*inner, "quote")), "quote-not-found",
                    f"the quote “{shown(shape.quote)}” does not stand in the source {source.id}",
                    f"The nearest passage is “{passage}”" if passage
                    else "Copy the words from the source exactly",
                )  # fmt: skip
        found.append(Evidence(shape.source, shape.quote, span))
    return tuple(found)


def read_record(
    reader: Reader,
    shape: RecordShape,
    sources: Mapping[str, Source],
    parties: Mapping[str, Party],
    subjects: Iterable[str] | None,
) -> Record:
    """Return the entries that `shape` writes; faults go to `reader`.

    Parameters
    ----------
    parties : mapping
        The parties whose ids, names and other names the entries may use.
    subjects : iterable of str, or None
        The full ids of the options and outcomes; `None` where some could not be read.
    """
    people = {person.name for person in shape.people if person is not None}
    actors = _Actors(reader, parties, people)
    known = None if subjects is None else frozenset(subjects)
    lists: dict[str, Any] = {}
    for name, kind in ITEMS.items():
        path = ("record", name)
        lists[name] = tuple(
            _item(reader, kind, entry, (*path, i), sources, actors, known)
            for i, entry in enumerate(getattr(shape, name))
            if entry is not None
        )
    return Record(**lists)


class _Actors:
    """Finds who is meant by a name."""

    def __init__(self, reader: Reader, parties: Mapping[str, Party], people: set[str]) -> None:
        self.reader, self.people = reader, people
        self.written = [*parties, *(n for p in parties.values() for n in (p.name, *p.also))]
        self.names: dict[str, str] = {
            name.casefold(): party.id
            for party in reversed([*parties.values()])
            for name in (party.id, party.name, *party.also)
        }

    def find(self, name: str, path: Path, people: bool = True) -> str:
        """Return the party's id or the person's name; `name` itself, with a fault, if unknown."""
        party = self.names.get(name.casefold())
        if party is not None:
            return party
        if people and (name in self.people or self._is_new_name(name)):
            return name
        self.reader.fault(
            self.reader.place(path), "unknown-actor" if people else "unknown-party",
            f"{shown(name)} is no party" + (" and nobody in record.people" if people else ""),
            self._remedy(name, people),
        )  # fmt: skip
        return name

    def _is_new_name(self, name: str) -> bool:
        """Tell whether `name` reads as that of someone else: no id, and like none that is known."""
        known = [*self.written, *sorted(self.people)]
        return re.fullmatch("[a-z][a-z0-9_]*", name) is None and nearest(name, known) is None

    def person(self, name: str, path: Path) -> str:
        """Return `name`; a fault if it is an id or nearly the name of somebody else."""
        if name not in self.people and not self._is_new_name(name):
            self.reader.fault(
                self.reader.place(path), "unknown-person",
                f"{shown(name)} is nobody in record.people",
                suggest(name, sorted(self.people), "Add the person to record.people"),
            )  # fmt: skip
        return name

    def _remedy(self, name: str, people: bool) -> str:
        known = [*self.written, *(sorted(self.people) if people else ())]
        found = nearest(name, known)
        if found is not None:
            return f"Did you mean {found}"
        where = "parties or record.people" if people else "parties"
        return f"Add it to {where}, or write a name that stands there"


def _item(
    reader: Reader,
    kind: type[Item],
    shape: ItemShape,
    path: Path,
    sources: Mapping[str, Source],
    actors: _Actors,
    subjects: frozenset[str] | None,
) -> Item:
    values: dict[str, Any] = dict(shape)
    given = {name for name in shape.model_fields_set if name != "evidence"}
    if not given:
        reader.fault(
            reader.place(path), "empty", "the entry says nothing", "Fill it in or take it out"
        )
    values["evidence"] = read_evidence(reader, shape.evidence, sources, (*path, "evidence"))
    if kind in (Talks, Event):
        values["where"] = values.pop("place")
    for name in _WHO:
        if isinstance(values.get(name), list):
            values[name] = tuple(
                actors.find(who, _inner(reader, path, name, i), people=True)
                for i, who in enumerate(values[name])
            )
    if values.get("party") is not None:
        values["party"] = actors.find(values["party"], (*path, "party"), people=False)
    if isinstance(values.get("people"), list):
        values["people"] = tuple(
            actors.person(who, _inner(reader, path, "people", i))
            for i, who in enumerate(values["people"])
        )
    if "brokered_by" in values:
        values["brokered_by"] = tuple(values["brokered_by"])
    _check_about(reader, values.get("about"), path, subjects)
    _check_spans(reader, values, path)
    if kind is Figure:
        _check_figure(reader, values, path)
    return kind(place=reader.place(path), **values)


def _inner(reader: Reader, path: Path, name: str, i: int) -> Path:
    """Return the path of the `i`-th of one or more names."""
    inner = (*path, name, i)
    return inner if inner in reader.source.nodes else (*path, name)


def _check_about(
    reader: Reader, about: str | None, path: Path, subjects: frozenset[str] | None
) -> None:
    """Refuse what is meant as an option or an outcome and is none; an issue or words may stand."""
    if about is None or subjects is None or about in subjects or not _DOTTED.fullmatch(about):
        return
    owner = about.partition(".")[0]
    owners = {subject.partition(".")[0] for subject in subjects}
    if owner in owners or nearest(about, sorted(subjects)) is not None:
        issues = reader.source.data.get("negotiation", {}).get("issues", {})
        noun = "outcome" if owner in issues else "option"
        reader.fault(
            reader.place((*path, "about")),
            f"unknown-{noun}",
            f"there is no {noun} {shown(about)}",
            suggest(about, sorted(subjects), f"Write an {noun}'s id, or words"),
        )


def _check_spans(reader: Reader, values: dict[str, Any], path: Path) -> None:
    for start, end in _SPANS:
        first, last = values.get(start), values.get(end)
        if isinstance(first, Date) and isinstance(last, Date) and last.last < first.first:
            reader.fault(
                reader.place((*path, end)), "date-order",
                f"{end} {last} is before {start.rstrip('_')} {first}", "Mend one of the dates",
            )  # fmt: skip


def _check_figure(reader: Reader, values: dict[str, Any], path: Path) -> None:
    given = [(name, values[name]) for name in ("low", "best", "high") if values[name] is not None]
    if not given:
        reader.fault(
            reader.place(path), "figure-without-number", "the figure has no number",
            "Give low, best or high",
        )  # fmt: skip
    for (name, value), (larger, limit) in pairwise(given):
        if value > limit:
            reader.fault(
                reader.place((*path, larger)), "figure-order",
                f"{larger} {limit:,} is below {name} {value:,}", "Put low, best and high in order",
            )  # fmt: skip
