"""Standoffs as an analyst writes them, with as little around them as may be."""

from __future__ import annotations

from textwrap import dedent, indent

from detente.conflict import ConflictModel, compile_model
from detente.dossier import Dossier, loads
from detente.errors import DetenteError, Fault

HEAD = """\
detente: 1
title: A test
parties: {a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}}
conflict:
"""
TWO = "options: {a: {x: Do x}, b: {y: Do y}}\n"
"""The options of a conflict of two parties with one option each."""

CARELESS = "preferences: {a: {indifferent: true}, b: {indifferent: true}}\n"
"""The preferences of two parties that do not care."""


def dossier(conflict: str) -> Dossier:
    """Return the dossier whose section ``conflict`` is the text given."""
    return loads(HEAD + indent(dedent(conflict), "  "))


def model(conflict: str) -> ConflictModel:
    """Return the compiled conflict."""
    return compile_model(dossier(conflict))


def faults(conflict: str) -> tuple[Fault, ...]:
    """Return what is wrong with the conflict."""
    try:
        model(conflict)
    except DetenteError as error:
        return error.faults
    raise AssertionError("nothing is wrong with it")


def codes(conflict: str) -> list[tuple[str, int]]:
    """Return the code of each fault of the conflict, with its line in the section."""
    return [(fault.code, fault.line - HEAD.count("\n")) for fault in faults(conflict)]


def party_ranks(conflict: str, party: str = "a") -> dict[str, int]:
    """Return the rank of each state for one party."""
    found = model(conflict)
    row = found.ranks[found.parties.index(party)]
    return dict(zip(found.labels(), row.tolist(), strict=True))


def order(conflict: str, party: str = "a") -> list[set[str]]:
    """Return the tiers of one party, best first."""
    ranks = party_ranks(conflict, party)
    return [{s for s in ranks if ranks[s] == r} for r in sorted(set(ranks.values()), reverse=True)]
