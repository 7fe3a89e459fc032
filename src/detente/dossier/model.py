"""The dossier: everything an analyst wrote, checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from detente.dossier.dates import Date
from detente.dossier.reasons import Path, Place, Reason
from detente.dossier.record import Record
from detente.dossier.sources import Source
from detente.dossier.standoff import ByPairs, Preference, Standoff
from detente.dossier.table import Table
from detente.errors import DossierError, Fault


@dataclass(frozen=True, slots=True)
class Party:
    """A decision maker, or anyone else who acts or speaks.

    Parameters
    ----------
    also : tuple of str
        Other names by which reports call it.
    backs : tuple of str
        The ids of the parties it backs.
    """

    id: str
    name: str
    kind: str | None = None
    also: tuple[str, ...] = ()
    backs: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Dossier:
    """A dossier as read. Two are equal if they say the same, however it is written and wherever.

    Parameters
    ----------
    file : Path
        The path of ``dossier.yaml`` as given.
    text : str
        Its text as read, without a byte order mark.
    sources, parties : mapping
        By id, in the order of the file.
    standoff : Standoff or None
        The section ``conflict``.
    table : Table or None
        The section ``negotiation``.
    record : Record
        Empty where the section is absent.
    reasons : mapping
        The reason of every value written with one, by the value's path.
    places : mapping
        The place of every value, by its path.
    digest : str
        SHA-256, in hexadecimal, over the YAML text and every source text.
    """

    title: str
    as_of: Date | None
    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    standoff: Standoff | None
    table: Table | None
    record: Record
    reasons: Mapping[Path, Reason]
    file: FilePath = field(compare=False)
    text: str = field(compare=False, repr=False)
    places: Mapping[Path, Place] = field(compare=False, repr=False)
    digest: str = field(compare=False, repr=False)

    def fault(self, place: Place | None, code: str, message: str, remedy: str = "") -> Fault:
        """Return a fault of this file at `place`."""
        line, column = (place.line, place.column) if place is not None else (0, 0)
        return Fault(str(self.file), line, column, code, message, remedy)

    def party_name(self, party: str) -> str:
        """Return the name of the party with the id `party`; any other text as it is."""
        return self.parties[party].name if party in self.parties else party

    def require_standoff(self) -> Standoff:
        """Return the standoff.

        Raises
        ------
        DossierError
            If the dossier has no section ``conflict``.
        """
        if self.standoff is None:
            raise DossierError(
                [
                    self.fault(
                        None,
                        "missing-section",
                        "the dossier has no section conflict, which this command needs",
                        self._remedy("conflict", "options and preferences"),
                    )
                ]
            )
        return self.standoff

    def _remedy(self, section: str, parts: str) -> str:
        """Return how to get a section that is missing: drafted, where there is a record."""
        add = f"Add {section} with {parts}"
        if next(iter(self.record.items()), None) is None:
            return add
        neither = self.standoff is None and self.table is None
        alone = "" if neither else f" --section {section}"
        command = f"detente draft {self.file.parent} --write{alone}"
        return f"{add}, or have it drafted from the record: {command}"

    def require_table(self) -> Table:
        """Return the table of negotiation.

        Raises
        ------
        DossierError
            If the dossier has no section ``negotiation``.
        """
        if self.table is None:
            raise DossierError(
                [
                    self.fault(
                        None,
                        "missing-section",
                        "the dossier has no section negotiation, which this command needs",
                        self._remedy("negotiation", "issues and parties"),
                    )
                ]
            )
        return self.table

    def require_complete(self, perceived: bool = False) -> Standoff:
        """Return the standoff, in which every party's order of the states is complete.

        Parameters
        ----------
        perceived : bool
            Whether the orders under ``perceptions`` must be complete too.

        Raises
        ------
        DossierError
            If the section ``conflict`` is absent, or with the first preference by ``pairs``.
        """
        standoff = self.require_standoff()
        told: list[tuple[str, Preference]] = [
            (self.party_name(party), preference)
            for party, preference in standoff.preferences.items()
        ]
        if perceived:
            told += [
                (f"{self.party_name(other)}, as {self.party_name(party)} sees it,", preference)
                for party, perception in standoff.perceptions.items()
                for other, preference in perception.preferences.items()
            ]
        for who, preference in told:
            if isinstance(preference, ByPairs):
                raise DossierError(
                    [
                        self.fault(
                            preference.place,
                            "incomplete-preferences",
                            f"{who} has preferences by pairs, which leave part of the order open, "
                            "and this command needs all of it",
                            "Use stability, which reads pairs, or give statements, a ranking, "
                            "weights or indifferent: true",
                        )
                    ]
                )
        return standoff
