"""Why a value stands in a dossier: evidence, judgement, and how sure the analyst is."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where a value stands in the tree of the file: keys and list positions from the top."""


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column of a value in ``dossier.yaml``, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote from a source.

    `span` is the quote's place in the stored text of the source, as half-open code-point
    offsets; `None` where the source has no file, so that the quote is unverified.
    """

    source: str
    quote: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What a value rests on.

    `sure` is the analyst's own chance (0 to 1) that the entry belongs in the dossier at all.
    """

    because: str | None = None
    sure: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    judgement: bool = False
    draft: bool = False


NO_REASON = Reason()
