"""From reports to what is found in them: the stages in their order, and nothing between them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from detente.reading.analysis import Analysis, Mention, Part, When
from detente.reading.dates import find_whens
from detente.reading.figures import find_figures
from detente.reading.found import KINDS, Found
from detente.reading.happenings import find_events, find_support, find_talks, find_truces
from detente.reading.mentions import find_mentions
from detente.reading.pipeline import Parser, parse
from detente.reading.report import Report, Span
from detente.reading.speech import find_speech

if TYPE_CHECKING:
    from detente.reading.cast import Cast


@dataclass(frozen=True, slots=True)
class Noted:
    """A mention or a time of a report: what the proposals rest on, and none itself.

    Parameters
    ----------
    kind : {"mentions", "dates"}
        Which of the two.
    fields : mapping
        JSON values: of a mention ``surface``, ``sort``, ``parties``, ``people``, ``role``; of a
        time ``surface``, ``value``, ``granularity``, ``anchor``, ``tense``, ``sense``.
    span, sentence : tuple of int
        Its words and its sentence in the stored text.
    """

    kind: str
    fields: Mapping[str, Any]
    span: Span
    sentence: Span
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and what was found in it, as plain data."""

    report: Report
    found: tuple[Found, ...] = ()
    noted: tuple[Noted, ...] = ()


class Reader:
    """Reads reports: a cast of whom can be meant, and a parser.

    Parameters
    ----------
    cast : Cast
        Everybody who can be meant.
    parser : Parser
        A loaded model.
    """

    def __init__(self, cast: Cast, parser: Parser) -> None:
        self._cast = cast
        self._parser = parser

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield what is found in each report, in their order."""
        for plain in parse(reports, self._parser):
            yield self._reading(plain)

    def _reading(self, plain: Analysis) -> Reading:
        if not plain.sentences:
            return Reading(plain.report)
        dated = replace(plain, whens=find_whens(plain))
        mentions, named = find_mentions(dated, self._cast)
        analysis = replace(dated, mentions=mentions)
        found = [
            *named,
            *find_speech(analysis),
            *find_talks(analysis),
            *find_truces(analysis),
            *find_events(analysis),
            *find_support(analysis),
            *find_figures(analysis),
        ]
        noted = [*map(_mention, _spans(analysis, mentions), mentions)]
        noted += map(_time, _spans(analysis, analysis.whens), analysis.whens)
        return Reading(plain.report, tuple(_once(analysis, found)), tuple(noted))


def _once(analysis: Analysis, found: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found by kind and place, what says the same once, from the body if it can."""
    parts: dict[Span, Part] = {one.span: one.part for one in analysis.sentences}
    groups: dict[str, list[Found]] = {}
    for one in found:
        key = json.dumps([one.kind, one.fields, sorted(one.flags)], sort_keys=True)
        groups.setdefault(key, []).append(one)
    kept = []
    for same in groups.values():
        same.sort(key=lambda one: (parts.get(one.span, "body") != "body", one.span))
        first = same[0]
        others = {span for one in same for span in (one.span, *one.also)} - {first.span}
        kept.append(replace(first, also=tuple(sorted(others))))
    yield from sorted(kept, key=lambda one: (KINDS.index(one.kind), one.span, one.focus or ()))


def _spans(analysis: Analysis, ones: Iterable[Mention | When]) -> Iterator[tuple[str, Span]]:
    """Yield the words and the sentence of each mention or time."""
    for one in ones:
        yield analysis.text[one.start : one.end], analysis.sentences[one.sentence].span


def _mention(told: tuple[str, Span], one: Mention) -> Noted:
    surface, sentence = told
    fields = {
        "surface": surface,
        "sort": one.sort,
        "parties": list(one.parties),
        "people": list(one.people),
        "role": one.role,
    }
    return Noted("mentions", _filled(fields), one.span, sentence, one.rule, one.confidence)


def _time(told: tuple[str, Span], one: When) -> Noted:
    surface, sentence = told
    fields = {
        "surface": surface,
        "value": one.value,
        "granularity": one.granularity,
        "anchor": one.anchor,
        "tense": one.tense,
        "sense": one.sense,
    }
    return Noted("dates", _filled(fields), one.span, sentence, one.rule, one.confidence)


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, [])}
