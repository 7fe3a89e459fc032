"""People whose party shows only once the others are marked: "X, who leads the delegation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Mention
from detente.reading.mentions.board import Board, Human, Page
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = words_of("lead head command represent run chair found direct govern rule")
_ACTING = words_of("sign speak negotiate act answer initial")
_MOST_JOINED = 6
_BY = frozenset({"of", "from", "for", "with"})


def settle(board: Board) -> None:
    """Give people the party that relative clauses and "of" tell, in all their mentions."""
    for page, one in list(board.mentions()):
        if one.sort != "person" or one.parties or len(one.people) != 1:
            continue
        human = board.people[one.people[0]]
        if human.party is None:
            human.party = _owner(page, one) or _told(page, one.head, human)
    for page, one in list(board.mentions()):
        several = one.sort == "name" and one.head.tag_ == "NNS"
        if (one.sort in ("source", "role") or several) and not one.people and len(one.parties) == 1:
            others = _joined(page, one)
            if others:
                board.change(page, one, parties=tuple(dict.fromkeys((*one.parties, *others))))
    for page, one in list(board.mentions()):
        if one.sort in ("person", "role") and not one.parties and len(one.people) == 1:
            party = board.people[one.people[0]].party
            if party is not None:
                board.change(page, one, parties=(party,))


def _joined(page: Page, one: Mention) -> list[str]:
    """Return the further parties of "officials from A and B"."""
    last = one.head.i
    while last + 1 < len(page.taken) and page.taken[last + 1] is one:
        last += 1
    others: list[str] = []
    token = page.tokens[last]
    while last > one.head.i and len(others) < _MOST_JOINED:
        after = next((child for child in token.children if child.dep_ == "conj"), None)
        mention = None if after is None else page.taken[after.i]
        if after is None or mention is None or mention is one:
            break
        others.extend(mention.parties)
        token = after
    return others


def _owner(page: Page, one: Mention) -> str | None:
    """Return the party of "Norway's Dag Nylander" and of "its spokesman, Jan Bo"."""
    i = one.head.i
    while i > 0 and page.taken[i - 1] is one:
        i -= 1
    if i > 1 and page.tags[i - 1] == "POS":
        before = page.taken[i - 2]
        if before is not None and len(before.parties) == 1 and not before.people:
            return before.parties[0]
    if i > 2 and page.lower[i - 1] == ",":
        role = page.taken[i - 2]
        if role is not None and role.people == one.people:
            first = i - 2
            while first > 0 and page.taken[first - 1] is role:
                first -= 1
            if first > 1 and page.tags[first - 1] == "POS":
                first -= 1
            before = page.taken[first - 1] if first else None
            owns = before is not None and (before.sort == "pronoun" or before.people)
            if before is not None and owns and len(before.parties) == 1:
                return before.parties[0]
    return None


def _boss(page: Page, office: Token) -> str | None:
    """Return the party of the person in "the adviser of the prime minister"."""
    for child in office.children:
        mention = page.taken[child.i]
        if child.dep_ == "poss" and mention is not None and len(mention.parties) == 1:
            return mention.parties[0]
    return _after(page, office, frozenset({"of", "to"}))


def _after(page: Page, head: Token, preps: frozenset[str]) -> str | None:
    """Return the party after one of these prepositions, which hang on `head`."""
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in preps:
            for one in prep.children:
                mention = page.taken[one.i]
                if one.dep_ == "pobj" and mention is not None and len(mention.parties) == 1:
                    return mention.parties[0]
    return None


def _told(page: Page, head: Token, human: Human) -> str | None:
    """Return the party of what somebody leads or comes from, where it is one."""
    former = human.role is not None and human.role.lower().startswith("former")
    verb = head.head.head
    if head.dep_ == "pobj" and head.head.dep_ == "agent" and verb.lemma_.lower() in _LEADING:
        led = page.taken[verb.head.i] if verb.dep_ == "acl" else None
        if led is not None and len(led.parties) == 1:
            return led.parties[0]
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in _ACTING:
        found = _after(page, head.head, frozenset({"for"}))
        if found is not None:
            return found
    for child in head.children:
        if child.dep_ == "appos" and not former:
            found = _boss(page, child)
            if found is not None:
                return found
        if child.dep_ == "relcl" and child.lemma_.lower() in _LEADING:
            inner = [one for one in child.children if one.dep_ == "dobj"]
        elif child.dep_ == "prep" and child.lower_ in _BY and not former:
            inner = [one for one in child.children if one.dep_ == "pobj"]
        else:
            continue
        for one in inner:
            mention = page.taken[one.i]
            if mention is not None and len(mention.parties) == 1 and not mention.people:
                return mention.parties[0]
    return None
