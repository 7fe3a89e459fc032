"""Preferences known in part: the four extensions, held against their literal definitions."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from detente.conflict import compile_model, explain, stability
from detente.conflict.model import ConflictModel
from detente.conflict.unknown.extensions import BASIC, EXTENSIONS, Extensions
from detente.conflict.unknown.known import MAX_STATES
from detente.conflict.unknown.solve import solve_unknown
from detente.conflict.verify import check_unknown, literal_from_model, stable_in, tempted
from detente.conflict.verify.known import known_values
from detente.dossier import loads
from detente.errors import CallError, DossierError, SizeError
from tests.conflict.games import random_model, random_pairs
from tests.conflict.written import TWO, codes, dossier, model

CHUNKS, CHUNK = 6, 170


def open_model(rng: random.Random, merged: bool) -> ConflictModel:
    """Return a random conflict in which one party or more knows only part of its order."""
    found = random_model(rng, merged)
    parties = range(len(found.parties))
    partial = {}
    for party in rng.sample(parties, rng.randint(1, len(parties))):
        better = np.zeros((found.size, found.size), np.bool_)
        order = rng.sample(range(found.size), found.size)
        for place, state in enumerate(order):
            for worse in order[place + 1 :]:
                better[state, worse] = rng.random() < rng.choice([0.05, 0.3, 0.8])
        for middle in range(found.size):
            better |= better[:, middle, None] & better[middle]
        partial[party] = better
    return replace(found, partial=partial)


def literal(found: ConflictModel) -> NDArray[np.uint8]:
    """Return the verdicts of the definitions."""
    game = literal_from_model(found)
    bold = tempted(game)
    bits = np.zeros((len(EXTENSIONS), len(found.parties), found.size), np.uint8)
    for e, extension in enumerate(EXTENSIONS):
        for i, party in enumerate(game.parties):
            for s, label in enumerate(found.labels()):
                for k, concept in enumerate(BASIC):
                    bits[e, i, s] |= stable_in(game, bold, party, label, concept, extension) << k
    return bits


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_extensions_agree_with_the_definitions(chunk: int) -> None:
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        found = open_model(random.Random(seed), merged=chunk % 3 == 2)
        assert np.array_equal(solve_unknown(found).verdicts, literal(found)), seed


def test_the_four_extensions_differ_and_two_of_them_hold_the_other_two() -> None:
    apart = np.zeros((4, 4), np.int64)
    for seed in range(120):
        one = solve_unknown(open_model(random.Random(seed), merged=False)).verdicts
        a, b, c, d = one
        assert not (a & ~b).any()
        assert not (c & ~d).any()
        assert not (a & ~c).any()
        assert not (b & ~d).any()
        for x in range(4):
            for y in range(4):
                apart[x, y] += (one[x] != one[y]).sum()
    assert (apart[~np.eye(4, dtype=np.bool_)] > 50).all()


def test_with_whole_orders_every_extension_is_the_ordinary_concept() -> None:
    for seed in range(60):
        found = random_model(random.Random(seed), merged=seed % 2 == 1)
        ordinary = stability(found, "general").verdicts & 15
        assert (solve_unknown(found).verdicts == ordinary).all()
        chains = {0: found.ranks[0][:, None] > found.ranks[0]}
        if len(set(found.ranks[0].tolist())) == found.size:
            assert (solve_unknown(replace(found, partial=chains)).verdicts == ordinary).all()


def test_dossiers_with_pairs_agree_with_a_second_reading() -> None:
    kinds = set()
    for seed in range(90):
        written = loads(random_pairs(random.Random(seed)))
        result = stability(compile_model(written))
        found = check_unknown(result, written)
        assert found.agrees, (seed, found.disagreements[:3])
        assert found.complete
        kinds.add((len(result.model.partial), result.model.merged is not None))
    assert len(kinds) >= 5


def test_the_judge_finds_every_planted_mistake() -> None:
    written = loads(random_pairs(random.Random(4)))
    result = stability(compile_model(written))
    assert result.extensions is not None
    for e in range(4):
        for k in range(4):
            verdicts = result.extensions.verdicts.copy()
            verdicts[e, 0, 1] ^= 1 << k
            wrong = replace(result, extensions=Extensions(verdicts))
            found = check_unknown(wrong, written)
            concept = f"{BASIC[k]} in extension {EXTENSIONS[e]}"
            assert {(d.party, d.concept) for d in found.disagreements if d.party} == {
                (result.model.parties[0], concept)
            }
    (party,) = list(result.model.partial)[:1]
    better = result.model.partial[party].copy()
    better[np.unravel_index(int(np.argmin(better)), better.shape)] = True
    bent = replace(result.model, partial={**result.model.partial, party: better})
    found = check_unknown(stability(bent), written)
    assert any(d.concept.startswith("better than") for d in found.disagreements)
    today = replace(result.model, status_quo=None)
    assert check_unknown(replace(result, model=today)).agrees
    few = check_unknown(result, written, budget=60, cap=5)
    assert few.unfinished
    assert not few.complete


def test_the_judge_compares_no_verdicts_of_another_conflict() -> None:
    written = loads(random_pairs(random.Random(4)))
    result = stability(compile_model(written))
    other = replace(result.model, parties=("q", *result.model.parties[1:]))
    found = check_unknown(replace(result, model=other), written)
    assert found.disagreements[0].concept == "parties"
    assert found.checked == 0


def test_more_options_than_can_be_tried_are_read_where_they_are_asked() -> None:
    names = {party: [f"{party}{k}" for k in range(6)] for party in "abc"}
    own = "; ".join(
        f"{party}: {{{', '.join(f'{name}: Do {name}' for name in mine)}}}"
        for party, mine in names.items()
    )
    every = ", ".join(name for mine in names.values() for name in mine)
    one, other = "Y" + "N" * 17, "N" * 18
    written = dossier(
        f"options: {{{own.replace(';', ',')}}}\n"
        f'infeasible: ["not at most one of ({every})"]\n'
        f"preferences: {{a: {{pairs: [[{one}, {other}]]}}, b: {{statements: [b1]}}, "
        f"c: {{indifferent: true}}}}\n"
    )
    result = stability(compile_model(written))
    assert result.model.size == 19
    found = check_unknown(result, written)
    assert found.agrees
    assert found.complete
    assert 0 < found.patterns_checked < found.patterns


def test_sets_too_large_to_gather_at_once_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [open_model(random.Random(seed), merged=False) for seed in range(20)]
    whole = [solve_unknown(one).verdicts for one in found]
    monkeypatch.setattr("detente.conflict.unknown.solve.ROOM", 1)
    for one, verdicts in zip(found, whole, strict=True):
        assert np.array_equal(solve_unknown(one).verdicts, verdicts)


# As it is written

PAIRS = TWO + "preferences: {a: {pairs: [[YN, NN], [NN, YY]]}, b: {statements: [not y]}}\n"


def test_chains_of_pairs_are_known_and_the_rest_is_not() -> None:
    found = model(PAIRS)
    better = found.partial[0]
    names = found.labels()
    known = {(names[s], names[t]) for s, t in np.argwhere(better).tolist()}
    assert known == {("YN", "NN"), ("NN", "YY"), ("YN", "YY")}
    assert list(found.partial) == [0]
    assert not found.ranks[0].any()
    assert found.ranks[1].tolist() == [1, 1, 0, 0]


def test_each_attitude_in_a_conflict_that_can_be_followed_by_hand() -> None:
    # a would go from NN to YN, which is better; whether NY or YY is better for it is open
    result = stability(model(PAIRS))
    assert result.extensions is not None
    states = {name: s for s, name in enumerate(result.model.labels())}
    for extension, nash in (("a", False), ("b", True), ("c", False), ("d", True)):
        assert ("nash" in result.extensions.held(extension, states["NY"], 0)) is nash
    # after NN to YN, b could answer with YY, known to be no better for a, but against its own wish;
    # from there a could go on to NY, of which that is not known
    for extension, expected in (("a", 1), ("b", 1), ("c", 2), ("d", 2)):
        held = result.extensions.held(extension, states["NN"], 0)
        assert held == ["gmr", "smr"][:expected]
        assert result.extensions.held(extension, states["YN"], 0) == list(BASIC)


def test_what_is_answered_where_an_order_is_open() -> None:
    result = stability(model(PAIRS), source="x")
    content = result.to_dict()
    assert result.concepts == BASIC
    assert content["counts"]["sseq"] is None
    assert content["counts"]["sim"] is None
    assert content["equilibria"]["sim"] is None
    assert content["equilibria"]["nash"] == content["extensions"]["a"]["nash"]
    assert content["counts"]["gmr"] == content["extension_counts"]["a"]["gmr"]
    assert content["incomplete"] == ["a"]
    assert content["meta"]["parameters"] == {"kernel": "pairs", "equilibria": "extension a"}
    nn = content["states"][0]
    assert nn["stable"]["a"] == ["gmr"]
    assert nn["extensions"]["a"]["d"] == ["gmr", "smr"]
    assert nn["extensions"]["b"]["c"] == list(BASIC)
    rows = {str(row["state"]): row for row in result.rows()}
    assert rows["NN"]["a"] == "gmr:abcd smr:cd"
    assert rows["NY"]["a"] == "nash:bd gmr:bcd smr:bcd seq:bcd"
    assert "extensions" not in stability(model(TWO + ALIKE)).to_dict()


ALIKE = "preferences: {a: {indifferent: true}, b: {indifferent: true}}\n"


def test_the_answer_in_words() -> None:
    text = stability(model("status_quo: [y]\n" + PAIRS)).to_text()
    assert "For 3 of 6 pairs of states it is known which of the two Alpha would prefer" in text
    assert "Alpha: holds under Nash in b and d; GMR, SMR and SEQ in b, c and d" in text
    assert "Beta: would move; holds under no concept" in text
    assert "It holds under no concept in any attitude." in text
    assert "d  Wary and easy to deter" in text
    assert "Today's state is not known." in stability(model(PAIRS)).to_text()


def test_no_state_that_holds_and_many_that_do() -> None:
    some = stability(model(PAIRS))
    assert some.extensions is not None
    none = replace(
        some, extensions=Extensions(np.zeros_like(some.extensions.verdicts)),
    )  # fmt: skip
    assert "No state holds under any concept in any attitude." in none.to_text()
    wide = "options: {a: {x: X, y: Y, z: Z}, b: {u: U}}\npreferences: "
    text = stability(
        model(wide + "{a: {pairs: [[YYYY, NNNN]]}, b: {indifferent: true}}\n")
    ).to_text()
    assert "more: see --format json or csv." in text


def test_merged_states_stand_in_pairs_by_their_label() -> None:
    text = "options: {a: {x: Do x}, b: {y: Do y, z: Do z}}\nsame: [x]\npreferences: "
    found = model(text + "{a: {pairs: [[Y--, NNN]]}, b: {indifferent: true}}")
    assert found.partial[0].sum() == 1
    assert codes(text + "{a: {pairs: [[YNN, NNN]]}, b: {indifferent: true}}") == [
        ("pair-unknown-state", 3)
    ]


def test_states_that_cannot_happen_cannot_be_paired() -> None:
    text = TWO + "infeasible: [x and y]\npreferences:\n  a: {pairs: [[YY, NN], [YN, Y-]]}\n"
    assert codes(text + "  b: {indifferent: true}\n") == [
        ("pair-unknown-state", 4), ("pair-unknown-state", 4)
    ]  # fmt: skip


def test_too_many_states_for_pairs() -> None:
    names = ", ".join(f"x{k}: Do it" for k in range(13))
    text = f"options: {{a: {{{names}}}, b: {{y: Do y}}}}\npreferences: "
    text += "{a: {indifferent: true}, b: {pairs: [[YYYYYYYYYYYYYY, NNNNNNNNNNNNNN]]}}"
    with pytest.raises(SizeError, match=f"at most {MAX_STATES:,}") as caught:
        compile_model(dossier(text))
    assert caught.value.faults[0].code == "too-many-states-for-pairs"
    assert caught.value.faults[0].line > 0


def test_what_needs_whole_orders_refuses_with_one_fault() -> None:
    written = dossier(PAIRS)
    with pytest.raises(DossierError) as caught:
        written.require_complete()
    (fault,) = caught.value.faults
    assert (fault.code, fault.line) == ("incomplete-preferences", 6)
    assert fault.message.startswith("Alpha has preferences by pairs")
    found = compile_model(written)
    with pytest.raises(CallError, match="Alpha has preferences by pairs"):
        explain(found, 0)
    with pytest.raises(CallError, match="kernel-needs-orders"):
        stability(found, "fast")
    assert dossier(TWO + ALIKE).require_complete().players == ("a", "b")


def test_the_literal_order_knows_chains_alone() -> None:
    values = dict(
        zip("abcd", known_values("abcd", [("a", "b"), ("b", "c"), ("a", "c")]), strict=True)
    )
    better: dict[str, set[str]] = {
        one: {two for two in "abcd" if values[one] > values[two]} for one in "abcd"
    }
    assert better == {"a": {"b", "c"}, "b": {"c"}, "c": set(), "d": set()}
    some: Any = values["d"]
    assert some == some
    assert not some > some
