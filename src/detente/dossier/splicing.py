"""Putting changes into the text of a dossier: only what changes is written anew.

All changes are worked out on one tree of the text and put in together, so that hundreds of new
entries cost one reading. Nothing is checked here but that a place exists.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass, field
from typing import Any

from detente.dossier.emit import dashed, entry, flow
from detente.dossier.nodes import Mapping, Node, Scalar, Sequence
from detente.dossier.reasons import Path
from detente.dossier.tree import grow
from detente.dossier.unfold import VALUE_KEYS
from detente.errors import CallError, call_error


@dataclass(frozen=True, slots=True)
class _Edit:
    """`new` in place of the text from `start` to `end`; `whole` if it stands on own lines."""

    start: int
    end: int
    depth: int
    new: str
    whole: bool = False


@dataclass(slots=True)
class _Growth:
    """What is added to a mapping or list; `column` is that of the key in a block around it."""

    node: Mapping | Sequence
    depth: int
    column: int | None
    added: dict[str, Any] | list[Any] = field(default_factory=list)


def spliced(text: str, changes: Iterable[tuple[Path, Any]]) -> str:
    """Return `text` with the value of each change at its path.

    Parameters
    ----------
    text : str
        The text of a dossier that can be read.
    changes : iterable of (path, value)
        In the order in which they are made. The last step of a path may be a new key of a mapping,
        or the length of a list with what was added before, which appends.

    Raises
    ------
    CallError
        If a path leads nowhere or a value cannot be written.
    """
    root, _ = grow(text)
    edits: list[_Edit] = []
    growing: dict[int, _Growth] = {}
    for path, value in changes:
        edit = _placed(text, root, path, value, growing)
        if edit is not None:
            edits.append(edit)
    for growth in growing.values():
        edits.extend(_grown(text, growth))
    return _applied(text, edits)


def _placed(
    text: str, root: Node | None, path: Path, value: Any, growing: dict[int, _Growth]
) -> _Edit | None:
    """Return the edit that replaces the value at `path`, or note in `growing` what is added."""
    node, column = root, None
    for depth, step in enumerate(path):
        assert node is not None  # noqa: S101
        inner_value = _unwrapped(node)
        column = column if inner_value is node else None
        node = inner_value
        inner = _child(node, step)
        if inner is None:
            _add(growing, node, column, depth, path, value)
            return None
        block = isinstance(node, Mapping) and not node.flow
        column = node.place.column - 1 if block else None
        node = inner
    assert node is not None  # noqa: S101
    node = _unwrapped(node)
    space = " " if isinstance(node, Sequence) and not node.flow else ""
    return _Edit(node.start, _end(node), len(path), space + flow(value))


def _add(
    growing: dict[int, _Growth],
    node: Node,
    column: int | None,
    depth: int,
    path: Path,
    value: Any,
) -> None:
    step, rest = path[depth], path[depth + 1 :]
    growth = growing.get(id(node))
    if isinstance(node, Mapping) and isinstance(step, str):
        if growth is None:
            growth = growing[id(node)] = _Growth(node, depth, column, {})
        _put(growth.added, (step, *rest), value, path)
    elif isinstance(node, Sequence) and isinstance(step, int) and step >= len(node.items):
        if growth is None:
            growth = _Growth(node, depth, column, [])
        _put(growth.added, (step - len(node.items), *rest), value, path)
        growing[id(node)] = growth
    else:
        raise _nowhere(path)


def _put(into: Any, steps: Path, value: Any, path: Path) -> None:
    """Put `value` into data that is still to be written, making what is absent on the way."""
    step, *rest = steps
    if isinstance(into, dict) and isinstance(step, str):
        if rest and step in into:
            _put(into[step], tuple(rest), value, path)
        else:
            into[step] = _nested(rest, value)
    elif isinstance(into, list) and isinstance(step, int) and 0 <= step <= len(into):
        if step == len(into):
            into.append(_nested(rest, value))
        elif rest:
            _put(into[step], tuple(rest), value, path)
        else:
            into[step] = _own(value)
    else:
        raise _nowhere(path)


def _nested(steps: SequenceOf[str | int], value: Any) -> Any:
    value = _own(value)
    for step in reversed(steps):
        value = [value] if step == 0 else {str(step): value}
    return value


def _own(value: Any) -> Any:
    """Return a copy of `value` whose mappings and lists can grow."""
    if isinstance(value, MappingOf):
        return {key: _own(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_own(inner) for inner in value]
    return value


def _nowhere(path: Path) -> CallError:
    return call_error("no-such-place", f"{'.'.join(map(str, path))} leads nowhere in the dossier")


def _unwrapped(node: Node) -> Node:
    """Return the value inside a value with a reason."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text in VALUE_KEYS:
                return value
    return node


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def _grown(text: str, growth: _Growth) -> Iterable[_Edit]:
    """Yield the edits that add to a mapping or list in the style in which it is written."""
    node, depth = growth.node, growth.depth
    before = [v for _, v in node.entries] if isinstance(node, Mapping) else node.items
    if not node.flow and before:
        yield _lines(text, before[-1], depth, _block(growth.added, node.place.column - 1))
        return
    if not before and growth.column is not None and "\n" not in text[node.start : node.end]:
        start = node.start
        while text[start - 1] == " ":
            start -= 1
        yield _Edit(start, node.end, depth, "")
        yield _lines(text, node, depth, _block(growth.added, growth.column + 2))
        return
    at = _end(before[-1]) if before else node.start + 1
    yield _Edit(at, at, depth, (", " if before else "") + flow(growth.added)[1:-1])


def _block(added: dict[str, Any] | list[Any], indent: int) -> list[str]:
    if isinstance(added, dict):
        return entry(added, indent)
    return [line for item in added for line in dashed(item, indent)]


def _lines(text: str, last: Node, depth: int, lines: list[str]) -> _Edit:
    """Return the edit that puts `lines` on lines of their own after the one where `last` ends."""
    end = _end(last)
    if text[end - 1 : end] != "\n":
        line_end = text.find("\n", end)
        end = len(text) if line_end < 0 else line_end + 1
    return _Edit(end, end, depth, "\n".join(lines) + "\n", whole=True)


def _end(node: Node) -> int:
    """Return where `node` ends, without the comments that follow it."""
    while not isinstance(node, Scalar):
        if node.flow:
            return node.end
        node = node.items[-1] if isinstance(node, Sequence) else node.entries[-1][1]
    return node.end


def _applied(text: str, edits: list[_Edit]) -> str:
    """Return `text` with all edits; of those at one place, what lies deeper comes first."""
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.depth)):
        pieces.append(text[at : edit.start])
        if edit.whole:
            last = next((piece for piece in reversed(pieces) if piece), "")
            pieces.append("" if last.endswith("\n") else newline)
        pieces.append(edit.new.replace("\n", newline) if edit.whole else edit.new)
        at = edit.end
    return "".join([*pieces, text[at:]])
