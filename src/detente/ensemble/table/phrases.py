"""Guesses about orders of outcomes, and headlines about the table in words."""

from __future__ import annotations

from detente.ensemble.guesses import Guess
from detente.ensemble.table.headlines import DealHeadline
from detente.words import say


def tiers_become(guess: Guess, value: int) -> str:
    """Return where the inner tiers of an order of outcomes stand at an end of what is drawn."""
    if value < 0:
        return say("ensemble_table.become.equal")
    return say(f"ensemble_table.become.{'best' if value else 'worst'}")


def deal_question(headline: DealHeadline) -> str:
    """Return what a headline about the table asks, as a statement that is so or not."""
    deal = "" if headline.called is None else say(f"ensemble_table.central.{headline.called}")
    concept = "" if headline.concept is None else say(f"conflict.concept.{headline.concept}")
    return say(f"ensemble_table.headline.{headline.kind}", deal=deal, concept=concept)
