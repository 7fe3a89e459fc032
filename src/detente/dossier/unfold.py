"""From the tree to plain data, with every reason taken out into a table of its own.

Wherever a value stands, ``{is: VALUE, because: ...}`` may stand (``want`` in a statement).
After unfolding, the data holds VALUE alone, at the path at which the reasoned value stood.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from detente.dossier.nodes import Mapping, Node, Scalar, Sequence, TreeFault
from detente.dossier.reasons import Path, Place
from detente.dossier.scalars import Odd, resolve

REASON_KEYS = frozenset({"because", "sure", "evidence", "judgement", "draft"})
VALUE_KEYS = ("is", "want")
GROUP_KEYS = ("any_order", "one_of")
REASON = "(reason)"
"""The step in a path from a value to the reason it was written with."""

SPOILT = Odd("", "spoilt")
"""Stands for a value that was refused already."""


@dataclass(slots=True)
class Unfolded:
    """Plain data and where it came from.

    Parameters
    ----------
    data : Any
        Dictionaries, lists, text, booleans, ``Number`` and ``Odd``.
    nodes : dict
        The node of each value, by its path; reasons stand under ``path + (REASON,)``.
    keys : dict
        The place of the key of each value in a mapping, by the value's path.
    reasons : dict
        The data of each reason, by the path of its value.
    """

    data: Any = None
    nodes: dict[Path, Node] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    reasons: dict[Path, dict[str, Any]] = field(default_factory=dict)
    faults: list[TreeFault] = field(default_factory=list)


def unfold(root: Node) -> Unfolded:
    """Return the plain data of `root`, its places and its reasons."""
    found = Unfolded()
    found.data = _value(found, root, ())
    return found


def _value(found: Unfolded, node: Node, path: Path, wrapped: bool = False) -> Any:
    if isinstance(node, Mapping):
        keys = {key.text for key, _ in node.entries}
        if path and not keys.isdisjoint(VALUE_KEYS) and REASON not in path:
            return _reasoned(found, node, path, wrapped)
        found.nodes[path] = node
        entries = node.entries
        if not keys.isdisjoint(GROUP_KEYS) and _in_statements(path):
            _keep_reason(found, [e for e in entries if e[0].text in REASON_KEYS], path)
            entries = [entry for entry in entries if entry[0].text not in REASON_KEYS]
        data = {}
        for key, value in entries:
            inner = (*path, key.text)
            found.keys[inner] = key.place
            data[key.text] = _value(found, value, inner)
        return data
    found.nodes[path] = node
    if isinstance(node, Sequence):
        return [_value(found, item, (*path, i)) for i, item in enumerate(node.items)]
    if node.spoilt:
        return SPOILT
    return resolve(node.text) if node.plain else node.text


def _reasoned(found: Unfolded, node: Mapping, path: Path, wrapped: bool) -> Any:
    values = [entry for entry in node.entries if entry[0].text in VALUE_KEYS]
    reason = [entry for entry in node.entries if entry[0].text in REASON_KEYS]
    for key, _ in node.entries:
        if key.text not in VALUE_KEYS and key.text not in REASON_KEYS:
            found.faults.append(
                TreeFault(
                    key.place,
                    "unknown-key",
                    f"{key.text} is no part of a value with a reason",
                    "Beside is or want only because, sure, evidence, judgement and draft can stand",
                )
            )
    key, value = values[0]
    if len(values) > 1:
        found.faults.append(
            TreeFault(
                values[1][0].place, "two-values", "a value with a reason has both is and want",
                "Keep one of the two",
            )
        )  # fmt: skip
    if key.text == "want" and not _in_statements(path):
        found.faults.append(
            TreeFault(
                key.place, "misplaced-want", "want stands outside the statements of a preference",
                "Write is for want",
            )
        )  # fmt: skip
    if wrapped:
        found.faults.append(
            TreeFault(
                node.place, "two-reasons", "a value with a reason stands inside another",
                "Put all reasons beside one is",
            )
        )  # fmt: skip
    if isinstance(value, Mapping) and len(path) == 3 and path[0] == "record":
        present = {key.text for key, _ in value.entries}
        value.entries = [*value.entries, *(e for e in reason if e[0].text not in present)]
    else:
        _keep_reason(found, reason, path)
    return _value(found, value, path, wrapped=True)


def _keep_reason(found: Unfolded, entries: list[tuple[Scalar, Node]], path: Path) -> None:
    reason = found.reasons.setdefault(path, {})
    for key, value in entries:
        inner = (*path, REASON, key.text)
        found.keys[inner] = key.place
        reason[key.text] = _value(found, value, inner)


def _in_statements(path: Path) -> bool:
    """Tell whether `path` leads into the statements of a preference, own or as another sees it."""
    if path[:2] == ("conflict", "perceptions"):
        path = ("conflict", *path[3:])
    return len(path) > 4 and path[:2] == ("conflict", "preferences") and path[3] == "statements"
