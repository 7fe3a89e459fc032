"""What becomes of a package when clients do not follow their sponsors.

A client is a party that must comply, has options in the conflict, and is backed by a party that
signs. If it does not follow, its own options stay as today and all else is done as the package
asks.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from detente.compliance.enforcement import Departure, Desertion
from detente.compliance.holding import named
from detente.compliance.targets import Carrying, Target
from detente.conflict.model import ConflictModel
from detente.conflict.moves import move_index
from detente.dossier import Dossier


def sponsors_of(dossier: Dossier, model: ConflictModel) -> dict[int, tuple[str, ...]]:
    """Return the sponsors of each client among the players, by the client's number.

    Sponsors are the parties of ``must_sign`` whose ``backs`` names the client, by id.
    """
    table = dossier.require_table()
    signing = tuple(member.party for member in table.must_sign)
    complying = {member.party for member in table.must_comply}
    found = {}
    for k, party in enumerate(model.parties):
        backing = tuple(s for s in signing if party in dossier.parties[s].backs)
        if party in complying and backing:
            found[k] = backing
    return found


def desertions(
    carrying: Carrying,
    target: Target,
    sponsors: Mapping[int, tuple[str, ...]],
    signers: tuple[int, ...],
    verdicts: NDArray[np.uint8],
) -> tuple[Desertion, ...]:
    """Return what becomes of the package of `target` without each client, and without all.

    Clients that the package asks to do nothing new are left out.

    Parameters
    ----------
    sponsors : mapping of int to tuple of str
        The sponsors of each client.
    signers : tuple of int
        The players that sign.
    verdicts : NDArray[np.uint8]
        Shape (n, m): the concepts under which each state is stable for each party, as bits.
    """
    changed = carrying.today ^ target.pattern
    asked = [c for c in sponsors if changed & carrying.model.own_bits(c)]
    groups: list[tuple[int, ...]] = [(client,) for client in asked]
    if len(asked) > 1:
        groups.append(tuple(asked))
    return tuple(_without(carrying, target, group, sponsors, signers, verdicts) for group in groups)


def _without(
    carrying: Carrying,
    target: Target,
    clients: tuple[int, ...],
    sponsors: Mapping[int, tuple[str, ...]],
    signers: tuple[int, ...],
    verdicts: NDArray[np.uint8],
) -> Desertion:
    model = carrying.model
    own = sum(model.own_bits(client) for client in clients)
    backing = tuple(sponsors[client] for client in clients)
    state = carrying.state_of((target.pattern & ~own) | (carrying.today & own))
    today = carrying.state_of(carrying.today)
    if state is None or today is None:
        return Desertion(clients, backing, None)
    return Desertion(
        clients,
        backing,
        state,
        {party: _compared(model, party, state, today) for party in signers},
        {party: _compared(model, party, state, target.state) for party in signers},
        tuple(
            Departure(party, move, named(int(verdicts[party, state])))
            for party in signers
            for move in _best_move(model, party, state)
        ),
    )


def _compared(model: ConflictModel, party: int, state: int, other: int) -> int:
    rank = model.ranks[party]
    return int(np.sign(int(rank[state]) - int(rank[other])))


def _best_move(model: ConflictModel, party: int, state: int) -> list[int]:
    """Return the improvement that the party likes best; empty if it has none."""
    found = move_index(model).improvements(state, party)
    return [int(found[np.argmax(model.ranks[party][found])])] if len(found) else []
