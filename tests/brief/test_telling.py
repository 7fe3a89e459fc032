"""Wishes are told so that nobody can take one party's part for another's."""

from __future__ import annotations

import pytest

from detente.conflict import compile_model
from detente.conflict.telling import Teller
from detente.dossier import loads
from detente.dossier.standoff import ByStatements

TEXT = """
detente: 1
title: Telling
parties: {{a: {{name: Alpha}}, b: {{name: Beta}}}}
conflict:
  options: {{a: {{x: Do x, bomb: Go on bombing}}, b: {{y: Do y}}}}
  status_quo: [a.bomb]
  preferences:
    a: {{statements: ["{wish}"]}}
    b: {{indifferent: true}}
"""


def told(wish: str, stops: bool = False) -> str:
    dossier = loads(TEXT.format(wish=wish))
    preference = dossier.require_standoff().preferences["a"]
    assert isinstance(preference, ByStatements)
    (clause,) = preference.entries
    return Teller(compile_model(dossier), stops).wish(clause.expression, 0)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("b.y and not a.x", "not to do x and Beta to do y"),
        ("b.y or a.x", "either to do x or Beta to do y"),
        ("not (b.y or a.x)", "not to do x and Beta not to do y"),
        ("b.y and (a.x or b.y)", "(either to do x or Beta to do y) and Beta to do y"),
        ("b.y and (b.y if a.x)", "Beta to do y and (Beta to do y, should Alpha do x)"),
        ("(b.y and a.x) if a.bomb", "(to do x and Beta to do y), should Alpha go on bombing"),
        ("b.y and Y--", "(to do x) and Beta to do y"),
        ("b.y and not (b.y if a.x)", "(to do x and Beta not to do y) and Beta to do y"),
    ],
)
def test_a_partys_own_part_comes_before_that_of_others(wish: str, words: str) -> None:
    assert told(wish) == words


def test_what_is_done_today_stops() -> None:
    assert told("not a.bomb", stops=True) == "to stop bombing"
    assert told("not a.bomb") == "not to go on bombing"
    assert told("a.bomb", stops=True) == "to go on bombing"
