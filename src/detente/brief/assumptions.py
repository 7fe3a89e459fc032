"""The annex on assumptions: every guess, and everything taken to be impossible or final."""

from __future__ import annotations

from detente.brief.annexes import annex_letters, back
from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.doubt import judged, unsure
from detente.brief.marks import mark_of
from detente.brief.outlook import Outlook
from detente.brief.phrases import amount, line, stop
from detente.brief.sureness import further, shares
from detente.dossier.reasons import Reason
from detente.dossier.standoff import AnyOrder, ByStatements, Clause, OneOf
from detente.words import say
from detente.words.naming import bare, clean


def assumptions(it: Outlook) -> Section:
    """Return the annex on assumptions."""
    blocks: list[Block] = [
        back(it, "assumptions"),
        *shares(it),
        *further(it),
        *_guesses(it),
        *_readings(it),
        *_impossible(it),
        *_one_way(it),
    ]
    letter = annex_letters(it)["assumptions"]
    return Section("annex-assumptions", say("brief.annex.assumptions"), tuple(blocks), letter)


def _guess(it: Outlook, party: int, clause: Clause) -> Line:
    """Return a statement with the confidence that the analyst has in it."""
    wish = it.tell.wish(clause.expression, party)
    told = line("brief.limits.guess", who=it.who(party), wish=wish)
    notes = it.notebook.cite(clause.reason.evidence)
    return Line(told.text, notes, mark=mark_of(clause.reason))


def _guesses(it: Outlook) -> list[Block]:
    blocks: list[Block] = []
    found = unsure(it)
    if found:
        items = tuple(Item((_guess(it, party, clause),)) for party, clause in found)
        blocks += [
            Heading(say("brief.limits.judgements")),
            Text((line("brief.limits.guesses"),)),
            Items(items),
        ]
    count = judged(it)
    if count:
        told = line("brief.limits.judged", count=amount("brief.n.wishes", count))
        blocks.append(Text((told,)))
    return blocks


def _readings(it: Outlook) -> list[Block]:
    counts = {AnyOrder: 0, OneOf: 0}
    for preference in it.standoff.preferences.values():
        for entry in preference.entries if isinstance(preference, ByStatements) else ():
            if isinstance(entry, AnyOrder | OneOf):
                counts[type(entry)] += 1
    told = []
    if counts[AnyOrder]:
        told.append(
            line("brief.limits.any_order", count=amount("brief.n.places", counts[AnyOrder]))
        )
    if counts[OneOf]:
        told.append(line("brief.limits.one_of", count=amount("brief.n.places", counts[OneOf])))
    return [Text(tuple(told))] if told else []


def _impossible(it: Outlook) -> list[Block]:
    if not it.standoff.infeasible:
        return []
    items = tuple(
        Item(
            (_with_reason(it, it.tell.fact(clause.expression), clause.reason),),
            _because(clause.reason),
        )
        for clause in it.standoff.infeasible
    )
    return [
        Heading(say("brief.limits.impossible")),
        Text((line("brief.limits.impossible_lead"),)),
        Items(items),
    ]


def _one_way(it: Outlook) -> list[Block]:
    options = {option.id: option for option in it.standoff.options}
    items = []
    for option_id, one in it.standoff.one_way.items():
        option = options[option_id]
        who = it.who(it.model.parties.index(option.party))
        told = say(f"brief.limits.{one.direction}", who=who, what=bare(option.text))
        items.append(Item((_with_reason(it, told, one.reason),), _because(one.reason)))
    if not items:
        return []
    return [Heading(say("brief.limits.one_way")), Items(tuple(items))]


def _with_reason(it: Outlook, text: str, reason: Reason) -> Line:
    told = stop(text[:1].upper() + text[1:])
    return Line(told, it.notebook.cite(reason.evidence), mark=mark_of(reason, bare=True))


def _because(reason: Reason) -> tuple[Line, ...]:
    return (Line(stop(clean(reason.because))),) if reason.because else ()
