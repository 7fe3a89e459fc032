"""What a whole dossier holds once it is read."""

from __future__ import annotations

import os
import pickle
from datetime import date
from pathlib import Path

import pytest

from detente.dossier import load, loads
from detente.dossier.expressions import If, Not, Taken
from detente.dossier.reasons import Place
from detente.dossier.standoff import AnyOrder, ByRanking, ByStatements, ByWeights, Clause, OneOf
from detente.errors import DetenteError, DossierError, FileError

MINIMAL = "detente: 1\ntitle: A\nparties: {us: {name: US}, ru: {name: Russia}}\n"
CONFLICT = """\
conflict:
  options: {us: {join: Join, arm: Arm}, ru: {ground: Ground}}
  preferences:
    us: {statements: [join]}
    ru: {indifferent: true}
"""


def codes(text: str, folder: Path | None = None) -> list[str]:
    with pytest.raises(DossierError) as caught:
        loads(text, folder)
    return [fault.code for fault in caught.value.faults]


def test_example(folder: Path) -> None:
    dossier = load(folder)
    assert dossier == load(folder / "dossier.yaml")
    assert dossier.file == folder / "dossier.yaml"
    assert dossier.title == "A small standoff"
    assert dossier.as_of is not None
    assert dossier.as_of.first == date(2016, 9, 5)
    assert dossier.parties["us"].also == ("Washington", "White House")
    assert dossier.party_name("us") == "United States"
    assert dossier.party_name("Ada Long") == "Ada Long"
    standoff = dossier.require_standoff()
    assert [option.id for option in standoff.options] == [
        "us.join", "russia.ground", "damascus.bomb", "rebels.split",
    ]  # fmt: skip
    assert standoff.players == ("us", "russia", "damascus", "rebels")
    assert standoff.status_quo is not None
    assert standoff.status_quo.taken == {"damascus.bomb"}
    assert standoff.one_way["us.join"].direction == "taken"
    assert standoff.names[0].name == "The war goes on"
    us = standoff.preferences["us"]
    assert isinstance(us, ByStatements)
    first, second, third = us.entries
    assert isinstance(first, Clause)
    assert first.expression == If(Taken("us.join"), Taken("rebels.split"))
    assert isinstance(second, Clause)
    assert second.expression == Not(Taken("damascus.bomb"))
    assert second.place == Place(25, 18)
    assert second.reason.sure == 0.8
    assert isinstance(third, AnyOrder)
    assert [clause.text for clause in third.entries] == ["rebels.split", "russia.ground"]
    rebels = standoff.preferences["rebels"]
    assert isinstance(rebels, ByRanking)
    assert rebels.tiers[1] == ("YYNY", "NYNY")
    assert rebels.places[1] == (Place(30, 35), Place(30, 43))
    path = ("conflict", "preferences", "us", "statements", 1)
    assert dossier.reasons[path] is second.reason
    assert dossier.places[path] == second.place


def test_evidence_span(folder: Path) -> None:
    dossier = load(folder)
    text = dossier.sources["wire"].text
    assert text is not None
    (evidence,) = dossier.record.statements[0].evidence
    assert evidence.span is not None
    assert text[slice(*evidence.span)].split() == ["must", "stop"]


def test_record(folder: Path) -> None:
    record = load(folder).record
    person = record.people[0]
    assert (person.name, person.party, str(person.from_), str(person.to)) == (
        "Ada Long", "us", "2013", "2017-01",
    )  # fmt: skip
    said = record.statements[0]
    assert (said.by, said.to, said.act) == (("Ada Long",), ("russia", "damascus"), "demand")
    assert said.content == "The bombing must stop.\n"
    talks = record.talks[0]
    assert (talks.parties, talks.people, talks.where) == (("us", "russia"), ("Ada Long",), "Geneva")
    assert (talks.because, talks.draft, talks.by_way_of) == ("Heard", True, "a diplomat")
    truce = record.truces[0]
    assert (truce.brokered_by, truce.fate) == (("us", "The envoy"), "broken")
    assert truce.ended is not None
    assert truce.ended.last == date(2016, 7, 31)
    event = record.events[0]
    assert (event.by, event.plover, event.where) == (("damascus",), "ASSAULT", "Aleppo")
    assert event.date is not None
    assert event.date.precision == "interval"
    assert record.support[0].what == "Aircraft"
    figure = record.figures[0]
    assert (figure.low, figure.best, figure.high) == (289000, 300000.5, None)
    assert record.positions[0].sure == 0.5


