"""Short texts by the hundred, parsed in one go: that takes half the time of one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from detente.reading.analysis import Analysis
from detente.reading.dates import find_whens
from detente.reading.pipeline import Parser, parse
from detente.reading.report import Report


def dated(
    parser: Parser, texts: Iterable[str], days: Iterable[str | None] | str = "2016-09-05"
) -> list[Analysis]:
    """Return texts, each published on its day, parsed and with their times."""
    texts = list(texts)
    given = [days] * len(texts) if isinstance(days, str) else days
    reports = [
        Report(
            text=text,
            origin="test.txt",
            published=None if day is None else date.fromisoformat(day),
        )
        for text, day in zip(texts, given, strict=True)
    ]
    return [replace(one, whens=find_whens(one)) for one in parse(reports, parser)]
