"""From what a caller writes to weights of parties and a package of a model."""

from __future__ import annotations

from collections.abc import Mapping

from detente.errors import CallError, call_error
from detente.negotiation.model import TableModel
from detente.negotiation.packages import find_package


def checked_package(model: TableModel, package: str | Mapping[str, str]) -> tuple[int, ...]:
    """Return the package that `package` means, as the number of each issue's outcome.

    Raises
    ------
    CallError
        If an issue or outcome is unknown, or an issue is left out.
    """
    if not isinstance(package, str):
        package = ",".join(f"{issue}={outcome}" for issue, outcome in package.items())
    return tuple(find_package(model, package).tolist())


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
