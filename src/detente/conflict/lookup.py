"""From what a user writes to a state, a party or a concept of a model."""

from __future__ import annotations

from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.errors import CallError, call_error
from detente.words.naming import clean

TODAY = ("today", "status quo", "status_quo")
"""Words that stand for today's state."""


def find_state(model: ConflictModel, text: str) -> int:
    """Return the state that `text` means: a pattern, ``today`` or a name from ``names``.

    A pattern may hold ``-`` for either if a single feasible state fits it.

    Raises
    ------
    CallError
        If no state or more than one fits.
    """
    wanted = text.strip()
    named = _named(model, wanted)
    if wanted and set(wanted) <= set("YN-") and not (named and len(wanted) != len(model.options)):
        return _by_pattern(model, wanted)
    if wanted.casefold() in TODAY:
        if model.status_quo is None:
            raise call_error(
                "no-status-quo",
                "the dossier does not say which state is today's",
                "Name the state by its pattern, or add status_quo to the dossier",
            )
        return model.status_quo
    if not named:
        close = get_close_matches(wanted, [name for _, name in model.names], 1)
        hint = f"Did you mean “{close[0]}”? A" if close else "A"
        raise call_error(
            "unknown-state",
            f"`{wanted}` is neither a pattern nor the name of a state",
            f"{hint} pattern has {len(model.options)} letters, Y, N or -, one an option",
        )
    return _single(model, wanted, np.concatenate(named))


def _named(model: ConflictModel, wanted: str) -> list[NDArray[np.int32]]:
    """Return the states of each name that is `wanted`, or is told like it if there is none."""
    return [states for states, name in model.names if name == wanted] or [
        states for states, name in model.names if _folded(name) == _folded(wanted)
    ]


def _folded(name: str) -> str:
    """Return `name` without what is left out or changed where it is told, capitals aside."""
    return clean(name).rstrip(".").casefold()


def _by_pattern(model: ConflictModel, wanted: str) -> int:
    if len(wanted) != len(model.options):
        raise call_error(
            "wrong-pattern",
            f"{wanted} has {len(wanted)} letters, but there are {len(model.options)} options",
            "Write Y, N or - for each option, in the order of the dossier",
        )
    fixed = sum(1 << k for k, letter in enumerate(wanted) if letter != "-")
    taken = sum(1 << k for k, letter in enumerate(wanted) if letter == "Y")
    if model.merged is not None:
        same = [s for s in range(model.size) if model.label(s) == wanted]
        if same:
            return same[0]
        patterns, state_of = model.merged.patterns, model.merged.state_of
        return _single(model, wanted, state_of[(patterns & fixed) == taken])
    return _single(model, wanted, np.flatnonzero((model.states & fixed) == taken))


def _single(model: ConflictModel, wanted: str, states: NDArray[np.int32] | NDArray[np.intp]) -> int:
    found = np.unique(states)
    if len(found) == 1:
        return int(found[0])
    if not len(found):
        raise call_error(
            "infeasible-state",
            f"no feasible state is {wanted}",
            "Correct the pattern, or look at `infeasible` in the dossier",
        )
    raise call_error(
        "several-states",
        f"{wanted} stands for {len(found):,} states",
        f"Name a single one, such as {model.label(int(found[0]))}",
    )


def find_party(model: ConflictModel, text: str) -> int:
    """Return the player that `text` means by its id or name.

    Raises
    ------
    CallError
        If there is no such player.
    """
    for names in (model.parties, model.party_names):
        folded = [name.casefold() for name in names]
        if text.strip().casefold() in folded:
            return folded.index(text.strip().casefold())
    raise _unknown_party(model, text)


def _unknown_party(model: ConflictModel, text: str) -> CallError:
    return call_error(
        "unknown-player",
        f"`{text}` is not a party with options",
        f"Use one of {', '.join(model.parties)}",
    )
