"""What an answer tells of the two levels is derived again, and falsehoods are found."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from types import SimpleNamespace

import numpy as np
import pytest

from detente.negotiation.compile import table_model
from detente.negotiation.home.nearest import Change, Nearest
from detente.negotiation.home.ratification import Ratification, ratification
from detente.negotiation.home.winsets import win_sets
from detente.negotiation.verify import ratified
from detente.negotiation.verify import two_levels as literal
from detente.negotiation.verify.ratified import ratified_claims
from tests.negotiation.divided_tables import random_table


def answer(seed: int) -> tuple[SimpleNamespace, literal.Table]:
    """Return what `ratified_claims` looks at of an answer about a random table."""
    rng = Random(seed)
    table = random_table(rng)
    model = table_model(table)
    rows = [tuple(rng.randrange(many) for many in model.shape) for _ in range(3)]
    told = [
        SimpleNamespace(row=row, ratification=ratification(model, np.array(row, np.int16)))
        for row in rows
    ]
    result = SimpleNamespace(model=model, win_sets=win_sets(model), asked=told[0], told=told[1:])
    return result, table


def wrong(result: SimpleNamespace, table: literal.Table) -> list[str]:
    return [what for what, said, found in ratified_claims(result, table) if said != found]


@pytest.mark.parametrize("part", range(3))
def test_true_answers_are_confirmed(part: int) -> None:
    checked = 0
    for seed in range(50_000 + part, 50_030, 3):
        result, table = answer(seed)
        assert wrong(result, table) == []
        checked += len(list(ratified_claims(result, table)))
    assert checked > 50


def first(kind: str) -> tuple[SimpleNamespace, literal.Table]:
    """Return the first random answer whose package asked about is refused in some way."""
    for seed in range(60_000, 61_000):
        result, table = answer(seed)
        refusals = result.asked.ratification.refusals
        if kind == "pivotal" and refusals and refusals[0].pivotal:
            return result, table
        if kind == "nearest" and refusals and result.asked.ratification.nearest.change:
            return result, table
    raise AssertionError(kind)


def with_refusal(told: Ratification, **changes: object) -> Ratification:
    return replace(told, refusals=(replace(told.refusals[0], **changes), *told.refusals[1:]))


def test_falsehoods_are_found() -> None:
    result, table = first("pivotal")
    told = result.asked.ratification
    party = result.model.parties[told.refusals[0].party]
    result.asked.ratification = with_refusal(told, smallest=())
    assert wrong(result, table)[0].endswith(f"{party}, pivotal")
    result.asked.ratification = with_refusal(told, short=told.refusals[0].short + 1_000)
    assert wrong(result, table)[0].endswith(f"{party} lacks")
    result.asked.ratification = replace(told, refusals=())
    assert [what.split(", ")[-1] for what in wrong(result, table)][-1] == "refused by"
    result.asked.ratification = told
    result.win_sets = replace(result.win_sets, deals=result.win_sets.deals + 1)
    assert wrong(result, table) == ["deals at both levels"]
    one = result.win_sets.parties[0]
    sets = (replace(one, size=one.size + 1), *result.win_sets.parties[1:])
    result.win_sets = replace(result.win_sets, parties=sets)
    assert wrong(result, table) == ["win-set, p0", "deals at both levels"]


def test_changes_that_are_not_the_nearest_are_found() -> None:
    result, table = first("nearest")
    told = result.asked.ratification
    change = told.nearest.change
    result.asked.ratification = replace(
        told, nearest=Nearest(Change(change.row, change.issues, change.loss + 1_000), 1)
    )
    assert [what.split(", ")[-1] for what in wrong(result, table)] == ["nearest deal"]
    result.asked.ratification = with_refusal(told, nearest=Nearest(None, 1))
    assert [what.split(", ")[-1][:11] for what in wrong(result, table)] == ["nearest for"]


def test_of_large_tables_only_what_is_told_is_derived_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    result, table = first("nearest")
    monkeypatch.setattr(ratified, "LISTED", 0)
    whats = [what for what, _, _ in ratified_claims(result, table)]
    assert any("refused by" in what for what in whats)
    assert not any("win-set" in what or "nearest" in what for what in whats)


def test_answers_without_a_search_are_confirmed_too() -> None:
    result, table = first("pivotal")
    row = np.array(result.asked.row, np.int16)
    result.asked = None
    result.told = [
        SimpleNamespace(row=tuple(row), ratification=ratification(result.model, row, search=False))
    ]
    assert wrong(result, table) == []
