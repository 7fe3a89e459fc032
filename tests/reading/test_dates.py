"""Times: days in every order, weekdays, lengths, and which verb they belong to."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.dossier.dates import read_date
from detente.reading.analysis import Analysis, When
from detente.reading.dates import date_text, find_whens, when_of
from detente.reading.dates.placing import Setting, weekday_near
from detente.reading.dates.spans import Days, counted, easter, moved, part_of
from detente.reading.pipeline import Parser, parse
from detente.reading.report import Report

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
Dated = Callable[..., Analysis]


@pytest.fixture(scope="session")
def dated(parser: Parser) -> Dated:
    def analysis(text: str, published: date | None = date(2016, 9, 5)) -> Analysis:
        (plain,) = parse([Report(text=text, origin="test.txt", published=published)], parser)
        return replace(plain, whens=find_whens(plain))

    return analysis


def governing(analysis: Analysis, word: str) -> str | None:
    token = next(one for block in analysis.blocks for one in block.doc if one.text == word)
    when = when_of(analysis, token)
    return None if when is None else when.value


FORMS = (
    "{d} {m} {y}", "{m} {d}, {y}", "{d}th of {m}, {y}", "{m} {d} {y}", "{y}-{n:02}-{d:02}",
    "{d:02}.{n:02}.{y}", "the {d}th of {m} {y}", "{d} {s} {y}", "{s} {d}, {y}",
)  # fmt: skip


def test_every_day_of_a_year_reads_back_in_every_order(dated: Dated) -> None:
    first = date(2016, 1, 1)
    days = [first + timedelta(days=i) for i in range(366)]
    lines = []
    for i, day in enumerate(days):
        form = FORMS[i % len(FORMS)]
        month = MONTHS[day.month - 1]
        written = form.format(
            d=day.day,
            m=month,
            y=day.year,
            n=day.month,
            s=month if month == "May" else month[:3] + ".",
        )
        lines.append(f"They signed the order of {written}.")
    whens = dated("\n".join(lines), date(2020, 7, 1)).whens
    assert [one.value for one in whens] == [day.isoformat() for day in days]
    assert {one.anchor for one in whens} == {"none"}


@given(
    here=st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    number=st.integers(0, 6),
    tense=st.sampled_from(["past", "present", "future", None]),
    governor=st.sampled_from(["", "say", "schedule", "agree"]),
)
def test_a_weekday_is_never_a_week_away(
    here: date, number: int, tense: str | None, governor: str
) -> None:
    setting = Setting(published=here, tense=tense, governor=governor)  # type: ignore[arg-type]
    day = weekday_near(here, number, setting)
    assert day.weekday() == number
    assert abs((day - here).days) < 7
    if tense == "future":
        assert day >= here
    if tense == "past" and governor in ("", "say"):
        assert day <= here


@given(first=st.dates(date(1900, 1, 1)), length=st.integers(0, 4000))
def test_days_are_written_so_that_a_dossier_reads_the_same_days(first: date, length: int) -> None:
    last = min(first, date(9980, 1, 1)) + timedelta(days=length)
    first = min(first, last)
    read = read_date(date_text(first, last))
    assert (read.first, read.last) == (first, last)


@given(
    year=st.integers(1900, 2100), month=st.integers(1, 12),
    part=st.sampled_from(["early", "middle", "late", "start", "end"]),
)  # fmt: skip
def test_a_part_of_a_month_lies_in_it(year: int, month: int, part: str) -> None:
    whole = Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    piece = part_of(whole, part)
    assert whole.first <= piece.first <= piece.last <= whole.last
    assert piece != whole


@given(
    here=st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    number=st.integers(0, 40),
    unit=st.sampled_from(["day", "week", "fortnight", "month", "quarter", "year", "decade"]),
)
def test_what_is_counted_covers_the_day_that_is_counted(here: date, number: int, unit: str) -> None:
    days = counted(here, number, unit)
    assert days.first <= moved(here, number, unit) <= days.last


def test_easter_falls_where_the_church_had_it() -> None:
    known = [date(1991, 3, 31), date(1998, 4, 12), date(2000, 4, 23), date(2011, 4, 24),
             date(2016, 3, 27), date(2024, 3, 31)]  # fmt: skip
    assert [easter(day.year) for day in known] == known


WORDS = [
    "September",
    "18",
    "2016",
    ",",
    ".",
    "-",
    "/",
    "to",
    "of",
    "and",
    "Monday",
    "last",
    "next",
    "this",
    "48",
    "hours",
    "two",
    "weeks",
    "ago",
    "earlier",
    "31",
    "February",
    "in",
    "on",
    "until",
    "since",
    "May",
    "between",
    "from",
    "99999999",
    "1990s",
    "45th",
    "week",
    "end",
    "of",
    "the",
    "year",
    "Easter",
    "2016-13-45",
    "12/12/2012",
    "99/99/2099",
    "'90s",
    "century",
    "midnight",
    "6",
    "pm",
    "spring",
    "killed",
    "people",
    "March",
    "the",
]


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    words=st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=30),
    published=st.one_of(st.none(), st.dates()),
)
def test_no_text_is_too_strange(dated: Dated, words: list[str], published: date | None) -> None:
    analysis = dated("A body. " + " ".join(words), published)
    for one in analysis.whens:
        assert 0 <= one.start < one.end <= len(analysis.text)
        if one.value is None:
            assert one.first is None
            assert one.last is None
        else:
            read = read_date(one.value)
            assert (read.first, read.last) == (one.first, one.last)
    for block in analysis.blocks:
        for token in block.doc:
            when_of(analysis, token)


def only(analysis: Analysis) -> When:
    (one,) = analysis.whens
    return one


def test_a_time_stands_where_its_words_stand_with_what_is_known_about_it(dated: Dated) -> None:
    analysis = dated("Envoys of both sides\n\nThe siege has gone on\nsince Monday night.")
    one = only(analysis)
    assert analysis.text[one.start : one.end] == "Monday night"
    assert one.sense == "since"
    assert one.anchor == "publication"
    assert one.rule == "dates.weekday"
    assert one.head.text in ("Monday", "night")
    assert analysis.sentences[one.sentence].start < one.start


@pytest.mark.parametrize(
    ("text", "sense", "granularity"),
    [
        ("The truce holds until Sunday.", "until", "day"),
        ("They must leave by March 2017.", "by", "month"),
        ("The war has gone on since 2011.", "since", "year"),
        ("They sat together for three hours.", "for", "duration"),
        ("The meeting took place last week.", "at", "interval"),
        ("A 72-hour pause was agreed.", "for", "duration"),
    ],
)
def test_sense_and_granularity(dated: Dated, text: str, sense: str, granularity: str) -> None:
    one = only(dated(text))
    assert (one.sense, one.granularity) == (sense, granularity)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The order of 31 June 2012 was lost.", "dates.impossible"),
        ("The order of February 30 was lost.", "dates.impossible"),
        ("The order of 2012-13-05 was lost.", "dates.impossible"),
        ("The order of 03/04/2012 was lost.", "dates.ambiguous"),
    ],
)
def test_what_no_calendar_has_or_two_orders_read_has_no_value(
    dated: Dated, text: str, rule: str
) -> None:
    one = only(dated(text))
    assert (one.value, one.rule, one.confidence) == (None, rule, "low")


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31), None])
def test_a_report_from_outside_of_time_is_read_without_a_date(
    dated: Dated, published: date | None
) -> None:
    text = "They met on Monday, two weeks ago, in May and at Easter; last year; the next decade."
    values = {one.value for one in dated(text, published).whens}
    assert values == {None}


def test_an_hour_alone_takes_its_day_from_the_date_beside_it(dated: Dated) -> None:
    analysis = dated("On Friday, the guns will fall silent at 6 pm.")
    assert [one.value for one in analysis.whens] == ["2016-09-09"]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The envoys met on Monday and signed a paper.", "met", "2016-09-05"),
        ("The envoys met on Sunday and signed a paper.", "signed", "2016-09-04"),
        ("The September 18 meeting will fail.", "meeting", "2016-09-18"),
        ("Yesterday the ministry accused the rebels of an attack.", "accused", "2016-09-04"),
        ("Yesterday the army shelled the port, killing nine.", "killing", "2016-09-04"),
        ("He said on Sunday that rebels had broken the truce.", "broken", None),
        ("He said on Sunday that rebels had broken the truce.", "said", "2016-09-04"),
        ("The talks took place this morning.", "talks", "2016-09-05"),
        ("The rebels refused to leave. They left on Friday.", "refused", None),
        ("They met on Friday and will meet again on September 20.", "meet", "2016-09-20"),
        ("They fought for three hours and met on Friday.", "met", "2016-09-02"),
        ("On Sunday the two sides met, and guns were heard in the hills.", "met", "2016-09-04"),
    ],
)
def test_a_time_governs_its_own_clause(
    dated: Dated, text: str, word: str, value: str | None
) -> None:
    assert governing(dated(text), word) == value


def test_times_of_many_pages_are_found_in_time_that_grows_with_them(dated: Dated) -> None:
    analysis = dated("Monday, " * 100 + "at 6 " * 100 + "1990-1991 " * 100)
    assert len(analysis.whens) == 200
