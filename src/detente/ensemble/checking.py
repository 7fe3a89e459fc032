"""Some draws of a run derived again from the literal definitions."""

from __future__ import annotations

from collections.abc import Callable
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
from detente.dossier.standoff import Standoff
from detente.ensemble.drawing import draw, orders
from detente.ensemble.guesses import Guess
from detente.ensemble.headlines import Headline
from detente.ensemble.questions import Question, Questions
from detente.ensemble.readings import Readings
from detente.ensemble.result import EnsembleResult
from detente.ensemble.table.checking import MOST_LITERAL, LiteralDraw, literal_draw

SAMPLED = 32
"""Draws that are derived again, as far as the steps go."""

LITERAL_WORK = 20_000
"""Packages, over these draws, whose value and standing are derived again."""


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
    readings = Readings(dossier)
    headlines = result.headlines
    number = min(SAMPLED, result.draws)
    size = min(readings.chunk_size(), result.draws)
    values = draw(readings.guesses, result.source.seed or 0, 0, size)[:number]
    said = readings.answers(values, Questions(headlines, (1 << len(CONCEPTS)) - 1))
    tally = Tally()
    spent = 0
    for d in range(number):
        literally = _Literally(dossier, readings, values[d], spent, d)
        for h, headline in enumerate(headlines):
            literal = literally.answer(headline, budget, cap)
            if literal is None:
                tally.unfinished += 1
            else:
                tally.checked += 1
                about = headline.state if isinstance(headline, Headline) else ""
                tally.expect(about, "", headline.id, bool(said[d, h]), literal)
        spent = literally.spent
        tally.states_checked += 1
        if budget is not None and spent >= budget:
            break
    told = tally.result(
        "ensemble", result.draws * len(headlines), result.draws, 1 << len(readings.model.options)
    )
    return replace(told, patterns_checked=0)


class _Literally:
    """One draw, written out by the literal definitions."""

    def __init__(
        self,
        dossier: Dossier,
        readings: Readings,
        values: NDArray[np.int64],
        spent: int,
        before: int,
    ) -> None:
        self.spent = spent
        conflict, table = readings.split(values[None])
        standoff = None
        self._game: LiteralGame | None = None
        self._today: str | None = None
        if readings.conflict is not None:
            standoff = standoff_of_draw(dossier, readings.conflict.plan.guesses, conflict[0])
            self._game, self._today = drawn_game(standoff)
        self._table = readings.table
        self._deals: LiteralDraw | None = None
        most = min(MOST_LITERAL, LITERAL_WORK // (before + 1))
        if self._table is not None and self._table.size <= most:
            guesses = self._table.plan.guesses
            self._deals = literal_draw(dossier, standoff, guesses, table[0], self._game)

    def answer(self, headline: Question, budget: int | None, cap: int) -> bool | None:
        """Return the answer to `headline`; `None` where it takes too many steps or packages."""
        if isinstance(headline, Headline):
            question = partial(_answer, self._game, self._today, headline)
            return self._within(self._game, question, budget, cap)
        if self._deals is None or self._table is None:
            return None
        outcomes = self._table.model.outcomes
        package = tuple(outcomes[k][outcome] for k, outcome in enumerate(headline.row))
        question = partial(self._deals.answer, headline, package)
        game = self._deals.game if headline.kind == "enforces" else None
        return self._within(game, question, budget, cap)

    def _within(
        self, game: LiteralGame | None, question: Callable[[], bool], budget: int | None, cap: int
    ) -> bool | None:
        """Return the answer to `question`, whose steps `game` counts, if any are counted."""
        if game is None:
            return question()
        game.meter.spent = self.spent
        found = within(game, question, budget, cap)
        self.spent = game.meter.spent
        return found


def game_of_draw(
    dossier: Dossier, guesses: tuple[Guess, ...], values: NDArray[np.int64]
) -> tuple[LiteralGame, str | None]:
    """Return the game of one draw, and today's state in it, by the literal definitions."""
    return drawn_game(standoff_of_draw(dossier, guesses, values))


def standoff_of_draw(
    dossier: Dossier, guesses: tuple[Guess, ...], values: NDArray[np.int64]
) -> Standoff:
    """Return the conflict as one draw of its guesses makes it."""
    standoff = dossier.require_standoff()
    above = ("conflict", "one_way")
    written = {
        option: option if (*above, option) in dossier.places else option.split(".", 1)[1]
        for option in standoff.one_way
    }
    return drawn_standoff(standoff, drawn_of(guesses, values), written)


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


def _answer(game: LiteralGame | None, today: str | None, headline: Headline) -> bool:
    if game is None:
        raise ValueError("a state was asked about where there is no conflict")
    if headline.concept is None:
        return headline.state in improved_to(game, today)
    pattern = headline.state.replace("-", "N")
    if pattern not in game.feasible or game.state_of(pattern) != headline.state:
        return False
    return equilibrium(game, headline.state, headline.concept)
