"""The command ``paths``: every format, every way to name states, every mistake."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

import detente
from detente.desk import Desk
from detente.errors import CallError, VerificationError
from tests.cli.calls import run

PATTERNS = """\
detente: 1
title: Merged
parties: {a: {name: Alpha}, b: {name: Beta}}
conflict:
  options: {a: {x: Do x, z: Do z}, b: {y: Do y}}
  status_quo: []
  same: [z and not y]
  names: {NNY: Calm}
  preferences: {a: {statements: [z, not y]}, b: {statements: [y]}}
"""
UNKNOWN = """\
detente: 1
title: Without a status quo
parties: {a: {name: Alpha}, b: {name: Beta}}
conflict:
  options: {a: {x: Do x}, b: {y: Do y}}
  infeasible: [x and y]
  preferences: {a: {statements: [x]}, b: {statements: [y]}}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "dossier.yaml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_every_form_goes_to_standard_output_or_into_a_file(
    form: str, dam: Path, tmp_path: Path
) -> None:
    told = run("paths", dam, "--format", form)
    assert (told.code, told.err) == (0, "")
    if form == "json":
        assert json.loads(told.out)["from"] == "NNNY"
    elif form == "csv":
        assert next(csv.reader(io.StringIO(told.out, newline="")))[0] == "target"
    else:
        assert told.out.startswith("From NNNY  ")
    out = tmp_path / "answer"
    assert run("paths", dam, "--format", form, "--out", out).code == 0
    assert out.read_bytes() == told.raw


def test_targets_are_what_holds_under_a_concept_or_what_is_asked_about(dam: Path) -> None:
    for concept in ("seq", "nash", "gmr"):
        told = json.loads(run("paths", dam, "--concept", concept, "--format", "json").out)
        held = json.loads(run("stability", dam, "--format", "json").out)["equilibria"][concept]
        assert [target["state"] for target in told["targets"]] == held
        assert told["concept"] == concept
    asked = run(
        "paths", dam, "--to", "YNNY", "--to", "today", "--start", "YNNN", "--format", "json"
    )
    told = json.loads(asked.out)
    assert (told["from"], told["meta"]["parameters"]["targets"]) == ("YNNN", ["NNNY", "YNNY"])


def test_states_may_be_named_and_begin_with_a_dash(tmp_path: Path) -> None:
    folder = written(tmp_path, PATTERNS)
    told = run("paths", folder, "--to", "-YN", "--start", "Calm", "--format", "json")
    assert told.code == 0, told.err
    answer = json.loads(told.out)
    assert (answer["from"], answer["targets"][0]["state"]) == ("NNY", "-YN")
    assert answer["targets"][0]["by"]["moves"] is True
    back = json.loads(
        run("paths", folder, "--start", "-YN", "--to", "Calm", "--format", "json").out
    )
    assert back["from"] == "-YN"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--start", "nowhere"], "unknown-state"),
        (["--to", "nowhere"], "unknown-state"),
        (["--to", "today", "--to", "YYYYYY"], "wrong-pattern"),
        (["--to", "NNYY"], "infeasible-state"),
        (["--start", "NNYY"], "infeasible-state"),
        (["--to", "-NNY"], "several-states"),
        (["--concept", "luck"], "unknown-concept"),
    ],
)
def test_states_and_concepts_that_are_not_there(
    words: list[str], code: str, dam: Path, tmp_path: Path
) -> None:
    told = run("paths", dam, *words, "--out", tmp_path / "out")
    assert (told.code, told.out) == (2, "")
    (line,) = told.messages
    assert line.startswith(f"{code}: ")
    assert list(tmp_path.iterdir()) == []


def test_a_start_is_needed_where_today_is_not_known(tmp_path: Path) -> None:
    folder = written(tmp_path, UNKNOWN)
    told = run("paths", folder)
    assert (told.code, told.out) == (2, "")
    assert told.messages == [
        "no-status-quo: the dossier does not say which state is today's. Name the state by its "
        "pattern, or add status_quo to the dossier."
    ]
    assert run("paths", folder, "--start", "NN").out.startswith("From NN  None of the options")


def test_sim_is_refused_where_states_are_merged(tmp_path: Path) -> None:
    told = run("paths", written(tmp_path, PATTERNS), "--concept", "sim")
    assert told.code == 2
    assert told.messages[0].startswith("concept-not-computed: ")


def test_the_dossier_is_not_written_over(dam: Path) -> None:
    told = run("paths", dam, "--out", dam / "dossier.yaml")
    assert told.code == 2
    assert told.messages[0].startswith("would-overwrite: ")


def test_a_dossier_without_a_conflict(tmp_path: Path) -> None:
    bare = "detente: 1\ntitle: Bare\nparties: {a: {name: Alpha}}\n"
    told = run("paths", written(tmp_path, bare))
    assert told.code == 1
    assert "missing-section: the dossier has no section conflict" in told.messages[0]


def test_a_verified_answer_says_so_apart_from_the_answer(dam: Path) -> None:
    told = run("paths", dam, "--verify", "--format", "json")
    assert told.code == 0
    checked = json.loads(told.out)["meta"]["verification"]
    assert checked["subject"] == "paths"
    assert checked["complete"] is True
    assert told.messages == [
        f"Verified: {checked['checked']} of {checked['checked']} verdicts derived again from the "
        "literal definitions; none differs."
    ]
    plain = json.loads(run("paths", dam, "--format", "json").out)
    assert {**json.loads(told.out), "meta": 0} == {**plain, "meta": 0}


def test_the_desk_gives_the_same_answer(dam: Path, tmp_path: Path) -> None:
    desk = detente.open(dam)
    pairs = [
        (desk.paths(), []),
        (desk.paths("YNNY", ["today"], "nash"), ["--start", "YNNY", "--to", "today",
                                                 "--concept", "nash"]),
        (desk.paths(verify=True), ["--verify"]),
    ]  # fmt: skip
    for found, words in pairs:
        assert found.manifest.input == desk.dossier.digest
        for form, text in (
            ("text", found.to_text()), ("json", found.to_json()), ("csv", found.to_csv()),
        ):  # fmt: skip
            assert run("paths", dam, *words, "--format", form).out == text
    assert found._repr_html_().startswith("<table>")
    with pytest.raises(CallError, match="unknown-state"):
        desk.paths("nowhere")


def test_a_false_answer_is_never_given(dam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = detente.open(dam).paths()
    wrong = replace(right, without_moves=right.targets)
    monkeypatch.setattr("detente.conflict.paths", lambda *of, **more: wrong)
    with pytest.raises(VerificationError, match="verification-failed"):
        Desk(dam).paths(verify=True)
