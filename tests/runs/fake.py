"""A small task whose chunks are known."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.errors import call_error
from detente.runs import Run, Tables


@dataclass(frozen=True)
class Fake:
    """Draws from a seed; what else it does leaves its tables as they are."""

    seed: int = 1
    rows: int = 50
    slow: float = 0.0
    dies: str = ""
    """A file: the worker that first makes chunk 3 creates it and is killed."""
    fatal: int = -1
    """The chunk that kills each worker that makes it."""
    wrong: int = -1
    """The chunk that raises an error for the user."""

    def identity(self) -> dict[str, Any]:
        return {"method": "fake", "seed": self.seed, "parameters": {"rows": self.rows}}

    def chunk(self, number: int) -> Tables:
        if number == self.wrong:
            raise call_error("no-luck", f"chunk {number} cannot be made")
        if number == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 3 and self.dies:
            try:
                os.close(os.open(self.dies, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                pass
            else:
                os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(self.slow)
        random = np.random.Generator(np.random.PCG64([self.seed, number]))
        share = random.random(self.rows)
        share[number % self.rows] = np.nan
        return {
            "draws": {
                "holds": random.random(self.rows) > 0.5,
                "order": random.integers(-3, 4, self.rows).astype(np.int8),
                "share": share,
            },
            "states": {"count": random.integers(0, 1 << 60, 4).astype(np.uint64)},
        }


def digest(task: Fake, chunks: int) -> str:
    """Return the digest of a run in this process."""
    with Run(task, most=chunks) as run:
        for _ in run:
            pass
    return run.digest
