"""States, moves and expressions in words."""

from __future__ import annotations

from typing import Any

import pytest

from detente.conflict.model import FREE
from detente.conflict.telling import Teller
from detente.dossier.expressions import (
    And,
    Count,
    Expression,
    If,
    Iff,
    Not,
    Or,
    Pattern,
    Taken,
)
from tests.conflict.games import build
from tests.conflict.written import model

TEXT = """\
options:
  a: {bomb: Go on bombing, talk: Talk}
  b: {sign: Sign the text}
status_quo: [bomb]
names: {"NYY": A settlement., "Y-N": The war}
preferences: {a: {indifferent: true}, b: {indifferent: true}}
"""
EACH = "Alpha would talk; Beta would sign the text"
BOMB, TALK, SIGN = Taken("a.bomb"), Taken("a.talk"), Taken("b.sign")


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(model(TEXT))


def state(teller: Teller, label: str) -> int:
    return teller.model.labels().index(label)


@pytest.mark.parametrize(
    ("label", "told", "inside"),
    [
        ("YNN", "The war", "“The war”"),
        ("NYY", "A settlement", "“A settlement”"),
        # It has the name of today's state, which would say that nothing changes.
        ("YYN", "As today, but Alpha would talk", "as today, but Alpha would talk"),
        (
            "NNY",
            "As today, but Alpha would no longer go on bombing; Beta would sign the text",
            "as today, but Alpha would no longer go on bombing; Beta would sign the text",
        ),
    ],
)
def test_a_state_is_its_name_or_its_difference_from_today(
    teller: Teller, label: str, told: str, inside: str
) -> None:
    assert teller.state(state(teller, label)) == told
    assert teller.inside(state(teller, label)) == inside


def test_what_has_a_name_can_be_told_plainly_too(teller: Teller) -> None:
    assert teller.plain(state(teller, "YNN")) == "As today"
    assert teller.plain(state(teller, "NYY")).startswith("As today, but Alpha would")
    assert teller.name(state(teller, "NNY")) is None


def test_a_move_is_what_the_mover_chooses(teller: Teller) -> None:
    before, after = state(teller, "YNN"), state(teller, "NYY")
    assert teller.change(before, after, 0) == "no longer to go on bombing and to talk"
    assert teller.change(before, after, 1) == "to sign the text"
    assert teller.change(before, after) == (
        "no longer to go on bombing, to talk and to sign the text"
    )
    assert teller.change(before, before) == "to act otherwise"
    assert teller.action(before, after, 0) == "No longer go on bombing and talk"
    assert teller.action(before, before, 1) == "Act otherwise"


def test_what_ends_may_be_told_as_stopping(teller: Teller) -> None:
    stops = Teller(teller.model, stops=True)
    before, after = state(teller, "YNN"), state(teller, "NNN")
    assert stops.change(before, after, 0) == "to stop bombing"
    assert stops.plain(after) == "As today, but Alpha would stop bombing"


@pytest.mark.parametrize(
    ("letters", "told"),
    [
        ("---", "Any outcome"),
        ("YNN", "As today"),
        ("Y-N", "As today; either way: Alpha to talk"),
        ("YYN", "As today, but Alpha would talk"),
        ("-YY", "Alpha would talk; Beta would sign the text; all else either way"),
        ("NYY", "As today, but Alpha would no longer go on bombing and would talk; "
                "Beta would sign the text"),
    ],
)  # fmt: skip
def test_a_pattern_says_what_its_states_share(teller: Teller, letters: str, told: str) -> None:
    assert teller.pattern(letters) == told


def test_without_a_today_a_pattern_says_all_that_is_settled() -> None:
    teller = Teller(model(TEXT.replace("status_quo: [bomb]\n", "")))
    assert teller.pattern("Y-N") == (
        "Alpha would go on bombing; Beta would not sign the text; all else either way"
    )
    assert teller.pattern("YNN") == (
        "Alpha would go on bombing and would not talk; Beta would not sign the text"
    )
    assert teller.plain(0) == "None of the options is taken"


def test_states_that_cannot_be_told_apart_say_that_something_is_open() -> None:
    twins = build([0, 0], [FREE, FREE], [[0b00, 0b11], [0b01, 0b10]], [[0, 1]], 0)
    assert twins.labels() == ["--", "--"]
    assert Teller(twins).state(1) == "As today, but some options are left open"


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (BOMB, "Alpha would go on bombing"),
        (Not(TALK), "Alpha would not talk"),
        (Not(Not(SIGN)), "Beta would sign the text"),
        (And((TALK, SIGN)), "Alpha would talk and Beta would sign the text"),
        (Or((TALK, SIGN)), "either Alpha would talk or Beta would sign the text"),
        (Not(And((TALK, SIGN))), "either Alpha would not talk or Beta would not sign the text"),
        (Not(Or((TALK, SIGN))), "Alpha would not talk and Beta would not sign the text"),
        (If(TALK, SIGN), "Alpha would talk, should Beta sign the text"),
        (Not(If(TALK, SIGN)), "Beta would sign the text and Alpha would not talk"),
        (Iff(TALK, SIGN), "Alpha would talk, should Beta sign the text, and only then"),
        (Not(Iff(TALK, SIGN)), "Alpha would talk, should Beta not sign the text, and only then"),
        (Pattern("-YN"), "Alpha would talk and Beta would not sign the text"),
        (Pattern("---"), "Any outcome"),
        (Not(Pattern("-Y-")), "it is not so that Alpha would talk"),
        (Count(1, 1, (TALK, SIGN)), f"exactly 1 of these: {EACH}"),
        (Count(1, None, (TALK, SIGN)),
         f"at least 1 of these: {EACH}"),
        (Count(0, 1, (TALK, SIGN)), f"at most 1 of these: {EACH}"),
        (Count(1, 2, (TALK, SIGN)),
         f"between 1 and 2 of these: {EACH}"),
        (And((TALK, Or((BOMB, SIGN)))),
         "Alpha would talk and (either Alpha would go on bombing or Beta would sign the text)"),
    ],
    ids=str,
)  # fmt: skip
def test_expressions_are_sentences(teller: Teller, expression: Expression, told: str) -> None:
    assert teller.fact(expression) == told


def test_a_wish_leaves_out_who_wishes(teller: Teller) -> None:
    assert teller.wish(TALK, 0) == "to talk"
    assert teller.wish(TALK, 1) == "Alpha to talk"
    assert teller.wish(Not(SIGN), 1) == "not to sign the text"


def test_what_is_no_expression_is_a_defect(teller: Teller) -> None:
    nothing: Any = None
    with pytest.raises(TypeError, match="not an expression"):
        teller.fact(nothing)
