"""The user's own table of actors: ``actors.yaml`` in the dossier's folder, read strictly."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from detente.dossier.fields import RESERVED, Day, OneOrMore, Text
from detente.dossier.nodes import Mapping as TreeMapping
from detente.dossier.reader import Reader
from detente.dossier.shape import Shape
from detente.dossier.tree import MAX_BYTES, grow
from detente.dossier.unfold import unfold
from detente.dossier.wording import shown, suggest
from detente.errors import DossierError, Fault, FileError
from detente.reading.cast.actors import Actor, Gender, Tenure
from detente.reading.cast.bundled import bundled

FILE_NAME = "actors.yaml"

_ID = re.compile("[a-z][a-z0-9_]*")
_LISTS = (
    "also", "adjectives", "nationals", "capitals", "seats", "bodies", "against", "risky",
)  # fmt: skip

Kind = Literal[
    "state", "government", "armed group", "organisation", "opposition", "mediator", "alliance",
    "people",
]  # fmt: skip


Names = Annotated[OneOrMore, Field(default_factory=list)]
"""One text or several; none where the key is left out."""


class OfficeShape(Shape):
    """An office that a person held."""

    name: Text
    also: Names
    short: Names
    role: Text | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    gender: Gender | None = None


class ActorShape(Shape):
    """An actor; of one that the bundled table has, everything may be left out."""

    name: Text | None = None
    kind: Kind | None = None
    also: Names
    adjectives: Names
    nationals: Names
    capitals: Names
    seats: Names
    bodies: Names
    state: Text | None = None
    against: Names
    risky: Names
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    people: Annotated[list[OfficeShape], Field(default_factory=list)]


def find_actors(folder: Path) -> Path | None:
    """Return the user's table in a dossier's folder, or `None` if there is none."""
    file = folder / FILE_NAME
    return file if file.exists() else None


def read_actors(file: Path) -> tuple[Actor, ...]:
    """Return the actors of the user's table, in its order.

    Raises
    ------
    FileError
        If the file cannot be read, is too large or is no UTF-8 text.
    DossierError
        With every fault of the table, each at its line and column.
    """
    name = shown(str(file), 300)
    root, faults = grow(_text(file, name))
    told = [Fault(name, f.place.line, f.place.column, f.code, f.message, f.remedy) for f in faults]
    if root is None and not told:
        return ()
    if not isinstance(root, TreeMapping):
        raise DossierError(told or [_no_mapping(name)])
    source = unfold(root)
    told += [
        Fault(name, f.place.line, f.place.column, f.code, f.message, f.remedy)
        for f in source.faults
    ]
    reader = Reader(name, source, faults=told)
    actors = tuple(_actors(reader))
    if reader.faults:
        raise DossierError(dict.fromkeys(reader.faults))
    return actors


def _text(file: Path, name: str) -> str:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(name, "not-a-file", "it is not a regular file", "Name a YAML file")
        if status.st_size > MAX_BYTES:
            raise _unreadable(
                name, "yaml-too-large", f"it is larger than {MAX_BYTES:,} bytes", "Shorten it"
            )
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise _unreadable(
            name, "no-actors", "there is no such file", "Mend the path, or leave the table away"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise _unreadable(
            name, "unreadable", f"it cannot be read ({reason})", "Mend its name or its permissions"
        ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(
            name, "not-text", f"it is not UTF-8 text (byte {error.start + 1})",
            "Save it as plain text in UTF-8",
        ) from error  # fmt: skip


def _unreadable(name: str, code: str, message: str, remedy: str) -> FileError:
    return FileError([Fault(name, 0, 0, code, message, remedy)])


def _no_mapping(name: str) -> Fault:
    message = "a table of actors is a mapping of ids to actors"
    return Fault(name, 1, 1, "wrong-type", message, "Start with an id and a colon, as gam:")


def _actors(reader: Reader) -> Iterator[Actor]:
    table = {actor.id: actor for actor in bundled()}
    known = [*table, *(str(key) for key in reader.source.data)]
    for key, data in reader.source.data.items():
        if not _ID.fullmatch(key) or key in RESERVED:
            reader.fault(
                reader.key_place((key,)), "bad-id", f"{shown(key)} cannot be an id",
                "Use small letters, digits and _, starting with a letter",
            )  # fmt: skip
            continue
        shape = reader.check(ActorShape, data, (key,))
        if shape is None:
            continue
        base = table.get(key)
        if base is None and shape.name is None:
            reader.fault(
                reader.key_place((key,)), "missing-key", f"{key} has no key name", "Add name"
            )
            continue
        for field, several in (("state", [shape.state]), ("against", shape.against)):
            for other in several:
                if other is not None and other not in known:
                    reader.fault(
                        reader.place((key, field)), "unknown-actor",
                        f"{shown(other)} is no actor of this table or the bundled one",
                        suggest(other, known, "Write an id"),
                    )  # fmt: skip
        yield _actor(reader, key, shape, base)


def _actor(reader: Reader, key: str, shape: ActorShape, base: Actor | None) -> Actor:
    lists: dict[str, Any] = {name: tuple(getattr(shape, name)) for name in _LISTS}
    first, last = _days(reader, shape, (key, "to"))
    return Actor(
        id=key,
        name=shape.name or (base.name if base is not None else key),
        kind=shape.kind or (base.kind if base is not None else "organisation"),
        state=shape.state,
        people=tuple(_tenure(reader, office, key, at) for at, office in enumerate(shape.people)),
        from_=first,
        to=last,
        **lists,
    )


def _tenure(reader: Reader, office: OfficeShape, key: str, at: int) -> Tenure:
    first, last = _days(reader, office, (key, "people", at, "to"))
    return Tenure(
        office.name, office.role, first, last, office.gender, tuple(office.also),
        tuple(office.short),
    )  # fmt: skip


def _days(
    reader: Reader, shape: ActorShape | OfficeShape, end: tuple[str | int, ...]
) -> tuple[date | None, date | None]:
    """Return the first and the last day; an end before the beginning is a fault at `end`."""
    first = None if shape.from_ is None else shape.from_.first
    last = None if shape.to is None else shape.to.last
    if first is not None and last is not None and last < first:
        reader.fault(
            reader.place(end), "date-order", f"to {shape.to} is before from {shape.from_}",
            "Mend one of the dates",
        )  # fmt: skip
    return first, last
