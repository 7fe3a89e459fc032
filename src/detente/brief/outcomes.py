"""Which outcomes hold, in short: what they share said once, then each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.brief.annexes import annex_letters, to_annex
from detente.brief.compact import by_party
from detente.brief.compared import against
from detente.brief.content import Block, Item, Items, Line, Section, Text
from detente.brief.listing import Entry
from detente.brief.phrases import amount, line, listed, stop
from detente.brief.situation import Situation
from detente.brief.waiting import Choice
from detente.words import say
from detente.words.naming import capital

_MOST_ENTRIES = 8
_MOST_NAMES = 3
_FEW = 4
"""Up to so many entries are told each by itself; of more, what they share is told."""


def outcomes(it: Situation) -> Section:
    """Return the section on the outcomes that hold."""
    entries = it.listing.entries[:_MOST_ENTRIES]
    blocks: list[Block] = [Text((line("brief.outcomes.lead"), *_counted(it)))]
    if entries:
        shared = _Shared(it, entries)
        if told := shared.told():
            blocks.append(Items(tuple(Item((one,)) for one in told)))
        if len(entries) <= _FEW:
            items = tuple(Item((_line(it, entry, shared),)) for entry in entries)
            blocks.append(Items(items, ordered=True))
        elif names := _named(it, entries):
            blocks.append(Text((line("brief.outcomes.named", names="; ".join(names)),)))
        if it.today is not None:
            blocks.append(Text(tuple(_against(it, entries))))
    pointer = to_annex(it, "outcomes", "brief.annex.outcomes_all")
    blocks.append(Text(tuple(pointer), "quiet"))
    return Section("outcomes", say("brief.section.outcomes"), tuple(blocks))


def _named(it: Situation, entries: Sequence[Entry]) -> list[str]:
    """Return the outcomes with a name of their own, each with the number of its entry."""
    found: dict[str, str] = {}
    for entry in entries:
        for state in entry.states.tolist():
            name = it.tell.name(state)
            if name is not None:
                quoted = say("conflict.state.named", name=name)
                found[name] = say("brief.outcomes.under_number", name=quoted, number=entry.number)
    return list(found.values())[: 2 * _MOST_NAMES]


def _counted(it: Situation) -> list[Line]:
    if it.holding.size == 0:
        total = amount("brief.n.outcomes", it.model.size)
        return [line("brief.outcomes.none", total=total)]
    count = amount("brief.n.that_hold", int(it.holding.size))
    today = ""
    if it.today is not None:
        today = say(f"brief.outcomes.{'today_holds' if it.holds(it.today) else 'today_not'}")
    entries = len(it.listing.entries)
    if not it.listing.grouped:
        return [line("brief.outcomes.some", count=count, today=today)]
    groups = amount("brief.n.groups", entries)
    if entries > _FEW:
        letter = annex_letters(it)["outcomes"]
        code = "brief.outcomes.many_first" if entries > _MOST_ENTRIES else "brief.outcomes.many"
        told = line(
            code, count=count, today=today, groups=groups, letter=letter, first=_MOST_ENTRIES
        )
        return [told]
    return [line("brief.outcomes.grouped", count=count, today=today, groups=groups)]


class _Shared:
    """What most entries but the one with today's state have in common."""

    def __init__(self, it: Situation, entries: Sequence[Entry]) -> None:
        self.it = it
        self.today = it.model.label(it.today) if it.today is not None else ""
        others = [one for one in entries if it.today is None or it.today not in one.states]
        self.apart = [one.number for one in entries if one not in others]
        groups: dict[tuple[int, ...], list[tuple[int, str]]] = {}
        for k in range(len(it.model.options)):
            for letter in "YN-":
                alike = tuple(one.number for one in others if one.pattern[k] == letter)
                if letter != self._letter(k) and len(alike) > 1 and len(others) > _FEW:
                    groups.setdefault(alike, []).append((k, letter))
        worth = {
            numbers: shared
            for numbers, shared in groups.items()
            if len(shared) > 1 or 2 * len(numbers) > len(others) + 1
        }
        self.groups = dict(sorted(worth.items(), key=lambda one: -len(one[0])))
        self.count = len(others)

    def _letter(self, option: int) -> str:
        return self.today[option] if self.today else "N"

    def told(self) -> list[Line]:
        """Return the lines that say once what several entries share."""
        told = []
        for numbers, shared in self.groups.items():
            where = say("brief.outcomes.in", numbers=listed(map(str, numbers)))
            if len(numbers) == self.count:
                where = say("brief.outcomes.all")
                if self.apart:
                    where = say("brief.outcomes.all_but", numbers=listed(map(str, self.apart)))
            choices = [(k, letter == "Y") for k, letter in shared if letter != "-"]
            open_ = [k for k, letter in shared if letter == "-"]
            what = [by_party(self.it, choices)] if choices else []
            if open_:
                what.append(_open(self.it, open_))
            told.append(line("brief.outcomes.shared", where=where, what="; ".join(what)))
        return told

    def rest(self, entry: Entry) -> list[Choice]:
        """Return the choices of an entry that differ from today; its pattern tells the open."""
        common = {
            k for numbers, told in self.groups.items() for k, _ in told if entry.number in numbers
        }
        own = [k for k in range(len(entry.pattern)) if k not in common]
        differs = [k for k in own if entry.pattern[k] not in ("-", self._letter(k))]
        return [(k, entry.pattern[k] == "Y") for k in differs]


def _open(it: Situation, options: Sequence[int]) -> str:
    return say("brief.outcomes.open", what=", ".join(it.tell.texts[k] for k in options))


def _line(it: Situation, entry: Entry, shared: _Shared) -> Line:
    """Return an entry as its names, what it adds to what is shared, and what it leaves open."""
    names = dict.fromkeys(n for s in entry.states.tolist() if (n := it.tell.name(s)) is not None)
    quoted = [say("conflict.state.named", name=name) for name in list(names)[:_MOST_NAMES]]
    whole = len(names) == len(quoted) == entry.states.size
    mark = amount("brief.n.outcomes", entry.states.size) if entry.single is None else ""
    if whole:
        return Line(listed(quoted) + ".", pattern=entry.pattern, mark=mark)
    choices = shared.rest(entry)
    parts = []
    if choices:
        parts.append(by_party(it, choices))
    elif it.today is not None and (entry.single == it.today or not (quoted or shared.groups)):
        parts.append(say("brief.outcomes.as_today"))
    elif not quoted:
        parts.append(say("brief.outcomes.no_more" if shared.groups else "conflict.state.nothing"))
    told = stop(". ".join(map(capital, parts))) if parts else ""
    if quoted:
        told = f"{say('brief.outcomes.among', names=quoted)} {told}"
    return Line(told.strip(), pattern=entry.pattern, mark=mark)


def _against(it: Situation, entries: Sequence[Entry]) -> list[Line]:
    """Return for whom the entries are better or worse than today, alike ones together."""
    found: dict[str, list[str]] = {}
    others = [one for one in entries if it.today not in one.states]
    for entry in others:
        found.setdefault(against(it, entry), []).append(str(entry.number))
    told: list[Line] = []
    if found:
        parts = [
            say("brief.outcomes.against", numbers=listed(numbers), what=text)
            for text, numbers in found.items()
        ]
        told.append(line("brief.outcomes.compared", what="; ".join(parts)))
    near: Any = it.by_improvements
    reached = [str(one.number) for one in others if near[one.states].any()]
    if reached:
        told.append(line("brief.outcomes.near", numbers=listed(reached)))
    return told
