"""Making the cast: the bundled table, the user's own, and the parties of the dossier above both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from detente.dossier.model import Party
from detente.dossier.record import Person as RecordPerson
from detente.reading.cast.actors import Actor, Tenure, merged
from detente.reading.cast.bundled import bundled
from detente.reading.cast.cast import Cast, Member
from detente.reading.cast.decoys import DECOYS
from detente.reading.cast.linking import owners
from detente.reading.cast.matcher import BEST, Named, Sort
from detente.reading.cast.own import read_actors
from detente.reading.cast.people import People
from detente.reading.cast.surface import Pieces, cut, key


def build_cast(
    parties: Mapping[str, Party],
    extra: Path | None = None,
    people: Iterable[RecordPerson] = (),
) -> Cast:
    """Return the cast for a dossier.

    Parameters
    ----------
    parties : mapping
        The parties of the dossier by id; may be empty.
    extra : Path, optional
        The user's own table, ``actors.yaml``; it extends the bundled one, and its names go before.
    people : iterable of detente.dossier.record.Person, optional
        The people of the dossier's record; what stands there goes before the table.

    Raises
    ------
    FileError
        If the user's table cannot be read.
    DossierError
        With every fault of the user's table.
    """
    own = () if extra is None else read_actors(extra)
    if not parties and not own and not people:
        return _plain()
    return _made(parties, own, tuple(people))


@lru_cache(maxsize=1)
def _plain() -> Cast:
    return _made({}, (), ())


def _made(
    parties: Mapping[str, Party], own: tuple[Actor, ...], people: tuple[RecordPerson, ...]
) -> Cast:
    actors = merged((bundled(), own))
    taken = owners(actors.values(), parties) if parties else {}
    ids = {actor: taken.get(actor) or _free(actor, parties) for actor in actors}
    members = {party.id: _party(party, actors, taken, ids) for party in parties.values()}
    members |= {
        ids[actor.id]: _actor(actor, ids) for actor in actors.values() if actor.id not in taken
    }
    first = tuple(_dossier_names(parties.values(), actors.values()))
    second = tuple(_names(own, ids))
    third = tuple(_names(actors.values(), ids))
    everybody = People(_tenures(actors.values(), ids, parties, people))
    decoys = tuple(Named(text, "name") for name in DECOYS for text in (name, f"the {name}"))
    return Cast(members, _ranked(first, second, third, decoys), everybody)


def _free(actor: str, parties: Mapping[str, Party]) -> str:
    """Return an id for an actor that no party has."""
    while actor in parties:
        actor += "_elsewhere"
    return actor


def _party(
    party: Party, actors: Mapping[str, Actor], taken: Mapping[str, str], ids: Mapping[str, str]
) -> Member:
    """Return a party as a member, with all that the table knows of those it stands for."""
    mine = [actors[actor] for actor, owner in taken.items() if owner == party.id]
    whole = Actor(id=party.id, name=party.name, also=party.also)
    for actor in mine:
        whole = actor.extended(whole)
    kind = party.kind or (mine[0].kind if mine else "")
    known = replace(_actor(replace(whole, id=party.id), ids), id=party.id, name=party.name)
    return replace(known, kind=kind, known=True)


def _actor(actor: Actor, ids: Mapping[str, str]) -> Member:
    return Member(
        id=ids.get(actor.id, actor.id),
        name=actor.name,
        kind=actor.kind,
        names=tuple(dict.fromkeys((actor.name, *actor.also))),
        adjectives=actor.adjectives,
        capitals=actor.capitals,
        seats=actor.seats,
        bodies=actor.bodies,
        state=None if actor.state is None else ids.get(actor.state, actor.state),
        against=tuple(dict.fromkeys(ids.get(one, one) for one in actor.against)),
        from_=actor.from_,
        to=actor.to,
    )


def _dossier_names(parties: Iterable[Party], actors: Iterable[Actor]) -> Iterator[Named]:
    """Yield the names of the dossier; a capital or an adjective among them stays what it is.

    A name that the table does not know may be common words: "Rebels" is then found as "rebels"
    too, and marked as risky there.
    """
    given: set[Pieces] = set()
    names = [(name, party.id) for party in parties for name in (party.name, *party.also)]
    wanted = {key(name) for name, _ in names}
    sorts: dict[Pieces, Sort] = {}
    for text, sort in (one for actor in actors for one in actor.surfaces()):
        pieces = key(text)
        if pieces in wanted and BEST.index(sort) <= BEST.index(sorts.get(pieces, "surname")):
            sorts[pieces] = sort
    for name, party_id in names:
        pieces = key(name)
        if pieces not in given:
            given.add(pieces)
            yield Named(name, sorts.get(pieces, "name"), (party_id,))
            if pieces and pieces not in sorts and not cut(name)[0].isupper():
                yield Named(name[:1].lower() + name[1:], "name", (party_id,), risky=True)


def _names(actors: Iterable[Actor], ids: Mapping[str, str]) -> Iterator[Named]:
    for actor in actors:
        risky = frozenset(actor.risky)
        for text, sort in actor.surfaces():
            yield Named(text, sort, (ids[actor.id],), risky=text in risky)


def _ranked(*layers: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return the names of all layers; a name of an earlier layer takes it from the later ones.

    Within its own member a name keeps every sort it has.
    """
    found: list[Named] = []
    owner: dict[Pieces, tuple[str, ...]] = {}
    for layer in layers:
        fresh: dict[Pieces, tuple[str, ...]] = {}
        for named in layer:
            pieces = key(named.text)
            if pieces not in owner:
                found.append(named)
                fresh[pieces] = (*fresh.get(pieces, ()), *named.ids)
        owner |= fresh
    return tuple(found)


def _tenures(
    actors: Iterable[Actor],
    ids: Mapping[str, str],
    parties: Mapping[str, Party],
    people: Iterable[RecordPerson],
) -> Iterator[tuple[str, Tenure]]:
    """Yield who held which office for whom; a person who is a party of the dossier acts for it."""
    themselves = {
        key(name): party.id for party in parties.values() for name in (party.name, *party.also)
    }
    written = {key(person.name): person for person in people}
    for person in written.values():
        if person.party is not None:
            yield (
                person.party,
                Tenure(
                    person.name,
                    person.role,
                    None if person.from_ is None else person.from_.first,
                    None if person.to is None else person.to.last,
                ),
            )
    for actor in actors:
        for tenure in actor.people:
            surfaces = [key(name) for name in (tenure.name, *tenure.also)]
            if any(one in written and written[one].party is not None for one in surfaces):
                continue
            own = next((themselves[one] for one in surfaces if one in themselves), None)
            yield own or ids[actor.id], tenure
