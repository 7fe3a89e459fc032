"""What came of talks, in the words of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Sentence
from detente.reading.happenings import talk_words as w
from detente.reading.happenings.clause import is_negated
from detente.reading.happenings.telling import words
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_TAIL = 14
"""How many words an outcome takes at most."""

_TIMES = frozenset({"DATE", "TIME"})
_STOPS = frozenset({";", ":", "(", "--", "—"})
_WITH = frozenset({"without", "with", "in", "amid"})
_OVER = words_of("end conclude finish close wrap adjourn")
_BREAKS = frozenset({"who", "which", "where", "while", "although", "though", "as", "because"})


def outcome_of(root: Token, verb: Token | None) -> tuple[str | None, Token | None]:
    """Return the words that tell the outcome, and the last of them.

    Parameters
    ----------
    root : Token
        The noun of the round, or the verb of meeting.
    verb : Token or None
        The verb that governs it.
    """
    if verb is None:
        return None, None
    if root == verb or root.dep_ in ("dobj", "pobj"):
        return _joined_outcome(verb)
    if root.dep_ not in ("nsubj", "nsubjpass"):
        return None, None
    for one in (verb, *_conjuncts(verb)):
        if one.lemma_ in w.ENDING:
            if one.lemma_ in _OVER:
                phrase = _result(one)
                if phrase:
                    return f"{one.text} {words(phrase)}", phrase[-1]
                continue
            found = tail(one)
            if found:
                return words(found), found[-1]
    return _joined_outcome(verb)


def _result(verb: Token) -> list[Token]:
    """Return "in stalemate", "without agreement" behind a verb of ending."""
    for child in verb.children:
        if child.lower_ in _WITH and child.dep_ == "prep":
            row = _row(child, child)
            if any(x.lemma_.lower() in w.RESULTS | w.REACHING for x in row):
                return row
    return []


def _conjuncts(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB"]


def _joined_outcome(verb: Token) -> tuple[str | None, Token | None]:
    """Return the outcome beside a verb of meeting: "without agreement", "but failed to agree"."""
    for child in verb.children:
        if child.lower_ == "without" and child.dep_ == "prep":
            row = _row(child, child)
            if any(x.lemma_.lower() in w.RESULTS | w.REACHING for x in row):
                return words(row), row[-1]
        if child.dep_ in ("conj", "advcl") and child.pos_ == "VERB" and _tells(child):
            row = tail(child)
            if row:
                return words(row), row[-1]
    return None, None


def _tells(verb: Token) -> bool:
    """Tell whether a verb with the parties as subject tells an outcome."""
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return False
    if verb.lemma_ == "fail":
        return True
    if verb.lemma_ in w.REACHING:
        return True
    return verb.lemma_ == "make" and any(x.lemma_ in w.RESULTS for x in verb.children)


def tail(verb: Token) -> list[Token]:
    """Return a verb with what belongs to it on its right, times left off."""
    start = verb
    for child in verb.children:
        if child.dep_ == "neg" and child.i < verb.i:
            start = child
    return _row(start, verb)


def _row(start: Token, head: Token) -> list[Token]:
    row = [start]
    end = min(head.right_edge.i, start.i + MOST_TAIL)
    for i in range(start.i + 1, end + 1):
        token = head.doc[i]
        if token.text in _STOPS or token.lower_ in _BREAKS:
            break
        if token.text == "," and i + 1 <= end and head.doc[i + 1].lower_ not in ("or",):
            break
        if token.ent_type_ in _TIMES and token.i > head.i:
            break
        if token.lower_ in ("but", "and") and token.head.i == head.i:
            break
        row.append(token)
    while row and (row[-1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "SCONJ") and len(row) > 1):
        if row[-1].lower_ in ("down", "off", "up", "apart"):
            break
        row.pop()
    return row


def later_outcome(sentence: Sentence) -> str | None:
    """Return the outcome that a sentence behind the round tells: "No agreement was reached"."""
    root = sentence.words.root
    for verb in (root, *[x for x in root.children if x.dep_ in ("ccomp", "conj")]):
        if verb.pos_ != "VERB" or any(
            child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children
        ):
            continue
        for child in verb.children:
            if child.dep_ not in ("nsubjpass", "nsubj", "dobj"):
                continue
            if child.lemma_.lower() in w.RESULTS and (
                verb.lemma_ in w.REACHING or verb.lemma_ == "make"
            ):
                if child.dep_ == "dobj":
                    return words(tail(verb))
                first = child.left_edge
                return words([first, verb])
            failed = child.dep_ == "nsubj" and verb.lemma_ == "fail"
            if failed and any(x.lemma_ in w.REACHING | {"make", "narrow"} for x in verb.children):
                return words(tail(verb))
        if verb.lemma_ == "agree" and not is_negated(verb) and verb.tag_ in ("VBD", "VBN"):
            return words(tail(verb))
    return None
