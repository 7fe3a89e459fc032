"""Ctrl-C waits while a file is written, and is then what it always is."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.runs import Run, read_results
from detente.runs.interrupts import interrupted_after
from detente.runs.parquet import ParquetFiles
from tests.runs.fake import Fake


@pytest.fixture(autouse=True)
def own_handler() -> Iterator[None]:
    """Leave the handler as it was, whoever has set it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_waits_for_the_end_of_the_block() -> None:
    done = []

    @interrupted_after()
    def block() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        done.append(1)

    with pytest.raises(KeyboardInterrupt):
        block()
    assert done == [1]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_where_ctrl_c_does_nothing_it_does_nothing_later() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interrupted_after():
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_other_threads_have_no_say_in_it() -> None:
    seen = []

    def elsewhere() -> None:
        with interrupted_after():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


@pytest.mark.parametrize("call", ["write", "read", "notes"])
def test_ctrl_c_amid_a_file_leaves_it_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    class Interrupting:
        """A database at work when Ctrl-C is pressed."""

        def __init__(self, inner: object) -> None:
            self.inner = inner

        def execute(self, *of: object) -> object:
            os.kill(os.getpid(), signal.SIGINT)
            return self.inner.execute(*of)  # type: ignore[attr-defined]

        def __getattr__(self, name: str) -> object:
            return getattr(self.inner, name)

    files = ParquetFiles(tmp_path)
    table = Fake().chunk(0)["states"]
    files.write("states", table, {"a": "b"})
    before = (tmp_path / "states").read_bytes()
    monkeypatch.setattr(files, "_database", Interrupting(files._database))
    arguments = {"write": ("states", table, {"a": "b"}), "read": ("states",), "notes": ("states",)}
    with pytest.raises(KeyboardInterrupt):
        getattr(files, call)(*arguments[call])
    assert (tmp_path / "states").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["states"]


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    run = Run(Fake(), folder=tmp_path / "r", most=9)

    def interrupted() -> None:
        with run:
            for chunk in run:
                if chunk.number == 4:
                    os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert run.taken == 5
    assert len(list(read_results(tmp_path / "r"))) == 5
