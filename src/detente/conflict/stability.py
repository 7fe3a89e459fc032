"""Which states are stable for whom, and which are equilibria."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS, concept_number
from detente.conflict.kernels.general import solve_general
from detente.conflict.kernels.grid import make_grid
from detente.conflict.kernels.simultaneous import simultaneous_bits
from detente.conflict.model import ConflictModel
from detente.conflict.moves import count_moves
from detente.conflict.stability_report import stability_text
from detente.conflict.telling import Teller
from detente.conflict.unknown.extensions import BASIC, EXTENSIONS, Extensions
from detente.conflict.unknown.report import extensions_text
from detente.errors import call_error
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say

FEW_MOVES = 300_000
"""Up to this many moves lists are quicker than starting the compiled kernel."""

LISTED_STATES = 65_536
LISTED_EQUILIBRIA = 1_000

OWN_COLUMNS = ("state", "equilibrium", "meaning")
"""Columns of a row that are no party's; a party with such an id has its column marked."""

Kernel = Literal["fast", "general"]


@dataclass(frozen=True, eq=False)
class StabilityResult(Result):
    """The stability of every state for every party under every concept.

    Parameters
    ----------
    model : ConflictModel
        The conflict that was analysed.
    verdicts : NDArray[np.uint8]
        Shape (n, m): bit k is set where the state is stable for the party under ``CONCEPTS[k]``.
    equilibrium : NDArray[np.uint8]
        Shape (m,): bit k is set where the state is stable for every party.
    kernel : str
        ``fast``, ``general``, or ``pairs`` where an order is known in part only.
    has_sim : bool
        Whether SIM could be computed; if not, its bit is never set.
    source : Manifest
        Where it comes from.
    all_states : bool
        Whether the JSON lists the states of a large conflict too.
    extensions : Extensions or None
        Where an order is known in part only, the verdicts under each attitude to what is not
        known; `verdicts` are then those of the most cautious, ``a``, and neither symmetric
        sequential nor simultaneous stability is computed.
    """

    model: ConflictModel
    verdicts: NDArray[np.uint8]
    equilibrium: NDArray[np.uint8]
    kernel: Kernel | Literal["pairs"]
    has_sim: bool
    source: Manifest
    all_states: bool = False
    extensions: Extensions | None = None

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from; the kernel that ran is a parameter."""
        return self.source

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts that were computed."""
        if self.extensions is not None:
            return BASIC
        return CONCEPTS if self.has_sim else CONCEPTS[:-1]

    def with_all_states(self) -> StabilityResult:
        """Return the same result, whose JSON lists every state however many there are."""
        return replace(self, all_states=True)

    def states(self, concept: str) -> NDArray[np.int32]:
        """Return the equilibria under `concept`, rising."""
        bit = np.uint8(1 << concept_number(concept))
        return np.flatnonzero(self.equilibrium & bit).astype(np.int32)

    def stable_for(self, state: int, party: int, concept: str) -> bool:
        """Tell whether `state` is stable for `party` under `concept`."""
        return bool(self.verdicts[party, state] >> concept_number(concept) & 1)

    def labels(self, concept: str) -> list[str]:
        """Return the patterns of the equilibria under `concept`."""
        return self.model.labels(self.states(concept))

    def title(self) -> str:
        """Return one line on the size of the conflict."""
        size, n, one = self.model.size, len(self.model.parties), ("", ".one")
        return say(
            "stability.title",
            states=say(f"stability.states{one[size == 1]}", n=f"{size:,}"),
            parties=say(f"stability.parties{one[n == 1]}", n=n),
            kernel=say(f"stability.kernel.{self.kernel}"),
        )

    def content(self) -> dict[str, Any]:
        """Return the answer as the JSON object that the reference describes."""
        model = self.model
        listed = self.all_states or model.size <= LISTED_STATES
        content: dict[str, Any] = {
            "options": [
                {"id": option, "party": model.parties[owner], "text": text}
                for option, owner, text in zip(
                    model.options, model.owner.tolist(), model.option_texts, strict=True
                )
            ],
            "status_quo": None if model.status_quo is None else model.label(model.status_quo),
            "counts": {
                "states": model.size,
                **{
                    concept: len(self.states(concept)) if concept in self.concepts else None
                    for concept in CONCEPTS
                },
            },
            "equilibria": {
                concept: model.labels(self.states(concept)[:LISTED_EQUILIBRIA])
                if concept in self.concepts
                else None
                for concept in CONCEPTS
            },
        }
        if self.extensions is not None:
            content |= self.extensions.content(model, LISTED_EQUILIBRIA)
        if listed:
            held = [self._held(bits) for bits in range(1 << len(CONCEPTS))]
            columns = list(zip(*self.verdicts.tolist(), strict=True))
            content["states"] = [
                {
                    "state": label,
                    "stable": {
                        party: held[bits] for party, bits in zip(model.parties, column, strict=True)
                    },
                    "equilibrium": held[everyone],
                }
                for label, column, everyone in zip(
                    model.labels(), columns, self.equilibrium.tolist(), strict=True
                )
            ]
            if self.extensions is not None:
                for state, entry in enumerate(content["states"]):
                    entry["extensions"] = {
                        name: {e: self.extensions.held(e, state, k) for e in EXTENSIONS}
                        for k, name in enumerate(model.parties)
                    }
        return content

    def _held(self, bits: int) -> list[str]:
        return [concept for k, concept in enumerate(CONCEPTS) if bits >> k & 1]

    def rows(self) -> Iterator[Row]:
        """Yield a row a state: pattern, words, and per party the concepts it is stable under."""
        teller = Teller(self.model)
        for state in range(self.model.size):
            row: dict[str, object] = {"state": self.model.label(state)}
            for k, party in enumerate(self.model.parties):
                column = f"{party} (party)" if party in OWN_COLUMNS else party
                row[column] = self._cell(state, k)
            row["equilibrium"] = self._cell(state, None)
            row["meaning"] = teller.state(state)
            yield row

    def _cell(self, state: int, party: int | None) -> str:
        """Return the concepts that hold, with the attitudes where an order is known in part."""
        if self.extensions is None:
            bits = self.equilibrium[state] if party is None else self.verdicts[party, state]
            return " ".join(self._held(int(bits)))
        found = ((c, self.extensions.attitudes(c, state, party)) for c in BASIC)
        return " ".join(f"{concept}:{letters}" for concept, letters in found if letters)

    def to_text(self) -> str:
        """Return counts, today's state and the states that hold, in words."""
        if self.extensions is not None:
            return extensions_text(self.model, self.extensions, self.title())
        return stability_text(self)


