"""What is whole in a faulty dossier, so that it can be checked further in the same run."""

from __future__ import annotations

from typing import Any

from detente.dossier.reader import Reader
from detente.dossier.shapes import (
    RECORD_ITEMS,
    ConflictShape,
    DossierShape,
    PartyShape,
    PerceptionShape,
    PreferenceShape,
    RecordShape,
    Shape,
    SourceShape,
)

_BY_PARTY: dict[str, type[Shape]] = {
    "preferences": PreferenceShape,
    "perceptions": PerceptionShape,
}


def whole_parts(reader: Reader) -> DossierShape:
    """Return the parts of a faulty dossier that are whole, so that these are checked too."""
    data, quiet = reader.source.data, Reader("", reader.source, quiet=True)

    def each(shape: type[Shape], section: Any) -> dict[str, Any]:
        entries = section.items() if isinstance(section, dict) else ()
        checked = {key: quiet.check(shape, value, ()) for key, value in entries}
        return {key: value for key, value in checked.items() if value is not None}

    record = data.get("record")
    lists: dict[str, list[Any]] = {name: [] for name in RECORD_ITEMS}
    for name, shape in RECORD_ITEMS.items():
        entries = record.get(name) if isinstance(record, dict) else None
        if isinstance(entries, list):
            lists[name] = [quiet.check(shape, entry, ()) for entry in entries]
    return DossierShape.model_construct(
        detente=1,
        title="",
        sources=each(SourceShape, data.get("sources")),
        parties=each(PartyShape, data.get("parties")),
        conflict=_partial_conflict(quiet, data.get("conflict")),
        record=RecordShape.model_construct(None, **lists),
    )


def _partial_conflict(quiet: Reader, data: Any) -> ConflictShape | None:
    """Return the parts of a faulty conflict that are whole; `None` if its options are not."""
    if not isinstance(data, dict):
        return None
    whole: dict[str, Any] = {"options": data.get("options"), "preferences": {}}
    if quiet.check(ConflictShape, whole, ()) is None:
        return None
    for key, value in data.items():
        shape = _BY_PARTY.get(key)
        if shape is not None and isinstance(value, dict):
            whole[key] = {
                party: inner
                for party, inner in value.items()
                if quiet.check(shape, inner, ()) is not None
            }
        elif quiet.check(ConflictShape, {**whole, key: value}, ()) is not None:
            whole[key] = value
    return quiet.check(ConflictShape, whole, ())
