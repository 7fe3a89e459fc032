"""Groups that others make up: "the two sides", "both countries", "the warring parties"."""

from __future__ import annotations

from detente.reading.analysis import Mention
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import LEADERS, PAIRING, POWERS, SIDES, WARRING
from detente.reading.mentions.scene import counts_of, named_groups, rebels_of

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_LEADING = {
    "presidents": ("president",),
    "leaders": (
        "president",
        "leader",
        "premier",
        "prime",
        "king",
        "chancellor",
        "chairman",
        "head",
    ),
    "ministers": ("minister", "secretary"),
    "premiers": ("minister", "premier"),
    "generals": ("general", "commander", "chief"),
}
_GROUP_NOUNS = frozenset({"groups", "movements", "factions", "organisations", "organizations"})
_HEADS = SIDES | POWERS | LEADERS | _GROUP_NOUNS | frozenset({"side", "party"})
_GROUPS = frozenset({"armed group", "opposition", "organisation"})
_NEAR = 2
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
            if word in _HEADS:
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
    if i + 1 >= len(page.words):
        return False
    following = page.lower[i + 1]
    return following in ("of", "which") or (
        following == "that" and page.tokens[i + 1].dep_ != "mark"
    )


def _parties(
    board: Board, page: Page, i: int, words: list[str], number: int, before: list[Mention]
) -> tuple[str, ...]:
    """Return who the sides are."""
    pair = board.principals or _fighting(board)
    noun = page.lower[i]
    if noun in _GROUP_NOUNS:
        return _recent(board, number, before, page.numbers[i], _GROUPS) if number else ()
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
        for some, _ in board.pairs.most_common():
            if len(some) == number and all(board.kind(one) in _STATES for one in some):
                return some
        kinds = None if noun == "governments" else _STATES
        recent = _recent(board, number, before, page.numbers[i], kinds)
        return recent or _most_named(board, number)
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
    return () if number and len(pair) != number else pair


def _most_named(board: Board, number: int) -> tuple[str, ...]:
    """Return the two states of which the report is, if it names no third half as often."""
    named = [one for one in counts_of(board).most_common() if board.kind(one[0]) in _STATES]
    if number != 2 or len(named) < 2 or (len(named) > 2 and 2 * named[2][1] > named[1][1]):
        return ()
    return tuple(party for party, _ in named[:2])


def _fighting(board: Board) -> tuple[str, ...]:
    """Return the government and the only group against it, where nobody is said to negotiate."""
    if board.state is None:
        return ()
    rebels = named_groups(board, board.state)
    if len(rebels) != 1:
        return ()
    member = board.cast.member(rebels[0])
    foes = () if member is None else member.against
    named = [one for one in foes if one in counts_of(board)]
    if foes and board.state not in foes:
        return (named[0], *rebels) if len(named) == 1 else ()
    return (board.cast.government_of(board.state), *rebels)


def _within(board: Board, pair: tuple[str, ...], state: str) -> bool:
    """Tell whether one of the pair is of the state in conflict, so that they themselves fight."""
    inner = {board.cast.government_of(state), *board.cast.groups_in(state)}
    inner |= set(board.cast.opposition_of(state)) | set(board.newcomers)
    return bool(inner & set(pair))


def _recent(
    board: Board,
    number: int,
    before: list[Mention],
    sentence: int,
    kinds: frozenset[str] | None = None,
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
            if kinds is None or board.kind(party) in kinds:
                found[party] = None
    return tuple(reversed(found)) if len(found) == number else ()


def _leaders(
    board: Board, page: Page, first: int, i: int, number: int, before: list[Mention]
) -> None:
    """Mark "the two leaders": the last two people of different parties who could be."""
    if number != 2:
        return
    wanted = _LEADING.get(page.lower[i], ())
    found = _of_principals(board, page.numbers[i], before)
    for one in reversed(before):
        if page.numbers[i] - one.sentence > 3 or len(found) == 2:
            break
        if one.sentence == page.numbers[i] and one.head.dep_ == "nsubj":
            continue
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


def _of_principals(board: Board, sentence: int, before: list[Mention]) -> dict[str, str]:
    """Return the last person named of each of the two who negotiate, if they stand near."""
    found: dict[str, str] = {}
    for one in reversed(before):
        if sentence - one.sentence > _NEAR:
            break
        for party in one.parties:
            new = len(one.people) == 1 and party not in found.values()
            if party in board.principals and new:
                found[one.people[0]] = party
    return found if len(found) == 2 else {}


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
