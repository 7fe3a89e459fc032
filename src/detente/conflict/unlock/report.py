"""The answer of an inverse analysis as text for a terminal."""

from __future__ import annotations

from detente.conflict.telling import Teller
from detente.conflict.unlock.content import ProofTold, UnlockTold
from detente.conflict.unlock.told import change_words, measure_words, requirement_words
from detente.words import say
from detente.words.folding import fold

SHOWN = 8
"""Unlocks and conditions of each concept that the text tells; the rest is counted."""


def unlock_title(told: UnlockTold) -> str:
    """Return the state as its pattern and in words."""
    teller = Teller(told.model)
    return say("unlock.title", label=told.model.label(told.target), words=teller.state(told.target))


def unlock_text(told: UnlockTold) -> str:
    """Return, concept by concept, what would unlock the state and what stands in the way."""
    teller = Teller(told.model)
    lines = [unlock_title(told)]
    for proof in told.proofs:
        lines += ["", *_concept(told, teller, proof)]
    return fold(lines)


def _concept(told: UnlockTold, teller: Teller, proof: ProofTold) -> list[str]:
    concept = proof.concept
    name = say(f"conflict.concept.{concept}")
    lines = [say(f"unlock.{'holds' if told.holds[concept] else 'open'}", concept=name)]
    if told.also_unstable:
        states = [teller.label(state) for state in told.also_unstable]
        lines.append(say("unlock.not_to_hold", states=states))
    lines += _unlocks(told, teller, proof)
    unmet = [need for need in told.conditions if need.concept == concept and not need.met]
    met = sum(need.concept == concept for need in told.conditions) - len(unmet)
    if unmet:
        lines.append(say("unlock.unmet"))
        lines += [f"  {requirement_words(teller, need, told.target)}" for need in unmet[:SHOWN]]
        if len(unmet) > SHOWN:
            lines.append("  " + say("unlock.more", n=len(unmet) - SHOWN))
    if met:
        lines.append(say("unlock.met.one" if met == 1 else "unlock.met", n=met))
    return lines


def _unlocks(told: UnlockTold, teller: Teller, proof: ProofTold) -> list[str]:
    lines = [_proved(proof)]
    count = 0
    for one in told.ranked:
        if one.kind == "change":
            change = told.changes[one.number]
            concept, words = change.concept, change_words(teller, change)
        else:
            measure = told.measures[one.number]
            concept, words = measure.concept, measure_words(teller, measure)
        if concept != proof.concept:
            continue
        count += 1
        if count == 1:
            lines.append(say("unlock.ways"))
        if count <= SHOWN:
            lines.append(f"  {count}. {words}")
    if count > SHOWN:
        lines.append("  " + say("unlock.more", n=count - SHOWN))
    return lines


def _proved(proof: ProofTold) -> str:
    """Return how many changes of mind it takes, and how far that is proved."""
    if proof.cost is None:
        return say("unlock.none", n=proof.proved)
    if proof.cost == 0:
        return say("unlock.nothing")
    total = f"{proof.total:,}"
    code = "exactly" if proof.complete else "at_least"
    one = ".one" if proof.cost == 1 else ""
    ways = say(f"unlock.ways.{code}", n=total)
    if proof.minimal:
        return say(f"unlock.smallest{one}", cost=proof.cost, ways=ways)
    return say(f"unlock.found{one}", cost=proof.cost, ways=ways, proved=proof.proved)
