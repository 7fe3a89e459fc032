"""Many states told as few patterns that cover exactly those states.

Where hundreds of states hold, a reader wants to know what they have in common. A pattern
such as ``N--Y`` says it: these options not taken, those taken, the rest either way. This is
two-level logic minimisation with the infeasible patterns as don't-cares, solved greedily by
prime implicants [1]_: each pattern is widened until one letter more would let in a feasible
state from outside. Told is the narrowest pattern over the states a wide one covers, so that a
``-`` stands only where they differ.

References
----------
.. [1] R. K. Brayton, G. D. Hachtel, C. T. McMullen, A. L. Sangiovanni-Vincentelli, *Logic
   Minimization Algorithms for VLSI Synthesis*, Kluwer 1984 (the steps Expand, Irredundant
   and Reduce).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel, Patterns

_WORK = 20_000_000
"""Words of memory one pattern may look at before fewer starting points are tried."""

_SEEDS = 48
"""Most starting points tried for one pattern."""

_SAMPLE = 4096
"""Most open states looked at when a letter to free is chosen."""


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """A pattern and the states under it.

    Parameters
    ----------
    pattern : str
        One letter an option: Y taken, N not taken, ``-`` either.
    states : NDArray[np.int32]
        Every state the pattern covers, rising; a state may stand under several patterns. The
        pattern has ``-`` only where they differ.
    """

    pattern: str
    states: NDArray[np.int32]


@dataclass(frozen=True, eq=False, slots=True)
class Cover:
    """Patterns for a set of states.

    Parameters
    ----------
    groups : tuple of Group
        Those that cover a preferred state first, then the wider before the narrower.
    left : NDArray[np.int32]
        The states under no group, rising: empty unless the number of groups was limited.
    """

    groups: tuple[Group, ...]
    left: NDArray[np.int32]

    @property
    def complete(self) -> bool:
        """Whether the groups cover every state asked for."""
        return self.left.size == 0


def cover(states: Any, model: ConflictModel, first: Any = None, limit: int | None = None) -> Cover:
    """Return few patterns under which stand exactly `states`, and no other feasible state.

    Parameters
    ----------
    states : array of int, or array of bool of shape (m,)
        The states to cover.
    model : ConflictModel
        Says which patterns are feasible; the others may stand under a pattern or not.
    first : array of int, or array of bool of shape (m,), optional
        States to be covered before the others, and told before them.
    limit : int, optional
        Stop after so many patterns; `Cover.left` then names the states not covered.

    Returns
    -------
    Cover
        With no limit it is exact: the feasible states under the patterns are `states`.
    """
    wanted = _mask(states, model.size)
    urgent = _mask(first if first is not None else [], model.size) & wanted
    inside = np.flatnonzero(wanted).astype(np.int32)
    table = _Table(model, wanted, inside)
    open_ = np.ones(inside.size, dtype=bool)
    early = urgent[inside]
    found: list[tuple[int, int, NDArray[np.bool_]]] = []
    while open_.any() and (limit is None or len(found) < limit):
        value, fixed = table.widest(open_, early)
        under = table.under(value, fixed)
        open_ &= ~under
        found.append((value, fixed, under))
    kept = _irredundant(found)
    kept.sort(key=lambda one: (not (one[2] & early).any(), -int(one[2].sum()), one[0]))
    groups = tuple(Group(table.narrowest(under), inside[under]) for _, _, under in kept)
    return Cover(groups, inside[open_])


class _Table:
    """The states inside and the patterns outside, ready for widening."""

    def __init__(
        self, model: ConflictModel, wanted: NDArray[np.bool_], inside: NDArray[np.int32]
    ) -> None:
        self.options = len(model.options)
        self.low = model.states[inside]
        if model.merged is None:
            self.varying = np.zeros(inside.size, dtype=np.int64)
            self.outside = model.states[~wanted]
        else:
            self.varying = model.merged.varying[inside]
            self.outside = model.merged.patterns[~wanted[model.merged.state_of]]

    def under(self, value: int, fixed: int) -> NDArray[np.bool_]:
        """Return which inside states stand wholly under the pattern."""
        apart: Patterns = (self.low ^ np.int64(value)) | self.varying
        fits: NDArray[np.bool_] = (apart & np.int64(fixed)) == 0
        return fits

    def narrowest(self, under: NDArray[np.bool_]) -> str:
        """Return the letters that all the inside states `under` share."""
        value = int(self.low[under][0])
        varying = np.bitwise_or.reduce((self.low[under] ^ np.int64(value)) | self.varying[under])
        return _letters(value, ~int(varying), self.options)

    def widest(self, open_: NDArray[np.bool_], early: NDArray[np.bool_]) -> tuple[int, int]:
        """Return the pattern, of several tried, that covers most of what is still open."""
        eager = open_ & early
        pool = np.flatnonzero(eager if eager.any() else open_)
        cost = max(1, (self.outside.size + self.low.size) * self.options)
        tries = max(1, min(_SEEDS, _WORK // cost, pool.size))
        seeds = pool[np.linspace(0, pool.size - 1, tries).astype(np.int64)]
        best: tuple[tuple[int, int, int], int, int] | None = None
        for seed in seeds.tolist():
            value, fixed = self._widen(seed, open_)
            under = self.under(value, fixed)
            score = (int((under & eager).sum()), int((under & open_).sum()), -fixed.bit_count())
            if best is None or score > best[0]:
                best = (score, value, fixed)
        if best is None:
            raise AssertionError("a pattern was asked for though no state is open")
        return best[1], best[2]

    def _widen(self, seed: int, open_: NDArray[np.bool_]) -> tuple[int, int]:
        """Free letters of the seed's label while no outside pattern slips under it."""
        value = int(self.low[seed])
        fixed = ((1 << self.options) - 1) & ~int(self.varying[seed])
        apart = self.outside ^ np.int64(value)
        sample = np.flatnonzero(open_)
        sample = sample[:: 1 + sample.size // _SAMPLE]
        near = (self.low[sample] ^ np.int64(value)) | self.varying[sample]
        while fixed:
            blocked = apart & np.int64(fixed)
            single = blocked[(blocked & (blocked - 1)) == 0]
            needed = int(np.bitwise_or.reduce(single)) if single.size else 0
            free = fixed & ~needed
            if not free:
                break
            fixed &= ~_most_useful(near & np.int64(fixed), free, self.options)
        return value & fixed, fixed


def _most_useful(distance: NDArray[np.int64], free: int, options: int) -> int:
    """Return the bit of `free` whose letter keeps most of the open states away.

    A state that is kept away by few letters counts for more, since it is sooner let in.
    """
    columns = [(distance >> np.int64(k)) & np.int64(1) for k in range(options)]
    weight = np.ldexp(1.0, -np.sum(columns, axis=0, dtype=np.int64).astype(np.int32))
    scores = {k: float((columns[k] * weight).sum()) for k in range(options) if free >> k & 1}
    return int(1 << max(scores, key=lambda k: (scores[k], k)))


def _irredundant(
    found: list[tuple[int, int, NDArray[np.bool_]]],
) -> list[tuple[int, int, NDArray[np.bool_]]]:
    """Drop patterns whose states all stand under others, the narrowest first."""
    if not found:
        return []
    times = np.sum([under for _, _, under in found], axis=0)
    kept = []
    for one in sorted(found, key=lambda one: int(one[2].sum())):
        if (times[one[2]] > 1).all():
            times = times - one[2]
        else:
            kept.append(one)
    return kept


def _letters(value: int, fixed: int, options: int) -> str:
    return "".join(
        "-" if not fixed >> k & 1 else "Y" if value >> k & 1 else "N" for k in range(options)
    )


def _mask(states: Any, size: int) -> NDArray[np.bool_]:
    given = np.asarray(states)
    if given.dtype == np.bool_:
        return given.copy()
    mask = np.zeros(size, dtype=bool)
    mask[given.astype(np.int64)] = True
    return mask
