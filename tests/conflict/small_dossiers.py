"""Dossiers so small that every change of mind can be tried: a few states, wishes of all kinds."""

from __future__ import annotations

import random

from detente.conflict import ConflictModel, compile_model
from detente.dossier import Dossier, loads


def small_dossier(rng: random.Random, kinds: str = "ssswri", most_states: int = 6) -> Dossier:
    """Return a conflict of two or three parties with three options.

    `kinds` says how often a party has (s)tatements, (w)eights, a (r)anking or is (i)ndifferent.
    """
    owners = rng.choice(["aab", "abb", "abc", "abc"])
    options = [f"x{k}" for k in range(len(owners))]
    patterns = [
        "".join("NY"[n >> k & 1] for k in range(len(owners))) for n in range(2 ** len(owners))
    ]
    feasible = patterns
    if rng.random() < 0.6 or len(patterns) > most_states:
        size = rng.randint(2, min(most_states, len(patterns)))
        feasible = sorted(rng.sample(patterns, size), key=patterns.index)
    ruled_out = [f'"{p}"' for p in patterns if p not in feasible]
    same = _same(rng, feasible) if rng.random() < 0.25 else ""
    labels = _labels(feasible, same)
    parties = sorted(set(owners))
    lines = ["detente: 1", "title: A small standoff", "parties:"]
    lines += [f"  {p}: {{name: Party {p}}}" for p in parties]
    lines += ["conflict:", "  options:"]
    for p in parties:
        mine = ", ".join(f"{o}: Do {o}" for o, q in zip(options, owners, strict=True) if q == p)
        lines.append(f"    {p}: {{{mine}}}")
    today = rng.choice(feasible)
    taken = [
        f"{p}.{o}" for o, p, letter in zip(options, owners, today, strict=True) if letter == "Y"
    ]
    if rng.random() < 0.8:
        lines.append(f"  status_quo: [{', '.join(taken)}]")
    if ruled_out:
        lines.append(f"  infeasible: [{', '.join(ruled_out)}]")
    ways = [
        f"{p}.{o}: {rng.choice(['taken', 'dropped'])}"
        for o, p in zip(options, owners, strict=True)
        if rng.random() < 0.15
    ]
    if ways:
        lines.append(f"  one_way: {{{', '.join(ways)}}}")
    if same:
        lines.append(f'  same: ["{same}"]')
    lines.append("  preferences:")
    for p in parties:
        kind = rng.choice(kinds if len(labels) <= 5 else kinds.replace("r", "s"))
        lines += [f"    {p}:", *_preference(rng, kind, options, labels)]
    return loads("\n".join(lines) + "\n")


def small_model(
    rng: random.Random, kinds: str = "ssswri", most_states: int = 6
) -> tuple[Dossier, ConflictModel]:
    """Return a small conflict and what it compiles to."""
    dossier = small_dossier(rng, kinds, most_states)
    return dossier, compile_model(dossier)


def _preference(rng: random.Random, kind: str, options: list[str], labels: list[str]) -> list[str]:
    if kind == "i":
        return ["      indifferent: true"]
    if kind == "r":
        tiers: list[list[str]] = []
        for label in rng.sample(labels, len(labels)):
            if tiers and rng.random() < 0.25:
                tiers[-1].append(label)
            else:
                tiers.append([label])
        quoted = [", ".join(f'"{label}"' for label in tier) for tier in tiers]
        return ["      ranking:", *(f"        - [{tier}]" for tier in quoted)]
    wishes = list(dict.fromkeys(_wish(rng, options) for _ in range(rng.randint(1, 3))))
    if kind == "w":
        number = ["1", "2", "0.5", "-1", "-0.5", "0", "[0, 1]"]
        return ["      weights:", *(f'        "{wish}": {rng.choice(number)}' for wish in wishes)]
    return ["      statements:", *(f"        - {_reason(rng, wish)}" for wish in wishes)]


def _wish(rng: random.Random, options: list[str]) -> str:
    one, two = rng.sample(options, 2)
    one, two = (rng.choice(["", "not "]) + option for option in (one, two))
    return rng.choice([one, one, f"{one} if {two}", f"{one} and {two}", f"{one} iff {two}"])


def _reason(rng: random.Random, wish: str) -> str:
    return rng.choice(
        [f'"{wish}"', f'{{want: "{wish}", because: It says so., sure: 0.5, judgement: true}}']
    )


def _same(rng: random.Random, feasible: list[str]) -> str:
    letters = list(rng.choice(feasible))
    letters[rng.randrange(len(letters))] = "-"
    return "".join(letters)


def _labels(feasible: list[str], same: str) -> list[str]:
    inside = [p for p in feasible if same and _fits(same, p)]
    if len(inside) < 2:
        return feasible
    return [same, *(p for p in feasible if p not in inside)]


def _fits(pattern: str, state: str) -> bool:
    return all(a in ("-", b) for a, b in zip(pattern, state, strict=True))
