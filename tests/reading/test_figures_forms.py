"""Rarer forms of words for figures: aid, land, those who count, and what befell whom."""

from __future__ import annotations

from typing import Any

from detente.reading.figures import find_figures
from detente.reading.pipeline import Parser
from tests.reading.together import dated

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
    ("Some 300 people are in need.", [("people in need", 300, "people")]),
    ("Some 300 people remain under siege.", [("people besieged", 300, "people")]),
    ("Some 400,000 people live under siege.", [("people besieged", 400_000, "people")]),
    ("Some 3 million people need aid.", [("people in need", 3_000_000, "people")]),
    ("Forty hostages went free.", [("hostages released", 40, "people")]),
    ("Forty people lost their lives.", [("people killed", 40, "people")]),
    ("Forty people fleeing the town were robbed.", [("people who fled", 40, "people")]),
    ("Forty people stranded at the border wept.", [("people stranded", 40, "people")]),
    ("Forty people, displaced by the war, wept.", [("people displaced", 40, "people")]),
    ("Three hundred people homeless after the flood waited.", [("people homeless", 300, "people")]),
    ("The army carried out 12 executions.", [("executions", 12, "people")]),
    ("The police made 40 arrests.", [("arrests", 40, "people")]),
    ("The attack left 12 deaths.", [("deaths", 12, "people")]),
    ("The blast caused 12 casualties.", [("casualties", 12, "people")]),
    ("The death toll among the 40 people rose.", [("deaths", 40, "people")]),
    ("The toll of 40 people shocked us.", [("deaths", 40, "people")]),
    ("They donated 300 tonnes.", [("aid pledged", 300, "tonnes")]),
    ("The blast left 12 people behind.", []),
    ("The army hit 12 people; they hold 40 percent.", []),
    ("Prisoners, 40 of them women, were freed.", []),
    ("The toll fell; 90 shops closed.", []),
    ("Two thousand settlers live there.", [("settlers", 2000, "people")]),
]  # fmt: skip


def test_a_form_of_words_gives_its_figure(parser: Parser) -> None:
    got = []
    for analysis in dated(parser, [text for text, _ in FORMS]):
        fields = [one.fields for one in find_figures(analysis)]
        got.append((analysis.text, [(one["what"], one["best"], one["unit"]) for one in fields]))
    assert got == FORMS


COUNTERS: list[tuple[str, list[str | None]]] = [
    ("Twelve people were killed, as the mayor said.", ["mayor"]),
    ("Twelve people were killed, the mayor and the police said.", ["mayor and the police"]),
    ("The mayor said and repeated that twelve people were killed.", ["mayor"]),
    ("Twelve deaths were recorded by the mission.", ["mission"]),
    ("The Office for Peace and Security documented 12 deaths.",
     ["Office for Peace and Security"]),
    ("The mayor, who said that twelve people were killed, has left.", ["mayor"]),
    ("According to figures of the ministry, 12 people were killed.",
     ["figures of the ministry"]),
    ("The toll shows that 12 people were killed.", [None]),
    ("The war claimed 12 lives.", [None]),
    ("As the mayor reported, twelve died.", ["mayor"]),
    ("Twelve people were killed, as was reported by the mission.", ["mission"]),
    ("The mission, which counted 12 deaths, left.", ["mission"]),
    ("The mayor said he knew and reported that twelve people were killed.", ["mayor"]),
    ("The mayor came and said twelve people were killed.", [None]),
    ("Twelve people were killed, it said.", [None]),
    ("Twelve people were killed.", [None]),
    ("Twelve officials said no.", []),
]  # fmt: skip


def test_who_counts(parser: Parser) -> None:
    got = []
    for analysis in dated(parser, [text for text, _ in COUNTERS]):
        found = [one.fields.get("counted_by") for one in find_figures(analysis)]
        got.append((analysis.text, found))
    assert got == COUNTERS
