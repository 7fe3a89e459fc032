"""What is said of packages: on a small dossier by hand, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest

import detente
from detente.compliance import EnforcedDeals, enforced_deals, self_enforcing
from detente.compliance import guarantees as guarantees_module
from detente.compliance.breaking import deterrence, first_breaches
from detente.compliance.guarantees import Guarantees, board_of
from detente.compliance.holding import held_bits, named, strength
from detente.compliance.interest import packages_of_interest
from detente.compliance.report import enforcement_text
from detente.compliance.targets import carrying
from detente.compliance.telling import EnforcementTeller
from detente.compliance.verify import check_enforcement
from detente.compliance.verify.standing import Standing
from detente.conflict import compile_model, stability
from detente.dossier import Dossier, loads
from detente.errors import CallError, DetenteError, DossierError
from detente.negotiation.compile import compile_table
from detente.negotiation.deals import deals
from detente.negotiation.packages import worth
from detente.negotiation.solve import solve
from docs.refresh import ROOT
from tests.compliance.dossiers import random_dossier
from tests.compliance.strait import asked, strait, told

BOTH = ("watch.both: [lion.patrol]", "watch.both: [lion.patrol, bear.press]")

UNNAMED = ('  names: {"--YY": The strait stays shut, "YYNN": The strait is open}\n', "")


def answer(dossier: Dossier) -> EnforcedDeals:
    table = compile_table(dossier)
    return enforced_deals(dossier, deals(dossier, table), compile_model(dossier))


def codes(error: DetenteError) -> list[str]:
    return [fault.code for fault in error.faults]


def test_the_first_to_break_and_what_deters_it() -> None:
    said = told(strait(), "passage=all,watch=nobody")
    assert "Carried out, it leads to NNNN: as today, but the Red militia would stop" in said
    assert "It would hold by itself under GMR and SMR" in said
    assert "The first to break it would be the Blue militia, choosing to go on laying" in said
    assert "which ends in YYNY" in said
    assert "It can be reached from today, but not by steps that each pay" in said
    assert "2 other single measures would do as well." in said


def test_a_move_that_nobody_could_answer() -> None:
    said = told(strait(), "passage=some,watch=nobody")
    assert "It would not hold by itself" in said
    assert "NNYY, “The strait stays shut”. Nothing that the others could do" in said


def test_nobody_could_gain() -> None:
    found = asked(strait(BOTH), "passage=none,watch=both")
    carried = found.packages[0].carried
    assert carried is not None
    assert carried.breaches == ()
    assert carried.guarantees is None
    assert carried.holds[0] == "nash"
    assert "None of those who sign or comply could gain" in told(
        strait(BOTH), "passage=none,watch=both"
    )


def test_a_package_that_asks_nothing() -> None:
    said = told(strait(), "passage=none,watch=nobody")
    assert "It asks for no change in the conflict: today's state, NNYY, carries it out." in said
    assert "It can be reached from today by steps that each pay" in said
    assert "would not follow" not in said


def test_a_package_that_cannot_be_carried_out() -> None:
    said = told(strait(), "passage=all,watch=both")
    assert said.splitlines() == [
        "It cannot be carried out as it stands.",
        "This need cannot be met, all else being as today: Lionland would patrol jointly with "
        "Bearland.",
        "What rules it out: Lionland would patrol jointly with Bearland and Bearland would not "
        "press the Blue militia.",
        "It would also take this: Bearland would press the Blue militia. That leads to YYNN: “The "
        "strait is open”.",
    ]


def test_wants_that_contradict_each_other() -> None:
    dossier = strait(("watch.both: [lion.patrol]", "watch.both: [reds.shell]"))
    said = told(dossier, "passage=some,watch=both")
    assert "These needs cannot be met together, all else being as today" in said
    assert "What rules it out" not in said
    assert "No state that can happen meets all its needs." in said


def test_too_many_options_to_look_for_the_clash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.compliance.shortfall.MOST_MENTIONED", 0)
    found = asked(strait(), "passage=all,watch=both").packages[0].shortfall
    assert found is not None
    assert (found.wants, found.rules) == ((), ())
    assert found.nearest is not None
    said = told(strait(), "passage=all,watch=both")
    assert said.splitlines()[1].startswith("It would also take this")


def test_clients_that_do_not_follow() -> None:
    said = told(strait(), "passage=all,watch=nobody")
    assert (
        "If the Blue militia would not follow Bearland: all as agreed, but the Blue militia would "
        "choose to go on laying mines (NNNY). Lionland would like that less than the package, but "
        "better than today. Bearland would like that as much as the package, and better than today."
    ) in said
    assert "If the Red militia and the Blue militia would not follow Lionland and Bearland" in said
    ruled = strait(("infeasible: [", 'infeasible: ["not shell and mine", '))
    impossible = told(ruled, "passage=all,watch=nobody")
    assert "If the Blue militia would not follow Bearland, the rest could not be" in impossible


def test_a_signer_that_moves_away() -> None:
    changed = strait(
        BOTH, ("lion: {statements: [not blues.mine,", "lion: {statements: [not patrol if mine,")
    )
    said = told(changed, "passage=all,watch=both")
    assert "Then Lionland would gain by choosing no longer to patrol jointly" in said


def test_spoilers_outside_are_named() -> None:
    dossier = strait(("must_comply: [reds, blues]", "must_comply: [reds]"))
    found = asked(dossier, "passage=all,watch=nobody")
    carried = found.packages[0].carried
    assert carried is not None
    blues = found.model.parties.index("blues")
    assert blues not in found.bound
    assert carried.spoilers["nash"] == carried.spoilers["seq"] == (blues,)
    assert carried.spoilers["smr"] == ()
    assert "seq" in carried.holds
    assert "seq" not in carried.holds_for_all
    said = told(dossier, "passage=all,watch=nobody")
    assert "this could end it all the same, under Nash: the Blue militia would move." in said


def test_parties_without_options_are_named() -> None:
    dossier = strait(("must_comply: [reds, blues]", "must_comply: [reds, guild]"))
    found = asked(dossier)
    assert found.unplayed == ("guild",)
    assert "so that nothing can be said of them" in enforcement_text(found)


def test_contradictions_stand_side_by_side() -> None:
    dossier = strait(BOTH)
    found = asked(dossier)
    outcomes, package = found.contradictions
    assert (outcomes.party, outcomes.better) == ("bear", "watch.both")
    assert outcomes.worse == "watch.nobody"
    teller = EnforcementTeller(found)
    assert teller.contradiction(outcomes) == [
        "Bearland: “Both powers” is better than “Nobody” at the table, but, all else as today, "
        "what it takes is worse in the conflict.",
        "At the table, line 39: Bearland would rather settle on “Both powers” than on “Nobody” "
        "(0.5 to 0.7 against 0.2). “It watches already.”",
        "In the conflict, line 21: Bearland would like Lionland not to patrol jointly with "
        "Bearland, which decides for NNYY and against YYYY.",
    ]
    assert (package.better, package.worse, package.packages) == ("package", "no_deal", 1)
    head, table, _ = teller.contradiction(package)
    assert head.endswith("Who may pass: Nobody; who watches: Both powers.")
    assert "0.30 against 0.20" in table
    assert teller.contradiction(package, whole=False)[0].endswith(": As the first.")


OVERLAPPING = [
    ("      no_deal: 0.2\n", "      no_deal: [0.1, 0.26]\n"),
    ("weights: {passage: 1, watch: 1}", "weights: {passage: [0.5, 2.5], watch: 1}"),
    ("      no_deal: 0.2\n", "      no_deal: 0.2\n      linked: {watch.both: [-0.2, 0.2]}\n"),
    ("both: [0.5, 0.7]", "both: [0.3, 0.9]"),
    ("{nobody: {is: 0.2, because: It watches\n        already.}, both: [0.5, 0.7]}",
     "{order: [[nobody, both]]}"),
]  # fmt: skip


@pytest.mark.parametrize("change", OVERLAPPING)
def test_a_gain_that_hangs_on_the_reading_contradicts_nothing(change: tuple[str, str]) -> None:
    found = asked(strait(BOTH, change), "passage=none,watch=both")
    clear = change == OVERLAPPING[-1]
    assert [one.better for one in found.contradictions if one.row] == ["package"] * clear
    assert found.packages[0].values[1] > found.table.no_deal[1]


def test_a_package_below_no_deal_in_every_reading_contradicts_a_better_state() -> None:
    low = ("      no_deal: 0.2\n", "      no_deal: [0.5, 0.6]\n")
    dossier = strait(low, ("all: 1}, watch: {nob", "all: [0.5, 0.7]}, watch: {nob"))
    found = asked(dossier, "passage=all,watch=nobody").contradictions[-1]
    assert (found.party, found.better, found.worse) == ("bear", "no_deal", "package")
    wider = ("      no_deal: 0.2\n", "      no_deal: [0.4, 0.6]\n")
    dossier = strait(wider, ("all: 1}, watch: {nob", "all: [0.5, 0.7]}, watch: {nob"))
    assert asked(dossier, "passage=all,watch=nobody").contradictions == ()


def test_the_judge_weighs_gains_as_the_answer_does() -> None:
    dossier = strait(
        ("passage: {none: 0, some: 0.8, all: 1}", "passage: {none: 1, some: 0.5, all: 0.2}"),
        ("    passage.some: [not reds.shell]\n", ""),
        ("    passage.all: [not reds.shell, not blues.mine]\n", ""),
    )
    table = compile_table(dossier)
    found = {}
    for weight in (0.2, 5.0):
        space = deals(dossier, table, {"bear": weight})
        told = enforced_deals(dossier, space, compile_model(dossier))
        found[weight] = [package.row for package in told.enforcement.packages]
        assert check_enforcement(told, dossier).agrees
    assert found[0.2] != found[5.0]


def test_contradictions_of_rankings_weights_and_absent_no_deal() -> None:
    ranking = (
        "bear: {ranking: [NNNN, NNYN, NNNY, NNYY, NYNN, NYYN, NYNY, NYYY, YYNN, YYYN, YYNY, YYYY]}"
    )
    old = "bear: {statements: [not reds.shell, not lion.patrol, bear.press if lion.patrol]}"
    by_rank = asked(strait(BOTH, (old, ranking))).contradictions[0].conflict
    assert by_rank.words == "Bearland has NNYY at place 4 of 12 and YYYY at place 12"
    weights = "bear: {weights: {lion.patrol: -2}}"
    by_weight = asked(strait(BOTH, (old, weights), ("      no_deal: 0.2\n", ""))).contradictions
    assert by_weight[0].conflict.words == "the weights of Bearland put NNYY above YYYY"
    assert by_weight[-1].table.line == 36


def test_the_report_counts_and_folds() -> None:
    found = asked(strait())
    said = enforcement_text(found)
    assert said.startswith("Would a deal hold by itself: 5 packages, asked of the conflict\n")
    assert "1 of 5 would hold by themselves under some concept, all of them under SMR." in said
    assert "The table and the conflict do not contradict each other." in said
    assert max(map(len, said.splitlines())) <= 100
    weak = "passage=some,watch=nobody"
    one = enforcement_text(asked(strait(), weak))
    assert "one package" in one
    assert "None of them" not in one
    two = enforcement_text(asked(strait(), weak, "passage=all,watch=both"))
    assert "None of them would hold by itself under any concept." in two


def test_no_package_to_ask_about() -> None:
    empty = strait(("no_deal: 0.1", "no_deal: 1"), ("no_deal: 0.2", "no_deal: 1"))
    found = answer(empty)
    assert found.enforcement.packages == ()
    assert "there is no package to ask about" in found.to_text()
    assert found.to_csv().splitlines()[0].startswith("rank,issue.passage,issue.watch,value.lion")
    assert found.title() == found.to_text().splitlines()[0]


def test_json_and_rows() -> None:
    found = answer(strait())
    content = json.loads(found.to_json())
    assert content["zone"]["size"] == 5
    assert list(content)[-6:] == [
        "bound", "unplayed", "concepts", "self_enforcing", "contradictions", "meta",
    ]  # fmt: skip
    first = content["self_enforcing"][0]
    assert first["package"] == {"passage": "all", "watch": "nobody"}
    assert (first["state"], first["holds"]) == ("NNNN", ["gmr", "smr"])
    assert first["breaks_first"][0]["party"] == "blues"
    assert first["breaks_first"][0]["sanction"]["end"] == "YYNY"
    last = content["self_enforcing"][-1]
    assert not last["feasible"]
    assert last["shortfall"]["also"] == [
        {"option": "bear.press", "taken": True, "words": "Bearland would press the Blue militia"}
    ]
    rows = list(csv.DictReader(io.StringIO(found.to_csv(), newline="")))
    assert [row["rank"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[0]["holds"] == "gmr smr"
    assert content["meta"]["parameters"]["judged"] == 5


def test_today_must_be_known() -> None:
    with pytest.raises(DossierError) as caught:
        asked(strait(("  status_quo: [reds.shell, blues.mine]\n", "")))
    assert codes(caught.value) == ["no-status-quo"]


def test_nobody_bound_and_no_needs() -> None:
    dossier = strait()
    table = dossier.require_table()
    guild = replace(table.must_comply[0], party="guild")
    outside = replace(dossier, table=replace(table, must_sign=(guild,), must_comply=()))
    compiled = compile_table(dossier)
    with pytest.raises(DossierError) as caught:
        self_enforcing(outside, compiled, compile_model(dossier), solve(compiled))
    assert codes(caught.value) == ["nobody-bound"]
    without = replace(dossier, table=replace(table, needs=()))
    with pytest.raises(DossierError) as caught:
        carrying(without, compile_model(without))
    assert codes(caught.value) == ["no-needs"]


def test_calls_that_are_wrong() -> None:
    with pytest.raises(CallError) as caught:
        asked(strait(), limit=0)
    assert codes(caught.value) == ["limit-too-low"]
    pairs = strait(
        ("bear: {statements: [not reds.shell, not lion.patrol, bear.press if lion.patrol]}",
         "bear: {pairs: [[NNNN, NNYY]]}"),
    )  # fmt: skip
    with pytest.raises(CallError) as caught:
        asked(pairs)
    assert codes(caught.value) == ["incomplete-preferences"]


def test_the_best_of_the_zone_come_in_order() -> None:
    dossier = strait()
    table = compile_table(dossier)
    solved = solve(table)
    rows = packages_of_interest(table, solved, 1_000)
    assert len(rows) == solved.zone == len({tuple(row) for row in rows.tolist()})
    listed = sum(len(one.choices) for one in solved.solutions.values())
    rest = solved.nash_products(worth(table, rows[listed:]))
    frontier = {tuple(row) for row in solved.frontier.rows(100).tolist()}
    outside = [tuple(row) not in frontier for row in rows.tolist()]
    assert outside == sorted(outside)
    assert len(packages_of_interest(table, solved, 2)) == 2
    assert rest.tolist() == sorted(rest.tolist(), reverse=True)


def test_of_a_huge_zone_the_frontier_alone_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.compliance.interest.MOST_IN_ZONE", 1)
    table = compile_table(strait())
    solved = solve(table)
    rows = packages_of_interest(table, solved, 1_000)
    frontier = {tuple(row) for row in solved.frontier.rows(100).tolist()}
    assert {tuple(row) for row in rows.tolist()} == frontier


def test_weights_of_the_nash_product() -> None:
    table = compile_table(strait())
    values = worth(table, np.array([[2, 1]], np.int16))
    plain = solve(table).nash_products(values)[0]
    assert solve(table, {"lion": 2.0}).nash_products(values)[0] != pytest.approx(plain)
    assert solve(table, {"lion": 1.0}).nash_products(values)[0] == plain


def test_without_lists_of_moves_the_same_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(12):
        dossier = random_dossier(random.Random(seed))
        model = compile_model(dossier)
        result, board = stability(model), board_of(model)
        everyone = list(range(len(model.parties)))
        for state in range(model.size):
            stable = {party: named(int(result.verdicts[party, state])) for party in everyone}
            listed = first_breaches(model, board, state, stable, everyone)
            assert listed == first_breaches(model, None, state, stable, everyone)
    monkeypatch.setattr(guarantees_module, "MOST_STATES", 1)
    found = asked(strait(), "passage=some,watch=nobody")
    carried = found.packages[0].carried
    assert carried is not None
    assert carried.guarantees is None
    assert "The conflict is too large to look for guarantees." in told(
        strait(), "passage=some,watch=nobody"
    )


def test_too_many_moves_to_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("detente.conflict.moves"), "MAX_MOVES", 1)
    assert board_of(compile_model(strait())) is None
    assert Guarantees(None, (0,)).find(0) is None


def test_measures_are_the_same_whether_kept_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    model = compile_model(strait())
    kept = Guarantees(board_of(model), range(4))
    monkeypatch.setattr(guarantees_module, "MOST_KEPT", 0)
    made = Guarantees(board_of(model), range(4))
    for state in range(model.size):
        assert kept.find(state) == made.find(state)


def test_strength_and_deterrence_follow_what_implies_what() -> None:
    order = [("nash", "sseq", "seq", "smr", "gmr"), ("sseq", "seq", "smr", "gmr"),
             ("seq", "smr", "gmr"), ("seq", "gmr"), ("smr", "gmr"), ("gmr",), ("sim",)]  # fmt: skip
    keys = [strength(held) for held in order]
    assert keys == sorted(keys, reverse=True)
    assert [deterrence(held) for held in order] == [6, 5, 4, 3, 2, 1, 0]


def test_held_by_some_state_for_all_parties() -> None:
    verdicts = np.array([[0b001, 0b110], [0b011, 0b010]], np.uint8)
    assert held_bits(verdicts, [0, 1], [0, 1]) == 0b011
    assert held_bits(verdicts, [1], [0]) == 0b110
    assert held_bits(verdicts, [], [0]) == 0
    assert named(0b011) == ("nash", "gmr")


def test_merged_states_are_targets_where_a_pattern_fits() -> None:
    merged = strait(
        ("  infeasible:", '  same: ["--NN"]\n  infeasible:'),
        UNNAMED,
    )
    found = asked(merged, "passage=all,watch=nobody")
    carried = found.packages[0].carried
    assert carried is not None
    assert found.model.label(carried.chosen.state) == "--NN"
    assert carried.chosen.pattern == 0
    assert "sim" not in found.concepts


def test_a_wrong_answer_is_found_out() -> None:
    dossier = strait()
    found = answer(dossier)
    packages = found.enforcement.packages
    assert check_enforcement(found, dossier).agrees
    carried = packages[0].carried
    assert carried is not None
    for change in (
        {"holds": ("seq",)},
        {"by_moves": False},
        {"breaches": ()},
        {"desertions": carried.desertions[:1]},
        {"guarantees": ()},
        {"holds_for_all": ("nash",)},
    ):
        wrong = replace(packages[0], carried=replace(carried, **change))
        told_wrong = replace(found.enforcement, packages=(wrong, *packages[1:]))
        assert not check_enforcement(replace(found, enforcement=told_wrong), dossier).agrees
    turned = replace(found.enforcement, packages=packages[::-1])
    assert not check_enforcement(replace(found, enforcement=turned), dossier).agrees
    breach = replace(carried.breaches[0], sanction=None)
    wrong = replace(packages[0], carried=replace(carried, breaches=(breach,)))
    told_wrong = replace(found.enforcement, packages=(wrong, *packages[1:]))
    assert not check_enforcement(replace(found, enforcement=told_wrong), dossier).agrees


def test_a_check_that_runs_out_of_steps_says_so() -> None:
    dossier = strait()
    checked = check_enforcement(answer(dossier), dossier, cap=3)
    assert checked.unfinished
    assert not checked.complete
    assert "were not checked" in checked.to_text()


def test_the_judge_reads_large_conflicts_where_it_asks() -> None:
    assert Standing(strait()).game.feasible.__class__ is frozenset
    names = ", ".join(f"o{k}: Do thing {k}" for k in range(13))
    large = strait(UNNAMED, ("{patrol: Patrol jointly with Bearland}", f"{{patrol: Go, {names}}}"))
    standing = Standing(large)
    assert standing.game.feasible.__class__ is not frozenset
    wants = standing.wants({"passage": "some", "watch": "nobody"})
    assert list(standing.targets(wants)) == ["N" * 16 + "Y"]


def test_self_enforcing_wants_a_section_of_each() -> None:
    dossier = strait()
    table = compile_table(dossier)
    bare = replace(dossier, table=None)
    with pytest.raises(DossierError) as caught:
        self_enforcing(bare, table, compile_model(dossier), solve(table))
    assert codes(caught.value) == ["missing-section"]


def test_a_long_report_counts_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    report = import_module("detente.compliance.report")
    monkeypatch.setattr(report, "SHOWN", 1)
    monkeypatch.setattr(report, "OPPOSED", 1)
    said = enforcement_text(asked(strait(BOTH)))
    assert "\n… and 4 more: see --format json or csv.\n" in said
    assert "\n  … and 1 more: see --format json or csv.\n" in said
    assert said.count("2. ") == 0


def test_packages_alike_are_told_once() -> None:
    alike = strait(("watch.both: [lion.patrol]", "watch.both: [not shell]"))
    said = enforcement_text(asked(alike))
    assert "The same state carries out one more package, so all this is true of it." in said
    same = asked(alike)
    first = {one.row: one.carried for one in same.packages}
    assert first[(1, 0)] is first[(1, 1)]


def test_several_states_that_carry_a_package_out() -> None:
    either = strait(("watch.both: [lion.patrol]", 'watch.both: ["press or not shell"]'))
    found = asked(either, "passage=none,watch=both")
    carried = found.packages[0].carried
    assert carried is not None
    assert len(carried.targets) == 3
    assert "3 states carry it out; this one holds best." in told(either, "passage=none,watch=both")


def test_what_no_guarantee_mends() -> None:
    hostile = strait(
        ("        - not reds.shell\n", "        - reds.shell\n"),
        ("blues: {statements: [blues.mine if reds.shell, not", "blues: {statements: [mine, not"),
    )
    said = told(hostile, "passage=all,watch=nobody")
    assert "No single guarantee, penalty or agreement to rule something out would" in said
    assert "As little holds back the Blue militia, who could choose to go on laying" in said


def test_what_cannot_be_reached() -> None:
    shut = strait(BOTH, ("  infeasible:", "  one_way: {reds.shell: taken}\n  infeasible:"))
    said = told(shut, "passage=some,watch=nobody")
    assert "No moves of the parties lead there from today." in said


def test_an_outcome_that_today_rules_out_contradicts_nothing() -> None:
    found = asked(strait(), "passage=none,watch=both")
    assert found.contradictions == ()
    quoted = strait(BOTH, ("watch: {nobody: {is: 0.2, because: It watches\n        already.}",
                           "watch: {nobody: 0.2"))  # fmt: skip
    plain = EnforcementTeller(asked(quoted)).contradiction(asked(quoted).contradictions[0])
    assert plain[1].endswith("(0.5 to 0.7 against 0.2).")


NEAREST = """
detente: 1
title: Two ways
parties: {x: {name: Xland}, y: {name: Yland}}
conflict:
  options:
    x: {p: Do p, q: Do q, r: Do r}
    y: {a: Do a, u: Do u, v: Do v}
  status_quo: []
  infeasible: [p and not u, a and not u, a and not v]
  preferences: {x: {indifferent: true}, y: {indifferent: true}}
negotiation:
  issues: {what: {outcomes: {way: Either way, none: Nothing}}}
  parties:
    x: {weights: {what: 1}, values: {what: {way: 1, none: 0}}}
    y: {weights: {what: 1}, values: {what: {way: 1, none: 0}}}
  needs: {what.way: "(p and q and r) or a"}
"""


def test_the_nearest_state_spares_what_no_need_mentions_before_all_else() -> None:
    dossier = loads(NEAREST)
    found = asked(dossier, "what=way").packages[0].shortfall
    assert found is not None
    assert found.nearest is not None
    model = compile_model(dossier)
    assert model.label(found.nearest.state) == "YYYNYN"
    assert [model.options[option] for option in found.further] == ["y.u"]
    assert check_enforcement(answer(dossier), dossier).agrees


@pytest.mark.untraced
def test_the_judge_agrees_about_the_example() -> None:
    desk = detente.open(ROOT / "examples" / "syria-2016")
    found = desk.self_enforcing(verify=True)
    assert found.manifest.verification is not None
    assert found.manifest.verification["complete"]
    assert found.enforcement.packages
    assert max(map(len, found.to_text().splitlines())) <= 100
