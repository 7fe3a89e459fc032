"""Truces and agreements, each tied to what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence, When
from detente.reading.found import Found
from detente.reading.happenings import truce_words as w
from detente.reading.happenings.clause import (
    agents,
    subjects,
)
from detente.reading.happenings.fates import (
    act_of,
    breakdown_of,
    fate_beside,
    fate_of,
    is_broken,
    is_not_held,
    role_of,
)
from detente.reading.happenings.pacts import Pact, found, merge
from detente.reading.happenings.reservations import flags_of
from detente.reading.happenings.telling import (
    Those,
    clause_verb,
    cue,
    stretch,
    when,
)
from detente.reading.happenings.truce_nouns import (
    is_known,
    is_made,
    is_signed,
    mark_of,
    own_words,
    terms_of,
    truce_name,
)
from detente.reading.happenings.truce_sides import sides_of
from detente.reading.mentions import principals, state_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_POINTERS = frozenset({"it", "they", "both", "which", "this"})
_TELLING = frozenset({"say", "add", "insist", "note", "report"})


def find_truces(analysis: Analysis) -> list[Found]:
    """Return the truces and peace agreements that a report tells of, each once, with its fate.

    Truces that are only hoped for, called for or negotiated are left out; of proposed ones none
    is made either unless the words say that it will come.
    """
    pacts: list[Pact] = []
    for sentence in analysis.readable():
        told = list(_in_sentence(analysis, sentence))
        pacts.extend(told)
        if not told and pacts and sentence.number - pacts[-1].sentence == 1:
            both = any(one.lower_ == "both" for one in sentence.words[:1])
            for at in range(max(0, len(pacts) - (2 if both else 1)), len(pacts)):
                pacts[at] = _with_fate(analysis, pacts[at], sentence)
    sides = _fighting(analysis)
    merged = merge(pacts)
    return [found(one if one.who or one.plural else replace(one, who=sides)) for one in merged]


def _fighting(analysis: Analysis) -> Those:
    """Return the principals of a report if the conflict is their own: they keep its truces."""
    main, home = principals(analysis), state_of(analysis)
    return Those(main) if home is None or home in main else Those()


def _in_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Pact]:
    for token in sentence.words:
        name = truce_name(token)
        if name is None:
            continue
        one = _of_noun(analysis, sentence, token, name)
        if one is not None:
            yield one


def _of_noun(analysis: Analysis, sentence: Sentence, noun: Token, name: str) -> Pact | None:
    head, breakdown = breakdown_of(noun)
    verb = clause_verb(head)
    flags = set(flags_of(head)) | set(flags_of(noun))
    told = is_made(noun)
    if (
        "negated" in flags
        and not told
        and not is_broken(verb, head)
        and not is_not_held(verb, head)
    ):
        return None
    if _wished(head, verb):
        return None
    act = act_of(head, verb)
    if act is None and head != noun and breakdown is None:
        act = "declared"
    fate, ended = fate_beside(head, verb, noun)
    if breakdown is not None:
        fate = "expired" if breakdown.lemma_ in ("expiry", "expiration") else "broken"
        if breakdown.lemma_ == "end":
            fate = "expired"
    presupposed = "hearsay" in flags and fate == "broken"
    if presupposed:
        fate = None
    if flags & {"may", "should", "conditional"} and fate is None and act != "declared":
        return None
    coming = "will" in flags
    definite = any(
        child.lower_ in ("the", "this", "that", "these", "its") and child.dep_ in ("det", "poss")
        for child in noun.children
    )
    definite = definite or presupposed
    if act is None and fate is None and not is_made(noun) and not definite:
        return None
    fields = sides_of(analysis, noun, head, verb, act)
    several = len(fields[0].parties) != 1 or any(
        one.conjuncts for one in (agents(verb) if verb is not None else ())
    )
    if name == "agreement" and several and is_signed(noun, verb):
        name = "pact"
    if name == "agreement" and fate is not None and is_known(noun):
        dated = _declared(analysis, noun, None, None) is not None
        pair = [x for x in noun.children if x.lower_ == "between"]
        name = "pact" if dated or (pair and len(fields[0].parties) > 1) else name
    if name == "agreement" and act is None and fate is None:
        return None
    if act == "reached" and verb is not None and verb.lemma_ in w.KEEPING:
        coming = False
        flags.discard("will")
    weak = act is None and fate is None and not presupposed
    return Pact(
        sentence=sentence.number,
        span=sentence.span,
        part=sentence.part,
        cue=cue(noun, analysis),
        focus=stretch([noun, *([verb] if verb is not None else [])]),
        name=name,
        who=fields[0],
        brokers=fields[1],
        declared=_declared(analysis, noun, verb, act),
        in_effect=when(analysis, verb) if act == "began" else None,
        ended=_ended(analysis, noun, ended, breakdown, fate),
        terms=terms_of(noun),
        fate=fate,
        plural=noun.tag_ in ("NNS", "NNPS") and name != "agreement",
        definite=definite,
        asserted=not weak,
        flags=frozenset(flags - {"negated"}),
        coming=coming,
        mark=mark_of(noun),
    )


def _declared(analysis: Analysis, noun: Token, verb: Token | None, act: str | None) -> When | None:
    """Return when it was declared or reached: by the verb, or by words of the noun itself."""
    if act in ("declared", "reached"):
        found = when(analysis, verb, noun)
        if found is not None:
            return found
    for child in own_words(noun):
        if child.dep_ in ("acl", "relcl") and child.lemma_ in w.REACHING | w.DECLARING:
            found = when(analysis, child)
            if found is not None:
                return found
    found = when(analysis, noun)
    within = found is not None and found.sentence == analysis.sentence_of(noun).number
    return found if found is not None and within and _of_phrase(found, noun) else None


def _of_phrase(time: When, noun: Token) -> bool:
    """Tell whether a time stands in the noun's own phrase: "the 2015 agreement"."""
    return time.head.i < noun.i and time.head.i >= noun.left_edge.i


