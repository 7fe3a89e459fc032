"""What the steps of loading share: the data, its places, the shapes, and the faults so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from detente.dossier.reasons import NO_REASON, Path, Place, Reason
from detente.dossier.scalars import Number, Odd
from detente.dossier.shape import Shape
from detente.dossier.unfold import SPOILT, Unfolded
from detente.dossier.wording import kind_of, shown, suggest
from detente.errors import DossierError, Fault

MAX_FAULTS = 200

S = TypeVar("S", bound=Shape)

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}
_REMEDIES = {
    "text": "Write text",
    "true or false": "Write true or false, without quotes",
    "a list": "Write a list, as [first, second]",
    "a mapping": "Write keys with values, as key: value",
}


@dataclass(slots=True)
class Reader:
    """Loading at work. Faults are collected here and raised once, at the end.

    Parameters
    ----------
    file : str
        The file as the user named it.
    source : Unfolded
        The data and its places.
    quiet : bool
        Whether faults are only looked for, not told.
    """

    file: str
    source: Unfolded
    quiet: bool = False
    faults: list[Fault] = field(default_factory=list)
    reasons: dict[Path, Reason] = field(default_factory=dict)

    def place(self, path: Path) -> Place:
        """Return the place of the value at `path`, or of the nearest value around it."""
        while path not in self.source.nodes and path:
            path = path[:-1]
        return self.source.nodes[path].place

    def key_place(self, path: Path) -> Place:
        """Return the place of the key of the value at `path`."""
        return self.source.keys.get(path) or self.place(path)

    def fault(self, place: Place, code: str, message: str, remedy: str = "") -> None:
        """Add a fault at `place`.

        Raises
        ------
        DossierError
            With the faults so far, when there are more than anyone would read.
        """
        self.faults.append(Fault(self.file, place.line, place.column, code, message, remedy))
        if len(self.faults) > MAX_FAULTS:
            more = f"there are more than {MAX_FAULTS} faults; the rest is not shown"
            self.faults.append(Fault(self.file, 0, 0, "too-many-faults", more, "Mend these first"))
            raise DossierError(dict.fromkeys(self.faults))

    def reason(self, path: Path) -> Reason:
        """Return the reason that the value at `path` was written with."""
        return self.reasons.get(path, NO_REASON)

    def check(self, shape: type[S], data: Any, path: Path) -> S | None:
        """Return `data` in its shape, or `None` with all its faults added.

        Parameters
        ----------
        shape : type of Shape
            What `data` should look like.
        path : Path
            Where `data` stands.
        """
        shapes: dict[int, type[Shape]] = {}
        try:
            return shape.model_validate(data, context=shapes)
        except ValidationError as error:
            for detail in () if self.quiet else error.errors(include_url=False):
                self._tell(detail, data, path, shapes)
        return None

    def _tell(
        self, detail: ErrorDetails, data: Any, path: Path, shapes: dict[int, type[Shape]]
    ) -> None:
        found, value = data, detail["input"]
        if value is SPOILT:
            return
        kind, loc, is_key = detail["type"], detail["loc"], detail["loc"][-1:] == ("[key]",)
        for step in loc:
            if _leads(found, step):
                path, found = (*path, step), found[step]
        nothing = isinstance(value, Odd) and not value.text
        if nothing and kind != "extra_forbidden":
            self._empty(self.key_place(path), f"after {_name(path)}")
        elif kind == "missing":
            self._missing(str(loc[-1]), path)
        elif kind == "extra_forbidden":
            self._extra(str(loc[-1]), path, _at(data, loc[:-1]), shapes)
        elif kind in _EXPECTED:
            self._wrong_type(_EXPECTED[kind], value, path)
        elif kind == "literal_error" and not isinstance(value, str):
            self._wrong_type("text", value, path)
        elif kind == "literal_error":
            self._wrong_word(value, detail["ctx"]["expected"], path)
        elif kind in ("string_too_short", "too_short"):
            self._empty(self.place(path), f"in {_name(path)}")
        else:
            place = self.key_place(path) if is_key else self.place(path)
            self.fault(place, kind, detail["msg"], detail.get("ctx", {}).get("remedy", ""))

    def _empty(self, place: Place, where: str) -> None:
        self.fault(place, "empty", f"nothing stands {where}", "Fill it in or take the key out")

    def _missing(self, name: str, path: Path) -> None:
        self.fault(
            self.key_place(path), "missing-key", f"{_name(path)} has no key {name}", f"Add {name}"
        )

    def _extra(self, name: str, path: Path, around: Any, shapes: dict[int, type[Shape]]) -> None:
        shape = shapes[id(around)]
        known = [info.alias or key for key, info in shape.model_fields.items()]
        self.fault(
            self.key_place(path), "unknown-key", f"{shown(name)} is no key of {_name(path[:-1])}",
            suggest(name, [key for key in known if key not in around], "Take it out"),
        )  # fmt: skip

    def _wrong_type(self, expected: str, value: Any, path: Path) -> None:
        place = self.place(path)
        if expected == "text" and isinstance(value, Odd | Number | bool):
            text = str(value).lower() if isinstance(value, bool) else value.text
            like = value.like if isinstance(value, Odd) else kind_of(value)
            self.fault(
                place, "needs-quotes",
                f"YAML may take {shown(text)} for {like}, where text is expected",
                f'Put it in quotes: "{shown(text)}"',
            )  # fmt: skip
        else:
            self.fault(
                place, "wrong-type",
                f"{kind_of(value)} stands in {_name(path)}, where {expected} is expected",
                _REMEDIES[expected],
            )  # fmt: skip

    def _wrong_word(self, value: Any, expected: str, path: Path) -> None:
        words = expected.replace("'", "").replace(" or ", ", ").split(", ")
        self.fault(
            self.place(path), "unknown-word", f"{_name(path)} cannot be {shown(value)}",
            suggest(value, words),
        )  # fmt: skip


def _leads(data: Any, step: Any) -> bool:
    """Tell whether `step` leads on from `data`; steps of pydantic's own do not."""
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _at(data: Any, steps: Iterable[Any]) -> Any:
    for step in steps:
        if _leads(data, step):
            data = data[step]
    return data


def _name(path: Path) -> str:
    """Return where `path` leads, in words: ``parties.us``, ``entry 2 of record.events``."""
    if not path:
        return "the dossier"
    steps = [step for step in path if step != "(reason)"]
    if steps and isinstance(steps[-1], int):
        return f"entry {steps[-1] + 1} of {_name(tuple(steps[:-1]))}"
    return ".".join(str(step) if isinstance(step, str) else str(step + 1) for step in steps)
