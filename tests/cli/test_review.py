"""The review as a person has it: keys or lines in, the dossier written, nothing lost."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli import app
from detente.dossier import load
from detente.reading.store import open_store
from tests.cli.calls import Told, run
from tests.reading.reviewing import Read, empty_dossier, faulty_figure, fill, first, second


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return empty_dossier(tmp_path / "lake", [first(), second()])


def typed(folder: Path, *lines: str, options: tuple[str, ...] = ()) -> str:
    """Return what a review says to whom types `lines`."""
    text = "".join(f"{line}\n" for line in lines)
    result = CliRunner().invoke(app, ["review", str(folder), *options], input=text)
    assert result.exit_code == 0, result.output
    return result.stdout


def statuses(folder: Path) -> list[str]:
    with open_store(folder) as store:
        return [item.status for item in store.items()]


def test_accept_reject_skip_and_quit(folder: Path) -> None:
    told = typed(folder, "a", "r", "not a party", "s", "a", "q")
    assert "1 of 9: party" in told
    assert ">>met<<" in told
    assert "2 accepted, 1 rejected, 6 left." in told
    assert "Written to" in told
    dossier = load(folder)
    assert len(dossier.record.talks) == 1
    assert len(dossier.record.talks[0].evidence) == 2
    again = typed(folder, "q")
    assert "1 of 6: person" in again
    assert "Nothing new was to be written." in again


def test_all_the_way_to_the_end(folder: Path) -> None:
    assert "9 accepted, 0 rejected, 0 left." in typed(folder, *"a" * 9)
    assert run("check", folder).code == 0
    assert typed(folder) == "Nothing is left to review.\n"


def test_an_edit_field_by_field(folder: Path) -> None:
    answers = {
        "parties": "norrland, Sudland", "level": "shouting", "level again": "mediator",
        "place": "-", "quote": "no such words", "quote again": "met at Lake Town",
    }  # fmt: skip
    keys = ["parties", "people", "level", "level again", "place", "from", "to", "status",
            "outcome", "date", "quote", "quote again"]  # fmt: skip
    typing = [answers.get(key, "") for key in keys]
    typed(folder, "a", "a", "q")
    told = typed(folder, "e", *typing, "q", options=("--kind", "talks"))
    assert "shouting" in told
    assert "These words do not stand in the sentence." in told
    (talks,) = load(folder).record.talks
    assert (talks.parties, talks.level, talks.where) == (("norrland", "sudland"), "mediator", None)
    assert "met at Lake Town" in [piece.quote for piece in talks.evidence]


def test_back_help_and_keys_that_are_none(folder: Path) -> None:
    told = typed(folder, "b", "?", "x", "", "a", "b", "q")
    assert "There is nothing to take back." in told
    assert "take the last decision back" in told
    assert "No such key: x." in told
    assert "No such key: -." in told
    assert set(statuses(folder)) == {"proposed"}
    assert not load(folder).parties


def test_all_of_a_kind_asks_once(folder: Path) -> None:
    told = typed(folder, "A", "n", "A", "y", "q")
    assert "Accept 2 of the kind party unseen? [y/N]" in told
    assert "2 accepted unseen." in told
    assert set(load(folder).parties) == {"norrland", "sudland"}
    with open_store(folder) as store:
        assert all(item.bulk for item in store.items(status="accepted"))
    told = typed(folder, "A", "y", options=("--kind", "events"))
    assert "1 more are not stated as facts" in told


def test_the_end_of_the_input_is_a_quit(folder: Path) -> None:
    told = typed(folder, "a")
    assert "1 accepted, 0 rejected, 8 left." in told
    assert len(load(folder).parties) == 1


def test_accept_all_and_list(folder: Path) -> None:
    listed = run("review", folder, "--list")
    assert listed.out.startswith("9 proposals to review\n")
    told = run("review", folder, "--accept-all", "--confidence", "high")
    assert "talks 1" in told.out
    as_json = json.loads(run("review", folder, "--list", "--format", "json").out)
    # of the talks only the report that told most was that sure
    assert len(as_json["proposals"]) == 9
    told = run("review", folder, "--accept-all")
    assert told.code == 0
    assert "detente draft" in told.out
    (left,) = json.loads(run("review", folder, "--list", "--format", "json").out)["proposals"]
    assert (left["kind"], left["limits"]) == ("events", ["negated"])


def test_what_cannot_be_written_is_said_and_can_be_edited(tmp_path: Path) -> None:
    folder = empty_dossier(tmp_path, [Read(first().report, (faulty_figure(),))])
    told = run("review", folder, "--accept-all").out
    assert "Not written (figure, lake_wire_2031_05_06): high 3 is below low 9" in told
    assert "Nothing new was to be written." in told
    told = typed(folder, "a", "e", *[""] * 3, "-", *[""] * 6)
    assert "It cannot stand in the dossier like this" in told
    assert "1 accepted, 0 rejected, 0 left." in told
    (figure,) = load(folder).record.figures
    assert (figure.low, figure.high) == (9, None)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--kind", "evnts"), "unknown-kind"),
        (("--confidence", "very"), "unknown-confidence"),
        (("--list", "--accept-all"), "list-and-accept"),
        (("--format", "json"), "only-a-list"),
    ],
)
def test_calls_that_cannot_be(folder: Path, words: tuple[str, ...], code: str) -> None:
    told = run("review", folder, *words)
    assert told.code == 2
    assert code in told.err


def test_without_anything_read(tmp_path: Path) -> None:
    run("new", tmp_path / "new", "--empty")
    told = run("review", tmp_path / "new")
    assert told.code == 1
    assert not (tmp_path / "new" / "reading.sqlite").exists()


def test_a_kill_loses_no_decision(folder: Path) -> None:
    command = [sys.executable, "-c", "from detente.cli import main; main()", "review", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(b"a\na\na\n")
        process.stdin.flush()
        until = time.monotonic() + 30
        while statuses(folder).count("accepted") < 3 and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    assert statuses(folder).count("accepted") == 3
    assert not load(folder).parties
    assert "1 of 6: talks" in typed(folder, "q")
    dossier = load(folder)
    assert len(dossier.parties) == 2
    assert len(dossier.record.people) == 1


def at_a_terminal(folder: Path, *keys: bytes) -> bytes:
    """Return what a review shows on a terminal on which `keys` are pressed.

    A key that was pressed before the review listened is pressed again.
    """
    pty = pytest.importorskip("pty")
    here, there = pty.openpty()
    command = [sys.executable, "-c", "from detente.cli import main; main()", "review", str(folder)]
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("NO_COLOR", None)
    seen, waiting, until = b"", list(keys), time.monotonic() + 40
    with subprocess.Popen(
        command, stdin=there, stdout=there, stderr=there, env=environment
    ) as process:
        os.close(there)
        pressed = 0
        while process.poll() is None and time.monotonic() < until:
            if select.select([here], [], [], 0.3)[0]:
                seen += read_from(here)
            elif waiting and seen.endswith((b"help ", b"none): ")):
                if len(seen) > pressed:
                    pressed = len(seen)
                    key = waiting.pop(0)
                os.write(here, key)
        while select.select([here], [], [], 0)[0] and (piece := read_from(here)):
            seen += piece
        process.kill()
    os.close(here)
    return seen


def read_from(handle: int) -> bytes:
    """Return what is there to be read; nothing if the other end is closed."""
    try:
        return os.read(handle, 4096)
    except OSError:
        return b""


def test_at_a_terminal_a_key_is_enough_and_an_interruption_is_a_quit(folder: Path) -> None:
    seen = at_a_terminal(folder, b"a", b"r", b"none such\n", b"s", b"\x03")
    assert b"\x1b[1m1 of 9: party" in seen
    assert b"\x1b[1m\x1b[4mmet" in seen
    assert b"1 accepted, 1 rejected, 7 left." in seen
    assert statuses(folder).count("accepted") == 1
    assert len(load(folder).parties) == 1


def test_read_again_after_review_adds_evidence(tmp_path: Path) -> None:
    folder = empty_dossier(tmp_path, [first()])
    run("review", folder, "--accept-all")
    fill(folder, [second()])
    told = typed(folder, "s", "a", "a")
    assert "this is further evidence for it" in told
    assert "further evidence 1" in told


def test_new_empty(tmp_path: Path) -> None:
    told: Told = run("new", tmp_path / "a", "--empty", "--title", "Lake talks")
    assert told.out.endswith(f"Next: detente read {tmp_path / 'a'} REPORTS\n")
    assert run("check", tmp_path / "a").code == 0
    both = run("new", tmp_path / "b", "--empty", "--genius", tmp_path / "domain.xml")
    assert both.code == 2
    assert "empty-domain" in both.err
