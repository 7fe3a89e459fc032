"""Choices told in few words, grouped by the party that makes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.brief.situation import Situation
from detente.brief.waiting import Choice
from detente.words import say


def does(it: Situation, choice: Choice) -> str:
    """Return a choice as an instruction: ``strike``, ``stop bombing``, ``not attend``."""
    option, taken = choice
    if taken:
        return it.tell.texts[option]
    if it.today is not None and it.model.label(it.today)[option] == "Y":
        told = it.tell.ended("plain", option)
        return told[:1].lower() + told[1:]
    return say("brief.compact.not", what=it.tell.texts[option])


def grouped(it: Situation, choices: Iterable[Choice]) -> dict[int, list[str]]:
    """Return the instructions for `choices` under the party that makes them, in its order."""
    found: dict[int, list[str]] = {}
    for choice in sorted(choices):
        found.setdefault(int(it.model.owner[choice[0]]), []).append(does(it, choice))
    return found


def by_party(it: Situation, choices: Iterable[Choice]) -> str:
    """Return `choices` as ``the United States: strike; Russia: stop bombing``."""
    told = (
        say("brief.play.party", who=it.who(party), what=say("words.and", items=what))
        for party, what in grouped(it, choices).items()
    )
    return "; ".join(told)


def conditions(it: Situation, needs: Iterable[Choice]) -> str:
    """Return `needs` as they stand after *only if*: ``Russia were to stop and Iran to leave``."""
    told: list[str] = []
    for party, what in grouped(it, needs).items():
        code = "brief.compact.to" if told else "brief.compact.were_to"
        told.append(say(code, who=it.who(party), what=say("words.and", items=what)))
    return enumerated(told)


def enumerated(parts: Sequence[str]) -> str:
    """Return `parts` as a list whose parts may hold an *and* of their own."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + say("brief.compact.last") + parts[-1]


def step_words(it: Situation, steps: Iterable[Choice]) -> str:
    """Return the steps of one party as they stand after *would*."""
    return say("words.and", items=[does(it, step) for step in steps])
