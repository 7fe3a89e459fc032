"""What a report calls the point in dispute: the bone of contention, the stumbling block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from detente.reading.analysis import Analysis, Sentence, offset
from detente.reading.found import Cue, Flag, Found
from detente.reading.mentions import principals, who
from detente.reading.report import Span
from detente.reading.speech.phrases import child, end_of, negated, noun_phrase
from detente.reading.speech.sides import parties_at
from detente.reading.speech.speakers import subject
from detente.reading.speech.topics import topic
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = {
    "bone": ("contention", "discord"),
    "point": ("contention", "dispute", "disagreement", "friction", "discord", "difference"),
    "source": ("dispute", "friction", "tension", "disagreement", "contention", "discord"),
    "matter": ("dispute", "contention"),
    "issue": ("contention", "dispute"),
    "area": ("disagreement", "dispute", "contention"),
    "subject": ("dispute",),
    "cause": ("friction", "tension", "disagreement"),
}
_WITH = {
    "point": ("sticking",),
    "block": ("stumbling",),
    "issue": ("divisive", "contentious", "thorny", "thorniest", "unresolved", "outstanding", "key",
              "main", "disputed", "central", "toughest", "hardest", "biggest", "difficult", "core"),
    "question": ("divisive", "contentious", "thorny", "thorniest", "unresolved", "central", "main",
                 "outstanding", "key", "hardest"),
    "dispute": ("main", "key", "central", "biggest"),
    "disagreement": ("main", "key", "central", "biggest"),
    "difference": ("main", "key", "central", "biggest"),
    "obstacle": ("main", "biggest", "key", "chief", "last", "remaining", "major", "principal",
                 "central", "greatest", "big", "only", "final"),
    "hurdle": ("main", "biggest", "key", "last", "major", "final"),
    "topic": ("divisive", "contentious"),
    "flashpoint": ("main", "biggest"),
}  # fmt: skip
_APART = {
    **dict.fromkeys(("differ", "disagree"), ("over", "on", "about")),
    **dict.fromkeys(
        words_of("split divide divided deadlock deadlocked clash odds apart"), ("over", "on")
    ),
    **dict.fromkeys(words_of("quarrel wrangle argue bicker spar haggle"), ("over", "about")),
}
_SIDES = frozenset(("side", "party", "negotiator", "government", "delegation", "rival", "leader"))
_OPEN = words_of("unresolved contentious disputed divisive unsettled")
_COPULA = frozenset(("be", "remain", "become", "prove", "stay"))


def find_issues(analysis: Analysis) -> list[Found]:
    """Return, for each party to a dispute that a report names, its issue as "in dispute"."""
    found: list[Found] = []
    for sentence in analysis.readable():
        for token in sentence.words:
            lemma = token.lemma_.lower()
            if lemma in _OF or lemma in _WITH:
                found.extend(_named(analysis, sentence, token, lemma))
            elif lemma in _OPEN and token.dep_ in ("acomp", "oprd"):
                found.extend(_open(analysis, sentence, token))
            elif lemma in _APART or token.lower_ in _APART:
                word = lemma if lemma in _APART else token.lower_
                found.extend(_apart(analysis, sentence, token, word))
    return found


def _named(analysis: Analysis, sentence: Sentence, noun: Token, lemma: str) -> Iterator[Found]:
    """Yield positions from "the main bone of contention between A and B is Y"."""
    span = _cue(noun, lemma)
    if span is None:
        return
    verb, thing = noun.head, None
    if noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _COPULA:
        thing = child(verb, "attr", "ccomp", "xcomp", "acomp")
    elif noun.dep_ in ("attr", "oprd", "xcomp") and verb.lemma_ in _COPULA:
        thing = child(verb, "nsubj", "csubj")
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
        thing = child(noun.head.head, "dobj")
    thing = thing or child(noun, "appos")
    if thing is None or thing == noun or negated(verb):
        return
    flags: frozenset[Flag] = frozenset()
    also: tuple[Span, ...] = ()
    about = topic(analysis, thing.left_edge, thing.right_edge) if thing.pos_ != "PRON" else None
    about = about or noun_phrase(analysis, thing)
    det = child(thing, "det")
    if thing.pos_ == "PRON" or (det is not None and det.lower_ in ("this", "that")):
        flags = frozenset(("vague",))
        earlier = _before(analysis, sentence)
        if earlier is not None:
            also = (earlier.span,)
            about = _last_topic(analysis, earlier) or about
    parties = _between(analysis, noun, sentence)
    if len(parties) < 2 or not about or thing.lower_ in ("it", "there", "who", "what"):
        return
    yield from _each(analysis, sentence, parties, about, span, noun, flags, also)


def _apart(analysis: Analysis, sentence: Sentence, word: Token, lemma: str) -> Iterator[Found]:
    """Yield positions from "A and B differ over Y", "the two sides are at odds over Y"."""
    verb = word
    if lemma == "odds":
        verb = word.head.head
    elif lemma == "apart" or word.pos_ == "ADJ":
        verb = word.head
    inner = None
    for top in (word, verb, word.head):
        for one in top.children:
            if one.dep_ == "prep" and one.lower_ in _APART[lemma] and one.i > word.i:
                inner = inner or child(one, "pobj", "pcomp")
    teller = subject(verb) or child(verb, "nsubjpass")
    if teller is None and verb.dep_ in ("advcl", "acl", "dep"):
        teller = subject(verb.head)
    if inner is None or teller is None or (inner.dep_ == "pcomp" and inner.tag_ == "WP"):
        return
    parties = parties_at(analysis, teller)
    if len(parties) < 2:
        main = principals(analysis)
        plural = teller.lemma_.lower() in _SIDES and teller.tag_ == "NNS"
        here = {party for one in analysis.mentions_in(sentence) for party in one.parties}
        parties = main if plural or here >= set(main) else ()
    if len(parties) < 2:
        return
    about = topic(analysis, inner.left_edge, inner.right_edge) or noun_phrase(analysis, inner)
    if about and not negated(verb) and inner.pos_ in ("NOUN", "PROPN"):
        span = (offset(word), end_of(word))
        yield from _each(analysis, sentence, parties, about, span, word, frozenset(), ())


def _open(analysis: Analysis, sentence: Sentence, word: Token) -> Iterator[Found]:
    """Yield positions from "the amnesty remains unresolved"."""
    verb = word.head
    thing = child(verb, "nsubj")
    parties = principals(analysis)
    if thing is None or thing.pos_ != "NOUN" or verb.lemma_ not in _COPULA or negated(verb):
        return
    about = topic(analysis, thing.left_edge, thing.right_edge)
    if about is not None and len(parties) >= 2:
        span = (offset(word), end_of(word))
        yield from _each(analysis, sentence, parties, about, span, word, frozenset(), ())


def _cue(noun: Token, lemma: str) -> Span | None:
    """Return the place of the words that call something a dispute."""
    start, end = offset(noun), end_of(noun)
    for one in noun.children:
        if one.lower_ == "of" and lemma in _OF:
            inner = child(one, "pobj")
            if inner is not None and inner.lemma_.lower() in _OF[lemma]:
                return start, end_of(inner)
        if one.i < noun.i and one.lower_ in _WITH.get(lemma, ()):
            return offset(one), end
    return None


def _between(analysis: Analysis, noun: Token, sentence: Sentence) -> tuple[str, ...]:
    """Return the parties to the dispute: those after "between", else the principals."""
    for token in sentence.words:
        if token.lower_ == "between" and abs(token.i - noun.i) < 30:
            inner = child(token, "pobj")
            found = () if inner is None else tuple(who(analysis, inner).parties)
            if len(found) >= 2:
                return tuple(dict.fromkeys(found))
    return principals(analysis)


def _before(analysis: Analysis, sentence: Sentence) -> Sentence | None:
    return analysis.sentences[sentence.number - 1] if sentence.number else None


def _last_topic(analysis: Analysis, sentence: Sentence) -> str | None:
    """Return the last noun phrase of a sentence: what "this last point" points to."""
    for token in reversed(list(sentence.words)):
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("pobj", "dobj", "attr"):
            return noun_phrase(analysis, token)
    return None


def _each(
    analysis: Analysis,
    sentence: Sentence,
    parties: tuple[str, ...],
    about: str,
    span: Span,
    cue: Token,
    flags: frozenset[Flag],
    also: tuple[Span, ...],
) -> Iterator[Found]:
    word = " ".join(analysis.text[span[0] : span[1]].split())
    for party in parties:
        fields: dict[str, Any] = {"party": party, "about": about, "stance": "in dispute"}
        yield Found(
            kind="positions", fields=fields, span=sentence.span, focus=sentence.span,
            rule="speech.main-issue", confidence="medium", cue=Cue(word, span), flags=flags,
            also=also,
        )  # fmt: skip
