"""Win-sets and ratification as JSON and in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from detente.negotiation.home.nearest import Nearest
from detente.negotiation.home.ratification import Ratification, Refusal
from detente.negotiation.home.voting import REACHED, groups_of
from detente.negotiation.home.winsets import WinSet, WinSets
from detente.negotiation.model import Choices, TableModel
from detente.negotiation.packages import names_of
from detente.negotiation.telling import TableTeller, amount, percent, value
from detente.words import say
from detente.words.naming import capital, clean


def win_sets_content(found: WinSets) -> dict[str, Any]:
    """Return the win-sets as a JSON object: sizes by party, and the deals at both levels."""
    return {
        "parties": {
            found.model.parties[one.party]: {
                "size": one.size,
                "empty": one.empty,
                "groups": one.groups,
            }
            for one in found.parties
        },
        "two_levels": {"zone": found.zone, "deals": found.deals},
    }


def win_sets_text(found: WinSets) -> list[str]:
    """Return a line on the win-set of each party, and one on the deals at both levels."""
    teller = TableTeller(found.model)
    lines = [_size(found, teller, one) for one in found.parties]
    divided = _divided(found.model, teller)
    if divided and found.zone != 0:
        lines.append(_levels(found, divided))
    return lines


def ratification_content(model: TableModel, told: Ratification) -> dict[str, Any]:
    """Return who would refuse a package, and what would turn it, as a JSON object."""
    content: dict[str, Any] = {
        "passes": told.passes,
        "refused_by": [_refusal_content(model, told.row, one) for one in told.refusals],
    }
    if told.nearest is not None:
        content["nearest"] = _nearest_content(model, told.row, told.nearest)
    return content


def ratification_text(model: TableModel, told: Ratification) -> list[str]:
    """Return who would refuse a package, the pivotal groups and the nearest changes, in lines."""
    teller = TableTeller(model)
    if told.passes:
        divided = _divided(model, teller)
        code = "winsets.passes.levels" if divided else "winsets.passes"
        return [say(code, parties=divided)]
    lines = []
    for refusal in told.refusals:
        lines.append(" ".join(map(capital, _refusal_sentences(teller, told, refusal))))
    for number in told.others_lines:
        lines.append(capital(_line(teller, number)))
    if told.nearest is not None and not _said(told, told.nearest):
        lines.append(_change(teller, told.row, told.nearest, "winsets.nearest"))
    return lines


def _said(told: Ratification, found: Nearest) -> bool:
    """Tell whether the only party that refuses has been told the same change."""
    if len(told.refusals) != 1 or told.others_lines:
        return False
    own = told.refusals[0].nearest
    if own is None or own.change is None or found.change is None:
        return own is not None and own.change is found.change
    return bool((own.change.row == found.change.row).all())


def group_name(name: str) -> str:
    """Return a group's id as it stands inside a sentence.

    >>> group_name("air_force")
    'the air force'
    """
    return say("winsets.group", name=clean(name.replace("_", " ")))


def _size(found: WinSets, teller: TableTeller, one: WinSet) -> str:
    party = teller.party(one.party)
    inside = ".groups" if one.groups else ""
    if one.size is None:
        told = say("winsets.party.unknown", party=party)
    elif one.size == 0:
        told = say(f"winsets.party{inside}.none", party=party)
    elif found.packages is None:
        told = say("winsets.party.plain", party=party, n=f"{one.size:,}")
    else:
        total = f"{found.packages:,}"
        told = say(f"winsets.party{inside}", party=party, n=f"{one.size:,}", total=total)
    return capital(told)


def _divided(model: TableModel, teller: TableTeller) -> list[str]:
    """Return the parties that must sign and have groups, by name."""
    return [teller.party(party) for party in model.signers if groups_of(model, party)]


def _levels(found: WinSets, parties: list[str]) -> str:
    if found.zone is None or found.deals is None:
        return say("winsets.levels.unknown", parties=parties)
    if found.deals == 0:
        return say("winsets.levels.none", parties=parties)
    if found.zone == 1:
        return say("winsets.levels.one", parties=parties)
    part = ".all" if found.deals == found.zone else ""
    return say(
        f"winsets.levels{part}", zone=f"{found.zone:,}", n=f"{found.deals:,}", parties=parties
    )


def _refusal_content(model: TableModel, row: Choices, one: Refusal) -> dict[str, Any]:
    content: dict[str, Any] = {
        "party": model.parties[one.party],
        "short": value(one.short),
        "red_lines": [model.red_lines[number].text for number in one.red_lines],
    }
    if one.votes:
        content |= {
            "votes": [
                {
                    "group": model.groups[vote.group].id,
                    "says": "yes" if vote.yes else "no",
                    "share": model.groups[vote.group].share,
                    "veto": model.groups[vote.group].veto,
                    "short": value(vote.short),
                }
                for vote in one.votes
            ],
            "ratified": one.ratified,
            "yes": round(one.yes, 12),
            "threshold": model.thresholds[one.party],
            "pivotal": _ids(model, one.pivotal),
            "smallest": [_ids(model, group) for group in one.smallest],
            "side_payment": {"groups": _ids(model, one.cheapest), "total": value(one.payment)},
        }
    if one.nearest is not None:
        content["change"] = _nearest_content(model, row, one.nearest)
    return content


def _ids(model: TableModel, groups: Iterable[int]) -> list[str]:
    return [model.groups[number].id for number in groups]


def _nearest_content(model: TableModel, row: Choices, found: Nearest) -> dict[str, Any]:
    if found.change is None:
        return {"issues": None, "loss": None, "none_up_to": found.looked}
    names = names_of(model, found.change.row)
    changed = {model.issues[issue]: names[model.issues[issue]] for issue in found.change.issues}
    return {"issues": changed, "loss": value(found.change.loss), "none_up_to": found.looked - 1}


def _refusal_sentences(teller: TableTeller, told: Ratification, one: Refusal) -> Iterable[str]:
    party = teller.party(one.party)
    if one.short:
        yield say("winsets.short", party=party, amount=amount(one.short))
    for number in one.red_lines:
        yield _line(teller, number)
    if not one.ratified:
        yield from _votes(teller.model, party, one)
    if one.nearest is not None:
        yield _change(teller, told.row, one.nearest, "winsets.change", party=party)
        if one.nearest.change is not None:
            yield from _loss(teller, one.party, one.nearest.change.loss)


def _loss(teller: TableTeller, party: int, loss: int) -> Iterable[str]:
    others = [teller.party(other) for other in teller.model.signers if other != party]
    if others:
        in_sum = ".sum" if len(others) > 1 else ""
        code = f"winsets.loss{in_sum}" if loss else "winsets.loss.none"
        yield say(code, others=others, amount=amount(loss))


def _votes(model: TableModel, party: str, one: Refusal) -> Iterable[str]:
    against = [vote.group for vote in one.votes if not vote.yes]
    held = one.yes >= model.thresholds[one.party] - REACHED
    yield say(
        "winsets.votes.vetoed" if held else "winsets.votes",
        party=party,
        groups=[
            say("winsets.veto", group=name) if model.groups[number].veto else name
            for number, name in zip(against, _names(model, against), strict=True)
        ],
        yes=percent(one.yes),
        threshold=percent(model.thresholds[one.party]),
    )
    if len(one.pivotal) == 1:
        yield say("winsets.pivotal", group=_names(model, one.pivotal)[0])
    elif one.pivotal:
        yield say("winsets.pivotal.any", groups=_names(model, one.pivotal))
    elif len(one.smallest) == 1:
        yield say("winsets.pivotal.together", groups=_names(model, one.smallest[0]))
    else:
        together, others = _names(model, one.smallest[0]), len(one.smallest) - 1
        yield say("winsets.pivotal.or", groups=together, n=others)
    in_sum = ".sum" if len(one.cheapest) > 1 else ""
    groups = _names(model, one.cheapest)
    yield say(f"winsets.payment{in_sum}", groups=groups, amount=amount(one.payment))


def _names(model: TableModel, groups: Iterable[int]) -> list[str]:
    return [group_name(name) for name in _ids(model, groups)]


def _line(teller: TableTeller, number: int) -> str:
    line = teller.model.red_lines[number]
    told = teller.expression(line.expression)
    return say("winsets.line", party=teller.party(line.party), line=told)


def _change(teller: TableTeller, row: Choices, found: Nearest, code: str, **fields: str) -> str:
    if found.change is not None:
        change = teller.difference(list(map(int, found.change.row)), list(map(int, row)))
        return say(code, change=change, **fields)
    if found.looked == len(teller.model.issues):
        return say(f"{code}.none", **fields)
    one = ".one" if found.looked == 1 else ""
    return say(f"{code}.unknown{one}", n=found.looked, **fields)
