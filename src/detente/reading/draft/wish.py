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


_NOW = re.compile(r"\b(?:must|should|shall|will|would)(?P<no>\s+not|n['’]t)?\s+", re.IGNORECASE)


def as_today(clause: str) -> str:
    """Return a clause that says what must or will be, told as what is.

    >>> as_today("oil will not flow"), as_today("the roads will stay shut")
    ('oil does not flow', 'the roads stay shut')
    >>> as_today("the front should not be called a party"), as_today("Bel must carry on")
    ('the front is not called a party', 'Bel carries on')
    """
    found = _NOW.search(clause)
    if found is None or not found.start():
        return clause
    head = clause[: found.start()].split()
    last = re.split(r"\s(?:of|in|on|from|to|with|for|at|by)\s", " ".join(head))[0].split()[-1]
    many = (
        (last.casefold().endswith("s") and not last.casefold().endswith(("ss", "us", "is")))
        or last.casefold() in ("people", "they", "we", "men", "women", "police", "children", "both")
        or " and " in " ".join(head)
    )
    rest = clause[found.end() :]
    word, space, behind = rest.partition(" ")
    lower = word.casefold()
    if lower == "be":
        verb = "are" if many else "is"
        told = f"{verb} not" if found["no"] else verb
    elif found["no"]:
        told = f"{'do' if many else 'does'} not {word}"
    else:
        told = word if many else third(word)
    return f"{clause[: found.start()]}{told}{space}{behind}"


_PAST = {
    "withdrew": "withdraw", "left": "leave", "gave": "give", "held": "hold", "met": "meet",
    "took": "take", "freed": "free", "sent": "send", "made": "make", "kept": "keep",
    "began": "begin", "came": "come", "went": "go", "stood": "stand", "paid": "pay",
    "laid": "lay", "fled": "flee", "agreed": "agree", "ceded": "cede", "used": "use",
    "created": "create", "invited": "invite", "declared": "declare", "resumed": "resume",
    "completed": "complete", "provided": "provide", "promised": "promise", "excluded": "exclude",
}  # fmt: skip
_NO_VERB = frozenset(
    ["in", "on", "at", "by", "for", "from", "with", "and", "or", "of", "to", "into", "near", "who",
     "under", "over", "as", "than", "between", "among", "against", "across", "inside", "outside"]
)  # fmt: skip


def base_form(predicate: str) -> str | None:
    """Return a predicate as a deed; `None` for what is no plain predicate.

    >>> base_form("withdraws its troops"), base_form("lowered its fees"), base_form("in the north")
    ('withdraw its troops', 'lower its fees', None)
    """
    first, space, rest = predicate.partition(" ")
    word = first.casefold()
    if word.endswith("ing") or not word.isalpha() or word in _NO_VERB:
        return None
    if word in _PAST:
        word = _PAST[word]
    elif word.endswith("ed") and len(word) > 4:
        word = _from_past(word)
    elif word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes", "oes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return f"{word}{space}{rest}"


_GERUNDS = {"coming": "come", "using": "use", "having": "have", "being": "be", "giving": "give"}


def from_gerund(predicate: str) -> str:
    """Return ``signing a truce`` as ``sign a truce``."""
    first, space, rest = predicate.partition(" ")
    word = first.casefold()
    return f"{_GERUNDS.get(word) or _from_past(f'{word[:-3]}ed')}{space}{rest}"


def opens_aside(text: str) -> bool:
    """Tell whether `text` goes on with where or with whom: a name before it does nothing."""
    return text.partition(" ")[0].casefold() in _NO_VERB - {"to"}


def _from_past(word: str) -> str:
    """Return ``lowered`` as ``lower``, ``stopped`` as ``stop``, ``released`` as ``release``."""
    stem = word[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    silent = stem.endswith(("v", "c", "z", "u", "dg", "rg", "ang", "eas", "ous", "is", "ir", "ur"))
    long = re.search(r"[^aeiou](?:at|ut|it|id|ib|in|ak|ar|or|ot|os|op)$", stem)
    return f"{stem}e" if silent or (long and len(stem) < 5) or stem.endswith("uat") else stem


def third(deed: str) -> str:
    """Return ``step down`` as ``steps down``, said of one person or thing."""
    first, space, rest = deed.partition(" ")
    if first.casefold() in ("be", "have"):
        return f"{'is' if first.casefold() == 'be' else 'has'}{space}{rest}"
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        return f"{first[:-1]}ies{space}{rest}"
    ending = "es" if first.endswith(("o", "s", "x", "ch", "sh")) else "s"
    return f"{first}{ending}{space}{rest}"


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
