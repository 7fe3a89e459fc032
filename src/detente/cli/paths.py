"""The command that finds paths: which states can be reached, and how."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.output import (
    DossierPath,
    Format,
    FormatOption,
    Out,
    Verify,
    deliver_result,
    errors_told,
    spare_dossier,
)


def paths(
    dossier: DossierPath,
    start: Annotated[
        str | None,
        typer.Option(
            "--start",
            metavar="STATE",
            help="The state that paths start from; today's, if not given.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar="STATE",
            help="A state to reach (may be repeated); all that hold, if not given.",
            show_default=False,
        ),
    ] = None,
    concept: Annotated[
        str, typer.Option(help="The concept under which states hold and parties are held back.")
    ] = "seq",
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
) -> None:
    """Tell which states can be reached from today, who would have to move, and with what wish."""
    with errors_told():
        import detente

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        deliver_result(desk.paths(start, to or None, concept, verify), form, out)


def add_paths(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(paths)
