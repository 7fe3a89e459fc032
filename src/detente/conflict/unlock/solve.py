"""What would have to change for a state to hold: conditions, changes of mind, measures."""

from __future__ import annotations

from collections.abc import Sequence

from detente.conflict.model import ConflictModel
from detente.conflict.preferences import central_statements
from detente.conflict.unlock.conditions import Requirement, conditions
from detente.conflict.unlock.edits import Edit
from detente.conflict.unlock.measures import Outside, measures
from detente.conflict.unlock.order import Change, in_order
from detente.conflict.unlock.question import MOST_STATES, Board, known_concept
from detente.conflict.unlock.rankings import RankingWishes
from detente.conflict.unlock.result import Proof, UnlockResult
from detente.conflict.unlock.search_joint import BUDGET, Search
from detente.conflict.unlock.search_own import added
from detente.conflict.unlock.statements import StatementWishes
from detente.conflict.unlock.weights import WeightWishes
from detente.conflict.unlock.wishes import Steps, Weight, Wishes
from detente.dossier import Dossier
from detente.dossier.standoff import ByRanking, ByStatements, ByWeights, Preference
from detente.errors import Fault, SizeError, call_error
from detente.results import Manifest

LIMIT = 50
"""Smallest changes that are listed, unless another number is asked for."""


def unlock(
    dossier: Dossier,
    model: ConflictModel,
    target: int,
    concepts: Sequence[str] = ("seq",),
    also_unstable: Sequence[int] = (),
    limit: int = LIMIT,
    budget: int = BUDGET,
) -> UnlockResult:
    """Return what would make `target` hold under each concept [1]_.

    Parameters
    ----------
    dossier : Dossier
        What the model was compiled from; its statements, weights and rankings are what changes.
    model : ConflictModel
        The conflict in its central reading.
    target : int
        The state that is to hold.
    concepts : sequence of str
        Concepts, each by itself; not ``sim``.
    also_unstable : sequence of int
        States that are not to hold under the concept, each unstable for some party.
    limit : int
        How many of the smallest changes to list for each concept.
    budget : int
        Steps that the search for one concept may take. The answer depends on it, not on the
        speed of the machine, and says how far it got.

    Raises
    ------
    CallError
        For an unknown concept or ``sim``, a limit below 1, or a state that is to hold and not to.
    SizeError
        If there are more than `MOST_STATES` states, or more moves than can be listed.

    References
    ----------
    .. [1] Kinsara, Kilgour & Hipel (2015), "Inverse approach to the graph model for conflict
       resolution", IEEE Transactions on Systems, Man, and Cybernetics: Systems 45.
    """
    asked = tuple(dict.fromkeys(map(known_concept, concepts)))
    unstable = tuple(dict.fromkeys(also_unstable))
    _check(model, target, unstable, limit)
    if model.size > MOST_STATES:
        raise _too_large(model.size)
    board = Board(model)
    wishes = [
        _wishes(dossier.require_standoff().preferences[name], model, party, target)
        for party, name in enumerate(model.parties)
    ]
    requirements: list[Requirement] = []
    changes: list[Change] = []
    proofs = []
    holds = {}
    for concept in asked:
        holds[concept] = board.equilibrium(target, concept, model.ranks)
        requirements += conditions(board, target, concept)
        steps = Steps(budget)
        solution = Search(board, wishes, target, concept, unstable, limit, steps).run()
        for parts in solution.changes:
            weight: Weight = (0,) * 5
            edits: list[Edit] = []
            for party, atoms, placement in parts:
                weight = added(weight, wishes[party].weight(atoms))
                edits += wishes[party].edits(atoms, placement)
            changes.append(Change(concept, solution.cost or 0, tuple(edits), weight))
        proofs.append(
            Proof(
                concept,
                solution.cost,
                solution.proved,
                solution.total,
                len(solution.changes),
                solution.complete,
            )
        )
    brought = measures(Outside(board), target, asked, unstable)
    parameters = {
        "state": model.label(target),
        "concepts": list(asked),
        "also_unstable": model.labels(list(unstable)) if unstable else [],
        "limit": limit,
        "budget": budget,
    }
    return UnlockResult(
        model=model,
        target=target,
        concepts=asked,
        also_unstable=unstable,
        holds=holds,
        conditions=tuple(requirements),
        changes=tuple(changes),
        measures=brought,
        ranked=in_order(changes, brought),
        proofs=tuple(proofs),
        source=Manifest("unlock", dossier.digest, parameters),
    )


def _check(model: ConflictModel, target: int, unstable: Sequence[int], limit: int) -> None:
    if limit < 1:
        raise call_error(
            "limit-too-low",
            f"{limit} changes cannot be listed",
            "Give a limit of at least 1",
        )
    if target in unstable:
        raise call_error(
            "unstable-target",
            f"{model.label(target)} is to hold and not to hold at once",
            "Name another state that is not to hold, or none",
        )


def _too_large(size: int) -> SizeError:
    message = (
        f"changes are looked for in conflicts of at most {MOST_STATES:,} states, and there are "
        f"{size:,}"
    )
    remedy = "Rule out or merge states, or leave out options that matter little"
    return SizeError([Fault("", 0, 0, "too-many-states-to-unlock", message, remedy)])


def _wishes(preference: Preference, model: ConflictModel, party: int, target: int) -> Wishes:
    """Return a party's preference in a form that can be changed."""
    match preference:
        case ByStatements():
            return StatementWishes(model, party, target, tuple(central_statements(preference)))
        case ByWeights():
            return WeightWishes(model, party, target, preference)
        case ByRanking():
            return RankingWishes(model, party, target, preference.place.line)
        case _:
            return StatementWishes(model, party, target, ())
