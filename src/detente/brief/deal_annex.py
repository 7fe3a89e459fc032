"""The annex on the deal: every package told, who would ratify, and every contradiction."""

from __future__ import annotations

from detente.brief.annexes import annex_letters, back
from detente.brief.content import Block, Cell, Heading, Item, Items, Line, Row, Section, Table, Text
from detente.brief.offers import HOLDS, TableAnswers
from detente.brief.outlook import Outlook
from detente.brief.phrases import line
from detente.brief.sureness import told_share
from detente.brief.upholding import contradiction
from detente.ensemble.table.shares import DealShares
from detente.negotiation.deals.deal import Deal
from detente.negotiation.deals.deal_report import best_outcomes, best_words, party_line
from detente.negotiation.home.telling import win_sets_text
from detente.negotiation.telling import amount
from detente.words import say
from detente.words.naming import capital


def deal_in_full(it: Outlook) -> Section:
    """Return the annex on the deal on the table."""
    blocks: list[Block] = [back(it, "deal")]
    if it.table is None:
        blocks.append(Text((line("brief.deal.too_large"),)))
    else:
        blocks += [*_gets(it.table), *_packages(it, it.table), *_votes(it.table)]
        blocks += _against(it, it.table)
    letter = annex_letters(it)["deal"]
    return Section("annex-deal", say("brief.annex.deal"), tuple(blocks), letter)


def _gets(answers: TableAnswers) -> list[Block]:
    """Return what the packages worth talking about give to and take from each party."""
    if not answers.offers:
        return []
    blocks: list[Block] = [Heading(say("brief.deal.annex.gets"))]
    for offer in answers.offers:
        name = capital(say("brief.deal.package", letter=offer.letter))
        row = offer.deal.row
        words = answers.teller.package(row) if offer is answers.offers[0] else answers.named(row)
        told = say("brief.deal.offer", letter=name, words=capital(words))
        items = tuple(
            Item((Line(party_line(answers.teller, offer.deal, party, short=True)),))
            for party in range(len(answers.deals.model.parties))
        )
        blocks += [Text((Line(told + "."),), "strong"), Items(items)]
    return [*blocks, _best(answers)]


def _best(answers: TableAnswers) -> Table:
    """Return the table of what each party likes best on each issue."""
    model, teller = answers.deals.model, answers.teller
    rows = [
        Row(
            Line(capital(teller.issue(issue))),
            tuple(
                Cell(best_words(teller, issue, best_outcomes(model, issue, party)))
                for party in range(len(model.parties))
            ),
        )
        for issue in range(len(model.issues))
    ]
    caption, corner = say("brief.deal.annex.best"), say("brief.deal.annex.issue")
    return Table(caption, corner, tuple(map(capital, model.party_names)), tuple(rows))


def _packages(it: Outlook, answers: TableAnswers) -> list[Block]:
    """Return the table of packages that nobody could better without another's loss."""
    told = [deal for deal in answers.deals.told if deal.frontier]
    if not told:
        return []
    parties = answers.deals.model.signers
    shares = it.deal_shares
    holding = {}
    if answers.enforcement is not None:
        holding = {one.row: HOLDS in one.holds for one in answers.enforcement.packages}
    columns = [capital(answers.teller.party(party)) for party in parties]
    if holding:
        columns.append(say("brief.deal.column.holds"))
    if shares is not None:
        columns += [say("brief.deal.column.frontier"), say("brief.deal.column.nash")]
    rows = tuple(_row(answers, deal, parties, holding, shares) for deal in told)
    caption = say(f"brief.deal.annex.caption{'' if shares is None else '.tested'}")
    return [
        Heading(say("brief.deal.annex.frontier")),
        Table(caption, say("brief.deal.chart.corner"), tuple(columns), rows),
    ]


def _row(
    answers: TableAnswers,
    deal: Deal,
    parties: tuple[int, ...],
    holding: dict[tuple[int, ...], bool],
    shares: DealShares | None,
) -> Row:
    letters = {offer.deal.row: offer.letter for offer in answers.offers}
    if deal.row in letters:
        name = capital(say("brief.deal.package", letter=letters[deal.row]))
    else:
        name = capital(answers.named(deal.row))
    cells = [Cell(amount(deal.worth[party])) for party in parties]
    if holding:
        code = "unknown" if deal.row not in holding else "yes" if holding[deal.row] else "no"
        cells.append(Cell(say(f"brief.deal.{code}")))
    if shares is not None:
        cells += [Cell(told_share(shares.share(what, deal.row))) for what in ("frontier", "nash")]
    return Row(Line(name), tuple(cells))


def _votes(answers: TableAnswers) -> list[Block]:
    """Return how much each party would take, at the table and at home."""
    told = win_sets_text(answers.deals.win_sets)
    items = tuple(Item((Line(one),)) for one in told)
    return [Heading(say("brief.deal.annex.votes")), Items(items)]


def _against(it: Outlook, answers: TableAnswers) -> list[Block]:
    """Return every place where table and conflict contradict each other, with both sentences."""
    if answers.enforcement is None or not answers.enforcement.contradictions:
        return []
    items = []
    for one in answers.enforcement.contradictions:
        lead, *sides = contradiction(it, answers, one)
        items.append(Item((lead,), tuple(sides)))
    return [Heading(say("brief.deal.annex.against")), Items(tuple(items))]
