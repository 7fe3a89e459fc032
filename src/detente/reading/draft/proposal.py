"""A first standoff and table, proposed from what was accepted into the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from detente.dossier import Dossier
from detente.dossier.editing import with_value
from detente.dossier.emit import entry
from detente.errors import call_error
from detente.reading.draft.conflict import conflict_section
from detente.reading.draft.table import negotiation_section
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold

SectionName = Literal["conflict", "negotiation"]
SECTIONS: tuple[SectionName, ...] = ("conflict", "negotiation")


@dataclass(frozen=True, eq=False)
class DraftResult(Result):
    """Sections proposed, every entry with its evidence and marked as a draft.

    Parameters
    ----------
    title_of : str
        The title of the dossier.
    sections : mapping
        The sections as they would stand in ``dossier.yaml``, by name; one for which the record
        tells too little is absent.
    missing : tuple of str
        What an analyst has to add, a sentence each.
    """

    title_of: str
    sections: Mapping[str, Mapping[str, Any]]
    missing: tuple[str, ...]
    source: Manifest = field(default=Manifest("draft"))

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says which sections are proposed."""
        names = list(self.sections)
        return say("draft.title" if names else "draft.title.nothing", sections=names)

    def yaml(self, name: str) -> str:
        """Return a section as text that can stand in ``dossier.yaml``."""
        return "\n".join(entry({name: self.sections[name]}, 0)) + "\n"

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        told: dict[str, Any] = {name: self.sections.get(name) for name in SECTIONS}
        return {**told, "missing": list(self.missing)}

    def rows(self) -> Iterator[Row]:
        """Yield a row a drafted entry, then a row for each thing that is missing."""
        for name, section in self.sections.items():
            yield from _rows(section, name)
        for line in self.missing:
            yield {"path": "", "value": "", "because": line, "quotes": 0}

    def to_text(self) -> str:
        """Return the sections as YAML, with what is missing as comments after them."""
        lines = fold([self.title(), *(f"- {line}" for line in self.missing)]).splitlines()
        told = [self.yaml(name) for name in self.sections]
        return "\n".join([*told, "\n".join(f"# {line}".rstrip() for line in lines) + "\n"])


def _rows(value: object, path: str) -> Iterator[Row]:
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _rows(inner, f"{path}.{number}")
    if not isinstance(value, Mapping):
        return
    if value.get("draft"):
        given = next((value[key] for key in ("is", "want", "one_of") if key in value), "")
        yield {
            "path": path,
            "value": given if isinstance(given, str) else repr(given),
            "because": value.get("because", ""),
            "quotes": len(value.get("evidence", ())),
        }
        return
    for key, inner in value.items():
        yield from _rows(inner, f"{path}.{key}")


def draft(dossier: Dossier, only: SectionName | None = None) -> DraftResult:
    """Return a first ``conflict`` and ``negotiation`` from the record of `dossier`.

    Nothing is invented: an option, an outcome or a wish without a sentence is not drafted, and
    what is missing is said.

    Parameters
    ----------
    only : str, optional
        The one section to draft.
    """
    made = {"conflict": conflict_section, "negotiation": negotiation_section}
    sections: dict[str, Mapping[str, Any]] = {}
    missing: list[str] = []
    for name in SECTIONS if only is None else (only,):
        section, lines = made[name](dossier)
        missing += lines
        if section is not None:
            sections[name] = section
    parameters = {"section": only}
    source = Manifest("draft", dossier.digest, parameters)
    return DraftResult(dossier.title, sections, tuple(missing), source)


def with_draft(dossier: Dossier, proposed: DraftResult) -> Dossier:
    """Return `dossier` with the proposed sections, everything else as it was written.

    A section that stands there as proposed already is left as it is.

    Raises
    ------
    CallError
        If nothing is proposed, or one of the sections is there and says something else.
    """
    if not proposed.sections:
        raise call_error(
            "nothing-to-draft",
            "the record tells too little for a draft",
            "Accept positions, statements, events and support into the record first",
        )
    wanted = [name for name in proposed.sections if not _stands(dossier, proposed, name)]
    there = [name for name in wanted if (name,) in dossier.places]
    if there:
        other = next((name for name in wanted if name not in there), None)
        raise call_error(
            "section-there",
            f"the dossier has a section {there[0]} already",
            f"Write the other one alone with --section {other}"
            if other is not None
            else "Take it out first, or copy what you want from the draft by hand",
        )
    for name in wanted:
        dossier = with_value(dossier, (name,), proposed.sections[name])
    return dossier


def _stands(dossier: Dossier, proposed: DraftResult, name: str) -> bool:
    lines = dossier.text.replace("\r\n", "\n").splitlines()
    mine = proposed.yaml(name).splitlines()
    starts = (k for k, line in enumerate(lines) if line == mine[0])
    return any(lines[k : k + len(mine)] == mine for k in starts)
