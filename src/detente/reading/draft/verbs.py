"""Verbs of the reports as they stand in an option: told now, or as a deed.

Endings are cut and added by short rules, with the irregular verbs that reports on talks use.
"""

from __future__ import annotations

import re

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
