"""Conditions: until, unless and only if, told from times and taken out of what they limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.reading.analysis import Analysis, offset
from detente.reading.report import Span
from detente.reading.speech.phrases import child, end_of, helpers, negated, text_at
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = words_of(
    "midnight midday noon dawn dusk sunset sunrise night morning afternoon evening now then "
    "today tomorrow yesterday recently late notice day week month year end hour weekend "
    "spring summer autumn winter morning date"
)
_NEGATIVE = words_of(
    "refuse reject decline oppose rule impossible deny no never without neither cannot "
    "nothing unwilling unacceptable premature dismiss reluctant avoid"
)
_CHANGE = words_of(
    "release withdrawal lifting end return departure resignation exit removal signing "
    "resumption disarmament recognition agreement settlement ceasefire truce guarantee "
    "election cessation halt pullout handover surrender deal exchange formation"
)


_AFTER_ONLY = frozenset(("if", "after", "when", "once", "with"))
_TOLD = words_of("say insist refuse reject demand want vow pledge promise")
Kind = Literal["until", "unless"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a stance.

    Parameters
    ----------
    kind : {"until", "unless"}
        Until this, or unless this.
    text : str
        The words of the condition.
    span : tuple of int
        What it takes up, its first word included.
    """

    kind: Kind
    text: str
    span: Span


def find_condition(
    analysis: Analysis, first: Token, last: Token, refused: bool = False
) -> Condition | None:
    """Return the condition named from token `first` to token `last`, if there is one.

    `refused` tells that the word before these refuses. "Until" of mere time is no condition, nor
    is it one where nothing is refused, demanded or held.
    """
    words = first.doc[first.i : last.i + 1]
    refusing = refused or any(one.lemma_.lower() in _NEGATIVE or one.dep_ == "neg" for one in words)
    for token in words[:-1]:
        begins = _begins(analysis, token, last, refusing)
        if begins is not None:
            kind, start, behind = begins
            found = _condition(analysis, start, behind, last, kind)
            if found is not None and token.lower_ in ("as", "so") and refusing:
                return Condition("until", f"it no longer holds that {found.text}", found.span)
            return found
    return None


def _begins(
    analysis: Analysis, token: Token, last: Token, refusing: bool
) -> tuple[Kind, Token, Token] | None:
    """Return the kind of the condition that `token` brings in, its first word and what follows."""
    words = token.doc
    lower, following = token.lower_, words[token.i + 1]
    later = words[min(token.i + 2, last.i)]
    clause = token.dep_ in ("mark", "advmod", "prep")
    if lower == "unless":
        return "unless", token, following
    if lower in ("until", "till") or (lower == "before" and refusing and clause):
        return None if _mere_time(analysis, following, token) else ("until", token, following)
    if lower == "without" and refusing and _without(token):
        return "unless", token, following
    if lower == "only" and following.lower_ in _AFTER_ONLY and later != following:
        return "unless", token, later
    if lower in ("if", "once") and not refusing and token.head.dep_ == "advcl" and clause:
        return "unless", token, following
    if lower in ("provided", "providing"):
        return "unless", token, later if following.lower_ == "that" else following
    if lower == "condition" and following.lower_ == "that" and later != following:
        before = words[max(token.i - 1, 0)]
        return "unless", before if before.lower_ == "on" else token, later
    if lower in ("as", "so") and following.lower_ == "long" and later.lower_ == "as":
        return "unless", token, words[min(token.i + 3, last.i)]
    return None


def _without(token: Token) -> bool:
    """Tell whether "without" names what is needed: "no talks without a ceasefire"."""
    inner = child(token, "pobj", "pcomp")
    if token.dep_ != "prep" or inner is None:
        return False
    change = inner.dep_ == "pcomp" or inner.lemma_.lower() in _CHANGE
    return change or negated(token.head)


def _mere_time(analysis: Analysis, first: Token, word: Token) -> bool:
    """Tell whether "until" or "before" brings in a time rather than an event."""
    if word.dep_ == "mark":
        return _past(word.head)
    place = offset(first)
    if any(one.start <= place + 4 and place < one.end for one in analysis.whens):
        return True
    inner = child(word, "pobj", "pcomp")
    if inner is None:
        return first.lemma_.lower() in _TIMES
    if inner.lemma_.lower() in _TIMES and not any(one.lower_ == "of" for one in inner.children):
        return True
    if inner.lemma_.lower() == "end":
        return not any(
            deep.lemma_.lower() not in _TIMES and deep.ent_type_ not in ("DATE", "TIME")
            for one in inner.children
            if one.lower_ == "of"
            for deep in one.children
        )
    return inner.ent_type_ in ("DATE", "TIME")


def _past(verb: Token) -> bool:
    """Tell whether an until-clause belongs to what was: nobody sets a condition by it."""
    above = verb.head
    return (
        above.tag_ == "VBD"
        and not helpers(above)
        and not negated(above)
        and child(above, "xcomp", "ccomp") is None
        and above.lemma_ not in _TOLD
    )


def _condition(
    analysis: Analysis,
    word: Token,
    first: Token,
    last: Token,
    kind: Kind,
) -> Condition | None:
    """Return the condition that `word` brings in: to the end of its clause, at most to `last`."""
    ends = last.i
    head = word.head
    if word.dep_ in ("mark", "advmod") and head.dep_ in ("advcl", "ccomp", "acl", "relcl", "conj"):
        ends = min(last.i, max(head.right_edge.i, first.i))
    elif word.dep_ == "prep":
        ends = _phrase_end(word, last)
    start, end = offset(word), end_of(word.doc[ends])
    text = text_at(analysis, [(offset(first), end)])
    return Condition(kind, text, (start, end)) if text else None


def _phrase_end(word: Token, last: Token) -> int:
    """Return where a phrase ends; where a verb follows it, the parser missed a clause."""
    ends = min(word.right_edge.i, last.i)
    rest = word.doc[ends + 1 : last.i + 1]
    if any(one.dep_ in ("conj", "parataxis") and one.pos_ == "VERB" for one in rest[:6]) and any(
        one.dep_ in ("aux", "auxpass") for one in rest[:4]
    ):
        return last.i
    return ends
