"""One exception tree: a code, a plain sentence, where in the file, what to do.

Every error that a user can cause is a :class:`DetenteError` made of one or more
:class:`Fault` objects, so that a command can show all faults at once and none as a
traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing that is wrong, told to the person who can mend it.

    Parameters
    ----------
    file : str
        The file it stands in, as the user named it; empty if no file is at fault.
    line, column : int
        Counted from 1; 0 where the fault has no place in a file.
    code : str
        A short stable name such as ``unknown-key``, for programs and the documentation.
    message : str
        What is wrong, in a plain sentence without a full stop at its end.
    remedy : str
        What to do, in a plain sentence without a full stop; may be empty.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f":{self.line}:{self.column}"
        head = f"{place}: {self.code}: " if place else f"{self.code}: "
        tail = f". {self.remedy}" if self.remedy else ""
        return f"{head}{self.message}{tail}."


class DetenteError(Exception):
    """Something a user can mend; carries its faults in the order of the file.

    Parameters
    ----------
    faults : iterable of Fault
        At least one.
    """

    exit_code = 1

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[DetenteError], tuple[tuple[Fault, ...]]]:
        """Let an error travel between processes with its faults."""
        return type(self), (self.faults,)


class DossierError(DetenteError):
    """The dossier, or a file that belongs to it, is wrong (exit code 1)."""


class CallError(DetenteError):
    """The call is wrong: a state, party, concept or option of the call (exit code 2)."""

    exit_code = 2


class FileError(DetenteError):
    """A file cannot be read or written (exit code 1)."""


class SizeError(DetenteError):
    """The dossier is larger than a stated limit (exit code 1)."""


class RunError(DetenteError):
    """The work cannot go on where it runs: processes or a cluster fail (exit code 1)."""

    @classmethod
    def of(cls, code: str, message: str, remedy: str = "") -> RunError:
        """Return the error with a single fault that has no place in a file."""
        return cls([Fault("", 0, 0, code, message, remedy)])


class VerificationError(DetenteError):
    """An answer differs from the literal definitions: a defect of Détente (exit code 1)."""

    @classmethod
    def of(cls, told: str) -> VerificationError:
        """Return the error for what a verification told."""
        remedy = "Do not use this answer; report the defect"
        return cls([Fault("", 0, 0, "verification-failed", told.strip().rstrip("."), remedy)])


def call_error(code: str, message: str, remedy: str = "") -> CallError:
    """Return a :class:`CallError` with a single fault that has no place in a file."""
    return CallError([Fault("", 0, 0, code, message, remedy)])
