"""What every test shares: hypothesis profiles, and no way out to a network."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import typer
from hypothesis import settings

settings.register_profile("default", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("default")


LONG = ("chunk", "part")
"""Parameters that number the parts of a long test."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Trace only the first part of a long test: the others run the same lines, thrice as slowly."""
    for item in items:
        given = getattr(item, "callspec", None)
        if given is not None and any(given.params.get(name, 0) != 0 for name in LONG):
            item.add_marker(pytest.mark.untraced)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Run an untraced test without the tracer of coverage, in worker processes too."""
    tracer = sys.gettrace()
    if item.get_closest_marker("untraced") is not None:
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


class NetworkUsedError(AssertionError):
    """A test, or the code under test, tried to open a connection."""


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection and every look-up of a host name."""

    def refuse(*args: Any, **kwargs: Any) -> Any:
        raise NetworkUsedError(f"no test may use the network: {args!r}")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, refuse)
        for name in ("create_connection", "getaddrinfo", "gethostbyname"):
            patch.setattr(socket, name, refuse)
        yield


@pytest.fixture(autouse=True, scope="session")
def one_command_line() -> Iterator[None]:
    """Build the command line once: the runner of tests builds it for every call anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(typer.main.get_command), raising=False)
        yield
