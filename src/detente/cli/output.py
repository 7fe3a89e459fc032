"""How every command ends: an answer on standard output or in a file, or errors for a reader."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from detente.errors import DetenteError, Fault, FileError, call_error

if TYPE_CHECKING:
    from detente.dossier import Dossier
    from detente.results import Result

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


_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e"

FormatOption = Annotated[Format, typer.Option("--format", help="The form of the answer.")]


@contextmanager
def errors_told() -> Iterator[None]:
    """Tell a user's mistakes on standard error, one a line, and exit with their code."""
    try:
        yield
    except DetenteError as error:
        for fault in error.faults:
            tell(str(fault))
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        _discard(sys.stdout)
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        tell("interrupted: nothing was written.")
        raise typer.Exit(130) from None


def tell(message: str) -> None:
    """Write a message for a person to standard error, on one line that no terminal obeys."""
    typer.echo("".join(map(_seen, message)), err=True)


def _seen(letter: str) -> str:
    """Return `letter`, or a sign in place of one that would steer a terminal or cannot be shown."""
    steers = unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or letter in _DIRECTIONS
    return "\ufffd" if steers else letter


def deliver(text: str, out: Path | None) -> None:
    """Write `text` to the file `out`, whole or not at all, or to standard output.

    What is not read on a terminal is UTF-8 whatever the system prefers, as files are.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    if out is not None:
        from detente.files import write_text

        write_text(out, text)
        tell(f"Written to {out}")
        return
    if sys.stdout is None:
        raise _unwritable("it is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard(sys.stdout)
        raise _unwritable(error.strerror or "unknown reason") from error


def deliver_result(result: Result, form: Format, out: Path | None) -> None:
    """Deliver `result` in a form, and say on standard error what was derived again.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    told = {Format.TEXT: result.to_text, Format.JSON: result.to_json, Format.CSV: result.to_csv}
    deliver(told[form](), out)
    checked = result.manifest.verification
    if checked is not None:
        extent = _extent(checked)
        tell(f"Verified: {extent} derived again from the literal definitions; none differs.")


def _extent(checked: Mapping[str, Any]) -> str:
    """Return how much a verification derived again."""
    if "verdicts" in checked:
        return f"{checked['checked']:,} of {checked['verdicts']:,} verdicts"
    told = f"{checked['checked']:,} statements about {checked['listed']:,} packages"
    return told if checked["complete"] else f"{told}, a part of the table,"


def _unwritable(reason: str) -> FileError:
    message = f"standard output cannot be written ({reason})"
    return FileError([Fault("", 0, 0, "unwritable", message, "Write to a file with --out")])


def spare_dossier(dossier: Dossier, out: Path | None) -> None:
    """Refuse to write an answer over the dossier or one of its sources.

    Raises
    ------
    CallError
        If `out` is one of these files.
    """
    if out is None:
        return
    from detente.reading.store import NAME

    folder = dossier.file.parent
    own = [dossier.file, folder / NAME, folder / "actors.yaml"]
    own += [folder / s.file for s in dossier.sources.values() if s.file]
    if out.resolve() in [path.resolve() for path in own]:
        raise call_error(
            "would-overwrite",
            f"{out} belongs to the dossier and would be lost",
            "Name another file with --out",
        )


def _discard(stream: TextIO) -> None:
    """Let what `stream` still holds go nowhere, so that closing it does not fail again."""
    with suppress(OSError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
