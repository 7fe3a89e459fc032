"""How far a run of nouns and adjectives reaches, and which of its words is the head."""

from __future__ import annotations

from detente.reading.mentions.board import Page

_WITHIN = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "VBN", "VBG", "AFX", "RB"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
LONGEST = 8


def run(page: Page, start: int, *, names: bool = False) -> int:
    """Return where the run of nouns that goes on at `start` ends: after its last noun.

    It stops before words that a mention has taken already, and before a name of the cast unless
    `names`; `start` if there is no noun.
    """
    end = start
    for i in range(start, min(start + LONGEST, len(page.words))):
        tag = page.tags[i]
        elsewhere = page.numbers[i] != page.numbers[start]
        if elsewhere or tag not in _WITHIN or page.taken[i] is not None:
            break
        if i > start and tag == "POS":
            break
        if tag in ("VBN", "VBG") and page.tokens[i].dep_ != "amod":
            break
        if tag in _NOUNS or page.words[i][-3:] == "ers":
            end = i + 1
    return end


def back(page: Page, start: int, words: frozenset[str], most: int = 4) -> int:
    """Return where a phrase starts whose words before `start` are of `words` or adjectives."""
    first = start
    for i in range(start - 1, max(-1, start - 1 - most), -1):
        if page.taken[i] is not None or page.numbers[i] != page.numbers[start]:
            break
        if page.lower[i] in words or page.tags[i] in ("JJ", "JJS", "JJR"):
            first = i
        elif page.tags[i] == "HYPH" and page.lower[i] == "-":
            continue
        else:
            break
    while first < start and page.tags[first] == "HYPH":
        first += 1
    return first
