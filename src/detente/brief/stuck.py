"""Why it is stuck: what each party could do alone from today, and what holds it back."""

from __future__ import annotations

from collections.abc import Sequence

from detente.brief.annexes import to_annex
from detente.brief.compact import by_party, conditions, does
from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.marks import mark_of
from detente.brief.phrases import amount, line
from detente.brief.situation import HOLDS, Situation
from detente.brief.standing import Answer, Gain, Standing
from detente.brief.waiting import Choice, Waiting
from detente.conflict import moves
from detente.words import say
from detente.words.naming import clean

_MOST_GAINS = 3
_MOST_BLOCKED, _MOST_SINGLE = 4, 4


def why_stuck(it: Situation) -> Section:
    """Return the section that says why today's state stays or gives way."""
    blocks: list[Block] = []
    if it.today is None:
        blocks.append(Text((line("brief.stuck.no_today"),)))
    else:
        blocks += _overall(it)
        gaining = [one for one in it.standings if one.gains]
        for standing in sorted(gaining, key=lambda one: one not in it.movers):
            blocks += _party(it, standing)
        blocks += [*_nothing(it), *_circle(it), *_single(it)]
        if not it.deadlock.circle:
            blocks += refused(it)
        blocks += _unmet(it)
        blocks.append(Text(tuple(to_annex(it, "picture", "brief.annex.drawn")), "quiet"))
    return Section("stuck", say("brief.section.stuck"), tuple(blocks))


def _overall(it: Situation) -> list[Block]:
    if not it.movers:
        if not it.keepers:
            return []
        told = [line("brief.stuck.holds")]
        for keeper, held in it.keepers.items():
            told.append(
                line(
                    "brief.stuck.keeper",
                    who=it.who(keeper),
                    held=[it.who(party) for party in held],
                )
            )
        return [Text(tuple(told))]
    return [Text((line("brief.stuck.gives_way", who=[it.who(one.party) for one in it.movers]),))]


def _party(it: Situation, standing: Standing) -> list[Block]:
    """Return what a party could gain alone, and what would take each gain away."""
    party = standing.party
    name = clean(it.model.party_names[party])
    heading = Heading(name, say(f"brief.strength.{standing.strength}"))
    count = len(moves(it.model, it.today or 0, party))
    told = line(
        "brief.stuck.gains" if count > 1 else "brief.stuck.gains_one",
        who=it.who(party),
        count=amount("brief.n.moves", count),
        gains=amount("brief.n.gains", len(standing.gains)),
    )
    shown = standing.gains[:_MOST_GAINS]
    blocks: list[Block] = [
        heading,
        Text((told,)),
        Items(tuple(_gain(it, party, gain) for gain in shown)),
    ]
    rest = standing.gains[_MOST_GAINS:]
    if rest:
        held = sum(1 for gain in rest if gain.answers.get(HOLDS) is not None)
        code = "rest_held" if held == len(rest) else "rest_some" if held else "rest_free"
        count_ = amount("brief.n.further", len(rest))
        blocks.append(Text((line(f"brief.stuck.{code}", count=count_, held=held),), "quiet"))
    return blocks


def _nothing(it: Situation) -> list[Block]:
    """Return which parties could do nothing better alone, and among how many steps."""
    idle = [one.party for one in it.standings if not one.gains]
    if not idle:
        return []
    counts = {party: len(moves(it.model, it.today or 0, party)) for party in idle}
    if len(idle) == len(it.parties):
        steps = amount("brief.n.steps", sum(counts.values()))
        return [Text((line("brief.stuck.nothing_all", count=steps),))]
    told = [say("brief.stuck.steps_of", who=it.who(p), count=n) for p, n in counts.items()]
    return [Text((line("brief.stuck.nothing_some", who=told),))]


def _circle(it: Situation) -> list[Block]:
    """Return who waits for whom, and where the steps would lead if taken together."""
    circle = it.deadlock.circle
    if not circle:
        return []
    numbers = {one.step: str(k) for k, one in enumerate(circle, 1)}
    blocks: list[Block] = [
        Heading(say("brief.stuck.circle")),
        Text((line("brief.stuck.circle_lead"),)),
        Items(tuple(Item((_waits(it, one, numbers),)) for one in circle), ordered=True),
    ]
    together = it.deadlock.together
    if together is not None and (it.holds(together) or it.tell.name(together) is not None):
        state = it.tell.inside(together) if it.tell.name(together) is not None else None
        code = "together" if state is not None else "together_unnamed"
        code += "_holds" if it.holds(together) else ""
        told = line(f"brief.stuck.{code}", state=state)
        blocks.append(Text((Line(told.text, pattern=it.model.label(together)),)))
    return blocks


