"""The table of the bundled example: what could be agreed that morning, with a reason for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import pytest

from detente.dossier import Dossier, load
from detente.dossier.expression_text import parts
from detente.dossier.expressions import Expression, Taken
from detente.dossier.reasons import Reason
from detente.dossier.standoff import Clause, Standoff
from detente.dossier.table import ByNumbers, ByOrder, Side, Table
from tests.examples.literal import central, feasible_packages, feasible_states, holds, worth
from tests.examples.test_syria import FOLDER

TODAY = frozenset(
    ["assad.later", "terrorists.later", "air_force.free", "aid.asis", "truce.none", "strikes.none"]
)
"""Today's state of things in the terms of the table, as far as the table can say it."""


@pytest.fixture(scope="module")
def syria() -> Dossier:
    return load(FOLDER)


@pytest.fixture(scope="module")
def standoff(syria: Dossier) -> Standoff:
    return syria.require_standoff()


@pytest.fixture(scope="module")
def table(syria: Dossier) -> Table:
    return syria.require_table()


@pytest.fixture(scope="module")
def packages(table: Table) -> list[frozenset[str]]:
    return feasible_packages(table)


def named(expression: Expression) -> set[str]:
    """Return the names in `expression`."""
    if isinstance(expression, Taken):
        return {expression.option}
    return set().union(*map(named, parts(expression)))


def targets(
    table: Table, standoff: Standoff, states: list[frozenset[str]], package: frozenset[str]
) -> list[frozenset[str]]:
    """Return the states that carry `package` out and are otherwise as today."""
    wants = [want for need in table.needs if need.outcome in package for want in need.wants]
    asked = set().union(*(named(want.expression) for want in wants))
    assert standoff.status_quo is not None
    rest, order = standoff.status_quo.taken - asked, tuple(o.id for o in standoff.options)
    return [
        state
        for state in states
        if state - asked == rest and all(holds(w.expression, state, order) for w in wants)
    ]


class TestWhatIsOnTheTable:
    def test_issues(self, table: Table) -> None:
        questions = {issue.id: issue.question or "" for issue in table.issues}
        assert "Assad" in questions["assad"]
        assert "terrorist" in questions["terrorists"]
        assert "air force" in questions["air_force"]
        assert "aid" in questions["aid"]
        assert "truce" in questions["truce"]
        assert "how long" in questions["truce"]
        assert "Nusra" in questions["strikes"]
        assert all(question.endswith("?") for question in questions.values())

    def test_an_outcome_reads_as_an_answer(self, table: Table) -> None:
        for outcome in table.outcomes:
            assert len(outcome.text) <= 70
            assert outcome.text[0].isupper()
            assert not outcome.text.endswith(".")
        assert len({(o.issue, o.text) for o in table.outcomes}) == len(table.outcomes)

    def test_a_table_that_people_can_look_through(self, packages: list[frozenset[str]]) -> None:
        assert len(packages) == 1188
        assert TODAY in packages

    def test_who_signs_who_must_comply_and_who_can_spoil(
        self, table: Table, standoff: Standoff
    ) -> None:
        assert [member.party for member in table.must_sign] == ["us", "russia"]
        assert [member.party for member in table.must_comply] == ["damascus", "opposition"]
        spoilers = {"backers", "nusra"}
        assert spoilers < set(standoff.players)
        asked = {o.split(".")[0] for need in table.needs for w in need.wants for o in named_in(w)}
        assert not spoilers & asked
        assert "backers" in table.sides

    def test_red_lines_are_drawn_by_signatories_alone(self, table: Table) -> None:
        drawn = {party for party, side in table.sides.items() if side.red_lines}
        assert drawn == {"us", "russia"}

    def test_no_party_rules_everything_out(
        self, table: Table, packages: list[frozenset[str]]
    ) -> None:
        lines = [line for side in table.sides.values() for line in side.red_lines]
        crossed = [{p for p in packages if holds(line.expression, p, ())} for line in lines]
        assert all(crossed)
        assert len(set().union(*crossed)) < len(packages)


def named_in(want: Clause) -> set[str]:
    """Return the options in the expression of a want."""
    return named(want.expression)


def part(side: Side, outcome: str) -> float:
    """Return what `outcome` adds to the worth of a package for `side`."""
    issue = outcome.split(".")[0]
    whole = sum(weight.middle for weight in side.weights.values())
    return side.weights[issue].middle / whole * central(side.values[issue], outcome)


def reasons(syria: Dossier, side: Side) -> Iterator[tuple[str, Reason]]:
    """Yield the reason of all that is written about what `side` wants, with what it is of."""
    top = ("negotiation", "parties", side.party)
    yield "itself", side.reason
    yield "weights", syria.reasons[(*top, "weights")]
    yield from ((f"values.{issue}", values.reason) for issue, values in side.values.items())
    yield from ((f"linked {one.clause.text}", one.amount.reason) for one in side.linked)
    yield from ((f"red line {line.text}", line.reason) for line in side.red_lines)
    assert side.no_deal is not None
    yield "no_deal", side.no_deal.reason
    yield from ((f"group {group.id}", group.reason) for group in side.groups)


