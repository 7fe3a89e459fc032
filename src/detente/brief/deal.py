"""The deal on the table: what can be signed, what it gives to whom, and whether it would hold."""

from __future__ import annotations

from detente.brief.annexes import to_annex
from detente.brief.content import Bar, Bars, Block, Chart, Item, Items, Line, Section, Text
from detente.brief.offers import Offer, TableAnswers
from detente.brief.outlook import Outlook
from detente.brief.phrases import amount, line, listed, stop
from detente.brief.sureness import told_share
from detente.brief.upholding import upholding
from detente.negotiation.concessions import Concession
from detente.negotiation.deals.deal_report import best_words
from detente.negotiation.deals.dividing import Divide
from detente.negotiation.home.telling import group_name
from detente.negotiation.model import UNIT
from detente.words import say
from detente.words.naming import capital

_MOST_BLOCKING = 2
_COUNTED = 10**9


def deal(it: Outlook) -> Section:
    """Return the section on the deal on the table."""
    title = say("brief.section.deal")
    answers = it.table
    if answers is None:
        return Section("deal", title, (Text((line("brief.deal.too_large"),)),))
    blocks: list[Block] = [Text(tuple(_zone(it, answers)))]
    blocks += _blocking(answers)
    if answers.offers:
        if answers.deals.concessions:
            blocks.append(Text((line("brief.deal.opened"),)))
        blocks += [_offers(answers), _chart(answers)]
    blocks += upholding(it, answers)
    if answers.enforcement is None or not answers.enforcement.contradictions:
        blocks.append(Text(tuple(to_annex(it, "deal", "brief.annex.see")), "quiet"))
    return Section("deal", title, tuple(blocks))


def packages_told(it: Outlook) -> list[str]:
    """Return for page one how many packages could be signed, and of the chosen would hold."""
    if it.table is None:
        return []
    solved, offers = it.table.deals.solved, it.table.offers
    if solved.zone is None or solved.packages is None:
        return []
    if not solved.zone:
        return [line("brief.finding.deal.none").text]
    if it.table.enforcement is None:
        return []
    holding = sum(offer.holds for offer in offers)
    if len(offers) == 1:
        code = f"single.{'yes' if holding else 'no'}"
    elif holding == len(offers):
        code = "all_hold"
    else:
        code = "some_hold" if holding > 1 else "one_holds" if holding else "none_holds"
    return [
        line(
            f"brief.finding.deal.{code}",
            zone=f"{solved.zone:,}",
            packages=f"{solved.packages:,}",
            count=len(offers),
            holding=holding,
        ).text
    ]


def _zone(it: Outlook, answers: TableAnswers) -> list[Line]:
    """Return how many packages could be signed, in how many readings, and what divides most."""
    solved, model = answers.deals.solved, answers.deals.model
    who = [answers.teller.party(party) for party in model.signers]
    issues = amount("brief.n.issues", len(model.issues))
    packages = solved.packages
    code = "uncounted" if solved.zone is None else "none" if not solved.zone else "some"
    lines = [
        line(
            f"brief.deal.zone.{code}",
            issues=issues,
            packages=counted(packages),
            zone="" if solved.zone is None else f"{solved.zone:,}",
            who=who,
        )
    ]
    if it.deal_shares is not None:
        lines.append(line("brief.deal.zone.tested", share=told_share(it.deal_shares.zone)))
    most = answers.deals.dividing[:1]
    return [*lines, *(_divides(answers, one) for one in most if one.loss)]


def counted(packages: int | None) -> str:
    """Return a number of packages, or that nobody would count so many."""
    if packages is None or packages >= _COUNTED:
        return say("brief.n.countless")
    return f"{packages:,}"


def _divides(answers: TableAnswers, one: Divide) -> Line:
    teller = answers.teller
    wishes = [
        say(
            "brief.deal.wish",
            who=teller.party(party),
            what=best_words(teller, one.issue, wants),
        )
        for party, wants in zip(answers.deals.model.signers, one.wants, strict=True)
    ]
    return line("brief.deal.divides", issue=teller.issue(one.issue), wishes="; ".join(wishes))


def _blocking(answers: TableAnswers) -> list[Block]:
    """Return the smallest single concessions that would open a zone, where there is none."""
    if answers.deals.solved.zone != 0:
        return []
    found = answers.deals.concessions
    if not found:
        return [Text((line("brief.deal.blocks.none"),))]
    items = tuple(Item((_concession(answers, one),)) for one in found[:_MOST_BLOCKING])
    return [Text((line("brief.deal.blocks"),)), Items(items)]


def _concession(answers: TableAnswers, one: Concession) -> Line:
    model, teller = answers.deals.model, answers.teller
    who = teller.party(one.party)
    if one.line is not None:
        crossed = teller.expression(model.red_lines[one.line].expression)
        return line("brief.deal.block.red_line", who=who, line=crossed)
    was = int(model.no_deal[one.party])
    return line(
        "brief.deal.block.reservation",
        who=who,
        was=f"{was / UNIT:.2f}",
        amount=f"{(one.amount or 0) / UNIT:.2f}",
    )


def _offers(answers: TableAnswers) -> Items:
    return Items(tuple(_offer(answers, one) for one in answers.offers))


def _offer(answers: TableAnswers, offer: Offer) -> Item:
    """Return a package in words, why it was chosen, who is least content, who refuses it.

    The first is told issue by issue, others as what they change of it.
    """
    first, teller, row = answers.offers[0], answers.teller, offer.deal.row
    if offer is first:
        lead = line("brief.deal.offer.first", letter=offer.letter)
        points = [Line(capital(teller.point(issue, one)) + ".") for issue, one in enumerate(row)]
        return Item((lead,), (*points, *_why(answers, offer)))
    told = capital(answers.named(row))
    lead = Line(stop(say("brief.deal.offer", letter=offer.letter, words=told)))
    return Item((lead,), tuple(_why(answers, offer)))


def _why(answers: TableAnswers, offer: Offer) -> list[Line]:
    deal, teller = offer.deal, answers.teller
    why = [say(f"brief.deal.why.{name}") for name in deal.solutions]
    if offer.sturdiest:
        why.append(say("brief.deal.why.sturdiest"))
    lines = []
    if deal.least_satisfied and len(deal.least_satisfied) < len(answers.deals.model.signers):
        who = [teller.party(party) for party in deal.least_satisfied]
        why.append(say("brief.deal.least", who=who))
    if why:
        lines.append(Line(capital(stop("; ".join(why)))))
    for refusal in deal.ratification.refusals:
        if not refusal.ratified:
            groups = [
                answers.deals.model.groups[vote.group].id for vote in refusal.votes if not vote.yes
            ]
            inside = teller.party(refusal.party)
            lines.append(
                line("brief.deal.refused", who=inside, groups=listed(map(group_name, groups)))
            )
    return lines


def _chart(answers: TableAnswers) -> Chart:
    model = answers.deals.model
    order = [*model.signers, *(p for p in range(len(model.parties)) if p not in model.signers)]
    groups = tuple(
        Bars(
            capital(say("brief.deal.package", letter=offer.letter)),
            tuple(
                Bar(
                    answers.deals.model.party_names[party],
                    offer.deal.worth[party] / UNIT,
                    int(model.no_deal[party]) / UNIT,
                )
                for party in order
            ),
        )
        for offer in answers.offers
    )
    return Chart(
        caption=line("brief.deal.chart.caption").text,
        alternative=say("brief.deal.chart.alternative", count=len(groups)),
        axis=say("brief.deal.chart.axis"),
        groups=groups,
    )
