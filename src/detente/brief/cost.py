"""The human cost: each figure beside the name of who counted it, none averaged."""

from __future__ import annotations

from detente.brief.content import Block, Cell, Line, Row, Section, Table, Text
from detente.brief.marks import mark_of
from detente.brief.phrases import line, when
from detente.brief.situation import Situation
from detente.dossier.record import Figure
from detente.words import say
from detente.words.naming import capital, clean


def human_cost(it: Situation) -> Section:
    """Return the section on the human cost."""
    figures = it.dossier.record.figures
    blocks: list[Block] = []
    if not figures:
        blocks.append(Text((line("brief.cost.nothing"),)))
    else:
        order = list(dict.fromkeys(clean(one.what).casefold() for one in figures))
        rows = [
            _row(it, one) for what in order for one in figures if clean(one.what).casefold() == what
        ]
        contested = len(order) < len(figures)
        blocks.append(Text((line("brief.cost.contested" if contested else "brief.cost.lead"),)))
        columns = tuple(say(f"brief.cost.{name}") for name in ("count", "period", "counter"))
        blocks.append(
            Table(say("brief.cost.caption"), say("brief.cost.what"), columns, tuple(rows))
        )
    return Section("cost", say("brief.section.cost"), tuple(blocks))


def _row(it: Situation, one: Figure) -> Row:
    counter = clean(one.counted_by)
    if one.by_way_of and clean(one.by_way_of).casefold() != counter.casefold():
        way = say("brief.play.by_way_of", who=it.reporter(one.by_way_of))
        counter = f"{counter} ({way})" if counter else way
    return Row(
        Line(capital(clean(one.what)), it.notebook.cite(one.evidence), mark=mark_of(one)),
        (
            Cell(_count(one)),
            Cell(_period(one)),
            Cell(counter or say("brief.cost.unnamed")),
        ),
    )


def _count(one: Figure) -> str:
    unit = f" {clean(one.unit)}" if one.unit else ""
    best = say("brief.cost.best", best=_number(one.best)) if one.best is not None else ""
    if one.low is not None and one.high is not None:
        told = say("brief.cost.between", low=_number(one.low), high=_number(one.high))
        told += f" ({best})" if best else ""
    elif one.low is not None:
        told = say("brief.cost.at_least", low=_number(one.low)) + (f" ({best})" if best else "")
    elif one.high is not None:
        told = say("brief.cost.at_most", high=_number(one.high)) + (f" ({best})" if best else "")
    else:
        told = _number(one.best)
    return told + unit


def _period(one: Figure) -> str:
    start, end = one.since, one.as_of or one.date
    if start is not None and end is not None:
        return say("brief.cost.since_until", since=when(start), until=when(end))
    if start is not None:
        return say("brief.cost.since", since=when(start))
    return say("brief.cost.as_of", until=when(end)) if end is not None else "–"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"
