"""What a brief on a draft still lacks, each with what to do about it.

A draft holds what reports tell; these lines name what no report told, so that nobody takes the
gap for a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.brief.annexes import annex_letters, back
from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.doubt import drafted
from detente.brief.phrases import amount, line
from detente.brief.situation import Situation
from detente.dossier.checkup import mentioned
from detente.dossier.standoff import Indifferent, Preference
from detente.dossier.table import ByOrder, Side, Values
from detente.words import say
from detente.words.naming import capital, clean

MOST_NAMED = 6
"""Options and entries of one kind that are named; of more, the rest is counted."""


def rests_on_draft(it: Situation) -> tuple[Line, ...]:
    """Return the line of page one that says that all this rests on a draft; none if it does not."""
    count = drafted(it.dossier)
    if not count:
        return ()
    letter = annex_letters(it)["missing"]
    told = say("brief.missing.page", count=amount("brief.n.entries", count), letter=letter)
    return (Line(capital(told), to="annex-missing"),)


def missing(it: Situation) -> Section:
    """Return the annex on what a draft still lacks."""
    count = amount("brief.n.entries", drafted(it.dossier))
    blocks: list[Block] = [back(it, "missing"), Text((line("brief.missing.lead", count=count),))]
    for name, items in (
        ("standoff", tuple(_standoff(it))),
        ("table", tuple(_table(it))),
        ("sources", tuple(_sources(it))),
    ):
        if items:
            blocks += [Heading(say(f"brief.missing.{name}")), Items(items)]
    letter = annex_letters(it)["missing"]
    return Section("annex-missing", say("brief.annex.missing"), tuple(blocks), letter)


def _lack(code: str, **fields: object) -> Item:
    """Return a lack, and under it what to do."""
    lack, todo = (say(f"brief.lack.{code}{end}", "en", **fields) for end in ("", ".do"))
    return Item((Line(capital(lack)),), (Line(todo),))


def _named(texts: list[str]) -> str:
    """Return some texts one after the other, and how many more there are."""
    told = "; ".join(texts[:MOST_NAMED])
    more = len(texts) - MOST_NAMED
    return told if more <= 0 else say("brief.missing.more", told=told, n=f"{more:,}")


def _standoff(it: Situation) -> Iterator[Item]:
    standoff, dossier = it.standoff, it.dossier
    if standoff.status_quo is None:
        yield _lack("today")
    for party in standoff.players:
        if isinstance(standoff.preferences.get(party), Indifferent):
            yield _lack("wishes", who=it.named(party), party=party)
    wished = frozenset().union(*(mentioned(one, standoff) for one in _wishes(it)))
    unsaid = [
        f"{clean(option.text).rstrip('.')} ({it.named(option.party)})"
        for option in standoff.options
        if option.id not in wished
    ]
    if unsaid:
        yield _lack("unsaid", what=_named(unsaid))
    spoken = {position.party for position in dossier.record.positions}
    for party in dossier.parties:
        if party in spoken and party not in standoff.players:
            yield _lack("no_option", who=it.named(party), party=party)
    if not standoff.infeasible and len(standoff.options) > 2:
        yield _lack("impossible", states=f"{it.model.size:,}")


def _wishes(it: Situation) -> Iterator[Preference]:
    for preference in it.standoff.preferences.values():
        if not isinstance(preference, Indifferent):
            yield preference


def _table(it: Situation) -> Iterator[Item]:
    table = it.dossier.table
    if table is None:
        yield _lack("table")
        return
    for issue in table.issues:
        if len(issue.outcomes) < 3 and all(one.reason.draft for one in issue.outcomes):
            question = clean(issue.question or issue.id)
            yield _lack("outcomes", issue=question, id=issue.id)
    for party, side in table.sides.items():
        who = it.named(party)
        silent = [
            clean(issue.question or issue.id)
            for issue in table.issues
            if issue.id not in side.values or _is_flat(side.values[issue.id])
        ]
        if silent:
            yield _lack("values", who=who, party=party, what=_named(silent))
    level = [it.named(party) for party, side in table.sides.items() if _unweighed(it, side)]
    if level:
        yield _lack("weights", who=level)
    unknown = [it.named(party) for party, side in table.sides.items() if side.no_deal is None]
    if unknown:
        yield _lack("no_deal", who=unknown)
    if not table.needs:
        yield _lack("needs")


def _is_flat(values: Values) -> bool:
    """Tell whether all outcomes are worth the same."""
    if isinstance(values, ByOrder):
        return len(values.tiers) < 2
    return len({(one.low, one.high) for one in values.amounts.values()}) < 2


def _unweighed(it: Situation, side: Side) -> bool:
    """Tell whether a draft left all issues with the same weight."""
    amounts = list(side.weights.values())
    reason = it.dossier.reasons.get(("negotiation", "parties", side.party, "weights"))
    same = len({(one.low, one.high) for one in amounts}) == 1
    return len(amounts) > 1 and same and reason is not None and reason.draft


def _sources(it: Situation) -> Iterator[Item]:
    dossier = it.dossier
    bare = [
        ".".join(map(str, path))
        for path, reason in dossier.reasons.items()
        if reason.draft and not reason.evidence and _wants_quote(path)
    ]
    if bare:
        yield _lack("quotes", count=amount("brief.n.entries", len(bare)), what=_named(bare))
    unstored = [clean(source.title) for source in dossier.sources.values() if source.file is None]
    if unstored:
        yield _lack("stored", what=_named(unstored))
    if not dossier.record.talks:
        yield _lack("talks")
    if dossier.as_of is None:
        yield _lack("as_of")
    if not dossier.record.figures:
        yield _lack("figures")


def _wants_quote(path: tuple[str | int, ...]) -> bool:
    """Tell whether an entry at `path` can rest on a quote: an option, a wish, an outcome."""
    return (
        path[:2] == ("conflict", "options")
        or "statements" in path
        or ("outcomes" in path and path[-1] != "as_today")
    )
