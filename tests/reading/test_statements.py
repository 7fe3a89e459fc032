"""Who says what to whom, doing what: measured on sentences of our own, then form by form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.reading.analysis import Analysis
from detente.reading.found import Found
from detente.reading.speech import find_speech, find_statements
from tests.reading.statements_gold import FIRST, FRESH, HARD

Analyse = Callable[..., Analysis]


def _plain(text: str) -> str:
    return text.casefold().replace("_", " ")


def _same(alternatives: str, values: list[str]) -> bool:
    wanted = [_plain(one.strip()) for one in alternatives.split("/")]
    return any(one in _plain(value) or _plain(value) in one for one in wanted for value in values)


def measure(
    analyse: Analyse, gold: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[float, float, float]:
    """Return F1 of speaker with cue, and the shares of right acts and addressees among these."""
    right = extra = missed = acts = addressed = to_right = 0
    for text, lines in gold:
        left = find_statements(analyse(text))
        for line in lines:
            by, cue, to, act = (part.strip() for part in line.split("|"))
            hit = next(
                (
                    one
                    for one in left
                    if _plain(cue) in _plain(one.fields["cue"]) and _same(by, one.fields["by"])
                ),
                None,
            )
            if hit is None:
                missed += 1
                continue
            left.remove(hit)
            right += 1
            acts += hit.fields["act"] in act.split("/")
            if to:
                addressed += 1
                to_right += _same(to, hit.fields.get("to", []))
        extra += len(left)
    f1 = 2 * right / (2 * right + extra + missed)
    return f1, acts / right, to_right / addressed


@pytest.mark.parametrize("gold", [FIRST, HARD, FRESH], ids=["first", "hard", "fresh"])
def test_speakers_cues_and_acts_are_right(
    analyse: Analyse, gold: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    f1, acts, addressees = measure(analyse, gold)
    assert f1 >= 0.9
    assert acts >= 0.93
    assert addressees >= 0.9


def only(found: list[Found]) -> Found:
    (one,) = found
    return one


def test_a_statement_carries_its_words_and_places(analyse: Analyse) -> None:
    text = "On Monday, Turkey accused Russia of violating its airspace."
    one = only(find_statements(analyse(text, published="2015-10-07")))
    assert one.fields == {
        "by": ["turkey"],
        "to": ["russia"],
        "act": "accuse",
        "cue": "accused",
        "content": "violating its airspace",
        "date": "2015-10-05",
    }
    assert one.cue is not None
    assert text[slice(*one.cue.span)] == "accused"
    assert text[slice(*one.span)] == text
    assert one.focus is not None
    assert text[slice(*one.focus)] == "Turkey accused Russia of violating its airspace"


def test_hearsay_keeps_who_stands_between(analyse: Analyse) -> None:
    found = find_statements(
        analyse("Turkish officials said Iran had told Iraq that the dam would be opened.")
    )
    told = next(one for one in found if one.fields["cue"] == "told")
    assert told.fields["by"] == ["iran"]
    assert told.fields["to"] == ["iraq"]
    assert told.chain == ("turkey",)
    assert "hearsay" in told.flags


def test_a_report_of_a_report_stands_behind(analyse: Analyse) -> None:
    found = find_statements(analyse("Iran said the dam was safe, local media reported."))
    said = next(one for one in found if one.fields["cue"] == "said")
    assert said.fields["content"] == "the dam was safe"
    assert len(said.chain) == 1


def test_hedges_make_hearsay(analyse: Analyse) -> None:
    one = only(find_statements(analyse("Iran reportedly rejected the offer of talks.")))
    assert "hearsay" in one.flags


def test_a_quote_is_attributed_by_the_next_sentence(analyse: Analyse) -> None:
    found = find_statements(
        analyse('"Our fighters will keep their guns!" Vladimir Putin said on Friday.')
    )
    assert [one.fields["by"] for one in found] == [["Vladimir Putin"]]
    assert "quoted" in found[0].flags


@pytest.mark.parametrize(
    "text",
    [
        "“We want peace,” said the minister of Iran.",
        "«We want peace,» said the minister of Iran.",
        '"We want peace," said the minister of Iran.',
        "‘We want peace,’ said the minister of Iran.",
        "'We want peace,' said the minister of Iran.",
    ],
)
def test_marks_of_every_kind_are_quotes(analyse: Analyse, text: str) -> None:
    one = only(find_statements(analyse(text)))
    assert one.fields["content"] == "We want peace"
    assert "quoted" in one.flags


def test_words_of_saying_in_quotes_attribute_nothing(analyse: Analyse) -> None:
    found = find_statements(
        analyse('"Iran accused Iraq of lying and Qatar denied it," Vladimir Putin said.')
    )
    assert [one.fields["cue"] for one in found] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran declined to comment.",
        "Russia did not say when the talks would resume.",
        "It was said that the bridge had been mined.",
        "Iran is accused of arming the militia.",
        "Iraq asked not to be named.",
        "The accord says nothing.",
        "Egypt said so.",
    ],
)
def test_what_claims_nothing_is_no_statement(analyse: Analyse, text: str) -> None:
    assert find_statements(analyse(text)) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Iran said it would never give up its missiles.", "refuse"),
        ("Iran said it rejects the plan.", "refuse"),
        ("Iran said it would send doctors to Iraq.", "promise"),
        ("Iran said it was ready to free the sailors.", "promise"),
        ("Iran said it was not ready to free the sailors.", "say"),
        ("Iran said it would attack the base.", "threaten"),
        ("Iran warned that it would close the strait.", "threaten"),
        ("Iran warned that the winter would be hard.", "say"),
        ("Iran said that Iraq must pay its debts.", "demand"),
        ("Iran said that Iraq has to pay its debts.", "demand"),
        ("Iran said that Iraq had violated the truce.", "accuse"),
        ("Iran said that a deal was unlikely.", "doubt"),
        ("Iran said that it was not optimistic.", "doubt"),
        ("Iran said there was little hope of a deal.", "doubt"),
        ("Iran said there would be no deal.", "refuse"),
        ("Iran vowed to retaliate.", "threaten"),
        ("Iran vowed not to leave the treaty.", "refuse"),
        ("Iran agreed to open the border.", "promise"),
        ("Iran agreed that the border was closed.", "say"),
        ("Iran is confident that talks will resume.", "say"),
        ("Iran is adamant that talks must resume.", "insist"),
        ("Iran is critical of the plan.", "accuse"),
        ("Iran asked Iraq for help.", "demand"),
        ("Iran asked whether the border was open.", "say"),
        ("Iran paid tribute to Iraq for its help.", "praise"),
        ("Iran cast doubt on the results of the inquiry.", "doubt"),
        ("Iran laid the blame for the blast on Iraq.", "accuse"),
        ("Iran turned down the offer of talks.", "refuse"),
    ],
)
def test_the_act_depends_on_what_is_said(analyse: Analyse, text: str, act: str) -> None:
    one = only(find_statements(analyse(text)))
    assert one.fields["act"] == act
    assert one.fields["by"] == ["iran"]


def test_accusations_both_ways(analyse: Analyse) -> None:
    one = only(
        find_statements(
            analyse("Talks between Iran and Iraq ended in mutual accusations of bad faith.")
        )
    )
    assert one.rule == "speech.mutual"
    assert one.fields["by"] == one.fields["to"] == ["iran", "iraq"]


def test_one_accusation_in_two_verbs_is_one(analyse: Analyse) -> None:
    one = only(
        find_statements(
            analyse("Iran pointed the finger at Iraq, blaming it for the end of the talks.")
        )
    )
    assert one.fields["cue"] == "pointed the finger"
    assert one.fields["to"] == ["iraq"]
    assert "end of the talks" in one.fields["content"]


def test_doubt_in_a_partial_quote(analyse: Analyse) -> None:
    one = only(find_statements(analyse('Iran views the plan "with scepticism".')))
    assert one.fields["act"] == "doubt"
    assert one.fields["content"] == "the plan"


def test_a_headline_with_a_colon_speaks(analyse: Analyse) -> None:
    text = "Putin: Ukraine must withdraw\n\nNothing else was known on Monday in the city."
    one = next(iter(find_statements(analyse(text))))
    assert one.rule == "speech.headline"
    assert one.fields["by"] == ["Vladimir Putin"]
    assert one.fields["act"] == "demand"


def test_the_body_tells_what_the_headline_told(analyse: Analyse) -> None:
    text = "Iran rejects the ceasefire\n\nTEHRAN - Iran rejects the ceasefire."
    one = only(find_statements(analyse(text)))
    assert one.span[0] > text.index("\n")
    assert one.also == ((0, text.index("\n")),)


def test_a_denied_allegation_is_told_by_what_was_alleged(analyse: Analyse) -> None:
    found = find_statements(
        analyse("Iraq accused Iran of arming the group, an allegation that Iran denies.")
    )
    denied = next(one for one in found if one.fields["cue"] == "denies")
    assert denied.fields["by"] == ["iran"]
    assert denied.fields["content"] == "arming the group"


def test_a_pronoun_without_antecedent_is_vague(analyse: Analyse) -> None:
    one = only(find_statements(analyse("He said the road was open.")))
    assert one.fields["by"] == ["he"]
    assert "vague" in one.flags
    assert one.confidence == "low"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Iran said the fate of President Putin would be discussed.", "fate of Vladimir Putin"),
        ("Iran demanded the release of prisoners.", "release of prisoners"),
        ("Iran rejected a new ceasefire.", "ceasefire"),
        ("Iran welcomed the talks.", "talks"),
    ],
)
def test_what_a_statement_is_about(analyse: Analyse, text: str, about: str) -> None:
    assert only(find_statements(analyse(text))).fields["about"] == about


@pytest.mark.parametrize(
    ("text", "cue", "content", "flag"),
    [
        ("The border, Iran said, is closed.", "said", "The border is closed", None),
        ("Iran said in a statement that Iraq is late.", "said", "Iraq is late", None),
        ("Iran is expected to announce that it is late.", "announce", "it is late", "will"),
        ("Iran might say that Iraq is late.", "say", "Iraq is late", "may"),
        ("Iran should say that Iraq is late.", "say", "Iraq is late", "should"),
        ("If Iran says that Iraq is late, all is well.", "says", "Iraq is late", "conditional"),
        ("Iran was not sure that Iraq is late.", "sure", "Iraq is late", "negated"),
        ("According to Iran, Iraq is late.", "According to", "Iraq is late", None),
        ("Iran made a promise to open the border.", "promise", "to open the border", None),
        ("Iran is doubtful about the plan.", "doubtful", "the plan", None),
        ("A statement by Iran said Iraq is late.", "said", "Iraq is late", None),
        ("Iran described the vote as a farce.", "described", "the vote as a farce", None),
        ("Iran blamed Iraq.", "blamed", "Iraq", None),
        ("After saying that Iraq is late, Iran left.", "saying", "Iraq is late", None),
        ("Iran said it would respond with force.", "said", "it would respond with force", None),
        ("Iran's threat of war came late.", "threat", "war", None),
        ("Iran's call on Iraq to leave came late.", "call", "to leave", None),
    ],
)
def test_forms_of_saying(
    analyse: Analyse, text: str, cue: str, content: str, flag: str | None
) -> None:
    one = only(find_statements(analyse(text)))
    assert one.fields["by"] == ["iran"]
    assert one.fields["cue"] == cue
    assert one.fields["content"] == content
    assert one.flags - {"hearsay"} == ({flag} if flag else set())


def test_quoted_by_a_paper_is_still_said(analyse: Analyse) -> None:
    (one,) = find_statements(
        analyse("Vladimir Putin was quoted by a newspaper as saying that Iran was ready.")
    )
    assert one.fields["by"] == ["Vladimir Putin"]


def test_long_and_broken_texts_are_read(analyse: Analyse) -> None:
    for text in (
        "He said that " * 60 + "it rained.",
        '"' * 200,
        "“a " * 200,
        "according to " * 200,
        "the claim of " * 200,
        "until " * 200,
        ": said : Iran : said",
        "",
    ):
        for one in find_speech(analyse(text)):
            assert len(str(one.fields.get("content", ""))) <= 610
