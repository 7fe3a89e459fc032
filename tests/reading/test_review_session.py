"""Going through proposals: order, decisions that last, the way back, and what is shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pytest

from detente.errors import CallError
from detente.reading.found import Cue
from detente.reading.report import Report
from detente.reading.review import (
    ProposalList,
    Session,
    Wanted,
    accept_unseen,
    precision,
    proposals,
    wanted,
)
from detente.reading.review.against import sentences_against
from detente.reading.review.checking import objections, value_of
from detente.reading.review.precision import wilson
from detente.reading.review.showing import Line, Piece, Shown, neighbours, wrapped
from detente.reading.store import Store, open_store
from tests.reading.reviewing import (
    ACCUSED,
    CONDITION,
    DENIED,
    TEXT,
    Read,
    empty_dossier,
    first,
    found,
    second,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return empty_dossier(tmp_path / "lake", [first(), second()])


def session_of(store: Store, **more: str) -> Session:
    return Session(store, proposals(store, Wanted(**more)))


def statuses(store: Store, kind: str) -> set[str]:
    return {item.status for item in store.items(kind=kind)}


def test_parties_and_people_come_first_then_the_order_of_the_text(folder: Path) -> None:
    with open_store(folder) as store:
        kinds = [one.kind for one in proposals(store)]
    assert kinds[:4] == ["parties", "parties", "people", "talks"]
    assert kinds[4:8] == ["statements", "positions", "events", "figures"]


def test_what_is_asked_for(folder: Path) -> None:
    with open_store(folder) as store:
        assert {one.kind for one in proposals(store, Wanted(kind="talks"))} == {"talks"}
        (talks,) = proposals(store, Wanted(confidence="high"))
        assert len(talks.members) == 2
        told = proposals(store, Wanted(source="port_herald_2031_05_08"))
        assert {one.kind for one in told} == {"talks", "positions"}
        assert proposals(store, Wanted(rule="no.such")) == ()
    assert wanted("events", confidence="low") == Wanted(kind="events", confidence="low")
    for more in ({"kind": "evnts"}, {"confidence": "very"}):
        with pytest.raises(CallError, match="One of"):
            wanted(**more)


def test_each_decision_is_kept_at_once(folder: Path) -> None:
    with open_store(folder) as store, open_store(folder) as other:
        session = session_of(store)
        session.accept()
        assert "accepted" in statuses(other, "parties")
        session.reject("not a party to this")
        (rejected,) = other.items(status="rejected")
        assert (rejected.kind, rejected.reason) == ("parties", "not a party to this")
        session.skip()
        assert statuses(other, "people") == {"proposed"}
        assert (session.accepted, session.rejected, session.position) == (1, 1, 3)
    with open_store(folder) as store:
        assert [one.kind for one in proposals(store)][:2] == ["people", "talks"]


def test_the_way_back(folder: Path) -> None:
    with open_store(folder) as store:
        session = session_of(store)
        assert not session.back()
        session.accept()
        session.reject()
        session.skip()
        assert session.back()
        assert session.back()
        assert (session.position, session.accepted, session.rejected) == (1, 1, 0)
        assert statuses(store, "parties") == {"accepted", "proposed"}
        assert session.back()
        assert statuses(store, "parties") == {"proposed"}
        assert session.accepted == session.position == 0


def test_all_of_a_kind_but_what_is_no_fact(tmp_path: Path) -> None:
    more = found(TEXT, "events", ACCUSED, {"by": ["norrland"], "what": "stalled the talks"})
    read = first()
    folder = empty_dossier(tmp_path, [Read(read.report, (*read.found, more))])
    with open_store(folder) as store:
        session = session_of(store)
        while session.current is not None and session.current.kind != "events":
            session.skip()
        seen, left_out = session.like_this()
        assert (len(seen), left_out) == (1, 1)
        assert session.accept_like_this() == 1
        assert {item.bulk for item in store.items(kind="events", status="accepted")} == {True}
        assert statuses(store, "events") == {"accepted", "proposed"}
        assert session.current is not None
        assert session.back()
        assert statuses(store, "events") == {"proposed"}
        assert session.accepted == 0


def test_a_walk_ends(folder: Path) -> None:
    with open_store(folder) as store:
        session = session_of(store, kind="figures")
        session.accept()
        assert session.current is None
        with pytest.raises(IndexError):
            session.accept()
        assert proposals(store, Wanted(kind="figures")) == ()


def test_an_edit_changes_only_what_was_edited(folder: Path) -> None:
    with open_store(folder) as store:
        session = session_of(store, kind="talks")
        assert session.current is not None
        fields = {**session.current.fields, "outcome": "no text"}
        del fields["level"]
        session.accept(fields, quote="met at Lake Town")
        edited = {item.source: item.fields for item in store.items(kind="talks")}
    wire, herald = edited["lake_wire_2031_05_06"], edited["port_herald_2031_05_08"]
    assert wire["outcome"] == herald["outcome"] == "no text"
    assert "level" not in wire
    assert wire["quote"] == "met at Lake Town"
    assert "status" not in herald
    assert "quote" not in herald


def test_accepting_unseen_leaves_what_no_sentence_states(folder: Path) -> None:
    with open_store(folder) as store:
        n = len(proposals(store))
        assert accept_unseen(store, Wanted()) == n - 1
        (left,) = store.items(status="proposed")
        assert left.kind == "events"
        assert precision(store).measured == ()
        assert precision(store).bulk == len([*store.items(status="accepted")])


def test_measured_precision(folder: Path) -> None:
    with open_store(folder) as store:
        session = session_of(store)
        session.accept()  # a party
        session.reject()  # a party
        assert session.current is not None
        session.accept({**session.current.fields, "role": "chief envoy"})
        session.accept(quote="met at Lake Town")  # talks, told by two reports
        told = precision(store)
    by_kind = {one.kind: one for one in told.measured}
    assert (by_kind["parties"].accepted, by_kind["parties"].rejected) == (1, 1)
    assert (by_kind["people"].edited, by_kind["people"].share) == (1, 0.0)
    assert (by_kind["talks"].accepted, by_kind["talks"].n) == (2, 2)
    rows = list(told.rows())
    assert rows[0]["share"] == 0.5
    assert told.content()["precision"] == rows
    assert "parties.test" in told.to_text()
    assert told.title() == "Measured on 5 decisions made one by one"
    assert told.manifest.method == "precision"


def test_wilson_as_printed_by_its_author() -> None:
    """Newcombe (1998), table I: the score interval without continuity correction."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("kind", "key", "text", "value"),
    [
        ("talks", "parties", "us,  russia ,", ["us", "russia"]),
        ("talks", "to", "2031-05-06", "2031-05-06"),
        ("events", "to", "norrland", ["norrland"]),
        ("figures", "low", "289,000", 289000),
        ("figures", "best", "1.5", 1.5),
        ("figures", "high", "some", "some"),
        ("statements", "content", "  two   words ", "two words"),
        ("statements", "content", " ", None),
    ],
)
def test_what_a_person_types(kind: str, key: str, text: str, value: object) -> None:
    assert value_of(kind, key, text) == value


