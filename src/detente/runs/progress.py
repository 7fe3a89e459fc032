"""A bar on a terminal: how much of a run is done, how fast it goes, how long it will take."""

from __future__ import annotations

import sys
from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from detente.words import say


class Progress:
    """Shows how far a run is, on a terminal and nowhere else.

    Parameters
    ----------
    what : str
        The units that are counted, in the plural: draws.
    stream : text stream, optional
        Where the bar is shown; standard error if not given.
    """

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        stream = sys.stderr if stream is None else stream
        self._what = what
        self._bar: Bar | None = None
        if stream is not None and not stream.closed and stream.isatty():
            self._bar = Bar(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                _Rate(),
                TimeRemainingColumn(elapsed_when_finished=True),
                console=Console(file=stream),
                transient=True,
            )
            self._task = self._bar.add_task(what, total=None)

    def start(self, total: int | None) -> None:
        """Show a bar for `total` units, or one without an end."""
        if self._bar is not None:
            self._bar.reset(self._task, total=total)
            self._bar.start()

    def advance(self, units: int, made: bool) -> None:
        """Show that `units` more are there; those read back do not count for the rate."""
        if self._bar is None:
            return
        self._bar.advance(self._task, units)
        if not made:
            (task,) = self._bar.tasks
            self._bar.reset(self._task, completed=int(task.completed))

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


class _Rate(ProgressColumn):
    """How many units a second are made."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(say("runs.rate", rate=speed) if speed else "")
