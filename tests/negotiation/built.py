"""Tables built by hand: by what each outcome adds, or at random in any size."""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.dossier.expressions import And, Expression, Taken
from detente.negotiation.model import UNIT, TableModel


def model_of(columns: list[list[tuple[float, ...]]], no_deal: tuple[float, ...]) -> TableModel:
    """Return an additive table: for each issue, for each outcome what it adds for each party."""
    outcomes = tuple(
        tuple(f"i{k}.o{n}" for n in range(len(column))) for k, column in enumerate(columns)
    )
    issues = tuple(f"i{k}" for k in range(len(columns)))
    parties = tuple(f"p{n}" for n in range(len(no_deal)))
    return TableModel(
        issues=issues,
        questions=issues,
        outcomes=outcomes,
        outcome_texts=outcomes,
        parties=parties,
        party_names=parties,
        worth=tuple(in_units(column) for column in columns),
        linked=(),
        no_deal=in_units([no_deal])[0],
        infeasible=(),
        red_lines=(),
        signers=tuple(range(len(parties))),
    )


def in_units(rows: list[tuple[float, ...]]) -> Any:
    return np.rint(np.array(rows, np.float64) * UNIT).astype(np.int64)


def one_issue(vectors: list[tuple[float, ...]], no_deal: tuple[float, ...]) -> TableModel:
    """Return a table of a single issue whose outcomes have these values."""
    return model_of([vectors], no_deal)


def units_of(value: float) -> int:
    return round(value * UNIT)


def large(shape: list[int], parties: int, seed: int) -> TableModel:
    """Return a table of values in hundredths, each party's issues weighted the same."""
    rng = np.random.default_rng(seed)
    columns = [
        [tuple(row / 100 / len(shape)) for row in rng.integers(0, 101, (size, parties))]
        for size in shape
    ]
    return model_of(columns, (0.45,) * parties)


def both(one: int, first: int, two: int, second: int) -> Expression:
    return And((Taken(f"i{one}.o{first}"), Taken(f"i{two}.o{second}")))
