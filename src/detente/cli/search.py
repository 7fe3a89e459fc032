"""The command that finds words in reports and proposals: search."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.output import (
    DossierPath,
    Format,
    FormatOption,
    Out,
    deliver_result,
    errors_told,
    spare_dossier,
)
from detente.cli.read import read_day


def search(
    dossier: DossierPath,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help="All must stand there; words in one pair of quotes stand together; a word that "
            "ends in * may go on.",
            show_default=False,
        ),
    ],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            help="Look only in proposals of this kind, such as talks.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DAY",
            help="Only in reports published from this day on.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DAY",
            help="Only in reports published up to this day.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", help="How many proposals and how many reports at most.")
    ] = 10,
    form: FormatOption = Format.TEXT,
    out: Out = None,
) -> None:
    """Find words in the reports that were read and in what is proposed, best first."""
    with errors_told():
        import detente

        days = [None if day is None else read_day(day) for day in (since, until)]
        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        found = desk.search(words, kind=kind, since=days[0], until=days[1], limit=limit)
        deliver_result(found, form, out)


def add_search(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(search)
