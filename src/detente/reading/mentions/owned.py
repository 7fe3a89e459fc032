"""Bodies that belong to whom a pronoun means: "his government", "her party"."""

from __future__ import annotations

from detente.reading.analysis import Mention
from detente.reading.mentions.board import Board, Page
from detente.reading.wordlists import words_of

_MOST_ADJECTIVES = 3
_OF_STATES = words_of("""
    government regime army troops forces military administration cabinet country side delegation
    negotiators authorities soldiers
    """)
_OF_GROUPS = words_of("""
    movement party group organisation organization front militia fighters guerrillas rebels army
    forces troops delegation side team negotiators commanders
    """)


def own_body(board: Board, page: Page, i: int, owner: Mention) -> Mention | None:
    """Mark "his government" and "her party" after a possessive that is told."""
    if page.tags[i] != "PRP$" or len(owner.parties) != 1:
        return None
    end = i + 1
    while end < len(page.words) and page.tags[end] == "JJ" and end - i < _MOST_ADJECTIVES:
        end += 1
    if end >= len(page.words) or page.taken[end] is not None:
        return None
    party = owner.parties[0]
    states = board.kind(party) in ("state", "government")
    noun = page.lower[end]
    if noun not in (_OF_STATES if states else _OF_GROUPS):
        return None
    return board.add(
        page, end, end + 1, sort="nominal", rule="pronoun.body", parties=(party,),
        antecedent=owner.span, confidence="medium",
    )  # fmt: skip
