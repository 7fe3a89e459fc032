"""What a verification found: how much was derived again, and every disagreement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from detente.words import say

TOLD = 1_000
"""Disagreements told; all are counted."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something the answer says and the literal definitions do not, or the other way round.

    Parameters
    ----------
    state : str
        The label of the state, or the pattern; empty where none is meant.
    party : str
        The party's id; empty where none is meant.
    concept : str
        A stability concept, ``equilibrium CONCEPT``, or a property of the model such as
        ``feasible``, ``status quo``, ``options``, ``merged as -NYN`` or ``better than YNNN``.
    said, literal : bool
        What the answer says, and what was derived again.
    """

    state: str
    party: str
    concept: str
    said: bool
    literal: bool

    def to_text(self) -> str:
        """Return the disagreement as a sentence."""
        code = (
            "verify.verdict"
            if self.party
            else "verify.property"
            if self.state
            else "verify.setting"
        )
        yes, no = say("verify.yes"), say("verify.no")
        return say(
            code,
            state=self.state,
            party=self.party,
            concept=self.concept,
            said=yes if self.said else no,
            literal=yes if self.literal else no,
        )


@dataclass(frozen=True, slots=True)
class Verification:
    """What was derived again, and whether it agreed.

    Parameters
    ----------
    subject : str
        What was derived again: ``stability``, ``explanation``, ``perceptions`` and the like.
    verdicts, checked, unfinished : int
        Verdicts in the answer (parties x states x concepts; claims, in an explanation), those
        derived again to their end, and those begun and given up when their steps ran out.
    states, states_checked : int
        States of the model, and those of which every verdict was derived again.
    patterns, patterns_checked : int
        All patterns of the options, and those whose feasibility was derived again from the
        dossier; 0 checked without a dossier.
    order_checked : int
        States whose place in every party's order was derived again from the dossier.
    wrong : int
        The number of disagreements.
    disagreements : tuple of Disagreement
        The first `TOLD` of them.
    """

    subject: str
    verdicts: int
    checked: int
    unfinished: int
    states: int
    states_checked: int
    patterns: int
    patterns_checked: int
    order_checked: int
    wrong: int
    disagreements: tuple[Disagreement, ...]

    @property
    def complete(self) -> bool:
        """Whether every verdict was derived again."""
        return self.checked == self.verdicts

    @property
    def agrees(self) -> bool:
        """Whether nothing that was derived again differs from the answer."""
        return self.wrong == 0

    def to_dict(self) -> dict[str, Any]:
        """Return the verification as plain data for JSON."""
        plain: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        plain |= {"complete": self.complete, "agrees": self.agrees}
        plain["disagreements"] = [
            {name: getattr(found, name) for name in found.__slots__} for found in self.disagreements
        ]
        return plain

    def to_text(self, most: int = 20) -> str:
        """Return the verification in sentences, one a line, with at most `most` disagreements."""
        numbers = {name: getattr(self, name) for name in self.__slots__}
        extent = "whole" if self.complete else "part"
        lines = [say(f"verify.{self.subject}.{extent}", **numbers)]
        if self.unfinished:
            lines.append(say("verify.unfinished", **numbers))
        if self.patterns_checked:
            lines.append(say("verify.dossier", **numbers))
        lines.append(say("verify.agrees" if self.agrees else "verify.differs", **numbers))
        lines += [found.to_text() for found in self.disagreements[:most]]
        if self.wrong > most:
            lines.append(say("verify.more", count=self.wrong - most))
        return "\n".join(lines)


@dataclass(slots=True)
class Tally:
    """Counts what has been derived again while a check runs."""

    wrong: int = 0
    checked: int = 0
    unfinished: int = 0
    states_checked: int = 0
    patterns_checked: int = 0
    order_checked: int = 0
    found: list[Disagreement] = field(default_factory=list)

    def expect(self, state: str, party: str, concept: str, said: bool, literal: bool) -> None:
        """Record a disagreement if what was `said` is not what was derived again."""
        if said != literal:
            self.wrong += 1
            if len(self.found) < TOLD:
                self.found.append(Disagreement(state, party, concept, said, literal))

    def result(self, subject: str, verdicts: int, states: int, patterns: int) -> Verification:
        """Return the verification of an answer of that many verdicts, states and patterns."""
        return Verification(
            subject=subject,
            verdicts=verdicts,
            checked=self.checked,
            unfinished=self.unfinished,
            states=states,
            states_checked=self.states_checked,
            patterns=patterns,
            patterns_checked=self.patterns_checked,
            order_checked=self.order_checked,
            wrong=self.wrong,
            disagreements=tuple(self.found),
        )
