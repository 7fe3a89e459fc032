"""Why states fight although fighting costs: the bargaining range of war (Fearon 1995).

Two sides, A and B, divide a prize of 1. A division is written as the share of A. If they fight,
A wins the prize with chance p, and each side pays its costs, in units of the prize. Whatever p
is, war wastes the costs, so that there are divisions which both prefer to it. The theory asks why
such a division is not found: because each side knows something that the other does not
(:func:`best_offer`), because a promise would not be kept once power has shifted
(:func:`preventive_war`), or because the prize cannot be cut there (:func:`peaceful_divisions`).

Numbers are taken exactly as they are written in decimals, so that 0.3 - 0.1 is 0.2; results are
fractions. ``float(x)`` makes a number of one.

Source: J. D. Fearon (1995), Rationalist explanations for war, International Organization 49:
379-414. Attitudes to risk by powers, and offers to costs drawn uniformly, are this project's own
choice of a form in which his argument can be computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from numbers import Real

from detente.errors import CallError, call_error

Number = int | float | Decimal | Fraction
"""What a user may write for a chance, a cost or a share."""


@dataclass(frozen=True, slots=True)
class BargainingRange:
    """The divisions of a prize that both sides prefer to war, as shares of A.

    Parameters
    ----------
    least_for_a : Fraction
        A accepts this share or more.
    most_for_a : Fraction
        B accepts that A gets this share or less.
    """

    least_for_a: Fraction
    most_for_a: Fraction

    @property
    def exists(self) -> bool:
        """Whether there is a division that both accept."""
        return self.least_for_a <= self.most_for_a

    @property
    def width(self) -> Fraction:
        """How wide the range is; below 0, how much is missing."""
        return self.most_for_a - self.least_for_a

    @property
    def interval(self) -> tuple[float, float] | None:
        """The least and the greatest share of A that both accept; `None` where there is none."""
        return (float(self.least_for_a), float(self.most_for_a)) if self.exists else None

    def accepts(self, share: Number) -> bool:
        """Tell whether both sides prefer that A gets `share`, from 0 to 1, to war, or as much.

        Raises
        ------
        CallError
            If the share is not a number from 0 to 1.
        """
        return self.least_for_a <= within_one("share", share) <= self.most_for_a


@dataclass(frozen=True, slots=True)
class Offer:
    """The best offer of a side that does not know the other's costs.

    Parameters
    ----------
    share : Fraction
        The share that A keeps; it offers the rest.
    risk_of_war : Fraction
        The chance that B refuses.
    worth : Fraction
        What A may expect from making the offer, war included.
    safest : Fraction
        The greatest share that A could keep without any risk.
    """

    share: Fraction
    risk_of_war: Fraction
    worth: Fraction
    safest: Fraction


def bargaining_range(
    p: Number,
    cost_a: Number,
    cost_b: Number,
    belief_a: Number | None = None,
    belief_b: Number | None = None,
    *,
    risk_a: Number = 1,
    risk_b: Number = 1,
) -> BargainingRange:
    """Return which divisions of a prize of 1 both sides prefer to war.

    A accepts its share x where ``x**risk_a >= pA - cost_a``; B accepts it where
    ``(1 - x)**risk_b >= 1 - pB - cost_b``. For sides that take chances as they are, which is what
    1 says, that is the range ``[pA - cost_a, pB + cost_b]``, within 0 and 1. If both believe p it
    is never empty. If each thinks itself the likelier winner it exists exactly where
    ``pA - cost_a <= pB + cost_b``.

    Parameters
    ----------
    p : number
        The chance, from 0 to 1, that A would win.
    cost_a, cost_b : number
        What war would cost each side, 0 or more, in units of the prize; with an attitude to risk
        other than 1, in units of what the whole prize is worth to that side.
    belief_a, belief_b : number, optional
        What A and B believe the chance of A's winning to be; p, if not given.
    risk_a, risk_b : number
        The power to which a side values its share: 1 where a sure half is as good as an even
        chance of all, less where it is better (averse to risk), more where it is worse. Exact
        for 1, to the precision of a floating-point number otherwise.

    Raises
    ------
    CallError
        If a number is outside what is allowed for it.

    Examples
    --------
    >>> bargaining_range(0.5, 0.1, 0.2).interval
    (0.4, 0.7)
    >>> bargaining_range(0.5, 0.1, 0.2, belief_a=0.9, belief_b=0.5).exists
    False
    """
    believed = within_one("p", p)
    of_a = believed if belief_a is None else within_one("belief_a", belief_a)
    of_b = believed if belief_b is None else within_one("belief_b", belief_b)
    war_a = of_a - not_negative("cost_a", cost_a)
    war_b = 1 - of_b - not_negative("cost_b", cost_b)
    least_for_b = _share_worth("risk_b", war_b, risk_b)
    return BargainingRange(_share_worth("risk_a", war_a, risk_a), 1 - least_for_b)


def peaceful_divisions(found: BargainingRange, shares: Iterable[Number]) -> tuple[Number, ...]:
    """Return those of the possible divisions that both sides prefer to war, as they were given.

    If the prize cannot be cut at will, `shares` has the shares of A that are possible: 0 and 1
    where one side must have it whole. If none is returned the prize is indivisible in the sense
    of Fearon: there is a range, and nothing to agree on inside it.

    Raises
    ------
    CallError
        If a share is not a number from 0 to 1.

    Examples
    --------
    >>> peaceful_divisions(bargaining_range(0.5, 0.1, 0.2), [0, 1])
    ()
    """
    return tuple(share for share in shares if found.accepts(share))


def best_offer(p: Number, cost_a: Number, lowest_b: Number, highest_b: Number) -> Offer:
    """Return the offer that serves A best where it does not know what war would cost B.

    A holds every cost of B between two bounds for as likely as any other, and makes a single
    offer, to keep x. B refuses where its cost is below x - p, and then there is war. A's
    expectation ``x (1 - F(x - p)) + (p - cost_a) F(x - p)``, with F uniform, is greatest where
    x - p is ``(highest_b - cost_a) / 2``, but not below `lowest_b`, where nobody refuses, and
    not where x would be above 1. So A runs a risk of war, knowingly and although both would be
    better off without it, exactly where ``highest_b - cost_a > 2 lowest_b`` and the prize is not
    exhausted before.

    Parameters
    ----------
    p : number
        The chance, from 0 to 1, that A would win; both know it.
    cost_a : number
        What war would cost A, 0 or more, in units of the prize.
    lowest_b, highest_b : number
        The bounds of what war would cost B.

    Raises
    ------
    CallError
        If a number is outside what is allowed for it, or the bounds are the wrong way round.

    Examples
    --------
    >>> offer = best_offer(0.5, 0.05, 0.05, 0.45)
    >>> float(offer.share), float(offer.risk_of_war)
    (0.7, 0.375)
    """
    chance, own = within_one("p", p), not_negative("cost_a", cost_a)
    low, high = not_negative("lowest_b", lowest_b), not_negative("highest_b", highest_b)
    if high < low:
        raise _off("highest_b", f"that is not below lowest_b, {float(low):g}", highest_b)
    beyond = min(max(low, (high - own) / 2), 1 - chance)
    risk = (beyond - low) / (high - low) if beyond > low else Fraction(0)
    share = chance + beyond
    worth = share * (1 - risk) + (chance - own) * risk
    return Offer(share, risk, worth, chance + min(low, 1 - chance))


def exact(name: str, value: Number) -> Fraction:
    """Return a number exactly as it is written in decimals.

    Raises
    ------
    CallError
        If it is no finite number.
    """
    if isinstance(value, bool) or not isinstance(value, Real | Decimal):
        raise _off(name, "that can be counted with", value)
    if not isfinite(value):
        raise _off(name, "that is finite", value)
    return Fraction(str(value))


def within_one(name: str, value: Number) -> Fraction:
    """Return a chance or a share exactly, or fail if it is not from 0 to 1."""
    number = exact(name, value)
    if not 0 <= number <= 1:
        raise _off(name, "from 0 to 1", value)
    return number


def not_negative(name: str, value: Number) -> Fraction:
    """Return a cost exactly, or fail if it is below 0."""
    number = exact(name, value)
    if number < 0:
        raise _off(name, "that is 0 or more", value)
    return number


def _share_worth(name: str, worth: Fraction, risk: Number) -> Fraction:
    """Return the share, from 0 to 1, that is worth as much as war to a side."""
    power = exact(name, risk)
    if power <= 0:
        raise _off(name, "that is above 0", risk)
    if worth <= 0 or power == 1:
        return max(Fraction(0), worth)
    return Fraction(float(worth) ** float(1 / power))


def _off(name: str, allowed: str, value: object) -> CallError:
    return call_error("bad-number", f"{name} is {value}", f"Give a number {allowed}")
