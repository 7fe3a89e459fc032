"""The answer of ``stability``: which kernel, the JSON that programs rely on, rows, words, views."""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import FrozenInstanceError, replace
from html import unescape
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from detente.conflict import CONCEPTS, StabilityResult, compile_model, stability
from detente.conflict.model import FREE, ConflictModel
from detente.conflict.verify import equilibrium, literal_from_model, stable
from detente.dossier import loads
from detente.errors import CallError
from detente.version import VERSION
from tests.conflict.games import build, random_model, wide_model
from tests.conflict.written import CARELESS, HEAD, TWO, model

MODULE = import_module("detente.conflict.stability")
DILEMMA = """\
options: {a: {x: Do x}, b: {y: Do y}}
status_quo: []
preferences: {a: {ranking: [YN, NN, YY, NY]}, b: {ranking: [NY, NN, YY, YN]}}
"""
MERGED = """\
options: {a: {x: Do x}, b: {y: Do y}}
same: [x]
preferences: {a: {statements: [y]}, b: {statements: [x]}}
"""


def careless(options: int) -> ConflictModel:
    """Return a conflict of two parties that do not care, with all states feasible."""
    owner = [k * 2 // options for k in range(options)]
    size = 1 << options
    small = build(owner, [FREE] * options, [[0]], [[0], [0]], 0)
    return replace(small, states=np.arange(size), ranks=np.zeros((2, size), np.int32))


def test_the_json_is_what_other_programs_rely_on() -> None:
    told = json.loads(stability(model(DILEMMA), source="f00").to_json())
    everyone = ["gmr", "smr", "seq", "sseq", "sim"]
    nash = ["nash", *everyone]
    assert told == {
        "options": [
            {"id": "a.x", "party": "a", "text": "Do x"},
            {"id": "b.y", "party": "b", "text": "Do y"},
        ],
        "status_quo": "NN",
        "counts": {"states": 4, "nash": 1, "gmr": 2, "smr": 2, "seq": 2, "sseq": 2, "sim": 2},
        "equilibria": {"nash": ["YY"], **{concept: ["NN", "YY"] for concept in everyone}},
        "states": [
            {"state": "NN", "stable": {"a": everyone, "b": everyone}, "equilibrium": everyone},
            {"state": "YN", "stable": {"a": nash, "b": []}, "equilibrium": []},
            {"state": "NY", "stable": {"a": [], "b": nash}, "equilibrium": []},
            {"state": "YY", "stable": {"a": nash, "b": nash}, "equilibrium": nash},
        ],
        "meta": {
            "version": VERSION,
            "input": "f00",
            "method": "stability",
            "parameters": {"kernel": "general"},
            "seed": None,
        },
    }
    assert list(told) == ["options", "status_quo", "counts", "equilibria", "states", "meta"]
    assert list(told["counts"]) == ["states", *CONCEPTS]
    assert list(told["equilibria"]) == list(CONCEPTS)


def test_what_is_not_known_or_not_computed_is_null() -> None:
    told = stability(model(MERGED)).content()
    assert told["status_quo"] is None
    assert told["counts"]["sim"] is None
    assert told["equilibria"]["sim"] is None
    assert set(told["equilibria"]) == set(told["counts"]) - {"states"} == set(CONCEPTS)
    assert [entry["state"] for entry in told["states"]] == ["NN", "Y-", "NY"]
    assert all("sim" not in entry["equilibrium"] for entry in told["states"])


@pytest.mark.parametrize("merged", [False, True])
def test_counts_lists_and_verdicts_agree_with_each_other_and_the_definitions(merged: bool) -> None:
    for seed in range(30):
        model_ = random_model(random.Random(seed), merged)
        game, names = literal_from_model(model_), model_.labels()
        result = stability(model_)
        assert result.has_sim is (model_.merged is None)
        assert result.concepts == CONCEPTS[: 6 if result.has_sim else 5]
        told = result.to_dict()
        for concept in result.concepts:
            expected = [label for label in names if equilibrium(game, label, concept)]
            assert result.labels(concept) == told["equilibria"][concept] == expected
            assert told["counts"][concept] == len(expected) == len(result.states(concept))
            for state, entry in enumerate(told["states"]):
                assert (concept in entry["equilibrium"]) is (entry["state"] in expected)
                for party, name in enumerate(model_.parties):
                    literal = stable(game, name, names[state], concept)
                    assert result.stable_for(state, party, concept) is literal
                    assert (concept in entry["stable"][name]) is literal


def test_at_most_a_thousand_equilibria_are_listed_and_all_counted() -> None:
    result = stability(careless(11))
    told = result.content()
    assert told["counts"] == {"states": 2048, **dict.fromkeys(CONCEPTS, 2048)}
    assert {concept: len(told["equilibria"][concept]) for concept in CONCEPTS} == dict.fromkeys(
        CONCEPTS, 1000
    )
    assert told["equilibria"]["gmr"] == result.model.labels(range(1000))
    assert len(told["states"]) == 2048


def test_states_of_a_large_conflict_are_listed_only_where_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MODULE, "LISTED_STATES", 64)
    assert "states" in stability(careless(6)).content()
    large = stability(careless(7))
    assert "states" not in large.content()
    assert list(large.to_dict())[-1] == "meta"
    everything = large.with_all_states()
    assert len(everything.content()["states"]) == 128
    assert "states" not in large.content()
    assert everything.verdicts is large.verdicts


