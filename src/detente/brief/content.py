"""What the parts of a brief are made of: frozen data that any format can be written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

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
    to : str
        The id of the part of the brief that the line leads to; empty if to none.
    """

    text: str
    notes: tuple[int, ...] = ()
    pattern: str = ""
    mark: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; lines may lead to its `id`, where it has one."""

    kind: ClassVar[str] = "heading"
    text: str
    aside: str = ""
    id: str = ""


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

    `islands` is the line over the states that stand apart. With `in_words` the trees are told
    as nested lists instead of being drawn.
    """

    kind: ClassVar[str] = "picture"
    caption: str
    alternative: str
    islands: str
    roots: tuple[Node, ...]
    left_out: tuple[str, ...] = ()
    in_words: bool = False


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
    """Talks and truces in order of time.

    Parameters
    ----------
    today : int or None
        The dossier's date as a day, if known.
    told : tuple of int
        The numbers of the marks that are told under the drawing, counted from 1.
    rest : str
        What the others are; empty if all are told.
    """

    kind: ClassVar[str] = "timeline"
    caption: str
    alternative: str
    marks: tuple[Mark, ...]
    today: int | None = None
    today_word: str = ""
    told: tuple[int, ...] = ()
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a package is worth to a party, and what no deal is, on the party's own scale."""

    party: str
    value: float
    no_deal: float


@dataclass(frozen=True, slots=True)
class Bars:
    """A package by its name, with a bar for each party."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What packages give to whom; `axis` says what the numbers are."""

    kind: ClassVar[str] = "chart"
    caption: str
    alternative: str
    axis: str
    groups: tuple[Bars, ...]


Block = Heading | Text | Items | Table | Picture | Timeline | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief: a numbered section, or an annex with its letter."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    letter: str = ""