def _waits(it: Situation, one: Waiting, numbers: dict[Choice, str]) -> Line:
    told = line(
        "brief.stuck.after_only" if one.only else "brief.stuck.after",
        who=it.who(one.party),
        step=does(it, one.step),
        numbers=sorted((numbers[need] for need in one.needs), key=int),
    )
    return _with_grounds(it, told.text, [one])


def _with_grounds(it: Situation, text: str, waiting: Sequence[Waiting]) -> Line:
    """Return `text` with the notes of the statements behind it, and the weakest one's mark."""
    reasons = [clause.reason for one in waiting for clause in it.grounds(one)]
    if not reasons:
        reasons = [it.standoff.preferences[it.model.parties[one.party]].reason for one in waiting]
    notes = it.notebook.cite(piece for reason in reasons for piece in reason.evidence)
    weakest = min(reasons, key=lambda reason: (reason.sure, bool(reason.evidence)))
    return Line(text, notes, mark=mark_of(weakest))


def _single(it: Situation) -> list[Block]:
    """Return what waits outside any circle."""
    lines = []
    for one in it.deadlock.single[:_MOST_SINGLE]:
        told = line(
            "brief.stuck.waiting_only" if one.only else "brief.stuck.waiting",
            who=it.who(one.party),
            step=does(it, one.step),
            needs=conditions(it, one.needs),
        )
        lines.append(_with_grounds(it, told.text, [one]))
    return [Items(tuple(Item((one,)) for one in lines))] if lines else []


def refused(it: Situation) -> list[Block]:
    """Return what would never serve its party, and what waits for that."""
    lines = []
    never = {one.step for one in it.deadlock.refusals}
    if never:
        lines.append(line("brief.stuck.refusals", what=by_party(it, never)))
    found: dict[tuple[tuple[Choice, ...], bool], list[Waiting]] = {}
    for one in it.deadlock.blocked:
        found.setdefault((one.needs, one.only), []).append(one)
    for (needs, only), waiting in list(found.items())[:_MOST_BLOCKED]:
        told = line(
            "brief.stuck.blocked_only" if only else "brief.stuck.blocked",
            needs=conditions(it, needs),
            what=by_party(it, (one.step for one in waiting)),
        )
        lines.append(_with_grounds(it, told.text, waiting))
    return [Items(tuple(Item((one,)) for one in lines))] if lines else []


def _unmet(it: Situation) -> list[Block]:
    """Return what each party would first like to see changed, where nobody waits for anybody."""
    if it.waits or it.movers:
        return []
    items = []
    for one in it.unmet:
        reason = one.clause.reason
        wish = it.tell.wish(one.clause.expression, one.party)
        told = line("brief.stuck.unmet", who=it.who(one.party), wish=wish)
        notes = it.notebook.cite(reason.evidence)
        lines = [Line(told.text, notes, mark=mark_of(reason, bare=True))]
        if one.others:
            lines.append(line("brief.stuck.in_hands", who=[it.who(p) for p in one.others]))
        items.append(Item(tuple(lines)))
    return [Items(tuple(items))] if items else []


def _gain(it: Situation, party: int, gain: Gain) -> Item:
    who = it.who(party)
    told = line("brief.stuck.gain", who=who, change=it.tell.change(it.today or 0, gain.to, party))
    lines = [Line(told.text, pattern=it.tell.label(gain.to))]
    if it.tell.name(gain.to) is not None:
        lines.append(line("brief.stuck.leads_to", state=it.tell.inside(gain.to)))
    answer = gain.answers.get(HOLDS)
    if answer is not None:
        under = _told(it, party, answer, "brief.stuck.held_by")
    else:
        under = [line("brief.stuck.unpunished", who=who)]
        costly = gain.answers.get("gmr")
        if costly is not None:
            under += _told(it, party, costly, "brief.stuck.costly")
    return Item(tuple(lines), tuple(under))


def _told(it: Situation, party: int, answer: Answer, code: str) -> list[Line]:
    steps = [
        say(
            "brief.stuck.step",
            who=it.who(mover),
            change=it.tell.change(before, after, mover),
        )
        for mover, before, after in answer.steps
    ]
    told = line(code, steps="; ".join(steps))
    if answer.end == it.today:
        return [told, line("brief.stuck.back_to_today", who=it.who(party))]
    end = line("brief.stuck.ends", state=it.tell.inside(answer.end), who=it.who(party))
    return [told, Line(end.text, pattern=it.tell.label(answer.end))]
