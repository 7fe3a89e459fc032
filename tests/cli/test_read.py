"""The commands read and search: their forms, their options, and what they refuse."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from detente.reading.store import NAME, open_store
from tests.cli.calls import run

FIRST = """\
Envoys part without agreement
Published: 4 May 2021

Russian foreign minister Sergey Lavrov said on Monday that the talks in Geneva had failed.
Moscow accused Washington of backing away from the truce. At least 300 people have been killed
since March 2020.
"""
QUESTION = "When was {} published (YYYY-MM-DD, or Enter if you do not know)? "
SECOND = """\
Aid convoy turns back

The United States said yesterday that it would not sign until the bombing stops.
The envoys are to meet again in Vienna on 20 May 2021.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that has read two reports."""
    folder = tmp_path_factory.mktemp("read") / "dossier"
    assert run("new", folder, "--empty").code == 0
    reports = folder.parent / "reports"
    reports.mkdir()
    (reports / "first.txt").write_text(FIRST, encoding="utf-8")
    (reports / "second.txt").write_text(SECOND, encoding="utf-8")
    (reports / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    before = (folder / "dossier.yaml").read_bytes()
    told = run("read", folder, reports, "--publisher", "Own desk")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Reports: 2, of which 2 new. Read now: 2.\n")
    assert "\nNot read: 1\n" in told.out
    assert "broken.pdf: " in told.out
    assert "Without a day of publication: 1 (" in " ".join(told.out.split())
    assert "second.txt). There, “yesterday”" in " ".join(told.out.split())
    assert told.out.endswith(f"\nNext: detente review {folder}\n")
    assert (folder / "dossier.yaml").read_bytes() == before
    return folder


def test_everything_that_was_read_as_json(home: Path) -> None:
    told = run("read", home, "--format", "json")
    assert (told.code, told.err) == (0, "")
    content = json.loads(told.out)
    assert list(content) == ["items", "mentions", "dates", "reports", "refused", "meta"]
    texts = {}
    with open_store(home) as store:
        for one in store.reports():
            texts[one.source] = store.text(one.digest)
    assert list(texts) == ["own_desk_2021_05_04", "own_desk"]
    for item in content["items"]:
        assert item["quote"] == texts[item["source"]][slice(*item["span"])]
        assert item["status"] == "proposed"
        assert item["evidence"][0]["quote"] == item["quote"]
        assert all(
            piece["quote"] == texts[piece["source"]][slice(*piece["span"])]
            for piece in item["evidence"]
        )
    said = [item for item in content["items"] if item["fields"].get("act") == "accuse"]
    assert said[0]["fields"]["by"] == ["russia"]
    assert said[0]["published"] == "2021-05-04"
    assert any("Sergey Lavrov" in one["surface"] for one in content["mentions"])
    assert "2021-05-20" in [one.get("value") for one in content["dates"]]
    assert [one["origin"].rpartition("/")[2] for one in content["reports"]] == [
        "first.txt", "second.txt",
    ]  # fmt: skip
    assert [one["code"] for one in content["refused"]] == [content["refused"][0]["code"]]
    assert content["meta"]["method"] == "read"


def test_everything_that_was_read_as_a_table(home: Path, tmp_path: Path) -> None:
    told = run("read", home, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(told.out, newline="")))
    items = json.loads(run("read", home, "--format", "json").out)["items"]
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    assert [json.loads(row["fields"]) for row in rows] == [item["fields"] for item in items]
    out = tmp_path / "out.json"
    told = run("read", home, "--format", "json", "--out", out)
    assert (told.out, told.err) == ("", f"Written to {out}\n")
    assert json.loads(out.read_text("utf-8"))["items"] == items


def test_the_same_reports_again(home: Path) -> None:
    told = run("read", home, home.parent / "reports", "--publisher", "Own desk")
    assert told.out.startswith("Reports: 2, of which 0 new. Read now: 0.\n  2 kept before\n")


@pytest.mark.parametrize("view", ["timeline", "positions", "contradictions", "report"])
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_views_over_all_reports(home: Path, view: str, form: str) -> None:
    told = run("read", home, f"--{view}", "--format", form)
    assert (told.code, told.err) == (0, "")
    if form == "json":
        assert "meta" in json.loads(told.out)


def test_reading_and_a_view_at_once(home: Path) -> None:
    told = run("read", home, home.parent / "reports" / "first.txt", "--timeline")
    assert told.code == 0
    assert "2021-05" in told.out


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_search(home: Path, form: str) -> None:
    told = run("search", home, "truce", "--format", form)
    assert (told.code, told.err) == (0, "")
    assert "Moscow accused Washington" in told.out
    if form == "json":
        (text,) = json.loads(told.out)["texts"]
        assert text["source"] == "own_desk_2021_05_04"


def test_search_with_options(home: Path) -> None:
    assert "Nothing was found" in run("search", home, "truce", "--since", "2021-05-05").out
    assert "Moscow" in run("search", home, "backing away", "--until", "2021-05-04").out
    assert "Nothing was found" in run("search", home, "away backing").out
    assert "In reports" not in run("search", home, "truce", "--kind", "statements").out
    assert run("search", home, "truce", "--limit", "1").out.count("[") == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["read", "HOME", "x.txt", "--published", "yesterday"], "bad-day"),
        (["read", "HOME", "x.txt", "--on", "mars"], "unknown-place"),
        (["read", "HOME", "x.txt", "--workers", "0"], "bad-workers"),
        (["read", "HOME", "x.txt", "--model", "no_such_thing"], "no-such-model"),
        (["read", "HOME", "--timeline", "--report"], "one-view"),
        (["read", "HOME", "--out", "HOME/dossier.yaml"], "would-overwrite"),
        (["read", "HOME", "--out", "HOME/reading.sqlite", "--format", "json"], "would-overwrite"),
        (["search", "HOME", "x", "--out", "HOME/reading.sqlite"], "would-overwrite"),
        (["search", "HOME", "!"], "no-words"),
        (["search", "HOME", "x", "--since", "2021-02-30"], "bad-day"),
        (["search", "HOME", "x", "--kind", "wars"], "unknown-kind"),
        (["search", "HOME", "x", "--limit", "0"], "limit-too-low"),
    ],
)
def test_calls_that_are_refused(home: Path, words: list[str], code: str) -> None:
    told = run(*(word.replace("HOME", str(home)) for word in words))
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"{code}: ")
    assert len(told.messages) == 1


@pytest.mark.parametrize("words", [["read"], ["search"], ["read", "--timeline"]])
def test_a_dossier_that_has_read_nothing(dam: Path, words: list[str]) -> None:
    command, *options = words
    told = run(command, dam, *(["x"] if command == "search" else []), *options)
    assert (told.code, told.out) == (1, "")
    assert "no-readings" in told.err
    assert not (dam / NAME).exists()


def test_a_file_that_is_not_there(home: Path) -> None:
    told = run("read", home, home / "absent.txt")
    assert told.code == 1
    assert "absent.txt: missing-report: " in " ".join(told.out.split())
    assert "Nothing is proposed." in told.out


def test_characters_that_steer_a_terminal_do_not_reach_it(tmp_path: Path) -> None:
    run("new", tmp_path / "d", "--empty")
    odd = tmp_path / "odd\x1b[31m.txt"
    odd.write_text("The truce\x1b[31m failed\u202e in Hill City on 4 May 2021.\n", "utf-8")
    for words in (["read", tmp_path / "d", odd], ["search", tmp_path / "d", "truce"]):
        told = run(*words)
        assert told.code == 0
        assert "\x1b" not in told.out + told.err
        assert "\u202e" not in told.out + told.err


def test_an_interrupted_reading_says_what_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from detente.reading.batch import reading

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "take_in", interrupted)
    told = run("read", home, home.parent / "reports")
    assert (told.code, told.out) == (130, "")
    assert told.err.startswith("Interrupted. What was read is kept; 0 reports wait.")


def test_the_day_is_asked_for_at_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from detente.cli import read

    run("new", tmp_path / "d", "--empty")
    (tmp_path / "a.txt").write_text(SECOND, "utf-8")
    monkeypatch.setattr(read, "_at_terminal", lambda: True)
    told = run("read", tmp_path / "d", tmp_path / "a.txt")  # the answer is Enter
    assert told.err == f"{QUESTION.format(tmp_path / 'a.txt')}"
    assert "Without a day of publication: 1 (" in " ".join(told.out.split())
    with open_store(tmp_path / "d") as store:
        (kept,) = store.reports()
    monkeypatch.setattr(sys, "stdin", io.StringIO("soon\n2021-05-03\n"))
    assert read._ask(kept) == date(2021, 5, 3)
    question = QUESTION.format(tmp_path / "a.txt")
    assert capsys.readouterr().err == (f"{question}That is no day, such as 2016-09-05.\n{question}")


def test_nobody_is_asked_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.cli import read

    assert not read._at_terminal()
    monkeypatch.setattr(sys, "stdin", None)
    assert not read._at_terminal()


def test_faults_of_the_own_table_of_actors_are_told_first(tmp_path: Path) -> None:
    run("new", tmp_path / "d", "--empty")
    (tmp_path / "a.txt").write_text(SECOND, "utf-8")
    (tmp_path / "d" / "actors.yaml").write_text("nonsense: [", "utf-8")
    told = run("read", tmp_path / "d", tmp_path / "a.txt")
    assert (told.code, told.out) == (1, "")
    assert "actors.yaml" in told.err
    assert not (tmp_path / "d" / NAME).exists()


def test_nothing_that_can_be_read_is_a_mistake(tmp_path: Path) -> None:
    run("new", tmp_path / "d", "--empty")
    told = run("read", tmp_path / "d", tmp_path / "slip.txt")
    assert told.code == 1
    assert "missing-report: there is no such file" in " ".join(told.out.split())
    (tmp_path / "a.txt").write_text(SECOND, "utf-8")
    assert run("read", tmp_path / "d", tmp_path / "slip.txt", tmp_path / "a.txt").code == 0
