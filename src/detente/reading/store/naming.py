"""The ids that reports get as sources of the dossier: who published, and when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath
from sqlite3 import Connection

from detente.dossier.sources import Source
from detente.reading.report import Report
from detente.reading.store.rows import day, words_digest

LONGEST = 28
"""The letters of an id before its date: whole words, as long as they fit."""

_RESERVED = frozenset(
    ["not", "and", "or", "if", "iff", "at", "most", "least", "exactly", "one", "of"]
)


def base_id(report: Report) -> str:
    """Return the id that `report` has if no other has it: ``asianews_2016_09_05``."""
    name = report.publisher or report.title or PurePath(report.origin).stem
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if len(slug) > LONGEST:
        slug = slug[: slug.rfind("_", 0, LONGEST + 1)] if "_" in slug[:LONGEST] else slug[:LONGEST]
    if not slug or slug in _RESERVED or not slug[0].isalpha():
        slug = f"report_{slug}".rstrip("_")
    return slug if report.published is None else f"{slug}_{report.published:%Y_%m_%d}"


class Names:
    """Gives each report an id that no source of the dossier and no other report has.

    Parameters
    ----------
    sources : mapping
        The sources of the dossier, by id. A report whose words are those of a source's text is
        that source, and takes its id.
    """

    def __init__(self, connection: Connection, sources: Mapping[str, Source]) -> None:
        self._connection = connection
        self._taken = frozenset(sources)
        self._own = {
            words_digest(source.text): source.id
            for source in reversed([*sources.values()])
            if source.text is not None
        }
        self._last: dict[str, int] = {}

    def id_for(self, report: Report, words: str) -> str:
        """Return the id for `report`, whose words have the digest `words`."""
        own = self._own.get(words)
        return self.free(base_id(report)) if own is None else own

    def free(self, base: str) -> str:
        """Return `base`, or `base` with the first number behind all that are in use."""
        if base not in self._last:
            self._last[base] = self._greatest(base)
        while True:
            self._last[base] += 1
            last = self._last[base]
            name = base if last == 1 else f"{base}_{last}"
            if name not in self._taken and not self._in_use(name):
                return name

    def settle(self) -> None:
        """Let the ids of kept reports agree with the sources that the dossier has by now."""
        for words, source in self._own.items():
            row = self._connection.execute(
                "SELECT number, source FROM reports WHERE words = ? ORDER BY number", (words,)
            ).fetchone()
            if row is None or row["source"] == source:
                continue
            self._move_away(source)
            self._rename(row["number"], source)
        for source in sorted(self._taken.difference(self._own.values())):
            self._move_away(source)

    def _move_away(self, source: str) -> None:
        """Give another id to the report that has `source`, unless the dossier knows it so."""
        row = self._connection.execute(
            "SELECT * FROM reports WHERE source = ? AND NOT EXISTS "
            "(SELECT 1 FROM items WHERE report = reports.number AND written)",
            (source,),
        ).fetchone()
        if row is not None:
            kept = Report(
                text="", origin=row["origin"], title=row["title"], publisher=row["publisher"],
                published=day(row["published"]),
            )  # fmt: skip
            self._rename(row["number"], self.free(base_id(kept)))

    def _rename(self, number: int, source: str) -> None:
        self._connection.execute("UPDATE reports SET source = ? WHERE number = ?", (source, number))

    def _in_use(self, name: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM reports WHERE source = ?", (name,))
        return found.fetchone() is not None

    def _greatest(self, base: str) -> int:
        """Return the greatest number behind `base` among the ids of reports, 0 if there is none."""
        rows = self._connection.execute(
            "SELECT source FROM reports WHERE source >= ? AND source < ?", (base, base + "`")
        )
        tails = [row["source"][len(base) :] for row in rows]
        numbers = [int(tail[1:]) for tail in tails if re.fullmatch(r"_[0-9]{1,6}", tail)]
        return max(numbers, default=1) if "" in tails or numbers else 0
