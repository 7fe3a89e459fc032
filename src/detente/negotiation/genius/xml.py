"""XML of others, read without trust: no document types, no entities, bounded in every way.

What GENIUS writes is a tree of elements whose attributes carry everything; text between them is
not read.
"""

from __future__ import annotations

import math
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from detente.dossier.wording import shown
from detente.errors import Fault, FileError

MAX_BYTES = 8_000_000
MAX_ELEMENTS = 400_000
MAX_DEPTH = 50
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes, what stands in it, and its line in the file."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)

    def named(self, tag: str) -> list[Element]:
        """Return the elements directly inside that are called `tag`."""
        return [child for child in self.children if child.tag == tag]


@dataclass(frozen=True, slots=True)
class XmlFile:
    """A file with its root element."""

    path: Path
    root: Element


def read_xml(path: str | os.PathLike[str]) -> XmlFile:
    """Return the elements of the file at `path`.

    Raises
    ------
    FileError
        If it cannot be read, is too large or too deep, is no XML, or has a document type, which
        could make it mean more than it says.
    """
    file = Path(path)
    return XmlFile(file, _Building(file).build(_bytes(file)))


def one_line(text: str) -> str:
    """Return `text` on one line, without signs that cannot be seen; ``-`` where nothing is left.

    >>> one_line(" two" + chr(10) + "lines" + chr(0x202E))
    'two lines'
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split()) or "-"


def _fault(file: Path, line: int, code: str, message: str, remedy: str) -> FileError:
    return FileError([Fault(shown(str(file), 300), line, 1 if line else 0, code, message, remedy)])


def _bytes(file: Path) -> bytes:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _fault(file, 0, "not-a-file", "it is not a regular file", "Name an XML file")
        if status.st_size > MAX_BYTES:
            raise _fault(
                file, 0, "xml-too-large", f"it is larger than {MAX_BYTES:,} bytes",
                "Leave out what a table does not need",
            )  # fmt: skip
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise _fault(
            file, 0, "unreadable", f"it cannot be read ({reason})",
            "Mend its name or its permissions",
        ) from error  # fmt: skip


class _Building:
    """Builds elements while the parser goes through a file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._hostile
        self.parser.EntityDeclHandler = self._hostile
        self.top = Element("", {}, 0)
        self.around = [self.top]
        self.seen = 0

    def build(self, data: bytes) -> Element:
        """Return the root element of `data`."""
        try:
            self.parser.Parse(data, True)
        except (expat.ExpatError, LookupError, UnicodeError, ValueError) as error:
            reason = str(error).partition(":")[0]
            raise _fault(
                self.file, self.parser.CurrentLineNumber, "xml-bad",
                f"it is no XML from here on ({shown(reason)})",
                "Write &amp; for &, &lt; for <, and close every element",
            ) from error  # fmt: skip
        return self.top.children[0]

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self.seen += 1
        if self.seen > MAX_ELEMENTS:
            raise _fault(
                self.file, line, "xml-too-large", f"it has more than {MAX_ELEMENTS:,} elements",
                "Leave out what a table does not need",
            )  # fmt: skip
        if len(self.around) > MAX_DEPTH:
            raise _fault(
                self.file, line, "xml-too-deep",
                f"more than {MAX_DEPTH} elements stand in each other", "Write it flatter",
            )  # fmt: skip
        element = Element(tag, attributes, line)
        self.around[-1].children.append(element)
        self.around.append(element)

    def _end(self, _tag: str) -> None:
        self.around.pop()

    def _hostile(self, *_declared: object) -> None:
        raise _fault(
            self.file, self.parser.CurrentLineNumber, "xml-hostile",
            "it declares a document type or an entity, which can make a small file swell or read"
            " other files",
            "Take the declaration out; GENIUS needs none",
        )  # fmt: skip


class AttributeReader:
    """Reads attributes of one file; what is wrong is refused at its line."""

    def __init__(self, file: XmlFile) -> None:
        self.file = file

    def refuse(self, element: Element, code: str, message: str, remedy: str) -> NoReturn:
        """Raise the fault `code` at the line of `element`."""
        raise _fault(self.file.path, element.line, code, message, remedy)

    def text(self, element: Element, name: str) -> str:
        """Return the attribute `name` of `element`."""
        value = element.attributes.get(name)
        if value is None or not value.strip():
            self.refuse(
                element, "xml-incomplete", f"the element {element.tag} has no {name}", f"Add {name}"
            )
        return value

    def number(self, element: Element, name: str, negative: bool = False) -> float:
        """Return the attribute `name` of `element` as a number."""
        text = self.text(element, name).strip()
        value = float(text) if _NUMBER.fullmatch(text) else math.nan
        if not math.isfinite(value) or (value < 0 and not negative):
            kind = "a number" if negative else "a number from 0 on"
            self.refuse(
                element, "xml-number", f"the {name} {shown(text)} of {element.tag} is not {kind}",
                "Write digits, with a point if needed",
            )  # fmt: skip
        return value

    def whole(self, element: Element, name: str) -> int:
        """Return the attribute `name` of `element` as a whole number."""
        value = self.number(element, name, negative=True)
        if not value.is_integer() or abs(value) > 2**31:
            self.refuse(
                element, "xml-number",
                f"the {name} {shown(element.attributes[name])} of {element.tag} is not whole",
                "Write digits alone",
            )  # fmt: skip
        return int(value)

    def repeated(self, element: Element, what: str) -> NoReturn:
        """Raise the fault that `what` stands there twice, again at `element`."""
        self.refuse(element, "xml-repeated", f"{what} stands there twice", "Keep one of the two")
