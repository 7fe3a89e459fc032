"""The picture of the conflict as SVG: trees of states, drawn for a page and for a phone.

On a page each way out of today's state is a row; on a phone the tree grows downwards and
each step is indented. What a line means is told by its stroke and by a word in the box it
leads to, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.content import Node, Picture
from detente.brief.svg import canvas, number, text_at, wrap
from detente.words import say

PAGE, PHONE = 720.0, 340.0
_SIZE, _SMALL = 13.0, 11.5
_LEAD = 16.0
_PAD = 9.0
_GAP_X, _GAP_Y = 30.0, 12.0
_RAIL = 30.0
_COLUMNS = 4
_INDENT = 20.0
_ISLANDS_A_ROW = 3


@dataclass(slots=True)
class _Box:
    node: Node
    x: float
    y: float
    wide: float
    high: float
    lines: list[tuple[str, str]]

    @property
    def middle(self) -> float:
        return self.y + self.high / 2


def draw_picture(picture: Picture) -> Markup:
    """Return two drawings of `picture`; style sheets show the one that fits the screen."""
    page = _draw(picture, PAGE, "on-page")
    phone = _draw(picture, PHONE, "on-phone")
    return page + phone


def _draw(picture: Picture, room: float, variant: str) -> Markup:
    trees = [root for root in picture.roots if root.edge != "island"]
    islands = [root for root in picture.roots if root.edge == "island"]
    body = Markup("")
    y = 2.0
    for root in trees:
        if variant == "on-page":
            drawn, y = _in_rows(root, y, room)
        else:
            drawn, y = _downwards(root, y, room)
        body += drawn
        y += _GAP_Y
    if islands:
        for line in wrap(picture.islands, room - 4, _SIZE):
            y += _LEAD
            body += text_at(2, y, line, "caption")
        y += _GAP_Y
        drawn, y = _grid(islands, y, room, _ISLANDS_A_ROW if variant == "on-page" else 1)
        body += drawn
    return canvas(room, y + 2, body, picture.alternative, variant)


def _in_rows(root: Node, top: float, room: float) -> tuple[Markup, float]:
    """Draw today's state above, each longer way as a row, and single steps side by side."""
    paths = list(_paths(root))
    rows = [path for path in paths if len(path) > 1]
    singles = [path[0] for path in paths if len(path) == 1]
    start = _box(root, 2, top, room - 4 if paths else room / 2)
    wide = (room - 4 - _RAIL - _GAP_X * (_COLUMNS - 1)) / _COLUMNS
    body = Markup("")
    y = start.y + start.high + _GAP_Y
    ends: list[float] = []
    for path in rows:
        for first in range(0, len(path), _COLUMNS):
            part = path[first : first + _COLUMNS]
            boxes = [
                _box(node, 2 + _RAIL + k * (wide + _GAP_X), y, wide) for k, node in enumerate(part)
            ]
            high = max(box.high for box in boxes)
            for box in boxes:
                box.y = y + (high - box.high) / 2
                level = y + high / 2
                before = box.x - (_RAIL - 8 if box is boxes[0] else _GAP_X)
                body += _line(
                    f"M{number(before)} {number(level)}H{number(box.x - 7)}", box.node.edge
                )
                body += _head(box.x, level, box.node.edge) + _drawn(box)
            if first == 0:
                ends.append(y + high / 2)
            y += high + _GAP_Y
    for first in range(0, len(singles), _COLUMNS):
        part = singles[first : first + _COLUMNS]
        y += _GAP_Y / 2
        ends.append(y)
        last = 2 + _RAIL + (len(part) - 1) * (wide + _GAP_X) + wide / 2
        body += _rail(10, y, last, y)
        for k, node in enumerate(part):
            box = _box(node, 2 + _RAIL + k * (wide + _GAP_X), y + 16, wide)
            middle = box.x + wide / 2
            body += _line(f"M{number(middle)} {number(y)}V{number(box.y - 7)}", node.edge)
            body += _head_down(middle, box.y, node.edge) + _drawn(box)
        y += 16 + max(_box(node, 0, 0, wide).high for node in part) + _GAP_Y
    if ends:
        body = _rail(10, start.y + start.high, 10, ends[-1]) + body
    return _drawn(start) + body, y - _GAP_Y


def _paths(root: Node) -> Iterator[list[Node]]:
    """Yield every way from `root` to a node without children, `root` itself left out."""
    for child in root.children:
        tails = list(_paths(child))
        if tails:
            yield from ([child, *tail] for tail in tails)
        else:
            yield [child]


