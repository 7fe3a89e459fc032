"""The proposals in the store, and what was decided about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from detente.reading.store.items import ReadingLike, save_items
from detente.reading.store.open_file import PAGE, OpenFile
from detente.reading.store.rows import (
    FAILED,
    STATUSES,
    Decision,
    Status,
    StoredItem,
    item_of,
    packed,
)

_ITEMS = (
    "SELECT items.*, reports.digest, reports.source, reports.publisher, reports.published "
    "FROM items JOIN reports ON reports.number = items.report WHERE "
)
_BEHIND = "(items.report, items.start, items.kind, items.id) > (?, ?, ?, ?)"
_ORDER = " ORDER BY items.report, items.start, items.kind, items.id LIMIT ?"


class Proposals(OpenFile):
    """The part of the store that keeps proposals and decisions."""

    def save(self, number: int, reading: ReadingLike, made_by: str) -> int:
        """Keep what the rules `made_by` found in the report `number`; return how much is new."""
        with self.transaction():
            new = save_items(self.connection, number, reading.report.digest, reading)
            self.connection.execute(
                "UPDATE reports SET read_with = ? WHERE number = ?", (made_by, number)
            )
            self.connection.execute(
                "DELETE FROM refused WHERE origin = ? AND code = ?", (reading.report.origin, FAILED)
            )
        return new

    def items(
        self,
        status: Status | None = None,
        kind: str | None = None,
        source: str | None = None,
        rule: str | None = None,
        confidence: str | None = None,
        digests: Iterable[str] | None = None,
    ) -> Iterator[StoredItem]:
        """Yield proposals by report, place in the text and kind; all that are given must fit.

        What is decided meanwhile may show in those that are still to come.
        """
        wanted = {
            "items.status": status, "items.kind": kind, "reports.source": source,
            "items.rule": rule, "items.confidence": confidence,
        }  # fmt: skip
        given = {column: value for column, value in wanted.items() if value is not None}
        fits = "".join(f" AND {column} = ?" for column in given)
        if digests is not None:
            for digest in digests:
                yield from self._paged(f"{fits} AND reports.digest = ?", (*given.values(), digest))
            return
        yield from self._paged(fits, tuple(given.values()))

    def _paged(self, fits: str, values: tuple[object, ...]) -> Iterator[StoredItem]:
        last: tuple[object, ...] = (0, -1, "", "")
        while True:
            rows = self.rows(_ITEMS + _BEHIND + fits + _ORDER, *last, *values, PAGE)
            yield from map(item_of, rows)
            if len(rows) < PAGE:
                return
            last = tuple(rows[-1][key] for key in ("report", "start", "kind", "id"))

    def item(self, name: str) -> StoredItem:
        """Return a proposal by its id.

        Raises
        ------
        KeyError
            If there is none.
        """
        rows = self.rows(_ITEMS + "items.id = ?", name)
        if not rows:
            raise KeyError(name)
        return item_of(rows[0])

    def numbered_item(self, number: int) -> StoredItem:
        """Return a proposal by its number."""
        (row,) = self.rows(_ITEMS + "items.number = ?", number)
        return item_of(row)

    def decide(
        self,
        ids: str | Iterable[str],
        status: Status,
        *,
        fields: Mapping[str, Any] | None = None,
        quote: str | None = None,
        reason: str | None = None,
        bulk: bool = False,
        when: datetime | None = None,
    ) -> None:
        """Decide about proposals, in one step that is on the disk when this returns.

        Parameters
        ----------
        ids : str or iterable of str
            The proposals.
        status : str
            ``"accepted"``, ``"rejected"``, or ``"proposed"``, which takes a decision back.
        fields : mapping, optional
            The fields as a person has edited them.
        quote : str, optional
            A part of the sentence that is to be cited instead of all of it.
        bulk : bool
            Whether they are decided together, unseen.
        when : datetime, optional
            The moment; now, if not given.

        Raises
        ------
        KeyError
            If there is no such proposal; nothing is decided then.
        """
        if status not in STATUSES:
            raise ValueError(status)
        moment = (when or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        with self.transaction():
            for name in [ids] if isinstance(ids, str) else ids:
                item = self.item(name)
                edited = None
                if status == "accepted" and fields is not None and fields != item.proposed:
                    edited = packed(fields)
                self.connection.execute(
                    "UPDATE items SET status = ?, edited = ?, cut = ?, bulk = ?, reason = ? "
                    "WHERE id = ?",
                    (status, edited, quote, bulk, reason, name),
                )
                self.connection.execute(
                    "INSERT INTO decisions (item, kind, rule, status, edited, bulk, reason, moment)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (name, item.kind, item.rule, status, edited, bulk, reason, moment),
                )

    def mark_written(self, ids: Iterable[str], written: bool = True) -> None:
        """Note that proposals stand in the dossier, or that they do not."""
        with self.transaction():
            self.connection.executemany(
                "UPDATE items SET written = ? WHERE id = ?", ((written, name) for name in ids)
            )

    def decisions(self) -> Iterator[Decision]:
        """Yield every decision, oldest first; later ones about a proposal replace earlier ones."""
        last = 0
        while True:
            rows = self.rows(
                "SELECT * FROM decisions WHERE number > ? ORDER BY number LIMIT ?", last, PAGE
            )
            yield from map(_decision, rows)
            if len(rows) < PAGE:
                return
            last = rows[-1]["number"]

    def last_decision(self) -> Decision | None:
        """Return the latest decision that was not a taking back and still stands."""
        rows = self.rows(
            "SELECT decisions.* FROM decisions JOIN items ON items.id = decisions.item "
            "WHERE decisions.status <> 'proposed' AND items.status <> 'proposed' "
            "ORDER BY decisions.number DESC LIMIT 1"
        )
        return _decision(rows[0]) if rows else None


def _decision(row: sqlite3.Row) -> Decision:
    return Decision(
        item=row["item"], kind=row["kind"], rule=row["rule"], status=row["status"],
        edited=row["edited"] is not None, bulk=bool(row["bulk"]), reason=row["reason"],
        when=row["moment"],
    )  # fmt: skip
