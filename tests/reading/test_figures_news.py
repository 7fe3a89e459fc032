"""Figures in sentences of news, written by us before the rules had seen them."""

from __future__ import annotations

from typing import Any

from detente.reading.figures import find_figures
from detente.reading.pipeline import Parser
from tests.reading.together import dated

SENTENCES: list[tuple[str, list[dict[str, Any]]]] = [
    (
        (
            "The six-year war has killed more than 70,000 people, according to monitors, "
            "and uprooted four million."
        ),
        [
            {"what": "people killed", "low": 70000, "unit": "people", "counted_by": "monitors"},
            {
                "what": "people displaced",
                "best": 4000000,
                "unit": "people",
                "counted_by": "monitors",
            },
        ],
    ),
    (
        (
            "UN officials put the number of displaced at 1.2 million; the government speaks"
            " of 800,000."
        ),
        [
            {
                "what": "people displaced",
                "best": 1200000,
                "unit": "people",
                "counted_by": "UN officials",
            },
            {
                "what": "people displaced",
                "best": 800000,
                "unit": "people",
                "counted_by": "government",
            },
        ],
    ),
    (
        "Three police officers and five rebels died in clashes near the border.",
        [
            {"what": "police officers dead", "best": 3, "unit": "people"},
            {"what": "rebels dead", "best": 5, "unit": "people"},
        ],
    ),
    (
        "The rebels released 14 soldiers and two journalists.",
        [
            {"what": "soldiers released", "best": 14, "unit": "people"},
            {"what": "journalists released", "best": 2, "unit": "people"},
        ],
    ),
    (
        "Roughly 7,000 fighters will gather in 26 camps.",
        [{"what": "fighters", "best": 7000, "unit": "people"}],
    ),
    (
        "More than 300,000 have fled to neighbouring Chad.",
        [{"what": "people who fled", "low": 300000, "unit": "people"}],
    ),
    (
        "The Ministry of Defence reported the loss of 47 servicemen.",
        [
            {
                "what": "servicemen killed",
                "best": 47,
                "unit": "people",
                "counted_by": "Ministry of Defence",
            }
        ],
    ),
    ("Eighty-three truce violations were counted overnight.", []),
    (
        "Over 13,000 people have been killed since April 2014, the mission reported.",
        [
            {
                "what": "people killed",
                "low": 13000,
                "unit": "people",
                "since": "2014-04",
                "counted_by": "mission",
            }
        ],
    ),
    (
        "Israel holds some 5,200 Palestinians in its jails.",
        [{"what": "Palestinians held", "best": 5200, "unit": "people"}],
    ),
    (
        "Hamas is believed to hold about 240 hostages.",
        [{"what": "hostages held", "best": 240, "unit": "people"}],
    ),
    (
        "An attack on a checkpoint left two soldiers dead and four injured.",
        [
            {"what": "soldiers dead", "best": 2, "unit": "people"},
            {"what": "people injured", "best": 4, "unit": "people"},
        ],
    ),
    (
        "Britain promised £50 million in food aid.",
        [{"what": "food aid", "best": 50000000, "unit": "GBP"}],
    ),
    (
        "The government controls 70 per cent of the country.",
        [{"what": "share of country held", "best": 70, "unit": "percent"}],
    ),
    (
        "About 2.3m Sudanese have been driven from their homes, the United Nations said.",
        [
            {
                "what": "Sudanese displaced",
                "best": 2300000,
                "unit": "people",
                "counted_by": "United Nations",
            }
        ],
    ),
    ("He was one of 12 negotiators.", []),
    ("The text has 22 pages and seven annexes.", []),
    (
        ("At least 61 protesters, among them nine minors, were shot dead by security forces."),
        [
            {"what": "protesters killed", "low": 61, "unit": "people"},
            {"what": "minors killed", "best": 9, "unit": "people"},
        ],
    ),
    (
        "Up to 30,000 troops are massed at the frontier.",
        [{"what": "troops", "high": 30000, "unit": "people"}],
    ),
    (
        "The authorities freed dozens of prisoners on Tuesday.",
        [{"what": "prisoners released", "low": 24, "unit": "people", "date": "2016-08-30"}],
    ),
    ("Its population of 4.5 million is mostly Armenian.", []),
    ("The trip, his 10th since March, took him to five capitals.", []),
    ("No civilians were killed, the army said.", []),
    (
        "The bomb killed scores, among them 20 schoolchildren.",
        [
            {"what": "people killed", "low": 40, "unit": "people"},
            {"what": "schoolchildren killed", "best": 20, "unit": "people"},
        ],
    ),
    (
        "Of 1,200 detainees on the list, fewer than 300 have been released so far.",
        [
            {"what": "detainees", "best": 1200, "unit": "people"},
            {"what": "detainees released", "high": 300, "unit": "people"},
        ],
    ),
    (
        "Some 6,000 people have died of cholera, the health ministry in Sanaa says.",
        [
            {
                "what": "deaths",
                "best": 6000,
                "unit": "people",
                "counted_by": "health ministry in Sanaa",
            }
        ],
    ),
    (
        "The two-year conflict has claimed 9,300 lives.",
        [{"what": "people killed", "best": 9300, "unit": "people"}],
    ),
    (
        "It would take 20,000 peacekeepers to patrol the line.",
        [{"what": "peacekeepers", "best": 20000, "unit": "people"}],
    ),
    ("The toll, at 120, may rise further.", [{"what": "deaths", "best": 120, "unit": "people"}]),
    ("Thousands demonstrated in the capital against the deal.", []),
    (
        "Lebanon shelters over a million Syrian refugees.",
        [{"what": "Syrian refugees", "low": 1000000, "unit": "people"}],
    ),
    ("He has been president for 23 years and won 51 percent of votes.", []),
    (
        "Rebels killed at least a dozen policemen.",
        [{"what": "policemen killed", "low": 12, "unit": "people"}],
    ),
    ("The soldiers fired 40 rounds; nobody was hurt.", []),
    (
        "Nine people were missing after the ship sank.",
        [{"what": "people missing", "best": 9, "unit": "people"}],
    ),
    (
        "UNHCR has registered 512,000 refugees as of 1 August.",
        [
            {
                "what": "refugees",
                "best": 512000,
                "unit": "people",
                "as_of": "2016-08-01",
                "counted_by": "UNHCR",
            }
        ],
    ),
    (
        (
            "More than 6,500 Yemenis, half of them civilians, have died since the "
            "coalition's raids began in March 2015."
        ),
        [{"what": "Yemenis dead", "low": 6500, "unit": "people", "since": "2015-03"}],
    ),
    (
        "The ministry put the number of dead at 43, including 12 women.",
        [
            {"what": "deaths", "best": 43, "unit": "people", "counted_by": "ministry"},
            {"what": "women dead", "best": 12, "unit": "people", "counted_by": "ministry"},
        ],
    ),
    (
        "Five thousand peacekeepers and 300 police officers are to be deployed by June.",
        [
            {"what": "peacekeepers deployed", "best": 5000, "unit": "people"},
            {"what": "police officers deployed", "best": 300, "unit": "people"},
        ],
    ),
    (
        "The army says it has lost 121 soldiers; the separatists claim 700.",
        [
            {"what": "soldiers lost", "best": 121, "unit": "people", "counted_by": "army"},
            {"what": "soldiers lost", "best": 700, "unit": "people", "counted_by": "separatists"},
        ],
    ),
    (
        "At least 200 fighters from both camps, and scores of civilians, died last week.",
        [
            {
                "what": "fighters dead",
                "low": 200,
                "unit": "people",
                "date": "2016-08-29/2016-09-04",
            },
            {
                "what": "civilian deaths",
                "low": 40,
                "unit": "people",
                "date": "2016-08-29/2016-09-04",
            },
        ],
    ),
    (
        (
            "Some 60,000 people were killed or disappeared between 1980 and 2000, a truth "
            "commission found."
        ),
        [
            {
                "what": "people killed",
                "best": 60000,
                "unit": "people",
                "counted_by": "truth commission",
            }
        ],
    ),
    ("Aid agencies warn that 12 million people face hunger.", []),
    ("The militia claims to have 8,000 men under arms.", []),
    ("Another 35 rebels laid down their weapons on Tuesday.", []),
    (
        "Officials confirmed that 10 soldiers had been taken hostage.",
        [
            {
                "what": "soldiers taken hostage",
                "best": 10,
                "unit": "people",
                "counted_by": "Officials",
            }
        ],
    ),
    (
        "The explosion injured more than 100.",
        [{"what": "people injured", "low": 100, "unit": "people"}],
    ),
    (
        "About 1,000 prisoners will be swapped in the coming days, the envoy announced.",
        [{"what": "prisoners exchanged", "best": 1000, "unit": "people", "counted_by": "envoy"}],
    ),
    (
        "The EU will provide 20 million euros for reconstruction.",
        [{"what": "reconstruction", "best": 20000000, "unit": "EUR"}],
    ),
    (
        "Washington has given $3.8 billion in military aid a year.",
        [{"what": "military aid", "best": 3800000000, "unit": "USD"}],
    ),
    ("The deal is worth $400 million.", []),
    ("The rebels hold two-thirds of the country.", []),
    ("The front line has moved 30 kilometres in two weeks.", []),
    ("Israel's army said that it had hit 150 targets.", []),
    (
        ("The bombing of the hospital, in which 42 people died, was a mistake, the general said."),
        [{"what": "deaths", "best": 42, "unit": "people", "counted_by": "general"}],
    ),
    (
        "A landmine killed one peacekeeper and seriously wounded three others.",
        [
            {"what": "peacekeepers killed", "best": 1, "unit": "people"},
            {"what": "people wounded", "best": 3, "unit": "people"},
        ],
    ),
    (
        (
            "In all, 220,000 Colombians died and more than six million were driven from "
            "their land in the conflict."
        ),
        [
            {"what": "Colombians dead", "best": 220000, "unit": "people"},
            {"what": "people displaced", "low": 6000000, "unit": "people"},
        ],
    ),
    ("Half of the 30 members voted against.", []),
    ("The 1.8 million inhabitants have four hours of power a day.", []),
    (
        "Human Rights Watch documented 73 extrajudicial killings.",
        [
            {
                "what": "extrajudicial killings",
                "best": 73,
                "unit": "people",
                "counted_by": "Human Rights Watch",
            }
        ],
    ),
    (
        "Both sides agreed to free all 5,000 prisoners.",
        [{"what": "prisoners released", "best": 5000, "unit": "people"}],
    ),
    ("The court sentenced 28 officers to prison.", []),
    ("Tens of thousands of protesters marched through Khartoum.", []),
    (
        "The clashes displaced about 400 families.",
        [{"what": "families displaced", "best": 400, "unit": "families"}],
    ),
    ("Between 20 and 30 gunmen stormed the hall.", []),
    ("It is the 14th ceasefire; 1 in 3 children is out of school.", []),
    ("The UN refugee agency says 65,000 have arrived since Friday.", []),
    (
        "Ukraine says almost 2,000 of its soldiers have been captured.",
        [{"what": "soldiers captured", "best": 2000, "unit": "people", "counted_by": "Ukraine"}],
    ),
    ("Medics said 17 bodies had been recovered.", []),
    ("The president, 71, has survived three coups and 12 attempts on his life.", []),
    (
        "Thirty-three hostages will be released over six weeks.",
        [{"what": "hostages released", "best": 33, "unit": "people"}],
    ),
    (
        "Twenty-six thousand members of the force were disarmed.",
        [{"what": "members disarmed", "best": 26000, "unit": "people"}],
    ),
]


def test_a_sentence_gives_its_figures_and_no_others(parser: Parser) -> None:
    got = [
        (one.text, [dict(figure.fields) for figure in find_figures(one)])
        for one in dated(parser, [text for text, _ in SENTENCES])
    ]
    assert got == SENTENCES
