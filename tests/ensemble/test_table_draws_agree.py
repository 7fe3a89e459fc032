"""Draws of a table, and of a whole dossier, against the literal definitions."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS
from detente.dossier import Dossier, loads
from detente.ensemble.checking import standoff_of_draw
from detente.ensemble.drawing import central_values, draw
from detente.ensemble.readings import Readings
from detente.ensemble.table.checking import LiteralDraw, literal_draw
from detente.ensemble.table.shares import COUNTED
from detente.errors import DossierError
from detente.negotiation.compile import compile_table
from detente.negotiation.solve import solve
from tests.ensemble.tables import unsure_both, unsure_table

PARTS, PART, DRAWS = 4, 100, 3


def package_ids(readings: Readings) -> list[tuple[str, ...]]:
    """Return every package as the full ids of its outcomes."""
    assert readings.table is not None
    outcomes = readings.table.model.outcomes
    rows = readings.table.choices.tolist()
    return [tuple(outcomes[k][o] for k, o in enumerate(row)) for row in rows]


def written_out(dossier: Dossier, readings: Readings, values: NDArray[np.int64]) -> LiteralDraw:
    """Return one draw, written out."""
    assert readings.table is not None
    conflict, table = readings.split(values[None])
    standoff = None
    if readings.conflict is not None:
        standoff = standoff_of_draw(dossier, readings.conflict.plan.guesses, conflict[0])
    return literal_draw(dossier, standoff, readings.table.plan.guesses, table[0])


def compare(dossier: Dossier, readings: Readings, values: NDArray[np.int64]) -> Counter[str]:
    """Check all verdicts on all packages in one draw; return how many there are of each."""
    assert readings.table is not None
    literal = written_out(dossier, readings, values)
    ids, seen = package_ids(readings), Counter[str]()
    conflict, table = readings.split(values[None])
    found = readings.table.solve(table)
    for what in COUNTED:
        said = found.zone if what == "zone" else found.of(what)
        expected = literal.zone if what == "zone" else literal.packages(what)
        assert {ids[p] for p in np.flatnonzero(said[0])} == set(expected), what
        seen[what] += int(said.sum())
    seen["packages"] += len(ids)
    if readings.enforcing is None:
        return seen
    assert readings.conflict is not None
    concepts = 63 if literal.game is not None and not literal.game.groups else 31
    held = readings.enforcing.held(conflict, table, range(len(ids)), concepts)[0]
    for k, concept in enumerate(CONCEPTS):
        if concepts >> k & 1:
            expected = {package for package in ids if literal.enforces(package, concept)}
            assert {ids[p] for p in np.flatnonzero(held >> k & 1)} == expected, concept
            seen[f"enforces {concept}"] += len(expected)
    seen["asked"] += len(ids)
    return seen


@pytest.mark.parametrize("part", range(PARTS))
def test_draws_agree_with_the_definitions(part: int) -> None:
    kinds, seen = Counter[str](), Counter[str]()
    for seed in range(part * PART, (part + 1) * PART):
        rng = random.Random(seed)
        text = unsure_both(rng, merged=seed % 6 == 1) if seed % 2 else unsure_table(rng)
        try:
            dossier = loads(text)
            readings = Readings(dossier)
            drawn = draw(readings.guesses, seed, 0, DRAWS)
            middle = [central_values(readings.guesses)] if seed % 8 == 0 else []
            for values in [*drawn, *middle]:
                seen += compare(dossier, readings, values)
        except DossierError as error:
            kinds.update(f"refused: {fault.code}" for fault in error.faults)
            continue
        kinds["dossiers"] += 1
        kinds.update(f"{g.kind} {g.about}" for g in readings.guesses if g.path[0] == "negotiation")
    refused = {kind for kind in kinds if kind.startswith("refused")}
    assert refused <= {
        "refused: no-feasible-package", "refused: red-line-everywhere", "refused: impossible-needs",
        "refused: no-feasible-state", "refused: merge-covers-others",
    }  # fmt: skip
    assert kinds["dossiers"] > PART * 3 // 4
    for kind in ("range weight", "range value", "range no_deal", "range linked", "tiers value",
                 "presence weight", "presence no_deal", "presence outcome", "presence red_line",
                 "presence needs", "presence must_sign", "presence must_comply"):  # fmt: skip
        assert kinds[kind], kind
    for what in (*COUNTED[:-1], "utilitarian"):
        assert 0 < seen[what] < seen["packages"], what
    for concept in CONCEPTS:
        assert 0 < seen[f"enforces {concept}"] < seen["asked"], concept


def test_the_central_reading_is_that_of_deals() -> None:
    checked = 0
    for seed in range(40):
        try:
            dossier = loads(unsure_table(random.Random(seed)))
            readings = Readings(dossier)
        except DossierError:
            continue
        assert readings.table is not None
        found = readings.table.solve(central_values(readings.guesses)[None])
        solved = solve(compile_table(dossier))
        assert found.zone.sum() == solved.zone
        assert found.frontier.sum() == solved.frontier.packages
        for name, solution in solved.solutions.items():
            numbers = [readings.table.number(tuple(row)) for row in solution.choices.tolist()]
            assert np.flatnonzero(found.solutions[name][0]).tolist() == numbers, name
            checked += 1
    assert checked > 60
