"""An answer about stability derived again from the literal definitions.

Every verdict that can be derived again within a budget of steps is; what cannot is counted
and said. The budget counts steps and not seconds, so that the same answer always gets the
same check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial, reduce
from itertools import islice
from typing import TYPE_CHECKING, Any

from detente.conflict.verify.definitions import CONCEPTS, stable
from detente.conflict.verify.game import LiteralGame, OutOfSteps, merged_label, number_to_pattern
from detente.conflict.verify.reading import Reading
from detente.conflict.verify.report import Tally, Verification
from detente.conflict.verify.setting import game_from_dossier, stride
from detente.conflict.verify.unpack import literal_from_model, model_members

if TYPE_CHECKING:
    from detente.conflict.model import ConflictModel

BUDGET = 40_000_000
"""Steps for one answer; about half a minute."""
CAP = 300_000
"""Steps for one verdict, so that a hard one does not use up the budget."""
ATTEMPT = 1_000
"""What a verdict that was given up costs at least, so that giving up ends too."""
HELD = 8
"""Equilibria of each concept that come first when not all states can be checked."""
LOOKED = 200_000
"""States looked at in the search for these equilibria."""


def check(
    result: Any, dossier: Any = None, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive an answer about stability again, as far as the budget goes.

    With a dossier, parties, options, states and orders of the model are first held against
    it, and verdicts are derived from the dossier alone; without one the model is believed.
    Verdicts are taken state by state: today's, then some equilibria of each concept, then
    all others, evenly spread; an answer that fits the budget is checked in full.

    Parameters
    ----------
    result : StabilityResult
        Anything with `model`, `verdicts` (uint8, parties x states, bit k for concept k of
        `CONCEPTS`), `has_sim` and, if it has it, `equilibrium`.
    dossier : Dossier, optional
        What the model was compiled from.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one verdict.
    """
    model: ConflictModel = result.model
    label = labels_of(model)
    tally = Tally()
    game = game_for(model, dossier, label, tally)
    concepts = [concept for concept in CONCEPTS if concept != "sim" or result.has_sim]
    if game is not None:
        _derive_verdicts(result, game, label, concepts, budget, cap, tally)
    size = int(model.states.shape[0])
    verdicts = len(model.parties) * size * len(concepts)
    return tally.result("stability", verdicts, size, 1 << len(model.options))


def game_for(
    model: ConflictModel, dossier: Any, label: Callable[[int], str], tally: Tally
) -> LiteralGame | None:
    """Return the game to derive verdicts from: the dossier's, or the model's without one.

    `None` if the model is found to differ from the dossier so that no verdict can be compared.
    """
    if dossier is None:
        return literal_from_model(model)
    return game_from_dossier(model, Reading(dossier.standoff), label, tally)


def labels_of(model: ConflictModel) -> Callable[[int], str]:
    """Return the function from the index of a state of `model` to its label."""
    if model.merged is not None:
        return [merged_label(group) for group in model_members(model)].__getitem__
    k = len(model.options)
    return lambda state: number_to_pattern(int(model.states[state]), k)


def _derive_verdicts(
    result: Any,
    game: LiteralGame,
    label: Callable[[int], str],
    concepts: list[str],
    budget: int | None,
    cap: int,
    tally: Tally,
) -> None:
    for state in _in_order(result):
        _compare_equilibrium(result, state, label(state), concepts, tally)
        finished = 0
        for i, party in enumerate(game.parties):
            said = int(result.verdicts[i, state])
            for concept in concepts:
                literal = within(
                    game, partial(stable, game, party, label(state), concept), budget, cap
                )
                if literal is None:
                    tally.unfinished += 1
                else:
                    finished += 1
                    bit = bool(said >> CONCEPTS.index(concept) & 1)
                    tally.expect(label(state), party, concept, bit, literal)
                if budget is not None and game.meter.spent >= budget:
                    tally.checked += finished
                    return
        tally.checked += finished
        tally.states_checked += finished == len(game.parties) * len(concepts)


def within(
    game: LiteralGame, question: Callable[[], bool], budget: int | None, cap: int
) -> bool | None:
    """Return the answer to `question`, or `None` if it takes more than `cap` steps."""
    spent = game.meter.spent
    game.meter.limit = spent + cap if budget is None else min(spent + cap, budget)
    try:
        return question()
    except OutOfSteps:
        game.meter.spent = max(game.meter.spent, spent + ATTEMPT)
        return None
    finally:
        game.meter.limit = None


def _in_order(result: Any) -> Iterator[int]:
    size = int(result.model.states.shape[0])
    first: dict[int, None] = {}
    if result.model.status_quo is not None:
        first[int(result.model.status_quo)] = None
    missing = [HELD] * len(CONCEPTS)
    for state in islice(stride(size), LOOKED):
        bits = _all_parties(result, state)
        wanted = [k for k in range(len(CONCEPTS)) if bits >> k & 1 and missing[k]]
        for k in wanted:
            missing[k] -= 1
            first[state] = None
        if not any(missing):
            break
    yield from first
    yield from (state for state in stride(size) if state not in first)


def _all_parties(result: Any, state: int) -> int:
    column = [int(result.verdicts[i, state]) for i in range(len(result.model.parties))]
    return reduce(int.__and__, column)


def _compare_equilibrium(
    result: Any, state: int, label: str, concepts: list[str], tally: Tally
) -> None:
    equilibrium = getattr(result, "equilibrium", None)
    if equilibrium is None:
        return
    said, expected = int(equilibrium[state]), _all_parties(result, state)
    for concept in concepts:
        bit = 1 << CONCEPTS.index(concept)
        tally.expect(label, "", f"equilibrium {concept}", bool(said & bit), bool(expected & bit))