def stability(
    model: ConflictModel, kernel: Kernel | None = None, source: str = ""
) -> StabilityResult:
    """Return the stability of every state for every party.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    kernel : {"fast", "general"}, optional
        The kernel to use; the quicker one that applies, if not given. They agree.
    source : str
        The hash of the dossier, for the manifest.

    Raises
    ------
    CallError
        If there is no such kernel, or one is asked for where it does not apply.
    SizeError
        If the conflict is too large for the kernel that applies.
    """
    if kernel not in (None, "fast", "general"):
        raise call_error(
            "unknown-kernel", f"there is no kernel `{kernel}`", "Use one of fast and general"
        )
    if model.partial:
        return _in_four_attitudes(model, kernel, source)
    chosen = kernel or _choose(model)
    if chosen == "fast":
        from detente.conflict.kernels.fast import solve_fast

        verdicts = solve_fast(model)
    else:
        verdicts = solve_general(model)
    sim = simultaneous_bits(model)
    if sim is not None:
        verdicts = verdicts | sim
    equilibrium = np.bitwise_and.reduce(verdicts, axis=0)
    verdicts.setflags(write=False)
    equilibrium.setflags(write=False)
    return StabilityResult(
        model=model,
        verdicts=verdicts,
        equilibrium=equilibrium,
        kernel=chosen,
        has_sim=sim is not None,
        source=Manifest("stability", source, {"kernel": chosen}),
    )


def _in_four_attitudes(model: ConflictModel, kernel: Kernel | None, source: str) -> StabilityResult:
    """Return the stability of a model in which some order is known in part only."""
    from detente.conflict.unknown.solve import solve_unknown

    if kernel is not None:
        raise call_error(
            "kernel-needs-orders",
            f"the {kernel} kernel needs every party's whole order, and pairs leave part of one "
            "open",
            "Leave the choice of the kernel open",
        )
    extensions = solve_unknown(model)
    return StabilityResult(
        model=model,
        verdicts=extensions.verdicts[0],
        equilibrium=extensions.equilibrium[0],
        kernel="pairs",
        has_sim=False,
        source=Manifest("stability", source, {"kernel": "pairs", "equilibria": "extension a"}),
        extensions=extensions,
    )


def _choose(model: ConflictModel) -> Kernel:
    """Return the kernel that answers sooner; merged states and sparse grids need lists."""
    if model.merged is not None or count_moves(model) <= FEW_MOVES or make_grid(model) is None:
        return "general"
    return "fast"
