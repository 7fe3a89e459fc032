"""Packages, outcomes and parties of a table in words.

A package is told issue by issue, as the question and what is settled; a package that is close to
another is told as its difference from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.dossier.expressions import (
    And,
    Count,
    Expression,
    If,
    Iff,
    Not,
    Or,
    Taken,
)
from detente.negotiation.model import UNIT, TableModel
from detente.negotiation.rules import where_outcomes
from detente.negotiation.ties import TIE
from detente.words import say
from detente.words.naming import capital, clean, the

_PLAIN_FIRST = (
    "a an are by can do does for how in is may must of on shall should the to under what when "
    "where whether which who whose why will with"
)
"""First words of a question that lose their capital inside a sentence; others may be names."""


class TableTeller:
    """Tells the packages of one table; a package is a row of outcome numbers, one an issue.

    Parameters
    ----------
    model : TableModel
        The compiled table.
    """

    def __init__(self, model: TableModel) -> None:
        self.model = model
        self.parties = tuple(the(name) for name in model.party_names)
        self._issues = tuple(map(_inside, model.questions))
        self._outcomes = tuple(
            tuple(clean(text).rstrip(".") for text in texts) for texts in model.outcome_texts
        )
        self._points = where_outcomes(model)

    def party(self, party: int) -> str:
        """Return the party's name as it stands inside a sentence."""
        return self.parties[party]

    def issue(self, issue: int) -> str:
        """Return what the issue asks, as it stands inside a sentence."""
        return self._issues[issue]

    def outcome(self, issue: int, outcome: int) -> str:
        """Return what the outcome says, between quotation marks."""
        return say("deals.outcome", outcome=self._outcomes[issue][outcome])

    def named(self, outcome: str) -> str:
        """Return what the outcome with this full id says, between quotation marks."""
        return self.outcome(*self._points[outcome])

    def point(self, issue: int, outcome: int) -> str:
        """Return an issue and how it is settled."""
        return say("deals.point", issue=self._issues[issue], outcome=self._outcomes[issue][outcome])

    def package(self, row: Sequence[int]) -> str:
        """Return how a package settles every issue, with a capital at its start."""
        return capital(self._joined(enumerate(row)))

    def difference(self, row: Sequence[int], base: Sequence[int]) -> str:
        """Return how `row` settles the issues that it settles otherwise than `base`."""
        pairs = enumerate(zip(row, base, strict=True))
        return self._joined((issue, one) for issue, (one, other) in pairs if one != other)

    def as_other(self, row: Sequence[int], base: Sequence[int], name: str) -> str:
        """Return `row` as its difference from `base`, a package that is called `name`."""
        changes = self.difference(row, base)
        if not changes:
            return say("deals.as", name=name)
        return say("deals.as_but", name=name, changes=changes)

    def expression(self, expression: Expression) -> str:
        """Return an expression over outcomes in words.

        Raises
        ------
        ValueError
            If it holds a pattern, which says nothing about packages.
        """
        match expression:
            case Taken(outcome):
                return self.point(*self._points[outcome])
            case Not(Taken(outcome)):
                issue, number = self._points[outcome]
                outcome = self.outcome(issue, number)
                return say("deals.expression.other", issue=self._issues[issue], outcome=outcome)
            case Not(part):
                return say("deals.expression.not", part=self._part(part))
            case And(parts):
                return say("words.and", items=[self._part(part) for part in parts])
            case Or(parts):
                told = [self._part(part) for part in parts]
                return say("deals.expression.or", first=", ".join(told[:-1]), last=told[-1])
            case If(then, condition):
                return say(
                    "deals.expression.if", then=self._part(then), condition=self._part(condition)
                )
            case Iff(left, right):
                return say("deals.expression.iff", left=self._part(left), right=self._part(right))
            case Count(low, high, parts):
                told = [self._part(part) for part in parts]
                return say(_count_code(low, high), low=low, high=high, parts="; ".join(told))
        raise ValueError("a pattern says nothing about packages")

    def _part(self, expression: Expression) -> str:
        told = self.expression(expression)
        if isinstance(expression, Taken) or _is_other(expression):
            return told
        return say("deals.expression.bracket", part=told)

    def _joined(self, settled: Iterable[tuple[int, int]]) -> str:
        return "; ".join(self.point(issue, outcome) for issue, outcome in settled)


def _is_other(expression: Expression) -> bool:
    """Return whether an expression says that an issue is settled otherwise than in one way."""
    return isinstance(expression, Not) and isinstance(expression.part, Taken)


def _inside(question: str) -> str:
    """Return a question as it stands inside a sentence, without its mark."""
    text = clean(question).rstrip("?.").rstrip()
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.casefold() in _PLAIN_FIRST.split() else text


def _count_code(low: int, high: int | None) -> str:
    if high is None:
        return "deals.expression.at_least"
    if low == high:
        return "deals.expression.exactly"
    return "deals.expression.between" if low else "deals.expression.at_most"


def amount(units: int) -> str:
    """Return a value in units as a number with two digits, as judgement is told.

    >>> amount(UNIT // 3), amount(-UNIT // 1000), amount(0)
    ('0.33', 'under 0.01', '0.00')
    """
    told = f"{abs(units) / UNIT:.2f}"
    if told == "0.00":
        return say("deals.tiny") if abs(units) > TIE else told
    return told if units > 0 else f"−{told}"


def percent(share: float) -> str:
    """Return a share in percent, without digits after the point.

    >>> percent(0.4251), percent(-0.2)
    ('43 %', '−20 %')
    """
    told = f"{abs(share) * 100:.0f}"
    return f"{'−' if share < 0 and told != '0' else ''}{told} %"


def value(units: int) -> float:
    """Return a value in units as a number, rounded to twelve digits after the point.

    >>> value(UNIT // 3)
    0.333333333333
    """
    return round(units / UNIT, 12) + 0.0
