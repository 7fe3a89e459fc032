"""Which outcomes hold, for whom, and in which sense; and the nearest ways there."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.brief.content import Block, Cell, Heading, Item, Items, Line, Row, Section, Table, Text
from detente.brief.listing import Entry
from detente.brief.phrases import amount, line
from detente.brief.situation import Situation, Strength
from detente.brief.ways import Way
from detente.conflict import CONCEPTS
from detente.words import say
from detente.words.naming import capital, clean

_ORDER: tuple[tuple[Strength, str], ...] = (
    ("nothing", "nash"),
    ("firm", "sseq"),
    ("held", "seq"),
    ("thin", "gmr"),
)
_MOST_NAMES = 4
_TONES = {"nothing": "firm", "firm": "firm", "held": "held", "thin": "thin", "open": "open"}


def outcomes(it: Situation) -> Section:
    """Return the section on the outcomes that hold, with the stability table."""
    blocks: list[Block] = [Text((line("brief.outcomes.lead"), *_counted(it)))]
    listing = it.listing
    if listing.grouped:
        blocks.append(Text(tuple(_grouped(it))))
    if listing.entries:
        blocks.append(Items(tuple(_item(it, entry) for entry in listing.entries), ordered=True))
        if it.today is not None:
            blocks.append(Text((line("brief.outcomes.reach"),), "quiet"))
    if it.ways:
        blocks += _ways(it)
    blocks += _stability(it)
    return Section("outcomes", say("brief.section.outcomes"), tuple(blocks))


def _counted(it: Situation) -> list[Line]:
    if it.holding.size == 0:
        total = amount("brief.n.outcomes", it.model.size)
        return [line("brief.outcomes.none", total=total)]
    total = amount("brief.n.possible", it.model.size)
    told = [line("brief.outcomes.some", total=total, count=f"{it.holding.size:,}")]
    if it.today is not None:
        code = "today_holds" if it.holds(it.today) else "today_not"
        told.append(line(f"brief.outcomes.{code}"))
        count = int(it.common_gains.size)
        if count:
            told.append(line("brief.outcomes.common", count=amount("brief.n.of_them", count)))
    return told


def _grouped(it: Situation) -> list[Line]:
    told = [
        line(
            "brief.outcomes.grouped",
            count=f"{it.holding.size:,}",
            groups=amount("brief.n.groups", len(it.listing.entries)),
        )
    ]
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
        under.append(Line(capital(reach_word(it, entry)) + ". " + against(it, entry) + "."))
    return Item((head,), tuple(under))


def _named(it: Situation, entry: Entry) -> list[Line]:
    """Return the short names among the outcomes of `entry`, or what a short name stands for."""
    if entry.single is not None:
        if it.tell.name(entry.single) is None or entry.single == it.today:
            return []
        return [Line(it.tell.plain(entry.single) + ".")]
    names = dict.fromkeys(n for s in entry.states.tolist() if (n := it.tell.name(s)) is not None)
    quoted = [say("conflict.state.named", name=name) for name in list(names)[:_MOST_NAMES]]
    return [line("brief.outcomes.names", names=quoted)] if quoted else []


def reach_word(it: Situation, entry: Entry) -> str:
    """Return how one gets from today to the outcomes of `entry`, in a few words."""
    others = entry.states[entry.states != it.today]
    near = int(np.count_nonzero(it.by_improvements[others]))
    if others.size < entry.states.size:
        return say("brief.reach.with_today", n=f"{near:,}") if near else say("brief.reach.today")
    if entry.single is None and near:
        return say("brief.reach.some", n=f"{near:,}")
    if near:
        return say("brief.reach.improvements")
    return say("brief.reach.moves" if it.by_moves[entry.states].any() else "brief.reach.no")


def against(it: Situation, entry: Entry) -> str:
    """Return for whom all outcomes of `entry` are better than today, and for whom worse."""
    ranks = it.model.ranks
    here = ranks[:, [it.today or 0]]
    better: NDArray[Any] = np.all(ranks[:, entry.states] > here, axis=1)
    worse: NDArray[Any] = np.all(ranks[:, entry.states] < here, axis=1)
    told = []
    for code, mask in (("better", better), ("worse", worse)):
        names = [it.who(p) for p in it.parties if mask[p]]
        if len(names) == len(it.parties) > 1:
            told.append(say(f"brief.against.{code}_all"))
        elif names:
            told.append(say(f"brief.against.{code}", who=names))
    if not told:
        told.append(
            say("brief.against.same" if entry.single is not None else "brief.against.mixed")
        )
    return capital("; ".join(told))


def _ways(it: Situation) -> list[Block]:
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


def _stability(it: Situation) -> list[Block]:
    rows: list[Row] = []
    if it.today is not None and (it.listing.grouped or not it.holds(it.today)):
        rows.append(_row(it, _today_entry(it), 0))
    rows += [_row(it, entry, entry.number) for entry in it.listing.entries]
    blocks: list[Block] = [Heading(say("brief.outcomes.table"))]
    if rows:
        columns = tuple(clean(name) for name in it.model.party_names)
        caption, corner = say("brief.outcomes.caption"), say("brief.outcomes.corner")
        blocks.append(Table(caption, corner, columns, tuple(rows)))
    blocks.append(Text((line("brief.outcomes.words"),)))
    blocks.append(Items(tuple(Item((_meaning(it, concept),)) for concept in CONCEPTS)))
    return blocks


def _today_entry(it: Situation) -> Entry:
    state = it.today or 0
    return Entry(0, it.model.label(state), np.array([state], dtype=np.int32))


def _row(it: Situation, entry: Entry, number: int) -> Row:
    state = entry.single
    if state is not None and state == it.today:
        head = say("brief.row.today" if it.holds(state) else "brief.row.today_not")
        head = f"{number}. {capital(head)}" if number else capital(head)
    elif state is not None:
        head = f"{number}. {it.tell.state(state)}"
    else:
        head = f"{number}. {capital(amount('brief.n.outcomes', entry.states.size))}"
    cells = tuple(_cell(it, entry, party) for party in it.parties)
    return Row(Line(head, pattern=entry.pattern), cells)


def _cell(it: Situation, entry: Entry, party: int) -> Cell:
    counts = _strengths(it, entry, party)
    weakest = list(counts)[-1]
    if len(counts) == 1:
        detail = _senses(it, entry, party)
        return Cell(say(f"brief.cell.{weakest}"), detail, _TONES[weakest])
    detail = "; ".join(
        say("brief.cell.share", word=say(f"brief.cell.{name}").lower(), n=f"{n:,}")
        for name, n in counts.items()
    )
    code = "mixed_stays" if weakest in ("nothing", "firm", "held") else "mixed"
    return Cell(say(f"brief.cell.{code}"), detail, _TONES[weakest])


def _strengths(it: Situation, entry: Entry, party: int) -> dict[Strength, int]:
    """Count the outcomes of `entry` by what keeps the party there, the strongest first."""
    bits = it.result.verdicts[party, entry.states]
    left = np.ones(entry.states.size, dtype=bool)
    counts: dict[Strength, int] = {}
    for strength, concept in _ORDER:
        here: NDArray[np.bool_] = left & (bits >> CONCEPTS.index(concept) & 1).astype(bool)
        if here.any():
            counts[strength] = int(np.count_nonzero(here))
        left &= ~here
    if left.any():
        counts["open"] = int(np.count_nonzero(left))
    return counts


def _senses(it: Situation, entry: Entry, party: int) -> str:
    """Return the strongest senses in which all outcomes of `entry` are stable for the party."""
    bits = int(np.bitwise_and.reduce(it.result.verdicts[party, entry.states]))
    has = {name for k, name in enumerate(CONCEPTS) if bits >> k & 1}
    if "nash" in has:
        return say("brief.short.nash")
    if "sseq" in has:
        has -= {"seq", "smr", "gmr"}
    if has & {"seq", "smr"}:
        has -= {"gmr"}
    return ", ".join(say(f"brief.short.{name}") for name in CONCEPTS if name in has)


def _meaning(it: Situation, concept: str) -> Line:
    if concept == "sim" and not it.result.has_sim:
        return line("brief.meaning.no_sim")
    count = int(np.count_nonzero(it.result.equilibrium & (1 << CONCEPTS.index(concept))))
    return line(f"brief.meaning.{concept}", count=amount("brief.n.outcomes", count))
