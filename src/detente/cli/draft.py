"""The command that drafts a standoff from the record: draft."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.output import (
    DossierPath,
    Format,
    FormatOption,
    Out,
    deliver_result,
    errors_told,
    spare_dossier,
    tell,
)

if TYPE_CHECKING:
    from detente.reading.draft.proposal import SectionName


class Section(StrEnum):
    """The sections that can be drafted."""

    CONFLICT = "conflict"
    NEGOTIATION = "negotiation"


def draft(
    dossier: DossierPath,
    write: Annotated[
        bool, typer.Option("--write", help="Write the draft into dossier.yaml, and keep the rest.")
    ] = False,
    section: Annotated[
        Section | None,
        typer.Option("--section", help="Draft this section alone.", show_default=False),
    ] = None,
    form: FormatOption = Format.TEXT,
    out: Out = None,
) -> None:
    """Draft conflict and negotiation from the record, each entry with its sentence."""
    with errors_told():
        import detente
        from detente.words import say
        from detente.words.folding import fold

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        only: SectionName | None = None
        if section is not None:
            only = "conflict" if section is Section.CONFLICT else "negotiation"
        found = desk.draft(only)
        if not write:
            deliver_result(found, form, out)
            return
        file, changed = desk.write_draft(only)
        if found.missing:
            lines = [say("draft.lacks"), *(f"- {line}" for line in found.missing), ""]
            for line in fold(lines).splitlines():
                tell(line)
        names = list(found.sections)
        code = "draft.written" if changed else "draft.there"
        tell(say(code, sections=names, file=file))
        tell(say("draft.next", folder=dossier))


def add_draft(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(draft)
