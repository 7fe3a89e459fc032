"""Things done: who did what to whom, where and when, with the PLOVER type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence
from detente.reading.found import Confidence, Flag, Found
from detente.reading.happenings import lexicon as x
from detente.reading.happenings.clause import (
    agents,
    by_phrase,
    is_passive,
    patients,
    prepositions,
)
from detente.reading.happenings.event_words import crowd_of, noun_words, what_of
from detente.reading.happenings.places import place_at, place_name, struck_place
from detente.reading.happenings.plover import plover_of
from detente.reading.happenings.reservations import flags_of, speaker_of
from detente.reading.happenings.telling import (
    Those,
    between,
    clause_verb,
    cue,
    doers,
    named,
    plain,
    stretch,
    those,
    when,
)
from detente.reading.happenings.truce_nouns import truce_name
from detente.reading.happenings.undone import asked, blamed, counted_victims, is_fighting, refused
from detente.reading.mentions import possessor, who
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TARGETS = ("on", "against", "at", "into", "over", "upon")
_NOT_DONE = frozenset({"should", "conditional", "may"})
ARMS = words_of(
    "weapon arm ammunition missile rifle tank rocket munition drone gun artillery shell"
)
"""Goods that are support for one side of a war rather than relief."""
_HITTING = words_of("hit strike target pound rock kill destroy shake wound batter")
_HARMING = words_of("kill wound injure destroy maim")

MOST_ALIKE = 40
"""With how many acts of the same sides one is compared."""


def find_events(analysis: Analysis) -> list[Found]:
    """Return the events of a report: things done, once each.

    What is said stands among the statements, rounds of talks among the talks; neither is
    repeated here. Planned, alleged and denied acts are flagged; what is merely called for or
    supposed is left out.
    """
    kept: list[Found] = []
    at: dict[tuple[object, ...], list[int]] = {}
    ordered = sorted(analysis.readable(), key=lambda one: one.part != "body")
    for sentence in ordered:
        for one in _in_sentence(analysis, sentence):
            alike = at.setdefault(_key(one), [])
            same = next((n for n in alike[:MOST_ALIKE] if _agree(kept[n], one)), None)
            if same is None:
                alike.append(len(kept))
                kept.append(one)
            elif one.span != kept[same].span and one.span not in kept[same].also:
                kept[same] = replace(kept[same], also=(*kept[same].also, one.span))
    return sorted(kept, key=lambda one: one.span)


def _key(one: Found) -> tuple[object, ...]:
    return (
        tuple(one.fields.get("by", ())),
        tuple(one.fields.get("to", ())),
        one.fields["plover"],
        one.cue.word.lower()[:4] if one.cue else "",
        "negated" in one.flags,
        "will" in one.flags,
    )


def _agree(a: Found, b: Found) -> bool:
    """Tell whether neither place nor date of two acts differ where both are told."""
    return all(
        a.fields.get(key) is None or b.fields.get(key) is None or a.fields[key] == b.fields[key]
        for key in ("place", "date")
    )


def _in_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Found]:
    used: set[int] = set()
    for token in sentence.words:
        if (
            token.pos_ != "VERB"
            or _is_gerund(token)
            or (token.dep_ == "amod" and token.i < token.head.i)
        ):
            continue
        kind = plover_of(token)
        if kind not in x.MATERIAL:
            continue
        told = token.lemma_ in _HARMING or kind == "PROTEST"
        if told and token.dep_ == "advcl" and token.head.i in used:
            continue
        one = _of_verb(analysis, sentence, token, kind)
        if one is not None:
            used.update(child.i for child in token.children)
            used.add(token.i)
            yield one
    for token in sentence.words:
        if (
            not (token.pos_ == "NOUN" or _is_gerund(token))
            or token.i in used
            or token.dep_ in ("compound", "amod")
        ):
            continue
        kind = plover_of(token)
        if kind not in x.MATERIAL:
            continue
        noun = _of_noun(analysis, sentence, token, kind, used)
        if noun is not None:
            yield noun


def _is_gerund(token: Token) -> bool:
    """Tell whether a verb stands as a noun: "fighting between the two resumed"."""
    return token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def _of_verb(analysis: Analysis, sentence: Sentence, verb: Token, kind: str) -> Found | None:
    flags = flags_of(verb)
    if flags & _NOT_DONE:
        return None
    if kind == "AID" and verb.lemma_ in ("arm", "finance", "fund", "train", "equip", "shelter"):
        return None
    if (flags & {"negated", "will"} and refused(verb)) or asked(verb):
        return None
    if "hearsay" in flags and kind not in ("ASSAULT", "COERCE") and blamed(verb):
        return None
    objects = patients(verb)
    if any(truce_name(one) for one in (*objects, *prepositions(verb, "off", "from"))):
        return None
    actors = agents(verb)
    by = doers(analysis, actors)
    to = _targets(analysis, verb, objects, by)
    whom = objects if kind in ("ASSAULT", "COERCE") else []
    sides = named(by, actors), named(to, whom)
    if kind == "PROTEST" and not sides[0] and not is_passive(verb):
        sides = tuple(crowd_of(one) for one in actors[:1]), sides[1]
    goods = (*objects, *prepositions(verb, "with"))
    if kind == "AID" and any(one.lemma_.lower() in ARMS for one in goods):
        return None
    place = place_at(verb) or struck_place(analysis, objects, verb)
    if place is None and kind == "RETREAT":
        place = next(filter(None, map(place_name, prepositions(verb, "from"))), None)
    if not sides[0] or is_fighting(actors):
        struck = any(plover_of(one) == "ASSAULT" for one in prepositions(verb, "in", "by"))
        counted = verb.lemma_ in _HARMING and not struck and any(map(counted_victims, objects))
        told = (
            is_passive(verb)
            and not counted
            and (sides[1] or (kind == "ASSAULT" and place and _people(objects)))
        )
        if not told:
            return None
    aimed = to or objects or place or prepositions(verb, *_TARGETS)
    if not aimed and kind not in ("RETREAT", "MOBILIZE", "PROTEST"):
        return None
    if kind == "ASSAULT" and verb.lemma_ == "fight" and not to:
        return None
    if set(by.parties) and set(by.parties) == set(to.parties) and len(by.parties) == 1:
        to = Those()
    return _found(analysis, sentence, verb, kind, sides, place, flags, what_of(verb, objects))


def _targets(analysis: Analysis, verb: Token, objects: list[Token], by: Those) -> Those:
    to = doers(analysis, objects)
    for child in objects:
        to += those(analysis, prepositions(child, *_TARGETS))
        if not to and child.lemma_ not in x.NOUNS:
            to += possessor(analysis, child)
    if not to:
        to += those(analysis, prepositions(verb, "against", "on", "with", "to", "at", "from"))
    return Those(
        tuple(p for p in to.parties if p not in by.parties or len(by.parties) > 1),
        tuple(p for p in to.people if p not in by.people),
    )


def _people(objects: list[Token]) -> bool:
    return any(one.pos_ in ("NOUN", "PROPN", "NUM") for one in objects)


def _of_noun(
    analysis: Analysis, sentence: Sentence, noun: Token, kind: str, used: set[int]
) -> Found | None:
    """Return the event that a noun tells: "air strikes by", "the shelling of"."""
    if kind in ("AID", "COOPERATE", "CONCEDE", "SANCTION"):
        return None
    verb = clause_verb(noun)
    if verb is not None and verb.i in used:
        return None
    flags = set(flags_of(noun))
    if flags & {"should", "conditional", "may", "negated"}:
        return None
    by = those(analysis, by_phrase(noun)) + possessor(analysis, noun)
    for child in noun.children:
        if child.lower_ in ("between", "among"):
            by += between(analysis, child)
    to = doers(analysis, prepositions(noun, *_TARGETS))
    if noun.lemma_ in (
        "shelling",
        "bombing",
        "bombardment",
        "siege",
        "occupation",
        "invasion",
        "killing",
        "assassination",
        "arrest",
        "capture",
        "seizure",
        "release",
        "kidnapping",
        "abduction",
        "annexation",
        "murder",
        "execution",
    ):
        of = doers(analysis, prepositions(noun, "of"))
        to = to + of
    elif not by:
        by += those(analysis, prepositions(noun, "of", "from"))
    place = place_at(noun) or struck_place(analysis, [noun])
    struck = verb is not None and verb.lemma_ in _HITTING and noun.dep_ == "nsubj"
    if struck and verb is not None:
        objects = patients(verb)
        to += those(analysis, objects)
        place = place or place_at(verb) or struck_place(analysis, objects)
    if not (by or to or (struck and place and kind == "ASSAULT")):
        return None
    if not by and not place:
        return None
    sides = by.parties or by.people, to.parties or to.people
    return _found(analysis, sentence, noun, kind, sides, place, frozenset(flags), noun_words(noun))


def _found(
    analysis: Analysis,
    sentence: Sentence,
    token: Token,
    kind: str,
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    place: str | None,
    flags: frozenset[Flag],
    what: str,
) -> Found:
    by, to = sides
    verb = token if token.pos_ == "VERB" else clause_verb(token)
    time = when(analysis, token, verb)
    chain: tuple[str, ...] = ()
    if "hearsay" in flags:
        speaker = speaker_of(token)
        if speaker is not None:
            chain = (who(analysis, speaker).speakers or (speaker.text,))[:1]
    sure: Confidence = "high" if by and to and not flags else "medium"
    if not by or flags & {"will", "negated", "may"}:
        sure = "low" if not by else "medium"
    return Found(
        kind="events",
        fields=plain(
            by=by,
            to=to,
            what=what,
            place=place,
            plover=kind,
            date=None if time is None else time.value,
        ),
        span=sentence.span,
        focus=stretch([token]),
        rule=f"happenings.{'event-verb' if token.pos_ == 'VERB' else 'event-noun'}",
        confidence=sure,
        cue=cue(token, analysis),
        flags=flags,
        chain=chain,
    )
