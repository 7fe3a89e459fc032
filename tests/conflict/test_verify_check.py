"""Re-derived answers: right ones pass, every planted mistake is found, nothing passes unseen."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from detente.conflict import compile_model
from detente.conflict.model import ConflictModel
from detente.conflict.verify import (
    CONCEPTS,
    Verification,
    check,
    literal_from_model,
    literal_game,
    stable,
)
from detente.conflict.verify.check import CAP
from detente.conflict.verify.reading import Reading
from detente.dossier import Dossier, loads
from detente.errors import SizeError
from tests.conflict.games import random_dossier, random_model

SMALL = """
detente: 1
title: A small standoff
parties: {us: {name: United States}, russia: {name: Russia}}
conflict:
  options:
    us: {join: Strike together, arm: Arm the rebels}
    russia: {ground: Ground the aircraft}
  status_quo: [us.arm]
  infeasible: [join and arm]
  one_way: {join: taken}
  preferences:
    us:
      statements:
        - ground
        - any_order: [not join, arm]
        - one_of: [arm if not ground, join]
    russia: {weights: {join: 0.1, "join iff ground": 0.2, not arm: [0.2, 0.4]}}
"""


@dataclass(frozen=True)
class Answer:
    """What a check needs to know of a stability result."""

    model: ConflictModel
    verdicts: NDArray[np.uint8]
    has_sim: bool = True
    equilibrium: NDArray[np.uint8] | None = None


def answer(model: ConflictModel) -> Answer:
    """Return the right answer for `model`."""
    game = literal_from_model(model)
    verdicts = np.zeros(model.ranks.shape, dtype=np.uint8)
    concepts = CONCEPTS if model.merged is None else CONCEPTS[:5]
    for i, party in enumerate(game.parties):
        for s, label in enumerate(model.labels()):
            for k, concept in enumerate(concepts):
                verdicts[i, s] |= stable(game, party, label, concept) << k
    return Answer(model, verdicts, model.merged is None, np.bitwise_and.reduce(verdicts))


def compiled(text: str) -> tuple[Dossier, ConflictModel]:
    dossier = loads(text)
    return dossier, compile_model(dossier)


def told(found: Verification) -> set[tuple[str, str, str, bool]]:
    assert found.wrong == len(found.disagreements)
    return {(d.state, d.party, d.concept, d.said) for d in found.disagreements}


def test_the_central_reading_of_every_kind_of_statement() -> None:
    game = literal_game(loads(SMALL))
    states = ["NNN", "YNN", "NYN", "NNY", "YNY", "NYY"]
    assert list(game.preference["us"]) == states
    # ground; not join; arm; arm if not ground
    scores = ["0100", "0000", "0111", "1101", "1001", "1111"]
    expected = [tuple(bit == "1" for bit in score) for score in scores]
    assert list(game.preference["us"].values()) == expected
    weights = [float(value) for value in game.preference["russia"].values()]
    assert weights == [0.5, 0.4, 0.2, 0.3, 0.6, 0.0]
    assert game.moves("us", "YNN") == ()
    assert set(game.moves("us", "NNN")) == {"YNN", "NYN"}


def test_weights_are_exact() -> None:
    text = SMALL.replace(
        '{weights: {join: 0.1, "join iff ground": 0.2, not arm: [0.2, 0.4]}}',
        "{weights: {NNN: 0.3, YNN: 0.1, Y--: 0.2}}",
    )
    values = literal_game(loads(text)).preference["russia"]
    assert values["NNN"] == values["YNN"] > values["YNY"] > values["NYN"]


@pytest.mark.parametrize(
    ("expression", "true_in"),
    [
        ("p.a", "YN YY"),
        ("not p.a", "NN NY"),
        ("p.a and q.b", "YY"),
        ("p.a or q.b", "YN NY YY"),
        ("p.a if q.b", "NN YN YY"),
        ("p.a iff q.b", "NN YY"),
        ("at most one of (p.a, q.b)", "NN YN NY"),
        ("at least one of (p.a, q.b)", "YN NY YY"),
        ("exactly one of (p.a, q.b)", "YN NY"),
        ("-Y", "NY YY"),
        ("NN", "NN"),
    ],
)
def test_every_expression_is_true_where_it_should_be(expression: str, true_in: str) -> None:
    dossier = loads(
        f"""
detente: 1
title: t
parties: {{p: {{name: P}}, q: {{name: Q}}}}
conflict:
  options: {{p: {{a: A}}, q: {{b: B}}}}
  preferences: {{p: {{statements: ["{expression}"]}}, q: {{indifferent: true}}}}
