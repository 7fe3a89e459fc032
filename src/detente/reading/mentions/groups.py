"""Groups that others make up: "the two sides", "both countries", "the warring parties"."""

from __future__ import annotations

from detente.reading.analysis import Mention
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import LEADERS, PAIRING, POWERS, SIDES, WARRING
from detente.reading.mentions.scene import named_groups, rebels_of

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_LEADING = {
    "presidents": ("president",),
    "ministers": ("minister", "secretary"),
    "premiers": ("minister", "premier"),
    "generals": ("general", "commander", "chief"),
}
_STATES = frozenset({"state", "government"})


def mark_groups(board: Board) -> None:
    """Mark the groups; each takes the pair of the report or those who were named just before."""
    before: list[Mention] = []
    for page in board.pages:
        for i, word in enumerate(page.lower):
            taken = page.taken[i]
            if taken is not None:
                if taken.head.i == i and taken.sort not in ("group", "pronoun", "source"):
                    before.append(taken)
                continue
            if page.numbers[i] in page.endless:
                continue
            if word in SIDES or word in POWERS or word in LEADERS or word in ("side", "party"):
                _mark(board, page, i, before)
            elif word == "both" and page.tokens[i].dep_ in ("nsubj", "appos", "pobj", "dobj"):
                _bare(board, page, i, before)


def _mark(board: Board, page: Page, i: int, before: list[Mention]) -> None:
    start = i
    while (
        start
        and page.tags[start - 1] in ("JJ", "VBG", "CD", "HYPH", "NN", "DT", "PDT", "IN")
        and (i - start < 5)
    ):
        if page.taken[start - 1] is not None or page.tags[start - 1] == "IN":
            break
        start -= 1
        if page.lower[start] in ("the", "both", "either", "these"):
            break
    words = page.lower[start:i]
    if not words or page.taken[start] is not None:
        return
    if page.lower[i] in ("side", "party"):
        _other(board, page, start, i, before)
        return
    number = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
    if words[0] not in ("the", "both", "two", "these", "three") and "warring" not in words:
        return
    if page.tags[i] == "NN" or _further(page, i):
        return
    first = start + 1 if words[0] in ("the", "these") else start
    if page.lower[i] in LEADERS:
        _leaders(board, page, first, i, number, before)
        return
    parties = _parties(board, page, i, words, number, before)
    if len(parties) >= 2:
        board.add(
            page, first, i + 1, sort="group", rule="group", head=i, parties=parties,
            confidence="high" if number else "medium",
        )  # fmt: skip


def _further(page: Page, i: int) -> bool:
    """Tell whether what follows says which others are meant: "the parties to the convention"."""
    return i + 1 < len(page.words) and page.lower[i + 1] in ("of", "that", "which", "which")


def _parties(
    board: Board, page: Page, i: int, words: list[str], number: int, before: list[Mention]
) -> tuple[str, ...]:
    """Return who the sides are."""
    pair = board.principals or _fighting(board)
    noun = page.lower[i]
    modifiers = [word for word in words if word not in PAIRING and word not in ("the", "these")]
    if WARRING & set(words) or noun in ("belligerents", "combatants"):
        state = board.state
        if state is not None and not _within(board, pair, state):
            rebels = rebels_of(board, state)
            return (board.cast.government_of(state), *rebels) if rebels else ()
        return pair
    if noun in POWERS:
        allowed = {
            "great",
            "big",
            "neighbouring",
            "neighboring",
            "super",
            "world",
            "rival",
            "asian",
        }
        if not number or not set(modifiers) <= allowed | {
            "african",
            "arab",
            "nuclear",
            "nuclear-armed",
        }:
            return ()
        if len(pair) == number and all(board.kind(one) in _STATES for one in pair):
            return pair
        return _recent(board, number, before, page.numbers[i], states=noun != "governments")
    if not number and noun != "sides" and noun != "parties":
        return ()
    if set(modifiers) & {
        "third",
        "political",
        "opposition",
        "all",
        "interested",
        "different",
        "many",
    }:
        return ()
    if number and len(pair) != number:
        return _recent(board, number, before, page.numbers[i], states=False) or (
            pair if number == 2 and len(pair) == 2 else ()
        )
    return pair


