"""The command perceptions: who sees another game, and what the truth would change."""

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


def perceptions(
    dossier: DossierPath,
    concept: Annotated[
        list[str] | None,
        typer.Option("--concept", help="Only this concept (may be repeated).", show_default=False),
    ] = None,
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
) -> None:
    """Tell who sees another game, what holds then, and what learning the truth would change."""
    with errors_told():
        import detente

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        deliver_result(desk.perceptions(concept or None, verify), form, out)


def add_perceptions(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(perceptions)
