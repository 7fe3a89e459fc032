"""A state as a party with preferences by pairs values it: better only than what pairs say.

References
----------
Li, Hipel, Kilgour and Fang, *IEEE Transactions on Systems, Man, and Cybernetics A* 34 (2004):
preferences that are known in part.
"""

from __future__ import annotations

from collections.abc import Iterable


class Known:
    """The worth of a state; greater only than that of states which a chain of pairs puts below.

    Parameters
    ----------
    label : str
        The state.
    below : frozenset of str
        The states that are known to be worse.

    Examples
    --------
    >>> best, middle, worst = known_values(["YY", "YN", "NN"], [("YY", "YN"), ("YN", "NN")])
    >>> best > worst, worst > best, worst == worst
    (True, False, True)
    """

    __slots__ = ("below", "label")

    def __init__(self, label: str, below: frozenset[str]) -> None:
        self.label = label
        self.below = below

    def __gt__(self, other: Known) -> bool:
        return other.label in self.below


def known_values(labels: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[Known]:
    """Return the worth of each of `labels`; a pair names the better state first."""
    worse: dict[str, set[str]] = {}
    for better, than in pairs:
        worse.setdefault(better, set()).add(than)
    return [Known(label, _below(label, worse)) for label in labels]


def _below(label: str, worse: dict[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [label]
    while waiting:
        for state in worse.get(waiting.pop(), ()):
            if state not in found:
                found.add(state)
                waiting.append(state)
    return frozenset(found)
