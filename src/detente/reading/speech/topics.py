"""What a statement or a position is about: an issue of talks, as a short noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, offset
from detente.reading.mentions import who
from detente.reading.speech.phrases import STEPS, child, end_of, noun_span, text_at
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

ISSUES = words_of(
    "ceasefire cease-fire truce armistice disarmament demobilisation demobilization "
    "withdrawal pullout border boundary frontier sanction embargo blockade siege election "
    "referendum independence autonomy sovereignty self-determination federalism constitution "
    "power-sharing amnesty prisoner detainee hostage captive refugee displaced return "
    "settlement annexation capital territory corridor status recognition legitimacy "
    "enrichment inspection missile weapon arsenal arms aid relief access convoy "
    "reconstruction reparation compensation guarantee peacekeeper monitor observer "
    "demarcation water dam oil gas revenue port airport airstrike bombing no-fly zone land "
    "reform rights language flag transition succession presidency extradition deployment base "
    "troop drug kidnapping justice tribunal impunity accountability disappearance evacuation "
    "tariff grain export neutrality membership fate future negotiation talk agreement deal "
    "accord treaty peace dialogue mediation mandate pact"
)
"""Head nouns of what is negotiated."""

LINKING = words_of(
    "fate future status role release exchange withdrawal return resumption end lifting "
    "delivery recognition demarcation control use sharing presence integration disarmament "
    "deployment swap freeing halt cessation removal partition division"
)
"""Nouns that name an issue with what follows them: "the fate of the prisoners"."""

_TIMES = frozenset(("DATE", "TIME"))
_NO_ISSUE = words_of("side party moment thing way name hand place part step word")
_JOINS = ("of", "to", "from", "for", "over", "on")

_PLAIN = words_of(
    "new immediate full further fresh possible recent last next first main final early quick "
    "such other same own renewed latest planned proposed potential eventual unconditional "
    "lasting any"
)
MOST = 120
"""How many words of a content are looked at for its issue."""

WEAK = words_of("negotiation talk agreement deal accord peace dialogue pact guarantee use")
"""Issues that are taken only if nothing else is named."""


def topic(analysis: Analysis, first: Token, last: Token) -> str | None:
    """Return the issue named from token `first` to token `last`, as the report puts it."""
    second: Token | None = None
    for token in first.doc[first.i : min(last.i + 1, first.i + MOST)]:
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod"):
            continue
        if token.ent_type_ in _TIMES:
            continue
        lemma = token.lemma_.lower()
        if lemma in LINKING and any(one.dep_ == "prep" for one in token.children):
            return _phrase(analysis, token)
        if lemma in ISSUES and lemma not in WEAK:
            return _phrase(analysis, token)
        if lemma in WEAK and second is None:
            second = token
    return None if second is None else _phrase(analysis, second)


def thing_of(analysis: Analysis, verb: Token) -> str | None:
    """Return the object of a verb, or of a verb below it, as what a stance is about."""
    here: Token | None = verb
    for _ in range(STEPS):
        if here is None:
            return None
        thing = child(here, "dobj", "nsubjpass", "pobj")
        if thing is None and here.dep_ == "ccomp":
            thing = child(here, "nsubj")
        if thing is not None and _names(analysis, thing):
            return _phrase(analysis, thing)
        here = child(here, "xcomp", "ccomp", "acomp", "prep", "pcomp", "oprd")
    return None


def _names(analysis: Analysis, thing: Token) -> bool:
    """Tell whether an object can be an issue: neither somebody nor a time."""
    named = thing.pos_ in ("NOUN", "PROPN") and thing.ent_type_ not in _TIMES
    return named and thing.lemma_.lower() not in _NO_ISSUE and not who(analysis, thing)


def _phrase(analysis: Analysis, token: Token) -> str:
    """Return the noun with its compounds, and with what follows "of", "to", "for" or "on"."""
    start = offset(token)
    for one in token.children:
        if (
            one.i < token.i
            and one.dep_ in ("compound", "amod", "nmod", "poss")
            and one.tag_ != "PRP$"
            and one.lower_ not in _PLAIN
        ):
            start = min(start, offset(one.left_edge))
    end = end_of(token)
    whole = noun_span(token, most=90)
    for one in token.children:
        if one.i > token.i and one.dep_ == "prep":
            if one.lower_ in _JOINS and token.lemma_.lower() in LINKING and whole[1] > end:
                inner = child(one, "pobj")
                meant = () if inner is None else who(analysis, inner, conjuncts=False).people
                if len(meant) == 1:
                    return f"{text_at(analysis, [(start, end_of(one))])} {meant[0]}"
                end = max(end, min(whole[1], end_of(one.right_edge)))
            break
    return text_at(analysis, [(start, end)])
