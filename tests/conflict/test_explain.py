"""Explanations: each improvement with the sanction that deters it, or none, in data and words."""

from __future__ import annotations

import json
import random
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from detente.conflict import Explanation, compile_model, explain, stability
from detente.conflict.model import FREE, ConflictModel
from detente.conflict.sanctions import Sanction
from detente.conflict.verify import LiteralGame, literal_from_model
from detente.conflict.verify.definitions import (
    CONCEPTS,
    deterred,
    no_better,
    no_better_to_the_end,
    stable,
    together,
)
from detente.errors import CallError
from tests.conflict.games import build, random_model
from tests.conflict.written import dossier, model

ANSWERS = CONCEPTS[1:]


def check_sanction(
    game: LiteralGame,
    names: list[str],
    where: tuple[str, str, str],
    concept: str,
    sanction: Sanction,
) -> None:
    """Check that a sanction can be carried out as told, and deters under its concept."""
    party, state, improvement = where
    made = [(game.parties[s.party], names[s.from_], names[s.to]) for s in sanction.steps]
    movers, end = [mover for mover, _, _ in made], names[sanction.end]
    assert made
    assert party not in movers
    assert no_better(game, party, state, end)
    if concept == "sim":
        assert len(set(movers)) == len(movers)
        for mover, came, went in made:
            assert came == state
            assert went in game.improvements(mover, state)
        assert together(game, state, (improvement, *(went for _, _, went in made))) == end
        assert sanction.best_reply is None
        return
    step = game.improvements if concept in ("seq", "sseq") else game.moves
    here, last = improvement, ""
    for mover, came, went in made:
        assert came == here
        assert mover != last
        assert went in step(mover, came)
        here, last = went, mover
    assert here == end
    if concept in ("gmr", "seq"):
        assert sanction.best_reply is None
        return
    assert no_better_to_the_end(game, party, state, end)
    assert sanction.best_reply is not None
    reply = names[sanction.best_reply]
    ways = [end, *game.moves(party, end)]
    assert reply in ways
    assert not any(game.better(party, way, reply) for way in ways)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("chunk", range(3))
def test_an_improvement_is_deterred_exactly_where_the_definitions_say_so(
    chunk: int, merged: bool
) -> None:
    deters, free, long = 0, 0, 0
    for seed in range(chunk * 25, (chunk + 1) * 25):
        model_ = random_model(random.Random(seed), merged)
        game, names = literal_from_model(model_), model_.labels()
        result = stability(model_)
        for state, label in enumerate(names):
            told = explain(model_, state, result=result)
            assert [entry.party for entry in told.entries] == list(range(len(game.parties)))
            for party, entry in zip(game.parties, told.entries, strict=True):
                assert entry.state == state
                found = {names[improvement.to] for improvement in entry.improvements}
                assert found == set(game.improvements(party, label))
                assert len(entry.improvements) == len(found)
                assert entry.stable == {c: stable(game, party, label, c) for c in told.concepts}
                for improvement in entry.improvements:
                    target = names[improvement.to]
                    assert list(improvement.deterred_by) == [
                        c for c in ANSWERS if c in told.concepts
                    ]
                    for concept, sanction in improvement.deterred_by.items():
                        expected = deterred(game, party, label, target, concept)
                        assert (sanction is not None) is expected
                        if sanction is None:
                            free += 1
                            continue
                        check_sanction(game, names, (party, label, target), concept, sanction)
                        deters += 1
                        long += len(sanction.steps) > 1
        assert told.concepts == CONCEPTS[: 5 if model_.merged is not None else 6]
    assert min(deters, free) > 200
    assert long > 20


def star(parties: int, settings: int) -> ConflictModel:
    """Return a conflict whose first state has more joint improvements than can be tried.

    From it each party can improve to any of its settings; of what several would bring about at
    once only the last corner can happen, which is worse for all.
    """
    bits = (settings - 1).bit_length()
    owner = [party for party in range(parties) for _ in range(bits)]
    arms = [s << (bits * p) for p in range(parties) for s in range(1, settings)]
    corner = sum((settings - 1) << (bits * p) for p in range(parties))
    values = [[0, *([1] * len(arms)), -1]] * parties
    return build(owner, [FREE] * len(owner), [[0], *([a] for a in arms), [corner]], values, 0)


def test_a_simultaneous_answer_is_found_among_very_many() -> None:
    model_ = star(parties=5, settings=20)
    result = stability(model_)
    assert result.has_sim
    (entry,) = explain(model_, 0, parties=[2], concepts=["sim"], result=result).entries
    answered = [i for i in entry.improvements if i.deterred_by["sim"] is not None]
    assert len(entry.improvements) == 19
    (last,) = answered
    sanction = last.deterred_by["sim"]
    assert sanction is not None
    assert [step.party for step in sanction.steps] == [0, 1, 3, 4]
    assert sanction.end == model_.size - 1
    assert entry.stable == {"sim": False}


