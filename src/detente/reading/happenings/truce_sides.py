"""Between whom a truce is, and who brokered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis
from detente.reading.happenings import truce_words as w
from detente.reading.happenings.clause import (
    agents,
    by_phrase,
    is_passive,
)
from detente.reading.happenings.fates import (
    role_of,
)
from detente.reading.happenings.telling import (
    Those,
    between,
    those,
)
from detente.reading.happenings.truce_nouns import own_words
from detente.reading.mentions import possessor

if TYPE_CHECKING:
    from spacy.tokens import Token


def sides_of(
    analysis: Analysis, noun: Token, head: Token, verb: Token | None, act: str | None
) -> tuple[Those, Those]:
    """Return the parties of a truce, and who brokered it."""
    who, brokers = Those(), Those()
    for child in own_words(noun):
        if child.lower_ in ("between", "among"):
            who += between(analysis, child)
        elif child.lower_ in ("with", "by") and child.dep_ in ("prep", "agent"):
            who += those(analysis, child.children)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            done = those(analysis, by_phrase(child))
            if child.lemma_ in w.BROKERS:
                brokers += done
            elif child.lemma_ in w.REACHING | w.DECLARING | {"observe"}:
                who += done
            for deeper in child.children:
                if deeper.lower_ in ("between", "among"):
                    who += between(analysis, deeper)
                elif deeper.lower_ == "with":
                    who += those(analysis, deeper.children)
    for i in range(noun.i + 1, min(noun.i + 16, noun.sent.end)):
        one = noun.doc[i]
        if one.lemma_ in w.BROKERS and one.dep_ == "relcl" and one.pos_ == "VERB":
            brokers += those(analysis, agents(one))
    brokers += brokered_beside(analysis, noun)
    owner = possessor(analysis, noun)
    if owner and not brokers and not set(owner.parties) & set(brokers.parties):
        who += owner
    if verb is None:
        return who, brokers
    for child in verb.children:
        if child.lower_ in ("between", "among"):
            who += between(analysis, child)
        elif child.lower_ == "with" and act in ("reached", "declared", "began"):
            who += those(analysis, child.children)
        elif child.dep_ in ("prep", "advcl") and child.lower_ in ("under", "through", "after"):
            brokers += those(
                analysis,
                [
                    leaf
                    for x in child.children
                    for y in x.children
                    if y.lower_ == "by"
                    for leaf in y.children
                    if x.lemma_ in ("mediation", "auspex", "auspices", "effort")
                ],
            )
    if verb.lemma_ in w.WHO_BREAKS and role_of(head, verb) == "object":
        who += those(analysis, agents(verb))
    if verb.lemma_ in w.HOLDING | {"keep"} and (act is None):
        keepers = those(analysis, agents(verb)) if is_passive(verb) else Those()
        if verb.lemma_ != "hold" and role_of(head, verb) == "object":
            keepers = those(analysis, agents(verb))
        who += keepers if len(keepers.parties) > 1 else Those()
    if act in ("reached", "declared"):
        doers = those(analysis, agents(verb))
        if verb.lemma_ in w.BROKERS and verb.lemma_ != "negotiate":
            brokers += doers
        elif verb.lemma_ in ("announce", "welcome", "endorse", "approve") and who:
            pass
        else:
            who += doers
    return Those(tuple(x for x in who.parties if x not in brokers.parties), who.people), brokers


def brokered_beside(analysis: Analysis, noun: Token) -> Those:
    """Return the broker of "a US-brokered truce", which stands before its noun."""
    for child in noun.children:
        if child.i < noun.i and child.lemma_.lower() in w.BROKERS | {
            "brokered",
            "mediated",
            "sponsored",
            "backed",
        }:
            found = those(analysis, child.children) + possessor(analysis, child)
            if not found and child.i >= 2 and child.nbor(-1).text == "-":
                found = those(analysis, [child.nbor(-2)])
            return found
    return Those()
