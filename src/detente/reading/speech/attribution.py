"""Who says what: every place of a report where words are put into somebody's mouth.

Verbs stand here, with all forms around them; nouns, adjectives, "according to" and headlines in
:mod:`detente.reading.speech.nominal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence, offset
from detente.reading.found import Flag
from detente.reading.mentions import who
from detente.reading.report import Span
from detente.reading.speech.acts import act_of
from detente.reading.speech.contents import Content
from detente.reading.speech.cues import (
    ADDRESSED,
    IDIOMS,
    NAMING,
    NEEDS_PEER,
    NOUNS,
    PARTICLES,
    PUBLIC,
    SHARED,
    VERBS,
    Act,
)
from detente.reading.speech.frames import Saying, content_of, named
from detente.reading.speech.limits import flags_of, hedged, question
from detente.reading.speech.phrases import child, end_of, prepositions
from detente.reading.speech.quotes import Quotes
from detente.reading.speech.speakers import Speaker, addressees, outer, speaker_at, subject
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words put into somebody's mouth.

    Parameters
    ----------
    cue : Token
        The word of saying.
    cue_span : tuple of int
        Its place, with a particle or an object that belongs to it.
    lemma : str
        Its base form.
    act : str
        What is done in saying it.
    content : Content
        What is said.
    to : tuple of str
        Those addressed.
    rule : str
        Which form gave it away.
    """

    cue: Token
    cue_span: Span
    lemma: str
    act: Act
    speaker: Speaker
    content: Content
    sentence: Sentence
    rule: str
    to: tuple[str, ...] = ()
    flags: frozenset[Flag] = frozenset()


_EMPTY = words_of("so it this that nothing anything something yes no more much little")
_NEEDS_CLAUSE = SHARED | {"express", "voice", "report", "post", "note", "observe", "state"}
_DEEDS = words_of(
    "truce ceasefire cease-fire fire cessation armistice war law state emergency independence "
    "victory curfew amnesty lull holiday mourning bankruptcy winner candidacy"
)
"""What is done by declaring it: the deed stands among truces and events."""
_ANSWERING = words_of("deny reject dismiss oppose rule")
_BACK = words_of("this it that these them")
_SILENCE = words_of(
    "comment say elaborate answer confirm respond speculate name identify specify disclose reveal"
)
_LISTENERS = words_of("reporter journalist interviewer question")


def verbal(analysis: Analysis, sentence: Sentence, quotes: Quotes) -> Iterator[Attribution]:
    """Yield what verbs of saying attribute in one sentence, none of those that are quoted."""
    for token in sentence.words:
        if token.pos_ not in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN"):
            continue
        frame = _frame(token)
        if frame is None or quotes.at(offset(token)) is not None:
            continue
        found = _attribution(analysis, sentence, quotes, token, frame)
        if found is not None:
            yield found


@dataclass(frozen=True, slots=True)
class _Frame:
    """A verb of saying: base form, act by itself, place and rule."""

    lemma: str
    act: Act
    span: Span
    rule: str = "speech.verb"


def _frame(verb: Token) -> _Frame | None:
    lemma = verb.lemma_.lower()
    span = (offset(verb), end_of(verb))
    particle = child(verb, "prt")
    if particle is not None and (lemma, particle.lower_) in PARTICLES:
        act = PARTICLES[lemma, particle.lower_]
        return _Frame(lemma, act, (span[0], end_of(particle)), "speech.verb-particle")
    thing = child(verb, "dobj")
    if thing is not None and (lemma, thing.lemma_.lower()) in IDIOMS:
        act = IDIOMS[lemma, thing.lemma_.lower()]
        return _Frame(lemma, act, (span[0], end_of(thing)), "speech.idiom")
    asking = lemma == "call" and any(
        word in ("on", "for", "upon") for word, _ in prepositions(verb)
    )
    if lemma in NAMING and not asking and named(verb):
        return _Frame(lemma, "say", span, "speech.naming")
    if lemma in VERBS:
        if (particle is not None and lemma != "call") or (lemma == "call" and not asking):
            return None
        if lemma in ("express", "voice") and thing is not None and thing.lemma_.lower() in NOUNS:
            return None
        return _Frame(lemma, VERBS[lemma], span)
    if lemma in SHARED:
        return _Frame(lemma, "demand" if lemma == "want" else "say", span)
    return None


