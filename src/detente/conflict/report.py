"""Stability and its reasons told as text, rows and JSON; states as patterns and in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.conflict.telling import Teller
from detente.words import say
from detente.words.naming import capital

if TYPE_CHECKING:
    from detente.conflict.explain import Explanation, ImprovementTold, Sanction, Verdict
    from detente.conflict.stability import StabilityResult
    from detente.results.tables import Row

SHOWN = 12
"""States that hold which a terminal shows before the rest is only counted."""

WIDTH = 100
"""Letters in a line of text."""

IMPROVING = ("seq", "sseq")


def fold(lines: list[str]) -> str:
    """Return `lines` as text, long ones broken between words and indented under their start.

    >>> print(fold(["  " + "word " * 22]), end="")
      word word word word word word word word word word word word word word word word word word word
        word word word
    """
    folded = []
    for line in lines:
        indent = len(line) - len(line.lstrip()) + 2
        folded += textwrap.wrap(
            line,
            WIDTH,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        ) or [""]
    return "\n".join(folded) + "\n"


def concept_names(concepts: list[str] | tuple[str, ...]) -> str:
    """Return the names of `concepts` in a sentence."""
    return say("words.and", items=[say(f"conflict.concept.{c}") for c in concepts])


def stability_text(result: StabilityResult) -> str:
    """Return counts, today's state and the states that hold, for a terminal."""
    teller = Teller(result.model)
    lines = [result.title(), "", *_today(result, teller), "", say("stability.how_many")]
    for concept in ("nash", "gmr", "smr", "seq", "sseq", "sim"):
        known = concept in result.concepts
        count = f"{len(result.states(concept)):,}" if known else say("stability.not_computed")
        name, meaning = say(f"conflict.concept.{concept}"), say(f"conflict.meaning.{concept}")
        lines.append(f"  {name:<5}{count:>12}  {meaning}")
    lines += ["", *_holding(result, teller)]
    return fold(lines)


def _today(result: StabilityResult, teller: Teller) -> list[str]:
    model = result.model
    today = model.status_quo
    if today is None:
        return [say("stability.today_unknown")]
    lines = [say("stability.today", label=model.label(today), words=teller.state(today))]
    everyone = [c for c in result.concepts if today in result.states(c)]
    lines.append(
        "  " + say("stability.today_holds", concepts=concept_names(everyone))
        if everyone
        else "  " + say("stability.today_open")
    )
    for party in range(len(model.parties)):
        held = [c for c in result.concepts if result.stable_for(today, party, c)]
        code = "stability.party_holds" if held else "stability.party_open"
        who = capital(teller.party(party))
        lines.append("  " + say(code, who=who, concepts=concept_names(held)))
    return lines


def _holding(result: StabilityResult, teller: Teller) -> list[str]:
    """Return the states that hold under some concept, those under the most concepts first."""
    model = result.model
    weight = np.unpackbits(result.equilibrium[:, None], axis=1).sum(axis=1)
    holding = np.flatnonzero(weight)
    holding = holding[np.argsort(-weight[holding].astype(np.int16), kind="stable")]
    if not len(holding):
        return [say("stability.none")]
    names = [f"{say(f'conflict.concept.{c}'):<5}" for c in result.concepts]
    width = max(len(model.options), 5)
    lines = [f"  {'State':<{width}}  " + "".join(names)]
    for state in holding[:SHOWN].tolist():
        marks = "".join(
            f"{'yes' if int(result.equilibrium[state]) >> k & 1 else '.':<5}"
            for k in range(len(result.concepts))
        )
        lines += [
            f"  {model.label(state):<{width}}  {marks}".rstrip(),
            f"    {teller.state(state)}",
        ]
    if len(holding) > SHOWN:
        lines.append("  " + say("stability.more", n=f"{len(holding) - SHOWN:,}"))
    return lines


def explanation_title(told: Explanation) -> str:
    """Return the state as its pattern and in words."""
    teller = Teller(told.model)
    return say("explain.title", label=told.model.label(told.state), words=teller.state(told.state))


def explanation_text(told: Explanation) -> str:
    """Return, for each party, its improvements and what deters them, move by move."""
    teller = Teller(told.model)
    lines = [explanation_title(told)]
    for entry in told.entries:
        who = capital(teller.party(entry.party))
        if not entry.improvements:
            lines += ["", say("explain.free", who=who)]
            continue
        held = [concept for concept, stable in entry.stable.items() if stable]
        code = "explain.party" if held else "explain.party_none"
        lines += ["", say(code, who=who, stable=concept_names(held))]
        for improvement in entry.improvements:
            lines += _improvement(told, teller, entry, improvement)
    return fold(lines)


