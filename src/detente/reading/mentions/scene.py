"""What the whole report is about: the state in conflict, and the parties who negotiate.

"The rebels" are those of the state that the report is about, and "the two sides" are the pair that
the report most often puts between "between" and "and".
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.reading.cast import Cast
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import NEGOTIATION, TWO_SIDED
from detente.reading.mentions.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRIFE = words("""
    conflict war crisis peace civil uprising revolution rebels rebel opposition government army
    regime insurgents insurgency militias factions ceasefire truce violence fighting insurgent
    revolt parties people authorities transition
    """)
_DEALING = words("""
    agree meet negotiate talk sign resume discuss reach hold accuse trade exchange begin start
    conclude declare fight clash remain end sit
    """)
_OFTEN = 4
"""How often a report names somebody new before they can be "the rebels"."""
_GROUPS = frozenset({"armed group", "opposition"})


def state_of_report(board: Board) -> str | None:
    """Return the state whose conflict the report is about; `None` where no state stands out."""
    scores: Counter[str] = Counter()
    for page in board.pages:
        weight = 2 if page.block.part == "title" else 1
        for hit in page.hits:
            if len(hit.ids) != 1:
                continue
            party = hit.ids[0]
            member = board.cast.member(party)
            if member is None:
                continue
            if member.kind in ("state", "government"):
                scores[party] += weight * _topical(page, hit.start, hit.end, hit.sort)
            elif member.kind in _GROUPS and member.state is not None:
                scores[board.cast.government_of(member.state)] += 15 * weight
    best = scores.most_common(2)
    if not best or best[0][1] < 15:
        return None
    if len(best) > 1 and best[1][1] > 0.8 * best[0][1]:
        return None
    return best[0][0]


def _topical(page: Page, start: int, end: int, sort: str) -> int:
    """Return how much a name says that the report is about this state."""
    following = page.lower[end : end + 2]
    if sort == "adjective" and following and following[0] in _STRIFE:
        return 30
    if sort == "body":
        return 10 if page.lower[end - 1] in _STRIFE else 3
    before = page.lower[start - 1] if start else ""
    further = page.lower[start - 2] if start > 1 else ""
    if before in ("in", "of", "on", "for") and further in _STRIFE:
        return 30
    if before in ("in", "across", "inside", "throughout"):
        return 10 if sort == "name" else 5
    if following and following[-1] in _STRIFE:
        return 15
    return 3


def principals_of_report(board: Board) -> tuple[str, ...]:
    """Return those who negotiate or are at odds, as most sentences have it; title first."""
    votes: Counter[tuple[str, ...]] = Counter()
    order: dict[frozenset[str], tuple[str, ...]] = {}
    for page in board.pages:
        weight = 3 if page.block.part == "title" else 2
        for token in page.tokens:
            if page.numbers[token.i] in page.endless:
                continue
            pair: tuple[str, ...] = ()
            points = 0
            word = token.lower_
            if word == "between" and token.head.lower_ in TWO_SIDED:
                pair = _after(page, token)
                points = weight * (2 if token.head.lower_ in NEGOTIATION else 1)
            elif token.dep_ == "nsubj" and token.head.lemma_.lower() in _DEALING:
                pair, points = joined(page, token), weight
                if len(pair) == 1 and token.head.lemma_.lower() == "meet":
                    pair = (*pair, *_met(page, token.head))
            elif word == "with" and token.head.lower_ in NEGOTIATION:
                pair, points = _owner_and(page, token), weight
            if len(pair) >= 2:
                key = order.setdefault(frozenset(pair), pair)
                votes[key] += points
    return votes.most_common(1)[0][0] if votes else ()


def _after(page: Page, prep: Token) -> tuple[str, ...]:
    for child in prep.children:
        if child.dep_ == "pobj":
            return joined(page, child)
    return ()


def joined(page: Page, token: Token) -> tuple[str, ...]:
    """Return the parties of a name and of those joined to it."""
    parties: dict[str, None] = {}
    todo, seen = [token], 0
    while todo and seen < 12:
        one = todo.pop(0)
        seen += 1
        mention = page.taken[one.i]
        if mention is not None and mention.sort != "group" and len(mention.parties) <= 3:
            parties.update(dict.fromkeys(mention.parties))
        for child in one.children:
            inner = page.taken[child.i]
            if (
                (child.dep_ == "amod" and inner is not None and inner.sort == "name")
                or child.dep_ == "conj"
                or (inner is not None and inner is mention and child.i != one.i)
            ):
                todo.append(child)
    return tuple(parties)


def _met(page: Page, verb: Token) -> tuple[str, ...]:
    for child in verb.children:
        if child.dep_ == "dobj":
            return joined(page, child)
    return ()


def _owner_and(page: Page, prep: Token) -> tuple[str, ...]:
    """Return the two of "A's talks with B" and of "A ... in talks with B"."""
    noun = prep.head
    owner = [child for child in noun.children if child.dep_ in ("poss", "amod", "compound")]
    if not owner:
        verb = noun.head
        for _ in range(3):
            if verb.pos_ in ("VERB", "AUX"):
                break
            verb = verb.head
        owner = [child for child in verb.children if child.dep_ == "nsubj"]
    found: dict[str, None] = {}
    for token in owner:
        found.update(dict.fromkeys(joined(page, token)))
    found.update(dict.fromkeys(_after(page, prep)))
    return tuple(found)


def government_of_report(board: Board) -> str | None:
    """Return whom "the government" and "the army" mean where nothing else tells.

    It is that of the state in conflict; but where another state negotiates with a group that
    fights it, as in a territory without an army of its own, it is that one.
    """
    if board.state is None:
        return None
    home = board.cast.government_of(board.state)
    states = [one for one in board.principals if board.kind(one) in ("state", "government")]
    if len(board.principals) == 2 and len(states) == 1 and states[0] != home:
        other = next(one for one in board.principals if one != states[0])
        member = board.cast.member(other)
        if member is not None and states[0] in member.against:
            return states[0]
    return home


def named_groups(board: Board, state: str) -> tuple[str, ...]:
    """Return the armed groups and oppositions of a state that the report names."""
    if state not in board.groups:
        groups = set(board.cast.groups_in(state)) | set(board.cast.opposition_of(state))
        named = dict.fromkeys(hit.ids[0] for page in board.pages for hit in page.hits if hit.ids)
        board.groups[state] = tuple(one for one in named if one in groups or one in board.newcomers)
    return board.groups[state]


def rebels_of(board: Board, state: str | None) -> tuple[str, ...]:
    """Return who "the rebels" of a state are: the one group of its that the report names.

    Where it names none it is the general opposition to the state; where it names several nobody
    can tell, and it is the general opposition too if there is one.
    """
    if state is None:
        return ()
    if state not in board.rebels:
        board.rebels[state] = _rebels(board, state)
    return board.rebels[state]


def _rebels(board: Board, state: str) -> tuple[str, ...]:
    cast: Cast = board.cast
    groups = set(cast.groups_in(state)) | set(cast.opposition_of(state))
    named = Counter(
        hit.ids[0]
        for page in board.pages
        for hit in page.hits
        if len(hit.ids) == 1
        and (hit.ids[0] in groups or hit.ids[0] in board.newcomers)
        and board.kind(hit.ids[0]) in _GROUPS
    )
    for one in board.newcomers:
        if named[one] < _OFTEN:
            del named[one]
    if len(named) == 1:
        return (next(iter(named)),)
    general = [one for one in cast.opposition_of(state) if board.kind(one) == "opposition"]
    if general and (not named or general[0] in named):
        return (general[0],)
    if named:
        first, second = named.most_common(2)
        return (first[0],) if first[1] >= 3 * second[1] else tuple(general[:1])
    everybody = cast.opposition_of(state)
    return everybody if len(everybody) == 1 else ()
