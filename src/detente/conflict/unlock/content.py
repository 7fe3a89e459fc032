"""The answer of an inverse analysis as JSON and as rows; states as patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.conflict.unlock.conditions import Answer, Comparison, Requirement
from detente.conflict.unlock.edits import Edit
from detente.conflict.unlock.measures import Measure
from detente.conflict.unlock.order import Change, Unlock
from detente.conflict.unlock.told import (
    change_words,
    edit_words,
    measure_words,
    requirement_words,
)
from detente.results.tables import Row

BRINGS = {"taken": "guarantor", "dropped": "guarantor", "ban": "mediator", "penalty": "third party"}
"""Who has to bring each measure."""


class ProofTold(Protocol):
    """What is told of how far a search got."""

    @property
    def concept(self) -> str:
        """The concept."""

    @property
    def cost(self) -> int | None:
        """The least cost found."""

    @property
    def proved(self) -> int:
        """No change that costs less does."""

    @property
    def total(self) -> int:
        """How many changes of that cost there are."""

    @property
    def listed(self) -> int:
        """How many are listed."""

    @property
    def complete(self) -> bool:
        """Whether all were looked at."""

    @property
    def minimal(self) -> bool:
        """Whether they are proved to be the smallest."""


class UnlockTold(Protocol):
    """What the forms of the answer need to know of it."""

    @property
    def model(self) -> ConflictModel:
        """The conflict."""

    @property
    def target(self) -> int:
        """The state that is to hold."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts."""

    @property
    def also_unstable(self) -> tuple[int, ...]:
        """The states that are not to hold."""

    @property
    def holds(self) -> Mapping[str, bool]:
        """Whether it holds today."""

    @property
    def conditions(self) -> tuple[Requirement, ...]:
        """What has to be so."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The smallest changes of mind."""

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that do."""

    @property
    def ranked(self) -> tuple[Unlock, ...]:
        """Both in order."""

    @property
    def proofs(self) -> tuple[ProofTold, ...]:
        """How far each search got."""


def unlock_content(told: UnlockTold) -> dict[str, Any]:
    """Return the answer as a JSON object."""
    model, teller = told.model, Teller(told.model)
    return {
        "state": model.label(told.target),
        "meaning": teller.state(told.target),
        "concepts": list(told.concepts),
        "also_unstable": [model.label(state) for state in told.also_unstable],
        "holds": dict(told.holds),
        "proof": [
            {
                "concept": proof.concept,
                "cost": proof.cost,
                "minimal": proof.minimal,
                "none_below": proof.proved,
                "total": proof.total,
                "listed": proof.listed,
                "complete": proof.complete,
            }
            for proof in told.proofs
        ],
        "ranked": [{"kind": one.kind, "number": one.number} for one in told.ranked],
        "changes": [_change(teller, change) for change in told.changes],
        "measures": [
            {
                "concept": measure.concept,
                "kind": measure.kind,
                "party": model.parties[measure.party],
                "option": model.options[measure.option],
                "brought_by": BRINGS[measure.kind],
                "today_holds": measure.today,
                "words": measure_words(teller, measure),
            }
            for measure in told.measures
        ],
        "conditions": [_requirement(teller, need, told.target) for need in told.conditions],
    }


def _change(teller: Teller, change: Change) -> dict[str, Any]:
    return {
        "concept": change.concept,
        "cost": change.cost,
        "parties": [teller.model.parties[party] for party in change.parties],
        "edits": [_edit(teller, edit) for edit in change.edits],
        "words": change_words(teller, change),
    }


def _edit(teller: Teller, edit: Edit) -> dict[str, Any]:
    model = teller.model
    told: dict[str, Any] = {"party": model.parties[edit.party], "kind": edit.kind}
    if edit.pair is not None:
        one, other = edit.pair
        told |= {"state": model.label(one), "side": edit.side, "other": model.label(other)}
    else:
        told |= {
            "before": None if edit.kind == "add" else edit.text,
            "after": None if edit.kind == "remove" else edit.text,
            "statement": None if edit.statement is None else edit.statement + 1,
            "place": None if edit.place is None else edit.place + 1,
            "side": edit.side,
            "beside": edit.beside or None,
        }
    return told | {"line": edit.line or None, "words": edit_words(teller, edit)}


def _requirement(teller: Teller, need: Requirement, target: int) -> dict[str, Any]:
    model = teller.model
    where = need.where
    return {
        "concept": need.concept,
        "party": model.parties[need.party],
        "move": model.label(need.move),
        "met": need.met,
        "stays": _comparison(model, need.stays),
        "answers": [_answer(model, answer) for answer in need.answers],
        "ends": need.ends,
        "deterring": need.deterring,
        "where": None if where is None else [group.pattern for group in where.groups],
        "not_under_where": None if where is None else len(where.left),
        "words": requirement_words(teller, need, target),
    }


def _answer(model: ConflictModel, answer: Answer) -> dict[str, Any]:
    return {
        "steps": [
            {
                "by": model.parties[step.party],
                "from": model.label(step.from_),
                "to": model.label(step.to),
            }
            for step in answer.steps
        ],
        "needs": [_comparison(model, need) for need in answer.needs],
    }


def _comparison(model: ConflictModel, one: Comparison) -> dict[str, Any]:
    return {
        "party": model.parties[one.party],
        "state": model.label(one.state),
        "is": "better" if one.strict else "at least as good",
        "than": model.label(one.other),
        "met": one.met,
    }


def unlock_rows(told: UnlockTold) -> Iterator[Row]:
    """Yield a row for each change and measure, those that ask least first."""
    model, teller = told.model, Teller(told.model)
    for one in told.ranked:
        if one.kind == "change":
            change = told.changes[one.number]
            row: dict[str, object] = {
                "concept": change.concept,
                "kind": "change",
                "cost": change.cost,
                "parties": " ".join(model.parties[party] for party in change.parties),
                "words": change_words(teller, change),
                "today_holds": "",
            }
        else:
            measure = told.measures[one.number]
            row = {
                "concept": measure.concept,
                "kind": measure.kind,
                "cost": 1,
                "parties": model.parties[measure.party],
                "words": measure_words(teller, measure),
                "today_holds": "" if measure.today is None else measure.today,
            }
        yield {"state": model.label(told.target), **row}
