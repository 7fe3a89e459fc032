"""What would unlock it, how sure we are, and who sees another conflict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import detente
from detente.brief import Brief, compose, gathering
from detente.brief.goals import goals_to_unlock
from detente.brief.notes import Notebook
from detente.brief.outlook import Outlook
from detente.brief.unlocking import unlocking
from detente.conflict import compile_model, explain, stability
from detente.conflict.lookup import find_state
from detente.dossier import Dossier, load, loads
from detente.dossier.standoff import AnyOrder, ByStatements, OneOf
from tests.brief.samples import DILEMMA, Make, told

FOLDER = Path(__file__).parents[2] / "examples" / "syria-2016"
BARGAIN = "The bargain between the powers, with the sieges kept"

ARMED = DILEMMA.replace("status_quo: []", "status_quo: [a.arm, b.arm]")
HEAD = """
detente: 1
title: A shape
parties: {a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}}
"""
BRIDGE = (
    HEAD
    + """
conflict:
  options: {a: {open: Open the bridge}, b: {guard: Guard the bridge}}
  status_quo: []
  names: {YY: A guarded bridge, NN: A closed bridge}
  preferences:
    a: {statements: [{want: a.open if b.guard, sure: 0.7}, not a.open]}
    b: {statements: [b.guard iff a.open]}
"""
)
PEACE = (
    HEAD
    + """
conflict:
  options: {a: {leave: Leave}, b: {pay: Pay}}
  status_quo: []
  one_way: {a.leave: taken}
  names: {YY: A fair exchange}
  preferences:
    a: {statements: [b.pay, not a.leave]}
    b: {statements: [a.leave, not b.pay]}
