"""What the whole report is about: the state in conflict, and the parties who negotiate.

"The rebels" are those of the state that the report is about, and "the two sides" are the pair that
the report most often puts between "between" and "and".
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.reading.cast import Hit
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import NEGOTIATION, TWO_SIDED
from detente.reading.mentions.pairs import after, deals, dealt, joined, met, mutual, owner_and
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    pass

_STRIFE = words_of("""
    conflict war crisis peace civil uprising revolution rebels rebel opposition government army
    regime insurgents insurgency militias factions ceasefire truce violence fighting insurgent
    revolt parties people authorities transition
    """)
_OFTEN = 4
"""How often a report names somebody new before they can be "the rebels"."""
_OF_STRIFE = 15
"""From how many points on a name says that the state itself is in conflict."""

_GROUPS = frozenset({"armed group", "opposition"})


def state_of_report(board: Board) -> str | None:
    """Return the state whose conflict the report is about; `None` where no state stands out."""
    scores: Counter[str] = Counter()
    torn: set[str] = set()
    for page in board.pages:
        weight = 2 if page.block.part == "title" else 1
        for hit in page.hits:
            party = _whose(board, hit)
            member = None if party is None else board.cast.member(party)
            if party is None or member is None:
                continue
            if member.kind in ("state", "government"):
                points = 3 if hit.people else _topical(page, hit.start, hit.end, hit.sort)
                scores[party] += weight * points
                if points >= _OF_STRIFE:
                    torn.add(party)
            elif member.kind in _GROUPS and member.state is not None:
                state = board.cast.government_of(member.state)
                scores[state] += 15 * weight
                torn.add(state)
    best = scores.most_common(2)
    if not best or best[0][1] < 15:
        return None
    if len(best) > 1 and best[1][1] > 0.8 * best[0][1]:
        return None
    board.strife = best[0][0] in torn
    return best[0][0]


def _whose(board: Board, hit: Hit) -> str | None:
    """Return the party of a name, or of the person who is named in full."""
    if len(hit.ids) == 1:
        return hit.ids[0]
    if hit.sort != "person" or len(hit.people) != 1:
        return None
    person = board.cast.person(hit.people[0], board.on)
    return None if person is None else person.party


def counts_of(board: Board) -> Counter[str]:
    """Return how often the report names each party, itself or through people named in full."""
    if board.counts is None:
        parties = (_whose(board, hit) for page in board.pages for hit in page.hits)
        board.counts = Counter(party for party in parties if party is not None)
    return board.counts


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
    votes = board.pairs = Counter()
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
                pair = after(page, token)
                points = weight * (2 if token.head.lower_ in NEGOTIATION else 1)
            elif token.dep_ == "nsubj" and deals(token.head):
                pair, points = joined(page, token), weight
                if len(pair) == 1:
                    pair = (*pair, *met(page, token.head))
            elif word in ("other", "another") and token.dep_ in ("dobj", "pobj"):
                pair, points = mutual(page, token), weight
            elif word == "with" and dealt(token):
                pair, points = owner_and(page, token), weight
            if len(pair) >= 2:
                key = order.setdefault(frozenset(pair), pair)
                votes[key] += points
    helped = [key for key in votes if any(_mediates(board, one) for one in key)]
    if len(helped) < len(votes) or all(votes[key] < _OFTEN for key in helped):
        for key in helped:
            del votes[key]
    return votes.most_common(1)[0][0] if votes else ()


def _mediates(board: Board, party: str) -> bool:
    """Tell whether a party is one that as a rule stands between others."""
    return party == "un" or board.kind(party) == "mediator"


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
        named = counts_of(board)
        board.groups[state] = tuple(one for one in named if one in groups or one in board.newcomers)
    return board.groups[state]


def rebels_of(board: Board, state: str | None) -> tuple[str, ...]:
    """Return who "the rebels" of a state are: the one group of its that the report names.

    Where it names none it is the general opposition of that day to a state in conflict, or else
    the only group of all that the report names; where it names several nobody can tell, and it is
    the general opposition if there is one.
    """
    if state not in board.rebels:
        found = () if state is None else _rebels(board, state)
        board.rebels[state] = found or _only_group(board)
    return board.rebels[state]


def separatists_of(board: Board, state: str | None = None) -> tuple[str, ...]:
    """Return those called separatists of a state, or of any that is named: if one are known."""
    named = counts_of(board) if state is None else (state,)
    found = tuple(
        one.id
        for one in board.cast.members.values()
        if one.kind == "armed group"
        and one.state in named
        and one.exists(board.on)
        and any("separatist" in name.lower() for name in one.names)
    )
    return found if len(found) == 1 else ()


def _only_group(board: Board) -> tuple[str, ...]:
    """Return the one armed group that the report names, of whatever state."""
    named = [one for one in counts_of(board) if board.kind(one) == "armed group"]
    return tuple(named) if len(named) == 1 and named[0] not in board.newcomers else ()


def _rebels(board: Board, state: str) -> tuple[str, ...]:
    cast = board.cast
    groups = set(cast.groups_in(state)) | set(cast.opposition_of(state))
    named = Counter(
        {
            one: count
            for one, count in counts_of(board).items()
            if board.kind(one) in _GROUPS
            and (one in groups or (one in board.newcomers and count >= _OFTEN))
        }
    )
    if len(named) == 1:
        return tuple(named)
    against = cast.opposition_of(state, on=board.on)
    general = [one for one in against if board.kind(one) == "opposition"][:1]
    if named:
        (first, many), (_, fewer) = named.most_common(2)
        if general and general[0] in named:
            return tuple(general)
        return (first,) if many >= 3 * fewer else tuple(general)
    if state != board.state or board.strife:
        return tuple(general) or (against if len(against) == 1 else ())
    return ()
