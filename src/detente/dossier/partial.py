"""What is whole in a faulty dossier, so that it can be checked further in the same run."""

from __future__ import annotations

from typing import Any

from detente.dossier.reader import Reader
from detente.dossier.shape import Shape
from detente.dossier.shapes import (
    RECORD_ITEMS,
    ConflictShape,
    DossierShape,
    PartyShape,
    PerceptionShape,
    PreferenceShape,
    RecordShape,
    SourceShape,
)
from detente.dossier.table_shapes import NegotiationShape, SideShape

_BY_PARTY: dict[str, type[Shape]] = {
    "preferences": PreferenceShape,
    "perceptions": PerceptionShape,
}
_LEAST: dict[str, Any] = {
    "issues": {"issue": {"outcomes": {"outcome": "outcome"}}},
    "parties": {"party": {"weights": {}, "values": {}}},
}
"""The least that is a negotiation, around the part that is looked at."""


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
        negotiation=_partial_negotiation(quiet, data.get("negotiation")),
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


def _partial_negotiation(quiet: Reader, data: Any) -> NegotiationShape | None:
    """Return the parts of a faulty negotiation that are whole; `None` if its issues are not."""

    def check(**parts: Any) -> NegotiationShape | None:
        return quiet.check(NegotiationShape, {**_LEAST, **parts}, ())

    if not isinstance(data, dict) or check(issues=data.get("issues")) is None:
        return None
    parties = data.get("parties")
    sides: dict[str, SideShape] = {}
    for party, side in parties.items() if isinstance(parties, dict) else ():
        found = check(parties={party: side})
        sides.update(found.parties if found is not None else {})
    whole = {
        key: value
        for key, value in data.items()
        if key != "parties" and check(**{key: value}) is not None
    }
    shape = check(**whole)
    return shape.model_copy(update={"parties": sides}) if shape is not None else None
