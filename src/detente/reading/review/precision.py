"""How often each rule was right, as measured by decisions that a person made one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.reading.found import KINDS
from detente.reading.review.proposals import QUOTE
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say

if TYPE_CHECKING:
    from detente.reading.store import Store, StoredItem

_Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def wilson(right: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson's score (Wilson 1927).

    >>> [round(end, 3) for end in wilson(9, 10)]
    [0.596, 0.982]
    """
    if n == 0:
        return 0.0, 1.0
    share, square = right / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Measured:
    """The decisions about the items of one rule and kind.

    Parameters
    ----------
    accepted, edited, rejected : int
        Items accepted as they were found, accepted after a change, and rejected.
    """

    rule: str
    kind: str
    accepted: int
    edited: int
    rejected: int

    @property
    def n(self) -> int:
        """How many items were decided."""
        return self.accepted + self.edited + self.rejected

    @property
    def share(self) -> float:
        """The share of items that were right as found."""
        return self.accepted / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share."""
        return wilson(self.accepted, self.n)


@dataclass(frozen=True, eq=False)
class Precision(Result):
    """Measured precision, rule by rule; `bulk` items were accepted unseen and do not count."""

    measured: tuple[Measured, ...]
    bulk: int

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return Manifest("precision", "", {"bulk": self.bulk})

    def title(self) -> str:
        """Return one line that says how many decisions count."""
        if not self.measured:
            return say("review.precision.none")
        return say("review.precision.title", n=sum(one.n for one in self.measured))

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        return {"precision": list(self.rows()), "bulk": self.bulk}

    def rows(self) -> Iterator[Row]:
        """Yield a row a rule and kind."""
        for one in self.measured:
            low, high = one.interval
            yield {
                "rule": one.rule,
                "kind": one.kind,
                "accepted": one.accepted,
                "edited": one.edited,
                "rejected": one.rejected,
                "n": one.n,
                "share": round(one.share, 4),
                "low": round(low, 4),
                "high": round(high, 4),
            }

    def to_text(self) -> str:
        """Return the table for a terminal."""
        lines = [self.title()]
        if self.measured:
            wide = max(len(one.rule) for one in self.measured) + 2
            lines.append(say("review.precision.head", rule=f"{'':{wide}}"))
        for one in self.measured:
            low, high = one.interval
            lines.append(
                f"  {one.rule:{wide}}{one.kind:12}{one.accepted:>8}{one.edited:>8}"
                f"{one.rejected:>9}{one.share:>8.0%}  {low:.0%}-{high:.0%}"
            )
        if self.bulk:
            lines.append(say("review.precision.bulk", n=self.bulk))
        return "\n".join(lines) + "\n"


def precision(store: Store) -> Precision:
    """Return how often each rule was right.

    What was accepted in bulk does not count. An item whose quote alone was shortened was right.
    """
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    bulk = 0
    for item in store.items():
        if item.status == "proposed":
            continue
        if item.bulk:
            bulk += 1
            continue
        counts[item.kind, item.rule][_column(item)] += 1
    order = sorted(counts, key=lambda key: (KINDS.index(key[0]), key[1]))
    return Precision(tuple(Measured(rule, kind, *counts[kind, rule]) for kind, rule in order), bulk)


def _column(item: StoredItem) -> int:
    if item.status == "rejected":
        return 2
    kept = {key: value for key, value in item.fields.items() if key != QUOTE}
    return int(item.edited and kept != dict(item.proposed))
