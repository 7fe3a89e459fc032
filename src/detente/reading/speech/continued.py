"""Quotes that go on without a word of saying: whose they are, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading.analysis import Analysis
from detente.reading.speech.acts import act_of
from detente.reading.speech.attribution import Attribution
from detente.reading.speech.contents import clause
from detente.reading.speech.quotes import Quotes


def going_on(analysis: Analysis, said: list[Attribution], quotes: Quotes) -> Iterator[Attribution]:
    """Yield each sentence of a quote that goes on from words already attributed.

    A quote goes on in the same paragraph as long as nobody else speaks, and in the next one where
    the mark at its start says so. The cue is that of the attribution; the rule is
    ``speech.goes-on``.
    """
    by_sentence: dict[int, list[Attribution]] = {}
    for one in said:
        by_sentence.setdefault(one.sentence.number, []).append(one)
    last: Attribution | None = None
    doc = None
    for sentence in analysis.readable():
        number = quotes.number_at(sentence.start + 1)
        if sentence.words.doc is not doc:
            doc = sentence.words.doc
            if number is None or number not in quotes.goes_on:
                last = None
        here = by_sentence.get(sentence.number, [])
        if here:
            quoting = [one for one in here if quotes.at(one.content.extent[0] + 1) is not None]
            last = quoting[-1] if quoting else None
            continue
        if number is None:
            last = None
            continue
        if last is None or last.speaker.vague:
            continue
        content = clause(sentence.words.root)
        if content is None or sentence.words.root.pos_ not in ("VERB", "AUX"):
            continue
        yield replace(
            last, content=content, sentence=sentence, rule="speech.goes-on", to=(), lemma="say",
            act=act_of(analysis, "say", "say", content.root, last.speaker),
        )  # fmt: skip
