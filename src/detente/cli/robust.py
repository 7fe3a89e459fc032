"""The command that tells how far answers hang on guesses: robust."""

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


def robust(
    dossier: DossierPath,
    draws: Annotated[int, typer.Option(help="Draws at most.")] = 20_000,
    within: Annotated[
        float, typer.Option(help="Stop when the widest interval of a headline is narrower.")
    ] = 0.02,
    seed: Annotated[int, typer.Option(help="The same seed gives the same draws.")] = 0,
    concept: Annotated[
        list[str] | None,
        typer.Option(
            "--concept",
            help="A concept of the headlines (may be repeated); seq, if not given.",
            show_default=False,
        ),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help="A state of the headlines (may be repeated); today's, the named ones and the "
            "commonest equilibrium, if not given.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str, typer.Option("--on", help="here, processes, or a Dask scheduler: tcp://host:port.")
    ] = "here",
    workers: Annotated[
        int | None, typer.Option("--workers", help="How many processes.", show_default=False)
    ] = None,
    results: Annotated[
        Path | None,
        typer.Option(
            "--results",
            metavar="FOLDER",
            help="Keep every draw in this folder; a stopped run goes on from it.",
            show_default=False,
        ),
    ] = None,
    evaluations: Annotated[
        int | None,
        typer.Option(
            "--evaluations",
            help="Readings that the search for turning sets may solve.",
            show_default=False,
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
) -> None:
    """Tell how often each answer survives the dossier's guesses, and which guess drives it."""
    with errors_told():
        import detente
        from detente.runs.progress import Progress
        from detente.words import say

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        found = desk.robust(
            draws, within, seed, concept or None, state or None, on, workers, results,
            Progress(say("ensemble.units")), evaluations, verify,
        )  # fmt: skip
        for remark in found.remarks:
            tell(remark)
        deliver_result(found, form, out)


def add_robust(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(context_settings={"ignore_unknown_options": True})(robust)
