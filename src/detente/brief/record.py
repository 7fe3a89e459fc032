"""The annex on the record: everything that was said, done, agreed and counted, with its notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from detente.brief.annexes import annex_letters, back
from detente.brief.chronicle import talks_line, truce_line
from detente.brief.content import Block, Heading, Item, Items, Line, Section
from detente.brief.marks import mark_of
from detente.brief.phrases import listed, stop, when
from detente.brief.play import support_items
from detente.brief.positions import subject
from detente.brief.rounds import start
from detente.brief.situation import Situation
from detente.dossier.record import Event, Figure, Person, Statement, Talks, Truce
from detente.words import say
from detente.words.naming import capital, clean

Entry = TypeVar("Entry", Event, Figure, Person, Statement, Talks, Truce)


def record(it: Situation) -> Section:
    """Return the annex on the record; positions stand with their parties, figures in section 7."""
    kept = it.dossier.record
    support = support_items(it, full=True)
    blocks: list[Block] = [
        back(it, "record"),
        *_list(it, "talks", sorted(kept.talks, key=lambda one: start(one) or 0), talks_line),
        *_list(it, "truces", sorted(kept.truces, key=_begin), truce_line),
        *_list(it, "events", sorted(kept.events, key=_date, reverse=True), _event),
        *_list(it, "said", sorted(kept.statements, key=_date, reverse=True), _said),
    ]
    if support:
        blocks += [Heading(say("brief.record.support")), Items(tuple(support))]
    blocks += _list(it, "people", kept.people, _person)
    blocks += _list(it, "figures", [one for one in kept.figures if one.because], _figure)
    letter = annex_letters(it)["record"]
    return Section("annex-record", say("brief.annex.record"), tuple(blocks), letter)


def _list(
    it: Situation, code: str, entries: Sequence[Entry], told: Callable[[Situation, Entry], Line]
) -> list[Block]:
    items = [Item((told(it, one),), _because(one.because)) for one in entries]
    return [Heading(say(f"brief.record.{code}")), Items(tuple(items))] if items else []


def _because(because: str | None) -> tuple[Line, ...]:
    return (Line(stop(clean(because))),) if because else ()


def _begin(truce: Truce) -> int:
    first = truce.in_effect or truce.declared or truce.date
    return first.first.toordinal() if first is not None else 0


def _person(it: Situation, one: Person) -> Line:
    parts = [clean(one.name)]
    if one.role:
        parts.append(clean(one.role))
    if one.party:
        parts.append(it.named(one.party))
    if one.from_ is not None or one.to is not None:
        parts.append(
            say("brief.record.term", first=when(one.from_), last=when(one.to))
            if one.from_ is not None and one.to is not None
            else say("brief.record.since", first=when(one.from_))
            if one.from_ is not None
            else say("brief.record.until", last=when(one.to))
        )
    told = stop(", ".join(parts))
    return Line(told, it.notebook.cite(one.evidence), mark=mark_of(one))


def _figure(it: Situation, one: Figure) -> Line:
    return Line(stop(capital(clean(one.what))), it.notebook.cite(one.evidence))


def _event(it: Situation, one: Event) -> Line:
    who = listed(map(it.named, one.by))
    what = clean(one.what).rstrip(".")
    head = f"{when(one.date)}. " if one.date else ""
    if one.to:
        who += say("brief.play.to", whom=[*map(it.named, one.to)])
    actor = f"{capital(who.strip())}: " if who else ""
    place = f" ({clean(one.where)})" if one.where else ""
    return Line(
        stop(f"{head}{actor}{what}{place}"), it.notebook.cite(one.evidence), mark=mark_of(one)
    )


def _said(it: Situation, one: Statement) -> Line:
    head = f"{when(one.date)}. " if one.date else ""
    who = capital(listed(map(it.named, one.by)))
    if set(one.to) == set(one.by) and len(one.to) > 1:
        who += say("brief.play.to_each_other")
    elif one.to:
        who += say("brief.play.to", whom=[*map(it.named, one.to)])
    act = say(f"brief.act.{one.act or 'say'}")
    about = subject(it, one.about)
    content = clean(one.content or one.cue) or about
    told = f": {content}" if content else f" {say('brief.record.unrecorded')}"
    text = f"{head}{who}, {act}{told}"
    if about and about != content:
        text = f"{text.rstrip('.')} ({say('brief.record.about', about=about)})"
    if one.by_way_of:
        text = f"{text.rstrip('.')} ({say('brief.play.by_way_of', who=it.reporter(one.by_way_of))})"
    return Line(stop(text), it.notebook.cite(one.evidence), mark=mark_of(one))


def _date(one: Event | Statement) -> int:
    return one.date.last.toordinal() if one.date is not None else 0
