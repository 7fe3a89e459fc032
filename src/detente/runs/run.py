"""A run: the chunks of a task in their order, wherever they are made, kept if a folder is given.

However many workers there are, the consumer sees the same chunks in the same order, and only what
it took counts: what was made ahead is thrown away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from detente.runs.place import check_place, runner_on
from detente.runs.runner import Runner
from detente.runs.task import Chunk, Task, tables_digest

if TYPE_CHECKING:
    from detente.runs.keeping import Keeper


class Watcher(Protocol):
    """Who is told how far a run is, such as :class:`detente.runs.progress.Progress`."""

    def start(self, total: int | None) -> None:
        """Hear that the run starts, and of how many units it consists at most."""
        ...

    def advance(self, units: int, made: bool) -> None:
        """Hear that so many more units are there, made now or read back."""
        ...

    def stop(self) -> None:
        """Hear that the run is over or was given up."""
        ...


class Run:
    """The chunks of a task: a context manager, and an iterator over them in their order.

    Leave the loop when you have enough.

    Parameters
    ----------
    task : Task
        What is run.
    on : str
        ``"here"`` in this process, ``"processes"`` in several, or the address of a Dask scheduler:
        ``"tcp://host:port"`` or ``"tls://host:port"``.
    workers : int, optional
        How many processes; as many as there are processors if not given.
    folder : Path, optional
        The results folder: chunks are kept there, and read back instead of being made again.
    most : int, optional
        How many chunks there are at most; without end if not given.
    progress : Watcher, optional
        Is told how far the run is.
    units : int
        How many units of work, such as draws, a chunk has; for `progress` only.

    Attributes
    ----------
    digest : str
        SHA-256 over the digests of the chunks that were taken, in their order.
    taken : int
        How many chunks were taken.
    resumed : int
        How many of these were read back from the folder.

    Raises
    ------
    CallError
        If there is no such place to run. Entering the run raises what :class:`Keeper` and the
        runner raise: the folder or the cluster cannot be used.
    """

    def __init__(
        self,
        task: Task,
        *,
        on: str = "here",
        workers: int | None = None,
        folder: Path | None = None,
        most: int | None = None,
        progress: Watcher | None = None,
        units: int = 1,
    ) -> None:
        check_place(on, workers)
        self._task = task
        self._on = on
        self._workers = workers
        self._folder = folder
        self._most = most
        self._progress = progress
        self._units = units
        self._digest = hashlib.sha256()
        self._runner: Runner | None = None
        self._keeper: Keeper | None = None
        self._begun = 0
        self.taken = 0
        self.resumed = 0

    @property
    def digest(self) -> str:
        """SHA-256 over the digests of the chunks that were taken, 64 hexadecimal digits."""
        return self._digest.hexdigest()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know, such as that a file of the folder was damaged."""
        return tuple(self._keeper.remarks) if self._keeper else ()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            if self._folder is not None:
                from detente.runs.keeping import Keeper

                self._keeper = Keeper(self._folder, self._task.identity())
                stack.callback(self._keeper.close)
            self._runner = runner_on(self._on, self._workers, self._task)
            stack.callback(self._runner.close)
            if self._progress is not None:
                stack.callback(self._progress.stop)
                self._progress.start(None if self._most is None else self._most * self._units)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()
        self._runner = None

    def __iter__(self) -> Iterator[Chunk]:
        if self._runner is None:
            raise RuntimeError("a run gives chunks only in its with statement")
        while self.taken != self._most:
            number = self.taken
            self._begin(self._runner, number)
            chunk = self._read(number)
            made = chunk is None
            if chunk is None:
                if number in self._kept:
                    self._runner.begin(number)
                tables = self._runner.result(number)
                chunk = Chunk(number, tables, tables_digest(tables))
                if self._keeper is not None:
                    self._keeper.keep(chunk)
            self._digest.update(bytes.fromhex(chunk.digest))
            self.taken += 1
            self.resumed += not made
            if self._progress is not None:
                self._progress.advance(self._units, made)
            yield chunk

    @property
    def _kept(self) -> Container[int]:
        return () if self._keeper is None else self._keeper

    def _begin(self, runner: Runner, number: int) -> None:
        """Have the chunks from `number` on made that are not kept, as many as may be ahead."""
        end = number + runner.ahead
        if self._most is not None:
            end = min(end, self._most)
        for coming in range(max(self._begun, number), end):
            if coming not in self._kept:
                runner.begin(coming)
            self._begun = coming + 1

    def _read(self, number: int) -> Chunk | None:
        """Return chunk `number` if it is kept and sound."""
        if self._keeper is None or number not in self._keeper:
            return None
        return self._keeper.read(number)
