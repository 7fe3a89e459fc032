"""The command draft: what it prints, what it writes, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import detente
from tests.cli.calls import run

TEXT = """\
detente: 1
title: Talks in the hills
as_of: 2011-05-20
parties:
  gov: {name: Hill government}   # sworn in last year
  front: {name: Hill Front, also: [the guerrillas]}
record:
  positions:
    - {party: gov, about: autonomy, stance: rejects full autonomy}
    - {party: front, about: autonomy, stance: demands full autonomy}
  events:
    - {by: gov, to: front, plover: ASSAULT, what: shelled a camp, date: 2011-05}
"""


@pytest.fixture
def hills(tmp_path: Path) -> Path:
    folder = tmp_path / "hills"
    folder.mkdir()
    (folder / "dossier.yaml").write_text(TEXT, encoding="utf-8")
    return folder


def test_the_draft_is_printed_and_nothing_written(hills: Path) -> None:
    told = run("draft", hills)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("conflict:\n  options:\n    gov:\n")
    assert "\nnegotiation:\n" in told.out
    assert "# - What no deal would be worth is not told" in told.out
    assert (hills / "dossier.yaml").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("form", ["json", "csv"])
def test_other_forms(hills: Path, form: str) -> None:
    told = run("draft", hills, "--format", form, "--section", "negotiation")
    assert (told.code, told.err) == (0, "")
    if form == "json":
        content = json.loads(told.out)
        assert content["conflict"] is None
        assert content["meta"]["parameters"] == {"section": "negotiation"}
        outcomes = content["negotiation"]["issues"]["autonomy"]["outcomes"]
        assert list(outcomes) == ["autonomy", "as_today"]
    else:
        rows = list(csv.DictReader(io.StringIO(told.out, newline="")))
        assert rows[0]["path"] == "negotiation.issues.autonomy.question"


def test_what_is_written_loads_runs_and_stays(hills: Path) -> None:
    told = run("draft", hills, "--write")
    assert (told.code, told.out) == (0, "")
    assert told.messages[0] == "Left for you to add:"
    assert told.messages[-2].startswith("conflict and negotiation drafted into ")
    assert told.messages[-1].startswith(f"Next: detente check {hills} --review")
    written = (hills / "dossier.yaml").read_text(encoding="utf-8")
    assert written.startswith(TEXT)
    assert run("check", hills).code == 0
    for command in ("stability", "deals"):
        assert run(command, hills).code == 0
    told = run("draft", hills, "--write")
    assert told.code == 0
    assert told.messages[-2].endswith("nothing was changed.")
    assert (hills / "dossier.yaml").read_text(encoding="utf-8") == written
    brief = run("brief", hills, "--format", "md")
    assert brief.code == 0
    assert "This rests on a first draft: " in brief.out
    assert "What this draft still lacks" in brief.out


def test_one_section_beside_one_of_the_analyst(hills: Path) -> None:
    own = "conflict:\n  options: {gov: {talk: Talk}}\n  preferences: {gov: {statements: [talk]}}\n"
    (hills / "dossier.yaml").write_text(TEXT + own, encoding="utf-8")
    told = run("draft", hills, "--write")
    assert (told.code, told.out) == (2, "")
    assert told.messages[-1].startswith("section-there: ")
    assert (hills / "dossier.yaml").read_text(encoding="utf-8") == TEXT + own
    told = run("draft", hills, "--write", "--section", "negotiation")
    assert told.code == 0
    assert (hills / "dossier.yaml").read_text(encoding="utf-8").startswith(TEXT + own)


def test_nothing_to_draft(hills: Path) -> None:
    bare = TEXT.partition("record:")[0]
    (hills / "dossier.yaml").write_text(bare, encoding="utf-8")
    told = run("draft", hills)
    assert told.code == 0
    assert "# The record tells too little for a draft." in told.out
    told = run("draft", hills, "--write")
    assert (told.code, told.out) == (2, "")
    assert "nothing-to-draft: " in told.err


def test_the_desk_answers_the_same(hills: Path) -> None:
    desk = detente.open(hills)
    assert list(desk.draft().sections) == ["conflict", "negotiation"]
    assert list(desk.draft("conflict").sections) == ["conflict"]
    file, changed = desk.write_draft()
    assert (file, changed) == (hills / "dossier.yaml", True)


def test_a_missing_section_names_the_draft_where_there_is_a_record(hills: Path) -> None:
    for command, section in (("stability", "conflict"), ("deals", "negotiation")):
        (line,) = run(command, hills).messages
        assert f"missing-section: the dossier has no section {section}" in line
        assert line.endswith(f"detente draft {hills} --write.")
    assert run("draft", hills, "--write", "--section", "conflict").code == 0
    (line,) = run("deals", hills).messages
    assert line.endswith(f"detente draft {hills} --write --section negotiation.")
    assert run("draft", hills, "--write", "--section", "negotiation").code == 0
    assert run("deals", hills).code == 0


def test_no_record_is_no_reason_to_draft(hills: Path) -> None:
    file = hills / "dossier.yaml"
    file.write_text(TEXT[: TEXT.index("record:")], encoding="utf-8")
    (line,) = run("brief", hills).messages
    assert "missing-section" in line
    assert "detente draft" not in line
