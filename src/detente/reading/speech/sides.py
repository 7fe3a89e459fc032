"""Who can take a position: parties to the conflict, neither mediators nor sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis
from detente.reading.mentions import possessor, principals, who
from detente.reading.speech.phrases import STEPS, child
from detente.reading.speech.speakers import Speaker, subject
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

GO_BETWEENS = words_of(
    "un un_security_council un_general_assembly unhcr ohchr ocha unicef wfp who unrwa iom "
    "unama unsmil unmha minusma monusco minurso unmis unmiss unamid unami osce "
    "osce_minsk_group au igad ecowas sadc asean arab_league oic oas eu icrc vatican holy_see "
    "quartet quad_sudan contact_group issg troika p5_plus_1 e3 normandy_format "
    "trilateral_contact_group"
)
"""Organisations that stand between parties unless the report makes them a principal."""

_MEDIATING = words_of("mediate broker facilitate host mediator")
_OFFICES = (
    "envoy", "mediator", "mediation", "facilitator", "special representative", "go-between",
     "guarantor", "secretary-general", "secretary general",
)  # fmt: skip


def mediates(analysis: Analysis, token: Token) -> bool:
    """Tell whether the words that name a speaker name a mediator."""
    meant = who(analysis, token)
    for mention in meant.mentions:
        words = f"{mention.role or ''} {analysis.text[mention.start : mention.end]}".lower()
        if any(office in words for office in _OFFICES):
            return True
    near = [token, *token.children]
    return any(
        one.lemma_.lower() in ("mediator", "envoy", "facilitator", "mediate") for one in near
    )


def parties_at(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the parties that the noun phrase headed by `token` means, if they can take sides."""
    meant = who(analysis, token)
    if not meant or mediates(analysis, token):
        return ()
    return _sides(analysis, tuple(meant.parties))


def principal_parties(analysis: Analysis, speaker: Speaker) -> tuple[str, ...]:
    """Return the parties for whom a speaker takes a position."""
    if speaker.vague or mediates(analysis, speaker.token):
        return ()
    return _sides(analysis, speaker.parties)


def _sides(analysis: Analysis, parties: tuple[str, ...]) -> tuple[str, ...]:
    main = principals(analysis)
    between = GO_BETWEENS | go_betweens(analysis)
    return tuple(dict.fromkeys(one for one in parties if one not in between or one in main))


def go_betweens(analysis: Analysis) -> frozenset[str]:
    """Return the parties of which a report says that they mediate or host."""
    if not analysis.blocks:
        return frozenset()
    store = analysis.blocks[0].doc.user_data
    if "go-betweens" not in store:
        store["go-betweens"] = frozenset(
            party
            for sentence in analysis.readable()
            for token in sentence.words
            if token.lemma_.lower() in _MEDIATING
            for party in _doing(analysis, token)
        )
    found: frozenset[str] = store["go-betweens"]
    return found


def _doing(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return who does the mediating that `token` tells."""
    if token.pos_ != "VERB":
        return tuple(possessor(analysis, token).parties) if token.lemma_ == "mediator" else ()
    agent = child(token, "agent")
    doer = subject(token) if agent is None else child(agent, "pobj")
    if token.tag_ == "VBN" and agent is None and child(token, "aux") is None:
        return ()
    for _ in range(STEPS):
        if doer is None or doer.dep_ != "conj" or doer.head == doer:
            break
        doer = doer.head
    return () if doer is None else tuple(who(analysis, doer).parties)
