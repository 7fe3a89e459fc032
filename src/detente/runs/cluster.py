"""Chunks made by a Dask cluster that somebody started, at the address that the user gave.

The task is sent once, as a value that the scheduler keeps; each worker fetches it once, and each
thread of it unpacks one for itself. Dask gives the chunks of a lost worker to another. Détente must
be installed on the workers in this version, which is checked before the first chunk and again by
each worker.
"""

from __future__ import annotations

import pickle
import threading
import uuid
from concurrent.futures import CancelledError
from contextlib import ExitStack
from typing import Any

from detente.errors import RunError
from detente.runs.quiet import quiet
from detente.runs.scheduler import connected, dask, no_workers, other_version
from detente.runs.task import Tables, Task
from detente.version import VERSION

WORKERLESS = 60.0
"""Seconds to wait for a worker once all of them are gone."""
LOOKING = 5.0
"""Seconds between two looks at whether there are workers."""
AHEAD = 3
"""Chunks begun for each thread of the workers."""


class Cluster:
    """Makes chunks on a Dask cluster.

    Parameters
    ----------
    task : Task
        Its class must be importable on the workers.
    address : str
        ``tcp://host:port`` or ``tls://host:port`` of the scheduler.

    Raises
    ------
    CallError, RunError
        If there is no cluster at the address that fits, or Dask is not installed.
    """

    def __init__(self, task: Task, address: str) -> None:
        self._address = address
        self._begun: dict[int, Any] = {}
        self._name = f"detente-{uuid.uuid4().hex}"
        with ExitStack() as stack:
            self._distributed = dask()  # its loggers must be there before they are silenced
            stack.enter_context(quiet())
            self._client = connected(address)
            stack.callback(self._leave)
            self._task = self._client.submit(bytes, pickle.dumps(task), key=f"{self._name}-task")
            self.ahead = AHEAD * max(1, sum(self._client.nthreads().values()))
            self._stack = stack.pop_all()

    def begin(self, number: int) -> None:
        """Give chunk `number` to the cluster."""
        self._begun[number] = self._client.submit(
            _make,
            *(self._name, self._task, number, VERSION),
            key=f"{self._name}-{number}",
            priority=-number,
        )

    def result(self, number: int) -> Tables:
        """Return the tables of chunk `number`.

        Raises
        ------
        RunError
            If the cluster is lost, has no workers for a minute, or loses each worker that tries.
        """
        future = self._begun[number]
        try:
            tables = self._when_done(future)
        except self._distributed.scheduler.KilledWorker as error:
            raise RunError.of(
                "workers-die",
                f"each worker that made chunk {number} was lost",
                "Look whether the workers run out of memory",
            ) from error
        except (CancelledError, OSError) as error:
            raise RunError.of(
                "cluster-lost",
                f"the connection to the scheduler at {self._address} was lost",
                "Call again when it is back; a results folder spares what was done",
            ) from error
        del self._begun[number]
        return tables

    def _when_done(self, future: Any) -> Tables:
        """Return what `future` has in the end, waiting as long as there is somebody to do it."""
        alone = 0.0
        while True:
            try:
                tables: Tables = future.result(timeout=LOOKING)
            except TimeoutError:
                if future.done():
                    raise
                alone = 0.0 if self._client.nthreads() else alone + LOOKING
                if alone >= WORKERLESS:
                    raise no_workers(self._address) from None
            else:
                return tables

    def _leave(self) -> None:
        """Give up what was begun and leave the cluster."""
        self._client.cancel(list(self._begun.values()), force=True)
        self._begun.clear()
        self._client.close(timeout=2)

    def close(self) -> None:
        """Give up what was begun and leave the cluster."""
        self._stack.close()


_mine = threading.local()
"""In a thread of a worker: the last run that it worked for, and a task of its own."""


def _make(run: str, packed: bytes, number: int, version: str) -> Tables:
    """Return the tables of chunk `number`, on a worker, which may have come late."""
    if version != VERSION:
        raise other_version(f"a worker has Détente {VERSION}, here it is {version}")
    if getattr(_mine, "run", "") != run:
        _mine.run, _mine.task = run, pickle.loads(packed)  # noqa: S301 - as Dask itself does
    task: Task = _mine.task
    return task.chunk(number)
