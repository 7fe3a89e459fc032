"""What a second reader should look at: guesses without support, gaps, quotes not verified."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dossier.expression_text import parts
from detente.dossier.expressions import Expression, Pattern, Taken
from detente.dossier.model import Dossier
from detente.dossier.reasons import Evidence, Reason
from detente.dossier.record import Record
from detente.dossier.record_reading import ITEMS
from detente.dossier.remarks import Remark, remark, supported
from detente.dossier.standoff import (
    ByPairs,
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Indifferent,
    Preference,
    Standoff,
)
from detente.dossier.table_checkup import review_table
from detente.dossier.wording import shown
from detente.words import say


def review(dossier: Dossier) -> tuple[Remark, ...]:
    """Return what a second reader of `dossier` should look at, in the order of the file.

    Needs only the dossier: indifferent parties; options that no statement or weight of a party
    (or of any) mentions; statements, perceptions and entries of the record that rest on neither
    evidence nor a stated judgement; drafts; statements less than sure; sources whose quotes cannot
    be verified; parties that nothing else in the dossier names; of the table, parties without a
    reservation value, what they want without support, issues without weight, parties that must
    comply and cannot act, outcomes whose needs were left out.
    """
    found = [
        *_quiet_parties(dossier),
        *_unverified(dossier),
        *_of_record(dossier.record),
        *(_of_standoff(dossier, dossier.standoff) if dossier.standoff is not None else ()),
        *(review_table(dossier, dossier.table) if dossier.table is not None else ()),
        *_drafts(dossier),
    ]
    return tuple(sorted(found))


def _of_standoff(dossier: Dossier, standoff: Standoff) -> Iterator[Remark]:
    by_party: dict[str, set[str]] = {}
    for party, preference in standoff.preferences.items():
        name = dossier.party_name(party)
        if isinstance(preference, Indifferent):
            yield remark(preference.place, "indifferent", party=name)
            continue
        by_party[party] = mentioned(preference, standoff)
        yield from _of_preference(preference, name)
    yield from _of_perceptions(dossier, standoff)
    by_any = set[str]().union(*by_party.values())
    for option in standoff.options:
        if option.id not in by_any:
            yield remark(option.place, "option-unmentioned", option=option.id)
        elif option.id not in by_party.get(option.party, by_any):
            name = dossier.party_name(option.party)
            yield remark(option.place, "own-option-unmentioned", party=name, option=option.id)


def _of_perceptions(dossier: Dossier, standoff: Standoff) -> Iterator[Remark]:
    for party, perception in standoff.perceptions.items():
        who, whole = dossier.party_name(party), supported(perception.reason)
        for unseen in perception.not_seen:
            if not (whole or supported(unseen.reason)):
                what = say("dossier.review.what.unseen", party=who, option=unseen.option)
                yield remark(unseen.place, "unsupported", what=what)
        for other, preference in perception.preferences.items():
            name = say("dossier.review.what.seen", party=who, other=dossier.party_name(other))
            yield from _of_preference(preference, name, whole)


def _of_preference(preference: Preference, name: str, whole: bool = False) -> Iterator[Remark]:
    whole = whole or supported(preference.reason)
    if isinstance(preference, ByRanking):
        if not whole:
            yield remark(preference.place, "unsupported", what=f"the ranking of {name}")
        return
    if isinstance(preference, ByPairs):
        for pair in preference.pairs:
            what = f"that {pair.better} is better than {pair.worse} for {name}"
            if not (whole or supported(pair.reason)):
                yield remark(pair.place, "unsupported", what=what)
            if pair.reason.sure < 1:
                yield remark(pair.place, "unsure", what=what, sure=f"{pair.reason.sure:.0%}")
        return
    for clause, around in _clauses(preference):
        what = f"“{shown(clause.text)}” of {name}"
        if not (whole or supported(clause.reason) or supported(around)):
            yield remark(clause.place, "unsupported", what=what)
        if clause.reason.sure < 1 or around.sure < 1:
            sure = clause.reason.sure * (around.sure if around is not clause.reason else 1)
            yield remark(clause.place, "unsure", what=what, sure=f"{sure:.0%}")


def _clauses(preference: Preference) -> Iterator[tuple[Clause, Reason]]:
    """Yield each clause with the reason of the group that it stands in."""
    if isinstance(preference, ByStatements):
        for entry in preference.entries:
            if isinstance(entry, Clause):
                yield entry, entry.reason
            else:
                yield from ((clause, entry.reason) for clause in entry.entries)
    elif isinstance(preference, ByWeights):
        yield from ((term.clause, term.clause.reason) for term in preference.terms)


def mentioned(preference: Preference, standoff: Standoff) -> set[str]:
    """Return the options on which `preference` can depend; a ranking depends on all."""
    every = [option.id for option in standoff.options]
    if isinstance(preference, ByPairs):
        apart = [zip(every, pair.better, pair.worse, strict=True) for pair in preference.pairs]
        return {option for pair in apart for option, one, two in pair if one != two}
    if isinstance(preference, ByRanking):
        return set(every)
    found: set[str] = set()
    waiting: list[Expression] = [clause.expression for clause, _ in _clauses(preference)]
    while waiting:
        expression = waiting.pop()
        if isinstance(expression, Taken):
            found.add(expression.option)
        elif isinstance(expression, Pattern):
            found.update(o for o, x in zip(every, expression.letters, strict=True) if x != "-")
        waiting.extend(parts(expression))
    return found


def _of_record(record: Record) -> Iterator[Remark]:
    for name in ITEMS:
        for i, item in enumerate(getattr(record, name)):
            what = f"entry {i + 1} of record.{name}"
            if not item.evidence and not item.judgement:
                yield remark(item.place, "unsupported", what=what)
            if item.draft:
                yield remark(item.place, "draft", what=what)


def _drafts(dossier: Dossier) -> Iterator[Remark]:
    for path, reason in dossier.reasons.items():
        if reason.draft:
            yield remark(dossier.places.get(path), "draft", what=".".join(map(str, path)))


def _unverified(dossier: Dossier) -> Iterator[Remark]:
    quotes: dict[str, int] = {}
    for evidence in _all_evidence(dossier):
        if evidence.span is None:
            quotes[evidence.source] = quotes.get(evidence.source, 0) + 1
    for source, count in quotes.items():
        place = dossier.places.get(("sources", source))
        yield remark(place, "unverified", source=source, count=count)


def _all_evidence(dossier: Dossier) -> Iterator[Evidence]:
    for reason in dossier.reasons.values():
        yield from reason.evidence
    for name in ITEMS:
        for item in getattr(dossier.record, name):
            yield from item.evidence


def _quiet_parties(dossier: Dossier) -> Iterator[Remark]:
    named: set[str] = {backed for party in dossier.parties.values() for backed in party.backs}
    named |= {party.id for party in dossier.parties.values() if party.backs}
    if dossier.standoff is not None:
        named |= set(dossier.standoff.players)
    if dossier.table is not None:
        members = (*dossier.table.must_sign, *dossier.table.must_comply)
        named |= {*dossier.table.sides, *(member.party for member in members)}
    for name in ITEMS:
        for item in getattr(dossier.record, name):
            for who in ("by", "to", "parties", "party"):
                value = getattr(item, who, None)
                named |= set(value) if isinstance(value, tuple) else {str(value)}
    for party in dossier.parties.values():
        if party.id not in named:
            place = dossier.places.get(("parties", party.id))
            yield remark(place, "party-unmentioned", party=party.name)
