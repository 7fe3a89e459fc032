"""Long lines of an answer broken between words for a terminal."""

from __future__ import annotations

import textwrap

WIDTH = 100
"""Letters in a line of text."""


def fold(lines: list[str]) -> str:
    """Return `lines` as text, long ones broken between words and indented under their start.

    >>> print(fold(["  " + "word " * 22]), end="")
      word word word word word word word word word word word word word word word word word word word
        word word word
    """
    folded = []
    for line in lines:
        indent = len(line) - len(line.lstrip()) + 2
        folded += textwrap.wrap(
            line,
            WIDTH,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        ) or [""]
    return "\n".join(folded) + "\n"
