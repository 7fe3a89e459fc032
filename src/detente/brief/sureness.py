"""How sure we are: shares of tested readings, and the guesses that the conclusions stand on."""

from __future__ import annotations

from collections.abc import Sequence

from detente.brief.annexes import to_annex
from detente.brief.content import Block, Cell, Heading, Item, Items, Line, Row, Section, Table, Text
from detente.brief.doubt import basis
from detente.brief.outlook import Outlook
from detente.brief.phrases import amount, line, listed, share, stop
from detente.brief.pillars import Pillar, conclusions
from detente.ensemble import EnsembleResult
from detente.ensemble.intervals import Share
from detente.words import say
from detente.words.naming import capital

MOST_FIRST = 2
"""Guesses that page one names."""

MOST_PILLARS = 6
"""Guesses that are told in all."""


def told_share(found: Share) -> str:
    """Return a share in words: *all*, *none*, or a percentage with its interval."""
    if found.count in (0, found.draws):
        return say(f"brief.share.{'all' if found.count else 'none'}")
    return say(
        "brief.share.some",
        share=share(_inside(found.share)),
        low=share(found.low),
        high=share(found.high),
    )


def _inside(number: float) -> float:
    """Return a share that is neither nothing nor all, so that it is not rounded to either."""
    return min(max(number, 0.01), 0.99)


def how_sure(it: Outlook) -> tuple[Line, ...]:
    """Return the lines of page one on how sure we are, and what kind of numbers these are."""
    return (basis(it), *_tested(it), *_stands(it))


def _tested(it: Outlook) -> tuple[Line, ...]:
    """Return the lines of page one on how the conclusions fare in the tested readings."""
    tested = it.tested
    if tested is None:
        return (line("brief.doubt.kind"),)
    if tested.stopped == "certain":
        return line("brief.sure.certain"), line("brief.doubt.kind")
    told = [
        say(
            "brief.sure.answer",
            state=_called(it, state),
            share=told_share(tested.holds(it.model.label(state), "seq")),
        )
        for state in conclusions(it)
    ]
    if not told:
        return (line("brief.doubt.kind"),)
    lead = line("brief.sure.tested", n=f"{tested.draws:,}", answers="; ".join(told))
    return lead, line("brief.sure.kind")


def first_pillars(it: Outlook) -> tuple[Line, ...]:
    """Return the guesses that page one names, each with what hangs on it alone."""
    shown = it.pillars[:MOST_FIRST]
    common = _in_common(shown)
    return tuple(_with_effects(it, one, common) for one in shown)


def _in_common(pillars: Sequence[Pillar]) -> bool:
    """Return whether the steps that wait for one another hang on each of `pillars`."""
    return len(pillars) > 1 and all(one.circle for one in pillars)


def _stands(it: Outlook) -> tuple[Line, ...]:
    """Return the line before the guesses of page one, or that no single one turns anything."""
    count = len(it.pillars)
    if count:
        code = "each" if _in_common(it.pillars[:MOST_FIRST]) else "on"
        named = amount("brief.n.guesses", min(count, MOST_FIRST))
        return (line(f"brief.sure.stands.{code}", count=named),)
    if it.tested is None or it.tested.stopped == "certain" or not conclusions(it):
        return ()
    told = it.tested.headlines
    proved = min(
        (one.proved for one in it.tested.search.turnings if told[one.headline].kind == "holds"),
        default=0,
    )
    return (line(f"brief.sure.firm.{min(proved, 2)}"),) if proved else ()


def _with_effects(it: Outlook, pillar: Pillar, common: bool) -> Line:
    """Return a guess, what would be otherwise without it, and its notes and confidence."""
    told = _guess(it, pillar)
    effects = pillar_effects(it, pillar, circle=not common)
    if not effects:
        return told
    code = "instead" if pillar.instead else "wrong"
    tail = say(f"brief.sure.pillar.{code}", instead=pillar.instead, effects=effects)
    return Line(f"{told.text} {tail}", told.notes, mark=told.mark)


def _guess(it: Outlook, pillar: Pillar) -> Line:
    """Return a guess as a sentence, with its notes and confidence."""
    mark = "" if pillar.sure is None else say("brief.mark.sure", sure=share(pillar.sure))
    notes = it.notebook.cite(pillar.evidence)
    return Line(stop(capital(pillar.words)), notes, mark=mark)


