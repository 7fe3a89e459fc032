"""Numbered notes: every sentence that rests on a source says which words of it."""

from __future__ import annotations

from collections.abc import Iterable

from detente.brief.content import Line
from detente.brief.document import Note
from detente.brief.phrases import stop, when
from detente.dossier import Dossier
from detente.dossier.reasons import Evidence
from detente.words import say
from detente.words.naming import clean


class Notebook:
    """Gives each quote its number when it is first cited.

    Parameters
    ----------
    dossier : Dossier
        Whose sources are cited.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._numbers: dict[tuple[str, str], int] = {}
        self._notes: list[Note] = []

    def cite(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """Return the numbers of the notes for `evidence`, rising, each once."""
        return tuple(sorted({self._number(one) for one in evidence}))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note cited so far, in order of its number."""
        return tuple(self._notes)

    def _number(self, one: Evidence) -> int:
        key = (one.source, " ".join(one.quote.split()))
        if key not in self._numbers:
            self._numbers[key] = len(self._notes) + 1
            verified = one.span is not None
            self._notes.append(
                Note(
                    number=self._numbers[key],
                    source=self._source(one.source),
                    quote=clean(one.quote),
                    verified=verified,
                    remark="" if verified else say("brief.note.unverified"),
                )
            )
        return self._numbers[key]

    @property
    def sources(self) -> tuple[Line, ...]:
        """Every source of the dossier, with what a reader should know about it."""
        lines = []
        for source in self._dossier.sources.values():
            told = stop(self._source(source.id))
            if source.note:
                told += " " + stop(clean(source.note))
            mark = "" if source.file is not None else say("brief.mark.unverified")
            lines.append(Line(told, mark=mark))
        return tuple(lines)

    def _source(self, source_id: str) -> str:
        source = self._dossier.sources.get(source_id)
        if source is None:
            return source_id
        parts = [clean(source.author), clean(source.title).rstrip("."), clean(source.publisher)]
        if source.published is not None:
            parts.append(when(source.published))
        return ", ".join(part for part in parts if part)
