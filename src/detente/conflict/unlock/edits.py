"""What one change of a party's mind is, and the statements that can be added.

An edit of a party with statements, weights or no preference at all costs 1. Changes of a direct
ranking are counted in pairs of states whose order differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

import numpy as np

from detente.conflict.model import ConflictModel
from detente.conflict.unlock.question import bits
from detente.dossier.expressions import Expression, If, Not, Taken

Kind = Literal["add", "remove", "move", "turn", "reorder"]

KINDS: tuple[Kind, ...] = ("add", "remove", "move", "turn", "reorder")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a party's mind.

    Parameters
    ----------
    party : int
        Whose mind.
    kind : {"add", "remove", "move", "turn", "reorder"}
        A wish added, removed or moved; the sign of a weight turned; two states compared anew.
    statement : int or None
        Which of the party's statements or terms as they stand, 0 the most important.
    text : str
        The wish as a dossier writes it.
    expression : Expression or None
        The same, parsed.
    place : int or None
        Where it would then stand in the party's list, 0 the most important; `None` where it
        would outweigh everything else, or leaves the list.
    line : int
        The line of the dossier; 0 for a new wish.
    side : {"", "above", "level", "below"}
        Whether it would then stand just above or below the wish `beside`; of a pair, how the
        first would stand to the second.
    beside : str
        The wish beside which it would stand, as a dossier writes it; empty where there is none.
    beside_expression : Expression or None
        The same, parsed.
    pair : tuple of int, optional
        The two states compared anew.
    """

    party: int
    kind: Kind
    statement: int | None = None
    text: str = ""
    expression: Expression | None = None
    place: int | None = None
    line: int = 0
    side: Literal["", "above", "level", "below"] = ""
    beside: str = ""
    beside_expression: Expression | None = None
    pair: tuple[int, int] | None = None

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """What keeps the edits of a change in order: party, kind, statement, place."""
        return (
            self.party,
            KINDS.index(self.kind),
            -1 if self.statement is None else self.statement,
            -1 if self.place is None else self.place,
        )


@dataclass(frozen=True, slots=True)
class Formula:
    """A wish that can be added.

    Parameters
    ----------
    expression : Expression
        A literal, or a literal if a literal.
    states : int
        Where it is true, as a bit set.
    own : bool
        Whether what it asks for, leaving its condition aside, is the party's own doing.
    """

    expression: Expression
    states: int
    own: bool

    @property
    def conditional(self) -> bool:
        """Whether it has a condition."""
        return isinstance(self.expression, If)


def formulas(
    model: ConflictModel, party: int, target: int, present: Sequence[int] = ()
) -> list[Formula]:
    """Return the wishes that can be added to those of `party`.

    Each is a literal over the options, or a literal if a literal. Of two that are true in the
    same feasible states one is listed. Left out are those that tell no two states apart, one
    that is true in the target alone (the target itself may not be added), and one that is true
    where a statement of `present` is, since adding it again is moving that statement.
    """
    full = (1 << model.size) - 1
    taken = [bits((model.states >> k & 1).astype(np.bool_)) for k in range(len(model.options))]
    known = {0, full, 1 << target, *present}
    found: list[Formula] = []

    def offer(expression: Expression, states: int, own: bool) -> None:
        if states not in known:
            known.add(states)
            found.append(Formula(expression, states, own))

    owner = model.owner.tolist()
    literals = [
        (k, positive, taken[k] if positive else full & ~taken[k])
        for k in range(len(taken))
        for positive in (True, False)
    ]
    literals.sort(key=lambda one: owner[one[0]] != party)
    for k, positive, states in literals:
        offer(_literal(model, k, positive), states, owner[k] == party)
    pairs = sorted(
        combinations(range(len(taken)), 2),
        key=lambda pair: party not in (owner[pair[0]], owner[pair[1]]),
    )
    for (a, b), (one, two) in product(pairs, product((True, False), repeat=2)):
        if owner[a] != party and owner[b] == party:
            a, b, one, two = b, a, two, one
        states = (taken[a] if one else full & ~taken[a]) | (taken[b] if two else full & ~taken[b])
        clause = If(_literal(model, a, one), _literal(model, b, not two))
        offer(clause, states, owner[a] == party)
    return found


def _literal(model: ConflictModel, option: int, positive: bool) -> Expression:
    taken = Taken(model.options[option])
    return taken if positive else Not(taken)
