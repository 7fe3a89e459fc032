"""Why it is stuck: what each party could do alone from today, and what holds it back."""

from __future__ import annotations

from detente.brief.content import Block, Heading, Item, Items, Line, Section, Text
from detente.brief.findings import open_gain
from detente.brief.marks import mark_of
from detente.brief.phrases import amount, line
from detente.brief.situation import HOLDS, Answer, Gain, Situation, Standing
from detente.conflict import moves
from detente.words import say
from detente.words.naming import capital, clean

_MOST_GAINS = 3
_MOST_DECISIVE = 2


def why_stuck(it: Situation) -> Section:
    """Return the section that says, party by party, why today's state stays or gives way."""
    blocks: list[Block] = []
    if it.today is None:
        blocks.append(Text((line("brief.stuck.no_today"),)))
    else:
        blocks += _overall(it)
        for standing in it.standings:
            blocks += _party(it, standing)
    return Section("stuck", say("brief.section.stuck"), tuple(blocks))


def _overall(it: Situation) -> list[Block]:
    if not it.movers:
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
    items = []
    for standing in it.movers:
        gain = open_gain(standing)
        told = [
            line(
                "brief.stuck.would_move",
                who=it.who(standing.party),
                change=it.tell.change(it.today or 0, gain.to, standing.party),
            ),
            _leads_to(it, gain.to),
        ]
        items.append(Item(tuple(told)))
    return [Text((line("brief.stuck.gives_way"),)), Items(tuple(items))]


def _party(it: Situation, standing: Standing) -> list[Block]:
    party = standing.party
    who = it.who(party)
    heading = Heading(
        clean(it.model.party_names[party]), say(f"brief.strength.{standing.strength}")
    )
    count = len(moves(it.model, it.today or 0, party))
    if not standing.gains:
        code = "nothing" if count > 1 else "nothing_one" if count else "no_moves"
        told = [line(f"brief.stuck.{code}", who=who, count=amount("brief.n.moves", count))]
        decisive = _decisive(it, party)
        blocks: list[Block] = [heading, Text(tuple(told))]
        if count and decisive:
            code = "decisive" if len(decisive) > 1 else "decisive_one"
            blocks += [Text((line(f"brief.stuck.{code}"),)), Items(decisive)]
        return blocks + _unmet(it, party)
    shown = standing.gains[:_MOST_GAINS]
    items = [_gain(it, party, gain) for gain in shown]
    blocks = [
        heading,
        Text(
            (
                line(
                    "brief.stuck.gains" if count > 1 else "brief.stuck.gains_one",
                    who=who,
                    count=amount("brief.n.moves", count),
                    gains=amount("brief.n.gains", len(standing.gains)),
                ),
            )
        ),
        Items(tuple(items)),
    ]
    rest = standing.gains[_MOST_GAINS:]
    if rest:
        held = sum(1 for gain in rest if gain.answers.get(HOLDS) is not None)
        code = "rest_held" if held == len(rest) else "rest_some"
        blocks.append(
            Text(
                (
                    line(
                        f"brief.stuck.{code}",
                        count=amount("brief.n.further", len(rest)),
                        held=held,
                    ),
                ),
                "quiet",
            )
        )
    return blocks


def _unmet(it: Situation, party: int) -> list[Block]:
    """Return what the party would first like to see changed, and in whose hands that lies."""
    found = next((one for one in it.unmet if one.party == party), None)
    if found is None:
        return []
    reason = found.clause.reason
    wish = it.tell.wish(found.clause.expression, party)
    told = line("brief.stuck.unmet", who=it.who(party), wish=wish)
    lines = [Line(told.text, it.notebook.cite(reason.evidence), mark=mark_of(reason, bare=True))]
    if found.others:
        lines.append(line("brief.stuck.in_hands", who=[it.who(p) for p in found.others]))
    return [Text(tuple(lines))]


def _decisive(it: Situation, party: int) -> tuple[Item, ...]:
    found = [one for one in it.reliances if one.party == party and one.why == "nothing"]
    items = []
    for one in found[:_MOST_DECISIVE]:
        reason = one.clause.reason
        told = capital(it.tell.wish(one.clause.expression, party)) + "."
        notes = it.notebook.cite(reason.evidence)
        items.append(Item((Line(told, notes, mark=mark_of(reason, bare=True)),)))
    return tuple(items)


def _gain(it: Situation, party: int, gain: Gain) -> Item:
    who = it.who(party)
    change = it.tell.change(it.today or 0, gain.to, party)
    lines = [line("brief.stuck.gain", who=who, change=change), _leads_to(it, gain.to)]
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


def _leads_to(it: Situation, state: int) -> Line:
    told = line("brief.stuck.leads_to", state=it.tell.inside(state))
    return Line(told.text, pattern=it.tell.label(state))
