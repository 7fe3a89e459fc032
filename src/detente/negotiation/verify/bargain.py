"""The zone, the frontier and the solutions, literally.

Every package is listed and valued with exact fractions, and every definition is followed word by
word over these lists, slow on purpose. Values are compared after rounding to twelve digits. Nothing
here is shared with the methods.

References
----------
Nash, J. (1950). The bargaining problem. Econometrica 18.
Kalai, E. & Smorodinsky, M. (1975). Other solutions to Nash's bargaining problem. Econometrica 43.
Imai, H. (1983). Individual monotonicity and lexicographic maxmin solution. Econometrica 51.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from detente.dossier.table import Amount, ByNumbers, Side, Table, Values
from detente.negotiation.verify.two_levels import Package, everything, possible, true

DIGITS = 12
"""Gains are compared after rounding to so many digits after the point."""

NOISE = Fraction(1, 2 * 10**DIGITS)
"""Values of a party that lie no further apart, each from the next, are the same; so are sums."""

SHARE_DIGITS = 10
"""The same for shares of a gain."""

PRODUCT_TIE = Fraction(1, 10**9)
"""Products of gains tie where they differ by no more than this part of the largest."""


@dataclass(frozen=True, slots=True)
class LiteralBargain:
    """A table with every package that can be, and what each is worth to each party.

    Parameters
    ----------
    table : Table
        As written.
    packages : tuple of Package
        Those of which no entry of `infeasible` is true, in order.
    exact : mapping
        By party, then by package: the exact value.
    values : mapping
        The same, each as the lowest of those that are the same.
    no_deal : mapping
        By party: the reservation value.
    signers : tuple of str
        The parties that must sign.
    """

    table: Table
    packages: tuple[Package, ...]
    exact: Mapping[str, Mapping[Package, Fraction]]
    values: Mapping[str, Mapping[Package, Fraction]]
    no_deal: Mapping[str, Fraction]
    signers: tuple[str, ...]

    def permitted(self, package: Package) -> bool:
        """Tell whether a package crosses no red line of any party."""
        return not any(
            true(line.expression, package)
            for side in self.table.sides.values()
            for line in side.red_lines
        )

    def zone(self) -> list[Package]:
        """Return the packages that cross no red line and give each signer no deal at least."""
        return [
            package
            for package in self.packages
            if self.permitted(package) and all(self._accepts(who, package) for who in self.signers)
        ]

    def _accepts(self, party: str, package: Package) -> bool:
        return self.exact[party][package] >= self.no_deal[party] - NOISE

    def frontier(self, packages: Collection[Package]) -> list[Package]:
        """Return those of `packages` that none of them dominates for the signers."""
        points = sorted({self.vector(package) for package in packages}, key=sum, reverse=True)
        best = {point for point in points if not any(_dominates(other, point) for other in points)}
        return [package for package in packages if self.vector(package) in best]

    def ideal(self, zone: Sequence[Package]) -> dict[str, Fraction]:
        """Return the most that each party gets over the zone."""
        return {who: max(self.values[who][package] for package in zone) for who in self.table.sides}

    def vector(self, package: Package) -> tuple[Fraction, ...]:
        """Return what a package is worth to each signer."""
        return tuple(self.values[who][package] for who in self.signers)

    def gains(self, package: Package) -> dict[str, Fraction]:
        """Return what each signer gains over no deal in a package of the zone."""
        return {
            who: max(round(self.values[who][package] - self.no_deal[who], DIGITS), Fraction(0))
            for who in self.signers
        }

    def nash(
        self, zone: Sequence[Package], weights: Mapping[str, float] | None = None
    ) -> list[Package]:
        """Return the packages of the zone with the largest product of gains, each to its weight.

        Without weights products are exact; with them they are numbers of 64 bits.
        """
        found: dict[Package, Fraction] = {}
        for package in zone:
            gains = self.gains(package)
            if weights is None:
                found[package] = prod(gains.values(), start=Fraction(1))
            else:
                powers = [float(gain) ** weights.get(who, 1.0) for who, gain in gains.items()]
                found[package] = Fraction(prod(powers))
        largest = max(found.values())
        return [package for package in zone if found[package] >= largest * (1 - PRODUCT_TIE)]

    def kalai_smorodinsky(self, zone: Sequence[Package]) -> list[Package]:
        """Return the packages whose smallest share of the largest gains is largest, then the next.

        A party that can gain nothing in the zone has no share.
        """
        most = {who: max(self.gains(package)[who] for package in zone) for who in self.signers}
        return _leximin(
            zone,
            {
                package: [
                    round(gain / most[who], SHARE_DIGITS)
                    for who, gain in self.gains(package).items()
                    if most[who] > 0
                ]
                for package in zone
            },
        )

    def egalitarian(self, zone: Sequence[Package]) -> list[Package]:
        """Return the packages whose smallest gain is largest, then the next."""
        return _leximin(zone, {package: list(self.gains(package).values()) for package in zone})

    def utilitarian(self, zone: Sequence[Package]) -> list[Package]:
        """Return the packages with the largest sum of the signers' values."""
        sums = {
            package: sum((self.exact[who][package] for who in self.signers), Fraction(0))
            for package in zone
        }
        largest = max(sums.values())
        return [package for package in zone if sums[package] >= largest - NOISE]

    def lowest_opening(self, party: str) -> Fraction | None:
        """Return the largest reservation value of a signer with which there is a zone, if any."""
        left = [
            self.values[party][package]
            for package in self.packages
            if self.permitted(package)
            and all(self._accepts(who, package) for who in self.signers if who != party)
        ]
        return max(left, default=None)

    def with_no_deal(self, party: str, amount: Fraction) -> LiteralBargain:
        """Return the table in which a party has another reservation value."""
        return replace(self, no_deal={**self.no_deal, party: amount})

    def without_red_line(self, number: int) -> LiteralBargain:
        """Return the table without one red line, counted from 0 over all parties."""
        sides, seen = {}, 0
        for party, side in self.table.sides.items():
            kept = [line for n, line in enumerate(side.red_lines, seen) if n != number]
            seen += len(side.red_lines)
            sides[party] = replace(side, red_lines=tuple(kept))
        return replace(self, table=replace(self.table, sides=sides))


