"""A package looked at closely: what each party gets and gives up, and what stands against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detente.dossier.expressions import Expression
from detente.negotiation.deals.improvements import NONE, Improvements, improvements
from detente.negotiation.home.ratification import Ratification, ratification
from detente.negotiation.model import UNIT, Choices, TableModel, Worth
from detente.negotiation.packages import holds, worth
from detente.negotiation.solutions import SHARE_TIE
from detente.negotiation.solve import Solved
from detente.negotiation.ties import TIE, reaches

DIGITS = 12
"""Digits after the point of a gain share."""


@dataclass(frozen=True, slots=True)
class Deal:
    """A package with what it is to the parties; all values are in units.

    Parameters
    ----------
    row : tuple of int
        The outcome of each issue, by number.
    worth, gains : tuple of int
        For each party of the table: what the package is worth to it, and how much more than no
        deal that is.
    shares : tuple of float or None
        For each party: its gain as a part of the largest that it could have in the zone of
        agreement; `None` where the zone is empty or it could gain nothing there.
    losses : tuple of tuple of int
        For each party and issue: how much less the outcome adds than the one it likes best.
    from_ideal : tuple of int or None
        For each party: how much less the package is worth than the best in the zone; `None` where
        the zone is empty.
    least_satisfied : tuple of int
        The parties that must sign whose gain share is smallest; whose gain is, where the zone is
        empty. No party where none of them could gain anything.
    zone, frontier : bool
        Whether all who must sign could sign it, and whether it then leaves nothing to improve for
        one without loss to another.
    solutions : tuple of str
        The solutions that it is one of.
    ruled_out : tuple of int
        The entries of `infeasible` that are true of it.
    crossed : tuple of int
        The red lines that are true of it, of any party.
    below : tuple of int
        The parties that must sign and would rather have no deal.
    improvements : Improvements or None
        What all who must sign would rather have; `None` where that was not looked for.
    ratification : Ratification
        Who would refuse it, at the table or at home.
    """

    row: tuple[int, ...]
    worth: tuple[int, ...]
    gains: tuple[int, ...]
    shares: tuple[float | None, ...]
    losses: tuple[tuple[int, ...], ...]
    from_ideal: tuple[int | None, ...]
    least_satisfied: tuple[int, ...]
    zone: bool
    frontier: bool
    solutions: tuple[str, ...]
    ruled_out: tuple[int, ...]
    crossed: tuple[int, ...]
    below: tuple[int, ...]
    improvements: Improvements | None
    ratification: Ratification


def appraise(
    model: TableModel,
    solved: Solved,
    rows: Sequence[Sequence[int]],
    searched: int,
    nearest: bool = False,
) -> tuple[Deal, ...]:
    """Return the packages `rows` with what they are to the parties.

    Parameters
    ----------
    model : TableModel
        The compiled table.
    solved : Solved
        Its frontier and solutions.
    rows : sequence of sequence of int
        The packages, whether they can be signed or not.
    searched : int
        For how many of those that are not on the frontier changes after signing are looked for.
    nearest : bool
        Whether to look for the nearest packages that those who refuse would accept.
    """
    if not rows:
        return ()
    choices: Choices = np.array(rows, np.int16).reshape(len(rows), len(model.issues))
    values = worth(model, choices)
    standing = _Standing(model, solved, choices, values)
    improved = standing.improved(searched)
    return tuple(
        _deal(model, solved, standing, improved, k, values[k].tolist(), nearest)
        for k in range(len(choices))
    )


class _Standing:
    """Where packages stand: against rules, red lines and no deal, on the frontier, as solutions."""

    def __init__(self, model: TableModel, solved: Solved, choices: Choices, values: Worth) -> None:
        self.model, self.choices = model, choices
        signers = list(model.signers)
        enough = reaches(values, model.no_deal)
        self.ruled_out = _true(model, model.infeasible, choices)
        self.crossed = _true(model, [line.expression for line in model.red_lines], choices)
        self.below = [tuple(p for p in signers if not one[p]) for one in enough]
        bars = zip(self.ruled_out, self.crossed, self.below, strict=True)
        self.zone = [not any(bar) for bar in bars]
        self._values = values[:, signers]
        self.frontier = [
            inside and _is_one_of(one, solved.frontier.vectors)
            for inside, one in zip(self.zone, self._values, strict=True)
        ]
        self._solved = {
            name: solution.worth[:, signers] for name, solution in solved.solutions.items()
        }
        self._all_nash = solved.zero_nash

    def solutions(self, package: int) -> tuple[str, ...]:
        """Return the names of the solutions that a package is one of."""
        if not self.zone[package]:
            return ()
        return tuple(
            name
            for name, vectors in self._solved.items()
            if (name == "nash" and self._all_nash) or _is_one_of(self._values[package], vectors)
        )

    def improved(self, searched: int) -> dict[int, Improvements]:
        """Return what can be improved on those on the frontier and on the first of the others."""
        others = [k for k, on in enumerate(self.frontier) if not on][:searched]
        found = {k: NONE for k, on in enumerate(self.frontier) if on}
        if others:
            told = improvements(self.model, self.choices[others])
            found |= dict(zip(others, told, strict=True))
        return found


def _deal(
    model: TableModel,
    solved: Solved,
    standing: _Standing,
    improved: Mapping[int, Improvements],
    k: int,
    values: list[int],
    nearest: bool,
) -> Deal:
    row = tuple(standing.choices[k].tolist())
    gains = tuple(v - d for v, d in zip(values, model.no_deal.tolist(), strict=True))
    ideal = [None] * len(values) if solved.ideal is None else solved.ideal.tolist()
    shares = _shares(model, ideal, gains)
    return Deal(
        row=row,
        worth=tuple(values),
        gains=gains,
        shares=shares,
        losses=tuple(
            tuple(
                int(added[:, party].max() - added[outcome, party])
                for added, outcome in zip(model.worth, row, strict=True)
            )
            for party in range(len(values))
        ),
        from_ideal=tuple(
            None if best is None else best - v for best, v in zip(ideal, values, strict=True)
        ),
        least_satisfied=_least_satisfied(model, solved, shares, gains),
        zone=standing.zone[k],
        frontier=standing.frontier[k],
        solutions=standing.solutions(k),
        ruled_out=standing.ruled_out[k],
        crossed=standing.crossed[k],
        below=standing.below[k],
        improvements=improved.get(k),
        ratification=ratification(model, standing.choices[k], search=nearest),
    )


def _is_one_of(values: Worth, vectors: Worth) -> bool:
    """Return whether `values` (s,) are the same as a row of `vectors` (v, s)."""
    return bool((np.abs(vectors - values) <= TIE).all(axis=1).any())


def _true(
    model: TableModel, expressions: Sequence[Expression], choices: Choices
) -> list[tuple[int, ...]]:
    """Return for each package the numbers of the expressions that are true of it."""
    truths = [holds(model, expression, choices) for expression in expressions]
    return [tuple(n for n, true in enumerate(truths) if true[k]) for k in range(len(choices))]


def _shares(
    model: TableModel, ideal: Sequence[int | None], gains: Sequence[int]
) -> tuple[float | None, ...]:
    """Return each party's gain as a part of the largest it could have."""
    floors = model.no_deal.tolist()
    return tuple(
        None if best is None or best - floor <= TIE else round(gain / (best - floor), DIGITS) + 0.0
        for best, floor, gain in zip(ideal, floors, gains, strict=True)
    )


def _least_satisfied(
    model: TableModel,
    solved: Solved,
    shares: Sequence[float | None],
    gains: Sequence[int],
) -> tuple[int, ...]:
    """Return the parties that must sign and come off worst."""
    if solved.ideal is None:
        gain = {party: gains[party] for party in model.signers}
        return tuple(party for party in gain if gain[party] <= min(gain.values()) + TIE)
    share = {p: shares[p] for p in model.signers}
    known = {party: one for party, one in share.items() if one is not None}
    least = min(known.values(), default=0.0) + SHARE_TIE / UNIT
    return tuple(party for party in known if known[party] <= least)
