"""The command perceptions, and how commands take preferences known in part."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import numpy as np
import pytest

import detente
from detente.conflict.perceived import PerceivedGame
from detente.conflict.unknown import Extensions
from detente.errors import VerificationError
from tests.cli.calls import run

STRAIT = """\
detente: 1
title: The strait
parties: {mainland: {name: Mainland}, ally: {name: Northern Republic}}
sources: {wire: {title: A report, file: wire.txt}}
conflict:
  options:
    mainland: {blockade: Blockade the island}
    ally: {escort: Escort ships to the island}
  status_quo: []
  preferences:
    mainland: {statements: [not blockade if escort, blockade, not escort]}
    ally: {statements: [escort iff blockade]}
  perceptions:
    mainland:
      preferences:
        ally:
          statements:
            - {want: not escort, because: It has said so., evidence: [{source: wire, quote: will not come}]}
"""  # noqa: E501
PAIRS = """\
detente: 1
title: The ferry
parties: {port: {name: Port authority}, union: {name: Union}}
conflict:
  options: {port: {automate: Automate the ferry}, union: {strike: Go on strike}}
  status_quo: []
  preferences:
    port: {pairs: [[YN, NN], [NN, YY]]}
    union: {statements: [not automate, strike iff automate]}
"""
ASKING = {
    "explain": ["explain", "today"],
    "brief": ["brief"],
    "perceptions": ["perceptions"],
}


@pytest.fixture
def strait(tmp_path: Path) -> Path:
    (tmp_path / "dossier.yaml").write_text(STRAIT, "utf-8")
    (tmp_path / "wire.txt").write_text("They will not come, it says.", "utf-8")
    return tmp_path


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    (tmp_path / "dossier.yaml").write_text(PAIRS, "utf-8")
    return tmp_path


def test_who_sees_another_game_in_words(strait: Path) -> None:
    told = run("perceptions", strait, "--concept", "seq")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("1 of 2 parties sees another game\n")
    assert "“will not come” (wire)" in told.out
    assert "If every party saw truly, it would hold under SEQ." in told.out
    assert "    NN  As today (SEQ)" in told.out


def test_who_sees_another_game_for_a_program(strait: Path) -> None:
    answer = json.loads(run("perceptions", strait, "--format", "json").out)
    (party,) = answer["parties"]
    assert party["party"] == "mainland"
    (differs,) = party["differs"]
    assert (differs["kind"], differs["of"], differs["option"]) == ("preferences", "ally", None)
    assert differs["reasons"] == [
        {
            "because": "It has said so.", "sure": 1.0, "judgement": False,
            "evidence": [{"source": "wire", "quote": "will not come"}],
        }
    ]  # fmt: skip
    assert answer["equilibria"]["only_true"]["seq"] == ["NN"]
    assert answer["meta"]["method"] == "perceptions"
    rows = list(csv.DictReader(StringIO(run("perceptions", strait, "--format", "csv").out)))
    assert [row["state"] for row in rows] == ["NN", "YN", "NY", "YY"]


def test_an_answer_about_perceptions_is_verified(strait: Path) -> None:
    told = run("perceptions", strait, "--verify", "--format", "json")
    assert told.code == 0
    assert json.loads(told.out)["meta"]["verification"]["complete"] is True
    assert "Verified: 96 of 96 verdicts" in told.err


def test_a_wrong_answer_is_not_given(strait: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "detente.conflict.perceptions.hypergame.perceived_game",
        lambda dossier, model, party: PerceivedGame(party, model, np.arange(4, dtype=np.int32)),
    )
    with pytest.raises(VerificationError, match="verdicts in every game were derived again"):
        detente.open(strait).perceptions(verify=True)
    told = run("perceptions", strait, "--verify")
    assert (told.code, told.out) == (1, "")
    assert told.messages[0].startswith("verification-failed: ")


def test_a_wrong_answer_about_pairs_is_not_given(
    ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = Extensions(np.zeros((4, 2, 4), np.uint8))
    monkeypatch.setattr("detente.conflict.unknown.solve.solve_unknown", lambda model: nothing)
    told = run("stability", ferry, "--verify")
    assert (told.code, told.out) == (1, "")
    assert told.messages[0].startswith(
        "verification-failed: All 128 verdicts in the four attitudes"
    )


def test_a_dossier_in_which_nobody_sees_another_game(ferry: Path) -> None:
    text = PAIRS.replace("{pairs: [[YN, NN], [NN, YY]]}", "{indifferent: true}")
    (ferry / "dossier.yaml").write_text(text, "utf-8")
    told = run("perceptions", ferry)
    assert told.code == 0
    assert told.out.startswith("Nobody is said to see another game\n")


def test_an_unknown_concept(strait: Path) -> None:
    told = run("perceptions", strait, "--concept", "luck")
    assert (told.code, told.out) == (2, "")
    assert told.messages[0].startswith("unknown-concept: ")


def test_stability_answers_pairs_and_is_verified(ferry: Path) -> None:
    told = run("stability", ferry, "--verify", "--format", "json")
    answer = json.loads(told.out)
    assert answer["extensions"]["b"]["nash"] == ["YY"]
    assert answer["meta"]["verification"]["verdicts"] == 128
    assert answer["meta"]["verification"]["complete"] is True
    assert run("check", ferry).code == 0


@pytest.mark.parametrize("command", ASKING)
def test_commands_that_need_whole_orders_refuse(command: str, ferry: Path) -> None:
    name, *rest = ASKING[command]
    told = run(name, ferry, *rest)
    assert (told.code, told.out) == (1, "")
    (line,) = told.messages
    assert line.startswith(f"{ferry / 'dossier.yaml'}:8:11: incomplete-preferences: ")


def test_a_perception_that_changes_nothing_is_seen_by_a_review(strait: Path) -> None:
    idle = STRAIT.replace("want: not escort", "want: escort iff blockade")
    (strait / "dossier.yaml").write_text(idle, "utf-8")
    told = run("check", strait, "--review", "--format", "json")
    remarks = {r["code"]: r["line"] for r in json.loads(told.out)["review"]}
    assert remarks["perception-changes-nothing"] == 15
    assert "perception-changes-nothing" not in run("check", strait).out


def test_a_review_looks_into_pairs_and_perceptions(ferry: Path) -> None:
    text = PAIRS.replace("[YN, NN]", "{is: [YN, NN], sure: 0.6, judgement: true}")
    seen = "{not_seen: [strike], preferences: {union: {ranking: [NN, YN]}}}"
    text += f"  perceptions:\n    port: {seen}\n"
    (ferry / "dossier.yaml").write_text(text, "utf-8")
    told = run("check", ferry, "--review").out
    assert "that YN is better than NN for Port authority is only 60% sure" in told
    assert "that NN is better than YY for Port authority cites no evidence" in told
    assert "that Port authority does not see union.strike cites no evidence" in told
    assert "the ranking of Union as Port authority sees it cites no evidence" in told
