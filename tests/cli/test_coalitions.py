"""The command about coalitions."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import detente
from detente.conflict import ConflictModel
from detente.errors import VerificationError
from tests.cli.calls import run, shell


def test_every_format(dam: Path, tmp_path: Path) -> None:
    told = run("coalitions", dam)
    assert (told.code, told.err) == (0, "")
    assert "12 states, 2 parties, 3 coalitions" in told.out
    data = json.loads(run("coalitions", dam, "--format", "json").out)
    assert data["coalitions"] == ["upstream", "downstream", "upstream+downstream"]
    assert list(data["improvements"]) == data["coalitions"]
    assert {state for table in data["improvements"].values() for state in table} <= {"NNNY"}
    header, *rows = list(csv.reader(io.StringIO(run("coalitions", dam, "--format", "csv").out)))
    assert {len(row) for row in rows} == {len(header)}
    out = tmp_path / "answer.json"
    written = run("coalitions", dam, "--format", "json", "--out", out)
    assert (written.code, written.out) == (0, "")
    assert json.loads(out.read_text("utf-8")) == data


def test_every_state_where_asked_for(dam: Path) -> None:
    data = json.loads(run("coalitions", dam, "--all-states", "--format", "json").out)
    assert len({state for table in data["improvements"].values() for state in table}) > 1
    assert data["meta"]["parameters"]["all_states"] is True


def test_some_coalitions(dam: Path) -> None:
    data = json.loads(
        run(
            "coalitions", dam, "--coalition", "Downstream government+upstream",
            "--coalition", "upstream", "--format", "json",
        ).out
    )  # fmt: skip
    assert data["coalitions"] == ["upstream", "upstream+downstream"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("upstream+mars", "unknown-player: `mars` is not a party with options"),
        ("upstream+Upstream", "repeated-member: upstream is named twice"),
        ("", "empty-coalition: `` leaves out the name of a member"),
        ("upstream++downstream", "empty-coalition: "),
    ],
)
def test_bad_coalitions(text: str, start: str, dam: Path) -> None:
    told = run("coalitions", dam, "--coalition", text)
    assert (told.code, told.out) == (2, "")
    (line,) = told.messages
    assert line.startswith(start)


def test_preferences_that_leave_the_order_open(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(
        "detente: 1\ntitle: Pairs\nparties: {a: {name: A}, b: {name: B}}\n"
        "conflict:\n  options: {a: {x: Do x}, b: {y: Do y}}\n"
        '  preferences: {a: {pairs: [["YN", "NN"]]}, b: {indifferent: true}}\n',
        "utf-8",
    )
    told = run("coalitions", tmp_path)
    assert told.code in (1, 2)
    assert len(told.messages) == 1
    assert told.out == ""


def test_verified(dam: Path) -> None:
    told = run("coalitions", dam, "--verify", "--format", "json")
    assert told.code == 0
    (line,) = told.messages
    assert re.match(r"Verified: (\d+) of \1 verdicts derived again", line)
    assert json.loads(told.out)["meta"]["verification"]["subject"] == "coalitions"


def test_a_wrong_answer_is_not_given(dam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = detente.open(dam)
    real = desk.complete_model
    monkeypatch.setattr(type(desk), "complete_model", property(lambda _: _turned(real)))
    with pytest.raises(VerificationError, match="verification-failed"):
        desk.coalitions(verify=True)


def _turned(model: ConflictModel) -> ConflictModel:
    return replace(model, ranks=model.ranks.max() - model.ranks)


def test_in_a_process_of_its_own(dam: Path) -> None:
    told = shell("coalitions", dam, "--coalition", "upstream+downstream")
    assert told.code == 0
    assert told.out.startswith("12 states, 2 parties, 1 coalition\n")
