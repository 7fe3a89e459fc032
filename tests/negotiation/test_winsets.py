"""Win-sets, votes and refusals against the literal definitions of the two levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random

import numpy as np
import pytest

from detente.dossier.expressions import And, Not, Pattern, Taken
from detente.dossier.table import Side, Table
from detente.errors import CallError
from detente.negotiation.compile import table_model
from detente.negotiation.home.halves import count_sums, stretches
from detente.negotiation.home.ratification import (
    Ratification,
    Refusal,
    ratification,
    ratification_chance,
)
from detente.negotiation.home.telling import (
    ratification_content,
    ratification_text,
    win_sets_content,
    win_sets_text,
)
from detente.negotiation.home.voting import Vote, cheapest_set, enough, smallest_sets
from detente.negotiation.home.winsets import win_sets
from detente.negotiation.model import CELL, GroupModel, RedLine, TableModel
from detente.negotiation.packages import blocks
from detente.negotiation.solve import solve
from detente.negotiation.verify import two_levels as literal
from tests.negotiation.divided_tables import random_table

PARTS = 5
TABLES = 1_100
"""Random tables in all."""


@cache
def compiled(seed: int) -> tuple[Table, TableModel]:
    table = random_table(Random(seed))
    return table, table_model(table)


def drawn(part: int) -> Iterator[tuple[Random, Table, TableModel]]:
    for seed in range(part, TABLES, PARTS):
        yield Random(10_000 + seed), *compiled(seed)


def numbers(model: TableModel, package: literal.Package) -> list[int]:
    return [ids.index(one) for ids, one in zip(model.outcomes, package, strict=True)]


def names(model: TableModel, groups: tuple[int, ...]) -> frozenset[str]:
    return frozenset(model.groups[number].id for number in groups)


@pytest.mark.parametrize("part", range(PARTS))
def test_win_sets_are_those_of_the_definitions(part: int) -> None:
    for rng, table, model in drawn(part):
        limit = rng.choice([0, 2, 1_000])
        found = win_sets(model, limit)
        packages = list(literal.everything(table))
        for one, side in zip(found.parties, table.sides.values(), strict=True):
            size = sum(literal.in_win_set(table, side, package) for package in packages)
            assert (one.size, one.empty, one.groups) == (size, size == 0, len(side.groups))
        deals = [package for package in packages if literal.is_deal(table, package)]
        assert found.packages == sum(literal.possible(table, one) for one in packages)
        assert found.zone == sum(literal.in_zone(table, one) for one in packages)
        assert found.deals == len(deals)
        assert found.rows.tolist() == [numbers(model, one) for one in deals[:limit]]


@pytest.mark.parametrize("part", range(PARTS))
def test_refusals_are_those_of_the_definitions(part: int) -> None:
    for rng, table, model in drawn(part):
        package = rng.choice(list(literal.everything(table)))
        told = ratification(model, np.array(numbers(model, package), np.int16))
        assert told.passes == literal.is_deal(table, package)
        assert told.feasible == literal.possible(table, package)
        refusing = [
            side
            for side in literal.signing(table)
            if not (literal.served(table, side, package) and literal.ratifies(table, side, package))
        ]
        assert [model.parties[one.party] for one in told.refusals] == [s.party for s in refusing]
        for one, side in zip(told.refusals, refusing, strict=True):
            check_refusal(table, model, package, one, side)
        check_nearest(table, model, package, told)


def check_refusal(
    table: Table, model: TableModel, package: literal.Package, one: Refusal, side: Side
) -> None:
    assert one.short == literal.lacks(table, side, package) * CELL
    crossed = [literal.true(line.expression, package) for line in side.red_lines]
    own = [n for n, line in enumerate(model.red_lines) if line.party == one.party]
    assert list(one.red_lines) == [n for n, told in zip(own, crossed, strict=True) if told]
    yes = literal.saying_yes(table, side, package)
    assert names(model, tuple(vote.group for vote in one.votes if vote.yes)) == yes
    for vote, group in zip(one.votes, side.groups, strict=True):
        assert vote.short == literal.lacks(table, side, package, group) * CELL
    assert one.ratified == literal.ratifies(table, side, package)
    if one.ratified:
        assert (one.smallest, one.cheapest, one.payment) == ((), (), 0)
    else:
        turning = literal.turning_sets(table, side, package)
        least = len(turning[0])
        smallest = {some for some in turning if len(some) == least}
        assert {names(model, some) for some in one.smallest} == smallest
        assert len(one.smallest) == len(smallest)
        alone = {g.id for g in side.groups if frozenset({g.id}) in turning}
        assert names(model, one.pivotal) == alone
        costs = [literal.payment(table, side, package, some) for some in turning]
        assert one.payment == min(costs) * CELL
        assert names(model, one.cheapest) in turning
        assert literal.payment(table, side, package, names(model, one.cheapest)) == min(costs)
    others = [other for other in literal.signing(table) if other is not side]
    found = literal.nearest_of(
        table, package, lambda other: literal.signs(table, side, other), others
    )
    assert one.nearest is not None
    assert told_nearest(model, one.nearest.change) == expected_nearest(model, found)


def check_nearest(
    table: Table, model: TableModel, package: literal.Package, told: Ratification
) -> None:
    if told.passes:
        assert told.nearest is None
        return
    found = literal.nearest_of(
        table, package, lambda other: literal.is_deal(table, other), literal.signing(table)
    )
    assert told.nearest is not None
    assert told_nearest(model, told.nearest.change) == expected_nearest(model, found)
    assert told.nearest.looked == (len(table.issues) if found is None else found[0])


def told_nearest(model: TableModel, change: object) -> object:
    if change is None:
        return None
    return (len(change.issues), change.loss, change.row.tolist())  # type: ignore[attr-defined]


def expected_nearest(model: TableModel, found: tuple[int, int, literal.Package] | None) -> object:
    return None if found is None else (found[0], found[1] * CELL, numbers(model, found[2]))


@pytest.mark.parametrize("part", range(PARTS))
def test_chance_of_ratification_is_the_sum_over_all_votes(part: int) -> None:
    for rng, table, model in drawn(part):
        package = rng.choice(list(literal.everything(table)))
        sides = literal.signing(table)
        chances = {
            side.party: {
                group.id: rng.randint(0, 10) / 10 for group in side.groups if rng.random() < 0.7
            }
            for side in sides
        }
        row = np.array(numbers(model, package), np.int16)
        expected = {
            side.party: float(
                literal.chance(
                    table,
                    side,
                    package,
                    {name: Fraction(str(c)) for name, c in chances[side.party].items()},
                )
            )
            for side in sides
        }
        assert ratification_chance(model, row, chances) == expected


def test_random_tables_are_of_every_kind() -> None:
    """The comparisons above mean something: deals, refusals and pivots of each kind are drawn."""
    seen: dict[str, int] = {}
    for rng, table, model in drawn(0):
        package = rng.choice(list(literal.everything(table)))
        told = ratification(model, np.array(numbers(model, package), np.int16))
        for one in told.refusals:
            kind = {0: "none", 1: "one"}.get(len(one.pivotal), "many")
            kinds = [
                f"pivotal {kind}",
                "veto" if any(model.groups[v.group].veto and not v.yes for v in one.votes) else "",
                "together" if one.smallest and len(one.smallest[0]) > 1 else "",
                "leader only" if one.ratified and one.votes else "",
                "home only" if not one.ratified and not one.short and not one.red_lines else "",
                "never" if one.nearest is not None and one.nearest.change is None else "",
                "far" if one.nearest and one.nearest.change and one.nearest.looked > 1 else "",
            ]
            for kind in kinds:
                seen[kind] = seen.get(kind, 0) + 1
        seen["passes"] = seen.get("passes", 0) + told.passes
        seen["others"] = seen.get("others", 0) + bool(told.others_lines)
    del seen[""]
    assert len(seen) == 11
    assert min(seen.values()) >= 3


@pytest.mark.parametrize("size", [1, 3, 4, 7, 100])
def test_stretches_hold_every_package_once_in_order(size: int) -> None:
    shape = (2, 3, 1, 4)
    rng = np.random.default_rng(size)
    added = [rng.integers(0, 100, many) for many in shape]
    found = list(stretches(shape, size))
    choices = np.concatenate([one.choices() for one in found])
    assert choices.tolist() == [list(index) for index in np.ndindex(shape)]
    values = np.concatenate([one.values(added) for one in found])
    assert values.tolist() == sum(a[choices[:, k]] for k, a in enumerate(added)).tolist()
    for one in found:
        even = one.values(added) % 2 == 0
        assert one.where(even, 2).tolist() == one.choices()[even][:2].tolist()


def two_groups(*groups: tuple[float, bool]) -> list[GroupModel]:
    return [GroupModel(0, f"g{n}", share, veto, (), 0) for n, (share, veto) in enumerate(groups)]


def test_lone_veto_is_pivotal() -> None:
    groups = two_groups((0.2, True), (0.8, False))
    assert not enough(groups, [1], 0.5)
    assert smallest_sets(groups, [1], 0.5) == ((0,),)


def test_what_is_ratified_needs_nobody_more() -> None:
    assert smallest_sets(two_groups((1.0, False)), [0], 0.5) == ()


def test_patterns_say_nothing_about_packages() -> None:
    with pytest.raises(ValueError, match="a pattern says nothing"):
        literal.true(Pattern("Y"), ("i0.o0",))


@pytest.mark.parametrize(("short", "accepted"), [(CELL // 2, True), (CELL // 2 + 1, False)])
@pytest.mark.parametrize("no_deal", [7 * CELL, 7 * CELL + CELL // 2, 8 * CELL - 1])
def test_who_accepts_is_one_question_here_and_in_the_zone(
    no_deal: int, short: int, accepted: bool
) -> None:
    model = replace(
        compiled(0)[1],
        issues=("i",), questions=("i",), outcomes=(("i.o",),), outcome_texts=(("O",),),
        parties=("a",), party_names=("A",), signers=(0,), thresholds=(0.5,), linked=(),
        infeasible=(), red_lines=(), worth=(np.array([[no_deal - short]]),),
        no_deal=np.array([no_deal]), groups=(),
    )  # fmt: skip
    group = GroupModel(0, "g", 1.0, True, (np.array([no_deal - short]),), no_deal)
    for one in (model, replace(model, groups=(group,))):
        found = win_sets(one)
        sizes = [found.parties[0].size, found.zone, found.deals, solve(one).zone]
        assert sizes == [int(accepted)] * 4
        told = ratification(one, np.array([0], np.int16))
        assert told.passes is accepted
        assert [no.short for no in told.refusals] == [CELL] * (not accepted)
        assert all(vote.yes is accepted for no in told.refusals for vote in no.votes)


def test_threshold_is_reached_in_spite_of_noise() -> None:
    groups = two_groups((0.1, False), (0.2, False), (0.7, False))
    assert enough(groups, [0, 1], 0.3)
    assert not enough(groups, [0, 1], 0.3001)


def test_smallest_sets_hold_every_veto_that_is_missing() -> None:
    groups = two_groups((0.0, True), (0.4, False), (0.4, False), (0.2, True))
    assert smallest_sets(groups, [], 0.5) == ((0, 1, 3), (0, 2, 3))


def test_many_groups_list_some_of_the_smallest_sets() -> None:
    groups = two_groups(*[(1 / 30, False)] * 30)
    found = smallest_sets(groups, [], 0.5)
    assert len(found) == 30
    assert all(len(one) == 15 and enough(groups, one, 0.5) for one in found)


def test_cheapest_set_may_be_larger_than_the_smallest() -> None:
    groups = two_groups((0.5, False), (0.25, False), (0.25, False))
    votes = [Vote(0, False, 9), Vote(1, False, 4), Vote(2, False, 4)]
    assert cheapest_set(groups, votes, 0.5) == ((1, 2), 8)
    assert smallest_sets(groups, [], 0.5) == ((0,),)


def test_equally_cheap_sets_give_the_one_of_fewest_groups() -> None:
    groups = two_groups((0.25, False), (0.25, False), (0.5, False))
    votes = [Vote(0, False, 4), Vote(1, False, 4), Vote(2, False, 8)]
    assert cheapest_set(groups, votes, 0.5) == ((2,), 8)


def test_shares_that_cannot_reach_the_threshold_have_no_set() -> None:
    groups = two_groups((0.2, False))
    assert smallest_sets(groups, [], 0.5) == ()
    assert cheapest_set(groups, [Vote(0, False, 1)], 0.5) == ((), 0)


def large(issues: int, outcomes: int, no_deal: int = 5 * 10**14) -> TableModel:
    """Two parties of one mind that want the opposite in every issue."""
    ids = tuple(f"i{k}" for k in range(issues))
    step = 10**15 // (issues * (outcomes - 1))
    worth = np.stack([np.arange(outcomes) * step, np.arange(outcomes)[::-1] * step], axis=1)
    options = tuple(tuple(f"{i}.o{n}" for n in range(outcomes)) for i in ids)
    return TableModel(
        issues=ids,
        questions=ids,
        outcomes=options,
        outcome_texts=options,
        parties=("a", "b"),
        party_names=("Alba", "Bora"),
        worth=(worth,) * issues,
        linked=(),
        no_deal=np.array([no_deal, no_deal]),
        infeasible=(),
        red_lines=(),
        signers=(0, 1),
        thresholds=(0.5, 0.5),
    )


def test_large_tables_are_counted_by_halves() -> None:
    found = win_sets(large(8, 11, no_deal=10**15 - 10**13))
    # Of 11^8 packages, one gives all steps but none and eight give all but one.
    assert [one.size for one in found.parties] == [1, 1]
    assert (found.zone, found.deals, len(found.rows)) == (None, None, 0)
    small = large(4, 5)
    least = 5 * 10**14
    sums = sum(small.worth[0][choices, 0] for choices in next(blocks(small, 1_000)).T)
    assert count_sums([part[:, 0] for part in small.worth], least) == int((sums >= least).sum())


def test_tables_beyond_counting_still_say_whether_a_win_set_is_empty() -> None:
    huge = large(30, 10)
    first = win_sets(huge).parties[0]
    assert (first.size, first.empty) == (None, False)
    none = win_sets(replace(huge, no_deal=np.array([2 * 10**15, 0])))
    assert [(one.size, one.empty) for one in none.parties] == [(0, True), (10**30, False)]
    ruled = replace(huge, red_lines=(RedLine(0, Taken("i0.o0"), "i0.o0"),))
    assert [one.empty for one in win_sets(ruled).parties] == [None, False]


def test_search_for_a_change_ends() -> None:
    model = replace(large(30, 10), no_deal=np.array([10**15, 10**15]))
    told = ratification(model, np.zeros(30, np.int16))
    assert told.nearest is not None
    assert (told.nearest.change, told.nearest.looked) == (None, 2)
    assert ratification_text(model, told) == [
        "To Alba it would be worth 1.00 less than no deal. No change of 2 issues or fewer would "
        "satisfy Alba; more were not tried."
    ]


def test_unknown_parties_and_groups_are_told() -> None:
    model, row = divided(), np.array([0, 0], np.int16)
    with pytest.raises(CallError, match="unknown-party: `c` is no party that must sign"):
        ratification_chance(model, row, {"c": {}})
    with pytest.raises(CallError, match="unknown-group: a has no group `navy`"):
        ratification_chance(model, row, {"a": {"navy": 0.5}})
    with pytest.raises(CallError, match="bad-number: army is"):
        ratification_chance(model, row, {"a": {"army": 1.5}})
    with pytest.raises(CallError, match="b has no group `army`"):
        ratification_chance(model, row, {"b": {"army": 0.5}})


def test_chance_without_chances_is_the_vote() -> None:
    model = divided()
    for choice, chance in ((0, 0.0), (2, 1.0)):
        row = np.array([choice, 0], np.int16)
        assert ratification_chance(model, row, {}) == {"a": chance, "b": 1.0}
    mixed = ratification_chance(model, row, {"a": {"army": 0.25, "ministry": 0.5}})
    assert mixed == {"a": 0.125, "b": 1.0}


def divided() -> TableModel:
    """Two issues of three outcomes; inside a, an army with a veto and a ministry."""
    base = large(2, 3, no_deal=4 * 10**14)
    army = (np.array([0, 5 * 10**14, 10**15]), np.zeros(3, np.int64))
    ministry = (np.array([0, 0, 10**14]), np.array([0, 9 * 10**14, 0]))
    return replace(
        base,
        groups=(
            GroupModel(0, "army", 0.4, True, army, 5 * 10**14),
            GroupModel(0, "ministry", 0.6, False, ministry, 10**14),
        ),
        red_lines=(RedLine(1, Taken("i0.o2"), "i0.o2"),),
    )


def test_win_sets_in_words_and_as_json() -> None:
    found = win_sets(divided())
    assert win_sets_content(found) == {
        "parties": {
            "a": {"size": 4, "empty": False, "groups": 2},
            "b": {"size": 5, "empty": False, "groups": 0},
        },
        "two_levels": {"zone": 2, "deals": 1},
    }
    assert win_sets_text(found) == [
        "Inside Alba, 4 of 9 packages would win enough votes.",
        "Bora would accept 5 of 9 packages.",
        "Of the 2 packages in the zone of agreement, 1 would also win enough votes inside Alba.",
    ]


WORDS = {
    (0, 0): [
        "To Alba it would be worth 0.40 less than no deal. Inside Alba, the army (with a veto) and "
        "the ministry would say no: 0 % of the votes are for it, and 50 % are needed. Nobody's yes "
        "alone would turn that; it would take the army and the ministry together. To say yes, the "
        "army and the ministry would need 0.60 more in value in sum. Alba would accept it with "
        "this change: i0: i0.o2. That would cost Bora 0.50.",
        "Changed least, it would pass with all who must sign with this: i0: i0.o1; i1: i1.o1.",
    ],
    (1, 0): [
        "To Alba it would be worth 0.15 less than no deal. Inside Alba, the ministry would say no: "
        "40 % of the votes are for it, and 50 % are needed. The yes of the ministry alone would "
        "turn that. To say yes, the ministry would need 0.10 more in value. Alba would accept it "
        "with this change: i1: i1.o1. That would cost Bora 0.25.",
    ],
    (1, 1): ["All who must sign would accept it, and it would win enough votes inside Alba."],
    (1, 2): [
        "Inside Alba, the ministry would say no: 40 % of the votes are for it, and 50 % are "
        "needed. The yes of the ministry alone would turn that. To say yes, the ministry would "
        "need 0.10 more in value. Alba would accept it with this change: i1: i1.o1. That would "
        "cost Bora nothing.",
        "To Bora it would be worth 0.15 less than no deal. Bora would accept it with this change: "
        "i0: i0.o0. That would cost Alba 0.25.",
        "Changed least, it would pass with all who must sign with this: i1: i1.o1.",
    ],
    (2, 0): [
        "It crosses a red line of Bora: i0: i0.o2. Bora would accept it with this change: i0: "
        "i0.o1. That would cost Alba 0.25.",
        "Changed least, it would pass with all who must sign with this: i0: i0.o1; i1: i1.o1.",
    ],
}


@pytest.mark.parametrize("row", WORDS)
def test_refusals_in_words(row: tuple[int, int]) -> None:
    model = divided()
    assert ratification_text(model, ratification(model, np.array(row, np.int16))) == WORDS[row]


def test_a_veto_against_enough_votes_is_told_as_such() -> None:
    model = divided()
    told = ratification_text(model, ratification(model, np.array([0, 1], np.int16)))
    assert told == [
        "To Alba it would be worth 0.15 less than no deal. Inside Alba, the army (with a veto) "
        "would say no. The other votes would be enough, but not against a veto. The yes of the "
        "army alone would turn that. To say yes, the army would need 0.50 more in value. Alba "
        "would accept it with this change: i0: i0.o1. That would cost Bora 0.25."
    ]


def test_losses_of_several_others_are_told_in_sum() -> None:
    base = large(2, 3, no_deal=4 * 10**14)
    model = replace(
        base,
        parties=("a", "b", "c"),
        party_names=("Alba", "Bora", "United States"),
        worth=tuple(np.concatenate([part, part[:, 1:]], axis=1) for part in base.worth),
        no_deal=np.full(3, 4 * 10**14),
        signers=(0, 1, 2),
    )
    told = ratification_text(model, ratification(model, np.array([0, 0], np.int16)))
    assert told[0].endswith("That would cost Bora and the United States 1.00 in sum.")
    told = ratification_text(model, ratification(model, np.array([2, 2], np.int16)))
    assert " The United States would accept it with this change" in told[1]
    alone = replace(model, signers=(0,))
    told = ratification_text(alone, ratification(alone, np.array([0, 0], np.int16)))
    assert told[0].endswith("this change: i1: i1.o2.")


def test_refusal_as_json() -> None:
    model = divided()
    told = ratification_content(model, ratification(model, np.array([0, 1], np.int16)))
    change = {"issues": {"i0": "o1"}, "loss": 0.25, "none_up_to": 0}
    votes = [
        {"group": "army", "says": "no", "share": 0.4, "veto": True, "short": 0.5},
        {"group": "ministry", "says": "yes", "share": 0.6, "veto": False, "short": 0.0},
    ]
    assert told == {
        "passes": False,
        "refused_by": [
            {
                "party": "a",
                "short": 0.15,
                "red_lines": [],
                "votes": votes,
                "ratified": False,
                "yes": 0.6,
                "threshold": 0.5,
                "pivotal": ["army"],
                "smallest": [["army"]],
                "side_payment": {"groups": ["army"], "total": 0.5},
                "change": change,
            }
        ],
        "nearest": change,
    }
    huge = replace(large(30, 10), no_deal=np.array([10**15, 10**15]))
    none = ratification_content(huge, ratification(huge, np.zeros(30, np.int16)))
    assert none["nearest"] == {"issues": None, "loss": None, "none_up_to": 2}


def test_one_can_ask_without_a_search() -> None:
    model = divided()
    told = ratification(model, np.array([0, 1], np.int16), search=False)
    assert (told.nearest, told.refusals[0].nearest) == (None, None)
    assert "change" not in ratification_content(model, told)["refused_by"][0]
    assert ratification_text(model, told)[0].endswith("0.50 more in value.")


def test_a_table_of_one_mind_is_told_without_a_second_level() -> None:
    model = large(2, 3)
    assert win_sets_text(win_sets(model)) == [
        "Alba would accept 6 of 9 packages.",
        "Bora would accept 6 of 9 packages.",
    ]
    told = ratification(model, np.array([1, 1], np.int16))
    assert ratification_text(model, told) == ["All who must sign would accept it."]


def test_pivotal_groups_are_named_together_where_any_will_do() -> None:
    model = divided()
    thirds = tuple(replace(model.groups[0], id=f"bank_{n}", share=s, veto=False)
                   for n, s in enumerate((0.6, 0.4)))  # fmt: skip
    either = replace(model, groups=thirds, thresholds=(0.4, 0.5))
    told = " ".join(ratification_text(either, ratification(either, np.zeros(2, np.int16))))
    assert "The yes of any one of these alone would turn that: the bank 0 and the bank 1." in told
    quarters = tuple(replace(model.groups[0], id=f"g{n}", share=0.25, veto=False) for n in range(4))
    some = replace(model, groups=quarters)
    told = " ".join(ratification_text(some, ratification(some, np.zeros(2, np.int16))))
    assert (
        "Nobody's yes alone would turn that; it would take the g0 and the g1 together, or another "
        "of 5 sets as small." in told
    )


def test_words_for_a_zone_that_passes_as_a_whole() -> None:
    easy = tuple(replace(group, no_deal=0) for group in divided().groups)
    assert win_sets_text(win_sets(replace(divided(), groups=easy)))[-1] == (
        "All 2 packages in the zone of agreement would also win enough votes inside Alba."
    )


def test_words_for_what_is_empty_or_not_counted() -> None:
    model = divided()
    high = tuple(replace(group, no_deal=2 * 10**15) for group in model.groups)
    none = replace(model, groups=high, no_deal=np.array([0, 2 * 10**15]))
    assert win_sets_text(win_sets(none)) == [
        "Inside Alba, no package at all would win enough votes.",
        "Bora would accept no package at all.",
    ]
    inside = replace(model, groups=high)
    assert win_sets_text(win_sets(inside))[-1] == (
        "No package in the zone of agreement would also win enough votes inside Alba."
    )
    huge = replace(large(30, 10), groups=(GroupModel(0, "g", 1.0, False, (), 0),))
    assert win_sets_text(win_sets(huge)) == [
        "How many packages Alba would accept is not counted: they are too many.",
        "How many packages Bora would accept is not counted: they are too many.",
        "Which packages would also win enough votes inside Alba is not counted: they are too many.",
    ]
    assert win_sets_text(win_sets(large(8, 11, no_deal=10**15 - 10**13)))[0] == (
        "So many packages Alba would accept: 1."
    )


def test_the_only_package_of_the_zone_is_told_as_one() -> None:
    model = replace(divided(), no_deal=np.array([5 * 10**14, 5 * 10**14]), red_lines=())
    only = replace(model, infeasible=(Not(And((Taken("i0.o1"), Taken("i1.o1")))),))
    assert win_sets_text(win_sets(only))[-1] == (
        "The one package in the zone of agreement would also win enough votes inside Alba."
    )


def test_red_lines_of_others_and_packages_that_cannot_be_do_not_pass() -> None:
    model = replace(divided(), signers=(0,), infeasible=(Taken("i1.o1"),))
    told = ratification(model, np.array([2, 0], np.int16))
    assert (told.refusals, told.others_lines, told.passes) == ((), (0,), False)
    assert ratification_text(model, told)[0] == "It crosses a red line of Bora: i0: i0.o2."
    assert not ratification(model, np.array([1, 1], np.int16)).feasible


def test_a_package_that_nothing_mends_is_told() -> None:
    model = replace(divided(), no_deal=np.array([0, 2 * 10**15]))
    told = ratification_text(model, ratification(model, np.array([1, 1], np.int16)))
    assert told == [
        "To Bora it would be worth 1.50 less than no deal. No change of it would satisfy Bora."
    ]
