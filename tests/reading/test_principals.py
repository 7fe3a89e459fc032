"""Who negotiates in reports that never put the two between "between" and "and"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.reading.analysis import Analysis
from detente.reading.mentions import principals

Analyse = Callable[..., Analysis]

TOLD = (
    (
        "The government and the FARC said they had made progress in Havana. Colombia praised the "
        "rebels. Cuba and Norway are guarantors. Both sides will return on Friday.",
        {"colombia", "farc"},
    ),
    (
        "The delegation of the Sudanese government accused the SPLM of shelling. Kenya hosts the "
        "negotiations in Naivasha.",
        {"sudan", "splm"},
    ),
    (
        "Khartoum accused Juba of arming rebels. Juba said Khartoum had bombed Bentiu. Ethiopia "
        "and Kenya urged restraint. The two sides left the talks.",
        {"sudan", "south_sudan"},
    ),
    (
        "Qatar hosted talks with Taliban negotiators and US envoys in Doha on Monday.",
        {"taliban", "us"},
    ),
    (
        "Sudan and South Sudan were due to meet in Ethiopia. Both camps rejected the draft.",
        {"sudan", "south_sudan"},
    ),
    (
        "Yemen's warring parties studied a draft in Sweden. The Houthis would leave the port of "
        "Hodeidah. The Houthis complained of raids during the talks.",
        {"yemen", "houthis"},
    ),
    (
        "Colombia accused the FARC. Colombia accused the ELN. The FARC wanted peace talks.",
        {"colombia", "farc"},
    ),
    ("British officials sat down with Sinn Fein. Talks went on.", {"uk", "sinn_fein"}),
    ("Envoys of Kiev, Moscow and the OSCE met in Minsk on Tuesday.", {"ukraine", "russia", "osce"}),
)
NONE = (
    "The government of Yemen welcomed the Houthis. The war in Yemen went on.",
    "Colombia accused the FARC. Colombia accused the ELN. Colombia halted its peace talks.",
    "France and Germany said they were worried. France and Germany sent aid before the talks.",
    "Norway accused nobody. Ghana praised the truce. Peru welcomed it.",
    "Egypt and Qatar said the truce would hold. Egypt and Qatar mediate. Egypt and Qatar urged "
    "calm.",
    "Israel accused Iran of arms deliveries. Russia accused Turkey of arms deliveries. The two "
    "sides left the talks.",
    "The UN accused Eritrea of delays. The UN accused Eritrea of new delays in the talks.",
)


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_those_who_face_each_other(analyse: Analyse, text: str, wanted: set[str]) -> None:
    assert set(principals(analyse(text))) == wanted


@pytest.mark.parametrize("text", NONE)
def test_nobody_where_it_is_unclear(analyse: Analyse, text: str) -> None:
    assert principals(analyse(text)) == ()


def test_a_mediator_named_by_apposition_is_no_principal(analyse: Analyse) -> None:
    text = (
        "Norway, a facilitator, saw progress. Venezuela accused Norway of delays at the talks. "
        "Venezuela asked Norway for time."
    )
    assert "norway" not in principals(analyse(text))


def test_the_un_is_none_where_others_meet(analyse: Analyse) -> None:
    text = "The UN met Morocco. The UN met Morocco again. Morocco and Algeria met in Geneva."
    assert set(principals(analyse(text))) == {"morocco", "algeria"}


def test_the_army_of_it_is_the_possessors(analyse: Analyse) -> None:
    text = (
        "Ethiopia accused Eritrea of massing forces. Its army crossed the border on Tuesday. "
        "The war in Somalia went on."
    )
    analysis = analyse(text)
    (army,) = [one for one in analysis.mentions if text[one.start : one.end] == "army"]
    assert army.parties == ("ethiopia",)
