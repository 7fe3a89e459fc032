"""Every claim about packages against the literal definitions, on random dossiers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from detente.compliance import EnforcedDeals, self_enforcing
from detente.compliance.verify import check_enforcement
from detente.conflict import compile_model
from detente.dossier import Dossier
from detente.errors import DossierError
from detente.negotiation.compile import compile_table
from detente.negotiation.packages import blocks
from detente.negotiation.solve import solve
from detente.results import Manifest, Result
from detente.results.tables import Row
from tests.compliance.dossiers import random_dossier, varied


class Told(Result):
    """An answer of ``deals`` that says nothing."""

    manifest = Manifest("deals")

    def content(self) -> dict[str, Any]:
        return {}

    def rows(self) -> Iterator[Row]:
        yield from ()

    def to_text(self) -> str:
        return ""

    def title(self) -> str:
        return ""


SEEDS = (range(25), range(25, 133), range(133, 241), range(241, 350))
"""Dossiers of each part that are read; three tables are asked of each."""

REFUSED = {"no-feasible-package", "red-line-everywhere", "nobody-bound"}


def answer(dossier: Dossier, every: bool) -> EnforcedDeals | None:
    """Return the answer over all packages, or over those of interest; `None` where refused."""
    try:
        table, model = compile_table(dossier), compile_model(dossier)
        solved = solve(table)
        rows = next(blocks(table, 1 << 10))[::3]
        judged = self_enforcing(dossier, table, model, solved, rows if every else None)
    except DossierError as error:
        if {fault.code for fault in error.faults} <= REFUSED:
            return None
        raise
    return EnforcedDeals(Told(), judged, Manifest("deals", dossier.digest))


@pytest.mark.parametrize(
    "part", [0, *(pytest.param(k, marks=pytest.mark.untraced) for k in (1, 2, 3))]
)
def test_the_judge_agrees(part: int) -> None:
    seen: Counter[str] = Counter()
    for seed in SEEDS[part]:
        rng = random.Random(seed)
        read = random_dossier(rng)
        for dossier in (read, varied(rng, read), varied(rng, read)):
            found = answer(dossier, every=rng.random() < 0.7)
            if found is None:
                seen["refused"] += 1
                continue
            checked = check_enforcement(found, dossier, budget=None)
            assert checked.agrees, (seed, checked.to_text(), dossier.text)
            assert checked.complete
            count(seen, found)
    assert seen["refused"] < len(SEEDS[part])
    for what in ("impossible", "several", "breaks", "guaranteed", "deserted", "contradictions"):
        assert seen[what] > len(SEEDS[part]) / 3, what


def count(seen: Counter[str], found: EnforcedDeals) -> None:
    """Count what the random dossiers show, so that the comparison is known to mean something."""
    seen["contradictions"] += len(found.enforcement.contradictions)
    for package in found.enforcement.packages:
        carried = package.carried
        seen["impossible"] += carried is None
        if carried is not None:
            seen["several"] += len(carried.targets) > 1
            seen["breaks"] += bool(carried.breaches)
            seen["guaranteed"] += bool(carried.guarantees)
            seen["deserted"] += bool(carried.desertions)