def test_the_fewest_others_answer_at_the_same_moment() -> None:
    # From NYY all could change at once: YYY is undone by the second alone, or by both others.
    values = [[9, 0, 9, 9, 9, 0, 1, 2], [0, 0, 0, 0, 1, 0, 0, 0], [0, 0, 1, 0, 0, 0, 0, 0]]
    model_ = build([0, 1, 2], [FREE] * 3, [[p] for p in range(8)], values)
    (entry,) = explain(model_, 6, parties=[0], concepts=["sim"]).entries
    (only,) = entry.improvements
    sanction = only.deterred_by["sim"]
    assert sanction is not None
    assert [(step.party, step.to) for step in sanction.steps] == [(1, 4)]
    assert sanction.end == 5


RIVER = """\
options:
  a: {fill: Fill the reservoir, share: Publish the levels}
  b: {block: Block the loans}
status_quo: [block]
one_way: {fill: taken}
names: {"YYN": A bargain}
preferences:
  a: {statements: [not block, fill, share]}
  b: {statements: [share or not fill, block]}
"""


def river(concepts: list[str] | None = None, state: str = "NNY") -> Explanation:
    read = compile_model(dossier(RIVER))
    return explain(read, read.labels().index(state), concepts=concepts)


def test_it_is_told_in_patterns_and_words() -> None:
    told = river().to_text()
    flat = " ".join(told.split())
    assert told.startswith("NNY  As today\n\nAlpha: ")
    assert "which leads to YYY: as today, but Alpha would fill the reservoir" in flat
    assert "It would rather choose to fill the reservoir and to publish the levels" in flat
    assert "Beta could not do better by any move of its own: stable under every concept." in flat
    assert not [line for line in told.splitlines() if len(line) > 100]


def test_each_answer_is_told_step_by_step() -> None:
    flat = " ".join(river(state="NNN").to_text().split())
    assert flat.startswith("NNN As today, but Beta would no longer block the loans")
    assert "GMR and SEQ: deterred, because Beta could choose to block the loans: YNY" in flat
    assert "SIM: deterred, because Beta may at the same moment choose to block the loans" in flat
    assert (
        "That leaves Alpha no better off than now: YNY: as today, but Alpha would fill the "
        "reservoir. The best Alpha could still get from there, YYY, is no better than now either."
    ) in flat
    assert "From there Beta could do nothing better." in flat
    assert "which leads to YYN: “A bargain”." in flat


def test_answers_that_serve_who_gives_them_are_told_as_such() -> None:
    flat = " ".join(river(["seq", "sseq"], "NNN").to_text().split())
    assert "SEQ: deterred, because Beta would then be better off to choose to block" in flat
    assert "Beta could choose" not in flat


@pytest.mark.parametrize("concept", CONCEPTS)
def test_asking_about_one_concept_says_nothing_of_the_others(concept: str) -> None:
    told = river([concept], "NNN")
    assert told.concepts == (concept,)
    for entry in told.entries:
        assert list(entry.stable) == [concept]
        for improvement in entry.improvements:
            assert list(improvement.deterred_by) == ([] if concept == "nash" else [concept])
    assert told.manifest.parameters["concepts"] == [concept]


@pytest.mark.parametrize(
    ("concepts", "said"),
    [(["nash"], False), (["seq"], False), (["smr", "sim"], False), (["gmr"], True), (None, True)],
)
def test_nobody_can_punish_is_said_only_where_that_was_looked_at(
    concepts: list[str] | None, said: bool
) -> None:
    told = river(concepts).to_text()
    assert ("Nobody can punish that" in told) is said
    if concepts is not None and concepts != ["nash"] and not said:
        assert "nothing deters it." in told


def test_a_party_with_improvements_that_is_stable_nowhere_is_told_so() -> None:
    assert "Alpha: stable under no concept asked about." in river(["nash"]).to_text()


def test_the_json_of_an_explanation() -> None:
    told = json.loads(river(["seq", "sseq"], "NNN").to_json())
    assert list(told) == ["state", "meaning", "parties", "meta"]
    assert told["state"] == "NNN"
    assert told["meaning"] == "As today, but Beta would no longer block the loans"
    alpha, beta = told["parties"]
    assert list(alpha) == ["party", "stable", "improvements"]
    assert (alpha["party"], beta["party"]) == ("a", "b")
    assert beta["stable"] == {"seq": True, "sseq": True}
    (block,) = beta["improvements"]
    answer = {"steps": [{"by": "a", "from": "NNY", "to": "YNY"}], "end": "YNY"}
    assert block == {
        "to": "NNY",
        "meaning": "As today",
        "deterred_by": {"seq": answer, "sseq": {**answer, "best_reply": "YNY"}},
    }
    assert [improvement["to"] for improvement in alpha["improvements"]] == ["YNN", "NYN", "YYN"]
    free = river(["seq"]).to_dict()["parties"][0]["improvements"][0]
    assert free["deterred_by"] == {"seq": None}
    assert told["meta"] == {
        "version": told["meta"]["version"],
        "input": "",
        "method": "explain",
        "parameters": {"state": "NNN", "concepts": ["seq", "sseq"], "kernel": "general"},
        "seed": None,
    }


