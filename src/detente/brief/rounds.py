"""The rounds of talks on record: the last, the next, and how they are told."""

from __future__ import annotations

from detente.brief.phrases import when
from detente.brief.situation import Situation
from detente.dossier.record import Talks
from detente.words import say
from detente.words.naming import clean

_NEVER = 10**7


def last_talks(it: Situation) -> Talks | None:
    """Return the latest talks that were held or are under way."""
    held = [
        one
        for one in it.dossier.record.talks
        if one.status in (None, "held", "under way") and start(one) is not None
    ]
    return max(held, key=lambda one: start(one) or 0, default=None)


def coming_talks(it: Situation) -> list[Talks]:
    """Return the talks planned for the dossier's date or later, the next first."""
    today, _ = _now(it)
    planned = [
        one
        for one in it.dossier.record.talks
        if one.status in ("scheduled", "unofficial") and (start(one) or _NEVER) >= today
    ]
    return sorted(planned, key=lambda one: start(one) or _NEVER)


def next_talks(it: Situation) -> Talks | None:
    """Return the next round: the first after the dossier's date, or else on it."""
    coming = coming_talks(it)
    _, today = _now(it)
    later = [one for one in coming if (start(one) or _NEVER) > today]
    return next(iter(later or coming), None)


def _now(it: Situation) -> tuple[int, int]:
    """Return the first and last day of the dossier's date, else of its latest source."""
    as_of = it.dossier.as_of
    if as_of is not None:
        return as_of.first.toordinal(), as_of.last.toordinal()
    told = [one.published for one in it.dossier.sources.values() if one.published is not None]
    latest = max(told, key=lambda date: date.first, default=None)
    return (0, 0) if latest is None else (latest.first.toordinal(), latest.last.toordinal())


def start(talks: Talks) -> int | None:
    """Return the first day of talks as a number, if it is known."""
    told = talks.from_ or talks.date or talks.to
    return told.first.toordinal() if told is not None else None


def level_word(talks: Talks) -> str:
    """Return what kind of talks these are."""
    return say(f"brief.level.{talks.level or 'any'}")


def outcome_after_colon(talks: Talks) -> str:
    """Return what talks brought, to stand after the words about them; empty if not on record."""
    outcome = clean(talks.outcome).rstrip(".")
    return f": {outcome}" if outcome else ""


def near(talks: Talks) -> str:
    """Return the date and, in brackets, the place of talks up to its first comma."""
    told = when(talks.from_ or talks.date or talks.to)
    place = clean((talks.where or "").split(",")[0])
    return f"{told} ({place})" if place else told
