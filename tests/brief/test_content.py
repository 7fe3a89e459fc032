"""A brief says what the dossier and the analysis say, part by part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.brief import Brief, compose, render
from detente.brief.content import Items, Picture, Section, Table, Timeline
from detente.conflict import compile_model, stability
from detente.dossier import loads
from detente.errors import DossierError
from tests.brief.samples import DILEMMA, SMALL, Make, told


def section(brief: Brief, name: str) -> Section:
    return next(part for part in (*brief.sections, *brief.annexes) if part.id == name)


def words(part: Section) -> str:
    return told(replace(EMPTY, sections=(part,)))


EMPTY = Brief("", "", (), (), (), (), (), (), (), (), None)  # type: ignore[arg-type]


def test_page_one_has_three_findings_questions_and_a_doubt(small: Brief) -> None:
    assert small.title == "A small standoff"
    assert small.as_of == "5 September 2016"
    assert len(small.findings) == 3
    assert small.findings[0].text.startswith(
        "Today's situation (“The war goes on”) holds: no party could reach anything better"
    )
    assert small.findings[0].text.endswith(
        "It would serve the United States to strike jihadists jointly with Russia only if the "
        "armed opposition were to separate from the jihadists."
    )
    assert small.findings[1].text.startswith("Of the 9 possible outcomes, 3 would hold")
    assert "Of the 3 truces on record, one was broken, one ran out and one holds" in (
        small.findings[2].text
    )
    assert small.findings[2].text.endswith(
        "Talks are expected, though not confirmed, for 18 September 2016 (New York)."
    )
    assert 3 <= len(small.questions) <= 8
    assert "neither is a probability of anything that may happen" in small.doubt[2].text
    assert "In 100 tested readings of what the dossier leaves open" in small.doubt[1].text
    assert "the least with a confidence of 60\u00a0%" in small.doubt[0].text


def test_questions_come_from_conditions_doubts_prices_talks_truces_and_sources(
    small: Brief,
) -> None:
    asked = " ".join(question.ask.text for question in small.questions)
    assert "“until the rebels are parted”" in asked
    assert "Is it right that the Syrian government would like to go on bombing" in asked
    assert "What would the armed opposition ask for in return for its step in finding 2?" in asked
    assert "talks of 18 September 2016 (New York)" in asked
    assert "Who would watch over a truce this time" in asked
    assert "Talks end without agreement" in asked


def test_notes_give_source_publisher_date_and_exact_quote(small: Brief) -> None:
    assert [note.number for note in small.notes] == list(range(1, len(small.notes) + 1))
    note = next(n for n in small.notes if n.quote == "the bombing must stop first")
    assert note.source == "Talks end without agreement, Own desk, 5 September 2016"
    assert not note.verified
    assert "not stored" in note.remark
    cited = {
        number
        for item in _items(section(small, "annex-wishes"))
        for line in (*item.lines, *item.under)
        for number in line.notes
    }
    assert note.number in cited


def _items(part: Section) -> list:
    return [item for block in part.blocks if isinstance(block, Items) for item in block.items]


def test_wishes_stand_in_order_with_judgement_and_confidence_marked(small: Brief) -> None:
    lines = [line for item in _items(section(small, "annex-wishes")) for line in item.lines]
    first = lines[0]
    assert first.text == (
        "To strike jihadists jointly with Russia, should the armed opposition separate from the "
        "jihadists."
    )
    assert first.mark == "no source given"
    assert lines[1].text == "The Syrian government to stop bombing opposition areas."
    assert lines[1].mark == "confidence 80\u00a0%"
    assert any(line.mark.startswith("analyst's judgement; confidence") for line in lines)


def test_support_without_means_is_told_as_backing(make: Make) -> None:
    text = SMALL.replace("what: arms, sure: 0.5}", "what: backed}")
    said = words(section(make(text), "play"))
    assert "The United States, behind the armed opposition." in said
    assert "backed" not in said


def test_state_of_play_tells_today_talks_backing_and_hearsay(small: Brief) -> None:
    said = words(section(small, "play"))
    assert "Today's situation is called “The war goes on”." in said
    assert "The Syrian government: go on bombing opposition areas" in said
    assert "The United States, behind the armed opposition: arms." in said
    assert "Russia, behind the Syrian government." in said
    told_in_full = words(section(small, "annex-record"))
    assert "accusing: Moscow has backed off (by way of a spokesman)." in told_in_full
    (chart,) = (b for b in section(small, "timeline").blocks if isinstance(b, Timeline))
    coming = chart.marks[-1]
    assert (coming.when, coming.word) == ("18 September 2016", "not official")
    assert coming.text == "Talks, New York."


def test_why_it_is_stuck_says_who_has_nothing_better_and_what_decides(small: Brief) -> None:
    said = words(section(small, "stuck"))
    assert "steps that a party could take alone, none would be an improvement for it." in said
    assert (
        "It would serve the United States to strike jihadists jointly with Russia, but only if "
        "the armed opposition were to separate from the jihadists."
    ) in said
    assert "these steps would not serve those who could take them: Russia: make Damascus" in said


def test_an_answer_that_holds_a_party_back_is_told_move_by_move(make: Make) -> None:
    brief = make(DILEMMA)
    assert brief.findings[0].text == (
        "Today's situation holds, though not because all are content with it. Alpha could gain at "
        "first by choosing to arm, but then Beta would choose to arm, which would take the gain "
        "away. Beta could gain at first by choosing to arm, but then Alpha would choose to arm, "
        "which would take the gain away."
    )
    said = words(section(brief, "stuck"))
    assert "Alpha would prefer to arm." in said
    assert "What holds it back: Beta would choose to arm." in said
    assert "no better than today for Alpha" in said
    asked = [question.ask.text for question in brief.questions]
    assert (
        "What would Alpha need in order not to answer with choosing to arm, should Beta choose to "
        "arm?"
    ) in asked


def test_a_situation_that_gives_way_names_who_would_move_and_where(make: Make) -> None:
    brief = make(DILEMMA.replace("status_quo: []", "status_quo: [a.arm]"))
    assert brief.findings[0].text.startswith(
        "Today's situation does not hold: Beta could gain by choosing to arm"
    )
    said = words(section(brief, "stuck"))
    assert "Beta would prefer to arm." in said
    assert "YY" in said


def test_the_stability_table_has_parties_as_columns_and_says_the_sense(make: Make) -> None:
    brief = make(DILEMMA)
    table = next(b for b in section(brief, "annex-outcomes").blocks if isinstance(b, Table))
    assert table.columns == ("Alpha", "Beta")
    assert [row.head.pattern for row in table.rows] == ["NN", "YY"]
    assert table.rows[0].cells[0].text == "Held back firmly"
    assert "SSEQ" in table.rows[0].cells[0].detail
    assert table.rows[1].cells[0].text == "Nothing better"
    assert [row.head.text for row in table.rows] == ["1 (today)", "2"]
    said = words(section(brief, "annex-outcomes"))
    for sense in ("Nash", "GMR", "SMR", "SEQ", "SSEQ", "SIM"):
        assert sense in said


def test_the_picture_shows_gains_answers_and_outcomes_that_hold(make: Make) -> None:
    picture = next(
        b for b in section(make(DILEMMA), "annex-picture").blocks if isinstance(b, Picture)
    )
    today = picture.roots[0]
    assert today.today
    assert today.holds
    gain = today.children[0]
    assert (gain.edge, gain.by, gain.text, gain.pattern) == ("improvement", "Alpha", "Arm", "YN")
    assert (gain.children[0].edge, gain.children[0].by) == ("answer", "Beta")
    assert "dashed" in picture.caption
    # the other outcome that holds is drawn as an answer, so it does not stand apart once more
    assert len(picture.roots) == 1


def test_the_timeline_marks_fates_by_word_and_shape(small: Brief) -> None:
    timeline = next(b for b in section(small, "timeline").blocks if isinstance(b, Timeline))
    marks = {(mark.what, mark.when): mark for mark in timeline.marks}
    assert marks["truce", "12 April 2012; ended May 2012"].word == "broken"
    assert marks["truce", "27 February 2016; ended April to July 2016"].word == "ran out"
    assert marks["talks", "18 September 2016"].shape == "unofficial"
    assert [m.first for m in timeline.marks] == sorted(m.first for m in timeline.marks)
    assert "Truce of the Syrian government (holds). A local pause." in words(
        section(small, "timeline")
    )


def test_contested_figures_stand_side_by_side_with_their_counters(small: Brief) -> None:
    part = section(small, "cost")
    table = next(b for b in part.blocks if isinstance(b, Table))
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == [
        "at least 289,000",
        "since March 2011, as of 5 September 2016",
        "counter not named",
    ]
    assert cells[1] == ["400,000", "as of April 2016", "an envoy"]
    assert cells[2] == ["4,000,000 to 5,000,000 (about 4,800,000) people", "–", "UNHCR"]
    assert "not averaged" in words(part)


def test_assumptions_name_guesses_impossible_and_irreversible_things(small: Brief) -> None:
    short = words(section(small, "limits"))
    assert "Left out as impossible: 2 combinations of choices." in short
    assert "The text of “Talks end without agreement” is not stored" in short
    assert "It does not say what will happen" in short
    said = words(section(small, "annex-assumptions"))
    assert (
        "Russia would make Damascus ground its aircraft and the Syrian government would go on"
        in said
    )
    assert "Grounded aircraft do not bomb." in said
    assert "The United States could not undo this, once done: strike jihadists jointly" in said
    assert "In one place the order of wishes is not known" in said


def test_the_manifest_says_what_it_was_made_from(small: Brief) -> None:
    dossier = loads(SMALL)
    assert small.manifest.input == dossier.digest[:12]
    assert small.manifest.kernel in ("fast", "general")


def test_without_a_conflict_the_missing_section_is_named() -> None:
    solved = loads(DILEMMA)
    model = compile_model(solved)
    bare = loads("detente: 1\ntitle: Bare\nparties: {a: {name: A}}\n")
    with pytest.raises(DossierError, match="conflict"):
        compose(bare, model, stability(model))


def test_the_same_dossier_gives_the_same_brief(make: Make) -> None:
    assert make(SMALL) == make(SMALL)


def test_a_notebook_shows_page_one_escaped(make: Make) -> None:
    brief = make(SMALL.replace("A small standoff", '"<b>Standoff</b>"'))
    shown = brief._repr_html_()
    assert "&lt;b&gt;Standoff" in shown
    assert "<b>Standoff" not in shown
    assert brief.questions[0].ask.text in shown
    assert len(shown) < 8_000


def test_the_methods_write_what_render_writes(small: Brief) -> None:
    assert small.to_html() == render(small, "html")
    assert small.to_markdown() == render(small, "md")
    assert small.to_json() == render(small, "json")