def _downwards(root: Node, top: float, room: float) -> tuple[Markup, float]:
    body = Markup("")
    y = top

    def place(node: Node, level: int, parent: _Box | None) -> None:
        nonlocal body, y
        x = 2 + level * _INDENT
        box = _box(node, x, y, room - 2 - x)
        if parent is not None:
            path = (
                f"M{number(parent.x + 5)} {number(parent.y + parent.high)}"
                f"V{number(box.middle)}H{number(box.x - 7)}"
            )
            body += _line(path, node.edge) + _head(box.x, box.middle, node.edge)
        body += _drawn(box)
        y += box.high + _GAP_Y
        for child in node.children:
            place(child, level + 1, box)

    place(root, 0, None)
    return body, y - _GAP_Y


def _grid(islands: list[Node], top: float, room: float, a_row: int) -> tuple[Markup, float]:
    wide = (room - 4 - _GAP_Y * (a_row - 1)) / a_row
    body = Markup("")
    for start in range(0, len(islands), a_row):
        row = [
            _box(node, 2 + k * (wide + _GAP_Y), top, wide)
            for k, node in enumerate(islands[start : start + a_row])
        ]
        high = max(box.high for box in row)
        for box in row:
            box.high = high
            body += _drawn(box)
        top += high + _GAP_Y
    return body, top - _GAP_Y


def _box(node: Node, x: float, y: float, wide: float) -> _Box:
    room = wide - 2 * _PAD
    lines: list[tuple[str, str]] = []
    if head := _heading(node):
        lines += [(line, f"step {node.edge}") for line in wrap(head, room * 0.94, _SMALL, 3)]
    lines += [
        (line, "state") for line in wrap(node.text, room, _SIZE, 10 if node.edge != "island" else 7)
    ]
    if node.pattern:
        lines += [(line, "pattern") for line in wrap(node.pattern, room * 0.88, _SMALL, 3)]
    if node.holds or node.today:
        word = holds_word(node)
        lines += [(line, "verdict") for line in wrap(word, room * 0.94, _SMALL, 2)]
    return _Box(node, x, y, wide, len(lines) * _LEAD + 2 * _PAD - 3, lines)


def holds_word(node: Node) -> str:
    """Return whether the state of `node` holds, with its number in the list of outcomes."""
    if not node.holds:
        return say("brief.picture.gives_way")
    if node.number and node.edge != "island":
        return say("brief.picture.holds_as", number=node.number)
    return say("brief.picture.holds")


def _heading(node: Node) -> str:
    if node.today:
        return say("brief.picture.today")
    if node.edge in ("start", "island"):
        return ""
    return say(f"brief.picture.{node.edge}", by=node.by)


def _drawn(box: _Box) -> Markup:
    node = box.node
    style = "box"
    style += " today" if node.today else ""
    style += " holding" if node.holds else ""
    body = _rect(box.x, box.y, box.wide, box.high, style)
    if node.holds:
        body += _rect(box.x + 3, box.y + 3, box.wide - 6, box.high - 6, "inner")
    for k, (line, kind) in enumerate(box.lines):
        body += text_at(box.x + _PAD, box.y + _PAD + 9 + k * _LEAD, line, kind)
    return body


def _rect(x: float, y: float, wide: float, high: float, style: str) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/>').format(
        number(x), number(y), number(wide), number(high), style
    )


def _line(path: str, edge: str) -> Markup:
    return Markup('<path d="{}" class="line {}"/>').format(path, edge)


def _rail(x: float, y: float, to_x: float, to_y: float) -> Markup:
    return Markup('<path d="M{} {}L{} {}" class="rail"/>').format(
        number(x), number(y), number(to_x), number(to_y)
    )


def _head_down(x: float, y: float, edge: str) -> Markup:
    points = (
        f"{number(x)},{number(y)} {number(x - 4)},{number(y - 8)} {number(x + 4)},{number(y - 8)}"
    )
    return Markup('<polygon points="{}" class="head {}"/>').format(points, edge)


def _head(x: float, y: float, edge: str) -> Markup:
    points = (
        f"{number(x)},{number(y)} {number(x - 8)},{number(y - 4)} {number(x - 8)},{number(y + 4)}"
    )
    return Markup('<polygon points="{}" class="head {}"/>').format(points, edge)
