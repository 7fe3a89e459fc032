"""Words of attitude: what a party wants, opposes, favours, is ready for, or will not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence, offset
from detente.reading.found import Flag
from detente.reading.mentions import who
from detente.reading.report import Span
from detente.reading.speech.limits import flags_of
from detente.reading.speech.phrases import child, end_of, helpers, negated
from detente.reading.speech.quotes import Quotes
from detente.reading.speech.sides import parties_at
from detente.reading.speech.speakers import subject
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

ATTITUDES = words_of("want seek favour favor prefer oppose support back resist accept insist aim")
"""Verbs of attitude."""
_THINGS = words_of("support back accept favour favor seek resist prefer")
_READY = words_of(
    "ready willing prepared unwilling reluctant determined opposed keen unprepared open "
    "committed eager adamant intent"
)
_ASIDE = words_of("after amid during despite since following because")
_CALLING = words_of("make call set consider see regard describe declare")
_LINES = frozenset(("line", "precondition", "prerequisite", "condition", "non-negotiable"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Words of attitude, from token `first` to token `last`, and whose they are."""

    parties: tuple[str, ...]
    first: Token
    last: Token
    cue: Token
    cue_span: Span
    rule: str
    flags: frozenset[Flag] = frozenset()


def find_stances(analysis: Analysis, sentence: Sentence, quotes: Quotes) -> Iterator[Stance]:
    """Yield the attitudes of parties that one sentence tells."""
    for token in sentence.words:
        if quotes.at(offset(token)) is not None:
            continue
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in ATTITUDES:
            found = _verb(analysis, token, lemma)
        elif token.pos_ in ("ADJ", "VERB") and token.lower_ in _READY:
            found = _ready(analysis, token)
        elif token.pos_ in ("NOUN", "ADJ") and lemma in _LINES:
            found = _line(analysis, token, lemma)
        elif token.pos_ == "VERB" and token.dep_ in ("ROOT", "conj", "ccomp"):
            found = _will_not(analysis, token)
        else:
            continue
        if found is not None:
            yield found


def _verb(analysis: Analysis, verb: Token, lemma: str) -> Stance | None:
    """Return "X wants to ...", "X opposes ...", "X favours ..."."""
    teller = subject(verb)
    if teller is None or verb.dep_ in ("acl", "amod") or (verb.tag_ == "VBN" and not helpers(verb)):
        return None
    what = child(verb, "dobj", "xcomp", "ccomp")
    if what is None and lemma == "insist":
        what = next((one for one in verb.children if one.lower_ in ("on", "upon")), None)
    if what is None or what.i < verb.i:
        return None
    if lemma in _THINGS and what.dep_ == "dobj" and (who(analysis, what) or what.pos_ == "PRON"):
        return None
    return _stance(analysis, teller, verb, what, "positions.attitude")


def _ready(analysis: Analysis, word: Token) -> Stance | None:
    """Return "X is not ready to ...", "X is opposed to ..."."""
    verb = word if child(word, "auxpass", "aux") is not None else word.head
    if verb != word and (
        word.dep_ not in ("acomp", "oprd", "xcomp")
        or verb.lemma_ not in ("be", "remain", "seem", "appear")
    ):
        return None
    what = child(word, "xcomp", "prep", "ccomp")
    if (
        what is None
        or what.i < word.i
        or (what.dep_ == "prep" and what.lower_ not in ("to", "for", "on"))
    ):
        return None
    teller = subject(verb) or child(verb, "nsubjpass")
    if teller is None:
        return None
    return _stance(analysis, teller, verb, what, "positions.readiness", cue=word)


def _line(analysis: Analysis, noun: Token, lemma: str) -> Stance | None:
    """Return "... is a red line for X", "X made ... a precondition"."""
    if lemma == "line" and not any(one.lower_ == "red" for one in noun.children):
        return None
    if lemma == "condition" and child(noun, "prep") is None:
        return None
    verb = noun.head
    owner: tuple[str, ...] = ()
    for one in noun.children:
        if one.dep_ == "prep" and one.lower_ in ("for", "of"):
            inner = child(one, "pobj")
            owner = owner or (() if inner is None else parties_at(analysis, inner))
        elif one.dep_ == "poss":
            owner = owner or parties_at(analysis, one)
    if noun.dep_ in ("attr", "acomp") and verb.lemma_ in ("be", "remain") and owner:
        thing = child(verb, "nsubj", "csubj")
        if thing is None or negated(verb):
            return None
        first, last = thing.left_edge, noun
        place = (offset(noun), end_of(noun))
        return Stance(
            parties=owner, first=first, last=last, cue=noun, cue_span=place,
            rule="positions.red-line",
        )  # fmt: skip
    if noun.dep_ in ("oprd", "attr", "dobj", "ccomp", "pobj"):
        if verb.pos_ == "ADP":
            verb = verb.head
        if verb.pos_ != "VERB":
            verb = verb.head
        if verb.lemma_ not in _CALLING:
            return None
        teller = subject(verb)
        if teller is None or negated(verb):
            return None
        return _stance(analysis, teller, verb, noun, "positions.precondition", cue=noun)
    return None


def _will_not(analysis: Analysis, verb: Token) -> Stance | None:
    """Return "X will not ... until", told by the report itself."""
    modal = helpers(verb)
    if not negated(verb) or ("will" not in modal and "can" not in modal and "would" not in modal):
        return None
    conditional = any(
        ((mark := child(one, "mark")) is not None and mark.lower_ in ("until", "unless", "before"))
        or one.lower_ in ("until", "without")
        for one in verb.children
    )
    teller = child(verb, "nsubj")
    if teller is None or not conditional:
        return None
    return _stance(analysis, teller, verb, verb, "positions.will-not", whole=True)


def _stance(
    analysis: Analysis,
    teller: Token,
    verb: Token,
    what: Token,
    rule: str,
    cue: Token | None = None,
    whole: bool = False,
) -> Stance | None:
    parties = parties_at(analysis, teller)
    if not parties or len(parties) > 4 or (verb.lemma_ == "accept" and len(parties) > 1):
        return None
    flags = flags_of(verb)
    if flags is None or "conditional" in flags:
        return None
    first = verb
    if negated(verb) or whole:
        helping = [
            one for one in verb.children if one.dep_ in ("aux", "neg", "advmod") and one.i < verb.i
        ]
        near = [one for one in helping if one.i > teller.i]
        first = near[0] if near else verb
    elif cue is not None and verb.lemma_ == "be":
        first = verb
    last = verb.right_edge if whole else what.right_edge
    for one in verb.children:
        if one.i > what.i and one.dep_ in ("advcl", "prep", "xcomp") and not whole:
            if one.lower_ in _ASIDE:
                break
            mark = child(one, "mark")
            if one.dep_ != "advcl" or (
                mark is not None and mark.lower_ in ("until", "unless", "if", "before", "as")
            ):
                last = one.right_edge
    while last.i > first.i and last.is_punct:
        last = last.nbor(-1)
    word = cue or verb
    return Stance(
        parties=parties, first=first, last=last, cue=word, cue_span=(offset(word), end_of(word)),
        rule=rule, flags=frozenset(flags & {"may", "will", "should", "hearsay"}),
    )  # fmt: skip
