"""The words of a report that are times: every rule tried, the longest match kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Block, Tense
from detente.reading.dates import absolute, distances, feasts, lengths, relative, years
from detente.reading.dates.governing import verb_of
from detente.reading.dates.placing import Guess, Setting
from detente.reading.dates.rule import Rule
from detente.reading.dates.spans import Days
from detente.reading.dates.tenses import is_planned, tense_of
from detente.reading.dates.wordlists import S
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words


def _clock(found: re.Match[str], setting: Setting) -> Guess | None:
    if setting.tense == "future" and setting.published is not None:
        here = setting.published
        return Guess(Days(here, here), "publication", confidence="low")
    return Guess(None, "text", confidence="low")


CLOCK = (
    f"(?:[0-9]{{1,2}}(?:[:.][0-9]{{2}})?(?:{S})?(?:[ap]\\.?m\\.?|GMT|UTC|hours|o['’]clock)"
    f"|[0-2]?[0-9]:[0-5][0-9]|midnight|midday|noon|dawn|dusk|sunset|sunrise)"
    f"(?:{S}(?:local{S}time|GMT|UTC))?"
)


_CLOCK_AFTER = re.compile(
    f",?{S}(?:at|around|from|by|before){S}(?:around{S}|about{S})?{CLOCK}(?![a-z])"
)


_CLOCK_BEFORE = re.compile(f"(?<![\\w:.]){CLOCK},?{S}(?:on{S})?$")


RULES = (
    *absolute.RULES,
    *years.RULES,
    *relative.RULES,
    *distances.RULES,
    *feasts.RULES,
    *lengths.RULES,
    Rule(
        "clock",
        re.compile(f"(?<![\\w.:,$€£-])(?:(?P<lead>(?i:at)){S}){CLOCK}(?![\\w-])"),
        _clock,
        ("at",),
    ),
)


_TO = re.compile("\\s{0,3}(?:[-–—]|to|until|till|through)\\s{1,3}(?:the\\s)?|\\s?[-–—]\\s?")


_AND = re.compile(",?\\s{1,3}and\\s{1,3}(?:the\\s)?")


MOVED = words_of("postpone delay move reschedule change shift push extend bring")


SENSES = {"since": "since", "until": "until", "till": "until", "through": "until", "by": "by"}


@dataclass(frozen=True, slots=True)
class Atom:
    """A match that is a time: its place in the block and what it is read against."""

    start: int
    end: int
    rule: Rule
    found: re.Match[str]
    words: Words
    setting: Setting
    joined: Atom | None = None


def _matches(text: str) -> Iterator[tuple[int, int, Rule, re.Match[str]]]:
    letters = text.casefold()
    for rule in RULES:
        if not any(one in letters for one in rule.needs):
            continue
        for found in rule.pattern.finditer(text):
            start, end = found.span()
            lead = found.re.groupindex.get("lead")
            if lead and found.end(lead) > 0:
                start = found.end(lead)
                while text[start].isspace():
                    start += 1
            if end > start:
                yield start, end, rule, found


def find_atoms(analysis: Analysis, block: Block) -> list[Atom]:
    """Return the times of a block, none overlapping, with ranges put together."""
    doc, text = block.doc, block.doc.text
    taken = bytearray(len(text))
    atoms, clauses = [], _Clauses()
    for start, end, rule, found in sorted(
        _matches(text), key=lambda one: (-(one[1] - one[0]), one[0])
    ):
        if any(taken[start:end]):
            continue
        words = doc.char_span(start, end, alignment_mode="expand")
        if words is None:
            continue
        setting = _setting(analysis, doc, text, words, clauses)
        if rule.resolve(found, setting) is None:
            continue
        taken[start:end] = b"\1" * (end - start)
        atoms.append(Atom(start, end, rule, found, words, setting))
    atoms.sort(key=lambda one: one.start)
    return [_with_clock(one, text) for one in _ranges(atoms, text)]


def _with_clock(atom: Atom, text: str) -> Atom:
    """Return a time with the hour that stands beside it in its words."""
    if atom.rule.id in ("clock", "length", "hyphened", "window"):
        return atom
    start, end = atom.start, atom.end
    after = _CLOCK_AFTER.match(text, end)
    if after:
        end = after.end()
    low = max(0, start - 40)
    ahead = _CLOCK_BEFORE.search(text[low:start])
    if ahead:
        start = low + ahead.start()
    return replace(atom, start=start, end=end)


def _ranges(atoms: Sequence[Atom], text: str) -> Iterator[Atom]:
    waiting: Atom | None = None
    for atom in atoms:
        if waiting is not None and _joins(waiting, atom, text[waiting.end : atom.start]):
            yield replace(waiting, end=atom.end, joined=atom)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = atom
    if waiting is not None:
        yield waiting


_LENGTHS = frozenset(("length", "hyphened", "window", "clock", "ago", "told"))


_FULL = frozenset(
    ("iso", "numbers", "day-month", "month-day", "month-year", "month", "weekday", "year")
)


def _joins(one: Atom, other: Atom, gap: str) -> bool:
    ids = {one.rule.id, other.rule.id}
    if ids & _LENGTHS or len(gap) > 12 or one.setting.governor in MOVED:
        return False
    before = one.setting.before
    if _AND.fullmatch(gap):
        return before == "between"
    if not _TO.fullmatch(gap):
        return False
    return before == "from" or ids <= _FULL


class _Clauses:
    """The verbs of a block, each looked at once."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[Tense | None, str, bool, bool]] = {}

    def told(self, verb: Token | None) -> tuple[Tense | None, str, bool, bool]:
        """Return a verb's tense and base form, and whether it has "had" and "has" beside it."""
        if verb is None:
            return None, "", False, False
        if verb.i not in self.known:
            helpers = {
                one.lower_ for one in islice(verb.children, 60) if one.dep_ in ("aux", "auxpass")
            }
            perfect = not helpers.isdisjoint(("have", "has", "'ve", "’ve", "been"))
            self.known[verb.i] = tense_of(verb), verb.lemma_, "had" in helpers, perfect
        return self.known[verb.i]


