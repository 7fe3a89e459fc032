"""Who takes part in talks, told by the noun, by what stands beside it, and by the verb above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis
from detente.reading.happenings import talk_words as w
from detente.reading.happenings.clause import (
    agents,
    patients,
    prepositions,
)
from detente.reading.happenings.telling import (
    Those,
    before,
    between,
    everybody,
    those,
)
from detente.reading.mentions import possessor, who

if TYPE_CHECKING:
    from spacy.tokens import Token

CLOSE = ("between", "among", "amongst")


def everyone(analysis: Analysis, nouns: list[Token]) -> Those:
    """Return whom noun phrases mean, all of "the ministers of Greece and Turkey"."""
    found = those(analysis, nouns)
    for noun in nouns:
        if noun.tag_ in ("NNS", "NNPS") or not who(analysis, noun):
            found += everybody(analysis, noun)
    return found


def seats_around(analysis: Analysis, nouns: list[Token], verb: Token | None) -> tuple[Those, bool]:
    """Return who takes part, and whether through the verb above the noun."""
    found = Those()
    root = nouns[-1]
    hosts: set[str] = set()
    for noun in nouns:
        hosts.update(_leading(analysis, noun))
        found += possessor(analysis, noun)
        found += before(analysis, noun)
    found = Those(tuple(x for x in found.parties if x not in hosts), found.people)
    for noun in nouns:
        found += beside(analysis, noun)
        found += everyone(analysis, prepositions(noun, "of", "by"))
        for child in noun.children:
            if child.dep_ == "acl" and child.lemma_ in w.SCHEDULING:
                found += beside(analysis, child)
            elif child.dep_ == "acl" and child.lemma_ in ("involve", "bring", "include"):
                found += those(analysis, [x for x in child.children if x.dep_ == "dobj"])
    if verb is None:
        return found, False
    how = through(root, verb)
    if how == "object":
        if verb.lemma_ in w.SITTING:
            found += everyone(analysis, agents(verb))
        found += beside(analysis, verb)
    elif how == "behind":
        if verb.lemma_ in w.TAKING_PART | w.MEETING | {"host"}:
            found += everyone(analysis, agents(verb) if verb.lemma_ != "host" else [])
            found += everyone(analysis, patients(verb))
            found += beside(analysis, verb)
    elif how == "subject":
        found += beside(analysis, verb)
    return found, how is not None


def _leading(analysis: Analysis, noun: Token) -> tuple[str, ...]:
    """Return who stands before a noun as its host: "UN-led talks", "Egyptian-brokered talks"."""
    return tuple(
        party
        for one in noun.doc[max(noun.left_edge.i, noun.i - 8) : noun.i]
        if one.lower_ in w.LEADING and one.i > 1 and one.nbor(-1).text in ("-", "–")
        for party in who(analysis, one.nbor(-2), conjuncts=False).parties
    )


def beside(analysis: Analysis, head: Token) -> Those:
    """Return whom "between", "among" and "with" join to `head`, places and times passed over."""
    found = Those()
    ahead = list(head.children)
    for child in ahead:
        if child.lower_ in CLOSE:
            found += between(analysis, child)
        elif child.lower_ in ("with", "involving"):
            found += everyone(analysis, list(child.children))
        elif child.dep_ == "prep" and child.lower_ in ("in", "at", "on", "for"):
            for leaf in child.children:
                for deeper in leaf.children:
                    if deeper.lower_ in CLOSE:
                        found += between(analysis, deeper)
                    elif deeper.lower_ == "with" and leaf.lemma_ not in ("war", "conflict"):
                        found += everyone(analysis, list(deeper.children))
        elif child.dep_ in ("dobj", "npadvmod") and child.lemma_ in ("place", "part"):
            found += beside(analysis, child)
    return found


def guests_of(*heads: Token) -> list[Token]:
    """Return the nouns behind "with" and "between", each with those joined to it."""
    return [
        one
        for head in heads
        for leaf in prepositions(head, "with", *CLOSE)
        for one in (leaf, *leaf.conjuncts)
    ]


def through(root: Token, verb: Token) -> str | None:
    """Return how a noun hangs on its verb: as subject, object, or behind a preposition."""
    token = root
    for _ in range(4):
        if token.dep_ in ("nsubj", "nsubjpass") and token.head == verb:
            return "subject"
        if token.dep_ == "nsubjpass":
            return "subject"
        if token.dep_ in ("dobj", "attr") and token.head.i == verb.i:
            return "object"
        if token.dep_ == "conj":
            token = token.head
            continue
        if token.dep_ == "pobj":
            preposition = token.head
            if preposition.head.i == verb.i:
                return "behind"
            token = preposition.head
            if preposition.lower_ == "of" or token.lemma_ in ("part", "place", "table"):
                continue
            return None
        return None
    return None
