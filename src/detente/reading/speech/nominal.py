"""Speech without a verb of saying: "X's claim that", "sceptical", "according to X", "X: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence, offset
from detente.reading.found import Flag
from detente.reading.mentions import who
from detente.reading.speech import contents
from detente.reading.speech.acts import act_of
from detente.reading.speech.attribution import Attribution
from detente.reading.speech.contents import Content
from detente.reading.speech.cues import ADJECTIVES, LIGHT, NOUNS, STRONG_NOUNS
from detente.reading.speech.limits import flags_of
from detente.reading.speech.phrases import STEPS, child, end_of, pieces, prepositions, under
from detente.reading.speech.quotes import Quotes
from detente.reading.speech.speakers import (
    Speaker,
    addressees,
    owner_of,
    speaker_at,
    speaker_of,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def nominal(analysis: Analysis, sentence: Sentence, quotes: Quotes) -> Iterator[Attribution]:
    """Yield what nouns and adjectives attribute in one sentence."""
    for token in sentence.words:
        lemma = token.lemma_.lower()
        if quotes.at(offset(token)) is not None:
            found = _doubting_quote(analysis, sentence, token, quotes) if lemma in NOUNS else None
        elif token.pos_ in ("NOUN", "PROPN") and lemma in NOUNS:
            found = _noun(analysis, sentence, token, lemma)
        elif token.pos_ == "ADJ" and lemma in ADJECTIVES:
            found = _adjective(analysis, sentence, token, lemma)
        elif token.lower_ == "according":
            found = _according(analysis, sentence, token)
        else:
            continue
        if found is not None:
            yield found
    found = _headline(analysis, sentence, quotes)
    if found is not None:
        yield found


def _noun(analysis: Analysis, sentence: Sentence, noun: Token, lemma: str) -> Attribution | None:
    act = NOUNS[lemma]
    mutual = act == "accuse" and _mutual(noun)
    content = _complement(noun, lemma)
    if mutual:
        speaker = _both(analysis, sentence, noun)
        if speaker is None or (len(speaker.by) < 2 and speaker.token.tag_ not in ("NNS", "NNPS")):
            return None
        content = content or Content(((offset(noun), end_of(noun)),))
        return Attribution(
            cue=noun, cue_span=_span(noun), lemma=lemma, act=act, speaker=speaker, content=content,
            sentence=sentence, rule="speech.mutual",
            to=speaker.by if len(speaker.by) > 1 else (),
        )  # fmt: skip
    if content is None:
        return None
    speaker = owner_of(analysis, noun)
    flags: frozenset[Flag] | None = frozenset()
    if speaker is None:
        governor = _governor(noun)
        if governor is None:
            return None
        teller = subject(governor)
        speaker = None if teller is None else speaker_at(analysis, teller)
        flags = flags_of(governor)
    elif lemma not in STRONG_NOUNS and (
        content.root is None or child(content.root, "mark") is None
    ):
        return None
    if speaker is None or flags is None:
        return None
    to = [
        inner
        for word, inner in prepositions(noun)
        if word in ("on", "to", "against") and inner.dep_ == "pobj" and who(analysis, inner)
    ]
    return Attribution(
        cue=noun, cue_span=_span(noun), lemma=lemma,
        act=act_of(analysis, lemma, act, content.root, speaker), speaker=speaker, content=content,
        sentence=sentence, rule="speech.noun", flags=flags,
        to=tuple(one for one in addressees(analysis, to) if one not in speaker.by),
    )  # fmt: skip


def _complement(noun: Token, lemma: str) -> Content | None:
    """Return what a noun of speech is about: its clause, or the object of its preposition."""
    for one in noun.children:
        if one.dep_ in ("acl", "ccomp", "xcomp", "relcl") and one.i > noun.i:
            mark, aux = child(one, "mark"), child(one, "aux")
            if mark is not None and mark.lower_ == "that":
                return contents.clause(one)
            if aux is not None and aux.lower_ == "to" and one.tag_ == "VB":
                return contents.clause(one)
    words: tuple[str, ...] = ("of", "for", "about", "over", "against", "on")
    if lemma in ("call", "request", "appeal", "plea", "demand"):
        words = ("for",)
    for word, inner in prepositions(noun):
        if word in words and inner.i > noun.i:
            return Content((under(inner),), inner if inner.dep_ == "pcomp" else None)
    return None


def _governor(noun: Token) -> Token | None:
    """Return the light verb of which a noun of speech is the object."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in LIGHT:
        return noun.head
    return None


def _mutual(noun: Token) -> bool:
    """Tell whether accusations go both ways."""
    if any(one.lower_ in ("mutual", "reciprocal") for one in noun.children):
        return True
    head = noun.head
    if head.lower_ == "of" and head.head.lemma_.lower() == "exchange":
        return True
    return noun.dep_ == "dobj" and head.lemma_.lower() in ("trade", "exchange", "swap")


def _both(analysis: Analysis, sentence: Sentence, noun: Token) -> Speaker | None:
    """Return the two who accuse each other: the subject, or the pair named in the sentence."""
    head = noun.head
    if noun.dep_ == "dobj":
        teller = subject(head)
        found = None if teller is None else speaker_at(analysis, teller)
        if found is not None:
            return found
    for mention in analysis.mentions_in(sentence):
        if len(mention.parties) == 2:
            meant = who(analysis, mention.head)
            if meant:
                return speaker_of(meant, mention.head)
    for token in sentence.words:
        if token.lower_ == "between":
            inner = child(token, "pobj")
            pair = None if inner is None else who(analysis, inner)
            if pair and inner is not None:
                return speaker_of(pair, inner)
    return None


