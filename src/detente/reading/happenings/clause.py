"""How a clause is built: who does what, with what, and under which reservations.

The small parser errs often; where a relation can be read off the order of words as well, both
are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.grammar import NEGATIONS
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_STEPS = 12
"""How far up a tree is looked; deeper ones are lists that the parser misread."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NO = frozenset({"no", "neither"})
ORDERS = words_of(
    "urge call demand ask order press request appeal insist encourage require need tell"
)
BLAMING = words_of("accuse blame suspect charge stop prevent keep")


def verb_of(token: Token) -> Token | None:
    """Return the verb that governs `token`, itself if it is one."""
    for _ in range(MOST_STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield pairs of a token and its head, upwards from `token`."""
    for _ in range(MOST_STEPS):
        head = token.head
        if head.i == token.i:
            return
        yield token, head
        token = head


def within(verb: Token) -> list[Token]:
    """Return the verbs that share the subject of `verb` below it: "are due to begin"."""
    row: list[Token] = []
    ahead = [verb]
    for _ in range(3):
        ahead = [
            child
            for one in ahead
            for child in one.children
            if child.dep_ in ("xcomp", "acomp") or (child.dep_ == "ccomp" and child.tag_ == "VB")
        ]
        row.extend(one for one in ahead if one.pos_ in ("VERB", "AUX"))
    return row


def subjects(verb: Token, *, reach: bool = True) -> list[Token]:
    """Return the subjects of `verb`, its own or, for a verb without, those it shares.

    Parameters
    ----------
    verb : Token
    reach : bool
        Whether subjects of the verb that it is joined to or depends on count.
    """
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own or not reach:
        return [_real(one) for one in own]
    token = verb
    for _ in range(MOST_STEPS):
        head = token.head
        if head.i == token.i:
            return []
        dep = token.dep_
        if dep == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return [head] if token.tag_ in ("VBG", "VB") else []
        if dep == "relcl":
            linked = any(child.tag_ in ("WDT", "WP") for child in token.children)
            return [head] if linked and token != verb else []
        if dep == "amod" and head.dep_ == "pobj" and head.head.head.lemma_ in BLAMING:
            # The parser takes "accuses them of arming rebels" for rebels that arm.
            return patients(head.head.head) if token.tag_ == "VBG" else []
        if dep == "prep" and head.lemma_ in BLAMING:
            return patients(head)
        if dep == "prep" and head.dep_ == "dobj" and head.head.lemma_ in BLAMING:
            return [head]
        if dep == "xcomp" and head.lemma_ in ORDERS:
            objects = [child for child in head.children if child.dep_ in ("dobj", "dative")]
            if objects:
                return objects
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp", "oprd", "dep"):
            return []
        if dep == "ccomp" and token.tag_ not in ("VBG", "VB"):
            return []
        if dep == "prep" and head.pos_ in ("NOUN", "PROPN"):
            return []
        own = [child for child in head.children if child.dep_ in _SUBJECTS]
        if own:
            return [_real(one) for one in own]
        token = head
    return []


def _real(subject: Token) -> Token:
    """Return what a relative pronoun stands for, else the subject itself."""
    if subject.tag_ in ("WDT", "WP"):
        for token, head in ancestors(subject):
            if token.dep_ == "relcl":
                return head
    return subject


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, also as a participle behind its noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.dep_ == "acl":
        return verb.head.tag_ == "VBN"
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not _has(verb, "aux", "have")


def _has(verb: Token, dep: str, lemma: str) -> bool:
    return any(child.dep_ == dep and child.lemma_ == lemma for child in verb.children)


def agents(verb: Token) -> list[Token]:
    """Return who does it: subjects of an active verb, the "by" of a passive one."""
    if not is_passive(verb):
        return subjects(verb)
    found = by_phrase(verb)
    if not found and verb.dep_ == "acl":
        found = [x for one in verb.children if one.dep_ == "conj" for x in by_phrase(one)]
    return found


def by_phrase(head: Token) -> list[Token]:
    """Return the heads of "by ..." behind a participle or a noun."""
    return [
        leaf
        for child in head.children
        if child.lower_ == "by" and child.dep_ in ("agent", "prep")
        for leaf in child.children
        if leaf.dep_ == "pobj"
    ]


def patients(verb: Token) -> list[Token]:
    """Return to whom it is done: objects of an active verb, subjects of a passive one."""
    if is_passive(verb):
        if verb.dep_ in ("acl", "amod"):
            return [verb.head]
        if verb.dep_ == "conj" and verb.head.dep_ == "acl":
            return [verb.head.head]
        own = [child for child in verb.children if child.dep_ == "nsubjpass"]
        if own:
            return [_real(one) for one in own]
        return [one for one in subjects(verb) if one.dep_ == "nsubjpass"]
    if verb.dep_ == "amod" and verb.tag_ == "VBG" and verb.i < verb.head.i:
        return [verb.head]
    return [child for child in verb.children if child.dep_ in ("dobj", "dative", "obj")]


def prepositions(head: Token, *words: str) -> list[Token]:
    """Return the nouns behind prepositions of `head` whose word is among `words`."""
    return [
        leaf
        for child in head.children
        if child.lower_ in words and child.dep_ in ("prep", "dative", "agent", "prt", "advmod")
        for leaf in child.children
        if leaf.dep_ in ("pobj", "pcomp")
    ]


def is_negated(token: Token) -> bool:
    """Tell whether the very word is denied: "did not", "no", "never"."""
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in NEGATIONS:
            return True
        if child.lower_ in _NO and child.dep_ in ("det", "preconj"):
            return True
    return False
