"""The three findings: what keeps today as it is, what else would hold, what experience says."""

from __future__ import annotations

from detente.brief.compact import conditions, step_words
from detente.brief.content import Line
from detente.brief.deal import packages_told
from detente.brief.doubt import rests
from detente.brief.outlook import Outlook
from detente.brief.phrases import amount, line, listed
from detente.brief.rounds import coming_talks, last_talks, level_word, near, outcome_after_colon
from detente.brief.situation import HOLDS, Situation
from detente.brief.standing import Gain, Standing
from detente.brief.waiting import Waiting
from detente.brief.ways import Step, Way
from detente.dossier.record import Truce
from detente.words import say

_MOST_HELD, _MOST_WAITING = 2, 4

_SEVERAL = 3
"""From so many parties on, who waits for whom is told in section 3 alone."""


def findings(it: Outlook) -> tuple[Line, ...]:
    """Return the three findings, each one or a few plain sentences."""
    return _today(it), _outcomes(it), _experience(it)


def _today(it: Situation) -> Line:
    if it.today is None:
        return line("brief.finding.no_today")
    called = called_aside(it, it.today)
    if it.movers:
        return Line(" ".join(_giving_way(it, called)))
    held = [one for one in it.standings if one.strength != "nothing"]
    if held:
        told = [line("brief.finding.holds", called=called).text, *_held(it, held)]
        return Line(" ".join(told + _circle(it)))
    circle = _circle(it)
    if circle:
        return Line(" ".join([line("brief.finding.alone", called=called).text, *circle]))
    told = [line("brief.finding.content", called=called).text]
    return Line(" ".join(told + (_waiting(it) or _elsewhere(it))))


def _giving_way(it: Situation, called: str) -> list[str]:
    first = it.movers[0]
    change = it.tell.change(it.today or 0, open_gain(first).to, first.party)
    who = it.who(first.party)
    told = [line("brief.finding.gives_way", called=called, who=who, change=change).text]
    if len(it.movers) > 1:
        others = [it.who(one.party) for one in it.movers[1:]]
        told.append(line("brief.finding.also", who=others).text)
    return told


def _held(it: Situation, held: list[Standing]) -> list[str]:
    """Return what the parties held back would do, and the answer that keeps them from it."""
    told = []
    for one in held[:_MOST_HELD]:
        gain = one.gains[0]
        answer = gain.answers.get(HOLDS)
        steps = [
            say(
                "brief.finding.answer",
                who=it.who(mover),
                change=it.tell.change(before, after, mover),
            )
            for mover, before, after in (answer.steps if answer is not None else ())
        ]
        change = it.tell.change(it.today or 0, gain.to, one.party)
        told.append(
            line("brief.finding.held", who=it.who(one.party), change=change, answer=steps).text
        )
    if len(held) > _MOST_HELD:
        rest = [it.who(one.party) for one in held[_MOST_HELD:]]
        told.append(line("brief.finding.held_too", who=rest).text)
    return told


def _circle(it: Situation) -> list[str]:
    """Return who waits for whom, where steps wait for nothing but one another."""
    by_party: dict[int, list[Waiting]] = {}
    for one in it.deadlock.circle:
        by_party.setdefault(one.party, []).append(one)
    told = []
    several = len(by_party) >= _SEVERAL
    for party, waiting in list(by_party.items())[:_MOST_WAITING]:
        steps = step_words(it, [one.step for one in waiting])
        if several:
            told.append(say("brief.finding.waits.too", who=it.who(party), steps=steps))
            continue
        owners = {int(it.model.owner[option]) for one in waiting for option, _ in one.needs}
        told.append(
            say(
                f"brief.finding.waits.{'only' if all(one.only for one in waiting) else 'once'}",
                who=it.who(party),
                steps=steps,
                others=[it.who(other) for other in sorted(owners)],
            )
        )
    more = len(by_party) - _MOST_WAITING
    if more > 0:
        told.append(amount("brief.n.waiting", more))
    if not told:
        return []
    code = "circle_several" if several else "circle"
    return [line(f"brief.finding.{code}", waiting="; ".join(told)).text]


def _waiting(it: Situation) -> list[str]:
    """Return what steps outside any circle wait for, first those that wait for what is refused."""
    refused = {one.step for one in it.deadlock.refusals}
    told = []
    for one in (*it.deadlock.blocked, *it.deadlock.single)[:_MOST_HELD]:
        never = [need for need in one.needs if need in refused]
        code = "blocked" if never else "waiting"
        told.append(
            line(
                f"brief.finding.{code}.{'only' if one.only else 'once'}",
                who=it.who(one.party),
                steps=step_words(it, [one.step]),
                needs=conditions(it, never or one.needs),
                owners=[it.who(k) for k in sorted({int(it.model.owner[k]) for k, _ in never})],
            ).text
        )
    return told


def called_aside(it: Situation, state: int) -> str:
    """Return the short name of a state as an aside, if it has one."""
    name = it.tell.name(state)
    return say("brief.finding.called", name=name) if name else ""


