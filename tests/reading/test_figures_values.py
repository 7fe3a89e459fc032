"""Figures in sentences of our own, each with what a reader takes from it."""

from __future__ import annotations

from typing import Any

from detente.reading.figures import find_figures
from detente.reading.pipeline import Parser
from tests.reading.together import dated


def figure(what: str, **numbers: Any) -> dict[str, Any]:
    return {"what": what, **numbers}


GOLD: list[tuple[str, list[dict[str, Any]]]] = [
    ("At least 14 people were killed in the market.", [figure("people killed", low=14)]),
    ("The blast killed 12 civilians and wounded 30.",
     [figure("civilians killed", best=12), figure("people wounded", best=30)]),
    ("Gunmen killed 12.", [figure("people killed", best=12)]),
    ("Twelve soldiers were killed and 25 wounded in the ambush.",
     [figure("soldiers killed", best=12), figure("people wounded", best=25)]),
    ("The war has caused more than 220,000 deaths since 1964.",
     [figure("deaths", low=220000, since="1964")]),
    ("The death toll has risen to 61.", [figure("deaths", best=61)]),
    ("The death toll rose from 48 to 61 on Sunday.", [figure("deaths", best=61)]),
    ("Nearly 300 Iraqi refugees crossed the border.", [figure("Iraqi refugees", best=300)]),
    ("Some 1.5 million people have been displaced.", [figure("people displaced", best=1500000)]),
    ("Up to 900 fighters were taken prisoner.", [figure("fighters taken hostage", high=900)]),
    ("Between 400 and 500 prisoners will be released.",
     [figure("prisoners released", low=400, high=500)]),
    ("300-400 militants surrendered.", [figure("militants who surrendered", low=300, high=400)]),
    ("Hundreds of people died in the shelling.", [figure("deaths", low=200)]),
    ("Tens of thousands fled the city.", [figure("people who fled", low=20000)]),
    ("Millions of refugees live in camps.", [figure("refugees", low=2000000)]),
    ("Dozens of villagers were abducted.", [figure("villagers abducted", low=24)]),
    ("Half a million people have fled their homes.", [figure("people who fled", best=500000)]),
    ("Two dozen hostages are still held in the hills.", [figure("hostages held", best=24)]),
    ("The fighting left 19 dead and 45 injured.",
     [figure("deaths", best=19), figure("people injured", best=45)]),
    ("Seven people, including three children, were killed.",
     [figure("people killed", best=7), figure("children killed", best=3)]),
    ("According to the Red Cross, 85 people are missing.",
     [figure("people missing", best=85, counted_by="Red Cross")]),
    ("The ministry says 40 soldiers died, while the rebels put the toll at 200.",
     [figure("soldiers dead", best=40, counted_by="ministry"),
      figure("deaths", best=200, counted_by="rebels")]),
    ("Fewer than 50 peacekeepers were deployed.", [figure("peacekeepers deployed", high=50)]),
    ("No fewer than 32 detainees were executed.", [figure("detainees executed", low=32)]),
    ("The donors pledged $1.2 billion in humanitarian aid.",
     [figure("humanitarian aid", best=1200000000, unit="USD")]),
    ("The union approved a 350 million euro aid package.",
     [figure("aid package", best=350000000, unit="EUR")]),
    ("The rebels control about 40 percent of the territory.",
     [figure("share of territory held", best=40, unit="percent")]),
    ("Two hundred and fifty guerrillas laid down their arms.", [figure("guerrillas", best=250)]),
    ("The two leaders exchanged 1,450 prisoners of war.",
     [figure("prisoners exchanged", best=1450)]),
    ("The killing of 17 aid workers drew protests.", [figure("aid workers killed", best=17)]),
    ("The release of 110 prisoners is expected.", [figure("prisoners released", best=110)]),
    ("More than a million people are in need of aid.", [figure("people in need", low=1000000)]),
    ("Russia keeps 2,000 troops in the enclave.", [figure("troops", best=2000)]),
    ("The mission will send 5,000 troops.", [figure("troops sent", best=5000)]),
    ("Thousands of civilians are trapped in the old town.",
     [figure("civilians trapped", low=2000)]),
    ("As many as 10,000 people were killed, the observatory said.",
     [figure("people killed", high=10000, counted_by="observatory")]),
    ("Officials said 23 people had been wounded.",
     [figure("people wounded", best=23, counted_by="Officials")]),
    ("The number of refugees has reached 700,000.", [figure("refugees", best=700000)]),
    ("An estimated 35,000 children were orphaned or displaced.",
     [figure("children displaced", best=35000)]),
    ("By the end of 2015 the war had displaced 2.5 million people.",
     [figure("people displaced", best=2500000, as_of="2015-12")]),
    ("As of 1 September, 6,300 civilians had been killed.",
     [figure("civilians killed", best=6300, as_of="2016-09-01")]),
    ("Israel freed 26 Palestinian prisoners.",
     [figure("Palestinian prisoners released", best=26)]),
    ("One soldier was killed and two were wounded.",
     [figure("soldiers killed", best=1), figure("people wounded", best=2)]),
    ("The rebels say they hold 150 hostages.",
     [figure("hostages held", best=150, counted_by="rebels")]),
    ("Several hundred protesters were arrested.", [figure("protesters arrested", low=200)]),
    ("A third convoy carried 600 tonnes of food aid.",
     [figure("food aid", best=600, unit="tonnes")]),
    ("Six policemen were shot dead.", [figure("policemen killed", best=6)]),
    ("The offensive has driven 80,000 people from their homes.",
     [figure("people displaced", best=80000)]),
    ("The army lost 70 men.", [figure("men lost", best=70)]),
    ("The conflict claimed the lives of 15,000 people.", [figure("people killed", best=15000)]),
    ("At least 90 people lost their lives.", [figure("people killed", low=90)]),
    ("13,000 ex-combatants have been disarmed.", [figure("ex-combatants disarmed", best=13000)]),
    ("Three Israelis were wounded by a rocket.", [figure("Israelis wounded", best=3)]),
    ("Of the 276 girls abducted in 2014, 57 escaped.", [figure("girls abducted", best=276)]),
    ("The toll stands at 2,300 dead and 5,000 wounded, the United Nations estimates.",
     [figure("deaths", best=2300, counted_by="United Nations"),
      figure("people wounded", best=5000, counted_by="United Nations")]),
    ("Most of the 4,000 displaced people sleep in schools.",
     [figure("people displaced", best=4000)]),
    ("More than 170,000 people died in the Aceh tsunami.", [figure("deaths", low=170000)]),
    ("Around 15,000 civilian deaths were recorded by the mission.",
     [figure("civilian deaths", best=15000, counted_by="mission")]),
    ("If the truce fails, 100,000 people could be displaced.",
     [figure("people displaced", best=100000)]),
    ("Two to three million refugees wait for help.",
     [figure("refugees", low=2000000, high=3000000)]),
    # none
    ("Resolution 2254 was adopted by 15 votes.", []),
    ("The envoy, 54, spoke for 40 minutes.", []),
    ("The front runs 12 km east of the town.", []),
    ("On 5 September 2016 the two sides met for the third time.", []),
    ("The motion passed with 61 percent of the vote.", []),
    ("The 12 ministers sat at two tables.", []),
    ("Article 51 and the 14 points were discussed.", []),
    ("A 12-year-old boy waved from the window.", []),
    ("Five rounds of talks brought no result.", []),
    ("The two presidents and their 30 aides met.", []),
    ("The G-20 meets in 2 days.", []),
    ("Oil rose by $2 a barrel.", []),
    ("Some 300 people attended the ceremony.", []),
    ("Two soldiers saluted the guest.", []),
    ("In 1998 soldiers were killed.", []),
    ("They hold 40 seats in parliament.", []),
]  # fmt: skip


KEYS = ("what", "low", "best", "high", "since", "as_of", "counted_by")


def test_a_sentence_gives_the_figures_that_a_reader_takes_from_it(parser: Parser) -> None:
    got = []
    for analysis in dated(parser, [text for text, _ in GOLD]):
        found = [
            {
                key: value
                for key, value in one.fields.items()
                if key in KEYS or (key == "unit" and value != "people")
            }
            for one in find_figures(analysis)
        ]
        got.append((analysis.text, found))
    assert got == GOLD
