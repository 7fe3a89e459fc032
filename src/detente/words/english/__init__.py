"""The English catalogues, one a room."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules


def sentences() -> dict[str, str]:
    """Return every English sentence by its code."""
    found: dict[str, str] = {"words.last": " and "}
    for module in iter_modules(__path__):
        found.update(import_module(f"{__name__}.{module.name}").SENTENCES)
    return found
