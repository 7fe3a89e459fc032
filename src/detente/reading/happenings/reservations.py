"""What limits a claim: denied, planned, possible, demanded, alleged, or quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.found import Flag
from detente.reading.grammar import HEDGES, MODALS
from detente.reading.happenings.clause import BLAMING, ORDERS, ancestors, is_negated, subjects
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANS = words_of(
    """plan intend agree pledge promise vow threaten want hope prepare expect schedule aim offer
    set seek undertake commit swear due ready willing aim propose decide consider wish like need"""
)
_AHEAD = words_of("plan prepare aim urge call press appeal ask")
_TRIES = words_of("try attempt seek hope want consider propose wish like offer")
_REFUSALS = words_of(
    """refuse fail deny decline avoid reject prevent oppose prohibit forbid stop halt cease unable
    unwilling reluctant impossible stall block abandon rule"""
)
_ALLEGING = words_of(
    """say claim report allege accuse blame state add insist warn suggest believe think assert
    maintain suspect deny charge tell testify estimate note argue complain"""
)
_HEARSAY_ADJECTIVES = words_of("alleged reported purported suspected supposed rumoured")
_NOUN_FLAGS: dict[str, tuple[Flag, ...]] = {
    **dict.fromkeys(
        [
            "plan",
            "promise",
            "pledge",
            "agreement",
            "deal",
            "vow",
            "decision",
            "intention",
            "threat",
            "commitment",
            "offer",
            "preparation",
            "order",
            "readiness",
            "willingness",
        ],
        ("will",),
    ),
    **dict.fromkeys(
        ["call", "demand", "request", "appeal", "pressure", "need", "deadline"], ("should",)
    ),
    **dict.fromkeys(["refusal", "failure", "reluctance", "inability"], ("negated",)),
    **dict.fromkeys(
        ["attempt", "effort", "bid", "proposal", "chance", "ability", "way", "hope"], ("may",)
    ),
}
_IFS = frozenset({"if", "unless", "whether"})
OPENING = frozenset({"“", '"', "``", "«"})
CLOSING = frozenset({"”", '"', "''", "»"})


MOST_QUOTED = 200
"""How far into a sentence quotation marks are counted."""


def flags_of(token: Token) -> frozenset[Flag]:
    """Return what limits the claim that `token` makes.

    Looks at the word, its auxiliaries and the verbs above it: "refused to", "plan to",
    "accused of", "could".
    """
    flags: set[Flag] = set()
    _own(token, flags)
    if token.pos_ in ("NOUN", "PROPN") and token.head.lower_ == "without":
        flags.add("negated")
    for child, head in ancestors(token):
        dep = child.dep_
        if dep in ("nsubj", "nsubjpass", "npadvmod", "relcl", "appos"):
            if dep in ("nsubj", "nsubjpass") and child == token:
                _own(head, flags)
                token = head
                continue
            break
        if dep == "acl":
            if child.tag_ != "VB":
                break
            flags.update(_NOUN_FLAGS.get(head.lemma_.lower(), ()))
        if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            _above(child, head, flags)
        if head.pos_ in ("VERB", "AUX") and dep in ("conj",):
            _shared(head, flags)
        if dep in ("advcl",):
            break
    if _in_quotes(token):
        flags.add("quoted")
    return frozenset(flags)


def _own(token: Token, flags: set[Flag]) -> None:
    if is_negated(token):
        flags.add("negated")
    for child in token.children:
        word = child.lower_
        if child.dep_ == "aux" and word in MODALS:
            flags.add("will" if word == "would" and _reported(token) else MODALS[word])
        elif word in _IFS and child.dep_ == "mark":
            flags.add("conditional")
        elif word in HEDGES or (child.dep_ == "amod" and word in _HEARSAY_ADJECTIVES):
            flags.add("hearsay")
        elif word in ("planned", "proposed", "upcoming") and child.dep_ == "amod":
            flags.add("will" if word != "proposed" else "may")
        elif word == "according" and child.dep_ == "prep":
            flags.add("hearsay")
        elif child.dep_ == "advcl" and any(
            leaf.lower_ in ("if", "unless") and leaf.dep_ == "mark" for leaf in child.children
        ):
            flags.add("conditional")
    if token.tag_ == "VBG" and any(
        child.lower_ == "going" and child.dep_ == "aux" for child in token.children
    ):
        flags.add("will")


def _reported(verb: Token) -> bool:
    """Tell whether "would" is the "will" of what was said: "said a round would be held"."""
    above = verb.head
    told = verb.dep_ == "ccomp" and above.tag_ == "VBD" and above.lemma_ in _ALLEGING
    return told and not any(
        leaf.lower_ in _IFS for x in verb.children if x.dep_ == "advcl" for leaf in x.children
    )


def _shared(head: Token, flags: set[Flag]) -> None:
    for child in head.children:
        if child.dep_ == "aux" and child.lower_ in MODALS:
            flags.add(MODALS[child.lower_])


def _above(child: Token, head: Token, flags: set[Flag]) -> None:
    lemma = head.lemma_.lower()
    complement = child.dep_ in ("xcomp", "ccomp", "pcomp", "prep", "dobj", "acl", "advcl", "acomp")
    if child.dep_ == "xcomp" and (lemma == "be" or head.lower_ == "going"):
        flags.add("will")
    if not complement:
        return
    if lemma in ("have", "be") and any(x.lower_ == "yet" for x in head.children):
        flags.add("negated")
    if lemma in _REFUSALS and child.dep_ != "advcl" and not is_negated(head):
        flags.add("negated")
    verbal = child.dep_ in ("xcomp", "ccomp", "acl", "pcomp") or (
        child.dep_ == "prep"
        and child.lower_ in ("to", "on", "for", "of")
        and (lemma in _AHEAD or any(leaf.dep_ == "pcomp" for leaf in child.children))
    )
    if lemma in _PLANS and verbal and child.dep_ != "acl":
        flags.add("may" if lemma in _TRIES else "will")
    if lemma in ORDERS and verbal:
        flags.add("should")
    if lemma in _ALLEGING and (
        (child.dep_ == "ccomp" and not _parted(child, head))
        or (child.dep_ == "prep" and child.lower_ in ("of", "for"))
    ):
        flags.add("hearsay")
    blamed = head.dep_ == "dobj" and head.head.lemma_ in BLAMING
    if blamed and child.dep_ == "prep" and child.lower_ in ("of", "for"):
        flags.add("hearsay")
    if is_negated(head) and child.dep_ in ("xcomp", "ccomp", "dobj", "acomp"):
        flags.add("negated")
    if child.dep_ in ("xcomp", "dobj", "ccomp", "acomp", "prep"):
        for aux in head.children:
            if aux.dep_ == "aux" and aux.lower_ in MODALS:
                flags.add(MODALS[aux.lower_])
            elif aux.lower_ in _IFS and aux.dep_ == "mark":
                flags.add("conditional")


def _parted(child: Token, head: Token) -> bool:
    """Tell whether a semicolon stands between two clauses that the parser joined."""
    first, last = sorted((child.i, head.i))
    return any(one.text == ";" for one in child.doc[first:last])


def _in_quotes(token: Token) -> bool:
    """Tell whether the word stands between quotation marks of its sentence."""
    inside = False
    start = token.sent.start
    if token.i - start > MOST_QUOTED:
        return False
    for other in token.doc[start : token.i + 1]:
        if other.i == token.i:
            return inside
        if other.text in OPENING and not (inside and other.text in CLOSING):
            inside = True
        elif other.text in CLOSING:
            inside = False
    return inside


def speaker_of(token: Token) -> Token | None:
    """Return who says or alleges what `token` claims: the subject of the verb above."""
    for child, head in ancestors(token):
        if child.dep_ == "prep" and head.dep_ == "dobj" and head.head.lemma_ in BLAMING:
            found = subjects(head.head, reach=False)
            return found[0] if found else None
        if (
            head.pos_ == "VERB"
            and head.lemma_ in _ALLEGING
            and child.dep_ in ("ccomp", "prep", "dobj", "xcomp")
            and not _parted(child, head)
        ):
            found = subjects(head, reach=False)
            return found[0] if found else None
        if child.dep_ in ("relcl",):
            return None
    return None