def _fighting(board: Board) -> tuple[str, ...]:
    """Return the government and the only group against it, where nobody is said to negotiate."""
    if board.state is None:
        return ()
    rebels = named_groups(board, board.state)
    return (board.cast.government_of(board.state), *rebels) if len(rebels) == 1 else ()


def _within(board: Board, pair: tuple[str, ...], state: str) -> bool:
    """Tell whether one of the pair is of the state in conflict, so that they themselves fight."""
    inner = {board.cast.government_of(state), *board.cast.groups_in(state)}
    inner |= set(board.cast.opposition_of(state)) | set(board.newcomers)
    return bool(inner & set(pair))


def _recent(
    board: Board, number: int, before: list[Mention], sentence: int, *, states: bool
) -> tuple[str, ...]:
    """Return the last parties named if this sentence and the one before name just so many."""
    found: dict[str, None] = {}
    actor = next((one for one in before if one.sentence == sentence), None)
    barred = set(actor.parties) if actor is not None else set()
    for one in reversed(before):
        if sentence - one.sentence > 1:
            break
        for party in one.parties:
            if party in barred:
                continue
            if not states or board.kind(party) in _STATES:
                found[party] = None
    return tuple(reversed(found)) if len(found) == number else ()


def _leaders(
    board: Board, page: Page, first: int, i: int, number: int, before: list[Mention]
) -> None:
    """Mark "the two leaders": the last two people of different parties who could be."""
    if number != 2:
        return
    wanted = _LEADING.get(page.lower[i], ())
    found: dict[str, str] = {}
    for one in reversed(before):
        if page.numbers[i] - one.sentence > 3 or len(found) == 2:
            break
        for name in one.people:
            human = board.people[name]
            role = (human.role or "").lower()
            fits = not wanted or any(word in role for word in wanted)
            if (
                fits
                and name not in found
                and (human.party not in found.values() or not human.party)
            ):
                found[name] = human.party or ""
    if len(found) != 2:
        return
    names = tuple(reversed(found))
    board.add(
        page, first, i + 1, sort="group", rule="group.people", head=i,
        parties=tuple(dict.fromkeys(found[name] for name in names if found[name])),
        people=names, confidence="medium",
    )  # fmt: skip


def _other(board: Board, page: Page, start: int, i: int, before: list[Mention]) -> None:
    """Mark "the other side": of the pair the one that is not the subject."""
    words = page.lower[start:i]
    pair = board.principals
    if len(pair) != 2:
        return
    if words in (["either"], ["neither"]):
        board.add(page, start, i + 1, sort="group", rule="group", head=i, parties=pair)
        return
    if words != ["the", "other"]:
        return
    first = next(
        (
            one for one in before
            if one.sentence == page.numbers[i] and len(one.parties) == 1 and one.parties[0] in pair
        ),
        None,
    )  # fmt: skip
    if first is not None:
        other = tuple(party for party in pair if party != first.parties[0])
        board.add(
            page, start, i + 1, sort="group", rule="group.other", head=i, parties=other,
            confidence="medium",
        )  # fmt: skip


def _bare(board: Board, page: Page, i: int, before: list[Mention]) -> None:
    """Mark "both" by itself: the two parties that stand just before."""
    found: dict[str, None] = {}
    for one in reversed(before):
        if page.numbers[i] != one.sentence:
            break
        found.update(dict.fromkeys(reversed(one.parties)))
    if len(found) == 2:
        board.add(
            page, i, i + 1, sort="group", rule="group.both", parties=tuple(reversed(found)),
            confidence="medium",
        )  # fmt: skip
