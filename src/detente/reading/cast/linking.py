"""Which parties of a dossier are which actors of the table.

A party takes an actor's place where one of its names is one of the actor's, the proper name
counting most and a building least. An actor goes to one party at most; a party may take several.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.dossier.model import Party
from detente.reading.cast.actors import Actor
from detente.reading.cast.surface import Pieces, cut, fits, fold, key

_WEIGHT = {"name": 6, "capital": 4, "adjective": 3, "people": 3, "seat": 1}
_OF_GOVERNMENT = 5
_BY_ID = 2
_FEWEST_OF_GOVERNMENT = 2
_SHORTEST_ID = 4
"""Ids shorter than this are too often initials of something else."""

GOVERNMENTS = ("government", "regime", "authorities", "administration", "state")
"""Words that make an adjective or a capital a government: "Syrian government"."""


def owners(actors: Iterable[Actor], parties: Mapping[str, Party]) -> dict[str, str]:
    """Return the ids of actors that parties stand for, each with the party's id."""
    claims = _Claims(actors)
    best: dict[str, tuple[int, str]] = {}
    for party in parties.values():
        for actor, weight in claims.of(party).items():
            if weight > best.get(actor, (0, ""))[0]:
                best[actor] = weight, party.id
    return {actor: party for actor, (_, party) in best.items()}


class _Claims:
    """How strongly a name claims an actor."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._ids: set[str] = set()
        self._states: set[str] = set()
        self._index: dict[Pieces, list[tuple[Pieces, str, int]]] = {}
        for actor in actors:
            self._ids.add(actor.id)
            if actor.kind == "state":
                self._states.add(actor.id)
            for text, sort in actor.surfaces():
                if sort in _WEIGHT:
                    entry = (cut(text), actor.id, _WEIGHT[sort])
                    self._index.setdefault(key(text), []).append(entry)

    def of(self, party: Party) -> dict[str, int]:
        """Return the actors that a party claims, with the weight of each claim.

        Words that could be several actors ("Korean") claim none.
        """
        found: dict[str, int] = {}
        for name in (party.name, *party.also):
            pieces = _without_article(cut(name))
            fitting = self._meant(pieces)
            governed = _governed(pieces)
            if not fitting and governed:
                fitting = {
                    actor: _OF_GOVERNMENT
                    for actor, weight in self._meant(governed).items()
                    if actor in self._states and weight > _WEIGHT["seat"]
                }
            if len(fitting) == 1:
                ((actor, weight),) = fitting.items()
                found[actor] = max(found.get(actor, 0), weight)
        if not found and party.id in self._ids and len(party.id) >= _SHORTEST_ID:
            found[party.id] = _BY_ID
        return found

    def _meant(self, pieces: Pieces) -> dict[str, int]:
        """Return the actors that a name fits best, with the weight."""
        fitting = [
            (weight, actor)
            for one, actor, weight in self._index.get(fold(pieces), ())
            if fits(one, pieces)
        ]
        top = max((weight for weight, _ in fitting), default=0)
        return {actor: weight for weight, actor in fitting if weight == top}


def _governed(pieces: Pieces) -> Pieces:
    """Return whose government a name is: "Syrian" of "Syrian government"; empty if of nobody."""
    if len(pieces) < _FEWEST_OF_GOVERNMENT:
        return ()
    first, second, last = pieces[0].casefold(), pieces[1].casefold(), pieces[-1].casefold()
    if last in GOVERNMENTS:
        return pieces[:-1]
    if first in GOVERNMENTS and second == "of":
        return _without_article(pieces[2:])
    return ()


def _without_article(pieces: Pieces) -> Pieces:
    return pieces[1:] if len(pieces) > 1 and pieces[0].casefold() == "the" else pieces
