"""The file of the readings: made for its owner, refused if it is not ours, never half-written."""

from __future__ import annotations

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from detente.errors import FileError
from detente.reading.store import NAME, Refusal, open_store, opening
from tests.reading.standin import prose, reading, report


def code(folder: Path, create: bool = True) -> str:
    """Return the code of the fault with which the store does not open."""
    with pytest.raises(FileError) as caught:
        open_store(folder, create=create)
    (fault,) = caught.value.faults
    assert fault.file == str(folder / NAME)
    assert fault.remedy
    return fault.code


def filled(folder: Path) -> Path:
    with open_store(folder) as store:
        for seed in range(20):
            store.add(reading(report(prose(seed), f"{seed}.txt")), "v")
    return folder / NAME


def changed(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = filled(tmp_path)
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_nothing_is_made_unasked(tmp_path: Path) -> None:
    assert code(tmp_path, create=False) == "no-readings"
    assert list(tmp_path.iterdir()) == []
    (tmp_path / NAME).touch()  # as a call leaves it that was killed at its start
    assert code(tmp_path, create=False) == "no-readings"
    with open_store(tmp_path) as store:
        assert store.counts().reports == 0


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert code(tmp_path / "file") == "unwritable"
    assert code(tmp_path / "absent") == "unwritable"


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    assert code(tmp_path) == "foreign-readings"
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / NAME).symlink_to(tmp_path / "elsewhere")
    assert code(tmp_path / "c") == "foreign-readings"


@pytest.mark.parametrize("content", [b"not a database, but words " * 99, b"SQLite format 3\0" * 99])
def test_what_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert code(tmp_path) == "damaged-readings"
    assert (tmp_path / NAME).read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    changed(tmp_path / NAME, "CREATE TABLE photos (name)")
    assert code(tmp_path) == "foreign-readings"


def test_a_database_with_more_than_ours(tmp_path: Path) -> None:
    file = filled(tmp_path)
    changed(
        file,
        "CREATE TRIGGER trap AFTER INSERT ON reports BEGIN DELETE FROM items; END",
    )
    assert code(tmp_path) == "foreign-readings"
    changed(file, "DROP TRIGGER trap", "DROP TABLE bands")
    assert code(tmp_path) == "foreign-readings"


def test_a_file_of_a_later_version(tmp_path: Path) -> None:
    file = filled(tmp_path)
    changed(file, "PRAGMA user_version = 99")
    assert code(tmp_path) == "readings-format"


def test_a_file_that_is_damaged_within(tmp_path: Path) -> None:
    file = filled(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    with pytest.raises(FileError, match="damaged-readings"), open_store(tmp_path) as store:
        list(store.items())


def test_a_file_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = filled(tmp_path)
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(tmp_path) as store:
        assert store.counts().reports == 20  # reading goes on
        with pytest.raises(FileError, match="readings-in-use"):
            store.refuse(Refusal("x", "y", "z"))
        other.execute("ROLLBACK")
        store.refuse(Refusal("x", "y", "z"))
    other.close()


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_store(tmp_path) as store:
        before = list(store.items())
        pages = store.rows("PRAGMA page_count")[0][0]
        store.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(FileError, match="the disk is full"):
            store.add(reading(report(prose(99, 9000), "big.txt")), "v")
        assert list(store.items()) == before
    with open_store(tmp_path) as store:
        assert list(store.items()) == before
        assert store.rows("PRAGMA integrity_check")[0][0] == "ok"


def test_files_that_could_not_be_read(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.refuse(Refusal("b.pdf", "no-text", "no text", "Scan it"))
        store.refuse(Refusal("a.txt", "other-language", "it is in French", kept=True))
        assert [one.origin for one in store.refused()] == ["a.txt", "b.pdf"]
        assert store.refused()[0].kept
        assert store.counts().refused == 1
        store.forget_refusals(["b.pdf"])
        assert [one.origin for one in store.refused()] == ["a.txt"]


def test_a_file_that_another_process_makes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = opening._make

    def late(connection: sqlite3.Connection) -> None:
        other = sqlite3.connect(tmp_path / NAME, isolation_level=None)
        make(other)
        other.close()
        make(connection)

    opened = opening.os.open

    def outrun(path: Path, *more: int) -> int:
        Path(path).write_bytes(b"")
        return opened(path, *more)

    monkeypatch.setattr(opening, "_make", late)
    monkeypatch.setattr(opening.os, "open", outrun)
    with open_store(tmp_path) as store:
        assert store.counts().reports == 0


def test_tables_are_made_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "TABLES", (*opening.TABLES, "CREATE NONSENSE"))
    assert code(tmp_path) == "damaged-readings"
    assert code(tmp_path, create=False) == "no-readings"
    monkeypatch.setattr(opening, "TABLES", ("CREATE VIRTUAL TABLE x USING unknown (y)",))
    assert code(tmp_path) == "no-full-text"
    monkeypatch.undo()
    with open_store(tmp_path) as store:
        assert store.counts().reports == 0


def test_a_dossier_s_sources_cannot_be_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from detente.dossier.sources import Source

    file = filled(tmp_path)
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileError, match="readings-in-use"):
        open_store(tmp_path, {"wire": Source("wire", "Wire", text=prose(1))})
    other.close()
