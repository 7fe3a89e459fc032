"""The reports in the store: kept, looked up, and told apart by whether the rules saw them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from detente.reading.report import Report
from detente.reading.store.indexing import indexed_anew
from detente.reading.store.open_file import PAGE, OpenFile
from detente.reading.store.reports import Added, add_report
from detente.reading.store.rows import (
    FAILED,
    Copy,
    Refusal,
    StoredNote,
    StoredReport,
    day,
    report_of,
)

_REPORTS = (
    "SELECT reports.*, others.digest AS updated FROM reports "
    "LEFT JOIN reports AS others ON others.number = reports.update_of WHERE "
)
_PAGE = (
    "reports.copy_of IS NULL AND reports.number > ? AND (reports.read_with IS NULL) IN (?, ?) "
    "ORDER BY reports.number LIMIT ?"
)


class Reports(OpenFile):
    """The part of the store that keeps reports."""

    def add_report(self, report: Report) -> Added:
        """Keep a report that is still to be read, unless it or a copy is there."""
        with self.transaction():
            return add_report(self.connection, self._names, report)

    def refuse(self, refusal: Refusal) -> None:
        """Note what is said of a file or a row that could not be read, or not as it should be."""
        with self.transaction():
            self.connection.execute(
                "INSERT OR REPLACE INTO refused VALUES (?, ?, ?, ?, ?)",
                (refusal.origin, refusal.code, refusal.reason, refusal.remedy, refusal.kept),
            )

    def forget_refusals(self, origins: Iterable[str]) -> None:
        """Forget that files could not be taken in which now can; what rules failed on stays."""
        with self.transaction():
            self.connection.executemany(
                "DELETE FROM refused WHERE origin = ? AND code <> ?",
                ((origin, FAILED) for origin in origins),
            )

    def refused(self) -> tuple[Refusal, ...]:
        """Return what could not be read, by origin."""
        rows = self.rows("SELECT * FROM refused ORDER BY origin, code")
        return tuple(
            Refusal(row["origin"], row["code"], row["reason"], row["remedy"], bool(row["kept"]))
            for row in rows
        )

    def unread(self) -> list[int]:
        """Return the numbers of the reports that are still to be read."""
        rows = self.rows(
            "SELECT number FROM reports WHERE read_with IS NULL AND copy_of IS NULL ORDER BY number"
        )
        return [row["number"] for row in rows]

    def read_again(self, made_by: str, numbers: Iterable[int]) -> None:
        """Mark those of the reports `numbers` as unread that other rules than `made_by` read."""
        with self.transaction():
            self.connection.executemany(
                "UPDATE reports SET read_with = NULL WHERE number = ? AND read_with <> ?",
                ((number, made_by) for number in numbers),
            )

    def set_published(self, number: int, published: date, found: str) -> None:
        """Say when a report was published, and where that was found; it is to be read again."""
        with self.transaction(), indexed_anew(self.connection, number):
            self.connection.execute(
                "UPDATE reports SET published = ?, found = json_set(found, '$.published', ?), "
                "read_with = NULL WHERE number = ?",
                (published.isoformat(), found, number),
            )

    def undated(self, numbers: Iterable[int]) -> list[StoredReport]:
        """Return those of some reports in English whose day of publication nobody knows."""
        within = (
            "reports.number IN (SELECT value FROM json_each(?)) AND reports.copy_of IS NULL "
            "AND reports.published IS NULL AND reports.language = 'en' ORDER BY reports.number"
        )
        rows = self.rows(_REPORTS + within, json.dumps(list(numbers)))
        return [report_of(row, ()) for row in rows]

    def numbered(self, numbers: Iterable[int]) -> Iterator[StoredReport]:
        """Yield reports by their numbers, in the order of these."""
        for number in numbers:
            rows = self.rows(_REPORTS + "reports.number = ?", number)
            yield from (report_of(row, self._copies(number)) for row in rows)

    def mark_read(self, number: int, made_by: str) -> None:
        """Note that the rules `made_by` have seen a report, whatever came of it."""
        with self.transaction():
            self.connection.execute(
                "UPDATE reports SET read_with = ? WHERE number = ?", (made_by, number)
            )

    def kept(self, number: int) -> Report:
        """Return a report by its number, with its text, as it was given."""
        (row,) = self.rows("SELECT * FROM reports WHERE number = ?", number)
        return Report(
            text=row["text"], origin=row["origin"], medium=row["medium"], title=row["title"],
            publisher=row["publisher"], byline=row["byline"], dateline=row["dateline"],
            published=day(row["published"]), language=row["language"],
            found=json.loads(row["found"]),
        )  # fmt: skip

    def reports(self, read: bool | None = None) -> Iterator[StoredReport]:
        """Yield the reports in the order in which they came; only read ones, or unread, if asked.

        Reports for which a longer version stands are left out.
        """
        unread = (False, True) if read is None else (not read, not read)
        last = 0
        while True:
            rows = self.rows(_REPORTS + _PAGE, last, *unread, PAGE)
            for row in rows:
                yield report_of(row, self._copies(row["number"]))
            if len(rows) < PAGE:
                return
            last = rows[-1]["number"]

    def report(self, name: str) -> StoredReport:
        """Return a report by its digest or its source id.

        Raises
        ------
        KeyError
            If there is none.
        """
        rows = self.rows(_REPORTS + "reports.digest = ? OR reports.source = ?", name, name)
        if not rows:
            raise KeyError(name)
        return report_of(rows[0], self._copies(rows[0]["number"]))

    def text(self, digest: str) -> str:
        """Return the text of a report exactly as stored.

        Raises
        ------
        KeyError
            If there is none with this digest.
        """
        rows = self.rows("SELECT text FROM reports WHERE digest = ?", digest)
        if not rows:
            raise KeyError(digest)
        text: str = rows[0]["text"]
        return text

    def notes(self, digest: str) -> tuple[StoredNote, ...]:
        """Return who and when is mentioned in a report; nothing where it is unread."""
        rows = self.rows(
            "SELECT noted FROM notes JOIN reports ON reports.number = notes.report "
            "WHERE reports.digest = ?",
            digest,
        )
        noted = json.loads(rows[0]["noted"]) if rows else []
        return tuple(
            StoredNote(kind, fields, (a, b), (c, d), rule, confidence)
            for kind, fields, (a, b), (c, d), rule, confidence in noted
        )

    def _copies(self, number: int) -> tuple[Copy, ...]:
        rows = self.rows("SELECT * FROM copies WHERE report = ? ORDER BY number", number)
        return tuple(
            Copy(row["origin"], row["publisher"], day(row["published"]), row["how"]) for row in rows
        )