def test_the_check_is_that_of_the_dossier() -> None:
    assert objections("talks", {"parties": ["Lake Council"], "date": "2031-05"}, {}) == ()
    (told,) = objections("talks", {"date": "2031-13"}, {})
    assert "2031-13 is not in the calendar" in told
    (told,) = objections("statements", {"by": ["x"], "act": "shout"}, {})[:1]
    assert "act" in told
    assert objections("parties", {"id": "norrland", "name": "Norrland", "kind": "state"}, {}) == ()
    (told,) = objections("parties", {"id": "Norr land", "name": "Norrland"}, {})
    assert "norr_land" in told


def shown(store: Store, against: dict[str, list[tuple[str, str]]] | None = None) -> Shown:
    return Shown(store, {"norrland": "Norrland", "sudland": "Sudland"}, against or {})


def text_of(lines: Iterable[Line]) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def test_what_is_shown(folder: Path) -> None:
    with open_store(folder) as store:
        by_kind = {one.kind: one for one in proposals(store)}
        talks, event = by_kind["talks"], by_kind["events"]
        against = {talks.members[0].id: [("hill_post", "No envoy came to the resort.")]}
        lines = list(shown(store, against).lines(talks, 4, 9))
        told = text_of(lines)
        assert "4 of 9: talks" in told
        assert "Norrland, Sudland" in told
        assert "but: No envoy came to the resort. [hill_post]" in told
        assert "also: The talks at Lake Town on Monday had ended" in told
        (focus,) = (piece for line in lines for piece in line if piece.style == "focus")
        assert focus.text == "met"
        denied = text_of(shown(store).lines(event, 1, 1))
    assert "Careful: it is denied." in denied
    assert "by way of an official" in denied
    assert "rule events.test, a guess; denied" in denied


