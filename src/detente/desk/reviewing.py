"""Deciding about what was read: what is proposed, accepted, written, and how often it was right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.desk.opened import Opened

if TYPE_CHECKING:
    from detente.reading.review import Precision, ProposalList, Written
    from detente.reading.store import Store


class Reviewing(Opened):
    """The part of a desk that decides about proposals for the record."""

    def store(self) -> Store:
        """Return the store of what was read, to be used in a ``with`` statement.

        Raises
        ------
        FileError
            If nothing was read into this dossier yet, or the file cannot be used.
        """
        from detente.reading.store import open_store

        return open_store(self.folder, self.dossier.sources, create=False)

    def proposals(
        self,
        kind: str | None = None,
        source: str | None = None,
        rule: str | None = None,
        confidence: str | None = None,
    ) -> ProposalList:
        """Return what is still to be decided.

        Parameters
        ----------
        kind : str, optional
            Only this kind: ``parties`` or a list of the record.
        source : str, optional
            Only what the source with this id tells.
        rule : str, optional
            Only what this rule found.
        confidence : {"high", "medium", "low"}, optional
            Only what is this sure.

        Raises
        ------
        CallError
            If there is no such kind or confidence.
        FileError
            If nothing was read into this dossier yet.
        """
        from detente.reading.review import ProposalList, proposals, wanted

        with self.store() as store:
            found = proposals(store, wanted(kind, source, rule, confidence))
        return ProposalList(found, self.dossier.digest)

    def accept_all(
        self,
        kind: str | None = None,
        source: str | None = None,
        rule: str | None = None,
        confidence: str | None = None,
    ) -> Written:
        """Accept proposals unseen and write them into the dossier; see :meth:`proposals`.

        What no sentence states as a fact is left for a person. Nothing of this counts as a decision
        when the precision of rules is measured.
        """
        from detente.reading.review import accept_unseen, wanted

        with self.store() as store:
            accept_unseen(store, wanted(kind, source, rule, confidence))
        return self.write_accepted()

    def write_accepted(self) -> Written:
        """Write what was accepted and does not stand in the dossier yet.

        Raises
        ------
        DossierError
            If the dossier has faults as it is.
        FileError
            If a file cannot be read or written.
        """
        from detente.dossier import load
        from detente.reading.review import write_accepted

        with self.store() as store:
            written = write_accepted(self.dossier.file, store)
        self.dossier = load(self.dossier.file)
        return written

    def precision(self) -> Precision:
        """Return how often each rule was right, as measured by decisions made one by one."""
        from detente.reading.review import precision

        with self.store() as store:
            return precision(store)
