"""Worker processes: the same chunks, whoever makes them and whoever dies, and nobody is left."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from detente.errors import CallError, RunError
from detente.runs import Run
from detente.runs import processes as room
from tests.runs.calls import ended, fault, members, reached, said, start
from tests.runs.fake import Fake, digest


def gone(group: int) -> bool:
    """Wait a little until no process of a group is left."""
    for _ in range(100):
        if not members(group):
            return True
        time.sleep(0.05)
    return False


@contextmanager
def cleared(run: subprocess.Popen[str]) -> Iterator[None]:
    """End what is left of a run, also where the test fails."""
    try:
        yield
    finally:
        for pid in members(run.pid):
            os.kill(pid, signal.SIGKILL)
        run.communicate()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_workers_gives_the_same_chunks(workers: int) -> None:
    with Run(Fake(), on="processes", workers=workers, most=12) as run:
        numbers = [chunk.number for chunk in run]
    assert numbers == list(range(12))
    assert run.digest == digest(Fake(), 12)


def test_what_was_made_ahead_does_not_count(tmp_path: Path) -> None:
    with Run(Fake(), on="processes", workers=2, folder=tmp_path / "r") as run:
        for chunk in run:
            if chunk.number == 4:
                break
    assert run.digest == digest(Fake(), 5)
    assert len(list((tmp_path / "r").glob("draws-*.parquet"))) == 5


def test_as_many_workers_as_processors() -> None:
    assert 1 <= room.processors() <= (os.cpu_count() or 1)
    with Run(Fake(), on="processes", most=2) as run:
        assert len(list(run)) == 2


def test_processors_where_nobody_says_which_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(room.os, "sched_getaffinity")
    assert room.processors() == os.cpu_count()


def test_a_worker_that_dies_costs_time_not_results(tmp_path: Path) -> None:
    died = tmp_path / "died"
    with Run(Fake(dies=str(died)), on="processes", workers=2, most=12) as run:
        assert len(list(run)) == 12
    assert died.exists()
    assert run.digest == digest(Fake(), 12)


def test_a_chunk_that_kills_every_worker_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "PATIENCE", 2)
    with (
        pytest.raises(RunError, match=r"workers-die: .* died 2 times while chunk 5 was made"),
        Run(Fake(fatal=5), on="processes", workers=2, folder=tmp_path / "r") as run,
    ):
        for _ in run:
            pass
    assert run.taken == 5
    with Run(Fake(), folder=tmp_path / "r", most=6) as run:
        assert len(list(run)) == 6
    assert (run.resumed, run.digest) == (5, digest(Fake(), 6))


def test_errors_of_the_task_reach_the_consumer_as_they_are() -> None:
    with (
        pytest.raises(CallError, match="no-luck: chunk 5 cannot be made"),
        Run(Fake(wrong=5), on="processes", workers=2) as run,
    ):
        for _ in run:
            pass
    assert run.taken == 5


def test_workers_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(room.ProcessPoolExecutor, "submit", refuse)
    with (
        pytest.raises(RunError, match=r"no-workers: .* \(Resource temporarily unavailable\)"),
        Run(Fake(), on="processes", workers=1) as run,
    ):
        next(iter(run))


def test_where_signals_cannot_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask")
    with Run(Fake(), on="processes", workers=1, most=2) as run:
        assert len(list(run)) == 2


def test_no_worker_outlives_its_run() -> None:
    run = start(on="processes", workers=2, task={"slow": 30.0, "rows": 3}, most=4)
    with cleared(run):
        for _ in range(200):
            if len(members(run.pid)) > 2:
                break
            time.sleep(0.05)
        os.kill(run.pid, signal.SIGKILL)
        assert gone(run.pid)


@pytest.mark.parametrize("at", ["first", "later"])
def test_ctrl_c_stops_at_once_and_keeps_what_is_done(tmp_path: Path, at: str) -> None:
    folder = str(tmp_path / "r")
    run = start(on="processes", workers=2, folder=folder, task={"slow": 0.05})
    with cleared(run):
        reached(run, 0 if at == "first" else 9)
        os.killpg(run.pid, signal.SIGINT)
        end = ended(run)
        assert gone(run.pid)
    assert end["taken"] >= (1 if at == "first" else 10)
    assert end["digest"] == digest(Fake(), end["taken"])
    again = said(folder=folder, most=end["taken"])
    assert again["digest"] == end["digest"]
    assert again["resumed"] == end["taken"]


def test_a_fault_in_a_worker_is_all_that_is_told() -> None:
    told = fault(on="processes", workers=2, task={"wrong": 3})
    assert told == ("no-luck", "chunk 3 cannot be made", 2)


@pytest.mark.parametrize("on", ["here", "processes"])
def test_memory_does_not_grow_with_chunks(tmp_path: Path, on: str) -> None:
    run = start(on=on, folder=str(tmp_path / "r"), task={"rows": 50_000}, most=90)
    out, err = run.communicate(timeout=120)
    assert err == ""
    lines = out.splitlines()[:-1]
    held = [float(line.partition('"megabytes": ')[2].rstrip("}")) for line in lines]
    assert len(held) == 90  # of half a megabyte each
    assert held[-1] - held[30] < 12
