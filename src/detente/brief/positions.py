"""Positions on record: who holds which view of what, and on which condition."""

from __future__ import annotations

from detente.brief.content import Line
from detente.brief.marks import mark_of
from detente.brief.phrases import stop, when
from detente.brief.situation import Situation
from detente.dossier import Party
from detente.dossier.record import Position
from detente.words import say
from detente.words.conditions import limit_word
from detente.words.naming import bare, capital, clean


def held_by(it: Situation, party: Party) -> list[Position]:
    """Return the positions of a party that say anything."""
    positions = [one for one in it.dossier.record.positions if one.party == party.id]
    return [one for one in positions if one.about or one.stance or one.until or one.unless]


def stances(it: Situation, party: Party) -> tuple[Line, ...]:
    """Return every position of a party as a line."""
    return tuple(position_line(it, one) for one in held_by(it, party))


def position_line(it: Situation, one: Position) -> Line:
    """Return a position of the record as a line."""
    about = subject(it, one.about)
    text = f"{about}: {clean(one.stance)}" if about and one.stance else about or clean(one.stance)
    parts = [text.rstrip(".")] if text else []
    if one.until:
        parts.append(say("brief.parties.until", condition=clean(one.until).rstrip(".")))
    if one.unless:
        word = limit_word(one.stance, (piece.quote for piece in one.evidence))
        parts.append(say(f"brief.parties.{word}", condition=clean(one.unless).rstrip(".")))
    text = ", ".join(parts)
    if one.date is not None:
        text += f" ({when(one.date)})"
    if one.by_way_of:
        text += f" ({say('brief.play.by_way_of', who=it.reporter(one.by_way_of))})"
    told = stop(capital(text))
    if one.because:
        told += " " + stop(clean(one.because))
    return Line(told, it.notebook.cite(one.evidence), mark=mark_of(one))


def short_line(it: Situation, one: Position, place: int) -> Line:
    """Return a position as a line without subject and date; `place` counts those before it."""
    if not one.stance or clean(one.stance).casefold() == "in dispute":
        return position_line(it, one)  # it says nothing without its subject
    parts = [clean(one.stance).rstrip(".")]
    if one.until:
        parts.append(say("brief.parties.until", condition=clean(one.until).rstrip(".")))
    if one.unless:
        word = limit_word(one.stance, (piece.quote for piece in one.evidence))
        parts.append(say(f"brief.parties.{word}", condition=clean(one.unless).rstrip(".")))
    text = ", ".join(parts)
    if not place:
        text = say("brief.parties.said", what=text)
    if one.by_way_of:
        text += f" ({say('brief.play.by_way_of', who=it.reporter(one.by_way_of))})"
    return Line(stop(capital(text)), it.notebook.cite(one.evidence), mark=mark_of(one))


def subject(it: Situation, about: str | None) -> str:
    """Return what something is about: an option in words, or the words themselves."""
    if about is None:
        return ""
    for option in it.standoff.options:
        if about in (option.id, option.name):
            who = it.tell.party(it.model.parties.index(option.party))
            return say("brief.parties.whether", who=who, what=bare(option.text))
    return clean(about)
