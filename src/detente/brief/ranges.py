"""The annex on outcomes: every pattern in full, every way told, and the senses of holding."""

from __future__ import annotations

import numpy as np

from detente.brief.annexes import annex_letters, back
from detente.brief.compared import against, reach_word
from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.listing import Entry
from detente.brief.phrases import amount, line
from detente.brief.situation import Situation
from detente.brief.table import full_table
from detente.brief.ways import Way
from detente.conflict import CONCEPTS
from detente.words import say
from detente.words.naming import capital

_MOST_NAMES = 4


def ranges(it: Situation) -> Section:
    """Return the annex on the outcomes that hold."""
    blocks: list[Block] = [back(it, "outcomes")]
    listing = it.listing
    if listing.entries:
        blocks.append(Text(tuple(_lead(it))))
        blocks.append(Items(tuple(_item(it, entry) for entry in listing.entries), ordered=True))
        if it.today is not None:
            blocks.append(Text((line("brief.outcomes.reach"),), "quiet"))
    blocks += [*_ways(it), *full_table(it, listing.entries)]
    blocks += [
        Heading(say("brief.outcomes.senses")),
        Text((line("brief.outcomes.senses_lead"),)),
        Items(tuple(Item((_meaning(it, concept),)) for concept in CONCEPTS)),
    ]
    letter = annex_letters(it)["outcomes"]
    return Section("annex-outcomes", say("brief.annex.outcomes"), tuple(blocks), letter)


def _lead(it: Situation) -> list[Line]:
    if not it.listing.grouped:
        return [line("brief.outcomes.listed")]
    told = [line("brief.outcomes.exact")]
    if it.listing.left:
        told.append(line("brief.outcomes.cut", left=f"{it.listing.left:,}"))
    return told


def _item(it: Situation, entry: Entry) -> Item:
    state = entry.single
    text = it.tell.state(state) if state is not None else it.tell.pattern(entry.pattern)
    mark = ""
    if state is None:
        mark = amount("brief.n.outcomes", entry.states.size)
    elif state == it.today:
        mark = say("brief.row.today")
    head = Line(text + ".", pattern=entry.pattern, mark=mark)
    under = _named(it, entry)
    if it.today is not None and state != it.today:
        under.append(
            Line(capital(reach_word(it, entry)) + ". " + capital(against(it, entry)) + ".")
        )
    return Item((head,), tuple(under))


def _named(it: Situation, entry: Entry) -> list[Line]:
    """Return the short names among the outcomes of `entry`, or what a short name stands for."""
    if entry.single is not None:
        if it.tell.name(entry.single) is None or entry.single == it.today:
            return []
        return [Line(it.tell.plain(entry.single) + ".")]
    names = dict.fromkeys(n for s in entry.states.tolist() if (n := it.tell.name(s)) is not None)
    quoted = [say("conflict.state.named", name=name) for name in list(names)[:_MOST_NAMES]]
    return [line("brief.outcomes.among", names=quoted)] if quoted else []


def _ways(it: Situation) -> list[Block]:
    if not it.ways:
        return []
    items = tuple(_way(it, way) for way in it.ways)
    return [
        Heading(say("brief.outcomes.ways")),
        Text((line("brief.outcomes.ways_lead"),)),
        Items(items),
    ]


def _way(it: Situation, way: Way) -> Item:
    number = it.listing.number_of(way.goal)
    where = say("brief.outcomes.under", number=number) if number is not None else ""
    head = line(
        "brief.outcomes.way",
        where=where,
        goal=it.tell.inside(way.goal),
        steps=amount("brief.n.stages", len(way.steps)),
        against=amount("brief.n.of_them", len(way.against))
        if way.against
        else say("brief.n.none_of_them"),
    )
    under = []
    for step in way.steps:
        told = say(
            "brief.outcomes.step",
            who=capital(it.who(step.party)),
            change=it.tell.change(step.before, step.after, step.party),
        )
        under.append(Line(told, mark=say(f"brief.fit.{step.fit}")))
    return Item((Line(head.text, pattern=it.tell.label(way.goal)),), tuple(under), steps=True)


def _meaning(it: Situation, concept: str) -> Line:
    if concept == "sim" and not it.result.has_sim:
        return line("brief.meaning.no_sim")
    count = int(np.count_nonzero(it.result.equilibrium & (1 << CONCEPTS.index(concept))))
    return line(f"brief.meaning.{concept}", count=amount("brief.n.outcomes", count))
