"""A dossier with both sections written out, and what its packages come to in the conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any

from detente.compliance.verify.at_table import Package
from detente.conflict.verify.definitions import CONCEPTS, deterred, stable
from detente.conflict.verify.game import LiteralGame, pattern_to_number
from detente.conflict.verify.minds import game_with
from detente.conflict.verify.reading import MOST_OPTIONS, Reading
from detente.dossier.expressions import (
    And,
    Count,
    Expression,
    If,
    Iff,
    Not,
    Or,
    Pattern,
    Taken,
)
from detente.dossier.standoff import Clause

ORDER = ("nash", "sseq", "seq", "smr", "gmr")


class Standing:
    """What a dossier says of its packages in the conflict.

    Parameters
    ----------
    dossier : Dossier
        With the sections ``negotiation`` and ``conflict``, and today's state.
    concepts : sequence of str
        The concepts to judge by; SIM only where no states are merged.
    game : LiteralGame, optional
        The conflict written out, where that was done before.
    """

    def __init__(
        self,
        dossier: Any,
        concepts: Sequence[str] = CONCEPTS[:-1],
        game: LiteralGame | None = None,
    ) -> None:
        self.dossier = dossier
        self.concepts = tuple(concepts)
        self.table = dossier.table
        self.reading = Reading(dossier.standoff)
        listed = len(self.reading.options) <= MOST_OPTIONS or dossier.standoff.same
        if game is None:
            game = self.reading.game_over() if listed else self.reading.game_asked()
        self.game: LiteralGame = game
        taken = dossier.standoff.status_quo.taken
        self.today = "".join("Y" if name in taken else "N" for name, _ in self.reading.options)
        members = {m.party for m in (*self.table.must_sign, *self.table.must_comply)}
        self.bound = tuple(p for p in self.game.parties if p in members)
        signing = [member.party for member in self.table.must_sign]
        self.signers = tuple(p for p in self.game.parties if p in signing)
        self._held: dict[tuple[str, str], tuple[str, ...]] = {}

    def wants(self, package: Package) -> list[Clause]:
        """Return what the package's outcomes need."""
        chosen = {f"{issue}.{name}" for issue, name in package.items()}
        return self.wants_of(chosen)

    def wants_of(self, outcomes: Iterable[str]) -> list[Clause]:
        """Return what these outcomes need, by their full ids."""
        chosen = set(outcomes)
        return [want for need in self.table.needs if need.outcome in chosen for want in need.wants]

    def free(self, wants: Iterable[Clause]) -> set[str]:
        """Return the options that a want mentions."""
        found: set[str] = set()
        for want in wants:
            found |= self._named(want.expression)
        return found

    def _named(self, expression: Expression) -> set[str]:
        match expression:
            case Taken(option):
                return {option}
            case Pattern(letters):
                options = (name for name, _ in self.reading.options)
                return {n for n, letter in zip(options, letters, strict=True) if letter != "-"}
            case Not(part):
                return self._named(part)
            case If(one, two) | Iff(one, two):
                return self._named(one) | self._named(two)
            case And(parts) | Or(parts) | Count(_, _, parts):
                return {name for part in parts for name in self._named(part)}

    def met(self, wants: Iterable[Clause], pattern: str) -> bool:
        """Tell whether every want is true in `pattern`."""
        return all(self.reading.holds(want.expression, pattern) for want in wants)

    def patterns(self, wants: list[Clause]) -> list[str]:
        """Return the feasible patterns in which the wants are met and all else is as today."""
        free = self.free(wants)
        letters = [
            "NY" if name in free else letter
            for (name, _), letter in zip(self.reading.options, self.today, strict=True)
        ]
        every = ("".join(one) for one in product(*letters))
        return [p for p in every if p in self.game.feasible and self.met(wants, p)]

    def targets(self, wants: list[Clause]) -> dict[str, str]:
        """Return the states that carry the wants out, in order, with their lowest such pattern."""
        found: dict[str, str] = {}
        for pattern in sorted(self.patterns(wants), key=pattern_to_number):
            found.setdefault(self.game.state_of(pattern), pattern)
        return {state: found[state] for state in sorted(found, key=self.place)}

    def place(self, state: str) -> tuple[int, int]:
        """Return where a state stands among all states."""
        lowest = min(map(pattern_to_number, self.game.members(state)))
        return pattern_to_number(state), lowest

    def held(self, party: str, state: str) -> tuple[str, ...]:
        """Return the concepts under which the state is stable for the party."""
        if (party, state) not in self._held:
            self._held[party, state] = tuple(
                concept for concept in self.concepts if stable(self.game, party, state, concept)
            )
        return self._held[party, state]

    def holds(self, states: Iterable[str], parties: Iterable[str]) -> list[str]:
        """Return the concepts under which some state is stable for all the parties."""
        parties, states = list(parties), list(states)
        return [
            concept
            for concept in self.concepts
            if any(all(concept in self.held(p, state) for p in parties) for state in states)
        ]

    @cached_property
    def reached(self) -> dict[str, set[str]]:
        """The states that all parties can bring about from today, by moves and improvements."""
        start = self.game.state_of(self.today)
        return {
            name: {start, *self.game.joint(self.game.parties, start, improving)}
            for name, improving in (("moves", False), ("improvements", True))
        }

    def chosen(self, targets: Mapping[str, str]) -> str:
        """Return the state in which a package is best carried out."""

        def key(state: str) -> tuple[Any, ...]:
            held = self.holds([state], self.bound)
            changes = sum(a != b for a, b in zip(targets[state], self.today, strict=True))
            return (
                [concept in held for concept in ORDER],
                state in self.reached["improvements"],
                state in self.reached["moves"],
                -changes,
            )

        # of several alike the first in the order of states
        best: str | None = None
        for state in targets:
            if best is None or key(state) > key(best):
                best = state
        return str(best)

    def level(self, concepts: Iterable[str]) -> int:
        """Return how well is held who is held under these concepts."""
        held = set(concepts)
        for name, level in (("nash", 6), ("sseq", 5)):
            if name in held:
                return level
        if {"seq", "smr"} <= held:
            return 4
        return 3 if "seq" in held else 2 if "smr" in held else 1 if "gmr" in held else 0

    def breaks_first(self, state: str) -> list[tuple[str, str, int, list[str]]]:
        """Return who breaks a state first, to where, how well held, and what deters the move."""
        levels = {party: self.level(self.held(party, state)) for party in self.bound}
        worst = min(levels.values())
        if worst == 6:
            return []
        found = []
        for party in (p for p in self.bound if levels[p] == worst):
            ways = []
            for move in self.game.improvements(party, state):
                under = [
                    concept
                    for concept in ("gmr", "smr", "seq", "sseq")
                    if deterred(self.game, party, state, move, concept)
                ]
                ways.append((self.level(under), move, under))
            least = min(level for level, _, _ in ways)
            worth = self.game.preference[party]
            alike = [(move, under) for level, move, under in ways if level == least]
            best = max(worth[move] for move, _ in alike)
            move, under = min(
                ((m, u) for m, u in alike if worth[m] == best), key=lambda one: self.place(one[0])
            )
            found.append((party, move, worst, under))
        return found

    def guarantees(self, state: str) -> set[tuple[str, str]]:
        """Return every single measure with which a state holds under SEQ for those bound."""
        found = set()
        for place, (option, _) in enumerate(self.game.options):
            letters = {pattern[place] for pattern in self.game.members(state)}
            kinds = [] if option in self.game.one_way else ["taken", "dropped"]
            kinds += ["ban"] if letters == {"N"} else []
            kinds += ["penalty"] if letters != {"Y"} else []
            for kind in kinds:
                if self.does(kind, option, state):
                    found.add((kind, option))
        return found

    def does(self, kind: str, option: str, state: str) -> bool:
        """Tell whether a state holds under SEQ for those bound with a measure on an option."""
        place = [name for name, _ in self.game.options].index(option)
        game = game_with(self.game, kind, place, state)
        return all(stable(game, party, state, "seq") for party in self.bound)

    def sign(self, party: str, state: str, other: str) -> str:
        """Return whether a party likes `state` better than `other`, the same, or worse."""
        if self.game.better(party, state, other):
            return "better"
        return "worse" if self.game.better(party, other, state) else "same"

    def without_clients(self, state: str, pattern: str) -> list[dict[str, Any]]:
        """Return what becomes of the package without each client, and without all of them."""
        sponsors = {
            member.party: [
                s.party
                for s in self.table.must_sign
                if member.party in self.dossier.parties[s.party].backs
            ]
            for member in self.table.must_comply
        }
        owners = [owner for _, owner in self.game.options]
        asked = [
            party
            for party in self.game.parties
            if sponsors.get(party)
            and any(
                a != b and owner == party
                for a, b, owner in zip(pattern, self.today, owners, strict=True)
            )
        ]
        groups = [[client] for client in asked] + ([asked] if len(asked) > 1 else [])
        return [self._without(group, state, pattern, owners, sponsors) for group in groups]

    def _without(
        self,
        clients: list[str],
        state: str,
        pattern: str,
        owners: list[str],
        sponsors: Mapping[str, list[str]],
    ) -> dict[str, Any]:
        left = "".join(
            old if owner in clients else new
            for new, old, owner in zip(pattern, self.today, owners, strict=True)
        )
        told: dict[str, Any] = {
            "clients": clients,
            "sponsors": [sponsors[client] for client in clients],
            "feasible": left in self.game.feasible,
            "state": None,
            "against_today": {},
            "against_package": {},
            "moves_away": [],
        }
        if not told["feasible"]:
            return told
        end, today = self.game.state_of(left), self.game.state_of(self.today)
        told["state"] = end
        told["against_today"] = {p: self.sign(p, end, today) for p in self.signers}
        told["against_package"] = {p: self.sign(p, end, state) for p in self.signers}
        for party in self.signers:
            ways = self.game.improvements(party, end)
            worth = self.game.preference[party]
            if ways:
                best = max(worth[way] for way in ways)
                to = min((way for way in ways if worth[way] == best), key=self.place)
                leaves = {"party": party, "to": to, "stable": list(self.held(party, end))}
                told["moves_away"].append(leaves)
        return told
