"""Sentences by code and language.

Reasons travel through the house as data; a sentence is made last, here, from a code and
its fields. Each language is a package of small catalogues, one a room.

>>> say("words.and", items=["Moscow", "Washington", "Damascus"])
'Moscow, Washington and Damascus'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

LANGUAGES = {"en": "detente.words.english"}


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    package = import_module(LANGUAGES[language])
    return package.sentences()  # type: ignore[no-any-return]


def say(code: str, language: str = "en", **fields: object) -> str:
    """Return the sentence for `code` in `language`, its fields filled in.

    Parameters
    ----------
    code : str
        The code of a sentence, prefixed by its room: ``brief.finding.holds``.
    language : str
        One of `LANGUAGES`.
    **fields : object
        The values of the sentence's fields; a list or tuple is joined in words.

    Raises
    ------
    KeyError
        If no catalogue of the language has the code, or a field is missing.
    """
    values = {
        name: join(value, language) if isinstance(value, list | tuple) else value
        for name, value in fields.items()
    }
    if code == "words.and":
        return str(values["items"])
    return _catalogue(language)[code].format(**values)


def join(items: Iterable[object], language: str = "en") -> str:
    """Return `items` as a list in words: ``a``, ``a and b``, ``a, b and c``.

    >>> join(["a", "b"])
    'a and b'
    """
    parts = [str(item) for item in items]
    if len(parts) < 2:
        return "".join(parts)
    word = _catalogue(language)["words.last"]
    return ", ".join(parts[:-1]) + word + parts[-1]
