"""First-level hypergames: every party judges each state by the conflict as it sees it.

G_i is the whole game as party i sees it. A state is an equilibrium of the hypergame if for each
party it is stable within that party's own game [1]_, [2]_, [3]_. A state that a party's game does
not hold is not stable for it.

References
----------
.. [1] Bennett (1977), "Toward a theory of hypergames", Omega 5, 749-751.
.. [2] Wang, Hipel & Fraser (1988), "Modeling misperceptions in games", Behavioral Science 33,
   207-223.
.. [3] Aljefri, Bashar, Fang & Hipel (2018), "First-level hypergame for investigating misperception
   in conflicts", IEEE Transactions on Systems, Man, and Cybernetics: Systems 48, 2158-2175.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS, computed_concepts, concept_number
from detente.conflict.model import ConflictModel
from detente.conflict.perceived import perceived_game
from detente.conflict.perceptions.content import (
    perceptions_content,
    perceptions_rows,
    perceptions_title,
)
from detente.conflict.perceptions.differences import Difference, differences_of
from detente.conflict.perceptions.report import perceptions_text
from detente.conflict.stability import StabilityResult, stability
from detente.dossier import Dossier
from detente.results import Manifest, Result
from detente.results.tables import Row

Verdicts = NDArray[np.uint8]
States = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class OwnGame:
    """The conflict as one party sees it, with its stability.

    Parameters
    ----------
    party : int
        The party.
    model : ConflictModel
        Its game; today's state is not known there if the party does not see it.
    result : StabilityResult
        The stability of that game.
    state_of : NDArray[np.int32]
        Shape (states of the game,): the state of the whole conflict that each is.
    number : NDArray[np.int32]
        Shape (m,): the state of the game that each state of the conflict is, -1 if not seen.
    differences : tuple of Difference
        In what it differs from the whole conflict.
    verdicts : NDArray[np.uint8]
        Shape (m,): bit k is set where the party, by its own game, is stable under ``CONCEPTS[k]``.
    after : NDArray[np.uint8]
        Shape (m,): the equilibria of the hypergame if this party alone learned the truth.
    """

    party: int
    model: ConflictModel
    result: StabilityResult
    state_of: States
    number: States
    differences: tuple[Difference, ...]
    verdicts: Verdicts
    after: Verdicts

    def sees(self, state: int) -> bool:
        """Tell whether a state of the whole conflict is in the game."""
        return bool(self.number[state] >= 0)

    def states(self, concept: str) -> States:
        """Return the equilibria that the party believes in, as states of the whole, rising."""
        return np.sort(self.state_of[self.result.states(concept)])


@dataclass(frozen=True, eq=False)
class PerceptionsResult(Result):
    """Who sees another game, what holds when each judges by its own, and what truth would change.

    Parameters
    ----------
    model : ConflictModel
        The conflict as the analyst sees it.
    true : StabilityResult
        Its stability.
    games : tuple of OwnGame
        One a party with an entry under ``perceptions``; none if nobody sees another game.
    concepts : tuple of str
        The concepts asked about that can be computed in every game.
    verdicts : NDArray[np.uint8]
        Shape (n, m): each party's verdict by its own game; bit k as in ``CONCEPTS[k]``.
    equilibrium : NDArray[np.uint8]
        Shape (m,): the equilibria of the hypergame.
    source : Manifest
        Where it comes from.
    """

    model: ConflictModel
    true: StabilityResult
    games: tuple[OwnGame, ...]
    concepts: tuple[str, ...]
    verdicts: Verdicts
    equilibrium: Verdicts
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def states(self, concept: str) -> States:
        """Return the equilibria of the hypergame, rising."""
        return _with(self.equilibrium, concept)

    def only_misperceived(self, concept: str) -> States:
        """Return the states that hold, but would not if every party saw truly."""
        return _with(self.equilibrium & ~self.true.equilibrium, concept)

    def only_true(self, concept: str) -> States:
        """Return the states that do not hold, but would if every party saw truly."""
        return _with(self.true.equilibrium & ~self.equilibrium, concept)

    def begins(self, game: OwnGame, concept: str) -> States:
        """Return the states that would come to hold if the party of `game` learned the truth."""
        return _with(game.after & ~self.equilibrium, concept)

    def ceases(self, game: OwnGame, concept: str) -> States:
        """Return the states that would no longer hold if the party of `game` learned the truth."""
        return _with(self.equilibrium & ~game.after, concept)

    def misled(self, state: int, concept: str) -> tuple[int, ...]:
        """Return the parties for which a state is stable as they see it, and not in truth."""
        bit = concept_number(concept)
        apart = self.verdicts[:, state] & ~self.true.verdicts[:, state]
        return tuple(np.flatnonzero(apart >> bit & 1).tolist())

    def unseen_by(self, state: int) -> tuple[int, ...]:
        """Return the parties whose game does not hold a state."""
        return tuple(game.party for game in self.games if not game.sees(state))

    def today(self, game: OwnGame) -> tuple[list[str], list[str]]:
        """Return the concepts under which today's state is stable for the party of `game`.

        First by its own game, then by the conflict as it is; none where today is not known.
        """
        state = self.model.status_quo
        if state is None:
            return [], []
        return (
            self.held(int(game.verdicts[state])),
            self.held(int(self.true.verdicts[game.party, state])),
        )

    def held(self, bits: int) -> list[str]:
        """Return the concepts of this answer among the bits of a verdict."""
        return [concept for concept in self.concepts if bits >> concept_number(concept) & 1]

    def title(self) -> str:
        """Return one line on how many parties see another game."""
        return perceptions_title(self)

    def content(self) -> dict[str, Any]:
        """Return the answer as the JSON object that the reference describes."""
        return perceptions_content(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row a state: by party the concepts in its own game, and who does not see it."""
        yield from perceptions_rows(self)

    def to_text(self) -> str:
        """Return who sees what, what holds, and what learning the truth would change, in words."""
        return perceptions_text(self)


