"""Runs of draws: shares, where they stop, what drives them, what turns them."""

from __future__ import annotations

import json
import pickle
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.conflict.concepts import CONCEPTS
from detente.conflict.kernels.tallying import count_together
from detente.conflict.verify import equilibrium
from detente.dossier import Dossier, load, loads
from detente.ensemble import EnsembleResult, robust
from detente.ensemble.checking import check_draws, game_of_draw
from detente.ensemble.drawing import central_values, draw
from detente.ensemble.engine import Engine
from detente.ensemble.headlines import find_headlines
from detente.ensemble.phrases import become, level, percent, question
from detente.ensemble.questions import Questions
from detente.ensemble.readings import Readings
from detente.ensemble.task import RobustTask, lean
from detente.ensemble.turning import Search, alternatives, find_turnings
from detente.errors import CallError
from tests.ensemble.small import SURE, valley


@pytest.fixture(scope="module")
def found() -> EnsembleResult:
    return robust(valley(), draws=4000, within=0.001)


def literal_share(dossier: Dossier, state: str) -> float:
    """Return the chance that `state` is a SEQ equilibrium, over every reading of the valley."""
    guesses = Engine(dossier).plan.guesses
    total = 0.0
    for values in product(*(range(guess.values) for guess in guesses)):
        chance = 1.0
        for guess, value in zip(guesses, values, strict=True):
            sure = guess.sure or 0.0
            chance *= (
                (sure if value else 1 - sure) if guess.kind == "presence" else 1 / guess.values
            )
        game, _ = game_of_draw(dossier, guesses, np.array(values))
        total += chance * equilibrium(game, state, "seq")
    return total


def test_shares_are_those_of_all_readings(found: EnsembleResult) -> None:
    for state in ("NN", "YN", "NY", "YY"):
        truth = literal_share(valley(), state)
        share = found.holds(state, "seq")
        assert share.low - 0.01 <= truth <= share.high + 0.01, state
    assert {found.stopped, found.draws} == {"draws", 4000}


def test_a_run_stops_when_its_intervals_are_narrow() -> None:
    result = robust(valley(), draws=20_000, within=0.05)
    assert result.stopped == "within"
    assert result.draws < 20_000
    assert result.widest < 0.05
    assert max(share.width for share in result.answers) == result.widest


def test_nothing_unsure_takes_one_draw() -> None:
    result = robust(valley(*SURE))
    assert (result.stopped, result.draws) == ("certain", 1)
    assert {share.share for share in result.answers} <= {0.0, 1.0}
    assert result.widest == 0
    assert "single reading" in result.to_text()
    for answer, central in zip(result.answers, result.central, strict=True):
        assert bool(answer.count) == central


def test_headlines_are_today_the_named_states_and_the_commonest(found: EnsembleResult) -> None:
    ids = [headline.id for headline in found.headlines]
    assert ids[:3] == ["seq:NN", "seq:YY", "reached:YY"]
    best = max(found.holding("seq").tolist(), key=lambda s: int(found.states.equilibrium[3, s]))
    assert f"seq:{found.union.label(best)}" in ids
    other = robust(valley(), draws=50, states=["YN"], concepts=["nash", "sim"])
    assert [headline.id for headline in other.headlines] == ["nash:YN", "sim:YN", "reached:YN"]


def test_drivers_are_the_conditional_shares_of_the_draws(found: EnsembleResult) -> None:
    dossier = valley()
    engine = Engine(dossier)
    headlines = find_headlines(engine, None, ("seq",), 0)
    task = RobustTask(lean(dossier), Questions(headlines, 63), 0, 4000, 1024)
    tables = [task.chunk(number)["draws"] for number in range(task.chunks)]
    column = {name: np.concatenate([t[name] for t in tables]) for name in tables[0]}
    assert len(column["draw"]) == 4000
    moved = 0
    for h, headline in enumerate(found.headlines):
        answer = column[headline.id]
        assert found.answers[h].count == answer.sum()
        for driver in found.drivers[h]:
            guess = found.guesses[driver.guess]
            means = []
            for number, share in enumerate(driver.levels):
                chosen = answer[column[guess.id] == number]
                assert (share.draws, share.count) == (len(chosen), chosen.sum())
                means.append(chosen.mean())
            apart = means[1] - means[0]
            assert driver.effect == pytest.approx(apart)
            assert driver.low <= apart <= driver.high
            chance = np.array([(column[guess.id] == n).mean() for n in range(len(means))])
            between = (chance * (np.array(means) - answer.mean()) ** 2).sum()
            assert driver.index == pytest.approx(between / answer.var(), abs=0.001)
            assert driver.clear == (abs(apart) > 0.08)
            moved += driver.clear
    assert moved


