"""From the paths that a user names to reports, one by one, so that memory stays flat."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from detente.files import reason
from detente.reading.intake.decoding import text_of
from detente.reading.intake.heading import read_day, read_heading, split_front_matter
from detente.reading.intake.language import language_of
from detente.reading.intake.refusal import Given, Refused, UnreadableReportError
from detente.reading.intake.rows import read_csv, read_json_lines
from detente.reading.report import Medium, Report

MOST_BYTES = 64_000_000
"""The largest file, in bytes."""

MOST_LETTERS = 2_000_000
"""The longest report, in code points: about 300,000 words."""

_MEDIA: Mapping[str, Medium] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".csv": "csv", ".tsv": "csv",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_OWN = frozenset(("dossier.yaml", "actors.yaml"))
_ROWS = {"csv": read_csv, "jsonl": read_json_lines}
_HALF = re.compile("[\ud800-\udfff]")
_EARLIEST = date(1900, 1, 1)


def gather(paths: Iterable[Path], given: Given = Given()) -> Iterator[Report | Refused]:  # noqa: B008
    """Yield every report in the files and folders `paths`, and what is said of the rest."""
    for file in list_files(paths):
        if isinstance(file, Refused):
            yield file
        else:
            yield from read_file(file, given)


def list_files(paths: Iterable[Path]) -> Iterator[Path | Refused]:
    """Yield the files in `paths`, folders gone through by name; what is hidden stays aside.

    A file that is named is taken whatever it is called; in a folder the dossier's own files are
    left alone, and links that lead to folders are not followed.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        refused: list[Refused] = []

        def note(error: OSError, refused: list[Refused] = refused) -> None:
            name = _storable(str(error.filename))
            refused.append(Refused(name, "unreadable-report", reason(error)))

        found = False
        for folder, folders, names in os.walk(path, onerror=note):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if (
                    not name.startswith(".")
                    and name not in _OWN
                    and not name.startswith("reading.sqlite")
                ):
                    found = True
                    yield Path(folder) / name
        yield from refused
        if not found and not refused:
            yield Refused(
                _storable(str(path)), "no-reports", "the folder holds no files", "Name another"
            )


def read_file(path: Path, given: Given = Given()) -> Iterator[Report | Refused]:  # noqa: B008
    """Yield the report in the file `path`, or one for each row, or what is said of it."""
    origin = _storable(str(path))
    try:
        data = _bytes(path)
        medium = _medium(path, data)
        if medium in _ROWS:
            yield from _from_rows(
                origin, _ROWS[medium](text_of(data, given.encoding)), medium, given
            )
            return
        told: Mapping[str, Any] = {}
        if medium == "pdf":
            from detente.reading.intake.pdf import read_pdf

            text, told = read_pdf(data)
        else:
            text = text_of(data, given.encoding, medium == "html")
            if medium == "html":
                from detente.reading.intake.html import read_page

                text, told = read_page(text)
            elif medium == "markdown":
                text, told = split_front_matter(text)
        stem = _storable(path.stem)
        yield from _report(text, origin, medium, given, told, "the file's head", stem)
    except UnreadableReportError as error:
        yield error.of(origin)


