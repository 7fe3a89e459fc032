"""How a party stands today: what it could gain alone, what takes that away, what decides it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.dossier.standoff import Clause

Strength = Literal["nothing", "firm", "held", "thin", "open"]
"""From *nothing better to move to* down to *would move*."""

Why = Literal["nothing", "gain", "held", "answer", "way", "wait"]
"""What a statement decides: nothing better, a gain, its loss, an answer, a step, a waiting."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What takes the gain of an improvement away: steps of (party, from, to)."""

    steps: tuple[tuple[int, int, int], ...]

    @property
    def end(self) -> int:
        """The state it leads to."""
        return self.steps[-1][2]


@dataclass(frozen=True, slots=True)
class Gain:
    """An improvement from today and what deters it, by concept (`None`: nothing does)."""

    to: int
    answers: dict[str, Answer | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a party stands today: its gains, the best first, and how firmly it is held."""

    party: int
    gains: tuple[Gain, ...]
    strength: Strength


@dataclass(frozen=True, slots=True)
class Reliance:
    """A statement that a verdict about today, or the nearest way out of it, rests on."""

    party: int
    clause: Clause
    why: Why
    about: int


@dataclass(frozen=True, slots=True)
class Unmet:
    """A party's first wish that is not met today, and the others whose options it names."""

    party: int
    clause: Clause
    others: tuple[int, ...]
