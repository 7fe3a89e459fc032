"""What was assumed, what rests on judgement, and what this method cannot say."""

from __future__ import annotations

from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.doubt import basis
from detente.brief.marks import mark_of
from detente.brief.phrases import amount, line, share, stop
from detente.brief.situation import Situation
from detente.dossier.reasons import Reason
from detente.dossier.standoff import AnyOrder, ByStatements, Clause, Indifferent, OneOf
from detente.words import say
from detente.words.naming import bare, clean

_CANNOT = ("predict", "order", "timing", "actors", "sources", "together")


def limits(it: Situation) -> Section:
    """Return the section on assumptions and limits."""
    blocks: list[Block] = [
        *_guesses(it),
        *_readings(it),
        *_impossible(it),
        *_one_way(it),
        *_other(it),
        Heading(say("brief.limits.cannot")),
        Items(tuple(Item((line(f"brief.cannot.{one}"),)) for one in _CANNOT)),
    ]
    return Section("limits", say("brief.section.limits"), tuple(blocks))


def _guesses(it: Situation) -> list[Block]:
    guesses: list[tuple[float, int, Clause]] = []
    judged = 0
    for index, party in enumerate(it.model.parties):
        for clause in _clauses(it, party):
            if clause.reason.sure < 1:
                guesses.append((clause.reason.sure, index, clause))
            elif not clause.reason.evidence:
                judged += 1
    guesses.sort(key=lambda one: (one[0], one[1]))
    blocks: list[Block] = [Heading(say("brief.limits.judgements")), Text((basis(it),))]
    if guesses:
        items = tuple(
            Item(
                (
                    Line(
                        line(
                            "brief.limits.guess",
                            who=it.who(index),
                            wish=it.tell.wish(clause.expression, index),
                        ).text,
                        it.notebook.cite(clause.reason.evidence),
                        mark=mark_of(clause.reason),
                    ),
                )
            )
            for _, index, clause in guesses
        )
        blocks += [Text((line("brief.limits.guesses"),)), Items(items)]
    if judged:
        count = amount("brief.n.wishes", judged)
        blocks.append(Text((line("brief.limits.judged", count=count),)))
    return blocks


def _clauses(it: Situation, party: str) -> list[Clause]:
    preference = it.standoff.preferences.get(party)
    if not isinstance(preference, ByStatements):
        return []
    found: list[Clause] = []
    for entry in preference.entries:
        found.extend(entry.entries if isinstance(entry, AnyOrder | OneOf) else [entry])
    return found


def _readings(it: Situation) -> list[Block]:
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


def _impossible(it: Situation) -> list[Block]:
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


def _one_way(it: Situation) -> list[Block]:
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


def _other(it: Situation) -> list[Block]:
    told: list[Item] = []
    if it.model.merged is not None:
        told.append(
            Item(
                (line("brief.limits.merged", count=amount("brief.n.rules", len(it.standoff.same))),)
            )
        )
    for party, preference in it.standoff.preferences.items():
        if isinstance(preference, Indifferent):
            told.append(Item((line("brief.limits.indifferent", who=it.named(party)),)))
    if it.standoff.status_quo is None:
        told.append(Item((line("brief.limits.no_today"),)))
    for source in it.dossier.sources.values():
        if source.file is None:
            told.append(Item((line("brief.limits.unverified", source=clean(source.title)),)))
    if not it.dossier.sources:
        told.append(Item((line("brief.limits.no_sources"),)))
    drafts = sum(1 for reason in it.dossier.reasons.values() if reason.draft)
    if drafts:
        told.append(Item((line("brief.limits.drafts", count=amount("brief.n.entries", drafts)),)))
    unsure = _unsure_record(it)
    if unsure is not None:
        told.append(Item((unsure,)))
    return [Heading(say("brief.limits.other")), Items(tuple(told))] if told else []


def _unsure_record(it: Situation) -> Line | None:
    record = it.dossier.record
    items = [
        one
        for part in (record.statements, record.positions, record.talks, record.truces)
        for one in part
    ] + [*record.events, *record.support, *record.figures, *record.people]
    unsure = [one.sure for one in items if one.sure < 1]
    if not unsure:
        return None
    count = amount("brief.n.entries", len(unsure))
    return line("brief.limits.record", count=count, least=share(min(unsure)))


def _with_reason(it: Situation, text: str, reason: Reason) -> Line:
    told = stop(text[:1].upper() + text[1:])
    return Line(told, it.notebook.cite(reason.evidence), mark=mark_of(reason, bare=True))


def _because(reason: Reason) -> tuple[Line, ...]:
    return (Line(stop(clean(reason.because))),) if reason.because else ()
