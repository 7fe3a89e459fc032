"""An answer never overwrites the dossier or its sources."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli import app
from detente.dossier import new_dossier


@pytest.mark.parametrize(
    "command", [["stability"], ["explain", "today"], ["brief"]], ids=lambda words: words[0]
)
@pytest.mark.parametrize(
    "target", ["dossier.yaml", "sources/report.txt", "sources/../dossier.yaml"]
)
def test_out_spares_the_dossier(tmp_path: Path, command: list[str], target: str) -> None:
    file = new_dossier(tmp_path / "own", "Own")
    before = {path: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()}
    name, *rest = command
    out = str(file.parent / target)
    answer = CliRunner().invoke(app, [name, str(file.parent), *rest, "--out", out])
    assert answer.exit_code == 2
    assert "would-overwrite" in answer.output
    assert before == {path: path.read_bytes() for path in before}


@pytest.mark.skipif(os.name == "nt", reason="closing a standard stream needs a POSIX shell")
def test_a_closed_standard_output_is_told(tmp_path: Path) -> None:
    file = new_dossier(tmp_path / "own", "Own")
    run = f"exec {sys.executable} -c 'from detente.cli import main; main()' check {file} >&-"
    done = subprocess.run(["sh", "-c", run], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "standard output cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_new_leaves_nothing_behind_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from detente.dossier import starter
    from detente.errors import Fault, FileError

    def fail(path: Path, text: str) -> Path:
        if path.name == "dossier.yaml":
            raise FileError([Fault(str(path), 0, 0, "unwritable", "full")])
        path.write_text(text, encoding="utf-8")
        return path

    monkeypatch.setattr(starter, "write_text", fail)
    with pytest.raises(FileError):
        new_dossier(tmp_path / "new", "Title")
    assert list(tmp_path.iterdir()) == []
