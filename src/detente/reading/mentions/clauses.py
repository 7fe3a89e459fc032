"""The subjects of the clauses in which a pronoun stands, and who it cannot be beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.mentions.board import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""How a subject hangs on its verb."""


def coargument(page: Page, token: Token) -> str | None:
    """Return the subject of the verb whose object a pronoun is: "Putin met him" is not Putin."""
    predicate = token.dep_ == "poss" and token.head.dep_ == "attr"
    if token.dep_ == "poss" and not predicate:
        return None
    top = token.head if predicate else token
    if top.dep_ == "pobj":
        top = top.head
    if top.dep_ not in ("dobj", "dative", "prep", "attr") or token.dep_ in SUBJECTS:
        return None
    for child in top.head.children:
        if child.dep_ in SUBJECTS:
            mention = page.taken[child.i]
            if mention is not None and len(mention.people) == 1:
                return mention.people[0]
    return None


def subjects_above(token: Token) -> list[Token]:
    """Return the subjects of the verbs over a token, the nearest first."""
    found: list[Token] = []
    verb = token.head
    for _ in range(8):
        if verb.pos_ in ("VERB", "AUX"):
            found.extend(
                _meant(child)
                for child in verb.children
                if child.dep_ in SUBJECTS and child.i not in (token.i, token.head.i)
            )
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return found


def _meant(subject: Token) -> Token:
    """Return the noun for which a relative pronoun stands, or the subject itself."""
    verb = subject.head
    if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    return subject
