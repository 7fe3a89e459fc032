"""What is kept of the reports of a dossier, in one SQLite file beside ``dossier.yaml``."""

from detente.reading.store.rows import (
    FAILED,
    Copy,
    Counts,
    Decision,
    Refusal,
    StoredItem,
    StoredReport,
)
from detente.reading.store.schema import NAME
from detente.reading.store.store import Store, open_store

__all__ = [
    "FAILED",
    "NAME",
    "Copy",
    "Counts",
    "Decision",
    "Refusal",
    "Store",
    "StoredItem",
    "StoredReport",
    "open_store",
]
