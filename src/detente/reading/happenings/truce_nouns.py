"""Which nouns mean a truce or an agreement about a conflict, and what they say of its terms."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from detente.reading.happenings import truce_words as w
from detente.reading.happenings.telling import (
    words,
)
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TERMS = words_of(
    """72-hour unilateral nationwide temporary permanent partial general bilateral local immediate
    unconditional indefinite fragile shaky seven-day week-long month-long comprehensive historic
    renewable national"""
)
_LENGTHS = ("hour", "hours", "-day", "days", "week", "weeks", "month", "months", "-year")


BROKERED = w.BROKERS | {"brokered", "mediated", "sponsored"}
"""Participles before the noun: "a US-brokered truce"."""
MOST_TERMS = 22
"""How many words the terms of a truce take at most."""


def truce_name(token: Token) -> str | None:
    """Return ``"truce"``, ``"pact"`` or ``"agreement"`` if a noun can mean one, else `None`.

    An ``agreement`` is one only if another sentence has told that it is about a conflict.
    """
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    lemma = token.lemma_.lower()
    if (
        lemma == "fire"
        and token.i > 1
        and token.nbor(-1).text == "-"
        and (token.nbor(-2).lower_ == "cease")
    ):
        lemma = "ceasefire"
    if token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i:
        return None
    if lemma in w.TRUCES:
        return "truce"
    if lemma in w.PAUSES:
        near = {x.lemma_.lower() for child in token.children for x in (child, *child.children)}
        return "truce" if near & w.PAUSE_MARKS else None
    if lemma in w.PACKAGES and token.head.lemma_ in w.SIGNING and token.dep_ == "dobj":
        return "pact" if lemma != "declaration" and _of_conflict(token) else "agreement"
    if lemma in w.PACTS:
        if _of_truce(token):
            return "truce"
        return "pact" if _of_conflict(token) else "agreement"
    return None


def _of_truce(noun: Token) -> bool:
    """Tell whether an agreement is a truce: "ceasefire deal", "agreement on a truce"."""
    for child in noun.children:
        word = child.lemma_.lower()
        fire = word == "fire" and noun.doc[child.i - 1].text == "-"
        named = child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i
        if named and (fire or word in w.TRUCES):
            return True
    return False


def _of_conflict(noun: Token) -> bool:
    """Tell whether an agreement is about a conflict: "peace deal", "an accord to end the war"."""
    for child in noun.children:
        word = child.lemma_.lower()
        if child.dep_ in ("compound", "amod", "nmod") and (
            word in w.PACT_MARKS or (word == "fire" and child.i > 1)
        ):
            return True
        if child.dep_ in ("acl", "relcl", "advcl") and _ends_fighting(child):
            return True
        about = child.dep_ == "prep" and child.lower_ in ("on", "for", "of")
        if about and any(x.lemma_.lower() in w.TRUCES | w.PACT_MARKS for x in child.children):
            return child.lower_ != "for" or not _loose(noun)
    if noun.dep_ == "dobj" and any(
        child.dep_ in ("advcl", "xcomp") and _ends_fighting(child) for child in noun.head.children
    ):
        return True
    return noun.pos_ == "PROPN" and any(
        child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.children
    )


def _ends_fighting(verb: Token) -> bool:
    return verb.lemma_ in w.PACT_VERBS and any(
        {x.lower_, x.lemma_.lower()} & w.FIGHTING for x in islice(verb.subtree, MOST_TERMS)
    )


def _loose(noun: Token) -> bool:
    return any(child.lower_ in ("no", "an", "any") for child in noun.children)


def own_words(noun: Token) -> list[Token]:
    """Return what hangs on a noun, and on "hostilities" in "cessation of hostilities"."""
    row = list(noun.children)
    if noun.lemma_.lower() == "cessation":
        row += [x for of in row if of.lower_ == "of" for y in of.children for x in y.children]
    return row


def is_made(noun: Token) -> bool:
    """Tell whether a clause of the noun tells that it came about: "a truce brokered by Egypt"."""
    return any(
        (child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in w.REACHING | w.DECLARING)
        or (child.i < noun.i and child.lemma_.lower() in BROKERED)
        for child in own_words(noun)
    )


def is_signed(noun: Token, verb: Token | None) -> bool:
    """Tell whether an agreement of any kind is told to have been signed, trade left aside."""
    if of_trade(noun):
        return False
    own = any(child.dep_ == "acl" and child.lemma_ in w.SIGNING for child in noun.children)
    return own or (verb is not None and verb.lemma_ in w.SIGNING)


def is_known(noun: Token) -> bool:
    """Tell whether an agreement is a certain one that is not of trade: "the 2015 agreement"."""
    definite = any(x.lower_ in ("the", "this", "that") for x in noun.children)
    return definite and not of_trade(noun)


def of_trade(noun: Token) -> bool:
    """Tell whether it is about business or wages: "a trade deal", "a deal on pay"."""
    near = [*noun.children, *(noun.head.children if noun.dep_ == "dobj" else ())]
    about = [x for child in near if child.lower_ in ("on", "about") for x in child.children]
    return any(x.lemma_.lower() in w.OF_TRADE for x in (*noun.children, *about))


def mark_of(noun: Token) -> str | None:
    """Return the word that sets a truce apart: "the first ceasefire", "an earlier one"."""
    return next((child.lower_ for child in noun.children if child.lower_ in w.OTHERS), None)


def terms_of(noun: Token) -> str | None:
    """Return what was agreed, in short words of the report."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("acl", "relcl", "advcl") and child.tag_ == "VB":
            row = [x for x in islice(child.subtree, MOST_TERMS) if x.i < noun.i + MOST_TERMS]
            return words(row)
    for child in noun.children:
        ahead = child.dep_ in ("amod", "nummod", "compound") and child.i < noun.i
        if ahead and (child.lower_.endswith(_LENGTHS) or child.lower_ in _TERMS):
            return words([child.left_edge, child])
    return None
