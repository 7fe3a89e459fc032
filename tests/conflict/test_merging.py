"""States that mean the same: labels, order, members, moves, faults and what a review says."""

from __future__ import annotations

import random

import numpy as np
import pytest

from detente.conflict import compile_model, moves
from detente.conflict.differing import differing_members
from detente.conflict.model import ConflictModel
from detente.conflict.moves import list_moves
from detente.conflict.verify import literal_game
from detente.desk.checked import remarks_of
from detente.dossier import loads
from tests.conflict.games import random_dossier
from tests.conflict.written import HEAD, codes, dossier, faults, model, order

THREE = "options: {a: {x: Do x, z: Do z}, b: {y: Do y}}\n"
CARELESS = "preferences: {a: {indifferent: true}, b: {indifferent: true}}\n"


def labels(same: str, more: str = "", preferences: str = CARELESS) -> list[str]:
    return model(THREE + f"same: {same}\n" + more + preferences).labels()


def to(found: ConflictModel, label: str, party: int) -> list[str]:
    """Return the labels of the states that a party can move to."""
    return found.labels(moves(found, found.labels().index(label), party))


@pytest.mark.parametrize(
    ("same", "expected"),
    [
        ("[x]", ["NNN", "Y--", "NYN", "NNY", "NYY"]),
        ("[y]", ["NNN", "YNN", "NYN", "YYN", "--Y"]),
        ('["-Y-"]', ["NNN", "YNN", "-Y-", "NNY", "YNY"]),
        ("[x and y, z and not x and not y]", ["NNN", "YNN", "NYN", "YYN", "NNY", "Y-Y", "NYY"]),
        ("[x, z and x]", ["NNN", "Y--", "NYN", "NNY", "NYY"]),
        ("[x or not x]", ["---"]),
    ],
)
def test_a_merged_state_is_written_with_a_dash_where_its_members_differ(
    same: str, expected: list[str]
) -> None:
    assert labels(same) == expected


def test_a_dash_counts_as_no_in_any_order() -> None:
    found = model(THREE + 'infeasible: ["NNN"]\nsame: ["-N-"]\n' + CARELESS)
    assert found.labels() == ["-N-", "NYN", "YYN", "NYY", "YYY"]
    assert found.states.tolist() == [1, 2, 3, 6, 7]
    ranked = '{a: {ranking: ["NYN", "-N-", [YYN, NYY, YYY]]}, b: {indifferent: true}}'
    assert order(
        THREE + 'infeasible: ["NNN"]\nsame: ["-N-"]\npreferences: ' + ranked
    ) == [{"NYN"}, {"-N-"}, {"YYN", "NYY", "YYY"}]  # fmt: skip


def test_states_stand_by_their_label_even_where_its_lowest_reading_cannot_be() -> None:
    found = model(THREE + 'infeasible: ["YNN", "YYY"]\nsame: [x]\n' + CARELESS)
    assert found.labels() == ["NNN", "Y--", "NYN", "NNY", "NYY"]
    assert found.states.tolist() == [0, 3, 2, 4, 6]


def test_entries_that_share_a_state_unite() -> None:
    apart = ["NNN", "YN-", "NYN", "YY-", "NNY", "NYY"]
    assert labels('["YN-", "YY-"]') == apart
    assert labels('["YN-", "YY-", "YNN", "YYY"]') == apart
    assert labels('["YN-", "YY-", "Y-N"]') == ["NNN", "Y--", "NYN", "NNY", "NYY"]
    assert labels('["Y-N", "YN-", "YY-"]') == ["NNN", "Y--", "NYN", "NNY", "NYY"]


def test_an_entry_with_a_single_state_changes_nothing_but_the_form() -> None:
    found = model(THREE + "same: [x and y and z]\n" + CARELESS)
    assert found.labels() == ["NNN", "YNN", "NYN", "YYN", "NNY", "YNY", "NYY", "YYY"]
    assert to(found, "YYY", 1) == ["YYN"]


def test_the_moves_of_a_merged_state_are_those_of_its_members_without_loops() -> None:
    found = model(THREE + 'infeasible: ["YYN"]\nsame: [x]\n' + CARELESS)
    assert found.labels() == ["NNN", "Y--", "NYN", "NNY", "NYY"]
    assert to(found, "Y--", 0) == ["NNN", "NYN", "NNY", "NYY"]
    assert to(found, "Y--", 1) == []
    assert to(found, "NNN", 0) == ["Y--", "NYN"]
    assert model(THREE + CARELESS).merged is None


def test_one_way_options_hold_within_merged_states() -> None:
    found = model(THREE + "one_way: {x: taken, z: dropped}\nsame: [y]\n" + CARELESS)
    assert found.labels() == ["NNN", "YNN", "NYN", "YYN", "--Y"]
    assert to(found, "NYN", 0) == ["NNN", "YNN", "YYN"]
    assert to(found, "NNN", 0) == ["YNN"]
    assert to(found, "--Y", 1) == ["NNN", "YNN", "NYN", "YYN"]


