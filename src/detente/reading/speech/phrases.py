"""Words of a report by spaCy's tokens: stretches, texts made short, parts of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, offset
from detente.reading.grammar import NEGATIONS
from detente.reading.report import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPACE = re.compile(r"\s+")
MOST = 600
"""The longest content of an item, in letters."""
_STRIP = ' \t\n,;:-–—"“”„«»'
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those"))
STEPS = 12
"""How many words up a rule climbs."""


def end_of(token: Token) -> int:
    """Return where `token` ends in the stored text."""
    return offset(token) + len(token)


def under(token: Token) -> Span:
    """Return the stretch of all words that hang on `token`."""
    return offset(token.left_edge), end_of(token.right_edge)


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child of `token` with one of these labels."""
    return next((one for one in token.children if one.dep_ in labels and not one.is_quote), None)


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield each preposition that hangs on `token`, in lower case, with its object."""
    for one in token.children:
        if one.dep_ in ("prep", "agent", "dative") and one.pos_ in ("ADP", "SCONJ", "ADV", "PART"):
            for inner in one.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield one.lower_, inner


def negated(token: Token) -> bool:
    """Tell whether `token` is a verb, noun or adjective with a negation of its own."""
    return any(_negates(one) for one in token.children)


def _negates(word: Token) -> bool:
    if word.dep_ == "neg" or (word.dep_ == "dobj" and word.lower_ == "nothing"):
        return True
    if word.dep_ in ("dobj", "attr") and _no(word):
        return True
    return (word.dep_ == "advmod" and word.lower_ in NEGATIONS) or (
        word.dep_ == "det" and word.lower_ in ("no", "neither")
    )


def _no(noun: Token) -> bool:
    near = [one for one in noun.children if one.i < noun.i]
    return any(
        (one.lower_ == "no" and one.dep_ == "det")
        or (one.lower_ in ("more", "further") and any(x.lower_ == "no" for x in one.children))
        for one in near
    )


def helpers(token: Token) -> frozenset[str]:
    """Return the modal and helping verbs of `token`, in their base form."""
    return frozenset(
        _MODALS.get(one.lower_, one.lemma_.lower())
        for one in token.children
        if one.dep_ in ("aux", "auxpass")
    )


_MODALS = {
    "wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "ca": "can",
    "would": "would", "could": "could", "might": "might",
}  # fmt: skip


def pieces(whole: Span, without: Iterable[Span]) -> list[Span]:
    """Return what is left of a stretch when others are taken out."""
    left = []
    at = whole[0]
    for start, end in sorted(without):
        if end <= at or start >= whole[1]:
            continue
        if start > at:
            left.append((at, start))
        at = max(at, end)
    if at < whole[1]:
        left.append((at, whole[1]))
    return left


def text_at(analysis: Analysis, spans: Iterable[Span]) -> str:
    """Return the words at `spans` as one short text.

    White space is made single; marks of quotes around, commas and the full stop at its ends go.
    """
    parts = [analysis.text[start : min(end, start + 2 * MOST)] for start, end in spans]
    text = short(" ".join(part.strip(_STRIP) for part in parts))
    if len(text) > MOST:
        text = text[:MOST].rsplit(" ", 1)[0] + " …"
    return text


def short(text: str) -> str:
    """Return `text` without marks at its ends, its white space made single."""
    text = _SPACE.sub(" ", text).strip(_STRIP)
    while text and text[-1] in ".,;:!":
        text = text[:-1].rstrip(_STRIP)
    if text.count('"') == 1:
        text = text.replace('"', "")
    for left, right in (("“", "”"), ("«", "»"), ("(", ")")):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    if text.count(" '") > text.count("' ") + text.endswith("'"):
        text = text.replace(" '", " ", 1)
    return _SPACE.sub(" ", text).strip(" ,;")


def noun_phrase(analysis: Analysis, head: Token, most: int = 80) -> str:
    """Return the noun phrase of `head` without article, clauses and what is in brackets."""
    return text_at(analysis, [noun_span(head, most)])


def noun_span(head: Token, most: int = 80) -> Span:
    """Return the place of the noun phrase of `head`: at most `most` letters, no clause."""
    first = head.left_edge
    while first.i < head.i and (first.lower_ in _ARTICLES or first.dep_ == "cc" or first.is_punct):
        first = first.nbor()
    start, end = offset(first), end_of(head)
    for one in head.children:
        if one.i > head.i:
            if one.dep_ not in ("prep", "nummod", "case", "flat", "nmod", "compound") or any(
                inner.dep_ in ("pcomp", "relcl") for inner in one.children
            ):
                break
            last = end_of(_edge(one))
            if last - start > most:
                break
            end = last
    return start, end


def _edge(token: Token) -> Token:
    """Return the last word that hangs on `token` before a clause or a comma."""
    last = token
    for one in token.doc[token.i : token.right_edge.i + 1]:
        if (one.is_punct and one.text not in ("-", "'", "’")) or one.dep_ in (
            "relcl",
            "acl",
            "appos",
        ):
            break
        last = one
    return last
