"""Dates, and plain words that readers of YAML disagree on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dossier.dates import Date, DateMistake, read_date
from detente.dossier.scalars import Number, Odd, needs_quotes, resolve


@pytest.mark.parametrize(
    "text",
    ["", "no", "No", "NO", "yes", "on", "Off", "TRUE", "False", "null", "~", "0x1F", "0o17", "017",
     "0b11", "1_000", "12:30", "1:30:00", "190:20:30.15", ".inf", "-.INF", ".NaN", "=", "<<",
     "2016-09-05", "2016-9-5", "2016-09-05T10:00:00Z"],
)  # fmt: skip
def test_odd_words(text: str) -> None:
    assert isinstance(resolve(text), Odd)
    assert needs_quotes(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("12", 12), ("-3", -3), ("+4", 4), ("1.10", 1.1), (".5", 0.5), ("5.", 5.0),
     ("1e3", 1000.0), ("-2.5E-1", -0.25), ("12345678901234567890", 12345678901234567890.0)],
)  # fmt: skip
def test_numbers(text: str, value: float) -> None:
    assert resolve(text) == Number(text, value)
    assert needs_quotes(text)


@pytest.mark.parametrize(
    "text", ["Y", "N", "YN-", "--Y", "None", "none", "nope", "2016-09", "2016-09-05/2016-09-06",
             "1.2.3", "12 men", "-", ".", "<", "1st", "0.5%", "off-shore"],
)  # fmt: skip
def test_clear_words(text: str) -> None:
    assert resolve(text) == text


def test_true_and_false() -> None:
    assert resolve("true") is True
    assert resolve("false") is False


@pytest.mark.parametrize("text", ["-", "---", "a: b", "a #b", "[a", "é: ", "a,", " a", "a ", "1a"])
def test_more_that_needs_quotes(text: str) -> None:
    assert needs_quotes(text)


@pytest.mark.parametrize("text", ["a", "two words", "us.join", "don't", "Genève (old)"])
def test_what_needs_none(text: str) -> None:
    assert not needs_quotes(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2016-09-05", date(2016, 9, 5), date(2016, 9, 5), "day"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "year"),
        ("2016-09-01/2016-09-05", date(2016, 9, 1), date(2016, 9, 5), "interval"),
        ("2015/2016-02", date(2015, 1, 1), date(2016, 2, 29), "interval"),
        ("2016-09-05/2016-09-05", date(2016, 9, 5), date(2016, 9, 5), "interval"),
    ],
)
def test_dates(text: str, first: date, last: date, precision: str) -> None:
    found = read_date(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    ["", "/", "2016-9-5", "16", "2016-00", "2016-13", "2015-02-29", "2016-09-31", "2016-09-00",
     "0000", "2016-09-05/2016-09-01", "2016/2015", "2016-09-05/", "2016-09-05 10:00", "٢٠١٦"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(DateMistake):
        read_date(text)


@given(st.dates())
def test_every_day_reads(day: date) -> None:
    assert read_date(day.isoformat()) == Date(day.isoformat(), day, day, "day")
