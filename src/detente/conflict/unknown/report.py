"""Stability in four attitudes told as text: what each means, today's state, what holds."""

from __future__ import annotations

import numpy as np

from detente.conflict.folding import concept_names
from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.conflict.unknown.extensions import BASIC, EXTENSIONS, Extensions
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

SHOWN = 12
"""States that hold which a terminal shows before the rest is only counted."""


def extensions_text(model: ConflictModel, found: Extensions, title: str) -> str:
    """Return what is not known, the attitudes in words, today's state and the states that hold."""
    teller = Teller(model)
    lines = [title, "", *_open(model, teller), "", say("unknown.attitudes")]
    names = [say(f"conflict.concept.{concept}") for concept in BASIC]
    for extension in EXTENSIONS:
        counts = [f"{len(found.states(extension, concept)):,}" for concept in BASIC]
        told = [f"{name} {count}" for name, count in zip(names, counts, strict=True)]
        lines += [
            f"  {extension}  {say(f'unknown.attitude.{extension}')}",
            "     " + say("unknown.how_many", counts=", ".join(told)),
        ]
    lines += ["", *_today(model, found, teller), "", *_holding(model, found, teller)]
    return fold(lines)


def _open(model: ConflictModel, teller: Teller) -> list[str]:
    """Return how much of each party's order is not known."""
    lines = []
    every = model.size * (model.size - 1) // 2
    for party, better in sorted(model.partial.items()):
        known = int(better.sum())
        who = teller.party(party)
        lines.append(say("unknown.known", who=who, known=f"{known:,}", every=f"{every:,}"))
    return lines


def _today(model: ConflictModel, found: Extensions, teller: Teller) -> list[str]:
    today = model.status_quo
    if today is None:
        return [say("stability.today_unknown")]
    lines = [say("stability.today", label=model.label(today), words=teller.state(today))]
    everyone = _cells(found, today, None)
    lines.append("  " + say("unknown.today" if everyone else "unknown.today_open", cells=everyone))
    for party in range(len(model.parties)):
        cells = _cells(found, today, party)
        code = "unknown.party_holds" if cells else "stability.party_open"
        lines.append("  " + say(code, who=capital(teller.party(party)), cells=cells))
    return lines


def _cells(found: Extensions, state: int, party: int | None) -> str:
    """Return the concepts under which a state holds, with the attitudes that they share."""
    alike: dict[str, list[str]] = {}
    for concept in BASIC:
        letters = found.attitudes(concept, state, party)
        if letters:
            alike.setdefault(letters, []).append(concept)
    told = []
    for letters, concepts in alike.items():
        every = len(letters) == len(EXTENSIONS)
        code = "unknown.cell_every" if every else "unknown.cell"
        told.append(say(code, concepts=concept_names(concepts), attitudes=list(letters)))
    return "; ".join(told)


def _holding(model: ConflictModel, found: Extensions, teller: Teller) -> list[str]:
    """Return the states that hold in some attitude, those that hold in the most first."""
    bits = np.unpackbits(found.equilibrium[:, :, None], axis=2).sum(axis=(0, 2))
    holding = np.flatnonzero(bits)
    holding = holding[np.argsort(-bits[holding].astype(np.int16), kind="stable")]
    if not len(holding):
        return [say("unknown.none")]
    width = max(len(model.options), 5)
    lines = [say("unknown.holding")]
    lines.append(
        f"  {'State':<{width}}  " + "".join(f"{say(f'conflict.concept.{c}'):<6}" for c in BASIC)
    )
    for state in holding[:SHOWN].tolist():
        cells = "".join(f"{found.attitudes(c, state) or '.':<6}" for c in BASIC)
        lines += [
            f"  {model.label(state):<{width}}  {cells}".rstrip(),
            f"    {teller.state(state)}",
        ]
    if len(holding) > SHOWN:
        lines.append("  " + say("stability.more", n=f"{len(holding) - SHOWN:,}"))
    return lines
