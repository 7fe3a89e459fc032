"""The section ``conflict`` that a record implies: options, what is done today, preferences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from detente.dossier import Dossier
from detente.dossier.reasons import Evidence
from detente.reading.draft.deeds import BASES, Deed, Ground, Want
from detente.reading.draft.gathering import Gatherer
from detente.words import say
from detente.words.naming import the

MOST_OPTIONS = 12
"""Options of a first draft; more make more states than anybody will read."""

GOES_ON = 4
"""What counts for a deed that goes on: without it nothing can be said about today."""

MOST_QUOTES = 3
"""Quotes that an entry of a draft shows."""


def conflict_section(dossier: Dossier) -> tuple[dict[str, Any] | None, list[str]]:
    """Return the section and what is missing for a better one, a line each.

    Returns
    -------
    dict or None
        As it stands in ``dossier.yaml``; `None` where the record names nothing anybody could do.
    list of str
        Sentences.
    """
    found = Gatherer(dossier)
    missing = list(found.missing)
    if not found.deeds.deeds:
        return None, [say("draft.missing.options"), *missing]
    kept = _chosen(found.deeds.deeds, found.deeds.wants)
    left = [one for one in found.deeds.deeds if one not in kept]
    if left:
        names = [f"{one.text} ({found.who(one.party)})" for one in left]
        missing.append(say("draft.missing.left_out", n=len(left), what="; ".join(names)))
    players = [party for party in dossier.parties if any(one.party == party for one in kept)]
    wants = [
        one
        for one in found.deeds.wants
        if one.deed in kept and (one.given is None or one.given in kept)
    ]
    section: dict[str, Any] = {"options": _options(players, kept)}
    today = [one for one in kept if one.ongoing]
    if today:
        section["status_quo"] = _today(players, today)
    else:
        missing.append(say("draft.missing.today"))
    section["preferences"] = {}
    quiet: dict[str, list[str]] = {"wishes": [], "only_deeds": []}
    for party in players:
        own = [one for one in wants if one.party == party]
        section["preferences"][party] = _preference(own)
        if all(one.basis == "deed" for one in own):
            quiet["only_deeds" if own else "wishes"].append(the(dossier.parties[party].name))
    missing += [say(f"draft.missing.{code}", who=who) for code, who in quiet.items() if who]
    others = dict.fromkeys(one.party for one in found.deeds.wants if one.party not in players)
    for party in others:
        missing.append(say("draft.missing.no_deed", who=the(dossier.parties[party].name)))
    return section, missing


def _chosen(deeds: Sequence[Deed], wants: Iterable[Want]) -> list[Deed]:
    """Return the deeds that carry most, in the order in which they were told."""
    weight: dict[str, int] = defaultdict(int)
    for want in wants:
        for deed in (want.deed, want.given):
            if deed is not None and want.basis != "deed":
                weight[deed.id] += 2
    for deed in deeds:
        weight[deed.id] += GOES_ON * deed.ongoing + sum(
            max(1, len(ground.evidence)) for ground in deed.grounds
        )
    order = sorted(range(len(deeds)), key=lambda k: (-weight[deeds[k].id], k))
    return [deeds[k] for k in sorted(order[:MOST_OPTIONS])]


def _options(players: Iterable[str], deeds: Sequence[Deed]) -> dict[str, Any]:
    return {
        party: {
            one.name: {"is": one.text, **reason(one.grounds)} for one in deeds if one.party == party
        }
        for party in players
    }


def _today(players: Iterable[str], deeds: Sequence[Deed]) -> dict[str, Any]:
    ids = [one.id for party in players for one in deeds if one.party == party]
    return {"is": ids, "because": say("draft.because.today"), "draft": True}


def _preference(wants: Sequence[Want]) -> dict[str, Any]:
    if not wants:
        return {
            "indifferent": {"is": True, "because": say("draft.because.indifferent"), "draft": True}
        }
    order = sorted(
        range(len(wants)),
        key=lambda k: (BASES.index(wants[k].basis), -len(wants[k].grounds), k),
    )
    entries: dict[tuple[str, str, bool], list[Want]] = {}
    for k in order:
        entries.setdefault(wants[k].about, []).append(wants[k])
    return {"statements": [_entry(found) for found in entries.values()]}


def _entry(wants: Sequence[Want]) -> dict[str, Any]:
    told = [{"want": one.text, **reason(one.grounds)} for one in wants]
    if len(told) == 1:
        return told[0]
    return {"one_of": told, "because": say("draft.because.both"), "draft": True}


def reason(grounds: Sequence[Ground]) -> dict[str, Any]:
    """Return why an entry stands in a draft, with its quotes."""
    quotes: dict[tuple[str, str], Evidence] = {}
    for ground in grounds:
        for piece in ground.evidence:
            quotes.setdefault((piece.source, " ".join(piece.quote.split())), piece)
    shown = [
        {"source": one.source, "quote": " ".join(one.quote.split())} for one in quotes.values()
    ]
    told: dict[str, Any] = {"because": grounds[0].because}
    if shown:
        told["evidence"] = shown[:MOST_QUOTES]
    told["draft"] = True
    return told
