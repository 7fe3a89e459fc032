"""Load, change, save, load: the same dossier, every comment, and never half a file."""

from __future__ import annotations

import dataclasses
import datetime
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.dossier import (
    load,
    loads,
    save,
    with_party,
    with_record_item,
    with_source,
    with_value,
)
from detente.dossier.editing import with_values
from detente.dossier.emit import flow
from detente.errors import CallError, DossierError, FileError
from detente.files import write_text
from tests.dossier.example import EXAMPLE, RECORD


def test_unchanged_is_byte_for_byte_the_same(folder: Path) -> None:
    before = (folder / "dossier.yaml").read_bytes()
    assert save(load(folder), folder) == folder / "dossier.yaml"
    assert (folder / "dossier.yaml").read_bytes() == before


def test_save_elsewhere(folder: Path) -> None:
    dossier = load(folder)
    assert load(save(dossier, folder / "copy.yaml")) == dossier


def _comments(text: str) -> list[str]:
    return re.findall(r"# note \d+", text)


@given(
    notes=st.sets(st.integers(0, 60), max_size=20),
    text=st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30),
    windows=st.booleans(),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_comments_survive_changes(folder: Path, notes: set[int], text: str, windows: bool) -> None:
    lines = (EXAMPLE + RECORD).splitlines()
    commented = []
    for number, line in enumerate(lines):
        if number in notes and line.rstrip().endswith(("}", "]", ":")):
            line += f"  # note {number}"
        commented.append(line)
    source = ("\r\n" if windows else "\n").join(commented)
    dossier = loads(source, folder, str(folder / "dossier.yaml"))
    for name in ("events", "statements", "support"):
        dossier = with_record_item(dossier, name, {"by": "us", "because": text})
    dossier = with_party(dossier, "iran", {"name": text, "also": [f"{text} again"]})
    assert _comments(dossier.text) == _comments(source)
    assert dossier.parties["iran"].name == text
    assert dossier.record.events[-1].because == text
    assert len(dossier.record.statements) == 2
    save(dossier, folder)
    assert load(folder) == dossier


def test_first_entry_makes_the_record(folder: Path) -> None:
    dossier = loads(EXAMPLE.rstrip("\n"), folder, str(folder / "dossier.yaml"))
    fields = {
        "by": ["us", "Moscow"],
        "what": "no: comment",
        "date": datetime.date(2016, 9, 5),
        "place": None,
        "draft": True,
        "evidence": [{"source": "wire", "quote": "must stop first"}],
    }
    changed = with_record_item(dossier, "events", fields)
    assert changed.text == EXAMPLE + (
        "record:\n  events:\n    - by: [us, Moscow]\n"
        '      what: "no: comment"\n      date: 2016-09-05\n      draft: true\n'
        "      evidence:\n        - source: wire\n          quote: must stop first\n"
    )
    (event,) = changed.record.events
    assert event.by == ("us", "russia")
    again = with_record_item(changed, "figures", {"what": "deaths", "low": 5, "best": 5.5})
    assert again.record.figures[0].best == 5.5
    assert again.record.events == changed.record.events


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("record: {}\n", "record:\n  events:\n    - what: New\n"),
        ("record: { }  # c", "record:  # c\n  events:\n    - what: New\n"),
        ("record:\n  events: []\n  talks: []\n",
         "record:\n  events:\n    - what: New\n  talks: []\n"),
        ("record: {events: []}\n", "record: {events: [{what: New}]}\n"),
        ("record: {events: [{what: Old}] }\n", "record: {events: [{what: Old}, {what: New}] }\n"),
        ("record:\n  events: [ # c\n  ]\n", "record:\n  events: [{what: New} # c\n  ]\n"),
        ("record:\n  events:\n  - what: Old # c\n",
         "record:\n  events:\n  - what: Old # c\n  - what: New\n"),
        ("record:\n  events:\n    - what: |\n        Old\n\n  # c\n  talks: []\n",
         "record:\n  events:\n    - what: |\n        Old\n\n    - what: New\n  # c\n  talks: []\n"),
        ("record:\n  events:\n    - {is: {what: Old}, sure: 1}\n\n# end\n",
         "record:\n  events:\n    - {is: {what: Old}, sure: 1}\n    - what: New\n\n# end\n"),
        ("record: {is: {talks: []}, draft: true}\n",
         "record: {is: {talks: [], events: [{what: New}]}, draft: true}\n"),
    ],
)  # fmt: skip
def test_entries_follow_the_style_of_the_file(section: str, expected: str, folder: Path) -> None:
    dossier = with_record_item(loads(EXAMPLE + section, folder), "events", {"what": "New"})
    assert dossier.text == EXAMPLE + expected


def test_empty_sections_become_lines(folder: Path) -> None:
    text = "detente: 1\ntitle: A  # name\nsources: {}\nparties: {}  # none yet\nrecord: {}"
    dossier = loads(text, folder)
    changed = with_values(
        dossier,
        [
            (("parties", "us"), {"name": "US", "also": ["America"]}),
            (("record", "events", 0), {"by": "us", "what": "One"}),
            (("record", "events", 1), {"what": "Two"}),
            (("parties", "russia"), {"name": "Russia"}),
            (("record", "talks"), [{"parties": ["us"]}]),
            (("record", "talks", 0, "place"), "Geneva"),
            (("title",), "B"),
        ],
    )
    assert changed.text == (
        "detente: 1\ntitle: B  # name\nsources: {}\nparties:  # none yet\n  us:\n    name: US\n"
        "    also: [America]\n  russia:\n    name: Russia\nrecord:\n  events:\n"
        "    - by: us\n      what: One\n    - what: Two\n  talks:\n    - parties: [us]\n"
        "      place: Geneva\n"
    )


