"""Text inside drawings: how wide it is, where it breaks, and how it is written safely.

An SVG does not wrap its text, and no font may be asked for, so widths are estimated from
the kind of each letter, a little on the wide side.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from markupsafe import Markup

_NARROW = set("iljtfrI.,:;'|!()[] -·")
_WIDE = set("mwMW@%—…")


@cache
def _share(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.95
    return 0.68 if letter.isupper() else 0.55


def width(text: str, size: float) -> float:
    """Return about how wide `text` is, in the units of the font size `size`."""
    return sum(_share(letter) for letter in text) * size


def wrap(text: str, room: float, size: float, most: int = 6) -> list[str]:
    """Break `text` into lines that fit `room`; a cut text ends in an ellipsis.

    A word wider than the room is broken where it must be.
    """
    lines: list[str] = []
    line = ""
    words = text.split()
    while words:
        word = words.pop(0)
        trial = f"{line} {word}".strip()
        if width(trial, size) <= room:
            line = trial
            continue
        if line:
            lines.append(line)
            line = ""
            words.insert(0, word)
            continue
        cut = max(1, _fits(word, room, size))
        lines.append(word[:cut])
        if word[cut:]:
            words.insert(0, word[cut:])
    if line:
        lines.append(line)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(last + "…", size) > room:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip() + "…"]
    return lines


def _fits(word: str, room: float, size: float) -> int:
    used = 0.0
    for count, letter in enumerate(word):
        used += _share(letter) * size
        if used > room:
            return count
    return len(word)


def text_at(x: float, y: float, text: str, style: str) -> Markup:
    """Return a line of text with its baseline at `y`, escaped."""
    return Markup('<text x="{}" y="{}" class="{}">{}</text>').format(
        number(x), number(y), style, text
    )


def number(value: float) -> str:
    """Return `value` as short as a drawing needs it.

    >>> number(12.0), number(3.456)
    ('12', '3.5')
    """
    return f"{value:.1f}".rstrip("0").rstrip(".")


def canvas(wide: float, high: float, body: Markup, title: str, variant: str) -> Markup:
    """Return a whole drawing that scales with its box and names itself to a screen reader."""
    return Markup(
        '<svg class="drawing {}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(variant, number(wide), number(high), title, body)
