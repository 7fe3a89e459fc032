"""Reports with what was found in them, in a store, for the tests of reviewing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from detente.dossier import new_dossier
from detente.reading.found import Cue, Found
from detente.reading.report import Report
from detente.reading.store import Store, open_store

TEXT = """Envoys leave the lake resort without a text

The envoys of Norrland and Sudland met at Lake Town on Monday. They left without a text.
Sudland's envoy Ada Brook accused Norrland of stalling. Sudland would not lift its blockade
until the prisoners were free. An official said that Norrland did not shell the port.
At least 1,200 people have died, the Red Cross said.
"""
OTHER = """Sudland names its price

Ada Brook, the envoy of Sudland, repeated on Wednesday that the blockade would go on until the
prisoners were free. The talks at Lake Town on Monday had ended without a text, she said.
"""


@dataclass(frozen=True)
class Read:
    """A report and what was found in it."""

    report: Report
    found: tuple[Found, ...]
    noted: tuple[Any, ...] = ()


def found(text: str, kind: str, words: str, fields: Mapping[str, Any], **more: Any) -> Found:
    """Return an item whose sentence is `words`."""
    start = text.index(words)
    word, focus, cue = more.pop("focus", None), None, None
    if word is not None:
        at = text.index(word, start)
        focus = (at, at + len(word))
        cue = Cue(word, focus)
    return Found(
        kind=kind,
        fields=fields,
        span=(start, start + len(words)),
        rule=more.pop("rule", f"{kind}.test"),
        focus=focus,
        cue=cue,
        **more,
    )


TALKS = "The envoys of Norrland and Sudland met at Lake Town on Monday."
ACCUSED = "Sudland's envoy Ada Brook accused Norrland of stalling."
CONDITION = "Sudland would not lift its blockade\nuntil the prisoners were free."
DENIED = "An official said that Norrland did not shell the port."
DEAD = "At least 1,200 people have died, the Red Cross said."


def first() -> Read:
    """Return a report with one item of most kinds."""
    items = (
        found(TEXT, "parties", TALKS, {"id": "norrland", "name": "Norrland", "kind": "state"}),
        found(TEXT, "parties", TALKS, {"id": "sudland", "name": "Sudland", "kind": "state"}),
        found(
            TEXT, "people", ACCUSED, {"name": "Ada Brook", "party": "sudland", "role": "envoy"}
        ),
        found(
            TEXT, "talks", TALKS,
            {"parties": ["norrland", "sudland"], "level": "officials", "place": "Lake Town",
             "date": "2031-05-05", "status": "held"},
            focus="met", confidence="high",
        ),
        found(
            TEXT, "statements", ACCUSED,
            {"by": ["Ada Brook"], "to": ["norrland"], "act": "accuse", "cue": "accused",
             "content": "stalling"},
            focus="accused",
        ),
        found(
            TEXT, "positions", CONDITION,
            {"party": "sudland", "about": "its blockade", "stance": "not lift its blockade",
             "until": "the prisoners were free"},
            flags=frozenset(["conditional"]),
        ),
        found(
            TEXT, "events", DENIED,
            {"by": ["norrland"], "what": "shell the port", "plover": "ASSAULT"},
            flags=frozenset(["negated"]), chain=("an official",), confidence="low",
        ),
        found(
            TEXT, "figures", DEAD,
            {"what": "deaths", "low": 1200, "unit": "people", "counted_by": "the Red Cross"},
        ),
    )  # fmt: skip
    report = Report(
        text=TEXT,
        origin="one.txt",
        title="Envoys leave the lake resort without a text",
        publisher="Lake Wire",
        published=date(2031, 5, 6),
    )
    return Read(report, items)


def faulty_figure() -> Found:
    """Return an item that no dossier can hold."""
    return found(TEXT, "figures", DENIED, {"what": "deaths", "low": 9, "high": 3})


def second() -> Read:
    """Return another report that tells some of the same."""
    again = "The talks at Lake Town on Monday had ended without a text, she said."
    repeated = OTHER[OTHER.index("Ada Brook") : OTHER.index(" The talks at")]
    items = (
        found(
            OTHER, "talks", again,
            {"parties": ["norrland", "sudland"], "place": "Lake Town", "date": "2031-05-05"},
        ),
        found(
            OTHER, "positions", repeated,
            {"party": "sudland", "about": "its blockade", "stance": "not lift its blockade",
             "until": "the prisoners were free"},
        ),
    )  # fmt: skip
    report = Report(
        text=OTHER,
        origin="two.txt",
        title="Sudland names its price",
        publisher="Port Herald",
        published=date(2031, 5, 8),
    )
    return Read(report, items)


def empty_dossier(folder: Path, reads: Sequence[Read]) -> Path:
    """Return the folder of an empty dossier into which reports were read."""
    new_dossier(folder, "The lake talks", empty=True)
    fill(folder, reads)
    return folder


def fill(folder: Path, reads: Sequence[Read]) -> None:
    """Read reports into the store of a dossier."""
    with open_store(folder) as store:
        for read in reads:
            store.add(read)


def accept(store: Store, *kinds: str) -> None:
    """Accept all proposals of some kinds, or all."""
    for item in [*store.items(status="proposed")]:
        if not kinds or item.kind in kinds:
            store.decide(item.id, "accepted")
