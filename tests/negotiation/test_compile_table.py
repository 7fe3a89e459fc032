"""From the section to the model: numbers as written, orders, groups, and rules that go too far."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from detente.dossier import loads
from detente.errors import DossierError
from detente.negotiation import existence
from detente.negotiation.compile import central_values, compile_table, exact, worth_of
from detente.negotiation.existence import some_package
from detente.negotiation.model import UNIT, TableModel

TEXT = """detente: 1
title: Two powers and a truce
parties:
  us: {{name: United States}}
  russia: {{name: Russia}}
  rebels: {{name: Rebels}}
negotiation:
  issues:
    assad:
      question: What becomes of him?
      outcomes: {{stays: Stays, interim: Waits, leaves: Goes}}
    truce: {{outcomes: {{local: Local, nationwide: Everywhere}}}}
  infeasible: {infeasible}
  parties:
    us:
      weights: {{assad: [0.3, 0.5], truce: 0.6}}
      values:
        assad: {{stays: 0, interim: [0.5, 0.7], leaves: 1}}
        truce: {{local: 0.3, nationwide: 1}}
      no_deal: [0.3, 0.4]
      linked: {{"assad.interim and truce.nationwide": 0.1}}
    russia:
      weights: {{assad: 2, truce: 0}}
      values: {{assad: {{order: [stays, [interim, leaves]]}}}}
      red_lines: {red_lines}
      threshold: 0.6
      groups:
        army:
          share: 0.5
          veto: true
          no_deal: 0.7
          values: {{assad: {{order: [leaves, interim, stays]}}}}
        ministry: {{share: 0.5}}
  must_sign: [us]
  must_comply: [rebels]
"""


def model(infeasible: str = "[]", red_lines: str = "[]") -> TableModel:
    return compile_table(loads(TEXT.format(infeasible=infeasible, red_lines=red_lines)))


def shares(added: Any) -> list[list[float]]:
    return (added / UNIT).round(15).tolist()


def test_names_and_numbers_are_taken_as_written() -> None:
    found = model('["assad.leaves and truce.local"]', '["assad.leaves"]')
    assert found.issues == ("assad", "truce")
    assert found.questions == ("What becomes of him?", "truce")
    assert found.outcomes[1] == ("truce.local", "truce.nationwide")
    assert found.outcome_texts[0] == ("Stays", "Waits", "Goes")
    assert found.parties == ("us", "russia")
    assert found.party_names == ("United States", "Russia")
    assert shares(found.worth[0]) == [[0, 1], [0.24, 0], [0.4, 0]]
    assert shares(found.worth[1]) == [[0.18, 0], [0.6, 0]]
    assert found.no_deal.tolist() == [35 * UNIT // 100, 0]
    (linked,) = found.linked
    assert (linked.party, linked.amount) == (0, UNIT // 10)
    (line,) = found.red_lines
    assert (line.party, line.text) == (1, "assad.leaves")
    assert len(found.infeasible) == 1
    assert found.signers == (0,)
    assert found.compliers == ("rebels",)
    assert found.thresholds == (0.5, 0.6)
    assert (found.shape, found.combinations) == ((3, 2), 6)


def test_groups_have_values_of_their_own_and_else_those_of_the_party() -> None:
    army, ministry = model().groups
    assert (army.party, army.id, army.share, army.veto) == (1, "army", 0.5, True)
    assert shares(army.worth[0]) == [0, 0.5, 1]
    assert army.no_deal == 7 * UNIT // 10
    assert shares(ministry.worth[0]) == [1, 0, 0]
    assert (ministry.veto, ministry.no_deal) == (False, 0)


def test_decimals_are_exact() -> None:
    assert exact(0.1) + exact(0.2) == exact(0.3)
    third = worth_of([Fraction(1)] * 3, [[exact(0.1)], [exact(0.2)], [exact(0.7)]])
    assert abs(sum(int(added[0]) for added in third) - UNIT // 3) <= 1
    assert central_values(None, ["a", "b"]) == [0, 0]


@pytest.mark.parametrize(
    ("infeasible", "red_lines", "told"),
    [
        (
            '["assad.stays", "not assad.stays"]',
            '["assad.stays"]',
            [(13, "no-feasible-package")],
        ),
        (
            '["assad.interim"]',
            '["assad.stays or assad.leaves", "truce.local or truce.nationwide", "assad.stays"]',
            [(25, "red-line-everywhere"), (25, "red-line-everywhere")],
        ),
    ],
)
def test_rules_that_go_too_far_are_told(
    infeasible: str, red_lines: str, told: list[tuple[int, str]]
) -> None:
    with pytest.raises(DossierError) as caught:
        model(infeasible, red_lines)
    assert [(fault.line, fault.code) for fault in caught.value.faults] == told
    assert all(fault.remedy for fault in caught.value.faults)


def test_a_dossier_without_a_table_cannot_be_compiled() -> None:
    bare = loads("detente: 1\ntitle: Nothing\nparties: {us: {name: United States}}\n")
    with pytest.raises(DossierError, match="missing-section"):
        compile_table(bare)


def test_rules_over_more_than_is_looked_at_are_taken_to_leave_a_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = model()
    tree = loads(
        TEXT.format(infeasible='["assad.stays or truce.local", "truce.nationwide"]', red_lines="[]")
    ).require_table()
    rules = [clause.expression for clause in tree.infeasible]
    assert not some_package(found, rules)
    monkeypatch.setattr(existence, "BLOCK", 2)
    assert not some_package(found, rules)
    monkeypatch.setattr(existence, "LOOKED", 2)
    assert some_package(found, rules)
