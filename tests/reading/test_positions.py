"""Where parties stand: measured on sentences of our own, then form by form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.reading.analysis import Analysis
from detente.reading.found import Found
from detente.reading.speech import find_positions, find_speech, find_statements
from tests.reading.positions_gold import POSITIONS

Analyse = Callable[..., Analysis]


def _meets(line: str, one: Found) -> bool:
    party, stance, condition = (part.strip() for part in line.split("|"))
    if party not in one.fields["party"]:
        return False
    if stance.casefold() not in one.fields["stance"].casefold():
        return False
    if not condition:
        return "until" not in one.fields and "unless" not in one.fields
    kind, words = condition.split(": ", 1)
    return words.casefold() in one.fields.get(kind, "").casefold()


def test_positions_are_found_and_no_others(analyse: Analyse) -> None:
    right = extra = missed = 0
    for text, lines in POSITIONS:
        left = find_positions(analyse(text))
        for line in lines:
            hit = next((one for one in left if _meets(line, one)), None)
            if hit is None:
                missed += 1
            else:
                left.remove(hit)
                right += 1
        extra += len(left)
    assert right / (right + extra) >= 0.9
    assert right / (right + missed) >= 0.9


def test_the_condition_leaves_the_stance(analyse: Analyse) -> None:
    text = "Iran insists that no deal is possible until all sanctions are lifted."
    (one,) = find_positions(analyse(text))
    assert one.fields["stance"] == "no deal is possible"
    assert one.fields["until"] == "all sanctions are lifted"
    assert one.focus is not None
    assert text[slice(*one.focus)].endswith("lifted")


def test_a_condition_that_the_parser_tore_off(analyse: Analyse) -> None:
    text = (
        "For its part, Russia insists that it is not possible to sign a truce until the armed "
        "opposition groups, backed by Turkey and other states (Qatar in particular), should not "
        "be kept apart from al-Qaeda."
    )
    (one,) = find_positions(analyse(text))
    assert one.fields["until"].startswith("the armed opposition groups")
    assert one.fields["until"].endswith("kept apart from al-Qaeda")


def test_a_condition_of_refusal_that_holds_is_told_so(analyse: Analyse) -> None:
    (one,) = find_positions(analyse("Iran refuses to talk as long as sanctions are in force."))
    assert one.fields["until"] == "it no longer holds that sanctions are in force"


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Iran will not talk before sanctions are lifted.", "until", "sanctions are lifted"),
        ("Iran refuses to sign without a guarantee.", "unless", "a guarantee"),
        ("Iran offered to talk provided that Iraq disarms.", "unless", "Iraq disarms"),
        ("Iran offered to talk on condition that Iraq disarms.", "unless", "Iraq disarms"),
        ("Iran offered to talk if Iraq disarms.", "unless", "Iraq disarms"),
        ("Iran refuses to talk until the release of its sailors.", "until", "the release of its"),
    ],
)
def test_conditions(analyse: Analyse, text: str, kind: str, words: str) -> None:
    (one,) = find_positions(analyse(text))
    assert one.fields[kind].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Iran refused to talk until Monday.",
        "Iran refuses to talk until the end of the week.",
        "Iran refuses to talk until now.",
    ],
)
def test_mere_time_is_no_condition(analyse: Analyse, text: str) -> None:
    assert all("until" not in one.fields for one in find_positions(analyse(text)))


def test_the_point_in_dispute_is_a_position_of_both(analyse: Analyse) -> None:
    text = (
        "The main bone of contention between the US and Russia, both at war with jihadists, "
        "is the future of Syrian President Bashar al-Assad."
    )
    found = find_positions(analyse(text))
    assert [one.fields for one in found] == [
        {"party": party, "about": "future of Bashar al-Assad", "stance": "in dispute"}
        for party in ("us", "russia")
    ]
    assert {one.rule for one in found} == {"speech.main-issue"}


def test_this_last_point_points_back(analyse: Analyse) -> None:
    text = (
        "Talks between Iran and Iraq opened in Geneva. Iraq shelled the port with Turkish help. "
        "This last point is a source of dispute between Iran and Iraq."
    )
    found = [one for one in find_positions(analyse(text)) if one.rule == "speech.main-issue"]
    assert [one.fields["about"] for one in found] == ["Turkish help", "Turkish help"]
    assert all("vague" in one.flags and one.also for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Iraq remain divided over the release of prisoners.",
        "Iran and Iraq are at odds over the release of prisoners.",
        "Talks between Iran and Iraq stalled on one divisive issue, the release of prisoners.",
        "Talks between Iran and Iraq ended. The release of prisoners remains unresolved.",
        "The key obstacle between Iran and Iraq is the release of prisoners.",
        "The release of prisoners remains the main sticking point between Iran and Iraq.",
        "Talks between Iran and Iraq ended. The two sides differ over the release of prisoners.",
    ],
)
def test_words_for_a_dispute(analyse: Analyse, text: str) -> None:
    found = find_positions(analyse(text))
    assert [(one.fields["party"], one.fields["about"]) for one in found] == [
        ("iran", "release of prisoners"),
        ("iraq", "release of prisoners"),
    ]


def test_a_quote_that_goes_on_keeps_its_speaker(analyse: Analyse) -> None:
    text = (
        '"We are tired of promises," Vladimir Putin said. '
        '"We will not sign a truce until the terrorists leave the city."'
    )
    (one,) = find_positions(analyse(text))
    assert one.fields["party"] == "russia"
    assert one.fields["until"] == "the terrorists leave the city"
    assert one.rule == "positions.goes-on"


def test_a_quote_that_goes_on_in_the_next_paragraph(analyse: Analyse) -> None:
    text = (
        'Vladimir Putin said: "We are tired of promises.\n\n'
        '"We will not sign a truce until the terrorists leave the city."'
    )
    found = find_positions(analyse(text))
    assert [(one.fields["party"], "until" in one.fields) for one in found] == [("russia", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The UN envoy demanded an end to the siege.",
        "Norway, which mediates between Iran and Iraq, wants a truce.",
        "Iran rejected allegations of fraud.",
        "Iran threatened to attack.",
        "Iran supports Iraq.",
        "If Iran rejects the plan, the talks will end.",
        "The release of prisoners remains unresolved.",
        "The main obstacle was not told.",
        "The sides differ over what comes next.",
        "Iran will meet Iraq.",
        "Enrichment was never a red line for the Iranian government.",
    ],
)
def test_what_is_no_position(analyse: Analyse, text: str) -> None:
    assert find_positions(analyse(text)) == []


def test_lines_and_preconditions(analyse: Analyse) -> None:
    (one,) = find_positions(analyse("Enrichment is a red line for the Iranian government."))
    assert one.fields["party"] == "iran"
    (two,) = find_positions(analyse("Iran considers the lifting of sanctions a precondition."))
    assert two.rule == "positions.precondition"
    (three,) = find_positions(analyse("Disarmament is Iran's precondition for talks."))
    assert three.fields["party"] == "iran"


def test_both_kinds_at_once(analyse: Analyse) -> None:
    analysis = analyse("Iran refuses to disarm. Iraq said the road was open.")
    both = find_speech(analysis)
    assert both == [*find_statements(analysis), *find_positions(analysis)]
