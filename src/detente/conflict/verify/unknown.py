"""The four extensions to preferences known in part, by their literal definitions.

References
----------
Li, Hipel, Kilgour and Fang, *IEEE Transactions on Systems, Man, and Cybernetics A* 34 (2004),
507-520: Nash, GMR, SMR and SEQ stability under unknown preference, extensions a to d.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from detente.conflict.verify.check import BUDGET, CAP, game_for, labels_of, within
from detente.conflict.verify.game import LiteralGame
from detente.conflict.verify.report import Tally, Verification
from detente.conflict.verify.setting import stride

EXTENSIONS = ("a", "b", "c", "d")
UNKNOWN_CONCEPTS = ("nash", "gmr", "smr", "seq")


class Tempted(LiteralGame):
    """The game in which a state improves on another if it is better or if that is not known."""

    def better(self, party: str, state: str, than: str) -> bool:
        """Tell whether `state` is neither worse for `party` than another state nor equal to it."""
        values = self.preference[party]
        return bool(values[state] != values[than]) and not values[than] > values[state]


def tempted(game: LiteralGame) -> Tempted:
    """Return the game in which what is not known counts as an improvement; it shares the meter."""
    return Tempted(
        game.parties, game.options, game.feasible, game.preference, game.one_way, game.groups,
        game.price, game.meter,
    )  # fmt: skip


def stable_in(
    game: LiteralGame, bold: Tempted, party: str, state: str, concept: str, extension: str
) -> bool:
    """Tell whether `state` is stable for `party` under an extension of `concept`.

    Parameters
    ----------
    game : LiteralGame
        The conflict.
    bold : Tempted
        The same with what is not known as improvements.
    concept : str
        One of `UNKNOWN_CONCEPTS`.
    extension : str
        One of `EXTENSIONS`.
    """
    leaves = (bold if extension in ("a", "c") else game).improvements(party, state)
    if concept == "nash":
        return not leaves
    others = tuple(other for other in game.parties if other != party)
    for improvement in leaves:
        answers = (
            bold.joint(others, improvement, improving=True)
            if concept == "seq"
            else game.joint(others, improvement, improving=False)
        )
        if not any(_deters(game, party, state, end, concept, extension) for end in answers):
            return False
    return True


def _deters(
    game: LiteralGame, party: str, state: str, end: str, concept: str, extension: str
) -> bool:
    if not _no_better(game, party, state, end, extension):
        return False
    return concept != "smr" or all(
        _no_better(game, party, state, u, extension) for u in game.moves(party, end)
    )


def _no_better(game: LiteralGame, party: str, state: str, other: str, extension: str) -> bool:
    """Tell whether `other` is less or equal, under c and d also whether that is not known."""
    if extension in ("c", "d"):
        return not game.better(party, other, state)
    values = game.preference[party]
    return game.better(party, state, other) or bool(values[state] == values[other])


def check_unknown(
    result: Any, dossier: Any = None, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive an answer about stability under unknown preference again, as far as the budget goes.

    Parameters
    ----------
    result : StabilityResult
        Anything with `model` and `extensions`, whose `verdicts` are uint8, extensions x parties
        x states, bit k for concept k of `UNKNOWN_CONCEPTS`, and whose `equilibrium` is extensions
        x states.
    dossier : Dossier, optional
        What the model was compiled from; without it the model is believed.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one verdict.
    """
    model, label, tally = result.model, labels_of(result.model), Tally()
    game = game_for(model, dossier, label, tally)
    size = int(model.states.shape[0])
    if game is not None:
        bold = tempted(game)
        today = [] if model.status_quo is None else [int(model.status_quo)]
        for state in dict.fromkeys([*today, *stride(size)]):
            _check_state(result, game, bold, state, label(state), budget, cap, tally)
            if budget is not None and game.meter.spent >= budget:
                break
    verdicts = len(EXTENSIONS) * len(model.parties) * size * len(UNKNOWN_CONCEPTS)
    return tally.result("unknown", verdicts, size, 1 << len(model.options))


def _check_state(
    result: Any,
    game: LiteralGame,
    bold: Tempted,
    state: int,
    label: str,
    budget: int | None,
    cap: int,
    tally: Tally,
) -> None:
    before = tally.unfinished
    for e, extension in enumerate(EXTENSIONS):
        said = [int(row) for row in result.extensions.verdicts[e, :, state]]
        everyone = int(result.extensions.equilibrium[e, state])
        for k, concept in enumerate(UNKNOWN_CONCEPTS):
            name = f"{concept} in extension {extension}"
            for party, bits in zip(game.parties, said, strict=True):
                question = partial(stable_in, game, bold, party, label, concept, extension)
                literal = within(game, question, budget, cap)
                if literal is None:
                    tally.unfinished += 1
                else:
                    tally.checked += 1
                    tally.expect(label, party, name, bool(bits >> k & 1), literal)
            expected = all(bits >> k & 1 for bits in said)
            tally.expect(label, "", f"equilibrium {name}", bool(everyone >> k & 1), expected)
    tally.states_checked += tally.unfinished == before
