"""Names and instructions inside a sentence, in any script and with any odd character."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.words.naming import bare, capital, clean, the

ARABIC = "مجلس الأمن"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("United States", "the United States"),
        ("Russia", "Russia"),
        ("Syrian government", "the Syrian government"),
        ("Armed opposition", "the armed opposition"),
        ("The envoy", "The envoy"),
        ("a committee", "a committee"),
        ("An alliance", "An alliance"),
        ("UN", "the UN"),
        ("UNICEF", "UNICEF"),
        ("European Union", "the European Union"),
        ("Security Council", "the Security Council"),
        ("Free Syrian Army", "the Free Syrian Army"),
        ("Party", "the Party"),
        ("rebels", "rebels"),
        ("ISIS fighters", "the ISIS fighters"),
        ("Upstream government", "the Upstream government"),
        ("Government of Syria", "the Government of Syria"),
        ("", ""),
        ("  Russia \n", "Russia"),
        (ARABIC, f"\u2068{ARABIC}\u2069"),
        ("1st brigade", "the 1st brigade"),
    ],
)
def test_a_party_has_its_article_where_it_takes_one(name: str, told: str) -> None:
    assert the(name) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Go on bombing.", "go on bombing"),
        ("Strike...", "strike"),
        ("UN troops stay", "UN troops stay"),
        ("McDonald leaves", "McDonald leaves"),
        ("I resign", "i resign"),
        ("A", "a"),
        ("", ""),
        ("Élire un chef", "élire un chef"),
    ],
)
def test_an_instruction_stands_after_would(text: str, told: str) -> None:
    assert bare(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, ""),
        (" two\n lines\tand  more ", "two lines and more"),
        ("bell\x07 and escape\x1b[31m", "bell and escape [31m"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("line\u2028end", "line end"),
        ("nothing odd – at all…", "nothing odd – at all…"),
        (f"\u202b{ARABIC}\u202c", f"\u2068{ARABIC}\u2069"),
    ],
)
def test_text_is_cleaned_to_one_line(text: str | None, told: str) -> None:
    assert clean(text) == told


@given(st.text())
def test_cleaned_text_steers_nothing_and_is_clean(text: str) -> None:
    told = clean(text)
    assert clean(told) == told
    assert told.count("\u2068") == told.count("\u2069") <= 1
    assert not [letter for letter in told if unicodedata.category(letter) == "Cc"]
    assert len(told.splitlines()) <= 1
    right = any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in told)
    assert right is told.startswith("\u2068")


def test_capitals() -> None:
    assert [capital(text) for text in ("", "as today", "Éa", "1 a")] == [
        "",
        "As today",
        "Éa",
        "1 a",
    ]
