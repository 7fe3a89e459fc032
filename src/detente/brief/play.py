"""State of play: what is done today, who talked and who will, who backs whom."""

from __future__ import annotations

from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.findings import coming_talks, last_talks, level_word, when_and_where
from detente.brief.marks import mark_of
from detente.brief.phrases import amount, line, listed, stop, when
from detente.brief.situation import Situation
from detente.dossier.record import Event, Statement, Talks
from detente.words import say
from detente.words.naming import capital, clean

_MOST_EVENTS = 6
_MOST_SAID = 6


def state_of_play(it: Situation) -> Section:
    """Return the section on the state of play."""
    blocks: list[Block] = []
    blocks += _today(it)
    blocks += _talks(it)
    blocks += _support(it)
    blocks += _latest(it)
    return Section("play", say("brief.section.play"), tuple(blocks))


def _today(it: Situation) -> list[Block]:
    if it.today is None:
        return [Text((line("brief.play.no_today"),))]
    letters = it.model.label(it.today)
    name = it.tell.name(it.today)
    lead = line("brief.play.today_named", name=name) if name else line("brief.play.today")
    done: list[Item] = []
    not_done: list[Item] = []
    for party in it.parties:
        own = [k for k in range(len(letters)) if int(it.model.owner[k]) == party]
        for letter, items in (("Y", done), ("N", not_done)):
            texts = [it.tell.texts[k] for k in own if letters[k] == letter]
            if texts:
                told = say("brief.play.party", who=it.who(party), what="; ".join(texts))
                items.append(Item((Line(capital(told)),)))
    blocks: list[Block] = [Text((Line(lead.text, pattern=letters),))]
    if done:
        blocks += [Text((line("brief.play.done"),)), Items(tuple(done))]
    else:
        blocks.append(Text((line("brief.play.nothing_done"),)))
    if not_done:
        blocks += [Text((line("brief.play.not_done"),)), Items(tuple(not_done))]
    return blocks


def _talks(it: Situation) -> list[Block]:
    record = it.dossier.record
    items = []
    last = last_talks(it)
    if last is not None:
        items.append(Item((_round(it, "last", last),)))
    items += [Item((_round(it, "next", talks),)) for talks in coming_talks(it)]
    if record.truces:
        fates = [one.fate or "unknown" for one in record.truces]
        told = [amount(f"brief.n.fate.{fate}", fates.count(fate)) for fate in dict.fromkeys(fates)]
        count = amount("brief.n.truces", len(fates))
        items.append(Item((line("brief.play.truces", count=count, fates=listed(told)),)))
    if not items:
        return [Heading(say("brief.play.talks")), Text((line("brief.play.no_talks"),))]
    return [Heading(say("brief.play.talks")), Items(tuple(items))]


def _round(it: Situation, code: str, talks: Talks) -> Line:
    who = _present(it, talks)
    text = say(
        f"brief.play.{code}",
        when=when_and_where(talks),
        level=level_word(talks),
        status=say(f"brief.status.{talks.status or 'unknown'}"),
    )
    if who:
        text += " " + say("brief.play.between", who=who)
    if talks.outcome:
        text += " " + stop(capital(clean(talks.outcome)))
    return Line(capital(text), it.notebook.cite(talks.evidence))


def _present(it: Situation, talks: Talks) -> str:
    return listed([it.named(party) for party in talks.parties] or map(clean, talks.people))


def _support(it: Situation) -> list[Block]:
    items: list[Item] = []
    told: set[tuple[str, str]] = set()
    for one in it.dossier.record.support:
        for giver in one.by:
            told.update((giver, taker) for taker in one.to)
        code = "brief.play.supports" if one.to else "brief.play.supports_nobody"
        text = say(
            code,
            who=listed(map(it.named, one.by)),
            whom=listed(map(it.named, one.to)),
            what=stop(clean(one.what) or say("brief.play.support_unnamed")),
        )
        items.append(
            Item((Line(capital(text), it.notebook.cite(one.evidence), mark=mark_of(one)),))
        )
    for party in it.dossier.parties.values():
        others = [taker for taker in party.backs if (party.id, taker) not in told]
        if others:
            text = say("brief.play.backs", who=it.named(party.id), whom=[*map(it.named, others)])
            items.append(Item((Line(capital(text)),)))
    if not items:
        return []
    return [Heading(say("brief.play.support")), Items(tuple(items))]


def _latest(it: Situation) -> list[Block]:
    blocks: list[Block] = []
    happened = [one for one in it.dossier.record.events if one.what]
    events = sorted(happened, key=_date, reverse=True)[:_MOST_EVENTS]
    if events:
        items = tuple(Item((_event(it, one),)) for one in events)
        blocks += [Heading(say("brief.play.events")), Items(items)]
    told = [s for s in it.dossier.record.statements if s.content or s.cue or s.about]
    said = sorted(told, key=_date, reverse=True)[:_MOST_SAID]
    if said:
        items = tuple(Item((_said(it, one),)) for one in said)
        blocks += [Heading(say("brief.play.said")), Items(items)]
    return blocks


def _event(it: Situation, one: Event) -> Line:
    who = listed(map(it.named, one.by))
    what = clean(one.what).rstrip(".")
    head = f"{when(one.date)}. " if one.date else ""
    actor = f"{capital(who)}: " if who else ""
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
    content = clean(one.content or one.cue or one.about)
    text = f"{head}{who}, {act}: {content}"
    if one.by_way_of:
        text = f"{text.rstrip('.')} ({say('brief.play.by_way_of', who=it.reporter(one.by_way_of))})"
    return Line(stop(text), it.notebook.cite(one.evidence), mark=mark_of(one))


def _date(one: Event | Statement) -> int:
    return one.date.last.toordinal() if one.date is not None else 0
