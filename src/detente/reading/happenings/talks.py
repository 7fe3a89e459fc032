"""Rounds of talks: who sat down with whom, where, when, at what level, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence
from detente.reading.found import Found
from detente.reading.happenings import talk_words as w
from detente.reading.happenings.clause import (
    agents,
    is_negated,
    patients,
    prepositions,
    within,
)
from detente.reading.happenings.outcomes import later_outcome, outcome_of
from detente.reading.happenings.places import place_among, place_at, place_name
from detente.reading.happenings.reservations import flags_of
from detente.reading.happenings.rounds import FORTHCOMING, Round, found, merge
from detente.reading.happenings.seats import CLOSE, everyone, guests_of, seats_around, through
from detente.reading.happenings.status import status_of
from detente.reading.happenings.talk_clauses import (
    focus_of,
    from_start,
    governs,
    of_others,
    resumed,
    schedules,
    wished,
)
from detente.reading.happenings.talk_nouns import (
    has_word,
    host_of,
    level_of,
    means_talks,
    named_place,
    nouns_of,
    number_of,
    outermost,
)
from detente.reading.happenings.telling import (
    Those,
    between,
    clause_verb,
    cue,
    everybody,
    those,
    when,
)
from detente.reading.mentions import principals

if TYPE_CHECKING:
    from spacy.tokens import Token

FOLLOWING = 2
"""How many sentences on the outcome of a round is looked for."""


def find_talks(analysis: Analysis) -> list[Found]:
    """Return the rounds of talks that a report tells of, each once.

    Negotiations in general are no round of their own beside one with a date, a place or people.
    A round that is only wished for is not proposed.
    """
    roles = roles_of(analysis)
    rounds: list[Round] = []
    for sentence in analysis.readable():
        told = list(_in_sentence(analysis, sentence, roles))
        rounds.extend(told)
        if not told and rounds and sentence.number - rounds[-1].sentence <= FOLLOWING:
            rounds[-1] = _with_outcome(analysis, rounds[-1], sentence)
    return [found(one) for one in merge(rounds, principals(analysis))]


def roles_of(analysis: Analysis) -> Mapping[str, str]:
    """Return the office of each person that has one in the report."""
    return {
        name: mention.role
        for mention in reversed(analysis.mentions)
        if mention.role and "counterpart" not in mention.role.lower()
        for name in mention.people
    }


def _with_outcome(analysis: Analysis, last: Round, sentence: Sentence) -> Round:
    if last.outcome or last.status in ("scheduled", "unofficial", "cancelled"):
        return last
    words = later_outcome(sentence)
    if words is None:
        return last
    return replace(
        last, outcome=words, status=last.status or "held", also=(*last.also, sentence.span)
    )


def _in_sentence(
    analysis: Analysis, sentence: Sentence, roles: Mapping[str, str]
) -> Iterator[Round]:
    seen: set[int] = set()
    for token in sentence.words:
        lemma = token.lemma_.lower()
        one: Round | None = None
        if token.pos_ in ("NOUN", "PROPN") and lemma in w.NOUNS:
            root = outermost(token)
            if root.i in seen or not means_talks(token):
                continue
            seen.add(root.i)
            one = _of_noun(analysis, sentence, token, root, roles)
            yield from resumed(analysis, sentence, root, one)
        elif (
            token.pos_ == "VERB" and lemma in w.MEETING and (lemma != "sit" or _has(token, "down"))
        ):
            one = _of_verb(analysis, sentence, token, roles)
        if one is not None:
            yield one


def _of_noun(
    analysis: Analysis, sentence: Sentence, noun: Token, root: Token, roles: Mapping[str, str]
) -> Round | None:
    verb = clause_verb(root)
    nouns = nouns_of(root)
    inner = within(verb) if verb is not None and through(root, verb) == "subject" else []
    flags = set(flags_of(root)).union(*(flags_of(one) for one in inner))
    if any(is_negated(one) for one in nouns):
        flags.add("negated")
    those_, joined = seats_around(analysis, nouns, verb)
    only_wished = wished(root, verb)
    place_heads = list(inner)
    begun = [
        x for one in nouns for x in one.children if x.dep_ == "relcl" and x.lemma_ in w.RUNNING
    ]
    time = when(analysis, *begun, *nouns)
    time = time or (when(analysis, verb) if joined or governs(root) else None)
    if time is not None and time.sense == "since" and time.granularity in ("month", "year"):
        time = None
    if time is None:
        planned = [x for one in nouns for x in one.subtree if schedules(x)]
        time = when(analysis, *inner, *planned[:2])
        place_heads.extend(planned[:2])
    if time is None:
        time = when(analysis, verb, *inner, senses=("by",)) if governs(root) else None
    place = place_at(*nouns, verb if joined or governs(root) else None, *place_heads)
    place = place or named_place(nouns) or place_among(guests_of(*nouns))
    if verb is not None and (
        verb.lemma_ in w.CANCELLING or (verb.lemma_ == "call" and joined and _has(verb, "off"))
    ):
        time = when(analysis, *place_heads) or time
        if time is not None and not root.left_edge.i <= time.head.i <= root.right_edge.i:
            time = None
    time = from_start(root, verb, time)
    moved = None
    if verb is not None and verb.lemma_ in w.POSTPONING:
        moved = when(analysis, verb, senses=("until", "at", "by"))
        moved = None if moved == time else moved
        time = moved or time
    if place is None and verb is not None and verb.lemma_ == "host" and time is not None:
        place = host_of(verb)
    if place is None and verb is not None and verb.lemma_ in w.TRAVELLING:
        place = next(filter(None, map(place_name, prepositions(verb, "to"))), None)
    if flags & {"may", "should", "conditional"} and not time:
        return None
    if verb is not None and verb.lemma_ in w.CONFIRMING:
        flags.discard("negated")
    if verb is not None and verb.lemma_ in w.JOINING and _has(root, "the"):
        return None
    if "negated" in flags or (only_wished and not (time and those_)):
        return None
    status = status_of(analysis, root, verb, time, flags)
    if verb is not None and verb.lemma_ in w.POSTPONING and status == "scheduled" and not moved:
        status = "cancelled"
    if only_wished:
        flags.add("may")
        status = None
    lemma = nouns[0].lemma_.lower()
    anaphoric = not those_ and any(
        child.lower_ in w.ANAPHORIC for one in nouns for child in one.children
    )
    new = has_word(nouns, w.FUTURE) or (status in ("scheduled", "unofficial") and bool(time))
    certain = bool(time and (place or status == "cancelled")) or bool(number_of(nouns) and time)
    bare = not those_ and not anaphoric and lemma in w.WEAK | {"meeting", "summit"}
    if bare and (not (new or certain) or of_others(nouns)):
        return None
    if those_.parties == ("un",) and not those_.people:
        those_ = Those()
    outcome, end = outcome_of(root, verb)
    if outcome is None:
        outcome = next(
            (child.text for one in nouns for child in one.children if child.lower_ in w.FRUITLESS),
            None,
        )
    return Round(
        sentence=sentence.number,
        span=sentence.span,
        part=sentence.part,
        cue=cue(noun, analysis),
        focus=focus_of(root, verb, end),
        who=those_,
        rule="happenings.talks-noun",
        when=time,
        place=place,
        level=level_of(nouns, verb, those_, roles),
        status=status,
        outcome=outcome,
        number=number_of(nouns),
        asserted=_asserted(root, verb),
        anaphoric=anaphoric,
        new=new,
        inherits=lemma in w.INHERITING or new or certain,
        flags=frozenset(flags - {"will"} if status in FORTHCOMING else flags),
    )


def _of_verb(
    analysis: Analysis, sentence: Sentence, verb: Token, roles: Mapping[str, str]
) -> Round | None:
    objects = patients(verb)
    if any(one.lemma_.lower() in w.NOT_MET for one in objects):
        return None
    sides = [*agents(verb), *objects]
    sides += [x for x in verb.children if x.dep_ in ("npadvmod", "dep") and x.pos_ == "PROPN"]
    those_ = everyone(analysis, sides)
    others = Those()
    for child in verb.children:
        if child.lower_ in CLOSE:
            others += between(analysis, child)
        elif child.lower_ == "with":
            others += everyone(analysis, list(child.children))
    if objects and not those(analysis, objects) and not others:
        return None
    those_ += others
    if len(those_.parties) < 2 and len(those_.people) < 2:
        for side in sides:
            those_ += everybody(analysis, side)
    flags = set(flags_of(verb))
    time = when(analysis, verb)
    if "should" in flags:
        return None
    alone = len(those_.parties) < 2 and len(those_.people) < 2
    seated = any(one.lemma_.lower() in w.TALKERS and one.tag_ == "NNS" for one in sides[:1])
    if "negated" in flags or (alone and (objects or not (seated and time))):
        return None
    status = status_of(analysis, verb, verb, time, flags)
    if flags & {"may", "should", "conditional"} and status != "scheduled" and time is None:
        return None
    outcome, end = outcome_of(verb, verb)
    return Round(
        sentence=sentence.number,
        span=sentence.span,
        part=sentence.part,
        cue=cue(verb, analysis),
        focus=focus_of(verb, verb, end),
        who=those_,
        rule="happenings.talks-meet",
        when=time,
        place=place_at(verb) or place_among([*objects, *guests_of(verb)]),
        level=level_of([*sides, *guests_of(verb)], verb, those_, roles),
        status=status,
        outcome=outcome,
        asserted=True,
        new=status in ("scheduled", "unofficial") and time is not None,
        inherits=alone,
        flags=frozenset(flags - {"will"} if status in FORTHCOMING else flags),
    )


def _has(verb: Token, word: str) -> bool:
    return any(child.lower_ == word for child in verb.children)


def _asserted(root: Token, verb: Token | None) -> bool:
    return verb is not None and through(root, verb) is not None
