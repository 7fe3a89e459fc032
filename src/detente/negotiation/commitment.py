"""Why a side may attack a power that is rising, although peace would waste nothing.

The formula is derived again here from a model that is written out, since published forms differ
in the unit of the cost. It is this project's reading of the argument in J. D. Fearon (1995),
Rationalist explanations for war, International Organization 49: 379-414.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from detente.errors import call_error
from detente.negotiation.bargaining import Number, not_negative, within_one


@dataclass(frozen=True, slots=True)
class Shift:
    """What a shift of power makes of peace, for the side that declines.

    Parameters
    ----------
    war_now : Fraction
        What B may expect from attacking before the shift; all values are sums over time, in units
        of the prize of one period, a later period counting less.
    peace_later : Fraction
        What B will be left with from the second period on, seen from there, if it waits.
    share_needed : Fraction
        The share of the prize of the first period that would keep B from attacking.
    """

    war_now: Fraction
    peace_later: Fraction
    share_needed: Fraction

    @property
    def attacks(self) -> bool:
        """Whether B attacks now: even the whole prize of the first period is too little."""
        return self.share_needed > 1

    @property
    def missing(self) -> Fraction:
        """What B would have to lose in addition by attacking now, to stay; 0 if it stays."""
        return max(Fraction(0), self.share_needed - 1)


def preventive_war(p1: Number, p2: Number, delta: Number, cost_b: Number) -> Shift:
    """Tell whether B attacks A now because A will be stronger later.

    The model. Each period has a prize of 1, and a period counts `delta` times the one before. In
    each period A proposes a division, and B accepts it or attacks. War is fought once and for
    all: the winner has the prize of that and of every later period, and B pays `cost_b` once, in
    units of the prize of one period. A would win with chance `p1` in the first period, `p2` in
    all others. A cannot bind itself today to what it will propose tomorrow.

    From the second period on, A leaves B what it could get by fighting, and no more:
    ``L = max(0, (1 - p2) / (1 - delta) - cost_b)``. Attacking at once gives B
    ``(1 - p1) / (1 - delta) - cost_b``. The most that A can give before is the whole prize of the
    first period. So B attacks exactly where ``(1 - p1) / (1 - delta) - cost_b > 1 + delta L``.

    Where war would be worth something to B later, that is ``cost_b (1 - delta) <= 1 - p2``, this
    is the same as ``delta p2 - p1 > cost_b (1 - delta)**2``. Where it would not, B has nothing to
    fear but to lose all, and the right form is ``delta - p1 > cost_b (1 - delta)``; the first form
    would then see war where there is none.

    Parameters
    ----------
    p1, p2 : number
        The chance, from 0 to 1, that A would win, in the first period and afterwards.
    delta : number
        What a period counts beside the one before, from 0 to below 1.
    cost_b : number
        What war would cost B, 0 or more. Note the unit: a cost of c in units of everything that
        the winner ever gets, as :func:`detente.negotiation.bargaining_range` has it, is
        ``c / (1 - delta)`` here; the first form above is then ``delta p2 - p1 > c (1 - delta)``.

    Raises
    ------
    CallError
        If a number is outside what is allowed for it.

    Examples
    --------
    >>> preventive_war(0.3, 0.8, 0.9, 0.5).attacks
    True
    >>> preventive_war(0.3, 0.35, 0.9, 2).attacks
    False
    """
    now, later = within_one("p1", p1), within_one("p2", p2)
    patience, cost = within_one("delta", delta), not_negative("cost_b", cost_b)
    if patience == 1:
        raise call_error("bad-number", f"delta is {delta}", "Give a number from 0 to below 1")
    war_now = (1 - now) / (1 - patience) - cost
    peace_later = max(Fraction(0), (1 - later) / (1 - patience) - cost)
    return Shift(war_now, peace_later, max(Fraction(0), war_now - patience * peace_later))