def _elsewhere(it: Situation) -> list[str]:
    """Return in whose hands lies what the parties would first like to see changed."""
    named: dict[int, int] = {}
    for one in it.unmet:
        for other in one.others:
            named[other] = named.get(other, 0) + 1
    if not named:
        return []
    most = max(named.values())
    above_all = [party for party in it.parties if named.get(party) == most]
    waiting = [one for one in it.unmet if one.others]
    everyone = len(waiting) == len(it.parties) > 1
    count = say("brief.n.each_party") if everyone else amount("brief.n.of_parties", len(waiting))
    who = [it.who(party) for party in above_all]
    return [line("brief.finding.elsewhere", count=count, who=who).text]


def open_gain(standing: Standing) -> Gain:
    """Return the best gain that nothing takes away, or the best of all."""
    free = [gain for gain in standing.gains if gain.answers.get("seq") is None]
    return (free or list(standing.gains))[0]


def _outcomes(it: Outlook) -> Line:
    total, holding = it.model.size, it.holding
    if holding.size == 0:
        return line("brief.finding.none_hold", total=amount("brief.n.outcomes", total))
    told = [
        line(
            "brief.finding.some_hold",
            count=f"{holding.size:,}",
            total=amount("brief.n.possible", total),
        ).text
    ]
    others = holding[holding != it.today] if it.today is not None else holding[:0]
    if others.size:
        own = "_own" if others.size < holding.size else ""
        close, gains = int(it.by_improvements[others].sum()), int(it.common_gains.size)
        reached = say(
            "brief.finding.some_near" if close else f"brief.finding.none_near{own}",
            count=amount("brief.n.of_them", close),
        )
        better = say(
            "brief.finding.common" if gains else "brief.finding.no_common",
            count=amount("brief.n.of_them", gains),
            called=called_aside(it, int(it.common_gains[0])) if gains == 1 else "",
        )
        told.append(line("brief.finding.reach", reached=reached, better=better).text)
        told += _nearest(it)
    return Line(" ".join([*told, *packages_told(it)]))


def nearest_told(it: Situation) -> Way | None:
    """Return the way that the second finding tells: the nearest, where none suits everyone."""
    if not it.ways or not it.ways[0].against:
        return None
    others = it.holding[it.holding != it.today]
    return None if it.by_improvements[others].any() else it.ways[0]


def _nearest(it: Situation) -> list[str]:
    """Return who would have to accept a loss on the nearest way to another outcome that holds."""
    way = nearest_told(it)
    if way is None:
        return []
    parties = list(dict.fromkeys(step.party for step in way.against))
    if way.against == way.steps[:1] and in_circle(it, way.steps[0]):
        steps = [say("brief.finding.go_first", who=it.who(parties[0]))]
    else:
        steps = [
            say(
                "brief.finding.unwelcome",
                who=it.who(step.party),
                change=it.tell.change(step.before, step.after, step.party),
            )
            for step in way.against
        ]
    return [
        line(
            "brief.finding.nearest",
            goal=called_aside(it, way.goal),
            against=amount("brief.n.against", len(way.against)),
            steps=steps,
        ).text
    ]


def in_circle(it: Situation, step: Step) -> bool:
    """Return whether all that `step` changes waits for others, as the first finding tells."""
    waits = {option for one in it.deadlock.circle for option, _ in [one.step]}
    changed = int(it.model.states[step.before]) ^ int(it.model.states[step.after])
    return all(k in waits for k in range(len(it.model.options)) if changed >> k & 1)


def _experience(it: Situation) -> Line:
    record = it.dossier.record
    told: list[str] = []
    notes: tuple[int, ...] = ()
    if record.truces:
        ended = [one for one in record.truces if one.fate in ("broken", "expired", "replaced")]
        told.append(_truces_told(record.truces))
        if ended:
            notes += it.notebook.cite(ended[-1].evidence)
    last = last_talks(it)
    if last is not None:
        told.append(
            line(
                "brief.finding.last_talks",
                when=near(last),
                outcome=outcome_after_colon(last),
            ).text
        )
        notes += it.notebook.cite(last.evidence)
    for k, talks in enumerate(coming_talks(it)[:2]):
        code = "coming" if k == 0 else "then"
        told.append(
            line(
                f"brief.finding.{code}.{talks.status}",
                level=level_word(talks),
                when=near(talks),
            ).text
        )
        notes += it.notebook.cite(talks.evidence)
    if not told:
        return Line(f"{line('brief.finding.no_record').text} {rests(it).text}")
    return Line(" ".join(told), tuple(sorted(set(notes))))


def _truces_told(truces: tuple[Truce, ...]) -> str:
    """Return what became of the truces on record."""
    if len(truces) == 1:
        return line(f"brief.finding.truce.{truces[0].fate or 'unknown'}").text
    count = amount("brief.n.truces", len(truces))
    return line("brief.finding.truces", count=count, ended=_counted(truces)).text


def _counted(truces: tuple[Truce, ...]) -> str:
    fates: dict[str, int] = {}
    for truce in truces:
        fates[truce.fate or "unknown"] = fates.get(truce.fate or "unknown", 0) + 1
    order = ("broken", "expired", "replaced", "holds", "unknown")
    return listed(amount(f"brief.n.fate.{fate}", fates[fate]) for fate in order if fate in fates)
