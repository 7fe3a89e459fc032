"""The section ``negotiation`` of a dossier as frozen data, every expression parsed.

Nothing is compiled to arrays here; :mod:`detente.negotiation` does that. Expressions over
packages use :class:`detente.dossier.expressions.Taken` with the full id of an outcome, such as
``assad.leaves``; expressions under ``needs`` name the options of the conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.dossier.reasons import NO_REASON, Place, Reason
from detente.dossier.standoff import Clause


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way in which an issue can be settled. `id` is ``issue.name``; `text` says it in words."""

    id: str
    issue: str
    name: str
    text: str
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a package settles; `question` is what it asks, `None` where not written."""

    id: str
    question: str | None
    outcomes: tuple[Outcome, ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range from `low` to `high`; equal unless a range was written."""

    low: float
    high: float
    place: Place = field(compare=False)
    reason: Reason = NO_REASON

    @property
    def middle(self) -> float:
        """The amount in the central reading."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class ByNumbers:
    """The value of each outcome of an issue, by the outcome's full id, all on a scale 0 to 1."""

    amounts: Mapping[str, Amount]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class ByOrder:
    """The outcomes of an issue from the best to the worst, by full id; a tier is a tie.

    In the central reading the tiers stand at equal steps from 1 (best) to 0 (worst), which is
    what uniform draws with this order and these ends come to on average. A single tier is worth 1.
    """

    tiers: tuple[tuple[str, ...], ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


Values = ByNumbers | ByOrder


@dataclass(frozen=True, slots=True)
class Linked:
    """An amount added to what a package is worth where `clause` is true of it."""

    clause: Clause
    amount: Amount


@dataclass(frozen=True, slots=True)
class Group:
    """Those inside a party who must be won over for it to ratify a package.

    Parameters
    ----------
    share : float
        Its part of the say inside the party, 0 to 1; the shares of a party sum to 1.
    veto : bool
        Whether nothing is ratified against it.
    values : mapping
        Values of its own, by issue; of all other issues it has the party's.
    no_deal : Amount or None
        What no deal is worth to it; the party's where not written.
    """

    id: str
    share: float
    veto: bool
    values: Mapping[str, Values]
    no_deal: Amount | None
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Side:
    """What a party at the table wants.

    Parameters
    ----------
    party : str
        Its id.
    weights : mapping
        How much each issue counts, by issue; relative to each other.
    values : mapping
        The worth of the outcomes of each issue, by issue.
    red_lines : tuple of Clause
        Expressions over outcomes; it never accepts a package of which one is true.
    no_deal : Amount or None
        Its reservation value; `None` where not written, which counts as 0.
    linked : tuple of Linked
        What outcomes are worth together beyond what each is worth.
    groups : tuple of Group
        Empty where the party is of one mind.
    threshold : float
        The part of the shares that must agree for the party to ratify; reached at this or more.
    """

    party: str
    weights: Mapping[str, Amount]
    values: Mapping[str, Values]
    place: Place = field(compare=False)
    red_lines: tuple[Clause, ...] = ()
    no_deal: Amount | None = None
    linked: tuple[Linked, ...] = ()
    groups: tuple[Group, ...] = ()
    threshold: float = 0.5
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Need:
    """What carrying out an outcome takes in the conflict.

    Parameters
    ----------
    outcome : str
        Its full id.
    wants : tuple of Clause
        Expressions over the options of the conflict, all to be true.
    """

    outcome: str
    wants: tuple[Clause, ...]
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Member:
    """A party that must sign, or must comply."""

    party: str
    place: Place = field(compare=False)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Table:
    """The section ``negotiation``.

    Parameters
    ----------
    issues : tuple of Issue
        In the order of the file; a package names one outcome of each.
    sides : mapping
        The parties with values, by id.
    must_sign : tuple of Member
        All parties of the section where not written.
    must_comply : tuple of Member
        Parties of the dossier that a package asks to act, whether they sit at the table or not.
    """

    issues: tuple[Issue, ...]
    sides: Mapping[str, Side]
    place: Place = field(compare=False)
    infeasible: tuple[Clause, ...] = ()
    must_sign: tuple[Member, ...] = ()
    must_comply: tuple[Member, ...] = ()
    needs: tuple[Need, ...] = ()
    reason: Reason = NO_REASON

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All outcomes, issue by issue."""
        return tuple(outcome for issue in self.issues for outcome in issue.outcomes)
