"""A report as stored: its text, which never changes again, and what is known about it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Span = tuple[int, int]
"""A place in a stored text: half-open offsets in code points."""

Medium = Literal["text", "markdown", "html", "pdf", "csv", "jsonl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report, ready to be read.

    Parameters
    ----------
    text : str
        The text as stored, line ends as single line feeds; every span counts its code points. A
        title that the file kept apart (an HTML page, a column) stands on its first line.
    origin : str
        Where it came from as the user named it; of a row of a table ``file.csv:12``, the line.
    medium : str
        The form it came in.
    title, publisher, byline, dateline : str or None
        As found or given; `dateline` is the place. `publisher` is who published it.
    published : datetime.date or None
        The day of publication, to which "yesterday" refers; `None` if nobody knows.
    language : str
        ISO 639-1 code of the language, ``und`` where it cannot be told. Only ``en`` is read; the
        rest is kept and said.
    found : mapping
        Where each of these was found: ``{"published": "file name"}``.
    """

    text: str = field(repr=False)
    origin: str
    medium: Medium = "text"
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: date | None = None
    language: str = "en"
    found: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 of the stored text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
