"""Rarer forms of words for figures: aid, land, those who count, and what befell whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.reading.dates import find_whens
from detente.reading.figures import find_figures
from detente.reading.pipeline import Parser, parse
from detente.reading.report import Report

FORMS: list[tuple[str, list[tuple[Any, ...]]]] = [
    # aid and land: what, number, unit
    ("Norway pledged $20 million.", [("aid pledged", 20e6, "USD")]),
    ("The bank gave 30 million US dollars in grants.", [("grants", 30e6, "USD")]),
    ("The donors offered the province aid of €5 million.", [("aid", 5e6, "EUR")]),
    ("Trucks brought 300 tons of food to the camp.", [("food", 300, "tonnes")]),
    ("Some 40 trucks of relief supplies crossed the line.", [("relief supplies", 40, "trucks")]),
    ("The rebels occupied 60% of Ruritania.", [("share of Ruritania held", 60, "percent")]),
    ("The pound fell by 12 percent of its value.", []),
    ("He earned 2 million dollars with shoes.", []),
    ("Turnout was 60 percent of the country.", []),
    ("About 12 tonnes of sand fell.", []),
    # who: the fate
    ("Forty villagers were forced to flee.", [("villagers displaced", 40, "people")]),
    ("Rebels took 17 people hostage.", [("people taken hostage", 17, "people")]),
    ("Nine people remain missing.", [("people missing", 9, "people")]),
    ("In the camp, 300 people need food.", [("people in need", 300, "people")]),
    ("The raid cost 30 lives.", [("people killed", 30, "people")]),
    ("The villages of 500 families were shelled.", []),
    ("He drove 30 people to the fair.", []),
    ("She lost 20 people in the crowd.", []),
    ("Police arrested 60 demonstrators.", [("demonstrators arrested", 60, "people")]),
    ("The deaths of 12 miners were mourned.", [("miners dead", 12, "people")]),
    ("There were 31 casualties.", [("casualties", 31, "people")]),
    ("A child soldier and 20 women and children were freed.",
     [("women and children released", 20, "people")]),
    ("Some 200 of the detainees have been released.", [("detainees released", 200, "people")]),
    ("The number of wounded rose to 90.", [("people wounded", 90, "people")]),
    ("The number of seats rose to 90.", []),
    ("The toll fell; 90 shops closed.", []),
    ("Two thousand settlers live there.", [("settlers", 2000, "people")]),
]  # fmt: skip


def figures(parser: Parser, text: str) -> list[dict[str, Any]]:
    (plain,) = parse([Report(text=text, origin="t.txt", published=date(2016, 9, 5))], parser)
    return [dict(one.fields) for one in find_figures(replace(plain, whens=find_whens(plain)))]


@pytest.mark.parametrize(("text", "wanted"), FORMS)
def test_a_form_of_words_gives_its_figure(
    parser: Parser, text: str, wanted: list[tuple[Any, ...]]
) -> None:
    found = figures(parser, text)
    assert [(one["what"], one["best"], one["unit"]) for one in found] == wanted


@pytest.mark.parametrize(
    ("text", "counter"),
    [
        ("Twelve people were killed, as the mayor said.", "mayor"),
        ("Twelve people were killed, the mayor and the police said.", "mayor and the police"),
        ("The mayor said and repeated that twelve people were killed.", "mayor"),
        ("Twelve deaths were recorded by the mission.", "mission"),
        ("The Office for Peace and Security documented 12 deaths.",
         "Office for Peace and Security"),
        ("The mayor, who said that twelve people were killed, has left.", "mayor"),
        ("According to figures of the ministry, 12 people were killed.",
         "figures of the ministry"),
        ("The toll shows that 12 people were killed.", None),
        ("The war claimed 12 lives.", None),
        ("Twelve people were killed.", None),
        ("Twelve officials said no.", None),
    ],
)  # fmt: skip
def test_who_counts(parser: Parser, text: str, counter: str | None) -> None:
    found = figures(parser, text)
    assert [one.get("counted_by") for one in found] == ([counter] if found else [])
    assert counter is None or found
