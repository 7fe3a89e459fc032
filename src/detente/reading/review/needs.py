"""What accepted entries need: the parties they name and the sources they cite."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.dossier.fields import RESERVED
from detente.dossier.model import Dossier
from detente.files import reason, unwritable, write_text
from detente.reading.review.entries import parties_in
from detente.reading.review.proposals import Proposal
from detente.words import say

if TYPE_CHECKING:
    from detente.reading.cast import Cast
    from detente.reading.store import Store, StoredReport

FOLDER = "sources"
_LONGEST_TITLE = 160


@dataclass(slots=True)
class Parties:
    """The parties of a dossier and those that join it.

    Parameters
    ----------
    ids : dict
        The id in the dossier of each party that a report names by another id.
    new : dict
        The entries of parties that are to be added, by id.
    also : dict
        Further names of parties that are there, by id.
    proposed : dict
        Fields of the proposals of the kind ``parties`` that are still undecided, by id.
    """

    dossier: Dossier
    cast: Cast
    ids: dict[str, str] = field(default_factory=dict)
    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    also: dict[str, list[str]] = field(default_factory=dict)
    proposed: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for party in self.dossier.parties.values():
            for name in (party.id, party.name, *party.also):
                self._names.setdefault(name.casefold(), party.id)

    def join(self, fields: Mapping[str, Any]) -> str:
        """Let a party join as it was proposed; return its id in the dossier."""
        party, name = str(fields["id"]), str(fields.get("name") or fields["id"])
        known = self._known(party, name, fields.get("also") or ())
        free = [
            one
            for one in dict.fromkeys(fields.get("also") or ())
            if one.casefold() not in self._names and one != name
        ]
        if known is None:
            entry = {"name": name, "kind": fields.get("kind"), "also": free or None}
            known = f"{party}_1" if party in RESERVED else party
            self.new[known] = {key: value for key, value in entry.items() if value}
            self._names[name.casefold()] = known
        elif free and known in self.new:
            self.new[known]["also"] = [*self.new[known].get("also", ()), *free]
        elif free:
            self.also.setdefault(known, []).extend(free)
        for one in (party, *free):
            self._names.setdefault(one.casefold(), known)
        self.ids[party] = known
        return known

    def known(self, fields: Mapping[str, Any]) -> None:
        """Note under which id a party stands that was written before."""
        party = str(fields["id"])
        known = self._known(party, str(fields.get("name") or party), fields.get("also") or ())
        if known is not None:
            self.ids[party] = known

    def need(self, fields: Mapping[str, Any]) -> None:
        """Let those parties join that an entry with `fields` names and that somebody knows."""
        for party in parties_in(fields):
            if party in self.ids:
                continue
            if party in self.dossier.parties:
                self.ids[party] = party
            elif party in self._names:
                self.ids[party] = self._names[party]
            elif party in self.proposed:
                self.join(self.proposed[party])
            elif (member := self.cast.member(party)) is not None:
                self.join({"id": party, "name": member.name, "kind": member.kind})
            elif "_" not in party:
                self.ids[party] = party.capitalize()

    def called(self, party: str) -> str:
        """Return the name of a party by its id, and anything else as it is."""
        known = self.ids.get(party, party)
        if known in self.dossier.parties:
            return self.dossier.parties[known].name
        if known in self.new:
            return str(self.new[known]["name"])
        if party in self.proposed:
            return str(self.proposed[party].get("name") or party)
        member = self.cast.member(party)
        return party if member is None else member.name

    def named(self, entry: Mapping[str, Any]) -> list[str]:
        """Return the ids of the new parties that `entry` names."""
        return [party for party in dict.fromkeys(parties_in(entry)) if party in self.new]

    def _known(self, party: str, name: str, also: Iterable[str]) -> str | None:
        """Return the id of the party that goes by a name of this one already."""
        if party in self.dossier.parties or party in self.new:
            return party
        found = (self._names.get(one.casefold()) for one in (name, party, *also))
        return next((one for one in found if one is not None), None)


def known_parties(dossier: Dossier, store: Store) -> Parties:
    """Return the parties of a dossier, with those that are proposed or in the table of actors."""
    from detente.reading.cast import build_cast

    parties = Parties(dossier, build_cast(dossier.parties))
    for item in store.items(status="proposed", kind="parties"):
        parties.proposed.setdefault(str(item.fields["id"]), item.fields)
    return parties


def source_entry(report: StoredReport, text: str, file: str) -> dict[str, Any]:
    """Return the entry of a report among the sources of a dossier."""
    first = next((line for line in text.splitlines() if line.strip()), report.source)
    title = " ".join((report.title or first).split())
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    others = report.publishers[1:]
    entry = {
        "title": title,
        "publisher": report.publishers[0] if report.publishers else None,
        "author": report.byline,
        "published": report.published,
        "file": file,
        "note": say("review.copies", publishers=list(others)) if others else None,
    }
    return {key: _one_line(value) for key, value in entry.items() if value}


def _one_line(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return "".join(letter if letter.isprintable() else " " for letter in value).strip()


@dataclass(slots=True)
class Texts:
    """The texts of reports beside a dossier.

    Parameters
    ----------
    entries : dict
        What is to be added to ``sources``, by id.
    made : dict
        The files that were written for it, by id.
    """

    dossier: Dossier
    store: Store
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    made: dict[str, Path] = field(default_factory=dict)

    def keep(self, proposals: Iterable[Proposal]) -> None:
        """Write the text of every report that `proposals` cite and the dossier does not have.

        Raises
        ------
        FileError
            If a text cannot be written.
        """
        for proposal in proposals:
            for item in proposal.members:
                known = item.source in self.dossier.sources or item.source in self.entries
                if item.status == "accepted" and not known:
                    text = self.store.text(item.digest)
                    file = self._keep(item.source, text)
                    report = self.store.report(item.digest)
                    self.entries[item.source] = source_entry(report, text, file)

    def _keep(self, source: str, text: str) -> str:
        """Return the file within the dossier's folder that holds `text`, written unless there."""
        home, data, number = self.dossier.file.parent, text.encode(errors="replace"), 1
        try:
            (home / FOLDER).mkdir(exist_ok=True)
            while True:
                name = f"{source}.txt" if number == 1 else f"{source}_{number}.txt"
                file = home / FOLDER / name
                if not file.exists():
                    self.made[source] = write_text(file, text)
                if file == self.made.get(source) or file.read_bytes() == data:
                    return f"{FOLDER}/{name}"
                number += 1
        except OSError as error:
            raise unwritable(home / FOLDER, reason(error)) from error

    def drop(self, kept: Container[str]) -> None:
        """Take away the files that were written for sources that are not among `kept`."""
        for source, file in self.made.items():
            if source not in kept:
                file.unlink(missing_ok=True)
