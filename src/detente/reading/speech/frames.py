"""What each verb of saying takes: where its content and those it addresses stand around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence, offset
from detente.reading.speech import contents
from detente.reading.speech.contents import Content
from detente.reading.speech.cues import ADDRESSED, NAMING, VERBS, WITH_OBJECT
from detente.reading.speech.phrases import STEPS, child, end_of, prepositions, under
from detente.reading.speech.quotes import Quotes
from detente.reading.speech.speakers import speaker_at
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in its place; `patient` is what a passive is said of."""

    analysis: Analysis
    sentence: Sentence
    quotes: Quotes
    verb: Token
    lemma: str
    passive: bool = False
    patient: Token | None = None


_ASKING = words_of("urge call appeal ask want press order implore beg exhort petition request")
_TO_DO = _ASKING | words_of(
    "promise threaten refuse decline agree vow pledge swear offer undertake"
)
_GERUND = words_of("refuse oppose deny suggest propose recommend rule")
_NO_DOING = words_of("say tell believe think report continue")
_OF_PEOPLE = words_of("blame thank praise criticise criticize condemn slam denounce")
_REASONS = {
    **dict.fromkeys(("accuse", "remind", "assure"), ("of",)),
    **dict.fromkeys(
        ("criticise", "criticize", "slam", "blast", "lambast"), ("for", "over")
    ),
    **dict.fromkeys(
        words_of(
    "blame condemn denounce fault thank praise commend applaud castigate rebuke reproach "
    "chide call appeal ask press plead beg push petition lay put pin hope"
),
        ("for",),
    ),
    **dict.fromkeys(("complain", "tell", "boast", "inform", "speak"), ("of", "about")),
    **dict.fromkeys(("cast", "throw", "pour"), ("on", "over")),
    **dict.fromkeys(("hit", "lash"), ("at", "over")),
    **dict.fromkeys(("advise", "caution"), ("against",)),
    "charge": ("with",), "congratulate": ("on", "for"), "warn": ("of", "against", "about"),
    "threaten": ("with",), "insist": ("on", "upon"), "brief": ("on", "about"),
    "protest": ("against", "at"), "commit": ("to",), "agree": ("to", "on"), "take": ("at", "over"),
    "point": ("of", "for", "over"), "pay": ("to",), "worry": ("about",),
}  # fmt: skip
"""The prepositions behind which what is said stands."""


def content_of(saying: Saying) -> tuple[Content | None, list[Token]]:
    """Return what a verb of saying reports, and the heads of those whom it addresses."""
    verb, lemma = saying.verb, saying.lemma
    thing = child(verb, "dobj", "dative")
    if thing is not None and thing.pos_ == "ADP":
        thing = child(verb, "dobj")
    spoken: list[Token] = []
    peer = thing is not None and lemma in ADDRESSED and _somebody(saying.analysis, thing)
    if peer and thing is not None:
        spoken.append(thing)
    for word, inner in prepositions(verb):
        if _takes(lemma, word) and _somebody(saying.analysis, inner):
            spoken.append(inner)
    content = _clause(saying, spoken)
    if content is None and lemma != "want":
        content = _phrase(saying, thing, peer)
    if content is not None:
        content = contents.with_condition(verb, content)
    return content, spoken


def named(verb: Token) -> bool:
    """Tell whether a verb gives its object a name: "called the vote a farce"."""
    if child(verb, "auxpass") is not None or verb.dep_ in ("acl", "amod"):
        return False
    if child(verb, "oprd") is not None or sum(one.dep_ == "dobj" for one in verb.children) > 1:
        return True
    thing = child(verb, "dobj")
    name = None if thing is None else child(thing, "appos")
    if name is not None and name.left_edge.nbor(-1).is_quote:
        return True
    small = child(verb, "ccomp")
    if small is not None and small.i > verb.i and small.pos_ in ("NOUN", "ADJ", "PROPN"):
        return True
    return child(verb, "dobj") is not None and any(word == "as" for word, _ in _as(verb))


def _as(verb: Token) -> list[tuple[str, Token]]:
    return [(one.lower_, one) for one in verb.children if one.dep_ == "prep"]


