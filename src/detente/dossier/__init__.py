"""What an analyst writes: schema, strict YAML in and out, evidence checks."""

from __future__ import annotations

from detente.dossier.checkup import review
from detente.dossier.dates import Date
from detente.dossier.editing import with_party, with_record_item, with_source, with_value
from detente.dossier.json_schema import json_schema
from detente.dossier.loading import load, loads
from detente.dossier.model import Dossier, Party
from detente.dossier.record import (
    Event,
    Figure,
    Item,
    Person,
    Position,
    Record,
    Statement,
    Support,
    Talks,
    Truce,
)
from detente.dossier.remarks import Remark
from detente.dossier.saving import save
from detente.dossier.sources import Source
from detente.dossier.starter import new_dossier

__all__ = [
    "Date",
    "Dossier",
    "Event",
    "Figure",
    "Item",
    "Party",
    "Person",
    "Position",
    "Record",
    "Remark",
    "Source",
    "Statement",
    "Support",
    "Talks",
    "Truce",
    "json_schema",
    "load",
    "loads",
    "new_dossier",
    "review",
    "save",
    "with_party",
    "with_record_item",
    "with_source",
    "with_value",
]
