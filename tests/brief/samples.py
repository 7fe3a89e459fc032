"""Dossiers for tests of the brief, and a look at every text of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.brief import Brief

SMALL = """
detente: 1
title: A small standoff
as_of: 2016-09-05
sources:
  wire: {title: Talks end without agreement, publisher: Own desk, published: 2016-09-05}
parties:
  us: {name: United States, kind: state, also: [Washington], backs: [rebels]}
  russia: {name: Russia, kind: state, backs: [damascus]}
  damascus: {name: Syrian government, kind: government}
  rebels: {name: Armed opposition, kind: armed group, note: Many groups}
  un: {name: United Nations}
conflict:
  options:
    us: {join: Strike jihadists jointly with Russia}
    russia: {ground: Make Damascus ground its aircraft}
    damascus: {bomb: Go on bombing opposition areas}
    rebels: {split: Separate from the jihadists}
  status_quo: [damascus.bomb]
  infeasible:
    - {is: russia.ground and damascus.bomb, because: Grounded aircraft do not bomb.,
       judgement: true}
    - us.join and not rebels.split
  one_way: {us.join: taken}
  names: {"--YN": The war goes on}
  preferences:
    us:
      statements:
        - us.join if rebels.split
        - {want: not damascus.bomb, because: It asks for this first., sure: 0.8,
           evidence: [{source: wire, quote: "the bombing must stop first"}]}
        - any_order: [rebels.split, russia.ground]
    russia: {statements: [rebels.split, us.join, not russia.ground]}
    damascus: {statements: [{want: damascus.bomb if not rebels.split, judgement: true, sure: 0.6}]}
    rebels: {ranking: ["NYNN", ["YYNY", "NYNY"], "NNNN", "NNNY", "YNNY", "NNYN", "NNYY", "YNYY"]}
record:
  positions:
    - {party: russia, about: us.join, stance: No agreement, until: the rebels are parted,
       evidence: [{source: wire, quote: until they are parted}]}
  talks:
    - {parties: [us, russia], level: ministers, place: Hangzhou, from: 2016-09-05, status: held,
       outcome: No agreement}
    - {parties: [us, russia], place: New York, from: 2016-09-18, status: unofficial}
  truces:
    - {declared: 2012-04-12, ended: 2012-05, fate: broken, brokered_by: un}
    - {declared: 2016-02-22, in_effect: 2016-02-27, ended: 2016-04/2016-07, fate: expired}
    - {parties: [damascus], terms: A local pause, fate: holds}
  statements:
    - {by: us, to: russia, act: accuse, content: Moscow has backed off, date: 2016-09-04,
       by_way_of: a spokesman}
  events: [{by: damascus, what: Its aircraft go on bombing, date: 2016-09, place: Aleppo}]
  support: [{by: us, to: rebels, what: arms, sure: 0.5}]
  figures:
    - {what: Deaths, low: 289000, since: 2011-03, as_of: 2016-09-05}
    - {what: deaths, best: 400000, as_of: 2016-04, counted_by: an envoy}
    - {what: Refugees, low: 4000000, high: 5000000, best: 4800000, unit: people, counted_by: UNHCR}
"""

DILEMMA = """
detente: 1
title: Dilemma
parties: {a: {name: Alpha}, b: {name: Beta}}
conflict:
  options: {a: {arm: Arm}, b: {arm: Arm}}
  status_quo: []
  preferences: {a: {ranking: [YN, NN, YY, NY]}, b: {ranking: [NY, NN, YY, YN]}}
"""

Make = Callable[[str], Brief]


def told(brief: Brief) -> str:
    """Return every text of a brief, one a line."""
    return "\n".join(texts(brief.to_dict()))


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return []
