"""Who is who: people by any of their names, and the office they held on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from detente.reading.cast.actors import Gender, Tenure
from detente.reading.cast.matcher import Named
from detente.reading.cast.roles import answers, rank
from detente.reading.cast.surface import Pieces, cut, fits, key

RISKY = frozenset(
    [
        "Abdallah", "Abdi", "Abdullah", "Abe", "Adam", "Ahmad", "Ahmed", "Ali", "Amos", "Austin",
        "Aziz", "Baker", "Ban", "Bar", "Barrack", "Bell", "Bello", "Benjamin", "Bishop", "Bolton",
        "Booth", "Brown", "Bruce", "Burns", "Bush", "Carney", "Carter", "Case", "Cash", "Chen",
        "Christopher", "Cleverly", "Colonna", "Cook", "Cooper", "Costa", "Dar", "Davis", "Dini",
        "Downer", "Earnest", "Fall", "Farouk", "Ford", "Foster", "Freeland", "Gabriel", "Gallant",
        "Gates", "Gil", "Gore", "Green", "Grey", "Hague", "Hakim", "Hale", "Hamdan", "Hammer",
        "Haq", "Hassan", "Henry", "Hill", "Hook", "Hug", "Hunt", "Hurd", "Hussein", "Ibrahim",
        "Idris", "Ismail", "Jeffrey", "Jibril", "Jonathan", "Juma", "Karim", "Kenny", "Key",
        "Khalid", "Khalifa", "Khan", "Ki", "King", "Lagos", "Lake", "Laurel", "Leon", "Li",
        "Long", "Lute", "Ma", "Mahdi", "Major", "Malik", "Mansour", "Marker", "Martin", "May",
        "Mende", "Miller", "Mohamed", "Mohammad", "Mohammed", "Moi", "Moon", "Moran", "Murad",
        "Mustafa", "Naim", "Nasser", "Nuri", "Obi", "Omar", "Omer", "Ona", "Otte", "Park",
        "Pence", "Ping", "Powell", "Power", "Price", "Rage", "Rice", "Rose", "Rubin", "Rudd",
        "Sabra", "Saeed", "Salam", "Salim", "Sall", "Sharif", "Sharon", "Singh", "Skate", "Smith",
        "So", "Solana", "Song", "Spring", "Store", "Straw", "Swu", "Tang", "Tatar", "Trimble",
        "Truss", "Turk", "Turner", "Vance", "Wade", "Wagner", "Wahid", "Waltz", "Wang", "Warner",
        "West", "White", "Wise", "Witness", "Wong", "Wood", "Yan", "Young", "Yusuf", "Zaini",
        "Zia",
    ]
)  # fmt: skip
"""Surnames that are often a word, a place or somebody else."""

NO_SHORT = "-"
"""Stands for short names where there are none: "King Abdullah" is always called so."""

_JOINED = re.compile(r"(?:^| )((?:(?:al|el|as|ad|an|ash|ar|ut)-)?[^ ]+)$")
_BEFORE = re.compile(
    r"(?:^| )((?:(?:de|von|van|der|den|bin|ben|bint|ibn|abu|ould|da|dos|du|la|le|of|di) )+[^ ]+)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A(?:al|el|as|ad|an|ash|ar|ut)-(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone of the table on a day.

    Parameters
    ----------
    name : str
        The full name.
    party : str
        The id of the party they act for.
    role : str or None
        The office held on the day, or the last one before it.
    from_, to : datetime.date or None
        When that office was held.
    former : bool
        Whether the office had ended by the day.
    names : tuple of str
        Every name by which reports call them.
    """

    name: str
    party: str
    role: str | None = None
    from_: date | None = None
    to: date | None = None
    former: bool = False
    gender: Gender | None = None
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Life:
    """All tenures of one person, each with its party."""

    tenures: list[tuple[str, Tenure]] = field(default_factory=list)
    full: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)


