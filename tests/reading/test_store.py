"""The store: what is kept, what a decision does, and what reading again changes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from detente.reading.read import Reading
from detente.reading.store import Counts, Store, open_store
from tests.reading.standin import prose, reading, report


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with open_store(tmp_path) as opened:
        yield opened


def test_a_proposal_comes_back_as_it_was_found(store: Store) -> None:
    one = report(prose(1), publisher="Own desk", title="Talks", found={"title": "first line"})
    assert store.add(reading(one), "v1") == 4
    items = list(store.items())
    found = reading(one).found
    assert [item.span for item in items] == [one.span for one in found]
    for item, origin in zip(items, found, strict=True):
        assert (item.kind, item.rule, item.cue) == (origin.kind, origin.rule, origin.cue)
        assert item.fields == item.proposed == origin.fields
        assert (item.flags, item.chain, item.also) == (origin.flags, origin.chain, origin.also)
        assert item.quote == item.cited == one.text[slice(*item.span)]
        assert (item.status, item.edited, item.bulk, item.written) == ("proposed", *3 * (False,))
        assert (item.source, item.published) == ("own_desk_2016_09_05", date(2016, 9, 5))
    kept = store.report(one.digest)
    assert kept == store.report("own_desk_2016_09_05")
    assert (kept.title, kept.found, kept.read) == ("Talks", {"title": "first line"}, True)
    assert store.text(one.digest) == one.text
    assert [note.fields["sort"] for note in store.notes(one.digest)] == ["name"] * 4
    assert store.kept(kept.number) == one
    assert store.counts() == Counts(1, 0, 0, 0, {"statements": {"proposed": 4}})


def test_what_is_not_there(store: Store) -> None:
    for look in (store.item, store.report, store.text):
        with pytest.raises(KeyError):
            look("0" * 16)
    assert store.notes("0" * 16) == ()
    assert store.last_decision() is None


def test_reading_again_proposes_nothing_twice(store: Store) -> None:
    one = report(prose(2))
    store.add(reading(one), "v1")
    before = list(store.items())
    assert store.add(reading(one), "v1") == 0
    assert list(store.items()) == before


def test_ids_do_not_hang_on_order(tmp_path: Path) -> None:
    ids = []
    for name, order in (("a", (1, 2, 3)), ("b", (3, 1, 2))):
        (tmp_path / name).mkdir()
        with open_store(tmp_path / name) as store:
            for seed in order:
                store.add(reading(report(prose(seed), f"{seed}.txt")), "v")
            ids.append({item.id for item in store.items()})
    assert ids[0] == ids[1]
    assert len(ids[0]) == 12


def test_items_are_filtered(store: Store) -> None:
    for seed in range(3):
        store.add(reading(report(prose(seed), f"{seed}.txt", publisher=f"P{seed}")), "v")
    every = list(store.items())
    assert list(store.items(source="p1_2016_09_05")) == every[4:8]
    assert list(store.items(kind="talks")) == []
    assert list(store.items(rule="speech.said", confidence="high")) == every
    assert list(store.items(confidence="low")) == []
    digests = [every[8].digest, every[0].digest]
    assert list(store.items(digests=digests)) == every[8:] + every[:4]
    store.decide(every[0].id, "rejected")
    assert [item.id for item in store.items(status="rejected")] == [every[0].id]


def test_items_come_page_by_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(3):
        store.add(reading(report(prose(seed), f"{seed}.txt")), "v")
    whole, decided = list(store.items()), [one.origin for one in store.reports()]
    for module in ("proposals", "report_store"):
        monkeypatch.setattr(f"detente.reading.store.{module}.PAGE", 1)
    seen = []
    for item in store.items(status="proposed"):
        store.decide(item.id, "accepted")  # what was seen does not come again
        seen.append(item.id)
    assert seen == [item.id for item in whole]
    assert [one.origin for one in store.reports()] == decided
    assert [decision.item for decision in store.decisions()] == seen


def test_decisions_are_kept_and_taken_back(store: Store) -> None:
    store.add(reading(report(prose(1))), "v")
    first, second, third, _ = store.items()
    moment = datetime(2016, 9, 6, 7, 8, 9, tzinfo=UTC)
    store.decide(first.id, "accepted", fields={"by": ["x"]}, quote="A part", when=moment)
    store.decide(second.id, "rejected", reason="hearsay")
    store.decide([third.id], "accepted", fields=third.proposed, bulk=True)
    item = store.item(first.id)
    assert (item.status, item.edited, item.fields) == ("accepted", True, {"by": ["x"]})
    assert (item.proposed, item.cited, item.quote) == (first.proposed, "A part", first.quote)
    assert store.item(second.id).reason == "hearsay"
    assert (store.item(third.id).edited, store.item(third.id).bulk) == (False, True)
    log = list(store.decisions())
    assert [one.item for one in log] == [first.id, second.id, third.id]
    assert (log[0].when, log[0].edited, log[0].rule) == (
        "2016-09-06T07:08:09+00:00", True, "speech.said",
    )  # fmt: skip
    assert store.last_decision() == log[2]
    store.decide(third.id, "proposed")
    assert store.item(third.id) == third
    assert store.last_decision() == log[1]
    assert store.tally() == {"statements": {"accepted": 1, "rejected": 1, "proposed": 2}}


def test_a_decision_about_several_is_made_whole_or_not_at_all(store: Store) -> None:
    store.add(reading(report(prose(1))), "v")
    ids = [item.id for item in store.items()]
    with pytest.raises(KeyError):
        store.decide([*ids, "f" * 16], "accepted")
    with pytest.raises(ValueError, match="maybe"):
        store.decide(ids, "maybe")
    assert {item.status for item in store.items()} == {"proposed"}
    assert list(store.decisions()) == []


def test_written_is_remembered(store: Store) -> None:
    store.add(reading(report(prose(1))), "v")
    first, second, *_ = store.items()
    store.mark_written([first.id, second.id])
    store.mark_written([second.id], False)
    assert [item.written for item in store.items()] == [True, False, False, False]


def test_newer_rules_change_what_is_undecided_and_nothing_else(store: Store) -> None:
    one = report(prose(1))
    store.add(reading(one), "v1")
    accepted, rejected, *_ = store.items()
    store.decide(accepted.id, "accepted", fields={"by": ["somebody"]})
    store.decide(rejected.id, "rejected")
    assert store.add(reading(one, "_v2"), "v2") == 3  # not where one was accepted
    items = list(store.items())
    assert store.item(accepted.id).fields == {"by": ["somebody"]}
    assert store.item(rejected.id).status == "rejected"
    assert len(items) == 5
    again = [item for item in items if item.span == rejected.span]
    assert {item.status for item in again} == {"rejected", "proposed"}
    assert {item.rule for item in items if item.status == "proposed"} == {"speech.said_v2"}


def test_the_same_item_by_another_rule_keeps_its_id(store: Store) -> None:
    from dataclasses import replace

    one = report(prose(1))
    store.add(reading(one), "v1")
    before = list(store.items())
    store.decide(before[0].id, "accepted")
    other = tuple(replace(found, rule="other", confidence="low") for found in reading(one).found)
    assert store.add(Reading(one, other), "v2") == 0
    items = list(store.items())
    assert [item.id for item in items] == [item.id for item in before]
    assert [item.rule for item in items] == ["speech.said", "other", "other", "other"]
    assert store.notes(one.digest) == ()


def test_what_is_found_no_more_goes(store: Store) -> None:
    one = report(prose(1))
    store.add(reading(one), "v1")
    first, *_ = store.items()
    store.decide(first.id, "accepted")
    assert store.add(Reading(one), "v2") == 0
    assert [item.id for item in store.items()] == [first.id]


def test_an_item_found_twice_is_one(store: Store) -> None:
    found = reading(report(prose(1))).found
    assert store.add(Reading(report(prose(1)), found + found), "v") == 4


def test_a_transaction_within_another_is_one(store: Store) -> None:
    def stopped() -> None:
        with store.transaction():
            store.add(reading(report(prose(1))), "v")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        stopped()
    assert store.counts().reports == 0


def test_what_becomes_known_later_is_learned(store: Store) -> None:
    one = report(prose(1), published=None)
    store.add(reading(one), "v")
    (number,) = [kept.number for kept in store.reports(read=True)]
    assert [kept.origin for kept in store.undated([number])] == ["a.txt"]
    dated = report(prose(1), publisher="Own desk", found={"published": "given"})
    assert store.add_report(dated).outcome == "changed"
    assert store.unread() == [number]
    assert store.kept(number) == dated
    assert store.add_report(dated).outcome == "same"
    assert store.add_report(one).outcome == "same"  # what is not known changes nothing
    assert store.undated([number]) == []
    store.set_published(number, date(2016, 9, 7), "asked")
    kept = store.report(one.digest)
    assert (kept.published, kept.found) == (date(2016, 9, 7), {"published": "asked"})


def test_reports_by_whether_they_were_read(store: Store) -> None:
    store.add_report(report(prose(1), "1.txt"))
    store.add(reading(report(prose(2), "2.txt")), "v1")
    assert [kept.origin for kept in store.reports()] == ["1.txt", "2.txt"]
    assert [kept.origin for kept in store.reports(read=True)] == ["2.txt"]
    assert [kept.origin for kept in store.reports(read=False)] == ["1.txt"]
    store.read_again("v1", [1, 2])
    assert store.unread() == [1]
    store.read_again("v2", [1, 2])
    assert store.unread() == [1, 2]
    store.mark_read(1, "v2")
    assert store.unread() == [2]
