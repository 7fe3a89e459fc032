"""A runner makes the chunks that it is asked for; the simplest makes them here, one by one."""

from __future__ import annotations

from typing import Protocol

from detente.runs.task import Tables, Task


class Runner(Protocol):
    """Where chunks are made."""

    ahead: int
    """How many chunks are begun before the first of them is wanted, so that no worker waits."""

    def begin(self, number: int) -> None:
        """Have chunk `number` made; it is wanted later."""
        ...

    def result(self, number: int) -> Tables:
        """Return the tables of a chunk that was begun, waiting for them."""
        ...

    def close(self) -> None:
        """Stop all work at once and leave no process behind; what was begun is given up."""
        ...


class Here:
    """Makes each chunk in this process when it is wanted."""

    ahead = 1

    def __init__(self, task: Task) -> None:
        self._task = task

    def begin(self, number: int) -> None:
        """Do nothing: the chunk is made when it is wanted."""

    def result(self, number: int) -> Tables:
        """Make chunk `number`."""
        return self._task.chunk(number)

    def close(self) -> None:
        """Do nothing: nothing is under way."""
