"""From what a user writes to a state, a party or a concept; whatever is wrong is said plainly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.conflict import ConflictModel
from detente.conflict.lookup import find_party, find_state
from detente.errors import CallError
from tests.conflict.games import build
from tests.conflict.written import model

PLAIN = """\
options: {a: {x: Do x, z: Do z}, b: {y: Do y}}
status_quo: [y]
infeasible: [x and y and z]
names: {"YYN": Full speed, "Y-N": On the move, "x and not z and not y": New York, "NNN": NY,
        "-YY": "At  an end.", "-NY": full stop, "YNN": YY, "NYN": Full Stop, "x and y and z": Never}
preferences: {a: {statements: [x]}, b: {statements: [y]}}
"""
MERGED = """\
options: {a: {x: Do x, z: Do z}, b: {y: Do y}}
same: [x]
names: {"x": Alpha acts}
preferences: {a: {statements: [x]}, b: {statements: [y]}}
"""


@pytest.fixture(scope="module")
def plain() -> ConflictModel:
    return model(PLAIN)


@pytest.fixture(scope="module")
def merged() -> ConflictModel:
    return model(MERGED)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("YNN", "YNN"),
        ("  NNY\n", "NNY"),
        ("YY-", "YYN"),
        ("today", "NNY"),
        ("Today", "NNY"),
        ("STATUS QUO", "NNY"),
        ("status_quo", "NNY"),
        ("Full speed", "YYN"),
        ("full SPEED", "YYN"),
        ("New York", "YNN"),
        ("NY", "NNN"),
        ("YY", "YNN"),
        ("Full Stop", "NYN"),
        ("At  an end.", "NYY"),
        ("at an end", "NYY"),
    ],
)
def test_a_state_is_found(plain: ConflictModel, text: str, label: str) -> None:
    assert plain.label(find_state(plain, text)) == label


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", "unknown-state", "neither a pattern nor the name"),
        ("Ful speed", "unknown-state", "Did you mean “Full speed”? A pattern has 3 letters"),
        ("somewhere", "unknown-state", "A pattern has 3 letters, Y, N or -, one an option"),
        ("yNN", "unknown-state", "`yNN` is neither"),
        ("YN", "wrong-pattern", "YN has 2 letters, but there are 3 options"),
        ("YNNN", "wrong-pattern", "4 letters"),
        ("YYY", "infeasible-state", "no feasible state is YYY"),
        ("YY-Y", "wrong-pattern", "4 letters"),
        ("Never", "infeasible-state", "no feasible state is Never"),
        ("---", "several-states", "--- stands for 7 states"),
        ("Y--", "several-states", "Name a single one, such as YNN"),
        ("On the move", "several-states", "On the move stands for 2 states"),
        ("full stop", "several-states", "full stop stands for 2 states"),
        ("FULL STOP", "several-states", "FULL STOP stands for 3 states"),
    ],
)
def test_what_is_wrong_with_a_state(plain: ConflictModel, text: str, code: str, said: str) -> None:
    with pytest.raises(CallError) as error:
        find_state(plain, text)
    (fault,) = error.value.faults
    assert error.value.exit_code == 2
    assert fault.code == code
    assert said in f"{fault.message}. {fault.remedy}"


def test_today_has_to_be_known(merged: ConflictModel) -> None:
    with pytest.raises(CallError, match="no-status-quo"):
        find_state(merged, "today")


@pytest.mark.parametrize(
    ("text", "label"),
    [("Y--", "Y--"), ("YYN", "Y--"), ("YN-", "Y--"), ("NYN", "NYN"), ("Alpha acts", "Y--")],
)
def test_a_merged_state_is_found_by_its_label_and_its_members(
    merged: ConflictModel, text: str, label: str
) -> None:
    assert merged.label(find_state(merged, text)) == label


def test_patterns_over_several_merged_states_are_not_one(merged: ConflictModel) -> None:
    with pytest.raises(CallError, match="several-states: -NN stands for 2 states"):
        find_state(merged, "-NN")
    with pytest.raises(CallError, match="infeasible-state"):
        find_state(build([0], [0], [[0]], [[0]]), "Y")


def test_parties_are_found_by_id_and_name(plain: ConflictModel) -> None:
    for text in ("b", "B", " beta ", "Beta"):
        assert find_party(plain, text) == 1
    with pytest.raises(CallError) as error:
        find_party(plain, "c")
    (fault,) = error.value.faults
    assert (fault.code, error.value.exit_code) == ("unknown-player", 2)
    assert fault.message == "`c` is not a party with options"
    assert fault.remedy == "Use one of a, b"


def test_an_id_goes_before_a_name(plain: ConflictModel) -> None:
    swapped = replace(plain, party_names=("b", "a"))
    assert [find_party(swapped, text) for text in ("a", "b")] == [0, 1]
