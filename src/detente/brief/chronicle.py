"""Talks and truces in order of time: short marks for the timeline, full lines for the annex."""

from __future__ import annotations

from detente.brief.annexes import to_annex
from detente.brief.content import Block, Item, Items, Line, Mark, Section, Text, Timeline
from detente.brief.marks import mark_of
from detente.brief.phrases import line, listed, span, stop, told_span, when
from detente.brief.rounds import start
from detente.brief.situation import Situation
from detente.dossier import Date
from detente.dossier.record import Talks, Truce
from detente.words import say
from detente.words.naming import capital, clean

_FEW = 8
"""Up to so many talks and truces are told one by one."""

_SHORT = 60
"""Longer results of talks stand in the annex only."""


def chronicle(it: Situation) -> Section:
    """Return the section with the timeline."""
    record = it.dossier.record
    marks: list[Mark] = []
    undated: list[Item] = []
    for talks in record.talks:
        if start(talks) is None:
            undated.append(Item((talks_line(it, talks),)))
        else:
            marks.append(_talks(it, talks))
    for truce in record.truces:
        mark = _truce(it, truce)
        if mark is None:
            undated.append(Item((truce_line(it, truce),)))
        else:
            marks.append(mark)
    blocks: list[Block] = []
    if not marks and not undated:
        blocks.append(Text((line("brief.chronicle.nothing"),)))
    if marks:
        as_of = it.dossier.as_of
        marks.sort(key=lambda one: (one.first, one.last))
        told = _told(marks)
        rest = len(marks) - len(told)
        blocks.append(
            Timeline(
                caption=line("brief.chronicle.caption").text,
                alternative=say("brief.chronicle.alternative", count=len(marks)),
                marks=tuple(marks),
                today=as_of.last.toordinal() if as_of is not None else None,
                today_word=say("brief.chronicle.today"),
                told=told,
                rest=line("brief.chronicle.rest", count=rest).text if rest else "",
            )
        )
    if undated:
        blocks += [Text((line("brief.chronicle.undated"),)), Items(tuple(undated))]
    if marks:
        blocks.append(Text(tuple(to_annex(it, "record", "brief.annex.rounds")), "quiet"))
    return Section("timeline", say("brief.section.timeline"), tuple(blocks))


def _told(marks: list[Mark]) -> tuple[int, ...]:
    """Return the numbers of the marks to tell: all of few; of many those that matter most.

    These are truces, the last talks that were held, and talks that were not.
    """
    numbers = range(1, len(marks) + 1)
    if len(marks) <= _FEW:
        return tuple(numbers)
    held = [k for k in numbers if marks[k - 1].what == "talks" and marks[k - 1].shape == "held"]
    return tuple(k for k in numbers if k not in held[:-1])


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
        text=_brief_talks(talks),
        notes=it.notebook.cite(talks.evidence),
    )


def _brief_talks(talks: Talks) -> str:
    """Return the level and place of talks, and what they brought."""
    told = say(f"brief.level_short.{talks.level or 'any'}")
    place = clean((talks.where or "").split(",")[0])
    told = f"{told}, {place}" if place else told
    outcome = clean(talks.outcome).rstrip(".")
    short = bool(outcome) and len(outcome) <= _SHORT
    return _marked(f"{told}: {outcome}" if short else told, mark_of(talks))


def _brief_truce(it: Situation, truce: Truce) -> str:
    """Return who brokered a truce, or else its terms."""
    terms = clean(truce.terms).rstrip(".")
    if not truce.brokered_by and terms:
        return _marked(terms, mark_of(truce))
    told = say("brief.chronicle.truce")
    if truce.brokered_by:
        told += say("brief.chronicle.brokered", who=[it.named(one) for one in truce.brokered_by])
    return _marked(told, mark_of(truce))


def _marked(text: str, mark: str) -> str:
    told = stop(capital(text))
    return f"{told} [{mark}]" if mark else told


def talks_line(it: Situation, talks: Talks) -> Line:
    """Return all that is on record about talks."""
    who = listed([*map(it.named, talks.parties)] or [*map(clean, talks.people)])
    level = say(f"brief.level.{talks.level or 'any'}")
    text = say("brief.chronicle.talks_of", level=level, who=who) if who else level
    if talks.where:
        text += say("brief.chronicle.at", place=clean(talks.where))
    if talks.people and talks.parties:
        text += f" ({listed(map(clean, talks.people))})"
    status = say(f"brief.status.{talks.status or 'unknown'}")
    first = talks.from_ or talks.date or talks.to
    told = _lasting(first, talks.to or first) if first is not None else ""
    notes = it.notebook.cite(talks.evidence)
    return _full(it, told, status, text, talks.outcome, talks, notes)


def truce_line(it: Situation, truce: Truce) -> Line:
    """Return all that is on record about a truce."""
    who = [it.named(party) for party in truce.parties]
    text = say("brief.chronicle.truce_of", who=who) if who else say("brief.chronicle.truce")
    if truce.brokered_by:
        text += say("brief.chronicle.brokered", who=[it.named(one) for one in truce.brokered_by])
    if truce.declared is not None and truce.in_effect is not None:
        text += say("brief.chronicle.declared", when=when(truce.declared))
    fate = say(f"brief.fate.{truce.fate or 'unknown'}")
    first = truce.in_effect or truce.declared or truce.date
    told = _lasting(first, truce.ended or first) if first is not None else ""
    notes = it.notebook.cite(truce.evidence)
    return _full(it, told, fate, text, truce.terms, truce, notes)


def _full(
    it: Situation,
    dated: str,
    word: str,
    text: str,
    brought: str | None,
    one: Talks | Truce,
    notes: tuple[int, ...],
) -> Line:
    told = stop(f"{dated} ({word}). {capital(text)}" if dated else f"{capital(text)} ({word})")
    if brought:
        told += " " + stop(capital(clean(brought)))
    if one.by_way_of:
        way = say("brief.play.by_way_of", who=it.reporter(one.by_way_of))
        told = f"{told.rstrip('.')} ({way})."
    return Line(told, notes, mark=mark_of(one))


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
        text=_brief_truce(it, truce),
        notes=it.notebook.cite(truce.evidence),
    )


def _lasting(first: Date, last: Date) -> str:
    """Return from when to when, each date as exact as it was written."""
    if first.precision == last.precision == "day":
        return span(first.first, last.last)
    if first.precision == last.precision != "interval":
        return told_span(when(first), when(last))
    return say("brief.date.ended", first=when(first), last=when(last))
