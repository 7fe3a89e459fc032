"""Published negotiations: the methods and the literal definitions give what the case expects."""

from __future__ import annotations

from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from detente.dossier import Dossier, load
from detente.negotiation.compile import compile_table
from detente.negotiation.model import UNIT
from detente.negotiation.packages import blocks, names_of, worth
from detente.negotiation.solve import Solved, solve
from detente.negotiation.verify import check_deals

CASES = Path(__file__).parents[2] / "cases"
NAMES = sorted(
    file.parent.name
    for file in CASES.glob("*/dossier.yaml")
    if "\nnegotiation:" in file.read_text("utf-8")
)
PUBLISHED = {"england_zimbabwe", "inheritance", "itex_cypress", "nice_or_die"}


@cache
def case(name: str) -> tuple[Dossier, Solved, dict[str, Any]]:
    """Return a case, what it comes to, and what it expects."""
    text = (CASES / name / "expected.yaml").read_text(encoding="utf-8")
    dossier = load(CASES / name)
    return dossier, solve(compile_table(dossier)), YAML(typ="safe").load(text)


def six_digits(solved: Solved, values: list[int]) -> dict[str, float]:
    return {
        party: round(value / UNIT, 6)
        for party, value in zip(solved.model.parties, values, strict=True)
    }


def test_no_case_is_missing_and_each_says_where_it_comes_from() -> None:
    assert set(NAMES) >= PUBLISHED
    for name in NAMES:
        assert set(case(name)[2]) >= {"citation", "trust", "origin", "note", "solutions"}
        assert f"`{name}`" in (CASES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_counts_and_frontiers_are_as_published(name: str) -> None:
    _, solved, expected = case(name)
    assert solved.packages == expected["packages"]
    assert solved.zone == expected["zone"]
    assert solved.frontier_all.packages == expected["frontier_all"]["packages"]
    assert len(solved.frontier_all.vectors) == expected["frontier_all"]["vectors"]
    assert len(solved.frontier.vectors) == expected["frontier"]["vectors"]
    assert solved.ideal is not None
    assert six_digits(solved, solved.ideal.tolist()) == expected["ideal"]


@pytest.mark.parametrize("name", NAMES)
def test_solutions_are_as_published(name: str) -> None:
    _, solved, expected = case(name)
    assert set(solved.solutions) == set(expected["solutions"])
    for kind, wanted in expected["solutions"].items():
        solution = solved.solutions[kind]
        packages = [names_of(solved.model, row) for row in solution.choices]
        at = packages.index(wanted["package"])
        assert six_digits(solved, solution.worth[at].tolist()) == wanted["values"]
        assert solution.count == len(packages) == wanted.get("ties", solution.count)
        for values in solution.worth / UNIT:
            assert round(values.sum(), 6) == wanted.get("sum", round(values.sum(), 6))
            assert round(values.prod(), 8) == wanted.get("product", round(values.prod(), 8))
            smallest = round(values.min(), 6)
            for least in ("smallest_gain", "smallest_gain_share"):
                assert smallest == wanted.get(least, smallest)


@pytest.mark.parametrize("name", NAMES)
def test_the_distance_from_the_ideal_is_as_published(name: str) -> None:
    _, solved, expected = case(name)
    (choices,) = blocks(solved.model, 10_000)
    values = worth(solved.model, choices) / UNIT
    nearest = min(sqrt(((1 - row) ** 2).sum()) for row in values)
    assert round(nearest, 6) == expected["distance_from_ideal"]


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_is_derived_again_in_full(name: str) -> None:
    dossier, solved, _ = case(name)
    checked = check_deals(solved, dossier)
    assert checked.agrees, checked.to_text()
    assert checked.complete


def test_what_another_program_finds_on_the_same_files() -> None:
    for name in PUBLISHED:
        _, solved, expected = case(name)
        nash = solved.solutions["nash"].worth / UNIT
        assert expected["genius"]["nash"] in nash.round(6).tolist()
        noisy = {"inheritance": 1}.get(name, 0)
        found = len(solved.frontier_all.vectors)
        assert expected["genius"]["frontier_points"] == found + noisy
