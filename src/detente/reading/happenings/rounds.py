"""One round of talks that is mentioned five times is one round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.reading.analysis import When
from detente.reading.found import Confidence, Cue, Flag, Found
from detente.reading.happenings.telling import Those, plain, unique
from detente.reading.report import Span

FORTHCOMING = frozenset({"scheduled", "unofficial", "cancelled"})
NEAR = 12
"""How many sentences back "the talks" can point."""
GENERAL = "happenings.talks-noun"
"""The rule for nouns; of a meeting by its verb who meets is enough."""
MOST_BACK = 40
"""With how many rounds a new mention is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A mention of a round, or several of them merged.

    Parameters
    ----------
    sentence : int
        The number of the sentence that tells most.
    asserted : bool
        Whether something is said to have come, or to come, of it.
    anaphoric : bool
        Whether it points back: "the talks", "the meeting".
    number : int or None
        Which round of a series.
    new : bool
        Whether the words tell that it is another one: "the next round".
    inherits : bool
        Whether, nobody being told, it is the principals of the report who talk.
    """

    sentence: int
    span: Span
    part: str
    cue: Cue
    who: Those
    rule: str
    focus: Span | None = None
    when: When | None = None
    place: str | None = None
    level: str | None = None
    status: str | None = None
    outcome: str | None = None
    number: int | None = None
    asserted: bool = False
    anaphoric: bool = False
    new: bool = False
    inherits: bool = False
    flags: frozenset[Flag] = frozenset()
    also: tuple[Span, ...] = ()

    @property
    def specific(self) -> bool:
        """Whether it is a certain round rather than negotiations in general."""
        return bool(self.when or self.place or self.who.people or self.number)

    @property
    def weight(self) -> int:
        """How much it tells."""
        told = (self.when, self.place, self.who.people, self.level, self.outcome, self.number)
        return sum(bool(one) for one in told) + len(self.who.parties) // 2


def merge(rounds: Sequence[Round], principals: tuple[str, ...] = ()) -> list[Round]:
    """Return the rounds of a report, each once, in the order of the text.

    Body first; title and summary then fill in what they tell. Talks of nobody named are those of
    the parties before them, or else of the report's `principals`.
    """
    body = [one for one in rounds if one.part == "body"] or list(rounds)
    rest = [one for one in rounds if one not in body]
    kept: list[Round] = []
    for one in body:
        if one.specific or one.new:
            _put(kept, one, principals, near=True)
    for one in body:
        if not (one.specific or one.new):
            _put(kept, one, principals, near=True)
    told = len(kept)
    for one in rest:
        _put(kept, one, principals, near=False)
    # A headline names no round of its own beside those of the body unless it dates it.
    kept = [one for at, one in enumerate(kept) if at < told or one.when or one.part == "body"]
    return sorted(
        (one for one in kept if _stands(one)), key=lambda one: (one.span, one.focus or one.span)
    )


def _stands(one: Round) -> bool:
    """Tell whether a round is certain enough to be proposed."""
    told = one.when or one.place or one.number
    if one.status == "scheduled" and one.rule == GENERAL and one.inherits and not told:
        return False
    parties = len(one.who.parties)
    if parties < 2 and len(one.who.people) < 2:
        told = one.asserted and (one.place or one.when) and not one.anaphoric
        known = parties or (one.when and (one.place or one.outcome))
        return bool(known and told and one.inherits)
    return one.specific or (one.asserted and (one.outcome is not None or one.status != "held"))


def _put(kept: list[Round], one: Round, principals: tuple[str, ...], *, near: bool) -> None:
    best, most = -1, 0
    for at in range(max(0, len(kept) - MOST_BACK), len(kept)):
        other = kept[at]
        score = _likeness(other, one, near=near)
        if score > most or (score == most and score and one.anaphoric):
            best, most = at, score
    if best >= 0:
        kept[best] = _joined(kept[best], one)
    elif one.who or one.new or one.specific:
        if not one.who:
            if not one.inherits:
                return
            one = replace(one, who=Those(_principals(kept) or principals))
        kept.append(one)


def _principals(kept: Sequence[Round]) -> tuple[str, ...]:
    for one in reversed(kept):
        if len(one.who.parties) >= 2:
            return one.who.parties
    return ()


def _likeness(a: Round, b: Round, *, near: bool) -> int:
    """Return how surely two mentions are of one round; 0 if they are not."""
    if a.who.parties and b.who.parties and not _alike(a.who.parties, b.who.parties):
        return 0
    if a.who.people and b.who.people and not set(a.who.people) & set(b.who.people):
        return 0
    if a.number and b.number and a.number != b.number:
        return 0
    if a.place and b.place and not same_place(a.place, b.place):
        return 0
    if a.level and b.level and a.level != b.level and not (b.anaphoric and not b.who.people):
        return 0
    days = _days(a.when, b.when)
    if days is False:
        return 0
    same = days is True or (a.number is not None and a.number == b.number)
    if _time(a) != _time(b) and _time(a) and _time(b) and not same:
        return 0
    score = 0
    if days is True:
        score += 3
    if a.place and b.place:
        score += 3
    if a.number and b.number:
        score += 3
    if a.who.people and b.who.people:
        score += 2
    if b.new and not score:
        return 0
    if b.anaphoric and near and abs(b.sentence - a.sentence) <= NEAR:
        score += 2
    if not b.specific or not a.specific:
        score += 1
    return score


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    one, two = set(a), set(b)
    return one <= two or two <= one


def same_place(a: str, b: str) -> bool:
    """Tell whether two names are of one place: the same, or one within the other."""
    one, two = a.casefold(), b.casefold()
    return one in two or two in one


def _time(one: Round) -> str | None:
    if one.status in FORTHCOMING:
        return "to come"
    if one.status in ("held", "under way"):
        return "past"
    return None


def _days(a: When | None, b: When | None) -> bool | None:
    """Tell whether two times are the same, if both are told."""
    if a is None or b is None:
        return None
    spans: list[tuple[date, date]] = []
    for one in (a, b):
        if one.first is None or one.last is None:
            return None
        spans.append((one.first, one.last))
    (start, end), (other, last) = spans
    return start <= last and other <= end


def _finer(a: When | None, b: When | None) -> When | None:
    if a is None or b is None:
        return a or b
    fine = {"day": 0, "interval": 1, "duration": 2, "month": 3, "year": 4}
    return b if fine.get(b.granularity, 2) < fine.get(a.granularity, 2) else a


def _fuller(a: str | None, b: str | None) -> str | None:
    """Return the first outcome, unless it is a single word and the second tells more."""
    if a is None or b is None:
        return a or b
    return b if " " not in a and " " in b else a


def _joined(a: Round, b: Round) -> Round:
    """Return `a` with what `b` adds; the one that tells more gives the sentence."""
    lead, rest = (b, a) if b.part == "body" and b.weight > a.weight else (a, b)
    if lead.part != "body" and rest.part == "body":
        lead, rest = rest, lead
    tells = rest.specific or rest.asserted or rest.outcome
    spans = (*lead.also, *([rest.span] if tells else []), *rest.also)
    status = lead.status or rest.status
    if "cancelled" in (a.status, b.status):
        status = "cancelled"
    elif "unofficial" in (a.status, b.status):
        status = "unofficial"
    return replace(
        lead,
        who=a.who + b.who,
        when=_finer(lead.when, rest.when),
        place=lead.place or rest.place,
        level=lead.level or rest.level,
        status=status,
        outcome=_fuller(lead.outcome, rest.outcome),
        number=lead.number or rest.number,
        asserted=a.asserted or b.asserted,
        anaphoric=a.anaphoric and b.anaphoric,
        also=tuple(dict.fromkeys(one for one in spans if one != lead.span)),
    )


def found(one: Round) -> Found:
    """Return the proposal for a round."""
    first, last = ends(one.when)
    sure: Confidence = "high" if one.specific and len(one.who.parties) > 1 else "medium"
    return Found(
        kind="talks",
        fields=plain(
            parties=unique(one.who.parties),
            people=unique(one.who.people),
            level=one.level,
            place=one.place,
            **{"from": first, "to": last},
            status=one.status,
            outcome=one.outcome,
            date=None if one.when is None else one.when.value,
        ),
        span=one.span,
        focus=one.focus,
        rule=one.rule,
        confidence="low" if one.part != "body" and not one.specific else sure,
        cue=one.cue,
        flags=one.flags,
        also=one.also,
    )


def ends(when: When | None) -> tuple[str | None, str | None]:
    """Return the first and last day of a time as texts; the last only of an interval."""
    if when is None or when.value is None:
        return None, None
    first, slash, last = when.value.partition("/")
    return first, last if slash else None