def test_the_limit_of_listed_states() -> None:
    assert MODULE.LISTED_STATES == 65_536
    assert MODULE.LISTED_EQUILIBRIA == 1_000
    at_limit, above = careless(16), careless(17)
    bits = np.zeros((2, 1 << 17), np.uint8)
    few = stability(model(TWO + CARELESS))
    small = replace(
        few, model=at_limit, verdicts=bits[:, : 1 << 16], equilibrium=bits[0, : 1 << 16]
    )
    large = replace(few, model=above, verdicts=bits, equilibrium=bits[0])
    assert len(small.content()["states"]) == 65_536
    assert "states" not in large.content()


def test_rows_tell_each_state_with_its_meaning() -> None:
    rows = list(stability(model(DILEMMA)).rows())
    assert rows[1] == {
        "state": "YN",
        "a": "nash gmr smr seq sseq sim",
        "b": "",
        "equilibrium": "",
        "meaning": "As today, but Alpha would do x",
    }
    assert rows[0]["meaning"] == "As today"
    assert {tuple(row) for row in rows} == {("state", "a", "b", "equilibrium", "meaning")}


def test_csv_guards_against_cells_that_a_spreadsheet_would_run() -> None:
    text = DILEMMA.replace("status_quo: []", 'names: {NN: "=1+1", YN: "+x", NY: "@y", YY: "-z"}')
    told = stability(model(text)).to_csv()
    read = list(csv.DictReader(io.StringIO(told, newline="")))
    assert [row["meaning"] for row in read] == ["'=1+1", "'+x", "'@y", "'-z"]
    merged = stability(model(DILEMMA.replace("status_quo: []", 'same: ["-Y"]').replace(
        "ranking: [YN, NN, YY, NY]", "indifferent: true").replace(
        "ranking: [NY, NN, YY, YN]", "indifferent: true"))).to_csv()  # fmt: skip
    assert "\r\n'-Y," in merged


def test_parties_named_like_a_column_keep_their_own() -> None:
    text = DILEMMA.replace("a:", "state:").replace("b:", "meaning:").replace("c:", "equilibrium:")
    head = HEAD.replace("{a:", "{state:").replace(", b:", ", meaning:")
    read = compile_model(loads(head + "".join(f"  {line}\n" for line in text.splitlines())))
    rows = list(stability(read).rows())
    assert list(rows[0]) == ["state", "state (party)", "meaning (party)", "equilibrium", "meaning"]
    assert [row["state"] for row in rows] == ["NN", "YN", "NY", "YY"]
    assert [row["meaning (party)"] for row in rows][1] == ""
    assert rows[1]["meaning"] == "As today, but Alpha would do x"


def test_the_notebook_view_escapes_hostile_text() -> None:
    nasty = "<script>alert(1)</script>"
    text = DILEMMA.replace("status_quo: []", f'names: {{NN: "{nasty}", YN: "a\\" onload=x"}}')
    view = stability(model(text))._repr_html_()
    assert "<script" not in view
    assert nasty in unescape(view)
    assert view.count("<td>") == view.count("</td>") == 4 * 5
    assert "A&quot; onload=x" in view
    assert view.startswith("<table><caption>4 states, 2 parties, general kernel</caption>")


def test_a_long_view_shows_the_first_states_and_says_so() -> None:
    view = stability(careless(6))._repr_html_()
    assert view.count("<tr>") == 51
    assert "rows()" in view


def test_a_result_is_frozen_to_its_arrays() -> None:
    result: Any = stability(model(DILEMMA))
    with pytest.raises(FrozenInstanceError):
        result.kernel = "fast"
    with pytest.raises(ValueError, match="read-only"):
        result.verdicts[0, 0] = 0
    with pytest.raises(ValueError, match="read-only"):
        result.equilibrium[0] = 0
    with pytest.raises(FrozenInstanceError):
        result.manifest.method = "guess"