def _storable(text: str) -> str:
    """Return `text` with a sign for each half letter, which no file of text can hold."""
    return _HALF.sub("\ufffd", text)


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableReportError(
                "not-a-report", "this is no regular file", "Name files and folders of reports"
            )
        if status.st_size > MOST_BYTES:
            raise UnreadableReportError(
                "huge-report",
                f"the file is larger than {MOST_BYTES:,} bytes",
                "Cut it into several files",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableReportError(
            "missing-report", "there is no such file", "Look for a slip in its name"
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableReportError(
            "unreadable-report",
            f"the file cannot be read ({reason(error)})",
            "Mend the file or its permissions",
        ) from error


def _medium(path: Path, data: bytes) -> Medium:
    """Return the form of a file: what it begins with goes before what it is called."""
    head = data[:1024].lstrip().lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    medium = _MEDIA.get(path.suffix.lower())
    if medium == "pdf":
        raise UnreadableReportError(
            "pdf-damaged", "the file is called PDF and is none", "Save it again, or as text"
        )
    return medium or "text"


def _from_rows(
    origin: str, rows: Iterable[Any], medium: Medium, given: Given
) -> Iterator[Report | Refused]:
    for line, row in rows:
        place = f"{origin}:{line}"
        if isinstance(row, UnreadableReportError):
            yield row.of(place)
            continue
        try:
            text = text_of(row["text"].encode("utf-8", "surrogatepass"), "utf-8")
        except UnreadableReportError as error:
            yield error.of(place)
            continue
        told = {
            key: _storable(value).strip()
            for key, value in row.items()
            if key != "text" and value.strip()
        }
        title = told.get("title")
        if title and not text.lstrip().startswith(title):
            text = f"{' '.join(title.split())}\n\n{text}"
        yield from _report(text, place, medium, given, told, "column", "")


def _report(
    text: str,
    origin: str,
    medium: Medium,
    given: Given,
    told: Mapping[str, Any],
    where: str,
    stem: str,
) -> Iterator[Report | Refused]:
    """Yield a report with all that is known about it, and what should be said of that."""
    if not text.strip():
        raise UnreadableReportError("empty-report", "the file holds nothing", "Take it out")
    if len(text) > MOST_LETTERS:
        raise UnreadableReportError(
            "huge-report",
            f"the report is longer than {MOST_LETTERS:,} letters",
            "Cut it into parts",
        )
    known: dict[str, tuple[Any, str]] = {}
    for key in ("publisher", "published", "language"):
        if getattr(given, key) is not None:
            known[key] = (getattr(given, key), "given")
    aliases = {"date": "published", "author": "byline", "sitename": "publisher", "lang": "language"}
    for key, value in told.items():
        known.setdefault(aliases.get(key, key), (value, where))
    for key, pair in read_heading(text).items():
        known.setdefault(key, pair)
    notices: list[Refused] = []
    day = _published(known, stem, origin, notices)
    language = str(known["language"][0])[:2].lower() if "language" in known else language_of(text)
    if where != "column" and "language" in known and known["language"][1] != "given":
        language = language_of(text)  # pages often keep the language of their template
    if language != "en":
        notices.append(
            Refused(
                origin,
                "other-language",
                f"the report is not in English ({language})",
                "It is kept and can be searched; nothing is proposed from it",
                kept=True,
            )
        )
    words = {
        key: " ".join(_storable(str(value)).split())[:300] for key, (value, _) in known.items()
    }
    yield Report(
        text=text,
        origin=origin,
        medium=medium,
        title=words.get("title") or None,
        publisher=words.get("publisher") or None,
        byline=words.get("byline") or None,
        dateline=words.get("dateline") or None,
        published=day,
        language=language,
        found={
            key: place
            for key, (_, place) in known.items()
            if key in ("title", "publisher", "byline", "dateline", "published", "language")
        },
    )
    yield from notices


def _published(
    known: dict[str, tuple[Any, str]], stem: str, origin: str, notices: list[Refused]
) -> date | None:
    """Return the day of publication, from the surest place that tells a whole day."""
    places = [known.pop("published", None), (stem, "file name") if stem else None]
    if "made" in known:
        places.append((known.pop("made")[0], "the day on which the PDF was made"))
    for pair in places:
        if pair is None:
            continue
        value, where = pair
        try:
            day = value if isinstance(value, date) else read_day(str(value))
            if day is not None and day < _EARLIEST and where != "given":
                raise UnreadableReportError("report-date", f"{day} is too long ago", "")
        except UnreadableReportError as error:
            notices.append(
                Refused(
                    origin,
                    "report-date",
                    error.reason,
                    "The report is kept without a day; give it with --published",
                    kept=True,
                )
            )
            continue
        if day is not None:
            known["published"] = (day, where)
            return day
    return None
