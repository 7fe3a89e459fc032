"""When two values are the same.

Values are compared to twelve digits: two that lie no more than half a step apart are the same,
so that the noise of written numbers and of rounding breaks no tie. Where many values are
compared, those without a wider gap between them form one level; unlike rounding to a grid, this
never parts two equal values that happen to lie on different sides of a grid line.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.negotiation.model import CELL, Worth

TIE = CELL // 2
"""Units by which two values of the same level may differ."""


def levels(values: Worth, gap: int = TIE) -> NDArray[np.int64]:
    """Return the level of each of `values`, counted from 0, the lowest.

    >>> levels(np.array([700_000, 3, 0, 700_001])).tolist()
    [1, 0, 0, 1]
    """
    found = np.zeros(len(values), np.int64)
    order = np.argsort(values, kind="stable")
    found[order[1:]] = np.cumsum(np.diff(values[order]) > gap)
    return found


def reaches(values: Worth, floor: Worth | int) -> NDArray[np.bool_]:
    """Return where `values` are at least `floor`, or the same."""
    enough: NDArray[np.bool_] = values >= floor - TIE
    return enough
