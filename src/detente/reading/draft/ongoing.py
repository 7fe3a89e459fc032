"""What is being done today: recent deeds of force and help, and who backs whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from detente.dossier import Dossier
from detente.dossier.record import Event, Item, Support
from detente.reading.across.wording import content
from detente.reading.draft.actors import Actors
from detente.reading.draft.deeds import Deeds, Ground
from detente.reading.draft.wish import plain
from detente.words import say
from detente.words.naming import capital, clean, the

LASTING = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "AID")
"""The types of events that go on until they are stopped; others are done once."""

_HINTS = {
    "ASSAULT": content(
        "bombing bombardment air strikes airstrikes raids attacks offensive shelling fire fighting "
        "hostilities operations campaign assault violence war killing"
    ),
    "COERCE": content("siege blockade arrests detention detentions crackdown closure repression"),
    "MOBILIZE": content("troops forces deployment build-up mobilisation mobilization exercises"),
    "SANCTION": content("sanctions embargo ban boycott restrictions"),
    "PROTEST": content("protests demonstrations strike marches rallies"),
    "AID": content("support backing help aid arming arms weapons funding financing supplies"),
}

_VERBS = {
    "ASSAULT": "attack",
    "COERCE": "coerce",
    "MOBILIZE": "mobilise",
    "SANCTION": "sanction",
    "PROTEST": "protest",
    "AID": "help",
}

RECENT = timedelta(days=92)
"""How old a deed may be at the date of the dossier to count as done today."""

_GOES_ON = re.compile(
    r"^(?:has |have |is |are )?(?:still )?(?:(continu\w+ to|continu\w+ with|continu\w+)|"
    r"(go(?:es|ing)? on(?: with)?|went on(?: with)?|ke(?:eps?|pt)(?: on)?))\s+",
    re.IGNORECASE,
)


def gather_ongoing(dossier: Dossier, actors: Actors, deeds: Deeds) -> None:
    """Add what parties do today to `deeds`."""
    today = reference(dossier)
    events: dict[tuple[str, str, tuple[str, ...]], list[Event]] = {}
    for event in dossier.record.events:
        if event.plover in LASTING and is_recent(event, dossier, today):
            to = actors.all_of(event.to)
            for party in actors.all_of(event.by):
                events.setdefault((party, event.plover, to), []).append(event)
    for (party, kind, to), found in events.items():
        own = _going_on(found)
        text = own or _by_type(kind, [the(dossier.parties[one].name) for one in to])
        name = "" if own else "_".join([_VERBS[kind], *to[:1]])
        for event in found:
            hints = _HINTS[kind] | content(plain(clean(event.what)))
            deeds.deed(party, text, _ground(dossier, party, event), True, hints, name)
    for support in dossier.record.support:
        if is_recent(support, dossier, today):
            for party in actors.all_of(support.by):
                for client in actors.all_of(support.to):
                    text = say("draft.option.backs", whom=the(dossier.parties[client].name))
                    hints = _HINTS["AID"] | content(plain(clean(support.what)))
                    ground, name = _ground(dossier, party, support), f"back_{client}"
                    deeds.deed(party, text, ground, True, hints, name)


def _going_on(events: Iterable[Event]) -> str | None:
    """Return the deed in the record's own words, where these say that it goes on."""
    texts: Counter[str] = Counter()
    for event in events:
        words = plain(clean(event.what))
        found = _GOES_ON.match(words)
        rest = words[found.end() :] if found else ""
        if not found and words and any(f"to {words}" in _flat(one.quote) for one in event.evidence):
            texts[say("draft.option.goes_to", deed=words)] += 1
        elif not found and words.partition(" ")[0].endswith("ing"):
            texts[say("draft.option.goes_on", deed=words)] += 1
        elif found and rest:
            how = (found[1] or "").casefold()
            code = "to" if how.endswith(" to") else "with" if how.endswith(" with") else "on"
            goes_with = "with" in (found[2] or "").casefold()
            texts[say(f"draft.option.goes_{'with' if goes_with else code}", deed=rest)] += 1
    return min(texts, key=lambda text: (-texts[text], text)) if texts else None


def _flat(text: str) -> str:
    return " ".join(text.split())


def _by_type(kind: str, to: list[str]) -> str:
    if to:
        return say(f"draft.option.{kind.lower()}", whom=to)
    return say(f"draft.option.{kind.lower()}.alone")


def _ground(dossier: Dossier, party: str, item: Event | Support) -> Ground:
    who = the(dossier.parties[party].name)
    what = plain(clean(item.what))
    code = "support" if isinstance(item, Support) else "event"
    if code == "event":
        who = capital(who)
    if not what:
        code = f"{code}.bare"
    return Ground(say(f"draft.because.{code}", who=who, what=what), item.evidence)


def reference(dossier: Dossier) -> date | None:
    """Return the date of the dossier, or the latest that stands in it; `None` if it has none."""
    if dossier.as_of is not None:
        return dossier.as_of.last
    days = [
        *(source.published.last for source in dossier.sources.values() if source.published),
        *(item.date.last for item in dossier.record.items() if item.date is not None),
    ]
    return max(days, default=None)


def is_recent(item: Item, dossier: Dossier, today: date | None) -> bool:
    """Tell whether `item` tells of the time of the dossier, as far as its date is known."""
    days = list(_days(item, dossier))
    if not days or today is None:
        return True
    return today - max(days) <= RECENT


def _days(item: Item, dossier: Dossier) -> Iterator[date]:
    if item.date is not None:
        yield item.date.last
        return
    for piece in item.evidence:
        source = dossier.sources.get(piece.source)
        if source is not None and source.published is not None:
            yield source.published.last
