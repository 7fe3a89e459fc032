"""The brief of the bundled example says what its dossier says, and can be checked line by line."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

import detente
from detente.brief import Brief, render
from detente.brief.content import Items, Picture, Section, Table, Timeline
from detente.conflict import compile_model, stability
from detente.conflict.telling import Teller
from detente.dossier import load
from detente.dossier.reasons import Evidence
from detente.dossier.standoff import AnyOrder, ByStatements, OneOf
from tests.brief.samples import told

FOLDER = Path(__file__).parents[2] / "examples" / "syria-2016"
SLIP = r"[{}]|\.\.| [.,;:]|  |\(\)|\bnan\b|:\.|^[.,;]"


@pytest.fixture(scope="module")
def brief() -> Brief:
    return detente.open(FOLDER).brief()


def section(brief: Brief, name: str) -> Section:
    return next(part for part in (*brief.sections, *brief.annexes) if part.id == name)


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
        for block in section(brief, "annex-wishes").blocks
        if isinstance(block, Items) and block.ordered
        for item in block.items
    ]
    assert len(wishes) >= 25
    for item in wishes:
        several = item.lines[0].text.startswith(("Next to each other", "One of these"))
        for line in item.under if several else item.lines:
            assert line.notes or "judgement" in line.mark, line.text


def test_the_groups_cover_exactly_the_outcomes_that_hold(brief: Brief) -> None:
    model = compile_model(load(FOLDER))
    holding = set(stability(model).states("seq").tolist())
    (listed,) = (
        b for b in section(brief, "annex-outcomes").blocks if isinstance(b, Items) and b.ordered
    )
    under: set[int] = set()
    for item in listed.items:
        pattern = item.lines[0].pattern
        fixed = sum(1 << k for k, letter in enumerate(pattern) if letter != "-")
        taken = sum(1 << k for k, letter in enumerate(pattern) if letter == "Y")
        under |= set(np.flatnonzero((model.states & fixed) == taken).tolist())
    assert under == holding


def test_it_has_a_picture_a_timeline_and_named_counters(brief: Brief) -> None:
    kinds = {type(block) for part in (*brief.sections, *brief.annexes) for block in part.blocks}
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
    assert render(brief, "md").count("\n## ") >= 16


def main_part(brief: Brief) -> str:
    """Return the text of the main part as a reader of the page sees it, note numbers aside."""
    html = render(brief, "html")
    page = html[html.index("<main>") : html.index('class="part annex"')]
    for hidden in (
        r'<svg class="(drawing|chart) on-phone".*?</svg>',
        r"<sup.*?</sup>",
        r"<nav.*?</nav>",
    ):
        page = re.sub(hidden, " ", page, flags=re.S)
    return re.sub(r"<[^>]+>", " ", page)


def test_the_main_part_takes_ten_minutes(brief: Brief) -> None:
    words = [word for word in main_part(brief).split() if re.search(r"\w", word)]
    assert 1_500 <= len(words) <= 2_800
    assert [part.id for part in brief.sections] == [
        "play",
        "parties",
        "stuck",
        "outcomes",
        "unlock",
        "deal",
        "timeline",
        "cost",
        "sure",
        "limits",
    ]


def test_the_main_part_and_the_annexes_lead_to_each_other(brief: Brief) -> None:
    html = render(brief, "html")
    start = html.index('class="part annex"')
    sections = html[html.index('class="part"') : start]
    for annex in brief.annexes:
        assert f'href="#{annex.id}"' in sections
    for party in ("us", "russia", "damascus", "opposition", "backers", "nusra"):
        assert f'href="#wishes-{party}"' in sections
    back = set(re.findall(r'href="#([\w-]+)"', html[start : html.index('id="notes"')]))
    assert {"parties", "outcomes", "stuck", "play", "sure", "party-us"} <= back


def lines_of(value: object) -> list[tuple[str, tuple[int, ...]]]:
    """Return every text of a brief with the notes it carries."""
    if isinstance(value, dict):
        own = [(value["text"], tuple(value.get("notes", ())))] if "text" in value else []
        return own + [line for part in value.values() for line in lines_of(part)]
    return [line for part in value for line in lines_of(part)] if isinstance(value, list) else []


def test_nothing_that_can_be_checked_is_lost(brief: Brief) -> None:
    dossier = load(FOLDER)
    tell = Teller(compile_model(dossier), stops=True)
    lines = lines_of(brief.to_dict())
    numbers = {" ".join(note.quote.split()): note.number for note in brief.notes}

    def check(text: str | None, evidence: tuple[Evidence, ...], because: str | None = None) -> None:
        wanted = " ".join((text or "").split()).rstrip(".")
        notes = {numbers[" ".join(one.quote.split())] for one in evidence}
        assert any(
            wanted.casefold() in line.casefold() and notes <= set(cited) for line, cited in lines
        ), wanted
        told = " ".join((because or "").split()).rstrip(".")
        assert any(told in line for line, _ in lines), told

    standoff = dossier.require_standoff()
    count = 0
    for index, party in enumerate(tell.model.parties):
        preference = standoff.preferences[party]
        assert isinstance(preference, ByStatements)
        check("", (), preference.reason.because)
        for entry in preference.entries:
            clauses = entry.entries if isinstance(entry, AnyOrder | OneOf) else [entry]
            for clause in clauses:
                reason = clause.reason
                check(tell.wish(clause.expression, index), reason.evidence, reason.because)
                count += 1
    assert count >= 60
    for clause in standoff.infeasible:
        check(tell.fact(clause.expression), clause.reason.evidence, clause.reason.because)
    texts = {option.id: option.text for option in standoff.options}
    for option, way in standoff.one_way.items():
        check(texts[option], way.reason.evidence, way.reason.because)
    record = dossier.record
    for person in record.people:
        check(person.name, person.evidence, person.because)
    for said in record.statements:
        check(said.content, said.evidence, said.because)
    for position in record.positions:
        check(position.stance, position.evidence, position.because)
    for talks in record.talks:
        check(talks.outcome, talks.evidence, talks.because)
    for truce in record.truces:
        check(truce.terms, truce.evidence, truce.because)
    for event in record.events:
        check(event.what, event.evidence, event.because)
    for support in record.support:
        check(support.what, support.evidence, support.because)
    for figure in record.figures:
        check(figure.what, figure.evidence, figure.because)


def test_the_first_finding_names_the_circle_that_keeps_it_stuck(brief: Brief) -> None:
    first = brief.findings[0].text
    assert "wait for one another" in first
    for who in ("the United States", "Russia", "the Syrian government", "the armed opposition"):
        assert f"{who} to " in first
