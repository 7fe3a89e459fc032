"""Runs of draws of a table, alone and with a conflict."""

from __future__ import annotations

import json
import pickle
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.dossier import Dossier, loads
from detente.ensemble import EnsembleResult, report, robust
from detente.ensemble.checking import check_draws, standoff_of_draw
from detente.ensemble.drawing import central_values, draw
from detente.ensemble.questions import Questions
from detente.ensemble.readings import Readings
from detente.ensemble.table import engine as table_engine
from detente.ensemble.table import headlines as table_headlines
from detente.ensemble.table.checking import literal_draw
from detente.ensemble.task import RobustTask, lean
from detente.ensemble.turning import alternatives
from detente.errors import DossierError, SizeError
from detente.runs.reading import read_results
from tests.ensemble.small import TABLE, TALKS, valley

DEAL = "dam=low,road=open"


@pytest.fixture(scope="module")
def found() -> EnsembleResult:
    return robust(loads(TALKS), draws=2500, within=1e-6)


def changed(text: str, *changes: tuple[str, str]) -> Dossier:
    """Return a dossier, each first text of `changes` replaced by its second."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return loads(text)


def test_headlines_are_those_of_states_then_the_zone_and_the_central_deals(
    found: EnsembleResult,
) -> None:
    ids = [headline.id for headline in found.headlines]
    at = ids.index("zone")
    assert all(id_.split(":")[0] in ("seq", "reached") for id_ in ids[:at])
    assert ids[at:] == [
        "zone", "two_levels", f"frontier:{DEAL}", f"nash:{DEAL}", f"kalai_smorodinsky:{DEAL}",
        f"ratified:{DEAL}", f"enforces:seq:{DEAL}",
    ]  # fmt: skip
    assert found.central[at:] == (True, True, True, True, True, True, True)


def test_shares_are_those_of_the_draws_one_by_one(found: EnsembleResult) -> None:
    shares = found.deals
    assert shares is not None
    readings = Readings(loads(TALKS))
    assert readings.table is not None
    task = RobustTask(
        loads(TALKS), Questions(found.headlines, 63, shares.tracked), 0, 2500,
        readings.chunk_size(), readings,
    )  # fmt: skip
    tables = [task.chunk(number) for number in range(task.chunks)]
    column = {
        name: np.concatenate([one["draws"][name] for one in tables]) for name in tables[0]["draws"]
    }
    for h, headline in enumerate(found.headlines):
        assert found.answers[h].count == column[headline.id].sum()
    values = np.stack([column[guess.id] for guess in found.guesses], axis=1).astype(np.int64)
    conflict, table = readings.split(values)
    solved = readings.table.solve(table)
    assert shares.zone.count == solved.zone.any(axis=1).sum()
    assert shares.two_levels.count == solved.ratified.any(axis=1).sum()
    for what in ("frontier", "ratified", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        ranked = shares.ranked(what)
        assert ranked
        for number in range(readings.table.size):
            row = readings.table.row(number)
            share = shares.share(what, row)
            assert (share.count, share.draws) == (solved.of(what)[:, number].sum(), 2500)
            assert (row in ranked) == (share.count > 0)
        counts = [shares.share(what, row).count for row in ranked]
        assert counts == sorted(counts, reverse=True)
    assert readings.enforcing is not None
    held = readings.enforcing.held(conflict, table, shares.tracked, 63)
    for x, number in enumerate(shares.tracked):
        enforces = shares.enforces(readings.table.row(number), "seq")
        assert enforces is not None
        assert enforces.count == (held[:, x] >> 3 & 1).sum()
    assert shares.enforces(readings.table.row(shares.tracked[0]), "seq") is not None


def test_drivers_and_turning_sets_name_guesses_of_both_sections(found: EnsembleResult) -> None:
    ids = [headline.id for headline in found.headlines]

    def clear(headline: str) -> set[str]:
        return {
            found.guesses[driver.guess].id
            for driver in found.drivers[ids.index(headline)]
            if driver.clear
        }

    assert "negotiation.issues.road.outcomes.open" in clear(f"nash:{DEAL}")
    both = clear(f"enforces:seq:{DEAL}")
    assert "south.statements.2.reading" in both
    assert any(guess.startswith("negotiation.") for guess in both)
    assert not any(guess.startswith("negotiation.") for guess in clear("seq:YY"))
    turning = found.search.turnings[ids.index(f"enforces:seq:{DEAL}")]
    names = {found.guesses[change.guess].id for changes in turning.sets for change in changes}
    assert any(name.startswith("negotiation.") for name in names)
    assert "south.statements.2.reading" in names


def test_turning_sets_are_all_the_smallest(found: EnsembleResult) -> None:
    dossier = loads(TALKS)
    readings = Readings(dossier)
    assert readings.conflict is not None
    assert readings.table is not None
    outcomes = readings.table.model.outcomes
    guesses, centre = found.guesses, central_values(found.guesses)
    told = {turning.headline: turning for turning in found.search.turnings}
    for h, headline in enumerate(found.headlines):
        if not isinstance(headline, table_headlines.DealHeadline):
            continue
        package = tuple(outcomes[k][outcome] for k, outcome in enumerate(headline.row))
        turned = set()
        for k, guess in enumerate(guesses):
            for value in alternatives(guess):
                row = centre.copy()
                row[k] = value
                conflict, table = readings.split(row[None])
                standoff = standoff_of_draw(dossier, readings.conflict.plan.guesses, conflict[0])
                literal = literal_draw(dossier, standoff, readings.table.plan.guesses, table[0])
                if literal.answer(headline, package) != told[h].central:
                    turned.add((k, value))
        single = {(s[0].guess, s[0].value) for s in told[h].sets if len(s) == 1}
        assert single == turned, headline.id
        assert told[h].proved >= 1


def test_json_has_what_other_programs_rely_on(found: EnsembleResult) -> None:
    told = json.loads(found.to_json())
    deals = told["deals"]
    assert found.deals is not None
    assert deals["zone"] == found.deals.zone.to_dict()
    assert deals["two_levels"] == found.deals.two_levels.to_dict()
    assert set(deals["nash"][0]) == {"package", "share", "low", "high"}
    assert deals["nash"][0]["package"] == {"dam": "low", "road": "open"}
    assert deals["packages"]["nash"] == len(deals["nash"])
    assert set(deals["self_enforcing"]) == set(found.concepts)
    assert deals["tracked"] == len(found.deals.tracked)
    by_id = {headline["id"]: headline for headline in told["headlines"]}
    assert by_id["zone"]["package"] is None
    assert by_id[f"nash:{DEAL}"]["package"] == {"dam": "low", "road": "open"}
    assert by_id[f"enforces:seq:{DEAL}"]["concept"] == "seq"
    assert "would enforce itself under SEQ" in by_id[f"enforces:seq:{DEAL}"]["question"]
    rows = list(found.rows())
    assert next(row["state"] for row in rows if row["concept"] == "deal:nash") == DEAL
    assert {row["concept"] for row in rows} >= {"deal:frontier", "enforces:seq", "seq"}
    assert "deals" not in json.loads(robust(valley(), draws=20).to_json())


def test_each_headline_has_a_name_of_its_own() -> None:
    result = robust(loads(TALKS), draws=20, concepts=["nash", "seq"])
    ids = [headline.id for headline in result.headlines]
    assert len(set(ids)) == len(ids)
    assert {f"nash:{DEAL}", f"enforces:nash:{DEAL}", f"enforces:seq:{DEAL}"} <= set(ids)


def test_the_text_tells_the_table(found: EnsembleResult) -> None:
    text = " ".join(found.to_text().split())
    for words in ("The table", "Some package would be accepted by all who must sign in",
                  "Some package could also be ratified at home", "the Nash deal in",
                  "would enforce itself under SEQ in", "accepted, and ratified at home, in",
                  "(negotiation.north.values.dam.order, line 31)"):  # fmt: skip
        assert words in text, words


def test_a_dossier_with_a_table_alone_is_drawn_too() -> None:
    result = robust(loads(TABLE), draws=600)
    assert result.deals is not None
    assert not result.model.parties
    assert not result.union.size
    ids = [headline.id for headline in result.headlines]
    assert ids[0] == "zone"
    assert not any(id_.startswith("seq") for id_ in ids)
    told = json.loads(result.to_json())
    assert told["deals"]["self_enforcing"] is None
    assert told["shares"]["seq"] == {}
    assert told["reachable"] is None
    text = result.to_text()
    assert "The table" in text
    assert "Shares of tested readings" not in text
    assert check_draws(result, loads(TABLE)).agrees
    # the table's draws do not depend on the conflict beside it being there
    assert result.search.turnings[0].central


def test_a_table_that_is_sure_of_everything_takes_one_draw() -> None:
    text = """\
