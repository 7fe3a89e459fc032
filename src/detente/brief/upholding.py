"""Would the packages hold by themselves: who would break them first, and what would keep them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from detente.brief.annexes import to_annex
from detente.brief.content import Block, Heading, Item, Items, Line, Text
from detente.brief.offers import HOLDS, Offer, TableAnswers
from detente.brief.outlook import Outlook
from detente.brief.phrases import line
from detente.brief.sureness import told_share
from detente.compliance.enforcement import Carried, Contradiction, Desertion, Ground, Shortfall
from detente.conflict.unlock.told import measure_alone
from detente.words import say
from detente.words.naming import the


def upholding(it: Outlook, answers: TableAnswers) -> list[Block]:
    """Return whether the packages would hold, those that come to the same told as one."""
    told = answers.enforcement
    if told is None:
        return [Text((line("brief.deal.no_needs"),))]
    if not answers.offers:
        return []
    signing = {answers.deals.model.parties[party] for party in answers.deals.model.signers}
    names = [it.model.parties[party] for party in told.bound]
    bound = [it.named(name) for name in names if name not in signing]
    lead = line(f"brief.deal.hold_lead{'' if bound else '.signers'}", who=bound)
    told_of: set[object] = set()
    groups = _alike(answers.offers)
    states = [_state(offers) for offers in groups]
    items = tuple(
        _judged(it, offers, states[0] if k else None, told_of) for k, offers in enumerate(groups)
    )
    blocks: list[Block] = [
        Heading(say("brief.deal.hold")),
        Text((lead,)),
        Items(items),
    ]
    if told.contradictions:
        see = to_annex(it, "deal", "brief.deal.against.see")
        blocks.append(Text((_against(it, told.contradictions), *see)))
    return blocks


def _against(it: Outlook, found: Sequence[Contradiction]) -> Line:
    """Return that table and conflict contradict each other, and about whom most."""
    about = Counter(one.party for one in found)
    most = [party for party, count in about.items() if count == max(about.values())]
    code = f"brief.deal.against.lead.{'one' if len(found) == 1 else 'many'}"
    return line(code, who=[it.named(party) for party in most], count=len(found))


def _alike(offers: Sequence[Offer]) -> list[list[Offer]]:
    """Return the offers grouped by what they come to on the ground."""
    groups: dict[object, list[Offer]] = {}
    for offer in offers:
        if offer.judged is not None:
            carried = offer.judged.carried
            key = carried.targets if carried else tuple(want.text for want in offer.judged.wants)
            groups.setdefault((carried is None, key), []).append(offer)
    return list(groups.values())


def _state(offers: Sequence[Offer]) -> int | None:
    """Return the state that packages come to; `None` if they cannot be carried out."""
    judged = offers[0].judged
    return None if judged is None or judged.carried is None else judged.carried.chosen.state


def _judged(it: Outlook, offers: Sequence[Offer], first: int | None, told_of: set[object]) -> Item:
    """Return what packages come to on the ground, whether that holds, and what breaks it.

    Told as the difference from the state `first`, where that was told before; what becomes of it
    without the clients is told once where it is the same.
    """
    judged = offers[0].judged
    letters = [offer.letter for offer in offers]
    name = say(f"brief.deal.packages.{'one' if len(letters) == 1 else 'many'}", letters=letters)
    if judged is None or judged.carried is None:
        shortfall = None if judged is None else judged.shortfall
        return Item((line("brief.deal.impossible", name=name),), tuple(_short(it, shortfall)))
    carried = judged.carried
    state = carried.chosen.state
    named = it.tell.name(state) is not None
    code = "today" if state == it.today else "leads" if named or first is None else "leads_but"
    lead = line(
        f"brief.deal.{code}",
        name=name,
        state=it.tell.inside(state),
        changes="" if first is None else "; ".join(it.tell.difference(first, state)),
    )
    under = [
        _holds(it, offers[0], carried),
        *_breaks(it, carried, offers[0].holds),
        *_kept(it, carried),
    ]
    for one in carried.desertions[-1:]:
        key = (one.clients, one.state, tuple(left.to for left in one.departures))
        if key not in told_of:
            told_of.add(key)
            under += _deserted(it, one)
    return Item((Line(lead.text, pattern=it.tell.label(state)),), tuple(under))


def _holds(it: Outlook, offer: Offer, carried: Carried) -> Line:
    """Return whether it holds for those who sign or comply, and in how many readings."""
    outside = [it.who(party) for party in carried.spoilers.get(HOLDS, ())]
    code = "holds" if offer.holds else "open"
    told = line(f"brief.deal.{code}").text
    shares = it.deal_shares
    share = None if shares is None else shares.enforces(offer.deal.row, HOLDS)
    if share is not None:
        told += " " + line("brief.deal.holds_in", share=told_share(share)).text
    if outside:
        told += " " + line("brief.deal.spoil", who=outside).text
    if carried.chosen.state == it.today:
        return Line(told)
    reach = "improvements" if carried.by_improvements else "moves" if carried.by_moves else "none"
    return Line(f"{told} {line(f'brief.deal.reach.{reach}').text}")


def _breaks(it: Outlook, carried: Carried, holds: bool) -> list[Line]:
    """Return who would break it first, by which step, and what answers that."""
    lines = []
    for breach in carried.breaches[:1]:
        change = it.tell.change(carried.chosen.state, breach.to, breach.party)
        told = line(
            f"brief.deal.{'tempted' if holds else 'breaks'}",
            who=it.who(breach.party),
            change=change,
        ).text
        if breach.sanction is None:
            told += " " + line("brief.deal.unanswered").text
        elif "seq" in breach.deterred_under:
            steps = [
                say(
                    "brief.deal.answer",
                    who=it.who(step.party),
                    change=it.tell.change(step.from_, step.to, step.party),
                )
                for step in breach.sanction.steps
            ]
            told += " " + line("brief.deal.deterred", steps=steps).text
        else:
            told += " " + line("brief.deal.threatened").text
        lines.append(Line(told))
    return lines


def _kept(it: Outlook, carried: Carried) -> list[Line]:
    """Return the least guarantee with which it would hold, where it does not."""
    if HOLDS in carried.holds or carried.guarantees is None:
        return []
    if not carried.guarantees:
        return [line("brief.deal.no_guarantee")]
    measure = measure_alone(it.tell, carried.guarantees[0])
    return [line("brief.deal.guarantee", measure=measure[:1].lower() + measure[1:])]


def _deserted(it: Outlook, one: Desertion) -> list[Line]:
    """Return what becomes of it when the clients do not follow."""
    clients = [it.who(party) for party in one.clients]
    sponsors = list(dict.fromkeys(it.named(name) for names in one.sponsors for name in names))
    if one.state is None:
        return [line("brief.deal.without.impossible", clients=clients, sponsors=sponsors)]
    worse = [it.who(party) for party, sign in one.against_today.items() if sign < 0]
    leaving = [it.who(left.party) for left in one.departures]
    code = "worse" if worse else "bearable"
    if worse and leaving == worse:
        code, leaving = "worse_leaving", []
    told = line(f"brief.deal.without.{code}", clients=clients, sponsors=sponsors, worse=worse).text
    if leaving:
        told += " " + line("brief.deal.without.leaving", who=leaving).text
    return [Line(told)]


def _short(it: Outlook, shortfall: Shortfall | None) -> list[Line]:
    """Return what stands in the way, and what it would also take."""
    if shortfall is None:
        return []
    lines = []
    if shortfall.rules:
        rules = "; ".join(it.tell.fact(rule.expression) for rule in shortfall.rules)
        lines.append(line("brief.deal.rules", rules=rules))
    if shortfall.nearest is not None:
        state = shortfall.nearest.state
        told = line("brief.deal.nearest", state=it.tell.inside(state))
        lines.append(Line(told.text, pattern=it.tell.label(state)))
    return lines


def contradiction(it: Outlook, answers: TableAnswers, one: Contradiction) -> list[Line]:
    """Return where table and conflict contradict each other: what, and both sentences."""
    who = it.named(one.party) if one.party in it.dossier.parties else the(one.party)
    outcomes = one.row is None
    code = "outcomes" if outcomes else one.better
    lead = line(
        f"brief.deal.against.{code}",
        who=who,
        better=answers.teller.named(one.better) if outcomes else "",
        worse=answers.teller.named(one.worse) if outcomes else "",
        package="" if one.row is None else answers.named(one.row),
    )
    return [lead, _side(it, "table", one.table), _side(it, "conflict", one.conflict)]


def _side(it: Outlook, name: str, ground: Ground) -> Line:
    told = line(f"brief.deal.side.{name}", words=ground.words, line=ground.line)
    return Line(told.text, it.notebook.cite(ground.evidence))
