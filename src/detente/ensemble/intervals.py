"""Intervals of shares, of their differences, and of what is no more than chance.

References
----------
Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22:
the interval of a share. Newcombe (1998), "Interval estimation for the difference between
independent proportions", Statistics in Medicine 17, method 10: that of a difference, from two of
Wilson's. Wilson & Hilferty (1931), "The distribution of chi-square", PNAS 17.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

CERTAINTY = 0.95
"""How often, over many runs, an interval holds the share that endless draws would give."""


@dataclass(frozen=True, slots=True)
class Share:
    """In how many of some draws something is so.

    Parameters
    ----------
    count, draws : int
        So many of so many draws.
    low, high : float
        The interval of the share.
    """

    count: int
    draws: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share itself; 0 where there is no draw."""
        return self.count / self.draws if self.draws else 0.0

    @property
    def width(self) -> float:
        """How wide the interval is."""
        return self.high - self.low

    def to_dict(self) -> dict[str, float]:
        """Return share and interval as a JSON object, rounded to six places."""
        return {
            "share": round(self.share, 6), "low": round(self.low, 6), "high": round(self.high, 6)
        }  # fmt: skip


def quantile(certainty: float = CERTAINTY) -> float:
    """Return how many standard deviations hold `certainty` of a normal distribution.

    >>> round(quantile(0.95), 2)
    1.96
    """
    return NormalDist().inv_cdf((1 + certainty) / 2)


def wilson(count: int, draws: int, z: float = quantile()) -> Share:
    """Return the share `count` of `draws` with Wilson's interval.

    >>> wilson(83, 100).low < 0.83 < wilson(83, 100).high
    True
    """
    if not draws:
        return Share(0, 0, 0.0, 1.0)
    share, square = count / draws, z * z
    middle = (share + square / (2 * draws)) / (1 + square / draws)
    half = z / (1 + square / draws) * sqrt(
        share * (1 - share) / draws + square / (4 * draws * draws)
    )  # fmt: skip
    low = 0.0 if count == 0 else max(0.0, middle - half)
    high = 1.0 if count == draws else min(1.0, middle + half)
    return Share(count, draws, low, high)


def exact(count: int, draws: int) -> Share:
    """Return a share that is known: every draw there is was made."""
    share = count / draws
    return Share(count, draws, share, share)


def difference(one: Share, other: Share) -> tuple[float, float, float]:
    """Return by how much `one` is above `other`, and Newcombe's interval of it.

    Both shares carry the intervals that it is made of.
    """
    apart = one.share - other.share
    below = sqrt((one.share - one.low) ** 2 + (other.high - other.share) ** 2)
    above = sqrt((one.high - one.share) ** 2 + (other.share - other.low) ** 2)
    return apart, max(-1.0, apart - below), min(1.0, apart + above)


def most_by_chance(freedom: int, chance: float) -> float:
    """Return what a chi-square exceeds with `chance` only, by the cube of Wilson and Hilferty.

    >>> round(most_by_chance(3, 0.05), 1)
    7.8
    """
    z = NormalDist().inv_cdf(1 - chance)
    part = 2 / (9 * freedom)
    return float(freedom * (1 - part + z * sqrt(part)) ** 3)