detente: 1
title: Sure
parties: {a: {name: A}, b: {name: B}}
negotiation:
  issues: {i: {outcomes: {x: Do x, y: Do y}}, j: {outcomes: {x: Do x, y: Do y}}}
  parties:
    a: {weights: {i: 2, j: 1}, values: {i: {x: 1, y: 0}, j: {x: 1, y: 0}}, no_deal: 0.3}
    b: {weights: {i: 1, j: 2}, values: {i: {x: 0, y: 1}, j: {x: 0, y: 1}}, no_deal: 0.3}
"""
    result = robust(loads(text))
    assert (result.stopped, result.draws) == ("certain", 1)
    assert result.deals is not None
    assert result.deals.ranked("nash") == [(0, 1)]
    assert result.deals.share("nash", (0, 1)).width == 0
    empty = robust(loads(text.replace("no_deal: 0.3", "no_deal: 0.7")))
    assert empty.deals is not None
    assert empty.deals.zone.share == 0
    assert [headline.id for headline in empty.headlines] == ["zone"]
    assert "not in the central reading" in empty.to_text()


def test_literal_definitions_agree_and_can_disagree(found: EnsembleResult) -> None:
    dossier = loads(TALKS)
    checked = check_draws(found, dossier)
    assert checked.agrees
    assert checked.checked == 32 * len(found.headlines)
    starved = check_draws(found, dossier, budget=10)
    assert starved.checked < checked.checked


def test_verification_notices_a_wrong_answer(
    found: EnsembleResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_headlines, "deal_answers", None)
    monkeypatch.setattr(
        "detente.ensemble.readings.deal_answers",
        lambda headlines, some: np.ones((len(some.zone), len(headlines)), np.bool_),
    )
    assert not check_draws(found, loads(TALKS)).agrees


def test_the_same_seed_gives_the_same_digest_everywhere(tmp_path: Path) -> None:
    dossier = loads(TALKS)
    runs = [
        robust(dossier, draws=1500, within=1e-6, evaluations=0, **more)
        for more in (
            {}, {"on": "processes", "workers": 2}, {"results": tmp_path / "kept"},
            {"results": tmp_path / "kept"}, {"seed": 1},
        )
    ]  # fmt: skip
    digests = [run.digest for run in runs]
    assert len(set(digests[:4])) == 1
    assert digests[4] != digests[0]
    assert [run.resumed for run in runs[2:4]] == [0, 2]
    assert runs[3].answers == runs[0].answers
    assert runs[3].deals is not None
    assert runs[0].deals is not None
    first, second = runs[0].deals.counts, runs[3].deals.counts
    assert all(np.array_equal(first.counts[what], second.counts[what]) for what in first.counts)
    assert np.array_equal(first.held, second.held)
    assert read_results(tmp_path / "kept").tables == (
        "deals", "draws", "enforced", "states", "zones",
    )  # fmt: skip


def test_a_stream_of_the_table_never_changes() -> None:
    # whatever version of numpy is installed
    first = draw(Readings(loads(TABLE)).guesses, 0, 0, 2)[:, :6]
    assert first.tolist() == FIRST


FIRST = [[0, 1, 35481, 8231, 1, 0], [1, 0, 5213, 459, 1, 1]]


def test_workers_see_no_words_of_the_table() -> None:
    dossier = changed(
        TALKS,
        ("no_deal: [0.1, 0.3]", "no_deal: {is: [0.1, 0.3], because: A secret reason, judgement: "
         "true}"),
    )  # fmt: skip
    packed = pickle.dumps(lean(dossier))
    assert b"secret" in pickle.dumps(dossier)
    assert b"secret" not in packed
    assert b"The valley at the table" not in packed
    one, two = Readings(dossier), Readings(lean(dossier))
    assert [guess.id for guess in one.guesses] == [guess.id for guess in two.guesses]


def test_without_needs_or_bound_players_nothing_enforces_itself() -> None:
    text = TALKS[: TALKS.index("  needs:")]
    assert Readings(loads(text)).enforcing is None
    shares = robust(loads(text), draws=50).deals
    assert shares is not None
    assert shares.enforces((1, 1), "seq") is None
    unbound = changed(
        TALKS, ("    south:\n      weights: {dam: {is", "    river:\n      weights: {dam: {is"),
        ("[north, {is: south, sure: 0.9}]", "[river]"),
        ("must_comply: [{is: south, sure: 0.5}]", "must_comply: [river]"),
    )  # fmt: skip
    assert Readings(unbound).enforcing is None
    unknown = changed(TALKS, ("  status_quo: [north.dam, south.road]\n", ""))
    assert Readings(unknown).enforcing is None


def test_a_package_that_cannot_be_does_not_enforce_itself() -> None:
    readings = Readings(loads(TALKS))
    assert readings.table is not None
    assert readings.enforcing is not None
    conflict, table = readings.split(draw(readings.guesses, 0, 0, 400))
    held = readings.enforcing.held(conflict, table, range(readings.table.size), 31)
    at = {g.path[1:]: k for k, g in enumerate(readings.table.plan.guesses) if g.kind == "presence"}
    opened, ruled = at["issues", "road", "outcomes", "open"], at["infeasible", 0]
    assert {opened, ruled} <= set(readings.enforcing.relevant)
    for number, (dam, road) in enumerate(readings.table.choices.tolist()):
        gone = np.zeros(400, np.bool_)
        if road == 1:
            gone |= table[:, opened] == 0
        if (dam, road) == (0, 0):
            gone |= table[:, ruled] == 1
        assert not held[gone, number].any()
        assert gone.any() == (road == 1 or dam == 0)
    opening = np.flatnonzero(readings.table.choices[:, 1] == 1)
    assert held[table[:, opened] == 1][:, opening].any(axis=0).any()


def test_a_table_with_too_many_packages_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.ensemble.readings.MOST_PACKAGES", 5)
    result = robust(loads(TALKS), draws=50)
    assert result.deals is None
    assert "6 packages" in result.remarks[0]
    assert result.headlines
    with pytest.raises(SizeError) as caught:
        robust(loads(TABLE), draws=50)
    assert caught.value.faults[0].code == "table-too-large"


def test_many_packages_are_solved_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = loads(TALKS)
    usual = robust(dossier, draws=100, within=1e-6, evaluations=0)
    monkeypatch.setattr(table_engine, "BATCH", 12)
    assert robust(dossier, draws=100, within=1e-6, evaluations=0).digest == usual.digest


def test_neither_section_is_a_fault() -> None:
    with pytest.raises(DossierError) as caught:
        robust(loads("detente: 1\ntitle: Nothing\nparties: {a: {name: A}}\n"))
    assert caught.value.faults[0].code == "missing-section"


def test_a_draw_with_every_reading_gives_the_literal_share() -> None:
    text = """\
