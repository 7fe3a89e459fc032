"""What happened and was said: the entries of the record as frozen data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from detente.dossier.dates import Date
from detente.dossier.reasons import Evidence, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every entry of the record has.

    Parameters
    ----------
    place : Place
        Where it stands in the file; two entries are equal wherever they stand.
    by_way_of : str or None
        Who reports whom, where it is hearsay.
    """

    place: Place = field(compare=False)
    date: Date | None = None
    evidence: tuple[Evidence, ...] = ()
    by_way_of: str | None = None
    because: str | None = None
    sure: float = 1.0
    judgement: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Item):
    """Someone who speaks or sits at the table; `party` is a party's id."""

    name: str
    party: str | None = None
    role: str | None = None
    from_: Date | None = None
    to: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Item):
    """Something said; `by` and `to` are party ids or names of people."""

    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    act: str | None = None
    cue: str | None = None
    about: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Item):
    """Where a party stands on something."""

    party: str
    about: str | None = None
    stance: str | None = None
    until: str | None = None
    unless: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks(Item):
    """A round of talks."""

    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    level: str | None = None
    where: str | None = None
    from_: Date | None = None
    to: Date | None = None
    status: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truce(Item):
    """A truce and what became of it."""

    parties: tuple[str, ...] = ()
    declared: Date | None = None
    in_effect: Date | None = None
    ended: Date | None = None
    terms: str | None = None
    brokered_by: tuple[str, ...] = ()
    fate: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Item):
    """Something done; `plover` is an event type in capitals."""

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    what: str | None = None
    where: str | None = None
    plover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Item):
    """Who arms, pays or shelters whom."""

    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Item):
    """A count, with the counter named; `low`, `best` and `high` never fall."""

    what: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    since: Date | None = None
    as_of: Date | None = None
    counted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The lists of the record, each in the order of the file."""

    people: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    talks: tuple[Talks, ...] = ()
    truces: tuple[Truce, ...] = ()
    events: tuple[Event, ...] = ()
    support: tuple[Support, ...] = ()
    figures: tuple[Figure, ...] = ()

    def items(self) -> Iterator[Item]:
        """Yield every entry, list by list."""
        for entry in fields(self):
            yield from getattr(self, entry.name)
