"""Some draws of a run derived again from the literal definitions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS
from detente.conflict.verify import BUDGET, Verification, equilibrium
from detente.conflict.verify.check import CAP, within
from detente.conflict.verify.drawn import Drawn, drawn_game, drawn_standoff, improved_to
from detente.conflict.verify.game import LiteralGame
from detente.conflict.verify.report import Tally
from detente.dossier import Dossier
from detente.ensemble.drawing import draw, orders
from detente.ensemble.engine import Engine
from detente.ensemble.guesses import Guess
from detente.ensemble.headlines import Headline, answers, watched
from detente.ensemble.result import EnsembleResult
from detente.ensemble.task import chunk_size

SAMPLED = 32
"""Draws that are derived again, as far as the steps go."""


def check_draws(
    result: EnsembleResult, dossier: Dossier, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive the answers to the headlines of `result` in its first draws again.

    Each draw is applied to the dossier as written, and the game that comes of it is judged by the
    literal definitions, which share no code with how draws are solved.

    Parameters
    ----------
    result : EnsembleResult
        What was found.
    dossier : Dossier
        What it was found in.
    budget, cap : int or None
        Steps in all and for one answer.
    """
    engine = Engine(dossier)
    headlines = result.headlines
    number = min(SAMPLED, result.draws)
    values = draw(
        engine.plan.guesses, result.source.seed or 0, 0, min(chunk_size(engine), result.draws)
    )
    values = values[:number]
    said = answers(headlines, engine.watch(values, watched(headlines), (1 << len(CONCEPTS)) - 1))
    tally = Tally()
    spent = 0
    for d in range(number):
        game, today = game_of_draw(dossier, result.guesses, values[d])
        game.meter.spent = spent
        for h, headline in enumerate(headlines):
            literal = within(game, partial(_answer, game, today, headline), budget, cap)
            if literal is None:
                tally.unfinished += 1
            else:
                tally.checked += 1
                tally.expect(headline.state, "", headline.id, bool(said[d, h]), literal)
        spent = game.meter.spent
        tally.states_checked += 1
        if budget is not None and spent >= budget:
            break
    told = tally.result(
        "ensemble", result.draws * len(headlines), result.draws, 1 << len(engine.model.options)
    )
    return replace(told, patterns_checked=0)


def game_of_draw(
    dossier: Dossier, guesses: tuple[Guess, ...], values: NDArray[np.int64]
) -> tuple[LiteralGame, str | None]:
    """Return the game of one draw, and today's state in it, by the literal definitions."""
    standoff = dossier.require_standoff()
    above = ("conflict", "one_way")
    written = {
        option: option if (*above, option) in dossier.places else option.split(".", 1)[1]
        for option in standoff.one_way
    }
    return drawn_game(drawn_standoff(standoff, drawn_of(guesses, values), written))


def drawn_of(guesses: tuple[Guess, ...], values: NDArray[np.int64]) -> Drawn:
    """Return what the `values` of one draw decide, by the places of entries in the dossier."""
    pairs = list(zip(guesses, values.tolist(), strict=True))
    return Drawn(
        frozenset(g.path for g, value in pairs if g.kind == "presence" and not value),
        {
            g.path: tuple(orders(np.array([value]), len(g.parts))[0].tolist())
            for g, value in pairs
            if g.kind == "order"
        },
        {g.path: value for g, value in pairs if g.kind == "reading"},
        {g.path: g.amount(value) for g, value in pairs if g.kind == "range"},
    )


def _answer(game: LiteralGame, today: str | None, headline: Headline) -> bool:
    if headline.concept is None:
        return headline.state in improved_to(game, today)
    pattern = headline.state.replace("-", "N")
    if pattern not in game.feasible or game.state_of(pattern) != headline.state:
        return False
    return equilibrium(game, headline.state, headline.concept)
