"""Values written as YAML that the strict reader reads back as the same values."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from detente.dossier.dates import Date
from detente.dossier.reasons import Evidence
from detente.dossier.scalars import needs_quotes
from detente.errors import call_error

_LINE_BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\ufeff": "\\ufeff"}


def flow(value: Any) -> str:
    """Return `value` on one line, as it can stand anywhere in a YAML file.

    Parameters
    ----------
    value : text, number, bool, date, Evidence, mapping or sequence
        Keys whose value is `None` are left out.

    Raises
    ------
    CallError
        If a value of another kind is in it, or a number that is not finite.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float() if math.isfinite(value):
            return repr(value)
        case str():
            return _text(value)
        case Date() | datetime.date():
            return str(value)
        case Evidence():
            return flow({"source": value.source, "quote": value.quote})
        case Mapping():
            pairs = (f"{_text(key)}: {flow(inner)}" for key, inner in _given(value))
            return "{" + ", ".join(pairs) + "}"
        case Sequence():
            return "[" + ", ".join(flow(inner) for inner in value) + "]"
    raise call_error(
        "cannot-write", f"a value of the kind {type(value).__name__} cannot stand in a dossier",
        "Use text, numbers, true or false, dates, lists and mappings",
    )  # fmt: skip


def block(value: Any, indent: int) -> str:
    """Return `value` as it stands after a key at column `indent` of a block.

    Mappings and lists of mappings go on lines of their own; everything else stays on one
    line. The text starts with the space or line end that must follow the colon.
    """
    if isinstance(value, Mapping) and _given(value):
        return "\n" + "\n".join(entry(value, indent + 2))
    if isinstance(value, list | tuple) and value and all(isinstance(i, Mapping) for i in value):
        return "\n" + "\n".join(line for item in value for line in dashed(item, indent + 2))
    return f" {flow(value)}"


def entry(value: Mapping[str, Any], indent: int) -> list[str]:
    """Return the lines of a block mapping whose keys stand at column `indent`."""
    return [f"{' ' * indent}{_text(key)}:{block(inner, indent)}" for key, inner in _given(value)]


def dashed(value: Any, indent: int) -> list[str]:
    """Return the lines of an entry of a block list whose dash stands at column `indent`."""
    lines = entry(value, indent + 2) if isinstance(value, Mapping) else []
    if not lines:
        return [f"{' ' * indent}- {flow(value)}"]
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def _given(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(str(key), inner) for key, inner in value.items() if inner is not None]


def _text(text: str) -> str:
    if not needs_quotes(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    for sign, escaped in _LINE_BREAKS.items():
        quoted = quoted.replace(sign, escaped)
    return quoted
