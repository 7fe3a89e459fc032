"""Statements and positions of whole reports, with their places."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from detente.reading.analysis import Analysis
from detente.reading.speech import find_positions, find_statements
from tests.reading.speech_reports import GAZA, MINDANAO, SUDAN, UKRAINE

Analyse = Callable[..., Analysis]

DAYS = {SUDAN: "2024-05-12", MINDANAO: "2012-10-12", UKRAINE: "2023-04-30", GAZA: "2024-04-30"}


@pytest.fixture(scope="module")
def analysed(analyse: Analyse) -> Callable[[str], Analysis]:
    """Return a function that analyses each report once."""
    return cache(lambda text: analyse(text, published=DAYS[text]))


@pytest.mark.parametrize("text", DAYS, ids=["sudan", "mindanao", "ukraine", "gaza"])
def test_every_item_stands_in_its_sentence(analysed: Callable[[str], Analysis], text: str) -> None:
    analysis = analysed(text)
    spans = {one.span for one in analysis.sentences}
    found = [*find_statements(analysis), *find_positions(analysis)]
    assert len(found) > 12
    for one in found:
        assert one.span in spans
        assert one.cue is not None
        assert one.cue.word == " ".join(text[slice(*one.cue.span)].split())
        assert one.focus is not None
        assert one.span[0] <= one.focus[0] < one.focus[1] <= one.span[1]
        if one.kind == "statements":
            assert one.fields["by"]
            assert one.fields["content"]


@pytest.mark.parametrize(
    ("text", "cue", "act", "content"),
    [
        (SUDAN, "ruled out", "refuse", "negotiations with the paramilitary"),
        (SUDAN, "saying", "promise", "the army would fight"),
        (SUDAN, "denies", "say", "arming the group"),
        (SUDAN, "proposed", "say", "a summit"),
        (SUDAN, "fear", "say", "the city could fall"),
        (MINDANAO, "denounced", "accuse", "the talks"),
        (MINDANAO, "vowed", "threaten", "to resume its war unless it was given a seat"),
        (MINDANAO, "described", "say", "the demand for a blanket amnesty as unacceptable"),
        (MINDANAO, "saying", "say", "the cabinet was split"),
        (UKRAINE, "turned down", "refuse", "a Russian proposal"),
        (UKRAINE, "questioned", "doubt", "China's claim"),
        (UKRAINE, "doubt", "doubt", "Russia was serious"),
        (UKRAINE, "ruled out", "refuse", "ceding territory"),
        (GAZA, "vowed", "threaten", "to press on with the offensive"),
        (GAZA, "calling", "say", "it"),
    ],
)
def test_statements_of_reports(
    analysed: Callable[[str], Analysis], text: str, cue: str, act: str, content: str
) -> None:
    found = find_statements(analysed(text))
    assert any(
        one.fields["cue"] == cue
        and one.fields["act"] == act
        and one.fields["content"].startswith(content)
        for one in found
    )


@pytest.mark.parametrize(
    ("text", "party", "stance", "condition"),
    [
        (SUDAN, "egypt", "opposes any settlement", {}),
        (SUDAN, "sudan", "would fight", {"until": "the last rebel lays down his weapon"}),
        (MINDANAO, "milf", "will keep their guns", {"until": "the last detainee walks free"}),
        (MINDANAO, "mnlf", "vowed to resume", {"unless": "it was given a seat at the table"}),
        (MINDANAO, "japan", "supports the peace process", {}),
        (UKRAINE, "hungary", "opposes new sanctions", {}),
        (UKRAINE, "russia", "would consider a summit", {"unless": "the four regions were"}),
        (GAZA, "hamas", "would not release any captive", {"unless": "a complete Israeli"}),
        (GAZA, "israel", "will not accept", {"until": "all 133 hostages are home"}),
    ],
)
def test_positions_of_reports(
    analysed: Callable[[str], Analysis],
    text: str,
    party: str,
    stance: str,
    condition: dict[str, str],
) -> None:
    found = find_positions(analysed(text))
    assert any(
        one.fields["party"] == party
        and one.fields["stance"].startswith(stance)
        and all(one.fields.get(key, "").startswith(words) for key, words in condition.items())
        for one in found
    )


def test_mediators_take_no_position(analysed: Callable[[str], Analysis]) -> None:
    for text in (SUDAN, MINDANAO, GAZA):
        parties = {one.fields["party"] for one in find_positions(analysed(text))}
        assert not parties & {"malaysia", "saudi_arabia", "au", "qatar"}
