"""The PLOVER type of what a verb or a noun tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.happenings import lexicon as x
from detente.reading.happenings.clause import is_negated
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRIKES = words_of("balance deal agreement chord accord blow pose bargain compromise tone")
_NOT_FIRE = words_of("minister official general chief aide commander")
_PARTICLE_DEPS = ("prt", "prep", "advmod", "acomp", "oprd", "dobj")
_COUNTS = words_of("dozen hundred thousand series number wave score string")
_COMING = words_of("land advance arrive cross")
_OPENING = words_of("road crossing border corridor access airport port")
_SPOKEN = words_of("say statement speech report comment remark word letter message criticism claim")


def plover_of(token: Token) -> str | None:
    """Return the event type that `token`, a verb or a noun, tells; `None` if it tells none.

    The verb itself is coded with its particle and object: "carried out air strikes", "pulled
    out", "lifted the embargo". Who refuses to act rejects, whatever the act; who threatens,
    agrees or calls for it does that.

    Parameters
    ----------
    token : Token
        A parsed word.
    """
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN"):
        return _of_noun(token, lemma)
    if token.pos_ not in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"):
        return None
    for child in token.children:
        if child.dep_ in _PARTICLE_DEPS:
            kind = x.PARTICLES.get((lemma, child.lower_))
            if kind:
                return kind
    if token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "RP":
        kind = x.PARTICLES.get((lemma, token.nbor(1).lower_))
        if kind:
            return kind
    if lemma == "take" and any(
        c.lower_ in ("hostage", "hostages") for c in token.doc[token.i + 1 : token.i + 6]
    ):
        return "ASSAULT"
    objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass", "oprd")]
    if token.dep_ == "acl" and token.tag_ == "VBN":
        objects.append(token.head)
    for one in objects:
        kind = _by_object(token, lemma, one)
        if kind is not None:
            return kind or None
    if lemma in _COMING and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in x.FORCES for c in token.children
    ):
        return "MOBILIZE"
    if lemma == "fail" or (is_negated(token) and lemma in ("agree", "accept")):
        return "REJECT" if lemma != "fail" else None
    return x.VERBS.get(lemma)


def _of_noun(token: Token, lemma: str) -> str | None:
    kind = x.NOUNS.get(lemma) or x.NOUNS.get(token.lower_)
    if lemma in ("talk", "arm") and token.tag_ not in ("NNS", "NNPS"):
        return None
    if lemma == "strike":
        near = {c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "amod")}
        if near & {"hunger", "general", "labour", "labor"}:
            return "PROTEST"
    if lemma == "fire" and token.i and token.nbor(-1).text == "-":
        return None
    return kind


def _by_object(verb: Token, lemma: str, noun: Token) -> str | None:
    """Return the type that an object gives its verb; "" if it takes it away; `None` if neither."""
    thing = noun.lemma_.lower()
    if lemma == "strike" and thing in _STRIKES:
        return "AGREE" if thing in ("deal", "agreement", "accord", "bargain") else ""
    if lemma in x.LIFTING and thing in x.BURDENS:
        return "RETREAT"
    if lemma in x.STOPPING | {"sever", "break", "reduce"} and thing in x.RELATIONS:
        return "SANCTION"
    if lemma in x.STOPPING and x.NOUNS.get(thing) in ("ASSAULT", "COERCE"):
        return "RETREAT"
    if lemma in ("declare", "announce") and thing in ("ceasefire", "truce", "amnesty"):
        return "CONCEDE" if thing == "amnesty" else "RETREAT"
    if lemma == "declare" and thing == "war":
        return "THREATEN"
    if lemma == "freeze" and thing in ("asset", "account", "fund", "property"):
        return "SANCTION"
    if lemma in x.GIVING and thing in x.GOODS:
        return "MOBILIZE" if thing in x.FORCES else "AID"
    if lemma in ("send", "move", "dispatch", "station") and thing in x.FORCES:
        return "MOBILIZE"
    if lemma in ("withdraw", "pull", "remove") and thing in x.FORCES:
        return "RETREAT"
    if lemma in ("take", "seize", "capture", "hold", "occupy") and thing in x.GROUND:
        return "COERCE"
    if lemma in ("exchange", "swap", "free", "return", "release") and thing in x.HELD:
        return "COOPERATE" if lemma in ("exchange", "swap") else "RETREAT"
    if lemma == "return" and thing in x.GROUND | {"body", "property"}:
        return "RETREAT"
    if lemma in ("open", "reopen") and thing in _OPENING:
        return "RETREAT"
    if lemma == "allow" and (thing in x.GOODS or thing in ("access", "inspector", "observer")):
        return "RETREAT"
    if lemma == "grant" and thing in ("amnesty", "pardon", "autonomy", "right"):
        return "CONCEDE"
    if lemma == "share" and thing not in ("intelligence", "information"):
        return ""
    if lemma == "fire" and thing in _NOT_FIRE:
        return ""
    if lemma in ("release", "issue", "deny", "defend", "attack", "blast") and thing in _SPOKEN:
        return ""
    if lemma in ("make", "voice", "express") and thing in ("concern", "hope", "regret"):
        return ""
    if lemma == "declare" and thing in ("law", "emergency", "curfew"):
        return "COERCE"
    if lemma in x.LIGHT and thing in _COUNTS:
        inner = [y for x_ in noun.children if x_.lower_ == "of" for y in x_.children]
        return next((x.NOUNS[y.lemma_.lower()] for y in inner if y.lemma_.lower() in x.NOUNS), None)
    if lemma in x.LIGHT and thing in x.NOUNS:
        kind = x.NOUNS[thing]
        return "CONCEDE" if thing == "concession" else kind
    return None
