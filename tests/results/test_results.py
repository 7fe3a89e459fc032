"""Results as JSON, CSV and notebook tables, and the manifest that each carries."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, dataclass, field, replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.results import Manifest, Result, to_csv, to_html
from detente.results.tables import SHOWN, Row, to_json
from detente.version import VERSION


@dataclass(frozen=True)
class Answer(Result):
    """A result of whatever rows it is given."""

    listed: tuple[Row, ...] = ()
    source: Manifest = field(default_factory=lambda: Manifest("answer", "cafe", {"of": 7}, 3))

    @property
    def manifest(self) -> Manifest:
        return self.source

    def content(self) -> dict[str, Any]:
        return {"rows": [dict(row) for row in self.listed], "size": len(self.listed)}

    def rows(self) -> Iterator[Row]:
        yield from self.listed

    def to_text(self) -> str:
        return "an answer\n"

    def title(self) -> str:
        return "<An answer>"


def test_an_answer_carries_its_manifest() -> None:
    told = Answer(({"a": 1},)).to_dict()
    assert list(told) == ["rows", "size", "meta"]
    assert told["meta"] == {
        "version": VERSION, "input": "cafe", "method": "answer", "parameters": {"of": 7}, "seed": 3,
    }  # fmt: skip
    assert json.loads(Answer(({"a": 1},)).to_json()) == told


def test_what_was_verified_stands_in_the_manifest_only_where_asked_for() -> None:
    plain = Manifest("answer")
    assert "verification" not in plain.to_dict()
    assert (plain.input, plain.parameters, plain.seed, plain.version) == ("", {}, None, VERSION)
    checked = replace(plain, verification={"checked": 2})
    assert checked.to_dict()["verification"] == {"checked": 2}
    told = checked.to_dict()
    told["verification"]["checked"] = 0
    assert checked.to_dict()["verification"] == {"checked": 2}


def test_manifests_are_frozen() -> None:
    manifest: Any = Manifest("answer")
    with pytest.raises(FrozenInstanceError):
        manifest.seed = 5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(), part, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), JSON, max_size=5))
def test_json_reads_back_as_what_was_told(content: dict[str, Any]) -> None:
    told = to_json(content)
    assert json.loads(told) == content
    assert told.endswith("}\n")


def test_json_has_a_line_for_each_entry_and_keeps_other_scripts() -> None:
    told = to_json({"سلام": ["é"], "rows": [{"a": [1, 2]}, {"a": {"b": 1}}], "none": []})
    assert told.splitlines()[2:6] == [
        '  "rows": [', '    {"a": [1, 2]},', '    {"a": {"b": 1}}', "  ],",
    ]  # fmt: skip
    assert '["é"]' in told


@given(st.lists(st.tuples(st.text(), st.text()), max_size=6))
def test_csv_reads_back_but_for_the_guard(cells: list[tuple[str, str]]) -> None:
    rows = [{"one": one, "two, three": two} for one, two in cells]
    told = to_csv(rows, ["one", "two, three"])
    read = list(csv.reader(io.StringIO(told, newline="")))
    assert read[0] == ["one", "two, three"]
    guarded = [
        [f"'{cell}" if cell[:1] in tuple("=+-@\t\r") and cell else cell for cell in row.values()]
        for row in rows
    ]
    assert read[1:] == guarded


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_cells_that_a_spreadsheet_would_run_are_guarded(start: str) -> None:
    told = to_csv([{"cell": f"{start}cmd|' /C calc'!A0", "number": -1.5}])
    ((cell, number),) = list(csv.reader(io.StringIO(told, newline="")))[1:]
    assert cell == f"'{start}cmd|' /C calc'!A0"
    assert number == "-1.5"


def test_csv_of_nothing_is_a_header_where_one_is_known() -> None:
    assert to_csv([]) == ""
    assert to_csv([], ("a", "b")) == "a,b\r\n"
    assert to_csv([{"b": 1}], ("a", "b")) == "b\r\n1\r\n"
    assert Answer().to_csv() == ""
    assert Answer(({"a": 1, "b": "x"}, {"a": 2, "b": ""})).to_csv() == "a,b\r\n1,x\r\n2,\r\n"


def test_columns_go_by_name_and_not_by_order() -> None:
    assert to_csv([{"a": 1, "b": 2}, {"b": 3, "a": 4}]) == "a,b\r\n1,2\r\n4,3\r\n"


@given(st.text(), st.text(), st.text())
def test_html_holds_all_text_escaped(key: str, value: str, caption: str) -> None:
    told = to_html([{f"k{key}": value, "n": 3}], caption)
    assert told == (
        f"<table><caption>{_escaped(caption)}</caption>"
        f"<thead><tr><th scope='col'>k{_escaped(key)}</th><th scope='col'>n</th></tr></thead>"
        f"<tbody><tr><td>{_escaped(value)}</td><td>3</td></tr></tbody></table>"
    )
    assert unescape(_escaped(value)) == value


def _escaped(text: str) -> str:
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#x27")):
        text = text.replace(sign, f"&{name};")
    return text


def test_html_of_many_rows_shows_the_first_and_says_so() -> None:
    rows = [{"n": n} for n in range(SHOWN)]
    assert to_html(rows, "c").count("<td>") == SHOWN
    assert "more rows" not in to_html(rows, "c")
    told = to_html([*rows, {"n": "last"}], "c")
    assert told.count("<td>") == SHOWN
    assert "last" not in told
    assert told.endswith("<p>… and more rows: see <code>rows()</code>.</p>")


def test_html_of_nothing_is_its_caption() -> None:
    assert to_html([], "<none>") == "<p>&lt;none&gt;</p>"
    assert Answer()._repr_html_() == "<p>&lt;An answer&gt;</p>"
    assert Answer(({"a": "<b>"},))._repr_html_().count("&lt;b&gt;") == 1


def test_rows_are_read_only_as_far_as_they_are_shown() -> None:
    read = []

    def endless() -> Iterator[Row]:
        while True:
            read.append(1)
            yield {"n": len(read)}

    to_html(endless(), "c")
    assert len(read) == SHOWN + 1