def test_many_changes_at_one_place_keep_their_order(folder: Path) -> None:
    section = "record:\r\n  events:\r\n    - what: Old\r\n      evidence: []"
    dossier = loads(EXAMPLE.replace("\n", "\r\n") + section, folder)
    piece = {"source": "wire", "quote": "the bombing must stop first"}
    changed = with_values(
        dossier,
        [
            (("record", "talks", 0), {"place": "Geneva"}),
            (("record", "events", 1), {"what": "New"}),
            (("record", "events", 0, "evidence", 0), piece),
            (("record", "events", 1, "what"), "Newer"),
        ],
    )
    events = changed.record.events
    assert [event.what for event in events] == ["Old", "Newer"]
    assert events[0].evidence[0].span is not None
    assert changed.record.talks[0].where == "Geneva"
    assert "\n" not in changed.text.replace("\r\n", "")


def test_many_changes_leave_what_was_given_as_it_was(folder: Path) -> None:
    talks = [{"place": "Geneva"}]
    with_values(
        loads(EXAMPLE, folder),
        [(("record", "talks"), talks), (("record", "talks", 0, "level"), "ministers")],
    )
    assert talks == [{"place": "Geneva"}]


def test_many_changes_that_cannot_be(folder: Path) -> None:
    dossier = loads(EXAMPLE, folder)
    for second in (("record", "events", 2), ("record", "events", 0, "what", "de")):
        with pytest.raises(CallError, match="leads nowhere"):
            with_values(dossier, [(("record", "events", 0), {"what": "One"}), (second, "x")])


def test_values_are_replaced_in_place(folder: Path) -> None:
    dossier = load(folder)
    statements = ("conflict", "preferences", "us", "statements")
    changed = with_value(dossier, (*statements, 1), "not us.join")
    assert "{want: not us.join, because: It asks" in changed.text
    changed = with_value(changed, (*statements, 3), "rebels.split")
    assert changed.text.count("        - rebels.split\n") == 1
    changed = with_value(changed, ("title",), "Talks: the end")
    assert changed.title == "Talks: the end"
    changed = with_value(changed, statements, ["us.join"])
    assert [e.text for e in changed.require_standoff().preferences["us"].entries] == ["us.join"]
    changed = with_source(changed, "talk", {"title": "A conversation", "author": None})
    assert changed.sources["talk"].author is None
    assert with_value(changed, ("record", "events", 0, "draft"), True).record.events[0].draft
    assert load(save(changed, folder)) == changed


def test_indentless_list_can_be_replaced(folder: Path) -> None:
    text = EXAMPLE + "record:\n  talks:\n  - parties: [us]\n  - parties: [russia]\n  events: []\n"
    changed = with_value(loads(text, folder), ("record", "talks"), [{"parties": ["rebels"]}])
    assert [talks.parties for talks in changed.record.talks] == [("rebels",)]


def test_changes_that_cannot_be(folder: Path) -> None:
    dossier = load(folder)
    with pytest.raises(CallError, match="no list evnts"):
        with_record_item(dossier, "evnts", {})
    with pytest.raises(CallError, match="leads nowhere"):
        with_value(dossier, ("record", "events", 7), {})
    with pytest.raises(CallError, match="leads nowhere"):
        with_value(dossier, ("title", "de"), "Titel")
    with pytest.raises(CallError, match="kind object"):
        with_value(dossier, ("title",), object())
    with pytest.raises(CallError, match="kind float"):
        flow(float("nan"))
    with pytest.raises(DossierError, match="unknown-actor"):
        with_record_item(dossier, "events", {"by": "nobody"})


def test_evidence_and_dates_can_be_written(folder: Path) -> None:
    dossier = load(folder)
    said = dossier.record.statements[0]
    changed = with_record_item(
        dossier, "statements", {"by": "us", "date": said.date, "evidence": said.evidence}
    )
    assert changed.record.statements[1].evidence == said.evidence
    assert changed.record.statements[1].date == said.date


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_reads_back(text: str) -> None:
    dossier = loads(f"detente: 1\ntitle: {flow(text)}\nparties: {{us: {{name: {flow(text)}}}}}\n")
    assert dossier.title == text


def test_content_that_the_text_does_not_say_is_not_lost_silently(folder: Path) -> None:
    before = (folder / "dossier.yaml").read_bytes()
    with pytest.raises(CallError, match="text does not say"):
        save(dataclasses.replace(load(folder), title="New"), folder)
    assert (folder / "dossier.yaml").read_bytes() == before


def test_mode_and_links_are_kept(folder: Path) -> None:
    file = folder / "dossier.yaml"
    file.chmod(0o640)
    link = folder / "link.yaml"
    link.symlink_to(file)
    save(load(folder), link)
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640


def test_new_files_are_private(tmp_path: Path) -> None:
    assert write_text(tmp_path / "new", "é").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").read_bytes() == "é".encode()


def test_unwritable_folder(folder: Path) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        save(load(folder), folder / "nowhere" / "dossier.yaml")
    assert sorted(path.name for path in folder.iterdir()) == ["dossier.yaml", "sources"]


def test_folders_that_cannot_be_opened_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.open

    def only_files(path: Any, flags: int, *rest: Any, **options: Any) -> int:
        if path == tmp_path:
            raise PermissionError(13, "Permission denied")
        return whole(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", only_files)
    assert write_text(tmp_path / "new", "text").read_text(encoding="utf-8") == "text"


def test_nothing_is_left_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = load(folder)
    before = (folder / "dossier.yaml").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="No space left"):
        save(with_value(dossier, ("title",), "Other"), folder)
    assert sorted(path.name for path in folder.iterdir()) == ["dossier.yaml", "sources"]
    assert (folder / "dossier.yaml").read_bytes() == before
