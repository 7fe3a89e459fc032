"""Verbs under which nothing was done by anybody: questions, refusals, accusations, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.happenings.clause import BLAMING, ancestors
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WARS = words_of("war fighting violence clash conflict day week month year unrest battle battles")
_NUMBERS = words_of("dozen score hundred thousand million ten number")
_UNTIL = frozenset({"until", "till", "unless", "once"})
_REFUSING = words_of("refuse decline reject deny oppose avoid threaten vow warn")


def asked(verb: Token) -> bool:
    """Tell whether a clause is a question or a condition: "when they disarm", "until they do"."""
    if any(one.dep_ == "mark" and one.lower_ in _UNTIL for one in verb.children):
        helped = [one.tag_ for one in verb.children if one.dep_ in ("aux", "auxpass")]
        return "VBD" not in (helped or [verb.tag_])
    return verb.dep_ in ("pcomp", "ccomp") and any(
        one.tag_ == "WRB" or one.lower_ == "whether" for one in verb.children
    )


def blamed(verb: Token) -> bool:
    """Tell whether somebody is accused of an act: the accusation is a statement."""
    return any(
        head.lemma_ in BLAMING or head.head.lemma_ in BLAMING
        for child, head in ancestors(verb)
        if child.dep_ == "prep"
    )


def counted_victims(noun: Token) -> bool:
    """Tell whether victims are a number, which stands among the figures."""
    return any(child.dep_ in ("nummod", "quantmod") for child in noun.children) or any(
        child.lower_ == "of" and noun.lemma_.lower() in _NUMBERS for child in noun.children
    )


def is_fighting(actors: list[Token]) -> bool:
    """Tell whether a war or its days, rather than somebody, did it."""
    return bool(actors) and all(one.lemma_.lower() in _WARS for one in actors)


def refused(verb: Token) -> bool:
    """Tell whether an act is only refused or threatened, which is a statement."""
    return any(head.lemma_ in _REFUSING for _, head in ancestors(verb))
