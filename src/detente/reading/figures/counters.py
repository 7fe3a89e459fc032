"""Who counts: "according to the observatory", "the ministry says", "officials said"."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING = words_of(
    "say report estimate put count document claim state record register announce confirm declare "
    "add tell believe calculate list acknowledge admit maintain insist note verify warn reckon "
    "show suggest indicate find speak talk"
)
"""Verbs by which someone tells a number."""
CLAUSE_ONLY = words_of("claim add maintain believe show tell suggest insist note find admit warn")
"""Of these the ones that tell a number only with a clause: a war claims lives, too."""
_ASIDE = words_of("relcl acl appos punct advcl")
_NOBODY = words_of("that which it this who toll number there what figure count total")
_STEPS = 40
_MOST = 60
_JOINED = 4
_LONGEST = 12
"""How many words a counter has at most."""


def counter_of(token: Token) -> Token | None:
    """Return the head of the words for who tells the number at `token`; `None` if nobody is named.

    The nearest telling around the number counts, then "according to" in its clause.
    """
    hangs = ""
    for current in chain([token], islice(token.ancestors, _STEPS)):
        said = _according(current) or _teller(current, token, hangs) or _aside(current, token)
        if said is not None:
            return said
        hangs = current.dep_
    return None


def counter_words(head: Token) -> str:
    """Return the words for who counts, without article and without what is added to them."""
    inside, stack = {head.i}, [head]
    while stack and len(inside) <= _LONGEST:
        for child in islice(stack.pop().children, _LONGEST):
            if child.dep_ not in _ASIDE:
                inside.add(child.i)
                stack.append(child)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    doc = head.doc
    while first < head.i and doc[first].lower_ in ("the", "a", "an", "its", "their", "his"):
        first += 1
    return " ".join(doc[first : last + 1].text.split())


def _teller(verb: Token, token: Token, hangs: str) -> Token | None:
    """Return the subject of a verb of saying in whose clause or object a number stands."""
    bare = token.pos_ == "NUM" and token.head.i == verb.i
    if verb.lemma_ not in SAYING or (verb.lemma_ in CLAUSE_ONLY and hangs != "ccomp" and not bare):
        return None
    subject = _subject(verb)
    if subject is None or (verb.head.i != subject.i and _contains(subject, token)):
        return None
    return subject


def _aside(verb: Token, token: Token) -> Token | None:
    """Return who says so in an aside: ", officials said", "as the ministry says"."""
    for child in islice(verb.children, _MOST):
        if child.lemma_ not in SAYING or child.dep_ not in ("parataxis", "advcl"):
            continue
        if child.dep_ == "advcl" and not any(
            one.lower_ == "as" and one.dep_ == "mark" for one in islice(child.children, _MOST)
        ):
            continue
        subject = _subject(child)
        if subject is not None and not _contains(child, token):
            return subject
    return None


def _according(token: Token) -> Token | None:
    for child in islice(token.children, _MOST):
        if child.lower_ == "according":
            after = child.doc[child.i + 1 : child.i + 2 + _LONGEST]
            return next((one for one in after if one.dep_ == "pobj"), None)
    return None


def _subject(verb: Token) -> Token | None:
    for _ in range(_JOINED):
        for child in islice(verb.children, _MOST):
            if child.dep_ == "agent":
                return next((one for one in child.children if one.dep_ == "pobj"), None)
            if child.dep_ == "nsubj" and child.pos_ != "NUM":
                if child.lower_ in ("who", "which") and verb.dep_ == "relcl":
                    return verb.head
                return None if child.lower_ in _NOBODY else child
        if verb.dep_ != "conj" or verb.head.lemma_ not in SAYING:
            return None
        verb = verb.head
    return None


def _contains(top: Token, token: Token) -> bool:
    upwards = chain([token], islice(token.ancestors, _STEPS))
    return any(one.i == top.i for one in upwards)
