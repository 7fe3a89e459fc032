"""The results folder: kept, resumed, refused where it is another's, and sound after any mishap."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.errors import CallError, DetenteError, FileError
from detente.runs import Run, Tables, read_results
from detente.runs.folder import RUN, Label
from detente.runs.task import identity_digest, tables_digest
from tests.disks import mounted
from tests.runs.calls import ended, fault, reached, said, start
from tests.runs.fake import Fake, digest


def run_in(folder: Path, most: int = 6, **of: Any) -> Run:
    """Run the small task in a folder to its end."""
    with Run(Fake(**of), folder=folder, most=most) as run:
        for _ in run:
            pass
    return run


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refused(folder: Path, **of: Any) -> tuple[str, str]:
    """Run in a folder that is refused, touching nothing; return the code and the message."""
    before = contents(folder) if folder.is_dir() else None
    with pytest.raises(FileError) as error:
        run_in(folder, **of)
    assert before is None or contents(folder) == before
    (fault,) = error.value.faults
    assert (fault.file, error.value.exit_code) == (str(folder), 1)
    assert fault.remedy
    return fault.code, fault.message


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A folder with six chunks."""
    run_in(tmp_path / "results")
    return tmp_path / "results"


def test_a_second_run_reads_what_is_there_and_goes_on(results: Path) -> None:
    again = run_in(results, most=9)
    assert (again.resumed, again.taken, again.remarks) == (6, 9, ())
    assert again.digest == digest(Fake(), 9)
    fewer = run_in(results, most=2)
    assert (fewer.resumed, fewer.digest) == (2, digest(Fake(), 2))


def test_the_folder_is_the_same_whoever_worked(tmp_path: Path, results: Path) -> None:
    with Run(Fake(), on="processes", workers=3, folder=tmp_path / "other", most=6) as run:
        assert len(list(run)) == 6
    assert contents(tmp_path / "other") == contents(results)


def test_the_folder_and_its_files_are_for_their_owner(results: Path) -> None:
    assert stat.S_IMODE(results.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in results.iterdir()} == {0o600}
    numbers = range(6)
    assert sorted(contents(results)) == sorted(
        [RUN, *(f"{name}-00000{n}.parquet" for n in numbers for name in ("draws", "states"))]
    )


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run_in(tmp_path / "empty").digest == digest(Fake(), 6)


def test_what_is_read_back_is_what_was_made(results: Path) -> None:
    for chunk in read_results(results):
        made = Fake().chunk(chunk.number)
        for name, table in made.items():
            assert list(table) == list(chunk.tables[name])
            for column, values in table.items():
                kept = chunk.tables[name][column]
                assert kept.dtype == values.dtype
                assert np.array_equal(kept, values, equal_nan=values.dtype.kind == "f")


class Odd:
    """Tables of every type, the extremes of each, none, and names that need care."""

    def identity(self) -> dict[str, Any]:
        return {"method": "it's odd", "seed": "\u202e"}

    def chunk(self, number: int) -> Tables:
        columns: dict[str, Any] = {'it\'s "a" name; --': np.array([True, False, True])}
        for name in ("i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"):
            limits = np.iinfo(name)
            columns[name] = np.array([limits.min, limits.max, 1], dtype=name)
        for name in ("f4", "f8"):
            small = np.finfo(name).smallest_subnormal
            columns[name] = np.array([np.nan, -np.inf, small], dtype=name)
            columns[f"{name}0"] = np.array([-0.0, 0.0, np.inf], dtype=name)
        return {"odd": columns, "none": {"a": np.zeros(0, dtype=bool)}}


def test_every_type_and_value_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "it's [odd] *"
    with Run(Odd(), folder=folder, most=2) as run:
        made = [chunk.digest for chunk in run]
    assert made == [tables_digest(Odd().chunk(0))] * 2
    results = read_results(folder)
    assert [chunk.digest for chunk in results] == made
    assert results.tables == ("none", "odd")
    assert results.identity == Odd().identity()


