"""What would change the standoff: paths, coalitions, perceptions, unlocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.desk.opened import Opened, verified

if TYPE_CHECKING:
    from detente.conflict import CoalitionsResult, PathsResult
    from detente.conflict.perceptions import PerceptionsResult
    from detente.conflict.unlock import CountsResult, UnlockResult


class Levers(Opened):
    """The part of a desk that answers what would change today's situation."""

    def paths(
        self,
        start: str | None = None,
        targets: Sequence[str] | None = None,
        concept: str = "seq",
        verify: bool = False,
    ) -> PathsResult:
        """Return which states can be reached from one, and the shortest paths there.

        Parameters
        ----------
        start : str, optional
            A pattern, ``today``, or a name the dossier gives; today's state, if not given.
        targets : sequence of str, optional
            The states to reach, in the same ways; the equilibria under `concept`, if not given.
        concept : str
            The concept under which states hold, and parties are held back.
        verify : bool
            Walk every path again, and search for shorter ones, by the literal definitions.

        Raises
        ------
        CallError
            If there is no such state or concept, or today's state is not known.
        VerificationError
            If the literal definitions disagree.
        """
        from detente.conflict import paths
        from detente.conflict.lookup import find_state

        found = paths(
            self.complete_model,
            None if start is None else find_state(self.complete_model, start),
            None if targets is None else [find_state(self.model, name) for name in targets],
            concept,
            source=self.dossier.digest,
        )
        if not verify:
            return found
        from detente.conflict.verify import check_paths

        checked = check_paths(found, self.dossier)
        return verified(found, checked)

    def coalitions(
        self,
        coalition: Sequence[str] | None = None,
        all_states: bool = False,
        verify: bool = False,
    ) -> CoalitionsResult:
        """Return what coalitions can do, what holds against them, and who must trust whom.

        Parameters
        ----------
        coalition : sequence of str, optional
            The coalitions to look at, each as the ids or names of its members joined by ``+``;
            all, if not given.
        all_states : bool
            Tell improvements from every state, not only from today's.
        verify : bool
            Derive the answer again from the literal definitions, for about half a minute.

        Raises
        ------
        CallError
            If a coalition is empty, has a member twice or one that is no party.
        DossierError
            If some party's preferences are by pairs, which leave part of its order open.
        SizeError
            If the conflict is too large for an analysis of coalitions.
        VerificationError
            If the literal definitions disagree.
        """
        from detente.conflict import coalitions
        from detente.conflict.coalitions.masks import find_coalition

        model = self.complete_model
        found = coalitions(
            model,
            None if coalition is None else [find_coalition(model, text) for text in coalition],
            range(model.size) if all_states else None,
            source=self.dossier.digest,
        )
        if not verify:
            return found
        from detente.conflict.verify import check_coalitions

        checked = check_coalitions(found, self.dossier)
        return verified(found, checked)

    def perceptions(
        self, concepts: Sequence[str] | None = None, verify: bool = False
    ) -> PerceptionsResult:
        """Return who sees another game, what holds then, and what learning the truth changes.

        Parameters
        ----------
        concepts : sequence of str, optional
            The concepts to look at; all, if not given.
        verify : bool
            Derive every verdict in every party's game again from the literal definitions.

        Raises
        ------
        CallError
            If there is no such concept.
        DossierError
            If an order, own or believed, is known in part only.
        VerificationError
            If the literal definitions disagree.
        """
        from detente.conflict import stability
        from detente.conflict.perceptions import perceptions

        self.dossier.require_complete(perceived=True)
        digest = self.dossier.digest
        result = stability(self.model, source=digest)
        told = perceptions(self.dossier, self.model, concepts, result, digest)
        if not verify:
            return told
        from detente.conflict.verify import check_perceptions

        checked = check_perceptions(told, self.dossier)
        return verified(told, checked)

    def unlock(
        self,
        state: str,
        concepts: Sequence[str] | None = None,
        also_unstable: Sequence[str] = (),
        limit: int = 50,
        verify: bool = False,
    ) -> UnlockResult:
        """Return what would have to change for a state to hold: in minds, or from outside.

        Parameters
        ----------
        state : str
            A pattern, ``today``, or a name the dossier gives.
        concepts : sequence of str, optional
            The concepts, each by itself; ``seq``, if not given. Not ``sim``.
        also_unstable : sequence of str
            States that are not to hold.
        limit : int
            How many of the smallest changes to list for each concept.
        verify : bool
            Apply every change and measure again and judge it by the literal definitions; of
            few states it is also tried whether less would do.

        Raises
        ------
        CallError
            If there is no such state or concept, the limit is below 1, or the state is to hold
            and not to.
        VerificationError
            If the literal definitions disagree.
        """
        from detente.conflict.lookup import find_state
        from detente.conflict.unlock import unlock

        found = unlock(
            self.dossier,
            self.complete_model,
            find_state(self.complete_model, state),
            ("seq",) if concepts is None else concepts,
            [find_state(self.model, name) for name in also_unstable],
            limit,
        )
        if not verify:
            return found
        from detente.conflict.verify import check_unlock

        checked = check_unlock(found, self.dossier)
        return verified(found, checked)

    def unlock_counts(self, state: str, concepts: Sequence[str] | None = None) -> CountsResult:
        """Return in how many strict rankings of each party a state is stable for it.

        Parameters
        ----------
        state : str
            A pattern, ``today``, or a name the dossier gives.
        concepts : sequence of str, optional
            The concepts; all but ``sim``, if not given.

        Raises
        ------
        CallError
            If there is no such state or concept.
        SizeError
            If there are too many states to count over.
        """
        from detente.conflict.lookup import find_state
        from detente.conflict.unlock import UNLOCKING, counts

        target = find_state(self.complete_model, state)
        return counts(self.model, target, concepts or UNLOCKING, self.dossier.digest)
