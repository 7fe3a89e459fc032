"""Explanations derived again: right ones pass, and every false claim is found."""

from __future__ import annotations

import random
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from detente.conflict import compile_model, explain, stability
from detente.conflict.explain import Explanation
from detente.conflict.model import ConflictModel
from detente.conflict.reach import Step
from detente.conflict.sanctions import Sanction
from detente.conflict.verify import check_explanation
from detente.dossier import loads
from tests.conflict.games import random_dossier, random_model


@pytest.mark.parametrize("merged", [False, True])
def test_explanations_of_random_conflicts_are_confirmed_claim_by_claim(merged: bool) -> None:
    sanctions = 0
    for seed in range(60):
        model = random_model(random.Random(seed), merged)
        result = stability(model)
        for state in range(0, model.size, 3):
            told = explain(model, state, result=result)
            found = check_explanation(told)
            assert found.agrees, (seed, model.label(state), found.disagreements)
            assert found.complete
            sanctions += sum(
                sanction is not None
                for entry in told.entries
                for improvement in entry.improvements
                for sanction in improvement.deterred_by.values()
            )
    assert sanctions > 500


def test_an_explanation_is_held_against_its_dossier() -> None:
    turned = 0
    for seed in range(30):
        dossier = loads(random_dossier(random.Random(seed)))
        model = compile_model(dossier)
        found = check_explanation(explain(model, 0), dossier)
        assert found.agrees
        assert found.complete
        if model.ranks.max() > 0:
            worse = replace(model, ranks=model.ranks.max() - model.ranks)
            assert not check_explanation(explain(worse, 0), dossier).agrees
            turned += 1
    assert turned > 10
    found = check_explanation(explain(random_model(random.Random(0)), 0), dossier)
    assert (found.agrees, found.checked) == (False, 0)


def example() -> tuple[ConflictModel, Explanation]:
    """Return a conflict and an explanation with a sanction of two steps under SEQ."""
    for seed in range(1000):
        model = random_model(random.Random(seed))
        for state in range(model.size):
            told = explain(model, state, parties=[0])
            for improvement in told.entries[0].improvements:
                sanction = improvement.deterred_by["sseq"]
                if sanction is not None and len(sanction.steps) > 1:
                    return model, told
    raise AssertionError("no such conflict was drawn")


def with_sanction(told: Explanation, concept: str, sanction: Any) -> Explanation:
    """Return the explanation with the sanction of its first deterred improvement replaced."""
    entry = told.entries[0]
    improvements = list(entry.improvements)
    number = next(n for n, i in enumerate(improvements) if i.deterred_by["sseq"] is not None)
    deterred = dict(improvements[number].deterred_by) | {concept: sanction}
    improvements[number] = replace(improvements[number], deterred_by=MappingProxyType(deterred))
    return replace(told, entries=(replace(entry, improvements=tuple(improvements)),))


def first_sanction(told: Explanation, concept: str) -> Sanction:
    for improvement in told.entries[0].improvements:
        if improvement.deterred_by["sseq"] is not None:
            sanction = improvement.deterred_by[concept]
            assert sanction is not None
            return sanction
    raise AssertionError("nothing is deterred")


@pytest.mark.parametrize("concept", ["gmr", "smr", "seq", "sseq"])
def test_false_sanctions_are_found(concept: str) -> None:
    _, told = example()
    right = first_sanction(told, concept)
    step = right.steps[-1]
    away = next(s for s in range(1000) if s not in (step.to, right.end))
    false = [
        Sanction((), right.end, right.best_reply),
        replace(right, end=away),
        replace(right, steps=(*right.steps[:-1], replace(step, party=0))),
        replace(right, steps=(*right.steps[:-1], replace(step, from_=step.to))),
        replace(right, steps=(*right.steps, Step(step.party, step.to, step.to))),
    ]
    if concept in ("smr", "sseq"):
        false.append(replace(right, best_reply=told.entries[0].improvements[0].to))
    for sanction in false:
        wrong = with_sanction(told, concept, sanction)
        found = check_explanation(wrong)
        assert any(d.concept == f"sanction under {concept}" for d in found.disagreements)
    assert check_explanation(with_sanction(told, concept, right)).agrees


def test_a_sanction_that_is_not_told_is_missed() -> None:
    _, told = example()
    found = check_explanation(with_sanction(told, "seq", None))
    assert {(d.concept, d.said, d.literal) for d in found.disagreements} == {
        ("deterred under seq", False, True)
    }


def test_a_false_verdict_and_a_missing_improvement_are_found() -> None:
    _, told = example()
    entry = told.entries[0]
    flipped = {concept: not held for concept, held in entry.stable.items()}
    found = check_explanation(replace(told, entries=(replace(entry, stable=flipped),)))
    assert [d.concept for d in found.disagreements] == list(entry.stable)
    fewer = replace(entry, improvements=entry.improvements[1:])
    found = check_explanation(replace(told, entries=(fewer,)))
    assert "improvement" in {d.concept for d in found.disagreements}


def test_false_simultaneous_sanctions_are_found() -> None:
    checked = 0
    for seed in range(60):
        model = random_model(random.Random(seed))
        for state in range(model.size):
            told = explain(model, state, concepts=["sim"])
            for e, entry in enumerate(told.entries):
                for i, improvement in enumerate(entry.improvements):
                    sanction = improvement.deterred_by["sim"]
                    if sanction is None or not sanction.steps:
                        continue
                    for false in (
                        replace(sanction, end=improvement.to),
                        replace(sanction, steps=sanction.steps * 2),
                        replace(sanction, steps=(replace(sanction.steps[0], from_=sanction.end),)),
                    ):
                        one = replace(improvement, deterred_by={"sim": false})
                        parts = list(entry.improvements)
                        parts[i] = one
                        entries = list(told.entries)
                        entries[e] = replace(entry, improvements=tuple(parts))
                        found = check_explanation(replace(told, entries=tuple(entries)))
                        assert {d.concept for d in found.disagreements} == {"sanction under sim"}
                        checked += 1
        if checked > 30:
            return
    raise AssertionError("too few sanctions were drawn")


def test_claims_that_take_too_many_steps_are_counted() -> None:
    model = random_model(random.Random(6))
    state = next(
        s
        for s in range(model.size)
        if any(
            None in improvement.deterred_by.values()
            for entry in explain(model, s).entries
            for improvement in entry.improvements
        )
    )
    found = check_explanation(explain(model, state), cap=0)
    assert found.agrees
    assert not found.complete
    assert found.unfinished == found.verdicts - found.checked > 0
    assert "claims of the explanation" in found.to_text()