@pytest.mark.parametrize("seed", range(3))
def test_merged_models_are_what_the_literal_reading_says(seed: int) -> None:
    checked = 0
    for number in range(150 * seed, 150 * (seed + 1)):
        text = random_dossier(random.Random(number))
        if "same:" not in text:
            continue
        read = loads(text)
        found, game = compile_model(read), literal_game(read)
        names = found.labels()
        assert set(names) == {game.state_of(pattern) for pattern in game.feasible}
        lists = list_moves(found)
        for party, name in enumerate(found.parties):
            values = [game.preference[name][label] for label in names]
            assert found.ranks[party].tolist() == [
                len({other for other in values if other < value}) for value in values
            ]
            for state, label in enumerate(names):
                expected = sorted(names.index(other) for other in game.moves(name, label))
                assert moves(found, state, party).tolist() == expected
                start = lists[party].start
                assert lists[party].to[start[state] : start[state + 1]].tolist() == expected
        checked += 1
    assert checked > 15


def test_statements_and_weights_read_the_lowest_member() -> None:
    merged = THREE + 'infeasible: ["YNN"]\nsame: [x]\npreferences:\n'
    assert order(merged + "  a: {statements: [z]}\n  b: {indifferent: true}\n") == [
        {"Y--", "NYN", "NYY"},
        {"NNN", "NNY"},
    ]
    assert order(merged + "  a: {weights: {y: 1}}\n  b: {indifferent: true}\n") == [
        {"NNY", "NYY"},
        {"NNN", "Y--", "NYN"},
    ]


def test_an_entry_that_no_state_meets_is_a_fault_with_its_place() -> None:
    text = THREE + "infeasible: [x and y]\nsame:\n  - z\n  - x and y\n" + CARELESS
    (fault,) = faults(text)
    assert (fault.code, codes(text)) == ("empty-merge", [("empty-merge", 5)])
    assert "`x and y`" in fault.message


def test_a_label_that_would_cover_a_state_outside_is_a_fault() -> None:
    text = THREE + "same:\n  - z and y\n  - (x or z) and not y\n" + CARELESS
    (fault,) = faults(text)
    assert (fault.code, codes(text)) == (
        "merge-label-covers-more",
        [("merge-label-covers-more", 4)],
    )
    assert "also covers NNN" in fault.message


def test_such_a_label_is_right_where_the_state_outside_cannot_be() -> None:
    assert labels("[(x or z) and not y]", "infeasible: ['NNN']\n") == [
        "--N", "NNY", "YNY", "NYY", "YYY",
    ]  # fmt: skip


def test_united_entries_tell_a_fault_at_the_first_of_them() -> None:
    text = THREE + 'same:\n  - "NNY"\n  - "YYN"\n  - "YN-"\n  - "Y-N"\n' + CARELESS
    assert codes(text) == [("merge-label-covers-more", 4)]
    assert "also covers YYY" in faults(text)[0].message


def test_today_may_be_a_merged_state() -> None:
    found = model(THREE + "same: [x]\nstatus_quo: [x, y]\n" + CARELESS)
    assert found.status_quo is not None
    assert found.label(found.status_quo) == "Y--"


def test_rankings_name_merged_states_by_their_label() -> None:
    ranked = (
        "preferences:\n  a: {ranking: [NNY, 'Y--', [NNN, NYN], NYY]}\n  b: {indifferent: true}\n"
    )
    assert order(THREE + "same: [x]\n" + ranked) == [{"NNY"}, {"Y--"}, {"NNN", "NYN"}, {"NYY"}]
    wrong = ranked.replace("'Y--'", "YNN")
    assert codes(THREE + "same: [x]\n" + wrong) == [
        ("ranking-misses-states", 4),
        ("ranking-unknown-state", 4),
    ]
    assert "misses Y--" in faults(THREE + "same: [x]\n" + wrong)[0].message


def test_a_review_warns_where_members_differ_in_what_is_read() -> None:
    read = dossier(
        THREE
        + "same: [x]\npreferences:\n"
        + "  a:\n    statements:\n"
        + "      - not x\n      - z if x\n      - any_order: [y, z or not z]\n"
        + "  b: {weights: {y: 1, x: 2}}\n"
    )
    found = compile_model(read)
    warned = [r for r in remarks_of(read, found) if r.code == "differing-members"]
    assert [(r.line - HEAD.count("\n"), r.message) for r in warned] == [
        (7, message("Alpha", "z if x")),
        (8, message("Alpha", "y")),
        (9, message("Beta", "y")),
    ]


def message(who: str, text: str) -> str:
    return (
        f"{who}: a statement or weight reads the members of the merged state Y-- differently "
        f"({text}); the lowest member, YNN, decides"
    )


def test_a_review_has_nothing_to_warn_of_without_merged_states() -> None:
    read = dossier(THREE + "preferences: {a: {statements: [x]}, b: {statements: [y]}}\n")
    assert differing_members(read, compile_model(read)) == []
    read = dossier(THREE + "same: [x]\npreferences: {a: {ranking: [NNN, 'Y--', NYN, NNY, NYY]},"
                   " b: {indifferent: true}}\n")  # fmt: skip
    assert differing_members(read, compile_model(read)) == []


def test_every_pattern_belongs_to_its_state() -> None:
    found = model(THREE + "same: [x]\n" + CARELESS)
    assert found.merged is not None
    assert found.merged.patterns.tolist() == list(range(8))
    owners = [found.label(state) for state in found.merged.state_of.tolist()]
    assert owners == ["NNN", "Y--", "NYN", "Y--", "NNY", "Y--", "NYY", "Y--"]
    assert np.array_equal(found.merged.varying, [0, 0b110, 0, 0, 0])
