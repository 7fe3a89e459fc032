"""The stability table: what keeps each party in each outcome that holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.brief.content import Cell, Line, Row, Table
from detente.brief.listing import Entry
from detente.brief.situation import Situation
from detente.brief.standing import Strength
from detente.conflict import CONCEPTS
from detente.words import say
from detente.words.naming import capital, clean

_ORDER: tuple[tuple[Strength, str], ...] = (
    ("nothing", "nash"),
    ("firm", "sseq"),
    ("held", "seq"),
    ("thin", "gmr"),
)
_TONES = {"nothing": "firm", "firm": "firm", "held": "held", "thin": "thin", "open": "open"}


def full_table(it: Situation, entries: Sequence[Entry]) -> list[Table]:
    """Return the table with a row for each, and the strongest senses of conflict analysis."""
    rows = tuple(
        Row(Line(capital(head), pattern=entry.pattern), _cells(it, entry))
        for entry, head in _rows(it, entries)
    )
    return _table(it, rows)


def _table(it: Situation, rows: tuple[Row, ...]) -> list[Table]:
    if not rows:
        return []
    columns = tuple(clean(name) for name in it.model.party_names)
    return [Table(say("brief.outcomes.caption"), say("brief.outcomes.corner"), columns, rows)]


def _rows(it: Situation, entries: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
    if it.today is not None and (it.listing.grouped or not it.holds(it.today)):
        code = "today" if it.holds(it.today) else "today_not"
        yield _today_entry(it), say(f"brief.row.{code}")
    for entry in entries:
        yield entry, _head(it, entry)


def _today_entry(it: Situation) -> Entry:
    state = it.today or 0
    return Entry(0, it.model.label(state), np.array([state], dtype=np.int32))


def _head(it: Situation, entry: Entry) -> str:
    if entry.single is not None and entry.single == it.today:
        return say("brief.row.today_as", number=entry.number)
    return str(entry.number)


def _cells(it: Situation, entry: Entry) -> tuple[Cell, ...]:
    return tuple(_cell(it, entry, party) for party in it.parties)


def _cell(it: Situation, entry: Entry, party: int) -> Cell:
    counts = _strengths(it, entry, party)
    weakest = list(counts)[-1]
    if len(counts) == 1:
        return Cell(say(f"brief.cell.{weakest}"), _senses(it, entry, party), _TONES[weakest])
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
