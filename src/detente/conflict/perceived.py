"""The whole conflict as one party sees it: fewer states, and other orders.

A state is in the party's game if one of its patterns takes no option that the party does not
see; what ``same`` makes one state stays one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel, Merged, Patterns
from detente.conflict.orders import order_of
from detente.conflict.preferences import dense
from detente.dossier import Dossier, Remark
from detente.dossier.standoff import ByPairs, ByRanking, Perception
from detente.errors import Fault
from detente.words import say


@dataclass(frozen=True, eq=False, slots=True)
class PerceivedGame:
    """The game as one party sees it.

    Parameters
    ----------
    party : int
        The party.
    model : ConflictModel
        Its game. Today's state is not known there if the party does not see it.
    state_of : NDArray[np.int32]
        Shape (states of the game,): the state of the whole conflict that each is.
    """

    party: int
    model: ConflictModel
    state_of: NDArray[np.int32]


def perceived_game(dossier: Dossier, model: ConflictModel, party: int) -> PerceivedGame:
    """Return the game as `party` sees it.

    Orders that the perception does not mention are those of the whole conflict: a ranking loses
    the states that are not seen, statements and weights read the lowest member that is seen.

    Parameters
    ----------
    dossier : Dossier
        Without faults, as `model` was compiled from it.
    model : ConflictModel
        The whole conflict.
    party : int
        One that has a perception, or else the game is the whole conflict.
    """
    standoff = dossier.require_standoff()
    perception = standoff.perceptions.get(model.parties[party])
    if perception is None:
        return PerceivedGame(party, model, np.arange(model.size, dtype=np.int32))
    hidden = hidden_bits(perception, model.options)
    states, merged, state_of = _seen(model.states, model.merged, hidden)
    place = {option: k for k, option in enumerate(model.options)}
    ranks = np.zeros((len(model.parties), len(states)), np.int32)
    partial = {}
    whole = model.merged is None
    for row, player in enumerate(model.parties):
        believed = perception.preferences.get(player)
        preference = believed or standoff.preferences[player]
        if believed is None and (whole or isinstance(preference, ByRanking | ByPairs)):
            if row in model.partial:
                partial[row] = model.partial[row][np.ix_(state_of, state_of)]
            ranks[row] = dense(model.ranks[row][state_of])
            continue
        order, _ = order_of(dossier, preference, states, merged, len(model.options), place)
        if order.ndim == 1:
            ranks[row] = order
        else:
            partial[row] = order
    number = np.full(model.size, -1, np.int32)
    number[state_of] = np.arange(len(states), dtype=np.int32)
    today = -1 if model.status_quo is None else int(number[model.status_quo])
    names = ((np.sort(number[covered]), name) for covered, name in model.names)
    game = replace(
        model,
        states=states,
        ranks=ranks,
        status_quo=None if today < 0 else today,
        merged=merged,
        names=tuple((covered[covered >= 0], name) for covered, name in names),
        partial=partial,
    )
    return PerceivedGame(party, game, state_of)


def hidden_bits(perception: Perception, options: Sequence[str]) -> int:
    """Return the options that are not seen, as bits of a pattern."""
    unseen = {entry.option for entry in perception.not_seen}
    return sum(1 << k for k, option in enumerate(options) if option in unseen)


def perception_faults(
    dossier: Dossier, options: Sequence[str], states: Patterns, merged: Merged | None
) -> list[Fault]:
    """Return what is wrong with the perceptions, once the states of the conflict are known.

    Faults: a perception that leaves no state, and rankings and pairs in it that do not fit the
    states that are left.
    """
    place = {option: k for k, option in enumerate(options)}
    faults: list[Fault] = []
    for party, perception in dossier.require_standoff().perceptions.items():
        seen, seen_merged, _ = _seen(states, merged, hidden_bits(perception, options))
        if not len(seen):
            faults.append(
                dossier.fault(
                    perception.not_seen[0].place,
                    "no-state-seen",
                    f"every state that can happen takes an option that {dossier.party_name(party)} "
                    "is said not to see, so that its game has no state",
                    "Take an option out of not_seen",
                )
            )
            continue
        for preference in perception.preferences.values():
            if isinstance(preference, ByRanking | ByPairs):
                faults += order_of(dossier, preference, seen, seen_merged, len(options), place)[1]
    return faults


def idle_perceptions(dossier: Dossier, model: ConflictModel) -> list[Remark]:
    """Return a remark for each perception in which the party's game is the conflict as it is."""
    found = []
    for party, perception in dossier.require_standoff().perceptions.items():
        game = perceived_game(dossier, model, model.parties.index(party)).model
        alike = (
            game.size == model.size
            and np.array_equal(game.ranks, model.ranks)
            and game.partial.keys() == model.partial.keys()
            and all(np.array_equal(game.partial[k], model.partial[k]) for k in game.partial)
        )
        if alike:
            name, place = dossier.party_name(party), perception.place
            code = "perception-changes-nothing"
            message = say(f"dossier.review.{code}", party=name)
            found.append(Remark(place.line, place.column, code, message, (("party", name),)))
    return found


def _seen(
    states: Patterns, merged: Merged | None, hidden: int
) -> tuple[Patterns, Merged | None, NDArray[np.int32]]:
    """Return the states that are seen, how they are merged, and which of all states each is."""
    if merged is None:
        kept = np.flatnonzero(states & hidden == 0)
        return states[kept], None, kept.astype(np.int32)
    kept = np.flatnonzero(merged.patterns & hidden == 0)
    patterns = merged.patterns[kept]
    group, first, member_of = np.unique(
        merged.state_of[kept], return_index=True, return_inverse=True
    )
    lowest = patterns[first]
    varying = np.zeros_like(lowest)
    np.bitwise_or.at(varying, member_of, patterns ^ lowest[member_of])
    order = np.lexsort((lowest, lowest & ~varying))
    number = np.empty(len(order), np.int32)
    number[order] = np.arange(len(order), dtype=np.int32)
    left = Merged(patterns, number[member_of], varying[order]) if varying.any() else None
    return lowest[order], left, group[order].astype(np.int32)
