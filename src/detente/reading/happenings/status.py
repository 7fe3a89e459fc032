"""Whether a round was held, is under way, is scheduled or was called off."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, When
from detente.reading.found import Flag
from detente.reading.happenings import talk_words as w

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 12
"""How many words behind a verb "not yet officially" is looked for."""
FRESH = 7
"""For how many days talks that began are taken to go on."""


def status_of(
    analysis: Analysis, root: Token, verb: Token | None, time: When | None, flags: Set[Flag]
) -> str | None:
    """Return the status of the round `root` (a noun, or a verb of meeting), `None` if not told."""
    told = _told(root, verb, flags)
    published = analysis.report.published
    ahead = (
        time is not None
        and time.first is not None
        and (
            (published is not None and time.first > published)
            or (time.tense == "future" and time.sense == "at")
        )
    )
    if (
        time is not None
        and time.first is not None
        and published is not None
        and time.first > published
        and told != "cancelled"
        and _unofficial(root, verb)
    ):
        return "unofficial"
    if ahead and told == "held" and time is not None and time.tense == "past":
        ahead = False
    if told == "postponed":
        told = "scheduled" if ahead else "cancelled"
    if told in ("cancelled", "unofficial"):
        return told
    if told is None and _unofficial(root, verb):
        return "unofficial"
    if ahead and told not in ("scheduled",):
        told = "scheduled"
    if told == "scheduled" and _unofficial(root, verb):
        return "unofficial"
    if told == "began":
        fresh = (
            time is None
            or time.first is None
            or published is None
            or (published - time.first).days <= FRESH
        )
        return "under way" if fresh else "held"
    if told is None and time is not None and time.last is not None and published is not None:
        return "held" if time.last <= published and "may" not in flags else None
    return told


def _told(root: Token, verb: Token | None, flags: Set[Flag]) -> str | None:
    if any(
        child.lemma_ in ("cancel", "postpone")
        for child in root.children
        if child.dep_ in ("amod", "acl")
    ):
        return "cancelled" if _child(root, "cancel") else "postponed"
    fate = _called_off(verb) if verb is not None else None
    if fate is not None:
        return fate
    for child in root.children:
        if child.dep_ in ("acl", "amod") and child.lemma_ in w.SCHEDULING | {"upcoming"}:
            return "scheduled"
        if child.dep_ in ("amod", "acl") and child.lower_ in ("ongoing", "continuing", "current"):
            return "under way"
    nested = [child for child in root.children if child.lower_ == "of"]
    for child in nested:
        for leaf in child.children:
            if any(x.dep_ == "acl" and x.lemma_ in w.SCHEDULING for x in leaf.children):
                return "scheduled"
    if verb is None:
        return "scheduled" if _child(root, *w.FUTURE) else None
    lemma = verb.lemma_
    planned = lemma in w.SCHEDULING and (root.head.i == verb.i or verb.tag_ == "VBN")
    if planned and not (lemma == "agree" and root.dep_ == "pobj"):
        return "scheduled"
    if "will" in flags or _child(verb, "would"):
        return "scheduled"
    if flags & {"may", "should", "conditional"}:
        return None
    progressive = verb.tag_ == "VBG" and any(
        child.dep_ in ("aux", "auxpass") and child.lower_ in ("is", "are", "'re", "being", "'s")
        for child in verb.children
    )
    held = any(x.dep_ == "auxpass" and x.lower_ == "being" for x in verb.children)
    if progressive or held:
        return "under way"
    if lemma in ("be", "remain") and root.dep_ == "nsubj" and _ongoing(verb):
        return "under way"
    if lemma in w.RUNNING and (root.dep_ in ("nsubj", "dobj") or root == verb):
        past = verb.tag_ in ("VBD", "VBN")
        if lemma == "continue" and not past:
            return "under way"
        return "began"
    if verb.tag_ in ("VBD", "VBN"):
        return "held"
    if verb.tag_ in ("VBG",) and verb.dep_ in ("advcl", "pcomp", "acl"):
        return "held"
    if verb.tag_ in ("VBZ", "VBP") and lemma in w.MEETING | w.SITTING | {"host"}:
        return "held"
    if any(x.dep_ == "aux" and x.lower_ in ("has", "have", "had", "did") for x in verb.children):
        return "held"
    return "scheduled" if _child(root, *w.FUTURE) else None


def _called_off(verb: Token) -> str | None:
    if any(child.dep_ in ("neg",) for child in verb.children):
        return None
    lemma = verb.lemma_
    if lemma in w.POSTPONING and any(child.lower_ == "had" for child in verb.children):
        # What had been put off has been held since.
        return None
    if lemma in w.CANCELLING or (lemma == "call" and _child(verb, "off")):
        return "cancelled"
    if lemma in w.POSTPONING or (lemma == "put" and _child(verb, "off", "back")):
        return "postponed"
    return None


def _ongoing(verb: Token) -> bool:
    row = {x.lower_ for child in verb.children for x in (child, *child.children)}
    return bool(row & {"ongoing", "underway", "progress"} or {"under", "way"} <= row)


def _child(token: Token, *words: str) -> bool:
    return any(child.lower_ in words or child.lemma_ in words for child in token.children)


def _unofficial(root: Token, verb: Token | None) -> bool:
    for token in (root, verb):
        if token is None:
            continue
        denied = any(child.dep_ == "neg" for child in token.children)
        if token.lemma_ in w.CONFIRMING and denied:
            return True
        for child in token.children:
            if child.lower_ in w.UNOFFICIAL:
                return True
            if child.lower_ in ("officially", "confirmed") and any(
                x.dep_ == "neg" for x in (*token.children, *child.children)
            ):
                return True
        # "Is planned, though not yet officially": the parser hangs these words anywhere.
        for one in token.doc[token.i : min(token.right_edge.i + 1, token.i + NEAR)]:
            if one.lower_ == "officially" and "not" in {
                x.lower_ for x in one.doc[one.i - 3 : one.i]
            }:
                return True
    return False
