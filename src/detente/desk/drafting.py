"""What the record implies: a first standoff and table, drafted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from detente.desk.opened import Opened

if TYPE_CHECKING:
    from detente.reading.draft import DraftResult
    from detente.reading.draft.proposal import SectionName


class Drafting(Opened):
    """The part of a desk that drafts sections from the record."""

    def draft(self, section: SectionName | None = None) -> DraftResult:
        """Return a first ``conflict`` and ``negotiation`` that the record implies.

        Parameters
        ----------
        section : {"conflict", "negotiation"}, optional
            The one section to draft; both, if not given.
        """
        from detente.reading.draft import draft

        return draft(self.dossier, section)

    def write_draft(self, section: SectionName | None = None) -> tuple[Path, bool]:
        """Write the draft into ``dossier.yaml``, everything else kept as it is written.

        Parameters
        ----------
        section
            As for :meth:`draft`.

        Returns
        -------
        Path
            The file.
        bool
            Whether it was changed; it is not where the draft stands there already.

        Raises
        ------
        CallError
            If a section is there that is not this draft, or nothing can be drafted.
        FileError
            If the file cannot be written.
        """
        from detente.dossier import save
        from detente.reading.draft import with_draft

        changed = with_draft(self.dossier, self.draft(section))
        if changed.text == self.dossier.text:
            return self.dossier.file, False
        return save(changed, self.dossier.file), True
