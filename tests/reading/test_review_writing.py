"""Accepted proposals are written once, each with its sentence, and nothing else is touched."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from detente.dossier import load
from detente.errors import FileError
from detente.reading.found import Found
from detente.reading.report import Report
from detente.reading.review import proposals, write_accepted
from detente.reading.review.needs import Texts
from detente.reading.store import open_store
from tests.reading.reviewing import (
    ACCUSED,
    CONDITION,
    DENIED,
    OTHER,
    TALKS,
    TEXT,
    Read,
    accept,
    empty_dossier,
    faulty_figure,
    fill,
    first,
    found,
    second,
)

WIRE = "lake_wire_2031_05_06"
HERALD = "port_herald_2031_05_08"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return empty_dossier(tmp_path / "lake", [first()])


def text_of(folder: Path) -> str:
    return (folder / "dossier.yaml").read_text("utf-8")


def test_what_is_accepted_is_written_with_its_sentence(folder: Path) -> None:
    with open_store(folder) as store:
        accept(store)
        written = write_accepted(folder, store)
    dossier = load(folder)
    assert sum(written.entries.values()) == len(list(dossier.record.items())) == 6
    assert set(written.parties) == set(dossier.parties) == {"norrland", "sudland"}
    assert written.sources == (WIRE,)
    assert dossier.sources[WIRE].text == TEXT
    assert str(dossier.sources[WIRE].published) == "2031-05-06"
    assert all(
        TEXT[piece.span[0] : piece.span[1]].split() == piece.quote.split()
        for item in dossier.record.items()
        for piece in item.evidence
        if piece.span is not None
    )
    assert all(piece.span for item in dossier.record.items() for piece in item.evidence)
    (talks,) = dossier.record.talks
    assert (talks.parties, talks.where, str(talks.date)) == (
        ("norrland", "sudland"),
        "Lake Town",
        "2031-05-05",
    )
    (position,) = dossier.record.positions
    assert position.evidence[0].quote == " ".join(CONDITION.split())
    assert not position.draft
    assert "date: 2031-05-05\n" in dossier.text


def test_what_is_denied_is_never_told_as_a_fact(folder: Path) -> None:
    with open_store(folder) as store:
        (proposal,) = (one for one in proposals(store) if one.kind == "events")
        assert proposal.limits == ("negated",)
        accept(store, "events")
        write_accepted(folder, store)
    (event,) = load(folder).record.events
    assert event.what == "[denied] shell the port"
    assert event.plover is None
    assert event.draft
    assert event.because == "The sentence does not state this as a fact: it is denied."
    assert event.by_way_of == "an official"


def test_who_tells_it_is_named_unless_one_report_tells_it_itself(tmp_path: Path) -> None:
    fields = {"by": ["norrland"], "what": "shelled the port"}
    told = found(TEXT, "events", ACCUSED, fields, chain=("sudland", "an aide"))
    folder = empty_dossier(tmp_path, [Read(first().report, (*first().found[:2], told))])
    with open_store(folder) as store:
        accept(store, "events")
        write_accepted(folder, store)
    (event,) = load(folder).record.events
    assert event.by_way_of == "Sudland, who quotes an aide"
    assert not event.draft
    again = found(OTHER, "events", OTHER.split("\n\n")[1].strip(), fields)
    fill(folder, [Read(second().report, (again,))])
    with open_store(folder) as store:
        (proposal,) = (one for one in proposals(store) if one.kind == "events")
        assert proposal.chain == ()


def test_twice_is_as_once(folder: Path) -> None:
    with open_store(folder) as store:
        accept(store)
        write_accepted(folder, store)
        once = text_of(folder)
        assert not write_accepted(folder, store).anything
        # as after a kill between the two files: written, and not noted
        store.mark_written([item.id for item in store.items()], written=False)
        assert not write_accepted(folder, store).anything
        assert text_of(folder) == once
        assert all(item.written for item in store.items(status="accepted"))


def test_comments_stay_and_what_a_person_changed_stays(folder: Path) -> None:
    with open_store(folder) as store:
        accept(store, "statements", "talks")
        write_accepted(folder, store)
        text = text_of(folder).replace("place: Lake Town", "place: Lake Town  # the resort")
        text = text.replace("act: accuse", "act: doubt")
        (folder / "dossier.yaml").write_text(text, "utf-8")
        accept(store, "figures")
        assert write_accepted(folder, store).entries == {"figures": 1}
        assert text_of(folder).startswith(text)
        store.mark_written([item.id for item in store.items()], written=False)
        before = text_of(folder)
        assert not write_accepted(folder, store).anything
        assert text_of(folder) == before


def test_two_statements_of_one_sentence_are_two(tmp_path: Path) -> None:
    items = [
        found(TEXT, "statements", ACCUSED, {"by": ["Ada Brook"], "act": act, "content": what})
        for act, what in (("accuse", "stalling"), ("insist", "an early release of all prisoners"))
    ]
    folder = empty_dossier(tmp_path, [Read(first().report, tuple(items))])
    with open_store(folder) as store:
        accept(store)
        write_accepted(folder, store)
        store.mark_written([item.id for item in store.items()], written=False)
        assert not write_accepted(folder, store).anything
    assert sorted(str(one.act) for one in load(folder).record.statements) == ["accuse", "insist"]


def test_an_entry_that_was_taken_out_stays_out(folder: Path) -> None:
    with open_store(folder) as store:
        accept(store, "figures")
        write_accepted(folder, store)
        text = text_of(folder)
        cut = text[: text.index("record:")] + "record: {}\n"
        (folder / "dossier.yaml").write_text(cut, "utf-8")
        assert not write_accepted(folder, store).anything
        assert text_of(folder) == cut


def test_a_later_report_adds_evidence_to_the_same_entry(folder: Path) -> None:
    with open_store(folder) as store:
        accept(store)
        write_accepted(folder, store)
    fill(folder, [second()])
    with open_store(folder) as store:
        more = next(one for one in proposals(store) if one.kind == "talks")
        assert more.accepted_before
        assert [item.source for item in more.members if item.status == "proposed"] == [HERALD]
        accept(store, "talks")
        written = write_accepted(folder, store)
        assert (written.entries, written.evidence, written.sources) == ({}, 1, (HERALD,))
    (talks,) = load(folder).record.talks
    assert [piece.source for piece in talks.evidence] == [WIRE, HERALD]
    assert talks.level == "officials"


def test_one_fact_of_two_reports_is_one_entry(tmp_path: Path) -> None:
    folder = empty_dossier(tmp_path, [first(), second()])
    with open_store(folder) as store:
        accept(store, "talks")
        assert write_accepted(folder, store).entries == {"talks": 1}
    (talks,) = load(folder).record.talks
    assert {piece.source for piece in talks.evidence} == {WIRE, HERALD}
    # the parties that the entry needs are proposed, and join
    assert load(folder).parties["norrland"].name == "Norrland"


def test_a_party_of_the_dossier_is_found_by_its_name(folder: Path) -> None:
    text = text_of(folder).replace("parties: {}", "parties:\n  north: {name: Norrland}")
    (folder / "dossier.yaml").write_text(text, "utf-8")
    with open_store(folder) as store:
        accept(store)
        assert write_accepted(folder, store).parties == ("sudland",)
    dossier = load(folder)
    assert dossier.record.talks[0].parties == ("north", "sudland")
    assert dossier.record.statements[0].to == ("north",)


def test_further_names_join_a_party_that_is_there(tmp_path: Path) -> None:
    fields = {"id": "norrland", "name": "Norrland", "also": ["The North", "Norrland"]}
    read = Read(first().report, (found(TEXT, "parties", TALKS, fields),))
    folder = empty_dossier(tmp_path, [read])
    with open_store(folder) as store:
        file = folder / "dossier.yaml"
        known = "parties:\n  norrland:\n    name: Norrland\n    also: Nordland # old\n"
        file.write_text(text_of(folder).replace("parties: {}\n", known), "utf-8")
        accept(store)
        write_accepted(folder, store)
    assert load(folder).parties["norrland"].also == ("Nordland", "The North")
    assert "# old" in text_of(folder)


def test_parties_of_the_table_join_when_they_are_named(tmp_path: Path) -> None:
    item = found(TEXT, "support", TALKS, {"by": ["russia"], "to": ["officials"], "what": "arms"})
    folder = empty_dossier(tmp_path, [Read(first().report, (item,))])
    with open_store(folder) as store:
        accept(store)
        assert write_accepted(folder, store).parties == ("russia",)
    dossier = load(folder)
    assert dossier.parties["russia"].name == "Russia"
    assert dossier.record.support[0].to == ("Officials",)


def faulty() -> tuple[Found, ...]:
    return (
        found(TEXT, "statements", ACCUSED, {"by": ["no_such_party"], "content": "one"}),
        found(TEXT, "truces", TALKS, {"parties": ["norrland"], "date": "2031-02-30"}),
        faulty_figure(),
    )


def test_what_would_spoil_the_dossier_waits_with_a_reason(tmp_path: Path) -> None:
    read = first()
    folder = empty_dossier(tmp_path, [dataclasses.replace(read, found=(*read.found, *faulty()))])
    with open_store(folder) as store:
        accept(store)
        written = write_accepted(folder, store)
        assert sum(written.entries.values()) == 6
        reasons = {one.kind: why for one, why in written.pending}
        assert "no_such_party is no party" in reasons["statements"]
        assert "2031-02-30" in reasons["truces"]
        assert "is below" in reasons["figures"]
        assert {one.kind for one in proposals(store)} == {"statements", "truces", "figures"}
        before = text_of(folder)
        assert write_accepted(folder, store).pending == ()
        assert text_of(folder) == before


def test_nothing_is_left_of_a_source_that_only_faulty_entries_cite(tmp_path: Path) -> None:
    folder = empty_dossier(tmp_path, [Read(first().report, faulty()[1:2])])
    before = text_of(folder)
    with open_store(folder) as store:
        accept(store)
        written = write_accepted(folder, store)
    assert len(written.pending) == 1
    assert text_of(folder) == before
    assert [*(folder / "sources").iterdir()] == []


def test_entries_that_do_not_go_together(tmp_path: Path) -> None:
    """A new person's name that is nearly that of somebody named before spoils the old entry."""
    items = (
        found(TEXT, "people", ACCUSED, {"name": "Ada Brooke", "role": "envoy"}),
        found(TEXT, "talks", TALKS, {"place": "Lake Town", "date": "2031-05-05"}),
        found(TEXT, "events", DENIED, {"by": ["Someone"], "what": "shelling"}),
    )
    folder = empty_dossier(tmp_path, [Read(first().report, items)])
    old = "record:\n  statements:\n    - {by: Ada Brook, content: Old, judgement: true}\n"
    text = text_of(folder).replace("record: {}\n", old)
    (folder / "dossier.yaml").write_text(text, "utf-8")
    with open_store(folder) as store:
        accept(store)
        written = write_accepted(folder, store)
    assert written.entries == {"talks": 1, "events": 1}
    ((refused, why),) = written.pending
    assert refused.kind == "people"
    assert "Did you mean" in why


