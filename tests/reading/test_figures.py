"""Figures: numbers in every form, merged tellings, flags, and who counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.dossier.dates import read_date
from detente.reading.analysis import Analysis, Mention, offset
from detente.reading.dates import find_whens
from detente.reading.figures import find_figures
from detente.reading.figures.amounts import amounts
from detente.reading.figures.numbers import many, number
from detente.reading.found import Found
from detente.reading.pipeline import Parser, parse
from detente.reading.report import Report

Reads = Callable[..., list[Found]]


@pytest.fixture(scope="session")
def dated(parser: Parser) -> Callable[..., Analysis]:
    def analysis(text: str, **metadata: Any) -> Analysis:
        report = Report(text=text, origin="a.txt", published=date(2016, 9, 5), **metadata)
        (plain,) = parse([report], parser)
        return replace(plain, whens=find_whens(plain))

    return analysis


@pytest.fixture(scope="session")
def read(dated: Callable[..., Analysis]) -> Reads:
    return lambda text, **metadata: find_figures(dated(text, **metadata))


@given(st.integers(0, 10**12))
def test_digits_read_back_with_and_without_commas(value: int) -> None:
    assert number(f"{value:,}") == value
    if value < 10**9:
        assert number(str(value)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twelve", 12), ("twenty-one", 21), ("ninety nine", 99), ("a hundred", 100),
        ("two hundred and fifty", 250), ("three hundred thousand", 300000),
        ("two hundred and fifty thousand", 250000), ("half a million", 500000),
        ("a quarter of a million", 250000), ("1.5 million", 1500000), ("2.3m", 2300000),
        ("40k", 40000), ("1.2bn", 1200000000), ("289 thousand", 289000), ("289 000", 289000),
        ("two dozen", 24), ("a dozen", 12), ("a million", 1000000), ("3 billion", 3000000000),
        ("five hundred", 500), ("six", 6), ("1,250", 1250),
    ],
)  # fmt: skip
def test_numbers_in_words(words: str, value: float) -> None:
    assert number(words) == value
    (amount,) = amounts(f"There were {words} of them.")
    assert amount.best == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dozens", 24), ("scores", 40), ("hundreds", 200), ("thousands", 2000),
        ("tens of thousands", 20000), ("hundreds of thousands", 200000), ("millions", 2000000),
        ("tens of millions", 20000000), ("several hundred", 200), ("a few thousand", 2000),
        ("many thousands", 2000),
    ],
)  # fmt: skip
def test_words_without_a_number_say_at_least_two_of_their_kind(words: str, value: float) -> None:
    assert many(words) == value
    (amount,) = amounts(f"There were {words} of them.")
    assert (amount.low, amount.best, amount.high, amount.vague) == (value, None, None, True)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("at least 12", (12, None, None)), ("more than 12", (12, None, None)),
        ("no fewer than 12", (12, None, None)), ("12 or more", (12, None, None)),
        ("up to 12", (None, None, 12)), ("as many as 12", (None, None, 12)),
        ("fewer than 12", (None, None, 12)), ("no more than 12", (None, None, 12)),
        ("about 12", (None, 12, None)), ("nearly 12", (None, 12, None)),
        ("12 or so", (None, 12, None)), ("between 12 and 15", (12, None, 15)),
        ("12 to 15", (12, None, 15)), ("12-15", (12, None, 15)), ("12 or 13", (12, None, 13)),
        ("2 to 3 million", (2e6, None, 3e6)), ("two to three thousand", (2e3, None, 3e3)),
        ("from 12 to 15", (None, 15, None)), ("15 to 12", (None, 15, None)),
    ],
)  # fmt: skip
def test_bounds(words: str, bounds: tuple[float | None, ...]) -> None:
    first = next(iter(amounts(f"There were {words} of them.")))
    assert (first.low, first.best, first.high) == bounds


@pytest.mark.parametrize("text", ["G-20", "M23", "T-72", "3.4.12", "12/5", "6:30", "v2"])
def test_what_is_part_of_a_name_is_no_amount(text: str) -> None:
    assert list(amounts(f"The {text} is here.")) == []


def test_a_figure_stands_with_its_sentence_its_words_and_its_cue(read: Reads) -> None:
    told = "At least 14 people\nwere killed in Qamar, medics said."
    text = f"Talks went on for the whole of the day in the hall. {told}"
    (one,) = read(text)
    assert text[slice(*one.span)] == told
    assert one.focus is not None
    assert text[slice(*one.focus)] == "At least 14 people\nwere killed"
    assert one.cue is not None
    assert (one.cue.word, text[slice(*one.cue.span)]) == ("killed", "killed")
    assert one.chain == ("medics",)
    assert one.fields["counted_by"] == "medics"
    assert (one.kind, one.rule) == ("figures", "figures.count")


def test_a_headline_gives_way_to_the_text(read: Reads) -> None:
    text = (
        "Raid kills 14 people\n\nA raid killed 14 people on Sunday. In all 14 people were killed."
    )
    (one,) = read(text)
    assert text[slice(*one.span)] == "A raid killed 14 people on Sunday."
    assert [text[slice(*span)] for span in one.also] == [
        "In all 14 people were killed.", "Raid kills 14 people",
    ]  # fmt: skip
    assert one.fields["date"] == "2016-09-04"


def test_two_counters_stand_side_by_side(read: Reads) -> None:
    found = read(
        "The ministry says 40 people were killed. The rebels say 40 people were killed, "
        "while the mission counted 65 dead."
    )
    assert [(one.fields["best"], one.fields["counted_by"]) for one in found] == [
        (40, "ministry"), (40, "rebels"), (65, "mission"),
    ]  # fmt: skip


def test_the_same_number_on_two_days_is_two_figures(read: Reads) -> None:
    found = read("Twelve people were killed on Friday. Another 12 people were killed on Sunday.")
    assert [one.fields["date"] for one in found] == ["2016-09-02", "2016-09-04"]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The mission will send 5,000 troops.", {"will"}),
        ("Up to 100,000 people could be displaced.", {"may"}),
        ("The rebels should release 300 prisoners.", {"should"}),
        ("The rebels did not release 300 prisoners.", {"negated"}),
        ("If 300 prisoners are released, talks go on.", {"conditional"}),
        ("Hundreds of people were killed.", {"vague"}),
        ("Twelve people were killed.", set()),
    ],
)
def test_what_limits_a_figure_is_flagged(read: Reads, text: str, flags: set[str]) -> None:
    (one,) = read(text)
    assert one.flags == flags


def test_the_war_since_whose_start_a_toll_is_counted(read: Reads) -> None:
    (one,) = read("The war, which broke out in May 1998, has killed at least 70,000 people.")
    assert one.fields == {
        "what": "people killed", "low": 70000, "unit": "people", "since": "1998-05",
    }  # fmt: skip


def test_a_pronoun_that_counts_is_whom_it_means(dated: Callable[..., Analysis]) -> None:
    analysis = dated("They said 14 people were killed.")
    head = analysis.blocks[0].doc[0]
    start = offset(head)
    they = Mention(
        start=start, end=start + 4, head=head, sentence=0, sort="pronoun", parties=("ruritania",)
    )
    (known,) = find_figures(replace(analysis, mentions=(they,)))
    (unknown,) = find_figures(analysis)
    assert known.fields["counted_by"] == "ruritania"
    assert "counted_by" not in unknown.fields


def test_homes_are_counted_by_the_home(read: Reads) -> None:
    (one,) = read("The clashes displaced about 400 families.")
    assert one.fields == {"what": "families displaced", "best": 400, "unit": "families"}


WORDS = [
    "at",
    "least",
    "12",
    "people",
    "were",
    "killed",
    "and",
    "300",
    "wounded",
    "1.5m",
    "million",
    "hundreds",
    "of",
    "thousands",
    "refugees",
    "%",
    "$",
    "€",
    "dead",
    "toll",
    "rose",
    "from",
    "to",
    "between",
    "over",
    "40",
    "percent",
    "the",
    "territory",
    "tonnes",
    "aid",
    "said",
    "UN",
    "including",
    "of",
    "them",
    "who",
    "fled",
    ",",
    ".",
    ";",
    "1,000",
    "2016",
    "in",
    "half",
    "a",
    "dozen",
    "prisoners",
    "released",
    "by",
]


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=40))
def test_every_figure_of_any_text_can_stand_in_a_dossier(
    dated: Callable[..., Analysis], words: list[str]
) -> None:
    analysis = dated("A body. " + " ".join(words))
    for one in find_figures(analysis):
        numbers = [one.fields[key] for key in ("low", "best", "high") if key in one.fields]
        assert numbers
        assert numbers == sorted(numbers)
        assert one.fields["what"] == " ".join(one.fields["what"].split()) != ""
        dates = {key: read_date(one.fields[key]) for key in ("since", "as_of", "date")
                 if key in one.fields}  # fmt: skip
        if "since" in dates and "as_of" in dates:
            assert dates["since"].first <= dates["as_of"].last
        assert one.focus is not None
        assert one.span[0] <= one.focus[0] < one.focus[1]
