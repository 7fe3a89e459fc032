"""The answer about paths: targets, routes in words, JSON and rows, and its verification."""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import FrozenInstanceError, replace
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from detente.conflict import PathsResult, Step, compile_model, paths, stability
from detente.conflict.model import FREE, TAKEN, ConflictModel
from detente.conflict.paths import RELATIONS
from detente.conflict.verify import check_paths, literal_from_model
from detente.conflict.verify.paths import LiteralPaths
from detente.dossier import loads
from detente.errors import CallError
from tests.conflict.games import build, random_dossier, random_model
from tests.conflict.test_cases import NAMES, case
from tests.conflict.test_paths_agree import stair
from tests.conflict.written import model as written

FIND = import_module("detente.conflict.paths.find")
TELLING = import_module("detente.conflict.paths.telling_routes")
REPORT = import_module("detente.conflict.paths.report")

LADDER = """\
options: {a: {x: Go on doing x}, b: {y: Do y}}
status_quo: [x]
names: {NY: "The deal"}
preferences:
  a: {ranking: [NY, YY, YN, NN]}
  b: {ranking: [NY, YN, NN, YY]}
"""
"""From YN only a can better itself by way of NN, and would not; NY is best for both."""


def ladder(text: str = LADDER) -> ConflictModel:
    return written(text)


def at(model: ConflictModel, label: str) -> int:
    return model.labels().index(label)


def to(model: ConflictModel, start: str, *targets: str, concept: str = "seq") -> PathsResult:
    return paths(model, at(model, start), [at(model, name) for name in targets], concept)


# Targets


def test_without_a_start_paths_start_today_and_lead_to_what_holds() -> None:
    model = ladder()
    found = paths(model)
    assert found.start == model.status_quo
    assert not found.asked
    assert found.targets.tolist() == stability(model).states("seq").tolist()
    nash = paths(model, concept="nash", result=stability(model))
    assert nash.targets.tolist() == nash.without_improvements.tolist()
    with pytest.raises(FrozenInstanceError):
        found.start = 0  # type: ignore[misc]


def test_a_conflict_without_a_status_quo_needs_a_start() -> None:
    model = replace(ladder(), status_quo=None)
    with pytest.raises(CallError, match="no-status-quo"):
        paths(model)
    assert paths(model, 0).start == 0


def test_a_concept_that_is_not_there_or_cannot_be_computed() -> None:
    with pytest.raises(CallError, match="unknown-concept"):
        paths(ladder(), concept="luck")
    merged = build([0, 1], [FREE, FREE], [[0], [1], [2, 3]], [[0, 1, 2]] * 2)
    with pytest.raises(CallError, match="concept-not-computed"):
        paths(merged, 0, concept="sim")


def test_targets_may_be_any_states_in_any_order_and_twice() -> None:
    model = ladder()
    found = to(model, "YN", "NY", "NN", "NY")
    assert model.labels(found.targets) == ["NN", "NY"]
    assert found.manifest.parameters == {
        "start": "YN", "targets": ["NN", "NY"], "concept": "seq", "kernel": "general",
    }  # fmt: skip
    assert found.steps_to(at(model, "NY")) == 2
    assert found.count(at(model, "NY")) == 2
    assert found.paths(at(model, "NY"))[0] == (
        Step(0, at(model, "YN"), at(model, "NN")),
        Step(1, at(model, "NN"), at(model, "NY")),
    )
    with pytest.raises(KeyError):
        found.paths(at(model, "YY"))


def test_named_targets_come_first_and_then_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns = [[p] for p in range(8)]
    model = build([0, 1, 2], [FREE] * 3, patterns, [[0] * 8] * 3, 0)
    named = replace(model, names=((np.array([7], np.int32), "All"),))
    found = paths(named)
    assert found.nearest.tolist() == [7, 0, 1, 2, 4, 3, 5, 6]
    assert [block[:8] for block in found.to_text().split("\n\n")[2:5]] == [
        "YYY  All", "NNN  As ", "YNN  As ",
    ]  # fmt: skip
    monkeypatch.setattr(FIND, "LISTED_TARGETS", 3)
    few = paths(named)
    assert few.nearest.tolist() == [7, 0, 1]
    told = few.content()
    assert [target["state"] for target in told["targets"]] == ["NNN", "YNN", "YYY"]
    assert told["counts"]["targets"] == 8


