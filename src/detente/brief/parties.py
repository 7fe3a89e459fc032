"""The parties: what each wants, in order of importance, and who said so."""

from __future__ import annotations

from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.marks import mark_of
from detente.brief.phrases import line, stop, when
from detente.brief.situation import Situation
from detente.dossier import Party
from detente.dossier.record import Position
from detente.dossier.standoff import (
    AnyOrder,
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Indifferent,
    OneOf,
    Weight,
)
from detente.words import say
from detente.words.naming import bare, capital, clean

_BEST, _WORST = 5, 2


def parties(it: Situation) -> Section:
    """Return the section on the parties, players first."""
    blocks: list[Block] = [Text((line("brief.parties.lead"),), "quiet")]
    for index, party in enumerate(it.model.parties):
        blocks += _player(it, index, it.dossier.parties[party])
    others = [p for p in it.dossier.parties.values() if p.id not in it.model.parties]
    if others:
        blocks.append(Heading(say("brief.parties.others")))
        blocks.append(Text((line("brief.parties.others_lead"),), "quiet"))
        blocks.append(Items(tuple(_bystander(it, party) for party in others)))
    return Section("parties", say("brief.section.parties"), tuple(blocks))


def _player(it: Situation, index: int, party: Party) -> list[Block]:
    blocks: list[Block] = [Heading(clean(party.name), _aside(party))]
    if party.note:
        blocks.append(Text((Line(stop(clean(party.note))),), "quiet"))
    preference = it.standoff.preferences.get(party.id)
    who = it.who(index)
    if isinstance(preference, ByStatements):
        blocks.append(Text((line("brief.parties.wants", who=who),)))
        items = tuple(_entry(it, index, entry) for entry in preference.entries)
        blocks.append(Items(items, ordered=True))
    elif isinstance(preference, ByRanking):
        blocks += _ranked(it, index, preference)
    elif isinstance(preference, ByWeights):
        blocks.append(Text((line("brief.parties.weighs", who=who),)))
        terms = sorted(preference.terms, key=lambda one: -abs(one.low + one.high))
        blocks.append(Items(tuple(_weight(it, index, term) for term in terms)))
    elif isinstance(preference, Indifferent):
        told = line("brief.parties.indifferent", who=who)
        blocks.append(Text((Line(told.text, mark=mark_of(preference.reason)),)))
    return blocks + _positions(it, party)


def _entry(it: Situation, party: int, entry: Clause | AnyOrder | OneOf) -> Item:
    if isinstance(entry, Clause):
        return Item((_clause(it, party, entry),), _because(entry))
    code = "any_order" if isinstance(entry, AnyOrder) else "one_of"
    under: list[Line] = []
    for clause in entry.entries:
        told = _clause(it, party, clause)
        why = "".join(f" {one.text}" for one in _because(clause))
        under.append(Line(told.text + why, told.notes, mark=told.mark))
    head = line(f"brief.parties.{code}").text
    reason = entry.reason
    notes = it.notebook.cite(reason.evidence)
    because = f" {stop(clean(reason.because))}" if reason.because else ""
    return Item((Line(head + because, notes, mark=mark_of(reason)),), tuple(under))


def _clause(it: Situation, party: int, clause: Clause) -> Line:
    return Line(
        stop(capital(it.tell.wish(clause.expression, party))),
        it.notebook.cite(clause.reason.evidence),
        mark=mark_of(clause.reason, bare=True),
    )


def _because(clause: Clause) -> tuple[Line, ...]:
    return (Line(stop(clean(clause.reason.because))),) if clause.reason.because else ()


def _weight(it: Situation, party: int, term: Weight) -> Item:
    number = f"{term.low:g}" if term.low == term.high else f"{term.low:g} to {term.high:g}"
    told = _clause(it, party, term.clause)
    text = say("brief.parties.weight", weight=number, wish=told.text.rstrip("."))
    return Item((Line(capital(text), told.notes, mark=told.mark),), _because(term.clause))


def _ranked(it: Situation, party: int, preference: ByRanking) -> list[Block]:
    labels = {it.model.label(s): s for s in range(it.model.size)}
    tiers = [tier for tier in preference.tiers if all(label in labels for label in tier)]
    lead = line("brief.parties.ranks", who=it.who(party), tiers=len(preference.tiers))
    reason = preference.reason
    blocks: list[Block] = [
        Text((Line(lead.text, it.notebook.cite(reason.evidence), mark=mark_of(reason)),))
    ]
    if reason.because:
        blocks.append(Text((Line(stop(clean(reason.because))),), "quiet"))
    shown = tiers if len(tiers) <= _BEST + _WORST + 1 else tiers[:_BEST]
    blocks.append(Items(tuple(_tier(it, tier, labels) for tier in shown), ordered=True))
    if len(shown) < len(tiers):
        blocks.append(Text((line("brief.parties.worst"),)))
        blocks.append(Items(tuple(_tier(it, tier, labels) for tier in tiers[-_WORST:])))
    return blocks


def _tier(it: Situation, tier: tuple[str, ...], labels: dict[str, int]) -> Item:
    lines = [Line(stop(it.tell.state(labels[label])), pattern=label) for label in tier[:_BEST]]
    if len(tier) > _BEST:
        lines.append(line("brief.parties.tied_more", n=len(tier) - _BEST))
    if len(tier) > 1:
        return Item((line("brief.parties.tied"),), tuple(lines))
    return Item(tuple(lines))


def _positions(it: Situation, party: Party) -> list[Block]:
    items = tuple(Item((told,)) for told in _stances(it, party))
    return [Text((line("brief.parties.on_record"),)), Items(items)] if items else []


def _stances(it: Situation, party: Party) -> tuple[Line, ...]:
    positions = [one for one in it.dossier.record.positions if one.party == party.id]
    told = (one for one in positions if one.about or one.stance or one.until or one.unless)
    return tuple(position_line(it, one) for one in told)


def position_line(it: Situation, one: Position) -> Line:
    """Return a position of the record as a line."""
    about = subject(it, one.about)
    text = f"{about}: {clean(one.stance)}" if about and one.stance else about or clean(one.stance)
    parts = [text.rstrip(".")] if text else []
    if one.until:
        parts.append(say("brief.parties.until", condition=clean(one.until).rstrip(".")))
    if one.unless:
        parts.append(say("brief.parties.unless", condition=clean(one.unless).rstrip(".")))
    text = ", ".join(parts)
    if one.date is not None:
        text += f" ({when(one.date)})"
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


def _bystander(it: Situation, party: Party) -> Item:
    aside = f" ({_aside(party)})" if _aside(party) else ""
    lines = [Line(stop(f"{clean(party.name)}{aside}"))]
    if party.note:
        lines.append(Line(stop(clean(party.note))))
    return Item(tuple(lines), _stances(it, party))


def _aside(party: Party) -> str:
    parts = [clean(party.kind)] if party.kind else []
    if party.also:
        parts.append(say("brief.parties.also", names=[clean(name) for name in party.also]))
    return "; ".join(parts)
