"""An explanation derived again: every improvement, every sanction, every verdict that it tells.

A sanction that is told is walked step by step; where none is told, the whole search for one is
made again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from detente.conflict.verify.check import BUDGET, CAP, game_for, labels_of, within
from detente.conflict.verify.definitions import (
    deterred,
    no_better,
    no_better_to_the_end,
    together,
)
from detente.conflict.verify.game import LiteralGame
from detente.conflict.verify.report import Tally, Verification


def check_explanation(
    explanation: Any, dossier: Any = None, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive an explanation again, as far as the budget goes.

    Parameters
    ----------
    explanation : Explanation
        Anything with `model`, `concepts` and `entries`; an entry has `party`, `state`,
        `improvements` (each with `to` and `deterred_by`) and `stable`.
    dossier : Dossier, optional
        What the model was compiled from; without it the model itself is believed.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one claim.
    """
    model, label, tally = explanation.model, labels_of(explanation.model), Tally()
    game = game_for(model, dossier, label, tally)
    claims = 0
    for entry in explanation.entries:
        claims += 1 + len(entry.stable)
        claims += sum(len(told.deterred_by) for told in entry.improvements)
        if game is not None:
            _check_entry(game, entry, label, budget, cap, tally)
    tally.states_checked = int(tally.checked == claims)
    return tally.result("explanation", claims, 1, 1 << len(model.options))


def _check_entry(
    game: LiteralGame,
    entry: Any,
    label: Callable[[int], str],
    budget: int | None,
    cap: int,
    tally: Tally,
) -> None:
    party, state = game.parties[entry.party], label(entry.state)
    game.meter.limit = None
    improvements = set(game.improvements(party, state))
    told = {label(improvement.to) for improvement in entry.improvements}
    tally.checked += 1
    for target in sorted(improvements ^ told):
        tally.expect(target, party, "improvement", target in told, target in improvements)
    verdicts: dict[str, list[bool | None]] = {concept: [] for concept in entry.stable}
    for improvement in entry.improvements:
        target = label(improvement.to)
        for concept, sanction in improvement.deterred_by.items():
            question = partial(deterred, game, party, state, target, concept)
            if sanction is not None and _holds(
                game, party, state, target, concept, sanction, label
            ):
                literal: bool | None = True
            else:
                literal = within(game, question, budget, cap)
                if sanction is not None:
                    tally.expect(target, party, f"sanction under {concept}", True, False)
            verdicts[concept].append(literal)
            if literal is None:
                tally.unfinished += 1
            else:
                tally.checked += 1
                said = sanction is not None
                tally.expect(target, party, f"deterred under {concept}", said, literal)
    for concept, said in entry.stable.items():
        found = verdicts[concept]
        known = None not in found and len(found) == len(told)
        if concept != "nash" and not known and False not in found:
            tally.unfinished += 1
            continue
        tally.checked += 1
        literal_stable = not improvements if concept == "nash" else False not in found
        tally.expect(state, party, concept, bool(said), literal_stable)


def _holds(
    game: LiteralGame,
    party: str,
    state: str,
    target: str,
    concept: str,
    sanction: Any,
    label: Callable[[int], str],
) -> bool:
    """Tell whether each step of a sanction can be made and its end deters."""
    end = label(sanction.end)
    steps = [(game.parties[s.party], label(s.from_), label(s.to)) for s in sanction.steps]
    movers = [mover for mover, _, _ in steps]
    if party in movers:
        return False
    if concept == "sim":
        possible = all(
            came == state and went in game.improvements(mover, state) for mover, came, went in steps
        )
        joint = together(game, state, (target, *(went for _, _, went in steps)))
        return (
            possible
            and len(set(movers)) == len(movers)
            and joint == end
            and no_better(game, party, state, end)
        )
    step = game.improvements if concept in ("seq", "sseq") else game.moves
    here, last = target, ""
    for mover, came, went in steps:
        if came != here or mover == last or went not in step(mover, came):
            return False
        here, last = went, mover
    if not steps or here != end:
        return False
    if concept not in ("smr", "sseq"):
        return no_better(game, party, state, end)
    reply = label(sanction.best_reply)
    ways = (end, *game.moves(party, end))
    best = reply in ways and not any(game.better(party, way, reply) for way in ways)
    return best and no_better_to_the_end(game, party, state, end)
