"""Shares of packages told as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.ensemble.phrases import told_share
from detente.ensemble.table.headlines import DealHeadline
from detente.ensemble.table.shares import DealShares
from detente.words import say
from detente.words.naming import capital

if TYPE_CHECKING:
    from detente.ensemble.result import EnsembleResult

SHOWN = 5
"""Packages that are told."""


def table_lines(result: EnsembleResult, shares: DealShares) -> list[str]:
    """Return how often there is a deal at all, and which packages it would most often be."""
    central = {one.id: result.central[h] for h, one in enumerate(result.headlines)}
    lines = [say("ensemble_table.title")]
    code = f"ensemble_table.zone.{'yes' if central['zone'] else 'no'}"
    lines.append("  " + say(code, share=told_share(shares.zone)))
    if shares.groups:
        lines.append("  " + say("ensemble_table.two_levels", share=told_share(shares.two_levels)))
    called = {one.row: one.called for one in result.headlines if isinstance(one, DealHeadline)}
    every = [row for row in called if row]
    every += [row for row in shares.ranked("nash") if row not in called]
    known = set(every)
    every += [row for row in shares.ranked("frontier") if row not in known]
    listed = every[:SHOWN]
    for row in listed:
        package = result.deal_teller.package(row)
        if row != listed[0]:
            first = say("ensemble_table.first")
            package = capital(result.deal_teller.as_other(row, listed[0], first))
        solution = called.get(row)
        if solution is not None:
            deal = say(f"ensemble_table.central.{solution}")
            package = say("ensemble_table.called", package=package, deal=deal)
        lines.append(f"  {package}")
        lines.append(
            "    "
            + say(
                "ensemble_table.deal",
                nash=told_share(shares.share("nash", row)),
                kalai_smorodinsky=told_share(shares.share("kalai_smorodinsky", row)),
                frontier=told_share(shares.share("frontier", row)),
            )
        )
        if shares.groups:
            ratified = told_share(shares.share("ratified", row))
            lines.append("    " + say("ensemble_table.ratified", share=ratified))
        for concept in result.asked:
            enforces = shares.enforces(row, concept)
            if enforces is not None:
                name = say(f"conflict.concept.{concept}")
                lines.append(
                    "    "
                    + say("ensemble_table.enforces", concept=name, share=told_share(enforces))
                )
    more = len(every) - len(listed)
    if more:
        lines.append("  " + say("ensemble_table.more", n=f"{more:,}"))
    return lines
