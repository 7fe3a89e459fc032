"""The sources of a dossier: their texts, read safely, and the quotes that stand in them."""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path as FilePath

from detente.dossier.dates import Date
from detente.dossier.wording import shown

MAX_SOURCE_BYTES = 16_000_000
_MAX_WORDS_SEARCHED = 100_000


@dataclass(frozen=True)
class Source:
    """A report, a book, or a conversation without a file.

    Parameters
    ----------
    text : str or None
        The stored text with line ends as a single line feed and without a byte order mark;
        offsets of evidence count its code points. `None` where the source has no file.
    """

    id: str
    title: str
    publisher: str | None = None
    author: str | None = None
    published: Date | None = None
    file: str | None = None
    note: str | None = None
    text: str | None = field(default=None, repr=False)

    @cached_property
    def _words(self) -> tuple[str, list[int], list[int]]:
        """The text with single spaces, and where each word starts in it and in the stored text."""
        matches = list(re.finditer(r"\S+", self.text or ""))
        words = [match.group() for match in matches]
        squeezed = [0, *accumulate(len(word) + 1 for word in words)][: len(words)]
        return " ".join(words), squeezed, [match.start() for match in matches]

    def find(self, quote: str) -> tuple[int, int] | None:
        """Return where `quote` first stands in the text, white space aside.

        Returns
        -------
        tuple of int, or None
            Half-open code-point offsets in `text`; `None` if the quote does not stand there.
        """
        wanted = " ".join(quote.split())
        text, squeezed, starts = self._words
        at = text.find(wanted) if wanted else -1
        if at < 0:
            return None
        first, last = at, at + len(wanted) - 1
        word_first = bisect_right(squeezed, first) - 1
        word_last = bisect_right(squeezed, last) - 1
        return (
            starts[word_first] + first - squeezed[word_first],
            starts[word_last] + last - squeezed[word_last] + 1,
        )

    def nearest_passage(self, quote: str) -> str | None:
        """Return the passage with most words in common with `quote`, if half of them are."""
        wanted = Counter(_plain(word) for word in quote.split())
        words = self._words[0].split(" ")[:_MAX_WORDS_SEARCHED]
        length = min(wanted.total(), len(words))
        have: Counter[str] = Counter()
        shared, best, best_end = 0, 0, 0
        for end, word in enumerate(words):
            plain = _plain(word)
            shared += have[plain] < wanted[plain]
            have[plain] += 1
            if end >= length:
                gone = _plain(words[end - length])
                have[gone] -= 1
                shared -= have[gone] < wanted[gone]
            if shared > best:
                best, best_end = shared, end + 1
        if best * 2 < max(length, 2):
            return None
        return shown(" ".join(words[max(0, best_end - length) : best_end]), 160)


def _plain(word: str) -> str:
    return word.strip(".,;:!?\"'()“”‘’«»").casefold()


class SourceMistake(ValueError):  # noqa: N818
    """A file of a source that cannot be used, with the parts of a fault."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def read_source(folder: FilePath | None, name: str) -> str:
    """Return the text of the file `name` of a source.

    Parameters
    ----------
    folder : Path or None
        The dossier's folder; the file must lie in it when all links are followed.
    name : str
        The path as written in the dossier.

    Raises
    ------
    SourceMistake
        If the file is outside the folder, missing, no regular file, too large or no UTF-8.
    """
    if folder is None:
        raise SourceMistake(
            "source-missing", f"the file {shown(name)} cannot be looked up without a folder",
            "Give the folder of the dossier, or take file out",
        )  # fmt: skip
    try:
        home = folder.resolve()
        path = (home / name).resolve()
        if FilePath(name).is_absolute() or not path.is_relative_to(home):
            raise SourceMistake(
                "source-outside", f"the file {shown(name)} lies outside the dossier's folder",
                "Copy it into the folder sources beside dossier.yaml",
            )  # fmt: skip
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceMistake(
                "source-not-file", f"{shown(name)} is not a regular file", "Name a text file"
            )
        if status.st_size > MAX_SOURCE_BYTES:
            raise SourceMistake(
                "source-too-large",
                f"the file {shown(name)} is larger than {MAX_SOURCE_BYTES:,} bytes",
                "Keep the part that is quoted",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceMistake(
            "source-missing", f"the file {shown(name)} does not exist",
            "Put the report there, or take file out to keep the source unverified",
        ) from error  # fmt: skip
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "too many links"
        raise SourceMistake(
            "source-unreadable", f"the file {shown(name)} cannot be read ({reason})",
            "Mend the file or its permissions",
        ) from error  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceMistake(
            "source-not-text", f"the file {shown(name)} is not UTF-8 text (byte {error.start + 1})",
            "Save it as plain text in UTF-8",
        ) from error  # fmt: skip
    return text.replace("\r\n", "\n").replace("\r", "\n")
