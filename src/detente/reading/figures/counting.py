"""What an amount counts: the noun after it, and what befell those whom the noun names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.reading.figures.fates import (
    HARM,
    Fate,
    as_argument,
    by_neighbours,
    by_own_words,
    fate_of,
    heads,
    verb_above,
)
from detente.reading.figures.phrases import (
    NEAR,
    is_known,
    name_of,
    noun_of,
    people_who,
    run_after,
    standing,
    start_of,
)
from detente.reading.figures.things import (
    ACTS,
    ARMED,
    MANY_ARMED,
    PEOPLE,
    RARE,
    STANDING,
    STATES,
)
from detente.reading.found import Confidence

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


_JAILED = frozenset(
    ("hold", "free", "release", "exchange", "swap", "capture", "deport", "evacuate")
)


_GIVES = frozenset(("speak", "talk", "put", "say", "claim", "count", "estimate", "report"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Parameters
    ----------
    what : str
        In the words of the report: "Syrian refugees", "soldiers killed".
    fate : str
        What befell them, "killed"; empty where the noun says it.
    cue : Token
        The word that says what is counted.
    verb : Token or None
        The verb of which the counted are subject or object.
    last : int
        The index of the last word.
    noun : str
        The noun alone, where one stands.
    """

    what: str
    fate: str
    cue: Token
    verb: Token | None
    last: int
    confidence: Confidence = "high"
    noun: str = ""


def counted(words: Words, value: float, before: Counted | None) -> Counted | None:
    """Return what the amount at `words` counts; `None` for what is no figure of a conflict.

    Parameters
    ----------
    value : float
        The number, of which a few soldiers need a fate to be a figure.
    before : Counted or None
        What the amount before it counted, of which "including five children" takes its fate.
    """
    doc, run = words.doc, run_after(words)
    noun, name = noun_of(run)
    if noun is None and run:
        return None
    if noun is None:
        return _bare(words, before)
    named = noun.lower_
    fate = fate_of(words, noun, run)
    if fate is not None:
        return _befallen(noun, name, fate, run)
    if named in STATES and named not in STANDING:
        return Counted(people_who(STATES[named], name), STATES[named], noun, None, noun.i)
    if named in STANDING:
        fate_named = STATES.get(named, ACTS.get(named, ""))
        return Counted(standing(noun, name), fate_named, noun, verb_above(noun), noun.i, noun=name)
    if before is not None and before.fate and _is_part(words):
        return Counted(
            people_who(before.fate, name), before.fate, before.cue, before.verb, noun.i, "medium"
        )
    toll = _toll(words)
    if toll is not None and (named in PEOPLE):
        return Counted(people_who("dead", name), "dead", toll, verb_above(words.root), noun.i)
    many = value >= MANY_ARMED or named == "troops"
    if named in ARMED and many and doc[words.start - 1].lower_ not in ("past", "last", "next"):
        return Counted(name, "", noun, verb_above(noun), noun.i, "medium")
    return None


def _befallen(noun: Token, name: str, fate: Fate, run: list[Token]) -> Counted | None:
    state, cue, verb = fate
    known = is_known(noun) or noun.lower_ in STATES
    nation = noun.tag_ == "NNPS" or noun.ent_type_ == "NORP"
    if nation and cue.lemma_ in _JAILED:
        return Counted(f"{name} {state}", state, cue, verb, noun.i, "medium", name)
    if not known and cue.lemma_ not in HARM and state not in ("dead", "drowned"):
        return None
    told = noun.lower_ in STANDING or noun.lower_ in ARMED or noun.lower_ in ("men", "man")
    if cue.lemma_ in RARE and state != "killed" and not told:
        return None
    if cue.lemma_ == "leave" and not state:
        return None
    if noun.lower_ in ("deaths", "death", "casualties", "fatalities", "killings", "injuries",
                       "arrests", "executions"):  # fmt: skip
        return Counted(standing(noun, name), "", noun, verb, noun.i)
    if noun.lower_ in STATES and state in ("killed", "dead", "") and noun.lower_ != "dead":
        state = STATES[noun.lower_]
    if cue in run and cue.i < noun.i:
        name = name_of([one for one in run if cue.i != one.i and one.i <= noun.i])
    last = max(noun.i, cue.i if 0 < cue.i - noun.i < NEAR else noun.i)
    return Counted(people_who(state, name), state, cue, verb, last, noun=name)


def _bare(words: Words, before: Counted | None) -> Counted | None:
    """Return what an amount without a noun counts: "killed 12", "the toll rose to 300"."""
    doc, root = words.doc, words.root
    group = "people"
    if before is not None and before.noun and _opens_with_of(words):
        group = before.noun
    for token in (root, *heads(root)):
        fate = as_argument(token) or (by_own_words(token) if token is root else None)
        if fate is not None and fate[1].lemma_ not in RARE:
            state, cue, verb = fate
            return Counted(people_who(state, group), state, cue, verb, words.end - 1)
    near = by_neighbours(words, doc[words.end - 1])
    if near is not None:
        state, cue, verb = near
        return Counted(people_who(state, group), state, cue, verb, max(cue.i, words.end - 1))
    toll = _toll(words)
    if toll is None:
        return _again(words, before)
    fate_name = toll.lower_
    what = "deaths" if fate_name in ("toll", "dead", "deaths", "killed", "fatalities") else (
        f"people {STATES[fate_name]}" if fate_name in STATES else toll.text)  # fmt: skip
    told = "dead" if what == "deaths" else STATES.get(fate_name, "")
    return Counted(what, told, toll, verb_above(root), words.end - 1)


def _opens_with_of(words: Words) -> bool:
    doc = words.doc
    first = start_of(words, words.start - 20)
    return doc[first].lower_ == "of"


def _again(words: Words, before: Counted | None) -> Counted | None:
    """Return what the amount before it counted, where another counter gives his number."""
    verb = verb_above(words.root)
    if before is None or verb is None or verb.lemma_ not in _GIVES:
        return None
    return replace(before, verb=None, last=words.end - 1, confidence="medium")


def _toll(words: Words) -> Token | None:
    """Return "toll", or the noun of "the number of refugees", where the amount says how great."""
    verb = verb_above(words.root)
    if verb is None:
        return None
    doc = words.doc
    low = start_of(words, words.start - 16)
    for i in range(words.start - 1, low - 1, -1):
        token = doc[i]
        if token.lower_ == "toll":
            return token
        if token.lower_ == "number" and i + 2 < words.start and doc[i + 1].lower_ == "of":
            for j in range(i + 2, min(i + 7, words.start)):
                other = doc[j]
                if other.lower_ in STANDING or other.lower_ in ARMED or other.lower_ in STATES:
                    return other
            return None
        if token.text in (";", "—") or token.like_num:
            return None
    return None


def _is_part(words: Words) -> bool:
    """Tell whether an amount is part of the one before: "including five children"."""
    doc = words.doc
    return any(
        doc[i].lower_ in ("including", "among", "them", "whom", "incl", "included")
        for i in range(start_of(words, words.start - 3), words.start)
    ) or (words.end + 1 < len(doc) and doc[words.end].lower_ == "of"
          and doc[words.end + 1].lower_ in ("them", "whom"))  # fmt: skip
