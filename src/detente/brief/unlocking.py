"""What would unlock it: steps together, the way there, what would make an outcome hold."""

from __future__ import annotations

from collections.abc import Sequence

from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.findings import in_circle
from detente.brief.goals import goal_in_reach
from detente.brief.outlook import Outlook
from detente.brief.phrases import line
from detente.brief.seeing import seeing
from detente.conflict.coalitions.trust import Turn, judged_way
from detente.conflict.reach import Step
from detente.conflict.unlock import UnlockResult
from detente.conflict.unlock.told import change_words, measure_alone
from detente.words import say

_MOST_TOGETHER, _MOST_WAYS_OUT = 3, 3


def unlocking(it: Outlook) -> Section:
    """Return the section on what would unlock today's situation."""
    blocks: list[Block] = []
    if it.today is None:
        blocks.append(Text((line("brief.unlock.no_today"),)))
    else:
        blocks += [*_together(it), *_way(it)]
        for unlocked in it.unlocks:
            blocks += _holding(it, unlocked)
        blocks += seeing(it)
    if not blocks:
        blocks.append(Text((line("brief.unlock.nothing"),)))
    return Section("unlock", say("brief.section.unlock"), tuple(blocks))


def _together(it: Outlook) -> list[Block]:
    """Return what parties could bring about together that each of them would rather have."""
    if it.together is None:
        return []
    if not it.together:
        return [Text((line("brief.unlock.no_coalition"),))]
    items = []
    for gain in it.together[:_MOST_TOGETHER]:
        code = "holds" if it.holds(gain.to) else "open"
        told = line(
            f"brief.unlock.together.{code}",
            who=[it.who(party) for party in gain.parties],
            state=it.tell.inside(gain.to),
        )
        items.append(Item((Line(told.text, pattern=it.tell.label(gain.to)),)))
    more = len(it.together) - len(items)
    lead = [line("brief.unlock.together_lead")]
    rest = [Text((line("brief.unlock.together_more", count=f"{more:,}"),), "quiet")] if more else []
    return [Text(tuple(lead)), Items(tuple(items)), *rest]


def _way(it: Outlook) -> list[Block]:
    """Return the nearest way to the outcome in reach, and who must trust whom on it."""
    goal = goal_in_reach(it)
    way = next((one for one in it.ways if one.goal == goal), None)
    if way is None or it.today is None or not way.against:
        return []
    steps = tuple(Step(one.party, one.before, one.after) for one in way.steps)
    movers = sum({1 << step.party: None for step in steps})
    turns = judged_way(it.model, it.today, way.goal, movers, steps).turns
    named = it.tell.inside(way.goal)
    heading = Heading(say("brief.unlock.way"))
    if all(in_circle(it, step) for step in way.steps):
        order = [
            say("brief.unlock.turn", who=it.who(step.party), fit=say(f"brief.fit.{step.fit}"))
            for step in way.steps
        ]
        told = line("brief.unlock.order", goal=named, order="; ".join(order))
        return [heading, Text((told,)), *_trust(it, turns)]
    items = [
        Item(
            (
                line(
                    "brief.unlock.step",
                    who=it.who(step.party),
                    change=it.tell.change(step.before, step.after, step.party),
                    fit=say(f"brief.fit.{step.fit}"),
                ),
            )
        )
        for step in way.steps
    ]
    return [
        heading,
        Text((line("brief.unlock.way_lead", goal=named),)),
        Items(tuple(items), ordered=True),
        *_trust(it, turns),
    ]


def _trust(it: Outlook, turns: Sequence[Turn]) -> list[Block]:
    """Return who would be worse off than today if one whose turn it is stopped."""
    trusted: dict[int, dict[int, None]] = {}
    tempted: dict[int, None] = {}
    for turn in turns:
        for party in turn.exposed:
            trusted.setdefault(party, {})[turn.party] = None
        if turn.tempted:
            tempted[turn.party] = None
    told = [
        say("brief.unlock.trust.pair", who=it.who(party), others=[it.who(one) for one in others])
        for party, others in trusted.items()
    ]
    lines = [line("brief.unlock.trust", pairs="; ".join(told))] if told else []
    if tempted:
        who = [it.who(party) for party in tempted]
        lines.append(line("brief.unlock.trust.tempted", who=who))
    return [Text(tuple(lines))] if lines else []


def _holding(it: Outlook, unlocked: UnlockResult) -> list[Block]:
    """Return what would make an outcome hold that does not, what asks least first."""
    # the easiest measures from outside and the easiest change of mind, whichever asks less
    kinds = [one.kind for one in unlocked.ranked]
    shown = unlocked.ranked[:_MOST_WAYS_OUT]
    if "change" in kinds[_MOST_WAYS_OUT:] and "change" not in kinds[:_MOST_WAYS_OUT]:
        shown = (*shown[:-1], unlocked.ranked[kinds.index("change")])
    items = []
    for one in shown:
        told = (
            measure_alone(it.tell, unlocked.measures[one.number])
            if one.kind == "measure"
            else change_words(it.tell, unlocked.changes[one.number])
        )
        items.append(Item((Line(told),)))
    heading = Heading(say("brief.unlock.hold", state=it.tell.inside(unlocked.target)))
    proof = unlocked.proofs[0]
    if not items:
        return [heading, Text((line("brief.unlock.none_found", n=proof.proved),))]
    lead = line("brief.unlock.hold_lead")
    rest = line("brief.unlock.fewest.proved" if proof.minimal else "brief.unlock.fewest.open")
    tail = [rest] if proof.cost is not None and proof.cost > 1 else []
    return [heading, Text((lead, *tail)), Items(tuple(items))]
