"""Polynomials with integer coefficients, few of them not zero: ``{exponent: coefficient}``."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import comb, lcm

Polynomial = dict[int, int]

ONE: Polynomial = {0: 1}


def times(one: Polynomial, two: Polynomial) -> Polynomial:
    """Return the product.

    >>> times({0: 1, 1: -1}, {0: 1, 1: 1})
    {0: 1, 2: -1}
    """
    product: Polynomial = {}
    for a, x in one.items():
        for b, y in two.items():
            product[a + b] = product.get(a + b, 0) + x * y
    return {exponent: c for exponent, c in product.items() if c}


def plus(one: Polynomial, two: Polynomial, factor: int = 1) -> Polynomial:
    """Return ``one + factor * two``.

    >>> plus({0: 1, 1: 2}, {1: 1}, -2)
    {0: 1}
    """
    total = dict(one)
    for exponent, c in two.items():
        total[exponent] = total.get(exponent, 0) + factor * c
    return {exponent: c for exponent, c in total.items() if c}


def one_minus(exponent: int, power: int = 1) -> Polynomial:
    """Return ``(1 - y**exponent)**power``.

    >>> one_minus(3, 2)
    {0: 1, 3: -2, 6: 1}
    """
    return {exponent * k: (-1) ** k * comb(power, k) for k in range(power + 1)}


def whole(polynomial: Polynomial) -> Fraction:
    """Return the integral over y from 0 to 1.

    >>> whole({0: 1, 1: -2, 2: 1})
    Fraction(1, 3)
    """
    scale = lcm(*(exponent + 1 for exponent in polynomial))
    total = sum(c * (scale // (exponent + 1)) for exponent, c in polynomial.items())
    return Fraction(total, scale)


def product_of(parts: Iterable[Polynomial]) -> Polynomial:
    """Return the product of all.

    >>> product_of([{1: 1}, {1: 1}])
    {2: 1}
    """
    total = ONE
    for part in parts:
        total = times(total, part)
    return total
