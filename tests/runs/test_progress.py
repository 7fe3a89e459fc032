"""A bar on a terminal, nothing anywhere else; what was read back does not make a run look fast."""

from __future__ import annotations

import io
import sys

import pytest

from detente.runs import Run
from detente.runs import progress as room
from detente.runs.progress import Progress
from tests.runs.fake import Fake


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def shown(stream: io.StringIO, most: int | None = 4) -> str:
    with Run(Fake(), most=most, progress=Progress("draws", stream), units=500) as run:
        for chunk in run:
            if chunk.number == 3:
                break
    return stream.getvalue()


def test_nothing_is_shown_but_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO()) == ""
    closed = Terminal()
    closed.close()
    progress = Progress("draws", closed)
    progress.start(3)
    progress.advance(1, made=True)
    progress.stop()
    monkeypatch.setattr(sys, "stderr", None)
    Progress("draws").start(3)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    progress = Progress("draws")
    progress.start(3)
    progress.stop()
    assert "draws" in terminal.getvalue()


def test_a_terminal_shows_units_and_is_cleared_in_the_end() -> None:
    text = shown(Terminal())
    assert "draws" in text
    assert "2000/2000" in text
    assert text.endswith("\x1b[2K")


def test_a_run_without_a_known_end_shows_a_bar_too() -> None:
    assert "2000/?" in shown(Terminal(), most=None)


def test_rate_counts_what_was_made_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    stream = Terminal()
    progress = Progress("draws", stream)
    assert progress._bar is not None
    monkeypatch.setattr(progress._bar, "get_time", lambda: now)
    progress.start(10_000)
    (task,) = progress._bar.tasks
    task._get_time = lambda: now
    for _ in range(6):
        progress.advance(1000, made=False)
    for _ in range(3):
        now += 1.0
        progress.advance(100, made=True)
    assert task.completed == 6300
    assert task.speed == pytest.approx(100)
    assert str(room._Rate().render(task)) == "100/s"
    progress.stop()
