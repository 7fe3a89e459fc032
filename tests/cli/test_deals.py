"""The command deals: its forms, its options, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from docs.refresh import ROOT
from tests.cli.calls import run

PASS = ROOT / "docs" / "examples" / "pass"
FULL = "barrier=open,brigades=home,counting=monitors"


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_forms_of_the_answer(form: str) -> None:
    told = run("deals", PASS, "--format", form, "--limit", "5")
    assert (told.code, told.err) == (0, "")
    if form == "json":
        content = json.loads(told.out)
        assert list(content) == [
            "parties", "signers", "packages", "zone", "frontier", "frontier_all", "ideal",
            "no_deal", "solutions", "ties", "stuck", "blocking", "dividing", "told", "asked",
            "win_sets", "two_levels", "meta",
        ]  # fmt: skip
        assert content["zone"]["size"] == content["two_levels"]["zone"]
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(told.out, newline="")))
        assert [row["issue.barrier"] for row in rows] == ["by_day", "open"]
        assert "nash" in rows[0]["solutions"].split()
    else:
        assert told.out.startswith("The table: ")
        assert "Packages worth talking about:" in told.out


def test_one_package_in_full() -> None:
    told = run("deals", PASS, "--package", FULL)
    assert told.code == 0
    assert "The package: What becomes of the barrier on the pass" in told.out
    assert "The yes of the interior alone would turn that." in " ".join(told.out.split())


def test_weights_of_the_nash_deal() -> None:
    told = run("deals", PASS, "--weights", "north=1,south=3", "--format", "json")
    content = json.loads(told.out)
    assert content["solutions"]["nash"][0]["package"]["barrier"] == "open"
    assert content["meta"]["parameters"]["weights"] == {"north": 1, "south": 3}


def test_verification() -> None:
    told = run("deals", PASS, "--verify", "--format", "json")
    assert told.code == 0
    assert told.err.startswith("Verified: ")
    assert "statements about 21 packages derived again" in told.err
    assert json.loads(told.out)["meta"]["verification"]["agrees"]


def test_verification_of_a_table_too_large_to_list(tmp_path: Path) -> None:
    issues = {f"i{k}": {"outcomes": {f"o{n}": "Say" for n in range(6)}} for k in range(6)}
    sides = {
        party: {
            "weights": dict.fromkeys(issues, 1),
            "values": {i: {f"o{n}": n * turn % 6 / 5 for n in range(6)} for i in issues},
        }
        for party, turn in (("east", 1), ("west", -1))
    }
    home = tmp_path / "dossier.yaml"
    names = {party: {"name": party} for party in sides}
    table = {"issues": issues, "parties": sides}
    home.write_text(
        json.dumps({"detente": 1, "title": "T", "parties": names, "negotiation": table})
    )
    told = run("deals", home, "--verify")
    assert told.code == 0
    assert ", a part of the table, derived again" in told.err


def test_whether_deals_enforce_themselves() -> None:
    told = run("deals", PASS, "--self-enforcing", "--format", "json")
    assert told.code == 0
    assert "self_enforcing" in json.loads(told.out)
    one = run("deals", PASS, "--self-enforcing", "--package", FULL, "--verify", "--format", "json")
    assert one.code == 0
    (judged,) = json.loads(one.out)["self_enforcing"]
    assert judged["package"]["counting"] == "monitors"
    assert one.err.startswith("Verified: ")


def test_export(tmp_path: Path) -> None:
    told = run("deals", PASS, "--genius-out", tmp_path / "out")
    assert told.code == 0
    assert told.out.startswith("The table: ")
    assert "red lines of Northland" in told.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "domain.xml", "north.xml", "south.xml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--package", "bridge=open"], "unknown-issue"),
        (["--package", "barrier=ajar,brigades=home,counting=nobody"], "unknown-outcome"),
        (["--package", "barrier=open"], "incomplete-package"),
        (["--package", "open"], "wrong-package"),
        (["--package", FULL + ",barrier=shut"], "wrong-package"),
        (["--weights", "north=two"], "wrong-weight"),
        (["--weights", "north=0"], "wrong-weight"),
        (["--weights", "union=1"], "unknown-signer"),
        (["--limit", "0"], "limit-too-low"),
    ],
)
def test_calls_that_are_refused(arguments: list[str], code: str) -> None:
    told = run("deals", PASS, *arguments)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"{code}: ")
    assert len(told.messages) == 1


def test_a_dossier_without_a_table(dam: Path) -> None:
    told = run("deals", dam)
    assert (told.code, told.out) == (1, "")
    assert "missing-section" in told.err
    assert len(told.messages) == 1
