"""Random small dossiers with both sections: a standoff of the other tests, and a table on it."""

from __future__ import annotations

import random
from dataclasses import replace

from detente.conflict import compile_model
from detente.dossier import Dossier, loads
from detente.dossier.table import Member
from detente.errors import DossierError
from tests.conflict.games import random_dossier as random_standoff


def varied(rng: random.Random, dossier: Dossier) -> Dossier:
    """Return the same standoff with other members and other needs of the same outcomes."""
    table, standoff = dossier.require_table(), dossier.require_standoff()
    wants = rng.sample([need.wants for need in table.needs], len(table.needs))
    needs = [replace(need, wants=given) for need, given in zip(table.needs, wants, strict=True)]
    complying = rng.sample(standoff.players, rng.randint(1, len(standoff.players)))
    return replace(
        dossier,
        table=replace(
            table,
            needs=tuple(needs),
            must_comply=tuple(Member(party, table.place) for party in complying),
        ),
    )


def random_dossier(rng: random.Random) -> Dossier:
    """Return a dossier with a standoff, today's state and a table with needs."""
    while True:
        text = random_standoff(rng)
        if "status_quo" not in text:
            continue
        try:
            dossier = loads(_with_table(rng, text))
            compile_model(dossier)
        except DossierError:  # needs that can never be met are refused
            continue
        return dossier


def _with_table(rng: random.Random, text: str) -> str:
    lines = text.splitlines()
    players = [f"p{i}" for i in range(3) if f"  p{i}: {{name: Party {i}}}" in lines]
    for k, line in enumerate(lines):
        for i, player in enumerate(players):
            if line == f"  p{i}: {{name: Party {i}}}":
                backed = [other for other in players if other != player and rng.random() < 0.4]
                lines[k] = f"  {player}: {{name: Party {i}, backs: [{', '.join(backed)}]}}"
    lines.insert(3, "  envoy: {name: Envoy}")
    options = [
        name.strip()
        for line in lines
        if line.startswith("    p") and "Do " in line
        for name in (part.split(":")[0] for part in line.split("{")[1].split(","))
    ]
    issues = [
        (f"i{k}", [f"o{n}" for n in range(rng.choice([2, 2, 3]))]) for k in range(rng.randint(1, 3))
    ]
    seated = rng.sample([*players, "envoy"], rng.randint(2, min(3, len(players) + 1)))
    lines += ["negotiation:", "  issues:"]
    for issue, outcomes in issues:
        told = ", ".join(f"{name}: Settle on {issue} {name}" for name in outcomes)
        lines.append(f"    {issue}: {{question: What of {issue}?, outcomes: {{{told}}}}}")
    lines.append("  parties:")
    for party in seated:
        lines.append(f"    {party}:")
        weights = {issue: rng.choice(["1", "2", "[0, 2]", "0.3", "0"]) for issue, _ in issues}
        weights["i0"] = "1"
        told = ", ".join(f"{issue}: {weight}" for issue, weight in weights.items())
        lines += [f"      weights: {{{told}}}", "      values:"]
        lines += [f"        {issue}: {_values(rng, outcomes)}" for issue, outcomes in issues]
        if rng.random() < 0.7:
            lines.append(f"      no_deal: {rng.choice(['0', '0.2', '0.5', '[0.1, 0.3]'])}")
        if rng.random() < 0.3:
            lines.append(f'      linked: {{"{_linked(rng, issues)}": 0.1}}')
        if rng.random() < 0.2:
            issue, outcomes = rng.choice(issues)
            lines.append(f"      red_lines: [{issue}.{rng.choice(outcomes)}]")
    if rng.random() < 0.4:
        lines.append(f"  must_sign: [{', '.join(rng.sample(seated, 2))}]")
    complying = rng.sample(players, rng.randint(1, len(players)))
    lines.append(f"  must_comply: [{', '.join(complying)}]")
    lines.append("  needs:")
    for issue, outcomes in issues:
        for name in outcomes:
            if rng.random() < 0.7 or name == "o0":
                wants = [_want(rng, options) for _ in range(rng.randint(1, 2))]
                lines.append(f"    {issue}.{name}: [{', '.join(wants)}]")
    return "\n".join(lines) + "\n"


def _linked(rng: random.Random, issues: list[tuple[str, list[str]]]) -> str:
    (i, first), (k, second) = rng.choice(issues), rng.choice(issues)
    one, two = f"{i}.{rng.choice(first)}", f"{k}.{rng.choice(second)}"
    return rng.choice(
        [
            one,
            f"not {one}",
            f"{one} and {two}",
            f"{one} or {two}",
            f"{one} if {two}",
            f"{one} iff {two}",
            f"at most one of ({one}, {two})",
        ]
    )


def _values(rng: random.Random, outcomes: list[str]) -> str:
    if rng.random() < 0.4:
        tiers: list[list[str]] = []
        for name in rng.sample(outcomes, len(outcomes)):
            if tiers and rng.random() < 0.2:
                tiers[-1].append(name)
            else:
                tiers.append([name])
        told = ", ".join(tier[0] if len(tier) == 1 else f"[{', '.join(tier)}]" for tier in tiers)
        return f"{{order: [{told}]}}"
    numbers = ["0", "1", "0.5", "0.3", "[0.4, 0.6]", "[0, 1]"]
    return f"{{{', '.join(f'{name}: {rng.choice(numbers)}' for name in outcomes)}}}"


def _want(rng: random.Random, options: list[str]) -> str:
    one, two = rng.choice(options), rng.choice(options)
    kind = rng.random()
    if kind < 0.35:
        return one
    if kind < 0.7:
        return f"not {one}"
    if kind < 0.85:
        return f'"{one} or {two}"'
    return f'"{one} if {two}"'
