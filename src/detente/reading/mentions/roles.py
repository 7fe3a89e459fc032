"""Office without a name: "the Turkish president" is who held that office on the day."""

from __future__ import annotations

from detente.reading.mentions.board import Board, Human, Page
from detente.reading.mentions.titles import OFFICES
from detente.reading.wordlists import words_of

_PLURAL = words_of(
    "presidents ministers leaders ambassadors deputies mediators negotiators commanders"
)
_NOT_NOW = frozenset(
    {"former", "ex", "future", "next", "late", "deposed", "ousted", "then", "elect"}
)
_TOP = frozenset({"president", "king", "emir", "sultan", "chancellor", "premier", "pope"})
_HEADS = frozenset({"president", "king", "emir", "sultan"})
_SOLE = _TOP | frozenset({"minister", "secretary", "secretary-general", "queen", "leader"})
CHIEFS = words_of("leader head chief commander spokesman spokeswoman chairman commander-in-chief")
"""Those of whom a group has one at a time."""

_MANY = words_of("head chief director deputy commander official adviser advisor general delegate")
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_WITH = frozenset({"prime", "foreign", "defence", "defense", "secretary-general"})


def mark_role(board: Board, page: Page, start: int, end: int, party: str) -> bool:
    """Mark words that mean the holder of an office of `party`; tell whether they do.

    Where nobody knows who held it the party alone is meant.
    """
    lower = page.lower[start:end]
    noun = next(i for i in range(end - 1, start - 1, -1) if page.lower[i] in OFFICES)
    if any(word in _NOT_NOW for word in lower):
        return False
    i = start - 1
    while i > 0 and page.tags[i] in ("JJ", "JJS", "CD", "RB"):
        i -= 1
    article = page.lower[i] if i >= 0 else ""
    hyphened = page.lower[max(0, noun - 2) : noun + 1] == ["secretary", "-", "general"]
    word = "secretary-general" if hyphened else page.lower[noun]
    if word in _PLURAL:
        board.add(
            page, start, end, sort="role", rule="role.plural", head=noun, parties=(party,),
            confidence="medium",
        )  # fmt: skip
        return True
    if article in ("a", "an", "one", "another"):
        board.add(page, start, end, sort="source", rule="source.party", head=noun, parties=(party,))
        return True
    role = _office(page, start, noun)
    sole = (
        word in _SOLE
        or article in _DEFINITE
        or any(page.tags[j] == "POS" for j in range(start, noun))
    )
    human = holder(board, role, word, party) if sole and word not in _MANY else None
    if human is None and word == "counterpart":
        human = _counterpart(board, page, start, party)
    board.add(
        page, start, end, sort="role" if human is not None else "source",
        rule="role.holder" if human is not None else "source.party", head=noun,
        parties=(party,), people=() if human is None else (human.name,), role=role,
        confidence="medium" if human is not None else "high",
    )  # fmt: skip
    return True


def _office(page: Page, start: int, noun: int) -> str:
    """Return the words of an office: "foreign minister"."""
    first = noun
    if page.lower[max(0, noun - 2) : noun] == ["secretary", "-"]:
        return "".join(page.words[noun - 2 : noun + 1])
    while first > start and page.tags[first - 1] not in ("POS", "HYPH"):
        country = page.tokens[first - 1].ent_type_ in ("NORP", "GPE") or first - 1 == start
        if country and page.lower[first - 1] not in _WITH:
            break
        first -= 1
    words = page.words[first : noun + 1]
    if page.lower[noun + 1 : noun + 2] == ["of"] and page.lower[noun + 2 : noun + 3] == ["state"]:
        words = [*words, *page.words[noun + 1 : noun + 3]]
    return " ".join(words)


def holder(board: Board, role: str, noun: str, party: str) -> Human | None:
    """Return who holds an office: somebody whom the report names with it, or as the cast knows."""
    told = [
        human
        for human in board.people.values()
        if human.party == party
        and human.office == noun
        and human.role is not None
        and human.role.lower() == role.lower()
    ]
    if len(told) == 1:
        return told[0]
    person = board.cast.holder(role, party, board.on)
    if person is None:
        return None
    human = board.people.get(person.name)
    if human is None:
        human = Human(person.name, person.party, person.role, None, person.gender, known=True)
        board.people[person.name] = human
    return human


def _counterpart(board: Board, page: Page, start: int, party: str) -> Human | None:
    """Return the one of `party` with the office of whoever was named last before."""
    other = None
    for i in range(start - 1, -1, -1):
        mention = page.taken[i]
        if mention is not None and mention.people and party not in mention.parties:
            other = board.people.get(mention.people[0])
            break
    if other is None or other.role is None:
        return None
    found = holder(board, other.role, other.office or "", party)
    if found is None and any(word in _HEADS for word in other.role.lower().split()):
        for role in ("president", "king", "emir", "sultan"):
            found = found or holder(board, role, role, party)
    return found
