"""Preferences by pairs and perceptions, as they are read and written."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from detente.dossier import json_schema, load, loads, save, with_value
from detente.dossier.expressions import If, Not, Taken
from detente.dossier.pair_reading import find_circle
from detente.dossier.standoff import ByPairs, ByRanking, ByStatements, Clause, Indifferent
from detente.errors import DossierError
from tests.dossier.example import EXAMPLE
from tests.dossier.test_schema import as_json, fits

PAIRS = EXAMPLE.replace(
    "{statements: [rebels.split, us.join, not russia.ground]}",
    "\n      pairs:\n        - [NYNN, NNNN]\n        - {is: [NNNN, YYNY], because: Said so,"
    " sure: 0.4}\n",
)
SEEN = """\
  perceptions:
    damascus: {preferences: {rebels: {indifferent: true}}}
    russia:
      because: It says so.
      judgement: true
      is:
        not_seen: [{is: split, because: Not in its reports, sure: 0.7}]
        preferences:
          rebels:
            statements:
              - want: not us.join if damascus.bomb
                because: A guess
                evidence: [{source: wire, quote: the bombing must stop first}]
          us: {ranking: [NNNN, NYNN, NNYN]}
"""


def test_pairs_keep_their_order_reasons_and_places(folder: Path) -> None:
    dossier = loads(PAIRS, folder)
    preference = dossier.require_standoff().preferences["russia"]
    assert isinstance(preference, ByPairs)
    first, second = preference.pairs
    assert (first.better, first.worse) == ("NYNN", "NNNN")
    assert (first.place.line, first.places[1].column) == (30, 18)
    assert (second.reason.because, second.reason.sure) == ("Said so", 0.4)
    whole = PAIRS.replace("pairs:\n", "pairs:\n        is:\n").replace("        - ", "          - ")
    whole = whole.replace("sure: 0.4}\n", "sure: 0.4}\n        because: All of it\n")
    assert loads(whole, folder).require_standoff().preferences["russia"].reason.because == (
        "All of it"
    )


def test_perceptions_by_party_in_the_order_of_players(folder: Path) -> None:
    dossier = loads(EXAMPLE + SEEN, folder)
    perceptions = dossier.require_standoff().perceptions
    assert list(perceptions) == ["russia", "damascus"]
    russia = perceptions["russia"]
    assert russia.reason.because == "It says so."
    (unseen,) = russia.not_seen
    assert (unseen.option, unseen.reason.sure) == ("rebels.split", 0.7)
    assert list(russia.preferences) == ["us", "rebels"]
    rebels = russia.preferences["rebels"]
    assert isinstance(rebels, ByStatements)
    (clause,) = rebels.entries
    assert isinstance(clause, Clause)
    assert clause.expression == If(Not(Taken("us.join")), Taken("damascus.bomb"))
    (evidence,) = clause.reason.evidence
    assert evidence.span is not None
    assert isinstance(russia.preferences["us"], ByRanking)
    assert isinstance(perceptions["damascus"].preferences["rebels"], Indifferent)
    assert loads(EXAMPLE, folder).require_standoff().perceptions == {}


def test_what_is_written_is_saved_and_read_again(folder: Path) -> None:
    for text in (PAIRS, EXAMPLE + SEEN):
        dossier = loads(text, folder)
        assert load(save(dossier, folder)) == dossier
    changed = with_value(dossier, ("conflict", "perceptions", "russia", "not_seen", 0), "us.join")
    assert "[{is: us.join, because: Not in its reports, sure: 0.7}]" in changed.text
    changed = with_value(changed, ("conflict", "perceptions", "damascus"), {"not_seen": ["ground"]})
    (unseen,) = changed.require_standoff().perceptions["damascus"].not_seen
    assert unseen.option == "russia.ground"
    pairs = with_value(
        loads(PAIRS, folder), ("conflict", "preferences", "russia", "pairs"), [["NNNN", "NYNN"]]
    )
    assert load(save(pairs, folder)) == pairs


@pytest.mark.parametrize(
    ("old", "new", "accepted"),
    [
        ("", "", True),
        ("[NYNN, NNNN]", "[NYNN]", False),
        ("[NYNN, NNNN]", "[NYNN, {is: NNNN, draft: true}]", True),
        ("[NYNN, NNNN]", "[NYNN, NNNN, NNNY]", False),
        ("[NYNN, NNNN]", "NYNN", False),
        ("not_seen: [", "unseen: [", False),
        ("want: not us", "wish: not us", False),
        ("us: {ranking", "us: {rank", False),
    ],
)
def test_the_schema_knows_both(old: str, new: str, accepted: bool) -> None:
    text = PAIRS + SEEN
    assert old in text
    assert fits(json_schema(), as_json(text.replace(old, new, 1))) is accepted


def test_a_circle_is_shown_and_long_ones_are_shortened(folder: Path) -> None:
    assert find_circle([("a", "b"), ("b", "c"), ("a", "c"), ("d", "a")]) == []
    assert find_circle([("x", "a"), ("a", "b"), ("b", "c"), ("c", "b")]) == ["b", "c"]
    labels = ["NNNN", "NYNN", "NNYN", "NNNY", "YNNY", "NYNY", "YYNY", "NNYY"]
    circle = [*pairwise(labels), (labels[-1], labels[0])]
    text = PAIRS[: PAIRS.index("        - [NYNN")]
    text += "".join(f"        - [{better}, {worse}]\n" for better, worse in circle)
    text += PAIRS[PAIRS.index("    damascus: {statements") :]
    with pytest.raises(DossierError) as caught:
        loads(text, folder)
    (fault,) = caught.value.faults
    assert fault.code == "pairs-circle"
    assert fault.message == (
        "the pairs run in a circle: NNNN is better than NYNN is better than NNYN is better than "
        "NNNY is better than YNNY is better than NYNY, and so on over 2 more, is better than NNNN"
    )
