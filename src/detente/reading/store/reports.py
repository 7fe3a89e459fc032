"""Putting a report into the store: as a new one, as a copy, or as what is there already."""

from __future__ import annotations

from collections import Counter
from sqlite3 import Connection, Row
from typing import Literal, NamedTuple

from detente.reading.report import Report
from detente.reading.store.indexing import index_report, indexed_anew, unindex_proposed
from detente.reading.store.naming import Names
from detente.reading.store.rows import packed, words_digest
from detente.reading.store.sketch import How, Sketch, compare, sketch

Outcome = Literal["new", "update", "longer", "same", "changed", "copy"]

MOST_IN_BAND = 24
MOST_COMPARED = 12
_BEST: tuple[How, ...] = ("near", "shorter", "longer", "update")


class Added(NamedTuple):
    """What became of a report.

    Parameters
    ----------
    outcome : str
        ``"new"``; ``"update"``, kept, and almost the words of another, but with other numbers or
        days; ``"longer"``, kept in place of a shorter or earlier version; ``"same"``, kept before;
        ``"changed"``, kept before, and to be read again since more is known about it;
        ``"copy"`` of another.
    number : int
        The kept report.
    other : int or None
        The report of which this is an update or a longer version.
    """

    outcome: Outcome
    number: int
    other: int | None = None


def add_report(connection: Connection, names: Names, report: Report) -> Added:
    """Keep `report`, and return what became of it; within a transaction of the caller."""
    digest, words = report.digest, words_digest(report.text)
    kept = connection.execute(
        "SELECT * FROM reports WHERE digest = ? UNION ALL SELECT * FROM reports "
        "WHERE words = ? AND digest <> ? ORDER BY number LIMIT 1",
        (digest, words, digest),
    ).fetchone()
    if kept is not None:
        if kept["origin"] == report.origin and kept["copy_of"] is None:
            changed = kept["digest"] == digest and _learn(connection, kept, report)
            return Added("changed" if changed else "same", kept["number"])
        return _copied(connection, kept["copy_of"] or kept["number"], digest, report, "exact")
    known = connection.execute(
        "SELECT report FROM copies WHERE digest = ? AND how <> 'exact'", (digest,)
    ).fetchone()
    if known is not None:
        return _copied(connection, known["report"], digest, report, "near")
    drawn = sketch(report.text)
    other, how = _nearest(connection, drawn)
    if other is not None and how in ("near", "shorter"):
        if not _came_from(connection, other, report.origin):
            return _copied(connection, other, digest, report, how)
        how = "longer"  # a file that was mended since
    number = _insert(connection, names, report, digest, words)
    connection.executemany(
        "INSERT OR IGNORE INTO bands VALUES (?, ?)", ((band, number) for band in drawn.bands)
    )
    if other is not None and how == "longer":
        _replace(connection, other, number)
        return Added("longer", number, other)
    if other is not None:
        connection.execute("UPDATE reports SET update_of = ? WHERE number = ?", (other, number))
        return Added("update", number, other)
    return Added("new", number)


def _came_from(connection: Connection, number: int, origin: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM reports WHERE number = ? AND origin = ?", (number, origin)
    )
    return found.fetchone() is not None


def forget_items(connection: Connection, number: int) -> None:
    """Take the undecided proposals of a report away."""
    unindex_proposed(connection, number)
    connection.execute("DELETE FROM items WHERE report = ? AND status = 'proposed'", (number,))


def _insert(connection: Connection, names: Names, report: Report, digest: str, words: str) -> int:
    done = connection.execute(
        "INSERT INTO reports (digest, words, source, text, length, origin, medium, title, "
        "publisher, byline, dateline, published, language, found) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            digest, words, names.id_for(report, words), report.text, len(report.text),
            report.origin, report.medium, report.title, report.publisher, report.byline,
            report.dateline, None if report.published is None else report.published.isoformat(),
            report.language, packed(dict(report.found)),
        ),
    )  # fmt: skip
    number = done.lastrowid
    assert number is not None  # noqa: S101 - SQLite gives one to every row
    index_report(connection, number)
    return number


def _learn(connection: Connection, kept: Row, report: Report) -> bool:
    """Take over what is newly known about a kept report; tell whether it must be read again."""
    published = None if report.published is None else report.published.isoformat()
    now = {
        "title": report.title, "publisher": report.publisher, "byline": report.byline,
        "dateline": report.dateline, "published": published, "language": report.language,
    }  # fmt: skip
    news = {key: value for key, value in now.items() if value is not None and value != kept[key]}
    if not news:
        return False
    number = kept["number"]
    changes = ", ".join(f"{key} = ?" for key in news)
    with indexed_anew(connection, number):
        connection.execute(
            f"UPDATE reports SET {changes}, found = ?, read_with = NULL "  # noqa: S608
            "WHERE number = ?",
            (*news.values(), packed(dict(report.found)), number),
        )
    return True


def _copied(connection: Connection, number: int, digest: str, report: Report, how: str) -> Added:
    """Note that `report` is a copy of the report `number`."""
    published = None if report.published is None else report.published.isoformat()
    done = connection.execute(
        "INSERT OR IGNORE INTO copies (report, digest, origin, publisher, published, how) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (number, digest, report.origin, report.publisher, published, how),
    )
    return Added("copy" if done.rowcount else "same", number)


def _nearest(connection: Connection, drawn: Sketch) -> tuple[int, How] | tuple[None, None]:
    """Return the kept report that is most likely the same as the text of `drawn`, and how."""
    shared: Counter[int] = Counter()
    for band in drawn.bands:
        rows = connection.execute(
            "SELECT report FROM bands WHERE band = ? ORDER BY report LIMIT ?", (band, MOST_IN_BAND)
        )
        shared.update(row["report"] for row in rows)
    found: dict[How, int] = {}
    likely = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_COMPARED]
    for number in likely:
        (text,) = connection.execute(
            "SELECT text FROM reports WHERE number = ?", (number,)
        ).fetchone()
        how = compare(sketch(text), drawn)
        if how is not None:
            found.setdefault(how, number)
        if how == "near":
            break
    for how in _BEST:
        if how in found:
            return found[how], how
    return None, None


def _replace(connection: Connection, old: int, new: int) -> None:
    """Let the report `new` stand for the shorter `old`, of which only decisions are kept."""
    connection.execute(
        "INSERT OR IGNORE INTO copies (report, digest, origin, publisher, published, how) "
        "SELECT ?, digest, origin, publisher, published, 'shorter' FROM reports WHERE number = ?",
        (new, old),
    )
    connection.execute("UPDATE copies SET report = ? WHERE report = ?", (new, old))
    connection.execute("UPDATE reports SET copy_of = ? WHERE number = ?", (new, old))
    connection.execute("DELETE FROM bands WHERE report = ?", (old,))
    connection.execute("DELETE FROM notes WHERE report = ?", (old,))
    index_report(connection, old, remove=True)
    forget_items(connection, old)
