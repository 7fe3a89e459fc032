"""Who stands together in a clause: "A and B met", "A's talks with B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.mentions.board import Page
from detente.reading.mentions.lexicon import HOSTING, NEGOTIATION
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

DEALING = words_of("""
    agree meet negotiate talk sign resume discuss reach hold accuse trade exchange begin start
    conclude declare fight clash remain end sit
    """)


_SITTING = frozenset({"meet", "sit", "talk", "negotiate"})


def deals(verb: Token) -> bool:
    """Tell whether a verb, or what it leads to, is one of two sides: "were due to meet"."""
    if verb.lemma_ == "be":
        due = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
        return any(
            child.dep_ == "xcomp" and child.lemma_ in DEALING
            for one in due
            for child in one.children
        )
    return verb.lemma_.lower() in DEALING


def mutual(page: Page, other: Token) -> tuple[str, ...]:
    """Return the two who do something to each other."""
    verb = other.head if other.dep_ == "dobj" else other.head.head
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return joined(page, subjects[0]) if subjects else ()


def dealt(prep: Token) -> bool:
    """Tell whether "with" is that of "talks with" or "signed an accord with"."""
    head = prep.head
    if head.lower_ in NEGOTIATION:
        return True
    return head.lemma_.lower() in DEALING and any(
        child.dep_ == "dobj" and child.lower_ in NEGOTIATION for child in head.children
    )


def after(page: Page, prep: Token) -> tuple[str, ...]:
    """Return the parties behind a preposition."""
    for child in prep.children:
        if child.dep_ == "pobj":
            return joined(page, child)
    return ()


def joined(page: Page, token: Token) -> tuple[str, ...]:
    """Return the parties of a name and of those joined to it."""
    parties: dict[str, None] = {}
    todo, seen = [token], 0
    while todo and seen < 12:
        one = todo.pop(0)
        seen += 1
        mention = page.taken[one.i]
        if mention is not None and mention.sort != "group" and len(mention.parties) <= 3:
            parties.update(dict.fromkeys(mention.parties))
        for child in one.children:
            inner = page.taken[child.i]
            if (
                (_named_before(child, one) and inner is not None and inner.sort == "name")
                or (child.dep_ in ("nmod", "compound") and _coupled(child))
                or child.dep_ == "conj"
                or (inner is not None and inner is mention and child.i != one.i)
            ):
                todo.append(child)
    return tuple(parties)


def _named_before(child: Token, noun: Token) -> bool:
    """Tell whether a name stands before a noun in the plural: "US envoys", "Chadian talks"."""
    return child.dep_ == "amod" or (child.dep_ == "compound" and noun.text[-1] == "s")


def _coupled(child: Token) -> bool:
    """Tell whether a noun before another is its equal: "the government and communist rebels"."""
    return any(inner.dep_ == "cc" for inner in child.children)


def met(page: Page, verb: Token) -> tuple[str, ...]:
    """Return whom a subject met, or with whom it sat down or negotiated."""
    found: tuple[str, ...] = ()
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_ == "meet":
            found += joined(page, child)
        elif child.lower_ == "with" and verb.lemma_ in _SITTING:
            found += after(page, child)
    return found


def owner_and(page: Page, prep: Token) -> tuple[str, ...]:
    """Return the two of "A's talks with B" and of "A ... in talks with B"."""
    noun = prep.head
    owner = [
        child
        for child in noun.children
        if child.dep_ in ("poss", "amod", "compound") and page.taken[child.i] is not None
    ]
    if not owner:
        verb = noun
        for _ in range(4):
            if verb.pos_ in ("VERB", "AUX"):
                break
            verb = verb.head
        hosts = verb.lemma_.lower() in HOSTING
        owner = [child for child in verb.children if child.dep_ == "nsubj" and not hosts]
    found: dict[str, None] = {}
    for token in owner:
        found.update(dict.fromkeys(joined(page, token)))
    found.update(dict.fromkeys(after(page, prep)))
    return tuple(found)
