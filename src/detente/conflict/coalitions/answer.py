"""What coalitions can do: the one question asked, the one result given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.coalitions.content import COLUMNS, coalitions_content, coalitions_rows
from detente.conflict.coalitions.jumps import Jump, find_improvements, find_jumps, minimal_for
from detente.conflict.coalitions.masks import chosen_masks, coalition_key, mask_of, members
from detente.conflict.coalitions.reaching import Cells, Reach, find_reaches
from detente.conflict.coalitions.report import coalitions_text, coalitions_title
from detente.conflict.coalitions.solving import (
    COALITION_CONCEPTS,
    judge_coalitions,
    needed_masks,
)
from detente.conflict.coalitions.trust import Way, find_way
from detente.conflict.model import ConflictModel
from detente.conflict.stability import StabilityResult, stability
from detente.errors import call_error
from detente.results import Manifest, Result
from detente.results.tables import Row, to_csv

MAX_WAYS = 200
"""Jumps, and as many improvements of today's state, whose way is worked out."""


@dataclass(frozen=True, slots=True)
class Together:
    """What two or more parties could do together from today's state, each gaining.

    No smaller coalition among the members, nor one member alone, can do the same.

    Parameters
    ----------
    to : int
        The state they could bring about.
    mask : int
        The coalition, as bits.
    """

    to: int
    mask: int

    @property
    def parties(self) -> tuple[int, ...]:
        """The members."""
        return tuple(members(self.mask))


