"""Where work runs: in this process, in several, or on a Dask cluster; kept, resumed, the same."""

from __future__ import annotations

from detente.runs.reading import Results, read_results
from detente.runs.run import Run, Watcher
from detente.runs.task import Chunk, Table, Tables, Task

__all__ = ["Chunk", "Results", "Run", "Table", "Tables", "Task", "Watcher", "read_results"]
