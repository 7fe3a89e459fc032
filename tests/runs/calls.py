"""Starting runs as processes of their own and reading what they print."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from docs.refresh import ROOT


def start(**options: Any) -> subprocess.Popen[str]:
    """Start a run in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.runs.called", json.dumps(options)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def read(run: subprocess.Popen[str]) -> dict[str, Any]:
    """Return the next line that a run prints; empty at its end."""
    assert run.stdout is not None
    return dict(json.loads(run.stdout.readline() or "{}"))


def reached(run: subprocess.Popen[str], number: int) -> None:
    """Wait until a run has taken chunk `number`."""
    while line := read(run):
        if line.get("chunk") == number:
            return
    raise AssertionError(f"chunk {number} was never taken: {run.communicate()}")


def ended(run: subprocess.Popen[str]) -> dict[str, Any]:
    """Return what a run says at its end; nothing may stand on standard error."""
    out, err = run.communicate(timeout=120)
    assert (run.returncode, err) == (0, ""), err
    return dict(json.loads(out.splitlines()[-1]))


def said(**options: Any) -> dict[str, Any]:
    """Run and return what is said at the end."""
    return ended(start(**options))


def fault(**options: Any) -> tuple[str, str, int]:
    """Run and return the code and message of the only fault, and the exit code."""
    end = said(**options)
    (found,) = end["faults"]
    return found["code"], found["message"], end["exit"]


def members(group: int) -> list[int]:
    """Return the processes of a group that are alive."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
    )
    rows = [line.split() for line in listed.stdout.splitlines()]
    return [int(pid) for pid, of, state in rows if int(of) == group and state[0] != "Z"]
