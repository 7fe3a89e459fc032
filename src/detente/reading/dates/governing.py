"""Which verb or noun a time belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, When
from detente.reading.dates.tenses import clause_verb, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_STEPS = 60
_OWN_SUBJECT = ("nsubj", "nsubjpass", "expl", "csubj")


def verb_of(head: Token, words: Words | Token) -> Token | None:
    """Return the verb of the clause in which a time with this head stands."""
    if is_verb(head) and head.head is not head:
        head = head.head
    return clause_verb(head)


def verb_index(head: Token) -> int | None:
    """Return the index of that verb, by which it can be compared."""
    verb = verb_of(head, head)
    return None if verb is None else verb.i


def when_of(analysis: Analysis, token: Token) -> When | None:
    """Return the time that governs a verb or a noun; `None` where its clause names none.

    A time that hangs on the word itself ("the September 18 meeting") comes first, then one on
    the verb of the same clause. A verb shares the time of the verb it is joined to ("met on
    Monday and agreed"), and a participle that of its clause. Times with a value and of a day
    come before others.
    """
    sentence = analysis.sentence_of(token)
    whens = whens_of(analysis, sentence.number)
    if not whens:
        return None
    own = [one for one in whens if any(step.i == token.i for step in _path(one.head))]
    if own:
        return _best(own)
    verb: Token | None = token if is_verb(token) else _verb_of_noun(token)
    steps = 0
    while verb is not None and steps < _STEPS:
        mine = [one for one in whens if verb_index(one.head) == verb.i]
        if mine:
            return _best(mine)
        verb, steps = _shares(verb), steps + 1
    return None


def whens_of(analysis: Analysis, number: int) -> tuple[When, ...]:
    """Return the times of the sentence `number`, found by halving: times stand in text order."""
    low = bisect_left(analysis.whens, number, key=_sentence)
    high = bisect_right(analysis.whens, number, key=_sentence)
    return analysis.whens[low:high]


def _sentence(one: When) -> int:
    return one.sentence


def _best(whens: Sequence[When]) -> When:
    order = {"day": 0, "interval": 1, "month": 2, "year": 3, "duration": 4}
    return min(
        whens,
        key=lambda one: (
            one.granularity == "duration",
            one.value is None,
            one.sense != "at",
            order.get(one.granularity, 5),
            one.start,
        ),
    )


def _path(head: Token) -> Iterator[Token]:
    """Yield the words above a time's head, up to the verb of its clause."""
    for token in islice(head.ancestors, _STEPS):
        yield token
        if is_verb(token):
            return


def _verb_of_noun(token: Token) -> Token | None:
    """Return the verb of which a noun is subject or object, directly or by one preposition."""
    for head in islice(token.ancestors, _STEPS):
        if is_verb(head):
            return head
        if token.dep_ not in ("pobj", "prep", "conj", "compound", "appos", "dobj"):
            break
        token = head
    return None


def _shares(verb: Token) -> Token | None:
    """Return the verb whose time holds for `verb` as well."""
    subject = any(child.dep_ in _OWN_SUBJECT for child in verb.children)
    if verb.dep_ == "conj" and is_verb(verb.head):
        return verb.head
    if verb.dep_ == "advcl" and not subject and verb.tag_ == "VBG":
        return clause_verb(verb.head)
    return None
