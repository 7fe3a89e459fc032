"""A measured figure beside its bound, and how long a call takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure.

    Parameters
    ----------
    bound : float or None
        The most it may be, or with `least` the least.
    """

    name: str
    value: float
    bound: float | None
    unit: str
    note: str = ""
    least: bool = False

    def __str__(self) -> str:
        bound, verdict = "", ""
        if self.bound is not None:
            bound = f"at {'least' if self.least else 'most'} {self.bound:g} {self.unit}"
            met = self.value >= self.bound if self.least else self.value <= self.bound
            verdict = "ok" if met else "MISSED"
        measured = f"{self.value:>9.2f} {self.unit:<6}"
        return f"{self.name:<58}{measured} {bound:<18} {verdict:<7}{self.note}"


def timed(call: Callable[[], object]) -> float:
    """Return the seconds that `call` takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