"""
    )
    values = literal_game(dossier).preference["p"]
    assert [state for state, value in values.items() if value == (True,)] == true_in.split()


def test_entries_of_same_that_overlap_unite_and_the_lowest_member_is_read() -> None:
    dossier = loads(
        """
detente: 1
title: Merged
parties: {us: {name: United States}, russia: {name: Russia}}
conflict:
  options:
    us: {join: Strike together, arm: Arm the rebels}
    russia: {ground: Ground the aircraft}
  infeasible: [join and arm]
  same: [join, -NN, -NY]
  preferences:
    us: {statements: [ground, not join, "NNY or YNN"]}
    russia: {ranking: [NYN, NYY, -N-]}
"""
    )
    game = literal_game(dossier)
    assert list(game.preference["us"]) == ["-N-", "NYN", "NYY"]
    assert game.preference["us"]["-N-"] == (False, True, False)
    assert game.preference["russia"] == {"-N-": -2, "NYN": 0, "NYY": -1}
    assert set(game.members("-N-")) == {"NNN", "YNN", "NNY", "YNY"}
    assert set(game.moves("us", "-N-")) == {"NYN", "NYY"}


def test_a_standoff_with_too_many_options_to_list_is_refused_with_the_limit() -> None:
    with pytest.raises(SizeError, match="at most 16 options, and there are 17"):
        literal_game(loads(wide(17)))


def test_a_right_answer_is_confirmed_in_full() -> None:
    dossier, model = compiled(SMALL)
    for found in (check(answer(model), dossier), check(answer(model))):
        assert found.complete
        assert found.agrees
        assert (found.checked, found.verdicts, found.unfinished) == (72, 72, 0)
        assert (found.states, found.states_checked) == (6, 6)
    assert (found.patterns_checked, found.order_checked) == (0, 0)
    found = check(answer(model), dossier)
    assert (found.patterns, found.patterns_checked, found.order_checked) == (8, 8, 6)
    assert found.to_dict()["complete"] is True


def test_every_single_wrong_verdict_is_found() -> None:
    dossier, model = compiled(SMALL)
    right = answer(model)
    for i, party in enumerate(model.parties):
        for s in range(model.size):
            for k, concept in enumerate(CONCEPTS):
                verdicts = right.verdicts.copy()
                verdicts[i, s] ^= 1 << k
                wrong = Answer(model, verdicts)
                said = bool(verdicts[i, s] >> k & 1)
                for found in (check(wrong, dossier), check(wrong)):
                    assert told(found) == {(model.label(s), party, concept, said)}
                    assert not found.agrees
                    assert found.complete


def test_a_wrong_equilibrium_is_found() -> None:
    right = answer(random_model(random.Random(3)))
    assert right.equilibrium is not None
    equilibrium = right.equilibrium.copy()
    equilibrium[1] ^= 1
    found = check(replace(right, equilibrium=equilibrium))
    label = right.model.label(1)
    assert told(found) == {(label, "", "equilibrium nash", bool(equilibrium[1] & 1))}


def test_a_bit_that_was_not_computed_is_not_checked() -> None:
    model = random_model(random.Random(4))
    right = answer(model)
    found = check(Answer(model, right.verdicts ^ 32, has_sim=False))
    assert found.agrees
    assert found.verdicts == model.ranks.size * 5


def planted(model: ConflictModel) -> dict[str, ConflictModel]:
    """Return models that each differ in one way from what the dossier `SMALL` says."""
    ranks = model.ranks.copy()
    ranks[0, [0, 2]] = ranks[0, [2, 0]]
    tied = np.minimum(model.ranks, model.ranks.max() - 1)
    fewer = replace(model, states=model.states[:-1], ranks=model.ranks[:, :-1])
    other = model.states.copy()
    other[-1] = 7
    return {
        "better than": replace(model, ranks=ranks),
        "better than NNY": replace(model, ranks=tied),
        "feasible": fewer,
        "feasible ": replace(model, states=other),
        "status quo": replace(model, status_quo=0),
        "status quo ": replace(model, status_quo=None),
        "one way": replace(model, one_way=np.zeros(3, np.int8)),
        "options": replace(model, owner=np.array([0, 1, 1], np.int8)),
        "parties": replace(model, parties=("us", "usa")),
    }


@pytest.mark.parametrize("mistake", planted(compile_model(loads(SMALL))))
def test_a_model_that_differs_from_its_dossier_is_found(mistake: str) -> None:
    dossier, model = compiled(SMALL)
    wrong = planted(model)[mistake]
    found = check(answer(wrong), dossier)
    assert any(d.concept.startswith(mistake.strip()) for d in found.disagreements)
    assert check(answer(wrong)).agrees


def test_states_merged_otherwise_are_found() -> None:
    dossier = loads(SMALL.replace("  one_way:", "  same: [-N-]\n  one_way:"))
    found = check(answer(compile_model(loads(SMALL))), dossier)
    assert found.wrong
    assert found.checked == 0
    assert {d.concept.split()[0] for d in found.disagreements} == {"merged"}


@pytest.mark.parametrize("chunk", range(4))
def test_dossiers_compile_to_the_game_that_they_describe(chunk: int) -> None:
    for seed in range(chunk * 60, (chunk + 1) * 60):
        dossier, model = compiled(random_dossier(random.Random(seed)))
        found = check(answer(model), dossier)
        assert found.agrees, (seed, found.disagreements)
        assert found.complete


def test_what_does_not_fit_the_budget_is_counted_and_today_comes_first() -> None:
    dossier, model = compiled(SMALL)
    right = answer(model)
    found = check(right, dossier, budget=150)
    assert found.agrees
    assert not found.complete
    assert 0 < found.checked < found.verdicts
    assert 0 < found.states_checked < found.states
    verdicts = right.verdicts.copy()
    verdicts[1, model.status_quo] ^= 1
    assert not check(Answer(model, verdicts), dossier, budget=150).agrees
    assert check(right, dossier, budget=150) == found


def test_a_verdict_that_is_given_up_is_counted_and_the_others_go_on() -> None:
    dossier, model = compiled(SMALL)
    found = check(answer(model), dossier, cap=10)
    assert found.unfinished > 0
    assert found.checked + found.unfinished == found.verdicts
    assert check(answer(model), dossier, budget=None, cap=CAP).complete


def wide(options: int, extra: str = "", preferences: str = "indifferent: true") -> str:
    """Return a dossier of two parties with many options."""
    half = options // 2
    first = ", ".join(f"a{o}: Do a{o}" for o in range(half))
    second = ", ".join(f"b{o}: Do b{o}" for o in range(options - half))
    return f"""
