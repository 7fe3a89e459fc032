"""The answer about coalitions: what it says, its limits, and bad input."""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from detente.conflict import CoalitionsResult, ConflictModel, coalitions, stability
from detente.conflict.coalitions import COALITION_CONCEPTS, Jump, gains_together
from detente.conflict.coalitions.masks import find_coalition
from detente.conflict.verify import check_coalitions, coalition_stable, literal_from_model
from detente.errors import CallError, DetenteError, SizeError
from tests.conflict.games import build, random_model, wide_model
from tests.conflict.written import dossier, model

PRISONERS = """
options: {a: {x: Keep silent}, b: {y: Keep silent}}
status_quo: []
preferences:
  a: {ranking: ["NY", "YY", "NN", "YN"]}
  b: {ranking: ["YN", "YY", "NN", "NY"]}
"""
"""The prisoner's dilemma: today both defect, and both would rather both kept silent."""


def limit(monkeypatch: pytest.MonkeyPatch, module: str, **values: int) -> None:
    for name, value in values.items():
        monkeypatch.setattr(sys.modules[f"detente.conflict.coalitions.{module}"], name, value)


def fault(error: pytest.ExceptionInfo[DetenteError]) -> str:
    (found,) = error.value.faults
    return found.code


def test_the_dilemma_in_data() -> None:
    told = json.loads(coalitions(model(PRISONERS)).to_json())
    assert told["coalitions"] == ["a", "b", "a+b"]
    assert told["counts"] == {
        "states": 4, "coalitions": 3, "cnash": 0, "cgmr": 1, "csmr": 1, "cseq": 1, "jumps": 1,
    }  # fmt: skip
    assert told["improvements"] == {"a": {}, "b": {}, "a+b": {"NN": ["YY"]}}
    assert told["stable"] == {"cnash": [], "cgmr": ["YY"], "csmr": ["YY"], "cseq": ["YY"]}
    way = {
        "compared": 2,
        "steps": [{"by": "a", "from": "NN", "to": "YN"}, {"by": "b", "from": "YN", "to": "YY"}],
        "turns": [{"party": "b", "at": "YN", "tempted": True, "sacrifice": True, "exposed": ["a"]}],
        "trust": [{"who": "a", "whom": "b", "tempted": True}],
        "outside": {"better": [], "worse": []},
    }
    assert told["today"]["state"] == "NN"
    assert told["today"]["stable"] == {
        "a": list(COALITION_CONCEPTS), "b": list(COALITION_CONCEPTS), "a+b": [],
    }  # fmt: skip
    (together,) = told["today"]["together"]
    assert together["coalition"] == ["a", "b"]
    assert (together["to"], together["way"]) == ("YY", way)
    (jump,) = told["jumps"]
    assert jump == {
        "from": "NN", "to": "YY", "coalition": ["a", "b"],
        "concepts": ["gmr", "smr", "seq", "sseq", "sim"], "minimal": True, "way": way,
    }  # fmt: skip
    assert told["meta"]["method"] == "coalitions"
    assert told["meta"]["parameters"]["coalitions"] is None


def test_the_dilemma_in_words() -> None:
    text = " ".join(coalitions(model(PRISONERS)).to_text().split())
    assert text.startswith("4 states, 2 parties, 3 coalitions Today: NN As today")
    assert "Against all these coalitions together it holds under no concept." in text
    assert "Nothing holds these back: Alpha and Beta." in text
    assert "Alpha and Beta would each rather have YY: as today, but Alpha would keep silent" in text
    assert (
        "1. Alpha to choose to keep silent: YN "
        "Beta could stop here and be better off than at the end. "
        "That would leave Alpha worse off than today. "
        "2. Beta to choose to keep silent: YY "
        "Alpha would have to trust Beta." in text
    )
    assert "Equilibrium jumps, from one state that holds to another: 1," in text
    assert "Both ends hold under GMR, SMR, SEQ, SSEQ and SIM." in text