class People:
    """Everybody in the table.

    Parameters
    ----------
    tenures : iterable of (str, Tenure)
        The party's id and the office; all tenures under one name are one person's.
    """

    def __init__(self, tenures: Iterable[tuple[str, Tenure]]) -> None:
        self._lives: dict[str, _Life] = {}
        for party, tenure in tenures:
            life = self._lives.setdefault(tenure.name, _Life())
            life.tenures.append((party, tenure))
            life.full += [tenure.name, *tenure.also]
            life.short += tenure.short
        for name, life in self._lives.items():
            short = life.short or short_names(name)
            life.short = [text for text in dict.fromkeys(short) if text != NO_SHORT]
        self._index: dict[Pieces, list[tuple[Pieces, str]]] = {}
        for name, life in self._lives.items():
            for text in dict.fromkeys((*life.full, *life.short)):
                if key(text):
                    self._index.setdefault(key(text), []).append((cut(text), name))
        self._by_party: dict[str, list[tuple[str, Tenure]]] = {}
        for name, life in self._lives.items():
            for party, tenure in life.tenures:
                self._by_party.setdefault(party, []).append((name, tenure))

    def names(self) -> Iterator[Named]:
        """Yield every name for the matcher."""
        for name, life in self._lives.items():
            full = dict.fromkeys(life.full)
            for text in full:
                yield Named(text, "person", people=(name,))
            for text in dict.fromkeys(life.short):
                if text not in full:
                    yield Named(text, "surname", people=(name,), risky=text in RISKY)

    def called(self, text: str, on: date | None) -> tuple[Person, ...]:
        """Return everybody of that name, those in office first, the highest office first."""
        pieces = cut(text)
        found = dict.fromkeys(
            name for one, name in self._index.get(key(text), ()) if fits(one, pieces)
        )
        return tuple(sorted((self.at(name, on) for name in found), key=_order))

    def at(self, name: str, on: date | None) -> Person:
        """Return the person of a full name as of a day.

        Without a day the last office counts. Where several were held at once, the highest counts.
        """
        life = self._lives[name]
        party, tenure, former = _office(life.tenures, on)
        begun = tenure.from_ is None or on is None or tenure.from_ <= on
        genders = (one.gender for _, one in life.tenures if one.gender is not None)
        return Person(
            name=name,
            party=party,
            role=tenure.role if begun else None,
            from_=tenure.from_,
            to=tenure.to,
            former=former,
            gender=next(genders, None),
            names=tuple(dict.fromkeys((*life.full, *life.short))),
        )

    def one(self, text: str, on: date | None, party: str | None) -> Person | None:
        """Return the one person whom a name can mean, or `None` where several could be meant."""
        found = self.called(text, on)
        if party is not None:
            found = tuple(one for one in found if one.party == party)
        if len(found) <= 1 or on is None:
            return found[0] if len(found) == 1 else None
        serving = [one for one in found if _serves(one, on)]
        if len(serving) == 1:
            return serving[0]
        national = [one for one in serving if rank(one.role) <= _NATIONAL]
        return national[0] if len(national) == 1 else None

    def holder(self, role: str, party: str, on: date) -> Person | None:
        """Return who held an office on a day; in the days of a change the new one.

        Where two held it side by side for longer, as rivals do, nobody can be told.
        """
        found = [
            (rank(tenure.role), -_day(tenure.from_), name, tenure)
            for name, tenure in self._by_party.get(party, ())
            if tenure.role is not None and tenure.covers(on) and answers(tenure.role, role)
        ]
        found.sort(key=lambda one: one[:2])
        rivals = [one for one in found[1:] if one[0] == found[0][0]]
        if not found or any(_overlap(one[3], found[0][3]) > _HANDOVER for one in rivals):
            return None
        _, _, name, tenure = found[0]
        person = self.at(name, on)
        return replace(
            person, party=party, role=tenure.role, from_=tenure.from_, to=tenure.to, former=False
        )


_NATIONAL = 2
"""The lowest rank that decides between namesakes: a head of state or government."""

_HANDOVER = 62
"""For how many days two may overlap because only the months of a change are known."""


def _office(tenures: Iterable[tuple[str, Tenure]], on: date | None) -> tuple[str, Tenure, bool]:
    """Return the party and office on a day, else the last before it, else the first after it."""
    every = list(tenures)
    if on is None:
        party, tenure = max(every, key=lambda one: one[1].from_ or date.min)
        return party, tenure, False
    held = [one for one in every if one[1].covers(on)]
    if held:
        party, tenure = min(held, key=lambda one: (rank(one[1].role), -_day(one[1].from_)))
        return party, tenure, False
    undated = [one for one in every if one[1].from_ is None]
    if undated:
        return *undated[0], False
    past = [one for one in every if one[1].from_ is not None and one[1].from_ <= on]
    if past:
        party, tenure = max(past, key=lambda one: _day(one[1].to))
        return party, tenure, True
    party, tenure = min(every, key=lambda one: _day(one[1].from_))
    return party, tenure, False


def _day(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


def _overlap(earlier: Tenure, later: Tenure) -> int:
    """Return for how many days two held an office side by side; at least as many as can be told."""
    return _day(earlier.to or date.max) - _day(later.from_)


def _serves(person: Person, on: date) -> bool:
    """Tell whether a person holds the office on the day; an office without dates is held."""
    if person.from_ is None:
        return person.role is not None
    return person.from_ <= on and not person.former


def _order(person: Person) -> tuple[bool, bool, int]:
    return person.former, person.role is None, rank(person.role)


def short_names(name: str) -> tuple[str, ...]:
    """Return what a person is called by after the first time: the surname with its particles.

    >>> short_names("Bashar al-Assad"), short_names("Staffan de Mistura")
    (('al-Assad', 'Assad'), ('de Mistura',))
    """
    if " " not in name:
        return ()
    before = _BEFORE.search(name)
    if before is not None and before[1] != name:
        return (before[1],)
    joined = _JOINED.search(name)
    last = joined[1] if joined is not None else name
    bare = _ARTICLE.sub("", last, count=1)
    return (last,) if bare == last else (last, bare)