def test_the_fast_kernel_gives_the_same_answer() -> None:
    for seed in range(30):
        rng = random.Random(seed)
        model = random_model(rng)
        start = rng.randrange(model.size)
        one = paths(model, start, result=stability(model, "general"))
        two = paths(model, start, result=stability(model, "fast"))
        assert np.array_equal(one.distance, two.distance)
        assert one.content()["counts"] == two.content()["counts"]
        assert two.manifest.parameters["kernel"] == "fast"
        assert check_paths(two).agrees


# Words


def test_a_route_by_moves_says_against_whose_wish_it_goes() -> None:
    told = to(ladder(), "YN", "NY").to_text().split("\n\n")
    assert told[0] == "From YN  As today"
    assert told[1] == (
        "One state is asked about. Reached from here: 1 by moves, 0 by steps that each serve the "
        "party that\n  takes them and 0 by such steps of parties that SEQ would not hold back."
    )
    assert told[2].splitlines() == [
        "NY  The deal",
        "  2 steps, not all of them in the interest of the party that takes them:",
        "    1. Alpha would choose to stop doing x: NN: as today, but Alpha would stop doing x.",
        "       Against its own wish: Alpha would be worse off by this step.",
        "    2. Beta would choose to do y: NY, where this way ends.",
        "    One of 2 ways as short as this.",
        "  By steps that each serve the party that takes them, no way leads there.",
        "  That state holds under Nash, GMR, SMR, SEQ, SSEQ and SIM.",
    ]


def test_one_step_of_each_kind() -> None:
    model = written(
        "options: {a: {x: Do x}, b: {y: Do y}}\nstatus_quo: []\n"
        "preferences: {a: {ranking: [YN, NN, [YY, NY]]}, b: {ranking: [YY, [NN, NY], YN]}}\n"
    )
    lines = to(model, "NN", "YN", "NY").to_text().splitlines()
    assert "  One step, better for the party that takes it, though SEQ would hold it back:" in lines
    assert "  One step, not in the interest of the party that takes it:" in lines
    assert "       Beta would gain nothing by it." in lines
    text = " ".join(line.strip() for line in lines)
    assert (
        "Under SEQ, Alpha would have reason not to go: what others could do next would leave it no "
        "better off." in text
    )
    assert "That state holds under no concept. These would move on from it: Beta." in text
    lines = to(model, "YN", "YY").to_text().splitlines()
    assert (
        "  One step, better for the party that takes it, and nothing under SEQ to hold it back:"
        in lines
    )


def test_a_longer_way_that_serves_everybody_is_told_beside_the_shortest() -> None:
    seen: set[tuple[bool, ...]] = set()
    for seed in range(60):
        model = random_model(random.Random(seed))
        found = paths(model, 0, range(model.size))
        blocks = found.to_text().split("\n\n")[2:]
        for state, block in zip(found.nearest.tolist(), blocks[: TELLING.SHOWN], strict=False):
            steps = [found.steps_to(state, relation) for relation in RELATIONS]
            if not steps[0]:
                continue
            assert block.startswith(f"{model.label(state)}  ")
            block = " ".join(line.strip() for line in block.splitlines())
            told = [
                "not all of them in the interest" in block or "not in the interest" in block,
                "though SEQ" in block,
                "nothing under SEQ" in block,
            ]
            assert told == [
                away is not None and away not in steps[k + 1 :] for k, away in enumerate(steps)
            ]
            seen.add(tuple(told))
    assert {(True, True, False), (True, False, False), (False, True, True)} <= seen
    assert (False, False, True) in seen


def test_where_it_starts_and_where_no_way_leads() -> None:
    model = build([0, 1], [TAKEN, FREE], [[0], [1], [2], [3]], [[0, 1, 2, 3]] * 2)
    found = to(model, "YN", "YN", "NN")
    lines = found.to_text().splitlines()
    assert "  All paths start here, so no step is needed." in lines
    assert "  No way leads there, whatever the parties would be ready to do." in lines
    start, nowhere = found.content()["targets"][::-1]
    assert start["shortest"] == [[]]
    assert start["length"] == {"moves": 0, "improvements": 0, "unstable": 0}
    assert start["by"] == {"moves": True, "improvements": True, "unstable": True}
    assert nowhere["shortest"] == []
    assert nowhere["length"]["moves"] is None
    assert nowhere["by"]["moves"] is False
    assert nowhere["count"] == {"moves": 0, "improvements": 0, "unstable": 0}


