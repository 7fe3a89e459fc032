"""A real Dask cluster on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from docs.refresh import ROOT


class Processes:
    """Starts processes, and ends those and no others."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *command: str, path: str = "") -> subprocess.Popen[str]:
        """Start Python with `command`; what it writes is kept."""
        with (self.folder / f"log-{len(self.started)}").open("w") as log:
            process = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [path, str(ROOT)]))},
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                text=True,
            )
        self.started.append(process)
        return process

    def scheduler(self, protocol: str = "tcp") -> str:
        """Start a scheduler and return its address."""
        file = self.folder / f"scheduler-{len(self.started)}.json"
        self.start(
            *("-m", "distributed.cli.dask_scheduler", "--port", "0"),
            *("--host", f"{protocol}://127.0.0.1"),
            *("--no-dashboard", "--no-show", "--scheduler-file", str(file)),
        )
        for _ in range(600):
            time.sleep(0.05)
            if file.exists() and file.read_text().endswith("}"):
                return str(json.loads(file.read_text())["address"])
        raise AssertionError("the scheduler did not start")

    def worker(self, address: str, path: str = "") -> subprocess.Popen[str]:
        """Start a worker of one thread, which finds modules in `path` first."""
        return self.start(
            *("-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny"),
            *("--no-dashboard", "--memory-limit", "0"),
            *("--host", f"{address.partition(':')[0]}://127.0.0.1"),
            *("--local-directory", str(self.folder)),
            path=path,
        )

    def end(self) -> None:
        """Kill what was started."""
        for process in self.started:
            process.kill()
            process.wait()
