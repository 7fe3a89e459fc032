"""Changing a dossier: the change is put into the text, and the text is read again.

Only the changed value is written anew. Every comment, quote mark and line elsewhere stays
as the analyst wrote it, which no writer of whole files can promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from detente.dossier.loading import loads
from detente.dossier.model import Dossier
from detente.dossier.reasons import Path
from detente.dossier.record_reading import ITEMS
from detente.dossier.splicing import spliced
from detente.dossier.wording import suggest
from detente.errors import call_error


def with_value(dossier: Dossier, path: Path, value: Any) -> Dossier:
    """Return `dossier` with `value` at `path`, everything else as it was written.

    Parameters
    ----------
    path : tuple of str and int
        Keys and list positions from the top. The last step may be a new key of a mapping, or
        the length of a list, which appends. Mappings on the way that are absent are made.
    value : text, number, bool, date, Evidence, mapping or sequence
        What to write.

    Raises
    ------
    CallError
        If `path` leads nowhere or `value` cannot be written.
    DossierError
        If the changed dossier has faults.
    """
    return with_values(dossier, [(path, value)])


def with_values(dossier: Dossier, changes: Iterable[tuple[Path, Any]]) -> Dossier:
    """Return `dossier` with many values changed and added at once, read again only once.

    Parameters
    ----------
    changes : iterable of (path, value)
        Each as for :func:`with_value`, in the order in which they are made: of two that append to
        one list, the second has the next position. Lists on the way that are absent are made too.

    Raises
    ------
    CallError
        If a path leads nowhere or a value cannot be written.
    DossierError
        If the changed dossier has faults.
    """
    text = spliced(dossier.text, changes)
    return loads(text, dossier.file.parent, str(dossier.file))


def with_record_item(dossier: Dossier, name: str, fields: Mapping[str, Any]) -> Dossier:
    """Return `dossier` with one more entry at the end of a list of the record.

    Parameters
    ----------
    name : str
        The list: ``people``, ``statements``, ``talks`` and so on.
    fields : mapping
        The entry's keys as in the file; `None` leaves a key out.

    Raises
    ------
    CallError
        If there is no such list.
    DossierError
        If the entry has faults, such as a quote that does not stand in its source.
    """
    if name not in ITEMS:
        raise call_error("unknown-list", f"the record has no list {name}", suggest(name, ITEMS))
    length = len(getattr(dossier.record, name))
    if length or ("record", name) in dossier.places:
        return with_value(dossier, ("record", name, length), fields)
    return with_value(dossier, ("record", name), [fields])


def with_party(dossier: Dossier, party: str, fields: Mapping[str, Any]) -> Dossier:
    """Return `dossier` with the party `party` added, or replaced if it is there."""
    return with_value(dossier, ("parties", party), fields)


def with_source(dossier: Dossier, source: str, fields: Mapping[str, Any]) -> Dossier:
    """Return `dossier` with the source `source` added, or replaced if it is there."""
    return with_value(dossier, ("sources", source), fields)
