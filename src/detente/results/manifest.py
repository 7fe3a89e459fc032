"""What an answer was made from and how, so that it can be made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from detente.version import VERSION


@dataclass(frozen=True, slots=True)
class Manifest:
    """The origin of a result.

    Parameters
    ----------
    method : str
        The method, such as ``stability``.
    input : str
        SHA-256 of the dossier and its sources, in hexadecimal; empty for a model made in memory.
    parameters : Mapping[str, Any]
        What else the answer depends on, as JSON values; the kernel that ran is one of them.
    seed : int or None
        The seed, where chance plays a part.
    version : str
        The version of Détente.
    verification : Mapping[str, Any] or None
        What was derived again from the literal definitions, where that was asked for.
    """

    method: str
    input: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    seed: int | None = None
    version: str = VERSION
    verification: Mapping[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the manifest as a JSON object."""
        told: dict[str, Any] = {
            "version": self.version,
            "input": self.input,
            "method": self.method,
            "parameters": dict(self.parameters),
            "seed": self.seed,
        }
        if self.verification is not None:
            told["verification"] = dict(self.verification)
        return told