def test_no_state_that_holds() -> None:
    model = written(
        "options: {a: {x: Do x}, b: {y: Do y}}\nstatus_quo: []\n"
        "preferences: {a: {ranking: [NN, YY, NY, YN]}, b: {ranking: [YN, NY, NN, YY]}}\n"
    )
    found = paths(model, concept="nash")
    assert found.content()["targets"] == []
    assert "No state holds under Nash, so no path is looked for." in found.to_text()
    assert "In every state that somebody can leave, somebody would gain by it." in found.to_text()
    assert found.to_csv() == ",".join(REPORT.COLUMNS) + "\r\n"
    nothing = paths(model, targets=[])
    assert "0 states are asked about." in nothing.to_text()


def test_ways_that_are_too_long_or_too_many_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    model = stair(32)
    top = int(np.flatnonzero(model.ranks[0] == model.ranks[0].max())[0])
    long = paths(model, 0, [top])
    assert long.steps_to(top) == 62
    assert "A way of 62 steps is too long to be told step by step." in long.to_text()
    routes = import_module("detente.conflict.paths.routes")
    monkeypatch.setattr(routes, "LISTED_STEPS", 3)
    unlisted = paths(stair(4), 0, [6])
    assert unlisted.paths(6) == ()
    assert "A way of 6 steps is too long" in unlisted.to_text()
    assert unlisted.content()["targets"][0]["count"]["moves"] == 1
    free = build([0, 1, 2], [FREE] * 3, [[p] for p in range(8)], [[0] * 8] * 3, 0)
    monkeypatch.undo()
    monkeypatch.setattr(TELLING, "MANY", 6)
    assert "One of a great many ways as short as this." in paths(free, 0, [7]).to_text()


def test_the_way_told_is_the_least_unwilling() -> None:
    # To YY alpha may go first, which it would not like, or beta, which suits everybody.
    model = written(
        "options: {a: {x: Do x}, b: {y: Do y}}\nstatus_quo: []\n"
        "preferences: {a: {ranking: [YY, NN, NY, YN]}, b: {ranking: [YY, NN, YN, NY]}}\n"
    )
    model = replace(model, ranks=np.array([[2, 0, 1, 3], [1, 2, 0, 3]], np.int32))
    told = to(model, "NN", "YY").to_text()
    assert told.count("Against its own wish") == 1
    assert to(model, "NN", "YY").count(at(model, "YY")) == 2


def test_states_that_nobody_can_leave_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    # YY and YN are for good; from NN alpha could go, but nobody would.
    model = build([0, 1], [TAKEN, TAKEN], [[0], [1], [2], [3]], [[3, 2, 1, 0], [3, 2, 1, 0]])
    found = paths(model, 1)
    text = found.to_text()
    assert found.content()["stuck"] == {
        "no_move": ["YY"], "no_improvement": ["NN", "YN", "NY", "YY"],
    }  # fmt: skip
    assert "States that nobody can leave, because no party has a move: 1\n  YY  " in text
    assert "States that nobody would gain by leaving, though somebody could: 3\n  NN  " in text
    assert " (out of reach from here)\n" in text
    assert text.count("out of reach") == 2
    monkeypatch.setattr(TELLING, "SHOWN", 1)
    assert paths(model, 1).to_text().count("and 2 more: see --format json or csv.") == 1
    monkeypatch.setattr(REPORT, "LISTED_STUCK", 2)
    cut = found.content()
    assert cut["stuck"]["no_improvement"] == ["NN", "YN"]
    assert cut["counts"]["no_improvement"] == 4


def test_more_targets_than_a_terminal_shows() -> None:
    model = build([0, 1, 2, 3], [FREE] * 4, [[p] for p in range(16)], [[0] * 16] * 4, 0)
    text = paths(model).to_text()
    assert "16 states hold under SEQ." in text
    assert "… and 4 more: see --format json or csv." in text


# JSON and rows


