"""Whether packages would enforce themselves, as frozen data; states and parties are numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.compliance.targets import Target
from detente.conflict.model import ConflictModel
from detente.conflict.sanctions import Sanction
from detente.conflict.unlock.measures import Measure
from detente.dossier.reasons import Evidence
from detente.dossier.standoff import Clause
from detente.negotiation.model import TableModel


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why a package cannot be carried out, and what would come closest.

    Parameters
    ----------
    wants : tuple of Clause
        Wants that cannot be met together; none of them can be spared from the clash. Empty where
        too many options are mentioned to look for it.
    rules : tuple of Clause
        The entries of ``infeasible`` that stand in their way; empty if the wants contradict each
        other by themselves.
    nearest : Target or None
        A feasible state that meets all wants, with as few further options changed as can be.
    further : tuple of int
        The options that would have to change from today although no want mentions them.
    """

    wants: tuple[Clause, ...]
    rules: tuple[Clause, ...]
    nearest: Target | None
    further: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """A party that would break a package, and its move.

    Parameters
    ----------
    party : int
        Who.
    level : int
        How well it is deterred from breaking away, as in
        :func:`detente.compliance.breaking.deterrence`; 0 is not at all.
    to : int
        Where its move leads: the improvement that is deterred worst.
    deterred_under : tuple of str
        The concepts under which that is deterred: GMR, SMR, SEQ, SSEQ.
    sanction : Sanction or None
        What would follow and deter it, under the last of these.
    """

    party: int
    level: int
    to: int
    deterred_under: tuple[str, ...]
    sanction: Sanction | None


@dataclass(frozen=True, slots=True)
class Departure:
    """A signer that would move away once clients do not follow."""

    party: int
    to: int
    stable: tuple[str, ...]
    """The concepts under which it would stay nevertheless, deterred by what would follow."""


@dataclass(frozen=True, slots=True)
class Desertion:
    """What becomes of a package when clients do not follow their sponsors.

    Parameters
    ----------
    clients : tuple of int
        The clients whose options stay as today.
    sponsors : tuple of int
        For each the numbers of its sponsors among the parties of the dossier that sign.
    state : int or None
        Where that leads, all else being done; `None` if it cannot be.
    against_today, against_package : mapping of int to int
        For each signer among the players: 1 if it prefers that state to today's (to the
        package's), 0 if it does not mind, -1 if it likes it less.
    departures : tuple of Departure
        The signers that would then move away.
    """

    clients: tuple[int, ...]
    sponsors: tuple[tuple[str, ...], ...]
    state: int | None
    against_today: Mapping[int, int] = field(default_factory=dict)
    against_package: Mapping[int, int] = field(default_factory=dict)
    departures: tuple[Departure, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What becomes of a package that is carried out in one of some states.

    Parameters
    ----------
    targets : tuple of Target
        The states, rising.
    chosen : Target
        The one that holds best; see :func:`detente.compliance.holding.best_target`.
    by_moves, by_improvements : bool
        Whether the parties together can get from today to one of them, or would.
    stable : mapping of int to tuple of str
        For every player the concepts under which the chosen state is stable for it.
    holds : tuple of str
        The concepts under which one of the states is stable for all who sign or comply.
    holds_for_all : tuple of str
        The same for all players.
    spoilers : mapping of str to tuple of int
        For each concept the players that neither sign nor comply and would leave the chosen
        state.
    breaches : tuple of Breach
        Those who would break it first: all that are deterred worst, alike.
    guarantees : tuple of Measure or None
        Single measures with which it would hold, those that ask least first; `None` where they
        were not looked for because it holds already or the conflict is too large.
    desertions : tuple of Desertion
        One for each client by itself, and one for all of them if there are several.
    """

    targets: tuple[Target, ...]
    chosen: Target
    by_moves: bool
    by_improvements: bool
    stable: Mapping[int, tuple[str, ...]]
    holds: tuple[str, ...]
    holds_for_all: tuple[str, ...]
    spoilers: Mapping[str, tuple[int, ...]]
    breaches: tuple[Breach, ...]
    guarantees: tuple[Measure, ...] | None
    desertions: tuple[Desertion, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A package and what the conflict says of it.

    Parameters
    ----------
    row : tuple of int
        The outcome of each issue.
    values : tuple of int
        What it is worth to each party at the table, in units.
    wants : tuple of Clause
        What its outcomes need.
    carried : Carried or None
        `None` if no feasible state meets the wants with all else as today.
    shortfall : Shortfall or None
        Why not.
    product : float
        The Nash product of the signers' gains over no deal.
    """

    row: tuple[int, ...]
    values: tuple[int, ...]
    wants: tuple[Clause, ...]
    carried: Carried | None
    shortfall: Shortfall | None
    product: float

    @property
    def holds(self) -> tuple[str, ...]:
        """The concepts under which it enforces itself."""
        return () if self.carried is None else self.carried.holds


@dataclass(frozen=True, slots=True)
class Ground:
    """A sentence that one side of a contradiction rests on.

    Parameters
    ----------
    words : str
        What is said there, in words.
    because : str or None
        The analyst's reason.
    evidence : tuple of Evidence
        The quotes.
    line : int
        The line of the dossier.
    """

    words: str
    because: str | None
    evidence: tuple[Evidence, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A place where the table and the conflict say opposite things of one party's wishes.

    Parameters
    ----------
    party : str
        Whose wishes.
    better, worse : str
        Of two outcomes of an issue their full ids, the better first as the table has it; of a
        package against no deal ``package`` and ``no_deal``, the better first.
    row : tuple of int or None
        The package; `None` where two outcomes are compared.
    packages : int
        How many packages of the answer contradict in this direction; the first is told.
    states : tuple of int
        The state of the better and of the worse, in the same order; the conflict prefers the
        second.
    table, conflict : Ground
        What each rests on.
    """

    party: str
    better: str
    worse: str
    row: tuple[int, ...] | None
    packages: int
    states: tuple[int, int]
    table: Ground
    conflict: Ground


@dataclass(frozen=True, eq=False, slots=True)
class Enforcement:
    """Which packages would enforce themselves.

    Parameters
    ----------
    table : TableModel
        The table.
    model : ConflictModel
        The conflict.
    bound : tuple of int
        The players that must sign or comply.
    unplayed : tuple of str
        Parties that must sign or comply but have no options in the conflict, by id.
    concepts : tuple of str
        The concepts that were computed.
    packages : tuple of Judged
        Ranked, those that enforce themselves best first.
    contradictions : tuple of Contradiction
        Where the table and the conflict contradict each other.
    """

    table: TableModel
    model: ConflictModel
    bound: tuple[int, ...]
    unplayed: tuple[str, ...]
    concepts: tuple[str, ...]
    packages: tuple[Judged, ...]
    contradictions: tuple[Contradiction, ...]
