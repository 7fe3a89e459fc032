"""What tests of reading share: the parser, loaded once, and a report parsed and marked up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from detente.reading.analysis import Analysis
from detente.reading.pipeline import Parser, load_parser, parse
from detente.reading.report import Report


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


USUAL = "2016-09-05"
"""The day of publication where a test tells none."""


def _texts(items: list[pytest.Item]) -> dict[str, list[str]]:
    """Return, for each text that a test of a table reads, the texts of all tests in its file."""
    files: dict[str, list[str]] = {}
    for item in items:
        table = getattr(item, "callspec", None)
        text = None if table is None else table.params.get("text")
        if isinstance(text, str):
            files.setdefault(str(item.path), []).append(text)
    return {text: list(dict.fromkeys(texts)) for texts in files.values() for text in texts}


@pytest.fixture(scope="session")
def analyse(request: pytest.FixtureRequest, parser: Parser) -> Callable[..., Analysis]:
    """Return a function from a text to its analysis with times and mentions.

    The texts of a file's tables are parsed in one go when the first is asked for: that takes half
    the time of one by one.
    """
    from dataclasses import replace

    from detente.reading.cast import build_cast
    from detente.reading.dates import find_whens
    from detente.reading.mentions import find_mentions

    cast = build_cast({})
    files = _texts(request.session.items)
    parsed: dict[str, Analysis] = {}

    def report_of(text: str, published: str | None = USUAL, **metadata: Any) -> Report:
        day = None if published is None else date.fromisoformat(published)
        return Report(text=text, origin="test.txt", published=day, **metadata)

    def analysis(text: str, published: str | None = USUAL, **metadata: Any) -> Analysis:
        if published == USUAL and not metadata:
            if text not in parsed and text in files:
                for one in parse(map(report_of, files[text]), parser):
                    parsed[one.text] = one
            plain = parsed.get(text)
        else:
            plain = None
        if plain is None:
            (plain,) = parse([report_of(text, published, **metadata)], parser)
        dated = replace(plain, whens=find_whens(plain))
        return replace(dated, mentions=find_mentions(dated, cast)[0])

    return analysis
