"""What reports say: reading them, what they tell together, and finding words in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from detente.desk.opened import Opened

if TYPE_CHECKING:
    from detente.reading.across import ContradictionsResult, PositionsResult, TimelineResult
    from detente.reading.across.items import Fact
    from detente.reading.batch import ReadResult
    from detente.reading.search import SearchResult
    from detente.reading.store import StoredReport
    from detente.runs import Watcher

ACTORS = "actors.yaml"
"""The user's own table of actors, beside ``dossier.yaml``."""


class Reports(Opened):
    """The part of a desk that reads reports."""

    def read(
        self,
        reports: Iterable[str | os.PathLike[str]] = (),
        *,
        publisher: str | None = None,
        published: date | None = None,
        language: str | None = None,
        encoding: str | None = None,
        model: str | None = None,
        on: str | None = None,
        workers: int | None = None,
        again: bool = False,
        progress: Watcher | None = None,
        ask: Callable[[StoredReport], date | None] | None = None,
    ) -> ReadResult:
        """Read reports and keep what they propose for the record; the dossier stays as it is.

        Parameters
        ----------
        reports : iterable of str or path-like
            Files and folders: text, Markdown, HTML, PDF, CSV or JSON Lines. Without any, nothing
            is read, and everything that was read before is returned.
        publisher, published, language, encoding
            What is known of all of them; this goes before what the files say.
        model : str, optional
            The parser; the small English one, if not given.
        on : {"here", "processes"}, optional
            Where they are read; processes for many, if not given.
        workers : int, optional
            How many processes.
        again : bool
            Read reports again that the same rules have read, such as after parties were added.
        progress : Watcher, optional
            Is told how far it is.
        ask : callable, optional
            Is asked for the day of publication where nobody knows it.

        Raises
        ------
        CallError
            If spaCy or the model is not installed, or there is no such place.
        FileError
            If the store cannot be used, or another call is reading.
        DossierError
            If the user's own table of actors has faults.
        """
        from detente.reading.batch import CastParts, kept_reports, read_reports
        from detente.reading.intake import Given, gather

        paths = [Path(path) for path in reports]
        if not paths:
            return kept_reports(self.folder, self.dossier.digest)
        own = self.folder / ACTORS
        if own.exists():  # its faults are told before anything is done
            from detente.reading.cast import build_cast

            build_cast({}, own)
        return read_reports(
            self.folder,
            gather(paths, Given(publisher, published, language, encoding)),
            sources=self.dossier.sources,
            cast=CastParts(
                dict(self.dossier.parties),
                self.dossier.record.people,
                own if own.exists() else None,
            ),
            model=model,
            on=on,
            workers=workers,
            again=again,
            progress=progress,
            ask=ask,
            digest=self.dossier.digest,
        )

    def search(
        self,
        words: str | Sequence[str],
        *,
        kind: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 10,
    ) -> SearchResult:
        """Return where words stand in reports and proposals, best first.

        Parameters
        ----------
        words : str or sequence of str
            All of them must stand there. Words in quotes stand together, and a word that ends in
            ``*`` may go on.
        kind : str, optional
            Look only in proposals of this kind.
        since, until : datetime.date, optional
            Only in reports published from or up to this day.
        limit : int
            How many proposals and how many reports at most.

        Raises
        ------
        CallError
            If no word is given, the limit is below 1, or there is no such kind.
        FileError
            If nothing was read into this dossier yet, or the store cannot be used.
        """
        from detente.reading.search import search
        from detente.reading.store import open_store

        with open_store(self.folder, create=False) as store:
            return search(
                store, words, kind=kind, since=since, until=until, limit=limit,
                digest=self.dossier.digest,
            )  # fmt: skip

    def facts(self) -> tuple[Fact, ...]:
        """Return what the reports tell together, without what was rejected.

        Raises
        ------
        FileError
            If nothing was read into this dossier yet, or the store cannot be used.
        """
        from detente.reading.across import facts
        from detente.reading.store import open_store

        with open_store(self.folder, create=False) as store:
            return facts(item for item in store.items() if item.status != "rejected")

    def timeline(self) -> TimelineResult:
        """Return one dated list of what the reports tell."""
        from detente.reading.across import timeline

        told = self.facts()
        return timeline(told, names=self._names(told))

    def positions(self) -> PositionsResult:
        """Return where each party stands on each issue, over time."""
        from detente.reading.across import positions_table

        told = self.facts()
        return positions_table(told, names=self._names(told))

    def contradictions(self) -> ContradictionsResult:
        """Return what the reports tell differently, each with both sentences."""
        from detente.reading.across import contradictions

        told = self.facts()
        return contradictions(told, names=self._names(told))

    def _names(self, told: Iterable[Fact]) -> dict[str, str]:
        """Return the names of parties by id: as proposed, and before that as in the dossier."""
        proposed = {
            str(fact.fields["id"]): str(fact.fields["name"])
            for fact in told
            if fact.kind == "parties" and {"id", "name"} <= set(fact.fields)
        }
        return proposed | {one.id: one.name for one in self.dossier.parties.values()}
