"""What a run of draws found: shares of tested readings, and what they hang on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS, concept_number
from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.ensemble.content import content_of
from detente.ensemble.drivers import Driver, PairDriver
from detente.ensemble.guesses import Guess
from detente.ensemble.intervals import Share, exact, wilson
from detente.ensemble.questions import Question
from detente.ensemble.report import ensemble_text
from detente.ensemble.states import StateCounts
from detente.ensemble.table.content import deal_rows
from detente.ensemble.table.shares import DealShares
from detente.ensemble.turning import Search
from detente.negotiation.telling import TableTeller
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say

Stopped = Literal["within", "draws", "certain", "interrupted"]


@dataclass(frozen=True, eq=False)
class EnsembleResult(Result):
    """Shares of tested readings of a dossier, with their intervals, drivers and turning points.

    A share is that of the readings of the dossier which were drawn. It is no probability of an
    event: it says how far an answer hangs on what the author was not sure of.

    Parameters
    ----------
    model : ConflictModel
        The central reading of the conflict; `headlines` name its states. Without a section
        ``conflict``, one that has no party.
    union : ConflictModel
        Every state that can happen in some draw, in the order of `states`; its ranks mean nothing.
    guesses : tuple of Guess
        What was drawn; drivers and turning sets name them by number.
    headlines : tuple of Headline or DealHeadline
        The questions that were followed, by number: about states, then about packages.
    draws : int
        Readings that were tested.
    stopped : {"within", "draws", "certain", "interrupted"}
        Why there are no more: the intervals are narrow enough; there were to be no more; nothing
        is unsure; somebody stopped the run.
    within : float
        The width asked for.
    concepts : tuple of str
        The concepts that were computed.
    asked : tuple of str
        Those of the headlines.
    states : StateCounts
        In how many draws each state of `union` does what.
    deals : DealShares or None
        In which share of the draws each package is what; `None` without a table, or where it has
        too many packages.
    answers : tuple of Share
        The share of yes for each headline.
    central : tuple of bool
        The answer to each headline in the central reading.
    drivers : tuple of tuple of Driver
        For each headline, how every guess moves it, the strongest first; none where the answer
        is the same in every draw.
    pairs : tuple of tuple of PairDriver
        For each headline, the pairs that move it together, the strongest first.
    search : Search
        The smallest sets of guesses that turn each headline.
    digest : str
        SHA-256 of all draws.
    resumed : int
        Chunks of draws that were read back from a results folder.
    remarks : tuple of str
        What the user should know of the run, such as that a file of results was damaged.
    source : Manifest
        Where it comes from.
    """

    model: ConflictModel
    union: ConflictModel
    guesses: tuple[Guess, ...]
    headlines: tuple[Question, ...]
    draws: int
    stopped: Stopped
    within: float
    concepts: tuple[str, ...]
    asked: tuple[str, ...]
    states: StateCounts
    deals: DealShares | None
    answers: tuple[Share, ...]
    central: tuple[bool, ...]
    drivers: tuple[tuple[Driver, ...], ...]
    pairs: tuple[tuple[PairDriver, ...], ...]
    search: Search
    digest: str
    resumed: int
    remarks: tuple[str, ...]
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from; the seed stands in it."""
        return self.source

    @cached_property
    def teller(self) -> Teller:
        """Tells states of `model`, as headlines name them, in words."""
        return Teller(self.model)

    @cached_property
    def deal_teller(self) -> TableTeller:
        """Tells packages in words; only where there are shares of `deals`."""
        if self.deals is None:
            raise ValueError("nothing was drawn of a table")
        return TableTeller(self.deals.model)

    @cached_property
    def _index(self) -> dict[str, int]:
        return {label: k for k, label in enumerate(self.union.labels())}

    @property
    def widest(self) -> float:
        """The width of the widest interval of a headline."""
        return max((share.width for share in self.answers), default=0.0)

    def share_of(self, count: int) -> Share:
        """Return the share of the draws that `count` of them are."""
        if self.stopped == "certain":
            return exact(count, self.draws)
        return wilson(count, self.draws)

    def holds(self, state: str, concept: str) -> Share:
        """Return in which share `state` (a label) is an equilibrium under `concept`."""
        k, at = concept_number(concept), self._index.get(state)
        return self.share_of(0 if at is None else int(self.states.equilibrium[k, at]))

    def stable(self, state: str, party: str, concept: str) -> Share:
        """Return in which share `state` is stable for `party` (an id) under `concept`."""
        k, at = concept_number(concept), self._index.get(state)
        i = self.model.parties.index(party)
        return self.share_of(0 if at is None else int(self.states.stable[i, k, at]))

    def reachable(self, state: str, by: Literal["moves", "improvements"] = "improvements") -> Share:
        """Return in which share moves, or improvements, lead from today to `state`."""
        counts = self.states.by_moves if by == "moves" else self.states.by_improvements
        at = self._index.get(state)
        return self.share_of(0 if at is None else int(counts[at]))

    def holding(self, concept: str) -> NDArray[np.intp]:
        """Return the states of `union` that hold in some draw under `concept`, rising."""
        return np.flatnonzero(self.states.equilibrium[concept_number(concept)])

    def guess(self, id_: str) -> Guess:
        """Return the guess with this id."""
        return next(guess for guess in self.guesses if guess.id == id_)

    def title(self) -> str:
        """Return one line: how many readings were tested, of how many guesses."""
        code = "certain" if self.stopped == "certain" else "one" if self.draws == 1 else "many"
        return say(f"ensemble.title.{code}", n=f"{self.draws:,}", guesses=len(self.guesses))

    def content(self) -> dict[str, Any]:
        """Return the answer as the JSON object that the reference describes."""
        return content_of(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each state and concept with a share above 0, with its interval.

        Rows about packages follow: what a package is, instead of a concept, and the package.
        """
        teller, labels = Teller(self.union), self.union.labels()
        for concept in self.concepts:
            for state in self.holding(concept).tolist():
                share = self.holds(labels[state], concept)
                yield {
                    "concept": concept,
                    "state": labels[state],
                    **share.to_dict(),
                    "draws": self.draws,
                    "meaning": teller.state(state),
                }
        if self.deals is not None:
            yield from deal_rows(self.deals, self.deal_teller)

    def to_text(self) -> str:
        """Return shares, drivers and turning sets in words for a terminal."""
        return ensemble_text(self)

    @property
    def missing(self) -> tuple[str, ...]:
        """The concepts that were not computed."""
        return tuple(concept for concept in CONCEPTS if concept not in self.concepts)
