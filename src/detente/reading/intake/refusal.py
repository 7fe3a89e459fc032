"""What the user says of reports, and what is said of a file that gives none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all reports of a call; it goes before what a file says.

    Parameters
    ----------
    publisher, language : str or None
        Who published them; their language as an ISO 639-1 code.
    published : datetime.date or None
        The day of publication.
    encoding : str or None
        The encoding of text files that are not UTF-8.
    """

    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What is said of a file, or of a row of one.

    Parameters
    ----------
    origin : str
        The file, with ``:12`` for a row.
    code : str
        The reason in short, in kebab case.
    reason, remedy : str
        The reason in a sentence, and what to do.
    kept : bool
        Whether the report was kept nevertheless: this is a remark then.
    """

    origin: str
    code: str
    reason: str
    remedy: str = ""
    kept: bool = False


class UnreadableReportError(Exception):
    """A report that cannot be taken in; holds what is said of it, without its origin."""

    def __init__(self, code: str, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.code, self.reason, self.remedy = code, reason, remedy

    def of(self, origin: str) -> Refused:
        """Return what is said of the report at `origin`."""
        return Refused(origin, self.code, self.reason, self.remedy)
