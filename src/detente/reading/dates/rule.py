"""What a rule for times is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from detente.reading.dates.placing import Guess, Setting

Resolve = Callable[[re.Match[str], Setting], Guess | None]


class Rule(NamedTuple):
    """A form of words and what it means; `None` where the words are no time after all.

    Of `needs`, in small letters, one must stand in the text, or the pattern need not be tried.
    """

    id: str
    pattern: re.Pattern[str]
    resolve: Resolve
    needs: tuple[str, ...]
