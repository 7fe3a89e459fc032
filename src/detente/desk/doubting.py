"""How far answers hang on guesses."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from detente.desk.opened import Opened, verified

if TYPE_CHECKING:
    from detente.ensemble import EnsembleResult
    from detente.runs.run import Watcher


class Doubting(Opened):
    """The part of a desk that answers how sure we are."""

    def robust(
        self,
        draws: int | None = None,
        within: float | None = None,
        seed: int = 0,
        concepts: Sequence[str] | None = None,
        states: Sequence[str] | None = None,
        on: str = "here",
        workers: int | None = None,
        results: str | os.PathLike[str] | None = None,
        progress: Watcher | None = None,
        evaluations: int | None = None,
        verify: bool = False,
    ) -> EnsembleResult:
        """Return how often each answer survives what the dossier is not sure of.

        Parameters
        ----------
        draws : int, optional
            Draws at most; 20,000, if not given.
        within : float, optional
            Stop when the widest interval of a headline is narrower than this; 0.02, if not given.
        seed : int
            The same seed gives the same draws wherever they are made.
        concepts : sequence of str, optional
            The concepts of headlines; ``seq``, if not given.
        states : sequence of str, optional
            Patterns or names of the states of headlines; today's, the named ones and the one that
            holds most often, if not given.
        on : str
            ``here``, ``processes``, or the address of a Dask scheduler.
        workers : int, optional
            How many processes.
        results : str or path-like, optional
            A folder that keeps every draw, and from which a stopped run goes on.
        progress : Watcher, optional
            Is told how far the run is.
        evaluations : int, optional
            Readings that the search for turning sets may solve.
        verify : bool
            Derive the answers in some draws again from the literal definitions.

        Raises
        ------
        CallError
            If a number is out of range, or there is no such state, concept or place to run.
        DossierError
            If not every draw of the conflict can be compiled.
        FileError
            If the results folder cannot be used.
        VerificationError
            If the literal definitions disagree.
        """
        from detente.ensemble import DRAWS, WITHIN, robust

        found = robust(
            self.dossier,
            draws=DRAWS if draws is None else draws,
            within=WITHIN if within is None else within,
            seed=seed,
            concepts=concepts,
            states=states,
            on=on,
            workers=workers,
            results=None if results is None else Path(results),
            progress=progress,
            evaluations=evaluations,
        )
        if not verify:
            return found
        from detente.ensemble.checking import check_draws

        checked = check_draws(found, self.dossier)
        return verified(found, checked)
