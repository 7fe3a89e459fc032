"""Keeping what the rules found in a report, beside what was decided before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sqlite3 import Connection
from typing import Any, Protocol

from detente.reading.found import Found
from detente.reading.report import Report, Span
from detente.reading.store.indexing import index_item
from detente.reading.store.rows import item_id, packed

_COLUMNS = (
    "focus", "cue", "flags", "chain", "also", "rule", "confidence", "quote", "words",
)  # fmt: skip
"""What may change about a proposal between two versions of the rules without making it another."""


class NoteLike(Protocol):
    """A mention or a time as plain data, such as :class:`detente.reading.read.Noted`."""

    @property
    def kind(self) -> str:
        """``"mentions"`` or ``"dates"``."""

    @property
    def fields(self) -> Mapping[str, Any]:
        """What it says, as JSON values."""

    @property
    def span(self) -> Span:
        """Its words in the stored text."""

    @property
    def sentence(self) -> Span:
        """Its sentence in the stored text."""

    @property
    def rule(self) -> str:
        """The rule that found it."""

    @property
    def confidence(self) -> str:
        """How sure the rule is."""


class ReadingLike(Protocol):
    """What the rules found in a report, such as :class:`detente.reading.read.Reading`."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def found(self) -> tuple[Found, ...]:
        """The proposals."""

    @property
    def noted(self) -> Iterable[NoteLike]:
        """Who and when is mentioned."""


def save_items(connection: Connection, number: int, digest: str, reading: ReadingLike) -> int:
    """Keep the proposals of a reading, and return how many are new.

    Undecided ones that are not found any more go; decided ones stay as they are, and what was
    accepted is not proposed again with other fields for the same sentence and word.
    """
    kept = {
        row["id"]: row
        for row in connection.execute("SELECT * FROM items WHERE report = ?", (number,))
    }
    settled = {
        (row["kind"], row["start"], row["stop"], row["focus"])
        for row in kept.values()
        if row["status"] == "accepted"
    }
    wanted: dict[str, tuple[Found, tuple[Any, ...]]] = {}
    for found in reading.found:
        wanted.setdefault(item_id(digest, found), (found, _told(reading.report.text, found)))
    for name, row in kept.items():
        if row["status"] == "proposed" and name not in wanted:
            index_item(connection, row["number"], remove=True)
            connection.execute("DELETE FROM items WHERE number = ?", (row["number"],))
    new = 0
    for name, (found, told) in wanted.items():
        if name in kept:
            if kept[name]["status"] == "proposed" and _differs(kept[name], told):
                index_item(connection, kept[name]["number"], remove=True)
                changes = ", ".join(f"{column} = ?" for column in _COLUMNS)
                connection.execute(
                    f"UPDATE items SET {changes} WHERE id = ?", (*told, name)  # noqa: S608
                )  # fmt: skip
                index_item(connection, kept[name]["number"])
        elif (found.kind, *found.span, told[0]) not in settled:
            _insert(connection, name, number, found, told)
            new += 1
    noted = [
        [one.kind, dict(one.fields), one.span, one.sentence, one.rule, one.confidence]
        for one in reading.noted
    ]
    connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (number, packed(noted)))
    return new


def _insert(
    connection: Connection, name: str, number: int, found: Found, told: tuple[Any, ...]
) -> None:
    columns = ", ".join(("id", "report", "kind", "fields", "start", "stop", *_COLUMNS))
    values = (name, number, found.kind, packed(found.fields), *found.span, *told)
    places = ", ".join("?" * len(values))
    done = connection.execute(
        f"INSERT INTO items ({columns}) VALUES ({places})", values  # noqa: S608
    )  # fmt: skip
    index_item(connection, done.lastrowid or 0)


def _told(text: str, found: Found) -> tuple[Any, ...]:
    """Return the values of the columns that may change, in their order."""
    words = [*_texts(found.fields), *found.chain, "" if found.cue is None else found.cue.word]
    return (
        None if found.focus is None else packed(found.focus),
        None if found.cue is None else packed([found.cue.word, found.cue.span]),
        packed(sorted(found.flags)),
        packed(found.chain),
        packed(found.also),
        found.rule,
        found.confidence,
        text[slice(*found.span)],
        " ".join(words),
    )


def _texts(value: object) -> Iterable[str]:
    """Yield every text within JSON values, ids with spaces between their words."""
    if isinstance(value, str):
        yield value
        if "_" in value:
            yield value.replace("_", " ")
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _differs(row: Any, told: tuple[Any, ...]) -> bool:
    return any(row[column] != value for column, value in zip(_COLUMNS, told, strict=True))
