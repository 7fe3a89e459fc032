"""Every command in every format, to standard output and into files."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from detente.cli import main
from detente.conflict import CONCEPTS
from detente.dossier import load
from detente.version import VERSION
from tests.cli.calls import Told, run, shell

ANSWERS = {
    "check": ["check"],
    "check --review": ["check", "--review"],
    "stability": ["stability"],
    "explain": ["explain", "today"],
}
FORMATS = ["text", "json", "csv"]
BRIEFS = ["html", "md", "json"]


def ask(answer: str, dam: Path, *more: object) -> Told:
    command, *rest = ANSWERS[answer]
    return run(command, dam, *rest, *more)


def read(form: str, text: str) -> None:
    """Check that a text is in a format."""
    if form == "json":
        assert isinstance(json.loads(text), dict)
    elif form == "csv":
        header, *rows = list(csv.reader(io.StringIO(text, newline="")))
        assert {len(row) for row in rows} <= {len(header)}
    else:
        assert not text.startswith("{")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_answers_go_to_standard_output_alone(answer: str, form: str, dam: Path) -> None:
    told = ask(answer, dam, "--format", form)
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith("\n")
    read(form, told.out)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_the_same_is_written_to_a_file(answer: str, form: str, dam: Path, tmp_path: Path) -> None:
    out = tmp_path / "answer"
    told = ask(answer, dam, "--format", form, "--out", out)
    assert (told.code, told.out) == (0, "")
    assert told.messages == [f"Written to {out}"]
    assert out.read_bytes() == ask(answer, dam, "--format", form).raw
    assert [path.name for path in tmp_path.iterdir()] == ["answer"]


@pytest.mark.parametrize("form", BRIEFS)
def test_briefs_in_every_format(form: str, dam: Path, tmp_path: Path) -> None:
    told = run("brief", dam, "--format", form)
    assert (told.code, told.err) == (0, "")
    assert "The dam" in told.out
    if form == "json":
        assert isinstance(json.loads(told.out), dict)
    out = tmp_path / f"brief.{form}"
    assert run("brief", dam, "--format", form, "--out", out).code == 0
    assert out.read_bytes() == told.raw


def test_a_brief_is_html_and_text_where_no_format_is_named(dam: Path) -> None:
    assert run("brief", dam).out.lstrip().lower().startswith("<!doctype html>")
    assert ask("stability", dam).out == ask("stability", dam, "--format", "text").out


def test_the_file_of_a_dossier_may_be_named(dam: Path) -> None:
    assert run("check", dam / "dossier.yaml").raw == run("check", dam).raw


@pytest.mark.parametrize("answer", ["stability", "explain"])
def test_a_verified_answer_says_so_apart_from_the_answer(answer: str, dam: Path) -> None:
    told = ask(answer, dam, "--verify", "--format", "json")
    assert told.code == 0
    (line,) = told.messages
    assert re.fullmatch(
        r"Verified: (\d+) of \1 verdicts derived again from the literal definitions; "
        r"none differs\.",
        line,
    )
    meta = json.loads(told.out)["meta"]
    assert meta["verification"]["checked"] > 0
    plain = json.loads(ask(answer, dam, "--format", "json").out)
    assert "verification" not in plain["meta"]
    assert {**json.loads(told.out), "meta": 0} == {**plain, "meta": 0}


def test_a_verified_brief(dam: Path) -> None:
    told = run("brief", dam, "--verify", "--format", "md")
    assert told.code == 0
    assert told.out.startswith("# The dam")


def test_the_kernel_may_be_chosen(dam: Path) -> None:
    found = {
        kernel: json.loads(run("stability", dam, "--kernel", kernel, "--format", "json").out)
        for kernel in ("auto", "fast", "general")
    }
    assert [found[k]["meta"]["parameters"]["kernel"] for k in found] == [
        "general",
        "fast",
        "general",
    ]
    assert found["fast"]["states"] == found["general"]["states"] == found["auto"]["states"]


def test_all_states_of_a_large_conflict_where_asked_for(
    dam: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules["detente.conflict.stability"].__dict__, "LISTED_STATES", 3)
    assert "states" not in json.loads(run("stability", dam, "--format", "json").out)
    told = json.loads(run("stability", dam, "--format", "json", "--all-states").out)
    assert len(told["states"]) == told["counts"]["states"] == 12


def test_explain_keeps_to_parties_and_concepts(dam: Path) -> None:
    told = json.loads(
        run(
            "explain", dam, "NNNN", "--party", "Downstream government", "--party", "upstream",
            "--concept", "seq", "--concept", "nash", "--format", "json",
        ).out
    )  # fmt: skip
    assert [entry["party"] for entry in told["parties"]] == ["downstream", "upstream"]
    assert list(told["parties"][0]["stable"]) == ["seq", "nash"]


@pytest.mark.parametrize(
    ("state", "label"),
    [("-NNY", None), ("YNNY", "YNNY"), ("today", "NNNY"), ("--Y-", None), ("-YYN", None)],
)
def test_states_may_begin_with_a_dash(state: str, label: str | None, dam: Path) -> None:
    told = run("explain", dam, state)
    if label is None:
        assert told.code == 2
        assert told.messages[0].startswith("several-states: ")
    else:
        assert told.code == 0
        assert told.out.startswith(label)


def test_options_may_stand_before_a_state_with_a_dash(dam: Path) -> None:
    told = run(
        "explain", "--format", "json", dam, "--concept", "seq", "YYYN", "--party", "upstream"
    )
    assert told.code == 0
    assert json.loads(told.out)["state"] == "YYYN"
    after = run("explain", dam, "--", "-YYN")
    assert after.messages[0].startswith("several-states")


def test_new_makes_a_dossier_that_is_in_order(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "fresh"
    told = run("new", home, "--title", 'A {fresh}: "start" #1')
    assert told.code == 0
    assert told.out == f"Written to {home / 'dossier.yaml'}. Next: detente check {home}\n"
    assert load(home).title == 'A {fresh}: "start" #1'
    assert run("check", home).code == 0
    again = run("new", home)
    assert (again.code, again.out) == (2, "")
    assert all("exists" in line for line in again.messages)


def test_the_schema_is_json(tmp_path: Path) -> None:
    told = run("schema")
    schema = json.loads(told.out)
    assert {"detente", "title", "parties"} <= set(schema["required"])
    out = tmp_path / "schema.json"
    assert run("schema", "--out", out).code == 0
    assert out.read_bytes() == told.raw


def test_the_version_and_help() -> None:
    assert run("--version").out == f"detente {VERSION}\n"
    told = run("--help")
    assert told.code == 0
    for command in ("new", "check", "schema", "stability", "explain", "brief"):
        assert command in told.out
        assert run(command, "--help").code == 0
    assert run().code == 2


def test_json_has_every_concept(dam: Path) -> None:
    told = json.loads(run("stability", dam, "--format", "json").out)
    assert list(told["equilibria"]) == list(CONCEPTS)
    assert told["status_quo"] == "NNNY"


# As a user runs them


def test_a_command_in_a_process_of_its_own(dam: Path, tmp_path: Path) -> None:
    told = shell("stability", dam, "--format", "json", "--verify")
    assert told.code == 0
    assert json.loads(told.out)["counts"]["states"] == 12
    assert len(told.messages) == 1
    out = tmp_path / "out.json"
    written = shell("stability", "dossier.yaml", "--format", "json", "--out", out, cwd=dam)
    assert (written.code, written.out) == (0, "")
    assert json.loads(out.read_text("utf-8"))["counts"]["states"] == 12


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8:strict"])
def test_what_is_not_a_terminal_gets_utf_8_whatever_the_system_prefers(
    dam: Path, encoding: str
) -> None:
    told = shell("check", dam, env={"PYTHONIOENCODING": encoding})
    assert told.code == 0
    assert told.out.startswith("“The dam” is in order.\n")


def test_a_reader_who_stops_reading_hears_nothing_more(dam: Path) -> None:
    script = "from detente.cli import main; main()"
    told = subprocess.run(
        f'"{sys.executable}" -c "{script}" schema | head -1',
        shell=True, capture_output=True, timeout=60,
    )  # fmt: skip
    assert told.stdout == b"{\n"
    assert told.stderr == b""


def test_a_terminal_that_cannot_show_a_letter_gets_a_sign_for_it(dam: Path) -> None:
    ours, theirs = os.openpty()
    try:
        told = shell(
            "check", dam, capture_output=False, stdout=theirs, stderr=-1,
            env={"PYTHONIOENCODING": "ascii"},
        )  # fmt: skip
        shown = os.read(ours, 200)
    finally:
        os.close(theirs)
        os.close(ours)
    assert (told.code, told.err) == (0, "")
    assert shown.startswith(b"?The dam? is in order.\r\n")


def test_main_is_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["detente", "--version"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    assert capsys.readouterr().out == f"detente {VERSION}\n"


def test_an_interruption_before_a_command_begins_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("detente.cli.app", interrupted)
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130
    assert capsys.readouterr().err == ""
