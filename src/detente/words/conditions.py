"""How a condition stands behind a stance: *unless* or *if*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

_DENIES = re.compile(
    r"\b(?:not|never|no|nobody|nothing|cannot|without|impossible|unwilling|against)\b|n['’]t\b"
    r"|\b(?:refus|reject|declin|oppos|exclud|rul\w+ out|halt|suspend|stop|block)",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|once|provided|providing|on condition|as long as|so long as|when)\b", re.IGNORECASE
)
_UNLESS = re.compile(r"\b(?:unless|until|without|except)\b", re.IGNORECASE)
_THREAT = re.compile(r"^\W*(?:has |have |is |are )?(?:warn|threaten)", re.IGNORECASE)


def limit_word(stance: str | None, quotes: Iterable[str] = ()) -> Literal["unless", "if"]:
    """Return the word for the condition of a stance, which a record keeps under ``unless``.

    There the condition is what the stance waits for. Where the sentence says *if* and the stance
    denies nothing, *unless* would turn its meaning round.

    Parameters
    ----------
    stance : str or None
        What is held.
    quotes : iterable of str
        The sentences that it rests on; without any, the word is ``unless``, as written.

    >>> limit_word("will not talk", ["They will not talk unless the road is open."])
    'unless'
    >>> limit_word("is ready to talk", ["They are ready to talk if the road is open."])
    'if'
    """
    if stance and _DENIES.search(stance):
        return "unless"
    said = list(quotes)
    if any(_UNLESS.search(one) for one in said) or not any(_IF.search(one) for one in said):
        return "unless"
    return "if"


def is_warning(stance: str | None) -> bool:
    """Tell whether a stance warns or threatens: its condition is not what the party waits for.

    >>> is_warning("warned that it would cut aid")
    True
    """
    return _THREAT.match(stance or "") is not None
