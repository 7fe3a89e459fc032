"""A small dossier with both sections, and changes of it."""

from __future__ import annotations

from detente.compliance import Enforcement, self_enforcing
from detente.compliance.telling import EnforcementTeller
from detente.conflict import compile_model
from detente.dossier import Dossier, loads
from detente.negotiation.compile import compile_table
from detente.negotiation.packages import find_package
from detente.negotiation.solve import solve

STRAIT = """
detente: 1
title: The strait
parties:
  lion: {name: Lionland, kind: state, backs: [reds]}
  bear: {name: Bearland, kind: state, backs: [blues, guild]}
  reds: {name: Red militia, kind: armed group}
  blues: {name: Blue militia, kind: armed group}
  guild: {name: Guild of pilots}
conflict:
  options:
    lion: {patrol: Patrol jointly with Bearland}
    bear: {press: Press the Blue militia}
    reds: {shell: Go on shelling the port}
    blues: {mine: Go on laying mines}
  status_quo: [reds.shell, blues.mine]
  infeasible: ["lion.patrol and not bear.press"]
  names: {"--YY": The strait stays shut, "YYNN": The strait is open}
  preferences:
    lion: {statements: [not blues.mine, lion.patrol if not blues.mine, not reds.shell]}
    bear: {statements: [not reds.shell, not lion.patrol, bear.press if lion.patrol]}
    reds:
      statements:
        - {want: reds.shell if blues.mine, because: An eye for an eye.}
        - not reds.shell
    blues: {statements: [blues.mine if reds.shell, not lion.patrol, blues.mine]}
negotiation:
  issues:
    passage: {question: Who may pass?, outcomes: {none: Nobody, some: Some ships, all: All ships}}
    watch: {question: Who watches?, outcomes: {nobody: Nobody, both: Both powers}}
  parties:
    lion:
      weights: {passage: 2, watch: 1}
      values: {passage: {none: 0, some: 0.4, all: 1}, watch: {order: [both, nobody]}}
      no_deal: 0.1
    bear:
      weights: {passage: 1, watch: 1}
      values: {passage: {none: 0, some: 0.8, all: 1}, watch: {nobody: {is: 0.2, because: It watches
        already.}, both: [0.5, 0.7]}}
      no_deal: 0.2
  must_comply: [reds, blues]
  needs:
    passage.some: [not reds.shell]
    passage.all: [not reds.shell, not blues.mine]
    watch.both: [lion.patrol]
"""


def strait(*changes: tuple[str, str]) -> Dossier:
    """Return the dossier with some text replaced."""
    text = STRAIT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return loads(text)


def asked(dossier: Dossier, *packages: str, limit: int = 1_000) -> Enforcement:
    """Return what is said of some packages, or of those of interest."""
    import numpy as np

    table = compile_table(dossier)
    rows = np.array([find_package(table, text) for text in packages], np.int16)
    return self_enforcing(
        dossier, table, compile_model(dossier), solve(table), rows if packages else None, limit
    )


def told(dossier: Dossier, package: str) -> str:
    """Return all sentences about one package."""
    found = asked(dossier, package)
    return "\n".join(EnforcementTeller(found).lines(found.packages[0]))
