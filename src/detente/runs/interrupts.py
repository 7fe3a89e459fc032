"""Ctrl-C at moments when it must wait: while a worker starts, and while a file is written."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def unseen_by_children() -> Iterator[None]:
    """Block Ctrl-C while processes are started, which inherit this and never see it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def interrupted_after() -> Iterator[None]:
    """Put Ctrl-C off until the block is over.

    DuckDB looks for it at work and turns it into errors of its own.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    seen: list[FrameType | None] = []
    signal.signal(signal.SIGINT, lambda _, frame: seen.append(frame))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if seen:
            before(signal.SIGINT, seen[0])
