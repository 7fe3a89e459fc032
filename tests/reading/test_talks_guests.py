"""Rounds told by who sat with whom, where the place hangs on a guest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from detente.reading.analysis import Analysis
from detente.reading.happenings import find_talks

Analyse = Callable[..., Analysis]

ROUNDS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "Aceh rebels sat down with Indonesian ministers in Helsinki on 28 January 2005.",
        {"parties": ["gam", "indonesia"], "place": "Helsinki", "level": "ministers"},
    ),
    (
        "Qatar hosted talks between Taliban negotiators and US envoys in Doha on Monday.",
        {"parties": ["taliban", "us"], "place": "Doha", "level": "officials"},
    ),
    (
        "Norwegian diplomats hosted talks between Sri Lanka and Tamil Tiger rebels in Oslo on "
        "2 December 2002.",
        {"parties": ["sri_lanka", "ltte"], "place": "Oslo", "from": "2002-12-02"},
    ),
    (
        "President Juan Manuel Santos met FARC leader Rodrigo Londono in Havana on Friday.",
        {"parties": ["colombia", "farc"], "place": "Havana"},
    ),
)


@pytest.mark.parametrize(("text", "wanted"), ROUNDS)
def test_a_round_by_its_guests(analyse: Analyse, text: str, wanted: dict[str, Any]) -> None:
    (one,) = find_talks(analyse(text))
    assert {key: one.fields.get(key) for key in wanted} == wanted


def test_the_country_of_a_group_is_no_place_of_talks(analyse: Analyse) -> None:
    (one,) = find_talks(analyse("France held talks with Tuareg rebels in Mali on Friday."))
    assert one.fields["parties"] == ["mnla", "france"]
    assert "place" not in one.fields


PLANS = (
    (
        "2016-02-06",
        "The talks were adjourned on Friday and will resume on Monday.",
        ["2016-02-05", "2016-02-08"],
    ),
    ("2016-02-06", "The session was adjourned until Monday.", ["2016-02-08"]),
    ("2016-02-06", "The council convened on Tuesday.", ["2016-02-02"]),
    ("2016-09-15", "Planned talks on 20 September were cancelled.", ["2016-09-20"]),
    ("2016-09-25", "Planned talks on 20 September were cancelled.", ["2016-09-20"]),
)


@pytest.mark.parametrize(("day", "text", "values"), PLANS)
def test_days_of_what_was_put_off(analyse: Analyse, day: str, text: str, values: list[str]) -> None:
    assert [one.value for one in analyse(text, day).whens] == values