@pytest.mark.parametrize(
    ("of", "key"),
    [({"seed": 2}, "seed"), ({"rows": 40}, "parameters"), ({"seed": 2, "rows": 4}, "and seed")],
)
def test_the_folder_of_another_run_is_refused(results: Path, of: Any, key: str) -> None:
    code, message = refused(results, **of)
    assert code == "foreign-results"
    assert identity_digest(Fake().identity()) in message
    assert identity_digest(Fake(**of).identity()) in message
    assert message.endswith(key)


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert refused(tmp_path) == (
        "not-results",
        "the folder holds other files (notes.txt) and no run.json",
    )
    for name in "abc":
        (tmp_path / name).mkdir()
    with pytest.raises(FileError, match=r"\(a, b, c \.\.\.\)"):
        run_in(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert refused(tmp_path / "file")[0] == "not-a-folder"
    assert (tmp_path / "file").read_text() == "mine"
    assert refused(tmp_path / "file" / "below")[0] == "unwritable"


def test_a_folder_is_made_only_in_one_that_is_there(tmp_path: Path) -> None:
    code, message = refused(tmp_path / "none" / "results")
    assert (code, "No such file" in message) == ("unwritable", True)
    assert contents(tmp_path) == {}


def test_names_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("loop", "nul\0", "x" * 300):
        for call in (run_in, read_results):
            with pytest.raises(FileError) as error:
                call(tmp_path / name)
            assert error.value.faults[0].file == str(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loop"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"run": 1, "identity": 2, "format": 1}', "\udcff", "identity"],
)
def test_a_damaged_label_is_refused(results: Path, text: str) -> None:
    if text == "identity":
        text = (results / RUN).read_text().replace('"seed": 1', '"seed": 2')
    (results / RUN).write_bytes(text.encode(errors="surrogateescape"))
    assert refused(results)[0] == "damaged-results"


def test_a_later_format_is_refused(results: Path) -> None:
    content = json.loads((results / RUN).read_text())
    (results / RUN).write_text(json.dumps({**content, "format": 2}))
    assert refused(results) == (
        "results-format",
        "run.json has the format 2, which this version does not read",
    )


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[30] ^= 0x55
    file.write_bytes(data)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def swap(file: Path) -> None:
    shutil.copy(file.with_name("draws-000001.parquet"), file)


def foreign(file: Path) -> None:
    run_in(file.parent.parent / "foreign", seed=2)
    for name in ("draws", "states"):
        other = f"{name}{file.name.removeprefix('draws')}"
        shutil.copy(file.parent.parent / "foreign" / other, file.with_name(other))


@pytest.mark.parametrize("harm", [cut, flip, empty, swap, foreign])
def test_a_damaged_or_foreign_chunk_is_made_again_and_said(results: Path, harm: Any) -> None:
    whole = contents(results)
    harm(results / "draws-000003.parquet")
    if harm is not foreign:
        with pytest.raises(FileError, match="damaged-results: chunk 3 is damaged"):
            list(read_results(results))
    again = run_in(results)
    assert (again.resumed, again.digest) == (5, digest(Fake(), 6))
    assert again.remarks == (
        "Chunk 3 in the results folder was damaged or belonged to another run. It was made again.",
    )
    assert contents(results) == whole


def test_a_column_of_words_is_no_result(results: Path) -> None:
    import duckdb

    label = Label.of(Fake().identity())
    notes = f"{{run: '{label.run}', digest: 'x', tables: 'states'}}"
    with duckdb.connect(":memory:") as database:
        for what in ("'word' AS a", "42::HUGEINT AS a", "1 AS a WHERE false"):
            (results / "draws-000002.parquet").unlink(missing_ok=True)
            file = results / "states-000002.parquet"
            database.execute(f"COPY (SELECT {what}) TO '{file}' (KV_METADATA {notes})")
            assert len(run_in(results).remarks) == 1


def test_a_chunk_of_which_a_table_is_missing_is_made_again(results: Path) -> None:
    (results / "states-000005.parquet").unlink()
    (results / "draws-000001.parquet").unlink()
    assert [chunk.number for chunk in read_results(results)] == [0]
    again = run_in(results)
    assert (again.resumed, again.remarks, again.digest) == (4, (), digest(Fake(), 6))


def test_what_a_killed_run_left_half_written_is_cleared(results: Path) -> None:
    (results / ".detente-abc").write_text("half")
    (results / ".lock").write_text("999999999\n")
    assert run_in(results).resumed == 6
    assert not [name for name in contents(results) if name.startswith(".")]


def test_a_run_killed_before_its_label_was_written_is_no_other_run(tmp_path: Path) -> None:
    (tmp_path / ".detente-abc").write_text("half")
    (tmp_path / ".lock").write_text("")
    assert run_in(tmp_path).taken == 6


def test_other_files_beside_results_are_left_alone(results: Path) -> None:
    (results / "notes.txt").write_text("mine")
    run_in(results, most=7)
    assert (results / "notes.txt").read_text() == "mine"


def test_two_runs_at_a_time_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    with Run(Fake(), folder=folder, most=4) as run:
        next(iter(run))
        told = fault(folder=str(folder), most=4)
        assert told == (
            "results-in-use",
            f"another run is at work in this folder (process {os.getpid()})",
            1,
        )
        with pytest.raises(FileError, match="results-in-use"):
            run_in(folder)
        assert len(list(read_results(folder))) == 1
    assert run_in(folder).resumed == 1


def test_a_folder_that_cannot_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("detente.runs.lock.fcntl.flock", refuse)
    (tmp_path / "results").mkdir()
    with pytest.raises(FileError, match=r"unwritable: .*\(No locks available\)"):
        run_in(tmp_path / "results")


def test_a_lock_that_was_taken_away_meanwhile_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from detente.runs import lock

    held, calls = lock._hold, []

    def taken_away(handle: int) -> None:
        held(handle)
        calls.append(handle)
        if len(calls) == 1:
            (tmp_path / ".lock").unlink()

    monkeypatch.setattr(lock, "_hold", taken_away)
    mine = lock.Lock(tmp_path)
    assert len(calls) == 2
    with pytest.raises(FileError, match="results-in-use"):
        lock.Lock(tmp_path)
    mine.close()
    assert contents(tmp_path) == {}


def test_results_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no-results"):
        read_results(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="not-a-folder"):
        read_results(tmp_path / "file")


def test_results_tell_what_they_hold(results: Path) -> None:
    found = read_results(results)
    assert found.tables == ("draws", "states")
    assert found.files("draws") == [results / f"draws-00000{n}.parquet" for n in range(6)]
    assert found.files("other") == []
    assert found.run == identity_digest(found.identity)
    (results / "draws-000000.parquet").unlink()
    assert read_results(results).tables == ()


def test_without_duckdb_the_way_to_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(CallError) as error:
        run_in(tmp_path / "results")
    assert "pip install 'detente[parquet]'" in str(error.value)
    assert error.value.faults[0].code == "missing-extra"
    monkeypatch.undo()
    assert run_in(tmp_path / "results").taken == 6


def test_a_run_that_is_killed_at_any_moment_resumes(tmp_path: Path) -> None:
    whole, folder = digest(Fake(), 60), tmp_path / "results"
    moments = random.Random(3)
    for kill in range(4):
        places = {"on": "processes", "workers": 2} if kill == 3 else {}
        run = start(folder=str(folder), most=60, task={"slow": 0.002}, **places)
        if kill:
            reached(run, 15 * kill)
        time.sleep(moments.random() * (0.05 if kill else 1.5))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        kept = list(read_results(folder)) if (folder / RUN).exists() else []
        assert len(kept) >= 15 * kill
        assert all(chunk.digest == tables_digest(Fake().chunk(chunk.number)) for chunk in kept)
    end = said(folder=str(folder), most=60)
    assert (end["digest"], end["remarks"]) == (whole, [])
    assert end["resumed"] >= 45
    assert run_in(folder, most=60).resumed == 60


@pytest.mark.parametrize("step", ["temporary", "first table", "second table"])
def test_a_run_that_is_killed_at_each_step_of_a_chunk_resumes(results: Path, step: str) -> None:
    whole = contents(results)
    for path in results.glob("*-000005.parquet"):
        path.unlink()
    if step == "temporary":
        (results / ".detente-x").write_bytes(whole["draws-000005.parquet"][:100])
    else:
        name = "draws" if step == "first table" else "states"
        (results / f"{name}-000005.parquet").write_bytes(whole[f"{name}-000005.parquet"])
    assert len(list(read_results(results))) == 5
    again = run_in(results)
    assert (again.resumed, again.remarks) == (5, ())
    assert contents(results) == whole


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB, or a skipped test where none can be mounted."""
    with mounted(tmp_path / "disk", "256k") as disk:
        yield disk


def test_a_disk_that_fills_up_keeps_what_was_done(small_disk: Path) -> None:
    folder = small_disk / "results"
    with pytest.raises(FileError) as error:
        run_in(folder, most=40, rows=2_000)
    (fault,) = error.value.faults
    assert fault.code == "unwritable"
    assert fault.message == "the file cannot be written (No space left on device)"
    assert Path(fault.file).parent == folder
    done = len(list(read_results(folder)))
    assert 2 < done < 40
    (small_disk / "rest").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    assert run_in(folder, most=done, rows=2_000).resumed == done
    (small_disk / "rest").unlink()
    assert not [name for name in contents(folder) if name.startswith(".")]
    subprocess.run(["mount", "-o", "remount,size=2m", str(small_disk)], check=True)
    again = run_in(folder, most=40, rows=2_000)
    assert (again.resumed, again.digest) == (done, digest(Fake(rows=2_000), 40))


def test_a_disk_that_can_only_be_read(small_disk: Path) -> None:
    folder = small_disk / "results"
    run_in(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    code, message = refused(folder)
    assert (code, "Read-only file system" in message) == ("unwritable", True)
    assert refused(small_disk / "other")[0] == "unwritable"
    assert len(list(read_results(folder))) == 6


def test_the_disk_fills_up_without_an_administrator(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = os.fsync

    def full(descriptor: int) -> None:
        if len(list(results.glob("draws-*"))) == 8:
            raise OSError(28, "No space left on device")
        synced(descriptor)

    monkeypatch.setattr("detente.files.os.fsync", full)
    with pytest.raises(DetenteError, match="No space left on device"):
        run_in(results, most=20)
    monkeypatch.undo()
    again = run_in(results, most=20)
    assert (again.resumed >= 7, again.digest) == (True, digest(Fake(), 20))


def test_ctrl_c_in_one_process_keeps_what_is_done(tmp_path: Path) -> None:
    run = start(folder=str(tmp_path / "r"), task={"slow": 0.02})
    reached(run, 5)
    run.send_signal(signal.SIGINT)
    end = ended(run)
    assert end["taken"] >= 6
    assert len(list(read_results(tmp_path / "r"))) >= end["taken"]
