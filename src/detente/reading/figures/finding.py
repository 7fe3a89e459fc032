"""Finding figures: every amount, what it counts, since when, and by whom it was counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from detente.reading.analysis import Analysis, Block, Sentence, When
from detente.reading.dates import when_of
from detente.reading.dates.governing import whens_of
from detente.reading.figures.amounts import Amount, amounts
from detente.reading.figures.counters import counter_of, counter_words
from detente.reading.figures.counting import Counted, counted
from detente.reading.figures.goods import goods
from detente.reading.found import Confidence, Cue, Flag, Found
from detente.reading.grammar import MODALS

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_ONSET = frozenset(("begin", "start", "erupt", "break", "flare", "outbreak", "ignite"))
_HOMES = ("families", "households")
"""What is counted by the home rather than by the head."""
_MODALS: Mapping[str, Flag] = {**MODALS, "would": "conditional"}


def find_figures(analysis: Analysis) -> list[Found]:
    """Return the figures of a report: counts of people, aid and territory with their bounds.

    Figures by two counters stand side by side. The same figure told twice is one, with the other
    sentence in `also`; a headline's gives way to that of the text.
    """
    found: list[Found] = []
    for block in analysis.blocks:
        if block.part != "furniture":
            found.extend(_of_block(analysis, block))
    return _merged(analysis, found)


def _of_block(analysis: Analysis, block: Block) -> Iterator[Found]:
    times = [
        (one.start - block.start, one.end - block.start)
        for one in analysis.whens
        if block.start <= one.start < block.end and one.rule != "dates.length"
    ]
    before: tuple[int, Counted] | None = None
    number = 0
    for amount in amounts(block.doc.text):
        while number < len(times) and times[number][1] <= amount.start:
            number += 1
        if number < len(times) and times[number][0] < amount.end:
            continue
        words = block.doc.char_span(amount.start, amount.end, alignment_mode="expand")
        if words is None:
            continue
        sentence = analysis.sentence_of(words.root)
        earlier = before[1] if before is not None and before[0] == sentence.number else None
        value = amount.low or amount.best or amount.high or 0.0
        what = goods(words, amount) if amount.money or amount.percent else None
        unit = "people"
        if what is None and not amount.money and not amount.percent:
            thing = counted(words, value, earlier)
            if thing is None:
                what = goods(words, amount)
            else:
                before = sentence.number, thing
                unit = next((one for one in _HOMES if one in thing.what.split()), unit)
                yield _found(analysis, sentence, block, words, amount, thing, unit)
                continue
        if what is not None:
            thing, unit = what
            yield _found(analysis, sentence, block, words, amount, thing, unit)


def _found(
    analysis: Analysis,
    sentence: Sentence,
    block: Block,
    words: Words,
    amount: Amount,
    thing: Counted,
    unit: str,
) -> Found:
    fields: dict[str, Any] = {"what": thing.what}
    for name, value in (("low", amount.low), ("best", amount.best), ("high", amount.high)):
        if value is not None:
            fields[name] = int(value) if float(value).is_integer() else value
    fields["unit"] = unit
    fields.update(_times(analysis, sentence, words, thing))
    chain: tuple[str, ...] = ()
    counter = counter_of(words.root)
    if counter is not None:
        name = _name(analysis, counter)
        if name:
            fields["counted_by"] = name
            chain = (name,)
    flags = _flags(thing.verb)
    if amount.vague:
        flags |= {"vague"}
    confidence: Confidence = thing.confidence
    if amount.vague and confidence == "high":
        confidence = "medium"
    cue = thing.cue
    end = max(amount.end, cue.doc[thing.last].idx + len(cue.doc[thing.last]))
    start_of_cue = block.start + cue.idx
    return Found(
        kind="figures", fields=fields, span=sentence.span,
        focus=(block.start + amount.start, block.start + end),
        rule="figures.vague" if amount.vague else "figures.count", confidence=confidence,
        cue=Cue(cue.text, (start_of_cue, start_of_cue + len(cue.text))),
        flags=frozenset(flags), chain=chain,
    )  # fmt: skip


def _name(analysis: Analysis, head: Token) -> str:
    """Return the words for who counts; of a pronoun whom it means, empty if that is not known."""
    if head.pos_ != "PRON":
        return counter_words(head)
    start = head.doc.user_data["start"] + head.idx
    for one in analysis.mentions:
        if one.start <= start < one.end:
            return next(iter((*one.people, *one.parties)), "")
    return ""


def _times(analysis: Analysis, sentence: Sentence, words: Words, thing: Counted) -> dict[str, str]:
    fields: dict[str, str] = {}
    whens = [one for one in whens_of(analysis, sentence.number) if one.value is not None]
    since = next((one for one in whens if one.sense == "since"), None) or _onset(whens, words)
    if since is not None and since.value is not None:
        fields["since"] = since.value
    until = next((one for one in whens if _as_of(analysis, one)), None)
    if until is not None and until.value is not None and (
        since is None or until.last is None or since.first is None or until.last >= since.first
    ):  # fmt: skip
        fields["as_of"] = until.value
    verb = thing.verb if thing.verb is not None else words.root
    when = when_of(analysis, verb)
    told = when is not None and when is not since and when is not until and when.sense == "at"
    if told and when is not None and when.value and when.granularity != "duration":
        fields["date"] = when.value
    return fields


def _onset(whens: Sequence[When], words: Words) -> When | None:
    """Return the time from which a toll runs: "the war, which began in 2011, has killed"."""
    for one in whens:
        for token in chain([one.head], islice(one.head.ancestors, 6)):
            if token.lemma_ in _ONSET and token.dep_ in ("relcl", "acl", "advcl", "pobj"):
                inside = any(word.i == token.i for word in words.root.ancestors)
                return None if inside else one
    return None


def _as_of(analysis: Analysis, one: When) -> bool:
    ahead = analysis.text[max(0, one.start - 10) : one.start].casefold().split()
    if ahead[-2:] in (["as", "of"], ["as", "at"]):
        return True
    return one.sense == "by" and one.tense == "past" and one.granularity != "duration"


def _flags(verb: Token | None) -> set[Flag]:
    flags: set[Flag] = set()
    if verb is None:
        return flags
    for child in verb.children:
        if child.dep_ == "neg":
            flags.add("negated")
        if child.dep_ == "aux" and child.lower_ in _MODALS:
            flags.add(_MODALS[child.lower_])
        if child.dep_ == "mark" and child.lower_ in ("if", "unless"):
            flags.add("conditional")
    return flags


def _merged(analysis: Analysis, found: Sequence[Found]) -> list[Found]:
    """Return figures without repetitions, the text's rather than the headline's."""
    parts = {one.span: one.part for one in analysis.sentences}
    kept: dict[tuple[Any, ...], list[Found]] = {}
    for one in sorted(found, key=lambda one: parts[one.span] != "body"):
        key = tuple(one.fields.get(name) for name in ("what", "low", "best", "high", "unit"))
        alike = kept.setdefault(key, [])
        for place, other in enumerate(alike):
            if _agree(other, one):
                alike[place] = _both(other, one)
                break
        else:
            alike.append(one)
    told = [one for alike in kept.values() for one in alike]
    return sorted(told, key=lambda one: (one.span, one.focus or one.span))


def _both(kept: Found, other: Found) -> Found:
    """Return one figure for two tellings of it."""
    also = kept.also
    if other.span != kept.span and other.span not in also[-3:]:
        also = (*also, other.span)
    fields = {**other.fields, **kept.fields}
    return replace(kept, fields=fields, also=also, chain=kept.chain or other.chain)


def _agree(one: Found, other: Found) -> bool:
    """Tell whether two tellings can be of one figure: no counter and no day speaks against it."""
    return all(
        one.fields.get(name) in (None, value)
        for name in ("counted_by", "date", "as_of")
        if (value := other.fields.get(name)) is not None
    )
