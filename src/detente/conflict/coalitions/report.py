"""What coalitions can do, told as text: what holds, what is open together, whom to trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.conflict.coalitions.content import held_concepts, jump_concepts
from detente.conflict.coalitions.masks import members
from detente.conflict.coalitions.solving import COALITION_CONCEPTS
from detente.conflict.coalitions.trust import Turn, Way
from detente.conflict.folding import concept_names
from detente.conflict.telling import Teller
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

if TYPE_CHECKING:
    from detente.conflict.coalitions.answer import CoalitionsResult

SHOWN = 6
"""Things to do together that a terminal shows before the rest is only counted."""
SHOWN_JUMPS = 4
"""Jumps that it shows: from today's state, then those whose ends hold under the most concepts."""


def coalitions_title(result: CoalitionsResult) -> str:
    """Return one line on the size of the conflict and the coalitions asked about."""
    size, n, k, one = result.model.size, len(result.model.parties), len(result.masks), ("", ".one")
    return say(
        "coalitions.title",
        states=say(f"stability.states{one[size == 1]}", n=f"{size:,}"),
        parties=say(f"stability.parties{one[n == 1]}", n=n),
        coalitions=say(f"coalitions.coalitions{one[k == 1]}", n=f"{k:,}"),
    )


def coalitions_text(result: CoalitionsResult) -> str:
    """Return the answer in words for a terminal."""
    teller = Teller(result.model)
    lines = [coalitions_title(result), "", *_today(result, teller), "", say("coalitions.how_many")]
    for concept in COALITION_CONCEPTS:
        name, meaning = say(f"coalitions.concept.{concept}"), say(f"coalitions.meaning.{concept}")
        lines.append(f"  {name:<6}{len(result.states(concept)):>11,}  {meaning}")
    lines += ["", *_together(result, teller), "", *_jumps(result, teller)]
    return fold(lines)


def _named(concepts: list[str]) -> str:
    return say("words.and", items=[say(f"coalitions.concept.{concept}") for concept in concepts])


def _parties(teller: Teller, parties: tuple[int, ...]) -> str:
    return say("words.and", items=[teller.party(party) for party in parties])


def _today(result: CoalitionsResult, teller: Teller) -> list[str]:
    today = result.model.status_quo
    if today is None:
        return [say("coalitions.today_unknown")]
    held = held_concepts(int(result.stable[today]))
    code = "coalitions.today_holds" if held else "coalitions.today_open"
    lines = [
        say("stability.today", label=teller.label(today), words=teller.state(today)),
        "  " + say(code, concepts=_named(held)),
    ]
    groups: dict[int, list[str]] = {}
    for mask, bits in zip(result.masks, result.verdicts[:, today].tolist(), strict=True):
        if bits != (1 << len(COALITION_CONCEPTS)) - 1:
            groups.setdefault(bits, []).append(_parties(teller, members(mask)))
    for bits, named in groups.items():
        held = held_concepts(bits)
        code = "coalitions.leaves_unless" if held else "coalitions.leaves"
        more = len(named) - SHOWN
        who = "; ".join(named[:SHOWN])
        if more > 0:
            who += say("coalitions.and_more", n=f"{more:,}")
        lines.append("  " + say(code, who=capital(who), concepts=_named(held)))
    return lines


def _together(result: CoalitionsResult, teller: Teller) -> list[str]:
    """Return what two or more parties could do together from today's state."""
    today = result.model.status_quo
    if today is None:
        return [say("coalitions.together_unknown")]
    if not result.together:
        return [say("coalitions.together_none")]
    lines = [say("coalitions.together")]
    for one in result.together[:SHOWN]:
        way = result.ways[today, one.to, one.mask]
        lines.append("  " + _gain(teller, members(one.mask), one.to))
        lines += ["    " + line for line in _way(teller, way, "today")]
    return lines + _more(len(result.together) - SHOWN)


def _jumps(result: CoalitionsResult, teller: Teller) -> list[str]:
    """Return the first jumps from one equilibrium to another that nobody could be spared in."""
    if not result.jumps:
        return [say("coalitions.jumps_none")]
    lines = [say("coalitions.jumps", n=f"{result.jump_count:,}")]
    today = result.model.status_quo
    told = {(one.to, one.mask) for one in result.together[:SHOWN]}
    jumps = [one for one in result.jumps if (one.from_, one.to, one.mask) in result.ways]
    jumps.sort(key=lambda one: (one.from_ != today, -one.concepts.bit_count()))
    for jump in jumps[:SHOWN_JUMPS]:
        label = teller.label(jump.from_)
        lines.append(
            "  "
            + say(
                "coalitions.jump",
                label=label,
                words=teller.inside(jump.from_),
                concepts=concept_names(jump_concepts(jump.concepts)),
            )
        )
        lines.append("    " + _gain(teller, members(jump.mask), jump.to))
        if jump.from_ != today or (jump.to, jump.mask) not in told:
            way = result.ways[jump.from_, jump.to, jump.mask]
            than = "today" if jump.from_ == today else "start"
            lines += ["      " + line for line in _way(teller, way, than)]
    return lines + _more(result.jump_count - min(SHOWN_JUMPS, len(jumps)))


def _more(number: int) -> list[str]:
    return ["  " + say("coalitions.more", n=f"{number:,}")] if number > 0 else []


def _gain(teller: Teller, parties: tuple[int, ...], to: int) -> str:
    return say(
        "coalitions.gain",
        who=capital(_parties(teller, parties)),
        label=teller.label(to),
        words=teller.inside(to),
    )


def _way(teller: Teller, way: Way, than: str) -> list[str]:
    """Return the steps of a way, who could stop where, and who must trust whom."""
    lines = []
    turns: list[Turn | None] = [None, *way.turns]
    for number, (step, turn) in enumerate(zip(way.steps, turns, strict=True), start=1):
        if turn is not None:
            lines += ["  " + line for line in _turn(teller, turn, than)]
        lines.append(
            say(
                "coalitions.step",
                n=number,
                who=capital(teller.party(step.party)),
                change=teller.change(step.from_, step.to, step.party),
                label=teller.label(step.to),
            )
        )
    for code, parties in (("better", way.better), ("worse", way.worse)):
        if parties:
            who = capital(_parties(teller, parties))
            lines.append(say(f"coalitions.outside_{code}", who=who))
    pairs = way.trust(tempted=True)
    if pairs:
        told = [
            say("coalitions.trust", who=teller.party(who), whom=teller.party(whom))
            for who, whom in pairs
        ]
        lines.append(say("coalitions.trusting", pairs=capital("; ".join(told))))
    elif any(turn.tempted for turn in way.turns):
        lines.append(say("coalitions.safe"))
    else:
        lines.append(say("coalitions.steady"))
    return lines


def _turn(teller: Teller, turn: Turn, than: str) -> list[str]:
    """Return what is worth knowing before a party carries on."""
    who = teller.party(turn.party)
    exposed = _parties(teller, turn.exposed)
    lines = []
    if turn.tempted:
        lines.append(say("coalitions.tempted", who=capital(who)))
    if turn.exposed:
        code = "exposed" if turn.tempted else "waiting"
        lines.append(say(f"coalitions.{code}_{than}", exposed=exposed, who=who))
    if turn.sacrifice and not turn.tempted:
        lines.append(say("coalitions.sacrifice", who=who))
    return lines
