"""Who backs whom: arms, money, shelter, training, or the word ally."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence
from detente.reading.found import Confidence, Flag, Found
from detente.reading.happenings.backing import (
    ALLIES,
    GIVING,
    GOODS,
    NOUNS,
    TAKING,
    VERBS,
    doer_verb,
    goods_words,
    in_brackets,
    is_relief,
)
from detente.reading.happenings.clause import (
    agents,
    by_phrase,
    is_passive,
    patients,
    prepositions,
    subjects,
)
from detente.reading.happenings.reservations import flags_of, speaker_of
from detente.reading.happenings.telling import (
    Those,
    clause_verb,
    cue,
    doers,
    named,
    plain,
    stretch,
    those,
    tidy,
    when,
)
from detente.reading.mentions import possessor, who
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_IDEAS = words_of(
    """proposal plan resolution call talk negotiation ceasefire truce process effort agreement deal
    idea initiative solution election roadmap bid claim demand decision move mediation accord
    draft view statement peace transition dialogue mission inquiry referendum draft constitution
    sanction dissolution independence"""
)
_SAID = words_of("say express voice call pledge ask seek urge appeal demand offer announce")


MOST_NESTED = 5
"""How many nouns deep goods are looked for."""


def find_support(analysis: Analysis) -> list[Found]:
    """Return who backs whom, once for each pair of sides.

    A call for support is none, and neither is support for a proposal, which is a position.
    """
    kept: list[Found] = []
    at: dict[tuple[object, ...], int] = {}
    ordered = sorted(analysis.readable(), key=lambda one: one.part != "body")
    for sentence in ordered:
        for one in _in_sentence(analysis, sentence):
            key = (tuple(one.fields["by"]), tuple(one.fields.get("to", ())),
                   "negated" in one.flags)  # fmt: skip
            if key in at:
                first = kept[at[key]]
                if one.span != first.span and one.span not in first.also:
                    kept[at[key]] = replace(first, also=(*first.also, one.span))
                continue
            at[key] = len(kept)
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def _in_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Found]:
    for token in sentence.words:
        lemma = token.lemma_.lower()
        one: Found | None = None
        if token.lower_ in (
            "backed",
            "funded",
            "armed",
            "supported",
            "trained",
            "sponsored",
            "financed",
            "equipped",
            "allied",
        ) and _hyphened(token):
            one = _compound(analysis, sentence, token)
        elif lemma in GIVING | TAKING and token.pos_ == "VERB":
            one = _giving(analysis, sentence, token)
            if one is None and lemma in VERBS:
                one = _of_verb(analysis, sentence, token)
        elif lemma in VERBS and token.pos_ == "VERB":
            one = _of_verb(analysis, sentence, token)
        elif lemma in NOUNS and token.pos_ == "NOUN":
            one = _of_noun(analysis, sentence, token)
        elif lemma in ALLIES and token.pos_ == "NOUN":
            one = _ally(analysis, sentence, token)
        if one is not None:
            yield one


def _hyphened(token: Token) -> bool:
    return token.i > token.sent.start + 1 and token.nbor(-1).text in ("-", "–")


def _compound(analysis: Analysis, sentence: Sentence, token: Token) -> Found | None:
    """Read "the Iranian-backed Houthis"."""
    backers = those(analysis, [token.nbor(-2)])
    if not backers:
        backers = Those() + possessor(analysis, token)
    head = token.head
    backed = Those()
    for i in range(token.i + 1, min(token.i + 7, token.sent.end)):
        near = token.doc[i]
        if near.pos_ not in ("NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT", "PART"):
            break
        backed += who(analysis, near, conjuncts=False)
        if backed and near.pos_ in ("NOUN", "PROPN"):
            break
    backed = backed or (Those() + who(analysis, head))
    return _found(analysis, sentence, token, backers, backed, token.text, frozenset(), (head,))


def _of_verb(analysis: Analysis, sentence: Sentence, verb: Token) -> Found | None:
    if verb.lemma_ == "back" and any(
        x.lower_ in ("off", "down", "away", "out") and x.dep_ in ("prt", "advmod", "prep")
        for x in verb.children
    ):
        return None
    flags = flags_of(verb)
    if flags & {"should", "conditional", "may"}:
        return None
    objects = patients(verb)
    if any(x.lemma_.lower() in _IDEAS for x in objects):
        return None
    by = those(analysis, agents(verb))
    if is_passive(verb):
        by += in_brackets(analysis, verb, by)
    to = those(analysis, objects)
    if verb.lemma_ == "train" and not to:
        return None
    goods = prepositions(verb, "with")
    what = (
        tidy(goods[0].doc[goods[0].left_edge.i : goods[0].right_edge.i + 1].text) if goods else ""
    )
    if len(what.split()) > 6 or not goods or goods[0].lemma_.lower() not in GOODS:
        what = verb.text
    return _found(analysis, sentence, verb, by, to, what, flags, tuple(objects))


def _giving(analysis: Analysis, sentence: Sentence, verb: Token) -> Found | None:
    """Read "supplies weapons to the rebels", "provides them with arms"."""
    flags = flags_of(verb)
    if flags & {"should", "conditional", "may"}:
        return None
    objects = [y for x in patients(verb) for y in _given(x)]
    given = [y for x in objects for y in (x, *x.conjuncts)]
    goods = [x for x in given if x.lemma_.lower() in GOODS]
    goods += [x for x in prepositions(verb, "with") if x.lemma_.lower() in GOODS]
    if not goods or (goods[0].lemma_ == "aid" and is_relief(goods[0])):
        return None
    if verb.lemma_ in TAKING:
        givers = those(analysis, prepositions(verb, "from", "by"))
        for one in goods:
            givers += those(analysis, prepositions(one, "from", "by"))
        sides = givers, those(analysis, agents(verb))
        return _found(analysis, sentence, verb, *sides, goods_words(goods[0]), flags)
    to = those(analysis, prepositions(verb, "to", "for"))
    for one in goods:
        to += those(analysis, prepositions(one, "to", "for"))
    to += doers(analysis, [x for x in objects if x not in goods])
    by = those(analysis, by_phrase(verb) if is_passive(verb) else subjects(verb))
    backed = (*prepositions(verb, "to"), *prepositions(goods[0], "to"))
    if goods[0] not in given:
        backed = (*backed, *objects)
    return _found(analysis, sentence, verb, by, to, goods_words(goods[0]), flags, backed)


def _given(noun: Token) -> list[Token]:
    """Return a noun and the goods within it: "billions of dollars in military aid"."""
    row = [noun]
    for here in row:
        if len(row) < MOST_NESTED:
            row += prepositions(here, "of", "in", "worth")
    return row


def _of_noun(analysis: Analysis, sentence: Sentence, noun: Token) -> Found | None:
    """Read "with Russian support", "Tehran's backing for the group"."""
    if noun.dep_ in ("compound", "amod"):
        return None
    verb = clause_verb(noun)
    flags = flags_of(noun)
    if flags & {"should", "conditional", "may", "will"}:
        return None
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "for"
        and noun.head.head.lemma_ in ("call", "appeal", "ask", "thank")
    ):
        return None
    by = Those() + possessor(analysis, noun) + those(analysis, prepositions(noun, "from", "of"))
    if verb is not None and noun.dep_ == "dobj" and verb.lemma_ in ("receive", "get", "enjoy"):
        to = those(analysis, subjects(verb))
        by += those(analysis, prepositions(verb, "from"))
        return _found(analysis, sentence, noun, by, to, goods_words(noun), flags)
    if any(x.lemma_.lower() in _IDEAS for x in prepositions(noun, "for", "to")):
        return None
    to = those(analysis, prepositions(noun, "for", "to"))
    if not to and noun.dep_ == "pobj" and noun.head.lower_ in ("with", "under"):
        verb = doer_verb(noun)
        if verb is not None:
            to = doers(analysis, agents(verb))
    elif noun.dep_ == "dobj" and verb is not None:
        if verb.lemma_ in _SAID:
            return None
        if not to:
            to = those(analysis, prepositions(verb, "to"))
        if not by and verb.lemma_ in ("lend", "extend", "maintain", "step", "increase"):
            by = those(analysis, subjects(verb))
    backed = tuple(prepositions(noun, "for", "to"))
    return _found(analysis, sentence, noun, by, to, goods_words(noun), flags, backed)


def _ally(analysis: Analysis, sentence: Sentence, noun: Token) -> Found | None:
    """Read "Moscow's ally Damascus", "Iran, a close ally of Syria": the ally backs."""
    owner = Those() + possessor(analysis, noun)
    owner += those(analysis, prepositions(noun, "of"))
    flags = flags_of(noun)
    if not owner or "negated" in flags:
        return None
    ally = Those()
    if noun.dep_ in ("appos", "attr", "compound", "nmod"):
        if noun.dep_ == "attr":
            ally = those(analysis, subjects(noun.head))
        else:
            ally = Those() + who(analysis, noun.head, conjuncts=False)
    if not ally:
        for child in noun.children:
            if child.dep_ == "appos":
                ally += who(analysis, child)
    if noun.lemma_ == "proxy":
        owner, ally = ally, owner
    return _found(analysis, sentence, noun, ally, owner, noun.text, flags)


def _found(
    analysis: Analysis,
    sentence: Sentence,
    token: Token,
    by: Those,
    to: Those,
    what: str,
    flags: frozenset[Flag],
    backed: tuple[Token, ...] = (),
) -> Found | None:
    receivers = named(to, backed)
    backers = tuple(x for x in by.parties if x not in receivers)
    if not backers or not receivers:
        return None
    time = when(analysis, token)
    chain: tuple[str, ...] = ()
    if "hearsay" in flags:
        speaker = speaker_of(token)
        if speaker is not None:
            chain = (who(analysis, speaker).speakers or (speaker.text,))[:1]
    sure: Confidence = "high" if not flags else "medium"
    return Found(
        kind="support",
        fields=plain(
            by=backers, to=receivers, what=what, date=None if time is None else time.value
        ),
        span=sentence.span,
        focus=stretch([token]),
        rule=f"happenings.support-{token.lemma_.lower()}",
        confidence=sure,
        cue=cue(token, analysis),
        flags=flags,
        chain=chain,
    )
