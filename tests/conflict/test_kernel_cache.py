"""Where compiled kernels are kept."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

import detente.conflict.kernels.compiled as compiled_module


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that takes the place of the package's, with one kernel source."""
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "kernels.py").write_text("@compiled\ndef one(): ...\n")
    (folder / "other.py").write_text("two = 2\n")
    monkeypatch.setattr(compiled_module, "__file__", str(folder / "compiled.py"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def kernels() -> str | None:
    return compiled_module._folder.__wrapped__()


def test_kernels_are_kept_beside_the_package(package: Path) -> None:
    found = kernels()
    assert found is not None
    assert Path(found).parent == package / "__pycache__"
    assert Path(found).is_dir()
    assert kernels() == found
    (package / "other.py").write_text("three = 3\n")
    assert kernels() == found
    (package.parent / "neighbour.py").write_text("@compiled\ndef three(): ...\n")
    assert kernels() not in (None, found)
    found = kernels()
    (package / "kernels.py").write_text("@compiled\ndef two(): ...\n")
    assert kernels() not in (None, found)


def test_kernels_are_kept_in_the_users_cache_where_the_package_cannot_be_written(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "__pycache__").write_text("a file, no folder")
    found = kernels()
    assert found is not None
    assert Path(found).parent == tmp_path / "cache" / "detente"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = kernels()
    assert found is not None
    assert Path(found).parent == tmp_path / "home" / ".cache" / "detente"


def test_kernels_are_kept_nowhere_where_nothing_can_be_written(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "__pycache__").write_text("a file, no folder")
    (tmp_path / "cache").write_text("a file, no folder")
    assert kernels() is None
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert kernels() is None
    monkeypatch.setattr(compiled_module, "_folder", lambda: None)

    def double(x: int) -> int:
        return 2 * x

    assert compiled_module.compiled(double)(21) == 42


def test_a_folder_that_cannot_be_written_is_passed_over(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, mode: int) -> bool:
        return "cache" in Path(path).parts

    monkeypatch.setattr(compiled_module.os, "access", refuse)
    found = kernels()
    assert found is not None
    assert Path(found).is_relative_to(tmp_path / "cache")


def test_the_compiler_is_told_of_the_folder_for_a_moment_only() -> None:
    numba: ModuleType = sys.modules["numba"]
    before = numba.config.CACHE_DIR

    def triple(x: int) -> int:
        return 3 * x

    assert compiled_module.compiled(triple)(2) == 6
    assert before == numba.config.CACHE_DIR
