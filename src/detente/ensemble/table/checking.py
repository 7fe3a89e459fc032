"""The answers to headlines about the table in one draw, by the literal definitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.compliance.verify.standing import Standing
from detente.conflict.verify.game import LiteralGame
from detente.dossier import Dossier
from detente.dossier.standoff import Standoff
from detente.dossier.table import Table
from detente.ensemble.drawing import tier_steps
from detente.ensemble.guesses import EQUAL_STEPS, Guess
from detente.ensemble.table.headlines import DealHeadline
from detente.negotiation.verify.bargain import LiteralBargain, literal_bargain
from detente.negotiation.verify.drawn import DrawnNumbers, drawn_table
from detente.negotiation.verify.two_levels import possible, ratifies, signing

MOST_LITERAL = 4_000
"""Packages of a table that literal definitions are followed for."""

Package = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class LiteralDraw:
    """A draw of a dossier with a table, written out.

    Parameters
    ----------
    dossier : Dossier
        As written.
    standoff : Standoff or None
        What the draw makes of the conflict.
    table : Table
        What it makes of the table.
    written : LiteralGame or None
        The conflict of the draw written out, where that was done before.
    """

    dossier: Dossier
    standoff: Standoff | None
    table: Table
    written: LiteralGame | None

    @cached_property
    def bargain(self) -> LiteralBargain:
        """All packages, valued."""
        return literal_bargain(self.table)

    @cached_property
    def zone(self) -> list[Package]:
        """The packages that all signers would accept."""
        return self.bargain.zone()

    @cached_property
    def _standing(self) -> Standing | None:
        if self.standoff is None or self.standoff.status_quo is None:
            return None
        drawn = replace(self.dossier, standoff=self.standoff, table=self.table)
        concepts = ("nash", "gmr", "smr", "seq", "sseq", "sim")
        standing = Standing(drawn, concepts, self.written)
        if standing.game.groups:
            standing.concepts = standing.concepts[:-1]
        return standing

    @property
    def game(self) -> LiteralGame | None:
        """What counts the steps of answers about states."""
        return None if self._standing is None else self._standing.game

    def packages(self, what: str) -> set[Package]:
        """Return the packages that are `what`: on the frontier, ratified, or a solution."""
        if what not in self._known:
            self._known[what] = set(self._packages(what))
        return self._known[what]

    @cached_property
    def _known(self) -> dict[str, set[Package]]:
        return {}

    def _packages(self, what: str) -> Iterable[Package]:
        if not self.zone:
            return []
        if what == "frontier":
            return self.bargain.frontier(self.zone)
        if what == "ratified":
            return [package for package in self.zone if self._ratified(package)]
        chosen: list[Package] = getattr(self.bargain, what)(self.zone)
        return chosen

    def _ratified(self, package: Package) -> bool:
        return all(ratifies(self.table, side, package) for side in signing(self.table))

    def enforces(self, package: Package, concept: str) -> bool:
        """Tell whether a package enforces itself; never under SIM where states are merged."""
        standing = self._standing
        if standing is None or not standing.bound or not possible(self.table, package):
            return False
        targets = standing.targets(standing.wants_of(package))
        return any(
            all(concept in standing.held(party, state) for party in standing.bound)
            for state in targets
        )

    def answer(self, headline: DealHeadline, package: Package) -> bool:
        """Return the answer to a headline about `package`, empty if it is about none."""
        match headline.kind:
            case "zone":
                return bool(self.zone)
            case "two_levels":
                return bool(self.packages("ratified"))
            case "enforces":
                return self.enforces(package, headline.concept or "")
        return package in self.packages(headline.kind)


def literal_draw(
    dossier: Dossier,
    standoff: Standoff | None,
    guesses: tuple[Guess, ...],
    values: NDArray[np.int64],
    game: LiteralGame | None = None,
) -> LiteralDraw:
    """Return one draw, by the `values` of the table's guesses, written out.

    Parameters
    ----------
    standoff : Standoff or None
        What the draw makes of the conflict.
    game : LiteralGame, optional
        The same written out, where that was done before.
    """
    table = drawn_table(dossier.require_table(), numbers_of(guesses, values))
    return LiteralDraw(dossier, standoff, table, game)


def numbers_of(guesses: tuple[Guess, ...], values: NDArray[np.int64]) -> DrawnNumbers:
    """Return what the `values` of one draw decide, by the places of entries in the dossier."""
    pairs = list(zip(guesses, values.tolist(), strict=True))
    return DrawnNumbers(
        frozenset(g.path for g, value in pairs if g.kind == "presence" and not value),
        {g.path: g.amount(value) for g, value in pairs if g.kind == "range"},
        {
            g.path: _rungs(g, values[k])
            for k, (g, value) in enumerate(pairs)
            if g.kind == "tiers" and value != EQUAL_STEPS
        },
    )


def _rungs(guess: Guess, value: NDArray[np.int64]) -> tuple[Fraction, ...]:
    steps = tier_steps(guess, value.reshape(1))[0].tolist()
    inner = [Fraction(2 * step + 1, 2 << guess.bits) for step in steps]
    return (Fraction(1), *inner, Fraction(0))
