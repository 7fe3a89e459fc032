"""What the project promises about itself: light imports, one version, a licence, its tasks."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import detente
from docs.refresh import ROOT

HEAVY = ("distributed", "duckdb", "jinja2", "lark", "llvmlite", "moocore", "numba", "numpy")
HEAVY += ("pydantic", "ruamel")
APACHE_2 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"


def run(code: str) -> str:
    """Return what `code` prints in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import detente",
        "import detente.cli",
        "import detente.cli, contextlib\n"
        "sys.argv = ['detente', '--help']\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(None):\n"
        "    detente.cli.main()",
    ],
    ids=["detente", "cli", "help"],
)
def test_light_imports(code: str) -> None:
    loaded = run(f"import sys\n{code}\nprint(*[m for m in {HEAVY} if m in sys.modules])")
    assert loaded.split() == []


def test_licence_is_apache_2() -> None:
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == APACHE_2


def test_one_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert re.findall(r"^version: (.*)$", citation, re.MULTILINE) == [detente.__version__]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert detente.__version__ in changelog


def test_every_room_has_its_place() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    rooms = next(c for c in config["tool"]["importlinter"]["contracts"] if c["id"] == "rooms")
    house = (ROOT / "docs/explanation/house.md").read_text("utf-8")
    assert " < ".join(reversed(rooms["layers"])) in house


@pytest.mark.parametrize(
    ("room", "contract"), [("conflict", "judge"), ("negotiation", "judge-of-tables")]
)
def test_the_judge_is_kept_from_every_method(room: str, contract: str) -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    judge = next(c for c in config["tool"]["importlinter"]["contracts"] if c["id"] == contract)
    inside = (ROOT / "src" / "detente" / room).iterdir()
    modules = {f"detente.{room}.{path.stem}" for path in inside if path.stem[0] != "_"}
    shared = {f"detente.{room}.model", f"detente.{room}.verify"}
    assert set(judge["forbidden_modules"]) == modules - shared


def test_every_dependency_has_a_reason() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    page = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8")
    wanted = {re.match(r"[\w.-]+", d)[0] for d in config["project"]["dependencies"]}  # type: ignore[index]
    assert wanted == set(re.findall(r"^\| \[([\w.-]+)\]", page, re.MULTILINE))


def test_only_what_is_declared_is_imported() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = config["optional-dependencies"]
    known = [
        *config["dependencies"],
        *(d for name in extras if name != "dev" for d in extras[name]),
    ]
    declared = {re.split(r"[\[<>=,. ]", one)[0].replace("-", "_") for one in known}
    modules = {"vl_convert_python": "vl_convert"}
    brought = {"markupsafe", "pydantic_core", "llvmlite"}  # by jinja2, pydantic and numba
    allowed = {modules.get(name, name) for name in declared} | brought | sys.stdlib_module_names
    strange = {
        (path.name, name)
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in imported(node)
        if name not in allowed
    }
    assert not strange


def imported(node: ast.AST) -> set[str]:
    """Return the outermost packages that a statement imports."""
    if isinstance(node, ast.Import):
        return {one.name.partition(".")[0] for one in node.names}
    return {(node.module or "").partition(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make in the root, silent but for what its commands print, whoever runs the tests."""
    outside = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES")
    return subprocess.run(
        ["make", "--silent", *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in outside},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def fake_python(path: Path, script: str) -> Path:
    """Write a stand-in for an interpreter, which answers `make` as `script` says."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_make_without_a_target_lists_the_tasks() -> None:
    listed = re.findall(r"^  make (\w+) ", make().stdout, re.MULTILINE)
    assert {"env", "brief", "test", "bench", "format", "clean"} <= set(listed)


def test_make_brief_writes_the_brief_and_says_where(tmp_path: Path) -> None:
    page = tmp_path / "made" / "brief.html"
    ready = (f"BIN={Path(sys.executable).parent}", "--old-file=.venv/.ready")
    done = make("brief", f"BRIEF={page}", *ready)
    assert done.returncode == 0, done.stderr
    assert str(page) in done.stdout + done.stderr
    assert page.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 1", "needs Python 3.11 or later"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "install its venv module"),
    ],
    ids=["old", "no-venv"],
)
def test_make_refuses_an_unfit_python(tmp_path: Path, script: str, message: str) -> None:
    python = fake_python(tmp_path / "python", script)
    done = make("env", f"PYTHON={python}", f"VENV={tmp_path / 'venv'}")
    assert done.returncode != 0
    assert message in done.stderr.splitlines()[0]
    assert not (tmp_path / "venv").exists()


def test_continuous_integration_runs_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o100
    assert "make test" in script.read_text("utf-8")