def _ended(
    analysis: Analysis, noun: Token, verb: Token | None, breakdown: Token | None, fate: str | None
) -> When | None:
    if fate not in ("broken", "expired"):
        return None
    found = when(analysis, verb, breakdown)
    return None if found is not None and _of_phrase(found, noun) else found


def _wished(noun: Token, verb: Token | None) -> bool:
    token = noun
    for _ in range(3):
        if token.dep_ == "pobj":
            above = token.head.head
            if above.pos_ == "NOUN" and above.lemma_.lower() in w.WISHES:
                return True
            token = above
        elif token.dep_ in ("dobj", "conj"):
            token = token.head
            if token.dep_ == "acl" and token.head.lemma_.lower() in w.WISHES:
                return True
        else:
            break
    role = role_of(noun, verb)
    if verb is None or role is None or role == "subject":
        return False
    if verb.lemma_ == "call" and role in ("object", "off"):
        return False
    if verb.lemma_ in w.WISHING and verb.lemma_ not in ("negotiate",):
        return True
    if verb.lemma_ == "negotiate":
        return verb.tag_ in ("VBG", "VB", "VBP", "VBZ")
    return role in ("for", "towards", "toward")


def _with_fate(analysis: Analysis, last: Pact, sentence: Sentence) -> Pact:
    """Return `last` with the fate that the sentence behind it tells: "It collapsed in days"."""
    root = sentence.words.root
    told = [x for x in root.children if x.dep_ == "ccomp"] if root.lemma_ in _TELLING else []
    for verb in (root, *told):
        fates = (fate_of(verb, role) for one, role in _around(verb) if one.lower_ in _POINTERS)
        fate = next(filter(None, fates), None)
        if fate is not None and last.fate is None:
            time = when(analysis, verb)
            return replace(
                last,
                fate=fate,
                ended=time if fate != "holds" else None,
                also=(*last.also, sentence.span),
            )
    return last


def _around(verb: Token) -> list[tuple[Token, str]]:
    """Return the subjects and objects of a verb, each with what it is."""
    objects = [(one, "object") for one in verb.children if one.dep_ == "dobj"]
    return [*((one, "subject") for one in subjects(verb, reach=False)), *_only_it(objects)]


def _only_it(objects: list[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """Return the objects that can mean the truce: "broke it", not "broke them"."""
    return [(one, role) for one, role in objects if one.lower_ == "it"]
