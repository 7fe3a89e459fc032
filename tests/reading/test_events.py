"""Things done, on sentences of our own from many conflicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import pytest

from detente.dossier.shapes import Plover
from detente.reading.analysis import Analysis
from detente.reading.happenings import find_events, plover_of
from detente.reading.happenings.lexicon import MATERIAL, NOUNS, PARTICLES, VERBS

Analyse = Callable[..., Analysis]

ONE: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("Ukraine was attacked by Russia in 2014.",
     {"by": ["russia"], "to": ["ukraine"], "plover": "ASSAULT", "date": "2014"}),
    ("Turkey imposed sanctions on Syria.",
     {"by": ["turkey"], "to": ["syria"], "plover": "SANCTION"}),
    ("Japan sent food aid to North Korea.",
     {"by": ["japan"], "to": ["north_korea"], "plover": "AID", "what": "sent food aid"}),
    ("Israel released 20 Palestinian prisoners.",
     {"by": ["israel"], "plover": "RETREAT"}),
    ("The shelling of Ukrainian positions by Russia continued on Tuesday.",
     {"by": ["russia"], "to": ["ukraine"], "plover": "ASSAULT"}),
    ("Turkey has deployed troops along the border with Syria.",
     {"by": ["turkey"], "plover": "MOBILIZE", "what": "deployed troops"}),
    ("The Ethiopian army launched an offensive in Tigray in November 2015.",
     {"by": ["ethiopia"], "plover": "ASSAULT", "place": "Tigray", "date": "2015-11"}),
    ("Iran seized a British tanker in the Strait of Hormuz.",
     {"by": ["iran"], "to": ["uk"], "plover": "COERCE", "place": "Strait of Hormuz"}),
    ("Sudan expelled the UN envoy.", {"by": ["sudan"], "to": ["un"], "plover": "SANCTION"}),
    ("Russia cut off gas supplies to Ukraine.",
     {"by": ["russia"], "to": ["ukraine"], "plover": "SANCTION"}),
    ("Azerbaijan and Armenia exchanged prisoners on Tuesday.",
     {"by": ["azerbaijan", "armenia"], "plover": "COOPERATE"}),
    ("The army of Myanmar has burned villages in Rakhine.",
     {"by": ["myanmar"], "plover": "ASSAULT", "place": "Rakhine"}),
    ("Ukraine's drones struck an oil refinery in Russia.",
     {"by": ["ukraine"], "plover": "ASSAULT"}),
    ("Ukrainian forces withdrew from Avdiivka in February 2016.",
     {"by": ["ukraine"], "plover": "RETREAT", "place": "Avdiivka", "date": "2016-02"}),
    ("The European Union froze Russian assets.",
     {"by": ["eu"], "to": ["russia"], "plover": "SANCTION"}),
    ("The rebels shot down a helicopter in Nepal.", {"plover": "ASSAULT"}),
    ("Russian warplanes carried out air strikes on Aleppo on Sunday, killing 12 people.",
     {"by": ["russia"], "plover": "ASSAULT", "date": "2016-09-04"}),
    ("Air strikes hit Khartoum on Sunday.", {"plover": "ASSAULT", "place": "Khartoum"}),
    ("Russia massed 100,000 troops near Ukraine.", {"by": ["russia"], "plover": "MOBILIZE"}),
    ("Syrian forces are besieging eastern Aleppo.",
     {"by": ["syria"], "plover": "COERCE", "place": "Aleppo"}),
    ("The air force of Syria continues to bomb Aleppo.",
     {"by": ["syria"], "plover": "ASSAULT", "place": "Aleppo"}),
    ("Venezuela opened its border with Colombia.", {"by": ["venezuela"], "plover": "RETREAT"}),
    ("Thousands of Georgians protested in Tbilisi against Russia.",
     {"to": ["russia"], "plover": "PROTEST", "place": "Tbilisi"}),
    ("Ethiopian troops captured the town of Badme on Sunday.",
     {"by": ["ethiopia"], "plover": "COERCE", "place": "Badme", "date": "2016-09-04"}),
    ("Germany condemned the attack by Russia on Ukraine.",
     {"by": ["russia"], "plover": "ASSAULT"}),
)  # fmt: skip

MORE: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("Three soldiers were killed in an ambush near Donetsk.",
     {"plover": "ASSAULT", "place": "Donetsk", "by": None}),
    ("Clashes between Sudan and Chad in Darfur killed 50 people.",
     {"by": ["sudan", "chad"], "plover": "ASSAULT"}),
    ("Fighting between Iran and Iraq continued in Basra.",
     {"by": ["iran", "iraq"], "plover": "ASSAULT"}),
    ("Israel lifted the blockade of Gaza.", {"by": ["israel"], "plover": "RETREAT"}),
    ("Serbia handed over three districts.", {"by": ["serbia"], "plover": "RETREAT"}),
    ("Police arrested a journalist in Caracas.",
     {"by": ["Police"], "to": ["journalist"], "plover": "COERCE", "place": "Caracas"}),
    ("An attack by Iran on Iraq caused outrage in Basra.", {"by": ["iran"], "plover": "ASSAULT"}),
    ("India recalled its ambassador from Pakistan.", {"by": ["india"], "plover": "SANCTION"}),
    ("Israel allowed food into Gaza.", {"by": ["israel"], "plover": "RETREAT"}),
    ("Algeria reopened the border with Morocco.", {"by": ["algeria"], "plover": "RETREAT"}),
    ("Iran-backed militias attacked US troops in Iraq.",
     {"by": ["Iran-backed militias"], "to": ["us"], "plover": "ASSAULT", "place": "Iraq"}),
    ("Greece and Turkey held joint exercises in Crete.",
     {"by": ["greece", "turkey"], "plover": "COOPERATE"}),
    ("Belarus returned 20 bodies to Ukraine.",
     {"by": ["belarus"], "plover": "RETREAT"}),
    ("Russia stopped the bombing of Aleppo.", {"by": ["russia"], "plover": "RETREAT"}),
)  # fmt: skip

NONE = (
    "France praised Mali for the reforms.",
    "The attack left ten people dead.",
    "Prime Minister Theresa May fired the defence minister.",
    "If Iran attacks Israel, the United States will respond.",
    "Turkey called on Israel to stop the attacks on Lebanon.",
    "Israel refused to lift the blockade of Gaza.",
    "The United States threatened to bomb Iran.",
    "Germany struck a deal with Poland.",
    "Brazil shared the concern of Argentina.",
    "Sudan declared a ceasefire.",
    "Iran and Iraq held talks.",
    "Russia should withdraw its troops from Georgia.",
    "The talks were attacked by nobody.",
)

FLAGGED = (
    ("Russia did not bomb Aleppo.", "negated"),
    ("Russia plans to withdraw its troops from Georgia.", "will"),
    ("Russia will withdraw its troops from Georgia.", "will"),
    ("Ukraine said that Russia had bombed a hospital in Mariupol.", "hearsay"),
    ("Russia reportedly bombed a hospital in Mariupol, according to doctors.", "hearsay"),
    ("Russia is going to withdraw its troops from Georgia.", "will"),
    ("The plan by Russia to bomb Aleppo is old. Russia has agreed to withdraw its troops.", "will"),
    ("Russia allegedly bombed a hospital in Mariupol.", "hearsay"),
    ("Ukraine accused Russia of shelling a school in Donetsk.", "hearsay"),
)


@pytest.mark.parametrize(("text", "wanted"), [*ONE, *MORE])
def test_one_event(text: str, wanted: Mapping[str, Any], analyse: Analyse) -> None:
    (one,) = find_events(analyse(text))
    assert {key: one.fields.get(key) for key in wanted} == wanted
    assert one.fields["what"] in text
    assert one.cue is not None
    assert text[slice(*one.cue.span)] == one.cue.word


@pytest.mark.parametrize(
    "text",
    [
        "Russia may withdraw its troops from Georgia.",
        "Russia might stay and bomb Aleppo.",
        "Russia would bomb Aleppo if Turkey attacked.",
        "The call on Russia to withdraw its troops was rejected.",
        "Turkey asked Russia to withdraw its troops from Syria.",
    ],
)
def test_what_is_only_possible_or_wanted_is_no_event(text: str, analyse: Analyse) -> None:
    assert find_events(analyse(text)) == []


def test_words_in_quotation_marks_are_flagged(analyse: Analyse) -> None:
    text = 'A diplomat added: "Russia bombed Aleppo on Sunday and nobody said a word."'
    (one,) = find_events(analyse(text))
    assert "quoted" in one.flags


@pytest.mark.parametrize("text", NONE)
def test_no_event(text: str, analyse: Analyse) -> None:
    assert find_events(analyse(text)) == []


@pytest.mark.parametrize(("text", "flag"), FLAGGED)
def test_what_is_not_simply_so_is_flagged(text: str, flag: str, analyse: Analyse) -> None:
    (one,) = find_events(analyse(text))
    assert one.flags == {flag}
    assert one.fields["by"] == ["russia"]


def test_hearsay_names_who_says_it(analyse: Analyse) -> None:
    (one,) = find_events(analyse("Ukraine said that Russia had bombed a hospital in Mariupol."))
    assert one.chain == ("ukraine",)


def test_an_event_told_twice_is_one(analyse: Analyse) -> None:
    text = (
        "Russia bombs Aleppo\nRussia bombed Aleppo, residents of the city told reporters.\n"
        "Russia bombed Aleppo with great force."
    )
    (one,) = find_events(analyse(text))
    assert text[slice(*one.span)].startswith("Russia bombed")
    assert one.also


CODED = (
    ("Iran agreed to a swap.", "agreed", "AGREE"),
    ("Kerry met Lavrov.", "met", "CONSULT"),
    ("France praised Mali.", "praised", "SUPPORT"),
    ("Chad ratified the treaty.", "ratified", "SUPPORT"),
    ("The junta yielded to the protesters.", "yielded", "CONCEDE"),
    ("The prime minister stepped down.", "stepped", "CONCEDE"),
    ("Japan and India cooperate on security.", "cooperate", "COOPERATE"),
    ("Norway donated tents.", "donated", "AID"),
    ("The rebels pulled out of the town.", "pulled", "RETREAT"),
    ("Israel lifted the embargo.", "lifted", "RETREAT"),
    ("Egypt urged restraint.", "urged", "REQUEST"),
    ("Sudan blamed Chad.", "blamed", "ACCUSE"),
    ("Serbia rejected the plan.", "rejected", "REJECT"),
    ("Iran threatened Israel.", "threatened", "THREATEN"),
    ("Students rallied in Caracas.", "rallied", "PROTEST"),
    ("Qatar was boycotted by its neighbours.", "boycotted", "SANCTION"),
    ("Russia broke off the talks.", "broke", "SANCTION"),
    ("India mobilised reservists.", "mobilised", "MOBILIZE"),
    ("Police arrested two men.", "arrested", "COERCE"),
    ("The army shelled the camp.", "shelled", "ASSAULT"),
    ("They carried out air strikes.", "carried", "ASSAULT"),
    ("They took ten people hostage.", "took", "ASSAULT"),
    ("They struck a deal.", "struck", "AGREE"),
    ("Workers began a hunger strike.", "strike", "PROTEST"),
    ("The parliament granted an amnesty.", "granted", "CONCEDE"),
    ("They declared war.", "declared", "THREATEN"),
    ("They opened fire.", "opened", "ASSAULT"),
    ("They shared intelligence.", "shared", "COOPERATE"),
    ("They shared a meal.", "shared", None),
    ("He voiced concern.", "voiced", None),
    ("They suspended aid.", "suspended", "SANCTION"),
    ("They sent tanks.", "sent", "MOBILIZE"),
    ("They removed soldiers.", "removed", "RETREAT"),
    ("They did not accept the plan.", "accept", "REJECT"),
    ("The talks failed.", "failed", None),
    ("The talks were long.", "talks", "CONSULT"),
    ("He laid down his arms.", "arms", "AID"),
    ("He broke his arm.", "arm", None),
    ("The soldiers slept.", "slept", None),
    ("The minister released a statement.", "released", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kind"), CODED)
def test_plover_types(text: str, word: str, kind: str | None, analyse: Analyse) -> None:
    (token,) = (one for one in analyse(text).blocks[0].doc if one.text == word)
    assert plover_of(token) == kind


def test_the_lexicon_knows_all_types_and_no_other() -> None:
    types = set(get_args(Plover))
    assert set(VERBS.values()) == types
    assert set(NOUNS.values()) <= types
    assert set(PARTICLES.values()) <= types
    assert types > MATERIAL
