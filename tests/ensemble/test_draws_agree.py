"""Draws solved by the engine against the dossier with each draw applied, read literally."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from detente.conflict import stability
from detente.conflict.verify import CONCEPTS, equilibrium, stable
from detente.conflict.verify.game import number_to_pattern
from detente.dossier import Dossier, load, loads
from detente.ensemble.checking import game_of_draw
from detente.ensemble.drawing import central_values, draw
from detente.ensemble.engine import Engine
from detente.errors import DossierError
from tests.ensemble.dossiers import unsure_dossier

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
CHUNKS, CHUNK, DRAWS = 7, 150, 1
EVERY = (1 << len(CONCEPTS)) - 1


def compare(engine: Engine, dossier: Dossier, values: np.ndarray) -> None:
    """Check every state, verdict and reach of one draw."""
    guesses, parties = engine.plan.guesses, engine.model.parties
    game, today = game_of_draw(dossier, guesses, values)
    _, found = engine.count(values[None], (), EVERY)
    k = len(engine.model.options)
    labels = []
    for low, varying in zip(found.pattern.tolist(), found.varying.tolist(), strict=True):
        letters = number_to_pattern(low, k)
        labels.append("".join("-" if varying >> o & 1 else letters[o] for o in range(k)))
    patterns = [number_to_pattern(number, k) for number in range(1 << k)]
    assert set(labels) == {game.state_of(p) for p in patterns if p in game.feasible}
    by_moves = set() if today is None else {today, *game.joint(parties, today, improving=False)}
    better = set() if today is None else {today, *game.joint(parties, today, improving=True)}
    for s, label in enumerate(labels):
        assert found.possible[s] == 1
        assert bool(found.by_moves[s]) == (label in by_moves), label
        assert bool(found.by_improvements[s]) == (label in better), label
        for c, concept in enumerate(CONCEPTS):
            if concept == "sim" and game.groups:
                continue
            assert bool(found.equilibrium[c, s]) == equilibrium(game, label, concept), (
                label, concept,
            )  # fmt: skip
            for i, party in enumerate(parties):
                said = bool(found.stable[i, c, s])
                assert said == stable(game, party, label, concept), (label, concept, party)
    # the order itself, which verdicts show in part only
    ((variant, _),) = engine.variants.groups(values[None])
    (ranks,) = engine.ranks(variant, values[None])
    for i, party in enumerate(parties):
        for s, label in enumerate(labels):
            for t, other in enumerate(labels):
                assert (ranks[i, s] > ranks[i, t]) == game.better(party, label, other)


@pytest.mark.interpreted
def test_a_few_draws_agree_with_the_definitions() -> None:
    for seed in (1, 4, 5, 6, 9, 10):
        dossier = loads(unsure_dossier(random.Random(seed), merged=False))
        engine = Engine(dossier)
        (values,) = draw(engine.plan.guesses, seed, 0, 1)
        compare(engine, dossier, values)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_draws_agree_with_the_definitions(chunk: int) -> None:
    kinds: Counter[str] = Counter()
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        dossier = loads(unsure_dossier(random.Random(seed)))
        try:
            engine = Engine(dossier)
            drawn = draw(engine.plan.guesses, seed, 0, DRAWS)
            middle = [central_values(engine.plan.guesses)] if seed % 4 == 0 else []
            for values in [*drawn, *middle]:
                compare(engine, dossier, values)
        except DossierError as error:
            kinds.update(f"refused: {fault.code}" for fault in error.faults)
            continue
        kinds.update(f"{guess.kind} {guess.about}" for guess in engine.plan.guesses)
    refused = {kind: times for kind, times in kinds.items() if kind.startswith("refused")}
    assert set(refused) <= {"refused: no-feasible-state", "refused: merge-covers-others"}
    assert sum(refused.values()) < CHUNK // 5
    for kind in ("presence option", "presence infeasible", "presence one_way", "presence statement",
                 "presence preference", "presence weight", "order group", "reading group",
                 "range weight", "presence status_quo", "presence taken"):  # fmt: skip
        assert kinds[kind], kind


@pytest.mark.parametrize(
    "folder",
    sorted(f for f in CASES.glob("*/dossier.yaml") if "\nconflict:" in f.read_text("utf-8")),
    ids=lambda f: f.parent.name,
)
def test_the_central_reading_of_published_cases_has_the_verdicts_of_stability(folder: Path) -> None:
    dossier = load(folder)
    engine = Engine(dossier)
    expected = stability(engine.model)
    _, found = engine.count(central_values(engine.plan.guesses)[None], (), EVERY)
    for k, concept in enumerate(CONCEPTS):
        if concept in expected.concepts:
            assert np.array_equal(found.equilibrium[k], expected.equilibrium >> k & 1)
            assert np.array_equal(found.stable[:, k], expected.verdicts >> k & 1)


def test_more_statements_than_a_word_has_bits_are_ranked() -> None:
    rng = random.Random(1)
    options = [("a", f"x{k}") for k in range(5)]
    wishes = [
        f"{rng.choice(['', 'not '])}x{rng.randrange(5)} if x{rng.randrange(5)}" for _ in range(70)
    ]
    text = "\n".join(
        [
            "detente: 1", "title: Long", "parties: {a: {name: A}}", "conflict:", "  options:",
            f"    a: {{{', '.join(f'{name}: Do it' for _, name in options)}}}", "  preferences:",
            "    a:", "      statements:",
            *(f"        - {{want: {wish}, sure: 0.5, judgement: true}}" for wish in wishes),
        ]
    )  # fmt: skip
    dossier = loads(text + "\n")
    engine = Engine(dossier)
    for values in draw(engine.plan.guesses, 0, 0, 20):
        compare(engine, dossier, values)


def test_ranks_too_large_for_short_numbers_give_the_same() -> None:
    script = """
import random
import numpy as np
from detente.dossier import loads
from detente.conflict.kernels import draws
from detente.ensemble import engine
from detente.ensemble.drawing import draw
from tests.ensemble.dossiers import unsure_dossier
for seed in range(12):
    solver = engine.Engine(loads(unsure_dossier(random.Random(seed), merged=False)))
    values = draw(solver.plan.guesses, seed, 0, 3)
    found = []
    for draws.MOST_SHORT in (1 << 15, 0):
        found.append(solver.count(values, (), 63)[1])
    assert np.array_equal(found[0].stable, found[1].stable)
    assert np.array_equal(found[0].equilibrium, found[1].equilibrium)
print("same")
"""
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "NUMBA_DISABLE_JIT": "1"}, cwd=ROOT,
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.stdout == "same\n", done.stderr
