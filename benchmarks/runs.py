"""Measure what a chunk costs besides the work in it, wherever it is made and kept."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.figures import Figure
from detente.runs import Run, Tables

DRAWS, GUESSES, STATES = 1_000, 60, 1_000


@dataclass(frozen=True)
class NoWork:
    """Chunks as large as those of draws, made in no time."""

    def identity(self) -> dict[str, Any]:
        """Return what tells this run from others."""
        return {"method": "no work"}

    def chunk(self, number: int) -> Tables:
        """Return tables that depend on `number`."""
        draws = np.arange(DRAWS) + number
        return {
            "draws": {f"g{k}": (draws >> (k % 8)) % 2 == 0 for k in range(GUESSES)},
            "states": {f"c{k}": np.arange(STATES, dtype=np.int32) for k in range(GUESSES // 2)},
        }


def milliseconds(chunks: int, **options: Any) -> tuple[float, Run]:
    """Return the median milliseconds from a chunk to the next, once work is under way."""

    def moments(run: Run) -> Iterator[float]:
        for _ in run:
            yield time.perf_counter()

    with Run(NoWork(), most=chunks, **options) as run:
        seen = list(moments(run))
    steps = [b - a for a, b in pairwise(seen)]
    return 1000 * statistics.median(steps[len(steps) // 4 :]), run


def figures(quick: bool) -> list[Figure]:
    """Measure the overhead of a chunk of 1,000 draws with 60 guesses and 1,000 states."""
    chunks = 40 if quick else 200
    name = "a chunk of 1,000 draws and states, no work: "
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results"
        here, _ = milliseconds(chunks)
        kept, _ = milliseconds(chunks, folder=results)
        read, again = milliseconds(chunks, folder=results)
        apart, _ = milliseconds(chunks, on="processes", workers=1)
        size = sum(file.stat().st_size for file in results.iterdir()) / chunks / 1024
    assert again.resumed == chunks
    return [
        Figure(f"{name}here", here, 5, "ms"),
        Figure(f"{name}kept", kept, 50, "ms", f" {size:.0f} kB"),
        Figure(f"{name}read back", read, 50, "ms"),
        Figure(f"{name}a process", apart, 20, "ms"),
    ]
