"""Why a state holds or not, told as text, rows and JSON; states as patterns and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from detente.conflict.folding import concept_names
from detente.conflict.model import ConflictModel
from detente.conflict.sanctions import ImprovementTold, Sanction, Verdict
from detente.conflict.telling import Teller
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

IMPROVING = ("seq", "sseq")

COLUMNS = ("state", "party", "improvement", "concept", "deterred", "sanction", "end")


class Told(Protocol):
    """What the text needs to know of an explanation."""

    @property
    def model(self) -> ConflictModel:
        """The conflict."""

    @property
    def state(self) -> int:
        """The state asked about."""

    @property
    def entries(self) -> tuple[Verdict, ...]:
        """What holds or frees each party."""


def explanation_title(told: Told) -> str:
    """Return the state as its pattern and in words."""
    teller = Teller(told.model)
    return say("explain.title", label=told.model.label(told.state), words=teller.state(told.state))


def explanation_text(told: Told) -> str:
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
    told: Told, teller: Teller, entry: Verdict, improvement: ImprovementTold
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
    told: Told, teller: Teller, entry: Verdict, sanction: Sanction, concepts: list[str]
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


def explanation_content(told: Told) -> dict[str, Any]:
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


def _sanction_content(told: Told, sanction: Sanction) -> dict[str, Any]:
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


def explanation_rows(told: Told) -> Iterator[Row]:
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