@dataclass(frozen=True, eq=False)
class CoalitionsResult(Result):
    """What coalitions can do and which states hold against them.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    masks : tuple of int
        The k coalitions asked about, as bits (bit i for party i), small ones first.
    verdicts : NDArray[np.uint8]
        Shape (k, m): bit c is set where the state is stable for the coalition under
        ``COALITION_CONCEPTS[c]``.
    stable : NDArray[np.uint8]
        Shape (m,): bit c is set where the state is stable for every coalition asked about.
    starts : Cells
        The states from which improvements are told, rising.
    improvements : Mapping of int to Cells
        For each coalition its improvements from these states, rows of two states, rising.
    together : tuple of Together
        What can be done together from today's state, small coalitions first.
    jumps : tuple of Jump
        The equilibrium jumps, at most :data:`detente.conflict.coalitions.jumps.MAX_JUMPS`.
    jump_count : int
        The number of all jumps.
    ways : Mapping of (int, int, int) to Way
        The way of a coalition from one state to another, for the first minimal ones told.
    concepts : tuple of str
        The concepts of stability that jumps were looked for under.
    source : Manifest
        Where it comes from.
    all_states : bool
        Whether the JSON lists every stable state, however many.
    """

    model: ConflictModel
    masks: tuple[int, ...]
    verdicts: NDArray[np.uint8]
    stable: NDArray[np.uint8]
    starts: Cells
    improvements: Mapping[int, Cells]
    together: tuple[Together, ...]
    jumps: tuple[Jump, ...]
    jump_count: int
    ways: Mapping[tuple[int, int, int], Way]
    concepts: tuple[str, ...]
    source: Manifest
    all_states: bool = False

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def states(self, concept: str) -> Cells:
        """Return the states that every coalition asked about leaves alone under `concept`.

        Raises
        ------
        CallError
            If there is no such concept.
        """
        if concept not in COALITION_CONCEPTS:
            raise call_error(
                "unknown-concept",
                f"there is no concept of coalition stability `{concept}`",
                f"Use one of {', '.join(COALITION_CONCEPTS)}",
            )
        bit = np.uint8(1 << COALITION_CONCEPTS.index(concept))
        return np.flatnonzero(self.stable & bit).astype(np.int32)

    def stable_for(self, state: int, coalition: Sequence[int], concept: str) -> bool:
        """Tell whether `state` is stable for one of the coalitions asked about."""
        bits = int(self.verdicts[self.masks.index(mask_of(coalition)), state])
        return bool(bits >> COALITION_CONCEPTS.index(concept) & 1)

    def title(self) -> str:
        """Return one line on the size of the conflict and the coalitions asked about."""
        return coalitions_title(self)

    def content(self) -> dict[str, Any]:
        """Return the answer as the JSON object that the reference describes."""
        return coalitions_content(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each stable state, each improvement told and each jump."""
        yield from coalitions_rows(self)

    def to_csv(self) -> str:
        """Return the rows as CSV text, with a header even where there are none."""
        return to_csv(self.rows(), COLUMNS)

    def to_text(self) -> str:
        """Return what holds, what could be done together and who must trust whom, in words."""
        return coalitions_text(self)


def coalitions(
    model: ConflictModel,
    coalitions: Sequence[Sequence[int]] | None = None,
    states: Sequence[int] | None = None,
    result: StabilityResult | None = None,
    source: str = "",
) -> CoalitionsResult:
    """Return what coalitions can do, which states hold against them, and who must trust whom.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    coalitions : sequence of sequences of int, optional
        The coalitions to look at, as their parties; all, single parties included, if not given.
    states : sequence of int, optional
        The states whose improvements are told; today's, where it is known, if not given.
    result : StabilityResult, optional
        The stability of the model, if it is already known.
    source : str
        The hash of the dossier, for the manifest.

    Raises
    ------
    CallError
        If a coalition is empty, has a member twice or one that is no party, or if the order of a
        party is known in part only.
    SizeError
        If there are too many parties, moves, pairs of states to compare, or improvements to tell.

    Notes
    -----
    Coalition improvements and jumps as in Kilgour, Hipel, Fang and Peng (2001), coalition
    stability as in Inohara and Hipel (2008).
    """
    model.require_complete()
    asked = chosen_masks(model, coalitions)
    reaches = find_reaches(model, needed_masks(len(model.parties), asked))
    verdicts = judge_coalitions(model, asked, reaches)
    held = result or stability(model)
    today = model.status_quo
    wanted = np.zeros(model.size, np.bool_)
    wanted[([] if today is None else [today]) if states is None else list(states)] = True
    improvements = find_improvements(model, asked, reaches, wanted)
    jumps, jump_count = find_jumps(model, asked, reaches, held.equilibrium)
    together = () if today is None else _together(model, asked, reaches, today)
    stable = np.bitwise_and.reduce(verdicts, axis=0)
    for array in (verdicts, stable):
        array.setflags(write=False)
    names = None if coalitions is None else [coalition_key(model, mask) for mask in asked]
    every = states is not None and bool(wanted.all())
    parameters = {"coalitions": names, "all_states": every, "kernel": held.kernel}
    return CoalitionsResult(
        model=model,
        masks=tuple(asked),
        verdicts=verdicts,
        stable=stable,
        starts=np.flatnonzero(wanted).astype(np.int32),
        improvements=improvements,
        together=together,
        jumps=jumps,
        jump_count=jump_count,
        ways=_ways(model, together, jumps),
        concepts=held.concepts,
        source=Manifest("coalitions", source, parameters),
        all_states=every,
    )


def _together(
    model: ConflictModel, asked: Sequence[int], reaches: Mapping[int, Reach], today: int
) -> tuple[Together, ...]:
    """Return what two or more parties could do together from `today`."""
    start = np.zeros(model.size, np.bool_)
    start[today] = True
    large = [mask for mask in asked if mask.bit_count() > 1]
    found = find_improvements(model, large, reaches, start)
    mask = np.repeat(np.array(large, np.int64), [len(found[one]) for one in large])
    ends = [np.zeros(0, np.int32), *(found[one][:, 1] for one in large)]
    end = np.concatenate(ends).astype(np.int64)
    minimal = minimal_for(reaches, np.full(len(end), today), end, mask)
    pairs = zip(end[minimal].tolist(), mask[minimal].tolist(), strict=True)
    return tuple(Together(*pair) for pair in pairs)


def gains_together(model: ConflictModel, start: int) -> tuple[Together, ...]:
    """Return what two or more parties could do together from `start`, each gaining.

    The part of :func:`coalitions` that needs no verdicts.

    Raises
    ------
    SizeError
        If there are too many parties, moves or pairs of states to compare.
    """
    asked = chosen_masks(model, None)
    return _together(model, asked, find_reaches(model, asked), start)


def _ways(
    model: ConflictModel, together: Sequence[Together], jumps: Sequence[Jump]
) -> dict[tuple[int, int, int], Way]:
    """Return the ways of minimal coalitions: the first from today, and the first jumps.

    Jumps from today's state come first, then those whose ends hold under the most concepts.
    """
    today = model.status_quo
    own = [] if today is None else [(today, one.to, one.mask) for one in together]
    minimal = [one for one in jumps if one.minimal]
    minimal.sort(key=lambda one: (one.from_ != today, -one.concepts.bit_count()))
    first = [(one.from_, one.to, one.mask) for one in minimal[:MAX_WAYS]]
    wanted = dict.fromkeys([*own[:MAX_WAYS], *first])
    return {one: find_way(model, *one) for one in wanted}