detente: 1
title: Four readings
parties: {a: {name: A}, b: {name: B}}
negotiation:
  issues: {i: {outcomes: {x: Do x, y: {is: Do y, sure: 0.5}}}}
  parties:
    a: {weights: {i: 1}, values: {i: {x: 0.4, y: 1}}, no_deal: {is: 0.5, sure: 0.5}}
    b: {weights: {i: 1}, values: {i: {x: 1, y: 0.4}}}
"""
    shares: Any = robust(loads(text), draws=4000, within=1e-6).deals
    zone, second = 0.0, 0.0
    for present, demanding in product((False, True), repeat=2):
        accepted = [x for x, worth in ((0, 0.4), (1, 1.0)) if worth >= 0.5 * demanding]
        accepted = [x for x in accepted if present or x == 0]
        zone += 0.25 * bool(accepted)
        second += 0.25 * (1 in accepted)
    assert zone == 0.75
    assert shares.zone.low < zone < shares.zone.high
    share = shares.share("frontier", (1,))
    assert share.low < second < share.high


def test_only_guesses_that_an_answer_can_hang_on_are_told_to_move_it(found: EnsembleResult) -> None:
    for h, headline in enumerate(found.headlines):
        told = {one.guess for one in found.drivers[h]}
        told |= {guess for pair in found.pairs[h] for guess in pair.guesses}
        sections = {found.guesses[guess].path[0] for guess in told}
        if headline.id.startswith("enforces"):
            continue
        about = "conflict" if headline.id.startswith(("seq:", "reached:")) else "negotiation"
        assert sections <= {about}, headline.id
    assert any(found.drivers)


def test_of_many_guesses_the_text_tells_those_that_move_an_answer(
    found: EnsembleResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "What was drawn" in found.to_text()
    monkeypatch.setattr(report, "FEW_GUESSES", 1)
    moving = {one.guess for drivers in found.drivers for one in drivers if one.clear}
    turning = {
        change.guess for one in found.search.turnings for some in one.sets for change in some
    }
    count, every = len(moving | turning), len(found.guesses)
    said = found.to_text()
    assert f"{count} of the {every} guesses move or turn an answer" in said
    tail = said[said.index("guesses move or turn an answer") :]
    for number, guess in enumerate(found.guesses):
        assert (f"({guess.id}," in " ".join(tail.split())) == (number in moving | turning)
