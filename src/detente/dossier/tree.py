"""A dossier's YAML as a tree of nodes that know their places; nothing hostile survives.

The text is read as a stream of events, never composed by a library, so that an alias is
refused and not expanded, and depth is counted and not recursed into.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from detente.dossier.nodes import Mapping, Node, Scalar, Sequence, TreeFault
from detente.dossier.reasons import Place
from detente.dossier.scalars import Odd, resolve
from detente.dossier.yaml_events import YamlFault, events

MAX_BYTES = 8_000_000
MAX_DEPTH = 32
MAX_NODES = 400_000

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(slots=True)
class _Builder:
    """Takes events one by one; `faults` grows, `root` is the finished tree."""

    faults: list[TreeFault] = field(default_factory=list)
    root: Node | None = None
    stack: list[Sequence | Mapping] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)
    seen: list[dict[str, Place]] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0
    complex_key: int = 0

    def fault(self, place: Place, code: str, message: str, remedy: str = "") -> None:
        self.faults.append(TreeFault(place, code, message, remedy))

    def take(self, event: Any) -> bool:
        """Take one event; return False when reading on makes no sense."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            return self._node(event, self._scalar(event))
        if kind == "MappingStartEvent":
            mark = event.start_mark
            mapping = Mapping([], bool(event.flow_style), _place(event), mark.index)
            return self._open(event, mapping)
        if kind == "SequenceStartEvent":
            mark = event.start_mark
            return self._open(
                event, Sequence([], bool(event.flow_style), _place(event), mark.index)
            )
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close(event)
            return True
        if kind == "AliasEvent":
            self.fault(
                _place(event),
                "yaml-alias",
                f"the alias *{event.anchor} repeats another part of the file",
                "Write the value out again; a dossier has no aliases",
            )
            mark = event.start_mark
            spoilt = Scalar("", False, _place(event), mark.index, event.end_mark.index, True)
            event.anchor = None
            return self._node(event, spoilt)
        if kind == "DocumentStartEvent":
            return self._document(event)
        return True

    def _document(self, event: Any) -> bool:
        if event.version or event.tags:
            self.fault(
                _place(event), "yaml-directive", "a line that starts with % gives YAML directions",
                "Take the line out",
            )  # fmt: skip
        self.documents += 1
        if self.documents > 1:
            self.fault(
                _place(event),
                "yaml-several-documents",
                "a second document starts here",
                "Keep one dossier in a file; take the line --- out",
            )
            return False
        return True

    def _scalar(self, event: Any) -> Scalar:
        text = event.value
        scalar = Scalar(
            text, event.style is None, _place(event), event.start_mark.index, event.end_mark.index
        )
        found = _FORBIDDEN.search(text)
        if found:
            self.fault(
                scalar.place,
                "control-character",
                f"the text holds the control character U+{ord(found.group()):04X}",
                "Take the character out",
            )
            scalar.spoilt = True
            scalar.text = _FORBIDDEN.sub("?", text)
        return scalar

    def _open(self, event: Any, node: Sequence | Mapping) -> bool:
        reading = self._node(event, node)
        if len(self.stack) >= MAX_DEPTH:
            self.fault(
                node.place,
                "yaml-too-deep",
                f"values are nested more than {MAX_DEPTH} deep",
                f"Nest at most {MAX_DEPTH} lists and mappings in each other",
            )
            return False
        self.stack.append(node)
        self.keys.append(None)
        self.seen.append({})
        return reading

    def _close(self, event: Any) -> None:
        self.stack.pop().end = event.end_mark.index
        self.keys.pop()
        self.seen.pop()

    def _node(self, event: Any, node: Node) -> bool:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.fault(
                node.place,
                "yaml-too-many-nodes",
                f"the file holds more than {MAX_NODES:,} values",
                "Split the material into several dossiers",
            )
            return False
        if event.anchor is not None:
            self.fault(
                node.place,
                "yaml-alias",
                f"the anchor &{event.anchor} marks a value for repetition",
                "Take the anchor out; a dossier has no aliases",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.fault(
                node.place,
                "yaml-tag",
                f"the tag {tag} asks for a special kind of value",
                "Take the tag out; put text in quotes",
            )
            if isinstance(node, Scalar):
                node.spoilt = True
        if not self.stack:
            self.root = node
            return True
        top = self.stack[-1]
        if isinstance(top, Sequence):
            top.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(node)
        else:
            top.entries.append((self.keys[-1], node))
            self.keys[-1] = None
        return True

    def _key(self, node: Node) -> Scalar:
        """Return `node` as a key, with faults where it cannot be one."""
        if not isinstance(node, Scalar):
            self.fault(
                node.place, "key-not-text", "a list or mapping stands where a key should",
                "Use a word as the key",
            )  # fmt: skip
            return Scalar("", False, node.place, node.start, node.start, True)
        if node.spoilt:
            return node
        if node.plain:
            meaning = resolve(node.text)
            if node.text == "<<":
                self.fault(
                    node.place, "yaml-merge", "the key << merges one mapping into another",
                    "Write the keys out; a dossier has no merge keys",
                )  # fmt: skip
                node.spoilt = True
                return node
            if not isinstance(meaning, str):
                like = meaning.like if isinstance(meaning, Odd) else "a number"
                like = "true or false" if isinstance(meaning, bool) else like
                self.fault(
                    node.place,
                    "key-not-text",
                    f"YAML may take the key {node.text} for {like}"
                    if node.text
                    else "a value stands here without a key",
                    f'Put the key in quotes: "{node.text}"' if node.text else "Write a key",
                )
        first = self.seen[-1].setdefault(node.text, node.place)
        if first is not node.place:
            self.fault(
                node.place,
                "duplicate-key",
                f"the key {node.text} stands here a second time; the first is in line {first.line}",
                "Keep one of the two",
            )
            node.spoilt = True
        return node


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def grow(text: str) -> tuple[Node | None, list[TreeFault]]:
    """Return the tree of `text` and the faults of its YAML.

    Parameters
    ----------
    text : str
        A whole file, without a byte order mark, of at most `MAX_BYTES` bytes.

    Returns
    -------
    root : Node or None
        `None` where a fault ended the reading early, or nothing stands in the file.
    faults : list of TreeFault
        In the order of the file. Entries whose key was refused are left out of the tree.
    """
    builder = _Builder()
    try:
        for event in events(text):
            if not builder.take(event):
                return None, builder.faults
    except YamlFault as error:
        builder.faults.append(TreeFault(error.place, "yaml-syntax", error.message, error.remedy))
        return None, builder.faults
    if builder.root is not None:
        _drop_refused(builder.root)
    return builder.root, builder.faults


def _drop_refused(root: Node) -> None:
    """Take entries out whose key is spoilt: a second of the same name, a merge, no text."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            node.entries = [entry for entry in node.entries if not entry[0].spoilt]
            waiting.extend(value for _, value in node.entries if not isinstance(value, Scalar))
        elif isinstance(node, Sequence):
            waiting.extend(item for item in node.items if not isinstance(item, Scalar))
