"""Everybody who can be meant: the parties of a dossier and the actors of the table as one cast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from detente.reading.cast.linking import GOVERNMENTS
from detente.reading.cast.matcher import Matcher, Named
from detente.reading.cast.people import People, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A party of the dossier, or an actor of the table.

    Parameters
    ----------
    known : bool
        Whether it is a party of the dossier.
    names, adjectives, capitals, seats, bodies : tuple of str
        What reports call it, as in :class:`~detente.reading.cast.actors.Actor`.
    state : str or None
        The member that is the state of which, or in which, it is.
    against : tuple of str
        The members that it fights or opposes.
    from_, to : datetime.date or None
        When it came into being and when it ended, where that is known.
    """

    id: str
    name: str
    kind: str
    known: bool = False
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    state: str | None = None
    against: tuple[str, ...] = ()
    from_: date | None = None
    to: date | None = None

    def exists(self, on: date | None) -> bool:
        """Tell whether it is not known to be of another time than a day; true without a day."""
        if on is None or self.known:
            return True
        late = self.to is not None and self.to < on
        return not (late or (self.from_ is not None and on < self.from_))


class Cast:
    """The members, and what names mean.

    Parameters
    ----------
    members : mapping
        By id; parties of the dossier first.
    named : tuple of Named
        Every name of a party or actor.
    people : People
        Everybody with an office, their parties by the ids of members.
    """

    def __init__(
        self, members: Mapping[str, Member], named: tuple[Named, ...], people: People
    ) -> None:
        self.members: Mapping[str, Member] = MappingProxyType(dict(members))
        self._named = named
        self._people = people

    def member(self, party: str) -> Member | None:
        """Return the member of an id."""
        return self.members.get(party)

    def matcher(self) -> Matcher:
        """Return what finds all names in a text; it is made once."""
        return self._matcher

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher((*self._named, *self._people.names()))

    @cached_property
    def _parties(self) -> Matcher:
        return Matcher(self._named)

    def find(self, surface: str, on: date | None = None) -> tuple[str, ...]:
        """Return the ids of those whom a name, adjective, capital or building can mean.

        Parameters
        ----------
        surface : str
            As a text writes it; capitals count, hyphens and accents do not.
        on : datetime.date, optional
            The day of the report. No name of the table changes hands, so it decides nothing yet.
        """
        hit = self._parties.exact(surface)
        return () if hit is None else hit.ids

    def person(self, text: str, on: date | None = None, party: str | None = None) -> Person | None:
        """Return whom a full name or surname means on a day; `None` where it could be several.

        Of several, the one in office on the day is meant, and of several in office the only head
        of state or government.

        Parameters
        ----------
        party : str, optional
            The id of the party to which the person must belong on that day.
        """
        return self._people.one(text, on, party)

    def people(self, text: str, on: date | None = None) -> tuple[Person, ...]:
        """Return everybody of a name: those in office first, then by the height of the office."""
        return self._people.called(text, on)

    def holder(self, role: str, party: str, on: date | None = None) -> Person | None:
        """Return who held an office of a party on a day; `None` without a day or if not known."""
        return None if on is None else self._people.holder(role, party, on)

    def government_of(self, state: str) -> str:
        """Return the member that stands for the government of a state: itself, as a rule."""
        member = self.members.get(state)
        names = () if member is None else (*member.adjectives, *member.names)
        for name in names:
            for word in GOVERNMENTS:
                found = self.find(f"{name} {word}")
                if len(found) == 1:
                    return found[0]
        return state

    def opposition_of(
        self, state: str, kind: str | None = None, on: date | None = None
    ) -> tuple[str, ...]:
        """Return who opposes or fights a state: parties of the dossier, oppositions, then others.

        Parameters
        ----------
        kind : str, optional
            Only members of this kind.
        on : datetime.date, optional
            A day on which they exist, as far as the table can say.
        """
        found = [
            one
            for one in self.members.values()
            if state in one.against and kind in (None, one.kind) and one.exists(on)
        ]
        found.sort(key=lambda one: (not one.known, one.kind != "opposition"))
        return tuple(one.id for one in found)

    def groups_in(self, state: str, on: date | None = None) -> tuple[str, ...]:
        """Return the armed groups and oppositions that have their place in a state on a day."""
        return tuple(
            one.id
            for one in self.members.values()
            if one.state == state and one.kind in ("armed group", "opposition") and one.exists(on)
        )