def test_a_dossier_travels(folder: Path) -> None:
    dossier = load(folder)
    assert pickle.loads(pickle.dumps(dossier)) == dossier


def test_equal_wherever_it_stands(folder: Path) -> None:
    dossier = load(folder)
    moved = loads("# a comment\n\n" + dossier.text, folder, "elsewhere.yaml")
    assert moved == dossier
    assert moved.digest != dossier.digest


def test_digest_covers_sources(folder: Path) -> None:
    before = load(folder).digest
    wire = folder / "sources" / "wire.txt"
    wire.write_text(wire.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    assert load(folder).digest != before


def test_missing_section_is_named() -> None:
    with pytest.raises(DossierError, match="no section conflict") as caught:
        loads(MINIMAL).require_standoff()
    assert caught.value.faults[0].line == 0


def test_values_with_a_reason_anywhere() -> None:
    text = """\
detente: 1
title: {is: A, because: It is short, sure: 1}
parties: {is: {us: {name: {is: US, draft: true}}, ru: {name: Russia}}, judgement: true}
conflict:
  options: {us: {join: {is: Join, because: Seen}}, ru: {ground: Ground}}
  status_quo: {is: [join], sure: 0.9}
  one_way: {join: {is: taken, because: It lasts}}
  same: [{is: join and ground, because: Alike}]
  preferences:
    us: {is: {weights: {join: {is: [1, 2], sure: 0.5}, "not ground": -3}}, judgement: true}
    ru: {is: {indifferent: true}, because: Unknown}
record:
  events:
    - {is: {what: A, sure: 0.4}, because: Heard}
"""
    dossier = loads(text)
    standoff = dossier.require_standoff()
    assert standoff.options[0].reason.because == "Seen"
    assert standoff.status_quo is not None
    assert standoff.status_quo.reason.sure == 0.9
    assert standoff.one_way["us.join"].reason.because == "It lasts"
    assert standoff.same[0].reason.because == "Alike"
    weights = standoff.preferences["us"]
    assert isinstance(weights, ByWeights)
    assert weights.reason.judgement
    assert (weights.terms[0].low, weights.terms[0].high) == (1, 2)
    assert weights.terms[0].clause.reason.sure == 0.5
    assert weights.terms[1].low == -3
    assert standoff.preferences["ru"].reason.because == "Unknown"
    assert dossier.reasons["parties", "us", "name"].draft
    assert dossier.record.events[0].because == "Heard"
    assert dossier.record.events[0].sure == 0.4


def test_groups_carry_reasons() -> None:
    text = MINIMAL + CONFLICT.replace(
        "[join]", "{is: [{one_of: [join, {want: arm, sure: 0.2}], sure: 0.7}], because: Guess}"
    )
    preference = loads(text).require_standoff().preferences["us"]
    assert isinstance(preference, ByStatements)
    assert preference.reason.because == "Guess"
    (group,) = preference.entries
    assert isinstance(group, OneOf)
    assert group.reason.sure == 0.7
    assert group.entries[1].reason.sure == 0.2


def test_ranking_keeps_the_reason_written_closest() -> None:
    text = MINIMAL + CONFLICT.replace("statements: [join]", "ranking: {is: [YNN], because: Seen}")
    assert loads(text).require_standoff().preferences["us"].reason.because == "Seen"


@pytest.mark.parametrize("word", ["Y", "N", "YN-", "None", "'no'", '"1.10"', "-Y-"])
def test_clear_text_needs_no_quotes(word: str) -> None:
    assert loads(MINIMAL.replace("title: A", f"title: {word}")).title == word.strip("'\"")


def test_all_faults_at_once() -> None:
    text = (
        MINIMAL.replace("title: A", "title: no")
        + CONFLICT.replace("[join]", "[jion]")
        + (
            "  names: {YNN:}\n  same: [jion]\n"
            "record: {events: [{by: us, date: 2016-13}, {by: nobody}]}\n"
            "sources: {a: {title: A, file: b.txt}}\n"
        )
    )
    assert sorted(codes(text)) == [
        "bad-date", "empty", "needs-quotes", "source-missing", "unknown-actor", "unknown-option",
        "unknown-option",
    ]  # fmt: skip


def test_faults_beside_a_refused_value_are_told_once() -> None:
    text = MINIMAL.replace("title: A", "title: !!str A") + "record: {events: [{what: !x 5}]}\n"
    assert codes(text) == ["yaml-tag", "yaml-tag"]


def test_a_fault_tells_place_and_remedy() -> None:
    with pytest.raises(DossierError) as caught:
        loads(MINIMAL.replace("title", "titel"), file="here.yaml")
    assert "here.yaml:2:1: unknown-key: titel is no key of the dossier. Did you mean title." in str(
        caught.value
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\ud800", "not-text"),
        ("a" * 8_000_001, "yaml-too-large"),
        ("a: \x07", "yaml-syntax"),
    ],
)
def test_limits(text: str, code: str) -> None:
    assert code in codes(text)


