"""One dated list of what happened, by the time of the event; by that of its report if untold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from detente.dossier.dates import Date
from detente.reading.across.items import Fact
from detente.reading.across.telling import NO_NAMES, evidence_of, evidence_text, fields_text
from detente.reading.across.times import date_of, dated
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold

LISTED = ("talks", "truces", "events", "statements", "positions", "figures")
"""The kinds that stand on a timeline."""

_POINTS = {"truces": ("declared", "in_effect", "ended"), "talks": ("from",), "figures": ("as_of",)}


class Entry(NamedTuple):
    """A fact at its time.

    `point` says which of several dates it is, such as ``ended``, or that it is only the day of the
    first report: ``reported``.
    """

    when: Date | None
    point: str
    fact: Fact


@dataclass(frozen=True, eq=False)
class TimelineResult(Result):
    """Facts in order of time; those of reports without a day stand apart."""

    entries: tuple[Entry, ...]
    undated: tuple[Fact, ...]
    source: Manifest = field(default=Manifest("timeline"))
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says how many entries there are."""
        return say("across.timeline", n=f"{len(self.entries):,}", undated=f"{len(self.undated):,}")

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        return {
            "timeline": [
                {"when": str(one.when), "point": one.point, **_plain(one.fact)}
                for one in self.entries
            ],
            "undated": [_plain(fact) for fact in self.undated],
        }

    def rows(self) -> Iterator[Row]:
        """Yield a row an entry, undated ones last."""
        for one in (*self.entries, *(Entry(None, "", fact) for fact in self.undated)):
            yield {
                "when": "" if one.when is None else str(one.when),
                "point": one.point,
                "kind": one.fact.kind,
                "id": one.fact.id,
                "told": fields_text(one.fact, undated=True),
                "flags": " ".join(sorted(one.fact.flags)),
                "sources": " ".join(one.fact.sources),
                "quote": one.fact.members[0].quote,
            }

    def to_text(self) -> str:
        """Return the list with the sentences that it rests on."""
        lines = [self.title(), ""]
        for one in self.entries:
            lines += _told(f"{one.when}  ", one, self.names)
        if self.undated:
            lines += ["", say("across.undated")]
            for fact in self.undated:
                lines += _told("- ", Entry(None, "", fact), self.names)
        return fold(lines)


def _told(lead: str, one: Entry, names: Mapping[str, str]) -> list[str]:
    point = f"{say(f'across.point.{one.point}')} " if one.point else ""
    kind = say(f"across.kind.{one.fact.kind}")
    flags = say("across.flags", flags=sorted(one.fact.flags)) if one.fact.flags else ""
    told = f"{lead}{kind}: {point}{fields_text(one.fact, undated=True, names=names)}{flags}"
    return [told, *(f"    {text}" for text in evidence_text(one.fact))]


def _plain(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "id": fact.id,
        "fields": dict(fact.fields),
        "flags": sorted(fact.flags),
        "evidence": evidence_of(fact),
    }


def timeline(
    facts: Iterable[Fact], source: Manifest | None = None, names: Mapping[str, str] = NO_NAMES
) -> TimelineResult:
    """Return `facts` in order of when they took place; a truce stands at each of its dates.

    What no sentence dates stands at the day of the first report of it, and says so.
    """
    entries: list[Entry] = []
    undated: list[Fact] = []
    for fact in facts:
        if fact.kind not in LISTED:
            continue
        points = [
            Entry(when, point, fact)
            for point in _POINTS.get(fact.kind, ())
            if (when := dated(str(fact.fields.get(point) or ""))) is not None
        ]
        if fact.kind == "truces" and points:
            entries += points
            continue
        when = date_of(fact.fields)
        if when is not None:
            entries.append(Entry(when, "", fact))
        elif fact.published:
            entries.append(Entry(dated(fact.published[0].isoformat()), "reported", fact))
        else:
            undated.append(fact)
    entries.sort(key=_order)
    undated.sort(key=lambda fact: (LISTED.index(fact.kind), fact.id))
    return TimelineResult(tuple(entries), tuple(undated), source or Manifest("timeline"), names)


def _order(one: Entry) -> tuple[object, ...]:
    when = one.when
    days = (when.first, when.last) if when is not None else ()
    return (*days, LISTED.index(one.fact.kind), one.fact.id, one.point)
