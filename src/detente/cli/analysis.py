"""Commands that analyse the standoff: stability, explain."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

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


class Kernel(StrEnum):
    """The kernels of stability."""

    AUTO = "auto"
    FAST = "fast"
    GENERAL = "general"


def stability(
    dossier: DossierPath,
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
    verify_all: Annotated[
        bool,
        typer.Option("--verify-all", help="As --verify, every verdict, however long it takes."),
    ] = False,
    all_states: Annotated[
        bool, typer.Option("--all-states", help="List every state in JSON, however many.")
    ] = False,
    kernel: Annotated[Kernel, typer.Option(help="The kernel; both give the same.")] = Kernel.AUTO,
) -> None:
    """Tell which states hold, for whom, and under which concept."""
    with errors_told():
        import detente

        chosen: Literal["fast", "general"] | None = None
        if kernel is not Kernel.AUTO:
            chosen = "fast" if kernel is Kernel.FAST else "general"
        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        result = desk.stability(chosen, "all" if verify_all else verify)
        deliver_result(result.with_all_states() if all_states else result, form, out)


def explain(
    dossier: DossierPath,
    state: Annotated[
        str, typer.Argument(metavar="STATE", help="A pattern such as YNNY, `today`, or a name.")
    ],
    party: Annotated[
        list[str] | None,
        typer.Option("--party", help="Only this party (may be repeated).", show_default=False),
    ] = None,
    concept: Annotated[
        list[str] | None,
        typer.Option("--concept", help="Only this concept (may be repeated).", show_default=False),
    ] = None,
    form: FormatOption = Format.TEXT,
    out: Out = None,
    verify: Verify = False,
) -> None:
    """Tell why a state holds or not: each improvement, and what deters it, move by move."""
    with errors_told():
        import detente

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        deliver_result(desk.explain(state, party or None, concept or None, verify), form, out)


def add_analysis(app: typer.Typer) -> None:
    """Add the commands of this group to `app`."""
    app.command()(stability)
    app.command(context_settings={"ignore_unknown_options": True})(explain)
