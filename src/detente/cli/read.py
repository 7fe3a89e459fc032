"""The command that reads reports, and tells what they say together: read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.output import (
    DossierPath,
    Format,
    FormatOption,
    Out,
    deliver,
    deliver_result,
    errors_told,
    spare_dossier,
    tell,
)

if TYPE_CHECKING:
    from detente.desk.desk import Desk
    from detente.reading.batch import ReadResult
    from detente.reading.store import StoredReport
    from detente.results import Result

PIECE = 1 << 16
"""Letters that are written at a time."""

_VIEWS = ("timeline", "positions", "contradictions", "report")


def read(
    dossier: DossierPath,
    reports: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="REPORTS",
            help="Files and folders: text, Markdown, HTML, PDF, CSV, JSON Lines. Without any, "
            "what was read before is told.",
            show_default=False,
        ),
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option("--publisher", help="Who published them all.", show_default=False),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DAY",
            help="When they were published: 2016-09-05.",
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", metavar="CODE", help="Their language, such as en.", show_default=False
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding", help="The encoding of texts that are not UTF-8.", show_default=False
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", help="A spaCy model that is installed.", show_default=False),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            help="here or processes; processes for many reports, if not given.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", help="How many processes.", show_default=False)
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read again what the same rules have read.")
    ] = False,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Tell what happened when, over all reports.")
    ] = False,
    positions: Annotated[
        bool, typer.Option("--positions", help="Tell where each party stands on each issue.")
    ] = False,
    contradictions: Annotated[
        bool, typer.Option("--contradictions", help="Tell what reports tell differently.")
    ] = False,
    report: Annotated[
        bool, typer.Option("--report", help="Tell how often each rule was right, by decisions.")
    ] = False,
    form: FormatOption = Format.TEXT,
    out: Out = None,
) -> None:
    """Read reports and propose entries for the record, each beside its sentence."""
    with errors_told():
        import detente
        from detente.errors import call_error
        from detente.runs.progress import Progress
        from detente.words import say

        views = dict(zip(_VIEWS, (timeline, positions, contradictions, report), strict=True))
        asked = [name for name, wanted in views.items() if wanted]
        if len(asked) > 1:
            raise call_error(
                "one-view",
                f"one answer at a time: --{asked[0]} and --{asked[1]} are two",
                "Leave one of them away",
            )
        day = None if published is None else read_day(published)
        desk = detente.open(dossier)
        spare_dossier(desk.dossier, out)
        if not reports and asked:
            deliver_result(_view(desk, asked[0]), form, out)
            return
        found = desk.read(
            reports or [], publisher=publisher, published=day, language=language,
            encoding=encoding, model=model, on=on, workers=workers, again=again,
            progress=Progress(say("reading.units")),
            ask=_ask if form is Format.TEXT and _at_terminal() else None,
        )  # fmt: skip
        if found.interrupted:
            tell(say("reading.interrupted", n_unread=f"{found.unread:,}"))
            raise typer.Exit(130)
        if asked:
            deliver_result(_view(desk, asked[0]), form, out)
        elif form is Format.JSON:
            _deliver_pieces(found, out)
        else:
            deliver_result(found, form, out)
        if found.refused and not found.numbers:
            raise typer.Exit(1)  # of all that was named, nothing could be read


def read_day(text: str) -> date:
    """Return the day that a user wrote.

    Raises
    ------
    CallError
        If it is none.
    """
    from detente.errors import call_error

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise call_error(
            "bad-day", f"{text} is no day of the calendar", "Write it as in 2016-09-05"
        ) from error


def _view(desk: Desk, name: str) -> Result:
    """Return what the reports tell together, in one of several views."""
    views: dict[str, Callable[[], Result]] = {
        "timeline": desk.timeline,
        "positions": desk.positions,
        "contradictions": desk.contradictions,
        "report": desk.precision,
    }
    return views[name]()


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _ask(report: StoredReport) -> date | None:
    """Ask at the terminal when a report was published."""
    from detente.words import say
    from detente.words.naming import clean

    while True:
        typer.echo(say("reading.ask", origin=clean(report.origin)), nl=False, err=True)
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        try:
            return date.fromisoformat(answer)
        except ValueError:
            tell(say("reading.ask-again"))


def _deliver_pieces(found: ReadResult, out: Path | None) -> None:
    """Write the JSON text of what was found, a piece at a time."""
    if out is None:
        for piece in _larger(found.pieces()):
            deliver(piece, None)
        return
    from detente.files import written_beside

    with written_beside(out) as temporary, temporary.open("w", encoding="utf-8") as stream:
        for piece in found.pieces():
            stream.write(piece)
    tell(f"Written to {out}")


def _larger(pieces: Iterable[str]) -> Iterator[str]:
    """Join pieces of text, so that each is worth writing."""
    ahead: list[str] = []
    size = 0
    for piece in pieces:
        ahead.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield "".join(ahead)
            ahead, size = [], 0
    yield "".join(ahead)


def add_read(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(read)
