"""Talks and truces in order of time, and what each brought."""

from __future__ import annotations

from detente.brief.content import Block, Item, Items, Line, Mark, Section, Text, Timeline
from detente.brief.findings import start
from detente.brief.marks import mark_of
from detente.brief.phrases import amount, line, listed, span, stop, told_span, when
from detente.brief.situation import Situation
from detente.dossier import Date
from detente.dossier.record import Talks, Truce
from detente.words import say
from detente.words.naming import capital, clean


def chronicle(it: Situation) -> Section:
    """Return the section with the timeline."""
    record = it.dossier.record
    marks: list[Mark] = []
    undated: list[Item] = []
    for talks in record.talks:
        if start(talks) is None:
            undated.append(Item((Line(_talks_text(it, talks), it.notebook.cite(talks.evidence)),)))
        else:
            marks.append(_talks(it, talks))
    for truce in record.truces:
        mark = _truce(it, truce)
        if mark is None:
            notes = it.notebook.cite(truce.evidence)
            undated.append(Item((Line(_truce_text(it, truce), notes),)))
        else:
            marks.append(mark)
    blocks: list[Block] = []
    if not marks and not undated:
        blocks.append(Text((line("brief.chronicle.nothing"),)))
    if marks:
        as_of = it.dossier.as_of
        blocks.append(
            Timeline(
                caption=line("brief.chronicle.caption").text,
                alternative=say("brief.chronicle.alternative", count=len(marks)),
                marks=tuple(sorted(marks, key=lambda one: (one.first, one.last))),
                today=as_of.last.toordinal() if as_of is not None else None,
                today_word=say("brief.chronicle.today"),
            )
        )
    if undated:
        blocks += [Text((line("brief.chronicle.undated"),)), Items(tuple(undated))]
    if record.truces:
        blocks.append(Text((_tally(record.truces),), "quiet"))
    return Section("timeline", say("brief.section.timeline"), tuple(blocks))


def _tally(truces: tuple[Truce, ...]) -> Line:
    fates = [one.fate or "unknown" for one in truces]
    return line(
        "brief.chronicle.lesson",
        count=amount("brief.n.truces", len(fates)),
        fates=[amount(f"brief.n.fate.{fate}", fates.count(fate)) for fate in dict.fromkeys(fates)],
    )


def _talks(it: Situation, talks: Talks) -> Mark:
    first = talks.from_ or talks.date or talks.to
    last = talks.to or first
    if first is None or last is None:
        raise ValueError("talks without a date have no place on a timeline")
    told = _lasting(first, last) if talks.from_ and talks.to else when(first)
    return Mark(
        what="talks",
        when=told,
        first=first.first.toordinal(),
        last=last.last.toordinal(),
        word=say(f"brief.status.{talks.status or 'unknown'}"),
        shape=talks.status or "unknown",
        text=_talks_text(it, talks),
        notes=it.notebook.cite(talks.evidence),
    )


def _talks_text(it: Situation, talks: Talks) -> str:
    who = listed([*map(it.named, talks.parties)] or [*map(clean, talks.people)])
    level = say(f"brief.level.{talks.level}") if talks.level else say("brief.level.any")
    text = say("brief.chronicle.talks_of", level=level, who=who) if who else level
    if talks.where:
        text += say("brief.chronicle.at", place=clean(talks.where))
    return _ending(text, talks.outcome, mark_of(talks))


def _truce(it: Situation, truce: Truce) -> Mark | None:
    first = truce.in_effect or truce.declared or truce.date
    if first is None:
        return None
    last = truce.ended
    told = when(first)
    if last is not None:
        told = _lasting(first, last)
    return Mark(
        what="truce",
        when=told,
        first=first.first.toordinal(),
        last=max(last.last if last is not None else first.last, first.first).toordinal(),
        word=say(f"brief.fate.{truce.fate or 'unknown'}"),
        shape=truce.fate or "unknown",
        text=_truce_text(it, truce),
        notes=it.notebook.cite(truce.evidence),
    )


def _lasting(first: Date, last: Date) -> str:
    """Return from when to when, each date as exact as it was written."""
    if first.precision == last.precision == "day":
        return span(first.first, last.last)
    if first.precision == last.precision != "interval":
        return told_span(when(first), when(last))
    return say("brief.date.ended", first=when(first), last=when(last))


def _truce_text(it: Situation, truce: Truce) -> str:
    who = [it.named(party) for party in truce.parties]
    text = say("brief.chronicle.truce_of", who=who) if who else say("brief.chronicle.truce")
    if truce.brokered_by:
        text += say("brief.chronicle.brokered", who=[it.named(one) for one in truce.brokered_by])
    return _ending(text, truce.terms, mark_of(truce))


def _ending(text: str, outcome: str | None, mark: str) -> str:
    told = stop(capital(text))
    if outcome:
        told += " " + stop(capital(clean(outcome)))
    return f"{told} [{mark}]" if mark else told
