"""Perceptions as a JSON object and as rows; states are those of the whole conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.perceptions.differences import Believed, told_difference
from detente.conflict.telling import Teller
from detente.results.tables import Row
from detente.words import say

if TYPE_CHECKING:
    from detente.conflict.perceptions.differences import Difference
    from detente.conflict.perceptions.hypergame import OwnGame, PerceptionsResult
    from detente.dossier.reasons import Reason

LISTED = 1_000
"""States listed in one place; `counts` has the number of equilibria."""

OWN_COLUMNS = ("state", "together", "true", "unseen_by", "meaning")
"""Columns of a row that are no party's; a party with such an id has its column marked."""


def perceptions_title(seen: PerceptionsResult) -> str:
    """Return one line on how many parties see another game."""
    count, parties = len(seen.games), len(seen.model.parties)
    if not count:
        return say("perceptions.nobody")
    code = "perceptions.title.one" if count == 1 else "perceptions.title"
    return say(code, count=count, parties=parties)


def perceptions_content(seen: PerceptionsResult) -> dict[str, Any]:
    """Return the answer as a JSON object."""
    model, teller = seen.model, Teller(seen.model)

    def by_concept(states: Callable[[str], NDArray[np.int32]]) -> dict[str, list[str]]:
        return {concept: model.labels(states(concept)[:LISTED]) for concept in seen.concepts}

    return {
        "status_quo": None if model.status_quo is None else model.label(model.status_quo),
        "parties": [_game_content(seen, game, teller) for game in seen.games],
        "counts": {
            "states": model.size,
            "together": {concept: len(seen.states(concept)) for concept in seen.concepts},
            "true": {concept: len(seen.true.states(concept)) for concept in seen.concepts},
        },
        "equilibria": {
            "together": by_concept(seen.states),
            "true": by_concept(seen.true.states),
            "only_misperceived": by_concept(seen.only_misperceived),
            "only_true": by_concept(seen.only_true),
        },
    }


def _game_content(seen: PerceptionsResult, game: OwnGame, teller: Teller) -> dict[str, Any]:
    model, today = seen.model, seen.model.status_quo
    unseen = np.flatnonzero(game.number < 0)
    content: dict[str, Any] = {
        "party": model.parties[game.party],
        "differs": [_difference_content(one, teller) for one in game.differences],
        "states": game.model.size,
        "unseen": model.labels(unseen[:LISTED]),
        "sees_today": None if today is None else game.sees(today),
        "equilibria": {c: model.labels(game.states(c)[:LISTED]) for c in seen.concepts},
        "learning": {
            "begins": {c: model.labels(seen.begins(game, c)[:LISTED]) for c in seen.concepts},
            "ceases": {c: model.labels(seen.ceases(game, c)[:LISTED]) for c in seen.concepts},
            "today": None,
        },
    }
    if today is not None:
        before, after = seen.today(game)
        content["learning"]["today"] = {"before": before, "after": after}
    return content


def _difference_content(difference: Difference, teller: Teller) -> dict[str, Any]:
    model = teller.model
    return {
        "kind": difference.kind,
        "option": None if isinstance(difference, Believed) else model.options[difference.option],
        "of": model.parties[difference.of] if isinstance(difference, Believed) else None,
        "text": " ".join(told_difference(difference, teller)),
        "reasons": [_reason_content(reason) for reason in difference.reasons],
    }


def _reason_content(reason: Reason) -> dict[str, Any]:
    return {
        "because": reason.because,
        "sure": reason.sure,
        "judgement": reason.judgement,
        "evidence": [{"source": one.source, "quote": one.quote} for one in reason.evidence],
    }


def perceptions_rows(seen: PerceptionsResult) -> Iterator[Row]:
    """Yield a row a state: what holds together and in truth, and by party in its own game."""
    teller = Teller(seen.model)
    for state in range(seen.model.size):
        row: dict[str, object] = {"state": seen.model.label(state)}
        for party, name in enumerate(seen.model.parties):
            column = f"{name} (party)" if name in OWN_COLUMNS else name
            row[column] = " ".join(seen.held(int(seen.verdicts[party, state])))
        row["together"] = " ".join(seen.held(int(seen.equilibrium[state])))
        row["true"] = " ".join(seen.held(int(seen.true.equilibrium[state])))
        row["unseen_by"] = " ".join(seen.model.parties[party] for party in seen.unseen_by(state))
        row["meaning"] = teller.state(state)
        yield row
