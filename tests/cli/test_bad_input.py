"""Whatever is wrong is told in plain lines on standard error, and nothing else is written."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente.cli import output
from detente.cli.output import deliver, errors_told, tell
from detente.errors import FileError
from tests.cli.calls import run, shell

COMMANDS = {
    "check": ["check"],
    "stability": ["stability"],
    "explain": ["explain", "today"],
    "brief": ["brief"],
    "perceptions": ["perceptions"],
}
BARE = "detente: 1\ntitle: Bare\nparties: {a: {name: Alpha}}\n"
BROKEN = """\
detente: 1
title: no
parties: {a: {name: Alpha, nmae: Beta}}
conflict:
  options: {a: {x: Do x}, b: {y: Do y}}
  status_quo: [z]
  preferences: {a: {statements: [x and]}}
"""
TWO = """\
detente: 1
title: Two
parties: {a: {name: Alpha}, b: {name: Beta}}
conflict:
  options: {a: {x: Do x}, b: {y: Do y}}
  infeasible: [x and y]
  status_quo: [x, y]
  same: [y and x]
  preferences: {a: {ranking: [NN, YY]}, b: {indifferent: true}}
"""


def ask(command: str, dossier: object, *more: object) -> list[object]:
    name, *rest = COMMANDS[command]
    return [name, dossier, *rest, *more]


def written(folder: Path, text: str) -> Path:
    file = folder / "dossier.yaml"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_dossier(command: str, tmp_path: Path) -> None:
    for path, named in (
        (tmp_path / "none", tmp_path / "none"),
        (tmp_path, tmp_path / "dossier.yaml"),
        (tmp_path / "none" / "dossier.yaml", tmp_path / "none" / "dossier.yaml"),
    ):
        told = run(*ask(command, path))
        assert (told.code, told.out) == (1, "")
        assert told.messages == [
            f"{named}: no-dossier: there is no such file. Start one with: detente new FOLDER."
        ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_fault_of_a_dossier_is_told_at_once_with_its_place(
    command: str, tmp_path: Path
) -> None:
    file = written(tmp_path, BROKEN)
    out = tmp_path / "out"
    told = run(*ask(command, tmp_path, "--out", out))
    assert (told.code, told.out) == (1, "")
    assert not out.exists()
    places = []
    for line in told.messages:
        place, code, *_ = line.removeprefix(f"{file}:").split(": ")
        row, _, column = place.partition(":")
        places.append((int(row), int(column), code))
    assert places == sorted(places)
    assert {code for _, _, code in places} == {
        "needs-quotes", "unknown-key", "unknown-party", "no-preferences", "unknown-option",
        "expression-syntax",
    }  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_fault_of_a_conflict_is_told_at_once(command: str, tmp_path: Path) -> None:
    written(tmp_path, TWO)
    told = run(*ask(command, tmp_path))
    assert (told.code, told.out) == (1, "")
    assert [line.split(": ")[1] for line in told.messages] == [
        "infeasible-status-quo", "empty-merge", "ranking-misses-states", "ranking-unknown-state",
    ]  # fmt: skip


@pytest.mark.parametrize("command", ["stability", "explain", "brief"])
def test_a_dossier_without_a_conflict(command: str, tmp_path: Path) -> None:
    written(tmp_path, BARE)
    told = run(*ask(command, tmp_path))
    assert (told.code, told.out) == (1, "")
    (line,) = told.messages
    assert "missing-section: the dossier has no section conflict" in line
    assert run("check", tmp_path).code == 0


def test_faults_as_json_are_the_answer_of_check(tmp_path: Path) -> None:
    file = written(tmp_path, TWO)
    told = run("check", tmp_path, "--format", "json")
    assert told.code == 1
    answer = json.loads(told.out)
    assert answer["ok"] is False
    assert [set(fault) for fault in answer["faults"]] == [
        {"file", "line", "column", "code", "message", "remedy"}
    ] * 4
    assert answer["faults"][0] | {"message": "", "remedy": ""} == {
        "file": str(file), "line": 7, "column": 15, "code": "infeasible-status-quo",
        "message": "", "remedy": "",
    }  # fmt: skip
    assert len(told.messages) == 4
    out = tmp_path / "faults.json"
    again = run("check", tmp_path, "--format", "json", "--out", out)
    assert (again.code, again.out) == (1, "")
    assert json.loads(out.read_text("utf-8")) == answer
    assert run("check", tmp_path, "--format", "csv").out == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nowhere"], "unknown-state"),
        (["YYNNYY"], "wrong-pattern"),
        (["-"], "wrong-pattern"),
        (["--YNNNNN"], "wrong-pattern"),
        (["NNYY"], "infeasible-state"),
        (["today", "--party", "nobody"], "unknown-player"),
        (["today", "--concept", "luck"], "unknown-concept"),
        (["today", "--party", ""], "unknown-player"),
        (["--odd"], "unknown-state"),
    ],
)
def test_a_state_party_or_concept_that_is_not_there(
    words: list[str], code: str, dam: Path, tmp_path: Path
) -> None:
    told = run("explain", dam, *words, "--out", tmp_path / "out")
    assert (told.code, told.out) == (2, "")
    (line,) = told.messages
    assert line.startswith(f"{code}: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["stability", "DAM", "--colour", "red"],
        ["stability", "DAM", "--format", "xml"],
        ["stability", "DAM", "--kernel", "quick"],
        ["stability"],
        ["stability", "DAM", "and more"],
        ["explain", "DAM"],
        ["explain", "DAM", "today", "--colour"],
        ["explain", "DAM", "today", "--format"],
        ["brief", "DAM", "--format", "csv"],
        ["check", "DAM", "--out"],
        ["new"],
        ["dance", "DAM"],
    ],
    ids=" ".join,
)
def test_a_call_that_cannot_be_read(words: list[str], dam: Path) -> None:
    told = run(*(dam if word == "DAM" else word for word in words))
    assert (told.code, told.out) == (2, "")
    assert "Error: " in told.err


@pytest.mark.parametrize("command", [*COMMANDS, "schema"])
def test_answers_that_cannot_be_written(command: str, dam: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("old")
    os.mkfifo(tmp_path / "pipe")
    words = ["schema"] if command == "schema" else ask(command, dam)
    for out, reason in (
        (tmp_path / "none" / "out", "No such file or directory"),
        (tmp_path / "folder", "it is a folder"),
        (tmp_path / "file" / "out", "Not a directory"),
        (tmp_path / "pipe", "it is no regular file"),
    ):
        told = run(*words, "--out", out)
        assert (told.code, told.out) == (1, "")
        (line,) = told.messages
        assert line.startswith(f"{out}: unwritable: the file cannot be written ({reason})")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "pipe"]
    assert (tmp_path / "file").read_text() == "old"


def test_the_fast_kernel_where_it_does_not_apply(tmp_path: Path) -> None:
    lines = TWO.replace("ranking: [NN, YY]", "indifferent: true").splitlines()
    text = "\n".join([*lines[:5], "  same: [x]", lines[-1], ""])
    written(tmp_path, text)
    told = run("stability", tmp_path, "--kernel", "fast")
    assert (told.code, told.out) == (2, "")
    assert told.messages[0].startswith("no-grid: the fast kernel does not apply")
    assert run("stability", tmp_path).code == 0
    told = run("explain", tmp_path, "Y-", "--concept", "sim")
    assert told.code == 2
    assert told.messages[0].startswith("concept-not-computed: ")


def test_an_older_dossier_is_not_overwritten(tmp_path: Path) -> None:
    file = written(tmp_path, BARE)
    told = run("new", tmp_path)
    assert (told.code, told.out) == (2, "")
    assert file.read_text("utf-8") == BARE
    assert run("new", tmp_path / "fresh", "--title", "two\nlines").code == 2
    assert not (tmp_path / "fresh").exists()
    assert run("new", file / "fresh").code == 1


HOSTILE = "\x1b]0;owned\x07\x1b[31m\u202egnp.exe\u2028\x9b2J"


def test_nothing_that_a_user_wrote_steers_the_terminal(dam: Path, tmp_path: Path) -> None:
    calls = [
        ["explain", dam, HOSTILE],
        ["explain", dam, "today", "--party", HOSTILE],
        ["explain", dam, "today", "--concept", HOSTILE],
        ["check", tmp_path / HOSTILE],
        ["check", dam, "--out", tmp_path / HOSTILE / "x"],
        ["check", dam, "--out", tmp_path / HOSTILE],
    ]
    for words in calls:
        told = run(*words)
        assert told.err.endswith("\n")
        assert len(told.messages) == 1
        assert not set(told.err.rstrip("\n")) & set("\x1b\x07\x9b\u202e\u2028\n")
    assert (tmp_path / HOSTILE).exists()


def test_messages_keep_every_letter_that_can_be_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell("سلام, \u2068x\u2069 a\u200cb 🕊 \t\x00\udcff")
    assert capsys.readouterr().err == "سلام, \u2068x\u2069 a\u200cb 🕊 \ufffd\ufffd\ufffd\n"


def test_hostile_text_of_a_dossier_is_refused_or_printed_harmlessly(tmp_path: Path) -> None:
    for letter in "\x1b\x07\x9b\x00":
        written(tmp_path, BARE.replace("Alpha", f'"Al{letter}pha"'))
        told = run("check", tmp_path)
        assert told.code == 1
        assert letter not in told.err
        escape = BARE.replace("Alpha", f'"Al\\x{ord(letter):02x}pha"')
        written(tmp_path, escape)
        assert run("check", tmp_path).code == 1
    turned = TWO.replace("same: [y and x]", 'names: {NN: "n\\u202Eame"}').replace(
        "infeasible: [x and y]\n  status_quo: [x, y]", "status_quo: []"
    )
    turned = turned.replace("ranking: [NN, YY]", "statements: [y]")
    for word in ("Two", "Alpha", "Do x"):
        turned = turned.replace(word, f'"{word[:2]}\\u202E\\u2066{word[2:]}"')
    written(tmp_path, turned)
    for words in (
        ["check", tmp_path, "--review"],
        ["stability", tmp_path],
        ["explain", tmp_path, "YN"],
    ):
        told = run(*words)
        assert told.code == 0
        assert not set(told.out) & {"\u202e", "\u2066"}


# As a user runs them


def test_mistakes_in_a_process_of_its_own(dam: Path, tmp_path: Path) -> None:
    written(tmp_path, BROKEN)
    told = shell("stability", tmp_path)
    assert (told.code, told.out) == (1, "")
    assert len(told.messages) >= 4
    told = shell("explain", dam, "-YN-")
    assert (told.code, told.out) == (2, "")
    told = shell("stability", dam, "--colour", "red")
    assert told.code == 2


def test_names_that_are_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff"
    told = shell("check", name, "--format", "json", env={"PYTHONIOENCODING": "utf-8:strict"})
    assert told.code == 1
    assert json.loads(told.out)["faults"][0]["code"] == "no-dossier"
    out = shell("check", name, "--format", "json", "--out", tmp_path / "out")
    assert out.code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_standard_output(dam: Path) -> None:
    with open("/dev/full", "wb") as full:
        told = shell("stability", dam, capture_output=False, stdout=full, stderr=-1)
    assert told.code == 1
    (line,) = told.messages
    assert line.startswith("unwritable: standard output cannot be written (No space left")


class Deaf:
    """A standard output that cannot be written to."""

    def __init__(self, error: OSError) -> None:
        self.error = error

    def write(self, text: str) -> None:
        raise self.error

    def fileno(self) -> int:
        raise OSError("it has no number")


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    def become(error: OSError) -> None:
        monkeypatch.setattr(sys, "stdout", Deaf(error))

    return become


def test_a_reader_that_is_gone_ends_a_command_quietly(deaf: Any, capsys: Any) -> None:
    deaf(BrokenPipeError())
    with pytest.raises(output.typer.Exit) as end, errors_told():
        deliver("an answer\n", None)
    assert end.value.exit_code == 0
    assert capsys.readouterr().err == ""


def test_an_output_that_fails_is_told(deaf: Any, capsys: Any) -> None:
    deaf(OSError())
    with pytest.raises(FileError, match="unknown reason"):
        deliver("an answer\n", None)
    with pytest.raises(output.typer.Exit) as end, errors_told():
        deliver("an answer\n", None)
    assert end.value.exit_code == 1
    assert "unwritable: standard output" in capsys.readouterr().err


def test_an_interrupted_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(output.typer.Exit) as end, errors_told():
        raise KeyboardInterrupt
    assert end.value.exit_code == 130
    assert capsys.readouterr().err == "interrupted: nothing was written.\n"
