"""The answer of an inverse analysis: what it says, how it is told, and how it is checked."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest

from detente.conflict import compile_model
from detente.conflict.lookup import find_state
from detente.conflict.unlock import UNLOCKING, Edit, UnlockResult, unlock
from detente.conflict.unlock.question import bits, members
from detente.conflict.verify import check_unlock
from detente.conflict.verify.minds import changed_ranking
from detente.dossier import Dossier
from detente.errors import CallError, SizeError
from tests.conflict.small_dossiers import small_model
from tests.conflict.test_cases import NAMES, case
from tests.conflict.written import dossier

DISPUTE = """\
options: {a: {x: Do x, z: Do z}, b: {y: Do y}}
status_quo: []
preferences:
  a:
    statements:
      - want: a.z
        because: It says so.
        judgement: true
      - want: not a.x
        because: It says so.
        judgement: true
      - a.x if b.y
  b: {statements: [b.y, not a.x]}
"""
"""Alpha wants z and not x; the state YNN would need it to want otherwise."""

WEIGHED = """\
options: {a: {x: Do x}, b: {y: Do y}}
preferences:
  a: {weights: {"a.x": -2, "b.y": [0, 1]}}
  b: {ranking: ["NN", ["NY", "YY"], "YN"]}
"""


def asked(text: str, state: str, **more: Any) -> tuple[Dossier, UnlockResult]:
    found = dossier(text)
    model = compile_model(found)
    more["also_unstable"] = [find_state(model, other) for other in more.get("also_unstable", ())]
    return found, unlock(found, model, find_state(model, state), **more)


def test_a_state_that_holds_needs_nothing() -> None:
    _, found = asked(DISPUTE, "NYY")
    assert found.holds == {"seq": True}
    assert [change.edits for change in found.changes] == [()]
    assert found.ranked == ()
    assert found.measures == ()
    assert "Nobody has to change its mind." in found.to_text()
    content = found.content()
    assert [change["words"] for change in content["changes"]] == ["Nothing has to change."]
    stays = [one for one in content["conditions"] if one["stays"]["met"]]
    assert stays
    assert all(one["words"].endswith("no better than the state asked about.") for one in stays)
    assert found.to_csv().splitlines() == ["state,concept,kind,cost,parties,words,today_holds"]


def test_changes_are_told_as_edits_of_the_dossier() -> None:
    _, found = asked(DISPUTE, "YYY", concepts=["nash"])
    content = found.content()
    assert content["proof"] == [
        {
            "concept": "nash", "cost": 1, "minimal": True, "none_below": 1, "total": 5,
            "listed": 5, "complete": True,
        }
    ]  # fmt: skip
    edits = [change["edits"][0] for change in content["changes"]]
    told = {(e["kind"], e["before"], e["after"], e["statement"], e["place"]) for e in edits}
    assert ("remove", "not a.x", None, 2, None) in told
    assert ("move", "not a.x", "not a.x", 2, 3) in told
    assert ("move", "a.x if b.y", "a.x if b.y", 3, 2) in told
    assert ("add", None, "a.x", None, 2) in told
    removed = next(e for e in edits if e["kind"] == "remove")
    assert removed["line"] == 13
    assert removed["words"] == "Alpha would have to give up the wish not to do x (line 13)."
    raised = next(e for e in edits if e["kind"] == "move" and e["statement"] == 3)
    assert (raised["side"], raised["beside"]) == ("above", "not a.x")


def test_a_wish_sinks_below_another() -> None:
    _, found = asked(DISPUTE, "YYY", concepts=["nash"])
    sunk = next(
        edit
        for change in found.changes
        for edit in change.edits
        if edit.kind == "move" and edit.statement == 1
    )
    assert (sunk.place, sunk.side, sunk.beside) == (2, "below", "a.x if b.y")


def test_firm_statements_are_touched_last_and_measures_come_first() -> None:
    _, found = asked(DISPUTE, "YYY", concepts=["nash"])
    assert [one.kind for one in found.ranked] == ["measure"] * len(found.measures) + [
        "change"
    ] * len(found.changes)
    weights = [change.weight for change in found.changes]
    assert weights == sorted(weights)


def test_only_so_many_changes_are_listed() -> None:
    _, found = asked(DISPUTE, "YYY", concepts=["nash"], limit=2)
    proof = found.proofs[0]
    assert (proof.total, proof.listed, len(found.changes)) == (5, 2, 2)
    everything = asked(DISPUTE, "YYY", concepts=["nash"])[1]
    assert found.changes == everything.changes[:2]


def test_the_target_itself_is_no_wish() -> None:
    _, found = asked("options: {a: {x: Do x}}\npreferences: {a: {statements: [not x]}}\n", "Y")
    texts = [edit.text for change in found.changes for edit in change.edits]
    assert texts == ["not x"]


def test_an_indifferent_party_can_be_given_a_wish() -> None:
    text = (
        "options: {a: {x: Do x}, b: {y: Do y}}\n"
        "preferences: {a: {statements: [a.x]}, b: {indifferent: true}}\n"
    )
    _, found = asked(text, "NN", concepts=["seq"])
    assert found.proofs[0].minimal
    kinds = {(edit.party, edit.kind) for change in found.changes for edit in change.edits}
    assert (0, "remove") in kinds


def test_weights_are_removed_turned_or_outweighed() -> None:
    _, found = asked(WEIGHED, "YY", concepts=["nash"])
    told = {(edit.kind, edit.text) for change in found.changes for edit in change.edits}
    assert {("remove", "a.x"), ("turn", "a.x"), ("add", "a.x")} <= told
    assert "the opposite of to do x" in found.to_text()
    assert "above all" in found.to_text()


def test_rankings_change_by_pairs() -> None:
    _, found = asked(WEIGHED, "NY", concepts=["nash"])
    assert found.proofs[0].cost == 2
    assert found.proofs[0].minimal
    edits = found.changes[0].edits
    assert {edit.kind for edit in edits} == {"reorder"}
    told = found.content()["changes"][0]["edits"][0]
    assert set(told) == {"party", "kind", "state", "side", "other", "line", "words"}
    assert told["words"].startswith("Beta would have to ")


@pytest.mark.parametrize("concept", UNLOCKING)
def test_a_budget_ends_the_search_with_what_is_proved(concept: str) -> None:
    _, found = asked(DISPUTE, "YYN", concepts=[concept], budget=3)
    proof = found.proofs[0]
    assert not proof.complete
    exact = asked(DISPUTE, "YYN", concepts=[concept])[1].proofs[0]
    assert exact.minimal
    assert exact.cost is not None
    assert proof.proved <= exact.cost
    assert proof.cost is None or proof.cost >= exact.cost


@pytest.mark.untraced
def test_budgets_never_make_an_answer_wrong() -> None:
    short = 0
    for seed in range(60):
        rng = random.Random(seed)
        text, model = small_model(rng)
        target = rng.randrange(model.size)
        unstable = [state for state in [rng.randrange(model.size)] if state != target]
        exact = unlock(text, model, target, UNLOCKING, unstable)
        found = unlock(text, model, target, UNLOCKING, unstable, budget=rng.randrange(1, 1_000))
        assert check_unlock(found, text).agrees
        for rough, whole in zip(found.proofs, exact.proofs, strict=True):
            short += not rough.complete
            if whole.minimal and whole.cost is not None:
                assert rough.proved <= whole.cost
                assert rough.cost is None or rough.cost >= whole.cost
                assert rough.total <= whole.total or rough.cost != whole.cost
    assert short > 30


def test_random_dossiers_are_derived_again() -> None:
    edits = set()
    for seed in range(60):
        rng = random.Random(seed)
        text, model = small_model(rng, "srwwi")
        found = unlock(text, model, rng.randrange(model.size), UNLOCKING, limit=20)
        checked = check_unlock(found, text)
        assert checked.agrees, checked.to_text()
        assert checked.complete
        edits |= {edit.kind for change in found.changes for edit in change.edits}
    assert edits == {"add", "remove", "move", "turn", "reorder"}


def test_open_statements_are_read_as_a_plain_run_reads_them() -> None:
    text, found = asked(
        "options: {a: {x: Do x}, b: {y: Do y}}\n"
        "preferences:\n"
        "  a: {statements: [{any_order: [b.y, not a.x]}, {one_of: [not b.y, a.x]}]}\n"
        "  b: {statements: [b.y]}\n",
        "YY",
        concepts=["nash"],
    )
    assert {edit.text for change in found.changes for edit in change.edits} >= {"not a.x"}
    assert check_unlock(found, text).agrees


def test_many_conditions_are_counted() -> None:
    options = ", ".join(f"x{k}: Do x{k}" for k in range(4))
    weights = ", ".join(f"a.x{k}: {k + 1}" for k in range(4))
    _, found = asked(
        f"options: {{a: {{{options}}}, b: {{y: Do y}}}}\n"
        f"preferences: {{a: {{weights: {{{weights}}}}}, b: {{weights: {{b.y: 1}}}}}}\n",
        "NNNNY",
        concepts=["nash", "seq"],
    )
    assert found.to_text().count("and 7 more") == 2
    assert found.to_text().count("One more condition is met today.") == 2


def test_what_nobody_can_answer() -> None:
    _, found = asked(
        "options: {a: {x: Do x, z: Do z}}\npreferences: {a: {statements: [x]}}\n", "NN"
    )
    assert "nobody can answer it" in found.to_text()


def test_what_is_not_proved_is_said() -> None:
    _, found = asked(DISPUTE, "YYN", concepts=["nash", "seq"], budget=40)
    assert any(not proof.complete for proof in found.proofs)
    assert "at least" in found.to_text() or "none below" in found.to_text()


def test_states_that_are_not_to_hold() -> None:
    text, found = asked(DISPUTE, "YYY", concepts=["seq"], also_unstable=["NYY"])
    assert check_unlock(found, text).agrees
    assert found.content()["also_unstable"] == ["NYY"]
    assert "Not to hold: NYY." in found.to_text()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"concepts": ["sim"]}, "concept-not-unlocked"),
        ({"concepts": ["best"]}, "unknown-concept"),
        ({"limit": 0}, "limit-too-low"),
        ({"also_unstable": ["YYY"]}, "unstable-target"),
    ],
)
def test_calls_that_cannot_be_answered(more: dict[str, Any], code: str) -> None:
    with pytest.raises(CallError) as caught:
        asked(DISPUTE, "YYY", **more)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_too_many_states_are_refused() -> None:
    names = ", ".join(f"x{k}: Do x{k}" for k in range(15))
    wishes = "preferences: {a: {statements: [a.x1]}, b: {indifferent: true}}\n"
    with pytest.raises(SizeError) as caught:
        asked(f"options: {{a: {{{names}}}, b: {{y: Do y}}}}\n{wishes}", "N" * 16)
    assert [fault.code for fault in caught.value.faults] == ["too-many-states-to-unlock"]


def test_every_form_tells_the_same() -> None:
    _, found = asked(DISPUTE, "YYN", concepts=UNLOCKING)
    content = json.loads(found.to_json())
    assert [row["words"] for row in found.rows()] == [
        content[f"{one['kind']}s"][one["number"]]["words"] for one in content["ranked"]
    ]
    assert content["meta"]["parameters"]["concepts"] == list(UNLOCKING)
    text = " ".join(found.to_text().split())
    first = content["ranked"][0]
    assert content[f"{first['kind']}s"][first["number"]]["words"] in text
    unmet = [one for one in content["conditions"] if not one["met"]]
    assert unmet[0]["words"] in text
    assert "<table>" in found._repr_html_()


@pytest.mark.parametrize("name", NAMES)
def test_published_cases_are_derived_again(name: str) -> None:
    text, _ = case(name)
    model = compile_model(text)
    for target in range(model.size):
        found = unlock(text, model, target, ("seq", "smr"), limit=4, budget=100_000)
        checked = check_unlock(found, text)
        assert checked.agrees, checked.to_text()
        assert checked.complete
        assert all(proof.minimal for proof in found.proofs)


def test_the_judge_finds_what_is_wrong() -> None:
    text, found = asked(DISPUTE, "YYY", concepts=["nash"])
    assert check_unlock(found, text).agrees
    harmless = replace(found.changes[0], edits=(Edit(0, "remove", 0, "a.z"),))
    wrong = [
        replace(found, holds={"nash": True}),
        replace(found, changes=(harmless,)),
        replace(found, measures=(replace(found.measures[0], kind="ban", option=2),)),
        replace(found, conditions=(replace(found.conditions[0], met=True),)),
        replace(found, proofs=(replace(found.proofs[0], cost=2, proved=2),)),
    ]
    for number, one in enumerate(wrong):
        assert not check_unlock(one, text).agrees, number


def test_the_judge_says_what_it_left_out() -> None:
    text, found = asked(DISPUTE, "YYY", concepts=["seq"])
    part = check_unlock(found, text, budget=1)
    assert part.agrees
    assert not part.complete
    assert "were not checked" in part.to_text()


def test_pairs_that_make_no_order_are_refused() -> None:
    with pytest.raises(ValueError, match="do not stand in one order"):
        changed_ranking({"N": 2, "Y": 1, "-": 0}, ["N", "Y", "-"], {("N", "-"): "below"})


def test_bit_sets() -> None:
    model = compile_model(dossier(DISPUTE))
    assert members(bits(model.ranks[1] > 0)) == [s for s in range(8) if model.ranks[1][s] > 0]
