"""Who sees another conflict than the one that is told here, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.brief.compact import does
from detente.brief.content import Block, Heading, Item, Items, Line, Text
from detente.brief.outlook import Outlook
from detente.brief.phrases import amount, line
from detente.brief.situation import HOLDS
from detente.brief.waiting import find_deadlock
from detente.conflict.perceptions import OwnGame, PerceptionsResult
from detente.conflict.perceptions.differences import NotSeen
from detente.words import say


def seeing(it: Outlook) -> list[Block]:
    """Return how parties see the conflict otherwise, and what learning the truth would change."""
    views = it.views
    if views is None or not views.games:
        return []
    items = [Item(tuple(_game(it, views, game))) for game in views.games]
    return [
        Heading(say("brief.seeing.heading")),
        Text((line("brief.seeing.lead"),)),
        Items(tuple(items)),
    ]


def _game(it: Outlook, views: PerceptionsResult, game: OwnGame) -> Iterator[Line]:
    who = it.who(game.party)
    reasons = [reason for difference in game.differences for reason in difference.reasons]
    notes = it.notebook.cite(piece for reason in reasons for piece in reason.evidence)
    judged = any(reason.judgement for reason in reasons)
    otherwise = line("brief.seeing.otherwise", who=who, what=_about(it, game))
    told = list(_circle(it, game)) or [otherwise]
    mark = say("brief.mark.judgement") if judged else ""
    yield Line(told[0].text, notes, mark=mark)
    yield from told[1:]
    begins, ceases = len(views.begins(game, HOLDS)), len(views.ceases(game, HOLDS))
    if begins or ceases:
        code = ("both" if ceases else "begins") if begins else "ceases"
        yield line(
            f"brief.seeing.learning.{code}",
            who=who,
            begins=amount("brief.n.more_hold", begins),
            ceases=amount("brief.n.cease", ceases),
        )


def _about(it: Outlook, game: OwnGame) -> list[str]:
    """Return whose wishes, or which options, the party sees otherwise."""
    told = []
    for difference in game.differences:
        if isinstance(difference, NotSeen):
            owner = int(it.model.owner[difference.option])
            what = it.tell.texts[difference.option]
            told.append(say("brief.seeing.option", who=it.who(owner), what=what))
        else:
            told.append(say("brief.seeing.wishes", who=it.who(difference.of)))
    return list(dict.fromkeys(told))


def _circle(it: Outlook, game: OwnGame) -> Iterator[Line]:
    """Yield what becomes of the steps that wait for one another, as the party sees them."""
    circle = it.deadlock.circle
    if not circle:
        return
    seen = find_deadlock(game.model)
    refused = {refusal.step for refusal in seen.refusals}
    never = [one for one in circle if one.step in refused and one.party != game.party]
    who = it.who(game.party)
    for one in never:
        yield line("brief.seeing.never", who=who, other=it.who(one.party), step=does(it, one.step))
    if never:
        return
    waiting = {one.step: set(one.needs) for one in (*seen.circle, *seen.single, *seen.blocked)}
    for one in circle:
        if one.party == game.party or one.step not in waiting:
            continue
        spared = set(one.needs) - waiting[one.step]
        if spared and waiting[one.step] < set(one.needs):
            owners = sorted({int(it.model.owner[option]) for option, _ in spared})
            yield line(
                "brief.seeing.sooner",
                who=who,
                other=it.who(one.party),
                step=does(it, one.step),
                spared=[it.who(owner) for owner in owners],
            )