def _setting(analysis: Analysis, doc: Doc, text: str, words: Words, clauses: _Clauses) -> Setting:
    tense, governor, past_perfect, perfect = clauses.told(verb_of(words.root, words))
    before = _before(doc, text, words)
    after = doc[words.end].lower_ if words.end < len(doc) else ""
    sense = SENSES.get(before)
    if sense in ("until", "by") and tense in (None, "present"):
        tense = "future"
    if sense == "since":
        tense = "past"
    if past_perfect:
        governor = ""
    elif tense == "past":
        governor = _planner(words.root) or governor
    return Setting(
        published=published(analysis),
        tense=tense,
        governor=governor,
        perfect=perfect,
        before=before,
        after=after,
    )


def _before(doc: Doc, text: str, words: Words) -> str:
    """Return the word before a time, beyond its article and its hour."""
    clock = _CLOCK_BEFORE.search(text[max(0, words.start_char - 40) : words.start_char])
    if clock:
        here = words.start_char - len(clock[0])
        ahead = text[max(0, here - 30) : here].rsplit(None, 1)
        return ahead[-1].casefold() if ahead else ""
    before = doc[words.start - 1].lower_ if words.start > 0 else ""
    if before in ("the", "about", "around") and words.start > 1:
        earlier = doc[words.start - 2].lower_
        return earlier if earlier in SENSES or earlier in ("in", "of", "on") else before
    return before


def published(analysis: Analysis) -> date | None:
    """Return the day of publication, if it is one that a report can have."""
    day = analysis.report.published
    return day if day is not None and 1800 <= day.year <= 2200 else None


def _planner(token: Token) -> str:
    """Return a word such as "scheduled" between a time and the verb of its clause."""
    for head in islice(token.ancestors, 6):
        if is_planned(head) or head.lemma_ in ("deadline", "schedule", "due", "ahead"):
            return "schedule"
        if head.pos_ in ("VERB", "AUX"):
            break
    return ""
