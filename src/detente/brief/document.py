"""A whole brief, as data.

A brief is composed once; HTML, Markdown and JSON are three ways to write the same sentences,
notes and pictures.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from detente.brief.content import Line, Section


@dataclass(frozen=True, slots=True)
class Note:
    """Where a sentence comes from.

    Parameters
    ----------
    number : int
        As cited in the text.
    source : str
        Title, author, publisher and date of the source in one line.
    quote : str
        The exact words; empty where a source is named without a quote.
    verified : bool
        Whether the quote was found in a stored text of the source.
    remark : str
        What a reader should know about the source; may be empty.
    """

    number: int
    source: str
    quote: str
    verified: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the next round, and why it is worth asking."""

    ask: Line
    why: Line


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the brief was made from, so that it can be made again."""

    version: str
    input: str
    kernel: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief about one dossier.

    Parameters
    ----------
    title : str
        The dossier's title.
    as_of : str
        Its date in words; empty where it has none.
    findings : tuple of Line
        The three findings.
    questions : tuple of Question
        What to ask at the next round, the weightiest first.
    doubt : tuple of Line
        How sure we are, and what kind of numbers these are.
    guesses : tuple of Line
        The two or three guesses that the conclusions stand on, each with what hangs on it.
    sections : tuple of Section
        The rest of the main part.
    annexes : tuple of Section
        What the main part leaves out, complete.
    notes : tuple of Note
        In order of their numbers.
    sources : tuple of Line
        Every source, cited or not.
    manifest : Manifest
        Version, input, kernel and parameters.
    """

    title: str
    as_of: str
    findings: tuple[Line, ...]
    questions: tuple[Question, ...]
    doubt: tuple[Line, ...]
    guesses: tuple[Line, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources: tuple[Line, ...]
    manifest: Manifest
    language: str = field(default="en")

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as plain dicts, lists, strings and numbers, ready for JSON."""
        return dict(_plain_fields(self))

    def to_json(self) -> str:
        """Return the brief as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"

    def to_html(self) -> str:
        """Return the brief as one self-contained page."""
        from detente.brief.html import write_html

        return write_html(self)

    def to_markdown(self) -> str:
        """Return the brief as Markdown."""
        from detente.brief.markdown import write_markdown

        return write_markdown(self)

    def _repr_html_(self) -> str:
        from detente.brief.html import write_page_one

        return write_page_one(self)


def _plain_fields(value: Any) -> Iterator[tuple[str, Any]]:
    kind = getattr(type(value), "kind", None)
    if isinstance(kind, str):
        yield "kind", kind
    for one in fields(value):
        yield one.name, _plain(getattr(value, one.name))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return dict(_plain_fields(value))
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
