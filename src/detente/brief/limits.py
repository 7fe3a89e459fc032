"""What is taken for granted in short, and what this method cannot say."""

from __future__ import annotations

from detente.brief.annexes import to_annex
from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.phrases import amount, line, share
from detente.brief.situation import Situation
from detente.dossier.standoff import Indifferent
from detente.words import say
from detente.words.naming import clean

_CANNOT = ("predict", "order", "actors", "sources")


def limits(it: Situation) -> Section:
    """Return the section on assumptions and limits."""
    blocks: list[Block] = [
        *_taken(it),
        *_other(it),
        Heading(say("brief.limits.cannot")),
        Items(tuple(Item((line(f"brief.cannot.{one}"),)) for one in _cannot(it))),
    ]
    return Section("limits", say("brief.section.limits"), tuple(blocks))


def _cannot(it: Situation) -> tuple[str, ...]:
    table = it.dossier.table is not None
    return tuple(f"{one}.table" if table and one == "order" else one for one in _CANNOT)


def _paragraph(lines: list[Line]) -> list[Block]:
    return [Text(tuple(lines))] if lines else []


def _taken(it: Situation) -> list[Block]:
    """Return how much is taken to be impossible or final."""
    lines = []
    standoff = it.standoff
    if standoff.infeasible:
        count = amount("brief.n.combinations", len(standoff.infeasible))
        lines.append(line("brief.limits.impossible_count", count=count))
    if standoff.one_way:
        texts = {option.id: option.text for option in standoff.options}
        what = [clean(texts[one]).rstrip(".") for one in standoff.one_way]
        told = "; ".join(text[:1].lower() + text[1:] for text in what)
        lines.append(line("brief.limits.one_way_short", what=told))
    if lines:
        lines += to_annex(it, "assumptions", "brief.annex.see")
    return _paragraph(lines)


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