def _improvement(
    told: Explanation, teller: Teller, entry: Verdict, improvement: ImprovementTold
) -> list[str]:
    model = told.model
    lines = [
        "  "
        + say(
            "explain.improvement",
            change=teller.change(told.state, improvement.to, entry.party),
            label=model.label(improvement.to),
            words=teller.inside(improvement.to),
        )
    ]
    if "gmr" in improvement.deterred_by and not any(improvement.deterred_by.values()):
        return [*lines, "    " + say("explain.unpunished")]
    alike: dict[Sanction | None, list[str]] = {}
    for concept, sanction in improvement.deterred_by.items():
        alike.setdefault(sanction, []).append(concept)
    for sanction, concepts in alike.items():
        name = concept_names(concepts)
        if sanction is None:
            lines.append("    " + say("explain.no_sanction", concept=name))
            continue
        lines.append("    " + say("explain.deterred", concept=name))
        lines += ["      " + line for line in _sanction(told, teller, entry, sanction, concepts)]
    return lines


def _sanction(
    told: Explanation, teller: Teller, entry: Verdict, sanction: Sanction, concepts: list[str]
) -> list[str]:
    model = told.model
    joint = "sim" in concepts and all(step.from_ == told.state for step in sanction.steps)
    improving = all(concept in IMPROVING for concept in concepts)
    lines = []
    for step in sanction.steps:
        code = "step_joint" if joint else "step_improving" if improving else "step"
        lines.append(
            say(
                f"explain.{code}",
                who=capital(teller.party(step.party)),
                change=teller.change(step.from_, step.to, step.party),
                label=model.label(step.to),
            )
        )
    who = teller.party(entry.party)
    lines.append(
        say(
            "explain.end",
            who=who,
            label=model.label(sanction.end),
            words=teller.inside(sanction.end),
        )
    )
    if sanction.best_reply is not None:
        code = "reply_none" if sanction.best_reply == sanction.end else "reply"
        lines.append(say(f"explain.{code}", who=who, label=model.label(sanction.best_reply)))
    return lines


def explanation_content(told: Explanation) -> dict[str, Any]:
    """Return the explanation as a JSON object."""
    model, teller = told.model, Teller(told.model)
    return {
        "state": model.label(told.state),
        "meaning": teller.state(told.state),
        "parties": [
            {
                "party": model.parties[entry.party],
                "stable": dict(entry.stable),
                "improvements": [
                    {
                        "to": model.label(improvement.to),
                        "meaning": teller.state(improvement.to),
                        "deterred_by": {
                            concept: None if sanction is None else _sanction_content(told, sanction)
                            for concept, sanction in improvement.deterred_by.items()
                        },
                    }
                    for improvement in entry.improvements
                ],
            }
            for entry in told.entries
        ],
    }


def _sanction_content(told: Explanation, sanction: Sanction) -> dict[str, Any]:
    model = told.model
    content: dict[str, Any] = {
        "steps": [
            {
                "by": model.parties[step.party],
                "from": model.label(step.from_),
                "to": model.label(step.to),
            }
            for step in sanction.steps
        ],
        "end": model.label(sanction.end),
    }
    if sanction.best_reply is not None:
        content["best_reply"] = model.label(sanction.best_reply)
    return content


EXPLANATION_COLUMNS = (
    "state",
    "party",
    "improvement",
    "concept",
    "deterred",
    "sanction",
    "end",
)


def explanation_rows(told: Explanation) -> Iterator[Row]:
    """Yield a row for each party, improvement and concept."""
    model = told.model
    for entry in told.entries:
        for improvement in entry.improvements:
            for concept, sanction in improvement.deterred_by.items():
                steps = () if sanction is None else sanction.steps
                yield {
                    "state": model.label(told.state),
                    "party": model.parties[entry.party],
                    "improvement": model.label(improvement.to),
                    "concept": concept,
                    "deterred": sanction is not None,
                    "sanction": " ".join(
                        f"{model.parties[step.party]}:{model.label(step.to)}" for step in steps
                    ),
                    "end": "" if sanction is None else model.label(sanction.end),
                }
