"""How long it takes to ask the conflict of the example about the 1,000 best packages."""

from __future__ import annotations

import shutil
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, timed

EXAMPLE = Path(__file__).parent.parent / "examples" / "syria-2016"
BOUND = 10.0
PACKAGES = 1_000

TABLE = """
negotiation:
  issues:
    assad: {outcomes: {stays: Stays, talks: Talked about, interim: Stays for a while, goes: Goes}}
    nusra: {outcomes: {later: Left open, split: Rebels part from it, joint: Struck jointly}}
    aircraft: {outcomes: {fly: Fly on, press: Pressed, syrian: Syrian grounded, all: All grounded}}
    aid: {outcomes: {none: Sieges kept, some: One road, full: Sieges lifted}}
    truce: {outcomes: {none: None, days: A week, months: Months, open: Without end}}
    arms: {outcomes: {flow: Go on, halt: Halted, missiles: Missiles too}}
    fighters: {outcomes: {stay: Stay, leave: Leave}}
  must_comply: [damascus, opposition]
  needs:
    assad.talks: [opposition.talks]
    assad.interim: [opposition.talks, not us.insist]
    assad.goes: [damascus.transition]
    nusra.split: [opposition.split]
    nusra.joint: [opposition.split, us.join]
    aircraft.press: [russia.press]
    aircraft.syrian: [russia.press, not damascus.bomb]
    aircraft.all: [not damascus.bomb, not russia.bomb]
    aid.some: [not damascus.siege if opposition.split]
    aid.full: [not damascus.siege]
    truce.days: [opposition.truce]
    truce.months: [opposition.truce, not damascus.bomb]
    truce.open: [opposition.truce, not damascus.bomb, not nusra.attack]
    arms.halt: [not backers.arm]
    arms.missiles: [backers.missiles]
    fighters.leave: [not nusra.attack or opposition.split]
  parties:
    us:
      no_deal: 0.2
      weights: {assad: 3, nusra: 1, aircraft: 3, aid: 3, truce: 2, arms: 1, fighters: 1}
      values:
        assad: {order: [goes, interim, talks, stays]}
        nusra: {order: [split, joint, later]}
        aircraft: {order: [all, syrian, press, fly]}
        aid: {order: [full, some, none]}
        truce: {order: [open, months, days, none]}
        arms: {order: [halt, flow, missiles]}
        fighters: {order: [leave, stay]}
    russia:
      no_deal: 0.2
      weights: {assad: 4, nusra: 3, aircraft: 2, aid: 1, truce: 2, arms: 2, fighters: 1}
      values:
        assad: {order: [stays, talks, interim, goes]}
        nusra: {order: [joint, split, later]}
        aircraft: {order: [fly, press, syrian, all]}
        aid: {order: [some, full, none]}
        truce: {order: [months, open, days, none]}
        arms: {order: [halt, flow, missiles]}
        fighters: {order: [stay, leave]}
"""
"""A table of 3,456 packages on the example's conflict, made for this measurement alone."""


def figures(quick: bool) -> list[Figure]:
    """Measure self-enforcement on the example's conflict, with the example's table if it has one.

    The larger table of this module is measured besides. `quick` changes nothing.
    """
    import detente
    from detente.compliance import self_enforcing
    from detente.negotiation.compile import compile_table
    from detente.negotiation.solve import solve

    found = []
    with tempfile.TemporaryDirectory() as folder:
        larger = Path(folder) / "dossier"
        shutil.copytree(EXAMPLE, larger)
        text = (larger / "dossier.yaml").read_text(encoding="utf-8")
        own = "\nnegotiation:" in text
        rest = _without_table(text) + TABLE
        (larger / "dossier.yaml").write_text(rest, encoding="utf-8")
        named = [("a table of 3,456 packages", larger)] + (
            [("the example", EXAMPLE)] if own else []
        )
        for name, path in named:
            desk = detente.open(path)
            table = compile_table(desk.dossier)
            solved = solve(table)
            ask = partial(
                self_enforcing, desk.dossier, table, desk.complete_model, solved, limit=PACKAGES
            )
            number = len(ask().packages)
            note = f"{number:,} packages"
            found.append(Figure(f"self-enforcement, {name}", timed(ask), BOUND, "s", note))
    return found


def _without_table(text: str) -> str:
    """Return the text of a dossier without its section ``negotiation``."""
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            inside = line.startswith("negotiation:")
        if not inside:
            kept.append(line)
    return "".join(kept)
