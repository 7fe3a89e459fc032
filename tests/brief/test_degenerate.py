"""A brief can be made of any dossier with a conflict, however little or much it says."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from detente.brief import Brief, compose, render
from detente.brief.content import Items, Picture, Table
from detente.conflict import compile_model, stability
from detente.dossier import loads
from tests.brief.samples import DILEMMA, Make, told
from tests.brief.test_written import check_inert

SLIP = r"\bNone\b(?! of| would)|[{}]|\.\.| [.,;:]|  |\(\)|\bnan\b|:\.|^[.,;]"
ARABIC = "مجلس الأمن"
LONG = "A party whose name goes on and on " * 6

CASES = {
    "one party, no today": """
        parties: {a: {name: Alone}}
        conflict:
          options: {a: {x: Do x}}
          preferences: {a: {statements: [a.x]}}
    """,
    "one state": """
        parties: {a: {name: Alone}}
        conflict:
          options: {a: {x: Do x}}
          infeasible: [a.x]
          status_quo: []
          preferences: {a: {statements: [a.x]}}
    """,
    "weights and an indifferent party": """
        parties: {a: {name: Alpha}, b: {name: Beta}}
        conflict:
          options: {a: {x: Do x}, b: {y: Do y}}
          status_quo: [b.y]
          preferences:
            a: {weights: {"a.x and b.y": 2, "not b.y": [0.5, 1]}}
            b: {indifferent: true}
    """,
    "every operator": """
        parties: {a: {name: Alpha}, b: {name: Beta}}
        conflict:
          options: {a: {x: Do x, w: Do w}, b: {y: Do y, z: Do z}}
          status_quo: []
          preferences:
            a:
              statements:
                - at most one of (a.x, b.y, b.z)
                - not (exactly one of (a.x, b.y))
                - not (a.x iff b.y)
                - not (a.x if b.y)
                - not (a.x or not b.y)
                - at least one of (a.x, b.y)
                - "Y--N"
                - (a.x iff b.z) or (b.y and a.w)
            b: {statements: [{one_of: [b.y, not b.z], because: Both are heard}]}
    """,
    "merged states": """
        parties: {a: {name: Alpha}, b: {name: Beta}}
        conflict:
          options: {a: {x: Do x, z: Do z}, b: {y: Do y}}
          status_quo: [a.x]
          same: [a.x]
          preferences: {a: {statements: [b.y, a.z]}, b: {statements: [not a.x]}}
    """,
    "right to left": f"""
        parties: {{a: {{name: {ARABIC}}}, b: {{name: {LONG.strip()}}}}}
        conflict:
          options: {{a: {{x: قبول البند 5}}, b: {{y: {LONG.strip()}}}}}
          status_quo: []
          preferences: {{a: {{ranking: [YN, NN, YY, NY]}}, b: {{ranking: [NY, NN, YY, YN]}}}}
    """,
    "hundreds hold": f"""
        parties: {{a: {{name: Alpha}}, b: {{name: Beta}}}}
        conflict:
          options:
            a: {{{", ".join(f"o{k}: Do {k}" for k in range(5))}}}
            b: {{{", ".join(f"p{k}: Sign {k}" for k in range(5))}}}
          status_quo: [a.o0]
          preferences: {{a: {{statements: [a.o0 iff b.p0]}}, b: {{statements: [b.p1 or a.o1]}}}}
    """,
    "a circle": """
        parties: {a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}}
        conflict:
          options: {a: {x: Do x}, b: {y: Do y}, c: {z: Do z}}
          infeasible: ["YY-", "-YY", "Y-Y"]
          status_quo: []
          one_way: {a.x: dropped}
          preferences:
            a: {ranking: [NYN, NNN, NNY, YNN]}
            b: {ranking: [YNN, NYN, NNN, NNY]}
            c: {ranking: [NNY, YNN, NYN, NNN]}
    """,
    "many gains": """
        parties: {a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}}
        conflict:
          options:
            a: {o: Do o, p: Do p, q: Do q, r: Do r}
            b: {s: Do s, t: Do t}
            c: {u: Do u}
          status_quo: []
          preferences:
            a: {statements: [not b.s, a.o, a.p, a.q]}
            b: {statements: [b.s if a.r, not b.t, not a.o]}
            c: {statements: [a.o iff c.u, b.t, not b.s]}
    """,
    "a costly answer": """
        parties: {a: {name: Alpha}, b: {name: Beta}}
        conflict:
          options: {a: {x: Do x}, b: {y: Do y}}
          status_quo: []
          preferences: {a: {ranking: [YN, NN, NY, YY]}, b: {ranking: [YN, NN, NY, YY]}}
    """,
    "a thin record": """
        parties: {a: {name: Alpha}}
        conflict:
          options: {a: {x: Do x}}
          status_quo: []
          preferences: {a: {statements: [not a.x]}}
        record:
          people: [{name: Someone}]
          talks: [{outcome: Silence}, {status: cancelled, date: 2015}, {people: Someone}]
          truces: [{terms: Silence}, {declared: 2014-05-01, ended: 2014-05-01}]
          statements: [{by: Someone}, {by: [a, Someone], to: [a, Someone], about: x, draft: true}]
          positions: [{party: a}, {party: a, unless: it rains}]
          events: [{what: Rain}]
          support: [{by: a}]
          figures: [{what: Homes, high: 10}, {what: Wells, best: 1.5}]
    """,
}


def text_of(case: str) -> str:
    lines = CASES[case].strip("\n").splitlines()
    return "\n".join(["detente: 1", f"title: {case}", *(line[8:] for line in lines)]) + "\n"


def block(brief: Brief, kind: type) -> list:
    parts = (*brief.sections, *brief.annexes)
    return [b for part in parts for b in part.blocks if isinstance(b, kind)]


@pytest.mark.parametrize("case", CASES)
def test_it_is_made_in_every_format(make: Make, case: str) -> None:
    brief = make(text_of(case))
    assert len(brief.findings) == 3
    assert all(finding.text for finding in brief.findings)
    check_inert(render(brief, "html"))
    assert render(brief, "md").startswith(f"# {case}\n")
    said = told(brief)
    slip = re.search(
        r"\bNone\b(?! of| would)|[{}]|\.\.| [.,;:]|  |\(\)|\bnan\b|:\.|^[.,;]", said, re.M
    )
    assert slip is None, said[slip.start() - 60 : slip.end() + 60]


def test_without_a_status_quo_it_says_so_and_asks_for_it(make: Make) -> None:
    brief = make(text_of("one party, no today"))
    assert "does not say which options are taken today" in brief.findings[0].text
    assert (
        brief.questions[0].ask.text == "Which of the options in the dossier are being taken today?"
    )
    picture = block(brief, Picture)[0]
    assert [root.edge for root in picture.roots] == ["island"]


@pytest.mark.parametrize("today", ["status_quo: []", ""])
def test_where_nothing_holds_it_says_so(today: str) -> None:
    dossier = loads(DILEMMA.replace("status_quo: []", today))
    model = compile_model(dossier)
    result = stability(model)
    nothing = replace(
        result,
        verdicts=np.zeros_like(result.verdicts),
        equilibrium=np.zeros_like(result.equilibrium),
    )
    brief = compose(dossier, model, nothing)
    assert brief.findings[1].text.startswith("Of 4 outcomes none would hold")
    said = told(brief)
    assert "Of 4 outcomes none holds in this sense." in said
    assert any(part.id == "annex-picture" for part in brief.annexes) == bool(today)
    check_inert(render(brief, "html"))


def test_hundreds_are_told_as_few_patterns_that_cover_exactly_those(make: Make) -> None:
    brief = make(text_of("hundreds hold"))
    table = block(brief, Table)[-1]
    patterns = [row.head.pattern for row in table.rows[1:]]
    assert 2 <= len(patterns) <= 6
    covered = {
        bits
        for bits in range(1024)
        for pattern in patterns
        if all(c == "-" or (c == "Y") == bool(bits >> k & 1) for k, c in enumerate(pattern))
    }
    assert f"Of the 1,024 possible outcomes, {len(covered)} would hold" in brief.findings[1].text
    listed = block(brief, Items)
    assert any(f"`{p}`" in render(brief, "md") for p in patterns)
    assert listed


def test_an_answer_that_would_hurt_who_gives_it_is_told_as_such(make: Make) -> None:
    said = told(make(text_of("a costly answer")))
    assert "No answer that would suit the others would take this gain away from Alpha." in said
    assert (
        "Only an answer that would cost somebody who gives it could: Beta would choose to do y."
    ) in said
    assert "held back only by answers that would hurt those who give them" in said


def test_gains_beyond_the_first_are_counted(make: Make) -> None:
    brief = make(text_of("many gains"))
    said = told(brief)
    assert re.search(r"There are \d+ further steps|The same holds for", said)
    assert "Improvements out of today's situation not drawn" in said


def test_right_to_left_names_are_set_apart_from_the_sentence(make: Make) -> None:
    brief = make(text_of("right to left"))
    assert f"\u2068{ARABIC}\u2069" in brief.findings[0].text
    said = told(brief)
    assert said.count("\u2068") == said.count("\u2069")


def test_a_thin_record_is_told_without_gaps(make: Make) -> None:
    said = told(make(text_of("a thin record")))
    assert "at most 10" in said
    assert "Without a date on record:" in said
    assert "Alpha and Someone to each other, saying: whether Alpha would do x." in said
    assert "Someone, saying something that is not on record." in said
    assert "Unless it rains." in said
    assert "draft, not yet reviewed" in said


def test_merged_states_keep_their_open_letters(make: Make) -> None:
    brief = make(text_of("merged states"))
    assert "Y--" in {row.head.pattern for table in block(brief, Table) for row in table.rows} | {
        root.pattern for picture in block(brief, Picture) for root in picture.roots
    }
    assert "treated as one, by one rule" in told(brief)


def test_no_record_at_all_is_named_as_a_gap(make: Make) -> None:
    said = told(make(DILEMMA))
    assert "The dossier records no talks and no truces." in said
    assert "That is a gap in the dossier" in said
