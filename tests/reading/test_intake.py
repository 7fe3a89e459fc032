"""Reports in: every form, what is known of each, and what is said of those that cannot be read."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from detente.reading.intake import Given, Refused, gather, list_files, read_file
from detente.reading.intake.decoding import text_of
from detente.reading.intake.heading import read_day, read_heading
from detente.reading.intake.language import language_of
from detente.reading.intake.refusal import UnreadableReportError
from detente.reading.report import Report
from tests.reading.papers import locked_pdf, pdf_of

TALKS = """\
River talks end without a text

GENEVA (Lake Agency) - The upstream and the downstream government ended their talks on Friday.
They will meet again in October.
"""


def read(path: Path, given: Given | None = None) -> tuple[list[Report], list[Refused]]:
    ones = list(read_file(path, given or Given()))
    return [x for x in ones if isinstance(x, Report)], [x for x in ones if isinstance(x, Refused)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_plain_text_tells_title_place_agency_and_the_day_of_its_name(tmp_path: Path) -> None:
    (report,), said = read(write(tmp_path, "lake-2019-03-04.txt", TALKS))
    assert not said
    assert report.text == TALKS
    assert (report.title, report.dateline) == ("River talks end without a text", "Geneva")
    assert (report.publisher, report.published) == ("Lake Agency", date(2019, 3, 4))
    assert report.found["published"] == "file name"
    assert report.medium == "text"
    assert len(report.digest) == 64


def test_what_is_given_goes_before_what_is_found(tmp_path: Path) -> None:
    given = Given(publisher="Own desk", published=date(2020, 1, 2))
    (report,), _ = read(write(tmp_path, "lake-2019-03-04.txt", TALKS), given)
    assert (report.publisher, report.published) == ("Own desk", date(2020, 1, 2))
    assert report.found["publisher"] == "given"


def test_labelled_lines_and_a_byline_are_read_and_kept_in_the_text(tmp_path: Path) -> None:
    text = (
        "River talks end\nBy Jane van Roe\nDate: 4 March 2019\nSource: Lake Agency\n\nThey met.\n"
    )
    (report,), _ = read(write(tmp_path, "x.txt", text))
    assert report.byline == "Jane van Roe"
    assert report.published == date(2019, 3, 4)
    assert report.publisher == "Lake Agency"
    assert report.text == text


def test_markdown_front_matter_is_metadata(tmp_path: Path) -> None:
    head = "---\ntitle: 'River talks'\ndate: 2019-03-04\nauthor: J. Roe\n---\n\n"
    text = head + "# River talks\n\nThe sides met.\n"
    (report,), _ = read(write(tmp_path, "x.md", text))
    assert (report.title, report.published, report.byline) == (
        "River talks",
        date(2019, 3, 4),
        "J. Roe",
    )
    assert report.text == "# River talks\n\nThe sides met.\n"


def test_front_matter_that_never_ends_is_text(tmp_path: Path) -> None:
    (report,), _ = read(write(tmp_path, "x.md", "---\nThe sides met in the town.\n"))
    assert report.text.startswith("---")


PAGE = """<!doctype html><html lang="en"><head><title>River talks end - Lake Agency</title>
<meta property="og:site_name" content="Lake Agency"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2019-03-04T08:00:00Z">
<script>alert("stolen")</script><style>p {color: red}</style></head>
<body><nav><a href="javascript:alert(1)">Home</a></nav><article><h1>River talks end</h1>
<p>The upstream &amp; the downstream government ended their talks on Friday &mdash; without a
text.</p>
<p>They will meet again in October, &lt;the hosts&gt; said.
<img src="http://203.0.113.9/pixel.png"></p>
<iframe src="http://203.0.113.9/"></iframe></article><footer>All rights</footer></body></html>"""


def test_a_saved_page_gives_its_words_and_nothing_that_runs(tmp_path: Path) -> None:
    (report,), said = read(write(tmp_path, "x.html", PAGE))
    assert not said
    assert report.text.startswith("River talks end")
    assert (
        "upstream & the downstream government ended their talks on Friday — without" in report.text
    )
    assert "<the hosts> said" in report.text
    assert not {"alert", "stolen", "pixel", "color", "Home", "203.0"} & set(report.text.split())
    assert "javascript" not in report.text
    assert (report.publisher, report.byline) == ("Lake Agency", "Jane Roe")
    assert report.published == date(2019, 3, 4)


def test_a_page_is_known_by_what_it_begins_with(tmp_path: Path) -> None:
    (report,), _ = read(write(tmp_path, "x.txt", PAGE))
    assert report.medium == "html"


def test_a_page_nested_beyond_all_measure_is_still_read(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 20_000 + "The sides met." + "</div>" * 20_000
    (report,), _ = read(write(tmp_path, "x.html", page))
    assert report.text.strip() == "The sides met."


def test_a_page_of_scripts_alone_is_refused(tmp_path: Path) -> None:
    reports, (said,) = read(write(tmp_path, "x.html", "<html><script>a()</script></html>"))
    assert not reports
    assert said.code == "page-without-text"


def test_a_page_may_name_its_encoding(tmp_path: Path) -> None:
    page = '<html><meta charset="cp1252"><body><p>The café talks ended in Genève.</p></html>'
    (report,), _ = read(write(tmp_path, "x.html", page.encode("cp1252")))
    assert "café" in report.text


def test_a_pdf_gives_its_text_without_heads_and_page_numbers(tmp_path: Path) -> None:
    pages = [
        ["Lake Agency daily", "The sides met in the town and nego-", "tiated until dawn.", "1"],
        ["Lake Agency daily", "They signed nothing.", "2"],
        ["Lake Agency daily", "They will meet", "in October.", "3"],
    ]
    data = pdf_of(*pages, title="Lake Agency daily", made="D:20190304120000")
    (report,), said = read(write(tmp_path, "x.pdf", data))
    assert not said
    assert "town and negotiated until dawn.\nThey signed nothing.\n" in report.text
    assert "2" not in report.text
    assert "Lake Agency daily" not in report.text
    assert report.published == date(2019, 3, 4)
    assert report.found["published"] == "the day on which the PDF was made"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty-report"),
        ("blank.txt", b" \n\n", "empty-report"),
        ("picture.txt", bytes(range(256)) * 40, "binary-report"),
        ("noise.txt", b"\x01\x02\x03 words \x04" * 30, "binary-report"),
        ("old.txt", "The café talks.".encode("cp1252"), "unknown-encoding"),
        ("cut.txt", b"\xff\xfeT\x00h", "binary-report"),
        ("odd.txt", b"\xff\xfeT\x00h\x00\x00", "report-encoding"),
        ("scan.pdf", pdf_of([]), "pdf-without-text"),
        ("none.pdf", b"no pdf at all", "pdf-damaged"),
        ("broken.pdf", pdf_of(["The sides met."])[:120], "pdf-damaged"),
        ("plain.csv", "day,what\n1,2\n", "no-text-column"),
        ("quote.csv", 'text\n"never closed\n', "bad-row"),
        ("head.csv", '"text\nnever closed\n', "bad-csv"),
        ("front.md", "---\ntitle: x\n---\n", "empty-report"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    reports, said = read(write(tmp_path, name, content))
    if name == "cut.txt":
        assert [one.text for one in reports] == ["Th"] or said
        return
    assert not reports
    assert [one.code for one in said] == [code]
    assert said[0].reason
    assert not said[0].kept


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    _, (said,) = read(write(tmp_path, "x.pdf", locked_pdf()))
    assert said.code == "pdf-password"


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    path = write(tmp_path, "old.txt", "The café talks ended in the town.".encode("cp1252"))
    (report,), _ = read(path, Given(encoding="cp1252"))
    assert "café" in report.text
    _, (said,) = read(path, Given(encoding="klingon"))
    assert said.code == "report-encoding"


def test_byte_order_marks_and_line_ends_are_taken_off(tmp_path: Path) -> None:
    for name, encoding in (("a", "utf-8-sig"), ("b", "utf-16"), ("c", "utf-32")):
        (report,), _ = read(write(tmp_path, f"{name}.txt", "One.\r\nTwo.\rThree.".encode(encoding)))
        assert report.text == "One.\nTwo.\nThree."


def test_huge_files_and_reports_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "x.txt", "The sides met again. " * 1000)
    monkeypatch.setattr("detente.reading.intake.files.MOST_LETTERS", 10_000)
    _, (said,) = read(path)
    assert said.code == "huge-report"
    monkeypatch.setattr("detente.reading.intake.files.MOST_BYTES", 10_000)
    _, (said,) = read(path)
    assert said.code == "huge-report"


def test_a_day_that_no_calendar_has_is_said_and_the_report_kept(tmp_path: Path) -> None:
    (report,), (said,) = read(write(tmp_path, "lake-2019-02-31.txt", TALKS))
    assert report.published is None
    assert (said.code, said.kept) == ("report-date", True)


def test_a_report_in_another_language_is_kept_and_said(tmp_path: Path) -> None:
    text = "Les pourparlers de Genève ont pris fin sans accord et les deux parties sont rentrées."
    (report,), (said,) = read(write(tmp_path, "x.txt", text))
    assert report.language == "fr"
    assert (said.code, said.kept) == ("other-language", True)


def test_rows_of_a_table_are_reports(tmp_path: Path) -> None:
    table = (
        'date;headline;body;source\n2019-03-04;River talks;"They met; twice.";Lake\n'
        "2019-13-04;Again;They met again in the town.;Lake\n\n2019-03-05;;;\nshort;row\n"
    )
    reports, said = read(write(tmp_path, "x.csv", table))
    assert [one.published for one in reports] == [date(2019, 3, 4), None]
    assert reports[0].text == "River talks\n\nThey met; twice."
    assert reports[0].title == "River talks"
    assert reports[0].origin.endswith("x.csv:2")
    assert [one.code for one in said] == ["report-date", "empty-report", "bad-row"]


def test_lines_of_json_are_reports(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": "The sides met in the town.", "date": "2019-03-04", "views": 3}),
        "{broken",
        json.dumps(["text"]),
        json.dumps({"title": "no text"}),
        "[" * 100_000,
    ]
    reports, said = read(write(tmp_path, "x.jsonl", "\n".join(lines)))
    assert [one.text for one in reports] == ["The sides met in the town."]
    assert reports[0].published == date(2019, 3, 4)
    assert [one.code for one in said] == ["bad-row"] * 4
    assert said[0].origin.endswith(":2")


def test_a_folder_is_gone_through_by_name_without_what_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.txt", "a.txt", ".hidden.txt", ".git/x.txt", "dossier.yaml", "reading.sqlite"):
        write(tmp_path, name, "The sides met.")
    names = [
        p.relative_to(tmp_path).as_posix() for p in list_files([tmp_path]) if isinstance(p, Path)
    ]
    assert names == ["a.txt", "b/2.txt"]
    assert len(list(gather([tmp_path, tmp_path / "none.txt"]))) == 3


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (said,) = list_files([tmp_path / "empty"])
    assert isinstance(said, Refused)
    assert said.code == "no-reports"
    _, (said,) = read(tmp_path / "none.txt")
    assert said.code == "missing-report"
    _, (said,) = read(Path("/dev/null"))
    assert said.code == "not-a-report"
    _, (said,) = read(tmp_path / "a\0b")
    assert said.code == "unreadable-report"


def test_a_folder_that_cannot_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, onerror: object = None) -> list[object]:
        assert callable(onerror)
        onerror(PermissionError(13, "Permission denied", path))
        return []

    monkeypatch.setattr("os.walk", refuse)
    (said,) = list_files([tmp_path])
    assert isinstance(said, Refused)
    assert said.code == "unreadable-report"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-09-05", date(2016, 9, 5)),
        ("asianews_20160905", date(2016, 9, 5)),
        ("Monday, September 5th, 2016", date(2016, 9, 5)),
        ("5 Sept. 2016", date(2016, 9, 5)),
        ("September 2016", None),
        ("the 2016 talks", None),
        ("report-12345678", None),
    ],
)
def test_days_are_read_from_headings(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_an_impossible_day_is_no_day() -> None:
    with pytest.raises(UnreadableReportError, match="no day"):
        read_day("31 June 2016")


def test_a_dateline_gives_day_and_place() -> None:
    told = read_heading("GENEVA, 5 September 2016 (Lake Agency/Others) - The sides met.\n")
    assert told["dateline"][0] == "Geneva"
    assert told["published"][0] == "5 September 2016"
    assert told["publisher"][0] == "Lake Agency"
    assert "publisher" not in read_heading("GENEVA (Agencies) - The sides met.\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The sides met in the town and left it.", "en"),
        ("Las partes se reunieron en la ciudad y no firmaron el acuerdo.", "es"),
        ("Стороны встретились в городе и ничего не подписали.", "ru"),
        ("اجتمع الطرفان في المدينة", "ar"),
        ("ᚠᚢᚦᚬᚱᚴ ᚠᚢᚦᚬᚱᚴ", "und"),
        ("1234 5678", "und"),
        ("zqx wvk jjp qqw xzz vvv kkk rrr ttt ppp lll mmm nnn bbb", "und"),
        ("Talks fail", "en"),
    ],
)
def test_languages_are_told_and_not_guessed(text: str, code: str) -> None:
    assert language_of(text) == code


def test_control_characters_do_not_reach_the_stored_text() -> None:
    assert text_of(b"The sides\x07 met " * 50 + b"x" * 5000).count("\x07") == 0


def test_a_quotation_mark_that_is_not_closed_costs_its_row_alone(tmp_path: Path) -> None:
    rows = [f"The envoys met again on day {n}.,2016-09-01" for n in range(1, 300)]
    rows[10] = '"The envoys met,2016-09-01'
    rows[200] = '"The envoys "left" at once.",2016-09-01'
    reports, said = read(write(tmp_path, "rows.csv", "text,date\n" + "\n".join(rows) + "\n"))
    assert len(reports) == len(rows) - 2
    assert [(one.code, one.origin.rpartition(":")[2]) for one in said] == [
        ("bad-row", "12"), ("bad-row", "202"),
    ]  # fmt: skip


def test_a_table_full_of_open_quotation_marks_is_given_up(tmp_path: Path) -> None:
    text = "text,date\n" + 'a,2016-09-01\n"b,2016-09-01\n' * 400
    reports, said = read(write(tmp_path, "rows.csv", text))
    assert 0 < len(reports) < 400
    assert {one.code for one in said} == {"bad-row", "bad-csv"}
    assert said[-1].code == "bad-csv"


def test_half_letters_in_names_and_columns_are_kept_as_signs(tmp_path: Path) -> None:
    row = '{"text": "The envoys met again.", "title": "A \\ud800 title", "publisher": "P\\udc00"}'
    (report,), _ = read(write(tmp_path, "rows.jsonl", row + "\n"))
    assert report.title == "A \ufffd title"
    assert report.text.startswith("A \ufffd title")
    file = tmp_path / os.fsdecode(b"latin\xe9.txt")
    try:
        file.write_text("The envoys met again in the town.", encoding="utf-8")
    except OSError:
        return  # a file system that takes no such name cannot give it either
    (report,), _ = read(file)
    report.origin.encode("utf-8")


def test_a_pdf_names_its_title_where_its_text_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [["Talks in the hills", "The sides met."], ["They signed nothing."]]
    data = pdf_of(*pages, title="Talks in the hills", made="D:20191345000000")
    (report,), _ = read(write(tmp_path, "x.pdf", data))
    assert report.title == "Talks in the hills"
    assert report.published is None
    monkeypatch.setattr("detente.reading.intake.pdf.MOST_PAGES", 1)
    reports, (said,) = read(write(tmp_path, "x.pdf", data))
    assert not reports
    assert said.code == "pdf-too-long"


def test_a_page_tells_its_language_and_its_title(tmp_path: Path) -> None:
    page = (
        '<html lang="en"><head><title>Talks in the hills</title></head>'
        "<body><p>The sides met in the town and signed nothing.</p></body></html>"
    )
    (report,), _ = read(write(tmp_path, "x.html", page))
    assert (report.language, report.title) == ("en", "Talks in the hills")
    assert report.text.startswith("Talks in the hills\n\n")


def test_headings_that_name_no_publisher(tmp_path: Path) -> None:
    text = "GENEVA, 5 May (Agencies) - The envoys met on the lake and signed nothing.\n"
    (report,), _ = read(write(tmp_path, "x.txt", text))
    assert (report.dateline, report.publisher) == ("Geneva", None)
    text = "---\ntitle: Talks in the hills\njust words\nsource:\n---\nThe envoys met on the lake.\n"
    (report,), _ = read(write(tmp_path, "x.md", text))
    assert (report.title, report.publisher) == ("Talks in the hills", None)