def test_number_of_values_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.dossier.tree.MAX_NODES", 1_000)
    loads(MINIMAL + f"as_of: 2016\nsources: {{a: {{title: '{'a' * 2_000}'}}}}\n")
    assert codes(MINIMAL + "record: [" + "a," * 1_000 + "]") == ["yaml-too-many-nodes"]


@pytest.mark.parametrize("depth", [1_000, 100_000])
@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "a:\n"])
def test_depth_never_recurses(depth: int, unit: str) -> None:
    text = unit * depth
    if unit == "a:\n":
        text = "".join(f"{' ' * i}a:\n" for i in range(min(depth, 2_000)))
    assert codes(text)[-1] in {"yaml-too-deep", "yaml-syntax"}


def test_not_more_faults_than_anyone_reads() -> None:
    found = codes(MINIMAL + "".join(f"key_{i}: {i}\n" for i in range(3_000)))
    assert found.count("unknown-key") == 201
    assert found[0] == "too-many-faults"


def test_many_faults_of_a_bomb_stay_small() -> None:
    lines = ["a0: &a0 [x]"] + [
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)
    ]
    assert len(codes("\n".join(lines))) < 1_000


def test_byte_order_mark_and_line_ends(folder: Path) -> None:
    plain = load(folder)
    text = plain.text.replace("\n", "\r\n")
    (folder / "dossier.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load(folder) == plain


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"title: caf\xe9", b"\x89PNG\r\n\x1a\n\x00\xff"])
def test_binary_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "dossier.yaml").write_bytes(data)
    with pytest.raises(DetenteError):
        load(tmp_path)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        load(tmp_path)
    with pytest.raises(FileError, match="no such file"):
        load(tmp_path / "nowhere" / "at" / "all")
    with pytest.raises(FileError, match="cannot be read"):
        load(tmp_path / ("x" * 5_000))
    with pytest.raises(FileError, match="cannot be used"):
        load("a\0b")
    os.mkfifo(tmp_path / "dossier.yaml")
    with pytest.raises(FileError, match="not a regular file"):
        load(tmp_path)
    (tmp_path / "large.yaml").write_bytes(b"#" * 8_000_001)
    with pytest.raises(FileError, match="larger than 8,000,000"):
        load(tmp_path / "large.yaml")


@pytest.mark.parametrize(
    ("about", "accepted"),
    [
        ("us.join", True),
        ("assad.leaves", True),
        ("the U.S. role", True),
        ("us.leave", False),
        ("ur.ground", False),
    ],
)
def test_what_a_statement_can_be_about(about: str, accepted: bool) -> None:
    text = MINIMAL + CONFLICT + f"record: {{statements: [{{by: us, about: {about}}}]}}\n"
    if accepted:
        assert loads(text).record.statements[0].about == about
    else:
        assert codes(text) == ["unknown-option"]
    assert loads(text.replace(CONFLICT, "")).record.statements[0].about == about


def test_a_name_unlike_any_is_explained() -> None:
    people = "".join(f"{{name: Person number {i}}}, " for i in range(300))
    text = (
        MINIMAL + f"record: {{people: [{people}], events: [{{by: Person nunber 5}}, {{by: q}}]}}\n"
    )
    with pytest.raises(DossierError) as caught:
        loads(text)
    remedies = [fault.remedy for fault in caught.value.faults]
    assert remedies[0].startswith("Did you mean Person number")
    assert remedies[1].startswith("Add it to parties or record.people")


def test_names_of_others_than_parties_and_people_may_stand_in_the_record() -> None:
    text = MINIMAL + "record: {statements: [{by: American officials, content: A text}]}\n"
    assert loads(text).record.statements[0].by == ("American officials",)
