"""What a package is: listed in order, read from names, told by names, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice, product
from math import prod

import numpy as np

from detente.dossier.expressions import Expression
from detente.errors import CallError, call_error
from detente.negotiation.model import CELL, Choices, TableModel, Worth
from detente.negotiation.rules import Truth, any_true, truth, where_outcomes


def holds(model: TableModel, expression: Expression, choices: Choices) -> Truth:
    """Return where `expression` is true of the packages `choices` (p, i); shape (p,)."""
    return truth(expression, where_outcomes(model), choices)


def worth(model: TableModel, choices: Choices) -> Worth:
    """Return what the packages `choices` (p, i) are worth to each party, in units; (p, n)."""
    where = where_outcomes(model)
    total = np.zeros((len(choices), len(model.parties)), np.int64)
    for issue, added in enumerate(model.worth):
        total += added[choices[:, issue]]
    for linked in model.linked:
        total[truth(linked.expression, where, choices), linked.party] += linked.amount
    return total


def cells(values: Worth) -> Worth:
    """Return values in units as whole steps of twelve digits, in which values are compared.

    >>> cells(np.array([499, 500, 1499])).tolist()
    [0, 1, 1]
    """
    steps: Worth = (values + CELL // 2) // CELL
    return steps


def feasible(model: TableModel, choices: Choices) -> Truth:
    """Return which packages can be: those of which no entry of `infeasible` is true; (p,)."""
    return ~any_true(model.infeasible, where_outcomes(model), choices)


def permitted(model: TableModel, choices: Choices) -> Truth:
    """Return which packages cross no party's red line; (p,)."""
    lines = [line.expression for line in model.red_lines]
    return ~any_true(lines, where_outcomes(model), choices)


def blocks(model: TableModel, size: int) -> Iterator[Choices]:
    """Yield all packages, those that cannot be among them, in order, about `size` at a time."""
    return grid(model.shape, size)


def grid(shape: Sequence[int], size: int) -> Iterator[Choices]:
    """Yield every row of numbers below `shape`, in rising order, about `size` rows at a time.

    >>> [block.tolist() for block in grid((2, 2), 2)]
    [[[0, 0], [0, 1]], [[1, 0], [1, 1]]]
    """
    heads, tails = heads_and_tails(shape, size)
    for some in heads:
        yield joined(some, tails)


def heads_and_tails(shape: Sequence[int], size: int) -> tuple[Iterator[Choices], Choices]:
    """Return rows of numbers below `shape` in two parts, so that each head goes with each tail.

    Returns
    -------
    heads : iterator of Choices
        The first columns in rising order, so many at a time that with the tails they make about
        `size` rows.
    tails : Choices
        The last columns in rising order, no more than `size` rows.
    """
    cut = len(shape)
    while cut and prod(shape[cut - 1 :]) <= size:
        cut -= 1
    axes = np.indices(tuple(shape[cut:]), np.int16)
    tails = axes.reshape(len(shape) - cut, -1).T if len(axes) else np.zeros((1, 0), np.int16)
    return _heads(shape[:cut], max(1, size // len(tails))), tails


def _heads(shape: Sequence[int], many: int) -> Iterator[Choices]:
    rows = product(*map(range, shape))
    while some := list(islice(rows, many)):
        yield np.array(some, np.int16).reshape(len(some), len(shape))


def joined(heads: Choices, tails: Choices) -> Choices:
    """Return each of `heads` with each of `tails` behind it, in order."""
    cut = heads.shape[1]
    block = np.empty((len(heads), len(tails), cut + tails.shape[1]), np.int16)
    block[:, :, :cut] = heads[:, None]
    block[:, :, cut:] = tails
    return block.reshape(len(heads) * len(tails), block.shape[2])


def row_of(model: TableModel, names: Mapping[str, str]) -> Choices:
    """Return the package that gives each issue the outcome of that name; shape (i,).

    Raises
    ------
    KeyError
        If an issue is not named or has no such outcome.
    """
    where = where_outcomes(model)
    return np.array([where[f"{issue}.{names[issue]}"][1] for issue in model.issues], np.int16)


def names_of(model: TableModel, row: Sequence[int] | Choices) -> dict[str, str]:
    """Return the name of the outcome that a package gives to each issue, by issue."""
    return {
        issue: model.outcomes[k][int(row[k])][len(issue) + 1 :]
        for k, issue in enumerate(model.issues)
    }


def find_package(model: TableModel, package: str | Mapping[str, str]) -> Choices:
    """Return the package that is meant, as the number of each issue's outcome; shape (i,).

    Parameters
    ----------
    package : str or mapping of str to str
        As ``assad=interim,truce=local``, or the name of an outcome by issue.

    Raises
    ------
    CallError
        If an issue or outcome is unknown, named twice or not named.
    """
    chosen: dict[str, int] = {}
    for issue, outcome in _named(package) if isinstance(package, str) else package.items():
        if issue not in model.issues:
            raise _unknown("unknown-issue", f"`{issue}` is no issue", issue, model.issues)
        k = model.issues.index(issue)
        names = [full[len(issue) + 1 :] for full in model.outcomes[k]]
        if outcome not in names:
            what = f"the issue {issue} has no outcome `{outcome}`"
            raise _unknown("unknown-outcome", what, outcome, names)
        if chosen.setdefault(issue, names.index(outcome)) != names.index(outcome):
            raise call_error(
                "wrong-package",
                f"the issue {issue} is given two outcomes",
                "Name one outcome of each issue",
            )
    missing = [issue for issue in model.issues if issue not in chosen]
    if missing:
        raise call_error(
            "incomplete-package",
            f"the package says nothing about {', '.join(missing)}",
            "Name one outcome of each issue",
        )
    return np.array([chosen[issue] for issue in model.issues], np.int16)


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Yield the issues and outcomes that `text` names."""
    for part in filter(None, (part.strip() for part in text.split(","))):
        issue, equals, outcome = (piece.strip() for piece in part.partition("="))
        if not equals:
            raise call_error(
                "wrong-package",
                f"`{part}` does not say which outcome an issue gets",
                "Write issue=outcome for every issue, with commas between them",
            )
        yield issue, outcome


def _unknown(code: str, message: str, wanted: str, known: Sequence[str]) -> CallError:
    close = get_close_matches(wanted, known, 1)
    hint = f"Did you mean `{close[0]}`? " if close else ""
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    return call_error(code, message, f"{hint}There is {shown}")
