"""The section on the deal on the table, its chart and its annex."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import detente
from detente.brief import Brief, chart, render
from detente.brief.chart import chart_spec, chart_table, draw_chart
from detente.brief.content import Bar, Bars, Chart, Items, Section, Table
from detente.brief.offers import HOLDS
from detente.desk import Desk
from tests.brief.samples import told

FOLDER = Path(__file__).parents[2] / "examples" / "syria-2016"

BRIDGE = """
detente: 1
title: A bridge
parties:
  a: {name: Alphaland, backs: [c]}
  b: {name: Betaland}
  c: {name: Gammaband}
conflict:
  options:
    a: {open: Open the bridge}
    b: {pay: Pay the toll}
    c: {raid: Raid the lorries}
  status_quo: [c.raid]
  infeasible: [b.pay and not a.open]
  preferences:
    a: {statements: [b.pay, not c.raid, not a.open]}
    b: {statements: [a.open, not c.raid, not b.pay]}
    c: {statements: [c.raid]}
negotiation:
  issues:
    toll: {question: Which toll?, outcomes: {none: None, full: The full toll}}
    road: {question: Who may pass?, outcomes: {nobody: Nobody, all: Everybody}}
  parties:
    a:
      weights: {toll: 1, road: 1}
      values: {toll: {none: 0, full: 1}, road: {nobody: 0.4, all: 0}}
      no_deal: NO_DEAL
    b:
      weights: {toll: 1, road: 2}
      values: {toll: {none: 1, full: 0}, road: {nobody: 0, all: 1}}
      no_deal: 0.3
  must_comply: [c]
  needs: {NEEDS}
