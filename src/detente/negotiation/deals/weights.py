"""Weights of parties as they are written on a command line."""

from __future__ import annotations

from detente.errors import CallError, call_error


def read_weights(text: str) -> dict[str, float]:
    """Return the weights written as ``us=2,russia=1``.

    Raises
    ------
    CallError
        If a part is not a name, a sign of equality and a number, or a name comes twice.

    Examples
    --------
    >>> read_weights("us=2, russia=1")
    {'us': 2.0, 'russia': 1.0}
    """
    weights: dict[str, float] = {}
    for part in text.split(","):
        party, _, number = (piece.strip() for piece in part.partition("="))
        try:
            weight = float(number)
        except ValueError:
            raise _bad(f"`{part.strip()}` does not say which weight a party has") from None
        if party in weights:
            raise _bad(f"{party} has two weights")
        weights[party] = weight
    return weights


def _bad(message: str) -> CallError:
    return call_error("wrong-weight", message, "Write party=number, each number above 0")