def pillar_effects(it: Outlook, pillar: Pillar, circle: bool = True) -> str:
    """Return what would be otherwise if a guess were wrong, with `circle` also of the circle."""
    effects = [_effect(it, state) for state in pillar.states]
    if pillar.circle and circle:
        effects.append(say("brief.sure.effect.circle"))
    return listed(effects)


def _effect(it: Outlook, state: int) -> str:
    holds = it.holds(state)
    return say(f"brief.sure.effect.{'not' if holds else 'would'}", state=_called(it, state))


def _called(it: Outlook, state: int) -> str:
    if state == it.today:
        return say("brief.sure.today")
    return it.tell.inside(state)


def sureness(it: Outlook) -> Section:
    """Return the section on how far the answers hang on guesses; the table is in the annex."""
    tested = it.tested
    if tested is None:
        lines = [line("brief.sure.not_tested")]
    elif tested.stopped == "certain":
        lines = [line("brief.sure.certain")]
    else:
        readings = say("brief.n.readings", n=f"{tested.draws:,}")
        lead = line("brief.sure.lead", readings=readings, guesses=len(tested.guesses))
        lines = [lead, *_firm(it, tested), *to_annex(it, "assumptions", "brief.sure.all")]
    return Section("sure", say("brief.section.sure"), (Text(tuple(lines)),))


def further(it: Outlook) -> list[Block]:
    """Return the guesses beyond page one, those on which the same hangs together."""
    groups: dict[str, list[Pillar]] = {}
    for pillar in it.pillars[MOST_FIRST:MOST_PILLARS]:
        groups.setdefault(pillar_effects(it, pillar), []).append(pillar)
    blocks: list[Block] = []
    for effects, pillars in groups.items():
        lead = line("brief.sure.also", effects=effects)
        items = tuple(Item((_guess(it, one),)) for one in pillars)
        blocks += [Text((lead,)), Items(items)]
    return blocks


def shares(it: Outlook) -> list[Block]:
    """Return the table of the outcomes that were followed, today's first, for the annex."""
    if it.tested is None or it.tested.stopped == "certain":
        return []
    return [Heading(say("brief.sure.caption")), *_table(it, it.tested)]


def _table(it: Outlook, tested: EnsembleResult) -> list[Block]:
    """Return the shares of the outcomes that were followed, today's first."""
    rows = []
    for number, headline in enumerate(tested.headlines):
        if headline.kind != "holds":
            continue
        state = it.state_of(headline.state)
        reached = "" if state == it.today else told_share(tested.reachable(headline.state))
        rows.append(
            Row(
                Line(_row_name(it, state), pattern=headline.state),
                (
                    Cell(told_share(tested.answers[number])),
                    Cell(reached or say("brief.sure.here")),
                    Cell(_mover(it, tested, number)),
                ),
            )
        )
    if not rows:
        return []
    columns = tuple(say(f"brief.sure.column.{one}") for one in ("holds", "reached", "moved"))
    return [Table(say("brief.sure.caption"), say("brief.outcomes.corner"), columns, tuple(rows))]


def _row_name(it: Outlook, state: int) -> str:
    name = it.tell.name(state)
    if state == it.today:
        return say("brief.sure.row_today")
    return name if name is not None else say("brief.sure.commonest")


def _mover(it: Outlook, tested: EnsembleResult, number: int) -> str:
    """Return the guess that moves an answer most, if one clearly does."""
    strongest = tested.drivers[number][:1]
    if not strongest or not strongest[0].clear:
        return say("brief.sure.no_mover")
    words = tested.guesses[strongest[0].guess].words
    return words[:1].upper() + words[1:]


def _firm(it: Outlook, tested: EnsembleResult) -> list[Line]:
    """Return which conclusions no single wrong guess, or no two, would turn."""
    asked = {it.model.label(state): state for state in conclusions(it)}
    told = []
    for turning in tested.search.turnings:
        headline = tested.headlines[turning.headline]
        if headline.kind != "holds" or headline.state not in asked or turning.sets:
            continue
        if turning.proved:
            what = _called(it, asked[headline.state])
            code = f"brief.sure.unturned.{min(turning.proved, 3)}"
            told.append(line(code, state=what))
    return told