def test_the_dilemma_in_rows() -> None:
    result = coalitions(model(PRISONERS))
    rows = list(csv.DictReader(io.StringIO(result.to_csv())))
    assert [row["what"] for row in rows] == ["stable", "improvement", "jump"]
    assert rows[0]["from"] == "YY"
    assert rows[0]["concepts"] == "cgmr csmr cseq"
    assert {row["coalition"] for row in rows[1:]} == {"a+b"}
    assert {row["trust"] for row in rows[1:]} == {"a>b"}
    assert rows[2]["minimal"] == "True"
    assert "<caption>4 states, 2 parties, 3 coalitions</caption>" in result._repr_html_()


def test_today_not_known() -> None:
    conflict = model(PRISONERS.replace("status_quo: []\n", ""))
    told = coalitions(conflict).content()
    assert told["improvements"] is None
    assert told["today"] is None
    assert len(told["jumps"]) == 1
    text = coalitions(conflict).to_text()
    assert "Today's state is not known." in text
    assert "with --all-states" in text
    assert "worse off than at the start" in text
    every = coalitions(conflict, states=range(conflict.size)).content()
    assert every["improvements"]["a+b"] == {"NN": ["YY"]}


def test_one_coalition() -> None:
    conflict = model(PRISONERS)
    result = coalitions(conflict, [[1, 0]])
    told = result.content()
    assert told["coalitions"] == ["a+b"]
    assert told["stable"]["cnash"] == ["YN", "NY", "YY"]
    assert result.manifest.parameters["coalitions"] == ["a+b"]
    assert result.title() == "4 states, 2 parties, 1 coalition"
    assert not result.stable_for(0, [0, 1], "cgmr")
    assert result.stable_for(3, [0, 1], "cnash")
    alone = coalitions(conflict, [[0], [1], [0]])
    assert alone.content()["coalitions"] == ["a", "b"]
    assert alone.jumps == ()
    text = " ".join(alone.to_text().split())
    assert "There is no equilibrium jump" in text
    assert "no two or more of these parties could bring about together" in text
    assert "Against all these coalitions it holds under CNash, CGMR, CSMR and CSEQ." in text


def test_one_party_alone() -> None:
    conflict = build([0, 0], [0, 0], [[0], [1], [2], [3]], [[3, 1, 2, 2]], 1)
    told = coalitions(conflict).content()
    assert told["improvements"] == {"p0": {"YN": ["NN", "NY", "YY"]}}
    assert told["stable"] == {concept: ["NN"] for concept in COALITION_CONCEPTS}


def test_no_concept_of_that_name() -> None:
    with pytest.raises(CallError) as error:
        coalitions(model(PRISONERS)).states("nash")
    assert fault(error) == "unknown-concept"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ([[]], "empty-coalition"),
        ([[0, 1], [1, 1]], "repeated-member"),
        ([[0, 2]], "unknown-player"),
        ([[-1]], "unknown-player"),
    ],
)
def test_coalitions_that_are_none(asked: Sequence[Sequence[int]], code: str) -> None:
    with pytest.raises(CallError) as error:
        coalitions(model(PRISONERS), asked)
    assert fault(error) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a+c", "unknown-player"),
        ("a+b+Alpha", "repeated-member"),
        ("", "empty-coalition"),
        ("a+", "empty-coalition"),
        ("a + Beta ++", "empty-coalition"),
    ],
)
def test_texts_that_name_no_coalition(text: str, code: str) -> None:
    with pytest.raises(CallError) as error:
        find_coalition(model(PRISONERS), text)
    assert fault(error) == code


def test_texts_that_name_a_coalition() -> None:
    assert find_coalition(model(PRISONERS), "Beta + a") == (1, 0)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    conflict = model(PRISONERS)
    for module, name in (
        ("masks", "MAX_PARTIES"),
        ("reaching", "MAX_LINKS"),
        ("solving", "MAX_WORK"),
        ("jumps", "MAX_IMPROVEMENTS"),
    ):
        with monkeypatch.context() as patch:
            limit(patch, module, **{name: 0 if name != "MAX_PARTIES" else 1})
            with pytest.raises(SizeError) as error:
                coalitions(conflict)
        assert fault(error) == {
            "MAX_PARTIES": "too-many-parties",
            "MAX_IMPROVEMENTS": "too-many-improvements",
        }.get(name, "too-many-joint-moves")


