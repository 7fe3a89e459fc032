"""Words of support, and allies that stand in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis
from detente.reading.happenings.clause import (
    by_phrase,
    subjects,
)
from detente.reading.happenings.telling import (
    Those,
    tidy,
)
from detente.reading.mentions import who
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = words_of(
    """back arm finance fund train supply shelter equip sponsor bankroll support aid assist harbour
    harbor subsidise subsidize"""
)
GIVING = words_of("provide supply send give ship deliver sell smuggle furnish offer channel")
TAKING = words_of("receive obtain get acquire")
GOODS = words_of(
    """weapon arm ammunition money fund funding training support backing missile drone rocket
    assistance munition cash equipment shelter sanctuary haven aid tank rifle cover help
    intelligence advisor adviser fighter helicopter jet aircraft"""
)
NOUNS = frozenset({"support", "backing", "help", "assistance", "sponsorship", "patronage",
                   "cover", "funding"})  # fmt: skip
ALLIES = frozenset({"ally", "patron", "backer", "sponsor", "benefactor", "proxy", "supporter"})


def in_brackets(analysis: Analysis, verb: Token, by: Those) -> Those:
    """Return the allies that stand in brackets or after "such as" behind "backed by"."""
    found = Those()
    heads = by_phrase(verb)
    if not heads:
        return found
    doc, end = verb.doc, min(verb.sent.end, verb.i + 40)
    allies = False
    for i in range(heads[0].i, end):
        token = doc[i]
        if token.lemma_ in ("ally", "partner", "state", "country", "power", "backer", "neighbour"):
            allies = True
        if token.text == ")":
            break
        if (allies and token.text in ("(", "–", "—", ":")) or token.lower_ in (
            "including",
            "notably",
            "namely",
            "particularly",
        ):
            for j in range(i + 1, end):
                near = doc[j]
                if near.text in (")", ".", ";", "–", "—") or near.pos_ in ("VERB", "AUX"):
                    return found
                found += who(analysis, near, conjuncts=False)
            return found
    return found


MOST_BACK = 40
"""How many words back the verb is looked for."""
_MAIN = frozenset({"ROOT", "xcomp", "ccomp", "conj"})


def is_relief(noun: Token) -> bool:
    """Tell whether goods are relief for people in need."""
    return any(
        x.lemma_.lower() in ("humanitarian", "relief", "food", "medical") for x in noun.children
    )


def doer_verb(noun: Token) -> Token | None:
    """Return the verb whose subject acts "with the support of"; misread commas looked over."""
    verb = noun.head.head
    if verb.pos_ == "VERB":
        return verb
    before = noun.doc[max(noun.sent.start, noun.i - MOST_BACK) : noun.i]
    verbs = [x for x in before if x.pos_ == "VERB" and x.dep_ in _MAIN and subjects(x)]
    return verbs[-1] if verbs else None


def goods_words(noun: Token) -> str:
    """Return what is given, without the name of the giver: "military support"."""
    first = noun.i
    for child in noun.children:
        told = child.dep_ in ("amod", "compound") and child.pos_ != "PROPN"
        if told and child.i < first and child.ent_type_ != "NORP":
            first = child.i
    return tidy(noun.doc[first : noun.i + 1].text)
