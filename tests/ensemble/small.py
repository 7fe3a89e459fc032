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
