"""From words that ask, refuse or promise to a deed of somebody."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.reading.draft.actors import Actors, Named
from detente.reading.draft.deeds import Deed, Deeds, Ground
from detente.reading.draft.wish import (
    Form,
    form_of,
    has_modal,
    is_clause,
    plain,
    shorter,
    without_modal,
)
from detente.words import say
from detente.words.naming import capital

_STOP = re.compile(
    r"(?:to\s+)?(?:(?:stop|halt|end|cease|suspend|lift|abandon|quit)(?:s|ping|ting|ing)?"
    r"|refrain(?:s|ing)?\s+from|give(?:s|ing)?\s+up|put(?:s|ting)?\s+an\s+end\s+to"
    r"|(?:an?\s+|the\s+)?(?:immediate\s+)?(?:end|halt|stop|cessation|lifting|suspension)\s+(?:to|of))"
    r"\s+(?:all\s+)?",
    re.IGNORECASE,
)
_THAT = re.compile(r"^that\s+", re.IGNORECASE)
_OWN = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)
"""How a speaker names its own things; an option tells of it from outside."""

_POSSESSED = re.compile(r"^['’]s?\s+")
_PASSIVE = re.compile(r"^(?:is|are|be|been|being|was|were|has|have|had)\b", re.IGNORECASE)


class Asked(NamedTuple):
    """A deed, and whether it should be done: to stop what goes on is to have it not done."""

    deed: Deed
    done: bool


def asked(
    deeds: Deeds,
    actors: Actors,
    words: str,
    ground: Ground,
    doer: str | None,
    by: str | None = None,
    thing: str = "accept",
    form: Form | None = None,
) -> Asked | None:
    """Return the deed that `words` name; `None` where they do not say who should do it.

    Parameters
    ----------
    words : str
        A deed, a thing or a clause: "withdraw its troops", "that Damascus must stop bombing".
    doer : str or None
        Whose deed it is where the words do not open with a party.
    by : str or None
        Whose deed it is where the words are a deed without a doer: the speaker's own.
    thing : str
        What is done with a thing: ``accept``, ``give`` or ``demand``.
    form : str, optional
        Whether the words are a deed or a thing, where that is known.
    """
    told = plain(_THAT.sub("", _OWN.sub("its", shorter(words))))
    subject = actors.subject(told)
    form = form or form_of(told)
    if doer is not None and form == "deed" and (subject is None or subject.start):
        return _made(deeds, doer, told, ground, "deed", thing)
    if subject is not None:
        rest = told[subject.end :]
        possessed = _POSSESSED.match(rest)
        if possessed:
            return _made(deeds, subject.party, rest[possessed.end() :], ground, "thing", thing)
        rest = plain(rest)
        if rest:
            return _of_subject(deeds, subject, told, rest, ground, thing)
        return None
    who = doer if doer is not None else by if form == "deed" else None
    if who is None or not told:
        return None
    return _made(deeds, who, told, ground, form, thing)


def _of_subject(
    deeds: Deeds, subject: Named, whole: str, rest: str, ground: Ground, thing: str
) -> Asked:
    party = subject.party
    if has_modal(rest):
        deed = without_modal(rest)
        if subject.person:
            text = say("draft.option.see", clause=f"{whole[: subject.end]} {_third(deed)}")
            return Asked(deeds.deed(party, text, ground), True)
        if not _PASSIVE.match(deed):
            return _made(deeds, party, deed, ground, "deed", thing)
    elif rest.partition(" ")[0].endswith("ing"):
        return _made(deeds, party, whole, ground, "thing", thing)
    elif not is_clause(rest):
        base = _plain_form(rest)
        if base is not None:
            return _made(deeds, party, base, ground, "deed", thing)
    text = say("draft.option.see", clause=whole)
    return Asked(deeds.deed(party, text, ground), True)


def _plain_form(predicate: str) -> str | None:
    """Return ``withdraws its troops`` as ``withdraw its troops``; `None` for no such predicate."""
    first, space, rest = predicate.partition(" ")
    word = first.casefold()
    if word.endswith(("ed", "ing")) or not word.isalpha():
        return None
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes", "oes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return f"{word}{space}{rest}"


def _third(deed: str) -> str:
    """Return ``step down`` as ``steps down``, said of one person."""
    first, space, rest = deed.partition(" ")
    if first.casefold() in ("be", "have"):
        return f"{'is' if first.casefold() == 'be' else 'has'}{space}{rest}"
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        return f"{first[:-1]}ies{space}{rest}"
    ending = "es" if first.endswith(("o", "s", "x", "ch", "sh")) else "s"
    return f"{first}{ending}{space}{rest}"


def _made(deeds: Deeds, party: str, words: str, ground: Ground, form: str, thing: str) -> Asked:
    stop = _STOP.match(words)
    if stop:
        goes_on = deeds.ongoing(party, words[stop.end() :])
        if goes_on is not None:
            return Asked(goes_on, False)
    if is_clause(words):
        text = say("draft.option.see", clause=words)
    elif form == "thing":
        text = say(f"draft.option.thing.{thing}", thing=words)
    else:
        text = capital(words)
    return Asked(deeds.deed(party, text, ground), True)
