"""Sentences about preferences that are known in part only."""

from __future__ import annotations

SENTENCES = {
    "stability.kernel.pairs": "preferences known in part",
    "unknown.known": "For {known} of {every} pairs of states it is known which of the two {who} "
    "would prefer; the rest is open.",
    "unknown.attitudes": "States that hold (equilibria), by how parties take what is not known",
    "unknown.attitude.a": "Bold and hard to deter: a party leaves a state for one that may be "
    "better, and only what is surely no better deters it.",
    "unknown.attitude.b": "Wary and hard to deter: a party leaves a state only for one that is "
    "surely better, and only what is surely no better deters it.",
    "unknown.attitude.c": "Bold and easy to deter: a party leaves a state for one that may be "
    "better, and what may be no better deters it too.",
    "unknown.attitude.d": "Wary and easy to deter: a party leaves a state only for one that is "
    "surely better, and what may be no better deters it too.",
    "unknown.how_many": "{counts}",
    "unknown.today": "It holds under {cells}.",
    "unknown.today_open": "It holds under no concept in any attitude.",
    "unknown.party_holds": "{who}: holds under {cells}",
    "unknown.cell": "{concepts} in {attitudes}",
    "unknown.cell_every": "{concepts} in every attitude",
    "unknown.holding": "The letters are the attitudes in which a state holds.",
    "verify.unknown.whole": "All {verdicts:,} verdicts in the four attitudes were derived again "
    "from the literal definitions.",
    "verify.unknown.part": "{checked:,} of {verdicts:,} verdicts in the four attitudes were "
    "derived again from the literal definitions: today's state and others evenly spread "
    "({states_checked:,} of {states:,} states in full). The others were not checked.",
    "unknown.none": "No state holds under any concept in any attitude.",
}
