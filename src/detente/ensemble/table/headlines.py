"""The questions about the table whose answers a run of draws is followed for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import concept_number
from detente.ensemble.drawing import central_values
from detente.ensemble.table.engine import Found, TableEngine
from detente.negotiation.packages import names_of

DealKind = Literal[
    "zone", "two_levels", "frontier", "nash", "kalai_smorodinsky", "ratified", "enforces"
]

Followed = Literal["nash", "kalai_smorodinsky"]

FOLLOWED: tuple[Followed, ...] = ("nash", "kalai_smorodinsky")
"""The solutions whose central deals are followed."""

TRACKED = 64
"""Packages whose self-enforcement is counted at most."""


@dataclass(frozen=True, slots=True)
class DealHeadline:
    """A question about the table with yes or no for an answer in every draw.

    Parameters
    ----------
    id : str
        ``zone`` for *is there a package that all signers would accept*, ``two_levels`` for *and
        one that they could have ratified*; of a package, ``frontier:assad=interim,truce=local``,
        and so for the other kinds; ``enforces:seq:assad=interim,truce=local`` for *would it
        enforce itself*.
    kind : str
        What is asked: as the id begins, or ``enforces``.
    package : int
        The package by number; -1 where none is meant.
    row : tuple of int
        Its outcomes; empty where none is meant.
    concept : str or None
        The concept of *enforces*.
    called : {"nash", "kalai_smorodinsky"} or None
        The solution of the central reading that the package is.
    """

    id: str
    kind: DealKind
    package: int = -1
    row: tuple[int, ...] = ()
    concept: str | None = None
    called: Followed | None = None


def package_id(engine: TableEngine, row: Sequence[int]) -> str:
    """Return a package as it is written in a call: ``assad=interim,truce=local``."""
    return ",".join(f"{issue}={name}" for issue, name in names_of(engine.model, row).items())


def find_deal_headlines(
    engine: TableEngine, concepts: Sequence[str], enforced: bool
) -> tuple[DealHeadline, ...]:
    """Return the headlines: the zone, and what becomes of the central deals.

    Of deals that tie in the central reading the first is followed.

    Parameters
    ----------
    engine : TableEngine
        Solves draws.
    concepts : sequence of str
        Those under which deals are asked to enforce themselves.
    enforced : bool
        Whether that can be asked.
    """
    central = engine.solve(central_values(engine.plan.guesses)[None])
    found = [DealHeadline("zone", "zone")]
    if engine.plan.groups:
        found.append(DealHeadline("two_levels", "two_levels"))
    deals: dict[int, list[Followed]] = {}
    for name in FOLLOWED:
        best = np.flatnonzero(central.solutions[name][0])
        if len(best):
            deals.setdefault(int(best[0]), []).append(name)
    for package, solutions in deals.items():
        row, called = engine.row(package), solutions[0]
        text = package_id(engine, row)
        kinds: list[DealKind] = ["frontier", *solutions]
        if engine.plan.groups:
            kinds.append("ratified")
        found += [
            DealHeadline(f"{kind}:{text}", kind, package, row, None, called) for kind in kinds
        ]
        if enforced:
            found += [
                DealHeadline(
                    f"enforces:{concept}:{text}", "enforces", package, row, concept, called
                )
                for concept in concepts
            ]
    return tuple(found)


def find_tracked(engine: TableEngine, pilot: NDArray[np.int64]) -> tuple[int, ...]:
    """Return the packages whose self-enforcement is counted, rising.

    They are the central solutions and frontier, and what else is often a solution or on the
    frontier in a few draws made ahead, `TRACKED` at most.
    """
    centre = central_values(engine.plan.guesses)[None]
    score = np.zeros(engine.size)
    for values, weight in ((centre, 1e6), (pilot, 1.0)):
        for _, found in engine.batches(values):
            score += weight * found.frontier.sum(axis=0)
            for solution in found.solutions.values():
                score += 10 * weight * solution.sum(axis=0)
    best = np.argsort(-score, kind="stable")[:TRACKED]
    return tuple(sorted(best[score[best] > 0].tolist()))


def deal_answers(
    headlines: Sequence[DealHeadline],
    found: Found,
) -> NDArray[np.bool_]:
    """Return the answer to each headline in each draw, shape (draws, headlines).

    Those of *enforces* are left at no: the table alone does not know.
    """
    told = np.zeros((len(found.zone), len(headlines)), np.bool_)
    for h, headline in enumerate(headlines):
        match headline.kind:
            case "zone":
                told[:, h] = found.zone.any(axis=1)
            case "two_levels":
                told[:, h] = found.ratified.any(axis=1)
            case "enforces":
                pass
            case kind:
                told[:, h] = found.of(kind)[:, headline.package]
    return told


def enforced_packages(headlines: Sequence[DealHeadline]) -> tuple[int, ...]:
    """Return the packages that are asked to enforce themselves, each once."""
    return tuple(dict.fromkeys(one.package for one in headlines if one.kind == "enforces"))


def enforced_answers(
    headlines: Sequence[DealHeadline], packages: Sequence[int], held: NDArray[np.uint8]
) -> NDArray[np.bool_]:
    """Return the answers to the headlines of *enforces*, shape (draws, headlines).

    Parameters
    ----------
    packages : sequence of int
        The packages of the columns of `held`.
    held : NDArray[np.uint8]
        Shape (draws, packages): the concepts under which each enforces itself, as bits.
    """
    told = np.zeros((len(held), len(headlines)), np.bool_)
    place = {package: x for x, package in enumerate(packages)}
    for h, headline in enumerate(headlines):
        if headline.concept is not None:
            bit = concept_number(headline.concept)
            told[:, h] = held[:, place[headline.package]] >> bit & 1
    return told
