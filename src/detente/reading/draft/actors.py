"""Who is meant in the words of a record: parties by name, and people by their party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from detente.dossier import Dossier, Party

_COMMON = 5
"""The shortest common noun at the end of a name by which alone a party is known: "rebels"."""


_ARTICLES = frozenset(["the", "a", "an", "all", "both", "its", "their"])


_TITLES = frozenset(
    ["president", "prime", "foreign", "defence", "defense", "minister", "secretary", "chancellor",
     "king", "general", "leader", "mr", "mr.", "mrs", "ms"]
)  # fmt: skip
"""Words of office before the name of a person."""

_NOUNS = (
    (("rebels", "rebel", "guerrillas", "insurgents", "militants", "fighters"),
     re.compile(r"armed|rebel|opposition", re.IGNORECASE)),
    (("government", "regime", "army", "authorities"),
     re.compile(r"government|state", re.IGNORECASE)),
)  # fmt: skip
"""Nouns that name a party where only one of its kind takes part."""

_SIDE = re.compile(r"armed|rebel|opposition|government|state", re.IGNORECASE)
_BOTH = re.compile(
    r"(?:that\s+)?(?:(?:both|the\s+two|all|the\s+(?:warring|rival|opposing))\s+)"
    r"(?:the\s+)?(?:warring\s+|rival\s+)?(?:sides|parties)\s+(?:(?:to|must|should)\s+)?",
    re.IGNORECASE,
)


def _speaking(dossier: Dossier) -> list[Party]:
    """Return the parties that speak, act or sit at the table in the record."""
    record = dossier.record
    names = {one.party for one in record.positions}
    for statement in record.statements:
        names |= {*statement.by, *statement.to}
    for event in record.events:
        names |= {*event.by, *event.to}
    names |= {name for talks in record.talks for name in talks.parties}
    names |= {name for truce in record.truces for name in truce.parties}
    people = {person.name: person.party for person in record.people}
    names |= {people[name] or "" for name in names if name in people}
    return [party for party in dossier.parties.values() if party.id in names]


def _tables(dossier: Dossier) -> list[tuple[str, ...]]:
    """Return who sat or signed together, round by round."""
    record = dossier.record
    found = [one.parties for one in record.talks] + [one.parties for one in record.truces]
    return [parties for parties in found if len(parties) > 1]


def _facing(dossier: Dossier, kind: set[str]) -> set[str]:
    """Return those of one kind that sit at a table with others that fight or oppose them."""
    return {
        party
        for table in _tables(dossier)
        for party in table
        if party in kind
        and any(
            other not in kind and _SIDE.search(dossier.parties[other].kind or "")
            for other in table
            if other in dossier.parties
        )
    }


def _principals(dossier: Dossier) -> tuple[str, ...]:
    """Return the pair that most often sits at one table; nobody where two pairs do as often."""
    pairs = Counter(
        tuple(sorted(table)) for table in _tables(dossier) if len(table) == 2
    ).most_common(2)
    if not pairs or (len(pairs) > 1 and pairs[0][1] == pairs[1][1]):
        return ()
    return tuple(one for one in dossier.parties if one in pairs[0][0])


class Named(NamedTuple):
    """A party named in a text, and where."""

    party: str
    start: int
    end: int
    person: bool = False


class Actors:
    """Finds the parties of a dossier.

    Parameters
    ----------
    dossier : Dossier
        Whose parties and people are looked for.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.parties = dossier.parties
        self.people = {
            person.name: person.party
            for person in dossier.record.people
            if person.party is not None and person.party in dossier.parties
        }
        self._names: dict[str, str] = {}
        self._persons: set[str] = set()
        for person, whose in self.people.items():
            last = person.split()[-1] if person.split() else ""
            for name in (person, last, re.sub(r"^(?:al|el)-", "", last, flags=re.IGNORECASE)):
                self._enter(name, whose)
                self._persons.add(name.casefold())
        for party in dossier.parties.values():
            for name in (party.name, *party.also):
                last = name.split()[-1] if name.split() else ""
                if len(last) >= _COMMON and last.islower():
                    self._enter(last, party.id)
        for party in dossier.parties.values():
            for name in (party.name, *party.also):
                self._names[name.casefold()] = party.id
        speaking = _speaking(dossier)
        for nouns, kinds in _NOUNS:
            meant = [one.id for one in speaking if kinds.search(one.kind or "")]
            if len(meant) > 1:
                meant = [one for one in meant if one in _facing(dossier, set(meant))]
            for noun in nouns:
                if len(meant) == 1 and noun not in self._names:
                    self._names[noun] = meant[0]
        self.principals = _principals(dossier)
        known = sorted((name for name in self._names if name), key=lambda name: (-len(name), name))
        self._search = (
            re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, known)) + r")(?!\w)", re.IGNORECASE)
            if known
            else None
        )

    def _enter(self, name: str, party: str) -> None:
        """Add a name that is no party's own; one that two parties have names neither."""
        key = name.casefold()
        self._names[key] = party if self._names.get(key, party) == party else ""

    def of(self, who: str) -> str | None:
        """Return the party that `who`, a party's id or a person's name, stands for."""
        if who in self.parties:
            return who
        return self.people.get(who)

    def all_of(self, who: Iterable[str]) -> tuple[str, ...]:
        """Return the parties that some ids and names stand for, each once."""
        found = (self.of(one) for one in who)
        return tuple(dict.fromkeys(party for party in found if party is not None))

    def named(self, text: str) -> tuple[Named, ...]:
        """Return the parties named in `text`, in the order of the words."""
        if self._search is None:
            return ()
        hits = (
            Named(
                self._names[match[0].casefold()],
                match.start(),
                match.end(),
                match[0].casefold() in self._persons,
            )
            for match in self._search.finditer(text)
            if match[0].casefold() in self._names
        )
        return tuple(one for one in hits if one.party)

    def both(self, text: str) -> tuple[tuple[str, ...], str]:
        """Return the principals and what is asked of them, where `text` opens with both sides."""
        found = _BOTH.match(text)
        if found is None or not text[found.end() :]:
            return (), text
        return self.principals, text[found.end() :]

    def subject(self, text: str) -> Named | None:
        """Return the party with which `text` opens, an article and two words after it aside."""
        first = next(iter(self.named(text)), None)
        if first is None:
            return None
        before = text[: first.start].casefold().split()
        opens = set(before) <= _TITLES or (len(before) <= 3 and before[0] in _ARTICLES)
        return first if opens else None
