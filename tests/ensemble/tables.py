"""Random small dossiers with a section negotiation in which almost anything may be unsure."""

from __future__ import annotations

import random

from tests.ensemble.dossiers import SURE, unsure_dossier

VALUES = ("0", "0.25", "0.5", "0.5", "0.75", "1", "0.3", "[0, 1]", "[0.2, 0.6]", "[0.5, 0.75]")
WEIGHTS = ("1", "2", "0.5", "1", "0", "[0, 1]", "[1, 3]", "[0.3, 0.5]")
NO_DEAL = ("0", "0.25", "0.5", "0.4", "0.3", "[0, 0.5]", "[0.2, 0.4]")
BONUS = ("0.1", "-0.2", "[-0.1, 0.1]", "[0, 0.3]")


def unsure_table(rng: random.Random, doubt: float = 0.3, most: int = 3) -> str:
    """Return a dossier with a negotiation only, as text."""
    names = [f"p{i}" for i in range(rng.randint(2, 4))]
    lines = ["detente: 1", "title: An unsure table", "parties:"]
    lines += [f"  {name}: {{name: Party {name}}}" for name in names]
    return "\n".join([*lines, *_negotiation(rng, names, doubt, most, [], names)]) + "\n"


def unsure_both(rng: random.Random, doubt: float = 0.3, merged: bool = False) -> str:
    """Return a dossier with a conflict and a negotiation, as text."""
    text = unsure_dossier(rng, merged)
    players = [f"p{i}" for i in range(text.count(": {name: Party "))]
    options = []
    for line in text.split("  options:\n")[1].splitlines():
        head, _, rest = line.strip().partition(": {")
        if head not in players or not line.startswith("    p"):
            break
        options += [f"{head}.{word.rstrip(':')}" for word in rest.split() if word[:1] == "x"
                    and word.endswith(":")]  # fmt: skip
    names = rng.sample(players, rng.randint(1, len(players)))
    if len(names) == 1 or rng.random() < 0.4:
        names.append("q")
        text = text.replace("conflict:\n", "  q: {name: Outsider}\nconflict:\n", 1)
    known = [*players, *(["q"] if "q" in names else [])]
    return text + "\n".join(_negotiation(rng, names, doubt, 3, options, known)) + "\n"


def _negotiation(
    rng: random.Random, names: list[str], doubt: float, most: int, options: list[str],
    known: list[str],
) -> list[str]:  # fmt: skip
    issues = {f"i{k}": [f"a{o}" for o in range(rng.choice([1, 2, 2, 3, 3, 4]))] for k in
              range(rng.randint(1, most))}  # fmt: skip
    lines = ["negotiation:", "  issues:"]
    for issue, outcomes in issues.items():
        told = ", ".join(f"{o}: {maybe(rng, f'Settle {o}', doubt / 6)}" for o in outcomes)
        lines.append(f"    {issue}: {{outcomes: {{{told}}}}}")
    every = [f"{issue}.{outcome}" for issue, outcomes in issues.items() for outcome in outcomes]
    rules = [maybe(rng, f'"{expression(rng, every)}"', doubt) for _ in range(2)
             if len(issues) > 1 and rng.random() < 0.3]  # fmt: skip
    if rules:
        lines.append(f"  infeasible: {maybe(rng, f'[{chr(44).join(rules)}]', doubt / 8)}")
    lines.append("  parties:")
    for name in names:
        lines += _side(rng, name, issues, every, doubt)
    if rng.random() < 0.5:
        signers = rng.sample(names, rng.randint(1, len(names)))
        told = ", ".join(maybe(rng, one, doubt / 2) for one in signers)
        lines.append(f"  must_sign: {maybe(rng, f'[{told}]', doubt / 8)}")
    if rng.random() < 0.5:
        members = rng.sample(known, rng.randint(1, len(known)))
        told = ", ".join(maybe(rng, one, doubt / 2) for one in members)
        lines.append(f"  must_comply: [{told}]")
    if options:
        needs = []
        for outcome in rng.sample(every, min(len(every), rng.randint(1, 4))):
            number = min(len(options), rng.choice([1, 1, 2]))
            wants = [
                maybe(rng, f'"{rng.choice(["", "not "])}{option}"', doubt)
                for option in rng.sample(options, number)
            ]
            short = outcome if rng.random() < 0.5 else _short(outcome, every)
            told = wants[0] if len(wants) == 1 and rng.random() < 0.5 else f"[{', '.join(wants)}]"
            needs.append(f"    {short}: {told}")
        lines += ["  needs:", *needs]
    return lines


def _side(
    rng: random.Random, name: str, issues: dict[str, list[str]], every: list[str], doubt: float
) -> list[str]:
    weights = [f"{issue}: {maybe(rng, rng.choice(WEIGHTS), doubt / 3)}" for issue in issues]
    weights[0] = f"{next(iter(issues))}: {maybe(rng, rng.choice(WEIGHTS[:4]), doubt / 3)}"
    lines = [f"    {name}:", f"      weights: {{{', '.join(weights)}}}", "      values:"]
    lines += [f"        {issue}: {_values(rng, outs)}" for issue, outs in issues.items()]
    if rng.random() < 0.7:
        lines.append(f"      no_deal: {maybe(rng, rng.choice(NO_DEAL), doubt / 2)}")
    if len(every) > len(issues) and rng.random() < 0.3:
        line = maybe(rng, f'"{expression(rng, every)}"', doubt)
        lines.append(f"      red_lines: [{line}]")
    if rng.random() < 0.3:
        bonus = maybe(rng, rng.choice(BONUS), doubt)
        lines.append(f'      linked: {{"{expression(rng, every)}": {bonus}}}')
    if rng.random() < 0.3:
        issue, outcomes = rng.choice(list(issues.items()))
        more = f", no_deal: {rng.choice(NO_DEAL)}" if rng.random() < 0.5 else ""
        veto = rng.choice(["true", "false"])
        lines += [
            "      groups:",
            f"        g: {{share: 0.6, values: {{{issue}: {_values(rng, outcomes)}}}{more}}}",
            f"        h: {{share: 0.4, veto: {veto}}}",
            f"      threshold: {rng.choice(['0.5', '0.6', '1'])}",
        ]
    return lines


def _values(rng: random.Random, outcomes: list[str]) -> str:
    if rng.random() < 0.4:
        order = rng.sample(outcomes, len(outcomes))
        if len(order) > 2 and rng.random() < 0.3:
            return f"{{order: [[{order[0]}, {order[1]}], {', '.join(order[2:])}]}}"
        return f"{{order: [{', '.join(order)}]}}"
    return f"{{{', '.join(f'{o}: {rng.choice(VALUES)}' for o in outcomes)}}}"


def _short(outcome: str, every: list[str]) -> str:
    name = outcome.split(".")[1]
    return name if sum(one.endswith(f".{name}") for one in every) == 1 else outcome


def expression(rng: random.Random, every: list[str]) -> str:
    """Return a random expression over outcomes."""
    literals = [rng.choice(["", "", "not "]) + rng.choice(every) for _ in range(2)]
    return rng.choice([literals[0], " and ".join(literals), " and ".join(literals),
                       " if ".join(literals)])  # fmt: skip


def maybe(rng: random.Random, text: str, chance: float) -> str:
    """Return `text` as it is, or as a value that is less than sure."""
    if rng.random() < chance:
        return f"{{is: {text}, sure: {rng.choice(SURE)}}}"
    return text
