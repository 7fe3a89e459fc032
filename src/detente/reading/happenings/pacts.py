"""A truce and its collapse belong together: mentions of truces merged within a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.reading.analysis import When
from detente.reading.found import Confidence, Cue, Flag, Found
from detente.reading.happenings.telling import Those, plain, unique
from detente.reading.report import Span

MONTH = 31
"""How many days a truce takes at most from its declaration to its coming into force."""
NEAR = 3
"""How many sentences behind "a deal to end the war" "the ceasefire" can mean it."""
MOST_BACK = 40
"""With how many truces a new mention is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """A mention of a truce or agreement, or several of them merged.

    Parameters
    ----------
    name : str
        ``"truce"``, ``"pact"`` (an agreement about a conflict) or ``"agreement"`` (any).
    definite : bool
        Whether it points back: "the truce".
    asserted : bool
        Whether something is told to have come of it.
    coming : bool
        Whether it is still to come.
    mark : str or None
        The word that sets it apart from another: "first", "previous".
    """

    sentence: int
    span: Span
    part: str
    cue: Cue
    name: str
    who: Those
    brokers: Those
    focus: Span | None = None
    declared: When | None = None
    in_effect: When | None = None
    ended: When | None = None
    terms: str | None = None
    fate: str | None = None
    plural: bool = False
    definite: bool = False
    asserted: bool = True
    coming: bool = False
    mark: str | None = None
    flags: frozenset[Flag] = frozenset()
    also: tuple[Span, ...] = ()


def merge(pacts: Sequence[Pact]) -> list[Pact]:
    """Return the truces of a report, each once, in the order of the text."""
    body = [one for one in pacts if one.part == "body"]
    kept: list[Pact] = []
    for one in (*body, *(x for x in pacts if x.part != "body")):
        at = _same(kept, one)
        if at is not None:
            kept[at] = _joined(kept[at], one)
        elif one.name != "agreement":
            kept.append(one)
    return sorted((x for x in kept if _stands(x)), key=lambda one: one.span)


def _stands(one: Pact) -> bool:
    return one.asserted or bool(one.declared or one.brokers or len(one.who.parties) > 1)


def _same(kept: Sequence[Pact], one: Pact) -> int | None:
    for at in range(len(kept) - 1, max(-1, len(kept) - 1 - MOST_BACK), -1):
        if _alike(kept[at], one):
            return at
    return None


def _alike(a: Pact, b: Pact) -> bool:
    if a.plural != b.plural:
        return False
    bare = b.definite and not (b.declared or b.ended or b.mark) and b.sentence - a.sentence <= NEAR
    unlike = (a.name == "pact") != (b.name == "pact") and "agreement" not in (a.name, b.name)
    if unlike and not (bare and a.fate is None):
        return False
    if b.name == "agreement" and not b.definite:
        return False
    mine, other = set(a.who.parties), set(b.who.parties)
    if mine and other and not (mine <= other or other <= mine):
        return False
    if b.part == "body" and a.mark != b.mark and (b.mark or not _points_back(a, b)):
        return False
    if a.declared is not None and b.ended is not None and _before(b.ended, a.declared):
        return False
    if _far(a.declared or a.in_effect, b.declared or b.in_effect):
        return False
    if _apart(a.declared, b.declared):
        return False
    if a.coming != b.coming and not (a.who or b.definite):
        return False
    if a.fate in ("broken", "expired", "replaced") and b.fate is None and not b.definite:
        return False
    return not (a.ended is not None and b.declared is not None and _before(a.ended, b.declared))


def _points_back(a: Pact, b: Pact) -> bool:
    """Tell whether "the truce" right behind "an earlier truce" means that one."""
    return a.mark in ("new", "fresh", "another") or (b.definite and b.sentence - a.sentence <= 1)


def _far(a: When | None, b: When | None) -> bool:
    """Tell whether more than :data:`MONTH` days lie between two times."""
    if a is None or b is None or not (a.first and a.last and b.first and b.last):
        return False
    return max((b.first - a.last).days, (a.first - b.last).days) > MONTH


def _before(a: When, b: When) -> bool:
    return a.last is not None and b.first is not None and a.last < b.first


def _apart(a: When | None, b: When | None) -> bool:
    return a is not None and b is not None and (_before(a, b) or _before(b, a))


def _joined(a: Pact, b: Pact) -> Pact:
    lead, rest = (b, a) if _weight(b) > _weight(a) and b.part == "body" else (a, b)
    fates = [x.fate for x in (a, b) if x.fate is not None]
    final = [x for x in fates if x != "holds"]
    spans = (*lead.also, rest.span, *rest.also)
    return replace(
        lead,
        name="pact" if "pact" in (a.name, b.name) else "truce",
        who=a.who + b.who,
        brokers=a.brokers + b.brokers,
        declared=lead.declared or rest.declared,
        in_effect=lead.in_effect or rest.in_effect,
        ended=lead.ended or rest.ended,
        terms=lead.terms or rest.terms,
        fate=(final or fates)[-1] if fates else None,
        asserted=a.asserted or b.asserted,
        coming=a.coming and b.coming,
        flags=lead.flags,
        also=tuple(dict.fromkeys(one for one in spans if one != lead.span)),
    )


def _weight(one: Pact) -> int:
    told = (one.declared, one.in_effect, one.brokers, one.who, one.terms)
    return sum(bool(x) for x in told)


def found(one: Pact) -> Found:
    """Return the proposal for a truce."""
    sure: Confidence = "high" if one.asserted and not one.flags else "medium"
    if one.coming or one.flags & {"may", "should", "conditional"} or not one.asserted:
        sure = "low"
    first = one.declared or one.in_effect
    parties = unique((*one.who.parties,))
    return Found(
        kind="truces",
        fields=plain(
            parties=parties,
            declared=value(one.declared),
            in_effect=value(one.in_effect),
            ended=value(one.ended),
            terms=one.terms,
            brokered_by=one.brokers.parties or one.brokers.people,
            fate=one.fate or "unknown",
            date=value(first),
        ),
        span=one.span,
        focus=one.focus,
        rule=f"happenings.{'truce' if one.name == 'truce' else 'agreement'}",
        confidence=sure,
        cue=one.cue,
        flags=one.flags,
        also=one.also,
    )


def value(when: When | None) -> str | None:
    """Return a time as a dossier writes it."""
    return None if when is None else when.value
