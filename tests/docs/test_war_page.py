"""What the page on war and bargaining quotes stands in the sources of the example."""

from __future__ import annotations

import re

import pytest

from docs.refresh import ROOT

PAGE = ROOT / "docs" / "explanation" / "war-and-bargaining.md"
SOURCES = sorted((ROOT / "examples" / "syria-2016" / "sources").glob("*.txt"))
CELLS = re.findall(r"^\| (.*\*.*) \| the ", PAGE.read_text("utf-8"), re.MULTILINE)
QUOTES = re.findall(r"\*([^*]+)\*", " ".join(CELLS))


def test_every_row_has_a_quote() -> None:
    assert len(CELLS) == 6
    assert len(QUOTES) == 9


@pytest.mark.parametrize("quote", QUOTES)
def test_quote_stands_in_a_source(quote: str) -> None:
    texts = [" ".join(source.read_text("utf-8").split()) for source in SOURCES]
    assert any(quote in text for text in texts)
