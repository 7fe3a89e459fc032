"""The check of an answer finds every kind of mistake, and says how far it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import pytest

from detente.dossier import Dossier, loads
from detente.negotiation.compile import table_model
from detente.negotiation.concessions import Concession, concessions
from detente.negotiation.solve import Front, Solution, Solved, solve
from detente.negotiation.verify import check_deals
from tests.negotiation.tables import random_dossier

TEXT = """detente: 1
title: A small table
parties: {a: {name: A}, b: {name: B}}
negotiation:
  issues:
    x: {outcomes: {x0: X0, x1: X1, x2: X2}}
    y: {outcomes: {y0: Y0, y1: Y1, y2: Y2}}
    z: {outcomes: {z0: Z0, z1: Z1}}
  parties:
    a: {weights: {x: 2, y: 1, z: 1}, no_deal: NO_DEAL,
        values: {x: {x0: 0, x1: 0.6, x2: 1}, y: {y0: 0, y1: 0.5, y2: 1}, z: {z0: 0.1, z1: 1}}}
    b: {weights: {x: 1, y: 2, z: 1}, no_deal: 0.3, red_lines: [x.x2 and y.y2 and z.z1],
        values: {x: {x0: 1, x1: 0.7, x2: 0}, y: {y0: 1, y1: 0.5, y2: 0}, z: {z0: 1, z1: 0}}}
"""


@dataclass
class Answer:
    """What `deals` answers, as far as the check looks at it."""

    solved: Solved
    concessions: tuple[Concession, ...]


def answered(no_deal: float = 0.3) -> tuple[Dossier, Answer]:
    dossier = loads(TEXT.replace("NO_DEAL", str(no_deal)))
    model = table_model(dossier.require_table())
    return dossier, Answer(solve(model), concessions(model))


def test_right_answers_are_found_right() -> None:
    for seed in range(40):
        dossier = random_dossier(Random(seed), high_no_deal=0.8)
        model = table_model(dossier.require_table())
        weights = {model.parties[model.signers[0]]: 2.0} if seed % 2 else None
        answer = Answer(solve(model, weights), concessions(model))
        for budget in (20_000, 0):
            checked = check_deals(answer, dossier, budget)
            assert checked.agrees, (seed, budget, checked.to_text())
            assert checked.complete == (budget > 0)


def test_noise_on_both_sides_of_a_rounded_digit_is_no_difference() -> None:
    text = """
detente: 1
title: Noise
parties: {a: {name: A}, b: {name: B}}
negotiation:
  issues: {x: {outcomes: {low: Low, high: High}}}
  parties:
    a: {weights: {x: 1}, values: {x: {low: 0.3000000000004, high: 0.3000000000006}},
        no_deal: 0.3000000000008}
    b: {weights: {x: 1}, values: {x: {low: 0.5, high: 0.5}}, no_deal: 0.1}
