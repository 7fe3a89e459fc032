"""Who of those mentioned is proposed for the dossier, each with the sentence that tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from detente.reading.analysis import Mention
from detente.reading.cast import Member
from detente.reading.found import Found
from detente.reading.mentions.board import Board, Human, Page
from detente.reading.mentions.lexicon import SPEECH
from detente.reading.report import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 6
"""How many further sentences a proposal lists."""

_BYSTANDERS = frozenset({"organisation", "alliance", "people"})
"""Kinds of which being named several times says nothing: "the UN General Assembly"."""

_ACTING = frozenset({"agent", "nsubj"})


def propose(board: Board) -> list[Found]:
    """Return the proposals of kind "parties" and "people"."""
    parties: dict[str, list[tuple[Page, Mention]]] = {}
    people: dict[str, list[tuple[Page, Mention]]] = {}
    for page, one in board.mentions():
        for party in one.parties:
            parties.setdefault(party, []).append((page, one))
        for name in one.people:
            people.setdefault(name, []).append((page, one))
    return [*_parties(board, parties), *_people(board, people)]


def _parties(board: Board, named: dict[str, list[tuple[Page, Mention]]]) -> Iterator[Found]:
    for party, mentions in named.items():
        member = board.cast.member(party)
        new = board.newcomers.get(party)
        if (member is None or member.known) and new is None:
            continue
        acting = [(page, one) for page, one in mentions if _acts(board, one)]
        if not acting and len(mentions) > 1 and board.kind(party) not in _BYSTANDERS:
            acting = mentions
        if not acting or (member is not None and not _by_name(board, member, mentions)):
            continue
        fields: dict[str, Any] = {"id": party}
        if new is not None:
            fields |= {"name": new.name, "kind": new.kind, "also": list(new.also)}
        elif member is not None:
            fields |= {
                "name": member.name,
                "kind": member.kind,
                "also": _surfaces(board, member, mentions),
            }
        if not fields["also"]:
            del fields["also"]
        span, focus, also = _evidence(board, acting)
        yield Found(
            kind="parties",
            fields=fields,
            span=span,
            focus=focus,
            rule="parties.new" if new is not None else "parties.table",
            confidence="medium" if new is not None else "high",
            also=also,
        )


def _by_name(board: Board, member: Member, mentions: list[tuple[Page, Mention]]) -> bool:
    """Tell whether a people or a camp is called by its name, not by an adjective: "Western"."""
    if member.kind not in ("people", "alliance"):
        return True
    names = {name.lower() for name in member.names}
    texts = (board.analysis.text[one.start : one.end].lower() for _, one in mentions)
    return any(text in names or text.partition("'")[0] in names for text in texts)


def _surfaces(board: Board, member: Member, mentions: list[tuple[Page, Mention]]) -> list[str]:
    """Return the other names by which the report calls a party."""
    found: dict[str, None] = {}
    for _, one in mentions:
        if (
            one.sort not in ("name", "metonym")
            or len(one.parties) != 1
            or one.rule == "mentions.body"
        ):
            continue
        text = " ".join(board.analysis.text[one.start : one.end].split())
        if text != member.name and text not in member.adjectives:
            found[text] = None
    return list(found)


def _acts(board: Board, one: Mention) -> bool:
    """Tell whether a mention shows that a party matters: it speaks, acts or negotiates."""
    if one.sort == "group" or any(party in board.principals for party in one.parties):
        return True
    if one.people or one.sort == "source":
        return True
    token: Token = one.head
    for _ in range(6):
        if token.dep_ != "conj":
            break
        token = token.head
    if token.dep_ == "appos":
        return True
    if token.dep_ in _ACTING:
        return token.head.lemma_.lower() in SPEECH or one.rule != "mentions.name"
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent" or token.head.lower_ in (
            "between",
            "by",
            "with",
            "against",
        )
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in SPEECH
    return token.dep_ in ("poss", "amod", "compound") and one.sort != "pronoun"


def _evidence(
    board: Board, mentions: list[tuple[Page, Mention]], best: int | None = None
) -> tuple[Span, Span, tuple[Span, ...]]:
    """Return the sentence of the best mention, its words, and the other sentences."""
    body = [one for page, one in mentions if page.block.part == "body"]
    ordered = body or [one for _, one in mentions]
    first = next((one for one in ordered if one.sentence == best), None)
    if first is None:
        named = [one for one in ordered if one.sort in ("name", "metonym", "person")]
        first = named[0] if named else ordered[0]
    numbers = dict.fromkeys(one.sentence for _, one in mentions if one.sentence != first.sentence)
    sentences = board.analysis.sentences
    also = tuple(sentences[number].span for number in list(numbers)[:_MOST])
    return sentences[first.sentence].span, first.span, also


def _people(board: Board, named: dict[str, list[tuple[Page, Mention]]]) -> Iterator[Found]:
    for name, mentions in named.items():
        human = board.people[name]
        by_name = [(page, one) for page, one in mentions if one.sort == "person"]
        if not by_name and not human.known:
            continue
        span, focus, also = _evidence(board, by_name or mentions, human.sentence)
        told = human.told or human.office == "counterpart"
        fields: dict[str, Any] = {"name": name}
        if human.party:
            fields["party"] = human.party
        if human.role and (told or not human.former):
            fields["role"] = human.role
        if not human.known and not told and not human.party and len(mentions) < 2:
            continue
        yield Found(
            kind="people",
            fields=fields,
            span=span,
            focus=focus,
            rule=human.rule if told and human.rule else _untold(human),
            confidence="high" if told and human.party else "medium" if "role" in fields else "low",
            also=also,
        )


def _untold(human: Human) -> str:
    return "people.table" if human.known else "people.name"
