"""Writing what was accepted into ``dossier.yaml``, all in one go, and nothing twice."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.dossier.loading import load
from detente.dossier.model import Dossier
from detente.errors import DetenteError
from detente.files import write_text
from detente.reading.review.adding import Addition, settled
from detente.reading.review.entries import entry_of
from detente.reading.review.matching import Entries
from detente.reading.review.needs import Parties, Texts, known_parties
from detente.reading.review.proposals import Proposal, as_proposals

if TYPE_CHECKING:
    from detente.reading.store import Store


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Parameters
    ----------
    file : Path
        The ``dossier.yaml``.
    entries : mapping
        How many entries were added to each list of the record.
    evidence : int
        How many pieces of evidence were added to entries that were there.
    parties, sources : tuple of str
        The ids of the parties and sources that were added.
    pending : tuple of (Proposal, str)
        What was accepted but would make the dossier faulty, and why; it is to be decided again.
    """

    file: Path
    entries: Mapping[str, int] = field(default_factory=dict)
    evidence: int = 0
    parties: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    pending: tuple[tuple[Proposal, str], ...] = ()

    @property
    def anything(self) -> bool:
        """Whether the dossier was changed."""
        return bool(self.entries or self.evidence or self.parties)


def write_accepted(path: str | os.PathLike[str], store: Store) -> Written:
    """Write every accepted proposal that does not stand in the dossier yet.

    The dossier is read anew first. Sources that are cited and parties that are named are added.
    An entry that a person has changed or taken out since it was written stays so.

    Parameters
    ----------
    path : str or path-like
        The dossier's folder or its ``dossier.yaml``.
    store : Store
        What was read and decided; notes what was written.

    Raises
    ------
    DossierError
        If the dossier has faults as it is.
    FileError
        If a file cannot be read or written; the dossier is the old one then.
    """
    dossier = load(path)
    accepted = as_proposals(store.items(status="accepted"))
    if all(one.written for proposal in accepted for one in proposal.members):
        return Written(dossier.file)
    parties, texts = _parties(dossier, accepted, store), Texts(dossier, store)
    additions, done = _additions(dossier, accepted, parties)
    try:
        texts.keep([one.proposal for one in additions])
        changed, kept, refused = settled(dossier, additions, parties, texts.entries)
        texts.drop(changed.sources)
        if changed is not dossier:
            write_text(dossier.file, changed.text)  # it was read from this very text just now
    except DetenteError:
        texts.drop(dossier.sources)
        raise
    done += [one.proposal for one in kept]
    store.mark_written([item.id for proposal in done for item in proposal.members])
    waiting = [item for one, _ in refused for item in one.proposal.members if not item.written]
    store.decide([item.id for item in waiting], "proposed")
    counts: dict[str, int] = {}
    for one in kept:
        if one.number is None and one.entry is not None:
            counts[one.proposal.kind] = counts.get(one.proposal.kind, 0) + 1
    return Written(
        dossier.file,
        counts,
        sum(len(one.evidence) for one in kept if one.number is not None),
        tuple(party for party in changed.parties if party not in dossier.parties),
        tuple(source for source in changed.sources if source not in dossier.sources),
        tuple((one.proposal, why) for one, why in refused),
    )


def _parties(dossier: Dossier, accepted: Sequence[Proposal], store: Store) -> Parties:
    """Return the parties, those that were accepted and are not written having joined."""
    parties = known_parties(dossier, store)
    for proposal in accepted:
        if proposal.kind == "parties":
            if all(one.written for one in proposal.members):
                parties.known(proposal.fields)
            else:
                parties.join(proposal.fields)
    return parties


def _additions(
    dossier: Dossier, accepted: Sequence[Proposal], parties: Parties
) -> tuple[list[Addition], list[Proposal]]:
    """Return what is to be added, and the proposals for which nothing is left to do."""
    entries, done = Entries(dossier), list[Proposal]()
    fresh: list[tuple[Proposal, dict[str, Any]]] = []
    places: dict[int, int | None] = {}
    for proposal in accepted:
        if proposal.kind != "parties":
            parties.need(proposal.fields)
            fresh.append((proposal, entry_of(proposal, parties.ids, parties.called)))
    for exactly in (True, False):
        for begun in (True, False):
            for number, (proposal, entry) in enumerate(fresh):
                if places.get(number) is None and _begun(proposal) is begun:
                    places[number] = entries.take(proposal.kind, entry, exactly)
    additions = [
        Addition(proposal, party=parties.ids[str(proposal.fields["id"])])
        for proposal in accepted
        if proposal.kind == "parties" and not all(one.written for one in proposal.members)
    ]
    for number, (proposal, entry) in enumerate(fresh):
        place = places[number]
        if place is not None:
            lacking = entries.lacking(proposal.kind, place, entry["evidence"])
            if lacking and not all(one.written for one in proposal.members):
                additions.append(Addition(proposal, entry, place, tuple(lacking)))
            else:
                done.append(proposal)
        elif _begun(proposal):
            done.append(proposal)  # a person took the entry out: it stays out
        else:
            additions.append(Addition(proposal, entry))
    return additions, done


def _begun(proposal: Proposal) -> bool:
    """Tell whether an entry was written for a proposal before."""
    return any(one.written for one in proposal.members)
