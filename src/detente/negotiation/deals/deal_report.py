"""One package in sentences: its solutions, what each party gets and gives up, what bars it."""

from __future__ import annotations

from collections.abc import Sequence

from detente.negotiation.deals.deal import Deal
from detente.negotiation.deals.improvements import Improvements
from detente.negotiation.home.telling import ratification_text
from detente.negotiation.model import TableModel
from detente.negotiation.solve import Solved
from detente.negotiation.telling import TableTeller, amount, percent
from detente.negotiation.ties import TIE
from detente.words import say
from detente.words.naming import capital

POINTS = 3
"""Issues on which a party gives something up that are told one by one."""


def asked_lines(teller: TableTeller, solved: Solved, deal: Deal) -> list[str]:
    """Return everything that there is to say of one package."""
    lines = [say("deals.asked", package=teller.package(deal.row))]
    lines += [
        say("deals.asked.ruled_out", rule=teller.expression(teller.model.infeasible[entry]))
        for entry in deal.ruled_out
    ]
    lines.append(say("deals.asked.zone" if deal.zone else "deals.asked.outside"))
    lines += ratification_text(teller.model, deal.ratification)
    if deal.frontier:
        lines.append(say("deals.asked.frontier"))
    lines += solution_lines(teller, solved, deal)
    parties = [party_line(teller, deal, party) for party in range(len(teller.parties))]
    return [*lines, "", *parties, *verdict_lines(teller, solved, deal)]


def solution_lines(teller: TableTeller, solved: Solved, deal: Deal) -> list[str]:
    """Return a sentence for each solution that a package is one of, ties said."""
    lines = []
    for name in deal.solutions:
        if name == "nash" and solved.zero_nash:
            who = [teller.party(party) for party in solved.stuck]
            code = "deals.nash.zero" if who else "deals.nash.zero.together"
            lines.append(say(code, who=who))
            continue
        count = solved.solutions[name].count
        told = say(f"deals.concept.{name}{_kind(teller, solved) if name == 'nash' else ''}")
        if count is not None and count > 1:
            told = f"{told} {say('deals.ties', n=f'{count:,}')}"
        lines.append(told)
    return lines


def _kind(teller: TableTeller, solved: Solved) -> str:
    """Return which of its sentences tells what the Nash deal is."""
    if any(weight != 1 for weight in solved.weights):
        return ".weighted"
    return ".two" if len(teller.model.signers) == 2 else ""


def home_lines(teller: TableTeller, deal: Deal) -> list[str]:
    """Return who would refuse a package that lies in the zone of agreement: groups at home."""
    return [] if deal.ratification.passes else ratification_text(teller.model, deal.ratification)


def verdict_lines(teller: TableTeller, solved: Solved, deal: Deal) -> list[str]:
    """Return who comes off worst, and which changes all who must sign would welcome."""
    lines = least_satisfied_lines(teller, solved, deal)
    if deal.improvements is not None and not deal.frontier:
        lines.append(improvement_words(teller, deal, deal.improvements))
    return lines


def party_line(teller: TableTeller, deal: Deal, party: int, short: bool = False) -> str:
    """Return what a package would give to a party, against no deal and against its best.

    With `short` what would be best on an issue is not named.
    """
    return capital(
        say(
            "deals.gets",
            who=teller.party(party),
            value=amount(deal.worth[party]),
            gain=_gain(deal.gains[party]),
            given_up=_given_up(
                teller, deal, party, f"deals.gives.point{'.short' if short else ''}"
            ),
        )
    )


def giving_line(teller: TableTeller, deal: Deal, party: int) -> str:
    """Return on which issues a party would not have its best, the dearest first."""
    given_up = _given_up(teller, deal, party, "deals.gives.point.short")
    return capital(say("deals.giving", who=teller.party(party), given_up=given_up))


def _gain(units: int) -> str:
    if abs(units) <= TIE:
        return say("deals.gain.same")
    return say("deals.gain.more" if units > 0 else "deals.gain.less", gain=amount(abs(units)))


def _given_up(teller: TableTeller, deal: Deal, party: int, code: str) -> str:
    losses = {issue: loss for issue, loss in enumerate(deal.losses[party]) if loss > TIE}
    if not losses:
        return say("deals.gives.nothing")
    order = sorted(losses, key=lambda issue: (-losses[issue], issue))
    points = [
        say(
            code,
            loss=amount(losses[issue]),
            issue=teller.issue(issue),
            best=best_words(teller, issue, best_outcomes(teller.model, issue, party)),
        )
        for issue in order[:POINTS]
    ]
    rest = order[POINTS:]
    if rest:
        more = "deals.gives.rest.one" if len(rest) == 1 else "deals.gives.rest"
        total = sum(losses[issue] for issue in rest)
        points.append(say(more, loss=amount(total), n=len(rest)))
    return say("deals.gives", points=points)


def best_outcomes(model: TableModel, issue: int, party: int) -> tuple[int, ...]:
    """Return the outcomes of an issue that a party likes best."""
    worth = model.worth[issue][:, party].tolist()
    return tuple(k for k, one in enumerate(worth) if max(worth) - one <= TIE)


def best_words(teller: TableTeller, issue: int, outcomes: Sequence[int]) -> str:
    """Return outcomes of an issue as alternatives."""
    told = [teller.outcome(issue, outcome) for outcome in outcomes]
    if len(told) == 1:
        return told[0]
    return say("deals.best.or", first=", ".join(told[:-1]), last=told[-1])


def least_satisfied_lines(teller: TableTeller, solved: Solved, deal: Deal) -> list[str]:
    """Return who among those who must sign comes off worst, as a line; none if that is nobody."""
    parties = deal.least_satisfied
    if not parties:
        return []
    who = [teller.party(party) for party in parties]
    signers = teller.model.signers
    share = deal.shares[parties[0]]
    if solved.ideal is None or share is None or share < 0:
        every = ".all" if 1 < len(parties) == len(signers) else ""
        return [say(f"deals.least.gain{every}", who=who, gain=_gain(deal.gains[parties[0]]))]
    able = [party for party in signers if deal.shares[party] is not None]
    every = ".all" if 1 < len(parties) == len(able) else ""
    return [say(f"deals.least.share{every}", who=who, share=percent(share))]


def improvement_words(teller: TableTeller, deal: Deal, found: Improvements) -> str:
    """Return what all who must sign would rather have than a package."""
    if not found.rows:
        return say("deals.welcome.none")
    gains = [
        say("deals.welcome.gain", gain=amount(after - before), who=teller.party(party))
        for party, (before, after) in enumerate(zip(deal.worth, found.worth[0], strict=True))
        if party in teller.model.signers and abs(after - before) > TIE
    ]
    code = "uncounted" if found.count is None else "one" if found.count == 1 else ""
    return say(
        f"deals.welcome.{code}" if code else "deals.welcome",
        n="" if found.count is None else f"{found.count:,}",
        change=teller.difference(found.rows[0], deal.row),
        gains=gains,
    )
