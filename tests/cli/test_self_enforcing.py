"""The command deals --self-enforcing: its forms, its check, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from docs.refresh import ROOT
from tests.cli.calls import run
from tests.compliance.strait import STRAIT

PASS = ROOT / "docs" / "examples" / "pass"


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_forms_of_the_answer(form: str) -> None:
    told = run("deals", PASS, "--self-enforcing", "--format", form)
    assert (told.code, told.err) == (0, "")
    if form == "json":
        content = json.loads(told.out)
        assert content["bound"] == ["north", "south", "union"]
        assert {"zone", "solutions", "self_enforcing", "contradictions", "meta"} <= set(content)
        assert content["self_enforcing"][0]["state"] == "NYNY"
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(told.out, newline="")))
        assert [row["rank"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
        assert rows[0]["breaks_first"] == "north:YYNY"
    else:
        assert told.out.startswith("Would a deal hold by itself: ")


def test_one_package_and_the_check() -> None:
    package = "barrier=shut,brigades=stay,counting=nobody"
    told = run("deals", PASS, "--self-enforcing", "--package", package, "--verify")
    assert told.code == 0
    assert told.out.startswith("Would a deal hold by itself: one package")
    assert "today's state, YNYN, carries it out" in told.out
    assert told.err.startswith("Verified: ")


@pytest.mark.parametrize(
    ("cut", "code"),
    [
        (("conflict:", "  needs:"), "missing-section"),
        (("  needs:",), "no-needs"),
        (("  status_quo:",), "no-status-quo"),
    ],
)
def test_what_is_refused(cut: tuple[str, ...], code: str, tmp_path: Path) -> None:
    text = STRAIT
    for head in cut:
        text = without(text, head)
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    told = run("deals", tmp_path, "--self-enforcing")
    assert (told.code, told.out) == (1, "")
    assert len(told.messages) == 1
    assert f" {code}: " in told.err


def without(text: str, head: str) -> str:
    """Return `text` without the line that starts with `head` and all that stands inside it."""
    kept, inside, depth = [], False, len(head) - len(head.lstrip())
    for line in text.splitlines():
        if len(line) - len(line.lstrip()) <= depth:
            inside = line.startswith(head)
        if not inside:
            kept.append(line)
    return "\n".join(kept) + "\n"
