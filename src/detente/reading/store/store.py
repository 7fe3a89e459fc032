"""The store: what was read, what it proposes, and what a person decided about it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from detente.dossier.sources import Source
from detente.reading.store.items import ReadingLike
from detente.reading.store.proposals import Proposals
from detente.reading.store.report_store import Reports
from detente.reading.store.rows import Counts


class Store(Reports, Proposals):
    """The reports of a dossier and what they propose; see :class:`OpenFile` for its parameters."""

    def add(self, reading: ReadingLike, made_by: str = "") -> int:
        """Keep a report and what was found in it at once; return how many proposals are new.

        Of a copy of another report nothing but its publisher is kept.
        """
        with self.transaction():
            added = self.add_report(reading.report)
            (row,) = self.rows("SELECT digest FROM reports WHERE number = ?", added.number)
            if row["digest"] != reading.report.digest:
                return 0
            return self.save(added.number, reading, made_by)

    def counts(self) -> Counts:
        """Return how much is kept."""
        (row,) = self.rows(
            "SELECT (SELECT count(*) FROM reports WHERE copy_of IS NULL) AS reports, "
            "(SELECT count(*) FROM reports WHERE copy_of IS NULL AND read_with IS NULL) AS unread, "
            "(SELECT count(*) FROM copies) AS copies, "
            "(SELECT count(*) FROM refused WHERE NOT kept) AS refused"
        )
        return Counts(row["reports"], row["unread"], row["copies"], row["refused"], self.tally())

    def tally(self, numbers: Iterable[int] | None = None) -> Mapping[str, Mapping[str, int]]:
        """Return how many proposals there are by kind and status, in all or in some reports."""
        query = "SELECT kind, status, count(*) FROM items GROUP BY kind, status"
        if numbers is None:
            rows = self.rows(query)
        else:
            within = "WHERE report IN (SELECT value FROM json_each(?)) GROUP BY"
            rows = self.rows(query.replace("GROUP BY", within), json.dumps(list(numbers)))
        items: dict[str, dict[str, int]] = defaultdict(dict)
        for kind, status, number in rows:
            items[kind][status] = number
        return dict(items)


def open_store(
    folder: Path, sources: Mapping[str, Source] | None = None, create: bool = True
) -> Store:
    """Return the store in a dossier's folder; see :class:`Store`."""
    return Store(folder, sources, create)