def test_the_json_of_a_small_conflict() -> None:
    told = json.loads(to(ladder(), "YN", "NY").to_json())
    steps = [
        {"by": "a", "from": "YN", "to": "NN", "changes": {"a.x": "N"}, "gain": "worse"},
        {"by": "b", "from": "NN", "to": "NY", "changes": {"b.y": "Y"}, "gain": "better"},
    ]
    (target,) = told["targets"]
    assert (told["from"], told["concept"], target["state"]) == ("YN", "seq", "NY")
    assert target["shortest"] == target["paths"]["moves"]
    assert target["shortest"][0] == steps
    assert target["by"] == {"moves": True, "improvements": False, "unstable": False}
    assert target["paths"]["improvements"] == target["paths"]["unstable"] == []
    assert told["counts"]["reached"] == {"moves": 1, "improvements": 0, "unstable": 0}
    assert told["counts"]["states"]["moves"] == 4
    assert told["meanings"]["NY"] == "The deal"
    assert set(told["meanings"]) == {"YN", "NN", "NY", "YY"}
    assert told["limits"] == {"paths": 10, "count": 1_000_000_000}
    assert told["meta"]["method"] == "paths"


def test_a_row_for_each_step_and_one_for_each_target_without() -> None:
    found = to(ladder(), "YN", "NY", "YN")
    rows = list(csv.DictReader(io.StringIO(found.to_csv(), newline="")))
    assert tuple(rows[0]) == REPORT.COLUMNS
    here = [row for row in rows if row["target"] == "YN"]
    assert [(row["relation"], row["length"], row["paths"], row["path"]) for row in here] == [
        (relation, "0", "1", "") for relation in RELATIONS
    ]
    deal = [row for row in rows if row["target"] == "NY"]
    assert [(row["relation"], row["path"], row["step"]) for row in deal] == [
        ("moves", "1", "1"), ("moves", "1", "2"), ("moves", "2", "1"), ("moves", "2", "2"),
        ("improvements", "", ""), ("unstable", "", ""),
    ]  # fmt: skip
    assert deal[0]["meaning"].startswith("As today, but Alpha")
    assert deal[-1]["length"] == ""


def test_merged_states_in_every_form() -> None:
    seen = 0
    for seed in range(40):
        model = random_model(random.Random(seed), merged=True)
        found = paths(model, 0, range(model.size))
        told = json.loads(found.to_json())
        assert found.to_text()
        for target in told["targets"]:
            for path in target["shortest"]:
                for step in path:
                    for option, letter in step["changes"].items():
                        place = model.options.index(option)
                        assert option.startswith(f"{step['by']}.")
                        assert step["to"][place] == letter != step["from"][place]
                        seen += letter == "-"
    assert seen > 10


# Published cases


@pytest.mark.parametrize("name", NAMES)
def test_paths_of_published_cases(name: str) -> None:
    dossier, _ = case(name)
    model = compile_model(dossier)
    found = paths(model, 0, range(model.size))
    checked = check_paths(found, dossier)
    assert checked.agrees, checked.to_text()
    assert checked.complete
    game, names = literal_from_model(model), model.labels()
    for relation in RELATIONS:
        literal = LiteralPaths(game, names[0], relation, "seq")
        for state, label in enumerate(names):
            assert found.steps_to(state, relation) == literal.length(label)
            assert found.count(state, relation) == len(literal.paths(label))


def test_what_can_be_reached_from_the_syrian_status_quo() -> None:
    dossier, expected = case("syria_iraq_1975")
    model, published = compile_model(dossier), expected["paths"]
    found = to(model, published["from"], *published["reachable_by_moves"])
    by = {target["state"]: target["by"] for target in found.content()["targets"]}
    assert all(told["moves"] for told in by.values())
    reached = [state for state, told in by.items() if told["improvements"]]
    assert reached == published["reachable_by_improvements"]


def test_from_the_elmira_status_quo_one_equilibrium_is_reached_by_improvements() -> None:
    dossier, expected = case("elmira")
    found = paths(compile_model(dossier))
    assert found.model.label(found.start) == expected["status_quo"]
    told = found.content()
    by = {target["state"]: target for target in told["targets"]}
    assert list(by) == expected["equilibria"]["seq"]
    assert [state for state, target in by.items() if target["by"]["unstable"]] == ["NYNNY"]
    assert {state: target["length"]["moves"] for state, target in by.items()} == {
        "-NNY-": 1, "NYNNY": 1, "YNYNY": 3,
    }  # fmt: skip
    arcs = {party: set(rows) for party, rows in expected["moves"].items()}
    for target in by.values():
        for step in (step for path in target["shortest"] for step in path):
            assert f"{step['from']} {step['to']}" in arcs[step["by"]]
    assert told["stuck"] == {"no_move": ["-NNY-"], "no_improvement": expected["equilibria"]["nash"]}