def _attribution(
    analysis: Analysis, sentence: Sentence, quotes: Quotes, verb: Token, frame: _Frame
) -> Attribution | None:
    lemma, rule, act = frame.lemma, frame.rule, frame.act
    passive = child(verb, "auxpass", "nsubjpass", "agent") is not None
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "relcl") and not passive:
        return None
    patient = _patient(verb) if passive else None
    teller = _agent(verb) if passive else _teller(verb, lemma, quotes)
    if teller is None:
        return None
    speaker = speaker_at(analysis, teller, lemma)
    if speaker is None or speaker.token.lemma_.lower() in _LISTENERS:
        return None
    if _is_deed(analysis, verb, lemma, speaker):
        return None
    content, spoken = content_of(Saying(analysis, sentence, quotes, verb, lemma, passive, patient))
    flags = flags_of(verb)
    if flags is not None and any(one.lower_ in ("no", "neither") for one in teller.children):
        flags |= {"negated"}
    content = _pointed(analysis, sentence, verb, lemma) or content
    if content is None or flags is None or _void(analysis, content, lemma, flags):
        return None
    if patient is not None and lemma in ADDRESSED:
        spoken.insert(0, patient)
    if lemma == "ask" and (content.root is None or not question(content.root)):
        act = "demand" if quotes.at(content.extent[0] + 1) is None else act
    done = act_of(analysis, lemma, act, content.root, speaker, child(verb, "dobj"))
    to = _addressed(analysis, act, content, spoken, speaker)
    if lemma == "warn" and to and content.root is None and speaker.parties:
        done = "threaten"
    if lemma in NEEDS_PEER and not to and rule == "speech.verb" and content.root is None:
        return None
    if passive:
        rule = "speech.passive"
    elif verb.tag_ == "VBG" and verb.dep_ == "advcl":
        rule = "speech.participle"
    elif content.root is None and quotes.at(content.extent[0] + 1) is not None:
        rule = "speech.quote"
    if hedged(verb, content.root):
        flags |= {"hearsay"}
    return Attribution(
        cue=verb, cue_span=frame.span, lemma=lemma, act=done, speaker=speaker, content=content,
        sentence=sentence, rule=rule, to=to, flags=flags,
    )  # fmt: skip


def _agent(verb: Token) -> Token | None:
    """Return by whom something was said, if a passive tells."""
    agent = child(verb, "agent")
    return None if agent is None else child(agent, "pobj")


def _patient(verb: Token) -> Token | None:
    patient = child(verb, "nsubjpass")
    return verb.head if patient is None and verb.dep_ == "acl" else patient


def _teller(verb: Token, lemma: str, quotes: Quotes) -> Token | None:
    """Return who does the saying, before or behind the verb."""
    teller = subject(outer(verb))
    if teller is None and verb.tag_ == "VBD" and verb.i and verb.nbor(-1).is_quote:
        teller = child(verb, "dobj")
    if teller is None or quotes.at(offset(teller)) is not None:
        return None
    if teller.lower_ in ("it", "that", "this") and child(verb, "ccomp") is None:
        return None
    return teller


def _is_deed(analysis: Analysis, verb: Token, lemma: str, speaker: Speaker) -> bool:
    """Tell whether a word of saying tells a deed: what two agree on, declare, or whom one sacks."""
    thing = child(verb, "dobj", "nsubjpass") or (verb.head if verb.dep_ == "acl" else None)
    if lemma == "agree":
        several = len(speaker.by) > 1 or speaker.token.tag_ in ("NNS", "NNPS")
        return several and not any(one.dep_ == "ccomp" and one.i > verb.i for one in verb.children)
    if lemma in ("declare", "announce"):
        return thing is not None and thing.lemma_.lower() in _DEEDS
    return lemma == "dismiss" and thing is not None and bool(who(analysis, thing))


def _pointed(analysis: Analysis, sentence: Sentence, verb: Token, lemma: str) -> Content | None:
    """Return the sentence before of "Abu Dhabi denies this", which says what is denied."""
    thing = child(verb, "dobj")
    if lemma not in _ANSWERING or thing is None or thing.lower_ not in _BACK or thing.i < verb.i:
        return None
    before = analysis.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.words.doc != verb.doc:
        return None
    return Content((before.span,))


def _void(analysis: Analysis, content: Content, lemma: str, flags: frozenset[Flag]) -> bool:
    """Tell whether nothing is claimed after all."""
    text = content.text(analysis)
    if text.lower() in _EMPTY or len(text) < 2:
        return True
    root = content.root
    if root is not None and root.left_edge.tag_ == "WDT" and root.head.dep_ == "relcl":
        return True
    if lemma in ("decline", "refuse", "ask") and root is not None and root.lemma_ in _SILENCE:
        return child(root, "prep") is None
    if lemma in _NEEDS_CLAUSE and root is None:
        return lemma not in ("express", "voice", "call") and not _quotes(analysis, content)
    return "negated" in flags and (question(root) or _quotes(analysis, content))


def _quotes(analysis: Analysis, content: Content) -> bool:
    start = content.extent[0]
    return start > 0 and analysis.text[start - 1] in "\"“«‘'"


def _addressed(
    analysis: Analysis, act: Act, content: Content, spoken: list[Token], speaker: Speaker
) -> tuple[str, ...]:
    """Return whom a statement addresses, none of them a public or the speaker."""
    tokens = [one for one in spoken if one.lemma_.lower() not in PUBLIC]
    if not tokens and act == "demand" and content.root is not None:
        inner = child(content.root, "nsubj", "nsubjpass")
        tokens = [] if inner is None else [inner]
    return tuple(one for one in addressees(analysis, tokens) if one not in speaker.by)
