"""Changing a dossier: the change is put into the text, and the text is read again.

Only the changed value is written anew. Every comment, quote mark and line elsewhere stays
as the analyst wrote it, which no writer of whole files can promise.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any

from detente.dossier.emit import dashed, entry, flow
from detente.dossier.loading import loads
from detente.dossier.model import Dossier
from detente.dossier.nodes import Mapping, Node, Scalar, Sequence
from detente.dossier.reasons import Path
from detente.dossier.record_reading import ITEMS
from detente.dossier.tree import grow
from detente.dossier.unfold import VALUE_KEYS
from detente.dossier.wording import suggest
from detente.errors import call_error


def with_value(dossier: Dossier, path: Path, value: Any) -> Dossier:
    """Return `dossier` with `value` at `path`, everything else as it was written.

    Parameters
    ----------
    path : tuple of str and int
        Keys and list positions from the top. The last step may be a new key of a mapping, or
        the length of a list, which appends. Mappings on the way that are absent are made.
    value : text, number, bool, date, Evidence, mapping or sequence
        What to write.

    Raises
    ------
    CallError
        If `path` leads nowhere or `value` cannot be written.
    DossierError
        If the changed dossier has faults.
    """
    root, _ = grow(dossier.text)
    text = _spliced(dossier.text, root, path, value)
    return loads(text, dossier.file.parent, str(dossier.file))


def with_record_item(dossier: Dossier, name: str, fields: MappingOf[str, Any]) -> Dossier:
    """Return `dossier` with one more entry at the end of a list of the record.

    Parameters
    ----------
    name : str
        The list: ``people``, ``statements``, ``talks`` and so on.
    fields : mapping
        The entry's keys as in the file; `None` leaves a key out.

    Raises
    ------
    CallError
        If there is no such list.
    DossierError
        If the entry has faults, such as a quote that does not stand in its source.
    """
    if name not in ITEMS:
        raise call_error("unknown-list", f"the record has no list {name}", suggest(name, ITEMS))
    length = len(getattr(dossier.record, name))
    if length or ("record", name) in dossier.places:
        return with_value(dossier, ("record", name, length), fields)
    return with_value(dossier, ("record", name), [fields])


def with_party(dossier: Dossier, party: str, fields: MappingOf[str, Any]) -> Dossier:
    """Return `dossier` with the party `party` added, or replaced if it is there."""
    return with_value(dossier, ("parties", party), fields)


def with_source(dossier: Dossier, source: str, fields: MappingOf[str, Any]) -> Dossier:
    """Return `dossier` with the source `source` added, or replaced if it is there."""
    return with_value(dossier, ("sources", source), fields)


def _spliced(text: str, root: Node | None, path: Path, value: Any) -> str:
    node: Node | None = root
    for depth, step in enumerate(path):
        assert node is not None  # noqa: S101
        node = _unwrapped(node)
        inner = _child(node, step)
        if inner is not None:
            node = inner
            continue
        for missing in reversed(path[depth + 1 :]):
            value = {str(missing): value}
        if isinstance(node, Mapping) and isinstance(step, str):
            return _with_entry(text, node, step, value)
        if isinstance(node, Sequence) and step == len(node.items):
            return _with_item(text, node, value)
        raise call_error(
            "no-such-place", f"{'.'.join(map(str, path))} leads nowhere in the dossier"
        )
    assert node is not None  # noqa: S101
    node = _unwrapped(node)
    space = " " if isinstance(node, Sequence) and not node.flow else ""
    return text[: node.start] + space + flow(value) + text[_end(text, node) :]


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


def _with_entry(text: str, node: Mapping, key: str, value: Any) -> str:
    if node.flow or not node.entries:
        return _into_brackets(text, node, flow({key: value})[1:-1], [v for _, v in node.entries])
    return _after(text, node.entries[-1][1], entry({key: value}, node.place.column - 1))


def _with_item(text: str, node: Sequence, value: Any) -> str:
    if node.flow:
        return _into_brackets(text, node, flow(value), node.items)
    return _after(text, node.items[-1], dashed(value, node.place.column - 1))


def _into_brackets(text: str, node: Node, new: str, before: list[Node]) -> str:
    at = _end(text, before[-1]) if before else node.start + 1
    return text[:at] + (", " if before else "") + new + text[at:]


def _after(text: str, last: Node, lines: list[str]) -> str:
    """Put `lines` on lines of their own after the line on which `last` ends."""
    end = _end(text, last)
    if text[end - 1 : end] != "\n":
        line_end = text.find("\n", end)
        end = len(text) if line_end < 0 else line_end + 1
    newline = "\r\n" if "\r\n" in text else "\n"
    lead = "" if text[:end].endswith("\n") else newline
    new = newline.join("\n".join(lines).split("\n"))
    return text[:end] + lead + new + newline + text[end:]


def _end(text: str, node: Node) -> int:
    """Return where `node` ends, without the comments that follow it."""
    while not isinstance(node, Scalar):
        if node.flow:
            return node.end
        node = node.items[-1] if isinstance(node, Sequence) else node.entries[-1][1]
    return node.end
