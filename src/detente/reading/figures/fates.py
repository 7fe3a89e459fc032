"""What befell those who are counted: killed, displaced, released."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from detente.reading.figures.phrases import end_of, start_of
from detente.reading.figures.things import ACTS, BEFALL, DO, RARE, STATES
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

HARM = words_of(
    "kill wound injure displace abduct kidnap arrest detain massacre murder behead slay uproot "
    "expel"
)
"""Verbs that say enough of whomever they befall, known to us or not."""
_HOMES = words_of("flee leave home house abandon land village")
_MOST = 60
"""How many words that hang on one are looked at: no sentence that people read has more."""


class Fate(NamedTuple):
    """What befell the counted, the word that says it, and its verb."""

    state: str
    cue: Token
    verb: Token | None


def fate_of(words: Words, noun: Token, run: list[Token]) -> Fate | None:
    """Return what befell those whom a noun after an amount names; `None` if nothing is told."""
    for token in heads(noun):
        fate = as_argument(token) or by_own_words(token)
        if fate is not None:
            return fate
    for token in run:
        if token.i < noun.i and token.lower_ in STATES and token.lower_ != noun.lower_:
            return Fate(STATES[token.lower_], token, verb_above(noun))
    return by_neighbours(words, noun)


def heads(noun: Token) -> Iterator[Token]:
    """Yield a noun and the nouns that it is joined to or hangs on as a part."""
    token = noun
    for _ in range(8):
        yield token
        head = token.head
        joined = token.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
        part = (
            token.dep_ == "pobj"
            and head.lower_ == "of"
            and head.head.lower_.endswith(
                ("dozens", "scores", "hundreds", "thousands", "millions", "dozen", "number")
            )
        )
        if not joined and not part:
            return
        token = head if joined else head.head


def as_argument(token: Token) -> Fate | None:
    """Return the fate told by the verb of which a noun is subject or object."""
    head, dep = token.head, token.dep_
    if dep == "nsubjpass" or (dep in ("dobj", "obj") and head.pos_ == "VERB"):
        return _as_object(token, head)
    if dep == "nsubj":
        return _as_subject(head)
    if dep == "pobj" and head.lower_ in ("of", "for") and head.head.lower_ in ACTS:
        act = head.head
        return Fate(ACTS[act.lower_], act, verb_above(act))
    return None


def _as_object(token: Token, verb: Token) -> Fate | None:
    lemma = verb.lemma_
    if lemma == "shoot" and _child(verb, "dead"):
        return Fate("killed", verb, verb)
    if token.lower_ == "lives" and lemma in ("claim", "cost", "take"):
        return Fate("killed", verb, verb)
    if lemma in ("force", "compel", "drive"):
        return Fate("displaced", verb, verb) if _flees(verb) else None
    if lemma == "take" and _within(verb, "hostage", "prisoner", "captive"):
        return Fate("taken hostage", verb, verb)
    if lemma in BEFALL and lemma != "leave":
        return Fate(BEFALL[lemma], verb, verb)
    for one in _children(verb):
        if one.dep_ == "conj" and one.lemma_ in BEFALL and one.lemma_ not in RARE:
            return Fate(BEFALL[one.lemma_], one, one) if token.dep_ == "nsubjpass" else None
    return None


def _as_subject(verb: Token) -> Fate | None:
    lemma = verb.lemma_
    if lemma in DO and verb.pos_ == "VERB":
        return Fate(DO[lemma], verb, verb)
    if lemma in ("be", "remain", "go"):
        for one in _children(verb):
            if one.dep_ in ("acomp", "attr", "oprd") and one.lower_ in STATES:
                return Fate(STATES[one.lower_], one, verb)
            if one.dep_ == "xcomp" and one.tag_ == "VBN" and one.lemma_ in BEFALL:
                return Fate(BEFALL[one.lemma_], one, one) if one.lemma_ != "leave" else None
            if one.lower_ == "in" and _child(one, "need"):
                return Fate("in need", one, verb)
            if one.lower_ == "under" and _child(one, "siege"):
                return Fate("besieged", one, verb)
    if lemma == "go" and _child(verb, "free"):
        return Fate("released", verb, verb)
    if lemma == "lose":
        lives = _child(verb, "lives", "life")
        return Fate("killed", lives, verb) if lives is not None else None
    if lemma in ("need", "require") and _child(verb, "aid", "assistance", "help", "food"):
        return Fate("in need", verb, verb)
    if lemma == "live" and (under := _child(verb, "under")) and _child(under, "siege"):
        return Fate("besieged", under, verb)
    return None


def by_own_words(token: Token) -> Fate | None:
    """Return the fate told by a participle or clause of the noun: "people killed in"."""
    for one in _children(token):
        if one.i < token.i or one.dep_ not in ("acl", "relcl", "amod", "advcl", "prep"):
            continue
        if one.dep_ == "prep":
            if one.lower_ == "in" and _child(one, "need"):
                return Fate("in need", one, verb_above(token))
            continue
        lemma = one.lemma_
        befell = lemma in BEFALL and lemma not in RARE and one.tag_ in ("VBN", "VBD")
        if befell and not any(child.dep_ == "dobj" for child in _children(one)):
            return Fate(BEFALL[lemma], one, one)
        if lemma in DO and one.pos_ == "VERB":
            return Fate(DO[lemma], one, one)
        if one.lower_ in STATES:
            return Fate(STATES[one.lower_], one, verb_above(token))
    return None


def by_neighbours(words: Words, noun: Token) -> Fate | None:
    """Return the fate told just before or after, where the parser lost the way."""
    doc = words.doc
    for i in range(noun.i + 1, end_of(words, noun.i + 5)):
        token = doc[i]
        if token.lemma_ in DO and token.pos_ == "VERB":
            return Fate(DO[token.lemma_], token, token)
        if token.tag_ == "VBN" and token.lemma_ in BEFALL and token.lemma_ not in RARE:
            return Fate(BEFALL[token.lemma_], token, token)
        if token.lower_ in STATES and doc[i - 1].lower_ in ("are", "were", "is", "was", "remain"):
            return Fate(STATES[token.lower_], token, token.head)
        if token.pos_ not in ("AUX", "ADV", "PART") and token.lower_ not in ("that", "who"):
            break
    for i in range(words.start - 1, start_of(words, words.start - 3) - 1, -1):
        token = doc[i]
        if token.lemma_ in BEFALL and token.pos_ == "VERB" and token.lemma_ not in RARE:
            return Fate(BEFALL[token.lemma_], token, token)
        if token.pos_ not in ("ADP", "ADV", "DET", "ADJ") and token.lower_ != "nearly":
            break
    return None


def verb_above(token: Token) -> Token | None:
    """Return the verb of the clause that a word stands in; itself, if it is one."""
    for one in chain([token], islice(token.ancestors, 40)):
        if one.pos_ in ("VERB", "AUX") and one.dep_ not in ("aux", "auxpass", "amod"):
            return one
    return None


def _children(token: Token) -> Iterator[Token]:
    return islice(token.children, _MOST)


def _child(token: Token, *words: str) -> Token | None:
    return next((one for one in _children(token) if one.lower_ in words), None)


def _within(verb: Token, *words: str) -> bool:
    """Tell whether one of `words` stands soon after a verb."""
    return any(one.lower_ in words for one in verb.doc[verb.i : verb.i + 12])


def _flees(verb: Token) -> bool:
    after = verb.doc[verb.i + 1 : verb.i + 12]
    return any(one.lemma_ in _HOMES for one in after)
