"""Which rules and which model read: what decides whether a report must be read again."""

from __future__ import annotations

import importlib.util
import re

from detente.errors import call_error
from detente.reading.pipeline import MODELS, missing_extra

RULES = "1"
"""The version of the rules; it goes up whenever they find something else."""

_NAME = re.compile(r"[a-z]{2,3}_[a-z]+_[a-z0-9_]+")


def model_name(name: str | None) -> str:
    """Return the model that will parse, without loading it.

    Raises
    ------
    CallError
        If spaCy or the model is not installed.
    """
    if importlib.util.find_spec("spacy") is None:
        raise missing_extra()
    if name is None:
        found = next((one for one in MODELS if importlib.util.find_spec(one) is not None), None)
        if found is None:
            raise missing_extra()
        return found
    if not _NAME.fullmatch(name) or importlib.util.find_spec(name) is None:
        raise call_error(
            "no-such-model",
            f"the model {name} is not installed",
            "Install it, or leave --model away to use the small English model",
        )
    return name


def made_by(model: str) -> str:
    """Return what a report is marked with once it is read: the version of the rules, the model."""
    return f"rules {RULES}, {model}"
