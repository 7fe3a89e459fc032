"""What all parts of a brief look at: the conflict, its stability, and today's place in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from detente.brief.deciding import deciding, holds_in, statements
from detente.brief.listing import Listing, list_outcomes
from detente.brief.notes import Notebook
from detente.brief.standing import Answer, Gain, Reliance, Standing, Strength, Unmet, Why
from detente.brief.waiting import Deadlock, Waiting, find_deadlock
from detente.brief.ways import Way, nearest_ways
from detente.conflict import CONCEPTS, moves, reachable
from detente.conflict.model import ConflictModel
from detente.conflict.states import options_in
from detente.conflict.telling import Teller
from detente.dossier import Dossier
from detente.dossier.standoff import Clause, Standoff
from detente.words.naming import clean, the

HOLDS = "seq"
"""The concept meant where the brief says that an outcome holds."""

_MOST_WAYS, _MOST_STAGES = 3, 5


@dataclass(frozen=True, eq=False)
class Situation:
    """One dossier, solved, with what the parts of a brief ask of it worked out once."""

    dossier: Dossier
    model: ConflictModel
    result: Any
    explain: Callable[..., Any]
    notebook: Notebook

    @cached_property
    def tell(self) -> Teller:
        """Tells the states and wishes of this conflict."""
        return Teller(self.model, stops=True)

    @cached_property
    def standoff(self) -> Standoff:
        """The section ``conflict``."""
        return self.dossier.require_standoff()

    @property
    def today(self) -> int | None:
        """Today's state, if known."""
        return self.model.status_quo

    @property
    def parties(self) -> range:
        """The players by index."""
        return range(len(self.model.parties))

    def who(self, party: int) -> str:
        """Return a player's name as it stands inside a sentence."""
        return self.tell.party(party)

    def named(self, party_id: str) -> str:
        """Return the name behind a party's id, or the words themselves (a person's name)."""
        party = self.dossier.parties.get(party_id)
        return the(party.name if party is not None else party_id)

    def reporter(self, by_way_of: str) -> str:
        """Return who reports something: a party's name, or the analyst's words as they are."""
        return self.named(by_way_of) if by_way_of in self.dossier.parties else clean(by_way_of)

    def state_of(self, label: str) -> int:
        """Return the state with a label."""
        return self._labels[label]

    @cached_property
    def _labels(self) -> dict[str, int]:
        return {label: state for state, label in enumerate(self.model.labels())}

    @cached_property
    def holding(self) -> NDArray[np.int32]:
        """The states that hold, rising."""
        bit = 1 << CONCEPTS.index(HOLDS)
        return np.flatnonzero(self.result.equilibrium & bit).astype(np.int32)

    def holds(self, state: int) -> bool:
        """Return whether `state` holds."""
        return bool(self.result.equilibrium[state] >> CONCEPTS.index(HOLDS) & 1)

    @cached_property
    def by_improvements(self) -> NDArray[np.bool_]:
        """Shape (m,): reached from today by steps that each suit the party taking them."""
        return self._reached("improvements")

    @cached_property
    def by_moves(self) -> NDArray[np.bool_]:
        """Shape (m,): reached from today by any moves."""
        return self._reached("moves")

    def _reached(self, by: Literal["moves", "improvements"]) -> NDArray[np.bool_]:
        if self.today is None:
            return np.zeros(self.model.size, dtype=bool)
        return reachable(self.model, self.today, by)

    @cached_property
    def common_gains(self) -> NDArray[np.int32]:
        """The states that hold and that every party prefers to today."""
        if self.today is None:
            return np.zeros(0, dtype=np.int32)
        everyone = len(self.parties)
        chosen: NDArray[np.int32] = self.holding[self._better_for() == everyone]
        return chosen

    @cached_property
    def mostly_better(self) -> NDArray[np.int32]:
        """The states that hold and that more than half of the parties prefer to today."""
        if self.today is None:
            return np.zeros(0, dtype=np.int32)
        chosen: NDArray[np.int32] = self.holding[2 * self._better_for() > len(self.parties)]
        return chosen

    def _better_for(self) -> NDArray[np.int64]:
        """Count, for each state that holds, the parties that prefer it to today."""
        ranks = self.model.ranks
        better = ranks[:, self.holding] > ranks[:, [self.today or 0]]
        count: NDArray[np.int64] = np.add.reduce(better, axis=0, dtype=np.int64)
        return count

    def strength(self, state: int, party: int) -> Strength:
        """Return the strongest reason the party has to stay in `state`."""
        bits = int(self.result.verdicts[party, state])
        has = {name: bool(bits >> k & 1) for k, name in enumerate(CONCEPTS)}
        if has["nash"]:
            return "nothing"
        if has["sseq"]:
            return "firm"
        if has["seq"]:
            return "held"
        return "thin" if has["gmr"] else "open"

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each party stands today, in the order of the options; empty if today is unknown."""
        if self.today is None:
            return ()
        told = self.explain(self.model, self.today, concepts=(HOLDS,), result=self.result)
        answers = {
            (self._index(entry.party), int(one.to)): self._answers(one.deterred_by)
            for entry in told.entries
            for one in entry.improvements
        }
        # an answer at a cost matters only where no welcome one holds the party back
        free = sorted({party for (party, _), found in answers.items() if found[HOLDS] is None})
        costly = (
            self.explain(self.model, self.today, free, ("gmr",), self.result).entries
            if free
            else ()
        )
        for entry in costly:
            for one in entry.improvements:
                found = answers[self._index(entry.party), int(one.to)]
                found.update(self._answers(one.deterred_by))
        standings = []
        for party in self.parties:
            gains = [Gain(to, found) for (mover, to), found in answers.items() if mover == party]
            gains.sort(key=lambda gain: (-int(self.model.ranks[party, gain.to]), gain.to))
            standings.append(Standing(party, tuple(gains), self.strength(self.today, party)))
        return tuple(standings)

    def _answers(self, deterred_by: Any) -> dict[str, Answer | None]:
        answers: dict[str, Answer | None] = {}
        for concept, sanction in dict(deterred_by).items():
            if sanction is None or not sanction.steps:
                answers[concept] = None
                continue
            answers[concept] = Answer(
                tuple((self._index(s.party), int(s.from_), int(s.to)) for s in sanction.steps)
            )
        return answers

    def _index(self, party: Any) -> int:
        return self.model.parties.index(party) if isinstance(party, str) else int(party)

    @cached_property
    def keepers(self) -> dict[int, tuple[int, ...]]:
        """Parties whose answers hold others back today, each with those it holds back."""
        found: dict[int, dict[int, None]] = {}
        for standing in self.standings:
            for gain in standing.gains:
                answer = gain.answers.get(HOLDS)
                for mover, _, _ in answer.steps if answer is not None else ():
                    found.setdefault(mover, {})[standing.party] = None
        order = sorted(found, key=lambda party: (-len(found[party]), party))
        return {party: tuple(found[party]) for party in order}

    @property
    def movers(self) -> tuple[Standing, ...]:
        """The parties that today's state does not hold, if any."""
        return tuple(one for one in self.standings if one.strength in ("thin", "open"))

    @cached_property
    def reliances(self) -> tuple[Reliance, ...]:
        """The statements that the verdicts about today rest on, each once for its first use."""
        if self.today is None:
            return ()
        found: dict[tuple[int, int], Reliance] = {}

        def rest(party: int, one: int, others: list[int], why: Why, about: int) -> None:
            clauses = statements(self.standoff, self.model.parties[party])
            for k in deciding(clauses, self.model, one, others):
                found.setdefault((party, k), Reliance(party, clauses[k], why, about))

        for standing in self.standings:
            me = standing.party
            for gain in standing.gains:
                rest(me, self.today, [gain.to], "gain", me)
                answer = gain.answers.get(HOLDS)
                if answer is None:
                    continue
                rest(me, self.today, [answer.end], "held", me)
                for mover, before, after in answer.steps:
                    rest(mover, before, [after], "answer", me)
            rest(me, self.today, moves(self.model, self.today, me).tolist(), "nothing", me)
        for way in self.ways[:1]:
            for step in way.steps:
                if step.fit == "suits":
                    rest(step.party, step.before, [step.after], "way", step.party)
        for one in self.deadlock.circle:
            rest(one.party, one.then[0], [one.then[1]], "wait", one.party)
        return tuple(found.values())

    @cached_property
    def listing(self) -> Listing:
        """The outcomes that hold, numbered."""
        return list_outcomes(self)

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The nearest ways from today to outcomes that hold and that most parties would prefer."""
        preferred = set(self.mostly_better.tolist())
        goals = [preferred & set(entry.states.tolist()) for entry in self.listing.entries]
        found = nearest_ways(self, goals, _MOST_WAYS)
        return tuple(way for way in found if len(way.steps) <= _MOST_STAGES)

    @cached_property
    def deadlock(self) -> Deadlock:
        """Who waits for whom."""
        return find_deadlock(self.model)

    @property
    def waits(self) -> tuple[Waiting, ...]:
        """Every step that waits for others."""
        return (*self.deadlock.circle, *self.deadlock.blocked, *self.deadlock.single)

    def grounds(self, one: Waiting) -> tuple[Clause, ...]:
        """Return the statements that decide against a waiting step today, and for it then."""
        clauses = statements(self.standoff, self.model.parties[one.party])
        found: dict[int, None] = {}
        for before, after in (one.now, one.then):
            if before != after:
                found.update(dict.fromkeys(deciding(clauses, self.model, before, [after])))
        return tuple(clauses[k] for k in found)

    @cached_property
    def unmet(self) -> tuple[Unmet, ...]:
        """The first wish of each party that is not met today, where it has one."""
        if self.today is None:
            return ()
        place = {option: k for k, option in enumerate(self.model.options)}
        found = []
        for party in self.parties:
            for clause in statements(self.standoff, self.model.parties[party]):
                if not holds_in(clause, self.model, self.today):
                    named = options_in(clause.expression, self.model.options)
                    owners = {int(self.model.owner[place[option]]) for option in named}
                    found.append(Unmet(party, clause, tuple(sorted(owners - {party}))))
                    break
        return tuple(found)
