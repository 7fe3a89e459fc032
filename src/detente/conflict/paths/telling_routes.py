"""Paths told as routes: who would do what, against whose wish, and what holds at the end."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.conflict.folding import concept_names
from detente.conflict.paths.report import Reached, gain, paths_title
from detente.conflict.paths.routes import MANY, RELATIONS, Path
from detente.conflict.reach import Step
from detente.conflict.telling import Teller
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

SHOWN = 12
"""Targets, and states that nobody leaves, which a terminal shows before the rest is counted."""

LONGEST = 40
"""Steps of a path up to which it is told step by step."""


def paths_text(told: Reached) -> str:
    """Return the nearest targets, each with its route, and the states that nobody leaves."""
    teller = Teller(told.model, stops=True)
    lines = [paths_title(told), "", *_summary(told)]
    for state in told.nearest[:SHOWN].tolist():
        words = teller.state(state)
        lines += ["", say("paths.target", label=told.model.label(state), words=words)]
        lines += ["  " + line for line in _target(told, teller, state)]
    if len(told.targets) > SHOWN:
        lines += ["", say("paths.more", n=f"{len(told.targets) - SHOWN:,}")]
    return fold([*lines, "", *_stuck(told, teller)])


def _concept(told: Reached) -> str:
    return say(f"conflict.concept.{told.concept}")


def _summary(told: Reached) -> list[str]:
    number, concept = len(told.targets), _concept(told)
    form = ".one" if number == 1 else "" if number or told.asked else ".none"
    code = "asked" if told.asked else "holding"
    head = say(f"paths.{code}{form}", n=f"{number:,}", concept=concept)
    if not number:
        return [head]
    parts = [
        say(f"paths.reached.{relation}", n=f"{int((away >= 0).sum()):,}", concept=concept)
        for relation, away in zip(RELATIONS, told.distance[:, told.targets], strict=True)
    ]
    return [head + " " + say("paths.reached", parts=parts)]


def _target(told: Reached, teller: Teller, state: int) -> list[str]:
    if state == told.start:
        return [say("paths.here"), _end(told, teller, state)]
    if told.steps_to(state) is None:
        return [say("paths.nowhere")]
    lines: list[str] = []
    for place, relation in enumerate(RELATIONS):
        # a route by a stricter relation that is as short stands for this one too
        away = told.steps_to(state, relation)
        stricter = [told.steps_to(state, other) for other in RELATIONS[place + 1 :]]
        if away is not None and away not in stricter:
            lines += _route(told, teller, state, relation, away)
    if told.steps_to(state, "improvements") is None:
        lines.append(say("paths.unwilling"))
    return [*lines, _end(told, teller, state)]


def _route(told: Reached, teller: Teller, state: int, relation: str, away: int) -> list[str]:
    known = told.paths(state, relation)
    if away > LONGEST or not known:
        return [say("paths.unlisted", n=f"{away:,}")]
    path = min(known, key=lambda path: _reluctance(told, path))
    form = ".one" if away == 1 else ""
    lines = [say(f"paths.way.{relation}{form}", n=f"{away:,}", concept=_concept(told))]
    for number, step in enumerate(path, start=1):
        lines += ["  " + line for line in _step(told, teller, step, number, number == away)]
    count = told.count(state, relation)
    if count > 1:
        code = "paths.others.many" if count >= MANY else "paths.others"
        lines.append("  " + say(code, n=f"{count:,}"))
    return lines


def _reluctance(told: Reached, path: Path) -> tuple[int, int, int]:
    """Return how many steps of a path make their mover worse off, gain nothing, are held back."""
    gains = [gain(told.model, step) for step in path]
    held = [told.stability.stable_for(s.from_, s.party, told.concept) for s in path]
    return gains.count("worse"), gains.count("same"), held.count(True)


def _step(told: Reached, teller: Teller, step: Step, number: int, last: bool) -> list[str]:
    model, who = told.model, teller.party(step.party)
    lines = [
        say(
            "paths.step.last" if last else "paths.step",
            number=number,
            who=capital(who),
            change=teller.change(step.from_, step.to, step.party),
            label=model.label(step.to),
            words=teller.inside(step.to),
        )
    ]
    brings = gain(model, step)
    if brings == "worse":
        lines.append("   " + say("paths.step.worse", who=who))
    elif brings == "same":
        lines.append("   " + say("paths.step.same", who=capital(who)))
    elif told.stability.stable_for(step.from_, step.party, told.concept):
        lines.append("   " + say("paths.step.held", who=who, concept=_concept(told)))
    return lines


def _end(told: Reached, teller: Teller, state: int) -> str:
    result = told.stability
    held = [concept for concept in result.concepts if state in result.states(concept)]
    if held:
        return say("paths.end", concepts=concept_names(held))
    movers = [
        teller.party(party)
        for party in range(len(told.model.parties))
        if not result.stable_for(state, party, told.concept)
    ]
    return say("paths.end.open", parties=movers)


def _stuck(told: Reached, teller: Teller) -> list[str]:
    unmoved = told.without_moves
    ungaining = np.setdiff1d(told.without_improvements, unmoved)
    lines = _listed(told, teller, unmoved, "no_move") or [say("paths.all_move")]
    return lines + (_listed(told, teller, ungaining, "no_improvement") or [say("paths.all_gain")])


def _listed(told: Reached, teller: Teller, states: NDArray[np.int32], code: str) -> list[str]:
    if not len(states):
        return []
    lines = [say(f"paths.{code}", n=f"{len(states):,}")]
    for state in states[:SHOWN].tolist():
        form = "" if told.steps_to(state) is not None else ".away"
        words = teller.state(state)
        lines.append("  " + say(f"paths.stuck{form}", label=teller.label(state), words=words))
    if len(states) > SHOWN:
        lines.append("  " + say("paths.more", n=f"{len(states) - SHOWN:,}"))
    return lines
