"""The command about coalitions: who could act together, and who must trust whom."""

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


def coalitions(
    dossier: DossierPath,
    coalition: Annotated[
        list[str] | None,
        typer.Option(
            "--coalition",
            metavar="PARTY+PARTY",
            help="Only this coalition (may be repeated); all, if not given.",
            show_default=False,
        ),
    ] = None,
    all_states: Annotated[
        bool,
        typer.Option("--all-states", help="Tell improvements from every state, not only today's."),
    ] = False,
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
) -> None:
    """Tell what parties could do together, what holds against it, and who must trust whom."""
    with errors_told():
        import detente

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        deliver_result(desk.coalitions(coalition or None, all_states, verify), form, out)


def add_coalitions(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(coalitions)
