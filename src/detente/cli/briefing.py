"""The command that tells it all: brief."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from detente.cli.output import DossierPath, Out, Verify, deliver, errors_told, spare_dossier


class BriefFormat(StrEnum):
    """The forms of a brief."""

    HTML = "html"
    MD = "md"
    JSON = "json"


def brief(
    dossier: DossierPath,
    out: Out = None,
    form: Annotated[
        BriefFormat, typer.Option("--format", help="The form of the brief.")
    ] = BriefFormat.HTML,
    verify: Verify = False,
) -> None:
    """Write the brief: findings, questions, and what they rest on."""
    with errors_told():
        import detente
        from detente.brief import render

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        deliver(render(desk.brief(verify), form.value), out)


def add_briefing(app: typer.Typer) -> None:
    """Add the commands of this group to `app`."""
    app.command()(brief)
