"""The answer of ``deals --self-enforcing`` derived again from the literal definitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from detente.compliance.verify.at_table import no_deal, value
from detente.compliance.verify.clashing import clashes, nearest
from detente.compliance.verify.opposed import opposed
from detente.compliance.verify.standing import ORDER, Standing
from detente.conflict.verify.check import within
from detente.conflict.verify.definitions import no_better, no_better_to_the_end
from detente.conflict.verify.report import Tally, Verification

BUDGET = 80_000_000
"""Steps for one answer; about a minute."""

CAP = 20_000_000
"""Steps for any one package."""

FEW_OPTIONS = 6
"""In conflicts of at most so many options all guarantees are looked for again; of larger ones it
is tried whether the least of them does."""


def check_enforcement(
    result: Any, dossier: Any, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive what the conflict says of each package again, as far as the budget goes.

    Parameters
    ----------
    result : EnforcedDeals
        Anything with its `content()` and `manifest`, whose parameters say how the gains of each
        party were weighed.
    dossier : Dossier
        What it was made from.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one package.
    """
    weights = result.manifest.parameters.get("weights") or {}
    return _Check(result.content(), dossier, budget, cap, weights).run()


class _Check:
    def __init__(
        self,
        content: Any,
        dossier: Any,
        budget: int | None,
        cap: int,
        weights: Mapping[str, float],
    ) -> None:
        self.content = content
        self.weights = weights
        self.standing = Standing(dossier, content["concepts"])
        self.budget, self.cap = budget, cap
        self.tally = Tally()
        self.claims = 0
        self.known: dict[tuple[str, ...], dict[str, Any] | None] = {}

    def run(self) -> Verification:
        packages = self.content["self_enforcing"]
        for told in packages:
            self._package(told)
        self._order(packages)
        self._claim(
            "contradictions", self._contradictions(packages), self._literal(packages), "", ""
        )
        return self.tally.result("enforcement", self.claims, len(packages), 0)

    def _claim(self, what: str, said: Any, literal: Any, state: str, party: str) -> None:
        self.claims += 1
        self.tally.checked += 1
        self.tally.expect(state, party, what, True, said == literal)

    def _package(self, told: Any) -> None:
        standing = self.standing
        texts = [want.text for want in standing.wants(told["package"])]
        state = told["state"] or ""
        self._claim("needs", told["needs"], list(dict.fromkeys(texts)), state, "")
        key = tuple(texts)
        for party, said in told["values"].items():
            exact = value(standing.table, party, told["package"])
            self._claim("value", True, abs(float(exact) - said) < 1e-9, state, party)
        if key in self.known:
            literal = self.known[key]
        else:
            question: Callable[[], Any] = partial(self._judge, told)
            answered: Any = within(standing.game, question, self.budget, self.cap)
            literal = self.known[key] = answered
        if literal is None:
            self.claims += 1
            self.tally.unfinished += 1
            return
        for name, derived in literal.items():
            self._claim(name, _plain(told[name]), derived, state, "")
        for breach in told["breaks_first"]:
            self._sanction(state, breach)
        self.tally.states_checked += 1

    def _judge(self, told: Any) -> dict[str, Any]:
        standing = self.standing
        wants = standing.wants(told["package"])
        targets = standing.targets(wants)
        found: dict[str, Any] = {"feasible": bool(targets), "states": list(targets)}
        if not targets:
            self._shortfall(told["shortfall"], wants)
            return found
        state = standing.chosen(targets)
        outside = [p for p in standing.game.parties if p not in standing.bound]
        found |= {
            "state": state,
            "reachable": {
                name: any(target in reached for target in targets)
                for name, reached in standing.reached.items()
            },
            "stable": {p: list(standing.held(p, state)) for p in standing.game.parties},
            "holds": standing.holds(targets, standing.bound),
            "holds_for_all": standing.holds(targets, standing.game.parties),
            "spoilers": {
                concept: [p for p in outside if concept not in standing.held(p, state)]
                for concept in standing.concepts
            },
            "breaks_first": [
                {"party": party, "to": to, "deterrence": level, "deterred_under": under}
                for party, to, level, under in standing.breaks_first(state)
            ],
            "without_clients": standing.without_clients(state, targets[state]),
        }
        self._guarantees(told, state, found["holds"])
        return found

    def _sanction(self, state: str, breach: Any) -> None:
        """Walk a sanction again, and ask whether its end deters."""
        game, party, said = self.standing.game, breach["party"], breach["sanction"]
        if said is None:
            self._claim("no sanction", breach["deterred_under"], [], state, party)
            return
        concept = said["concept"]
        here, last, sound = breach["to"], party, concept == breach["deterred_under"][-1]
        for step in said["steps"]:
            ways = game.improvements if concept in ("seq", "sseq") else game.moves
            by = step["by"]
            sound &= step["from"] == here and step["to"] in ways(by, here)
            sound &= by not in (party, last)
            here, last = step["to"], by
        deters = no_better_to_the_end if concept in ("smr", "sseq") else no_better
        sound &= bool(said["steps"]) and said["end"] == here and deters(game, party, state, here)
        self._claim("sanction", True, sound, state, party)

    def _guarantees(self, told: Any, state: str, holds: list[str]) -> None:
        said = told["guarantees"]
        if said is None:
            if self.content["self_enforcing"] and "seq" in holds:
                self._claim("guarantees", said, None, state, "")
            return
        self._claim("guarantees needed", "seq" in holds, False, state, "")
        listed = [(one["kind"], one["option"]) for one in said]
        if len(self.standing.game.options) <= FEW_OPTIONS:
            self._claim("guarantees", set(listed), self.standing.guarantees(state), state, "")
        for kind, option in listed[:1]:
            does = self.standing.does(kind, option, state)
            self._claim(f"{kind} on {option}", True, does, state, "")

    def _shortfall(self, said: Any, wants: list[Any]) -> None:
        standing = self.standing
        near = nearest(standing, wants)
        label = None if near is None else standing.game.state_of(near[0])
        self._claim("nearest", said["nearest"], label, "", "")
        also = [] if near is None else near[1]
        told = [(one["option"], one["taken"]) for one in said["also"]]
        self._claim("also", told, also, "", "")
        if not said["clash"]:
            return
        rules = standing.dossier.standoff.infeasible
        kept = [next(w for w in wants if w.text == text) for text in said["clash"]]
        ruled = [next(r for r in rules if r.text == text) for text in said["infeasible"]]
        free = standing.free(wants)
        self._claim("clash", True, clashes(standing, kept, ruled, free), "", "")
        for want in kept:
            rest = [other for other in kept if other is not want]
            self._claim("spared want", True, not clashes(standing, rest, ruled, free), "", "")
        for rule in ruled:
            rest = [other for other in ruled if other is not rule]
            self._claim("spared rule", True, not clashes(standing, kept, rest, free), "", "")

    def _order(self, packages: Any) -> None:
        """Hold each package against the one before it."""
        keys = [self._rank(told) for told in packages]
        for before, after in pairwise(keys):
            better = before[0] > after[0] or (
                before[0] == after[0] and before[1] >= after[1] - 1e-9 * abs(after[1])
            )
            self._claim("order", True, better, "", "")

    def _rank(self, told: Any) -> tuple[tuple[Any, ...], float]:
        standing, product = self.standing, 1.0
        for member in standing.table.must_sign:
            gain = value(standing.table, member.party, told["package"]) - no_deal(
                standing.table, member.party
            )
            product *= max(float(gain), 0.0) ** self.weights.get(member.party, 1.0)
        ways = told["reachable"]
        held = [concept in told["holds"] for concept in ORDER]
        return (told["feasible"], held, ways["improvements"], ways["moves"]), product

    def _contradictions(self, packages: Any) -> Counter[Any]:
        return Counter(
            (
                told["party"],
                told["better"],
                told["worse"],
                told["packages"],
                told["conflict"]["prefers"],
                told["conflict"]["to"],
            )
            for told in self.content["contradictions"]
        )

    def _literal(self, packages: Any) -> Counter[Any]:
        found = opposed(self.standing, [told["package"] for told in packages])
        return Counter((*one[:3], *one[4:]) for one in found)


def _plain(value: Any) -> Any:
    """Return an entry of the answer without its words and without the way of a sanction."""
    if isinstance(value, dict):
        left_out = ("meaning", "words", "sanction")
        return {name: _plain(entry) for name, entry in value.items() if name not in left_out}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value
