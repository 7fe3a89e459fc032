"""A small dossier whose answers hang on guesses that can be followed by hand."""

from __future__ import annotations

from detente.dossier import Dossier, loads

VALLEY = """\
detente: 1
title: The valley
parties:
  north: {name: North}
  south: {name: South}
conflict:
  options:
    north: {dam: Build the dam}
    south: {road: Close the road}
  status_quo: []
  names: {"YY": The quarrel}
  preferences:
    north:
      statements:
        - {want: north.dam, sure: 0.7, judgement: true}
        - not south.road
    south:
      statements:
        - one_of: [south.road if north.dam, not south.road]
        - any_order: [not north.dam, south.road]
"""


def valley(*changes: tuple[str, str]) -> Dossier:
    """Return the dossier of the valley, each first text of `changes` replaced by its second."""
    text = VALLEY
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return loads(text)


SURE = (
    (", sure: 0.7, judgement: true", ""),
    ("one_of: [south.road if north.dam, not south.road]", "south.road if north.dam"),
    ("any_order: [not north.dam, south.road]", "not north.dam"),
)
"""Changes that leave nothing unsure."""

TALKS = """\
detente: 1
title: The valley at the table
parties:
  north: {name: North}
  south: {name: South}
  river: {name: River board}
conflict:
  options:
    north: {dam: Build the dam}
    south: {road: Close the road}
  status_quo: [north.dam, south.road]
  preferences:
    north:
      statements:
        - {want: not south.road, sure: 0.7, judgement: true}
        - north.dam
    south:
      statements:
        - not north.dam
        - one_of: [not south.road, south.road if north.dam]
negotiation:
  issues:
    dam: {question: "Which dam?", outcomes: {none: No dam, low: A low dam, high: A high dam}}
    road:
      question: "Which road?"
      outcomes: {shut: It stays shut, open: {is: It is opened, sure: 0.9}}
  infeasible: [{is: dam.none and road.shut, sure: 0.5}]
  parties:
    north:
      weights: {dam: [1, 3], road: 2}
      values: {dam: {order: [high, low, none]}, road: {shut: 0, open: 1}}
      no_deal: {is: 0.5, sure: 0.8}
      linked: {dam.low and road.open: {is: [0, 0.2], sure: 0.5}}
    south:
      weights: {dam: {is: 2, sure: 0.9}, road: 1}
      values: {dam: {none: 1, low: [0.2, 0.8], high: 0}, road: {shut: 1, open: 0}}
      no_deal: [0.1, 0.3]
      red_lines: [{is: dam.high, sure: 0.6}]
      groups:
        farmers: {share: 0.5, veto: true, no_deal: [0, 0.6]}
        traders: {share: 0.5}
  must_sign: [north, {is: south, sure: 0.9}]
  must_comply: [{is: south, sure: 0.5}]
  needs:
    dam.none: not north.dam
    road.open: {is: [{is: not south.road, sure: 0.9}], sure: 0.9}
"""
"""The valley with a table at which it could be settled, unsure of everything that can be."""

TABLE = (
    TALKS[: TALKS.index("conflict:")] + TALKS[TALKS.index("negotiation:") :].split("  needs:")[0]
)
"""The same without the conflict."""
