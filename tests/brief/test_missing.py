"""A brief on a draft says that it is one, and what is still missing, each with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

import detente
from detente.brief import Brief, render
from detente.brief.content import Items, Section
from detente.dossier import Dossier, loads
from detente.reading.draft import draft, with_draft
from tests.brief.samples import SMALL, Make

FOLDER = Path(__file__).parents[2] / "examples" / "syria-2016"

RECORD = """
detente: 1
title: Talks in the hills
as_of: 2011-05-20
sources: {wire: {title: Wire, published: 2011-05-20}}
parties:
  gov: {name: Hill government}
  front: {name: Hill Front, also: [the guerrillas]}
  union: {name: Union}
record:
  positions:
    - {party: gov, about: autonomy, stance: in dispute}
    - {party: front, about: autonomy, stance: in dispute}
    - {party: gov, about: talks, stance: will not sit down, until: the guerrillas lay down arms,
       evidence: [{source: wire, quote: not until arms are laid down}]}
    - {party: union, about: roads, stance: in dispute}
  statements:
    - {by: front, act: threaten, content: to block the road}
"""


def lacks(brief: Brief) -> dict[str, str]:
    """Return each lack with what to do."""
    part = annex(brief)
    return {
        item.lines[0].text: item.under[0].text
        for block in part.blocks
        if isinstance(block, Items)
        for item in block.items
    }


def annex(brief: Brief) -> Section:
    return next(part for part in brief.annexes if part.id == "annex-missing")


def drafted(text: str) -> Dossier:
    before = loads(text)
    return with_draft(before, draft(before))


def test_page_one_says_that_it_rests_on_a_draft(make: Make) -> None:
    made = drafted(RECORD)
    brief = make(made.text)
    count = sum(reason.draft for reason in made.reasons.values())
    first = brief.doubt[0]
    assert first.text.startswith(
        f"This rests on a first draft: {count} entries still to be checked."
    )
    assert first.to == "annex-missing"
    assert first.text.endswith(f"What no report told: annex {annex(brief).letter}.")
    assert brief.annexes[-1].id == "annex-missing"
    for form in ("html", "md", "json"):
        assert "This rests on a first draft" in render(brief, form)  # type: ignore[arg-type]


def test_what_is_missing_and_what_to_do(make: Make) -> None:
    found = lacks(make(drafted(RECORD).text))
    begins = {
        "What is done today is not known": "conflict.status_quo",
        "Nobody's wishes mention: Block the road (the Hill Front)": "Say who wants it",
        "Nothing says what the Hill Front would prefer": "conflict.preferences.front",
        "The record tells a position of the Union": "conflict.options.union",
        "Nothing is said to be impossible": "conflict.infeasible",
        "Hardly a way to settle is named: Autonomy": "negotiation.issues.autonomy",
        "How the Hill Front would order the outcomes is not told": "negotiation.parties.front",
        "How much each issue matters to the Hill government": "weights",
        "What no deal would be worth to the Hill government": "no_deal",
        "What carrying out a deal would take": "negotiation.needs",
        "The text is not stored, so quotes cannot be checked: Wire.": "sources/",
        "Without a quote: ": "Add evidence",
        "The record has no talks.": "record.talks",
        "The record has no figures": "record.figures",
    }
    for lack, todo in begins.items():
        (told,) = [do for text, do in found.items() if text.startswith(lack)]
        assert todo in told


def test_what_is_there_is_not_missed(make: Make) -> None:
    """The small standoff, complete but for one draft entry, lacks a table and stored texts."""
    text = SMALL.replace("{is: russia.ground and damascus.bomb,",
                         "{is: russia.ground and damascus.bomb, draft: true,")  # fmt: skip
    brief = make(text)
    assert brief.doubt[0].text.startswith(
        "This rests on a first draft: one entry still to be checked."
    )
    begins = sorted(text.partition(":")[0] for text in lacks(brief))
    assert begins == [
        "The text is not stored, so quotes cannot be checked",
        "There is no table",
    ]


def test_without_a_draft_nothing_is_said(small: Brief) -> None:
    assert not any("draft" in line.text for line in small.doubt)
    assert not any(part.id == "annex-missing" for part in small.annexes)


def test_the_example_is_no_draft() -> None:
    dossier = detente.open(FOLDER).dossier
    assert not any(reason.draft for reason in dossier.reasons.values())
    assert not any(item.draft for item in dossier.record.items())


def test_drafts_of_the_record_count(make: Make) -> None:
    brief = make(
        SMALL.replace("{parties: [damascus], terms", "{draft: true, parties: [damascus], terms")
    )
    assert brief.doubt[0].text.startswith(
        "This rests on a first draft: one entry still to be checked."
    )


@pytest.mark.parametrize(
    "record",
    [
        "  statements: [{by: front, act: threaten, content: to block the road}]\n",
        "  events: [{by: gov, to: front, plover: ASSAULT, what: shelled a camp}]\n",
        "  support: [{by: union, to: gov}]\n",
        "  positions: [{party: gov, about: talks, stance: refuses to talk}]\n",
    ],
)
def test_a_conflict_drafted_only_in_part_has_a_brief(make: Make, record: str) -> None:
    made = drafted(RECORD.partition("record:")[0] + "record:\n" + record)
    brief = make(made.text)
    assert lacks(brief)
    assert "still lacks" in render(brief, "md")


def test_long_lists_are_cut(make: Make) -> None:
    deeds = "".join(
        f"    - {{by: front, act: threaten, content: to block the {name}}}\n"
        for name in ("road", "dam", "mine", "port", "mill", "farm", "quay", "fort")
    )
    made = drafted(RECORD.partition("record:")[0] + "record:\n  statements:\n" + deeds)
    (told,) = [text for text in lacks(make(made.text)) if text.startswith("Nobody's wishes")]
    assert told.endswith("and 2 more.")
