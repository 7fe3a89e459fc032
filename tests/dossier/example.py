"""The example of the design, with a record, as text."""

from __future__ import annotations

EXAMPLE = """\
detente: 1
title: A small standoff
as_of: 2016-09-05
sources:
  wire: {title: Talks end without agreement, publisher: Own desk, published: 2016-09-05, file: sources/wire.txt}
parties:
  us:       {name: United States, kind: state, also: [Washington, White House], backs: [rebels]}
  russia:   {name: Russia, kind: state, also: [Moscow], backs: [damascus]}
  damascus: {name: Syrian government, kind: government}
  rebels:   {name: Armed opposition, kind: armed group}
conflict:
  options:
    us:       {join: Strike jihadists jointly with Russia}
    russia:   {ground: Make Damascus ground its aircraft}
    damascus: {bomb: Go on bombing opposition areas}
    rebels:   {split: Separate from the jihadists}
  status_quo: [damascus.bomb]
  infeasible: ["russia.ground and damascus.bomb", "us.join and not rebels.split"]
  one_way: {us.join: taken}
  names: {"--YN": The war goes on}
  preferences:
    us:
      statements:
        - us.join if rebels.split
        - {want: not damascus.bomb, because: It asks for the bombing to stop before anything else., sure: 0.8,
           evidence: [{source: wire, quote: "the bombing must stop first"}]}
        - any_order: [rebels.split, russia.ground]
    russia:   {statements: [rebels.split, us.join, not russia.ground]}
    damascus: {statements: [damascus.bomb if not rebels.split, not us.join]}
    rebels:   {ranking: ["NYNN", ["YYNY", "NYNY"], "NNNN", "NNNY", "YNNY", "NNYN", "NNYY", "YNYY"]}
"""  # noqa: E501

RECORD = """\
record:   # what happened
  people:
    - {name: Ada Long, party: Washington, role: minister, from: 2013, to: 2017-01, judgement: true}
  statements:
    - by: Ada Long         # at the airport
      to: [Moscow, damascus]
      act: demand
      cue: must
      date: 2016-09-05
      about: damascus.bomb
      content: >
        The bombing must
        stop.
      evidence: [{source: wire, quote: "must stop"}]
  positions:
    - {party: russia, about: the president, stance: stays, until: a vote, unless: he goes, sure: 0.5}
  talks:
    - {parties: [us, Moscow], people: [Ada Long], level: ministers, place: Geneva, from: 2016-08-26,
       to: 2016-08-27, status: held, outcome: none, by_way_of: a diplomat, because: Heard, draft: true}
  truces:
    - {parties: [damascus, rebels], declared: 2016-02-22, in_effect: 2016-02-27, ended: 2016-07,
       terms: No fighting, brokered_by: [us, The envoy], fate: broken}
  events:
    - {by: damascus, to: rebels, what: Air raids, place: Aleppo, plover: assault, date: 2016-09-01/2016-09-05}
  support:
    - {by: russia, to: damascus, what: Aircraft}
  figures:
    - {what: deaths, low: 289000, best: 300000.5, unit: people, since: 2011-03, as_of: 2016,
       counted_by: A monitor}
"""  # noqa: E501

WIRE = "He said: “the bombing\r\n   must stop\tfirst”, and left.\n"
