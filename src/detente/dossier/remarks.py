"""What a review says: a remark with its place, and whether something rests on anything."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.dossier.reasons import Place, Reason
from detente.words import say


@dataclass(frozen=True, order=True)
class Remark:
    """One thing to look at; not a fault.

    Parameters
    ----------
    line, column : int
        Where it stands, counted from 1; 0 where it has no single place.
    code : str
        Such as ``unsupported``; the sentence's code is ``dossier.review.`` and this.
    message : str
        In plain words, without a full stop.
    fields : tuple of (str, str)
        What the message was made of, for a page in another language.
    """

    line: int
    column: int
    code: str
    message: str
    fields: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def place(self) -> Place:
        """The line and column as a place."""
        return Place(self.line, self.column)


def remark(place: Place | None, code: str, **fields: object) -> Remark:
    """Return the remark `code` at `place`, its sentence made of `fields`."""
    told = {name: str(value) for name, value in fields.items()}
    line, column = (place.line, place.column) if place is not None else (0, 0)
    return Remark(line, column, code, say(f"dossier.review.{code}", **told), tuple(told.items()))


def supported(reason: Reason) -> bool:
    """Tell whether a value rests on evidence, or is said to be a judgement."""
    return bool(reason.evidence) or reason.judgement
