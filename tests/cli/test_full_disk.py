"""A disk that is full or can only be read: one clear line, and nothing half-written."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.reading.store import NAME, open_store
from tests.cli.calls import Told, run
from tests.disks import mounted
from tests.reading.reviewing import TEXT, Read, empty_dossier, first
from tests.reading.standin import prose, report

RECORD = """
parties:
  gov: {name: Hill government}
  front: {name: Hill Front}
record:
  positions:
    - {party: gov, about: autonomy, stance: rejects full autonomy}
    - {party: front, about: autonomy, stance: demands full autonomy}
"""


@contextmanager
def files_of_at_most(length: int) -> Iterator[None]:
    """Let the system refuse to write beyond `length` bytes of any file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by name, but for the file of the readings."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != NAME
    }


def readings(folder: Path) -> tuple[list[object], str]:
    """Return what the file of the readings holds, and whether it is sound."""
    with open_store(folder, create=False) as store:
        return [*store.reports(), *store.items(), store.counts()], store.rows(
            "PRAGMA integrity_check"
        )[0][0]


def refused(told: Told, code: str, words: str) -> None:
    """Check that a call ended with one fault and what to do."""
    assert (told.code, told.out) == (1, "")
    assert sum(f"{code}: " in line for line in told.messages) == 1
    assert words in " ".join(told.messages)


def test_reports_that_find_no_room(tmp_path: Path) -> None:
    folder, reports = tmp_path / "d", tmp_path / "reports"
    assert run("new", folder, "--empty").code == 0
    reports.mkdir()
    (reports / "a.txt").write_text(prose(1, 9000), encoding="utf-8")
    before = contents(folder)
    with files_of_at_most(2_000):
        told = run("read", folder, reports)
    refused(told, "unwritable", "Make room")
    assert contents(folder) == before
    assert not (folder / NAME).exists() or not (folder / NAME).stat().st_size


def test_more_reports_that_find_no_room(tmp_path: Path) -> None:
    folder = empty_dossier(tmp_path / "d", [first()])
    (tmp_path / "a.txt").write_text(prose(1, 90_000), encoding="utf-8")
    before, known = contents(folder), readings(folder)
    with files_of_at_most((folder / NAME).stat().st_size + 20_000):
        told = run("read", folder, tmp_path / "a.txt")
    refused(told, "unwritable", "Make room")
    assert contents(folder) == before
    assert readings(folder) == known
    assert known[1] == "ok"


def test_a_decision_that_finds_no_room(tmp_path: Path) -> None:
    folder = empty_dossier(tmp_path / "d", [first()])
    before, known = contents(folder), readings(folder)
    with files_of_at_most(1_000):
        told = run("review", folder, "--accept-all")
    refused(told, "unwritable", "Make room")
    assert contents(folder) == before
    assert readings(folder) == known


def test_a_dossier_that_finds_no_room(tmp_path: Path) -> None:
    folder = empty_dossier(tmp_path / "d", [first()])
    file, size = folder / "dossier.yaml", (folder / NAME).stat().st_size
    file.write_text(file.read_text("utf-8") + f"# {'x' * 70}\n" * (3 * size // 70), "utf-8")
    before = contents(folder)
    with files_of_at_most(2 * size):
        told = run("review", folder, "--accept-all")
    refused(told, "unwritable", "File too large")
    assert contents(folder) == before
    assert "Written to" in run("review", folder, "--accept-all").out
    assert contents(folder)["sources/lake_wire_2031_05_06.txt"].decode() == TEXT


def test_a_draft_that_finds_no_room(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(
        f"detente: 1\ntitle: Hills\nas_of: 2011-05-20\n{RECORD}", encoding="utf-8"
    )
    before = contents(tmp_path)
    with files_of_at_most(100):
        told = run("draft", tmp_path, "--write")
    refused(told, "unwritable", "File too large")
    assert contents(tmp_path) == before
    assert run("draft", tmp_path, "--write").code == 0


def test_sources_that_find_no_room_on_a_small_disk(tmp_path: Path) -> None:
    long = Read(report(prose(1, 30_000), "a.txt"), ())
    with mounted(tmp_path / "disk", "2m") as disk:
        folder = empty_dossier(disk / "d", [long])
        with open_store(folder) as store:
            text = store.text(next(store.reports()).digest)
            item = first().found[3]
            start = text.index(". ") + 2
            item = type(item)(
                kind="talks", fields=item.fields, rule="talks.test",
                span=(start, text.index(". ", start) + 1),
            )  # fmt: skip
            store.save(1, Read(long.report, (item,)), "v")
        free = shutil.disk_usage(disk).free
        (disk / "rest").write_bytes(bytes(free - 65_536))
        before = contents(folder)
        told = run("review", folder, "--accept-all")
        refused(told, "unwritable", "No space left on device")
        assert contents(folder) == before
        (disk / "rest").unlink()
        assert "talks 1" in " ".join(run("review", folder, "--accept-all").out.split())


def test_a_folder_that_can_only_be_read(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "2m") as disk:
        folder = empty_dossier(disk / "d", [first()])
        (disk / "a.txt").write_text(prose(1), encoding="utf-8")
        before = contents(folder)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for words in (
            ("read", folder, disk / "a.txt"), ("review", folder, "--accept-all"),
        ):  # fmt: skip
            told = run(*words)
            assert (told.code, told.out) == (1, "")
            assert any("unwritable: " in line for line in told.messages), told.err
        assert contents(folder) == before
        assert run("review", folder, "--list").code == 0