"""


def bridge(
    no_deal: str = "0.2", needs: str = "{road.all: [a.open, not c.raid], toll.full: b.pay}"
) -> str:
    return BRIDGE.replace("NO_DEAL", no_deal).replace("{NEEDS}", needs)


def opened(folder: Path, text: str) -> Desk:
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    return detente.open(folder)


def section(brief: Brief, name: str) -> Section:
    return next(part for part in (*brief.sections, *brief.annexes) if part.id == name)


def words(brief: Brief, name: str) -> str:
    bare = replace(brief, findings=(), questions=(), doubt=(), guesses=(), annexes=(), notes=())
    return " ".join(told(replace(bare, sections=(section(brief, name),))).split())


@pytest.fixture(scope="module")
def syria() -> Brief:
    return detente.open(FOLDER).brief()


def chart_of(brief: Brief) -> Chart:
    return next(block for block in section(brief, "deal").blocks if isinstance(block, Chart))


def test_the_example_tells_what_is_on_the_table_who_blocks_and_whether_it_would_hold(
    syria: Brief,
) -> None:
    said = words(syria, "deal")
    desk = detente.open(FOLDER)
    found = desk.deals()
    packages, zone = f"{found.solved.packages:,}", f"{found.solved.zone:,}"
    assert f"{zone} of {packages} packages over 6 issues" in said
    assert "What divides them most is what becomes of President Assad" in said
    assert "(Nash)" in said
    assert "(Kalai-Smorodinsky)" in said
    assert "It would not hold." in said
    assert "would be the first to break it" in said
    assert "did not follow" in said
    assert f"At the table {zone} of {packages} packages could be signed" in syria.findings[1].text


def test_the_chart_has_the_values_of_the_packages_that_are_told(syria: Brief) -> None:
    desk = detente.open(FOLDER)
    drawn = chart_of(syria)
    nash = desk.deals().solved.solutions["nash"]
    names = list(desk.table_model.party_names)
    shown = {bar.party: bar.value for bar in drawn.groups[0].bars}
    assert shown == {
        name: int(value) / 10**15 for name, value in zip(names, nash.worth[0], strict=True)
    }
    assert len(drawn.groups) <= 3


def test_the_annex_has_both_sentences_of_every_contradiction(syria: Brief) -> None:
    annex = section(syria, "annex-deal")
    lists = [block for block in annex.blocks if isinstance(block, Items)]
    pairs = [item for item in lists[-1].items if len(item.under) == 2]
    assert pairs
    for item in pairs:
        assert item.under[0].text.startswith("The table: ")
        assert item.under[1].text.startswith("The conflict: ")
    best, table = (block for block in annex.blocks if isinstance(block, Table))
    assert best.rows[0].head.text == "What becomes of President Assad"
    assert "He leaves when a transition begins" in best.rows[0].cells[0].text
    assert "Would hold by itself" in table.columns


def test_an_empty_zone_says_what_blocks(tmp_path: Path) -> None:
    brief = opened(tmp_path, bridge(no_deal="0.7")).brief()
    said = words(brief, "deal")
    assert "none crosses nobody's red line" in said
    assert "What no deal is worth to Alphaland: 0.70 would have to come down to 0.50." in said
    assert "What each of these alone would open" in said
    assert "At the table no package could be signed" in brief.findings[1].text
    assert any("settle for a little less" in one.ask.text for one in brief.questions)


def test_what_breaks_a_package_and_what_would_keep_it(tmp_path: Path) -> None:
    brief = opened(tmp_path, bridge()).brief()
    said = words(brief, "deal")
    assert "Gammaband would be the first to break it, choosing to raid the lorries." in said
    assert "No answer would take that gain away." in said
    assert "The least with which it would hold: a guarantee" in said
    assert "If Gammaband did not follow Alphaland" in said
    assert any("What would keep Gammaband" in one.ask.text for one in brief.questions)


def test_a_package_that_cannot_be_carried_out_says_what_it_would_also_take(tmp_path: Path) -> None:
    said = words(opened(tmp_path, bridge(needs="{road.all: b.pay}")).brief(), "deal")
    assert "could not be carried out with all else as today" in said
    assert "The nearest that could be" in said


def test_without_needs_the_brief_says_that_it_cannot_tell(tmp_path: Path) -> None:
    brief = opened(tmp_path, bridge(needs="{}").replace("  must_comply: [c]\n", "")).brief()
    assert "whether a package would hold cannot be told" in words(brief, "deal")


def test_a_dossier_without_a_table_has_no_such_section(tmp_path: Path) -> None:
    text = bridge()
    brief = opened(tmp_path, text[: text.index("negotiation:")]).brief()
    assert "deal" not in [part.id for part in brief.sections]
    assert "annex-deal" not in [part.id for part in brief.annexes]


def test_offers_are_few_different_and_the_sturdiest_is_among_them(tmp_path: Path) -> None:
    desk = opened(tmp_path, bridge(needs="{toll.full: [a.open, b.pay]}"))
    from detente.brief.gathering import table_answers

    answers = table_answers(desk.dossier, desk.model, desk.stability())
    assert answers is not None
    rows = [offer.deal.row for offer in answers.offers]
    assert len(rows) == len(set(rows)) <= 3
    assert answers.enforcement is not None
    if any(HOLDS in one.holds for one in answers.enforcement.packages):
        assert any(offer.holds for offer in answers.offers)


HOSTILE = "<script>alert(1)</script><img src=http://x.invalid/a.png> & \u202eevil"


def sample(party: str = "Alphaland") -> Chart:
    bars = (Bar(party, 0.6, 0.4), Bar("Betaland", -0.2, 0.1))
    return Chart("caption", "alternative", "Worth", (Bars("Package A", bars), Bars("B", bars)))


def test_the_chart_is_drawn_without_a_script_a_link_or_markup_from_the_dossier() -> None:
    drawn = str(draw_chart(sample(HOSTILE)))
    assert drawn.count("<svg") == 2
    assert "<script" not in drawn
    assert "<img" not in drawn
    assert "href" not in drawn
    assert "&lt;script&gt;" in drawn
    assert 'aria-label="alternative"' in drawn


def test_gain_and_loss_differ_in_shape_and_the_scale_reaches_every_value() -> None:
    spec = chart_spec(sample())
    changes = {row["party"]: row["change"] for row in spec["data"]["values"]}
    assert changes == {"Alphaland": "gain", "Betaland": "loss"}
    points = spec["spec"]["layer"][2]["encoding"]
    assert points["shape"]["scale"]["range"] == ["circle", "square"]
    assert points["x"]["scale"]["domain"] == [-0.2, 1.0]


def test_the_numbers_stand_in_a_table_where_nothing_can_be_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = opened(tmp_path, bridge()).brief()
    assert '<figure class="deals">' in render(brief, "html")
    monkeypatch.setattr(chart, "find_spec", lambda name: None)
    page = render(brief, "html")
    assert '<figure class="deals">' not in page
    assert "Worth to the party, on its own scale" in re.sub(r"<[^>]+>", " ", page)
    assert "| Package | Alphaland | Betaland |" in render(brief, "md")


def test_a_table_says_worse_where_a_package_is_worse_than_no_deal() -> None:
    rows = chart_table(sample()).rows
    assert [cell.text for cell in rows[0].cells] == ["0.60", "-0.20"]
    assert [cell.detail for cell in rows[0].cells] == ["no deal: 0.40", "worse than no deal: 0.10"]


def test_a_table_that_is_too_large_is_told_as_such(tmp_path: Path) -> None:
    issues = [f"i{k}" for k in range(9)]
    every = "{" + ", ".join(f"o{n}: Way {n}" for n in range(10)) + "}"
    values = "{" + ", ".join(f"o{n}: 0.{n}" for n in range(10)) + "}"
    side = {
        "weights": "{" + ", ".join(f"{one}: 1" for one in issues) + "}",
        "values": "{" + ", ".join(f"{one}: {values}" for one in issues) + "}",
    }
    text = bridge()
    table = "negotiation:\n  issues:\n"
    table += "".join(f"    {one}: {{outcomes: {every}}}\n" for one in issues)
    table += "  infeasible: [" + " and ".join(f"{one}.o1" for one in issues) + "]\n  parties:\n"
    for party in "ab":
        table += f"    {party}: {{weights: {side['weights']}, values: {side['values']}}}\n"
    brief = opened(tmp_path, text[: text.index("negotiation:")] + table).brief()
    assert "too large to be worked out for this brief" in words(brief, "deal")
    free = "\n".join(one for one in table.split("\n") if "infeasible" not in one)
    brief = opened(tmp_path, text[: text.index("negotiation:")] + free).brief()
    assert "more than can be counted" in words(brief, "deal")
