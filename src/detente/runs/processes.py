"""Chunks made by several processes of this machine, which die with this one or when told to.

Workers are started afresh (``spawn``), so that they inherit nothing but the task. Each holds one
end of a pipe; when this process closes the other end, or dies in whatever way, they end at once.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.connection import Connection

from detente.errors import RunError
from detente.runs.interrupts import unseen_by_children
from detente.runs.task import Tables, Task

PATIENCE = 5
"""How often workers may die while one chunk is waited for, before the run is given up."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes:
    """Makes chunks in worker processes; a worker that dies is replaced and its chunks made again.

    Parameters
    ----------
    task : Task
        Sent once to each worker.
    workers : int
        How many processes.
    """

    def __init__(self, task: Task, workers: int) -> None:
        self.ahead = 2 * workers
        self._task = pickle.dumps(task)
        self._workers = workers
        self._pool: _Pool | None = None
        self._begun: dict[int, Future[Tables]] = {}

    def begin(self, number: int) -> None:
        """Give chunk `number` to the next worker that is free."""
        if self._pool is None:
            self._pool = _Pool(self._task, self._workers)
        self._begun[number] = self._pool.submit(number)

    def result(self, number: int) -> Tables:
        """Return the tables of chunk `number`.

        Raises
        ------
        RunError
            If workers die again and again, or cannot be started.
        """
        for _ in range(PATIENCE):
            try:
                tables = self._begun[number].result()
            except BrokenExecutor:
                self._replace_pool()
            else:
                del self._begun[number]
                return tables
        raise RunError.of(
            "workers-die",
            f"the worker processes died {PATIENCE} times while chunk {number} was made",
            "Look whether the machine runs out of memory, or use fewer workers",
        )

    def _replace_pool(self) -> None:
        """Begin again, with new workers, whatever the dead ones had been given."""
        numbers = sorted(self._begun)
        done = {n: f for n, f in self._begun.items() if f.done() and f.exception() is None}
        self.close()
        for number in numbers:
            if number in done:
                self._begun[number] = done[number]
            else:
                self.begin(number)

    def close(self) -> None:
        """End all workers at once."""
        self._begun.clear()
        if self._pool is not None:
            self._pool.close()
            self._pool = None


class _Pool:
    """Worker processes that end when this object is closed or this process dies."""

    def __init__(self, task: bytes, workers: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._ends, self._alive = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(workers, context, _prepare, (task, self._ends))

    def submit(self, number: int) -> Future[Tables]:
        """Give out chunk `number`; a worker is started if none is free and there may be more."""
        try:
            with unseen_by_children():
                return self._pool.submit(_make, number)
        except BrokenExecutor as error:
            broken: Future[Tables] = Future()
            broken.set_exception(error)
            return broken
        except OSError as error:
            raise RunError.of(
                "no-workers",
                f"no worker process can be started ({error.strerror or 'unknown reason'})",
                "Use fewer workers, or none: --on here",
            ) from error

    def close(self) -> None:
        """End the workers, whatever they are at, and wait until they are gone."""
        self._alive.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._ends.close()


class _Worker:
    """What a worker process knows: the task, unpacked when the first chunk is asked for."""

    packed: bytes
    task: Task | None = None


def _prepare(task: bytes, ends: Connection) -> None:
    """Make this process a worker."""
    _Worker.packed = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(ends,), daemon=True).start()


def _end_with(ends: Connection) -> None:
    """End this process when the pipe is closed at its other end."""
    try:
        ends.poll(None)
    finally:
        os._exit(0)


def _make(number: int) -> Tables:
    """Return the tables of chunk `number`, in a worker."""
    if _Worker.task is None:
        _Worker.task = pickle.loads(_Worker.packed)  # noqa: S301 - from the process that started it
    task: Task = _Worker.task
    return task.chunk(number)
