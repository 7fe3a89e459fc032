"""The places where work can run, by the name that the user gives."""

from __future__ import annotations

import re

from detente.errors import call_error
from detente.runs.processes import Processes, processors
from detente.runs.runner import Here, Runner
from detente.runs.task import Task

_ADDRESS = re.compile(r"(tcp|tls)://([^\s/:@\[\]]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})")
MOST_WORKERS = 1024


def check_place(on: str, workers: int | None) -> None:
    """Refuse what is no place to run, before anything else is done.

    Raises
    ------
    CallError
        If `on` is none of the three, or `workers` does not fit it.
    """
    address = _ADDRESS.fullmatch(on)
    if on not in ("here", "processes") and not (address and 0 < int(address["port"]) < 1 << 16):
        raise call_error(
            "unknown-place",
            f"nothing can run on {on}",
            "Choose here, processes, or the address of a Dask scheduler: tcp://host:port or "
            "tls://host:port",
        )
    if workers is None:
        return
    if on != "processes":
        raise call_error(
            "bad-workers",
            f"a number of workers means processes, and the work is to run on {on}",
            "Leave the number away, or choose processes",
        )
    if not 1 <= workers <= MOST_WORKERS:
        raise call_error(
            "bad-workers",
            f"there cannot be {workers} workers",
            f"Give a number from 1 to {MOST_WORKERS}",
        )


def runner_on(on: str, workers: int | None, task: Task) -> Runner:
    """Return the runner for a place that :func:`check_place` found good.

    Raises
    ------
    CallError, RunError
        If there is no cluster at the address, or none that fits.
    """
    if on == "here":
        return Here(task)
    if on == "processes":
        return Processes(task, workers or processors())
    from detente.runs.cluster import Cluster

    return Cluster(task, on)