def test_unknown_concepts_and_kernels_are_a_mistake_of_the_call() -> None:
    result = stability(model(DILEMMA))
    for ask in (result.states, result.labels, lambda c: result.stable_for(0, 0, c)):
        with pytest.raises(CallError, match="unknown-concept") as error:
            ask("NASH")
        assert "nash, gmr, smr, seq, sseq, sim" in error.value.faults[0].remedy
    wrong: Any = "quick"
    with pytest.raises(CallError, match="unknown-kernel"):
        stability(model(DILEMMA), wrong)


def test_the_fast_kernel_is_refused_where_it_does_not_apply() -> None:
    with pytest.raises(CallError, match="no-grid") as error:
        stability(model(MERGED), "fast")
    assert error.value.exit_code == 2
    assert error.value.faults[0].remedy == "Use the general kernel"


def test_small_conflicts_are_listed_and_larger_ones_laid_out() -> None:
    assert stability(model(DILEMMA)).kernel == "general"
    assert stability(model(DILEMMA), "fast").kernel == "fast"
    wide = wide_model(1, options=12, parties=2)
    assert wide.size > 2000
    chosen = stability(wide)
    assert chosen.kernel == "fast"
    other = stability(wide, "general")
    assert other.manifest.parameters == {"kernel": "general"}
    assert np.array_equal(chosen.verdicts, other.verdicts)
    assert np.array_equal(chosen.equilibrium, other.equilibrium)


def text_of(conflict: str) -> str:
    return stability(model(conflict)).to_text()


def test_it_is_told_in_words() -> None:
    lines = [
        "4 states, 2 parties, general kernel",
        "Today: NN  As today",
        "  It holds under GMR, SMR, SEQ, SSEQ and SIM.",
        "  Alpha: holds under GMR, SMR, SEQ, SSEQ and SIM",
        "  Beta: holds under GMR, SMR, SEQ, SSEQ and SIM",
        "States that hold (equilibria)",
        "Nash 1 no party can do better by a move of its own",
        "GMR 2 whoever moves can be brought down by the others, at whatever cost to themselves",
        "SMR 2 as GMR, and the mover could not escape by moving again",
        "SEQ 2 whoever moves can be brought down by answers that serve those who give them",
        "SSEQ 2 as SEQ, and the mover could not escape by moving again",
        "SIM 2 whoever moves may be brought down by others who improve at the same moment",
        "State Nash GMR SMR SEQ SSEQ SIM",
        "YY yes yes yes yes yes yes As today, but Alpha would do x; Beta would do y",
        "NN . yes yes yes yes yes As today",
    ]
    assert text_of(DILEMMA).split() == " ".join(lines).split()


def test_what_is_not_there_is_said_in_words() -> None:
    assert "Today's state is not known." in text_of(MERGED)
    assert "SIM  not computed" in text_of(MERGED)
    moving = DILEMMA.replace("status_quo: []", "status_quo: [x]")
    assert "  It holds under no concept.\n" in text_of(moving)
    assert "  Beta: would move; holds under no concept\n" in text_of(moving)
    one = "options: {a: {x: Do x}}\ninfeasible: [x]\npreferences: {a: {indifferent: true}}\n"
    assert text_of(one).startswith("1 state, 1 party, general kernel\n")


def test_a_conflict_where_nothing_holds_says_so() -> None:
    result = stability(model(DILEMMA))
    none = replace(result, equilibrium=np.zeros_like(result.equilibrium))
    assert none.to_text().endswith("No state holds under any concept.\n")


def test_many_states_that_hold_are_shown_in_part() -> None:
    result: StabilityResult = stability(careless(6))
    told = result.to_text()
    shown = import_module("detente.conflict.stability_report").SHOWN
    assert told.count("yes  yes  yes  yes  yes  yes") == shown
    assert f"… and {64 - shown} more" in told
    assert max(map(len, told.splitlines())) <= 100


def test_the_longest_patterns_fit_on_a_line_of_their_own() -> None:
    names = ", ".join(f"x{k}: Do {k}" for k in range(62))
    rules = ", ".join(f"x{k}" for k in range(1, 62))
    told = text_of(
        f"options: {{a: {{{names}}}}}\ninfeasible: [{rules}]\nstatus_quo: []\n"
        "preferences: {a: {indifferent: true}}\n"
    )
    assert f"  {'Y' + 'N' * 61}  yes  yes  yes  yes  yes  yes\n" in told