def _clause(saying: Saying, spoken: list[Token]) -> Content | None:
    """Return the clause that a verb of saying governs."""
    verb, lemma = saying.verb, saying.lemma
    said = contents.said_by(verb)
    if lemma in _TO_DO:
        said = contents.infinitive(verb) or said
    if lemma in NAMING and (lemma != "call" or said is None) and named(verb):
        return contents.behind(verb)
    root = None if said is None else said.root
    if lemma == "want" and (
        root is None or (child(root, "nsubj", "nsubjpass") is None and child(verb, "dobj") is None)
    ):
        return None
    if said is None and lemma in _ASKING and spoken:
        return contents.second_to(verb, spoken[-1])
    if root is not None and lemma in _ASKING:
        inner = child(root, "nsubj", "nsubjpass")
        if inner is not None and _somebody(saying.analysis, inner):
            spoken.append(inner)
    return said


def _phrase(saying: Saying, thing: Token | None, peer: bool) -> Content | None:
    """Return what is said where no clause is: a phrase, a quote, an object."""
    verb, lemma, quotes = saying.verb, saying.lemma, saying.quotes
    reason = contents.after(verb, _REASONS.get(lemma, ()))
    agent = child(verb, "agent")
    if reason is None and peer and thing is not None and lemma == "accuse":
        doing = contents.after(thing, ("of",))
        reason = doing if doing is not None and doing.root is not None else None
    if reason is None and agent is not None:
        by = child(agent, "pobj")
        reason = None if by is None else contents.after(by, _REASONS.get(lemma, ()))
    open_to_it = peer or saying.passive or lemma not in ADDRESSED or lemma == "ask"
    if reason is not None and open_to_it:
        return reason
    patient = saying.patient
    if patient is not None and lemma in WITH_OBJECT and not _somebody(saying.analysis, patient):
        return Content((under(patient),))
    for part in verb.children:
        if part.dep_ == "advcl" and lemma == "point" and part.lemma_ in ("blame", "accuse"):
            return _blaming(part)
        if part.tag_ == "VBG" and part.dep_ in ("pcomp", "xcomp", "ccomp") and lemma in _GERUND:
            return contents.clause(part)
    if lemma in WITH_OBJECT | {"rule", "turn"} and not peer and _plain(thing, quotes):
        return contents.object_of(verb)
    if thing is not None and thing.lower_ in ("that", "which"):
        return _denied(verb) if lemma in ("deny", "reject", "dismiss") else None
    beside = contents.quoted(verb, saying.sentence, quotes)
    if beside is not None and lemma not in ("refuse", "decline"):
        return beside
    ahead = contents.infinitive(verb)
    if ahead is not None and lemma not in _NO_DOING:
        return ahead
    if (peer and lemma in _OF_PEOPLE) or lemma in WITH_OBJECT or (lemma == "blame" and thing):
        found = contents.object_of(verb)
        if found is not None:
            return found
    if (verb.i - saying.sentence.words.start <= 8 and thing is None) or (peer and lemma == "tell"):
        return contents.quote_before(saying.sentence, quotes, saying.analysis.text)
    return None


def _plain(thing: Token | None, quotes: Quotes) -> bool:
    """Tell whether an object is words of the report, not a quote or a pronoun."""
    return (
        thing is not None
        and thing.tag_ not in ("PRP", "WDT", "WP", "IN")
        and quotes.at(offset(thing)) is None
    )


def _denied(verb: Token) -> Content | None:
    """Return what is denied in "accused B of arming them, an allegation that B denies"."""
    noun = verb.head
    if verb.dep_ != "relcl":
        return None
    top = noun.head
    for _ in range(STEPS):
        found = contents.after(top, ("of", "for")) if top.lemma_ in VERBS else None
        if found is not None:
            return contents.ending(found, offset(noun.left_edge))
        top = top.head
    return Content(((offset(noun), end_of(noun)),))


def _blaming(verb: Token) -> Content | None:
    found = contents.after(verb, ("of", "for"))
    thing = child(verb, "dobj")
    if found is not None or thing is None:
        return found
    return contents.after(thing, ("of", "for"))


def _somebody(analysis: Analysis, token: Token) -> bool:
    return speaker_at(analysis, token) is not None


def _takes(lemma: str, word: str) -> bool:
    """Tell whether `word` after this verb brings in the one spoken to."""
    if lemma == "call":
        return word in ("on", "upon")
    if lemma in ("blame", "lay", "put", "pin"):
        return word == "on"
    if lemma in ("demand", "request"):
        return word in ("from", "of")
    if lemma in ("point", "hit", "lash", "take"):
        return word == "at"
    return word == "to" and lemma not in ("commit", "agree", "oppose", "object")
