"""Taking reports into the store, some at a time, before any of them is parsed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.reading.intake import Refused
from detente.reading.report import Report
from detente.reading.store import Refusal, Store
from detente.runs.run import Watcher

MOST_AHEAD = 64
"""Reports that are kept in one step."""

MOST_LETTERS = 4_000_000
"""Letters that wait in memory until they are kept."""


_HALF = re.compile("[\ud800-\udfff]")


@dataclass
class Taken:
    """What became of the files of a call.

    Parameters
    ----------
    numbers : dict
        The kept reports that the call named, in their order; the values say nothing.
    outcomes : Counter
        How many reports were new, the same as before, copies and so on.
    refused : list
        What could not be read, and remarks about what was.
    """

    numbers: dict[int, None] = field(default_factory=dict)
    outcomes: Counter[str] = field(default_factory=Counter)
    refused: list[Refusal] = field(default_factory=list)


def take_in(
    store: Store, reports: Iterable[Report | Refused], watch: Watcher | None = None
) -> Taken:
    """Put `reports` into the store, and return what became of them."""
    taken = Taken()
    ahead: list[Report | Refused] = []
    letters = 0
    if watch is not None:
        watch.start(None)
    try:
        for one in reports:
            ahead.append(one)
            letters += len(one.text) if isinstance(one, Report) else 0
            if len(ahead) >= MOST_AHEAD or letters >= MOST_LETTERS:
                _keep(store, ahead, taken, watch)
                ahead, letters = [], 0
        _keep(store, ahead, taken, watch)
    finally:
        if watch is not None:
            watch.stop()
    return taken


def _keep(store: Store, ahead: list[Report | Refused], taken: Taken, watch: Watcher | None) -> None:
    """Keep what waits in one transaction."""
    said = {one.origin for one in taken.refused}
    with store.transaction():
        store.forget_refusals({one.origin for one in ahead} - said)
        for one in ahead:
            if isinstance(one, Refused):
                refusal = Refusal(one.origin, one.code, one.reason, one.remedy, one.kept)
            elif _unkeepable(one):
                refusal = Refusal(
                    one.origin, "not-text", "the text holds characters that are none",
                    "Save it as plain text in UTF-8",
                )  # fmt: skip
            else:
                added = store.add_report(one)
                taken.outcomes[added.outcome] += 1
                taken.numbers[added.number] = None
                continue
            store.refuse(refusal)
            taken.refused.append(refusal)
    if watch is not None:
        watch.advance(len(ahead), True)


def _unkeepable(report: Report) -> bool:
    """Tell whether anything of a report holds half a character, which no file can."""
    told = (report.text, report.origin, report.title, report.publisher, report.byline)
    return any(_HALF.search(text) for text in told if text)
