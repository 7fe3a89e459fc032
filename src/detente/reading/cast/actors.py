"""What the table of actors holds: parties with all their names, and who held which office when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.reading.cast.matcher import Sort

Gender = Literal["f", "m"]

KINDS = (
    "state",
    "government",
    "armed group",
    "organisation",
    "opposition",
    "mediator",
    "alliance",
    "people",
)
"""The kinds of actors."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a person held for a party; open where `to` is missing.

    Parameters
    ----------
    name : str
        The person's full name. Tenures of the same name are those of one person.
    also : tuple of str
        Other spellings of the full name, and names by which the person goes.
    short : tuple of str
        What reports call the person after the first time; worked out of `name` where empty.
    """

    name: str
    role: str | None = None
    from_: date | None = None
    to: date | None = None
    gender: Gender | None = None
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    def covers(self, on: date) -> bool:
        """Tell whether the office was held on a day; without a date of beginning never."""
        return self.from_ is not None and self.from_ <= on and (self.to is None or on <= self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One row of the table.

    Parameters
    ----------
    name : str
        What it is called in English.
    also : tuple of str
        Other names, old names and abbreviations.
    adjectives, nationals : tuple of str
        "Russian" and "Russians"; the regular plurals are made by themselves.
    capitals, seats : tuple of str
        Cities and buildings that stand for the government.
    bodies : tuple of str
        Ministries, armies and services that act for it under a name of their own.
    state : str or None
        Id of the state of which, or in which, it is.
    against : tuple of str
        Ids of the states that it fights or opposes.
    risky : tuple of str
        Those of its names that are often something else.
    from_, to : datetime.date or None
        When it came into being and when it ended, where that is known.
    """

    id: str
    name: str
    kind: str = "organisation"
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    state: str | None = None
    against: tuple[str, ...] = ()
    risky: tuple[str, ...] = ()
    people: tuple[Tenure, ...] = ()
    from_: date | None = None
    to: date | None = None

    def surfaces(self) -> Iterator[tuple[str, Sort]]:
        """Yield every name with its sort."""
        for name in (self.name, *self.also):
            yield name, "name"
        for name in self.adjectives:
            yield name, "adjective"
        for name in (*self.nationals, *filter(None, map(plural, self.adjectives))):
            yield name, "people"
        for name in self.capitals:
            yield name, "capital"
        for name in self.seats:
            yield name, "seat"
        for name in self.bodies:
            yield name, "body"

    def extended(self, other: Actor) -> Actor:
        """Return this actor with what `other` adds; what `other` says of kind and state wins."""
        return Actor(
            id=self.id,
            name=other.name,
            kind=other.kind,
            also=_united(self.also, other.also, () if other.name == self.name else (self.name,)),
            adjectives=_united(self.adjectives, other.adjectives),
            nationals=_united(self.nationals, other.nationals),
            capitals=_united(self.capitals, other.capitals),
            seats=_united(self.seats, other.seats),
            bodies=_united(self.bodies, other.bodies),
            state=other.state or self.state,
            against=_united(self.against, other.against),
            risky=_united(self.risky, other.risky),
            people=(*self.people, *other.people),
            from_=other.from_ or self.from_,
            to=other.to or self.to,
        )


def _united(*several: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in several for name in names))


_NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z")


def plural(adjective: str) -> str | None:
    """Return the people that an adjective names, where English forms it with an s.

    >>> plural("Iraqi"), plural("Dutch")
    ('Iraqis', None)
    """
    if adjective.endswith(_NO_PLURAL) or adjective.isupper():
        return None
    return adjective + "s"


def merged(tables: Iterable[Iterable[Actor]]) -> dict[str, Actor]:
    """Return the actors of several tables by id; a later table extends an earlier one."""
    found: dict[str, Actor] = {}
    for table in tables:
        for actor in table:
            known = found.get(actor.id)
            found[actor.id] = actor if known is None else known.extended(actor)
    return found
