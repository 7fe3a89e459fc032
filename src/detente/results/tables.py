"""A result as JSON text, as CSV text and as an HTML table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import islice

Row = Mapping[str, object]

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet read a cell as a formula."""

SHOWN = 50
"""Rows of a notebook view before the rest is only counted."""


def to_json(content: Mapping[str, object]) -> str:
    """Return `content` as JSON text with a line for each key and each entry of a list of objects.

    >>> print(to_json({"ok": True, "states": [{"state": "YN"}, {"state": "NY"}]}), end="")
    {
      "ok": true,
      "states": [
        {"state": "YN"},
        {"state": "NY"}
      ]
    }
    """
    lines = [f"  {json.dumps(key)}: {_json_value(value)}" for key, value in content.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json_value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        entries = (json.dumps(entry, ensure_ascii=False) for entry in value)
        return "[\n    " + ",\n    ".join(entries) + "\n  ]"
    return json.dumps(value, ensure_ascii=False)


def to_csv(rows: Iterable[Row], columns: Sequence[str] = ()) -> str:
    r"""Return `rows` as CSV with a header; `columns` is the header where there is no row.

    A text cell that a spreadsheet would run as a formula gets an apostrophe in front.

    >>> to_csv([{"state": "-YN", "share": -1}])
    "state,share\r\n'-YN,-1\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    header: Sequence[str] = ()
    for row in rows:
        if not header:
            header = list(row)
            writer.writerow(header)
        writer.writerow([_safe(row[key]) for key in header])
    if not header and columns:
        writer.writerow(columns)
    return out.getvalue()


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def to_html(rows: Iterable[Row], caption: str) -> str:
    """Return the first rows as an HTML table for notebooks, all text escaped."""
    listed = list(islice(iter(rows), SHOWN + 1))
    if not listed:
        return f"<p>{escape(caption)}</p>"
    head = "".join(f"<th scope='col'>{escape(str(key))}</th>" for key in listed[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(value))}</td>" for value in row.values()) + "</tr>"
        for row in listed[:SHOWN]
    )
    more = "<p>… and more rows: see <code>rows()</code>.</p>" if len(listed) > SHOWN else ""
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
    )
