"""Why a state is stable for a party or not: its improvements, and what deters each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from detente.conflict.concepts import computed_concepts
from detente.conflict.explanation_report import (
    COLUMNS,
    explanation_content,
    explanation_rows,
    explanation_text,
    explanation_title,
)
from detente.conflict.model import ConflictModel
from detente.conflict.sanctions import Verdict, judge_party
from detente.conflict.stability import StabilityResult, stability
from detente.results import Manifest, Result
from detente.results.tables import Row, to_csv


@dataclass(frozen=True, eq=False)
class Explanation(Result):
    """Why a state is stable for each party or not.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    state : int
        The state asked about.
    concepts : tuple of str
        The concepts asked about.
    entries : tuple of Verdict
        One for each party asked about.
    """

    model: ConflictModel
    state: int
    concepts: tuple[str, ...]
    entries: tuple[Verdict, ...]
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that names the state."""
        return explanation_title(self)

    def content(self) -> dict[str, Any]:
        """Return the explanation as a JSON object, states as patterns."""
        return explanation_content(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each party, improvement and concept."""
        yield from explanation_rows(self)

    def to_csv(self) -> str:
        """Return the rows as CSV text, with a header even where there are none."""
        return to_csv(self.rows(), COLUMNS)

    def to_text(self) -> str:
        """Return the explanation in words."""
        return explanation_text(self)


def explain(
    model: ConflictModel,
    state: int,
    parties: Sequence[int] | None = None,
    concepts: Sequence[str] | None = None,
    result: StabilityResult | None = None,
    source: str = "",
) -> Explanation:
    """Return, party by party, the improvements from `state` and the sanctions that deter them.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    state : int
        The state to explain.
    parties : sequence of int, optional
        The parties to look at; all, if not given.
    concepts : sequence of str, optional
        The concepts to look at; all that can be computed, if not given.
    result : StabilityResult, optional
        The stability of the model, if it is already known.
    source : str
        The hash of the dossier, for the manifest.

    Raises
    ------
    CallError
        If there is no such concept, none of those asked about can be computed, or the order of
        a party is known in part only.
    """
    model.require_complete()
    result = result or stability(model)
    known = computed_concepts(concepts, result.concepts)
    entries = tuple(
        judge_party(
            model, state, party, {name: result.stable_for(state, party, name) for name in known}
        )
        for party in (range(len(model.parties)) if parties is None else parties)
    )
    parameters = {"state": model.label(state), "concepts": list(known), "kernel": result.kernel}
    return Explanation(model, state, known, entries, Manifest("explain", source, parameters))
