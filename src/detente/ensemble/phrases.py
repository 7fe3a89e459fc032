"""Guesses, what becomes of them, and headlines in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.conflict.lookup import find_state
from detente.ensemble.drawing import orders
from detente.ensemble.guesses import Guess
from detente.ensemble.intervals import Share
from detente.ensemble.questions import Question
from detente.ensemble.table.headlines import DealHeadline
from detente.ensemble.table.phrases import deal_question, tiers_become
from detente.words import say

if TYPE_CHECKING:
    from detente.ensemble.result import EnsembleResult


def drawn(guess: Guess) -> str:
    """Return how `guess` is drawn, in words."""
    match guess.kind:
        case "presence":
            return say("ensemble.drawn.presence", sure=f"{(guess.sure or 0):.0%}")
        case "order":
            return say("ensemble.drawn.order", n=f"{guess.values:,}")
        case "reading":
            return say("ensemble.drawn.reading", n=len(guess.parts))
        case "tiers":
            return say("ensemble_table.drawn.tiers")
    low, high = f"{float(guess.low):g}", f"{float(guess.high):g}"
    return say("ensemble.drawn.range", low=low, high=high)


def level(guess: Guess, number: int) -> str:
    """Return a level of `guess`, in which its draws are counted, in words."""
    match guess.kind:
        case "presence":
            return say(f"ensemble.level.{'present' if number else 'absent'}")
        case "order":
            return say("ensemble.level.first", what=guess.told[number])
        case "reading":
            return guess.told[number]
        case "tiers":
            return say(f"ensemble_table.level.{'upper' if number else 'lower'}")
    return say(f"ensemble.level.{'upper' if number else 'lower'}")


def become(guess: Guess, value: int) -> str:
    """Return what `guess` is if it has this `value`, in words."""
    match guess.kind:
        case "presence":
            return say(f"ensemble.become.{'present' if value else 'absent'}")
        case "order":
            order = orders(np.array([value]), len(guess.told))[0].tolist()
            return say("ensemble.become.order", order="; ".join(guess.told[k] for k in order))
        case "reading":
            return say("ensemble.become.reading", what=guess.told[value])
        case "tiers":
            return tiers_become(guess, value)
    code = "ensemble.become.range" if guess.about == "weight" else "ensemble_table.become.range"
    return say(code, amount=f"{float(guess.amount(value)):g}")


def question(result: EnsembleResult, headline: Question) -> str:
    """Return what a headline asks, as a statement that is so or not."""
    if isinstance(headline, DealHeadline):
        return deal_question(headline)
    words = result.teller.inside(find_state(result.model, headline.state))
    if headline.concept is None:
        return say("ensemble.headline.reached", label=headline.state, words=words)
    concept = say(f"conflict.concept.{headline.concept}")
    return say("ensemble.headline.holds", label=headline.state, words=words, concept=concept)


def told_share(share: Share) -> str:
    """Return a share with its interval as percentages."""
    if share.width == 0:
        return say("ensemble.share.exact", share=percent(share.share))
    return say(
        "ensemble.share", share=percent(share.share), low=percent(share.low),
        high=percent(share.high),
    )  # fmt: skip


def percent(number: float) -> str:
    """Return a share as a percentage; never 0 % or 100 % of what is not wholly so.

    >>> percent(0.8342), percent(0.9996), percent(1.0)
    ('83.4 %', '99.9 %', '100 %')
    """
    if number in (0.0, 1.0):
        return f"{number * 100:.0f} %"
    return f"{min(max(number * 100, 0.1), 99.9):.1f} %"
