"""What a stance, a demand or a condition asks for, from its first words.

No parser is needed: these texts were cut to the words of the claim when they were proposed, so
that what they open with tells whether something is wanted or refused.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Sense = Literal["want", "refuse", "dispute", "none"]
Form = Literal["deed", "thing"]


class Wish(NamedTuple):
    """What is asked for.

    Parameters
    ----------
    sense : str
        Whether it is wanted, refused, named as disputed, or none of these.
    form : str
        Whether `rest` is a deed ("withdraw its troops") or a thing ("a withdrawal").
    rest : str
        The words that say what.
    """

    sense: Sense
    form: Form
    rest: str


_SUBJECT = re.compile(
    r"(?:(?:warn|threaten|say|said|stress|repeat|declare|announce|state|add|insist|promise|pledge|vow)"
    r"\w*(?:\s+(?:on|last|this)\s+\w+)?\s+that\s+|that\s+)?(?:it|they|he|she|we|i)\s+(?=\w)",
    re.IGNORECASE,
)
_NOT = (
    r"(?:will|would|can|could|may|shall|must|should|do|does|did|is|are|was|were)"
    r"(?:\s+not|n['’]t)"
)
_LEADS: tuple[tuple[str, Sense, Form | None], ...] = (
    (r"(?:remains?\s+)?(?:in|under)\s+dispute\b|disput\w+\b|contested\b|divided\b|at odds\b",
     "dispute", None),
    (rf"(?:{_NOT}|not)\s+possible\s+to\s+|impossible\s+to\s+", "refuse", "deed"),
    (rf"(?:{_NOT}|not)\s+(?:want|intend|plan|wish|ready|willing|prepared|going|able)\s+to\s+",
     "refuse", "deed"),
    (rf"{_NOT}\s+(?:accept|support|back|want|recogni[sz]e|agree\s+to)\s+", "refuse", "thing"),
    (r"(?:wants?|wanted|wish\w*|seeks?|hopes?)\s+(?:to\s+avoid|not\s+to)\s+", "refuse", None),
    (r"(?:refus\w+|declin\w+)\s+to\s+|unwilling\s+to\s+|(?:cannot|can['’]t|won['’]t|never)\s+",
     "refuse", "deed"),
    (rf"{_NOT}\s+|not\s+to\s+", "refuse", "deed"),
    (r"(?:reject|refus|oppos|exclud)(?:e|es|ed|ing|s)?\s+|rul(?:e|es|ed|ing)\s+out\s+"
     r"|opposed\s+to\s+|against\s+|avoid\w*\s+|no\s+(?=\w)", "refuse", "thing"),
    (r"(?:is|are|was|were)?\s*(?:ready|willing|prepared|determined)\s+to\s+", "want", "deed"),
    (r"(?:will|shall|would)\s+", "want", "deed"),
    (r"(?:wants?|wanted|intend\w*|plan\w*|promis\w+|pledg\w+|vow\w*|agree\w*|offer\w*|commit\w*|"
     r"seek\w*|hopes?|wish\w*|threaten\w*)\s+to\s+", "want", "deed"),
    (r"(?:call|appeal)\w*\s+(?:on|upon|to|for)\s+(?=[^,]{1,60}?\sto\s\w)"
     r"|(?:urg|ask|press|invit|tell|told|order|want)\w*\s+(?=[^,]{1,60}?\sto\s\w)", "want", None),
    (r"(?:wants?|wanted|demand\w*|seek\w*|insist\w*\s+on|insist\w*\s+that|insist\w*|call\w*\s+for|"
     r"ask\w*\s+for|urg\w+|requir\w+|favou?r\w*|support\w*|back\w*|accept\w*|agree\w*\s+(?:to|on)|"
     r"offer\w*|promis\w+|pledg\w+)\s+", "want", "thing"),
    (r"to\s+", "want", "deed"),
    (r"(?:must|should|has\s+to|have\s+to|needs?\s+to)\s+", "want", "deed"),
)  # fmt: skip
_RULES = tuple((re.compile(lead, re.IGNORECASE), sense, form) for lead, sense, form in _LEADS)

_DETERMINERS = frozenset(
    ["a", "an", "the", "any", "its", "their", "his", "her", "all", "some", "more", "further", "no",
     "such", "both", "every", "each", "this", "that", "these", "those", "immediate", "full", "free",
     "international", "direct", "new", "unconditional"]
)  # fmt: skip
_THING_ENDS = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "awal", "ity", "ism", "ness",
    "ure", "ship", "ees",
)  # fmt: skip
_TO_DO = frozenset(["free", "open", "secure", "direct", "further"])
"""Words that open a thing ("free elections"), and before an article a deed ("free the men")."""

_DEEDS = frozenset(["ensure", "measure", "mention", "position", "condition", "function", "secure"])
_NOTHING = re.compile(r"[\s,;:.\"'“”‘’-]+$")
_MODAL = re.compile(
    r"^(?:must|should|shall|will|would|can|has\s+to|have\s+to|needs?\s+to|is\s+to|are\s+to|to)\s+",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|must|should|will|would|can|do|does|did)\b", re.IGNORECASE
)

_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where)\b", re.IGNORECASE)

_LATER = re.compile(
    r",?\s+(?:unless|until|till|if|as long as|so long as|so that|because|provided that|even if|"
    r"(before|after|when|while|once))\s+",
    re.IGNORECASE,
)
"""How the words of a deed go on with its time or its condition."""

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ASIDE = re.compile(
    r",\s+(?:backed|supported|armed|led|called|known|considered|including|such as|which|who)\b"
    r"[^,]*,\s+"
)
LONGEST = 120
"""The longest text of an option, in letters."""


def read_wish(text: str) -> Wish:
    """Return what `text` asks for.

    >>> read_wish("will not withdraw its troops")
    Wish(sense='refuse', form='deed', rest='withdraw its troops')
    >>> read_wish("demands the release of all prisoners").form
    'thing'
    """
    words = plain(text)
    words = words[match.end() :] if (match := _SUBJECT.match(words)) else words
    for rule, sense, form in _RULES:
        found = rule.match(words)
        if found:
            rest = plain(words[found.end() :])
            return Wish(sense, form or form_of(rest), rest)
    return Wish("none", form_of(words), words)


def plain(text: str) -> str:
    """Return `text` with single spaces and without marks at its ends."""
    return _NOTHING.sub("", " ".join(text.split())).lstrip("\"'“‘ ")


def shorter(text: str) -> str:
    """Return `text` without what stands in brackets and between commas as an aside.

    >>> shorter("the rebels, backed by others (A, B), should leave")
    'the rebels should leave'
    """
    words = _ASIDE.sub(" ", _BRACKETS.sub("", plain(text)))
    words = " ".join(words.split())
    if len(words) > LONGEST:
        words = words[: words.rfind(" ", 0, LONGEST)].rstrip(",;:") + " …"
    return words if words != "" else plain(text)


_OWN_PEOPLE = re.compile(
    r"((?:its|their|his|her)\s+(?:own\s+)?[^,]{1,40}?)(?:\s+(?:on|last|this)\s+\w+day)?\s+to\s+(?=\w)",
    re.IGNORECASE,
)


def as_own(text: str) -> str:
    """Return what somebody orders its own people to do; empty if nothing.

    >>> as_own("its troops on Friday to leave the valley"), as_own("the rebels to leave")
    ('order its troops to leave the valley', '')
    """
    found = _OWN_PEOPLE.match(text)
    return "" if found is None else f"order {found[1]} to {text[found.end() :]}"


def alone(deed: str) -> str:
    """Return a deed without the condition or the clause of time behind it.

    >>> alone("stop the raids before any paper can be signed"), alone("leave before the vote")
    ('stop the raids', 'leave before the vote')
    """
    for found in _LATER.finditer(deed):
        if found[1] is None or is_clause(deed[found.end() :]):
            return deed[: found.start()]
    return deed


def form_of(text: str) -> Form:
    """Tell whether `text` opens as a deed in its plain form or as a thing."""
    first, _, rest = text.partition(" ")
    word = first.casefold()
    second = rest.partition(" ")[0].casefold()
    if word in _TO_DO and second in _DETERMINERS:
        return "deed"
    if word in _DETERMINERS or second == "of" or (not rest and word.endswith("s")):
        return "thing"
    if word not in _DEEDS and word.endswith(_THING_ENDS):
        return "thing"
    plural = word.endswith("s") and not word.endswith("ss")
    return "thing" if plural or word.endswith("ing") or first[:1].isupper() else "deed"


def without_modal(text: str) -> str:
    """Return a predicate as a deed: ``must go`` as ``go``."""
    return _MODAL.sub("", plain(text), count=1)


def has_modal(text: str) -> bool:
    """Tell whether `text` opens with *must*, *should*, *to* or the like."""
    return _MODAL.match(plain(text)) is not None


def is_clause(text: str) -> bool:
    """Tell whether `text` says that something is or does, rather than naming it.

    >>> is_clause("the rebels are parted"), is_clause("a text that is not kept")
    (True, False)
    """
    relative = _RELATIVE.search(text)
    finite = _FINITE.search(text)
    return finite is not None and (relative is None or finite.start() < relative.start())