def test_best_replies_are_in_the_json_of_symmetric_concepts_only() -> None:
    seen = set()
    for seed in range(20):
        told = explain(random_model(random.Random(seed)), 0).content()
        for party in told["parties"]:
            for improvement in party["improvements"]:
                for concept, sanction in improvement["deterred_by"].items():
                    if sanction is not None:
                        assert ("best_reply" in sanction) is (concept in ("smr", "sseq"))
                        seen.add(concept)
    assert seen == set(ANSWERS)


def test_rows_have_one_answer_each() -> None:
    told = river(None, "NNN")
    rows = list(told.rows())
    assert len(rows) == 5 * sum(len(entry.improvements) for entry in told.entries)
    assert {tuple(row) for row in rows} == {
        ("state", "party", "improvement", "concept", "deterred", "sanction", "end")
    }
    by = {(row["party"], row["improvement"], row["concept"]): row for row in rows}
    for entry in told.entries:
        for improvement in entry.improvements:
            for concept, sanction in improvement.deterred_by.items():
                row = by[told.model.parties[entry.party], told.model.label(improvement.to), concept]
                assert row["deterred"] is (sanction is not None)
                assert (row["sanction"] == "") is (sanction is None)
                if sanction is not None:
                    last = sanction.steps[-1]
                    assert str(row["sanction"]).endswith(
                        f"{told.model.parties[last.party]}:{told.model.label(last.to)}"
                    )
                    assert row["end"] == told.model.label(sanction.end)


def test_its_csv_has_a_header_even_where_nobody_can_improve() -> None:
    read = model("options: {a: {x: Do x}}\npreferences: {a: {indifferent: true}}")
    told = explain(read, 0)
    assert list(told.rows()) == []
    header = river().to_csv().splitlines()[0]
    assert told.to_csv().splitlines() == [header]
    assert header == "state,party,improvement,concept,deterred,sanction,end"


def test_only_the_parties_asked_about_are_told() -> None:
    read = compile_model(dossier(RIVER))
    told = explain(read, 0, parties=[1])
    assert [entry.party for entry in told.entries] == [1]
    assert explain(read, 0, parties=[]).entries == ()


def test_what_cannot_be_asked() -> None:
    read = compile_model(dossier(RIVER))
    with pytest.raises(CallError, match="unknown-concept: there is no stability concept `pareto`"):
        explain(read, 0, concepts=["seq", "pareto"])
    merged = model(RIVER.replace('names: {"YYN": A bargain}', "same: [share]"))
    with pytest.raises(CallError, match="concept-not-computed: simultaneous stability"):
        explain(merged, 0, concepts=["sim"])
    assert explain(merged, 0, concepts=["sim", "seq"]).concepts == ("seq",)


def test_a_result_at_hand_is_used() -> None:
    read = compile_model(dossier(RIVER))
    result = stability(read, "fast")
    told = explain(read, 0, result=result, source="abc")
    assert told.manifest.parameters["kernel"] == "fast"
    assert told.manifest.input == "abc"
    assert told.model is read


def test_an_explanation_cannot_be_changed() -> None:
    told: Any = river()
    with pytest.raises(FrozenInstanceError):
        told.state = 3
    with pytest.raises(FrozenInstanceError):
        told.entries[0].improvements[0].to = 3


def test_without_a_today_states_are_told_by_what_is_done_in_them() -> None:
    text = RIVER.replace("status_quo: [block]\n", "").replace('names: {"YYN": A bargain}\n', "")
    read = model(text)
    told = explain(read, 0).to_text()
    assert told.startswith("NNN  None of the options is taken\n")
    flat = " ".join(told.split())
    assert "YNN: Alpha would fill the reservoir." in flat
    assert "alpha" not in flat


def test_merged_states_without_a_today_say_what_is_open() -> None:
    read = model(RIVER.replace("status_quo: [block]\n", "").replace(
        'names: {"YYN": A bargain}', 'same: ["-NN"]'
    ))  # fmt: skip
    assert read.labels()[0] == "-NN"
    told = explain(read, 0)
    assert told.title() == "-NN  Whether or not any party would fill the reservoir"
    assert explain(read, 1).title() == "NYN  Alpha would publish the levels"
