"""Where each party stands on each issue, and how that changed over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from detente.reading.across.contradictions import opposite
from detente.reading.across.items import Fact
from detente.reading.across.sameness import text_of
from detente.reading.across.telling import NO_NAMES, evidence_of, limit_of
from detente.reading.across.times import dated
from detente.reading.across.wording import issue
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import clean


class Stance(NamedTuple):
    """What a party held, since when and until when that is attested, and whether it is a change.

    `turned` says that it is the opposite of what the party held before.
    """

    first: date | None
    last: date | None
    text: str
    fact: Fact
    turned: bool


@dataclass(frozen=True, eq=False)
class PositionsResult(Result):
    """Parties by issues; a cell has the stances of a party in order of time.

    Parameters
    ----------
    issues : tuple of str
        The issues as most often named, those that most parties speak about first.
    parties : tuple of str
        The ids of the parties.
    cells : mapping
        The stances by party and number of the issue.
    """

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    cells: Mapping[tuple[str, int], tuple[Stance, ...]]
    source: Manifest = field(default=Manifest("positions"))
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says how large the table is."""
        return say(
            "across.positions", parties=f"{len(self.parties):,}", issues=f"{len(self.issues):,}"
        )

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        return {
            "issues": list(self.issues),
            "parties": list(self.parties),
            "positions": [
                {
                    "issue": self.issues[number],
                    "party": party,
                    "stances": [_plain(stance) for stance in stances],
                }
                for party, number, stances in self._in_order()
            ],
        }

    def _in_order(self) -> Iterator[tuple[str, int, tuple[Stance, ...]]]:
        for number in range(len(self.issues)):
            for party in self.parties:
                if (party, number) in self.cells:
                    yield party, number, self.cells[party, number]

    def rows(self) -> Iterator[Row]:
        """Yield a row a stance."""
        for party, number, stances in self._in_order():
            for one in stances:
                yield {
                    "issue": self.issues[number],
                    "party": party,
                    "first": one.first or "",
                    "last": one.last or "",
                    "stance": one.text,
                    "turned": one.turned,
                    "sources": " ".join(one.fact.sources),
                    "quote": one.fact.members[0].quote,
                }

    def to_text(self) -> str:
        """Return the table issue by issue."""
        lines, shown = [self.title()], -1
        for party, number, stances in self._in_order():
            if number != shown:
                lines += ["", clean(self.issues[number]) or say("across.no_issue")]
                shown = number
            lines.append(f"  {clean(self.names.get(party, party))}")
            lines += [f"    {_told(one)}" for one in stances]
        return fold(lines)


def _plain(one: Stance) -> dict[str, Any]:
    return {
        "first": None if one.first is None else one.first.isoformat(),
        "last": None if one.last is None else one.last.isoformat(),
        "stance": one.text,
        "turned": one.turned,
        "id": one.fact.id,
        "evidence": evidence_of(one.fact),
    }


def _told(one: Stance) -> str:
    days = "" if one.first is None else f"{one.first}"
    if one.last is not None and one.last != one.first:
        days += f"/{one.last}"
    turned = say("across.turned") if one.turned else ""
    sources = ", ".join(one.fact.sources)
    return f"{days or say('across.no_date')}  {clean(one.text)}{turned} [{sources}]"


def positions_table(
    facts: Iterable[Fact], source: Manifest | None = None, names: Mapping[str, str] = NO_NAMES
) -> PositionsResult:
    """Return where parties stand on issues over time, from the positions among `facts`."""
    words: dict[frozenset[str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    held: dict[tuple[str, frozenset[str]], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind != "positions" or not fact.fields.get("party"):
            continue
        about = text_of(fact.fields, "about")
        words[issue(about)][about] += len(fact.members)
        held[str(fact.fields["party"]), issue(about)].append(fact)
    order = sorted(words, key=lambda one: (-sum(key[1] == one for key in held), sorted(one)))
    called = tuple(max(sorted(words[one]), key=lambda name: words[one][name]) for one in order)
    cells = {
        (party, order.index(about)): tuple(_over_time(found))
        for (party, about), found in held.items()
    }
    parties = tuple(sorted({party for party, _ in held}))
    return PositionsResult(called, parties, cells, source or Manifest("positions"), names)


def stance_text(fact: Fact) -> str:
    """Return a stance with its condition."""
    fields = fact.fields
    told = text_of(fields, "stance")
    for key in ("until", "unless"):
        if fields.get(key):
            word = limit_of(fact) if key == "unless" else key
            told += (", " if told else "") + say(f"across.field.{word}", value=fields[key])
    return told


def _over_time(facts: Iterable[Fact]) -> Iterator[Stance]:
    """Yield the stances in order of time; one that is attested again after another comes again."""
    known = list(facts)
    attested = sorted(
        ((day, fact.id, fact) for fact in known for day in dict.fromkeys(_days(fact))),
        key=lambda one: one[:2],
    )
    before = ""
    for _, run in groupby(attested, key=lambda one: one[1]):
        days = list(run)
        fact = days[0][2]
        text = stance_text(fact)
        turned = bool(before) and opposite(before, text, bool(text_of(fact.fields, "about")))
        yield Stance(days[0][0], days[-1][0], text, fact, turned)
        before = text
    for fact in sorted((one for one in known if not _days(one)), key=lambda one: one.id):
        yield Stance(None, None, stance_text(fact), fact, False)


def _days(fact: Fact) -> list[date]:
    """Return the days on which a position is attested: as told, else when it was reported."""
    found = []
    for item in fact.members:
        told = dated(str(item.fields.get("date") or ""))
        day = told.first if told is not None else item.published
        if day is not None:
            found.append(day)
    return sorted(found)
