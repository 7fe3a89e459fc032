"""The command that asks what would have to change for a state to hold: unlock."""

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


def unlock(
    dossier: DossierPath,
    state: Annotated[
        str, typer.Argument(metavar="STATE", help="A pattern such as YNNY, `today`, or a name.")
    ],
    concept: Annotated[
        list[str] | None,
        typer.Option(
            "--concept",
            help="Under this concept (may be repeated); seq, if not given.",
            show_default=False,
        ),
    ] = None,
    also_unstable: Annotated[
        list[str] | None,
        typer.Option(
            "--also-unstable",
            metavar="STATE",
            help="A state that is not to hold (may be repeated).",
            show_default=False,
        ),
    ] = None,
    counts: Annotated[
        bool,
        typer.Option(
            "--counts", help="Count the strict rankings of each party with which it would stay."
        ),
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", help="How many of the smallest changes to list.")
    ] = 50,
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
) -> None:
    """Tell what would have to change for a state to hold: in minds, or from outside."""
    with errors_told():
        import detente
        from detente.errors import call_error

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        if not counts:
            found = desk.unlock(state, concept or None, also_unstable or (), limit, verify)
            deliver_result(found, form, out)
            return
        if also_unstable or verify:
            raise call_error(
                "counts-alone",
                "--counts goes with neither --also-unstable nor --verify",
                "Ask for the one or the other",
            )
        deliver_result(desk.unlock_counts(state, concept or None), form, out)


def add_unlock(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(context_settings={"ignore_unknown_options": True})(unlock)
