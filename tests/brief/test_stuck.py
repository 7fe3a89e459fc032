"""Why it is stuck, in conflicts of several shapes: held, moving, waiting, refused, content."""

from __future__ import annotations

from detente.brief import Brief, render
from tests.brief.samples import Make, told
from tests.brief.test_written import check_inert

NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta")


def dossier(statements: list[str], today: str = "", more: str = "") -> str:
    """Return a dossier in which party k has the option ``p{k}.o`` and the given statements."""
    parties = ", ".join(f"p{k}: {{name: {NAMES[k]}}}" for k in range(len(statements)))
    options = "\n".join(f"    p{k}: {{o: Do {k}}}" for k in range(len(statements)))
    wishes = "\n".join(f"    p{k}: {{statements: [{one}]}}" for k, one in enumerate(statements))
    return (
        f"detente: 1\ntitle: Shape\nparties: {{{parties}}}\nconflict:\n  options:\n{options}\n"
        f"  status_quo: [{today}]\n  preferences:\n{wishes}\n{more}"
    )


def section(brief: Brief, name: str) -> str:
    part = next(part for part in brief.sections if part.id == name)
    return " ".join(line.text for item in items(part.blocks) for line in item)


def items(blocks: tuple) -> list:
    found = [block.lines for block in blocks if block.kind == "text"]
    return found + [
        (*item.lines, *item.under)
        for block in blocks
        if block.kind == "items"
        for item in block.items
    ]


def test_a_long_circle_is_told_in_part_on_page_one_and_whole_below(make: Make) -> None:
    wishes = [f"p{k}.o iff p{(k + 1) % 6}.o" for k in range(6)]
    brief = make(dossier(wishes))
    assert brief.findings[0].text == (
        "Today's situation holds: no party could do better by a step of its own, because the "
        "steps that would change it wait for one another. It would serve Alpha to do 0; "
        "Beta to do 1; Gamma to do 2; Delta to do 3; 2 more parties to take theirs; but each only "
        "after steps of the others (section 3)."
    )
    said = section(brief, "stuck")
    assert "It would serve Zeta to do 5, but only after 1." in said
    assert "Taken together, they lead to an outcome that would hold." in said
    assert "at the same time" in brief.questions[0].ask.text


def test_what_is_refused_is_named_with_who_waits_for_it(make: Make) -> None:
    brief = make(dossier(["p0.o iff p1.o", "not p1.o"]))
    assert brief.findings[0].text.endswith(
        "It would serve Alpha to do 0 only if Beta were to do 1, which would not serve Beta "
        "whatever the others did."
    )
    said = section(brief, "stuck")
    assert "these steps would not serve those who could take them: Beta: do 1." in said
    assert "Only if Beta were to do 1 would these serve their parties: Alpha: do 0." in said


def test_where_nobody_waits_what_each_would_like_changed_is_told(make: Make) -> None:
    brief = make(dossier(["p1.o", "p0.o"]))
    assert brief.findings[0].text.endswith(
        "What each of the parties would first like to see changed lies in the hands of others, "
        "most often of Alpha and Beta."
    )
    assert "What Alpha would first like to see changed: Beta to do 1." in section(brief, "stuck")


def test_several_parties_that_would_move_are_all_named(make: Make) -> None:
    brief = make(dossier(["p0.o", "p1.o", "p0.o"]))
    assert brief.findings[0].text.startswith("Today's situation does not hold: Alpha could gain")
    assert brief.findings[0].text.endswith("The same goes, by steps of their own, for Beta.")
    assert "By moving, Alpha and Beta would gain" in section(brief, "stuck")


def test_parties_held_back_beyond_two_are_named_together(make: Make) -> None:
    text = dossier(["p0.o"] * 3)
    text = (
        text[: text.index("  preferences")]
        + "  preferences:\n"
        + "".join(
            f"    p{k}: {{weights: {{p{k}.o: 1, p{(k + 1) % 3}.o: -2, p{(k + 2) % 3}.o: -2}}}}\n"
            for k in range(3)
        )
    )
    brief = make(text)
    assert "In the same way answers to be expected hold back Gamma." in brief.findings[0].text
    assert "Weightiest: Beta not to do 1." in told(brief)
    check_inert(render(brief, "html"))


def test_a_long_ranking_is_complete_in_its_annex(make: Make) -> None:
    tiers = ", ".join(
        "".join("Y" if bits >> k & 1 else "N" for k in range(4)) for bits in range(16)
    )
    text = dossier(["p0.o"] * 4)
    text = text.replace("p0: {statements: [p0.o]}", f"p0: {{ranking: [{tiers}]}}")
    brief = make(text)
    annex = next(part for part in brief.annexes if part.id == "annex-wishes")
    patterns = [
        line.pattern
        for block in annex.blocks
        if block.kind == "items"
        for item in block.items
        for line in item.lines
        if line.pattern
    ]
    assert sorted(patterns) == sorted(tiers.split(", "))
    assert "All 16 tiers: annex A." in told(brief)


RECORD = """
record:
  people: [{name: Ann}]
  talks:
    - {parties: [p1], from: 2020-02-01, status: scheduled, place: Oslo}
    - {parties: [p0, p1], people: [Ann], from: 2020-01-01, to: 2020-01-02, by_way_of: Ann}
  positions: [{party: p0, stance: Not yet, until: it rains, by_way_of: p1, because: It said so}]
  events: [{by: p0, to: p1, what: A visit, date: 2020-01-05, because: Seen by many}]
  figures:
    - {what: Deaths, low: 1, high: 2, by_way_of: Ann, because: Counted twice}
    - {what: Wounded, high: 9, counted_by: A clinic, by_way_of: Ann}
  support:
"""


def test_the_record_is_told_with_its_reasons_and_reporters(make: Make) -> None:
    support = "".join(
        f"    - {{by: p0, to: p1, what: Aid {k}, because: Reason {k}}}\n" for k in range(10)
    )
    text = dossier(["not p0.o if not p1.o", "p1.o if p0.o"], more=RECORD + support)
    brief = make(text.replace("title: Shape\n", "title: Shape\nas_of: 2020-01-10\n"))
    said = told(brief)
    for words in (
        "(by way of Beta). It said so.",
        "Alpha to Beta: A visit.",
        "Seen by many.",
        "by way of Ann",
        "A clinic (by way of Ann)",
        "Counted twice.",
        "Reason 9.",
        "Support not shown here: 2 entries.",
        "What should be on paper before the talks of 1 February 2020 (Oslo)?",
    ):
        assert words in said, words
