"""The answer of ``deals`` as text for a terminal."""

from __future__ import annotations

from detente.negotiation.concessions import Concession
from detente.negotiation.deals.content import DealsTold
from detente.negotiation.deals.deal import Deal
from detente.negotiation.deals.deal_report import asked_lines, best_words
from detente.negotiation.deals.dividing import Divide
from detente.negotiation.deals.shortlist import LETTERS, nearest, shortlist_lines
from detente.negotiation.home.telling import win_sets_text
from detente.negotiation.telling import TableTeller, amount
from detente.negotiation.ties import TIE
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

SHOWN = 8
"""Issues that divide which are told one by one."""


def deals_title(told: DealsTold) -> str:
    """Return how many packages there are, and who must sign."""
    model, teller = told.model, TableTeller(told.model)
    signers = [teller.party(party) for party in model.signers]
    packages, issues = f"{told.solved.packages:,}", len(model.issues)
    return say("deals.title", packages=packages, issues=issues, signers=signers)


def deals_text(told: DealsTold) -> str:
    """Return the zone, what blocks, the packages worth talking about, and what divides."""
    teller = TableTeller(told.model)
    lines = [deals_title(told), say("deals.scale"), "", *_zone(told, teller)]
    if told.asked is not None:
        return fold([*lines, "", *asked_lines(teller, told.solved, told.asked)])
    named = named_deals(told)
    if named:
        lines += ["", *shortlist_lines(teller, told.solved, named)]
    lines += ["", *dividing_lines(told, teller)]
    if told.told:
        lines += ["", *_frontier(told, teller, named)]
    sets = [f"  {line}" for line in win_sets_text(told.win_sets)]
    return fold([*lines, "", say("deals.win_sets"), *sets])


def named_deals(told: DealsTold) -> tuple[Deal, ...]:
    """Return one package of each solution, each once, in the order of the solutions."""
    found: dict[tuple[int, ...], Deal] = {}
    for name in told.solved.solutions:
        deal = next((one for one in told.told if name in one.solutions), None)
        if deal is not None:
            found.setdefault(deal.row, deal)
    return tuple(found.values())


def _zone(told: DealsTold, teller: TableTeller) -> list[str]:
    size = told.solved.zone
    if size is None:
        return [say("deals.zone.uncounted")]
    if size:
        return [say("deals.zone.one" if size == 1 else "deals.zone", n=f"{size:,}")]
    if not told.concessions:
        return [say("deals.zone.empty"), say("deals.blocks.none")]
    blocks = [concession_words(teller, one) for one in told.concessions]
    listed = [f"  {number}. {words}" for number, words in enumerate(blocks, start=1)]
    return [say("deals.zone.empty"), say("deals.blocks"), *listed]


def concession_words(teller: TableTeller, one: Concession) -> str:
    """Return what a party would have to concede for a zone of agreement to open."""
    package = teller.package(one.example.tolist())
    code = "uncounted" if one.opens is None else "one" if one.opens == 1 else ""
    opens = say(
        f"deals.opens.{code}" if code else "deals.opens",
        n="" if one.opens is None else f"{one.opens:,}",
        package=package,
    )
    who = teller.party(one.party)
    if one.line is not None:
        line = teller.expression(teller.model.red_lines[one.line].expression)
        return say("deals.block.red_line", who=who, line=line, opens=opens)
    before = int(teller.model.no_deal[one.party])
    after = before if one.amount is None else one.amount
    return say(
        "deals.block.reservation",
        who=who,
        from_=amount(before),
        amount=amount(before - after),
        to=amount(after),
        opens=opens,
    )


def dividing_lines(told: DealsTold, teller: TableTeller) -> list[str]:
    """Return which issues divide those who must sign, the most divided first."""
    divided = [one for one in told.dividing if one.loss]
    if not divided:
        return [say("deals.divides.nothing")]
    lines = [say("deals.divides")]
    for number, one in enumerate(divided[:SHOWN]):
        words = say(
            "deals.divides.next" if number else "deals.divides.most",
            issue=teller.issue(one.issue),
            loss=amount(one.loss),
            wants=wants_words(teller, one),
        )
        lines.append(f"  {capital(words)}")
    if len(divided) > SHOWN:
        lines.append("  " + say("deals.divides.more", n=len(divided) - SHOWN))
    agreed = [teller.issue(one.issue) for one in told.dividing if not one.loss]
    if agreed:
        code = "deals.divides.not" if len(agreed) == 1 else "deals.divides.not.many"
        lines.append("  " + say(code, issues=agreed))
    return lines


def wants_words(teller: TableTeller, one: Divide) -> str:
    """Return what each party that must sign would want on an issue."""
    told = []
    for party, stake, wants in zip(teller.model.signers, one.stakes, one.wants, strict=True):
        who = teller.party(party)
        if stake > TIE:
            best = best_words(teller, one.issue, wants)
            told.append(say("deals.wants", who=who, best=best))
        else:
            told.append(say("deals.wants.any", who=who))
    return capital("; ".join(told))


def _frontier(told: DealsTold, teller: TableTeller, named: tuple[Deal, ...]) -> list[str]:
    """Return how many packages the frontier has, and those of them that were not told before."""
    front, signers = told.solved.frontier, told.model.signers
    shown = [deal for deal in told.told if deal.frontier]
    above = [LETTERS[k] for k, deal in enumerate(named) if deal.frontier]
    others = [deal for deal in shown if deal not in named]
    kinds = {len(front.vectors): ".distinct", 1: ".one"}
    n, vectors = f"{front.packages:,}", f"{len(front.vectors):,}"
    lines = [say(f"deals.frontier{kinds.get(front.packages, '')}", n=n, vectors=vectors)]
    if above:
        lines[0] += " " + say("deals.frontier.above", letters=above)
    if others:
        parties = [teller.party(party) for party in signers]
        lines.append(say("deals.frontier.others", parties=parties))
    for deal in others:
        values = "  ".join(amount(deal.worth[party]) for party in signers)
        lines.append(f"  {values}  {short_words(teller, deal, named)}.")
    if front.packages > len(shown):
        lines.append("  " + say("deals.more", n=f"{front.packages - len(shown):,}"))
    return lines


def short_words(teller: TableTeller, deal: Deal, named: tuple[Deal, ...]) -> str:
    """Return a package as its difference from the nearest of the `named`, or in full."""
    near = nearest(deal, named)
    if near is None:
        return teller.package(deal.row)
    name = say("deals.name", letter=LETTERS[near])
    return capital(teller.as_other(deal.row, named[near].row, name))