# Verification


@pytest.mark.parametrize("merged", [False, True])
def test_answers_are_confirmed_claim_by_claim(merged: bool) -> None:
    for seed in range(40):
        rng = random.Random(seed)
        model = random_model(rng, merged)
        asked = rng.choice([None, range(0, model.size, 3)])
        found = paths(model, rng.randrange(model.size), asked, rng.choice(["nash", "smr", "seq"]))
        checked = check_paths(found)
        assert checked.agrees, (seed, checked.to_text())
        assert checked.complete
        assert checked.states_checked == model.size


def test_an_answer_is_held_against_its_dossier() -> None:
    turned = 0
    for seed in range(20):
        dossier = loads(random_dossier(random.Random(seed)))
        model = compile_model(dossier)
        assert check_paths(paths(model, 0), dossier).agrees
        if model.ranks.max() > 0:
            worse = replace(model, ranks=model.ranks.max() - model.ranks)
            assert not check_paths(paths(worse, 0), dossier).agrees
            turned += 1
    assert turned > 8
    found = check_paths(paths(random_model(random.Random(0)), 0), dossier)
    assert (found.agrees, found.checked) == (False, 0)


def with_routes(found: PathsResult, **changed: Any) -> PathsResult:
    """Return the answer with something changed in its routes by moves."""
    moves = replace(found.routes["moves"], **changed)
    return replace(found, routes={**found.routes, "moves": moves})


def concepts(found: PathsResult) -> set[str]:
    return {wrong.concept for wrong in check_paths(found).disagreements}


def test_false_paths_lengths_and_counts_are_found() -> None:
    found = to(ladder(), "YN", "NY")
    moves = found.routes["moves"]
    assert concepts(found) == set()
    twice = with_routes(found, to=moves.to[[0, 1, 0, 1]], movers=moves.movers[[0, 1, 0, 1]])
    assert concepts(twice) == {"path 2 by moves"}
    assert concepts(with_routes(found, movers=1 - moves.movers)) == {
        "path 1 by moves", "path 2 by moves",
    }  # fmt: skip
    assert concepts(with_routes(found, to=moves.to[::-1].copy())) == {
        "path 1 by moves", "path 2 by moves",
    }  # fmt: skip
    assert concepts(with_routes(found, start=at(found.model, "YY"))) == {
        "path 1 by moves", "path 2 by moves",
    }  # fmt: skip
    assert concepts(with_routes(found, count=moves.count + 1)) == {"3 shortest paths by moves"}
    none = np.array([0], np.int64)
    longer = with_routes(found, length=moves.length + 1, listed=none)
    assert concepts(longer) == {"3 steps away by moves"}
    missing = with_routes(found, length=moves.length * 0 - 1, listed=none)
    assert concepts(missing) == {"-1 steps away by moves"}
    assert concepts(with_routes(found, length=moves.length - 1, listed=moves.listed)) >= {
        "1 steps away by moves", "path 1 by moves",
    }  # fmt: skip


def test_false_stuck_states_and_targets_are_found() -> None:
    found = paths(ladder())
    some = np.array([0], np.int32)
    assert concepts(replace(found, without_moves=some)) == {"no move"}
    assert concepts(replace(found, targets=some)) == {"equilibrium seq"}
    other = stability(replace(found.model, ranks=found.model.ranks[::-1].copy()))
    flipped = replace(other, equilibrium=other.equilibrium ^ np.uint8(1))
    assert "no improvement" in concepts(replace(found, stability=flipped))


def test_claims_that_take_too_many_steps_are_counted() -> None:
    found = paths(random_model(random.Random(6)), 0)
    checked = check_paths(found, cap=1)
    assert checked.agrees
    assert not checked.complete
    assert checked.unfinished > 0
    assert "claims about paths" in checked.to_text()
    short = check_paths(found, budget=40)
    assert short.agrees
    assert short.checked < checked.checked
    none = check_paths(found, budget=0)
    assert none.checked == 0
