"""Which language a text is in, by its commonest words: enough to tell English from the rest."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_COMMON: dict[str, str] = {
    "en": "the of and to in that is was for on with by from at be has have had not an they he it "
    "said will were this which after are who their but we",
    "fr": "le la les des du et en un une dans que qui pour sur au aux par est avec pas",
    "es": "el la los las de del y en que un una por para con se al es su como más",
    "pt": "o os as de da do dos das e em que um uma por para com não ao se na no é",
    "it": "il lo la gli le di del della e in che un una per con non è nel sono dei",
    "de": "der die das und in den von zu mit dem des ein eine nicht ist auf für im",
    "nl": "de het een en van in op te dat die is voor met niet zijn aan er bij om",
    "tr": "ve bir bu da de için ile olarak daha çok gibi olan kadar sonra ancak",
    "id": "yang dan di untuk dengan dari ini itu pada tidak akan dalam oleh kepada",
}
"""Words too common to be missing, by ISO 639-1 code: an own choice."""

_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}

_SCRIPTS = {
    "ARABIC": "ar", "CYRILLIC": "ru", "HEBREW": "he", "GREEK": "el", "CJK": "zh", "HIRAGANA": "ja",
    "KATAKANA": "ja", "HANGUL": "ko", "DEVANAGARI": "hi", "BENGALI": "bn", "THAI": "th",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "ETHIOPIC": "am", "MYANMAR": "my", "TAMIL": "ta",
}  # fmt: skip
"""The language that reports in a script are most often in; the script is what is known."""

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""How many code points from the start are looked at."""

LEAST = 0.08
"""The least share of its commonest words in a text of a language; running text has 0.2 and more."""


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, ``und`` where it cannot be told.

    >>> language_of("The talks in Geneva ended without an agreement.")
    'en'
    >>> language_of("Les pourparlers de Genève ont pris fin sans accord.")
    'fr'
    """
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
    letters = "".join(words)
    if not letters:
        return "und"
    foreign = Counter(_script(letter) for letter in letters[:4000:3])
    script, share = foreign.most_common(1)[0]
    if script != "LATIN" and share * 2 > foreign.total():
        return _SCRIPTS.get(script, "und")
    counts = Counter(words)
    scores = {code: sum(counts[word] for word in known) for code, known in _WORDS.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    if scores[best] >= LEAST * len(words):
        return best
    return "en" if len(words) <= 12 and letters.isascii() and not scores[best] else "und"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0].split("-")[0]