def test_control_characters_do_not_reach_the_dossier(tmp_path: Path) -> None:
    text = "The envoys met\x1b[31m at the lake resort for a third day of talks.\n"
    item = found(
        text, "talks", text.strip(), {"place": "the lake \x07 resort", "parties": ["russia"]}
    )
    report = Report(text=text, origin="a\x1b.txt", title="Talks\x1b[2J", publisher="Wire")
    folder = empty_dossier(tmp_path, [Read(report, (item,))])
    with open_store(folder) as store:
        accept(store)
        written = write_accepted(folder, store)
    (talks,) = load(folder).record.talks
    assert talks.where == "the lake resort"
    assert talks.evidence[0].quote == "[31m at the lake resort for a third day of talks."
    assert talks.evidence[0].span is not None
    assert "\x1b" not in text_of(folder)
    assert "\x07" not in text_of(folder)
    assert written.pending == ()


def test_several_publishers_are_named(tmp_path: Path) -> None:
    read = first()
    again = dataclasses.replace(read.report, publisher="Hill Post", origin="copy.txt")
    folder = empty_dossier(tmp_path, [read, Read(again, read.found)])
    with open_store(folder) as store:
        accept(store, "talks")
        write_accepted(folder, store)
    source = load(folder).sources[WIRE]
    assert (source.publisher, source.note) == ("Lake Wire", "Also published by Hill Post.")


