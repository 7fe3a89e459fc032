"""Whether a value that a person types can stand in an entry: the dossier's own check."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from detente.dossier.emit import flow
from detente.dossier.loading import loads
from detente.dossier.model import Dossier, Party
from detente.errors import DossierError
from detente.reading.review.entries import as_written, entry_of, is_date, keys_of
from detente.reading.review.needs import Parties
from detente.reading.review.proposals import Proposal

LISTS = frozenset(["by", "to", "parties", "people", "brokered_by", "also"])
NUMBERS = frozenset(["low", "best", "high"])
_NUMBER = re.compile(r"-?[0-9][0-9,_ ]*(\.[0-9]+)?")


def value_of(kind: str, key: str, text: str) -> Any:
    """Return the value that a person means by `text` under `key`; `None` for nothing.

    Names in a list are parted by commas; numbers may have commas between their digits.

    >>> value_of("talks", "parties", "us, russia"), value_of("figures", "low", "289,000")
    (['us', 'russia'], 289000)
    """
    text = " ".join(text.split())
    if not text:
        return None
    if key in LISTS and not is_date(kind, key):
        return [part for part in (piece.strip() for piece in text.split(",")) if part]
    if key in NUMBERS and _NUMBER.fullmatch(text):
        return json.loads(re.sub("[,_ ]", "", text))
    return text


def objections(
    kind: str, fields: Mapping[str, Any], parties: Mapping[str, Party]
) -> tuple[str, ...]:
    """Return what is wrong with an entry, each in a sentence; nothing if it could be written.

    Parameters
    ----------
    kind : str
        A list of the record, or ``parties``.
    fields : mapping
        The keys of the entry with plain JSON values.
    parties : mapping
        The parties that it may name, by id.
    """
    told: dict[str, Any] = {
        party.id: {"name": party.name, "also": list(party.also)} for party in parties.values()
    }
    text = "detente: 1\ntitle: entry\n"
    if kind == "parties":
        own = {key: value for key, value in fields.items() if key != "id"}
        text += f"parties: {flow({str(fields.get('id', '')): own})}\n"
    else:
        entry = {key: as_written(kind, key, fields.get(key)) for key in keys_of(kind)}
        text += f"parties: {flow(told)}\nrecord: {flow({kind: [entry]})}\n"
    try:
        loads(text)
    except DossierError as error:
        sentences = [f"{one.message}. {one.remedy}".rstrip(" .") + "." for one in error.faults]
        return tuple(dict.fromkeys(sentences))
    return ()


def told_against(dossier: Dossier, parties: Parties, proposal: Proposal) -> tuple[str, ...]:
    """Return what keeps a proposal from standing in `dossier`; nothing if it could be written.

    Parameters
    ----------
    parties : Parties
        What is known of those who are not in the dossier yet; who is named joins it.
    """
    if proposal.kind == "parties":
        return objections("parties", proposal.fields, {})
    parties.need(proposal.fields)
    known = dict(dossier.parties)
    for party, fields in parties.new.items():
        known[party] = Party(party, fields["name"], also=tuple(fields.get("also") or ()))
    return objections(proposal.kind, entry_of(proposal, parties.ids, parties.called), known)
