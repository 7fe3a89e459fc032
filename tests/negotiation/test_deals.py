"""The answer of `deals`: what is told of which packages, in words, as JSON and as rows."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from detente.dossier import Dossier, loads
from detente.dossier.expressions import And, Count, If, Iff, Not, Or, Pattern, Taken
from detente.errors import CallError
from detente.negotiation import DealsResult, compile_table, deals
from detente.negotiation.deals.content import deal_content
from detente.negotiation.deals.deal import appraise
from detente.negotiation.deals.deal_report import verdict_lines
from detente.negotiation.deals.improvements import Improvements
from detente.negotiation.deals.weights import read_weights
from detente.negotiation.telling import TableTeller, amount, percent
from detente.negotiation.verify import check_deals

EAST = {"weights": {"road": 3, "port": 1}, "no_deal": 0.3}
WEST = {"weights": {"road": 1, "port": 3}, "no_deal": 0.3}
WANTS_ALL = {"values": {"road": {"order": ["east", "shared", "west"]},
                        "port": {"order": ["east", "shared", "west"]}}}  # fmt: skip
WANTS_NONE = {"values": {"road": {"order": ["west", "shared", "east"]},
                         "port": {"order": ["west", "shared", "east"]}}}  # fmt: skip


def dossier(**more: Any) -> Dossier:
    """Return a table of two parties that want the road and the port for themselves."""
    section: dict[str, Any] = {
        "issues": {
            "road": {
                "question": "Who gets the road?",
                "outcomes": {"east": "East", "shared": "Both, day by day", "west": "West"},
            },
            "port": {"outcomes": {"east": "East", "shared": "Both", "west": "West"}},
        },
        "parties": {"east": EAST | WANTS_ALL, "west": WEST | WANTS_NONE},
    }
    parties = section["parties"] | more.pop("parties", {})
    section |= more | {"parties": parties}
    names = {party: {"name": f"{party.capitalize()} province"} for party in parties}
    text = {"detente": 1, "title": "Road and port", "parties": names, "negotiation": section}
    return loads(json.dumps(text))


def found(table: Dossier, **asked: Any) -> DealsResult:
    return deals(table, compile_table(table), **asked)


def plain(result: DealsResult) -> str:
    """Return the text on one line, so that folding does not matter."""
    return " ".join(result.to_text().split())


def names(result: DealsResult) -> list[tuple[str, ...]]:
    return [tuple(one["package"].values()) for one in result.content()["told"]]


def test_solutions_come_first_then_the_frontier_by_product_of_gains() -> None:
    result = found(dossier())
    told = names(result)
    assert told[0] == ("east", "west")
    assert result.told[0].solutions == (
        "nash", "kalai_smorodinsky", "egalitarian", "utilitarian",
    )  # fmt: skip
    products = [deal.gains[0] * deal.gains[1] for deal in result.told]
    assert products == sorted(products, reverse=True)
    assert len(told) == len(set(told)) == result.solved.frontier.packages == 3
    assert names(found(dossier(), limit=2)) == told[:2]
    assert "… and 1 more: ask with a larger --limit." in found(dossier(), limit=2).to_text()


def test_content_has_the_keys_that_programs_rely_on() -> None:
    content = found(dossier()).content()
    assert content["parties"] == ["east", "west"]
    assert content["packages"] == 9
    assert content["zone"] == {"size": 4}
    assert content["frontier"] == {"packages": 3, "vectors": 3}
    assert content["frontier_all"] == {"packages": 5, "vectors": 5}
    assert content["ideal"] == {"east": 0.875, "west": 0.875}
    assert content["solutions"]["nash"] == [
        {"package": {"road": "east", "port": "west"}, "values": {"east": 0.75, "west": 0.75}}
    ]
    assert content["ties"] == dict.fromkeys(content["solutions"], 1)
    assert content["blocking"] == []
    assert content["asked"] is None
    assert json.loads(found(dossier()).to_json())["meta"]["method"] == "deals"


def test_what_each_party_gets_and_gives_up_is_said() -> None:
    text = plain(found(dossier()))
    assert "The table: 9 packages of 2 issues, for the East province and the West" in text
    assert "There is a zone of agreement: 4 packages" in text
    assert "A. Who gets the road: East Port: West - The Nash deal:" in text
    assert "The East province would give up 0.25 on port." in text
    assert "The East province 0.75 (+0.45) The West province 0.75 (+0.45)" in text
    assert (
        "The East province would get 0.75, 0.45 more than without a deal, and would give up 0.25 "
        "on port (best there: “East”)."
    ) in plain(found(dossier(), package="road=east,port=west"))
    assert "All who could gain anything come off alike, with 78 % of the most" in text
    assert "another: 3 packages. Told above: A. The others, with their values for the East" in text
    assert "first: 0.88 0.38 As package A, but port: " in text
    assert "0.38 0.88 As package A, but who gets the road: Both, day by day." in text


def test_a_second_package_is_told_beside_the_first() -> None:
    text = plain(found(dossier(), weights={"west": 20}))
    assert "A. Who gets the road: Both, day by day Port: West - The Nash deal with" in text
    assert "B. As package A, but who gets the road: East. - The Kalai-Smorodinsky deal" in text
    assert (
        "Beside package A: 0.38 more to the East province and 0.12 less to the West province."
    ) in text
    assert "province 0.38 (+0.07) 0.75 (+0.45) The West province 0.88 (+0.57) 0.75" in text


def test_the_issue_that_divides_most_is_told_first() -> None:
    table = dossier(parties={"east": EAST | WANTS_ALL, "west": EAST | WANTS_NONE | {"no_deal": 0}})
    result = found(table)
    assert [(one["issue"], one["loss"]) for one in result.content()["dividing"]] == [
        ("road", 0.75), ("port", 0.25),
    ]  # fmt: skip
    assert result.content()["dividing"][0]["wants"] == {"east": ["east"], "west": ["west"]}
    assert (
        "Most of all, who gets the road: whatever is settled, they would together give up at least "
        "0.75. The East province would want “East”; the West province would want “West”."
    ) in plain(result)
    agreeing = dossier(parties={"west": WEST | WANTS_ALL})
    assert "No issue divides those who must sign" in plain(found(agreeing))


def test_many_issues_that_divide_are_counted() -> None:
    issues = {f"i{k}": {"outcomes": {"a": "A", "b": "B"}} for k in range(10)}
    side = {"weights": dict.fromkeys(issues, 1)}
    table = dossier(
        issues=issues,
        parties={
            "east": side | {"values": {issue: {"a": 1, "b": 0} for issue in issues}},
            "west": side
            | {"values": {issue: {"a": int(issue == "i9"), "b": 1} for issue in issues}},
        },
    )
    text = plain(found(table))
    assert "… and 1 more issues: see --format json." in text
    assert "No quarrel over this: i9. One outcome is best for all who must sign." in text
    asked = plain(found(table, package=dict.fromkeys(issues, "b")))
    assert "0.10 on i2 (best there: “A”) and 0.70 on 7 more issues." in asked


def test_weights_change_the_nash_deal_alone() -> None:
    even, weighted = found(dossier()), found(dossier(), weights={"west": 20})
    for name in ("kalai_smorodinsky", "egalitarian", "utilitarian"):
        assert weighted.content()["solutions"][name] == even.content()["solutions"][name]
    assert weighted.content()["solutions"]["nash"][0]["package"] == {
        "road": "shared", "port": "west",
    }  # fmt: skip
    assert weighted.manifest.parameters["weights"] == {"west": 20}
    assert "The Nash deal with the weights asked for" in plain(weighted)


def test_weights_are_read() -> None:
    assert read_weights("us=2, russia=0.5") == {"us": 2.0, "russia": 0.5}
    for text in ("us", "us=", "us=two", "us=1,us=2", ""):
        with pytest.raises(CallError) as caught:
            read_weights(text)
        assert caught.value.faults[0].code == "wrong-weight"


def test_where_nobody_could_sign_it_says_what_blocks() -> None:
    table = dossier(
        parties={
            "east": EAST | WANTS_ALL | {"no_deal": 0.7, "red_lines": ["port.west"]},
            "west": WEST | WANTS_NONE | {"no_deal": 0.7},
        }
    )
    result = found(table)
    content = result.content()
    assert (content["zone"], content["ideal"]) == ({"size": 0}, {})
    assert content["solutions"] == {
        "nash": [], "kalai_smorodinsky": [], "egalitarian": [], "utilitarian": [],
    }  # fmt: skip
    assert set(content["ties"].values()) == {0}
    assert (result.told, list(result.rows())) == ((), [])
    kinds = [one["kind"] for one in content["blocking"]]
    assert kinds == ["reservation", "red line"]
    assert content["blocking"][1] == {
        "kind": "red line", "party": "east", "red_line": "port.west", "no_deal": None,
        "lowering": None, "opens": 1, "package": {"road": "east", "port": "west"},
    }  # fmt: skip
    text = plain(result)
    assert "There is no zone of agreement" in text
    assert (
        "1. What no deal is worth to the West province: it would have to come down from 0.70"
        in text
    )
    assert "2. A red line of the East province (port: West). Then one package" in text
    assert "Packages worth talking about" not in text
    header = next(csv.reader(io.StringIO(result.to_csv(), newline="")))
    assert header[:4] == ["issue.road", "issue.port", "value.east", "value.west"]


def test_where_no_single_concession_is_enough_it_says_so() -> None:
    line = {"red_lines": ["road.east or road.west or port.shared"]}
    other = {"red_lines": ["road.shared or port.east"]}
    table = dossier(
        parties={
            "east": EAST | WANTS_ALL | line | {"no_deal": 0.9},
            "west": WEST | WANTS_NONE | other | {"no_deal": 0.9},
        }
    )
    assert "No single concession would open one." in plain(found(table))


def test_a_party_that_can_gain_nothing_is_named() -> None:
    table = dossier(
        parties={
            "east": EAST | WANTS_ALL | {"no_deal": 0},
            "west": {"weights": {"road": 0, "port": 1}, "no_deal": 1} | WANTS_NONE,
        }
    )
    result = found(table)
    assert result.content()["stuck"] == ["west"]
    text = plain(result)
    assert "because the West province could gain nothing in it over no deal." in text
    assert result.told[0].shares == (1.0, None)
    assert result.told[0].least_satisfied == (0,)


def test_where_no_package_gives_all_a_gain_it_says_so() -> None:
    values = {
        "road": {"east": 1, "shared": 0, "west": 0.3},
        "port": dict.fromkeys(("east", "shared", "west"), 0),
    }
    other = {"road": {"east": 0.3, "shared": 0, "west": 1}, "port": values["port"]}
    weights = {"weights": {"road": 1, "port": 0}, "no_deal": 0.3}
    table = dossier(
        parties={"east": weights | {"values": values}, "west": weights | {"values": other}}
    )
    result = found(table)
    assert result.solved.zero_nash
    assert result.content()["ties"]["nash"] == 6
    text = plain(result)
    assert "Every package of the zone is a Nash deal, because each leaves somebody" in text
    assert "It is one of 6 packages that tie for this." in text


def test_a_deal_that_could_be_bettered_says_so() -> None:
    values = {"road": dict.fromkeys(("east", "shared", "west"), 0.3)}
    still = {"weights": {"road": 1, "port": 0}, "no_deal": 0.3, "values": values}
    result = found(dossier(parties={"east": still, "west": WEST | WANTS_NONE}))
    assert result.told[0].solutions == ("nash",)
    assert not result.told[0].frontier
    text = plain(result)
    assert "changes would be a loss to nobody who must sign and a gain to somebody" in text
    assert "one package. Told above: B." in text
    alone = plain(found(dossier(parties={"east": still, "west": WEST | WANTS_NONE}), limit=1))
    assert "one package. … and 1 more: ask with a larger --limit." in alone


def test_one_package_is_told_in_full_though_it_cannot_be() -> None:
    table = dossier(
        infeasible=["road.east and port.east"],
        parties={"west": WEST | WANTS_NONE | {"red_lines": ["road.east and port.east"]}},
    )
    result = found(table, package="road=east,port=east")
    assert found(table, package={"port": "east", "road": "east"}).content() == result.content()
    asked = result.content()["asked"]
    assert asked["ruled_out"] == ["who gets the road: East and port: East"]
    assert asked["red_lines"] == [{"party": "west", "red_line": "road.east and port.east"}]
    assert asked["below_no_deal"] == ["west"]
    assert not asked["zone"]
    text = plain(result)
    assert "It cannot be: the dossier rules out who gets the road: East and port: East." in text
    assert "It lies outside the zone of agreement." in text
    assert "The West province would get 0.00, 0.30 less than without a deal" in text
    assert "Least satisfied: the West province, with 0.30 less than without a deal." in text
    assert "What divides" not in text
    assert next(iter(result.rows()))["issue.port"] == "east"


def test_one_package_of_the_frontier_is_told_in_full() -> None:
    text = plain(found(dossier(), package="road=east,port=west"))
    assert "It lies in the zone of agreement: all who must sign could sign it." in text
    assert "It leaves nothing to improve for one without loss to another." in text
    assert "The Nash deal:" in text
    result = found(dossier(), package="road=east,port=west")
    assert len(list(result.rows())) == len(result.told)


def test_changes_that_all_would_welcome_are_told() -> None:
    table = dossier(parties={"west": WEST | WANTS_ALL})
    one = found(table, package="road=shared,port=east")
    assert (
        "One change would be a loss to nobody who must sign and a gain to somebody: who gets the "
        "road: East (0.38 more to the East province and 0.12 more to the West province)."
    ) in plain(one)
    many = found(table, package="road=west,port=west")
    assert "8 changes would be a loss to nobody" in plain(many)
    best = many.content()["asked"]["improvements"]["best"][0]
    assert best == {
        "package": {"road": "east", "port": "east"}, "values": {"east": 1.0, "west": 1.0},
    }  # fmt: skip


def test_an_unsigned_party_has_a_line_of_its_own() -> None:
    far = {"weights": {"road": 1, "port": 1}, "no_deal": 0.9} | WANTS_ALL
    table = dossier(parties={"far": far}, must_sign=["east", "west"])
    result = found(table)
    assert "Need not sign: The Far province 0.50 (−0.40)" in plain(result)
    assert "would at least halve the other." in plain(result)
    all_sign = dossier(parties={"far": far | {"no_deal": 0.1}})
    assert "halve the product of the others." in plain(found(all_sign))
    assert result.told[0].shares[2] is None
    assert "The Far province would get" in plain(found(table, package="road=east,port=west"))


def test_the_first_of_many_packages_that_tie_is_told() -> None:
    same = dossier(parties={"west": {"weights": {"road": 1, "port": 0}, "values": {
        "road": {"order": ["west", "shared", "east"]}}},
        "east": {"weights": {"road": 1, "port": 0}, "values": {
            "road": {"order": ["east", "shared", "west"]}}}})  # fmt: skip
    result = found(same)
    assert result.content()["ties"]["nash"] == 3
    assert "It is one of 3 packages that tie for this." in plain(result)
    assert "The West province 0.50 (+0.50)" in plain(result)


def test_a_table_too_large_to_go_through_is_told() -> None:
    issues = {f"i{k}": {"outcomes": {f"o{n}": f"Say {n}" for n in range(9)}} for k in range(13)}
    sides = {}
    for party, turn in (("east", 1), ("west", -1)):
        sides[party] = {
            "weights": dict.fromkeys(issues, 1),
            "values": {
                issue: {f"o{n}": (n * turn * (k + 2)) % 9 / 10 for n in range(9)}
                for k, issue in enumerate(issues)
            },
            "no_deal": 0.1,
        }
    table = dossier(issues=issues, parties=sides)
    result = found(table, package=dict.fromkeys(issues, "o0"))
    assert result.solved.packages == 9**13
    assert result.content()["zone"] == {"size": None}
    assert result.asked is not None
    assert result.asked.improvements is not None
    assert result.asked.improvements.count is None
    assert len(result.asked.improvements.rows) == 10
    assert "Changes would be a loss to nobody who must sign" in plain(result)
    assert "There is a zone of agreement, too large to count" in plain(result)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(CallError) as caught:
        found(dossier(), limit=0)
    assert caught.value.faults[0].code == "limit-too-low"


def test_rows_of_a_table() -> None:
    rows = list(found(dossier()).rows())
    assert rows[0] == {
        "issue.road": "east", "issue.port": "west", "value.east": 0.75, "value.west": 0.75,
        "gain.east": 0.45, "gain.west": 0.45, "zone": True, "frontier": True,
        "solutions": "nash kalai_smorodinsky egalitarian utilitarian",
        "least_satisfied": "east west",
    }  # fmt: skip


A, B, C = Taken("road.east"), Taken("port.west"), Taken("port.east")


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (Not(A), "who gets the road: anything but “East”"),
        (Not(Or((A, B))), "not (who gets the road: East or port: West)"),
        (And((A, B)), "who gets the road: East and port: West"),
        (Or((A, B, C)), "who gets the road: East, port: West or port: East"),
        (If(A, Not(B)), "who gets the road: East, should it be that port: anything but “West”"),
        (Iff(A, B), "who gets the road: East, should it be that port: West, and only then"),
        (Count(1, None, (A, B)), "at least 1 of these: who gets the road: East; port: West"),
        (Count(1, 1, (A, B)), "exactly 1 of these: who gets the road: East; port: West"),
        (Count(0, 1, (A, B)), "at most 1 of these: who gets the road: East; port: West"),
        (Count(1, 2, (A, B, C)), "between 1 and 2 of these: "
         "who gets the road: East; port: West; port: East"),
    ],
)  # fmt: skip
def test_expressions_over_outcomes_in_words(expression: Any, words: str) -> None:
    teller = TableTeller(compile_table(dossier()))
    assert teller.expression(expression) == words


def test_a_pattern_says_nothing_about_packages() -> None:
    teller = TableTeller(compile_table(dossier()))
    with pytest.raises(ValueError, match="nothing about packages"):
        teller.expression(Pattern("YN"))


def test_a_package_as_another() -> None:
    teller = TableTeller(compile_table(dossier()))
    assert teller.as_other((0, 2), (0, 2), "the first") == "as the first"
    assert teller.as_other((0, 1), (0, 2), "the first") == "as the first, but port: Both"


def test_names_keep_their_capital_inside_a_sentence() -> None:
    issues = {
        "road": {
            "question": "Assad's future?",
            "outcomes": {"east": "A", "shared": "B", "west": "C"},
        },
        "port": {"question": "The port.", "outcomes": {"east": "A", "shared": "B", "west": "C"}},
    }
    teller = TableTeller(compile_table(dossier(issues=issues)))
    assert (teller.issue(0), teller.issue(1)) == ("Assad's future", "the port")


def test_small_and_negative_numbers() -> None:
    assert [amount(units) for units in (10**12, -(10**12), -(10**14), 400)] == [
        "under 0.01", "under 0.01", "−0.10", "0.00",
    ]  # fmt: skip
    assert [percent(share) for share in (0.004, -0.004, -0.1)] == ["0 %", "0 %", "−10 %"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"zone": False},
        {"frontier": False},
        {"least_satisfied": (0,)},
        {"improvements": Improvements(1)},
    ],
)
def test_the_judge_finds_what_is_told_wrongly(wrong: dict[str, Any]) -> None:
    table = dossier()
    result = found(table, package="road=east,port=west")
    assert check_deals(result, table).agrees
    assert result.asked is not None
    other = replace(result, asked=replace(result.asked, **wrong))
    (difference,) = check_deals(other, table).differences
    assert difference.what.startswith("road.east, port.west, ")


def test_the_judge_finds_an_issue_that_divides_otherwise() -> None:
    table = dossier()
    result = found(table)
    first = replace(result.dividing[0], loss=result.dividing[0].loss + 10_000)
    checked = check_deals(replace(result, dividing=(first, *result.dividing[1:])), table)
    assert [difference.what for difference in checked.differences] == ["road, divides"]


def test_the_rows_as_a_page_of_a_notebook() -> None:
    assert "<caption>The table: 9 packages" in found(dossier())._repr_html_()


def test_what_may_be_left_out_is_not_told() -> None:
    table = dossier()
    result = found(table)
    (deal,) = appraise(result.model, result.solved, [(1, 1)], 0)
    assert deal.improvements is None
    teller = TableTeller(result.model)
    assert deal_content(teller, deal)["improvements"] is None
    (told,) = verdict_lines(teller, result.solved, deal)
    assert told.startswith("Least satisfied: ") or "come off alike" in told


def test_where_nobody_can_gain_nobody_is_least_satisfied() -> None:
    far = {"weights": {"road": 1, "port": 1}, "no_deal": 1}
    result = found(dossier(parties={"east": far | WANTS_ALL, "west": far | WANTS_ALL}))
    assert result.solved.zone == 1
    assert result.told[0].least_satisfied == ()
    assert "Least satisfied" not in plain(result)
    assert "the East province and the West province could gain nothing" in plain(result)
    assert "There is a zone of agreement: one package crosses no red line" in plain(result)
    assert "without loss to another: one package. Told above: A." in plain(result)
    assert "The East province 1.00 (the same)" in plain(result)


def test_parties_that_come_off_alike_without_a_zone() -> None:
    far = {"weights": {"road": 1, "port": 1}, "no_deal": 0.9}
    table = dossier(parties={"east": far | WANTS_ALL, "west": far | WANTS_NONE})
    text = plain(found(table, package="road=shared,port=shared"))
    assert "All who must sign come off alike, with 0.40 less than without a deal." in text


def test_all_outcomes_that_a_party_likes_best_are_told() -> None:
    values = {
        "road": {"east": 1, "shared": 1, "west": 0},
        "port": {"east": 1, "shared": 1, "west": 1},
    }
    table = dossier(parties={"east": EAST | {"values": values}})
    text = plain(found(table))
    assert "The East province would want “East” or “Both, day by day”" in text
    assert "No quarrel over this: port." in text
    far = {"weights": {"road": 0, "port": 1}, "no_deal": 0} | WANTS_ALL
    assert "the Far province would take anything." in plain(found(dossier(parties={"far": far})))
