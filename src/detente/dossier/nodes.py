"""The nodes of a YAML tree, each with its place and its stretch of the text."""

from __future__ import annotations

from dataclasses import dataclass

from detente.dossier.reasons import Place


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value. `plain` if it was written without quotes; `spoilt` if already refused.

    `start` and `end` are half-open offsets in the text.
    """

    text: str
    plain: bool
    place: Place
    start: int
    end: int
    spoilt: bool = False


@dataclass(slots=True, eq=False)
class Sequence:
    """A list of nodes; `flow` if written in square brackets."""

    items: list[Node]
    flow: bool
    place: Place
    start: int
    end: int = 0


@dataclass(slots=True, eq=False)
class Mapping:
    """Pairs of key and value in the order of the file; `flow` if written in curly brackets."""

    entries: list[tuple[Scalar, Node]]
    flow: bool
    place: Place
    start: int
    end: int = 0

    def get(self, name: str) -> Node | None:
        """Return the value of the key `name`, or `None`."""
        return next((value for key, value in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class TreeFault:
    """A fault of the tree, still without the name of its file."""

    place: Place
    code: str
    message: str
    remedy: str = ""
