"""The clause that a word stands in: its verb, and whether that tells of what was or will be."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from detente.reading.analysis import Tense
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE_WORDS = words_of("will shall 'll wo ’ll")
LEADS_ON = words_of(
    "agree aim arrange ask call demand due expect go hope intend invite likely need offer order "
    "plan pledge prepare promise propose ready refuse schedule set slate supposed suppose seek "
    "threaten try urge vow want willing about order warn decide wish"
)
"""Words whose infinitive tells of something that comes after."""
STARTS = words_of(
    "begin start resume open convene reconvene expire end meet leave arrive travel visit depart "
    "return close conclude continue head fly host hold take"
)
"""Verbs whose present tense tells of a plan: "talks resume on Monday"."""
PLANS = words_of("schedule plan set slate due expect fix postpone propose")
_STEPS = 60


def clause_verb(token: Token) -> Token | None:
    """Return the verb of the clause that `token` stands in; itself, if it is one."""
    upwards = chain([token], islice(token.ancestors, _STEPS))
    return next((one for one in upwards if is_verb(one)), None)


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb or a copula that carries a clause."""
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "prep", "pobj", "compound", "mark")
    return token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")


def is_planned(verb: Token | None) -> bool:
    """Tell whether a verb says that something is fixed for a day to come: "scheduled for"."""
    return verb is not None and verb.lemma_ in PLANS and verb.tag_ in ("VBN", "VBD")


def tense_of(verb: Token | None) -> Tense | None:
    """Return the tense in which `verb` tells; `None` where there is no verb."""
    steps = 0
    while verb is not None and steps < _STEPS:
        steps += 1
        helpers = [one for one in islice(verb.children, _STEPS) if one.dep_ in ("aux", "auxpass")]
        words = {one.lower_ for one in helpers}
        if "to" in words and _was_to(verb):
            return None
        if words & FUTURE_WORDS or (words & {"can", "could", "may", "might", "must", "should",
                                             "would"} and verb.tag_ == "VB"
                                    and not words & {"have"}):  # fmt: skip
            return "future"
        if verb.tag_ == "VBN" and verb.lemma_ in PLANS and not words & {"was", "were", "had"}:
            return "future"
        if verb.lemma_ in PLANS and verb.tag_ == "VBN" and "had" not in words:
            return None
        if verb.tag_ in ("VBZ", "VBP") or "have" in words or "has" in words:
            return _present(verb, words)
        if verb.tag_ == "VBD" or words & {"was", "were", "had", "did", "been"}:
            return "past"
        if verb.tag_ == "VBN":
            if words & {"is", "are", "'s", "’s", "be", "being"}:
                return "present"
            return "past"
        if verb.tag_ == "VBG" and words & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
            return "future" if verb.lemma_ in STARTS else "present"
        if "to" in words and _leads_on(verb):
            return "future"
        if verb.tag_ == "VB" and verb.dep_ == "ROOT":
            return "future"
        if verb.head is verb:
            return "present"
        verb = clause_verb(verb.head)
    return None


def _present(verb: Token, words: set[str]) -> Tense:
    if words & {"have", "has", "'ve", "’ve"} and verb.tag_ in ("VBN", "VBD"):
        return "past"
    if verb.lemma_ in STARTS:
        return "future"
    return "present"


def _was_to(verb: Token) -> bool:
    """Tell whether an infinitive hangs on "was to" or "were due to": of a day behind or ahead."""
    head = verb.head
    helpers = {
        one.lower_ for one in islice(head.children, _STEPS) if one.dep_ in ("aux", "auxpass")
    }
    if head.lower_ in ("was", "were"):
        return True
    if head.lemma_ in PLANS or head.lower_ in ("supposed", "meant"):
        return bool(helpers & {"was", "were"}) or head.head.lower_ in ("was", "were")
    return False


def _leads_on(verb: Token) -> bool:
    head = verb.head
    if head is verb or head.lemma_ == "be" or head.lemma_ in LEADS_ON:
        return True
    return head.pos_ in ("NOUN", "PROPN") and verb.dep_ in ("acl", "relcl")
