"""Ways of telling who says what and where parties stand that reports use less often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from detente.reading.analysis import Analysis
from detente.reading.speech import find_positions, find_speech, find_statements

Analyse = Callable[..., Analysis]
FINDERS = {"S": find_statements, "P": find_positions}
FORMS: list[tuple[str, str, dict[str, Any] | None]] = [
    (
        "Russia and Ukraine traded accusations of shelling.",
        "S",
        {
            "by": ["russia", "ukraine"],
            "to": ["russia", "ukraine"],
            "act": "accuse",
            "content": "shelling",
        },
    ),
    (
        "According to diplomats, the talks are close to collapse.",
        "S",
        {
            "by": ["diplomats"],
            "act": "say",
            "content": "the talks are close to collapse",
            "about": "talks",
        },
    ),
    ("According to the weather, Russia may attack.", "S", None),
    (
        "Russia was sceptical about the plan.",
        "S",
        {"by": ["russia"], "act": "doubt", "content": "the plan"},
    ),
    ('The press approached "the talks with scepticism".', "S", None),
    (
        'Lavrov: "No deal before spring"',
        "S",
        {
            "by": ["Sergei Lavrov"],
            "act": "say",
            "content": "No deal before spring",
            "about": "deal",
        },
    ),
    (
        "Abu Dhabi denies that it arms the rebels. Iran denies this.",
        "S",
        {"by": ["uae"], "act": "say", "content": "it arms the rebels"},
    ),
    (
        "Abu Dhabi denies that it arms the rebels. Iran denies this.",
        "S",
        {"by": ["iran"], "act": "say", "content": "Abu Dhabi denies that it arms the rebels"},
    ),
    (
        "Russia demands the withdrawal of Ukraine's troops from Donetsk before any talks.",
        "S",
        {
            "by": ["russia"],
            "act": "demand",
            "content": "the withdrawal of Ukraine's troops from Donetsk before any talks",
            "about": "withdrawal of Ukraine's troops",
        },
    ),
    (
        "Russia demands the withdrawal of Ukraine's troops from Donetsk before any talks.",
        "P",
        {
            "party": "russia",
            "about": "withdrawal of Ukraine's troops",
            "stance": "demands the withdrawal of Ukraine's troops from Donetsk before any talks",
        },
    ),
    (
        "Russia's demand for the withdrawal of Ukrainian troops stands.",
        "S",
        {
            "by": ["russia"],
            "act": "demand",
            "content": "the withdrawal of Ukrainian troops",
            "about": "withdrawal of Ukrainian troops",
        },
    ),
    (
        "Russia's demand for the withdrawal of Ukrainian troops stands.",
        "P",
        {
            "party": "russia",
            "about": "withdrawal of Ukrainian troops",
            "stance": "demand for the withdrawal of Ukrainian troops",
        },
    ),
    (
        "Iran criticised the US over its sanctions and thanked Russia for its help.",
        "S",
        {
            "by": ["iran"],
            "to": ["us"],
            "act": "accuse",
            "content": "its sanctions",
            "about": "sanctions",
        },
    ),
    (
        "Iran criticised the US over its sanctions and thanked Russia for its help.",
        "S",
        {"by": ["iran"], "to": ["russia"], "act": "praise", "content": "its help"},
    ),
    (
        "Russia dismissed the claim as false. Ukraine complained about the shelling.",
        "S",
        {"by": ["russia"], "act": "refuse", "content": "the claim"},
    ),
    (
        "Russia dismissed the claim as false. Ukraine complained about the shelling.",
        "S",
        {"by": ["ukraine"], "act": "accuse", "content": "the shelling"},
    ),
    (
        "Ukraine said Russia had attacked, while Poland vowed to send troops.",
        "S",
        {"by": ["ukraine"], "act": "say", "content": "Russia had attacked"},
    ),
    (
        "Ukraine said Russia had attacked, while Poland vowed to send troops.",
        "S",
        {"by": ["poland"], "act": "promise", "content": "to send troops", "about": "troops"},
    ),
    (
        "Ukraine said Russia had attacked, while Poland vowed to send troops.",
        "P",
        {"party": "poland", "about": "troops", "stance": "vowed to send troops"},
    ),
    (
        "Iran, which has rejected the plan, says it will not stop enrichment.",
        "S",
        {
            "by": ["iran"],
            "act": "refuse",
            "content": "it will not stop enrichment",
            "about": "enrichment",
        },
    ),
    (
        "Iran, which has rejected the plan, says it will not stop enrichment.",
        "P",
        {"party": "iran", "about": "enrichment", "stance": "will not stop enrichment"},
    ),
    (
        "Hamas has made the release of prisoners a precondition.",
        "P",
        {
            "party": "hamas",
            "about": "release of prisoners",
            "stance": "made the release of prisoners a precondition",
        },
    ),
    (
        "Israel set disarmament as a condition for talks.",
        "P",
        {
            "party": "israel",
            "about": "disarmament",
            "stance": "set disarmament as a condition for talks",
        },
    ),
    (
        "Serbia is not ready to recognise Kosovo. Kosovo is opposed to any partition.",
        "P",
        {"party": "serbia", "stance": "is not ready to recognise Kosovo"},
    ),
    (
        "The main obstacle between Israel and Hamas is the release of prisoners.",
        "P",
        {"party": "israel", "about": "release of prisoners", "stance": "in dispute"},
    ),
    (
        "The main obstacle between Israel and Hamas is the release of prisoners.",
        "P",
        {"party": "hamas", "about": "release of prisoners", "stance": "in dispute"},
    ),
    (
        "The release of prisoners remains the main sticking point between Israel and Hamas.",
        "P",
        {"party": "israel", "about": "release of prisoners", "stance": "in dispute"},
    ),
    (
        "The release of prisoners remains the main sticking point between Israel and Hamas.",
        "P",
        {"party": "hamas", "about": "release of prisoners", "stance": "in dispute"},
    ),
    (
        (
            "Talks between Israel and Hamas were held in Cairo. The status of Jerusalem "
            "remains unresolved. This is a bone of contention between Israel and Hamas."
        ),
        "P",
        {"party": "israel", "about": "status of Jerusalem", "stance": "in dispute"},
    ),
    (
        (
            "Talks between Israel and Hamas were held in Cairo. The status of Jerusalem "
            "remains unresolved. This is a bone of contention between Israel and Hamas."
        ),
        "P",
        {"party": "hamas", "about": "status of Jerusalem", "stance": "in dispute"},
    ),
    (
        (
            "Talks between Israel and Hamas were held in Cairo. The status of Jerusalem "
            "remains unresolved. This is a bone of contention between Israel and Hamas."
        ),
        "P",
        {"party": "israel", "about": "Jerusalem", "stance": "in dispute"},
    ),
    (
        (
            "Talks between Israel and Hamas were held in Cairo. The status of Jerusalem "
            "remains unresolved. This is a bone of contention between Israel and Hamas."
        ),
        "P",
        {"party": "hamas", "about": "Jerusalem", "stance": "in dispute"},
    ),
    (
        (
            "Israel and Hamas differ over the release of prisoners. The two sides are at "
            "odds over borders."
        ),
        "P",
        {"party": "israel", "about": "release of prisoners", "stance": "in dispute"},
    ),
    (
        (
            "Israel and Hamas differ over the release of prisoners. The two sides are at "
            "odds over borders."
        ),
        "P",
        {"party": "hamas", "about": "release of prisoners", "stance": "in dispute"},
    ),
    (
        (
            "Israel and Hamas differ over the release of prisoners. The two sides are at "
            "odds over borders."
        ),
        "P",
        {"party": "israel", "about": "borders", "stance": "in dispute"},
    ),
    (
        (
            "Israel and Hamas differ over the release of prisoners. The two sides are at "
            "odds over borders."
        ),
        "P",
        {"party": "hamas", "about": "borders", "stance": "in dispute"},
    ),
    (
        "Diplomats describe the border as the main stumbling block between Sudan and South Sudan.",
        "S",
        {
            "by": ["Diplomats"],
            "act": "say",
            "content": "the border as the main stumbling block between Sudan and South Sudan",
            "about": "border",
        },
    ),
    (
        "Diplomats describe the border as the main stumbling block between Sudan and South Sudan.",
        "P",
        {"party": "sudan", "about": "border", "stance": "in dispute"},
    ),
    (
        "Diplomats describe the border as the main stumbling block between Sudan and South Sudan.",
        "P",
        {"party": "south_sudan", "about": "border", "stance": "in dispute"},
    ),
    (
        (
            "Sudan will not withdraw its troops until the rebels leave. Sudan will not talk "
            "until Monday."
        ),
        "P",
        {
            "party": "sudan",
            "about": "troops",
            "stance": "will not withdraw its troops",
            "until": "the rebels leave",
        },
    ),
    (
        "Sudan insisted on Monday that no talks are possible without a ceasefire.",
        "S",
        {
            "by": ["sudan"],
            "act": "insist",
            "content": "no talks are possible without a ceasefire",
            "about": "ceasefire",
        },
    ),
    (
        "Sudan insisted on Monday that no talks are possible without a ceasefire.",
        "P",
        {
            "party": "sudan",
            "about": "ceasefire",
            "stance": "no talks are possible",
            "unless": "a ceasefire",
        },
    ),
    (
        '"The rebels must leave," the minister said. "They will never get amnesty. We want peace."',
        "S",
        {"by": ["minister"], "act": "demand", "content": "The rebels must leave"},
    ),
    (
        "Iran accused Israel of the killing, an allegation that Israel denies.",
        "S",
        {"by": ["iran"], "to": ["israel"], "act": "accuse", "content": "the killing"},
    ),
    (
        "Iran accused Israel of the killing, an allegation that Israel denies.",
        "S",
        {"by": ["israel"], "act": "say", "content": "the killing"},
    ),
    (
        (
            "Turkey wants the rebels to leave Manbij and refuses to withdraw before the end "
            "of the war."
        ),
        "S",
        {
            "by": ["turkey"],
            "to": ["rebels"],
            "act": "demand",
            "content": "the rebels to leave Manbij",
        },
    ),
    (
        (
            "Turkey wants the rebels to leave Manbij and refuses to withdraw before the end "
            "of the war."
        ),
        "S",
        {
            "by": ["turkey"],
            "act": "refuse",
            "content": "to withdraw before the end of the war",
            "about": "end of the war",
        },
    ),
    (
        (
            "Turkey wants the rebels to leave Manbij and refuses to withdraw before the end "
            "of the war."
        ),
        "P",
        {
            "party": "turkey",
            "about": "Manbij",
            "stance": "wants the rebels to leave Manbij",
            "until": "the end of the war",
        },
    ),
    (
        (
            "Turkey wants the rebels to leave Manbij and refuses to withdraw before the end "
            "of the war."
        ),
        "P",
        {
            "party": "turkey",
            "about": "end of the war",
            "stance": "refuses to withdraw",
            "until": "the end of the war",
        },
    ),
    (
        "The rebels refuse to disarm before the end of the year.",
        "S",
        {"by": ["rebels"], "act": "refuse", "content": "to disarm before the end of the year"},
    ),
    (
        "Russia allegedly said that Ukraine had attacked.",
        "S",
        {"by": ["russia"], "act": "say", "content": "Ukraine had attacked"},
    ),
    (
        "Ukraine has yet to say whether it will attend. Ukraine declined to say who had fired.",
        "S",
        None,
    ),
    (
        "Iran asked whether the US would lift sanctions.",
        "S",
        {
            "by": ["iran"],
            "to": ["us"],
            "act": "say",
            "content": "whether the US would lift sanctions",
            "about": "sanctions",
        },
    ),
    ("Ukraine called off the talks. The US called Iran.", "S", None),
    (
        "Turkey charged that Greece had broken its word. Turkey pressed Greece to withdraw.",
        "S",
        {"by": ["turkey"], "act": "accuse", "content": "Greece had broken its word"},
    ),
    (
        "Turkey charged that Greece had broken its word. Turkey pressed Greece to withdraw.",
        "S",
        {"by": ["turkey"], "to": ["greece"], "act": "demand", "content": "to withdraw"},
    ),
    ('"We are ready for talks', "S", None),
    (
        '"We will not leave," Putin said. "They will never get Crimea. We want peace."',
        "S",
        {"by": ["Vladimir Putin"], "act": "refuse", "content": "We will not leave"},
    ),
    (
        '"We will not leave," Putin said. "They will never get Crimea. We want peace."',
        "P",
        {"party": "russia", "about": "peace", "stance": "want peace"},
    ),
    (
        "In a statement on Monday, Iran said it would not leave.",
        "S",
        {"by": ["iran"], "act": "refuse", "content": "it would not leave"},
    ),
    (
        "Russia promised Ukraine a truce. Ukraine welcomed the offer.",
        "S",
        {
            "by": ["russia"],
            "to": ["ukraine"],
            "act": "promise",
            "content": "a truce",
            "about": "truce",
        },
    ),
    (
        "Russia promised Ukraine a truce. Ukraine welcomed the offer.",
        "S",
        {"by": ["ukraine"], "act": "praise", "content": "the offer"},
    ),
    (
        "Russia promised Ukraine a truce. Ukraine welcomed the offer.",
        "P",
        {"party": "russia", "about": "truce", "stance": "promised Ukraine a truce"},
    ),
    (
        "Russia was critical of the plan of the US. Russia is adamant that it will not leave.",
        "S",
        {"by": ["russia"], "act": "accuse", "content": "the plan of the US"},
    ),
    (
        "Russia was critical of the plan of the US. Russia is adamant that it will not leave.",
        "S",
        {"by": ["russia"], "act": "insist", "content": "it will not leave"},
    ),
    (
        "Putin made a promise to leave Crimea. Putin has doubts about the plan.",
        "S",
        {"by": ["Vladimir Putin"], "act": "promise", "content": "to leave Crimea"},
    ),
    (
        "Putin made a promise to leave Crimea. Putin has doubts about the plan.",
        "P",
        {"party": "russia", "about": "Crimea", "stance": "promise to leave Crimea"},
    ),
    (
        "There is no hope of a deal, Lavrov said. Lavrov is not optimistic that a deal is near.",
        "S",
        {
            "by": ["Sergei Lavrov"],
            "act": "doubt",
            "content": "There is no hope of a deal",
            "about": "deal",
        },
    ),
    (
        "There is no hope of a deal, Lavrov said. Lavrov is not optimistic that a deal is near.",
        "S",
        {"by": ["Sergei Lavrov"], "act": "say", "content": "a deal is near", "about": "deal"},
    ),
    (
        "Lavrov said a deal was unlikely. Putin said there was little chance of a deal.",
        "S",
        {
            "by": ["Sergei Lavrov"],
            "act": "doubt",
            "content": "a deal was unlikely",
            "about": "deal",
        },
    ),
    (
        "Lavrov said a deal was unlikely. Putin said there was little chance of a deal.",
        "S",
        {
            "by": ["Vladimir Putin"],
            "act": "doubt",
            "content": "there was little chance of a deal",
            "about": "deal",
        },
    ),
    (
        "Israel demanded from Hamas the release of hostages.",
        "S",
        {
            "by": ["israel"],
            "to": ["hamas"],
            "act": "demand",
            "content": "the release of hostages",
            "about": "release of hostages",
        },
    ),
    (
        "Israel demanded from Hamas the release of hostages.",
        "P",
        {
            "party": "israel",
            "about": "release of hostages",
            "stance": "demanded from Hamas the release of hostages",
        },
    ),
    (
        (
            "Netanyahu called Abbas a liar. Abbas called the vote 'a farce', adding that "
            "Israel would not win."
        ),
        "S",
        {"by": ["Benjamin Netanyahu"], "act": "say", "content": "Abbas a liar"},
    ),
    (
        (
            "Netanyahu called Abbas a liar. Abbas called the vote 'a farce', adding that "
            "Israel would not win."
        ),
        "S",
        {"by": ["Mahmoud Abbas"], "act": "say", "content": "the vote a farce"},
    ),
    (
        (
            "Netanyahu called Abbas a liar. Abbas called the vote 'a farce', adding that "
            "Israel would not win."
        ),
        "S",
        {"by": ["Mahmoud Abbas"], "act": "say", "content": "Israel would not win"},
    ),
    (
        "Ukraine said it would boycott the talks and Russia said that it would not.",
        "S",
        {
            "by": ["ukraine"],
            "act": "threaten",
            "content": "it would boycott the talks",
            "about": "talks",
        },
    ),
    (
        "Ukraine said it would boycott the talks and Russia said that it would not.",
        "S",
        {"by": ["russia"], "act": "say", "content": "it would not"},
    ),
    (
        "Ukraine did not say that Russia had attacked.",
        "S",
        {"by": ["ukraine"], "act": "say", "content": "Russia had attacked"},
    ),
    (
        "Turkey will attack unless Greece withdraws its ships, Erdogan said.",
        "S",
        {
            "by": ["Recep Tayyip Erdogan"],
            "act": "threaten",
            "content": "Turkey will attack unless Greece withdraws its ships",
        },
    ),
    (
        "Turkey will attack unless Greece withdraws its ships, Erdogan said.",
        "P",
        {"party": "turkey", "stance": "will attack", "unless": "Greece withdraws its ships"},
    ),
    (
        "Turkey is open to talks. Turkey remains opposed to partition.",
        "P",
        {"party": "turkey", "about": "talks", "stance": "is open to talks"},
    ),
    (
        "Turkey is open to talks. Turkey remains opposed to partition.",
        "P",
        {"party": "turkey", "about": "partition", "stance": "remains opposed to partition"},
    ),
    (
        "Turkey said the island must be divided only after Greece withdraws its troops.",
        "S",
        {
            "by": ["turkey"],
            "act": "demand",
            "content": "the island must be divided only after Greece withdraws its troops",
            "about": "troops",
        },
    ),
    (
        "Turkey said the island must be divided only after Greece withdraws its troops.",
        "P",
        {
            "party": "turkey",
            "about": "troops",
            "stance": "the island must be divided",
            "unless": "Greece withdraws its troops",
        },
    ),
    (
        "Greece calls the withdrawal of troops its red line.",
        "S",
        {
            "by": ["greece"],
            "act": "say",
            "content": "the withdrawal of troops its red line",
            "about": "withdrawal of troops",
        },
    ),
    (
        "Greece calls the withdrawal of troops its red line.",
        "P",
        {
            "party": "greece",
            "about": "withdrawal of troops",
            "stance": "calls the withdrawal of troops its red line",
        },
    ),
    (
        (
            "Turkey and Greece are split over the status of the island. Turkey and Greece "
            "quarrel over gas."
        ),
        "P",
        {"party": "turkey", "about": "status of the island", "stance": "in dispute"},
    ),
    (
        (
            "Turkey and Greece are split over the status of the island. Turkey and Greece "
            "quarrel over gas."
        ),
        "P",
        {"party": "greece", "about": "status of the island", "stance": "in dispute"},
    ),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), FORMS)
def test_forms(text: str, kind: str, wanted: dict[str, Any] | None, analyse: Analyse) -> None:
    found = [one.fields for one in FINDERS[kind](analyse(text))]
    if wanted is None:
        assert found == []
        return
    alike = [one for one in found if all(one.get(key) == told for key, told in wanted.items())]
    assert len(alike) == 1, found


def test_a_headline_in_other_words_goes_with_the_body(analyse: Analyse) -> None:
    text = (
        "Kiev says rebels shelled Donetsk airport despite truce\n\n"
        "Ukraine accused the rebels on Friday of shelling Donetsk airport in spite of the truce. "
        "Russia denied this.\n"
    )
    analysis = analyse(text)
    accused, denied = find_statements(analysis)
    assert accused.fields["act"] == "accuse"
    assert accused.also == (analysis.sentences[0].span,)
    assert denied.fields["by"] == ["russia"]


def test_what_two_agree_on_is_no_statement(analyse: Analyse) -> None:
    text = "Turkey and Greece agreed on a joint patrol. Greece agreed to open its ports."
    (one,) = find_statements(analyse(text))
    assert (one.fields["by"], one.fields["act"]) == (["greece"], "promise")


@pytest.mark.parametrize(
    "text",
    [
        "The FARC declared a ceasefire on 20 July.",
        "The president declared martial law in Aceh.",
        "Sudan's president dismissed Riek Machar as his deputy.",
        "The truce, declared by Ethiopia in March, ended in August.",
    ],
)
def test_what_is_done_by_saying_it_is_no_statement(text: str, analyse: Analyse) -> None:
    assert find_statements(analyse(text)) == []


def test_a_speaker_goes_on_within_his_own_words(analyse: Analyse) -> None:
    text = "The United States said it regretted that the talks had failed."
    (one,) = find_statements(analyse(text))
    assert one.fields["cue"] == "said"


def test_who_vows_behind_what_was_said(analyse: Analyse) -> None:
    text = (
        "Sergei Lavrov said the sanctions were an attempt to derail peace and vowed that Moscow "
        "would respond."
    )
    found = find_statements(analyse(text))
    assert [one.fields["by"] for one in found] == [["Sergei Lavrov"], ["Sergei Lavrov"]]
    assert found[0].fields["content"] == "the sanctions were an attempt to derail peace"


def test_each_side_is_the_principals(analyse: Analyse) -> None:
    text = (
        "Talks between Mali and the MNLA failed on Monday. "
        "Each side accused the other of arbitrary arrests."
    )
    (one,) = find_statements(analyse(text))
    assert one.fields["by"] == ["mali", "mnla"]


def test_a_very_long_sentence_is_not_read(analyse: Analyse) -> None:
    analysis = analyse("Russia said that the rebels said that " * 120)
    assert find_speech(analysis) == []


def test_a_position_told_in_headline_and_body_is_one(analyse: Analyse) -> None:
    text = (
        "Russia will not leave Kherson until sanctions are lifted\n\n"
        "Russia will not leave Kherson until sanctions are lifted. The town is quiet.\n"
    )
    analysis = analyse(text)
    (one,) = find_positions(analysis)
    assert one.fields["until"] == "sanctions are lifted"
    assert one.span == analysis.sentences[1].span
    assert one.also == (analysis.sentences[0].span,)


def test_outsiders_who_call_for_something_take_no_position(analyse: Analyse) -> None:
    text = (
        "Talks between Israel and Hamas failed on Monday. Norway urged both sides to stop the war. "
        "Japan demanded that Israel and Hamas free their prisoners."
    )
    assert find_positions(analyse(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "If Russia wants peace, it must leave.",
        "According to plan, the talks began.",
        "The talks have failed, according to",
        "The plan is backed by Russia.",
        "The attack was a red line.",
        "It was made a precondition.",
        "A willing partner for peace came.",
        "'Twas said in Iran's court.",
    ],
)
def test_no_position(text: str, analyse: Analyse) -> None:
    assert find_positions(analyse(text)) == []


def test_whose_a_claim_is(analyse: Analyse) -> None:
    (one,) = find_statements(analyse("Iran's claim that the US had cheated was false."))
    assert one.fields["by"] == ["iran"]
