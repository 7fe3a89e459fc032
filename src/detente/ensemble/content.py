"""A run of draws as the JSON object that other programs rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.conflict.concepts import CONCEPTS, concept_number
from detente.ensemble.drivers import Driver, PairDriver
from detente.ensemble.guesses import Guess
from detente.ensemble.headlines import Headline
from detente.ensemble.phrases import become, drawn, level, question
from detente.ensemble.questions import Question
from detente.ensemble.table.content import deals_content
from detente.ensemble.turning import Turning
from detente.negotiation.packages import names_of

if TYPE_CHECKING:
    from detente.ensemble.result import EnsembleResult

LISTED = 1_000
"""States that are listed for a concept."""

LISTED_DRIVERS = 10
"""Guesses that are listed for a headline, unless more of them are clear."""


def content_of(result: EnsembleResult) -> dict[str, Any]:
    """Return `result` as a JSON object, lists of states in rising order."""
    return {
        "draws": result.draws,
        "digest": result.digest,
        "stopped": result.stopped,
        "within": result.within,
        "shares": {
            concept: _shares(result, concept) if concept in result.concepts else None
            for concept in CONCEPTS
        },
        "headlines": [
            _headline(result, headline, h) for h, headline in enumerate(result.headlines)
        ],
        "stable": {concept: _stable(result, concept) for concept in result.asked},
        "reachable": _reachable(result),
        "drivers": [
            _driver(result, driver)
            for drivers in result.drivers
            for rank, driver in enumerate(drivers)
            if driver.clear or rank < LISTED_DRIVERS
        ],
        "pairs": [_pair(result, pair) for pairs in result.pairs for pair in pairs],
        "turning": [_turning(result, turning) for turning in result.search.turnings],
        "evaluations": result.search.evaluations,
        "guesses": [_guess(result, guess) for guess in result.guesses],
        **({} if result.deals is None else {"deals": deals_content(result.deals)}),
    }


def _headline(result: EnsembleResult, headline: Question, number: int) -> dict[str, Any]:
    about: dict[str, Any]
    if isinstance(headline, Headline):
        about = {"state": headline.state, "concept": headline.concept}
    else:
        model = result.deal_teller.model
        package = names_of(model, headline.row) if headline.row else None
        about = {"state": None, "package": package, "concept": headline.concept}
    return {
        "id": headline.id,
        "kind": headline.kind,
        **about,
        "question": question(result, headline),
        "central": result.central[number],
        **result.answers[number].to_dict(),
    }


def _shares(result: EnsembleResult, concept: str) -> dict[str, Any]:
    states = result.holding(concept)[:LISTED]
    counts = result.states.equilibrium[concept_number(concept)]
    return {
        label: result.share_of(int(counts[state])).to_dict()
        for label, state in zip(result.union.labels(states), states.tolist(), strict=True)
    }


def _stable(result: EnsembleResult, concept: str) -> dict[str, Any]:
    labels = dict.fromkeys(one.state for one in result.headlines if isinstance(one, Headline))
    return {
        label: {
            party: result.stable(label, party, concept).to_dict() for party in result.model.parties
        }
        for label in labels
    }


def _reachable(result: EnsembleResult) -> dict[str, Any] | None:
    if result.model.status_quo is None:
        return None
    states = np.flatnonzero(result.states.by_moves)[:LISTED]
    return {
        label: {
            "moves": result.share_of(int(result.states.by_moves[state])).to_dict(),
            "improvements": result.share_of(int(result.states.by_improvements[state])).to_dict(),
        }
        for label, state in zip(result.union.labels(states), states.tolist(), strict=True)
    }


def _driver(result: EnsembleResult, driver: Driver) -> dict[str, Any]:
    guess = result.guesses[driver.guess]
    return {
        "headline": result.headlines[driver.headline].id,
        "guess": guess.id,
        "index": round(driver.index, 6),
        "at": level(guess, driver.strongest),
        "effect": round(driver.effect, 6),
        "low": round(driver.low, 6),
        "high": round(driver.high, 6),
        "clear": driver.clear,
        "levels": [
            {"level": level(guess, k), "draws": share.draws, **share.to_dict()}
            for k, share in enumerate(driver.levels)
        ],
    }


def _pair(result: EnsembleResult, pair: PairDriver) -> dict[str, Any]:
    one, two = (result.guesses[k] for k in pair.guesses)
    return {
        "headline": result.headlines[pair.headline].id,
        "guesses": [one.id, two.id],
        "index": round(pair.index, 6),
        "clear": pair.clear,
        "levels": [
            {"level": [level(one, i), level(two, j)], "draws": share.draws, **share.to_dict()}
            for i, row in enumerate(pair.levels)
            for j, share in enumerate(row)
        ],
    }


def _turning(result: EnsembleResult, turning: Turning) -> dict[str, Any]:
    return {
        "headline": result.headlines[turning.headline].id,
        "central": turning.central,
        "then": not turning.central,
        "size": len(turning.sets[0]) if turning.sets else None,
        "count": turning.count,
        "proved": turning.proved,
        "sets": [
            [
                {
                    "guess": result.guesses[change.guess].id,
                    "line": result.guesses[change.guess].line,
                    "becomes": become(result.guesses[change.guess], change.value),
                }
                for change in changes
            ]
            for changes in turning.sets
        ],
    }


def _guess(result: EnsembleResult, guess: Guess) -> dict[str, Any]:
    return {
        "id": guess.id,
        "kind": guess.kind,
        "about": guess.about,
        "line": guess.line,
        "party": guess.party,
        "text": guess.text,
        "words": guess.words,
        "drawn": drawn(guess),
        "sure": guess.sure,
        "judgement": guess.judgement,
        "evidence": [{"source": e.source, "quote": e.quote} for e in guess.evidence],
    }
