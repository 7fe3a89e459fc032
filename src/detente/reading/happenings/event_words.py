"""What was done, in a few words of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.happenings.clause import (
    is_passive,
)
from detente.reading.happenings.telling import (
    tidy,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def crowd_of(noun: Token) -> str:
    """Return who protests, in a few words: "thousands of people"."""
    last = next((x for x in noun.children if x.lower_ == "of"), noun)
    end = min(last.right_edge.i, noun.i + 4) if last != noun else noun.i
    return tidy(noun.doc[max(noun.left_edge.i, noun.i - 3) : end + 1].text)


def what_of(verb: Token, objects: list[Token]) -> str:
    """Return the verb with its object in words of the report."""
    end = verb.i
    if not is_passive(verb):
        for child in verb.children:
            if child.i > verb.i and child.dep_ in ("dobj", "prt"):
                end = max(end, min(_edge(child), verb.i + 14))
    else:
        for child in verb.children:
            if child.i > verb.i and child.dep_ in ("prt", "oprd"):
                end = max(end, child.i)
        if objects and objects[0].i < verb.i and verb.i - objects[0].i < 8:
            first = objects[0].left_edge.i
            if objects[0].i - first <= 6:
                return tidy(verb.doc[first : end + 1].text)
    return tidy(verb.doc[verb.i : end + 1].text)


def _edge(noun: Token) -> int:
    """Return the last word of a noun phrase, clauses left off."""
    last = noun.i
    for child in noun.children:
        if (
            child.i > noun.i
            and child.dep_ in ("prep", "conj", "cc", "nmod")
            and (child.lower_ in ("of", "on", "against", "at") or child.dep_ != "prep")
        ):
            last = max(last, min(child.right_edge.i, noun.i + 8))
        elif child.i > noun.i and child.dep_ not in ("prep",):
            break
    return last


def noun_words(noun: Token) -> str:
    """Return a noun with the words before it and what it is aimed at."""
    first = noun.i
    for child in noun.children:
        if child.i < noun.i and child.dep_ in ("amod", "compound", "nummod", "nmod"):
            first = min(first, child.left_edge.i)
    return tidy(noun.doc[first : max(noun.i, _edge(noun)) + 1].text)
