"""The command unlock: its forms, its options, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import detente
from tests.cli.calls import run


def target(dam: Path) -> str:
    """Return a state of the dossier that does not hold under SEQ."""
    found = detente.open(dam).stability()
    open_ = set(range(found.model.size)) - set(found.states("seq").tolist())
    return str(found.model.label(min(open_)))


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_forms_of_the_answer(form: str, dam: Path) -> None:
    told = run("unlock", dam, target(dam), "--format", form)
    assert (told.code, told.err) == (0, "")
    if form == "json":
        content = json.loads(told.out)
        assert list(content) == [
            "state", "meaning", "concepts", "also_unstable", "holds", "proof", "ranked",
            "changes", "measures", "conditions", "meta",
        ]  # fmt: skip
        assert content["concepts"] == ["seq"]
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(told.out, newline="")))
        assert {row["state"].lstrip("'") for row in rows} == {target(dam)}
    else:
        assert told.out.startswith("What would unlock")


def test_several_concepts_and_verification(dam: Path) -> None:
    told = run("unlock", dam, target(dam), "--concept", "nash", "--concept", "gmr", "--verify")
    assert told.code == 0
    assert "Under Nash" in told.out
    assert "Under GMR" in told.out
    assert told.err.startswith("Verified: ")


def test_states_that_are_not_to_hold(dam: Path) -> None:
    told = run("unlock", dam, target(dam), "--also-unstable", "today", "--limit", "3")
    assert told.code == 0
    assert "Not to hold" in told.out


def test_counts(dam: Path) -> None:
    told = run("unlock", dam, target(dam), "--counts", "--concept", "nash", "--format", "json")
    assert told.code == 0
    content = json.loads(told.out)
    for party in (content[name] for name in content if name != "meta"):
        assert set(party) == {"rankings", "nash", "share"}
        assert 0 < party["nash"] <= party["rankings"]
    assert run("unlock", dam, "today", "--counts").out.startswith("In how many")
    assert run("unlock", dam, "today", "--counts", "--format", "csv").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere"], "unknown-state"),
        (["today", "--concept", "sim"], "concept-not-unlocked"),
        (["today", "--concept", "best"], "unknown-concept"),
        (["today", "--limit", "0"], "limit-too-low"),
        (["today", "--also-unstable", "today"], "unstable-target"),
        (["today", "--counts", "--also-unstable", "today"], "counts-alone"),
        (["today", "--counts", "--verify"], "counts-alone"),
        (["today", "--counts", "--concept", "sim"], "concept-not-unlocked"),
    ],
)
def test_calls_that_are_refused(arguments: list[str], code: str, dam: Path) -> None:
    told = run("unlock", dam, *arguments)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"{code}: ")
