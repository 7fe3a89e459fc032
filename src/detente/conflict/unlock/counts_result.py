"""In how many rankings of one party a state is stable for it, told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from typing import Any

from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

WRITTEN = 1_000
"""Of up to so many states the numbers are written out; of more only the shares."""


@dataclass(frozen=True, eq=False)
class CountsResult(Result):
    """In how many strict rankings of one party, the others as they are, a state is stable for it.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    target : int
        The state.
    concepts : tuple of str
        The concepts.
    shares : mapping of (int, str) to Fraction
        For each party and concept the exact share of the party's m! strict rankings.
    """

    model: ConflictModel
    target: int
    concepts: tuple[str, ...]
    shares: Mapping[tuple[int, str], Fraction]
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    @property
    def rankings(self) -> int:
        """How many strict rankings of the states there are: m!."""
        return factorial(self.model.size)

    def number(self, party: int, concept: str) -> int:
        """Return in how many rankings of `party` the target is stable for it, exactly."""
        return int(self.shares[party, concept] * self.rankings)

    def title(self) -> str:
        """Return one line that names the state."""
        return say("unlock.counts.title", label=self.model.label(self.target))

    def content(self) -> dict[str, Any]:
        """Return the numbers as a JSON object, by party and concept; the manifest has the state.

        `rankings` and the numbers are null for conflicts of more than `WRITTEN` states.
        """
        written = self.model.size <= WRITTEN
        told: dict[str, Any] = {}
        for k, party in enumerate(self.model.parties):
            told[party] = {
                "rankings": self.rankings if written else None,
                **{c: self.number(k, c) if written else None for c in self.concepts},
                "share": {c: float(self.shares[k, c]) for c in self.concepts},
            }
        return told

    def rows(self) -> Iterator[Row]:
        """Yield a row for each party and concept."""
        written = self.model.size <= WRITTEN
        for (k, concept), share in self.shares.items():
            yield {
                "state": self.model.label(self.target),
                "party": self.model.parties[k],
                "concept": concept,
                "rankings": self.rankings if written else "",
                "stable": self.number(k, concept) if written else "",
                "share": float(share),
            }

    def to_text(self) -> str:
        """Return the numbers in words."""
        teller = Teller(self.model)
        label = self.model.label(self.target)
        lines = [
            self.title(),
            say("unlock.counts.state", label=label, words=teller.state(self.target)),
        ]
        total = self._brief(self.rankings)
        for k in range(len(self.model.parties)):
            who = capital(teller.party(k))
            lines += ["", say("unlock.counts.party", who=who, total=total)]
            for concept in self.concepts:
                share = self.shares[k, concept]
                lines.append(
                    "  "
                    + say(
                        "unlock.counts.share",
                        concept=say(f"conflict.concept.{concept}"),
                        n=self._brief(self.number(k, concept)),
                        share=f"{float(share) * 100:.1f} %",
                    )
                )
        return fold(lines)

    @staticmethod
    def _brief(number: int) -> str:
        """Return a number as it is read, or how long it is."""
        if number < 10**12:
            return f"{number:,}"
        digits = int(number.bit_length() * 0.30103)
        digits += number >= 10**digits
        return say("unlock.counts.many", digits=f"{digits:,}")