def _adjective(
    analysis: Analysis, sentence: Sentence, word: Token, lemma: str
) -> Attribution | None:
    """Return "X is sceptical that ...", "X was critical of ...", "X is adamant that ..."."""
    verb = word.head
    if word.dep_ not in ("acomp", "oprd", "conj") or verb.lemma_ not in (
        "be",
        "remain",
        "seem",
        "sound",
    ):
        return None
    content = None
    for one in (*word.children, *verb.children):
        if one.dep_ in ("ccomp", "advcl") and one.i > word.i:
            mark = child(one, "mark")
            if mark is None or mark.lower_ == "that":
                content = contents.clause(one)
    if content is None:
        content = contents.after(word, ("of", "about", "on", "over"))
    if content is None or (ADJECTIVES[lemma] == "insist" and content.root is None):
        return None
    teller = subject(verb)
    speaker = None if teller is None else speaker_at(analysis, teller)
    flags = flags_of(verb)
    if speaker is None or flags is None:
        return None
    return Attribution(
        cue=word, cue_span=_span(word), lemma=lemma, act=ADJECTIVES[lemma], speaker=speaker,
        content=content, sentence=sentence, rule="speech.adjective", flags=flags,
    )  # fmt: skip


def _doubting_quote(
    analysis: Analysis, sentence: Sentence, noun: Token, quotes: Quotes
) -> Attribution | None:
    """Return a partial quote of doubt: approached the talks "with scepticism"."""
    head = noun.head
    if NOUNS[noun.lemma_.lower()] != "doubt" or head.lower_ != "with":
        return None
    verb = head.head
    if verb.dep_ == "dobj":
        verb = verb.head
    if quotes.at(offset(verb)) is not None:
        return None
    return _with_doubt(analysis, sentence, noun, verb)


def _with_doubt(
    analysis: Analysis, sentence: Sentence, noun: Token, verb: Token
) -> Attribution | None:
    teller = subject(verb)
    thing = child(verb, "dobj", "nsubjpass")
    speaker = None if teller is None else speaker_at(analysis, teller)
    if speaker is None or thing is None:
        return None
    return Attribution(
        cue=noun, cue_span=_span(noun), lemma=noun.lemma_.lower(), act="doubt", speaker=speaker,
        content=contents.ending(Content((under(thing),)), offset(noun.head)),
        sentence=sentence, rule="speech.with-doubt",
        flags=flags_of(verb) or frozenset(),
    )  # fmt: skip


def _according(analysis: Analysis, sentence: Sentence, word: Token) -> Attribution | None:
    """Return what is told "according to" somebody: the clause on which these words hang."""
    to = next((one for one in word.children if one.lower_ == "to"), None)
    if to is None and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
        to = word.nbor()
    source = None if to is None else child(to, "pobj")
    if to is None or source is None:
        return None
    speaker = speaker_at(analysis, source)
    if speaker is None:
        return None
    top = word.head
    for _ in range(STEPS):
        if top.pos_ in ("VERB", "AUX") or top.head == top:
            break
        top = top.head
    if top is word:
        return None
    whole = under(top)
    whole = (max(whole[0], sentence.start), min(whole[1], sentence.end))
    spans = pieces(whole, [(offset(word), max(end_of(to), _source_end(analysis, source)))])
    spans = [one for one in spans if one[1] - one[0] > 2]
    if not spans:
        return None
    content = Content(tuple(spans), top)
    return Attribution(
        cue=word, cue_span=(offset(word), end_of(to)), lemma="according to",
        act=act_of(analysis, "according to", "say", top, speaker), speaker=speaker,
        content=content, sentence=sentence, rule="speech.according-to",
    )  # fmt: skip


def _source_end(analysis: Analysis, source: Token) -> int:
    """Return where the words for a source end: at the comma behind its name, if there is one."""
    last = max((one.end for one in who(analysis, source).mentions), default=end_of(source))
    for one in source.doc[source.i : source.right_edge.i + 1]:
        if one.text == "," and offset(one) >= last:
            return offset(one)
    return end_of(source.right_edge)


def _headline(analysis: Analysis, sentence: Sentence, quotes: Quotes) -> Attribution | None:
    """Return ``Lavrov: no deal before spring``: a speaker, a colon and a clause or a quote."""
    words = sentence.words
    colon = next((one for one in words[:9] if one.text == ":"), None)
    if colon is None or colon.i == words.start or colon.i + 1 >= words.end:
        return None
    first = words[0]
    mention = next(analysis.mentions_in(sentence), None)
    if mention is None or mention.start > offset(first) + 4:
        return None
    if analysis.text[mention.end : offset(colon)].strip():
        return None
    meant = who(analysis, mention.head)
    after = words[colon.i + 1 - words.start :]
    verbs = any(one.pos_ in ("VERB", "AUX") and one.tag_ != "VBN" for one in after)
    if not meant or not (verbs or quotes.at(offset(after[0]) + 1) is not None):
        return None
    speaker = speaker_of(meant, mention.head)
    root = next((one for one in after if one.dep_ == "ROOT" or one.head.i <= colon.i), None)
    if root is not None and root.pos_ not in ("VERB", "AUX"):
        root = None
    return Attribution(
        cue=colon, cue_span=_span(colon), lemma=":",
        act=act_of(analysis, ":", "say", root, speaker), speaker=speaker,
        content=Content(((offset(after[0]), sentence.end),), root), sentence=sentence,
        rule="speech.headline",
    )  # fmt: skip


def _span(token: Token) -> tuple[int, int]:
    return offset(token), end_of(token)
