"""The parties in short: what each wants first, what decides its stance today, what it said."""

from __future__ import annotations

from dataclasses import replace

from detente.brief.annexes import MOST_TIERS, to_annex
from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.deciding import statements
from detente.brief.marks import mark_of
from detente.brief.phrases import amount, line, stop
from detente.brief.positions import held_by, short_line
from detente.brief.situation import Situation
from detente.dossier import Party
from detente.dossier.expressions import Not
from detente.dossier.record import Position
from detente.dossier.standoff import (
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Indifferent,
    Weight,
)
from detente.words import say
from detente.words.naming import clean

_MOST_DECIDING, _MOST_POSITIONS = 1, 1


def parties(it: Situation) -> Section:
    """Return the section on the parties, players first."""
    blocks: list[Block] = [Text((line("brief.parties.short"),), "quiet")]
    for index, party in enumerate(it.model.parties):
        blocks += _player(it, index, it.dossier.parties[party])
    others = [p for p in it.dossier.parties.values() if p.id not in it.model.parties]
    if others:
        told = line("brief.parties.others_named", names=[it.named(one.id) for one in others])
        blocks.append(Text((told, *to_annex(it, "wishes", "brief.annex.see"))))
    return Section("parties", say("brief.section.parties"), tuple(blocks))


def _player(it: Situation, index: int, party: Party) -> list[Block]:
    heading = Heading(clean(party.name), clean(party.kind), f"party-{party.id}")
    said = _on_record(it, party)
    wanted = _wanted(it, index, party, {note for one in said for note in one.notes})
    cited = {note for one in wanted for note in one.notes}
    bound = any(one.until or one.unless for one in held_by(it, party))
    lines = [*wanted, *(one for one in said if bound or not cited.issuperset(one.notes))]
    pointer = to_annex(
        it, "wishes", "brief.annex.all", f"wishes-{party.id}", what=_all_of(it, party)
    )
    items = [Item((told,)) for told in lines[:-1]]
    return [heading, Items((*items, Item((*lines[-1:], *pointer))))]


def _all_of(it: Situation, party: Party) -> str:
    """Return how much on the party stands in the annex."""
    preference = it.standoff.preferences.get(party.id)
    if isinstance(preference, ByStatements):
        return amount("brief.n.all_wishes", len(preference.entries))
    if isinstance(preference, ByWeights):
        return amount("brief.n.all_wishes", len(preference.terms))
    if isinstance(preference, ByRanking) and len(preference.tiers) <= MOST_TIERS:
        return amount("brief.n.all_tiers", len(preference.tiers))
    return say("brief.annex.more")


def _wanted(it: Situation, index: int, party: Party, said: set[int]) -> list[Line]:
    """Return the first wish, and those that decide today and are told nowhere else.

    What a step waits for is told in the next section, and what a position of the record says
    in the same words, by the notes `said`, needs no second line.
    """
    preference = it.standoff.preferences.get(party.id)
    if isinstance(preference, ByRanking):
        best = it.model.ranks[index].argmax()
        told = line("brief.parties.best", state=it.tell.inside(int(best)))
        return [Line(told.text, pattern=it.model.label(int(best)))]
    if isinstance(preference, ByWeights):
        heaviest = max(preference.terms, key=lambda one: abs(one.low + one.high), default=None)
        return [_wish(it, index, _wanted_by(heaviest), "heaviest")] if heaviest else []
    if isinstance(preference, Indifferent):
        told = line("brief.parties.indifferent", who=it.who(index))
        return [Line(told.text, mark=mark_of(preference.reason))]
    clauses = statements(it.standoff, party.id)
    if not clauses:
        return []
    waits = [clause for one in it.waits if one.party == index for clause in it.grounds(one)]
    deciding = [
        one.clause
        for one in it.reliances
        if one.party == index and one.why in ("nothing", "gain") and one.clause not in waits
    ]
    code = "first_decides" if clauses[0] in deciding else "first"
    wishes = [_wish(it, index, clauses[0], code)]
    rest = [_wish(it, index, one, "decides") for one in deciding if one != clauses[0]]
    return (
        wishes
        + [one for one in rest if not one.notes or not said.issuperset(one.notes)][:_MOST_DECIDING]
    )


def _wanted_by(term: Weight) -> Clause:
    """Return what a weight speaks for: the opposite of its expression where it is negative."""
    if term.low + term.high >= 0:
        return term.clause
    return replace(term.clause, expression=Not(term.clause.expression))


def _wish(it: Situation, party: int, clause: Clause, code: str) -> Line:
    told = line(f"brief.parties.{code}", wish=it.tell.wish(clause.expression, party))
    notes = it.notebook.cite(clause.reason.evidence)
    return Line(stop(told.text), notes, mark=mark_of(clause.reason, bare=True))


def _on_record(it: Situation, party: Party) -> list[Line]:
    """Return the positions that hang on a condition, or the first if none does."""
    positions = held_by(it, party)

    def weight(one: Position) -> int:
        return 0 if one.until or one.unless else 1

    chosen = sorted(positions, key=weight)
    bound = [one for one in chosen if not weight(one)]
    shown = (bound or chosen[:1])[:_MOST_POSITIONS]
    return [short_line(it, one, k) for k, one in enumerate(shown)]
