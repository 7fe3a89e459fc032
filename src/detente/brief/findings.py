"""The three findings: what keeps today as it is, what else would hold, what experience says."""

from __future__ import annotations

from detente.brief.content import Line
from detente.brief.doubt import rests
from detente.brief.phrases import amount, line, listed, when
from detente.brief.situation import Gain, Situation, Standing
from detente.dossier.record import Talks, Truce
from detente.words import say
from detente.words.naming import clean

_NEVER = 10**7


def findings(it: Situation) -> tuple[Line, ...]:
    """Return the three findings, each one or a few plain sentences."""
    return _today(it), _outcomes(it), _experience(it)


def _today(it: Situation) -> Line:
    if it.today is None:
        return line("brief.finding.no_today")
    called = _called(it, it.today)
    movers = it.movers
    if movers:
        first = movers[0]
        change = it.tell.change(it.today, open_gain(first).to, first.party)
        told = [
            line(
                "brief.finding.gives_way", called=called, who=it.who(first.party), change=change
            ).text
        ]
        if len(movers) > 1:
            others = [it.who(one.party) for one in movers[1:]]
            told.append(line("brief.finding.also", who=others).text)
        return Line(" ".join(told))
    held = [one.party for one in it.standings if one.strength != "nothing"]
    if not held:
        told = [line("brief.finding.content", called=called).text]
        if elsewhere := _elsewhere(it):
            told.append(elsewhere)
        return Line(" ".join(told))
    keepers = list(it.keepers)
    mutual = len(held) > 1 and set(keepers) == set(held)
    reason = line(
        "brief.finding.held_mutual" if mutual else "brief.finding.held",
        who=[it.who(party) for party in held],
        keepers=[it.who(party) for party in keepers],
    )
    return Line(f"{line('brief.finding.holds', called=called).text} {reason.text}")


def _called(it: Situation, state: int) -> str:
    """Return the short name of a state as an aside, if it has one."""
    name = it.tell.name(state)
    return say("brief.finding.called", name=name) if name else ""


def _elsewhere(it: Situation) -> str:
    """Return in whose hands lies what the parties would first like to see changed."""
    named: dict[int, int] = {}
    for one in it.unmet:
        for other in one.others:
            named[other] = named.get(other, 0) + 1
    if not named:
        return ""
    most = max(named.values())
    above_all = [party for party in it.parties if named.get(party) == most]
    waiting = [one for one in it.unmet if one.others]
    everyone = len(waiting) == len(it.parties) > 1
    return line(
        "brief.finding.elsewhere",
        count=say("brief.n.each_party") if everyone else amount("brief.n.of_parties", len(waiting)),
        who=[it.who(party) for party in above_all],
    ).text


def open_gain(standing: Standing) -> Gain:
    """Return the best gain that nothing takes away, or the best of all."""
    free = [gain for gain in standing.gains if gain.answers.get("seq") is None]
    return (free or list(standing.gains))[0]


def _outcomes(it: Situation) -> Line:
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
        near, gains = int(it.by_improvements[others].sum()), int(it.common_gains.size)
        code = "some_near" if near else f"none_near{own}"
        told.append(line(f"brief.finding.{code}", count=amount("brief.n.of_them", near)).text)
        code = "common" if gains else "no_common"
        told.append(line(f"brief.finding.{code}", count=amount("brief.n.of_them", gains)).text)
        if not near:
            told += _nearest(it)
    return Line(" ".join(told))


def _nearest(it: Situation) -> list[str]:
    """Return who would have to accept a loss on the nearest way to another outcome that holds."""
    if not it.ways or not it.ways[0].against:
        return []
    way = it.ways[0]
    parties = dict.fromkeys(step.party for step in way.against)
    return [
        line(
            "brief.finding.nearest",
            goal=_called(it, way.goal),
            against=amount("brief.n.against", len(way.against)),
            who=[it.who(party) for party in parties],
        ).text
    ]


def _experience(it: Situation) -> Line:
    record = it.dossier.record
    told: list[str] = []
    notes: tuple[int, ...] = ()
    if record.truces:
        ended = [one for one in record.truces if one.fate in ("broken", "expired", "replaced")]
        told.append(
            line(
                "brief.finding.truces",
                count=amount("brief.n.truces", len(record.truces)),
                ended=_counted(record.truces),
            ).text
        )
        if ended:
            notes += it.notebook.cite(ended[-1].evidence)
    last = last_talks(it)
    if last is not None:
        told.append(
            line(
                "brief.finding.last_talks",
                when=when_and_where(last),
                outcome=_outcome(last),
            ).text
        )
        notes += it.notebook.cite(last.evidence)
    for k, talks in enumerate(coming_talks(it)[:2]):
        code = "coming" if k == 0 else "then"
        told.append(
            line(
                f"brief.finding.{code}.{talks.status}",
                level=level_word(talks),
                when=when_and_where(talks),
            ).text
        )
        notes += it.notebook.cite(talks.evidence)
    if not told:
        return Line(f"{line('brief.finding.no_record').text} {rests(it).text}")
    return Line(" ".join(told), tuple(sorted(set(notes))))


def _counted(truces: tuple[Truce, ...]) -> str:
    fates: dict[str, int] = {}
    for truce in truces:
        fates[truce.fate or "unknown"] = fates.get(truce.fate or "unknown", 0) + 1
    order = ("broken", "expired", "replaced", "holds", "unknown")
    return listed(amount(f"brief.n.fate.{fate}", fates[fate]) for fate in order if fate in fates)


def last_talks(it: Situation) -> Talks | None:
    """Return the latest talks that were held or are under way."""
    held = [
        one
        for one in it.dossier.record.talks
        if one.status in (None, "held", "under way") and start(one) is not None
    ]
    return max(held, key=lambda one: start(one) or 0, default=None)


def coming_talks(it: Situation) -> list[Talks]:
    """Return the talks planned for the dossier's date or later, the next first."""
    as_of = it.dossier.as_of
    today = as_of.first.toordinal() if as_of is not None else 0
    planned = [
        one
        for one in it.dossier.record.talks
        if one.status in ("scheduled", "unofficial") and (start(one) or _NEVER) >= today
    ]
    return sorted(planned, key=lambda one: start(one) or _NEVER)


def next_talks(it: Situation) -> Talks | None:
    """Return the next round: the first after the dossier's date, or else on it."""
    coming = coming_talks(it)
    as_of = it.dossier.as_of
    today = as_of.last.toordinal() if as_of is not None else 0
    later = [one for one in coming if (start(one) or _NEVER) > today]
    return next(iter(later or coming), None)


def start(talks: Talks) -> int | None:
    """Return the first day of talks as a number, if it is known."""
    told = talks.from_ or talks.date or talks.to
    return told.first.toordinal() if told is not None else None


def level_word(talks: Talks) -> str:
    """Return what kind of talks these are."""
    return say(f"brief.level.{talks.level or 'any'}")


def when_and_where(talks: Talks) -> str:
    """Return the date and, in brackets, the place of talks."""
    told = when(talks.from_ or talks.date or talks.to)
    return f"{told} ({clean(talks.where)})" if talks.where else told


def _outcome(talks: Talks) -> str:
    outcome = clean(talks.outcome).rstrip(".")
    return f": {outcome[:1].lower() + outcome[1:]}" if outcome else ""
