"""The two who face each other in a report that never says "between A and B".

They are told apart by how often they do something together ("the government and the rebels said"),
or to each other ("A accuses B"), in a report that is about talks or a truce. Whoever hosts or
mediates is none of them, and where two pairs are told as often nobody is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import BODIES, HOSTING, NEGOTIATION, SIDES, TELLING
from detente.reading.mentions.pairs import joined
from detente.reading.mentions.scene import counts_of, government_of_report, named_groups
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FACING = words_of("""
    accuse blame fight battle attack shell meet face confront ask urge tell warn offer invite bomb
    clash negotiate talk criticise criticize demand sit agree sign
    """)
"""Verbs of which one side can be the subject and the other the object."""
_HELPERS = words_of("mediator guarantor host facilitator broker observer sponsor go-between")
_AGENTS = frozenset({"mediator", "organisation", "alliance"})
_AGAINST = 3
"""How much it counts that one does something to the other, beside doing it together."""
_FOES = 4
"""How many times as much counts a pair of whom the cast knows that they are at odds."""
_LEAST = 4
"""How much a pair needs to be believed: once told of known foes, else more than once."""
_TWICE = 2
_CLEAR = 1.5
"""By how much it has to lead."""
_DOING = ("nsubj", "nsubjpass")


def facing_of_report(board: Board) -> tuple[str, ...]:
    """Return the two parties who are most often put together or against each other; else ()."""
    votes: Counter[frozenset[str]] = Counter()
    order: dict[frozenset[str], tuple[str, ...]] = {}
    helpers: set[str] = set()
    dealing = False
    for page in board.pages:
        for token in page.tokens:
            if page.numbers[token.i] in page.endless:
                continue
            dealing = dealing or token.lower_ in NEGOTIATION or token.lower_ in SIDES
            if token.lemma_.lower() in _HELPERS:
                helpers.update(_helping(page, token))
            if token.dep_ not in _DOING:
                continue
            who = joined(page, token) or _sent_by(page, token)
            if token.head.lemma_.lower() in HOSTING:
                helpers.update(who)
                continue
            told = [(who, 1), *((pair, _AGAINST) for pair in _faced(page, token, who))]
            for pair, points in told:
                if len(pair) == 2:
                    key = frozenset(pair)
                    order.setdefault(key, pair)
                    votes[key] += points * (_FOES if _at_odds(board, *pair) else 1)
    for key in list(votes):
        if key & helpers or any(board.kind(one) in _AGENTS for one in key):
            del votes[key]
    best = votes.most_common(2)
    if not dealing:
        return ()
    if not best or best[0][1] < _LEAST:
        return _at_home(board)
    if len(best) > 1 and best[0][1] < _CLEAR * best[1][1]:
        return _one_of(board, order[best[0][0]], order[best[1][0]])
    return order[best[0][0]]


def _one_of(board: Board, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return, of two pairs that a state makes with groups against it, the one told of most."""
    if len({*one, *other}) != 3 or not (_at_odds(board, *one) and _at_odds(board, *other)):
        return ()
    named = counts_of(board)
    most = sum(named[party] for party in one), sum(named[party] for party in other)
    return () if most[0] == most[1] else one if most[0] > most[1] else other


def _at_home(board: Board) -> tuple[str, ...]:
    """Return the government and the group of a state in conflict, where one group stands out."""
    home = government_of_report(board)
    sided = any(word in SIDES for page in board.pages for word in page.lower)
    if home is None or board.state is None or not board.strife or not sided:
        return ()
    named = counts_of(board)
    groups = sorted(named_groups(board, board.state), key=lambda one: -named[one])
    alone = len(groups) == 1 or (len(groups) > 1 and named[groups[0]] > 2 * named[groups[1]])
    if not alone or named[groups[0]] < _TWICE:
        return ()
    member = board.cast.member(groups[0])
    foes = () if member is None else member.against
    if foes and home not in foes:
        foes = tuple(one for one in foes if named[one])
        return (foes[0], groups[0]) if len(foes) == 1 else ()
    return home, groups[0]


def _sent_by(page: Page, noun: Token) -> tuple[str, ...]:
    """Return the parties of "the delegation of A"."""
    return tuple(
        party
        for child in noun.children
        if child.lower_ == "of" and noun.lower_ in BODIES
        for leaf in child.children
        for party in joined(page, leaf)
    )


def _helping(page: Page, noun: Token) -> tuple[str, ...]:
    """Return who is called a mediator or host: "Norway, a guarantor", "Kenyan mediators"."""
    mention = page.taken[noun.i]
    found = list(() if mention is None else mention.parties)
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "amod", "appos"):
            found.extend(joined(page, child))
    if noun.dep_ == "appos":
        found.extend(joined(page, noun.head))
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in ("attr", "pobj") and verb.lemma_ in ("be", "act", "serve", "remain"):
        found.extend(x for child in verb.children if child.dep_ in _DOING
                     for x in joined(page, child))  # fmt: skip
    return tuple(found)


def _faced(page: Page, subject: Token, who: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the pair of a subject and the one whom it accuses, meets or fights."""
    verb = subject.head
    if len(who) != 1 or subject.dep_ != "nsubj" or verb.lemma_.lower() not in _FACING:
        return _told_of(page, verb, who)
    others = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    others += [
        leaf
        for child in verb.children
        if child.lower_ in ("with", "against")
        for leaf in child.children
        if leaf.dep_ == "pobj"
    ]
    return [
        (*who, *other)
        for other in (joined(page, one) for one in others)
        if len(other) == 1 and other != who
    ]


def _told_of(page: Page, verb: Token, who: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the pair of who speaks and of whose doings: "A said B had shelled the town"."""
    if len(who) != 1 or verb.lemma_.lower() not in TELLING:
        return []
    told = [child for child in verb.children if child.dep_ == "ccomp"]
    doers = [one for clause in told for one in clause.children if one.dep_ == "nsubj"]
    pairs = [(*who, *joined(page, one)) for one in doers]
    return [pair for pair in pairs if len(set(pair)) == 2]


def _at_odds(board: Board, one: str, other: str) -> bool:
    """Tell whether the cast knows that one is against the other, or a group within its state."""
    for a, b in ((one, other), (other, one)):
        member = board.cast.member(a)
        if member is None:
            continue
        if b in member.against:
            return True
        inside = member.kind in ("armed group", "opposition") and member.state is not None
        if inside and member.state is not None and board.cast.government_of(member.state) == b:
            return True
    return False
