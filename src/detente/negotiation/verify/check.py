"""An answer about deals derived again from the literal definitions.

Where there are few enough packages all of them are listed, and every statement is derived again.
Where there are too many, the packages that the answer names are held against each other and
against what changing one issue makes of them, and the check says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from math import prod
from typing import Any

from detente.negotiation.verify.bargain import LiteralBargain, literal_bargain
from detente.negotiation.verify.ratified import ratified_claims
from detente.negotiation.verify.told import told_claims
from detente.negotiation.verify.two_levels import Package
from detente.words import say

BUDGET = 20_000
"""Packages up to which all are listed."""

LISTED = 1_000
"""Packages of a frontier that are asked for, to be compared one by one."""

SAMPLE = 100
"""Packages of a frontier looked at where there are too many to list."""

NEAR = Fraction(1, 10**12)
"""How far a value may be off, which the answer has rounded."""

UNITS = 10**15
"""Units of a value in the answer."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the answer says otherwise than the literal definitions."""

    what: str
    said: str
    literal: str

    def to_text(self) -> str:
        """Return the difference as a sentence."""
        return say("verify.deals.differs", what=self.what, said=self.said, literal=self.literal)


@dataclass(frozen=True, slots=True)
class DealsVerification:
    """What was derived again of an answer about deals, and whether it agreed.

    Parameters
    ----------
    packages : int
        All packages of the table, those that cannot be among them.
    listed : int
        Packages that were looked at.
    checked : int
        Statements that were derived again.
    complete : bool
        Whether all packages were listed.
    differences : tuple of Difference
        Statements that differ.
    """

    packages: int
    listed: int
    checked: int
    complete: bool
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing that was derived again differs from the answer."""
        return not self.differences

    def to_dict(self) -> dict[str, Any]:
        """Return the verification as plain data for JSON."""
        return {
            "subject": "deals",
            "packages": self.packages,
            "listed": self.listed,
            "checked": self.checked,
            "complete": self.complete,
            "agrees": self.agrees,
            "disagreements": [
                {"what": found.what, "said": found.said, "literal": found.literal}
                for found in self.differences
            ],
        }

    def to_text(self) -> str:
        """Return the verification in sentences, one a line."""
        code = "verify.deals.whole" if self.complete else "verify.deals.part"
        lines = [say(code, packages=self.packages, listed=self.listed, checked=self.checked)]
        verdict = "verify.agrees" if self.agrees else "verify.differs"
        lines.append(say(verdict, wrong=len(self.differences)))
        return "\n".join([*lines, *(found.to_text() for found in self.differences)])


@dataclass(slots=True)
class _Tally:
    checked: int = 0
    found: list[Difference] = field(default_factory=list)

    def expect(self, what: str, said: object, literal: object) -> None:
        self.checked += 1
        if said != literal:
            self.found.append(Difference(what, str(said), str(literal)))

    def near(self, what: str, said: int, literal: Fraction) -> None:
        self.checked += 1
        if abs(Fraction(said, UNITS) - literal) > NEAR:
            self.found.append(Difference(what, str(said / UNITS), str(float(literal))))


def check_deals(result: Any, dossier: Any, budget: int = BUDGET) -> DealsVerification:
    """Derive an answer about deals again, from the dossier alone.

    Parameters
    ----------
    result : Solved or DealsResult
        What was solved; of an answer of ``deals`` its concessions are checked, too.
    dossier : Dossier
        What the table was compiled from.
    budget : int
        Packages up to which all are listed.
    """
    solved = getattr(result, "solved", result)
    signers = [solved.model.parties[signer] for signer in solved.model.signers]
    even = all(weight == 1 for weight in solved.weights)
    weights = None if even else dict(zip(signers, solved.weights, strict=True))
    table = dossier.require_table()
    size = prod(len(issue.outcomes) for issue in table.issues)
    tally = _Tally()
    if size <= budget:
        literal = literal_bargain(table)
        _whole(tally, solved, literal, weights)
        _concessions(tally, solved, literal, getattr(result, "concessions", ()))
        if hasattr(result, "told"):
            for claim in chain(told_claims(result, literal), ratified_claims(result, table)):
                tally.expect(*claim)
    else:
        literal = literal_bargain(table, _sample(solved))
        _part(tally, solved, literal, weights)
    return DealsVerification(
        size, len(literal.packages), tally.checked, size <= budget, tuple(tally.found)
    )


def _whole(
    tally: _Tally, solved: Any, literal: LiteralBargain, weights: Mapping[str, float] | None
) -> None:
    """Hold everything that was solved against the definitions."""
    zone = literal.zone()
    tally.expect("packages", solved.packages, len(literal.packages))
    tally.expect("zone", solved.zone, len(zone))
    _same(tally, "frontier", solved, solved.frontier, literal.frontier(zone))
    _same(tally, "frontier_all", solved, solved.frontier_all, literal.frontier(literal.packages))
    if not zone or solved.ideal is None:
        tally.expect("ideal", solved.ideal is None, not zone)
        return
    for party, most in literal.ideal(zone).items():
        at = solved.model.parties.index(party)
        tally.near(f"ideal, {party}", int(solved.ideal[at]), most)
    chosen = {
        "nash": literal.nash(zone, weights),
        "kalai_smorodinsky": literal.kalai_smorodinsky(zone),
        "egalitarian": literal.egalitarian(zone),
        "utilitarian": literal.utilitarian(zone),
    }
    for name, packages in chosen.items():
        solution = solved.solutions[name]
        tally.expect(f"{name}, packages", solution.count, len(packages))
        _listed(tally, name, _named(solved, solution.choices), packages)
        _values(tally, name, solved, solution, literal)


def _same(tally: _Tally, what: str, solved: Any, front: Any, packages: Collection[Package]) -> None:
    tally.expect(f"{what}, packages", front.packages, len(packages))
    _listed(tally, what, _named(solved, front.rows(LISTED)), packages)


def _listed(
    tally: _Tally, what: str, said: Collection[Package], packages: Collection[Package]
) -> None:
    """Record packages that are named wrongly, or left out where all are named."""
    wanted, given = set(packages), set(said)
    for package in said:
        tally.expect(f"{what}, {_told(package)}", True, package in wanted)
    if len(wanted) <= LISTED:
        for package in packages:
            tally.expect(f"{what}, {_told(package)}", package in given, True)


def _values(
    tally: _Tally,
    what: str,
    solved: Any,
    solution: Any,
    literal: LiteralBargain,
    most: int = LISTED,
) -> None:
    """Record what listed packages are said to be worth."""
    named = _named(solved, solution.choices[:most])
    for package, worth in zip(named, solution.worth[:most].tolist(), strict=True):
        for party, said in zip(solved.model.parties, worth, strict=True):
            about = f"{what}, {_told(package)}, {party}"
            if package in literal.exact[party]:
                tally.near(about, said, literal.exact[party][package])
            else:
                tally.expect(about, "feasible", "infeasible")


def _part(
    tally: _Tally, solved: Any, literal: LiteralBargain, weights: Mapping[str, float] | None
) -> None:
    """Hold the packages of the answer against each other and against small changes of them."""
    zone = literal.zone()
    tally.expect("zone, at least one package", solved.ideal is not None, bool(zone))
    inside = set(literal.frontier(zone))
    overall = set(literal.frontier(literal.packages))
    for package in _named(solved, solved.frontier.rows(SAMPLE)):
        tally.expect(f"frontier, {_told(package)}", True, package in inside)
    for package in _named(solved, solved.frontier_all.rows(SAMPLE)):
        tally.expect(f"frontier_all, {_told(package)}", True, package in overall)
    if not zone or solved.ideal is None:
        return
    chosen = {
        "nash": literal.nash(zone, weights),
        "kalai_smorodinsky": zone,
        "egalitarian": literal.egalitarian(zone),
        "utilitarian": literal.utilitarian(zone),
    }
    for name, packages in chosen.items():
        solution = solved.solutions[name]
        for package in _named(solved, solution.choices[:SAMPLE]):
            tally.expect(f"{name}, {_told(package)}", True, package in packages)
        _values(tally, name, solved, solution, literal, SAMPLE)


def _concessions(
    tally: _Tally, solved: Any, literal: LiteralBargain, concessions: Iterable[Any]
) -> None:
    """Record concessions that do not open a zone, or not as little as is said."""
    for one in concessions:
        party = solved.model.parties[one.party]
        if one.kind == "reservation":
            lowest = literal.lowest_opening(party)
            about = f"concession, {party}"
            if lowest is None:
                tally.expect(about, "opens", "opens nothing")
                continue
            tally.near(about, one.amount, lowest)
            opened = literal.with_no_deal(party, lowest).zone()
        else:
            about = f"concession, {party}, {solved.model.red_lines[one.line].text}"
            opened = literal.without_red_line(one.line).zone()
        tally.expect(f"{about}, packages", one.opens, len(opened))


def _sample(solved: Any) -> list[Package]:
    """Return the packages of the answer, and those that differ from one of them in one issue."""
    named = _named(solved, solved.frontier.rows(SAMPLE))
    named += _named(solved, solved.frontier_all.rows(SAMPLE))
    for solution in solved.solutions.values():
        named += _named(solved, solution.choices)[:SAMPLE]
    found = dict.fromkeys(named)
    for package in list(found):
        for k, outcomes in enumerate(solved.model.outcomes):
            for outcome in outcomes:
                found[(*package[:k], outcome, *package[k + 1 :])] = None
    return list(found)


def _named(solved: Any, choices: Any) -> list[Package]:
    outcomes = solved.model.outcomes
    return [tuple(outcomes[k][number] for k, number in enumerate(row)) for row in choices.tolist()]


def _told(package: Package) -> str:
    return ", ".join(package)
