"""A new dossier is whole, and a review names what a second reader should look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossier import (
    Remark,
    load,
    loads,
    new_dossier,
    review,
    starter,
    with_party,
)
from detente.errors import CallError, DossierError, Fault, FileError
from tests.dossier.example import EXAMPLE


def test_new_dossier_is_whole(tmp_path: Path) -> None:
    file = new_dossier(tmp_path / "a" / "b", "Talks: the “end”")
    assert file == tmp_path / "a" / "b" / "dossier.yaml"
    dossier = load(file)
    assert dossier.title == "Talks: the “end”"
    standoff = dossier.require_standoff()
    assert standoff.status_quo is not None
    assert set(standoff.preferences) == {"upstream", "downstream"}
    assert all(e.span is not None for s in dossier.record.statements for e in s.evidence)
    assert [remark.code for remark in review(dossier)] == ["unsure"]
    assert "# " in dossier.text


def test_an_empty_dossier_can_be_filled(tmp_path: Path) -> None:
    dossier = load(new_dossier(tmp_path, "Talks: the end", empty=True))
    assert (dossier.title, dossier.parties, dossier.sources) == ("Talks: the end", {}, {})
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.yaml"]
    assert review(dossier) == ()
    filled = with_party(dossier, "us", {"name": "United States"})
    assert "\nparties:\n  us:\n    name: United States\n" in filled.text


def test_a_standoff_needs_parties() -> None:
    text = "detente: 1\ntitle: A\nparties: {}\n"
    conflict = "conflict: {options: {us: {go: Go}}, preferences: {us: {indifferent: true}}}\n"
    with pytest.raises(DossierError, match="us"):
        loads(text + conflict)


def test_new_dossier_overwrites_nothing(tmp_path: Path) -> None:
    new_dossier(tmp_path, "A")
    before = (tmp_path / "dossier.yaml").read_bytes()
    with pytest.raises(CallError, match="is there already"):
        new_dossier(tmp_path, "B")
    (tmp_path / "dossier.yaml").unlink()
    with pytest.raises(CallError, match="is there already"):
        new_dossier(tmp_path, "B")
    assert not (tmp_path / "dossier.yaml").exists()
    assert before


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "\x1b[31m"])
def test_new_dossier_needs_a_title(tmp_path: Path, title: str) -> None:
    with pytest.raises(CallError, match="title"):
        new_dossier(tmp_path / "new", title)
    assert not (tmp_path / "new").exists()


def test_new_dossier_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="cannot be made"):
        new_dossier(tmp_path / "file" / "folder", "A")
    with pytest.raises(FileError, match="cannot be used"):
        new_dossier("a\0b", "A")


def test_new_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, text: str) -> Path:
        if file.name == "b":
            raise FileError([Fault(str(file), 0, 0, "unwritable", "no room", "Make room")])
        file.write_text(text, encoding="utf-8")
        return file

    monkeypatch.setattr(starter, "write_text", refuse)
    for home in (tmp_path / "new", tmp_path):
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(FileError, match="no room"):
            starter.write_new(home, {"in/a": "A", "b": "B"})
        assert sorted(tmp_path.rglob("*")) == before
    assert starter.write_new(tmp_path, {"in/a": "A", "c": "C"}) == tmp_path / "c"
    assert (tmp_path / "in" / "a").read_text("utf-8") == "A"


def told(text: str, folder: Path | None = None) -> list[tuple[int, str]]:
    return [(remark.line, remark.code) for remark in review(loads(text, folder))]


def test_example(folder: Path) -> None:
    remarks = told(EXAMPLE, folder)
    assert remarks == [
        (24, "unsupported"), (25, "unsure"), (27, "unsupported"), (27, "unsupported"),
        (28, "unsupported"), (28, "unsupported"), (28, "unsupported"),
        (29, "unsupported"), (29, "unsupported"), (30, "unsupported"),
    ]  # fmt: skip


def test_everything_to_look_at() -> None:
    text = """\
detente: 1
title: {is: A, draft: true}
sources: {talk: {title: A conversation}}
parties:
  us: {name: US}
  ru: {name: Russia}
  eu: {name: European Union}
  un: {name: United Nations, backs: [us]}
conflict:
  options:
    us: {join: Join, arm: Arm}
    ru: {ground: Ground, fly: Fly}
    eu: {pay: Pay}
  preferences:
    us: {weights: {join: 1, "not --Y--": {is: 2, sure: 0.25, judgement: true}}}
    ru:
      statements:
        - any_order: [join, {want: pay, sure: 0.5}]
          sure: 0.5
          evidence: [{source: talk, quote: Anything}]
    eu: {indifferent: true}
record:
  events: [{by: us, what: A, draft: true}, {by: us, what: B, judgement: true}]
"""
    dossier = loads(text + "  people: []\n")
    remarks = review(dossier)
    assert [(remark.line, remark.code) for remark in remarks] == [
        (2, "draft"), (3, "unverified"), (11, "option-unmentioned"),
        (12, "own-option-unmentioned"), (12, "option-unmentioned"), (15, "unsupported"),
        (15, "unsure"), (18, "unsure"), (18, "unsure"), (21, "indifferent"),
        (23, "draft"), (23, "unsupported"),
    ]  # fmt: skip
    by_code = {remark.code: remark.message for remark in remarks}
    assert by_code["own-option-unmentioned"] == (
        "no statement or weight of Russia mentions its own option ru.ground"
    )
    assert "“pay” of Russia is only 25% sure" in [remark.message for remark in remarks]
    assert by_code["draft"] == "entry 1 of record.events is still a draft"
    assert isinstance(remarks[0], Remark)
    assert remarks[0].place.line == 2


def test_party_that_nothing_names() -> None:
    text = "detente: 1\ntitle: A\nparties:\n  us: {name: US}\n  ru: {name: Russia}\n"
    assert told(text) == [(4, "party-unmentioned"), (5, "party-unmentioned")]
    assert told(text + "record: {positions: [{party: us, judgement: true}]}\n") == [
        (5, "party-unmentioned")
    ]


def test_reason_of_the_whole_supports_its_parts() -> None:
    text = """\
detente: 1
title: A
parties: {us: {name: US}}
conflict:
  options: {us: {join: Join}}
  preferences: {us: {is: {WAY}, judgement: true}}
"""
    for way in ("{statements: [join]}", "{ranking: [Y, N]}", "{weights: {join: 1}}"):
        assert told(text.replace("{WAY}", way)) == []