def test_numbers_dates_and_further_sentences_are_shown(tmp_path: Path) -> None:
    at = TEXT.index(DENIED)
    also = ((at, at + len(DENIED)),)
    items = (
        found(TEXT, "figures", ACCUSED, {"what": "deaths", "low": 289000}, also=also),
        found(TEXT, "talks", CONDITION, {"from": "2031-05-01", "to": "2031-05-03"}),
    )
    folder = empty_dossier(tmp_path, [Read(first().report, items)])
    with open_store(folder) as store:
        figure, talks = proposals(store)
        assert "289,000" in text_of(shown(store).lines(figure, 1, 2))
        assert f"also there: {DENIED}" in text_of(shown(store).lines(figure, 1, 2))
        assert "until        2031-05-03" in text_of(shown(store).lines(talks, 2, 2))
        again = dataclasses.replace(figure.leader, focus=(0, 3), cue=Cue("x", (0, 1)))
        assert all(piece.style != "focus" for piece in shown(store).sentence(again))


def test_nothing_of_a_report_steers_a_terminal(tmp_path: Path) -> None:
    text = "Before\x1b[2J this. The \x1b[31menvoys\x07 met \u202eagain. After\x9b this.\n"
    words = "The \x1b[31menvoys\x07 met \u202eagain."
    item = found(
        text,
        "talks",
        words,
        {"place": "a\x1b[0m b"},
        focus="envoys\x07",
        chain=("an\x1b official",),
    )
    report = Report(text=text, origin="x", title="T\x1b[2J", publisher="P\x1b")
    folder = empty_dossier(tmp_path, [Read(report, (item,))])
    with open_store(folder) as store:
        told = text_of(shown(store).lines(proposals(store)[0], 1, 1))
        listed = ProposalList(proposals(store)).to_text()
    for letter in "\x1b\x07\x9b\u202e":
        assert letter not in told + listed
    assert "this. The [31menvoys met again. After" in " ".join(told.split())


def test_neighbours_stay_in_their_paragraph() -> None:
    text = "One. Two here! Three.\n\nFour. Five? Six."
    at = text.index("Three.")
    assert neighbours(text, (at, at + 6)) == ("Two here! ", "")
    at = text.index("Five?")
    assert neighbours(text, (at, at + 5)) == ("Four. ", " Six.")
    long = "a" * 2000
    before, after = neighbours(f"{long} Mid. {long}", (2001, 2005))
    assert len(before) <= 260
    assert len(after) <= 260


def test_a_list_of_proposals(folder: Path) -> None:
    with open_store(folder) as store:
        told = ProposalList(proposals(store), "d")
    assert told.title() == "9 proposals to review"
    assert "place: Lake Town" in told.to_text()
    first_row = next(told.rows())
    assert set(first_row) == {"id", "kind", "fields", "confidence", "rule", "source", "quote"}
    entry = next(one for one in told.content()["proposals"] if one["kind"] == "talks")
    assert len(entry["evidence"]) == 2
    assert told.manifest.input == "d"


def test_what_contradicts_a_proposal_is_shown_beside_it(tmp_path: Path) -> None:
    text = TEXT.replace("At least 1,200 people have died", "900 people have died")
    other = text[text.index("900 people") :].strip()
    figure = found(
        text, "figures", other,
        {"what": "deaths", "best": 900, "unit": "people", "counted_by": "the Red Cross"},
    )  # fmt: skip
    second_report = dataclasses.replace(first().report, text=text, origin="two.txt")
    folder = empty_dossier(tmp_path / "two", [first(), Read(second_report, (figure,))])
    with open_store(folder) as store:
        against = sentences_against(store)
        items = {item.fields.get("low"): item for item in store.items(kind="figures")}
        assert [words for _, words in against[items[1200].id]] == [other]
        store.decide(items[None].id, "rejected")
        assert sentences_against(store) == {}


def test_a_line_is_broken_between_words_under_its_start() -> None:
    line = (Piece("  content      ", "dim"), Piece("to leave the town at once and for good"))
    rows = ["".join(piece.text for piece in row) for row in wrapped(line, 30)]
    assert rows == [
        "  content      to leave the",
        "               town at once",
        "               and for good",
    ]
    marked = (Piece("The "), Piece("envoys left", "focus"), Piece(" the town."))
    first, second, _ = wrapped(marked, 12)
    assert second == (Piece("left", "focus"), Piece(" the"))
    assert first == (Piece("The "), Piece("envoys", "focus"))
    assert [*wrapped((), 20)] == [()]


def test_a_word_longer_than_the_line_stands_alone() -> None:
    line = (Piece("see " + "x" * 40),)
    rows = ["".join(piece.text for piece in row) for row in wrapped(line, 20)]
    assert rows == ["see", "x" * 40]
