"""State of play: what is done today, who talked and who will, who backs whom."""

from __future__ import annotations

from detente.brief.annexes import section_number, to_annex
from detente.brief.content import Block, Item, Items, Line, Section, Text
from detente.brief.marks import mark_of
from detente.brief.phrases import amount, line, listed, stop
from detente.brief.rounds import coming_talks, last_talks
from detente.brief.situation import Situation
from detente.words import say
from detente.words.naming import capital, clean

_MOST_SUPPORT = 8
_PLAIN_SUPPORT = ("support", "supports", "supported", "back", "backs", "backed", "backing")
"""What an entry on support says that names no means."""


def state_of_play(it: Situation) -> Section:
    """Return the section on the state of play."""
    blocks: list[Block] = [*_today(it), *_talks(it), *_support(it)]
    pointer = to_annex(it, "record", "brief.annex.record_all")
    if pointer:
        blocks.append(Text(tuple(pointer)))
    return Section("play", say("brief.section.play"), tuple(blocks))


def _today(it: Situation) -> list[Block]:
    if it.today is None:
        return [Text((line("brief.play.no_today"),))]
    letters = it.model.label(it.today)
    name = it.tell.name(it.today)
    lead = line("brief.play.today_named", name=name) if name else line("brief.play.today")
    done: list[Item] = []
    for party in it.parties:
        own = [k for k in range(len(letters)) if int(it.model.owner[k]) == party]
        texts = [it.tell.texts[k] for k in own if letters[k] == "Y"]
        if texts:
            told = say("brief.play.party", who=it.who(party), what="; ".join(texts))
            done.append(Item((Line(capital(told)),)))
    first = Line(lead.text, pattern=letters)
    if not done:
        return [Text((first, line("brief.play.nothing_done")))]
    return [Text((first, line("brief.play.done"))), Items(tuple(done))]


def _talks(it: Situation) -> list[Block]:
    """Return that there were no talks; those that were, or will be, stand on the timeline."""
    if coming_talks(it) or last_talks(it) is not None:
        return []
    code = "no_rounds" if it.dossier.record.truces else "no_talks"
    return [Text((line(f"brief.play.{code}", number=section_number(it, "timeline")),))]


def _support(it: Situation) -> list[Block]:
    items = support_items(it)
    if not items:
        return []
    shown = items[:_MOST_SUPPORT]
    blocks: list[Block] = [Text((line("brief.play.support"),)), Items(tuple(shown))]
    if len(shown) < len(items):
        left = len(items) - len(shown)
        blocks.append(
            Text((line("brief.play.more_support", count=amount("brief.n.entries", left)),))
        )
    return blocks


def support_items(it: Situation, full: bool = False) -> list[Item]:
    """Return who backs whom, and with what; in `full` also why it is believed."""
    items: list[Item] = []
    told: set[tuple[str, str]] = set()
    for one in it.dossier.record.support:
        for giver in one.by:
            told.update((giver, taker) for taker in one.to)
        code = "brief.play.supports" if one.to else "brief.play.supports_nobody"
        if one.to and one.what and clean(one.what).casefold() in _PLAIN_SUPPORT:
            code = "brief.play.backs"
        text = say(
            code,
            who=listed(map(it.named, one.by)),
            whom=listed(map(it.named, one.to)),
            what=stop(clean(one.what) or say("brief.play.support_unnamed")),
        )
        first = Line(capital(text), it.notebook.cite(one.evidence), mark=mark_of(one))
        under = (Line(stop(clean(one.because))),) if full and one.because else ()
        items.append(Item((first,), under))
    for party in it.dossier.parties.values():
        others = [taker for taker in party.backs if (party.id, taker) not in told]
        if others:
            text = say("brief.play.backs", who=it.named(party.id), whom=[*map(it.named, others)])
            items.append(Item((Line(capital(text)),)))
    return items