def test_a_report_without_title_and_day(tmp_path: Path) -> None:
    text = "word " * 60 + "end.\n"
    item = found(text, "talks", text.strip(), {"place": "Lake Town"})
    folder = empty_dossier(tmp_path, [Read(Report(text=text, origin="x"), (item,))])
    with open_store(folder) as store:
        accept(store)
        write_accepted(folder, store)
    (source,) = load(folder).sources.values()
    assert source.title.endswith("word…")
    assert len(source.title) <= 161
    assert source.published is None


def test_a_file_that_stands_in_the_way_is_left_alone(folder: Path) -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / f"{WIRE}.txt").write_text("Something else.\n", "utf-8")
    with open_store(folder) as store:
        accept(store, "talks")
        write_accepted(folder, store)
    assert load(folder).sources[WIRE].file == f"sources/{WIRE}_2.txt"
    assert (folder / "sources" / f"{WIRE}.txt").read_text("utf-8") == "Something else.\n"


def test_a_text_that_is_there_is_not_written_again(folder: Path) -> None:
    (folder / "sources").mkdir()
    file = folder / "sources" / f"{WIRE}.txt"
    file.write_text(TEXT, "utf-8")
    with open_store(folder) as store:
        accept(store, "talks")
        texts = Texts(load(folder), store)
        texts.keep(proposals(store))
        texts.drop(())
        write_accepted(folder, store)
    assert file.read_text("utf-8") == TEXT
    assert [*(folder / "sources").iterdir()] == [file]


def test_where_sources_cannot_be_written_nothing_is(folder: Path) -> None:
    (folder / "sources").write_text("in the way", "utf-8")
    before = text_of(folder)
    with open_store(folder) as store:
        accept(store, "talks")
        with pytest.raises(FileError, match="cannot be written"):
            write_accepted(folder, store)
        assert not any(item.written for item in store.items())
    assert text_of(folder) == before


def test_hundreds_of_entries_take_one_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"The port was closed for the {n}th time, the master said." for n in range(120)]
    text = "\n".join(lines)
    items = tuple(
        found(text, "events", line, {"what": f"closing {n}", "date": f"{2031 + n}"})
        for n, line in enumerate(lines)
    )
    report = Report(text=text, origin="port.txt", published=date(2031, 1, 1))
    folder = empty_dossier(tmp_path, [Read(report, items)])
    readings = []
    from detente.dossier import loading

    whole = loading._parse
    monkeypatch.setattr(loading, "_parse", lambda *a: readings.append(1) or whole(*a))
    with open_store(folder) as store:
        store.decide([item.id for item in store.items()], "accepted", bulk=True)
        assert write_accepted(folder, store).entries == {"events": 120}
    assert len(readings) <= 4
