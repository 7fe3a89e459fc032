"""Small pieces of wording that the faults of a dossier share."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from detente.dossier.scalars import Number

MAX_SHOWN = 60
_MAX_COMPARED = 200


def kind_of(value: Any) -> str:
    """Return what `value` is, in the words of a YAML file."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, Number):
        return "a number"
    return "text"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the entry of `known` most like `word`, or `None` if none is like it."""
    sought = word.casefold()
    entries = list(known)
    if len(entries) > _MAX_COMPARED:
        entries = [entry for entry in entries if entry.casefold()[:2] == sought[:2]]
    choices = {entry.casefold(): entry for entry in entries[:_MAX_COMPARED]}
    found = get_close_matches(sought[:MAX_SHOWN], choices, n=1, cutoff=0.6)
    return choices[found[0]] if found else None


def suggest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a remedy that names the nearest of `known`, or else all of few, or `otherwise`."""
    entries = list(known)
    found = nearest(word, entries)
    if found is not None:
        return f"Did you mean {found}"
    if entries and len(entries) <= 16:
        known = f"nown here: {', '.join(entries)}"
        return f"{otherwise}; k{known}" if otherwise else f"K{known}"
    return otherwise


def shown(text: str, most: int = MAX_SHOWN) -> str:
    """Return `text` on one line, shortened to `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
