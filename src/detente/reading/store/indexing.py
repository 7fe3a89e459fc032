"""The index of words: what of a report and of a proposal is looked up, put in and taken out.

Beside its words each has marks: of its kind, and of the year, the month and the day of the report.
So a search within days or of one kind is a search for words like any other, and takes no look at
the rows behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from sqlite3 import Connection

KIND, YEAR, MONTH, DAY = "zqkind", "zqyear", "zqmonth", "zqday"
"""What marks begin with; no word of a report does."""

_DAYS = (
    f"CASE WHEN reports.published IS NULL THEN '' ELSE '{YEAR}' || substr(reports.published, 1, 4) "
    f"|| ' {MONTH}' || replace(substr(reports.published, 1, 7), '-', '') "
    f"|| ' {DAY}' || replace(reports.published, '-', '') END"
)
_TEXTS = f"SELECT number, title, text, {_DAYS} AS marks FROM reports"  # noqa: S608
_ITEMS = (
    "SELECT items.number, items.report, items.status, items.quote, items.words, "  # noqa: S608
    f"'{KIND}' || items.kind || ' ' || {_DAYS} AS marks "
    "FROM items JOIN reports ON reports.number = items.report"
)
VIEWS = (f"CREATE VIEW texts_marked AS {_TEXTS}", f"CREATE VIEW items_marked AS {_ITEMS}")
"""What the index holds of each; values that are taken out must be those that were put in."""


def index_report(connection: Connection, number: int, remove: bool = False) -> None:
    """Put the text of a report into the index, or take it out."""
    into, mark = ("texts_found, rowid", "'delete', number") if remove else ("rowid", "number")
    connection.execute(
        f"INSERT INTO texts_found ({into}, title, text, marks) "  # noqa: S608
        f"SELECT {mark}, title, text, marks FROM texts_marked WHERE number = ?",
        (number,),
    )


def index_item(connection: Connection, number: int, remove: bool = False) -> None:
    """Put a proposal into the index, or take it out."""
    _items(connection, "number = ?", number, remove)


def unindex_proposed(connection: Connection, report: int) -> None:
    """Take the undecided proposals of a report out of the index."""
    _items(connection, "report = ? AND status = 'proposed'", report, True)


@contextmanager
def indexed_anew(connection: Connection, report: int) -> Iterator[None]:
    """Have a report and all its proposals indexed as they are after a change of what is known."""
    index_report(connection, report, remove=True)
    _items(connection, "report = ?", report, True)
    yield
    index_report(connection, report)
    _items(connection, "report = ?", report, False)


def _items(connection: Connection, which: str, value: int, remove: bool) -> None:
    into, mark = ("items_found, rowid", "'delete', number") if remove else ("rowid", "number")
    connection.execute(
        f"INSERT INTO items_found ({into}, quote, words, marks) "  # noqa: S608
        f"SELECT {mark}, quote, words, marks FROM items_marked WHERE {which}",
        (value,),
    )


def marks_of_days(since: date, until: date) -> Iterator[str]:
    """Yield the fewest marks that cover the days from `since` to `until`, both included.

    >>> list(marks_of_days(date(2015, 12, 31), date(2017, 2, 1)))
    ['zqday20151231', 'zqyear2016', 'zqmonth201701', 'zqday20170201']
    """
    day = since
    while day <= until:
        year = date(day.year, 12, 31)
        month = _month_end(day)
        if (day.month, day.day) == (1, 1) and year <= until:
            yield f"{YEAR}{day:%Y}"
            last = year
        elif day.day == 1 and month <= until:
            yield f"{MONTH}{day:%Y%m}"
            last = month
        else:
            yield f"{DAY}{day:%Y%m%d}"
            last = day
        if last == date.max:
            return
        day = last + timedelta(days=1)


def _month_end(day: date) -> date:
    if day.month == 12:
        return date(day.year, 12, 31)
    return date(day.year, day.month + 1, 1) - timedelta(days=1)
