"""Questions for the next round, each drawn from what the dossier leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from detente.brief.compact import does
from detente.brief.document import Question
from detente.brief.findings import called_aside, nearest_told, open_gain
from detente.brief.outlook import Outlook
from detente.brief.phrases import amount, line, share
from detente.brief.positions import subject
from detente.brief.rounds import near, next_talks
from detente.brief.standing import Reliance
from detente.words.conditions import is_warning, limit_word
from detente.words.naming import clean

_MOST = 6


def questions(it: Outlook) -> tuple[Question, ...]:
    """Return at most six questions, the weightiest first."""
    chosen: list[Question] = []
    for found, most in (
        (_today(it), 1),
        (_movers(it), 2),
        (_keepers(it), 2),
        (_together(it), 1),
        (_pillars(it), 1),
        (_deal(it), 1),
        (_prices(it), 1),
        (_table(it), 1),
        (_conditions(it), 2),
        (_doubts(it), 1),
        (_truces(it), 1),
        (_unverified(it), 1),
        (_indifferent(it), 1),
    ):
        for _, question in zip(range(most), found, strict=False):
            chosen.append(question)
    return tuple(chosen[:_MOST])


def _today(it: Outlook) -> Iterator[Question]:
    if it.today is None:
        yield Question(line("brief.ask.today"), line("brief.why.today"))


def _movers(it: Outlook) -> Iterator[Question]:
    for standing in it.movers:
        gain = open_gain(standing)
        change = it.tell.change(it.today or 0, gain.to, standing.party)
        yield Question(
            line("brief.ask.mover", who=it.who(standing.party), change=change),
            line("brief.why.mover"),
        )


def _keepers(it: Outlook) -> Iterator[Question]:
    if it.today is None:
        return
    for keeper, held in it.keepers.items():
        for standing in it.standings:
            if standing.party not in held:
                continue
            gain = next(g for g in standing.gains if _mover_in(g.answers.get("seq"), keeper))
            answer = gain.answers["seq"]
            step = next(s for s in answer.steps if s[0] == keeper) if answer else None
            if step is None:
                continue
            yield Question(
                line(
                    "brief.ask.keeper",
                    who=it.who(keeper),
                    change=it.tell.change(step[1], step[2], keeper),
                    other=it.who(standing.party),
                    move=it.tell.change(it.today, gain.to, standing.party),
                ),
                line("brief.why.keeper", who=it.who(standing.party)),
            )
            break


def _pillars(it: Outlook) -> Iterator[Question]:
    """Ask about the guesses that the conclusions stand on."""
    for pillar in it.pillars:
        code = "pillar_step" if pillar.waits else "pillar"
        ask = line(f"brief.ask.{code}", it.notebook.cite(pillar.evidence), words=pillar.words)
        if pillar.sure is None:
            yield Question(ask, line("brief.why.pillar_open"))
        else:
            yield Question(ask, line("brief.why.pillar", sure=share(pillar.sure)))


def _deal(it: Outlook) -> Iterator[Question]:
    """Ask for what would keep the first package that would not hold, or for who would concede."""
    answers = it.table
    if answers is None:
        return
    for concession in answers.deals.concessions[:1]:
        who = answers.teller.party(concession.party)
        code = "line" if concession.line is not None else "floor"
        yield Question(line(f"brief.ask.deal.{code}", who=who), line("brief.why.deal.empty"))
    for offer in answers.offers:
        carried = None if offer.judged is None else offer.judged.carried
        if carried is None or offer.holds or not carried.breaches:
            continue
        breach = carried.breaches[0]
        change = it.tell.change(carried.chosen.state, breach.to, breach.party)
        yield Question(
            line("brief.ask.deal.keep", who=it.who(breach.party), change=change),
            line("brief.why.deal.keep", letter=offer.letter),
        )


def _together(it: Outlook) -> Iterator[Question]:
    """Ask for steps at the same time, where each waits for the others."""
    circle = it.deadlock.circle
    if not circle:
        return
    who = [it.who(party) for party in dict.fromkeys(one.party for one in circle)]
    together = it.deadlock.together
    named = together is not None and it.tell.name(together) is not None
    if together is not None and named and it.holds(together):
        why = line("brief.why.together_named", state=it.tell.inside(together))
    else:
        why = line("brief.why.together")
    yield Question(line("brief.ask.together", who=who), why)


def _prices(it: Outlook) -> Iterator[Question]:
    """Ask what would be wanted in return for the unwelcome steps on the nearest ways."""
    asked: set[int] = set()
    for way in it.ways:
        for step in way.against:
            if step.party in asked:
                continue
            asked.add(step.party)
            if way is nearest_told(it):
                who = it.who(step.party)
                yield Question(line("brief.ask.price_told", who=who), line("brief.why.price_told"))
                continue
            who = it.who(step.party)
            change = it.tell.change(step.before, step.after, step.party)
            yield Question(
                line("brief.ask.price", who=who, change=change),
                line("brief.why.price", goal=called_aside(it, way.goal)),
            )


def _mover_in(answer: object, party: int) -> bool:
    steps = getattr(answer, "steps", ())
    return any(step[0] == party for step in steps)


def _table(it: Outlook) -> Iterator[Question]:
    talks = next_talks(it)
    if talks is None:
        return
    at_table = set(talks.parties)
    round_ = near(talks)
    notes = it.notebook.cite(talks.evidence)
    people = {person.name: person.party for person in it.dossier.record.people}
    at_table |= {people[name] or "" for name in talks.people if name in people}
    weighty = list(it.keepers) + [one.party for one in it.movers]
    missing = [p for p in dict.fromkeys(weighty) if it.model.parties[p] not in at_table]
    if missing and at_table:
        yield Question(
            line("brief.ask.absent", notes, when=round_, who=[it.who(p) for p in missing]),
            line("brief.why.absent"),
        )
    elif talks.status == "unofficial":
        yield Question(line("brief.ask.confirm", notes, when=round_), line("brief.why.confirm"))
    else:
        yield Question(line("brief.ask.agenda", notes, when=round_), line("brief.why.agenda"))


def _conditions(it: Outlook) -> Iterator[Question]:
    for position in it.dossier.record.positions:
        quotes = (piece.quote for piece in position.evidence)
        word = "until" if position.until else limit_word(position.stance, quotes)
        condition = clean(position.until or position.unless).rstrip(".")
        if not condition or is_warning(position.stance):
            continue
        stance, about = clean(position.stance).rstrip("."), subject(it, position.about)
        code = "_".join(["condition", *(["stance"] * bool(stance)), *(["about"] * bool(about))])
        yield Question(
            line(
                f"brief.ask.{word}",
                it.notebook.cite(position.evidence),
                who=it.named(position.party),
                condition=condition,
            ),
            line(f"brief.why.{code}", stance=stance, about=about),
        )


def _doubts(it: Outlook) -> Iterator[Question]:
    asked = {pillar.line for pillar in it.pillars}
    weak = [one for one in it.reliances if _weak(one) and one.clause.place.line not in asked]
    for one in sorted(weak, key=lambda one: one.clause.reason.sure):
        reason = one.clause.reason
        code = "sure" if reason.sure < 1 else "judged"
        waiting = [w for w in it.deadlock.circle if one.clause in it.grounds(w)]
        if one.why == "wait" and waiting and waiting[0].party == one.party:
            told = line(
                "brief.ask.wait",
                it.notebook.cite(reason.evidence),
                who=it.who(one.party),
                step=does(it, waiting[0].step),
            )
            yield Question(told, line(f"brief.why.wait_{code}", sure=share(reason.sure)))
            continue
        yield Question(
            line(
                "brief.ask.wish",
                it.notebook.cite(reason.evidence),
                who=it.who(one.party),
                wish=it.tell.wish(one.clause.expression, one.party),
            ),
            line(
                f"brief.why.{code}",
                sure=share(reason.sure),
                verdict=line(f"brief.rests.{one.why}", who=it.who(one.about)).text,
            ),
        )


def _weak(one: Reliance) -> bool:
    reason = one.clause.reason
    return reason.sure < 1 or not reason.evidence


def _truces(it: Outlook) -> Iterator[Question]:
    truces = it.dossier.record.truces
    broken = [one for one in truces if one.fate == "broken"]
    if broken:
        yield Question(
            line("brief.ask.truce", it.notebook.cite(broken[-1].evidence)),
            line(
                "brief.why.truce",
                total=amount("brief.n.truces", len(truces)),
                broken=len(broken),
            ),
        )


def _unverified(it: Outlook) -> Iterator[Question]:
    for source in it.dossier.sources.values():
        if source.file is None:
            yield Question(
                line("brief.ask.confirm_source", source=clean(source.title)),
                line("brief.why.confirm_source"),
            )


def _indifferent(it: Outlook) -> Iterator[Question]:
    for party in it.parties:
        if it.model.size > 1 and int(it.model.ranks[party].max()) == 0:
            yield Question(
                line("brief.ask.indifferent", who=it.who(party)), line("brief.why.indifferent")
            )
