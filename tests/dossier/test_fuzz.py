"""Whatever stands in the file, nothing but an error that a user can mend comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from detente.dossier import Dossier, json_schema, load, loads
from detente.dossier.yaml_events import YamlFault, events
from detente.errors import DetenteError, FileError
from tests.dossier.example import EXAMPLE, RECORD, WIRE

WHOLE = EXAMPLE + RECORD
FIELDS = [*json_schema()["properties"], "us", "options", "statements", "by", "is", "want", "events"]
SNIPPETS = [
    "&a", "*a", "!!str", "<<:", "no", "1.10", "12:30", "~", "- ", ": ", "? ", "{", "}", "[", "]",
    "\t", "\n", "\r", "'", '"', "|\n", ">\n", "#", "---\n", "...\n", "%YAML 1.1\n", "\ufeff", "\0",
    "\x85", "\u2028", "\ud800", "is: ", "want: ", "not ", "if ", "(", ")", "YN", "2016-13", ".inf",
]  # fmt: skip


def survives(text: str, folder: Path | None = None) -> Dossier | None:
    try:
        return loads(text, folder)
    except DetenteError as error:
        faults = error.faults
    assert faults
    assert all(fault.code and fault.message for fault in faults)
    return None


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fuzz")
    (path / "sources").mkdir()
    (path / "sources" / "wire.txt").write_text(WIRE, encoding="utf-8")
    return path


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes(home: Path, data: bytes) -> None:
    (home / "random.yaml").write_bytes(data)
    with pytest.raises((DetenteError, FileError)):
        load(home / "random.yaml")


@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=6), max_size=25))
def test_random_signs_of_yaml(pieces: list[str]) -> None:
    survives("".join(pieces))


WORDS = ["us.join", "YNNY", "2016-09", "us", "join if split", "no", ""]
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
leaves = st.none() | st.booleans() | numbers | st.sampled_from(WORDS) | st.text(max_size=5)
keys = st.sampled_from(FIELDS) | st.text(max_size=4)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(FIELDS), values, max_size=8))
def test_random_trees(tree: dict[str, Any]) -> None:
    survives(json.dumps(tree))


@given(data=st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mutations_of_a_valid_dossier(home: Path, data: st.DataObject) -> None:
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + data.draw(st.sampled_from(["", *SNIPPETS])) + text[end:]
    survives(text, home)


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_swapped_lines(home: Path, data: st.DataObject) -> None:
    lines = WHOLE.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        i = data.draw(st.integers(0, len(lines) - 1))
        j = data.draw(st.integers(0, len(lines) - 1))
        lines[i] = data.draw(st.sampled_from(["", " ", "  ", "    "])) + lines[j].lstrip()
    survives("\n".join(lines), home)


def _told(stream: Any) -> list[tuple[Any, ...]]:
    found = []
    try:
        for event in stream:
            start, end = event.start_mark, event.end_mark
            what = (type(event).__name__, getattr(event, "value", None), start.index, end.index)
            found.append((*what, start.line, start.column))
    except (YAMLError, YamlFault):
        return [("refused",)]
    return found


@given(
    st.lists(st.sampled_from([*SNIPPETS, "word", "two words", "a-b", "key: ", "  "]), max_size=20)
)
@settings(max_examples=300)
def test_quick_scanner_agrees_with_the_original(pieces: list[str]) -> None:
    text = "".join(piece for piece in pieces if piece not in ("\0", "\ud800", "\ufeff"))
    assert _told(events(text)) == _told(YAML(typ="safe", pure=True).parse(text))


@pytest.mark.parametrize("text", [EXAMPLE, RECORD, EXAMPLE.replace("\n", "\r\n")])
def test_quick_scanner_agrees_on_dossiers(text: str) -> None:
    assert _told(events(text)) == _told(YAML(typ="safe", pure=True).parse(text))
