"""Search: whatever is asked is answered, with the sentence in which it stands."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import CallError
from detente.reading.found import Found
from detente.reading.read import Noted, Reading
from detente.reading.search import asking, search, to_query
from detente.reading.search.sentences import best_sentence
from detente.reading.store import Store, open_store
from detente.reading.store.indexing import marks_of_days
from tests.reading.standin import prose, report

TRUCE = (
    "The two envoys met for an hour.\nMr. Oran accused the rebels of breaking the truce in "
    "Málaga on Monday. Nobody else spoke. “The truce is over”, he said. It was late."
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    one = report(TRUCE, "truce.txt", "2016-09-05", publisher="Own desk", title="Envoys meet")
    span = (TRUCE.index("Mr."), TRUCE.index(" Nobody"))
    accusation = Found(
        kind="statements",
        fields={"by": ["oran"], "to": ["hill_rebels"], "act": "accuse", "date": "2016-09-05"},
        span=span, rule="r",
    )  # fmt: skip
    noted = Noted("mentions", {"surface": "Oran"}, (span[0] + 4, span[0] + 8), span, "m", "high")
    later = report(prose(5) + " Another truce held.", "later.txt", "2016-10-01", publisher="B")
    undated = report(prose(6) + " That truce failed.", "undated.txt", None, publisher="C")
    with open_store(tmp_path_factory.mktemp("searched")) as opened:
        opened.add(Reading(one, (accusation,), (noted,)), "v")
        opened.add(Reading(later), "v")
        opened.add(Reading(undated), "v")
        yield opened


def origins(store: Store, words: str, **more: object) -> list[str]:
    return sorted(hit.report.origin for hit in search(store, words, **more).texts)


def test_words_in_any_form_and_of_any_accent(store: Store) -> None:
    for words in ("truce", "TRUCES", "accusing rebels", "malaga", "Envoys"):
        assert "truce.txt" in origins(store, words), words
    assert origins(store, "truce elephants") == []


def test_the_sentence_with_most_of_the_words_is_shown(store: Store) -> None:
    (hit,) = search(store, "truce rebels").texts
    assert hit.sentence == TRUCE[slice(*hit.span)]
    assert hit.sentence.startswith("Mr. Oran accused")  # as the parser cut it, not at "Mr."
    (late,) = search(store, "late truce").texts
    assert late.sentence.startswith("Mr. Oran accused")
    (over,) = search(store, "truce over").texts
    assert over.sentence == "“The truce is over”, he said."
    (hour,) = search(store, "hour").texts
    assert hour.sentence == "The two envoys met for an hour."


def test_proposals_are_found_by_their_sentence_and_by_their_fields(store: Store) -> None:
    for words in ("accused truce", "hill", "hill_rebels", "accuse oran"):
        (hit,) = search(store, words).items
        assert hit.item is not None
        assert hit.item.kind == "statements"
        assert hit.sentence.startswith("Mr. Oran")
    assert search(store, "hill", kind="talks").items == ()
    found = search(store, "truce", kind="statements")
    assert (len(found.items), found.texts) == (1, ())


def test_phrases_and_beginnings(store: Store) -> None:
    assert origins(store, '"the truce is over"') == ["truce.txt"]
    assert origins(store, '"truce the over"') == []
    assert origins(store, "envo*") == ["truce.txt"]
    assert origins(store, ["truce is over"]) == ["truce.txt"]
    assert origins(store, ["truce over is"]) == []
    assert origins(store, ["over", "truce"]) == ["truce.txt"]


def test_days_of_publication(store: Store) -> None:
    assert origins(store, "truce") == ["later.txt", "truce.txt", "undated.txt"]
    assert origins(store, "truce", since=date(2016, 9, 6)) == ["later.txt"]
    assert origins(store, "truce", until=date(2016, 9, 6)) == ["truce.txt"]
    both = {"since": date(2016, 9, 5), "until": date(2016, 10, 1)}
    assert origins(store, "truce", **both) == ["later.txt", "truce.txt"]
    assert search(store, "hill", since=date(2016, 9, 6)).items == ()
    assert len(search(store, "hill", until=date(2016, 9, 6)).items) == 1


def test_a_limit(store: Store) -> None:
    assert len(search(store, "truce", limit=2).texts) == 2


def test_best_first(store: Store) -> None:
    first, *_ = search(store, "truce").texts
    assert first.report.origin == "truce.txt"  # the word stands there twice, in a short text


def test_of_very_many_the_latest_come_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_RANKED", 2)
    found = search(store, "truce")
    assert [hit.report.origin for hit in found.texts] == ["undated.txt", "later.txt", "truce.txt"]
    assert found.latest
    assert "Add a word." in found.to_text()
    assert origins(store, "truce", since=date(2016, 9, 6)) == ["later.txt"]
    monkeypatch.setattr(asking, "MOST_RANKED", 0)
    assert len(search(store, "hill").items) == 1
    assert len(search(store, "hill", kind="statements").items) == 1


def test_forms_of_the_answer(store: Store) -> None:
    found = search(store, "truce rebels")
    assert found.to_text() == (
        "In proposals:\n"
        "  Mr. Oran accused the rebels of breaking the truce in Málaga on Monday.\n"
        "      [statements, proposed; own_desk_2016_09_05, 2016-09-05]\n"
        "\n"
        "In reports:\n"
        "  Mr. Oran accused the rebels of breaking the truce in Málaga on Monday.\n"
        "      [own_desk_2016_09_05, 2016-09-05]\n"
    )
    content = json.loads(found.to_json())
    assert list(content) == ["items", "texts", "order", "meta"]
    (item,), (text,) = content["items"], content["texts"]
    assert item["span"] == text["span"]
    assert item["fields"]["act"] == "accuse"
    assert text["publishers"] == ["Own desk"]
    assert content["meta"]["parameters"]["words"] == "truce rebels"
    rows = list(csv.DictReader(io.StringIO(found.to_csv(), newline="")))
    assert [row["kind"] for row in rows] == ["statements", "text"]
    assert found.title() == "Where truce rebels stands"
    undated = search(store, "failed").to_text()
    assert undated == "In reports:\n  That truce failed.\n      [c, undated]\n"
    assert search(store, "elephant").to_text().startswith("Nothing was found for elephant.")


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("truce", '"truce"'),
        ("al-Qaeda", '"al-Qaeda"'),
        ('"fate of Assad" truce*', '"fate of Assad" AND "truce"*'),
        ("a AND b OR NOT NEAR(c) text:d -e ^f {g}", '"a" AND "AND" AND "b" AND "OR" AND "NOT" '
         'AND "NEAR(c)" AND "text:d" AND "-e" AND "^f" AND "{g}"'),
        ('"open', '"open"'),
        ('"" * !', ""),
        ("a\0b", '"a" AND "b"'),
        ("word " * 99, " AND ".join(['"word"'] * 20)),
    ],
)  # fmt: skip
def test_what_users_write_is_never_syntax(words: str, query: str) -> None:
    assert to_query(words) == query


@given(st.text(st.sampled_from("ab*\"'()^:-+{}&|\\ \n\0éΩ中\ue000"), max_size=12))
def test_whatever_is_asked_is_answered(store: Store, words: str) -> None:
    if to_query(words):
        search(store, words)
    else:
        with pytest.raises(CallError, match="no-words"):
            search(store, words)


@pytest.mark.parametrize(
    ("words", "options", "code"),
    [
        ("", {}, "no-words"),
        ("!?", {}, "no-words"),
        ("truce", {"limit": 0}, "limit-too-low"),
        ("truce", {"kind": "wars"}, "unknown-kind"),
    ],
)
def test_calls_that_are_refused(
    store: Store, words: str, options: dict[str, object], code: str
) -> None:
    with pytest.raises(CallError, match=code):
        search(store, words, **options)


def test_sentences_of_a_text_that_was_not_read() -> None:
    text = "x" * 1000 + " truce " + "y" * 1000
    start, end = best_sentence(text, text.replace("truce", "\ue000truce\ue001"), [])
    assert start <= 1001 < end
    assert end - start <= 1200
    assert best_sentence("One. Two.", "One. Two.", []) == (0, 4)
    odd = "One \ue000. Two truce."  # a text that holds our own marks
    assert best_sentence(odd, odd, []) == (0, 6)


def test_a_day_that_becomes_known_counts_from_then_on(tmp_path: Path) -> None:
    one = report(TRUCE, "truce.txt", None)
    found = Found(kind="statements", fields={"by": ["oran"]}, span=(33, 90), rule="r")
    january = {"since": date(2016, 1, 1), "until": date(2016, 1, 31)}
    with open_store(tmp_path) as opened:
        opened.add(Reading(one, (found,)), "v")
        assert origins(opened, "truce", **january) == []
        (kept,) = opened.reports()
        opened.set_published(kept.number, date(2016, 1, 2), "given")
        assert origins(opened, "truce", **january) == ["truce.txt"]
        assert len(search(opened, "accused", kind="statements", **january).items) == 1
        assert search(opened, "accused", kind="talks").items == ()
        opened.set_published(kept.number, date(2016, 2, 2), "given")
        assert origins(opened, "truce", **january) == []
        assert search(opened, "accused", **january).items == ()
        for index in ("texts_found", "items_found"):
            opened.rows(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")


def test_marks_are_no_words(store: Store) -> None:
    assert origins(store, "zqday20160905") == []
    assert origins(store, "zqkind* truce") == []


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_marks_cover_the_days_and_no_others(since: date, length: int) -> None:
    until = since + timedelta(length)
    marks = set(marks_of_days(since, until))
    for day in (since - timedelta(1), since, since + timedelta(length // 2), until):
        own = {f"zqyear{day:%Y}", f"zqmonth{day:%Y%m}", f"zqday{day:%Y%m%d}"}
        assert len(own & marks) == (1 if since <= day else 0)
    after = until + timedelta(1)
    assert not {f"zqyear{after:%Y}", f"zqmonth{after:%Y%m}", f"zqday{after:%Y%m%d}"} & marks
