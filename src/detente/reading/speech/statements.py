"""Statements: each attribution of a report as a proposal for the record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from detente.reading.analysis import Analysis, offset
from detente.reading.dates import when_of
from detente.reading.found import Cue, Flag, Found
from detente.reading.report import Span
from detente.reading.speech.attribution import Attribution, verbal
from detente.reading.speech.nominal import nominal
from detente.reading.speech.phrases import end_of
from detente.reading.speech.quotes import Quotes, find_quotes
from detente.reading.speech.topics import topic

_ABOVE = ("title", "summary")
MOST_LINKS = 24
"""How many sayings of one sentence can stand between the report and another."""
MOST_BELOW = 60
"""How many statements of the body a headline is compared with."""
ALIKE = 0.4
"""Which share of a headline's words the body must have."""
MOST_LITTLE = 3
"""Up to how many letters a word says little."""
_ONE_ACT = ("accuse", "praise", "demand", "refuse")


def find_attributions(analysis: Analysis, quotes: Quotes | None = None) -> list[Attribution]:
    """Return every place where words are put into somebody's mouth, in the order of the text."""
    quotes = quotes if quotes is not None else find_quotes(analysis)
    found: list[Attribution] = []
    for sentence in analysis.readable():
        here = [*verbal(analysis, sentence, quotes), *nominal(analysis, sentence, quotes)]
        here.sort(key=lambda one: one.cue_span)
        for one in _merged(_outermost(here)):
            meant = _carried(one, found)
            if meant is not None:
                found.append(meant)
    return found


def _carried(one: Attribution, before: list[Attribution]) -> Attribution | None:
    """Return an attribution whose pronoun means the one who spoke last, at most two sentences ago.

    "He" and "she" stay as they are where that was not one person; "it" must be a party or a body.
    """
    word = one.speaker.by[0]
    if not one.speaker.vague or word not in ("he", "she", "it"):
        return one
    last = next((other for other in reversed(before) if not other.speaker.vague), None)
    near = last is not None and one.sentence.number - last.sentence.number <= 2
    if last is not None and near and last.speaker.alone == (word != "it"):
        return replace(one, speaker=replace(last.speaker, token=one.speaker.token))
    return None if word == "it" else one


def find_statements(analysis: Analysis, said: list[Attribution] | None = None) -> list[Found]:
    """Return who says what to whom: one proposal an attribution.

    Speakers are people by full name, else parties by id, else the words of the report. What has no
    speaker or no content is left out, and so are words of saying inside quotes. `said` are the
    attributions of the report where they are known already.
    """
    quotes = find_quotes(analysis)
    said = find_attributions(analysis, quotes) if said is None else said
    by_sentence: dict[int, list[Attribution]] = {}
    for one in said:
        by_sentence.setdefault(one.sentence.number, []).append(one)
    found = [
        _found(analysis, one, quotes, _chain(by_sentence[one.sentence.number], one)) for one in said
    ]
    return _once(_told_below(found, analysis))


def _merged(here: list[Attribution]) -> list[Attribution]:
    """Return attributions without those that only go on with another.

    "Pointed the finger at Moscow, blaming it for ..." accuses once: a participle of the same act
    by the same speaker adds its reason to what it hangs on.
    """
    kept: list[Attribution] = []
    for one in here:
        host = next(
            (
                other
                for other in kept
                if one.rule == "speech.participle"
                and other.act == one.act
                and other.act in _ONE_ACT
                and other.speaker.by == one.speaker.by
                and other.content.extent[0] <= one.content.extent[1]
                and one.content.extent[0] <= other.content.extent[1]
            ),
            None,
        )
        if host is None:
            kept.append(one)
    return kept


def _outermost(here: list[Attribution]) -> list[Attribution]:
    """Return attributions without those in which a speaker only goes on within its own words.

    "The ministry said it regretted that", "Netanyahu said Israel would agree to": one saying.
    """
    return [
        one
        for one in here
        if not any(
            other is not one
            and other.lemma not in ("accuse", "blame")
            and set(one.speaker.parties)
            and set(one.speaker.parties) <= set(other.speaker.parties)
            and any(start <= one.cue_span[0] < end for start, end in other.content.spans)
            for other in here[:MOST_LINKS]
        )
    ]


