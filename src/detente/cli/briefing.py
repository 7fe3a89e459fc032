"""The command that tells it all: brief."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from detente.cli.output import DossierPath, Out, Verify, deliver, errors_told, spare_dossier, tell


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
        from detente.brief.chart import can_draw
        from detente.words import say

        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        if form is BriefFormat.HTML and desk.dossier.table is not None and not can_draw():
            tell(say("brief.deal.no_charts"))
        deliver(render(desk.brief(verify), form.value), out)


def add_briefing(app: typer.Typer) -> None:
    """Add the commands of this group to `app`."""
    app.command()(brief)
