"""From an accepted proposal to an entry of the record: its fields, its evidence, its limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from detente.dossier.dates import DateMistake, read_date
from detente.dossier.shapes import RECORD_ITEMS
from detente.reading.review.proposals import QUOTE, Proposal
from detente.words import say

if TYPE_CHECKING:
    from detente.reading.store import StoredItem

WHO = ("by", "to", "parties", "party", "brokered_by")
"""The keys under which parties stand."""

_WORDS = {
    "statements": "content",
    "positions": "stance",
    "talks": "outcome",
    "truces": "terms",
    "events": "what",
    "support": "what",
    "figures": "what",
}
"""The key of each list under which an entry is told in words."""

_DATES = frozenset(["date", "from", "declared", "in_effect", "ended", "since", "as_of"])
_ID = re.compile("[a-z][a-z0-9_]*")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]+")


def keys_of(kind: str) -> tuple[str, ...]:
    """Return the keys that a person sees and can edit, in the order of the reference."""
    if kind == "parties":
        return ("id", "name", "kind", "also")
    own = [info.alias or name for name, info in RECORD_ITEMS[kind].model_fields.items()]
    common = ("because", "sure", "evidence", "judgement", "draft", "by_way_of", "date")
    return (*(key for key in own if key not in common), "date")


def is_date(kind: str, key: str) -> bool:
    """Tell whether a date stands under `key` in an entry of the list `kind`."""
    return key in _DATES or (key == "to" and kind in ("people", "talks"))


def as_written(kind: str, key: str, value: Any) -> Any:
    """Return a value as it is written: dates as dates, so that they stand without quotes."""
    if is_date(kind, key) and isinstance(value, str):
        try:
            return read_date(value)
        except DateMistake:
            return value
    return value


def quote_of(item: StoredItem) -> str:
    """Return the words that stand as evidence: as shortened by a person, else the sentence.

    White space is made single, and of words with control characters, which no dossier may hold,
    the longest stretch without one is taken.
    """
    words = item.fields.get(QUOTE) or item.quote
    return " ".join(max(_FORBIDDEN.split(words), key=len).split())


def evidence_of(proposal: Proposal) -> list[dict[str, str]]:
    """Return a piece of evidence for each sentence that was accepted."""
    pieces = dict.fromkeys(
        (one.source, quote_of(one)) for one in proposal.members if one.status == "accepted"
    )
    return [{"source": source, "quote": quote} for source, quote in pieces]


def entry_of(
    proposal: Proposal, ids: Mapping[str, str], called: Callable[[str], str] = str
) -> dict[str, Any]:
    """Return the entry that stands for `proposal` in a list of the record.

    Parameters
    ----------
    ids : mapping
        The id in the dossier of each party that stands there under another id.
    called : callable
        Returns the name of a party by its id, and anything else as it is.
    """
    entry: dict[str, Any] = {}
    for key in keys_of(proposal.kind):
        value = _clean(proposal.fields.get(key))
        if value in (None, "", []):
            continue
        if key in WHO and not is_date(proposal.kind, key):
            value = _named(value, ids)
        entry[key] = as_written(proposal.kind, key, value)
    if proposal.chain:
        entry["by_way_of"] = say("review.by_way_of").join(map(called, map(_clean, proposal.chain)))
    if proposal.limits:
        flags = [say(f"review.limit.{flag}") for flag in proposal.limits]
        _limited(proposal, entry)
        entry["because"] = say("review.because", limits=flags)
        entry["draft"] = True
    entry["evidence"] = evidence_of(proposal)
    return entry


def _clean(value: Any) -> Any:
    """Return a value without control characters, its white space single."""
    if isinstance(value, str):
        return " ".join(_FORBIDDEN.sub(" ", value).split())
    if isinstance(value, list | tuple):
        return [one for one in map(_clean, value) if one]
    return value


def _limited(proposal: Proposal, entry: dict[str, Any]) -> None:
    """Let the words of an entry say what limits it, so that nobody reads it as a fact."""
    key = _WORDS.get(proposal.kind)
    if key is not None:
        flags = ", ".join(say(f"review.flag.{flag}") for flag in proposal.limits)
        entry[key] = f"[{flags}] {entry.get(key, '')}".strip()
    entry.pop("plover", None)


def _named(value: Any, ids: Mapping[str, str]) -> Any:
    """Return names of parties as the dossier writes them; a lone word that is no id in capitals."""
    if isinstance(value, str):
        return ids.get(value, value)
    return list(dict.fromkeys(ids.get(one, one) for one in value))


def parties_in(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield what may be ids of parties in the fields of an entry, in the order of its keys."""
    return (name for key in WHO for name in _names(fields.get(key)) if _ID.fullmatch(name))


def who_of(fields: Mapping[str, Any]) -> frozenset[str]:
    """Return who an entry is about: for one entry to be found again by its sentence and these."""
    keys = (*WHO, "people", "name")
    return frozenset(name for key in keys for name in _names(fields.get(key)))


def _names(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, list | tuple) else ()