def test_what_is_listed_is_bounded_and_the_rest_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    conflict = next(
        found
        for found in (random_model(random.Random(seed)) for seed in range(500))
        if found.status_quo is not None
        and len(coalitions(found).together) > 3
        and coalitions(found).jump_count > 5
        and len(coalitions(found).states("cgmr")) > 2
    )
    whole = coalitions(conflict)
    limit(monkeypatch, "content", LISTED=2)
    limit(monkeypatch, "answer", MAX_WAYS=2)
    limit(monkeypatch, "report", SHOWN=2, SHOWN_JUMPS=1)
    cut = coalitions(conflict)
    told = cut.content()
    assert told["counts"] == whole.content()["counts"]
    assert len(told["stable"]["cgmr"]) == 2 < told["counts"]["cgmr"]
    assert len(told["today"]["together"]) == 2
    assert sum(jump["way"] is not None for jump in told["jumps"]) <= 4
    assert len(told["jumps"]) == whole.jump_count
    text = cut.to_text()
    assert f"… and {len(cut.together) - 2:,} more" in text
    assert f"… and {cut.jump_count - 1:,} more" in text
    every = coalitions(conflict, states=range(conflict.size))
    assert len(every.content()["stable"]["cgmr"]) == every.content()["counts"]["cgmr"]


def test_many_coalitions_that_nothing_holds_back_are_counted() -> None:
    n = 4
    values = [[bits.bit_count() for bits in range(1 << n)] for _ in range(n)]
    conflict = build(list(range(n)), [0] * n, [[p] for p in range(1 << n)], values, 0)
    text = " ".join(coalitions(conflict).to_text().split())
    assert "; and 9 more." in text


def test_what_can_be_done_together_without_the_rest() -> None:
    found = 0
    for seed in range(40):
        conflict = random_model(random.Random(seed), seed % 2 == 0)
        if conflict.status_quo is not None:
            together = gains_together(conflict, conflict.status_quo)
            assert together == coalitions(conflict).together
            found += len(together)
    assert found > 10


def test_threads_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(5):
        conflict = random_model(random.Random(seed))
        with monkeypatch.context() as patch:
            limit(patch, "reaching", FEW_STATES=0)
            threaded = coalitions(conflict)
        alone = coalitions(conflict)
        assert np.array_equal(threaded.verdicts, alone.verdicts)
        assert threaded.to_json() == alone.to_json()


def test_where_only_the_gain_is_at_risk_and_what_others_make_of_it() -> None:
    # NNN, YNN, YYN: the first moves and gains, the second would rather stop there.
    ranks = [[0, 1, 2], [0, 2, 1], [1, 0, 0], [0, 0, 1]]
    conflict = build([0, 1, 2, 3], [0] * 4, [[0], [1], [3]], ranks, 0)
    result = coalitions(conflict)
    (way,) = [result.ways[0, one.to, one.mask] for one in result.together]
    assert [turn.tempted for turn in way.turns] == [True]
    assert way.trust(tempted=True) == ()
    assert (way.better, way.worse) == ((3,), (2,))
    text = " ".join(result.to_text().split())
    assert (
        "Party 3 would gain by it as well. Party 2 would lose by it. "
        "Nobody would be worse off than before if that happened: only the gain is at risk." in text
    )


def test_a_known_stability_is_used_and_named() -> None:
    conflict = model(PRISONERS)
    nothing = stability(conflict)
    nothing = replace(nothing, equilibrium=np.zeros_like(nothing.equilibrium))
    assert coalitions(conflict, result=nothing).jumps == ()


# Derived again


