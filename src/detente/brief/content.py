"""What a brief is made of: frozen data that any format can be written from.

A brief is composed once, as data; HTML, Markdown and JSON are three ways to write the same
sentences, notes and pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, ClassVar, Literal

Fate = Literal["holds", "broken", "replaced", "expired", "unknown"]
EdgeKind = Literal["start", "improvement", "answer", "step", "idle", "against", "island"]


@dataclass(frozen=True, slots=True)
class Line:
    """One or more sentences that share their notes.

    Parameters
    ----------
    text : str
        Plain text, no markup.
    notes : tuple of int
        Numbers of the notes it rests on.
    pattern : str
        The pattern of the state it speaks of, told after it; empty if none.
    mark : str
        A short mark told after it, such as ``analyst's judgement``.
    """

    text: str
    notes: tuple[int, ...] = ()
    pattern: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    kind: ClassVar[str] = "heading"
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    kind: ClassVar[str] = "text"
    lines: tuple[Line, ...]
    tone: Literal["plain", "quiet", "strong"] = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, with what is said under it; `steps` where that is a sequence."""

    lines: tuple[Line, ...]
    under: tuple[Line, ...] = ()
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `ordered` where the order carries meaning."""

    kind: ClassVar[str] = "items"
    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its word, what stands in small under it, and its tone by strength."""

    text: str
    detail: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table under its own header."""

    head: Line
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `corner` heads the column of row headers."""

    kind: ClassVar[str] = "table"
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A state in the picture of the conflict, and how one gets to it.

    Parameters
    ----------
    edge : EdgeKind
        How it is reached: an improvement from today, an answer that takes a gain away, a
        step that suits the one who takes it, makes no difference to it (`idle`) or goes
        `against` its wish; `island` marks a state that no way drawn leads to.
    by : str
        Who makes the step; empty at the start.
    text : str
        The state in words.
    pattern : str
        Its pattern; empty where the node stands for many states.
    holds, today : bool
        Whether the state holds; whether it is today's.
    number : int
        Its number in the list of outcomes that hold; 0 if none.
    children : tuple of Node
        What follows from it.
    """

    edge: EdgeKind
    by: str
    text: str
    pattern: str = ""
    holds: bool = False
    today: bool = False
    number: int = 0
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The part of the conflict that matters, as trees, and what was left out.

    `islands` is the line over the states that stand apart.
    """

    kind: ClassVar[str] = "picture"
    caption: str
    alternative: str
    islands: str
    roots: tuple[Node, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Talks or a truce on the timeline.

    `first` and `last` are days counted from the year 1, for drawing; `when` is the date in
    words. `shape` names the fate or status that the mark's shape tells, `word` says it.
    """

    what: Literal["talks", "truce"]
    when: str
    first: int
    last: int
    word: str
    shape: str
    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Talks and truces in order of time; `today` is the dossier's date as a day, if known."""

    kind: ClassVar[str] = "timeline"
    caption: str
    alternative: str
    marks: tuple[Mark, ...]
    today: int | None = None
    today_word: str = ""


Block = Heading | Text | Items | Table | Picture | Timeline


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the brief."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Where a sentence comes from.

    Parameters
    ----------
    number : int
        As cited in the text.
    source : str
        Title, author, publisher and date of the source in one line.
    quote : str
        The exact words; empty where a source is named without a quote.
    verified : bool
        Whether the quote was found in a stored text of the source.
    remark : str
        What a reader should know about the source; may be empty.
    """

    number: int
    source: str
    quote: str
    verified: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the next round, and why it is worth asking."""

    ask: Line
    why: Line


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the brief was made from, so that it can be made again."""

    version: str
    input: str
    kernel: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief about one dossier.

    Parameters
    ----------
    title : str
        The dossier's title.
    as_of : str
        Its date in words; empty where it has none.
    findings : tuple of Line
        The three findings.
    questions : tuple of Question
        What to ask at the next round, the weightiest first.
    doubt : tuple of Line
        How sure we are, and what kind of numbers these are.
    sections : tuple of Section
        Everything after page one.
    notes : tuple of Note
        In order of their numbers.
    sources : tuple of Line
        Every source, cited or not.
    manifest : Manifest
        Version, input, kernel and parameters.
    """

    title: str
    as_of: str
    findings: tuple[Line, ...]
    questions: tuple[Question, ...]
    doubt: tuple[Line, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources: tuple[Line, ...]
    manifest: Manifest
    language: str = field(default="en")

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as plain dicts, lists, strings and numbers, ready for JSON."""
        return dict(_plain_fields(self))


def _plain_fields(value: Any) -> Iterator[tuple[str, Any]]:
    kind = getattr(type(value), "kind", None)
    if isinstance(kind, str):
        yield "kind", kind
    for one in fields(value):
        yield one.name, _plain(getattr(value, one.name))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return dict(_plain_fields(value))
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
