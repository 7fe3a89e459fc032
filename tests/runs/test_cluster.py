"""A real Dask cluster: the same digest, whoever is killed; and one clear line where there is none.

Tests may open no connection, so the runs are processes of their own too.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.errors import CallError
from detente.runs import Run
from detente.runs.quiet import quiet
from detente.version import VERSION
from docs.refresh import ROOT
from tests.runs.calls import ended, fault, reached, said, start
from tests.runs.cluster import Processes
from tests.runs.fake import Fake, digest


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    """Processes that are ended with the test."""
    started = Processes(tmp_path)
    try:
        yield started
    finally:
        started.end()


def other_detente(folder: Path, text: str) -> str:
    """Write a package that stands in for another Détente, and return the folder to find it in."""
    package = folder / "other" / "detente"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(text)
    (package / "version.py").write_text('VERSION = "0.0.1"\n')
    return str(package.parent)


def test_a_killed_worker_costs_time_not_results(processes: Processes, tmp_path: Path) -> None:
    address = processes.scheduler()
    first, _ = processes.worker(address), processes.worker(address)
    folder = str(tmp_path / "results")
    run = start(on=address, most=30, folder=folder, task={"slow": 0.05})
    reached(run, 8)
    first.kill()
    end = ended(run)
    assert (end["taken"], end["digest"]) == (30, digest(Fake(), 30))

    # the same cluster goes on with the folder, and a run that is given up leaves nothing behind
    run = start(on=address, folder=folder, task={"slow": 0.05})
    reached(run, 33)
    run.send_signal(signal.SIGINT)
    end = ended(run)
    assert (end["taken"] >= 34, end["resumed"]) == (True, 30)
    assert end["digest"] == digest(Fake(), end["taken"])
    told = fault(on=address, task={"wrong": 3})
    assert told == ("no-luck", "chunk 3 cannot be made", 2)

    # a worker of another version is found out
    processes.worker(address, other_detente(tmp_path, ""))
    for _ in range(100):
        if "faults" in (end := said(on=address, most=1)):
            break
        time.sleep(0.1)
    (found,) = end["faults"]
    assert found["code"] == "other-version"
    assert f"has Détente 0.0.1, here it is {VERSION}" in found["message"]
    assert found["remedy"] == f"Install Détente {VERSION} on every worker"


def test_a_lost_scheduler_is_told_and_the_folder_resumes(
    processes: Processes, tmp_path: Path
) -> None:
    address = processes.scheduler()
    processes.worker(address)
    folder = str(tmp_path / "results")
    run = start(on=address, most=300, folder=folder, task={"slow": 0.02})
    reached(run, 5)
    processes.started[0].kill()
    (found,) = ended(run)["faults"]
    assert (found["code"], address in found["message"]) == ("cluster-lost", True)
    end = said(folder=folder, most=20)
    assert end["resumed"] >= 6
    assert end["digest"] == digest(Fake(), 20)


def test_workers_without_detente(processes: Processes, tmp_path: Path) -> None:
    address = processes.scheduler()
    processes.worker(address, other_detente(tmp_path, "raise ImportError\n"))
    code, message, _ = fault(on=address, most=2)
    assert (code, "Détente is not installed on the worker" in message) == ("other-version", True)


HASTY = """
import sys, detente.runs.scheduler as scheduler, detente.runs.cluster as cluster
scheduler.CONNECTING, cluster.LOOKING, cluster.WORKERLESS = {connecting}, 0.2, 0.6
import tests.runs.called as called
sys.argv[1] = sys.argv[1].replace("PORT", str({port}))
called.main()
"""
"""A run that is soon out of patience."""

WEB = """
import socket, threading
server = socket.create_server(("127.0.0.1", 0))
def serve():
    while True:
        link, _ = server.accept()
        link.sendall(b"HTTP/1.1 400 Bad Request\\r\\nContent-Length: 0\\r\\n\\r\\n")
        if {closes}:
            link.close()