"""
)


def situation(text: str) -> Outlook:
    dossier = loads(text)
    model = compile_model(dossier)
    return Outlook(dossier, model, stability(model), explain, Notebook(dossier))


def words(brief: Brief, name: str) -> str:
    part = next(part for part in (*brief.sections, *brief.annexes) if part.id == name)
    return " ".join(told(replace(brief, sections=(part,), annexes=())).split())


@pytest.fixture(scope="module")
def syria() -> Brief:
    return detente.open(FOLDER).brief()


def without(dossier: Dossier, line: int) -> Dossier:
    """Return the dossier without the statement on a line."""
    standoff = dossier.require_standoff()
    changed: dict[str, ByStatements] = {}
    for party, preference in standoff.preferences.items():
        assert isinstance(preference, ByStatements)
        entries = []
        for entry in preference.entries:
            if isinstance(entry, AnyOrder | OneOf) or entry.place.line != line:
                entries.append(entry)
        changed[party] = replace(preference, entries=tuple(entries))
    preferences: Mapping[str, ByStatements] = changed
    return replace(dossier, standoff=replace(standoff, preferences=preferences))


def test_page_one_names_the_guesses_that_the_conclusions_stand_on(syria: Brief) -> None:
    doubt = " ".join(line.text for line in syria.doubt)
    assert "today's situation holds in all" in doubt
    assert f"“{BARGAIN}” holds in 6" in doubt
    assert "The conclusions stand most on 2 guesses" in doubt
    assert len(syria.guesses) == 2
    assert syria.guesses[0].text == (
        "The Syrian government would stop bombing opposition areas once the steps it waits for "
        f"were taken. If not, “{BARGAIN}” would not hold."
    )
    assert syria.guesses[0].mark == "confidence 60\u00a0%"
    assert syria.guesses[0].notes


def test_a_guess_that_is_named_does_turn_the_answer() -> None:
    dossier = load(FOLDER)
    model = compile_model(dossier)
    tested = gathering.tested_readings(dossier, model)
    it = Outlook(dossier, model, stability(model), explain, Notebook(dossier), tested)
    assert it.pillars[0].states
    assert [pillar.circle for pillar in it.pillars] == [True] * len(it.pillars)
    for pillar in it.pillars:
        changed = compile_model(without(dossier, pillar.line))
        holding = stability(changed).states("seq").tolist()
        for state in pillar.states:
            assert (state in holding) != it.holds(state)
        other = Outlook(dossier, changed, stability(changed), explain, Notebook(dossier))
        assert len(other.deadlock.circle) < len(it.deadlock.circle)


def test_the_section_on_levers_tells_the_way_the_trust_and_what_would_hold(syria: Brief) -> None:
    said = words(syria, "unlock")
    assert "No parties could together bring about anything that each of them would rather" in said
    assert "the steps of section 3 in this order: Russia (against its own wish); the Syrian" in said
    assert "Russia would have to trust the Syrian government and the armed opposition" in said
    at_the_table = words(syria, "deal")
    kept = "a guarantee that this, once done, stays done: the Syrian government no longer"
    assert kept in at_the_table
    assert kept not in said


def test_the_example_tells_the_misperception_of_its_report(syria: Brief) -> None:
    said = words(syria, "unlock")
    assert (
        "As Russia would see it, it would never serve the armed opposition to separate from the "
        "Nusra Front"
    ) in said
    assert (
        "As the United States would see it, it would serve the armed opposition to separate from "
        "the Nusra Front without any step by the United States."
    ) in said
    assert "Were Russia to see it as this brief does, 4 outcomes would no longer hold." in said


def test_what_parties_could_do_together_is_told(make: Make) -> None:
    said = words(make(ARMED), "unlock")
    assert "Together, though not alone" in said
    assert "Alpha and Beta: as today, but" in said
    assert "which would hold" in said


def test_who_would_gain_by_stopping_on_the_way_is_told(make: Make) -> None:
    text = ARMED.replace("preferences:", "names: {NN: Both disarm}\n  preferences:")
    said = words(make(text), "unlock")
    assert "Alpha would have to trust Beta" in said or "Beta would have to trust Alpha" in said
    assert "By stopping on the way rather than carrying on" in said


def test_what_would_make_an_outcome_hold_is_told() -> None:
    it = situation(PEACE)
    assert goals_to_unlock(it) == (find_state(it.model, "A fair exchange"),)
    said = " ".join(line.text for line in _lines(it))
    assert "What would make “A fair exchange” hold" in said
    assert "Beta would have to come to want to pay." in said


def _lines(it: Outlook) -> list:
    found = []
    for block in unlocking(it).blocks:
        if block.kind == "heading":
            found.append(block)
        elif block.kind == "text":
            found.extend(block.lines)
        else:
            found.extend(one for item in block.items for one in item.lines)
    return found


def test_nothing_found_within_the_budget_is_said() -> None:
    it = situation(PEACE)
    emptied = replace(it.unlocks[0], ranked=(), measures=(), changes=())
    it.__dict__["unlocks"] = (emptied,)
    said = " ".join(line.text for line in _lines(it))
    assert "No single measure from outside would make it hold" in said


def test_without_today_no_way_is_told(make: Make) -> None:
    brief = make(DILEMMA.replace("status_quo: []", ""))
    assert "so no way from here can be told" in words(brief, "unlock")


def test_where_nothing_is_unsure_there_is_one_reading(make: Make) -> None:
    brief = make(DILEMMA)
    assert "Nothing in the dossier is marked as unsure" in words(brief, "sure")
    assert "Nothing in the dossier is marked as unsure" in brief.doubt[1].text
    assert brief.guesses == ()


def test_an_untested_conflict_says_so() -> None:
    dossier = loads(BRIDGE)
    model = compile_model(dossier)
    brief = compose(dossier, model, stability(model))
    assert "too large to test other readings" in words(brief, "sure")
    assert brief.doubt[1].text.startswith("The rest follows from these orders")


def test_the_shares_of_named_outcomes_stand_in_the_annex(make: Make) -> None:
    said = words(make(BRIDGE), "annex-assumptions")
    assert "Share of tested readings" in said
    assert "A guarded bridge" in said
    assert "Alpha would like to open the bridge, should Beta guard the bridge" in said


def test_a_single_guess_is_named_with_what_turns(make: Make) -> None:
    brief = make(BRIDGE)
    guesses = " ".join(line.text for line in brief.guesses)
    assert "Alpha would open the bridge once the steps it waits for were taken" in guesses
    asked = " ".join(question.ask.text for question in brief.questions)
    assert "Is it right that Alpha would open the bridge once the steps" in asked


def test_a_reading_that_turns_the_answer_is_told_with_what_it_is_instead(make: Make) -> None:
    text = BRIDGE.replace(
        "{want: a.open if b.guard, sure: 0.7}, not a.open",
        "{one_of: [not a.open, a.open]}",
    )
    guesses = " ".join(line.text for line in make(text).guesses)
    assert "If what is meant is: " in guesses
    assert "today's situation would not hold" in guesses


def test_an_answer_that_no_guess_turns_is_called_firm(make: Make) -> None:
    text = BRIDGE.replace("sure: 0.7", "sure: 1").replace(
        "b: {statements: [b.guard iff a.open]}",
        "b: {statements: [b.guard iff a.open, {want: a.open, sure: 0.5}]}",
    )
    brief = make(text)
    assert brief.guesses == ()
    assert "No single guess, if wrong, would turn these answers." in brief.doubt[-1].text
    assert "No single wrong guess turns the answer" in words(brief, "sure")


@pytest.mark.parametrize(
    ("perception", "expected"),
    [
        ("{not_seen: [b.guard]}", "Alpha would tell otherwise whether Beta could guard the bridge"),
        (
            "{preferences: {b: {statements: [not b.guard]}}}",
            "As Alpha would see it, it would never serve Beta to guard the bridge",
        ),
        (
            "{preferences: {b: {statements: [b.guard]}}}",
            "Alpha would tell otherwise what Beta would like",
        ),
    ],
)
def test_who_sees_another_conflict_is_told(make: Make, perception: str, expected: str) -> None:
    text = BRIDGE.replace(
        "  preferences:\n", f"  perceptions: {{a: {perception}}}\n  preferences:\n", 1
    )
    assert expected in words(make(text), "unlock")


def test_large_conflicts_are_not_tested_in_a_brief() -> None:
    many = ", ".join(f"o{k}: Do {k}" for k in range(9))
    more = ", ".join(f"p{k}: Do {k}" for k in range(7))
    text = (
        HEAD
        + f"""
conflict:
  options: {{a: {{{many}}}, b: {{{more}}}}}
  status_quo: []
  preferences: {{a: {{statements: [a.o1]}}, b: {{statements: [b.p1]}}}}
"""
    )
    dossier = loads(text)
    model = compile_model(dossier)
    assert model.size == 1 << 16
    assert gathering.tested_readings(dossier, model) is None
    it = Outlook(dossier, model, stability(model), explain, Notebook(dossier))
    assert it.together is None
    assert it.unlocks == ()
