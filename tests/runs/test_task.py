"""Digests tell chunks and runs apart, and nothing but names, types and values goes into them."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from detente.errors import CallError, DossierError, Fault, RunError, call_error
from detente.runs import Run
from detente.runs.task import identity_digest, tables_digest
from tests.runs.fake import Fake, digest


def one(values: NDArray[Any], name: str = "a", table: str = "t") -> str:
    return tables_digest({table: {name: values}})


def test_the_digest_is_that_of_names_types_and_values() -> None:
    values = np.arange(4)
    different = [
        one(values),
        one(values[::-1]),
        one(values, name="b"),
        one(values, table="u"),
        one(values.astype(np.int32)),
        one(values.astype(float)),
        one(values[:3]),
        tables_digest({"t": {"a": values, "b": values}}),
        tables_digest({"t": {"b": values, "a": values}}),
        tables_digest({"t": {"a": values}, "u": {"a": values}}),
        tables_digest({"t": {"a": values[:0]}}),
        tables_digest({}),
    ]
    assert len(set(different)) == len(different)
    assert all(len(digest) == 64 for digest in different)


def test_the_digest_is_not_that_of_the_form_in_memory() -> None:
    values = np.arange(8)
    assert one(np.arange(16)[::2] // 2) == one(values)
    assert one(values.astype(">i8")) == one(values)
    other = np.array([0x7FF8000000000001], dtype=np.uint64).view(float)
    assert np.isnan(other[0])
    assert one(other) == one(np.array([np.nan]))
    assert one(np.array([-0.0])) != one(np.array([0.0]))
    first = tables_digest({"t": {"a": values}, "u": {"a": values}})
    assert first == tables_digest({"u": {"a": values}, "t": {"a": values}})


@pytest.mark.parametrize(
    "tables",
    [
        {"t": {}},
        {"t": {"a": np.arange(2), "b": np.arange(3)}},
        {"t": {"a": np.arange(2), "A": np.arange(2)}},
        {"t": {"a": np.zeros((2, 2))}},
        {"t": {"a": np.array(["x"])}},
        {"t": {"a": np.zeros(2, dtype=np.float16)}},
        {"t": {"a": np.zeros(2, dtype=complex)}},
        {"../t": {"a": np.arange(2)}},
        {"": {"a": np.arange(2)}},
    ],
)
def test_what_is_no_table_is_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"table|column"):
        tables_digest(tables)


def test_the_identity_does_not_hang_on_the_order_of_keys() -> None:
    assert identity_digest({"a": 1, "b": [2]}) == identity_digest({"b": [2], "a": 1})
    assert identity_digest({"a": 1, "b": [2]}) != identity_digest({"a": 1, "b": [3]})


def test_the_digest_of_a_run_is_that_of_what_was_taken() -> None:
    with Run(Fake(), most=9) as run:
        for chunk in run:
            if chunk.number == 4:
                break
        assert (run.taken, run.resumed, run.remarks) == (5, 0, ())
        assert run.digest == digest(Fake(), 5)
        assert [chunk.number for chunk in run] == [5, 6, 7, 8]
    assert run.digest == digest(Fake(), 9) != digest(Fake(seed=2), 9)


def test_a_run_without_chunks_ends() -> None:
    assert digest(Fake(), 0) != digest(Fake(), 1)
    with pytest.raises(RuntimeError, match="with statement"):
        next(iter(Run(Fake())))


def test_a_run_without_end_goes_on() -> None:
    with Run(Fake(rows=1)) as run:
        for chunk in run:
            if chunk.number == 50:
                break
    assert run.taken == 51


def test_chunks_are_what_the_task_makes() -> None:
    with Run(Fake(), most=3) as run:
        for chunk in run:
            made = Fake().chunk(chunk.number)
            assert chunk.digest == tables_digest(made) == tables_digest(chunk.tables)


@pytest.mark.parametrize(
    ("on", "workers", "code"),
    [
        ("there", None, "unknown-place"),
        ("", None, "unknown-place"),
        ("tcp://", None, "unknown-place"),
        ("tcp://host", None, "unknown-place"),
        ("tcp://host:0", None, "unknown-place"),
        ("tcp://host:65536", None, "unknown-place"),
        ("tcp://host:80/path", None, "unknown-place"),
        ("tcp://user@host:80", None, "unknown-place"),
        ("tcp://host:80\n", None, "unknown-place"),
        ("http://host:80", None, "unknown-place"),
        ("127.0.0.1:8786", None, "unknown-place"),
        ("here", 2, "bad-workers"),
        ("tcp://host:80", 2, "bad-workers"),
        ("processes", 0, "bad-workers"),
        ("processes", -1, "bad-workers"),
        ("processes", 100_000, "bad-workers"),
    ],
)
def test_what_is_no_place_to_run_is_refused(on: str, workers: int | None, code: str) -> None:
    with pytest.raises(CallError) as error:
        Run(Fake(), on=on, workers=workers)
    (fault,) = error.value.faults
    assert (fault.code, error.value.exit_code) == (code, 2)
    assert fault.remedy


@pytest.mark.parametrize("on", ["tcp://[::1]:8786", "tls://some-host.example:1", "tcp://h:65535"])
def test_addresses_that_could_be_are_not_refused_unseen(on: str) -> None:
    assert Run(Fake(), on=on).taken == 0


@pytest.mark.parametrize(
    "error",
    [
        call_error("a-code", "message", "remedy"),
        RunError.of("a-code", "message"),
        DossierError([Fault("f", 2, 1, "b", "m"), Fault("f", 1, 1, "a", "m")]),
    ],
)
def test_errors_travel_between_processes(error: DossierError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.faults, str(again)) == (type(error), error.faults, str(error))