threading.Thread(target=serve, daemon=True).start()
"""
"""A web server, which answers in its own way."""


def hasty(call: str, before: str = "", port: str = "0", **environment: str) -> str:
    """Return what a hasty run prints; nothing may stand on standard error."""
    code = before + HASTY.format(connecting=2.0, port=port)
    done = subprocess.run(
        [sys.executable, "-c", code, call],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def test_a_cluster_whose_workers_are_all_gone(processes: Processes) -> None:
    address = processes.scheduler()
    told = hasty(f'{{"on": "{address}"}}')
    assert f"the cluster at {address} has no workers" in told
    worker = processes.worker(address)
    while fault(on=address, task={"wrong": 0})[0] == "no-workers":
        time.sleep(0.1)
    code = HASTY.format(connecting=10, port=0)
    run = subprocess.Popen(
        [sys.executable, "-c", code, f'{{"on": "{address}", "task": {{"slow": 0.02}}}}'],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    reached(run, 3)
    worker.kill()
    (found,) = ended(run)["faults"]
    assert found["code"] == "no-workers"


def test_a_chunk_that_kills_every_worker_ends_the_run(processes: Processes) -> None:
    address = processes.scheduler()
    for _ in range(4):
        processes.worker(address)
    code, message, exit_code = fault(on=address, task={"fatal": 0}, most=1)
    assert (code, exit_code) == ("workers-die", 1)
    assert message == "each worker that made chunk 0 was lost"


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (WEB.format(closes=True), "something else"),
        (WEB.format(closes=False), "something else"),
        (
            'import socket\nserver = socket.create_server(("127.0.0.1", 0))\n',
            "nothing there answers as one",
        ),
        (
            'import socket\nserver = socket.socket()\nserver.bind(("127.0.0.1", 0))\n',
            "(refused|nothing there answers as one)",  # as the last try happened to end
        ),
    ],
    ids=["web", "web-open", "silent", "nothing"],
)
def test_what_is_no_scheduler(before: str, why: str) -> None:
    told = hasty('{"on": "tcp://127.0.0.1:PORT"}', before, "server.getsockname()[1]")
    assert '"code": "no-cluster"' in told
    assert '"exit": 2' in told
    assert re.search(why, told)


def test_tls_without_keys_and_secrets_without_tls() -> None:
    told = hasty('{"on": "tls://127.0.0.1:1"}')
    assert "Dask's settings for TLS do not fit this address" in told
    assert "set up Dask's keys for TLS" in told
    told = hasty('{"on": "tcp://127.0.0.1:1"}', DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION="true")
    assert "Dask's settings for TLS do not fit this address" in told


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that Dask's own settings name, or a skipped test where none can be made."""
    if shutil.which("openssl") is None:
        pytest.skip("without openssl there are no keys")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(cert)),
        ],
        check=True,
        capture_output=True,
    )
    tls = "DASK_DISTRIBUTED__COMM__TLS__"
    monkeypatch.setenv(f"{tls}CA_FILE", str(cert))
    for who in ("CLIENT", "SCHEDULER", "WORKER"):
        monkeypatch.setenv(f"{tls}{who}__CERT", str(cert))
        monkeypatch.setenv(f"{tls}{who}__KEY", str(key))


@pytest.mark.usefixtures("keys")
def test_a_cluster_with_tls(processes: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    address = processes.scheduler("tls")
    assert address.startswith("tls://")
    processes.worker(address)
    assert said(on=address, most=5)["digest"] == digest(Fake(), 5)
    monkeypatch.delenv("DASK_DISTRIBUTED__COMM__TLS__CA_FILE")
    assert fault(on=address)[0] == "no-cluster"


def test_without_dask_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CallError) as error:
        Run(Fake(), on="tcp://127.0.0.1:8786").__enter__()
    assert "pip install 'detente[cluster]'" in str(error.value)
    assert error.value.faults[0].code == "missing-extra"


def test_quiet_silences_dask_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    logger, later, own = "distributed", "distributed.later", "own"
    handler = logging.StreamHandler()
    for name in (logger, own):
        logging.getLogger(name).addHandler(handler)
    try:
        for expected in (["own"], ["distributed", "later", "own"]):
            if len(expected) == 1:
                with quiet():
                    logging.getLogger(logger).error("distributed")
                    logging.getLogger(later).error("later")
            else:
                logging.getLogger(logger).error("distributed")
                logging.getLogger(later).error("later")
            logging.getLogger(own).error("own")
            assert capsys.readouterr().err.split() == expected
    finally:
        for name in (logger, own):
            logging.getLogger(name).removeHandler(handler)
