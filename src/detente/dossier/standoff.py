"""The section ``conflict`` of a dossier as frozen data, every expression parsed.

Nothing is compiled to arrays here; :mod:`detente.conflict` does that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from detente.dossier.expressions import Expression
from detente.dossier.reasons import NO_REASON, Place, Reason


@dataclass(frozen=True, slots=True)
class Option:
    """Something a party can do. `id` is ``party.name``; `text` says it in words."""

    id: str
    party: str
    name: str
    text: str
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Clause:
    """One written expression with its reason and place: a statement, a constraint, a name."""

    text: str
    expression: Expression
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class AnyOrder:
    """Statements next to each other whose order is not known."""

    entries: tuple[Clause, ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class OneOf:
    """Alternative readings of one statement; the first is the central one."""

    entries: tuple[Clause, ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class ByStatements:
    """Option prioritisation: entries from the most to the least important."""

    entries: tuple[Clause | AnyOrder | OneOf, ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class ByRanking:
    """Direct ranking: tiers of state labels as written, best first; a tier is a tie.

    `places` has one place a label, in the same shape as `tiers`.
    """

    tiers: tuple[tuple[str, ...], ...]
    places: tuple[tuple[Place, ...], ...] = field(compare=False)
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight where `clause` is true, from `low` to `high` (equal unless a range was written)."""

    clause: Clause
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ByWeights:
    """Option weighting: the sum of the weights whose expressions are true."""

    terms: tuple[Weight, ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Indifferent:
    """All states are equally good for the party."""

    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Pair:
    """Two state labels as written: the party is known to prefer `better` to `worse`."""

    better: str
    worse: str
    places: tuple[Place, Place] = field(compare=False)
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class ByPairs:
    """Unknown preference: what the pairs and their chains do not say is not known."""

    pairs: tuple[Pair, ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


Preference = ByStatements | ByRanking | ByWeights | ByPairs | Indifferent


@dataclass(frozen=True, slots=True)
class OneWay:
    """``taken`` cannot be taken back; ``dropped`` can never become taken again."""

    direction: Literal["taken", "dropped"]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class StatusQuo:
    """The full ids of the options taken today; `written` has them in the order of the file."""

    taken: frozenset[str]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON
    written: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class StateName:
    """A short name for the states in which `clause` is true."""

    clause: Clause
    name: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """The full id of an option that a party does not see."""

    option: str
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Perception:
    """How a party sees the conflict where that differs from how the analyst sees it.

    Parameters
    ----------
    not_seen : tuple of Unseen
        Options that are never taken in its game.
    preferences : mapping
        What it believes that other parties want, by party.
    """

    not_seen: tuple[Unseen, ...]
    preferences: Mapping[str, Preference]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Standoff:
    """The section ``conflict``.

    `options` stand in the order of the letters of a pattern, party by party, so that the
    options of a party are always next to each other.
    """

    options: tuple[Option, ...]
    preferences: Mapping[str, Preference]
    place: Place = field(compare=False)
    status_quo: StatusQuo | None = None
    infeasible: tuple[Clause, ...] = ()
    one_way: Mapping[str, OneWay] = field(default_factory=dict)
    same: tuple[Clause, ...] = ()
    names: tuple[StateName, ...] = ()
    perceptions: Mapping[str, Perception] = field(default_factory=dict)

    @property
    def players(self) -> tuple[str, ...]:
        """The ids of the parties with options, in the order of their options."""
        return tuple(dict.fromkeys(option.party for option in self.options))
