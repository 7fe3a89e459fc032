"""From words that ask, refuse or promise to a deed of somebody."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.reading.draft.actors import Actors, Named
from detente.reading.draft.deeds import Deed, Deeds, Ground
from detente.reading.draft.verbs import as_today, base_form, from_gerund, opens_aside, third
from detente.reading.draft.wish import (
    Form,
    alone,
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
_ADDRESSED = re.compile(
    r"(?:the|its|their|this)\s+(?:\w+\s+)?(?:government|rebels?|army|authorities|regime|side|group|"
    r"movement|guerrillas?|insurgents|militants|forces|party|president|leader)\s+"
    r"|(?:it|they|he|she)\s+",
    re.IGNORECASE,
)
"""How a clause names somebody who is known from whom it is said to."""

_SAID_BEFORE = re.compile(
    r"(?:(?:the|this|that|these|those|such|all|any|its|their|his|her)\s+)*"
    r"(?:demands?|proposals?|offers?|requests?|calls?|ideas?|plans?|claims?|accusations?|"
    r"allegations?|charges?|it|them|this|that|so|terms|conditions?)$",
    re.IGNORECASE,
)
"""Words that point back to what was said before, and tell nothing alone."""

_OWN = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)
"""How a speaker names its own things; an option tells of it from outside."""

_WHEN_SAID = re.compile(r"\s+on\s+(?:\w+day|\d{1,2}\s+[A-Z]\w+|[A-Z]\w+\s+\d{1,2})(?:\s+\d{4})?$")
"""When a threat was made, which no option needs."""

_POSSESSED = re.compile(r"^['’]s?\s+")
_PASSIVE = re.compile(
    r"^(?:not\s+)?(?:is|are|be|been|being|was|were|has|have|had)\b", re.IGNORECASE
)


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
        What is done with a thing: ``accept``, ``give``, ``threat`` or ``demand``.
    form : str, optional
        Whether the words are a deed or a thing, where that is known.
    """
    whole = _OWN.sub("its", shorter(words))
    told = plain(_THAT.sub("", whole))
    if _SAID_BEFORE.match(told):
        return None
    subject = actors.subject(told)
    if subject is None and _THAT.match(whole):
        return _of_addressed(deeds, told, ground, doer, thing)
    form = form or form_of(told)
    if doer is not None and form == "deed" and (subject is None or subject.start):
        return _made(deeds, doer, told, ground, "deed", thing)
    if subject is not None:
        rest = told[subject.end :]
        possessed = _POSSESSED.match(rest)
        if possessed:
            return _made(deeds, subject.party, rest[possessed.end() :], ground, "thing", thing)
        rest = _predicate(plain(rest))
        if rest and not opens_aside(rest):
            return _of_subject(deeds, subject, told, rest, ground, _granting(actors, subject, by))
        return None
    who = doer if doer is not None else by if form == "deed" else None
    if who is None or not told:
        return None
    return _made(deeds, who, told, ground, form, thing)


def _predicate(rest: str) -> str:
    """Return what is said of a party, without a word that still belongs to its name."""
    _, _, after = rest.partition(" ")
    whole = has_modal(rest) or _PASSIVE.match(rest)
    return after if after and not whole and (has_modal(after) or _PASSIVE.match(after)) else rest


def _granting(actors: Actors, subject: Named, by: str | None) -> str:
    """Return who could grant that something is done to a party.

    What one principal asks for outsiders ("that the rebels are treated as ...") is for the other
    principal to grant; otherwise it is for the party itself.
    """
    if by in actors.principals and subject.party not in actors.principals:
        return next(one for one in actors.principals if one != by)
    return subject.party


def _of_addressed(
    deeds: Deeds, clause: str, ground: Ground, doer: str | None, thing: str
) -> Asked | None:
    """Return the deed of a clause whose subject is no known party: that of who is addressed."""
    subject = _ADDRESSED.match(clause)
    if doer is None or subject is None:
        return None
    rest = plain(clause[subject.end() :])
    deed = without_modal(rest) if has_modal(rest) else base_form(rest)
    if not deed or _PASSIVE.match(deed):
        return None
    return _made(deeds, doer, deed, ground, "deed", thing)


def _of_subject(
    deeds: Deeds, subject: Named, whole: str, rest: str, ground: Ground, granting: str
) -> Asked:
    party = subject.party
    if has_modal(rest):
        deed = without_modal(rest)
        if subject.person:
            clause = f"{whole[: subject.end]} {third(alone(deed))}"
            text = say("draft.option.see", clause=clause)
            return Asked(deeds.deed(party, text, ground), True)
        if not _PASSIVE.match(deed):
            return _made(deeds, party, deed, ground, "deed", "")
        party = granting
    elif rest.partition(" ")[0].endswith("ing"):
        return _made(deeds, party, from_gerund(rest), ground, "deed", "")
    elif _PASSIVE.match(rest):
        party = granting
    elif not is_clause(rest):
        base = base_form(rest)
        if base is not None:
            return _made(deeds, party, base, ground, "deed", "")
    text = say("draft.option.see", clause=as_today(alone(whole)))
    return Asked(deeds.deed(party, text, ground), True)


def _made(deeds: Deeds, party: str, words: str, ground: Ground, form: str, thing: str) -> Asked:
    words = alone(words)
    stop = _STOP.match(words)
    if stop:
        goes_on = deeds.ongoing(party, words[stop.end() :])
        if goes_on is not None:
            return Asked(goes_on, False)
    if is_clause(words):
        text = say("draft.option.see", clause=as_today(words))
    elif form == "thing":
        if thing == "threat":
            words = _WHEN_SAID.sub("", words)
        text = say(f"draft.option.thing.{thing}", thing=words)
    else:
        text = capital(words)
    return Asked(deeds.deed(party, text, ground), True)
