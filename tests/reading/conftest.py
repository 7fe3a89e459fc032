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


@pytest.fixture(scope="session")
def analyse(parser: Parser) -> Callable[..., Analysis]:
    """Return a function from a text to its analysis with times and mentions."""
    from dataclasses import replace

    from detente.reading.cast import build_cast
    from detente.reading.dates import find_whens
    from detente.reading.mentions import find_mentions

    cast = build_cast({})

    def analysis(text: str, published: str | None = "2016-09-05", **metadata: Any) -> Analysis:
        day = None if published is None else date.fromisoformat(published)
        report = Report(text=text, origin="test.txt", published=day, **metadata)
        (plain,) = parse([report], parser)
        dated = replace(plain, whens=find_whens(plain))
        return replace(dated, mentions=find_mentions(dated, cast)[0])

    return analysis
