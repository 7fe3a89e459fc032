"""Stability told as text: today's state, and the states that hold."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS
from detente.conflict.folding import concept_names
from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

SHOWN = 12
"""States that hold which a terminal shows before the rest is only counted."""


class Held(Protocol):
    """What the text needs to know of a stability result."""

    @property
    def model(self) -> ConflictModel:
        """The conflict."""

    @property
    def equilibrium(self) -> NDArray[np.uint8]:
        """The concepts under which each state is an equilibrium, as bits."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts that were computed."""

    def title(self) -> str:
        """Return one line on the size of the conflict."""

    def states(self, concept: str) -> NDArray[np.int32]:
        """Return the equilibria under `concept`."""

    def stable_for(self, state: int, party: int, concept: str) -> bool:
        """Tell whether a state is stable for a party."""


def stability_text(result: Held) -> str:
    """Return counts, today's state and the states that hold, for a terminal."""
    teller = Teller(result.model)
    lines = [result.title(), "", *_today(result, teller), "", say("stability.how_many")]
    for concept in CONCEPTS:
        known = concept in result.concepts
        count = f"{len(result.states(concept)):,}" if known else say("stability.not_computed")
        name, meaning = say(f"conflict.concept.{concept}"), say(f"conflict.meaning.{concept}")
        lines.append(f"  {name:<5}{count:>12}  {meaning}")
    lines += ["", *_holding(result, teller)]
    return fold(lines)


def _today(result: Held, teller: Teller) -> list[str]:
    model = result.model
    today = model.status_quo
    if today is None:
        return [say("stability.today_unknown")]
    lines = [say("stability.today", label=model.label(today), words=teller.state(today))]
    everyone = [c for c in result.concepts if today in result.states(c)]
    lines.append(
        "  " + say("stability.today_holds", concepts=concept_names(everyone))
        if everyone
        else "  " + say("stability.today_open")
    )
    for party in range(len(model.parties)):
        held = [c for c in result.concepts if result.stable_for(today, party, c)]
        code = "stability.party_holds" if held else "stability.party_open"
        who = capital(teller.party(party))
        lines.append("  " + say(code, who=who, concepts=concept_names(held)))
    return lines


def _holding(result: Held, teller: Teller) -> list[str]:
    """Return the states that hold under some concept, those under the most concepts first."""
    model = result.model
    weight = np.unpackbits(result.equilibrium[:, None], axis=1).sum(axis=1)
    holding = np.flatnonzero(weight)
    holding = holding[np.argsort(-weight[holding].astype(np.int16), kind="stable")]
    if not len(holding):
        return [say("stability.none")]
    names = [f"{say(f'conflict.concept.{c}'):<5}" for c in result.concepts]
    width = max(len(model.options), 5)
    lines = [f"  {'State':<{width}}  " + "".join(names)]
    for state in holding[:SHOWN].tolist():
        marks = "".join(
            f"{'yes' if int(result.equilibrium[state]) >> k & 1 else '.':<5}"
            for k in range(len(result.concepts))
        )
        lines += [
            f"  {model.label(state):<{width}}  {marks}".rstrip(),
            f"    {teller.state(state)}",
        ]
    if len(holding) > SHOWN:
        lines.append("  " + say("stability.more", n=f"{len(holding) - SHOWN:,}"))
    return lines
