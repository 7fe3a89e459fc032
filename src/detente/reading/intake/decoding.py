"""From bytes to text: UTF-8, or what a byte order mark, the page or the user names; no guesses."""

from __future__ import annotations

import codecs
import re

from detente.reading.intake.refusal import UnreadableReportError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.I)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_ODD = 0.01
"""The largest share of control characters in a text."""


def text_of(data: bytes, encoding: str | None = None, page: bool = False) -> str:
    """Return the text in `data`, line ends as single line feeds.

    Parameters
    ----------
    data : bytes
        A whole file.
    encoding : str, optional
        What to take where it is not UTF-8.
    page : bool
        Whether it is an HTML page, which may name its encoding itself.

    Raises
    ------
    UnreadableReportError
        If it is empty, no text, or in an encoding that nobody names.
    """
    if not data.strip():
        raise UnreadableReportError("empty-report", "the file is empty", "Take it out")
    text = _decoded(data, encoding, page)
    odd = len(_BINARY.findall(text))
    if "\x00" in text or odd > _MOST_ODD * len(text):
        raise _binary()
    text = _BINARY.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableReportError("empty-report", "the file holds nothing", "Take it out")
    return text


def _decoded(data: bytes, encoding: str | None, page: bool) -> str:
    declared = _DECLARED.search(data, 0, 4096) if page else None
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + 1
    if declared is not None:
        return _with(data, declared[1].decode("ascii"))
    if b"\x00" in data:
        raise _binary()
    if encoding is not None:
        return _with(data, encoding)
    raise UnreadableReportError(
        "unknown-encoding",
        f"the text is not UTF-8 (byte {at}), and nothing says what it is",
        "Save it as UTF-8, or name its encoding: --encoding cp1252",
    )


def _with(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError) as error:
        raise UnreadableReportError(
            "report-encoding",
            f"the text cannot be read as {encoding}",
            "Save it as UTF-8, or name its encoding with --encoding",
        ) from error


def _binary() -> UnreadableReportError:
    return UnreadableReportError(
        "binary-report",
        "the file is no text",
        "Give plain text, Markdown, HTML, PDF, CSV or JSON Lines",
    )