class TestReasons:
    def test_every_entry_says_why(self, syria: Dossier, table: Table) -> None:
        found = [
            (f"{side.party}: {what}", reason)
            for side in table.sides.values()
            for what, reason in reasons(syria, side)
        ]
        found += [(clause.text, clause.reason) for clause in table.infeasible]
        found += [(need.outcome, need.reason) for need in table.needs]
        assert len(found) > 60
        for what, reason in found:
            assert reason.because, what
            assert reason.evidence or reason.judgement, what

    def test_quotes_stand_in_their_sources_and_judgements_do_not_hide(self, syria: Dossier) -> None:
        inside = [reason for path, reason in syria.reasons.items() if path[0] == "negotiation"]
        quotes = [piece for reason in inside for piece in reason.evidence]
        assert len(quotes) > 40
        assert all(piece.span is not None for piece in quotes)
        assert sum(reason.judgement for reason in inside) >= 20
        assert {piece.source for piece in quotes} == set(syria.sources)

    def test_guesses_are_written_as_guesses(self, table: Table) -> None:
        for side in table.sides.values():
            assert all(weight.low < weight.high for weight in side.weights.values())
            assert side.no_deal is not None
            assert side.no_deal.low < side.no_deal.high
            values = list(side.values.values())
            assert any(isinstance(v, ByOrder) for v in values) or side.party == "us"
            amounts = chain(*(v.amounts.values() for v in values if isinstance(v, ByNumbers)))
            assert any(amount.low < amount.high for amount in amounts)
        lines = [line for side in table.sides.values() for line in side.red_lines]
        assert sum(line.reason.sure < 1 for line in lines) >= 3

    def test_moscow_is_read_as_in_the_conflict(self, table: Table) -> None:
        """The plain run takes the hard reading in both; the softer one is left open in both."""
        (line,) = (x for x in table.sides["russia"].red_lines if x.text == "assad.interim")
        assert line.reason.sure == 0.5

    def test_the_two_departments(self, table: Table) -> None:
        groups = {group.id: group for group in table.sides["us"].groups}
        assert {"white_house", "state_department", "pentagon"} == set(groups)
        assert [name for name, group in groups.items() if group.veto] == ["white_house"]
        assert all(groups[name].reason.evidence for name in ("state_department", "pentagon"))
        assert not table.sides["russia"].groups

    def test_the_main_quarrel_divides_the_signatories_most(self, table: Table) -> None:
        """What they cannot both have of an issue, whatever is chosen, is largest for Assad."""
        lost = {}
        for issue in table.issues:
            parts_of = {
                member.party: {o.id: part(table.sides[member.party], o.id) for o in issue.outcomes}
                for member in table.must_sign
            }
            best = sum(max(worths.values()) for worths in parts_of.values())
            lost[issue.id] = best - max(
                sum(worths[o.id] for worths in parts_of.values()) for o in issue.outcomes
            )
        assert max(lost, key=lost.__getitem__) == "assad"

    def test_no_deal_is_set_about_what_today_is_worth(self, table: Table) -> None:
        told = 0
        for party, side in table.sides.items():
            assert side.no_deal is not None
            said = re.search(r"about (0\.\d\d)", side.no_deal.reason.because or "")
            assert said is not None, party
            assert float(said[1]) == round(worth(side, TODAY), 2), party
            told += side.no_deal.low <= float(said[1]) <= side.no_deal.high
        assert told >= 3


class TestNeeds:
    def test_every_package_can_be_carried_out_in_one_state(
        self, table: Table, standoff: Standoff, packages: list[frozenset[str]]
    ) -> None:
        states = feasible_states(standoff)
        wanted = {need.outcome for need in table.needs}
        by_wants = {package & wanted: package for package in packages}
        assert len(by_wants) > 50
        for package in by_wants.values():
            assert len(targets(table, standoff, states, package)) == 1, sorted(package)

    def test_what_takes_no_step_leaves_all_as_today(self, table: Table, standoff: Standoff) -> None:
        words = (TODAY - {"assad.later"}) | {"assad.stays"}
        (state,) = targets(table, standoff, feasible_states(standoff), words)
        assert standoff.status_quo is not None
        assert state == standoff.status_quo.taken - {"us.insist"}

    def test_the_bargain_under_discussion_leads_to_the_state_of_that_name(
        self, table: Table, standoff: Standoff
    ) -> None:
        package = frozenset(
            [
                "assad.later",
                "terrorists.beside",
                "air_force.areas",
                "aid.free",
                "truce.weeks",
                "strikes.joint",
            ]
        )
        (state,) = targets(table, standoff, feasible_states(standoff), package)
        pattern = "".join("Y" if o.id in state else "N" for o in standoff.options)
        names = {name.clause.text: name.name for name in standoff.names}
        assert names[pattern] == (
            "The bargain between the powers, with the sieges lifted and talks resumed"
        )

    def test_two_weeks_are_february_s_and_nothing_of_a_later_date(self, syria: Dossier) -> None:
        (february,) = (
            piece
            for path, reason in syria.reasons.items()
            if path[0] == "negotiation"
            for piece in reason.evidence
            if "two weeks" in piece.quote
        )
        assert "In February" in february.quote
