"""Facts that cannot both be so: shown with their sentences, never resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from detente.reading.across.items import Fact
from detente.reading.across.measuring import counted, kinds_counted, reach
from detente.reading.across.sameness import LIMITS, listed, outcome, text_of
from detente.reading.across.telling import NO_NAMES, evidence_of, evidence_text, fields_text
from detente.reading.across.times import Window, dated, window
from detente.reading.across.wording import alike, content, denies, issue
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold

SHORT = timedelta(days=14)
"""Within how many days a party that says the opposite contradicts itself; later it has moved."""

CLOSE = timedelta(days=3)
"""How far apart two dates of one round, or two tolls of one day, may lie."""

MOST_ALIKE = 400
"""Facts about one thing that are compared with each other; of more, the best attested."""

Codes = ("outcome", "status", "date", "figure", "fate", "position")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that cannot both be so.

    Parameters
    ----------
    code : str
        ``outcome`` or ``status`` or ``date`` of one round, ``figure`` of one thing, ``fate`` of one
        truce, ``position`` of one party.
    one, other : Fact
        The two, the one with the smaller id first.
    """

    code: str
    one: Fact
    other: Fact


@dataclass(frozen=True, eq=False)
class ContradictionsResult(Result):
    """Every contradiction among some facts."""

    found: tuple[Contradiction, ...]
    source: Manifest = field(default=Manifest("contradictions"))
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says how many there are."""
        count = len(self.found)
        return say(f"across.contradictions.{min(count, 2)}", n=f"{count:,}")

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        told = [
            {
                "code": one.code,
                "kind": one.one.kind,
                "sides": [
                    {"id": fact.id, "fields": dict(fact.fields), "evidence": evidence_of(fact)}
                    for fact in (one.one, one.other)
                ],
            }
            for one in self.found
        ]
        return {"contradictions": told}

    def rows(self) -> Iterator[Row]:
        """Yield a row a side."""
        for number, one in enumerate(self.found, 1):
            for fact in (one.one, one.other):
                first = fact.members[0]
                yield {
                    "contradiction": number,
                    "code": one.code,
                    "kind": fact.kind,
                    "id": fact.id,
                    "told": fields_text(fact),
                    "sources": " ".join(fact.sources),
                    "quote": first.quote,
                }

    def to_text(self) -> str:
        """Return both sentences of each contradiction."""
        lines = [self.title()]
        for one in self.found:
            lines += ["", say(f"across.contradiction.{one.code}")]
            for fact in (one.one, one.other):
                lines.append(f"  - {fields_text(fact, names=self.names)}")
                lines += [f"    {told}" for told in evidence_text(fact)]
        return fold(lines)


def contradictions(
    facts: Iterable[Fact], source: Manifest | None = None, names: Mapping[str, str] = NO_NAMES
) -> ContradictionsResult:
    """Return which of `facts` contradict each other.

    Only what is claimed as it is counts: what may be, should be or is denied contradicts nothing.
    """
    blocks: dict[tuple[Any, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if not fact.flags & set(LIMITS):
            for key in _blocks(fact):
                blocks[key].append(fact)
    found: dict[tuple[str, str, str], Contradiction] = {}
    for key in sorted(blocks, key=repr):
        for one, other in combinations(_best(blocks[key]), 2):
            code = _CLASH[one.kind](one, other)
            if code is not None:
                first, second = sorted((one, other), key=lambda fact: fact.id)
                found[code, first.id, second.id] = Contradiction(code, first, second)
    order = sorted(found, key=lambda name: (Codes.index(name[0]), *name[1:]))
    made = tuple(found[name] for name in order)
    return ContradictionsResult(made, source or Manifest("contradictions"), names)


def _best(facts: Sequence[Fact]) -> Sequence[Fact]:
    if len(facts) <= MOST_ALIKE:
        return facts
    return sorted(facts, key=lambda fact: (-len(fact.members), fact.id))[:MOST_ALIKE]


def _blocks(fact: Fact) -> Iterator[tuple[Any, ...]]:
    fields, kind = fact.fields, fact.kind
    if kind in ("talks", "truces"):
        when = when_of(fact)
        parties = frozenset(listed(fields.get("parties")))
        if when is not None and len(parties) > 1 and when.days <= 800:
            for month in dict.fromkeys(_near(when).months()):
                yield kind, tuple(sorted(parties)), month
    elif kind == "figures" and counted(fields):
        yield kind, counted(fields), str(fields.get("since") or "")[:4]
        if kinds_counted(fields):
            for item in fact.members:  # counters whom one sentence sets against each other
                yield kind, kinds_counted(fields), item.source, item.span
    elif kind == "positions":
        yield kind, fields.get("party"), tuple(sorted(issue(text_of(fields, "about"))))


def when_of(fact: Fact) -> Window | None:
    """Return when a fact took place, from its date or from the reports of it."""
    published = fact.published
    ahead = fact.fields.get("status") in ("scheduled", "unofficial")
    return window(fact.fields, published[0] if published else None, ahead)


def _near(when: Window) -> Window:
    try:
        return Window(when.first - CLOSE, when.last + CLOSE, when.told)
    except OverflowError:
        return when


def _talks(one: Fact, other: Fact) -> str | None:
    a, b = one.fields, other.fields
    for key in ("place", "level"):
        if a.get(key) and b.get(key) and not content(str(a[key])) & content(str(b[key])):
            return None
    first, second = when_of(one), when_of(other)
    if first is None or second is None:
        return None
    ahead = [f.get("status") in ("scheduled", "unofficial") for f in (a, b)]
    if not any(ahead) and first.meets(second):
        ends = {outcome(text_of(a, "outcome")), outcome(text_of(b, "outcome"))}
        if ends == {"none", "some"}:
            return "outcome"
        if "cancelled" in (a.get("status"), b.get("status")) and a.get("status") != b.get("status"):
            return "status"
        return None
    exact = first.told and second.told and max(first.days, second.days) <= 2
    placed = bool(a.get("place") and b.get("place"))
    if ahead[0] == ahead[1] and exact and placed and not first.meets(second):
        limit = SHORT if all(ahead) else CLOSE
        gap = max(first.first, second.first) - min(first.last, second.last)
        if gap <= limit and (not all(ahead) or _reported_together(one, other)):
            return "date"
    return None


def _truces(one: Fact, other: Fact) -> str | None:
    fates = {one.fields.get("fate"), other.fields.get("fate")}
    first, second = when_of(one), when_of(other)
    same_day = first is not None and second is not None and first.meets(second)
    clash = "holds" in fates and bool(fates & {"broken", "expired"})
    return "fate" if clash and same_day and _reported_together(one, other, CLOSE) else None


def _figures(one: Fact, other: Fact) -> str | None:
    low, high = reach(one.fields)
    least, most = reach(other.fields)
    if low <= most and least <= high:
        return None
    days = [_as_of(fact) for fact in (one, other)]
    if days[0] is None or days[1] is None:
        return None
    return "figure" if _near(days[0]).meets(days[1]) else None


def _as_of(fact: Fact) -> Window | None:
    """Return for which days a figure was counted: as told, or the day on which it was reported."""
    found = dated(str(fact.fields.get("as_of") or fact.fields.get("date") or ""))
    if found is not None:
        return Window(found.first, found.last, True)
    published = fact.published
    return Window(published[0], published[-1], False) if published else None


def _positions(one: Fact, other: Fact) -> str | None:
    a, b = text_of(one.fields, "stance"), text_of(other.fields, "stance")
    if not a or not b or one.fields.get("until") or other.fields.get("until"):
        return None
    if one.fields.get("unless") or other.fields.get("unless"):
        return None
    if not opposite(a, b, bool(text_of(one.fields, "about"))):
        return None
    return "position" if _reported_together(one, other) else None


_FOR = content("accept agree support back favour favor welcome endorse allow want ready willing")
_NOT = content("reject refuse oppose deny rule against block exclude unacceptable impossible")


def opposite(one: str, other: str, one_issue: bool = True) -> bool:
    """Tell whether two stances are each other's opposite.

    Unless both are on `one_issue`, "rejects it" and "accepts it" must share their words.

    >>> opposite("must step down", "must not step down"), opposite("accepts it", "rejects it")
    (True, True)
    >>> opposite("wants talks", "rejects the plan", one_issue=False)
    False
    """
    if denies(one) == denies(other):
        return False
    words, others = content(one), content(other)
    if one_issue and ((words & _FOR and others & _NOT) or (words & _NOT and others & _FOR)):
        return True
    if not one_issue:
        words, others = words - _FOR, others - _FOR
        if not words - _NOT or not others - _NOT:
            return False
    return alike(words - _NOT, others - _NOT) >= 0.5


def _reported_together(one: Fact, other: Fact, within: timedelta = SHORT) -> bool:
    """Tell whether both were so, or were reported, within a short time."""
    days = [_days(fact) for fact in (one, other)]
    if not days[0] or not days[1]:
        return False
    apart: timedelta = max(days[0][0], days[1][0]) - min(days[0][-1], days[1][-1])
    return apart <= within


def _days(fact: Fact) -> list[date]:
    found = sorted(
        day.first
        for item in fact.members
        if (day := dated(str(item.fields.get("date") or ""))) is not None
    )
    return found or list(fact.published)


_CLASH: Mapping[str, Callable[[Fact, Fact], str | None]] = {
    "talks": _talks,
    "truces": _truces,
    "figures": _figures,
    "positions": _positions,
}
