"""The guesses that a brief's conclusions stand on: those that, if wrong, would turn one of them.

Two ways lead to them. The tested readings name the smallest sets of guesses that turn a verdict.
And for every unsure statement the steps that wait for one another are looked for again without
it: where fewer are found, the deadlock of the first finding stands on that statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.brief.compact import does
from detente.brief.deciding import statements
from detente.brief.doubt import unsure
from detente.brief.goals import goal_in_reach
from detente.brief.situation import Situation
from detente.brief.waiting import find_deadlock
from detente.conflict.preferences import rank_by_statements
from detente.dossier.reasons import Evidence
from detente.ensemble.phrases import become
from detente.words import say

if TYPE_CHECKING:
    from detente.dossier.standoff import Clause
    from detente.ensemble import EnsembleResult
    from detente.ensemble.guesses import Guess


@dataclass(slots=True)
class Pillar:
    """A guess, and what would be otherwise if it were wrong.

    Parameters
    ----------
    line : int
        Its line in the dossier.
    words : str
        The guess as a clause, without a capital and a full stop.
    sure : float or None
        The analyst's confidence; `None` where it is an order, a reading or a range.
    instead : str
        What it would be instead, in words; empty where the statement would only be absent.
    states : list of int
        The states whose holding turns, today's or the goal in reach.
    circle : bool
        Whether the steps that wait for one another would no longer close a circle.
    waits : bool
        Whether it is that a party takes its step once the steps it waits for were taken.
    """

    line: int
    words: str
    sure: float | None
    evidence: tuple[Evidence, ...]
    instead: str = ""
    states: list[int] = field(default_factory=list)
    circle: bool = False
    waits: bool = False

    @property
    def weight(self) -> tuple[int, float, int]:
        """What orders pillars: those that turn more first, then the less sure."""
        turned = len(self.states) + self.circle
        return -turned, 1.0 if self.sure is None else self.sure, self.line


def conclusions(it: Situation) -> tuple[int, ...]:
    """Return the states whose holding the findings are about: today's, and the goal in reach."""
    found = (it.today, goal_in_reach(it))
    return tuple(dict.fromkeys(state for state in found if state is not None))


def find_pillars(it: Situation, tested: EnsembleResult | None) -> tuple[Pillar, ...]:
    """Return the single guesses that the conclusions stand on, the weightiest first."""
    found: dict[int, Pillar] = {}
    for state, guess, value in _turning(it, tested):
        pillar = found.get(guess.line)
        if pillar is None:
            instead = "" if guess.kind == "presence" else become(guess, value)
            pillar = Pillar(guess.line, guess.words, guess.sure, guess.evidence, instead)
            found[guess.line] = pillar
        if state not in pillar.states:
            pillar.states.append(state)
    for party, clause in unsure(it):
        line = clause.place.line
        breaks = _breaks_circle(it, party, clause)
        if not breaks and line not in found:
            continue
        reason = clause.reason
        pillar = found.setdefault(line, Pillar(line, "", reason.sure, reason.evidence))
        pillar.circle, (pillar.words, pillar.waits) = breaks, _words(it, party, clause)
    return tuple(sorted(found.values(), key=lambda one: one.weight))


def _words(it: Situation, party: int, clause: Clause) -> tuple[str, bool]:
    """Return a statement as a clause, and whether it is told as a step that waits for others."""
    who = it.who(party)
    for one in it.deadlock.circle:
        if one.party == party and clause in it.grounds(one):
            return say("brief.pillar.step", who=who, step=does(it, one.step)), True
    wish = it.tell.wish(clause.expression, party)
    return say("brief.pillar.wish", who=who, wish=wish), False


def _turning(it: Situation, tested: EnsembleResult | None) -> Iterator[tuple[int, Guess, int]]:
    """Yield each conclusion with each single guess, and its value, that turns it."""
    if tested is None:
        return
    asked = {it.model.label(state): state for state in conclusions(it)}
    for turning in tested.search.turnings:
        headline = tested.headlines[turning.headline]
        if headline.kind == "holds" and headline.state in asked:
            for changes in turning.sets:
                if len(changes) == 1:
                    guess = tested.guesses[changes[0].guess]
                    yield asked[headline.state], guess, changes[0].value


def _breaks_circle(it: Situation, party: int, clause: Clause) -> bool:
    """Return whether fewer steps would wait for one another without a statement."""
    steps = {one.step for one in it.deadlock.circle}
    if not steps:
        return False
    place = {option: k for k, option in enumerate(it.model.options)}
    kept = [one for one in statements(it.standoff, it.model.parties[party]) if one != clause]
    ranks = it.model.ranks.copy()
    ranks[party] = rank_by_statements(kept, it.model.states, place)
    without = find_deadlock(replace(it.model, ranks=ranks))
    return not steps <= {one.step for one in without.circle}
