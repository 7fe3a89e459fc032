"""Random small tables, as text and as data, with ties and with every kind of entry."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from detente.dossier import Dossier, loads
from detente.dossier.expressions import And, Expression, If, Iff, Not, Or, Taken
from detente.dossier.reasons import Place
from detente.dossier.standoff import Clause
from detente.dossier.table import (
    Amount,
    ByNumbers,
    ByOrder,
    Group,
    Issue,
    Linked,
    Member,
    Outcome,
    Side,
    Table,
    Values,
)
from detente.negotiation.compile import table_model
from detente.negotiation.model import TableModel

HERE = Place(1, 1)


def random_section(
    rng: Random,
    parties: tuple[int, int] = (2, 4),
    issues: tuple[int, int] = (1, 4),
    outcomes: tuple[int, int] = (1, 3),
    rules: bool = True,
    groups: bool = False,
    ranges: bool = False,
    orders: bool = True,
    high_no_deal: float = 0.5,
) -> dict[str, Any]:
    """Return a section ``negotiation`` as a file would have it; its rules may leave no package.

    Parameters
    ----------
    parties, issues, outcomes : tuple of int
        The least and the largest number of each.
    rules : bool
        Whether there may be red lines, linked amounts and infeasible packages.
    groups, ranges, orders : bool
        Whether there may be groups inside a party, ranges, and values by order.
    high_no_deal : float
        The largest reservation value drawn.
    """
    asked = {
        f"i{k}": [f"o{k}{n}" for n in range(rng.randint(*outcomes))]
        for k in range(rng.randint(*issues))
    }
    names = [f"p{n}" for n in range(rng.randint(*parties))]
    ids = [f"{issue}.{name}" for issue, listed in asked.items() for name in listed]
    section: dict[str, Any] = {
        "issues": {
            issue: {"outcomes": {name: f"Say {name}" for name in listed}}
            for issue, listed in asked.items()
        }
    }
    if rules and rng.random() < 0.5:
        section["infeasible"] = [_expression(rng, ids) for _ in range(rng.randint(1, 2))]
    section["parties"] = {}
    for name in names:
        side = _side(rng, asked, ranges, orders)
        if rng.random() < 0.8:
            side["no_deal"] = _number(rng, ranges, high_no_deal)
        if rules and rng.random() < 0.4:
            side["red_lines"] = [_expression(rng, ids) for _ in range(rng.randint(1, 2))]
        if rules and rng.random() < 0.4:
            clauses = {_expression(rng, ids) for _ in range(rng.randint(1, 2))}
            side["linked"] = {
                clause: rng.choice([-0.3, -0.1, 0.1, 0.25]) for clause in sorted(clauses)
            }
        if groups and rng.random() < 0.6:
            side["groups"] = _groups(rng, asked, ranges, orders)
            side["threshold"] = rng.choice([0.4, 0.5, 0.6, 1])
        section["parties"][name] = side
    if rng.random() < 0.4:
        section["must_sign"] = rng.sample(names, rng.randint(1, len(names)))
    return section


def random_text(rng: Random, **options: Any) -> str:
    """Return the text of a dossier with a section of :func:`random_section`."""
    section = random_section(rng, **options)
    parties = {name: {"name": f"Party {name}"} for name in section["parties"]}
    return "\n".join(
        [
            "detente: 1",
            "title: A small table",
            f"parties: {json.dumps(parties)}",
            f"negotiation: {json.dumps(section)}\n",
        ]
    )


def random_dossier(rng: Random, **options: Any) -> Dossier:
    """Return the dossier of :func:`random_text`."""
    return loads(random_text(rng, **options))


def random_table(rng: Random, **options: Any) -> Table:
    """Return what a dossier of :func:`random_text` is read as, without reading one."""
    section = random_section(rng, **options)
    issues = tuple(
        Issue(
            issue,
            None,
            tuple(
                Outcome(f"{issue}.{name}", issue, name, text, HERE)
                for name, text in written["outcomes"].items()
            ),
            HERE,
        )
        for issue, written in section["issues"].items()
    )
    parties = list(section["parties"])
    return Table(
        issues=issues,
        sides={name: _read_side(name, side) for name, side in section["parties"].items()},
        place=HERE,
        infeasible=tuple(map(_clause, section.get("infeasible", []))),
        must_sign=tuple(Member(name, HERE) for name in section.get("must_sign", parties)),
    )


def random_model(rng: Random, **options: Any) -> TableModel:
    """Return the model of a random table."""
    return table_model(random_table(rng, **options))


def _read_side(name: str, side: dict[str, Any]) -> Side:
    return Side(
        party=name,
        weights={issue: _amount(weight) for issue, weight in side["weights"].items()},
        values=_read_values(side["values"]),
        place=HERE,
        red_lines=tuple(map(_clause, side.get("red_lines", []))),
        no_deal=_amount(side["no_deal"]) if "no_deal" in side else None,
        linked=tuple(
            Linked(_clause(text), _amount(amount))
            for text, amount in side.get("linked", {}).items()
        ),
        groups=tuple(
            Group(
                id=group,
                share=written["share"],
                veto=written["veto"],
                values=_read_values(written.get("values", {})),
                no_deal=_amount(written["no_deal"]) if "no_deal" in written else None,
                place=HERE,
            )
            for group, written in side.get("groups", {}).items()
        ),
        threshold=side.get("threshold", 0.5),
    )


def _amount(number: Any) -> Amount:
    low, high = number if isinstance(number, list) else (number, number)
    return Amount(float(low), float(high), HERE)


def _read_values(values: dict[str, Any]) -> dict[str, Values]:
    read: dict[str, Values] = {}
    for issue, written in values.items():
        if "order" in written:
            tiers = [tier if isinstance(tier, list) else [tier] for tier in written["order"]]
            named = tuple(tuple(f"{issue}.{name}" for name in tier) for tier in tiers)
            read[issue] = ByOrder(named, HERE)
        else:
            amounts = {f"{issue}.{name}": _amount(number) for name, number in written.items()}
            read[issue] = ByNumbers(amounts, HERE)
    return read


def _clause(text: str) -> Clause:
    return Clause(text, _parsed(text), HERE)


def _parsed(text: str) -> Expression:
    """Return what the kinds of expressions that are drawn here mean."""
    if text.startswith("not ("):
        one, two = text[5:-1].split(" or ")
        return Not(Or((Taken(one), Taken(two))))
    if " and not " in text:
        one, two = text.split(" and not ")
        return And((Taken(one), Not(Taken(two))))
    for word, kind in ((" iff ", Iff), (" if ", If)):
        if word in text:
            one, two = text.split(word)
            return kind(Taken(one), Taken(two))
    if " and " in text:
        one, two = text.split(" and ")
        return And((Taken(one), Taken(two)))
    return Taken(text)


def _number(rng: Random, ranges: bool, high: float = 1) -> Any:
    value = round(rng.randint(0, 10) * high / 10, 3)
    if ranges and rng.random() < 0.3:
        return sorted([value, round(rng.randint(0, 10) * high / 10, 3)])
    return value


def _values(rng: Random, names: list[str], ranges: bool, orders: bool) -> dict[str, Any]:
    if orders and rng.random() < 0.3:
        tiers: list[Any] = []
        for name in rng.sample(names, len(names)):
            if tiers and rng.random() < 0.3:
                tiers[-1] = [*tiers[-1], name] if isinstance(tiers[-1], list) else [tiers[-1], name]
            else:
                tiers.append(name)
        return {"order": tiers}
    return {name: _number(rng, ranges) for name in names}


def _side(rng: Random, asked: dict[str, list[str]], ranges: bool, orders: bool) -> dict[str, Any]:
    weights: dict[str, Any] = {issue: rng.choice([0, 1, 1, 2, 3]) for issue in asked}
    if rng.random() < 0.3:
        weights = {issue: rng.randint(1, 9) / 10 for issue in asked}
    if not any(weights.values()):
        weights[rng.choice(list(asked))] = 1
    if ranges and rng.random() < 0.4:
        issue = rng.choice(list(asked))
        weights[issue] = [weights[issue], weights[issue] + 1]
    values = {issue: _values(rng, names, ranges, orders) for issue, names in asked.items()}
    return {"weights": weights, "values": values}


def _groups(rng: Random, asked: dict[str, list[str]], ranges: bool, orders: bool) -> dict[str, Any]:
    shares = rng.choice([[1], [0.5, 0.5], [0.6, 0.4], [0.2, 0.3, 0.5], [0.25, 0.25, 0.25, 0.25]])
    groups = {}
    for k, share in enumerate(shares):
        group: dict[str, Any] = {"share": share, "veto": rng.random() < 0.2}
        own = [issue for issue in asked if rng.random() < 0.6]
        if own:
            group["values"] = {issue: _values(rng, asked[issue], ranges, orders) for issue in own}
        if rng.random() < 0.4:
            group["no_deal"] = _number(rng, ranges, 0.8)
        groups[f"g{k}"] = group
    return groups


def _expression(rng: Random, ids: list[str]) -> str:
    one, two = rng.choice(ids), rng.choice(ids)
    return rng.choice(
        [
            one,
            f"{one} and {two}",
            f"{one} and {two}",
            f"{one} and not {two}",
            f"{one} if {two}",
            f"not ({one} or {two})",
            f"{one} iff {two}",
        ]
    )
