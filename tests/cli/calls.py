"""Ways to run a command: in this process, or as a user does in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from typer.testing import CliRunner

from detente.cli import app


class Told:
    """What a command answered."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code, self.raw = code, out
        self.out, self.err = out.decode(), err.decode()

    @property
    def messages(self) -> list[str]:
        return self.err.splitlines()


def run(*words: object) -> Told:
    """Run a command in this process."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Told(result.exit_code, result.stdout_bytes, result.stderr_bytes)


def shell(*words: object, **more: Any) -> Told:
    """Run a command in a process of its own; check that no traceback is shown.

    What is given as `env` is added to the environment.
    """
    command = [sys.executable, "-c", "from detente.cli import main; main()"]
    given = {"capture_output": True, "timeout": 60} | more
    given["env"] = os.environ | given.get("env", {})
    done = subprocess.run(
        [*command, *(word if isinstance(word, bytes) else str(word) for word in words)], **given
    )
    assert b"Traceback" not in (done.stderr or b"")
    return Told(done.returncode, done.stdout or b"", done.stderr or b"")