def _chain(beside: list[Attribution], one: Attribution) -> tuple[str, ...]:
    """Return who stands between the report and the saying, outermost first."""
    place = one.cue_span[0]
    outer = [
        other
        for other in beside[:MOST_LINKS]
        if other is not one and any(start <= place < end for start, end in other.content.spans)
    ]
    outer.sort(key=lambda other: other.content.extent[0] - other.content.extent[1])
    return tuple(dict.fromkeys(" and ".join(other.speaker.by) for other in outer))


def _found(analysis: Analysis, one: Attribution, quotes: Quotes, chain: tuple[str, ...]) -> Found:
    fields: dict[str, Any] = {"by": list(one.speaker.by)}
    if one.to:
        fields["to"] = list(one.to)
    start, end = one.cue_span
    fields["act"] = one.act
    word = " ".join(analysis.text[start:end].split())
    fields["cue"] = word
    about = _about(analysis, one)
    if about:
        fields["about"] = about
    fields["content"] = one.content.text(analysis)
    when = when_of(analysis, one.cue)
    if when is not None and when.value is not None and when.sense == "at":
        inside = any(begin <= when.start < stop for begin, stop in one.content.spans)
        if not inside:
            fields["date"] = when.value
    flags: set[Flag] = set(one.flags)
    if one.speaker.vague:
        flags.add("vague")
    if chain:
        flags.add("hearsay")
    if quotes.at(one.content.extent[0] + 1) is not None:
        flags.add("quoted")
    return Found(
        kind="statements",
        fields=fields,
        span=one.sentence.span,
        focus=_focus(one),
        rule=one.rule,
        confidence="low" if one.speaker.vague else _confidence(one),
        cue=Cue(word, one.cue_span),
        flags=frozenset(flags),
        chain=chain,
    )


def _confidence(one: Attribution) -> Any:
    return (
        "high" if one.rule in ("speech.verb", "speech.according-to", "speech.passive") else "medium"
    )


def _focus(one: Attribution) -> Span:
    """Return the stretch from speaker to content, within the sentence."""
    starts = [one.cue_span[0], offset(one.speaker.token), one.content.extent[0]]
    ends = [one.cue_span[1], end_of(one.speaker.token), one.content.extent[1]]
    low, high = one.sentence.span
    return max(low, min(starts)), min(high, max(ends))


def _about(analysis: Analysis, one: Attribution) -> str | None:
    start, end = one.content.extent
    words = one.sentence.words.doc
    base = words.user_data["start"]
    span = words.char_span(max(start - base, 0), max(end - base, 0), alignment_mode="contract")
    if span is None or len(span) == 0:
        return None
    return topic(analysis, span[0], span[-1])


def _told_below(found: list[Found], analysis: Analysis) -> list[Found]:
    """Return statements without those of a headline that the body tells in other words.

    The same speaker and much the same words: the headline goes to `also` of the body's.
    """
    above = {one.span for one in analysis.sentences if one.part in _ABOVE}
    below = [at for at, one in enumerate(found) if one.span not in above]
    kept = dict(enumerate(found))
    for at, one in enumerate(found):
        if one.span not in above:
            continue
        same = next((n for n in below[:MOST_BELOW] if _repeats(one, found[n])), None)
        if same is not None:
            del kept[at]
            body = kept[same]
            kept[same] = replace(body, also=tuple(dict.fromkeys((*body.also, one.span))))
    return list(kept.values())


def _repeats(headline: Found, body: Found) -> bool:
    if headline.fields["by"] != body.fields["by"]:
        return False
    told, more = (_stems(one.fields["content"]) for one in (headline, body))
    return bool(told) and len(told & more) >= ALIKE * len(told)


def _stems(text: str) -> set[str]:
    """Return the beginnings of the longer words of a text."""
    return {word[:5] for word in text.casefold().split() if len(word) > MOST_LITTLE}


def _once(found: list[Found]) -> list[Found]:
    """Return statements once each, the first of those that say the same."""
    kept: list[Found] = []
    seen: dict[tuple[str, ...], int] = {}
    for one in found:
        key = (*one.fields["by"], one.fields["act"], one.fields["content"].casefold())
        at = seen.setdefault(key, len(kept))
        if at == len(kept):
            kept.append(one)
            continue
        first = kept[at]
        if one.span != first.span and one.span not in first.also:
            kept[at] = replace(first, also=(*first.also, one.span))
    return kept
