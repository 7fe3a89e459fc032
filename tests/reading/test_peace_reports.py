"""Twenty reports about peace talks: what is found in them of what an analyst would take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from detente.reading.cast import build_cast
from detente.reading.found import Found
from detente.reading.pipeline import Parser
from detente.reading.read import Reader, Reading
from detente.reading.report import Report
from tests.reading.peace_reports import REPORTS

KINDS = {
    "S": "statements",
    "P": "positions",
    "T": "talks",
    "A": "truces",
    "E": "events",
    "U": "support",
}


FLOORS = {
    "statements": (0.92, 0.90),
    "positions": (0.88, 0.85),
    "talks": (0.74, 0.70),
    "truces": (0.88, 0.86),
    "events": (0.68, 0.78),
    "support": (0.72, 0.58),
}
"""Least shares of what is proposed that is right, and of what is told that is found.

The rules were mended on these reports, so this is no measure of how well others are read.
"""


@pytest.fixture(scope="module")
def readings(parser: Parser) -> dict[str, Reading]:
    reports = [
        Report(text=text, origin=name, published=date.fromisoformat(day))
        for name, (day, text, _) in REPORTS.items()
    ]
    return dict(zip(REPORTS, Reader(build_cast({}), parser).read(reports), strict=True))


def _right(one: Found, wanted: list[str]) -> bool:
    """Tell whether an item has what a line of gold asks for."""
    told = one.fields
    first, second = (set(filter(None, part.split(","))) for part in ([*wanted[1:], ""])[:2])
    if one.kind == "statements":
        return set(told["by"]) == first
    if one.kind == "positions":
        return {told["party"]} == first
    if one.kind == "talks":
        kept = (
            set(told.get("parties", [])) == first,
            told.get("place", "") == wanted[2],
            told.get("from", "") == wanted[3],
            told.get("status") == wanted[4],
        )
        return bool(sum(kept) >= 3)
    if one.kind == "truces":
        named = bool(first) and set(told.get("parties", [])) == first
        return named or bool(told["fate"] == wanted[2])
    by, to = set(told.get("by", [])) == first, set(told.get("to", [])) == second
    if one.kind == "support":
        return (by and (to or not second)) or (to and not first)
    return (by and told["plover"] == wanted[3]) or (by and to) or (to and not first)


def _pairs(reading: Reading, gold: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and "right", "missed" or "wrong" of each line and of each item without one."""
    text = reading.report.text
    free = list(reading.found)
    lines = [line.split("|") for line in gold.splitlines()]
    sentences = {
        id(one): [" ".join(text[start:end].split()) for start, end in (one.span, *one.also)]
        for one in free
    }
    for wanted in lines:
        fitting = [
            one
            for one in free
            if one.kind == KINDS[wanted[0]]
            and any(wanted[-1] in told for told in sentences[id(one)])
            and _right(one, wanted)
        ]
        yield KINDS[wanted[0]], "right" if fitting else "missed"
        if fitting:
            free.remove(fitting[0])
    for one in free:
        if one.kind not in KINDS.values():
            continue
        # What a line takes for a position may also be told as a statement, and the other way.
        told = one.kind in ("statements", "positions") and any(
            wanted[0] in "SP" and wanted[-1] in sentence
            for wanted in lines
            for sentence in sentences[id(one)]
        )
        if not told:
            yield one.kind, "wrong"


def test_most_of_what_is_told_is_found_and_little_else(readings: dict[str, Reading]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for name, (_, _, gold) in REPORTS.items():
        counts.update(_pairs(readings[name], gold))
    shares = {
        kind: (
            counts[kind, "right"] / (counts[kind, "right"] + counts[kind, "wrong"]),
            counts[kind, "right"] / (counts[kind, "right"] + counts[kind, "missed"]),
        )
        for kind in KINDS.values()
    }
    for kind, (precision, recall) in shares.items():
        assert precision >= FLOORS[kind][0], (kind, shares)
        assert recall >= FLOORS[kind][1], (kind, shares)


@pytest.mark.parametrize("name", REPORTS)
def test_gold_stands_in_its_report(name: str) -> None:
    _, text, gold = REPORTS[name]
    flat = " ".join(text.split())
    for line in gold.splitlines():
        assert line.split("|")[-1] in flat, line
