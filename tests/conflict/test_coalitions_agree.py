"""Coalitions against the literal definitions, on thousands of random conflicts."""

from __future__ import annotations

import random

import numpy as np
import pytest

from detente.conflict import CONCEPTS, stability
from detente.conflict.coalitions.jumps import find_improvements, find_jumps
from detente.conflict.coalitions.masks import coalition_key, every_coalition, members
from detente.conflict.coalitions.reaching import find_reaches
from detente.conflict.coalitions.solving import (
    COALITION_CONCEPTS,
    judge_coalitions,
    needed_masks,
)
from detente.conflict.model import ConflictModel
from detente.conflict.verify import COALITION_CONCEPTS as LITERAL_CONCEPTS
from detente.conflict.verify import (
    LiteralGame,
    coalition_improvements,
    coalition_stable,
    equilibrium,
    literal_from_model,
)
from detente.conflict.verify.game import JointList
from tests.conflict.games import random_model
from tests.conflict.test_kernels_agree import relabelled

CHUNKS, CHUNK = 8, 130
ASKED = 10
INTERPRETED = pytest.mark.interpreted
JUMPED = ("nash", "gmr", "seq")


def party_ids(model: ConflictModel, mask: int) -> tuple[str, ...]:
    return tuple(model.parties[party] for party in members(mask))


def judged(model: ConflictModel) -> tuple[list[int], np.ndarray, dict[int, np.ndarray]]:
    """Return all coalitions, their verdicts, and their improvements from every state."""
    masks = every_coalition(len(model.parties))
    reaches = find_reaches(model, needed_masks(len(model.parties), masks))
    every = np.ones(model.size, np.bool_)
    return (
        masks,
        judge_coalitions(model, masks, reaches),
        find_improvements(model, masks, reaches, every),
    )


def from_state(pairs: np.ndarray, state: int) -> list[int]:
    found: list[int] = pairs[pairs[:, 0] == state, 1].tolist()
    return found


def compare(
    model: ConflictModel, game: LiteralGame, pairs: list[tuple[int, int]], seed: int
) -> None:
    """Compare verdicts and improvements of some pairs of coalition (by number) and state."""
    masks, verdicts, improvements = judged(model)
    labels = model.labels()
    for k, state in pairs:
        mask, label = masks[k], labels[state]
        coalition = party_ids(model, mask)
        wanted = {labels.index(q) for q in coalition_improvements(game, coalition, label)}
        found = from_state(improvements[mask], state)
        assert found == sorted(wanted), (seed, coalition, label)
        for bit, concept in enumerate(COALITION_CONCEPTS):
            said = bool(verdicts[k, state] >> bit & 1)
            literal = coalition_stable(game, coalition, label, concept)
            assert said == literal, (seed, coalition, label, concept)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_coalitions_agree_with_the_definitions(chunk: int, merged: bool) -> None:
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        rng = random.Random(seed)
        model = random_model(rng, merged)
        number = (1 << len(model.parties)) - 1
        pairs = [(rng.randrange(number), rng.randrange(model.size)) for _ in range(ASKED)]
        compare(model, literal_from_model(model), pairs, seed)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.interpreted
def test_every_coalition_and_state_of_some_conflicts(merged: bool) -> None:
    for seed in range(5_000, 5_016):
        model = random_model(random.Random(seed), merged)
        number = (1 << len(model.parties)) - 1
        pairs = [(k, s) for k in range(number) for s in range(model.size)]
        compare(model, literal_from_model(model), pairs, seed)


