"""Packages by name, and expressions over them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from detente.dossier.expressions import Count, Pattern, Taken
from detente.errors import CallError
from detente.negotiation.packages import (
    find_package,
    holds,
    names_of,
    row_of,
)
from detente.negotiation.rules import outcomes_in
from detente.negotiation.solve import solve
from tests.negotiation.built import large


def test_packages_are_read_and_told_by_name() -> None:
    model = large([2, 2], 2, 1)
    row = find_package(model, " i1=o1 , i0=o0")
    assert row.tolist() == [0, 1]
    assert names_of(model, row) == {"i0": "o0", "i1": "o1"}
    assert row_of(model, names_of(model, row)).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("i0=o0", "incomplete-package", "i1"),
        ("", "incomplete-package", "i0, i1"),
        ("i0=o0,i1", "wrong-package", "i1"),
        ("i0=o0,i0=o1,i1=o0", "wrong-package", "two outcomes"),
        ("i0=o0,i1=p1", "unknown-outcome", "o1"),
        ("i0=o0,i11=o1", "unknown-issue", "Did you mean `i1`"),
        ("i0=o0,elsewhere=o1", "unknown-issue", "There is i0, i1"),
    ],
)
def test_a_package_that_cannot_be_read_is_told(text: str, code: str, word: str) -> None:
    with pytest.raises(CallError) as caught:
        find_package(large([2, 2], 2, 1), text)
    (fault,) = caught.value.faults
    assert fault.code == code
    assert word in str(fault)


def test_a_count_of_outcomes_has_two_bounds() -> None:
    model = large([2, 2, 2], 2, 1)
    first = tuple(Taken(f"i{k}.o0") for k in range(3))
    choices = np.array(list(product(range(2), repeat=3)), np.int16)
    number = (choices == 0).sum(axis=1)
    assert (holds(model, Count(1, 2, first), choices) == (number >= 1) & (number <= 2)).all()
    assert (holds(model, Count(2, None, first), choices) == (number >= 2)).all()
    tied = replace(model, infeasible=(Count(2, None, first),))
    assert solve(tied).packages == 4
    assert solve(tied).route == "enumeration"


def test_a_pattern_says_nothing_about_a_package() -> None:
    model = large([2, 2], 2, 1)
    with pytest.raises(ValueError, match="YN"):
        holds(model, Pattern("YN"), np.zeros((1, 2), np.int16))
    assert outcomes_in(Pattern("YN")) == frozenset()