def literal_bargain(table: Table, some: Collection[Package] | None = None) -> LiteralBargain:
    """Return `table` with all its packages valued, in the central reading.

    Parameters
    ----------
    some : collection of Package, optional
        Packages to look at instead of all.
    """
    listed = everything(table) if some is None else some
    packages = tuple(package for package in listed if possible(table, package))
    named = {member.party for member in table.must_sign} or set(table.sides)
    exact = {party: exact_values(table, side, packages) for party, side in table.sides.items()}
    no_deal = {party: _middle(side.no_deal) for party, side in table.sides.items()}
    lowest = {party: _lowest_alike(by_package.values()) for party, by_package in exact.items()}
    return LiteralBargain(
        table=table,
        packages=packages,
        exact=exact,
        values={
            party: {package: lowest[party][value] for package, value in by_package.items()}
            for party, by_package in exact.items()
        },
        no_deal=no_deal,
        signers=tuple(party for party in table.sides if party in named),
    )


def exact_values(
    table: Table, side: Side, packages: Collection[Package]
) -> dict[Package, Fraction]:
    """Return the weighted mean of each package's outcomes, and what is linked, exactly."""
    weights = {issue.id: _middle(side.weights.get(issue.id)) for issue in table.issues}
    whole = sum(weights.values())
    part = {
        outcome.id: weights[issue.id] * _value(side.values[issue.id], outcome.id) / whole
        for issue in table.issues
        for outcome in issue.outcomes
        if weights[issue.id]
    }
    return {
        package: sum((part.get(outcome, Fraction(0)) for outcome in package), Fraction(0))
        + sum(
            _middle(linked.amount)
            for linked in side.linked
            if true(linked.clause.expression, package)
        )
        for package in packages
    }


def _lowest_alike(values: Collection[Fraction]) -> dict[Fraction, Fraction]:
    """Return for each of `values` the lowest of those that are the same as it."""
    found: dict[Fraction, Fraction] = {}
    before = lowest = None
    for value in sorted(set(values)):
        if lowest is None or before is None or value - before > NOISE:
            lowest = value
        found[value] = lowest
        before = value
    return found


def _dominates(one: Sequence[Fraction], two: Sequence[Fraction]) -> bool:
    """Tell whether one vector is nowhere lower than another and somewhere higher."""
    return one != two and all(mine >= yours for mine, yours in zip(one, two, strict=True))


def _leximin(
    packages: Sequence[Package], values: Mapping[Package, Sequence[Fraction]]
) -> list[Package]:
    """Return the packages whose values, sorted from the smallest, are largest in that order."""
    ranked = {package: sorted(values[package]) for package in packages}
    best = max(ranked.values())
    return [package for package in packages if ranked[package] == best]


def _value(values: Values, outcome: str) -> Fraction:
    if isinstance(values, ByNumbers):
        return _middle(values.amounts[outcome])
    (place,) = [n for n, tier in enumerate(values.tiers) if outcome in tier]
    worst = len(values.tiers) - 1
    return 1 - Fraction(place, worst) if worst else Fraction(1)


def _middle(amount: Amount | None) -> Fraction:
    if amount is None:
        return Fraction(0)
    return (Fraction(str(amount.low)) + Fraction(str(amount.high))) / 2