"""
    dossier = loads(text)
    model = table_model(dossier.require_table())
    solved = solve(model)
    assert (solved.zone, solved.frontier.packages) == (2, 2)
    assert check_deals(Answer(solved, ()), dossier).agrees


def one_row_less(front: Front) -> Front:
    return replace(front, points=front.points[1:], counts=front.counts[1:])


def shifted(solution: Solution) -> Solution:
    return replace(solution, worth=solution.worth + 10**9)


def other_row(solution: Solution) -> Solution:
    return replace(solution, choices=np.zeros_like(solution.choices))


def other_solution(name: str, change: Callable[[Solution], Solution]) -> Callable[[Solved], Solved]:
    """Return the mistake of giving another answer for one solution."""

    def mistaken(solved: Solved) -> Solved:
        return replace(solved, solutions={**solved.solutions, name: change(solved.solutions[name])})

    return mistaken


def raised_ideal(solved: Solved) -> Solved:
    assert solved.ideal is not None
    return replace(solved, ideal=solved.ideal + np.array([10**6, 0]))


MISTAKES: dict[str, Callable[[Solved], Solved]] = {
    "packages": lambda s: replace(s, packages=s.packages + 1),
    "zone": lambda s: replace(s, zone=1),
    "frontier": lambda s: replace(s, frontier=one_row_less(s.frontier)),
    "frontier_all": lambda s: replace(s, frontier_all=one_row_less(s.frontier_all)),
    "ideal": lambda s: replace(s, ideal=None),
    "ideal, a": raised_ideal,
    "nash": other_solution("nash", other_row),
    "kalai_smorodinsky": other_solution("kalai_smorodinsky", other_row),
    "egalitarian": other_solution("egalitarian", other_row),
    "utilitarian": other_solution("utilitarian", other_row),
    "nash, ": other_solution("nash", shifted),
}


@pytest.mark.parametrize("where", MISTAKES)
def test_every_mistake_is_found(where: str) -> None:
    dossier, answer = answered()
    assert check_deals(answer, dossier).agrees
    checked = check_deals(replace(answer, solved=MISTAKES[where](answer.solved)), dossier)
    assert not checked.agrees
    assert all(found.what.startswith(where) for found in checked.differences)
    text = checked.to_text()
    assert "All 18 packages were listed" in text
    assert f"{where}" in text
    told = checked.to_dict()
    assert told["agrees"] is False
    assert told["complete"] is True
    assert len(told["disagreements"]) == len(checked.differences)


@pytest.mark.parametrize("where", ["nash", "egalitarian", "utilitarian", "kalai_smorodinsky"])
def test_a_sample_finds_a_deal_that_a_small_change_betters(where: str) -> None:
    dossier, answer = answered()
    checked = check_deals(
        replace(answer, solved=MISTAKES[where](answer.solved)), dossier, budget=10
    )
    assert not checked.agrees
    assert not checked.complete
    assert "There are too many packages (18) to list them all" in checked.to_text()


def test_wrong_concessions_are_found() -> None:
    dossier, answer = answered(no_deal=0.95)
    assert {c.kind for c in answer.concessions} == {"reservation"}
    assert check_deals(answer, dossier).agrees
    first, *others = answer.concessions
    assert first.amount is not None
    wrong = replace(first, amount=first.amount - 10**12)
    checked = check_deals(replace(answer, concessions=(wrong, *others)), dossier)
    assert [found.what for found in checked.differences] == ["concession, a"]
    miscounted = replace(first, opens=99)
    checked = check_deals(replace(answer, concessions=(miscounted, *others)), dossier)
    assert [found.literal for found in checked.differences] == [str(first.opens)]
    invented = replace(first, kind="red line", line=0, amount=None, opens=3)
    checked = check_deals(replace(answer, concessions=(invented,)), dossier)
    assert [found.literal for found in checked.differences] == ["0"]


def test_a_concession_that_opens_nothing_is_found() -> None:
    text = (
        TEXT.replace("NO_DEAL", "0.3")
        .replace("x.x2 and y.y2 and z.z1", "not x.x2")
        .replace("no_deal: 0.3, red_lines", "no_deal: 1, red_lines")
    )
    dossier = loads(text.replace("a: {weights", "a: {red_lines: [x.x2], weights"))
    model = table_model(dossier.require_table())
    solved = solve(model)
    assert concessions(model) == ()
    invented = Concession("reservation", 0, 0, 10**14, None, 1, np.zeros(3, np.int16))
    checked = check_deals(Answer(solved, (invented,)), dossier)
    assert [(found.said, found.literal) for found in checked.differences] == [
        ("opens", "opens nothing")
    ]


def test_a_deal_that_cannot_be_is_found() -> None:
    answer = answered()[1]
    barred = loads(
        TEXT.replace("NO_DEAL", "0.3").replace(
            "  parties:\n    a:", "  infeasible: [x.x0 and y.y0 and z.z0]\n  parties:\n    a:"
        )
    )
    wrong = MISTAKES["nash"](answer.solved)
    checked = check_deals(wrong, barred)
    assert ("feasible", "infeasible") in {
        (found.said, found.literal) for found in checked.differences
    }
