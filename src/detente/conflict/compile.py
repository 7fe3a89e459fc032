"""From the section ``conflict`` of a dossier to a :class:`ConflictModel`."""

from __future__ import annotations

import numpy as np

from detente.conflict.merging import merge
from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel, Merged, Patterns
from detente.conflict.needed import need_faults
from detente.conflict.orders import order_of
from detente.conflict.perceived import perception_faults
from detente.conflict.states import evaluate, feasible_patterns
from detente.dossier import Dossier
from detente.dossier.standoff import Standoff
from detente.errors import DossierError, Fault, SizeError


def compile_model(dossier: Dossier) -> ConflictModel:
    """Compile the standoff of `dossier` in its central reading.

    Raises
    ------
    DossierError
        With every fault: no section ``conflict``, no feasible state, an infeasible status quo,
        merged states whose label covers others, rankings that miss, repeat or invent states,
        pairs of states that cannot happen, perceptions that leave no state, outcomes of the
        table that take what no feasible state meets.
    SizeError
        If there are more feasible states than can be analysed.
    """
    standoff = dossier.require_standoff()
    options = tuple(option.id for option in standoff.options)
    place = {option: k for k, option in enumerate(options)}
    try:
        patterns = feasible_patterns(options, standoff.infeasible)
    except SizeError as error:
        first = standoff.options[0].place
        raise SizeError(
            dossier.fault(first, fault.code, fault.message, fault.remedy) for fault in error.faults
        ) from error
    if not len(patterns):
        raise DossierError(
            [
                dossier.fault(
                    standoff.infeasible[0].place,
                    "no-feasible-state",
                    "the entries of `infeasible` leave no state that can happen",
                    "Take out or narrow the entry that goes too far",
                )
            ]
        )
    faults: list[Fault] = []
    states, merged = patterns, None
    if standoff.same:
        states, merged, found = merge(dossier, standoff, patterns, place)
        faults.extend(found)
    status_quo, found = _status_quo(dossier, standoff, patterns, merged, place)
    faults.extend(found)
    ranks = np.zeros((len(standoff.players), len(states)), np.int32)
    partial = {}
    for row, party in enumerate(standoff.players):
        order, found = order_of(
            dossier, standoff.preferences[party], states, merged, len(options), place
        )
        faults.extend(found)
        if order.ndim == 1:
            ranks[row] = order
        else:
            partial[row] = order
    faults.extend(need_faults(dossier, patterns, place))
    if not faults:
        faults.extend(perception_faults(dossier, options, states, merged))
    if faults:
        raise DossierError(faults)
    directions = {"taken": TAKEN, "dropped": DROPPED}
    one_way = np.full(len(options), FREE, np.int8)
    for option, entry in standoff.one_way.items():
        one_way[place[option]] = directions[entry.direction]
    return ConflictModel(
        parties=standoff.players,
        options=options,
        option_texts=tuple(option.text for option in standoff.options),
        party_names=tuple(dossier.party_name(party) for party in standoff.players),
        owner=np.array(
            [standoff.players.index(option.party) for option in standoff.options], np.int8
        ),
        one_way=one_way,
        states=states,
        ranks=ranks,
        status_quo=status_quo,
        merged=merged,
        names=tuple(
            (
                np.flatnonzero(evaluate(entry.clause.expression, states, place)).astype(np.int32),
                entry.name,
            )
            for entry in standoff.names
        ),
        partial=partial,
    )


def _status_quo(
    dossier: Dossier,
    standoff: Standoff,
    patterns: Patterns,
    merged: Merged | None,
    place: dict[str, int],
) -> tuple[int | None, list[Fault]]:
    """Return today's state, or the fault that it is not feasible."""
    if standoff.status_quo is None:
        return None, []
    bits = sum(1 << place[option] for option in standoff.status_quo.taken)
    at = int(np.searchsorted(patterns, bits))
    if at < len(patterns) and patterns[at] == bits:
        return (at if merged is None else int(merged.state_of[at])), []
    pattern = np.array([bits], np.int64)
    broken = [
        clause.text
        for clause in standoff.infeasible
        if evaluate(clause.expression, pattern, place)[0]
    ]
    return None, [
        dossier.fault(
            standoff.status_quo.place,
            "infeasible-status-quo",
            f"today's state is ruled out by `{broken[0]}` under `infeasible`",
            "Correct the status quo, or narrow that entry",
        )
    ]