@pytest.mark.untraced
@pytest.mark.parametrize("merged", [False, True])
def test_jumps_agree_with_the_definitions(merged: bool) -> None:
    jumps = minimal = 0
    for seed in range(6_000, 6_500):
        model = random_model(random.Random(seed), merged)
        game, labels = literal_from_model(model), model.labels()
        masks = every_coalition(len(model.parties))
        reaches = find_reaches(model, needed_masks(len(model.parties), masks))
        told, count = find_jumps(model, masks, reaches, stability(model).equilibrium)
        assert len(told) == count
        concept = JUMPED[seed % len(JUMPED)]
        held = [label for label in labels if equilibrium(game, label, concept)]
        expected = {
            (begin, end, mask)
            for mask in masks
            if mask.bit_count() > 1
            for begin in held
            for end in coalition_improvements(game, party_ids(model, mask), begin)
            if end in held
        }
        found = {
            (labels[jump.from_], labels[jump.to], jump.mask)
            for jump in told
            if jump.concepts >> CONCEPTS.index(concept) & 1
        }
        assert found == expected, seed
        order = [(jump.from_, jump.to, masks.index(jump.mask)) for jump in told]
        assert order == sorted(order)
        for jump in told[:6]:
            begin, end = labels[jump.from_], labels[jump.to]
            parts = [m for m in masks if m & jump.mask == m and m != jump.mask]
            # all prefer the end, so only whether a part can get there matters
            able = any(end in JointList(game, party_ids(model, m), begin, False) for m in parts)
            assert jump.minimal == (not able), seed
            jumps, minimal = jumps + 1, minimal + jump.minimal
    assert minimal > 30
    assert jumps > minimal + 30


def test_the_first_jumps_are_the_same_however_many_are_kept() -> None:
    cut = 0
    for seed in range(6_000, 6_060):
        model = random_model(random.Random(seed))
        masks = every_coalition(len(model.parties))
        reaches = find_reaches(model, needed_masks(len(model.parties), masks))
        held = stability(model).equilibrium
        everything, count = find_jumps(model, masks, reaches, held)
        for most in (1, 3):
            some, number = find_jumps(model, masks, reaches, held, most)
            assert number == count
            assert some == everything[:most]
        cut += count > 3
    assert cut > 10


def test_the_judge_and_the_methods_name_the_same_concepts() -> None:
    assert LITERAL_CONCEPTS == COALITION_CONCEPTS


@pytest.mark.parametrize("merged", [False, True])
def test_laws_that_hold_in_every_conflict(merged: bool) -> None:
    differs = 0
    for seed in range(7_000, 7_100):
        model = random_model(random.Random(seed), merged)
        n = len(model.parties)
        masks, verdicts, _ = judged(model)
        nash, gmr, smr, seq = (verdicts >> bit & 1 for bit in range(4))
        # Nobody is left to sanction all parties together.
        assert set(verdicts[-1].tolist()) <= {0, 15}
        assert (nash <= smr).all()
        assert (nash <= seq).all()
        assert (smr <= gmr).all()
        # With merged states coalitions in turn can do what moves in turn cannot: a party may then
        # move twice running, for two coalitions.
        assert merged or (seq <= gmr).all()
        # Single parties: the ordinary concepts; CSEQ allows more answers than SEQ.
        alone = stability(model).verdicts
        assert masks[:n] == [1 << party for party in range(n)]
        assert np.array_equal(verdicts[:n] & 7, alone & 7)
        ordinary = alone >> 3 & 1
        if n == 2:
            assert np.array_equal(seq[:n], ordinary)
        differs += not np.array_equal(seq[:n], ordinary)
    assert differs > 0


def test_names_and_order_of_parties_and_options_change_nothing() -> None:
    rng = random.Random(8)
    for _ in range(25):
        model = random_model(rng)
        fresh, party_at, state_at = relabelled(model, rng)
        masks, verdicts, _ = judged(model)
        others, again, _ = judged(fresh)
        for k, mask in enumerate(masks):
            other = sum(1 << party_at[party] for party in members(mask))
            assert np.array_equal(again[others.index(other)][state_at], verdicts[k])


def test_a_coalition_alone_is_judged_as_among_all() -> None:
    rng = random.Random(11)
    for _ in range(40):
        model = random_model(rng, rng.random() < 0.5)
        masks, verdicts, improvements = judged(model)
        k = rng.randrange(len(masks))
        reaches = find_reaches(model, needed_masks(len(model.parties), [masks[k]]))
        assert np.array_equal(judge_coalitions(model, [masks[k]], reaches)[0], verdicts[k])
        every = np.ones(model.size, np.bool_)
        found = find_improvements(model, [masks[k]], reaches, every)
        assert np.array_equal(found[masks[k]], improvements[masks[k]]), coalition_key(
            model, masks[k]
        )