@pytest.mark.parametrize("merged", [False, True])
def test_answers_are_confirmed(merged: bool) -> None:
    for seed in range(25):
        conflict = random_model(random.Random(seed), merged)
        found = check_coalitions(coalitions(conflict, states=range(conflict.size)), budget=None)
        assert found.agrees, (seed, found.disagreements)
        assert found.complete
        assert found.states_checked == conflict.size
        assert found.to_text().startswith(f"All {found.verdicts:,} verdicts and claims")


def test_an_answer_is_held_against_its_dossier() -> None:
    written = dossier(PRISONERS)
    result = coalitions(model(PRISONERS))
    found = check_coalitions(result, written)
    assert found.agrees
    assert found.complete
    turned = replace(result.model, ranks=3 - result.model.ranks)
    assert not check_coalitions(coalitions(turned), written).agrees
    stranger = coalitions(random_model(random.Random(0)))
    assert check_coalitions(stranger, written).checked == 0


def lies(result: CoalitionsResult) -> list[CoalitionsResult]:
    """Return the answer with one thing wrong each."""
    verdicts = result.verdicts.copy()
    verdicts[2, 3] ^= 8
    stable = result.stable.copy()
    stable[3] ^= 1
    none: dict[int, Any] = {**result.improvements, 3: np.zeros((0, 2), np.int32)}
    more: dict[int, Any] = {**result.improvements, 1: np.array([[0, 1]], np.int32)}
    (jump,) = result.jumps
    return [
        replace(result, verdicts=verdicts),
        replace(result, stable=stable),
        replace(result, improvements=none),
        replace(result, improvements=more),
        *(
            replace(result, jumps=(wrong,))
            for wrong in (
                replace(jump, to=1),
                replace(jump, concepts=1),
                replace(jump, concepts=0),
                replace(jump, mask=1),
                Jump(0, 3, 1, 2, True),
            )
        ),
    ]


def test_every_lie_is_found() -> None:
    told = coalitions(model(PRISONERS))
    assert check_coalitions(told).agrees
    for number, wrong in enumerate(lies(told)):
        assert not check_coalitions(wrong).agrees, number


def test_a_wrong_jump_is_found_however_late(monkeypatch: pytest.MonkeyPatch) -> None:
    check_module = sys.modules["detente.conflict.verify.check_coalitions"]
    monkeypatch.setattr(check_module, "FIRST_JUMPS", 1)
    told = coalitions(model(PRISONERS))
    (jump,) = told.jumps
    for jumps in ((replace(jump, to=1), jump, jump), (jump, replace(jump, to=1), jump)):
        assert check_coalitions(replace(told, jumps=jumps)).wrong == 1


def test_a_check_ends_with_its_budget() -> None:
    conflict = wide_model(3, 8, 3)
    result = coalitions(conflict)
    found = check_coalitions(result, budget=200_000)
    assert found.agrees
    assert not found.complete
    assert found.checked > 50
    assert "were not checked" in " ".join(found.to_text().split())
    small = check_coalitions(result, budget=0)
    assert small.checked == 0
    capped = check_coalitions(result, budget=20_000, cap=40)
    assert capped.agrees
    assert capped.unfinished > 0


@pytest.mark.untraced
@pytest.mark.parametrize(("seed", "options", "parties"), [(1, 9, 3), (2, 10, 4), (4, 10, 5)])
def test_wider_conflicts(seed: int, options: int, parties: int) -> None:
    conflict = wide_model(seed, options, parties)
    found = check_coalitions(coalitions(conflict), budget=1_500_000)
    assert found.agrees, found.disagreements
    assert found.checked > 40


def test_verdicts_can_be_asked_one_by_one() -> None:
    conflict: ConflictModel = random_model(random.Random(3))
    result, game = coalitions(conflict), literal_from_model(conflict)
    for concept in COALITION_CONCEPTS:
        for state, label in enumerate(conflict.labels()):
            literal = coalition_stable(game, game.parties[:2], label, concept)
            assert result.stable_for(state, [0, 1], concept) == literal
