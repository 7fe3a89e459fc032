"""The command robust: its formats, its options, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calls import run
from tests.ensemble.small import TABLE, TALKS, VALLEY


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("valley")
    (home / "dossier.yaml").write_text(VALLEY, encoding="utf-8")
    return home


def test_every_format_carries_the_shares(folder: Path, tmp_path: Path) -> None:
    told = run("robust", folder, "--draws", 200, "--format", "json")
    assert (told.code, told.err) == (0, "")
    content = json.loads(told.out)
    assert content["draws"] == 200
    assert content["meta"]["method"] == "robust"
    assert content["meta"]["parameters"]["draws"] == 200
    table = run("robust", folder, "--draws", 200, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table.out)))
    seq = {row["state"]: float(row["share"]) for row in rows if row["concept"] == "seq"}
    assert seq == {label: row["share"] for label, row in content["shares"]["seq"].items()}
    out = tmp_path / "shares.txt"
    text = run("robust", folder, "--draws", 200, "--out", out)
    assert (text.code, text.out) == (0, "")
    assert out.read_text().startswith("200 readings of the dossier tested")


@pytest.mark.parametrize("text", [TABLE, TALKS], ids=["table", "both"])
def test_a_table_is_drawn_too(text: str, tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    told = run("robust", tmp_path, "--draws", 60, "--verify", "--format", "json")
    assert told.code == 0
    assert "none differs" in told.err
    content = json.loads(told.out)
    assert content["deals"]["zone"]["share"] > 0
    table = run("robust", tmp_path, "--draws", 60, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table.out)))
    best = content["deals"]["nash"][0]
    row = next(row for row in rows if row["concept"] == "deal:nash")
    assert float(row["share"]) == best["share"]
    assert row["state"] == ",".join(f"{k}={v}" for k, v in best["package"].items())
    spoken = run("robust", tmp_path, "--draws", 60)
    assert "The table" in spoken.out


def test_states_concepts_seed_and_width_are_taken(folder: Path) -> None:
    told = run(
        "robust", folder, "--draws", 9000, "--within", 0.1, "--seed", 7, "--state", "YN",
        "--concept", "nash", "--concept", "seq", "--format", "json", "--evaluations", 0,
    )  # fmt: skip
    content = json.loads(told.out)
    assert [row["id"] for row in content["headlines"]] == ["nash:YN", "seq:YN", "reached:YN"]
    assert (content["stopped"], content["meta"]["seed"], content["evaluations"]) == ("within", 7, 0)


def test_an_answer_can_be_derived_again(folder: Path) -> None:
    told = run("robust", folder, "--draws", 40, "--verify", "--format", "json")
    assert told.code == 0
    assert "none differs" in told.err
    assert json.loads(told.out)["meta"]["verification"]["agrees"]


def test_a_results_folder_is_read_again_and_belongs_to_its_dossier(
    folder: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    first = run("robust", folder, "--draws", 1500, "--results", kept, "--format", "json")
    again = run("robust", folder, "--draws", 1500, "--results", kept, "--format", "json")
    assert (first.code, again.code) == (0, 0)
    assert first.out == again.out
    assert (kept / "run.json").is_file()
    other = run("robust", folder, "--draws", 1500, "--seed", 1, "--results", kept)
    assert other.code in (1, 2)
    assert "foreign-results" in other.err


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--draws", 0], "bad-draws"),
        (["--within", 0], "bad-within"),
        (["--within", 2], "bad-within"),
        (["--seed", -1], "bad-seed"),
        (["--state", "nowhere"], "unknown-state"),
        (["--concept", "best"], "unknown-concept"),
        (["--evaluations", -1], "bad-evaluations"),
        (["--on", "elsewhere"], "unknown-place"),
    ],
)
def test_wrong_calls_are_told_in_a_line(folder: Path, more: list[object], code: str) -> None:
    told = run("robust", folder, *more)
    assert (told.code, told.out) == (2, "")
    assert len(told.messages) == 1
    assert told.messages[0].startswith(code)


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("sure: 0.7", "sure: 1.4", "out-of-range", "1.4 is not between 0 and 1"),
        ("sure: 0.7", "sure: -0.1", "out-of-range", "-0.1 is not between 0 and 1"),
        ("statements:\n        - {want: north.dam, sure: 0.7, judgement: true}\n"
         "        - not south.road", "weights: {north.dam: [3, 1]}", "range-reversed",
         "the range runs from 3 down to 1"),
    ],
)  # fmt: skip
def test_wrong_doubt_in_a_dossier_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, said: str
) -> None:
    assert old in VALLEY
    (tmp_path / "dossier.yaml").write_text(VALLEY.replace(old, new), encoding="utf-8")
    told = run("robust", tmp_path)
    assert told.code == 1
    assert f"{code}: " in told.err
    assert said in told.err
    assert f"{tmp_path / 'dossier.yaml'}:1" in told.err


def test_a_dossier_without_a_conflict_is_told(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("detente: 1\ntitle: None\nparties: {a: {name: A}}\n")
    told = run("robust", tmp_path)
    assert (told.code, len(told.messages)) == (1, 1)
    assert "missing-section" in told.err


def test_the_dossier_is_spared(folder: Path) -> None:
    told = run("robust", folder, "--out", folder / "dossier.yaml")
    assert told.code == 2
    assert (folder / "dossier.yaml").read_text() == VALLEY


def test_ctrl_c_tells_what_is_done(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    command = [sys.executable, "-c", "from detente.cli import main; main()", "robust", str(folder),
               "--draws", "100000000", "--within", "0.000001", "--results", str(kept),
               "--format", "json"]  # fmt: skip
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ.copy()
    )
    deadline = time.monotonic() + 60
    while len(list(kept.glob("draws-*"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    content = json.loads(out)
    assert content["stopped"] == "interrupted"
    assert content["draws"] >= 1024
    assert content["draws"] % 1024 == 0
