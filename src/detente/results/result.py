"""What every result can do: be told as rows, JSON, CSV, text and a notebook table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from detente.results.manifest import Manifest
from detente.results.tables import Row, to_csv, to_html, to_json


class Result(ABC):
    """A frozen answer with its manifest.

    Subclasses hold arrays and numbers; labels and words are made when one of these methods is
    called.
    """

    @property
    @abstractmethod
    def manifest(self) -> Manifest:
        """What the answer was made from."""

    @abstractmethod
    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object, without its manifest."""

    @abstractmethod
    def rows(self) -> Iterator[Row]:
        """Yield the answer as flat rows with the same keys each."""

    @abstractmethod
    def to_text(self) -> str:
        """Return the answer in words for a terminal."""

    @abstractmethod
    def title(self) -> str:
        """Return one line that says what the answer is about."""

    def to_dict(self) -> dict[str, Any]:
        """Return the answer and its manifest (``meta``) as a JSON object."""
        return {**self.content(), "meta": self.manifest.to_dict()}

    def to_json(self) -> str:
        """Return the answer as JSON text, one line for each entry of a long list."""
        return to_json(self.to_dict())

    def to_csv(self) -> str:
        """Return the rows as CSV text."""
        return to_csv(self.rows())

    def _repr_html_(self) -> str:
        return to_html(self.rows(), self.title())