@pytest.mark.interpreted
def test_levels_are_counted_together() -> None:
    level = np.array([[0, 2], [1, 2], [1, 3]], np.int32)
    answers = np.array([[True], [False], [True]])
    together, yes = np.zeros((4, 4), np.int64), np.zeros((1, 4, 4), np.int64)
    count_together(level, answers, together, yes)
    assert together.tolist() == [[1, 0, 1, 0], [0, 2, 1, 1], [1, 1, 2, 0], [0, 1, 0, 1]]
    assert yes[0].tolist() == [[1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1]]


def test_two_guesses_that_matter_only_together_are_found() -> None:
    text = """\
detente: 1
title: Together
parties: {a: {name: A}, b: {name: B}}
conflict:
  options: {a: {x: Do x}, b: {y: Do y}}
  status_quo: []
  preferences:
    a: {weights: {a.x: {is: 1, sure: 0.5}, not a.x: {is: 1, sure: 0.5}}}
    b: {indifferent: true}
"""
    result = robust(loads(text), draws=4000, within=0.001, states=["NN"], concepts=["nash"])
    # A would leave only if it wishes to act and nothing weighs against it
    assert result.answers[0].low < 0.75 < result.answers[0].high
    (pair,) = result.pairs[0]
    assert pair.clear
    assert pair.guesses == (0, 1)
    assert [[round(share.share) for share in row] for row in pair.levels] == [[1, 1], [0, 1]]
    # the variance is 3/16, of which each explains 1/16 alone and both together 1/16 more
    assert pair.index == pytest.approx(1 / 3, abs=0.04)
    assert [driver.index for driver in result.drivers[0]] == pytest.approx([1 / 3, 1 / 3], abs=0.04)


def test_turning_sets_are_all_the_smallest(found: EnsembleResult) -> None:
    dossier = valley()
    guesses = found.guesses
    centre = central_values(guesses)
    for turning in found.search.turnings:
        headline = found.headlines[turning.headline]
        if headline.concept is None:
            continue
        game, _ = game_of_draw(dossier, guesses, centre)
        usual = equilibrium(game, headline.state, "seq")
        assert turning.central == usual == found.central[turning.headline]
        by_size: dict[int, list[tuple[tuple[int, int], ...]]] = {}
        choices = [[(k, int(centre[k])), *((k, v) for v in alternatives(g))] for k, g in
                   enumerate(guesses)]  # fmt: skip
        for chosen in product(*choices):
            game, _ = game_of_draw(dossier, guesses, np.array([value for _, value in chosen]))
            if equilibrium(game, headline.state, "seq") != usual:
                wrong = tuple(one for one in chosen if one[1] != centre[one[0]])
                by_size.setdefault(len(wrong), []).append(wrong)
        if not by_size:
            assert (turning.sets, turning.count, turning.proved) == ((), 0, 3)
            continue
        smallest = min(by_size)
        told = [tuple((c.guess, c.value) for c in changes) for changes in turning.sets]
        assert sorted(told) == sorted(by_size[smallest])
        assert (turning.count, turning.proved) == (len(told), smallest)
    assert any(turning.sets for turning in found.search.turnings)


def test_the_search_for_turning_sets_keeps_to_its_budget() -> None:
    result = robust(valley(), draws=50, evaluations=2)
    assert result.search.evaluations == 0
    assert {turning.proved for turning in result.search.turnings} == {0}
    assert "not looked for" in result.to_text().lower()


def test_json_has_what_other_programs_rely_on(found: EnsembleResult) -> None:
    told = json.loads(found.to_json())
    assert (told["draws"], told["digest"], told["meta"]["seed"]) == (4000, found.digest, 0)
    share = told["shares"]["seq"]["NN"]
    assert set(share) == {"share", "low", "high"}
    assert share == found.holds("NN", "seq").to_dict()
    order = [label[::-1] for label in told["shares"]["seq"]]
    assert order == sorted(order)
    assert [row["id"] for row in told["guesses"]] == [guess.id for guess in found.guesses]
    assert {row["headline"] for row in told["drivers"]} <= {row["id"] for row in told["headlines"]}
    assert set(told["stable"]["seq"]["NN"]) == {"north", "south"}
    assert told["reachable"]["NN"]["improvements"]["share"] == 1
    for turning in told["turning"]:
        assert turning["then"] is not turning["central"]
        assert all(change["becomes"] for changes in turning["sets"] for change in changes)
    assert [row["state"] for row in found.rows() if row["concept"] == "seq"] == list(
        told["shares"]["seq"]
    )


