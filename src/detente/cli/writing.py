"""Commands for whoever writes a dossier: new, check, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.output import (
    DossierPath,
    Format,
    FormatOption,
    Out,
    deliver,
    errors_told,
)
from detente.errors import DetenteError, call_error


def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    profiles: Annotated[
        list[Path] | None,
        typer.Argument(help="With --genius: the XML file of each party's utility space."),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(help="The title of the dossier; if absent, `A new dossier` or the domain's."),
    ] = None,
    genius: Annotated[
        Path | None,
        typer.Option("--genius", help="The XML file of a GENIUS domain to start from."),
    ] = None,
    empty: Annotated[
        bool,
        typer.Option("--empty", help="Start without parties, to read reports into the dossier."),
    ] = False,
) -> None:
    """Start a dossier: a small complete one to change, an empty one, or a GENIUS domain's table."""
    with errors_told():
        from detente.dossier import new_dossier

        if genius is not None and empty:
            raise call_error(
                "empty-domain",
                "a dossier that starts from a domain is not empty",
                "Leave away --empty or --genius",
            )
        if genius is not None:
            from detente.negotiation.genius import new_from_genius

            written = new_from_genius(folder, genius, profiles or (), title)
        elif profiles:
            raise call_error(
                "no-domain", "profiles are named but no domain", "Name it with --genius DOMAIN.xml"
            )
        else:
            name = "A new dossier" if title is None else title
            written = new_dossier(folder, name, empty=empty)
        step = f"read {folder} REPORTS" if empty else f"check {folder}"
        deliver(f"Written to {written}. Next: detente {step}\n", None)


def check(
    dossier: DossierPath,
    review: Annotated[
        bool, typer.Option("--review", help="Also list what a second reader should look at.")
    ] = False,
    form: FormatOption = Format.TEXT,
    out: Out = None,
) -> None:
    """Check a dossier, its quotes and its conflict; tell every fault at once."""
    with errors_told():
        import detente

        try:
            result = detente.open(dossier).check(review)
        except DetenteError as error:
            if form is Format.JSON and error.exit_code == 1:
                deliver(_faults(error), out)
            raise
        told = {Format.TEXT: result.to_text, Format.JSON: result.to_json, Format.CSV: result.to_csv}
        deliver(told[form](), out)


def schema(out: Out = None) -> None:
    """Print the JSON Schema of dossier.yaml, for editors."""
    with errors_told():
        from detente.dossier import json_schema

        deliver(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", out)


def _faults(error: DetenteError) -> str:
    """Return the faults of a dossier as the JSON answer of check."""
    faults = [
        {
            "file": fault.file,
            "line": fault.line,
            "column": fault.column,
            "code": fault.code,
            "message": fault.message,
            "remedy": fault.remedy,
        }
        for fault in error.faults
    ]
    return json.dumps({"ok": False, "faults": faults}, indent=2, ensure_ascii=False) + "\n"


def add_writing(app: typer.Typer) -> None:
    """Add the commands of this group to `app`."""
    app.command()(new)
    app.command()(check)
    app.command()(schema)
