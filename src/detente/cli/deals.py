"""The command that asks what deal there is: deals."""

from __future__ import annotations

from pathlib import Path
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
    tell,
)


def deals(
    dossier: DossierPath,
    package: Annotated[
        str | None,
        typer.Option(
            "--package",
            metavar="PACKAGE",
            help="Tell this package in full, such as assad=interim,truce=local.",
            show_default=False,
        ),
    ] = None,
    self_enforcing: Annotated[
        bool,
        typer.Option(
            "--self-enforcing", help="Rank packages by whether they would enforce themselves."
        ),
    ] = False,
    weights: Annotated[
        str | None,
        typer.Option(
            "--weights",
            metavar="WEIGHTS",
            help="Weigh the parties' gains for the Nash deal, such as us=2,russia=1.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", help="How many packages to tell.")] = 20,
    genius_out: Annotated[
        Path | None,
        typer.Option(
            "--genius-out",
            metavar="FOLDER",
            help="Also write the table to this folder in the format of GENIUS.",
            show_default=False,
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
) -> None:
    """Tell which deals could be signed, what each gives to whom, and which enforce themselves."""
    with errors_told():
        import detente
        from detente.negotiation.deals.weights import read_weights

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        given = None if weights is None else read_weights(weights)
        ask = desk.self_enforcing if self_enforcing else desk.deals
        found = ask(package, given, limit, verify)
        if genius_out is not None:
            from detente.negotiation.genius import write_genius

            for line in write_genius(desk.dossier, genius_out).to_text().splitlines():
                tell(line)
        deliver_result(found, form, out)


def add_deals(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(deals)
