"""The table that comes with the library, as tab-separated text: parsed in milliseconds.

The same rows as YAML take two seconds, because the reader of dossiers checks every sign; they are
therefore kept as text with a column for each key of :class:`~detente.reading.cast.actors.Actor`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import cast

from detente.dossier.dates import read_date
from detente.reading.cast.actors import Actor, Gender, Tenure

ACTORS = ("states", "organisations", "groups")
PEOPLE = ("leaders", "ministers", "envoys", "commanders")
COLUMNS = (
    "id", "kind", "name", "also", "adjectives", "nationals", "capitals", "seats", "bodies",
    "state", "against", "risky", "from", "to",
)  # fmt: skip
PEOPLE_COLUMNS = ("actor", "name", "also", "short", "role", "from", "to", "gender")
SEPARATOR = "; "


@cache
def bundled() -> tuple[Actor, ...]:
    """Return the actors of the bundled table, in its order."""
    people: dict[str, list[Tenure]] = {}
    for name in PEOPLE:
        for row in rows(name, PEOPLE_COLUMNS):
            people.setdefault(row["actor"], []).append(_tenure(row))
    found = tuple(_actor(row) for name in ACTORS for row in rows(name, COLUMNS))
    return tuple(replace(one, people=tuple(people.get(one.id, ()))) for one in found)


def rows(name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of one file of the table as text by column; missing last columns are empty."""
    text = (files(__package__) / "data" / f"{name}.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        cells = line.split("\t")
        yield dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True))


def _actor(row: dict[str, str]) -> Actor:
    return Actor(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        also=_list(row["also"]),
        adjectives=_list(row["adjectives"]),
        nationals=_list(row["nationals"]),
        capitals=_list(row["capitals"]),
        seats=_list(row["seats"]),
        bodies=_list(row["bodies"]),
        state=row["state"] or None,
        against=_list(row["against"]),
        risky=_list(row["risky"]),
        from_=_date(row["from"], 0),
        to=_date(row["to"], 1),
    )


def _tenure(row: dict[str, str]) -> Tenure:
    return Tenure(
        row["name"],
        row["role"] or None,
        _date(row["from"], 0),
        _date(row["to"], 1),
        cast(Gender | None, row["gender"] or None),
        _list(row["also"]),
        _list(row["short"]),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()


def _date(cell: str, end: int) -> date | None:
    """Return the first day of what a cell covers, or the last."""
    if not cell:
        return None
    found = read_date(cell)
    return found.last if end else found.first
