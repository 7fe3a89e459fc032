"""Perceptions told as text: who sees what and why, what holds, what the truth would change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from detente.conflict.concepts import concept_number
from detente.conflict.folding import concept_names
from detente.conflict.perceptions.content import perceptions_title
from detente.conflict.perceptions.differences import told_difference
from detente.conflict.telling import Teller
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital, clean

if TYPE_CHECKING:
    from detente.conflict.perceptions.hypergame import OwnGame, PerceptionsResult
    from detente.dossier.reasons import Reason

SHOWN = 8
"""States of a list that a terminal shows before the rest is only counted."""


def perceptions_text(seen: PerceptionsResult) -> str:
    """Return who sees another game and why, what holds, and what learning the truth changes."""
    teller = Teller(seen.model)
    lines = [perceptions_title(seen)]
    if not seen.games:
        return fold([*lines, "", say("perceptions.nobody_long")])
    for game in seen.games:
        lines += ["", *_game(seen, game, teller)]
    lines += ["", *_today(seen, teller), "", *_holding(seen, teller)]
    for game in seen.games:
        lines += ["", *_learning(seen, game, teller)]
    return fold(lines)


def _game(seen: PerceptionsResult, game: OwnGame, teller: Teller) -> list[str]:
    """Return in what the game of a party differs, with reasons, and what it believes to hold."""
    who = teller.party(game.party)
    lines = [say("perceptions.party", who=who)]
    told: set[Reason] = set()
    for difference in game.differences:
        lines += [f"  {capital(line)}" for line in told_difference(difference, teller)]
        for reason in difference.reasons:
            if reason not in told:
                lines += [f"    {line}" for line in _reason(reason)]
        told.update(difference.reasons)
    if game.model.size < seen.model.size:
        sizes = {"seen": f"{game.model.size:,}", "all": f"{seen.model.size:,}"}
        lines.append("  " + say("perceptions.fewer", **sizes))
    today = seen.model.status_quo
    if today is not None and not game.sees(today):
        lines.append("  " + say("perceptions.today_unseen", who=who))
    counts = [
        say("perceptions.count", concept=say(f"conflict.concept.{c}"), n=f"{len(game.states(c)):,}")
        for c in seen.concepts
    ]
    lines.append("  " + say("perceptions.believes", who=who, counts=", ".join(counts)))
    return lines


def _reason(reason: Reason) -> Iterator[str]:
    if reason.because:
        yield say("perceptions.because", because=clean(reason.because))
    for one in reason.evidence:
        yield say("perceptions.quote", quote=clean(one.quote), source=one.source)
    if reason.judgement:
        yield say("perceptions.judgement")


def _today(seen: PerceptionsResult, teller: Teller) -> list[str]:
    """Return what becomes of today's state, as each sees it and in truth."""
    today = seen.model.status_quo
    if today is None:
        return [say("stability.today_unknown")]
    lines = [say("stability.today", label=seen.model.label(today), words=teller.state(today))]
    for code, bits in (
        ("together", int(seen.equilibrium[today])),
        ("true", int(seen.true.equilibrium[today])),
    ):
        held = seen.held(bits)
        code = f"perceptions.today_{code}" + ("" if held else "_none")
        lines.append("  " + say(code, concepts=concept_names(held)))
    for game in seen.games:
        before, after = seen.today(game)
        who = teller.party(game.party)
        if before == after:
            lines.append("  " + say("perceptions.today_same", who=who))
            continue
        for code, held in (("as_seen", before), ("in_truth", after)):
            code = f"perceptions.today_{code}" + ("" if held else "_none")
            lines.append("  " + say(code, who=who, concepts=concept_names(held)))
    return lines


def _holding(seen: PerceptionsResult, teller: Teller) -> list[str]:
    """Return the states that hold together or in truth, those where the two differ first."""
    bits = np.uint8(sum(1 << concept_number(concept) for concept in seen.concepts))
    together, true = seen.equilibrium & bits, seen.true.equilibrium & bits
    asked = np.flatnonzero(together | true)
    if not len(asked):
        return [say("perceptions.none")]
    apart, either = (
        np.unpackbits(marks[asked, None], axis=1).sum(axis=1).astype(np.int16)
        for marks in (together ^ true, together | true)
    )
    order = np.lexsort((asked, -either, -apart))
    names = "".join(f"{say(f'conflict.concept.{c}'):<6}" for c in seen.concepts)
    width = max(len(seen.model.options), 5)
    lines = [
        say("perceptions.holding"),
        say("perceptions.legend"),
        f"  {'State':<{width}}  {names}",
    ]
    for state in asked[order][:SHOWN].tolist():
        marks = "".join(f"{_mark(seen, state, c):<6}" for c in seen.concepts)
        lines += [
            f"  {seen.model.label(state):<{width}}  {marks}".rstrip(),
            f"    {teller.state(state)}",
        ]
        misled = {p for c in seen.concepts for p in seen.misled(state, c)}
        if _only(seen, state) and misled:
            who = [teller.party(p) for p in sorted(misled)]
            lines.append("    " + say("perceptions.rests_on", who=who))
        blind = [teller.party(p) for p in seen.unseen_by(state)]
        if blind:
            lines.append("    " + say("perceptions.unseen_by", who=blind))
    if len(asked) > SHOWN:
        lines.append("  " + say("stability.more", n=f"{len(asked) - SHOWN:,}"))
    return lines


def _only(seen: PerceptionsResult, state: int) -> list[str]:
    """Return the concepts under which a state holds only as the parties see it."""
    return seen.held(int(seen.equilibrium[state] & ~seen.true.equilibrium[state]))


def _mark(seen: PerceptionsResult, state: int, concept: str) -> str:
    holds = concept in seen.held(int(seen.equilibrium[state]))
    truly = concept in seen.held(int(seen.true.equilibrium[state]))
    code = {(True, True): "both", (True, False): "seen", (False, True): "true"}
    return say(f"perceptions.mark.{code.get((holds, truly), 'neither')}")


def _learning(seen: PerceptionsResult, game: OwnGame, teller: Teller) -> list[str]:
    """Return what would begin and cease to hold if one party learned the truth."""
    who = teller.party(game.party)
    lines = [say("perceptions.learning", who=who)]
    for code, find in (("begins", seen.begins), ("ceases", seen.ceases)):
        changed: dict[int, list[str]] = {}
        for concept in seen.concepts:
            for state in find(game, concept).tolist():
                changed.setdefault(state, []).append(concept)
        if not changed:
            lines.append("  " + say(f"perceptions.{code}_none"))
            continue
        lines.append("  " + say(f"perceptions.{code}"))
        for state in sorted(changed, key=lambda s: (-len(changed[s]), s))[:SHOWN]:
            names = concept_names(changed[state])
            words = teller.state(state)
            lines.append(
                "    "
                + say(
                    "perceptions.changed", label=seen.model.label(state), words=words, names=names
                )
            )
        if len(changed) > SHOWN:
            lines.append("    " + say("stability.more", n=f"{len(changed) - SHOWN:,}"))
    return lines
