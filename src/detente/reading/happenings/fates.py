"""How a truce comes about and what becomes of it, told by the verb or noun that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.happenings import truce_words as w
from detente.reading.happenings.clause import (
    is_negated,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


_PARTICLES = frozenset({"away", "out", "back"})
"""What can stand between a verb and its preposition: "walked away from the deal"."""


def breakdown_of(noun: Token) -> tuple[Token, Token | None]:
    """Return the outer noun of "the collapse of the truce" and what it tells."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "to"):
        above = noun.head.head
        if above.lemma_.lower() in w.BREAKDOWNS and above.pos_ == "NOUN":
            return above, above
        if above.lemma_ in (
            "announcement",
            "declaration",
            "signing",
            "conclusion",
            "start",
            "implementation",
            "beginning",
        ):
            return above, None
    return noun, None


def role_of(noun: Token, verb: Token | None) -> str | None:
    """Return what a noun is to its verb: subject, object, or the word before it."""
    if verb is None:
        return None
    token = noun
    for _ in range(3):
        if token.head.i == verb.i:
            if token.dep_ in ("nsubj", "nsubjpass"):
                return "subject"
            if token.dep_ in ("dobj", "attr", "oprd"):
                return "object"
            return None
        if token.dep_ == "conj":
            token = token.head
            continue
        if token.dep_ == "pobj" and token.head.head.i == verb.i:
            return token.head.lower_
        particle = token.head.head
        if token.dep_ == "pobj" and particle.lower_ in _PARTICLES and particle.head.i == verb.i:
            return token.head.lower_
        return None
    return None


def act_of(noun: Token, verb: Token | None) -> str | None:
    """Return how a truce came about by its verb: declared, reached, or began."""
    role = role_of(noun, verb)
    if verb is None or role is None:
        return None
    lemma = verb.lemma_
    if lemma in w.DECLARING and role in ("object", "subject"):
        return "declared"
    if lemma in w.FOLLOWING and role == "with":
        return "declared"
    if lemma in w.KEEPING and role == "object" and verb.head.lemma_ == "agree":
        return "reached"
    if lemma == "call" and role == "object":
        return "declared"
    if (
        role == "subject"
        and lemma in ("take", "come", "go", "enter")
        and any(x.lemma_ in ("effect", "force", "place", "hold") for x in verb.subtree)
    ):
        return "began"
    if role == "subject" and lemma in ("begin", "start"):
        return "began"
    if lemma in ("agree", "sign") and role in ("object", "subject", "to", "on", "upon", "up"):
        return "reached"
    if lemma in w.SIGNING and role == "subject":
        return "reached"
    if lemma in w.REACHING and role in ("object", "subject"):
        passive = any(x.dep_ in ("nsubjpass", "auxpass") for x in verb.children)
        return "reached" if role == "object" or passive else None
    if lemma in ("commit", "adhere", "accede", "enter") and role in ("to", "into"):
        return "reached"
    # The parser takes "In the past truces were reached" for one phrase.
    if role == "in" and lemma in w.REACHING and noun.i + 1 == _first_aux(verb):
        return "reached"
    return None


def _first_aux(verb: Token) -> int:
    return min((x.i for x in verb.children if x.dep_ in ("auxpass", "aux")), default=verb.i)


def is_broken(verb: Token | None, noun: Token) -> bool:
    """Tell whether the verb of a truce is one of breaking it."""
    return verb is not None and verb.lemma_ in w.COLLAPSING and role_of(noun, verb) is not None


def is_not_held(verb: Token | None, noun: Token) -> bool:
    """Tell whether a truce is said not to hold."""
    return (
        verb is not None
        and verb.lemma_ in w.HOLDING | w.EXPIRING
        and role_of(noun, verb) is not None
        and is_negated(verb)
    )


def fate_beside(noun: Token, verb: Token | None, inner: Token) -> tuple[str | None, Token | None]:
    """Return what became of a truce by its verb, by verbs joined to it, or by its own clause."""
    candidates: list[tuple[Token, str]] = []
    role = role_of(noun, verb)
    if verb is not None and role is not None:
        candidates.append((verb, role))
        if role in ("subject", "in"):
            candidates.extend((x, "subject") for x in verb.children if x.dep_ == "conj")
    for child in inner.children:
        if child.dep_ == "relcl":
            rel = [x for x in child.children if x.dep_ in ("nsubj", "nsubjpass")]
            if any(x.tag_ in ("WDT", "WP") for x in rel):
                candidates.append((child, "subject"))
                candidates.extend((x, "subject") for x in child.children if x.dep_ == "conj")
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            candidates.append((child, "subject"))
    for one, how in candidates:
        fate = fate_of(one, how)
        if fate is not None:
            return fate, one
    return None, None


def fate_of(verb: Token, role: str) -> str | None:
    """Return the fate that `verb` tells of a truce in the given role, `None` if none."""
    lemma = verb.lemma_
    if any(
        x.dep_ == "aux" and x.tag_ == "MD" and x.lower_ not in ("would",) for x in verb.children
    ):
        return None
    denied = is_negated(verb)
    object_ = role == "object"
    if (lemma, role) in w.ABIDING and verb.tag_ != "VB":
        return "broken" if denied else "holds"
    if (lemma, role) in w.LEAVING and verb.tag_ != "VB":
        return None if denied else "broken"
    passive = any(x.dep_ in ("nsubjpass", "auxpass") for x in verb.children) or (verb.dep_ == "acl")
    if lemma in w.REPLACING and ((passive and role == "subject") or object_):
        return None if denied else "replaced"
    if lemma in w.HOLDING and (role == "subject" or object_):
        if object_ and (verb.tag_ == "VB" or lemma in ("hold", "last", "survive", "endure")):
            return None
        if denied:
            return "broken"
        if lemma == "last":
            return "expired" if verb.tag_ == "VBD" else None
        return "holds"
    if (
        lemma == "remain"
        and role == "subject"
        and any(x.lemma_ in ("force", "place", "effect", "intact") for x in verb.subtree)
    ):
        return "holds"
    if lemma in ("expire", "lapse", "elapse") and role == "subject":
        return None if denied else "expired"
    if lemma == "run" and any(x.lower_ == "out" for x in verb.children):
        return "expired"
    if lemma == "end" and role == "subject" and any(x.dep_ == "dobj" for x in verb.children):
        return None
    if lemma == "end" and not denied and (role == "subject" or object_):
        return "expired" if role == "subject" and not passive else "broken"
    if lemma in ("break", "fall", "tear", "call"):
        particles = {x.lower_ for x in verb.children if x.dep_ in ("prt", "advmod", "prep")}
        if lemma == "break" and (particles & {"down", "apart", "up"} or object_ or passive):
            return None if denied else "broken"
        if lemma == "fall" and particles & {"apart", "through"}:
            return None if denied else "broken"
        if lemma in ("tear", "call") and (particles & {"up", "off"} or role == "off"):
            return "broken"
        return None
    if lemma in w.COLLAPSING and lemma not in ("end",):
        if role not in ("subject", "object", "in", "on", "from"):
            return None
        broken_by = lemma in ("void", "bury", *w.WHO_BREAKS) and lemma != "break"
        if broken_by and not (object_ or passive):
            return None
        if denied:
            return "holds" if lemma in ("violate", "breach", "break", "collapse") else None
        if lemma == "fail" and any(x.dep_ == "xcomp" for x in verb.children):
            stopped = any(x.lemma_ in ("hold", "last", "take", "survive") for x in verb.children)
            return "broken" if stopped else None
        return "broken"
    return None
