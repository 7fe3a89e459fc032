"""The annex on the parties: every wish in order, with its reason, and every position."""

from __future__ import annotations

from detente.brief.annexes import MOST_TIERS, annex_letters, back
from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.marks import mark_of
from detente.brief.phrases import line, stop
from detente.brief.positions import stances
from detente.brief.situation import Situation
from detente.dossier import Party
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
from detente.words.naming import capital, clean

_BEST, _WORST, _TIED = MOST_TIERS, 5, 20


def wishes(it: Situation) -> Section:
    """Return the annex on what each player wants, complete and in order."""
    blocks: list[Block] = [back(it, "wishes"), Text((line("brief.parties.lead"),), "quiet")]
    for index, party in enumerate(it.model.parties):
        blocks += _player(it, index, it.dossier.parties[party])
    others = [p for p in it.dossier.parties.values() if p.id not in it.model.parties]
    if others:
        blocks.append(Heading(say("brief.parties.others")))
        blocks.append(Text((line("brief.parties.others_lead"),), "quiet"))
        blocks.append(Items(tuple(_bystander(it, party) for party in others)))
    letter = annex_letters(it)["wishes"]
    return Section("annex-wishes", say("brief.annex.wishes"), tuple(blocks), letter)


def _player(it: Situation, index: int, party: Party) -> list[Block]:
    blocks: list[Block] = [Heading(clean(party.name), also(party), f"wishes-{party.id}")]
    blocks.append(back(it, "wishes", f"party-{party.id}"))
    if party.note:
        blocks.append(Text((Line(stop(clean(party.note))),), "quiet"))
    blocks += _options(it, index)
    preference = it.standoff.preferences.get(party.id)
    who = it.who(index)
    if isinstance(preference, ByStatements):
        blocks += _reason(it, preference)
        blocks.append(Text((line("brief.parties.wants", who=who),)))
        items = tuple(_entry(it, index, entry) for entry in preference.entries)
        blocks.append(Items(items, ordered=True))
    elif isinstance(preference, ByRanking):
        blocks += _ranked(it, index, preference)
    elif isinstance(preference, ByWeights):
        blocks += _reason(it, preference)
        blocks.append(Text((line("brief.parties.weighs", who=who),)))
        terms = sorted(preference.terms, key=lambda one: -abs(one.low + one.high))
        blocks.append(Items(tuple(_weight(it, index, term) for term in terms)))
    elif isinstance(preference, Indifferent):
        told = line("brief.parties.indifferent", who=who)
        blocks.append(Text((Line(told.text, mark=mark_of(preference.reason)),)))
        blocks += _reason(it, preference)
    items = tuple(Item((told,)) for told in stances(it, party))
    if items:
        blocks += [Text((line("brief.parties.on_record"),)), Items(items)]
    return blocks


def also(party: Party) -> str:
    """Return the kind of a party and its other names."""
    parts = [clean(party.kind)] if party.kind else []
    if party.also:
        parts.append(say("brief.parties.also", names=[clean(name) for name in party.also]))
    return "; ".join(parts)


def _options(it: Situation, party: int) -> list[Block]:
    """Return what the party could do, and what of it is done today."""
    own = [k for k in range(len(it.model.options)) if int(it.model.owner[k]) == party]
    letters = it.model.label(it.today) if it.today is not None else "-" * len(it.model.options)
    told = []
    for letter, code in (("Y", "done"), ("N", "not_done"), ("-", "could")):
        texts = [it.tell.texts[k] for k in own if letters[k] == letter]
        if texts:
            told.append(line(f"brief.parties.{code}", what="; ".join(texts)))
    return [Text(tuple(told))] if told else []


def _reason(it: Situation, preference: ByStatements | ByWeights | Indifferent) -> list[Block]:
    """Return why the analyst chose this order."""
    reason = preference.reason
    if not reason.because:
        return []
    notes = it.notebook.cite(reason.evidence)
    return [Text((Line(stop(clean(reason.because)), notes, mark=mark_of(reason)),), "quiet")]


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
    shown = tiers if len(tiers) <= _BEST else tiers[:_BEST]
    blocks.append(Items(tuple(_tier(it, tier, labels) for tier in shown), ordered=True))
    if len(shown) < len(tiers):
        blocks.append(Text((line("brief.parties.worst"),)))
        blocks.append(Items(tuple(_tier(it, tier, labels) for tier in tiers[-_WORST:])))
    return blocks


def _tier(it: Situation, tier: tuple[str, ...], labels: dict[str, int]) -> Item:
    lines = [Line(stop(it.tell.state(labels[label])), pattern=label) for label in tier[:_TIED]]
    if len(tier) > _TIED:
        lines.append(line("brief.parties.tied_more", n=len(tier) - _TIED))
    if len(tier) > 1:
        return Item((line("brief.parties.tied"),), tuple(lines))
    return Item(tuple(lines))


def _bystander(it: Situation, party: Party) -> Item:
    aside = f" ({also(party)})" if also(party) else ""
    lines = [Line(stop(f"{clean(party.name)}{aside}"))]
    if party.note:
        lines.append(Line(stop(clean(party.note))))
    return Item(tuple(lines), stances(it, party))