def perceptions(
    dossier: Dossier,
    model: ConflictModel,
    concepts: Sequence[str] | None = None,
    result: StabilityResult | None = None,
    source: str = "",
) -> PerceptionsResult:
    """Return each party's own game, and what holds when each judges by its own.

    Parameters
    ----------
    dossier : Dossier
        What `model` was compiled from.
    model : ConflictModel
        The conflict as the analyst sees it.
    concepts : sequence of str, optional
        The concepts to look at; all that can be computed, if not given.
    result : StabilityResult, optional
        The stability of the model, if it is already known.
    source : str
        The hash of the dossier, for the manifest.

    Raises
    ------
    DossierError
        If an order, own or believed, is known in part only.
    CallError
        If there is no such concept, or none of those asked about can be computed.
    """
    standoff = dossier.require_complete(perceived=True)
    true = result or stability(model)
    verdicts = true.verdicts.copy()
    solved = []
    for party, name in enumerate(model.parties):
        if name in standoff.perceptions:
            game = perceived_game(dossier, model, party)
            own = stability(game.model)
            verdicts[party] = 0
            verdicts[party, game.state_of] = own.verdicts[party]
            solved.append((game, own))
    everywhere = [own.concepts for _, own in solved]
    known = [c for c in true.concepts if all(c in computed for computed in everywhere)]
    asked = computed_concepts(concepts, known)
    bits = np.uint8(sum(1 << CONCEPTS.index(concept) for concept in known))
    verdicts &= bits
    games = []
    for game, own in solved:
        learned = verdicts.copy()
        learned[game.party] = true.verdicts[game.party] & bits
        number = np.full(model.size, -1, np.int32)
        number[game.state_of] = np.arange(game.model.size, dtype=np.int32)
        games.append(
            OwnGame(
                party=game.party,
                model=game.model,
                result=own,
                state_of=game.state_of,
                number=number,
                differences=differences_of(dossier, model, game.party),
                verdicts=_frozen(verdicts[game.party].copy()),
                after=_frozen(np.bitwise_and.reduce(learned, axis=0)),
            )
        )
    return PerceptionsResult(
        model=model,
        true=true,
        games=tuple(games),
        concepts=asked,
        verdicts=_frozen(verdicts),
        equilibrium=_frozen(np.bitwise_and.reduce(verdicts, axis=0)),
        source=Manifest("perceptions", source, {"concepts": list(asked)}),
    )


def _frozen(array: Verdicts) -> Verdicts:
    array.setflags(write=False)
    return array


def _with(bits: Verdicts, concept: str) -> States:
    """Return where the bit of `concept` is set, rising."""
    return np.flatnonzero(bits >> np.uint8(concept_number(concept)) & 1).astype(np.int32)
