"""The command that goes through proposals with a person: review."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.output import DossierPath, Format, FormatOption, Out, deliver_result, errors_told
from detente.errors import call_error


def review(
    dossier: DossierPath,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            help="Only this kind: parties, people, statements, positions, talks, truces, events, "
            "support or figures.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help="Only what this source tells.", show_default=False),
    ] = None,
    rule: Annotated[
        str | None, typer.Option("--rule", help="Only what this rule found.", show_default=False)
    ] = None,
    confidence: Annotated[
        str | None,
        typer.Option(
            "--confidence", help="Only what is this sure: high, medium or low.", show_default=False
        ),
    ] = None,
    accept_all: Annotated[
        bool,
        typer.Option("--accept-all", help="Accept all of it unseen; measures no precision."),
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the proposals and stop.")] = False,
    form: FormatOption = Format.TEXT,
    out: Out = None,
) -> None:
    """Go through what was read, sentence by sentence: accept, edit or reject it."""
    with errors_told():
        import detente
        from detente.cli.reviewing import tell_written, walk
        from detente.reading.review import wanted

        if list_ and accept_all:
            raise call_error(
                "list-and-accept", "proposals are listed or accepted, not both",
                "Leave away --list or --accept-all",
            )  # fmt: skip
        if not list_ and (form is not Format.TEXT or out is not None):
            raise call_error(
                "only-a-list", "only a list of proposals has a form and a file", "Add --list"
            )
        desk = detente.open(dossier)
        which = wanted(kind, source, rule, confidence)
        if list_:
            deliver_result(desk.proposals(kind, source, rule, confidence), form, out)
        elif accept_all:
            tell_written(desk.accept_all(kind, source, rule, confidence), dossier)
        else:
            walk(desk, which, dossier)


def add_review(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(review)
