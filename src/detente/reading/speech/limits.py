"""What limits a saying: negation, modality, condition, hearsay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.found import Flag
from detente.reading.grammar import HEDGES, MODALS
from detente.reading.speech.cues import VERBS
from detente.reading.speech.phrases import STEPS, child, helpers, negated
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMING = words_of("likely expected set due poised bound")
_UNDONE = words_of("fail avoid stop forget hesitate")
_UNSAID = words_of("refuse decline want need wish like")


def flags_of(verb: Token) -> frozenset[Flag] | None:
    """Return what limits a saying; `None` if nothing is said after all ("declined to say")."""
    flags: set[Flag] = set()
    here = verb
    for _ in range(STEPS):
        flags |= _own(here)
        above = here.head
        if here.dep_ != "xcomp" or above == here:
            break
        lemma = above.lemma_.lower()
        if lemma in _UNDONE and lemma not in VERBS:
            flags.add("negated")
        if lemma in _UNSAID or (
            lemma == "have" and any(one.lower_ == "yet" for one in above.children)
        ):
            return None
        if above.lower_ in _COMING:
            flags.add("will")
        here = above
    return frozenset(flags)


def _own(verb: Token) -> set[Flag]:
    """Return what the words around one verb limit."""
    flags: set[Flag] = set()
    if negated(verb):
        flags.add("negated")
    flags.update(MODALS[word] for word in helpers(verb) if word in MODALS)
    if verb.lemma_ == "be":
        flags.discard("will")
    mark = child(verb, "mark")
    if verb.dep_ == "advcl" and mark is not None and mark.lower_ in ("if", "unless", "whether"):
        flags.add("conditional")
    return flags


def question(root: Token | None) -> bool:
    """Tell whether a clause is a question or none at all: not to say when claims nothing."""
    if root is None:
        return True
    first = root.left_edge
    return first.tag_ in ("WDT", "WP", "WRB") or first.lower_ in ("if", "whether")


def hedged(verb: Token, root: Token | None) -> bool:
    """Tell whether a report itself keeps its distance: "reportedly", "allegedly"."""
    near = (*verb.children, *(() if root is None else root.children))
    return any(one.lower_ in HEDGES for one in near)
