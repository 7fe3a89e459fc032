"""Which packages would hold by themselves, as text for a terminal."""

from __future__ import annotations

from collections import Counter

from detente.compliance.enforcement import Enforcement, Judged
from detente.compliance.holding import STRENGTH
from detente.compliance.targets import Target
from detente.compliance.telling import EnforcementTeller
from detente.words import say
from detente.words.folding import fold

SHOWN = 5
"""Sets of states that the text tells, each by its first package; the rest is counted."""

OPPOSED = 8
"""Contradictions that the text tells."""


def enforcement_title(told: Enforcement) -> str:
    """Return one line that says how many packages were asked about."""
    n = len(told.packages)
    code = "compliance.title" + {0: ".none", 1: ".one"}.get(n, "")
    return say(code, n=f"{n:,}")


def enforcement_text(told: Enforcement) -> str:
    """Return the ranking, package by package, and what contradicts."""
    teller = EnforcementTeller(told)
    lines = [enforcement_title(told)]
    bound = [teller.conflict.party(party) for party in told.bound]
    lines.append(say("compliance.bound", who=bound))
    if told.unplayed:
        lines.append(say("compliance.unplayed", who=[teller.name(p) for p in told.unplayed]))
    if len(told.packages) > 1:
        lines += [_how_many(told), say("compliance.ranked")]
    lines += _packages(told, teller)
    lines += ["", *contradiction_lines(told, teller)]
    return fold(lines)


def _how_many(told: Enforcement) -> str:
    holding = [package for package in told.packages if package.holds]
    if not holding:
        return say("compliance.none")
    best = next((c for c in STRENGTH if c in holding[0].holds), holding[0].holds[0])
    most = sum(best in package.holds for package in holding)
    return say(
        "compliance.some" if most < len(holding) else "compliance.some.all",
        n=f"{len(holding):,}",
        all=f"{len(told.packages):,}",
        most=f"{most:,}",
        concept=say(f"conflict.concept.{best}"),
    )


def _key(package: Judged) -> tuple[tuple[Target, ...], tuple[str, ...]]:
    """Return what packages share of which all is said alike."""
    if package.carried is not None:
        return package.carried.targets, ()
    return (), tuple(want.text for want in package.wants)


def _packages(told: Enforcement, teller: EnforcementTeller) -> list[str]:
    alike = Counter(map(_key, told.packages))
    lines: list[str] = []
    seen: set[tuple[tuple[Target, ...], tuple[str, ...]]] = set()
    left = len(told.packages)
    deserted = False
    for number, package in enumerate(told.packages, 1):
        key = _key(package)
        if key in seen:
            continue
        if len(seen) == SHOWN:
            return [*lines, "", say("compliance.more", n=f"{left:,}")]
        seen.add(key)
        left -= alike[key]
        words = teller.package(package) if number == 1 else teller.beside(package.row)
        lines += ["", f"{number}. {words}"]
        lines += [f"   {line}" for line in teller.lines(package, clients=not deserted)]
        if package.carried is not None and package.carried.desertions:
            if deserted:
                lines.append("   " + say("compliance.without.elsewhere"))
            deserted = True
        more = alike[key] - 1
        if more and package.carried is not None:
            one = ".one" if more == 1 else ""
            lines.append("   " + say(f"compliance.like{one}", n=f"{more:,}"))
    return lines


def contradiction_lines(told: Enforcement, teller: EnforcementTeller) -> list[str]:
    """Return the contradictions, each with both of its sentences under it."""
    if not told.contradictions:
        return [say("compliance.no_contradictions")]
    lines = [say("compliance.contradictions")]
    for found in told.contradictions[:OPPOSED]:
        head, *sides = teller.contradiction(found, whole=False)
        lines += [f"  {head}", *(f"    {side}" for side in sides)]
    more = len(told.contradictions) - OPPOSED
    if more > 0:
        lines.append("  " + say("compliance.more", n=f"{more:,}"))
    return lines
