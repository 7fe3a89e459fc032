"""What is kept of the reports of a dossier, in one SQLite file beside ``dossier.yaml``."""

from detente.reading.store.reports import Added
from detente.reading.store.rows import (
    FAILED,
    Copy,
    Counts,
    Decision,
    Refusal,
    Status,
    StoredItem,
    StoredNote,
    StoredReport,
    item_id,
)
from detente.reading.store.schema import NAME
from detente.reading.store.store import Store, open_store

__all__ = [
    "FAILED",
    "NAME",
    "Added",
    "Copy",
    "Counts",
    "Decision",
    "Refusal",
    "Status",
    "Store",
    "StoredItem",
    "StoredNote",
    "StoredReport",
    "item_id",
    "open_store",
]
