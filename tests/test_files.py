"""Files are written whole or not at all, and nothing is left beside them."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente import files
from detente.errors import FileError
from detente.files import write_text
from tests.disks import mounted

TEXT = "a first line\r\nÉlan, سلام, 🕊\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(file: Path, text: str = "new") -> str:
    """Write to a file that cannot be written; return what is said of it."""
    with pytest.raises(FileError) as error:
        write_text(file, text)
    (fault,) = error.value.faults
    assert (fault.code, fault.file, error.value.exit_code) == ("unwritable", str(file), 1)
    assert fault.remedy == "Name a file in a folder that exists and that you may write in"
    return fault.message


def test_text_is_written_as_utf_8_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    assert write_text(file, TEXT) == file
    assert file.read_bytes() == TEXT.encode()
    assert names(tmp_path) == ["out.txt"]


def test_an_older_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    file.write_text("a much longer text than the new one")
    file.chmod(0o640)
    before = file.stat().st_ino
    write_text(file, "new")
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert file.stat().st_ino != before
    assert names(tmp_path) == ["out.txt"]


def test_a_link_stays_one_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "deep" / "target.txt", tmp_path / "link.txt"
    target.parent.mkdir()
    target.write_text("old")
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "deep" / "fresh.txt")
    write_text(dangling, "new")
    assert (tmp_path / "deep" / "fresh.txt").read_text() == "new"


def test_a_relative_name_is_read_from_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_text(Path("out.txt"), "new")
    assert (tmp_path / "out.txt").read_text() == "new"


def test_half_a_character_does_not_stop_an_answer(tmp_path: Path) -> None:
    write_text(tmp_path / "out.txt", "a\udcffb")
    assert (tmp_path / "out.txt").read_text() == "a?b"


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    assert "No such file" in refused(tmp_path / "none" / "out.txt")
    assert names(tmp_path) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    assert "Not a directory" in refused(tmp_path / "file" / "out.txt")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert "it is a folder" in refused(tmp_path / "out")
    assert "it is a folder" in refused(tmp_path)
    assert names(tmp_path) == ["out"]


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "it is no regular file" in refused(tmp_path / "pipe")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_names_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "the file cannot be written" in refused(tmp_path / "loop")
    assert "its name cannot be used" in refused(tmp_path / "nul\0")
    assert "File name too long" in refused(tmp_path / ("x" * 300))
    assert names(tmp_path) == ["loop"]


STEPS = ["mkstemp", "write", "flush", "fsync", "chmod", "replace"]


class Stream:
    """A stream onto a disk that fills up at one of the steps."""

    def __init__(self, inner: Any, step: str, error: BaseException) -> None:
        self.inner, self.step, self.error = inner, step, error

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.inner.close()

    def write(self, data: bytes) -> None:
        self.inner.write(data[: len(data) // 2])
        if self.step == "write":
            raise self.error

    def flush(self) -> None:
        if self.step == "flush":
            raise self.error
        self.inner.flush()

    def fileno(self) -> int:
        return int(self.inner.fileno())


def fail_at(monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException) -> None:
    """Let writing fail at one of `STEPS`."""

    def fail(*_: object, **__: object) -> Any:
        raise error

    if step == "mkstemp":
        monkeypatch.setattr(files.tempfile, "mkstemp", fail)
    elif step in ("write", "flush"):
        opened = os.fdopen
        monkeypatch.setattr(files.os, "fdopen", lambda *of: Stream(opened(*of), step, error))
    elif step == "fsync":
        monkeypatch.setattr(files.os, "fsync", fail)
    else:
        monkeypatch.setattr(files.Path, step, fail)


@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_leaves_the_older_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "out.txt"
    file.write_text("old")
    fail_at(monkeypatch, step, OSError(errno.ENOSPC, "No space left on device"))
    assert "(No space left on device)" in refused(file)
    assert file.read_text() == "old"
    assert names(tmp_path) == ["out.txt"]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_an_interrupted_writing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    fail_at(monkeypatch, step, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "out.txt", "new")
    assert names(tmp_path) == []


def test_an_error_without_words_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_at(monkeypatch, "fsync", OSError())
    assert "unknown reason" in refused(tmp_path / "out.txt")


def test_folders_that_cannot_be_made_to_last_do_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        synced(descriptor)

    monkeypatch.setattr(files.os, "fsync", only_files)
    write_text(tmp_path / "out.txt", "new")
    opened = os.open

    def no_folders(path: Any, *of: Any, **more: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *of, **more)

    monkeypatch.setattr(files.os, "open", no_folders)
    write_text(tmp_path / "out.txt", "newer")
    assert (tmp_path / "out.txt").read_text() == "newer"


def test_the_folder_is_made_to_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []

    def note(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))

    monkeypatch.setattr(files.os, "fsync", note)
    write_text(tmp_path / "out.txt", "new")
    assert synced == [False, True]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, or a skipped test where none can be mounted."""
    with mounted(tmp_path / "disk", "64k") as disk:
        yield disk


def test_a_disk_that_is_really_full(small_disk: Path) -> None:
    file = small_disk / "out.txt"
    write_text(file, "old")
    assert "No space left" in refused(file, "x" * 200_000)
    assert file.read_text() == "old"
    assert names(small_disk) == ["out.txt"]
    write_text(file, "x" * 1000)
    assert file.stat().st_size == 1000


def test_a_disk_that_can_only_be_read(small_disk: Path) -> None:
    file = small_disk / "out.txt"
    write_text(file, "old")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert "Read-only file system" in refused(file)
    assert file.read_text() == "old"


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("an administrator may write anywhere")
    (tmp_path / "closed").mkdir(mode=0o500)
    assert "Permission denied" in refused(tmp_path / "closed" / "out.txt")
    assert names(tmp_path / "closed") == []
