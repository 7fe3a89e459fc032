"""Reports that are rows: CSV with a header, or JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Generator, Iterator, Mapping
from itertools import islice

from detente.reading.intake.refusal import UnreadableReportError

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext"),
    "published": ("published", "date", "publication_date", "published_at", "pubdate", "day"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "newspaper", "agency"),
    "byline": ("byline", "author"),
    "language": ("language", "lang"),
}
"""What columns may be called, whatever their case."""

MOST_CELL = 8_000_000
MOST_FRESH_STARTS = 100
"""After so many quotation marks that are not closed, the rest of a table is given up."""


Row = tuple[int, Mapping[str, str] | UnreadableReportError]


def read_csv(text: str) -> Iterator[Row]:
    """Yield the rows of a CSV text with the number of the line on which each starts.

    Raises
    ------
    UnreadableReportError
        If it has no header with a column for the text, or cannot be taken apart.
    """
    csv.field_size_limit(MOST_CELL)
    head = text.split("\n", 1)[0]
    mark = max(",;\t|", key=head.count)
    lines = [*io.StringIO(text, newline="")]
    reader = csv.reader(lines, delimiter=mark, strict=True)
    try:
        names = [_key(name) for name in next(reader, [])]
    except csv.Error as error:
        raise _broken(1) from error
    if "text" not in names:
        raise UnreadableReportError(
            "no-text-column",
            "the header names no column for the text",
            "Call one of them text, and the others date, title, publisher, byline",
        )
    begin = reader.line_num
    for _ in range(MOST_FRESH_STARTS):
        after = yield from _rows(lines, begin, mark, names)
        if after is None:
            return
        begin = after
    yield begin + 1, _broken(begin + 1)


def _rows(
    lines: list[str], begin: int, mark: str, names: list[str]
) -> Generator[Row, None, int | None]:
    """Yield the rows after the first `begin` lines.

    A quotation mark that is not closed swallows rows: only the line on which it stands is given
    up. Return after which line to begin again, or `None` at the end.
    """
    reader = csv.reader(islice(lines, begin, None), delimiter=mark, strict=True)
    while True:
        line = begin + reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            yield line, _broken_row()
            return line
        if cells is None:
            return None
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) == len(names):
            yield line, {name: cell for name, cell in zip(names, cells, strict=True) if name}
        elif begin + reader.line_num > line:
            yield line, _broken_row()
            return line
        else:
            yield (
                line,
                UnreadableReportError(
                    "bad-row",
                    f"the row has {len(cells)} cells and the header {len(names)}",
                    "Put a text that holds the separator into quotation marks",
                ),
            )


def read_json_lines(text: str) -> Iterator[Row]:
    """Yield the rows of a text with a JSON object a line, with the number of each line."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            yield (
                number,
                UnreadableReportError(
                    "bad-row", "the line is no JSON object", 'Write {"text": "...", "date": "..."}'
                ),
            )
            continue
        row = {_key(str(key)): cell for key, cell in value.items() if isinstance(cell, str)}
        if "text" not in row:
            yield (
                number,
                UnreadableReportError(
                    "bad-row", "the object has no text", 'Write {"text": "...", "date": "..."}'
                ),
            )
            continue
        yield number, {key: cell for key, cell in row.items() if key}


def _key(name: str) -> str:
    """Return what a column is to us, empty if nothing."""
    plain = name.strip().casefold().replace(" ", "_").lstrip("\ufeff")
    return next((key for key, names in NAMES.items() if plain in names), "")


def _broken_row() -> UnreadableReportError:
    return UnreadableReportError(
        "bad-row", "a quotation mark of the row is not closed", "Close it, or double it"
    )


def _broken(line: int) -> UnreadableReportError:
    return UnreadableReportError(
        "bad-csv",
        f"the table cannot be taken apart from line {line} on",
        "Look for a quotation mark that is not closed",
    )
