"""The packages worth talking about: the first in full, others by what differs, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from detente.negotiation.deals.deal import Deal
from detente.negotiation.deals.deal_report import (
    giving_line,
    home_lines,
    improvement_words,
    least_satisfied_lines,
    solution_lines,
)
from detente.negotiation.solve import Solved
from detente.negotiation.telling import TableTeller, amount
from detente.negotiation.ties import TIE
from detente.words import say
from detente.words.naming import capital

LETTERS = "ABCD"
"""The names of packages that are a solution: at most one a solution."""


def shortlist_lines(teller: TableTeller, solved: Solved, named: Sequence[Deal]) -> list[str]:
    """Return each of the `named` packages with why it was chosen, then what all are worth."""
    lines = [say("deals.worth_talking")]
    for number, deal in enumerate(named):
        first, *rest = _told(teller, named[:number], deal)
        lines.append(f"  {LETTERS[number]}. {first}")
        lines += [f"     {line}" for line in rest]
        lines += [f"     - {line}" for line in _why(teller, solved, named[:number], deal)]
    return [*lines, "", *_worth_lines(teller, named)]


def nearest(deal: Deal, named: Sequence[Deal]) -> int | None:
    """Return which of the `named` packages a package is best told as a change of, if any.

    One that settles more than half of the issues otherwise is no help to a reader.
    """

    def changed(other: Deal) -> int:
        return sum(one != two for one, two in zip(deal.row, other.row, strict=True))

    near = min(range(len(named)), key=lambda k: changed(named[k]), default=None)
    return None if near is None or 2 * changed(named[near]) > len(deal.row) else near


def _told(teller: TableTeller, before: Sequence[Deal], deal: Deal) -> list[str]:
    near = nearest(deal, before)
    if near is None:
        return [capital(teller.point(issue, one)) for issue, one in enumerate(deal.row)]
    name = say("deals.name", letter=LETTERS[near])
    return [capital(teller.as_other(deal.row, before[near].row, name)) + "."]


def _why(teller: TableTeller, solved: Solved, before: Sequence[Deal], deal: Deal) -> list[str]:
    lines = solution_lines(teller, solved, deal)
    near = nearest(deal, before)
    if near is None:
        lines += [giving_line(teller, deal, party) for party in teller.model.signers]
    else:
        lines.append(_beside(teller, deal, before[near], LETTERS[near]))
    lines += least_satisfied_lines(teller, solved, deal)
    if deal.improvements is not None and deal.improvements.rows:
        lines.append(improvement_words(teller, deal, deal.improvements))
    return lines + home_lines(teller, deal)


def _beside(teller: TableTeller, deal: Deal, other: Deal, letter: str) -> str:
    """Return who among those who must sign would have more, and who less, than from another deal.

    Somebody would: packages worth the same to all of them are solutions alike, and told as one.
    """
    told = []
    for party in teller.model.signers:
        more = deal.worth[party] - other.worth[party]
        if abs(more) > TIE:
            code = "deals.beside.more" if more > 0 else "deals.beside.less"
            told.append(say(code, who=teller.party(party), amount=amount(abs(more))))
    return say("deals.beside", letter=letter, told=told)


def _worth_lines(teller: TableTeller, named: Sequence[Deal]) -> list[str]:
    """Return a table of what each package is worth to each party, those who must sign first."""
    signers = teller.model.signers
    others = [party for party in range(len(teller.parties)) if party not in signers]
    names = {party: capital(teller.party(party)) for party in (*signers, *others)}
    cells = {party: [_cell(deal, party) for deal in named] for party in names}
    room = max(len(name) for name in names.values()) + 4
    width = max(len(cell) for row in cells.values() for cell in row) + 2

    def row(party: int, indent: int) -> str:
        head = f"{' ' * indent}{names[party]}".ljust(room + 2)
        return (head + "".join(cell.ljust(width) for cell in cells[party])).rstrip()

    letters = "".join(letter.ljust(width) for letter in LETTERS[: len(named)])
    lines = [say("deals.values"), (" " * (room + 2) + letters).rstrip()]
    lines += [row(party, 2) for party in signers]
    if others:
        lines += ["  " + say("deals.values.others"), *(row(party, 4) for party in others)]
    return lines


def _cell(deal: Deal, party: int) -> str:
    gain = deal.gains[party]
    if abs(gain) <= TIE:
        beside = say("deals.values.same")
    else:
        beside = f"{'+' if gain > 0 else '−'}{amount(abs(gain))}"
    return f"{amount(deal.worth[party])} ({beside})"
