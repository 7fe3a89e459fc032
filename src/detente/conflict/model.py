"""The compiled standoff: parties, options, feasible states and ranks as arrays.

A state is a *pattern*: option ``k`` (from 0) taken counts ``2**k``. States stand in rising
order of their pattern's number and are named by their position in that order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import call_error

Ranks = NDArray[np.int32]
Patterns = NDArray[np.int64]

FREE, TAKEN, DROPPED = 0, 1, 2
"""Reversibility of an option: free, cannot be taken back, can never become taken again."""


@dataclass(frozen=True, slots=True)
class Merged:
    """States that stand for several feasible patterns.

    Parameters
    ----------
    patterns : Patterns
        Shape (p,): every feasible pattern, rising.
    state_of : NDArray[np.int32]
        Shape (p,): the state each pattern belongs to.
    varying : Patterns
        Shape (m,): the options (as bits) in which the members of a state differ.
    """

    patterns: Patterns
    state_of: NDArray[np.int32]
    varying: Patterns


@dataclass(frozen=True, eq=False, slots=True)
class ConflictModel:
    """A conflict in option form, ready for the kernels.

    Parameters
    ----------
    parties : tuple of str
        The n players, in the order of their options.
    options : tuple of str
        The k full option ids (``us.join``) in pattern order.
    option_texts : tuple of str
        What each option says, in words.
    party_names : tuple of str
        The parties' names for a reader, as in `parties`.
    owner : NDArray[np.int8]
        Shape (k,): the index of the party each option belongs to; never falling.
    one_way : NDArray[np.int8]
        Shape (k,): `FREE`, `TAKEN` or `DROPPED`.
    states : Patterns
        Shape (m,): the pattern of each state; of a merged state its lowest member. Rising, but for
        merged states, which stand where their label with ``-`` read as N belongs.
    ranks : Ranks
        Shape (n, m): dense ranks, 0 the worst, higher is better, equal where indifferent.
    status_quo : int or None
        Today's state; `None` where it is not known.
    merged : Merged or None
        `None` unless some states were merged.
    names : tuple of (NDArray[np.int32], str)
        The states each short name covers, rising, with the name.
    partial : mapping of int to NDArray[np.bool_]
        For each party whose order is known in part only, shape (m, m): True at (s, t) where it
        is known to prefer s to t; closed under chains. Its row of `ranks` is all 0 and means
        nothing. Empty where every order is complete.
    """

    parties: tuple[str, ...]
    options: tuple[str, ...]
    option_texts: tuple[str, ...]
    party_names: tuple[str, ...]
    owner: NDArray[np.int8]
    one_way: NDArray[np.int8]
    states: Patterns
    ranks: Ranks
    status_quo: int | None = None
    merged: Merged | None = None
    names: tuple[tuple[NDArray[np.int32], str], ...] = ()
    partial: Mapping[int, NDArray[np.bool_]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The number m of states."""
        return int(self.states.shape[0])

    def require_complete(self) -> None:
        """Do nothing if every party's order of the states is complete.

        Raises
        ------
        CallError
            If the order of some party is known in part only.
        """
        for party in self.partial:
            raise call_error(
                "incomplete-preferences",
                f"{self.party_names[party]} has preferences by pairs, which leave part of the "
                "order open, and all of it is needed here",
                "Use stability, which reads pairs",
            )

    def own_bits(self, party: int) -> int:
        """Return the options of `party` as bits of a pattern."""
        return int(sum(1 << k for k in np.flatnonzero(self.owner == party).tolist()))

    def label(self, state: int) -> str:
        """Return the pattern of `state`: Y taken, N not, ``-`` where merged members differ."""
        bits = int(self.states[state])
        varying = int(self.merged.varying[state]) if self.merged is not None else 0
        return "".join(
            "-" if varying >> k & 1 else "Y" if bits >> k & 1 else "N"
            for k in range(len(self.options))
        )

    def labels(self, states: Any = None) -> list[str]:
        """Return the labels of `states` (all, if `None`)."""
        chosen = slice(None) if states is None else np.asarray(states, np.int64)
        places = np.arange(len(self.options))
        taken = self.states[chosen, None] >> places & 1
        letters = np.where(taken, ord("Y"), ord("N")).astype(np.uint8)
        if self.merged is not None:
            letters[(self.merged.varying[chosen, None] >> places & 1).astype(np.bool_)] = ord("-")
        text, width = letters.tobytes().decode("ascii"), len(self.options)
        return [text[k : k + width] for k in range(0, len(text), max(width, 1))]
