"""The brief of the bundled example says what its dossier says, and can be checked line by line."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from detente.brief import Brief, compose, render
from detente.brief.content import Items, Picture, Section, Table, Timeline
from detente.conflict import compile_model, stability
from detente.dossier import load
from tests.brief.samples import told

FOLDER = Path(__file__).parents[2] / "examples" / "syria-2016"
SLIP = r"[{}]|\.\.| [.,;:]|  |\(\)|\bnan\b|:\.|^[.,;]"


@pytest.fixture(scope="module")
def brief() -> Brief:
    dossier = load(FOLDER)
    model = compile_model(dossier)
    return compose(dossier, model, stability(model))


def section(brief: Brief, name: str) -> Section:
    return next(part for part in brief.sections if part.id == name)


def test_page_one_names_the_next_round_and_the_broken_truces(brief: Brief) -> None:
    findings = " ".join(line.text for line in brief.findings)
    assert "18 September 2016 (New York" in findings
    assert "not confirmed" in findings
    assert "broken" in findings
    asked = " ".join(question.ask.text for question in brief.questions)
    assert "18 September 2016" in asked
    assert "until the rebels are parted from al-Qaeda's men" in asked


def test_every_note_stands_word_for_word_in_a_stored_source(brief: Brief) -> None:
    stored = " ".join(
        " ".join(path.read_text(encoding="utf-8").split())
        for path in sorted((FOLDER / "sources").iterdir())
    )
    assert len(brief.notes) >= 30
    for note in brief.notes:
        assert note.verified
        assert " ".join(note.quote.split()) in stored


def test_every_wish_says_who_said_so_or_that_it_is_a_judgement(brief: Brief) -> None:
    wishes = [
        item
        for block in section(brief, "parties").blocks
        if isinstance(block, Items) and block.ordered
        for item in block.items
    ]
    assert len(wishes) >= 25
    for item in wishes:
        several = item.lines[0].text.startswith(("Next to each other", "One of these"))
        for line in item.under if several else item.lines:
            assert line.notes or "judgement" in line.mark, line.text


def test_the_groups_cover_exactly_the_outcomes_that_hold(brief: Brief) -> None:
    dossier = load(FOLDER)
    model = compile_model(dossier)
    result = stability(model)
    table = next(b for b in section(brief, "outcomes").blocks if isinstance(b, Table))
    holding = set(result.states("seq").tolist())
    patterns = [row.head.pattern for row in table.rows if row.head.text[0].isdigit()]
    under: set[int] = set()
    for pattern in patterns:
        fixed = sum(1 << k for k, letter in enumerate(pattern) if letter != "-")
        taken = sum(1 << k for k, letter in enumerate(pattern) if letter == "Y")
        under |= set(np.flatnonzero((model.states & fixed) == taken).tolist())
    assert under == holding


def test_it_has_a_picture_a_timeline_and_named_counters(brief: Brief) -> None:
    kinds = {type(block) for part in brief.sections for block in part.blocks}
    assert {Picture, Timeline, Table, Items} <= kinds
    cost = section(brief, "cost")
    table = next(b for b in cost.blocks if isinstance(b, Table))
    figures = [row.cells[0].text for row in table.rows]
    assert any("289,000" in figure for figure in figures)
    assert all(row.cells[2].text for row in table.rows)


def test_no_sentence_has_a_gap_or_a_slip_of_the_pen(brief: Brief) -> None:
    said = told(brief)
    slip = re.search(SLIP, said, re.M)
    assert slip is None, said[slip.start() - 60 : slip.end() + 60]


def test_it_can_be_written_in_every_format(brief: Brief) -> None:
    assert len(render(brief, "html")) < 400_000
    assert render(brief, "md").count("\n## ") >= 11
