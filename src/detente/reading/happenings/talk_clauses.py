"""What the clause around talks says of them: hoped for, planned, how long, of whom else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence, When, offset
from detente.reading.dates.wordlists import SMALL
from detente.reading.happenings import talk_words as w
from detente.reading.happenings.clause import prepositions, verb_of
from detente.reading.happenings.places import place_at
from detente.reading.happenings.reservations import flags_of
from detente.reading.happenings.rounds import Round
from detente.reading.happenings.seats import through
from detente.reading.happenings.telling import Those, cue, when
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_DAYS = 100
"""How many days a round of talks can last."""
_WISHING = words_of(
    """call urge offer propose reject refuse demand want hope seek need support ask suggest favour
    favor push press welcome oppose back prefer encourage appeal invite doubt rule exclude await
    require block avoid prevent desire insist advocate request derail undermine jeopardise
    jeopardize threaten"""
)
_WISHES = words_of(
    """call hope need push demand offer proposal appeal bid prospect possibility readiness
    willingness support request basis framework chance condition way path precondition
    invitation effort attempt pressure agenda commitment agreement ahead opportunity"""
)


def wished(root: Token, verb: Token | None) -> bool:
    """Tell whether talks are only called for, offered or refused."""
    if root.dep_ == "pobj":
        above = root.head.head
        if above.pos_ in ("NOUN", "ADJ") and above.lemma_.lower() in _WISHES:
            return True
    if verb is None or through(root, verb) not in ("object", "behind"):
        return False
    return verb.lemma_ in _WISHING


def from_start(root: Token, verb: Token | None, time: When | None) -> When | None:
    """Return the days of "three days of talks ended on Wednesday", else `time` as it is."""
    closing = verb is not None and (verb.lemma_ in w.CLOSING or root.head.lower_ == "after")
    if time is None or time.last is None or not closing:
        return time
    count = next((x for x in root.children if x.dep_ == "nummod"), None)
    if count is None or root.lemma_ != "day" or time.granularity != "day":
        return time
    digits = count.text.isdecimal() and len(count.text) < len(str(MOST_DAYS))
    days = int(count.text) if digits else SMALL.get(count.lower_, 0)
    if not 1 < days < MOST_DAYS:
        return time
    first = time.last - timedelta(days=days - 1)
    return replace(time, value=f"{first}/{time.last}", first=first, granularity="interval")


def of_others(nouns: list[Token]) -> bool:
    """Tell whether a meeting is one "of the cabinet", "of donors"."""
    return any(
        leaf.lemma_.lower() in w.NOT_TALKS
        for one in nouns
        for leaf in prepositions(one, "of", "with")
    )


def schedules(token: Token) -> bool:
    """Tell whether a clause of the noun tells when it is to be: "planned for Tuesday"."""
    return token.dep_ == "acl" or (token.dep_ == "relcl" and token.lemma_ in w.SCHEDULING)


def governs(root: Token) -> bool:
    """Tell whether talks are the subject or object of their verb, whose time is then theirs."""
    return root.dep_ in ("nsubj", "nsubjpass", "dobj")


def focus_of(root: Token, verb: Token | None, end: Token | None) -> tuple[int, int]:
    """Return the place of the words that tell of talks, from the noun on."""
    last = end if end is not None and end.i > root.i else root
    first = root
    for child in root.children:
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod") and child.i < first.i:
            first = child
    if verb is not None and root != verb and verb.i > last.i and verb_of(root) == verb:
        last = verb
    return offset(first), offset(last) + len(last.text)


def resumed(
    analysis: Analysis, sentence: Sentence, root: Token, one: Round | None
) -> Iterator[Round]:
    """Yield the round to come of "the talks were adjourned and will resume on 26 August"."""
    verb = root.head
    for later in verb.children if root.dep_ in ("nsubj", "nsubjpass") else ():
        if later.dep_ != "conj" or later.lemma_ not in w.RESUMING:
            continue
        time = when(analysis, later)
        if time is None or "will" not in flags_of(later):
            continue
        yield Round(
            sentence=sentence.number,
            span=sentence.span,
            part=sentence.part,
            cue=cue(later, analysis),
            focus=focus_of(later, later, None),
            who=Those() if one is None else one.who,
            rule="happenings.talks-noun",
            when=time,
            place=place_at(later),
            status="scheduled",
            asserted=True,
            new=True,
            inherits=True,
        )
