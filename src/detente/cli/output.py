"""How every command ends: an answer on standard output or in a file, or errors for a reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import DetenteError

DossierPath = Annotated[
    Path, typer.Argument(metavar="DOSSIER", help="The dossier's folder or its dossier.yaml.")
]
Out = Annotated[
    Path | None, typer.Option("--out", help="Write the answer to this file.", show_default=False)
]
Verify = Annotated[
    bool,
    typer.Option("--verify", help="Derive the answer again from the literal definitions."),
]


class Format(StrEnum):
    """The forms of an answer."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


FormatOption = Annotated[Format, typer.Option("--format", help="The form of the answer.")]


@contextmanager
def errors_told() -> Iterator[None]:
    """Tell a user's mistakes on standard error, one a line, and exit with their code."""
    try:
        yield
    except DetenteError as error:
        for fault in error.faults:
            typer.echo(str(fault), err=True)
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        typer.echo("interrupted: nothing was written.", err=True)
        raise typer.Exit(130) from None


def deliver(text: str, out: Path | None) -> None:
    """Write `text` to the file `out`, whole or not at all, or to standard output."""
    if out is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from detente.files import write_text

    write_text(out, text)
    typer.echo(f"Written to {out}", err=True)