detente: 1
title: A wide standoff
parties: {{p: {{name: P}}, q: {{name: Q}}}}
conflict:
  options:
    p: {{{first}}}
    q: {{{second}}}
  status_quo: [a0]
  infeasible: [a1 and b1, a2 or b2 or a3 or b3]
{extra}  preferences:
    p: {{{preferences}}}
    q: {{indifferent: true}}
"""


def content(model: ConflictModel) -> Answer:
    """Return the answer that everybody is content everywhere."""
    return Answer(model, np.full(model.ranks.shape, 63, dtype=np.uint8))


def test_a_large_answer_is_sampled_and_says_so() -> None:
    dossier, model = compiled(wide(17))
    right = content(model)
    assert model.size == 6144
    for found in (check(right, dossier, budget=200_000), check(right, budget=200_000)):
        assert found.agrees
        assert not found.complete
        assert 10 < found.states_checked < found.states
    found = check(right, dossier, budget=200_000)
    assert (found.patterns, found.patterns_checked) == (1 << 17, 4096)
    assert found.order_checked == 4096
    verdicts = right.verdicts.copy()
    verdicts[1, model.status_quo] = 62
    found = check(Answer(model, verdicts), dossier, budget=200_000)
    assert told(found) == {(model.label(int(model.status_quo or 0)), "q", "nash", False)}


def test_mistakes_in_a_large_model_are_found_where_they_are_looked_for() -> None:
    dossier, model = compiled(wide(17, preferences='statements: [a0, "b4 if a4"]'))
    right = content(model)
    fewer = replace(model, states=model.states[::2], ranks=model.ranks[:, ::2])
    found = check(content(fewer), dossier, budget=10_000)
    assert {d.concept for d in found.disagreements} >= {"feasible"}
    assert found.wrong > 1
    ranks = model.ranks.copy()
    ranks[0] = ranks[0].max() - ranks[0]
    found = check(content(replace(model, ranks=ranks)), dossier, budget=10_000)
    assert any(d.concept.startswith("better than") for d in found.disagreements)
    found = check(replace(right, model=replace(model, status_quo=5)), dossier, budget=10_000)
    assert ("status quo", True) in {(d.concept, d.said) for d in found.disagreements}
    # That p is content everywhere is wrong too, and the sample shows it.
    assert not check(right, dossier, budget=100_000).agrees


def test_a_large_model_without_its_dossier_is_read_where_it_lies() -> None:
    size = 1 << 17
    model = ConflictModel(
        parties=("p", "q"),
        options=tuple(f"p.a{o}" for o in range(9)) + tuple(f"q.b{o}" for o in range(8)),
        option_texts=tuple(f"Do {o}" for o in range(17)),
        party_names=("P", "Q"),
        owner=np.repeat([0, 1], [9, 8]).astype(np.int8),
        one_way=np.zeros(17, np.int8),
        states=np.arange(size, dtype=np.int64),
        ranks=np.stack([np.arange(size) & 511, np.zeros(size)]).astype(np.int32),
    )
    game = literal_from_model(model)
    assert "Y" * 17 in game.feasible
    assert len(game.moves("p", "N" * 17)) == 511
    assert len(game.preference["p"]) == size
    assert game.preference["p"]["NY" + "N" * 15] == 2
    # p is content only with all its options taken.
    verdicts = np.full((2, size), 63, dtype=np.uint8)
    verdicts[0, (np.arange(size) & 511) != 511] = 0
    found = check(Answer(model, verdicts), budget=500_000, cap=50_000)
    assert found.agrees
    assert found.states_checked > 8
    verdicts[0] = 63
    assert not check(Answer(model, verdicts), budget=100_000, cap=50_000).agrees


def test_a_large_game_with_merged_states_is_written_out_over_the_models_patterns() -> None:
    ruled_out = "  infeasible: [not (a0 and a1 and a2 and a3 and b0 and b1 and b2 and b3)]\n"
    text = wide(17, "  same: [a4 and b4]\n").replace("[a0]", "[a0, a1, a2, a3, b0, b1, b2, b3]")
    head, _, tail = text.partition("  infeasible:")
    dossier, model = compiled(head + ruled_out + tail.partition("\n")[2])
    assert model.merged is not None
    right = replace(content(model), has_sim=False)
    found = check(right, dossier)
    assert found.agrees
    assert found.complete
    assert 4096 <= found.patterns_checked <= 4096 + 512


def test_what_is_remembered_of_large_games_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier, model = compiled(wide(17, preferences='statements: [a0, "b4 if a4"]'))
    right = replace(content(model), has_sim=False)
    expected = check(right, dossier, budget=50_000)
    expected_alone = check(right, budget=50_000)
    for module in ("reading", "unpack"):
        monkeypatch.setattr(f"detente.conflict.verify.{module}.REMEMBERED", 3)
    monkeypatch.setattr("detente.conflict.verify.unpack.MOST_LISTED", 1000)
    assert check(right, dossier, budget=50_000) == expected
    alone = check(right, budget=50_000)
    assert alone.agrees == expected_alone.agrees
    values = literal_from_model(model).preference["p"]
    assert list(values)[:2] == model.labels([0, 1])
    assert [values[label] for label in model.labels([0, 1])] == model.ranks[0, :2].tolist()
    assert "Y" * 17 not in literal_from_model(model).feasible


def test_more_than_a_thousand_disagreements_are_counted_but_not_all_told() -> None:
    dossier, model = compiled(wide(12, preferences="indifferent: true"))
    wrong = Answer(model, np.zeros(model.ranks.shape, dtype=np.uint8))
    found = check(wrong, dossier)
    assert found.wrong == found.checked > 1000
    assert len(found.disagreements) == 1000


def test_the_reading_of_a_large_standoff_knows_what_it_was_asked() -> None:
    reading = Reading(loads(wide(17, preferences="statements: [a0]")).require_standoff())
    game = reading.game_asked()
    assert len(game.preference["p"]) == 0
    assert game.preference["p"]["Y" + "N" * 16] == (True,)
    assert list(game.preference["p"]) == ["Y" + "N" * 16]


def test_members_do_not_change_the_answer_to_a_result_without_equilibria() -> None:
    right: Any = answer(random_model(random.Random(8), merged=True))
    assert check(replace(right, equilibrium=None)).agrees


def test_a_verification_is_told_in_sentences() -> None:
    dossier, model = compiled(SMALL)
    right = answer(model)
    text = check(right, dossier).to_text()
    assert text.splitlines() == [
        "All 72 verdicts were derived again from the literal definitions.",
        "From the dossier, 8 of 8 patterns and the places of 6 states in every party's order were "
        "derived again.",
        "Nothing differs from the answer.",
    ]
    part = check(right, budget=150, cap=10).to_text()
    assert "of 72 verdicts" in part
    assert "given up" in part
    wrong = check(Answer(model, right.verdicts ^ 63), dossier)
    lines = wrong.to_text(most=1).splitlines()
    assert lines[-3] == "The answer is wrong or doubtful in 72 places:"
    assert "us" in lines[-2]
    assert lines[-1] == "and 71 more."
    setting = check(answer(replace(model, one_way=np.zeros(3, np.int8))), dossier).to_text()
    assert setting.splitlines()[-1] == "one way: the answer says yes, the dossier says no."
    states = check(answer(replace(model, status_quo=0)), dossier).to_text()
    assert "NNN, status quo: the answer says yes, the check says no." in states
