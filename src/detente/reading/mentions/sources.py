"""Sources without a name, and offices by themselves: "diplomatic sources", "the envoy"."""

from __future__ import annotations

from detente.reading.analysis import Mention
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import (
    FORCE_WORDS,
    FORCES,
    LEADERS,
    RULERS,
    SOURCES_ALWAYS,
    SOURCES_SPEAKING,
    TELLING,
    THE_GROUP,
)
from detente.reading.mentions.lines import back
from detente.reading.mentions.pairs import joined
from detente.reading.mentions.roles import CHIEFS, holder
from detente.reading.mentions.scene import government_of_report, rebels_of
from detente.reading.mentions.titles import OFFICES
from detente.reading.wordlists import words_of

SOURCES = SOURCES_ALWAYS | SOURCES_SPEAKING


_ALONE = words_of(
    "president premier king emir sultan chancellor envoy mediator spokesman spokeswoman"
)


def mark_source(board: Board, page: Page, i: int, end: int, last: dict[str, Mention]) -> bool:
    """Mark a source without a name or an office by itself; tell whether it is one."""
    head = end - 1
    noun = page.lower[head]
    if page.tags[head] not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    start = back(page, i, SOURCES | FORCE_WORDS | RULERS | OFFICES | THE_GROUP)
    if start and page.lower[start - 1] in ("two", "both") and noun in LEADERS:
        return False
    speaks = _speaks(page, start, head)
    if noun in OFFICES and noun not in SOURCES_ALWAYS | SOURCES_SPEAKING:
        return _office(board, page, start, head, last)
    article = page.lower[start - 1] if start else ""
    if article == "the" and noun in OFFICES and _office(board, page, start, head, last):
        return True
    if noun in ("source", "general", "generals", "minister", "ministers") and not speaks:
        return False
    if noun not in SOURCES_ALWAYS and not speaks:
        return False
    parties: tuple[str, ...] = ()
    for j in range(start, head):
        word = page.lower[j]
        if word in FORCES:
            parties = (last[word].parties if word in last else ()) or rebels_of(board, board.state)
        elif word in THE_GROUP and word in last:
            parties = last[word].parties
        elif word in RULERS:
            known, home = last.get(word), government_of_report(board)
            parties = known.parties if known is not None else () if home is None else (home,)
    parties = parties or _whose(page, head)
    if parties and article == "the" and noun in CHIEFS:
        chief = holder(board, noun, noun, parties[0])
        if chief is not None:
            board.add(
                page, start, end, sort="role", rule="role.chief", head=head, parties=parties,
                people=(chief.name,), role=noun, confidence="medium",
            )  # fmt: skip
            return True
    board.add(
        page, start, end, sort="source", rule="source", head=head, parties=parties,
        confidence="medium",
    )  # fmt: skip
    return True


def _whose(page: Page, head: int) -> tuple[str, ...]:
    """Return whose a source is: "a spokesman for the Houthis", "officials from Kenya"."""
    for child in page.tokens[head].children:
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "from"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return joined(page, inner)
    return ()


def _speaks(page: Page, start: int, head: int) -> bool:
    """Tell whether the phrase is heard: subject of a verb of telling, or after "according to"."""
    token = page.tokens[head]
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "nsubj":
        return token.head.lemma_.lower() in TELLING
    first = start - 1 if start and page.tags[start - 1] in ("DT", "CD") else start
    if first >= 2 and page.lower[first - 1] == "to" and page.lower[first - 2] == "according":
        return True
    return first >= 1 and page.lower[first - 1] in ("citing", "quoting")


def _office(board: Board, page: Page, start: int, head: int, last: dict[str, Mention]) -> bool:
    """Mark "the president" and "the envoy" by whoever was last named with that office."""
    article = page.lower[start - 1] if start else ""
    noun = page.lower[head]
    if article != "the" or page.tags[head] == "NNPS" or page.tags[head + 1 : head + 2] == ["HYPH"]:
        return False
    role = " ".join(page.words[start : head + 1])
    place = page.numbers[head]
    named = [
        human
        for human in board.people.values()
        if human.office == noun
        and human.sentence is not None
        and human.sentence < place
        and human.role is not None
        and (" " not in role or role.lower() in human.role.lower())
    ]
    human = max(named, key=lambda one: one.sentence or 0) if named else None
    high = noun in ("president", "king", "premier") or (
        " " in role and (noun in _ALONE or "minister" in noun)
    )
    if human is None and board.state is not None and high:
        human = holder(board, role, noun, board.cast.government_of(board.state))
    if human is None:
        return False
    board.add(
        page, start, head + 1, sort="role", rule="role.alone", head=head,
        parties=(human.party,) if human.party else (), people=(human.name,), role=role,
        confidence="low" if len(named) != 1 else "medium",
    )  # fmt: skip
    return True
