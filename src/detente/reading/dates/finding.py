"""Finding the times of a report: every form of words tried, the longest kept, each placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Block, When
from detente.reading.dates.governing import verb_index
from detente.reading.dates.lengths import lasting
from detente.reading.dates.matching import SENSES, Atom, find_atoms, published
from detente.reading.dates.placing import Guess, Setting, beside
from detente.reading.dates.spans import Days, date_text, granularity_of, shifted

if TYPE_CHECKING:
    from datetime import date


_SENTENCES_ON = 1


def find_whens(analysis: Analysis) -> tuple[When, ...]:
    """Return the times that a report mentions, in the order of its text.

    Times are read by rules of our own, with the day of publication, tense and what the text told
    before. A time whose day cannot be told stands with `value` as `None`.
    """
    whens: list[When] = []
    teller = _Teller(analysis)
    for block in analysis.blocks:
        if block.part != "furniture":
            whens.extend(
                _of_sentences([teller.read(atom, block) for atom in find_atoms(analysis, block)])
            )
    return tuple(whens)


def _of_sentences(whens: Sequence[When]) -> Iterator[When]:
    """Yield times, after each sentence's hours and lengths took their day from its dates."""
    days: dict[int, list[When]] = {}
    for one in whens:
        if one.first is not None and one.granularity not in ("duration", "clock"):
            days.setdefault(one.sentence, []).append(one)
    for one in whens:
        beside_it = days.get(one.sentence, [])
        if one.granularity == "clock":
            if not beside_it:
                yield replace(one, granularity="day")
            continue
        yield _lasted(one, beside_it) if "|" in one.rule else one


def _lasted(one: When, beside_it: Sequence[When]) -> When:
    """Return a length with the stretch it covers, where a date in its clause says from when."""
    rule, _, note = one.rule.partition("|")
    verb = verb_index(one.head)
    starts = [
        other for other in beside_it
        if other.granularity == "day" and other.sense == "at"
        and verb_index(other.head) == verb
    ]  # fmt: skip
    one = replace(one, rule=rule)
    if one.tense == "past" and not starts:
        return one
    if starts and starts[0].first is not None and starts[0].last is not None:
        days = lasting(Days(starts[0].first, starts[0].last), note)
        if days is not None:
            return replace(
                one, value=date_text(*days), first=days.first, last=days.last, anchor="text"
            )
    return one


class _Teller:
    """Reads times in the order of the text and remembers what was told before."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.told: date | None = None
        self.story: tuple[int, date] | None = None

    def read(self, atom: Atom, block: Block) -> When:
        """Return the time that an atom means, and remember it."""
        root = atom.words.root
        sentence = self.analysis.sentence_of(root).number
        story = None
        if self.story is not None and sentence - self.story[0] <= _SENTENCES_ON:
            story = self.story[1]
        setting = replace(atom.setting, told=self.told, story=story)
        guess = atom.rule.resolve(atom.found, setting) or Guess(None)
        if atom.joined is not None:
            guess = self._joined(guess, atom.joined, setting)
        sense = guess.sense or SENSES.get(setting.before, "at")
        self._remember(guess, sense, sentence, setting)
        return _when(atom, block, guess, sense, sentence)

    def _joined(self, one: Guess, atom: Atom, setting: Setting) -> Guess:
        other = atom.rule.resolve(atom.found, replace(setting, after=atom.setting.after))
        if other is None or other.days is None or one.days is None:
            return Guess(None, one.anchor, "interval", "low")
        first, last = one.days, other.days
        if atom.rule.id == "weekday" and last < first:
            step = -7 if setting.tense == "past" else 7
            if step < 0:
                first = Days(*(shifted(one, step) for one in first))
            else:
                last = Days(*(shifted(one, step) for one in last))
        if one.make is not None and other.make is None:
            first = beside(one.make, last.first, False) or first
        elif other.make is not None and (one.make is None or first > last):
            last = beside(other.make, first.first, True) or last
        if last.last < first.first:
            return Guess(None, one.anchor, "interval", "low")
        anchor = "none" if one.anchor == other.anchor == "none" else "publication"
        return Guess(Days(first.first, last.last), anchor, "interval")

    def _remember(self, guess: Guess, sense: str, sentence: int, setting: Setting) -> None:
        if guess.days is None or guess.granularity == "duration" or sense != "at":
            return
        if (guess.days.last - guess.days.first).days > 400:
            return
        self.told = guess.days.first
        here = published(self.analysis)
        full = guess.anchor == "none" and guess.days.first == guess.days.last
        if full and here is not None and (here - guess.days.first).days > 300:
            if setting.tense == "past":
                self.story = sentence, guess.days.first
        elif self.story is not None and guess.anchor == "text":
            self.story = sentence, guess.days.first
        else:
            self.story = None


def _when(atom: Atom, block: Block, guess: Guess, sense: str, sentence: int) -> When:
    days, rule = guess.days, f"dates.{atom.rule.id}"
    granularity = guess.granularity or (granularity_of(days) if days else "day")
    if atom.rule.id == "clock":
        granularity = "clock"
    if guess.note in ("impossible", "ambiguous"):
        rule = f"dates.{guess.note}"
    elif guess.note:
        rule += f"|{guess.note}"
    return When(
        start=block.start + atom.start,
        end=block.start + atom.end,
        head=atom.words.root,
        sentence=sentence,
        value=date_text(*days) if days else None,
        first=days.first if days else None,
        last=days.last if days else None,
        granularity=granularity,
        anchor=guess.anchor,
        tense=atom.setting.tense,
        sense=sense,
        rule=rule,
        confidence=guess.confidence,
    )
