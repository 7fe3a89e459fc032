"""Finding a Dask scheduler at an address, and whether its cluster fits, or why it does not."""

from __future__ import annotations

import asyncio
import pkgutil
import re
import warnings
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any

from detente.errors import CallError, RunError, call_error
from detente.version import VERSION

CONNECTING = 10.0
"""Seconds to wait for the scheduler, and then for a first worker."""


def dask() -> Any:
    """Return the package of Dask that speaks to clusters.

    Raises
    ------
    CallError
        If it is not installed.
    """
    try:
        return import_module("distributed")
    except ImportError as error:
        raise call_error(
            "missing-extra",
            "a cluster needs the package distributed, which is not installed",
            "Install it: pip install 'detente[cluster]'",
        ) from error


def connected(address: str) -> Any:
    """Return a Dask client of the scheduler at `address`, whose workers have this Détente.

    Raises
    ------
    CallError
        If no scheduler answers there.
    RunError
        If the cluster has no workers, or workers without this version of Détente.
    """
    # A client waits without end for what only seems to be a scheduler, so somebody asks first.
    try:
        with ThreadPoolExecutor(1) as thread:
            kind = thread.submit(asyncio.run, _kind(address)).result()
    except Exception as error:
        raise _unfit(address, _told(error)) from error
    if kind != "Scheduler":
        raise _unfit(address, f"what answers is a {kind.lower()}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = dask().Client(
                address,
                timeout=CONNECTING,
                set_as_default=False,
                direct_to_workers=False,
                name="detente",
            )
    except Exception as error:
        raise _unfit(address, _told(error)) from error
    try:
        _check_workers(client, address)
    except BaseException:
        client.close(timeout=2)
        raise
    return client


def other_version(message: str) -> RunError:
    """Return the error for a worker on which this version of Détente is not there."""
    remedy = f"Install Détente {VERSION} on every worker"
    return RunError.of("other-version", message, remedy)


def no_workers(address: str) -> RunError:
    """Return the error for a cluster that has no workers."""
    return RunError.of(
        "no-workers",
        f"the cluster at {address} has no workers",
        "Start workers, then call again",
    )


def _check_workers(client: Any, address: str) -> None:
    """Wait for a first worker and see that Détente is on all there are, in this version."""
    try:
        client.wait_for_workers(1, timeout=CONNECTING)
    except TimeoutError as error:
        raise no_workers(address) from error
    found = client.run(pkgutil.resolve_name, "detente.version:VERSION", on_error="return")
    for worker, version in sorted(found.items()):
        if isinstance(version, ImportError):
            raise other_version(f"Détente is not installed on the worker {worker}")
        if not isinstance(version, OSError) and version != VERSION:  # or it was lost just now
            raise other_version(f"the worker {worker} has Détente {version}, here it is {VERSION}")


async def _kind(address: str) -> str:
    """Return what answers at `address`: a Scheduler, a Worker.

    Raises
    ------
    Exception
        Whatever a connection to something else ends with, and `TimeoutError` where it hangs.
    """
    distributed = dask()

    async def asked() -> Any:
        arguments = distributed.Security().get_connection_args("client")
        comm = await distributed.comm.connect(address, timeout=0.5 * CONNECTING, **arguments)
        try:
            await comm.write({"op": "identity", "reply": True})
            return await comm.read()
        finally:
            comm.abort()

    answer = await asyncio.wait_for(asked(), CONNECTING)
    return str(answer["type"])


def _told(error: BaseException) -> str:
    """Return in a few words why there is no connection."""
    while error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    if isinstance(error, OSError | asyncio.CancelledError):
        return "nothing there answers as one"
    if re.search("TLS|encrypt", str(error)):
        return "Dask's settings for TLS do not fit this address"
    return "what answers is something else"


def _unfit(address: str, why: str) -> CallError:
    remedy = "Name the address of a running Dask scheduler, such as tcp://127.0.0.1:8786"
    if address.startswith("tls"):
        remedy += ", and set up Dask's keys for TLS"
    return call_error("no-cluster", f"there is no Dask scheduler at {address}: {why}", remedy)