def test_the_text_says_what_a_share_is(found: EnsembleResult) -> None:
    text = " ".join(found.to_text().split())
    assert "4,000 readings of the dossier tested" in text
    assert "no probability of an event" in text
    assert "The quarrel" in text
    assert "(north.statements.1, line 15)" in text
    assert found.title() in text


def test_guesses_in_words(found: EnsembleResult) -> None:
    present, reading, order = found.guesses
    assert (level(present, 0), level(present, 1)) == ("Not so", "So")
    assert become(present, 0) == "it is not so"
    assert become(reading, 1) == "what is meant is: Not to close the road"
    assert become(order, 1).startswith("the order is: To close the road; North not to")
    assert level(order, 0).startswith("First: North not to")
    assert "holds under SEQ" in question(found, found.headlines[0])
    assert [percent(x) for x in (0.0, 0.00001, 0.5, 0.99999, 1.0)] == [
        "0 %", "0.1 %", "50.0 %", "99.9 %", "100 %",
    ]  # fmt: skip


def test_ranges_and_structure_are_told() -> None:
    text = """\
detente: 1
title: All kinds
parties: {a: {name: A}, b: {name: B}}
conflict:
  options:
    a: {x: {is: Do x, sure: 0.8}, z: Do z}
    b: {y: Do y}
  status_quo: {is: [{is: a.x, sure: 0.5}], sure: 0.9}
  infeasible: [{is: a.z and b.y, sure: 0.5}]
  one_way: {x: {is: taken, sure: 0.5}, b.y: {is: dropped, sure: 0.5}}
  same: [{is: a.z and not b.y, sure: 0.5}]
  preferences:
    a: {weights: {a.x: [1, 2], b.y: [-2, 3]}}
    b: {is: {statements: [b.y if a.x, not a.x]}, sure: 0.6}
"""
    dossier = loads(text)
    result = robust(dossier, draws=300, within=0.001)
    assert [guess.about for guess in result.guesses] == [
        "option", "status_quo", "taken", "infeasible", "one_way", "one_way", "same",
        "weight", "weight", "preference",
    ]  # fmt: skip
    assert result.missing == ("sim",)
    assert result.union.merged is not None
    told = result.to_text()
    for words in ("once A would do x, that cannot be taken back", "today A would do x",
                  "today's state is known", "it cannot be that", "all states are one in which",
                  "how much it counts for A, from -2 to 3", "A could do x"):  # fmt: skip
        assert words.casefold() in told.casefold(), words
    assert check_draws(result, dossier).agrees
    ranged = next(guess for guess in result.guesses if guess.kind == "range")
    assert level(ranged, 0) == "In the lower half"
    assert become(ranged, 0) == "it counts 1"
    assert result.holds("nowhere", "seq").count == 0
    assert result.guess("options.a.x").sure == 0.8


def test_an_unknown_today_reaches_nothing() -> None:
    result = robust(valley(("  status_quo: []\n", "")), draws=50)
    assert all(headline.kind == "holds" for headline in result.headlines)
    assert json.loads(result.to_json())["reachable"] is None


def test_literal_definitions_agree_and_can_disagree(found: EnsembleResult) -> None:
    dossier = valley()
    checked = check_draws(found, dossier)
    assert checked.agrees
    assert checked.checked == 32 * len(found.headlines)
    assert "answers were derived again" in checked.to_text()
    starved = check_draws(found, dossier, budget=10)
    assert starved.agrees
    assert starved.checked < checked.checked
    other = check_draws(
        found, valley(("sure: 0.7", "sure: 0.2"), ("not south.road\n", "south.road\n"))
    )
    assert other.agrees  # both sides read the dossier that is given


