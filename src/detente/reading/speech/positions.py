"""Positions: where each party stands on what, and under which condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from detente.reading.analysis import Analysis, Sentence, offset
from detente.reading.dates import when_of
from detente.reading.found import Cue, Flag, Found
from detente.reading.mentions import principals
from detente.reading.report import Span
from detente.reading.speech.acts import own
from detente.reading.speech.attribution import Attribution
from detente.reading.speech.conditions import Condition, find_condition
from detente.reading.speech.continued import going_on
from detente.reading.speech.issues import find_issues
from detente.reading.speech.phrases import child, end_of, negated, pieces, text_at
from detente.reading.speech.quotes import find_quotes
from detente.reading.speech.sides import principal_parties
from detente.reading.speech.speakers import goes_on
from detente.reading.speech.stances import ATTITUDES, Stance, find_stances
from detente.reading.speech.statements import find_attributions
from detente.reading.speech.topics import thing_of, topic
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY_CUE = frozenset(("demand", "refuse", "promise", "threaten"))
_ADVISING = words_of("urge call appeal ask encourage press advise")
"""What outsiders do to the parties without taking a position of their own."""
_CLAIMS = words_of(
    "accusation allegation claim charge report criticism suggestion comment rumour rumor"
)
_BY_CONTENT = frozenset(("refuse", "promise", "demand", "threaten", "insist"))


def find_positions(analysis: Analysis, said: list[Attribution] | None = None) -> list[Found]:
    """Return where parties stand: one proposal a party and stance.

    From what they demand, refuse, insist on and promise; from what they want, oppose, favour and
    are ready for; and from what a report calls the point in dispute. Mediators and sources take no
    position; what is told of the past as done takes none either. `said` are the attributions of
    the report where they are known already.
    """
    quotes = find_quotes(analysis)
    said = find_attributions(analysis, quotes) if said is None else said
    found: list[Found] = []
    for one in (*said, *going_on(analysis, said, quotes)):
        found.extend(_from_statement(analysis, one))
    covered = [(one.span, one.focus) for one in found]
    for sentence in analysis.readable():
        for stance in find_stances(analysis, sentence, quotes):
            if _within(stance, sentence, covered):
                continue
            found.extend(_from_stance(analysis, sentence, stance))
    found.extend(find_issues(analysis))
    found = [one for one in found if not any(_longer(other, one) for other in found)]
    found.sort(key=lambda one: (one.span, one.focus or one.span))
    return _once(found, analysis)


def _within(stance: Stance, sentence: Sentence, covered: list[tuple[Span, Span | None]]) -> bool:
    place = stance.cue_span[0]
    return any(
        span == sentence.span and focus is not None and focus[0] <= place < focus[1]
        for span, focus in covered
    )


def _from_statement(analysis: Analysis, one: Attribution) -> Iterator[Found]:
    """Yield the positions that a statement takes."""
    if "negated" in one.flags or "conditional" in one.flags:
        return
    root = one.content.root
    told = root is not None and root.lemma_ in ATTITUDES and own(analysis, root, one.speaker)
    if one.act not in _BY_CONTENT and not told and not _barred(root):
        return
    if one.act == "refuse" and _object_lemma(one) in _CLAIMS:
        return
    parties = principal_parties(analysis, one.speaker)
    if not parties or len(parties) > 4:
        return
    known = set(principals(analysis))
    if one.lemma in _ADVISING and known and not set(parties) & known:
        return
    if one.act == "demand" and len(one.to) > 1 and not set(parties) & known:
        return
    first, last = _ends(one)
    if first is None or last is None:
        return
    condition = find_condition(analysis, first, last, one.act == "refuse")
    if one.act == "insist" and condition is None and one.content.root is None:
        return
    if condition is None and (one.act == "threaten" or (one.act not in _BY_CONTENT and not told)):
        return
    without = [] if condition is None else [condition.span]
    spans = [part for span in one.content.spans for part in pieces(span, without)]
    if condition is None and one.rule != "speech.goes-on":
        condition = find_condition(analysis, *_clause_ends(one))
        if condition is not None and condition.span[0] < one.cue_span[0]:
            condition = None
    if one.rule in ("speech.verb", "speech.verb-particle", "speech.participle", "speech.noun") and (
        one.lemma not in ("say", "tell", "insist") and one.act in _BY_CUE
    ):
        whole = (one.cue_span[0], max(end for _, end in one.content.spans))
        if one.rule != "speech.noun" and one.content.extent[0] >= one.cue_span[1]:
            spans = pieces(whole, without if condition is None else [condition.span])
        elif one.rule == "speech.noun":
            spans = [one.cue_span, *spans] if one.content.extent[0] > one.cue_span[1] else spans
            spans = pieces((spans[0][0], spans[-1][1]), without)
    elif one.content.root is not None and own(analysis, one.content.root, one.speaker):
        spans = _predicate(one.content.root, spans)
    if one.content.extent[1] <= one.sentence.start:
        ends = _clause_ends(one)
        spans = pieces((offset(ends[0]), end_of(ends[1])), without)
        if condition is not None:
            spans = pieces(spans[0], [condition.span])
    stance = text_at(analysis, spans)
    about = topic(analysis, first, last) or _thing_of(analysis, one)
    if condition is None and about is None:
        # It would say no more than the statement does.
        return
    yield from _each(
        analysis, one.sentence, parties, stance, condition, about,
        one.cue, one.cue_span, f"{one.rule.replace('speech.', 'positions.')}",
        one.flags & {"hearsay", "may", "will"}, (one.cue_span, one.content.extent),
    )  # fmt: skip


def _barred(root: Token | None) -> bool:
    """Tell whether a clause says that something cannot be: "no deal is possible"."""
    if root is None:
        return False
    if negated(root) or any(one.lower_ == "impossible" for one in root.children):
        return True
    thing = child(root, "nsubj", "nsubjpass")
    return thing is not None and any(one.lower_ == "no" for one in thing.children)


def _thing_of(analysis: Analysis, one: Attribution) -> str | None:
    """Return what a statement is about where it names no issue: the object of what is to be."""
    root = one.content.root
    return thing_of(analysis, one.cue if root is None else root)


def _object_lemma(one: Attribution) -> str:
    thing = child(one.cue, "dobj")
    return "" if thing is None or one.content.root is not None else thing.lemma_.lower()


def _ends(one: Attribution) -> tuple[Token | None, Token | None]:
    start, end = one.content.extent
    words = one.sentence.words.doc
    base = words.user_data["start"]
    span = words.char_span(max(start - base, 0), max(end - base, 0), alignment_mode="contract")
    if span is None or len(span) == 0:
        return None, None
    return span[0], span[-1]


def _clause_ends(one: Attribution) -> tuple[Token, Token]:
    """Return the first and last word of the clause of a word of saying."""
    last = one.cue.right_edge if one.cue.pos_ == "VERB" else one.cue
    for part in one.cue.children:
        if part.i > one.cue.i and (part.dep_ == "conj" or goes_on(part)):
            last = one.cue.doc[max(part.left_edge.i - 1, one.cue.i)]
            break
    return one.cue, last


def _predicate(root: Token, spans: list[Span]) -> list[Span]:
    """Return stretches without the subject of `root`: what is left is the stance."""
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None or subject.i > root.i:
        return spans
    edge = end_of(subject.right_edge)
    return [(max(start, edge), end) for start, end in spans if end > edge] or spans


def _from_stance(analysis: Analysis, sentence: Sentence, stance: Stance) -> Iterator[Found]:
    condition = find_condition(analysis, stance.first, stance.last)
    if condition is None and stance.rule == "positions.will-not":
        return
    without = [] if condition is None else [condition.span]
    whole = (offset(stance.first), end_of(stance.last))
    yield from _each(
        analysis, sentence, stance.parties, text_at(analysis, pieces(whole, without)), condition,
        topic(analysis, stance.first, stance.last) or thing_of(analysis, stance.cue), stance.cue,
        stance.cue_span, stance.rule, stance.flags, (whole,),
    )  # fmt: skip


def _each(
    analysis: Analysis,
    sentence: Sentence,
    parties: tuple[str, ...],
    stance: str,
    condition: Condition | None,
    about: str | None,
    cue: Token,
    cue_span: Span,
    rule: str,
    flags: frozenset[Flag],
    extent: tuple[Span, ...],
) -> Iterator[Found]:
    """Yield one proposal a party."""
    if len(stance) < 3:
        return
    low = min(start for start, _ in extent)
    high = max(end for _, end in extent)
    if condition is not None:
        low, high = min(low, condition.span[0]), max(high, condition.span[1])
    focus = (max(low, sentence.start), min(high, sentence.end))
    word = " ".join(analysis.text[cue_span[0] : cue_span[1]].split())
    when = when_of(analysis, cue)
    for party in parties:
        fields: dict[str, Any] = {"party": party}
        if about:
            fields["about"] = about
        fields["stance"] = stance
        if condition is not None:
            fields[condition.kind] = condition.text
        if (
            when is not None
            and when.value is not None
            and when.sense == "at"
            and (not focus[0] <= when.start < focus[1] or when.end <= cue_span[0])
        ):
            fields["date"] = when.value
        yield Found(
            kind="positions", fields=fields, span=sentence.span, focus=focus, rule=rule,
            confidence="medium", cue=Cue(word, cue_span), flags=flags,
        )  # fmt: skip


def _once(found: list[Found], analysis: Analysis) -> list[Found]:
    """Return positions once each: what a headline says and the body repeats is the body's."""
    titles = {one.span for one in analysis.sentences if one.part in ("title", "summary")}
    kept: list[Found] = []
    seen: dict[tuple[str, str], int] = {}
    for one in found:
        key = (one.fields["party"], _plain(one))
        at = seen.get(key)
        if at is None:
            seen[key] = len(kept)
            kept.append(one)
            continue
        first = kept[at]
        if first.span == one.span:
            continue
        if first.span in titles and one.span not in titles:
            kept[at] = replace(one, also=(*first.also, first.span))
        elif one.span not in first.also:
            kept[at] = replace(first, also=(*first.also, one.span))
    return kept


def _longer(other: Found, one: Found) -> bool:
    """Tell whether `other` tells in the same sentence what `one` tells, and more."""
    return (
        other.span == one.span
        and other.fields["party"] == one.fields["party"]
        and len(other.fields["stance"]) > len(one.fields["stance"])
        and one.fields["stance"] in other.fields["stance"]
    )


def _plain(one: Found) -> str:
    if one.fields["stance"] == "in dispute":
        return f"in dispute: {one.fields.get('about', '')}".casefold()
    return str(one.fields["stance"]).casefold()
