"""Copies of a report: one is kept with every publisher, unless what they tell differs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from detente.reading.store import Store, open_store
from detente.reading.store.sketch import BANDS, compare, sketch
from tests.reading.standin import prose, reading, report

LONG = prose(7, 240)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with open_store(tmp_path) as opened:
        yield opened


def altered(text: str, share: float, seed: int) -> str:
    """Return `text` with a share of its words replaced by one word each, spread at random."""
    words = text.split()
    chosen = np.random.default_rng(seed).choice(len(words), int(share * len(words)), False)
    for k in chosen:
        words[k] = "other" + "abcdefghijklmnopqrst"[k % 20]
    return " ".join(words)


def test_equal_texts_are_one_report_with_two_publishers(store: Store) -> None:
    store.add(reading(report(LONG, "a.txt", publisher="A")), "v")
    again = report(LONG.replace(". ", ".\n"), "b.txt", "2016-09-06", publisher="B")
    for one in (report(LONG, "c.txt", publisher="C"), again):
        added = store.add_report(one)
        assert (added.outcome, added.number) == ("copy", 1)
        assert store.add_report(one).outcome == "same"
    (kept,) = store.reports()
    assert kept.publishers == ("A", "C", "B")
    assert [copy.how for copy in kept.copies] == ["exact", "exact"]
    assert store.counts().copies == 2
    assert store.add(reading(again), "v") == 0


def test_a_copy_with_some_other_words(store: Store) -> None:
    store.add_report(report(LONG, "a.txt", publisher="A"))
    near = report(LONG.replace("said", "stated"), "b.txt", publisher="B")
    assert store.add_report(near).outcome == "copy"
    assert store.add_report(near).outcome == "same"
    elsewhere = report(near.text, "c.txt", publisher="C")
    assert store.add_report(elsewhere).outcome == "copy"
    (kept,) = store.reports()
    assert [(copy.publisher, copy.how) for copy in kept.copies] == [("B", "near"), ("C", "near")]


def test_a_shortened_copy(store: Store) -> None:
    store.add_report(report(LONG, "a.txt"))
    half = LONG[: LONG.index(". ", len(LONG) * 6 // 10) + 1]
    assert store.add_report(report(half, "b.txt")).outcome == "copy"
    (kept,) = store.reports()
    assert [copy.how for copy in kept.copies] == ["shorter"]


def test_a_longer_version_takes_the_place_of_the_shorter(store: Store) -> None:
    half = LONG[: LONG.index(". ", len(LONG) * 6 // 10) + 1]
    store.add(reading(report(half, "half.txt", publisher="A")), "v")
    store.add_report(report(half, "copy.txt", publisher="B"))
    decided, *undecided = store.items()
    store.decide(decided.id, "accepted")
    added = store.add_report(report(LONG, "whole.txt", publisher="C"))
    assert (added.outcome, added.number, added.other) == ("longer", 2, 1)
    (kept,) = store.reports()
    assert (kept.origin, kept.publishers) == ("whole.txt", ("C", "B", "A"))
    assert [item.id for item in store.items()] == [decided.id]  # what was decided stays
    assert undecided
    assert store.unread() == [2]
    assert store.add_report(report(half, "half.txt", publisher="A")).outcome == "same"
    assert store.add_report(report(half, "new.txt", publisher="D")).number == 2
    store.save(2, reading(store.kept(2)), "v")
    assert len({item.digest for item in store.items()}) == 2
    assert store.text(decided.digest) == half


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 people died", "15 people died"),
        ("twelve people died", "fifteen people died"),
        ("on Monday they met", "on Friday they met"),
        ("12 died and 15 fled", "15 died and 12 fled"),
        ("they agreed now", "they never agreed now"),
        ("in 2015 they met", "in 2016 they met"),
    ],
)
def test_other_numbers_and_days_are_an_update_and_both_are_kept(
    store: Store, old: str, new: str
) -> None:
    store.add_report(report(f"{LONG} {old}.", "a.txt"))
    added = store.add_report(report(f"{LONG} {new}.", "b.txt"))
    expected = "longer" if "never" in new else "update"
    assert (added.outcome, added.other) == (expected, 1)
    if expected == "update":
        first, second = store.reports()
        assert (first.update_of, second.update_of) == (None, first.digest)


def test_a_file_that_was_mended_takes_its_own_place(store: Store) -> None:
    store.add(reading(report(LONG, "a.txt")), "v")
    added = store.add_report(report(LONG.replace("said", "stated"), "a.txt"))
    assert (added.outcome, added.number) == ("longer", 2)
    assert store.unread() == [2]
    assert list(store.items()) == []


def test_a_copy_that_lacks_a_sentence_with_a_number(store: Store) -> None:
    store.add_report(report(f"{LONG} Some 400 fled.", "a.txt"))
    assert store.add_report(report(LONG, "b.txt")).outcome == "copy"


def test_short_texts_are_compared_only_whole(store: Store) -> None:
    short = "Both sides met and parted without any word."
    store.add_report(report(short, "a.txt"))
    assert store.add_report(report(short + " Again.", "b.txt")).outcome == "new"
    assert store.add_report(report(short, "c.txt")).outcome == "copy"


def test_pairs_by_how_much_of_them_is_the_same() -> None:
    """Of generated pairs, copies are found and texts that share a third of their shingles not."""
    found = dict.fromkeys((0.01, 0.02, 0.2), 0)
    for seed in range(60):
        old = sketch(prose(seed, 300))
        for share in found:
            new = sketch(altered(prose(seed, 300), share, seed))
            paired = bool(set(old.bands) & set(new.bands))
            found[share] += paired and compare(old, new) == "near"
    assert found == {0.01: 60, 0.02: 60, 0.2: 0}


def test_bands_find_shortened_copies() -> None:
    missed = 0
    for seed in range(100):
        whole = prose(seed, 300)
        part = whole[: len(whole) * 6 // 10]
        old, new = sketch(whole), sketch(part)
        assert compare(old, new) == "shorter"
        missed += not set(old.bands) & set(new.bands)
    assert missed <= 5


def test_strangers_share_nothing() -> None:
    sketches = [sketch(prose(seed)) for seed in range(80)]
    assert all(len(one.bands) == BANDS for one in sketches)
    bands = [band for one in sketches for band in one.bands]
    assert len(set(bands)) == len(bands)
    assert all(compare(a, b) is None for k, a in enumerate(sketches) for b in sketches[:k])


def test_sketches_do_not_hang_on_case_and_marks() -> None:
    assert sketch(LONG).bands == sketch(LONG.upper().replace(".", " ;")).bands


def test_a_very_long_text_is_sketched_in_part() -> None:
    text = " ".join(f"w{chr(97 + k % 26)}{k}" for k in range(30_000))
    assert len(sketch(text).shingles) == 20_000 - 4


@pytest.mark.parametrize(
    ("more", "source"),
    [
        ({"publisher": "Asia News"}, "asia_news_2016_09_05"),
        ({"publisher": "Agência Lusa"}, "agencia_lusa_2016_09_05"),
        ({"publisher": "24 Hours"}, "report_24_hours_2016_09_05"),
        ({"publisher": "of", "published": None}, "report_of"),
        ({"publisher": "新华社"}, "report_2016_09_05"),
        ({"title": "Talks fail", "published": None}, "talks_fail"),
        ({"origin": "in/wire.txt", "published": None}, "wire"),
        ({"publisher": "x" * 99, "published": None}, "x" * 28),
        ({"publisher": "Association of Radio Stations"}, "association_of_radio_2016_09_05"),
    ],
)  # fmt: skip
def test_ids_of_sources(store: Store, more: dict[str, str], source: str) -> None:
    store.add_report(report(LONG, **more))
    (kept,) = store.reports()
    assert kept.source == source


def test_ids_of_sources_are_unlike_each_other(tmp_path: Path) -> None:
    for seeds in (range(3), range(3, 5)):  # opened anew, numbers go on
        with open_store(tmp_path) as store:
            for seed in seeds:
                store.add_report(report(prose(seed), f"{seed}", publisher="A"))
    with open_store(tmp_path) as store:
        store.add_report(report(prose(8), "8", None, publisher="A"))
        store.add_report(report(prose(9), "9", None, publisher="A"))
        names = [kept.source for kept in store.reports()]
    day = "a_2016_09_05"
    assert names == [day, *(f"{day}_{k}" for k in range(2, 6)), "a", "a_2"]


def test_the_dossier_s_sources_keep_their_ids(tmp_path: Path) -> None:
    from detente.dossier.sources import Source

    own = {
        "wire": Source("wire", "Wire", text=LONG.replace(" ", "\n")),
        "a_2016_09_05": Source("a_2016_09_05", "Talk"),
    }
    with open_store(tmp_path, own) as store:
        for text, origin in ((LONG, "x"), (prose(3), "y")):
            store.add_report(report(text, origin, publisher="A"))
        assert [kept.source for kept in store.reports()] == ["wire", "a_2016_09_05_2"]


def test_ids_follow_a_dossier_that_changed(tmp_path: Path) -> None:
    from detente.dossier.sources import Source

    with open_store(tmp_path) as store:
        for seed, origin in ((1, "x"), (2, "y"), (3, "z")):
            store.add(reading(report(prose(seed), origin, publisher=origin.upper())), "v")
        store.mark_written([next(store.items(source="z_2016_09_05")).id])
    own = {
        "wire": Source("wire", "Wire", text=prose(1)),
        "y_2016_09_05": Source("y_2016_09_05", "Another"),
        "z_2016_09_05": Source("z_2016_09_05", "Written by a review, its file lost since"),
        "x_2016_09_05": Source("x_2016_09_05", "New", text="Something else"),
    }
    with open_store(tmp_path, own) as store:
        names = [kept.source for kept in store.reports()]
        assert names == ["wire", "y_2016_09_05_2", "z_2016_09_05"]
    own["y_2016_09_05_2"] = Source("y_2016_09_05_2", "Third", text=prose(1))
    del own["wire"]
    with open_store(tmp_path, own) as store:
        names = [kept.source for kept in store.reports()]
        assert names == ["y_2016_09_05_2", "y_2016_09_05_3", "z_2016_09_05"]


def test_a_copy_is_not_looked_for_without_end(store: Store) -> None:
    """Very many reports with one stretch in common: few are compared, the best is found."""
    for seed in range(40):
        store.add_report(report(f"{LONG[:700]} {prose(seed, 200)}", f"{seed}"))
    assert store.counts().reports == 40
    again = report(f"{LONG[:700]} {prose(3, 200)} Indeed.", "again")
    assert store.add_report(again).number == 4