def test_the_same_seed_gives_the_same_digest_everywhere(tmp_path: Any) -> None:
    dossier = valley()
    runs = [
        robust(dossier, draws=2500, within=1e-6, evaluations=0, **more)
        for more in (
            {}, {"on": "processes", "workers": 1}, {"on": "processes", "workers": 2},
            {"on": "processes", "workers": 3}, {"results": tmp_path / "kept"},
            {"results": tmp_path / "kept"}, {"seed": 1},
        )
    ]  # fmt: skip
    digests = [run.digest for run in runs]
    assert len(set(digests[:6])) == 1
    assert digests[6] != digests[0]
    assert [run.resumed for run in runs[4:6]] == [0, 3]
    assert runs[5].answers == runs[0].answers
    assert runs[3].drivers == runs[0].drivers


def test_a_task_travels_without_what_draws_do_not_need() -> None:
    dossier = valley()
    readings = Readings(dossier)
    asked = readings.questions(None, ("seq",), CONCEPTS[:5], 0)
    task = RobustTask(lean(dossier), asked, 0, 100, 64, readings)
    sent = pickle.loads(pickle.dumps(task))
    assert sent._readings is None
    assert sent.dossier.text == ""
    mine, theirs = task.chunk(1)["draws"], sent.chunk(1)["draws"]
    assert len(mine["draw"]) == 36
    for name, column in mine.items():
        assert column.dtype == theirs[name].dtype
        assert np.array_equal(column, theirs[name])


class Interrupting:
    """Whoever watches presses Ctrl-C after some chunks."""

    def __init__(self, after: int) -> None:
        self.left = after

    def start(self, total: int | None) -> None:
        self.total = total

    def advance(self, units: int, made: bool) -> None:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt

    def stop(self) -> None:
        pass


def test_an_interrupted_run_tells_what_is_done() -> None:
    result = robust(valley(), draws=5000, within=1e-6, progress=Interrupting(2))
    assert (result.stopped, result.draws) == ("interrupted", 2048)
    assert result.search.evaluations == 0
    assert "Interrupted after 2,048 draws" in result.to_text()
    with pytest.raises(KeyboardInterrupt):
        robust(valley(), progress=Interrupting(0))


def test_an_interrupted_search_tells_the_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def interrupted(*given: Any) -> Search:
        asked.append(given[-1])
        if given[-1]:
            raise KeyboardInterrupt
        return find_turnings(*given)

    monkeypatch.setattr("detente.ensemble.running.find_turnings", interrupted)
    result = robust(valley(), draws=100)
    assert (result.stopped, result.draws, result.search.evaluations) == ("interrupted", 100, 0)
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"draws": 0}, "bad-draws"),
        ({"within": 0}, "bad-within"),
        ({"within": 1.5}, "bad-within"),
        ({"within": float("nan")}, "bad-within"),
        ({"seed": -1}, "bad-seed"),
        ({"evaluations": -1}, "bad-evaluations"),
        ({"concepts": ["best"]}, "unknown-concept"),
        ({"states": ["nowhere"]}, "unknown-state"),
    ],
)
def test_wrong_calls_are_refused(more: dict[str, Any], code: str) -> None:
    with pytest.raises(CallError) as caught:
        robust(valley(), **more)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_sim_is_refused_for_merged_states() -> None:
    dossier = valley(("  names:", "  same: [north.dam]\n  names:"), ('{"YY": The quarrel}', "{}"))
    with pytest.raises(CallError) as caught:
        robust(dossier, concepts=["sim"])
    assert caught.value.faults[0].code == "sim-not-computed"
    assert json.loads(robust(dossier, draws=20).to_json())["shares"]["sim"] is None


def test_workers_see_no_words_of_the_dossier_and_draw_the_same() -> None:
    dossier = load(Path(__file__).parents[2] / "examples" / "syria-2016")
    bare = lean(dossier)
    packed = pickle.dumps(bare)
    quotes = [piece.quote for reason in dossier.reasons.values() for piece in reason.evidence]
    assert len(quotes) > 30
    for words in (*quotes, dossier.title, "It asks for the bombing to stop"):
        assert words.encode() not in packed
    for seed in range(2):
        one, two = Engine(dossier), Engine(bare)
        values = draw(one.plan.guesses, seed, 0, 8)
        assert np.array_equal(values, draw(two.plan.guesses, seed, 0, 8))
        first, second = one.count(values, (), 31)[1], two.count(values, (), 31)[1]
        assert np.array_equal(first.equilibrium, second.equilibrium)
