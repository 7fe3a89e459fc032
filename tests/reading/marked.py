"""Own reports in which those who are mentioned are marked, and how a reading compares with them.

A report begins with ``# `` and its day. ``[words|meaning]`` marks who is mentioned: the name of a
party, ``@`` and the name of a person, several joined by ``+``, ``?`` for a source without a name;
``~`` before it where it is no matter whether the mention is found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.reading.analysis import Analysis, Mention
from detente.reading.cast import Cast

FILE = Path(__file__).with_name("mentions_marked.txt")
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)\]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a report and whom they mean."""

    start: int
    end: int
    meaning: str

    @property
    def optional(self) -> bool:
        return self.meaning.startswith("~")


def reports() -> Iterator[tuple[str, str, list[Mark]]]:
    """Yield day, text and marks of each report."""
    for chunk in re.split(r"^# ", FILE.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        day, _, body = chunk.partition("\n")
        text, last, marks = "", 0, []
        for one in _MARK.finditer(body):
            text += body[last : one.start()]
            marks.append(Mark(len(text), len(text) + len(one[1]), one[2]))
            text += one[1]
            last = one.end()
        yield day.strip(), text + body[last:], marks


def compared(analysis: Analysis, marks: list[Mark], cast: Cast, day: date) -> Counter[str]:
    """Return how many marks were found and missed, and how many mentions are wrong."""
    left = [one for one in analysis.mentions if one.parties or one.people or one.sort == "source"]
    count: Counter[str] = Counter()
    for mark in marks:
        near = [one for one in left if one.start < mark.end and one.end > mark.start]
        found = next((one for one in near if _means(one, mark, cast, day)), None)
        if mark.optional:
            left = [one for one in left if one not in near]
            continue
        count["missed" if found is None else "found"] += 1
        if found is not None:
            left.remove(found)
    for one in left:
        nameless = one.sort == "source" and not one.parties
        if not nameless and not any(_within(one, mark) for mark in marks):
            count["wrong"] += 1
    return count


def _means(one: Mention, mark: Mark, cast: Cast, day: date) -> bool:
    people, parties = set(), []
    for part in mark.meaning.lstrip("~").split("+"):
        if part.startswith("@"):
            known = cast.person(part[1:], day)
            people.add(_plain(part[1:] if known is None else known.name))
        elif part not in ("", "?"):
            parties.append(set(cast.find(part, day)))
    if people:
        return {_plain(name) for name in one.people} == people
    return not parties or (
        len(one.parties) == len(parties)
        and all(any(party in ids for ids in parties) for party in one.parties)
    )


def _within(one: Mention, mark: Mark) -> bool:
    """Tell whether a mention is part of a longer description of somebody."""
    inside = mark.start <= one.start and one.end <= mark.end
    return inside and one.end - one.start < mark.end - mark.start


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))
