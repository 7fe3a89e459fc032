"""A fact in one line, and its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.reading.across.items import Fact
from detente.reading.across.sameness import listed, text_of
from detente.reading.across.times import date_of
from detente.words import say
from detente.words.conditions import limit_word
from detente.words.naming import clean

_WHO = ("party", "by", "to", "parties", "people")
_SHOWN_EVIDENCE = 3

NO_NAMES: Mapping[str, str] = {}
"""For results that tell parties by their ids."""


def evidence_of(fact: Fact) -> list[dict[str, Any]]:
    """Return each item of a fact as a JSON object, those of one source together."""
    items = sorted(fact.members, key=lambda one: (one.source, one.span, one.id))
    return [
        {
            "id": one.id,
            "source": one.source,
            "published": None if one.published is None else one.published.isoformat(),
            "span": list(one.span),
            "quote": one.quote,
        }
        for one in items
    ]


def evidence_text(fact: Fact) -> list[str]:
    """Return a line for each of the first sentences that tell a fact, and how many more there are.

    One sentence a source comes first.
    """
    by_source = {one.source: one for one in reversed(fact.members)}
    shown = [by_source[name] for name in fact.sources][:_SHOWN_EVIDENCE]
    lines = [
        say("across.evidence", source=one.source, quote=clean(one.quote))
        for one in shown
        if one.quote
    ]
    more = len(fact.members) - len(shown)
    if more:
        lines.append(say(f"across.evidence.more.{'one' if more == 1 else 'many'}", n=f"{more:,}"))
    return lines


def fields_text(fact: Fact, undated: bool = False, names: Mapping[str, str] = NO_NAMES) -> str:
    """Return what a fact says in one line: when, who, then what, then the rest by name.

    With `undated` its date is left out, since it stands before. Of figures the number is told with
    how far it goes: ``at least``, or between two. Parties are called by their `names`, if given.
    """
    fields = fact.fields
    who = [
        ", ".join(clean(names.get(one, one)) for one in listed(fields.get(key)))
        for key in _WHO
        if _is_who(fields, key)
    ]
    when = date_of(fields)
    told = ["" if undated or when is None else str(when), " → ".join(part for part in who if part)]
    if fact.kind == "figures":
        told.append(number_text(fields))
    told.append(clean(text_of(fields, "act", "status")))
    for key in ("about", "stance", "content", "what", "terms", "outcome"):
        told.append(clean(text_of(fields, key)))
    for key in ("until", "unless", "place", "fate", "counted_by", "role"):
        if fields.get(key):
            word = limit_of(fact) if key == "unless" else key
            told.append(say(f"across.field.{word}", value=clean(str(fields[key]))))
    return "; ".join(part for part in told if part)


def limit_of(fact: Fact) -> str:
    """Return the word that brings in what a fact has under ``unless``."""
    return limit_word(text_of(fact.fields, "stance"), (one.quote for one in fact.members))


def _is_who(fields: Any, key: str) -> bool:
    """Tell whether `key` names someone: ``to`` may also be a date."""
    value = fields.get(key)
    return bool(value) and not (key == "to" and isinstance(value, str))


def number_text(fields: Any) -> str:
    """Return the number of a figure in words.

    >>> number_text({"low": 289000})
    'at least 289,000'
    """
    low, best, high = (fields.get(name) for name in ("low", "best", "high"))
    if best is not None:
        return f"{best:,.10g}"
    if low is not None and high is not None:
        return say("across.number.between", low=f"{low:,.10g}", high=f"{high:,.10g}")
    if low is not None:
        return say("across.number.least", n=f"{low:,.10g}")
    return "" if high is None else say("across.number.most", n=f"{high:,.10g}")
