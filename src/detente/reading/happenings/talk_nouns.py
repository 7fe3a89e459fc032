"""What the noun of a round tells by itself: its number, its level, the town in its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from detente.reading.happenings import talk_words as w
from detente.reading.happenings.clause import (
    subjects,
)
from detente.reading.happenings.telling import (
    Those,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def outermost(noun: Token) -> Token:
    """Return the head of "the second round of talks"."""
    root = noun
    for _ in range(3):
        head = root.head
        if root.dep_ != "pobj" or head.lower_ != "of":
            break
        lemma = head.head.lemma_.lower()
        if lemma not in w.GROUPS and lemma not in w.NOUNS:
            break
        root = head.head
    return root


def nouns_of(root: Token) -> list[Token]:
    """Return the nouns of "the second round of talks", inner ones first."""
    row = [root]
    for _ in range(3):
        inner = [
            leaf
            for child in row[0].children
            if child.lower_ == "of"
            for leaf in child.children
            if leaf.lemma_.lower() in w.NOUNS and leaf.dep_ == "pobj"
        ]
        if not inner:
            break
        row.insert(0, inner[0])
    return row


def means_talks(noun: Token) -> bool:
    """Tell whether a noun of :data:`~detente.reading.happenings.talk_words.NOUNS` means talks."""
    lemma = noun.lemma_.lower()
    if lemma == "talk" and noun.tag_ not in ("NNS", "NNPS") and noun.dep_ != "compound":
        return False
    if noun.dep_ in ("compound", "nmod") and noun.head.lemma_.lower() not in w.NOUNS:
        return False
    before = noun.doc[noun.i - 1].lower_ if noun.i > noun.sent.start else ""
    if before in w.NOT_TALKS:
        return False
    if lemma == "round":
        return any(
            child.lower_ == "of" and any(x.lemma_.lower() in w.NOUNS for x in child.children)
            for child in noun.children
        ) or any(
            child.lower_ in w.ORDINALS
            or child.lower_ in w.FUTURE
            or child.lower_ in ("last", "latest", "previous", "new", "earlier", "further", "final")
            for child in noun.children
        )
    if lemma in ("summit", "conference", "session") and noun.head.lower_ == "of":
        return noun.head.head.lemma_.lower() not in ("sideline", "margin", "fringe")
    return True


def has_word(nouns: list[Token], words: frozenset[str]) -> bool:
    """Tell whether one of `words` hangs on one of `nouns`."""
    return any(child.lower_ in words for one in nouns for child in one.children)


def number_of(nouns: list[Token]) -> int | None:
    """Return which round of a series it is, if told."""
    for noun in nouns:
        for child in noun.children:
            if child.lower_ in w.ORDINALS and noun.lemma_ in ("round", "session", "meeting"):
                return w.ORDINALS[child.lower_]
    return None


def named_place(nouns: list[Token]) -> str | None:
    """Return the town in "the Geneva talks"."""
    for noun in nouns:
        for child in noun.children:
            if child.dep_ in ("compound", "nmod") and child.ent_type_ in ("GPE", "FAC"):
                mention = child.doc.user_data.get("mentioned", {}).get(child.i)
                if mention is None or not mention.parties:
                    return child.text
    return None


def host_of(verb: Token) -> str | None:
    """Return the country or town that hosts, in its words."""
    for one in subjects(verb):
        mention = one.doc.user_data.get("mentioned", {}).get(one.i)
        named = mention is not None and mention.sort == "name" and not mention.people
        if one.pos_ == "PROPN" and (one.ent_type_ == "GPE" or (named and one.ent_type_ != "ORG")):
            row = [x for x in one.subtree if x.dep_ == "compound" and x.head.i == one.i]
            return " ".join(x.text for x in (*row, one))
    return None


def level_of(
    nouns: list[Token], verb: Token | None, who: Those, roles: Mapping[str, str]
) -> str | None:
    """Return the level of a round: by the offices of its people, else by its words."""
    order = ("presidents", "ministers", "officials")
    offices = [roles[name] for name in who.people if name in roles]
    if any(("envoy" in x.lower() or "mediator" in x.lower()) for x in offices):
        return "mediator"
    levels = [w.level_of_role(office) for office in offices]
    if levels:
        return max(levels, key=order.index)
    near: list[str] = []
    for noun in nouns:
        near.extend(x.text for x in _phrase(noun))
    if verb is not None and verb not in nouns:
        for one in subjects(verb):
            near.extend(x.text for x in _phrase(one))
    told = w.level_of_words(" ".join(near))
    if told is None and any(one.lemma_.lower() == "summit" for one in nouns):
        return "presidents"
    return told


def _phrase(noun: Token) -> Iterator[Token]:
    """Yield the words of a noun phrase without clauses in it, in the order of the text."""
    first, last = noun.left_edge.i, min(noun.right_edge.i, noun.i + 30)
    for i in range(max(first, noun.i - 15), last + 1):
        token = noun.doc[i]
        if token.dep_ in ("relcl", "acl") and i > noun.i:
            return
        yield token
