"""Sources are read safely, and quotes are found where they stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dossier import Source
from detente.dossier.sources import SourceMistake, read_source

TEXT = (
    "Before.\n\n  The bombing must\u00a0\n\t stop   first, he said.\nAfter: the bombing went on.\n"
)
SOURCE = Source(id="wire", title="Wire", text=TEXT)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("Before.", "Before."),
        ("bombing must stop first", "bombing must\u00a0\n\t stop   first"),
        ("  must\n\nstop ", "must\u00a0\n\t stop"),
        ("ombing mus", "ombing mus"),
        ("went on.", "went on."),
        ("bombing", "bombing"),
    ],
)
def test_quotes_are_found_white_space_aside(quote: str, passage: str) -> None:
    span = SOURCE.find(quote)
    assert span is not None
    assert TEXT[slice(*span)] == passage


@pytest.mark.parametrize(
    "quote", ["Bombing", "bombing stop", "beforethe", "bombingmust", "", " \n"]
)
def test_other_words_are_not_found(quote: str) -> None:
    assert SOURCE.find(quote) is None


def test_first_of_several_places_counts() -> None:
    assert Source(id="a", title="A", text="go  go go").find("go go") == (0, 6)


def test_a_source_without_a_file_has_nothing_to_find() -> None:
    assert Source(id="talk", title="A conversation").find("anything") is None
    assert Source(id="talk", title="A conversation").nearest_passage("anything") is None


@given(st.lists(st.text("abé ", min_size=1), min_size=1), st.data())
def test_every_run_of_words_is_found(pieces: list[str], data: st.DataObject) -> None:
    text = "\n".join(pieces)
    words = text.split()
    first = data.draw(st.integers(0, max(len(words) - 1, 0)))
    last = data.draw(st.integers(first, len(words)))
    quote = " ".join(words[first:last])
    span = Source(id="a", title="A", text=text).find(quote)
    if not quote:
        assert span is None
        return
    assert span is not None
    assert text[slice(*span)].split() == quote.split()


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("the bombs must stop first", "The bombing must stop first,"),
        ("“The bombing must end first”", "The bombing must stop first,"),
        ("entirely unrelated words here", None),
        ("Befor", None),
    ],
)
def test_nearest_passage(quote: str, passage: str | None) -> None:
    assert SOURCE.nearest_passage(quote) == passage


def test_line_ends_and_byte_order_mark_are_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_source(tmp_path, "a.txt") == "one\ntwo\nthree\n"


def test_links_inside_are_followed_and_outside_refused(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "real.txt").write_text("inside", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    (home / "inner").symlink_to(home / "real.txt")
    (home / "outer").symlink_to(tmp_path / "secret.txt")
    (home / "up").symlink_to(tmp_path)
    (home / "loop").symlink_to(home / "loop")
    assert read_source(home, "inner") == "inside"
    assert read_source(home, "../home/real.txt") == "inside"
    for name in ("outer", "up/secret.txt", "../secret.txt", str(home / "real.txt")):
        with pytest.raises(SourceMistake) as caught:
            read_source(home, name)
        assert caught.value.code == "source-outside"
    with pytest.raises(SourceMistake) as caught:
        read_source(home, "loop")
    assert caught.value.code == "source-unreadable"


def test_what_is_no_text_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "large.txt").write_bytes(b"12345")
    monkeypatch.setattr("detente.dossier.sources.MAX_SOURCE_BYTES", 4)
    expected = {
        "pipe": "source-not-file",
        ".": "source-not-file",
        "latin.txt": "source-not-text",
        "large.txt": "source-too-large",
        "none.txt": "source-missing",
        "x" * 5_000: "source-unreadable",
    }
    for name, code in expected.items():
        with pytest.raises(SourceMistake) as caught:
            read_source(tmp_path, name)
        assert caught.value.code == code
    with pytest.raises(SourceMistake, match="without a folder"):
        read_source(None, "latin.txt")
