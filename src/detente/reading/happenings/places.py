"""Where something happened: the town or country that hangs on a verb or a noun by "in" or "at"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis
from detente.reading.happenings.clause import prepositions
from detente.reading.happenings.lexicon import GROUND
from detente.reading.happenings.telling import GROUPS
from detente.reading.mentions import who
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset({"in", "at", "near", "outside", "around", "inside", "within", "across", "on"})
_TOWNS = words_of(
    """city capital town village resort port suburb island district province region state
    neighbourhood neighborhood enclave valley peninsula base camp area republic kingdom"""
)
_VENUES = words_of(
    """sideline margin summit conference assembly headquarters palace hotel villa embassy residence
    centre center resort forum ceremony retreat venue building compound office meeting session
    place time round talk negotiation consultation discussion day morning evening week month
    afternoon presence attempt front"""
)
_KINDS = frozenset({"GPE", "LOC", "FAC"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "EVENT", "MONEY", "PERCENT"})
_CALENDAR = words_of(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday ramadan christmas easter"""
)
MOST_DEPTH = 4


def place_at(*heads: Token | None) -> str | None:
    """Return the place that hangs on the first of `heads` that has one, in words of the text."""
    for head in heads:
        if head is None:
            continue
        found = _below(head, MOST_DEPTH)
        if found is not None:
            return found
    return None


def place_among(guests: list[Token]) -> str | None:
    """Return the place that the parser hung on a guest: "sat with ministers in Oslo".

    A country behind a group is where the group fights: "talks with rebels in Mali".
    """
    for one in guests:
        group = one.lemma_.lower() in GROUPS
        for leaf in prepositions(one, "in", "at"):
            mention = leaf.doc.user_data.get("mentioned", {}).get(leaf.i)
            country = mention is not None and mention.sort == "name"
            if is_place(leaf) and not (group and country):
                return place_name(leaf)
    return None


def _below(head: Token, depth: int) -> str | None:
    loose: str | None = None
    for child in head.children:
        word = child.lower_
        if child.dep_ in ("prep", "advmod", "dative", "prt") or child.pos_ == "ADP":
            for leaf in child.children:
                if leaf.dep_ not in ("pobj", "pcomp", "prep"):
                    continue
                if leaf.dep_ == "prep":
                    deeper = _below(child, depth - 1) if depth else None
                    if deeper:
                        return deeper
                    continue
                name = place_name(leaf) if word in _WHERE and not _acts(leaf, word) else None
                if name is not None:
                    if word == "on":
                        continue
                    if is_place(leaf) or _of_town(leaf):
                        return name
                    loose = loose or name
                if depth and (
                    leaf.lemma_.lower() in _VENUES
                    or leaf.lower_ in _CALENDAR
                    or (word in _WHERE and leaf.pos_ in ("NOUN", "PROPN") and name is None)
                ):
                    deeper = _below(leaf, depth - 1)
                    if deeper is not None:
                        return deeper
                if depth and word in ("of", "on", "at") and leaf.pos_ in ("NOUN", "PROPN"):
                    deeper = _below(leaf, depth - 1)
                    if deeper is not None and head.lemma_.lower() in _VENUES:
                        return deeper
        elif child.dep_ in ("dobj", "npadvmod", "attr") and child.lemma_.lower() in _VENUES:
            deeper = _below(child, depth - 1) if depth else None
            if deeper is not None:
                return deeper
    return loose


def is_place(token: Token) -> bool:
    """Tell whether a name is one of a place here, rather than of somebody."""
    mention = token.doc.user_data.get("mentioned", {}).get(token.i)
    if mention is not None:
        return bool(mention.rule == "mentions.place")
    return token.ent_type_ in _KINDS and token.pos_ == "PROPN"


def _acts(token: Token, preposition: str) -> bool:
    """Tell whether a name behind "at" or "on" is of somebody who is shot at or leant on."""
    if preposition in ("in", "near", "inside", "outside", "within"):
        return False
    mention = token.doc.user_data.get("mentioned", {}).get(token.i)
    return mention is not None and bool(mention.parties or mention.people)


def _of_town(token: Token) -> bool:
    return token.lemma_.lower() in _TOWNS


def place_name(token: Token) -> str | None:
    """Return the name of the place that the noun phrase headed by `token` is, if it is one."""
    if token.lemma_.lower() in _TOWNS and token.pos_ == "NOUN":
        for child in token.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                return _full(child)
        for child in token.children:
            if child.lower_ == "of":
                for leaf in child.children:
                    if leaf.pos_ == "PROPN":
                        return _full(leaf)
        for child in token.children:
            if child.dep_ in ("compound", "nmod") and child.ent_type_ in _KINDS:
                whole = child.ent_type_ == "LOC"
                return f"{_full(child)} {token.text}" if whole else _full(child)
        following = token.i + 1
        if following < len(token.doc) and token.doc[following].pos_ == "PROPN":
            return _full(token.doc[following])
        return _of_country(token)
    if token.pos_ != "PROPN" or token.lower_ in _CALENDAR:
        return None
    if token.ent_type_ in _TIMES and not is_place(token):
        return None
    mention = token.doc.user_data.get("mentioned", {}).get(token.i)
    if mention is not None and mention.people:
        return None
    if token.ent_type_ == "ORG" and any(child.dep_ == "det" for child in token.children):
        return None
    if any(child.dep_ == "nummod" for child in token.children):
        return None
    return _full(token)


def _of_country(noun: Token) -> str | None:
    """Return "South African capital": a town told by its country alone."""
    told = [x for x in noun.children if x.i < noun.i and (x.ent_type_ == "NORP" or x.is_title)]
    return str(noun.doc[told[0].left_edge.i : noun.i + 1].text) if told else None


def _full(token: Token) -> str:
    """Return the name of which `token` is the last word, or one of the words."""
    doc = token.doc
    first = token.i
    while first > max(token.sent.start, token.i - 6) and _joins(doc[first - 1], doc[first], token):
        first -= 1
    last = token.i
    kind = token.ent_type_
    while (
        last + 1 < min(token.sent.end, token.i + 6)
        and kind in _KINDS
        and doc[last + 1].ent_type_ == kind
        and doc[last + 1].ent_iob_ == "I"
        and doc[last + 1].text != ","
    ):
        last += 1
    return str(doc[first : last + 1].text)


def _joins(left: Token, right: Token, head: Token) -> bool:
    if left.dep_ in ("compound", "nmod", "amod") and left.pos_ == "PROPN":
        return True
    if left.text == "-" and right.i > 0 and not left.whitespace_:
        return True
    if right.text == "-" and not left.whitespace_:
        return True
    return bool(
        head.ent_type_ in _KINDS
        and left.ent_type_ == head.ent_type_
        and right.ent_iob_ == "I"
        and left.text != "the"
    )


def struck_place(analysis: Analysis, objects: list[Token], verb: Token | None = None) -> str | None:
    """Return the place that is struck or taken: "bombed Aleppo", "an attack on Aden"."""
    for one in objects:
        found = place_at(one)
        if found is not None:
            return found
        taken = one.pos_ == "PROPN" and verb is not None and not who(analysis, one)
        if is_place(one) or taken or one.lemma_.lower() in GROUND:
            name = place_name(one)
            if name is not None:
                return name
        for leaf in prepositions(one, "of", "on", "in", "at", "against", "near"):
            if is_place(leaf):
                return place_name(leaf)
    for leaf in prepositions(verb, "on", "at", "against", "into") if verb is not None else ():
        if is_place(leaf) or (leaf.ent_type_ == "GPE" and not who(analysis, leaf)):
            return place_name(leaf)
    return None
