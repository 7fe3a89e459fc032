"""One package and one issue, word by word: who comes off worst, what all would welcome.

Plain functions over names and fractions, to be read beside the text that defines them; nothing
here is shared with the methods.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import floor

from detente.dossier.table import Amount, ByNumbers, Side
from detente.negotiation.verify.two_levels import Package

Values = Mapping[str, Fraction]
"""What something is worth, by party."""

STEPS = 10**12
"""Values are compared after rounding to so many steps from 0 to 1."""


def adds(side: Side, issue: str, outcome: str) -> Fraction:
    """Return what an outcome adds to the worth of a package: its weight's share times its value."""
    total = sum((_middle(weight) for weight in side.weights.values()), Fraction(0))
    weight = _middle(side.weights[issue])
    if weight == 0:
        return Fraction(0)
    return weight / total * _value(side, issue, outcome)


def _value(side: Side, issue: str, outcome: str) -> Fraction:
    values = side.values[issue]
    if isinstance(values, ByNumbers):
        return _middle(values.amounts[outcome])
    place = next(n for n, tier in enumerate(values.tiers) if outcome in tier)
    if len(values.tiers) == 1:
        return Fraction(1)
    return 1 - Fraction(place, len(values.tiers) - 1)


def _middle(amount: Amount) -> Fraction:
    return (Fraction(str(amount.low)) + Fraction(str(amount.high))) / 2


def step(worth: Fraction) -> int:
    """Return `worth` in whole steps, halves rounded up."""
    return floor(worth * STEPS + Fraction(1, 2))


def welcome_changes(
    worth: Mapping[Package, Values],
    can_be: Collection[Package],
    signers: Sequence[str],
    package: Package,
) -> list[Package]:
    """Return what all who must sign would rather have than `package`, the most welcome first.

    Parameters
    ----------
    worth : mapping
        The values of every package.
    can_be : collection of Package
        The packages that are feasible and cross no red line of anyone, in order.
    signers : sequence of str
        The parties that must sign.
    package : Package
        The one that was agreed.

    Returns
    -------
    list of Package
        Those that are worth at least as much to each signer and more to one (Raiffa 1985). Those
        come first from which most signers gain, then those with the largest product of the gains
        of these.
    """
    welcome = []
    for place, other in enumerate(can_be):
        gains = [step(worth[other][who] - worth[package][who]) for who in signers]
        if min(gains) >= 0 and max(gains) > 0:
            product = 1
            for gain in gains:
                if gain > 0:
                    product *= gain
            welcome.append((-sum(gain > 0 for gain in gains), -product, place, other))
    return [other for _, _, _, other in sorted(welcome)]


def gain_share(worth: Fraction, no_deal: Fraction, ideal: Fraction) -> Fraction | None:
    """Return the part that a gain is of the largest to be had; `None` where none is to be had."""
    if step(ideal - no_deal) <= 0:
        return None
    return (worth - no_deal) / (ideal - no_deal)


def worst_off(
    worth: Values, no_deal: Values, ideal: Values | None, signers: Sequence[str]
) -> set[str]:
    """Return who of those who must sign has the smallest gain share, or gain without an ideal.

    Shares that agree to ten digits are the same, and so are gains that agree to twelve.
    """
    scores: dict[str, Fraction] = {}
    for who in signers:
        if ideal is None:
            scores[who] = worth[who] - no_deal[who]
            continue
        share = gain_share(worth[who], no_deal[who], ideal[who])
        if share is not None:
            scores[who] = share
    same = Fraction(1, 2 * (STEPS if ideal is None else 10**10))
    return {who for who, score in scores.items() if score - min(scores.values()) <= same}


def given_up_together(adds: Mapping[str, Mapping[str, Fraction]]) -> Fraction:
    """Return the least that parties give up together on an issue, whatever is settled.

    Parameters
    ----------
    adds : mapping of str to mapping of str to Fraction
        By outcome and party, what the outcome adds to the worth of a package.
    """
    parties = {who for by_party in adds.values() for who in by_party}
    losses = []
    for settled in adds:
        losses.append(
            sum(
                (max(adds[other][who] for other in adds) - adds[settled][who] for who in parties),
                Fraction(0),
            )
        )
    return min(losses)
