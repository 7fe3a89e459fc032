"""Who is mentioned: names, people with offices, agent nouns, groups and pronouns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from spacy.tokens import Token

from detente.reading.analysis import Analysis, Mention
from detente.reading.cast import build_cast
from detente.reading.found import Found
from detente.reading.mentions import find_mentions, possessor, principals, state_of, who
from detente.reading.pipeline import Parser, parse
from detente.reading.report import Report

Analyse = Callable[..., Analysis]


def the(analysis: Analysis, words: str, nth: int = 0) -> Mention:
    """Return the mention that consists of these words."""
    text = analysis.text
    return [one for one in analysis.mentions if text[one.start : one.end] == words][nth]


def meant(analysis: Analysis, words: str, nth: int = 0) -> tuple[str, ...]:
    """Return people, or else parties, of the mention that consists of these words."""
    one = the(analysis, words, nth)
    return one.people or one.parties


def word(analysis: Analysis, text: str) -> Token:
    """Return the first token of this text."""
    return next(token for block in analysis.blocks for token in block.doc if token.text == text)


def proposals(analysis: Analysis, kind: str) -> dict[str, Found]:
    """Return the proposals of a kind by their name."""
    found = find_mentions(analysis, build_cast({}))[1]
    return {str(one.fields["name"]): one for one in found if one.kind == kind}


GOVERNMENTS = [
    ("Damascus said the offer was too late.", "Damascus", ("syria",)),
    ("The envoys spoke of a deal between Washington and Tehran.", "Tehran", ("iran",)),
    ("Ankara accused Athens of bad faith.", "Athens", ("greece",)),
    ("The Council agreed new sanctions against Khartoum.", "Khartoum", ("sudan",)),
    ("Rebels rejected Kampala's proposal.", "Kampala", ("uganda",)),
    ("The Kremlin denied the report.", "Kremlin", ("russia",)),
    (
        "Turkey's foreign ministry summoned the ambassador.",
        "Turkey's foreign ministry",
        ("turkey",),
    ),
    ("Ethiopian warplanes struck a convoy.", "Ethiopian warplanes", ("ethiopia",)),
    (
        "The government of Mozambique offered an amnesty.",
        "government of Mozambique",
        ("mozambique",),
    ),
    ("Envoys praised Norwegian mediation.", "Norwegian", ("norway",)),
    ("The Houthi rebels fired on the port.", "Houthi rebels", ("houthis",)),
    ("FARC guerrillas freed two soldiers.", "FARC guerrillas", ("farc",)),
]


@pytest.mark.parametrize(("text", "words", "parties"), GOVERNMENTS)
def test_names_of_governments_and_their_bodies_mean_the_party(
    analyse: Analyse, text: str, words: str, parties: tuple[str, ...]
) -> None:
    assert the(analyse(text), words).parties == parties


PLACES = [
    ("Talks resumed in Damascus on Monday.", "Damascus"),
    ("Shells hit a market near Khartoum.", "Khartoum"),
    ("The bombers struck Damascus at dawn.", "Damascus"),
    ("Damascus suburbs were quiet.", "Damascus"),
    ("Thousands fled to Turkey.", "Turkey"),
    ("The Sudanese conflict has cost many lives.", "Sudanese"),
    ("Syrian refugees crossed the river.", "Syrian"),
    ("The conference on Libya ended early.", "Libya"),
]


@pytest.mark.parametrize(("text", "words"), PLACES)
def test_places_are_nobody(analyse: Analyse, text: str, words: str) -> None:
    analysis = analyse(text)
    found = [one for one in analysis.mentions if analysis.text[one.start : one.end] == words]
    assert all(not one.parties and not one.people for one in found)
    assert not who(analysis, word(analysis, words))


PEOPLE = [
    ("US Secretary of State John Kerry arrived.", "John Kerry", "us", "Secretary of State"),
    ("Kenyan mediator Wanjiru Otieno arrived.", "Wanjiru Otieno", "kenya", "mediator"),
    ("Petra Malik, the UN special envoy, left.", "Petra Malik", "un", "special envoy"),
    (
        "The EU's chief negotiator, Karl van Doren, left.",
        "Karl van Doren",
        "eu",
        "chief negotiator",
    ),
    ("Ugandan army spokesman Okello Banda denied it.", "Okello Banda", "uganda", "army spokesman"),
    ("Joseba Ruiz Etxe, the head of the FARC, spoke.", "Joseba Ruiz Etxe", "farc", "head"),
    ("Former Kenyan minister Amos Ndege spoke.", "Amos Ndege", None, "Former minister"),
    ("Norway's Ingrid Solli Dahl spoke.", "Ingrid Solli Dahl", "norway", None),
]


@pytest.mark.parametrize(("text", "name", "party", "role"), PEOPLE)
def test_people_are_proposed_with_party_and_role(
    analyse: Analyse, text: str, name: str, party: str | None, role: str | None
) -> None:
    found = proposals(analyse(text), "people")[name]
    assert found.fields.get("party") == party
    assert found.fields.get("role") == role
    assert found.span == (0, len(text))


def test_a_counterpart_holds_the_office_of_the_other(analyse: Analyse) -> None:
    found = proposals(
        analyse("US President Barack Obama and Russian counterpart Vladimir Putin met."), "people"
    )
    assert found["Vladimir Putin"].fields == {
        "name": "Vladimir Putin", "party": "russia", "role": "President",
    }  # fmt: skip
    assert found["Barack Obama"].fields["party"] == "us"


def test_one_person_is_one_proposal_and_later_mentions_stand_in_also(analyse: Analyse) -> None:
    text = "Kenyan mediator Wanjiru Otieno arrived. Otieno spoke to rebels. She left."
    found = proposals(analyse(text), "people")
    assert list(found) == ["Wanjiru Otieno"]
    assert found["Wanjiru Otieno"].also == ((40, 63),)


def test_a_title_alone_and_a_surname_alone_find_the_full_name(analyse: Analyse) -> None:
    analysis = analyse(
        "Prime Minister Tarek Bensaid met Colonel Idriss Oumar in Tunis. Bensaid said that "
        "Oumar had agreed. The colonel denied it. Mr Bensaid left."
    )
    assert meant(analysis, "Bensaid") == ("Tarek Bensaid",)
    assert meant(analysis, "Oumar") == ("Idriss Oumar",)
    assert meant(analysis, "Mr Bensaid") == ("Tarek Bensaid",)


def test_an_office_is_whoever_held_it_on_the_day(analyse: Analyse) -> None:
    text = "The Russian foreign minister rejected the plan."
    assert meant(analyse(text), "Russian foreign minister") == ("Sergei Lavrov",)
    undated = analyse(text, published=None)
    assert the(undated, "Russian foreign minister").parties == ("russia",)
    assert the(undated, "Russian foreign minister").people == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Paris Agreement was signed in December.",
        "In May 2016 the march was banned.",
        "Hangzhou was calm.",
        "The Geneva Conventions apply.",
        "The Nobel Peace Prize went to nobody.",
    ],
)
def test_things_are_no_people(analyse: Analyse, text: str) -> None:
    assert proposals(analyse(text), "people") == {}


def test_rebels_are_those_of_the_state_in_conflict(analyse: Analyse) -> None:
    analysis = analyse(
        "Colombia: talks with FARC resume\n\nThe Colombian government and the FARC met in Havana. "
        "The guerrillas blamed the army. Rebel positions were bombed. The rebels left. "
        "Government troops advanced. A rebel was killed."
    )
    assert state_of(analysis) == "colombia"
    assert principals(analysis) == ("colombia", "farc")
    assert meant(analysis, "guerrillas") == ("farc",)
    assert meant(analysis, "army") == ("colombia",)
    assert meant(analysis, "Rebel") == ("farc",)
    assert meant(analysis, "rebels") == ("farc",)
    assert meant(analysis, "Government troops") == ("colombia",)
    assert not [one for one in analysis.mentions if one.start > analysis.text.index("A rebel")]


def test_rebels_of_no_known_state_are_nobody(analyse: Analyse) -> None:
    assert analyse("The rebels and the government traded blame.").mentions == ()


def test_groups_of_sides_are_the_pair_of_the_report(analyse: Analyse) -> None:
    analysis = analyse(
        "Talks between Armenia and Azerbaijan opened in Geneva. The two sides met twice. Both "
        "countries want peace. Armenia blamed the other side. The parties will meet again. "
        "The three countries of the region agreed."
    )
    pair = ("armenia", "azerbaijan")
    assert meant(analysis, "two sides") == pair
    assert meant(analysis, "Both countries") == pair
    assert meant(analysis, "the other side") == ("azerbaijan",)
    assert meant(analysis, "parties") == pair
    assert the(analysis, "two sides").sort == "group"
    assert "three" not in " ".join(analysis.text[one.start : one.end] for one in analysis.mentions)


def test_warring_parties_are_not_the_powers_that_negotiate(analyse: Analyse) -> None:
    analysis = analyse(
        "Syrian conflict: talks between Russia and the US fail\n\nThe ceasefire in Syria was not "
        "respected by the warring parties."
    )
    assert meant(analysis, "warring parties") == ("syria", "syrian_opposition")


def test_the_two_leaders_are_the_last_two_people(analyse: Analyse) -> None:
    analysis = analyse(
        "Kenyan President Amos Ndege met Ugandan President Ruth Akello. The two presidents smiled."
    )
    assert meant(analysis, "two presidents") == ("Amos Ndege", "Ruth Akello")


PRONOUNS = [
    ("John Kerry met Sergei Lavrov. He was angry.", "He", ("John Kerry",)),
    ("Minister Amos Ndege said he would resign.", "he", ("Amos Ndege",)),
    ("Minister Amos Ndege spoke. He was angry.", "He", ("Amos Ndege",)),
    ("Mrs Ruth Akello spoke. She was angry.", "She", ("Ruth Akello",)),
    ("Russia said it would withdraw.", "it", ("russia",)),
    ("For its part, Kenya rejected the plan.", "its", ("kenya",)),
    ("Kenya and Uganda said they would withdraw.", "they", ("kenya", "uganda")),
]


@pytest.mark.parametrize(("text", "pronoun", "expected"), PRONOUNS)
def test_pronouns_mean_the_last_who_could_be(
    analyse: Analyse, text: str, pronoun: str, expected: tuple[str, ...]
) -> None:
    analysis = analyse(text)
    assert meant(analysis, pronoun) == expected
    assert the(analysis, pronoun).antecedent is not None


OPEN = [
    ("John Kerry and Sergei Lavrov met. He was angry.", "He"),
    ("Minister Amos Ndege spoke. She was angry.", "She"),
    ("Amos Ndege met him.", "him"),
    ("Russia said it was impossible to agree.", "it"),
    ("It will be difficult to agree.", "It"),
    ("A senior official said he was tired. Amos Ndege left.", "he"),
    ("Amos Ndege spoke. A spokesman left. He was angry.", "He"),
]


@pytest.mark.parametrize(("text", "pronoun"), OPEN)
def test_pronouns_that_cannot_be_told_stay_open(analyse: Analyse, text: str, pronoun: str) -> None:
    analysis = analyse(text)
    assert pronoun not in [analysis.text[one.start : one.end] for one in analysis.mentions]


SOURCES = [
    ("Diplomatic sources said a deal was near.", "Diplomatic sources", ()),
    ("A senior UN official said aid was blocked.", "senior UN official", ("un",)),
    ("A spokesman for the Houthis denied it.", "spokesman for the Houthis", ("houthis",)),
    ("According to residents, shells fell.", "residents", ()),
]


@pytest.mark.parametrize(("text", "words", "parties"), SOURCES)
def test_sources_without_a_name(
    analyse: Analyse, text: str, words: str, parties: tuple[str, ...]
) -> None:
    analysis = analyse(text)
    found = the(analysis, words)
    assert (found.sort, found.parties) == ("source", parties)
    told = who(analysis, found.head)
    assert told.sources == (words,)
    assert told.speakers == (parties or (words,))


def test_residents_who_do_not_speak_and_sources_of_dispute_are_no_sources(
    analyse: Analyse,
) -> None:
    analysis = analyse("Forty residents were killed. Water is a source of dispute.")
    assert analysis.mentions == ()


def test_a_new_group_is_proposed_with_its_acronym(analyse: Analyse) -> None:
    analysis = analyse(
        "The Green Delta Front (GDF) warned of war. Its spokesman, Tonye Briggs, said the GDF "
        "would fight on."
    )
    found = proposals(analysis, "parties")["Green Delta Front"]
    assert found.fields == {
        "id": "green_delta_front", "name": "Green Delta Front", "kind": "armed group",
        "also": ["GDF"],
    }  # fmt: skip
    assert meant(analysis, "GDF", 1) == ("green_delta_front",)
    assert proposals(analysis, "people")["Tonye Briggs"].fields["party"] == "green_delta_front"


def test_an_acronym_in_brackets_is_one_more_name_of_somebody_known(analyse: Analyse) -> None:
    analysis = analyse("The Free Aceh Movement (GAM) agreed. GAM will disarm.")
    assert meant(analysis, "Free Aceh Movement") == meant(analysis, "GAM", 1) == ("gam",)
    assert "Free Aceh Movement" in proposals(analysis, "parties")


@pytest.mark.parametrize(
    "text",
    [
        "The Supreme Court met.",
        "The Vienna Peace Agreement failed.",
        "The Green Valley Hotel was hit.",
    ],
)
def test_capitals_alone_make_no_party(analyse: Analyse, text: str) -> None:
    assert proposals(analyse(text), "parties") == {}


def test_parties_of_the_dossier_and_mere_places_are_not_proposed(parser: Parser) -> None:
    from detente.dossier.model import Party

    cast = build_cast({"k": Party(id="k", name="Kenya")})
    report = Report(text="Kenya accused Uganda. Aid went to Chad.", origin="x")
    (analysis,) = parse([report], parser)
    mentions, found = find_mentions(analysis, cast)
    assert mentions[0].parties == ("k",)
    assert [one.fields["id"] for one in found] == ["uganda"]


def test_the_same_report_gives_the_same_mentions_twice(analyse: Analyse) -> None:
    analysis = analyse("Kenya and Uganda said they would meet Amos Ndege, the UN envoy.")
    first = find_mentions(analysis, build_cast({}))
    assert first == find_mentions(analysis, build_cast({}))
    spans = [one.span for one in first[0]]
    assert spans == sorted(spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


WHO = [
    ("Kenya, Uganda and Chad agreed.", "Kenya", ("kenya", "uganda", "chad")),
    ("Israeli and Palestinian officials traded blame.", "officials", ("israel", "palestine")),
    ("The foreign ministers of Egypt and Sudan met.", "ministers", ("egypt", "sudan")),
    ("Some of the Houthis left.", "Some", ("houthis",)),
    ("Uganda, which hosted the round, left.", "which", ("uganda",)),
    ("Its allies (Saudi laws and Qatar) agreed.", "allies", ("saudi_arabia", "qatar")),
    ("It has backers such as Iran and Russia.", "backers", ("iran", "russia")),
    ("The talks failed.", "talks", ()),
    ("Kenya, one of the winners, left.", "one", ("kenya",)),
    ("Allies (Kenya, Uganda and Chad) left.", "Allies", ("kenya", "uganda", "chad")),
    ("Allies including Kenya left.", "Allies", ("kenya",)),
    ("Allies left; Kenya stayed.", "Allies", ()),
    ("Allies, as Kenya said, left.", "Allies", ()),
    ("Israeli and Palestinian negotiators met.", "negotiators", ("israel", "palestine")),
    ("All who fought for Kenya left.", "who", ()),
    ("They know who left.", "who", ()),
    ("An ally, Iran, left.", "ally", ("iran",)),
    ("A power, Iran, left.", "power", ("iran",)),
    ("UN envoy Amos Ndege and Kenya left.", "envoy", ("un", "kenya")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "head", "parties"), WHO)
def test_who_a_noun_phrase_means(
    analyse: Analyse, text: str, head: str, parties: tuple[str, ...]
) -> None:
    analysis = analyse(text)
    told = who(analysis, word(analysis, head))
    assert sorted(told.parties) == sorted(parties)
    assert bool(told) is bool(parties)


def test_who_without_conjuncts_and_in_the_order_of_the_text(analyse: Analyse) -> None:
    analysis = analyse("Minister Amos Ndege and Kenya agreed.")
    token = word(analysis, "Ndege")
    told = who(analysis, token)
    assert told.speakers == ("Amos Ndege",)
    assert told.speakers_all == ("Amos Ndege", "kenya")
    assert told.first == the(analysis, "Minister Amos Ndege")
    assert who(analysis, token, conjuncts=False).parties == ()
    assert who(analysis, word(analysis, "agreed")).first is None


def test_speakers_of_each_sort_stand_in_their_order(analyse: Analyse) -> None:
    analysis = analyse("Diplomatic sources, a UN official and Minister Amos Ndege said no.")
    told = who(analysis, word(analysis, "sources"))
    assert told.speakers_all == ("Diplomatic sources", "un", "Amos Ndege")


POSSESSORS = [
    ("It needs Russian support.", "support", ("russia",)),
    ("They read Kampala's proposal.", "proposal", ("uganda",)),
    ("It has the support of Iran.", "support", ("iran",)),
    ("Minister Amos Ndege praised his visit.", "visit", ()),
    ("A Saudi-backed group left.", "backed", ("saudi_arabia",)),
    ("The support was weak.", "support", ()),
]


@pytest.mark.parametrize(("text", "noun", "parties"), POSSESSORS)
def test_whose_a_noun_is(analyse: Analyse, text: str, noun: str, parties: tuple[str, ...]) -> None:
    analysis = analyse(text)
    told = possessor(analysis, word(analysis, noun))
    assert told.parties == parties
    if noun == "visit":
        assert told.people == ("Amos Ndege",)


def test_bystanders_and_peoples_by_adjective_are_no_parties(analyse: Analyse) -> None:
    analysis = analyse(
        "Kenya waits for the UN General Assembly. It meets at the UN General Assembly. A Western "
        "diplomat said no."
    )
    assert list(proposals(analysis, "parties")) == ["Kenya"]


def test_an_office_that_is_over_is_no_role(analyse: Analyse) -> None:
    found = proposals(analyse("Kofi Annan said no."), "people")
    assert "role" not in found["Kofi Annan"].fields


def test_who_is_named_once_and_does_nothing_is_not_proposed(analyse: Analyse) -> None:
    analysis = analyse("The report is about life after Peter Wako. A day in Kenya is long.")
    assert proposals(analysis, "people") == proposals(analysis, "parties") == {}


def test_common_words_that_name_a_party_of_the_dossier_mean_it(parser: Parser) -> None:
    from detente.dossier.model import Party

    cast = build_cast({"r": Party(id="r", name="Rebels")})
    report = Report(text="The rebels left. Kenya saw other rebels.", origin="x")
    (analysis,) = parse([report], parser)
    mentions, _ = find_mentions(analysis, cast)
    assert [one.parties for one in mentions] == [("r",), ("kenya",)]


def test_before_mentions_are_found_nobody_is_meant(parser: Parser) -> None:
    (analysis,) = parse([Report(text="Kenya agreed.", origin="x")], parser)
    assert not who(analysis, word(analysis, "Kenya"))
    assert principals(analysis) == ()
    assert state_of(analysis) is None


def test_endless_sentences_keep_their_names_and_nothing_else(analyse: Analyse) -> None:
    analysis = analyse("Kenya said he and " * 120)
    assert {one.sort for one in analysis.mentions} == {"name"}
    assert who(analysis, word(analysis, "Kenya")).parties == ("kenya",)
    assert not possessor(analysis, word(analysis, "said"))
