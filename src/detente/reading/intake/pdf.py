"""The text of a PDF file, without what stands on every page."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from detente.reading.intake.refusal import UnreadableReportError

MOST_PAGES = 400
_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"([a-z])[-\u00ad]\n([a-z])")
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read_pdf(data: bytes) -> tuple[str, Mapping[str, Any]]:
    """Return the text of a PDF, and its title and date of making as far as it tells them.

    The date of making is told as ``made``: it is a hint, and no date of publication.

    Raises
    ------
    UnreadableReportError
        If it is damaged, locked, without text (a scan), or has too many pages.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise _locked()
            if len(reader.pages) > MOST_PAGES:
                raise UnreadableReportError(
                    "pdf-too-long",
                    f"the PDF has more than {MOST_PAGES} pages",
                    "Keep the pages that report",
                )
            pages = [page.extract_text().split("\n") for page in reader.pages]
            told = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    except UnreadableReportError:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise _locked() from error
    except Exception as error:  # pypdf raises whatever a broken file makes it stumble over
        raise UnreadableReportError(
            "pdf-damaged", "the PDF is damaged and cannot be read", "Save it again, or as text"
        ) from error
    text = _joined(_without_furniture(pages))
    if not text.strip():
        raise UnreadableReportError(
            "pdf-without-text",
            "the PDF holds pictures of text and no text",
            "Have it read by text recognition first, and give the text",
        )
    return text, _metadata(told, text)


def _locked() -> UnreadableReportError:
    return UnreadableReportError(
        "pdf-password", "the PDF is locked with a password", "Save a copy without a password"
    )


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages without page numbers and lines that head or foot most of them."""

    def shape(line: str) -> str:
        return _DIGITS.sub("0", " ".join(line.split()))

    edges = Counter(
        one for lines in pages for one in {shape(x) for x in (*lines[:1], *lines[-2:])} if one
    )
    often = {line for line, n in edges.items() if len(pages) > 2 and n > len(pages) / 2}
    return [
        [
            line.strip()
            for i, line in enumerate(lines)
            if not (
                (i < 1 or i >= len(lines) - 2)
                and (shape(line) in often or shape(line) in ("0", "Page 0", "- 0 -"))
            )
        ]
        for lines in pages
    ]


def _joined(pages: list[list[str]]) -> str:
    """Return one text; a paragraph that runs over a page break is not cut there."""
    text = "\n".join("\n".join(lines).strip("\n") for lines in pages)
    return _HYPHEN.sub(r"\1\2", re.sub(r"\n{3,}", "\n\n", text))


def _metadata(told: Mapping[str, str], text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    title = " ".join(told.get("/Title", "").split())
    if title and title in text[:1000]:
        found["title"] = title
    made = _DATE.match(told.get("/CreationDate", ""))
    if made:
        with suppress(ValueError):
            found["made"] = date(int(made[1]), int(made[2]), int(made[3]))
    return found
