"""The words of an office, without whose it is and without mere titles."""

from __future__ import annotations

from detente.reading.cast import Hit
from detente.reading.mentions.board import Page
from detente.reading.mentions.titles import BESIDE, NOT_ROLE, TITLES_ONLY

_OF = frozenset({"of", "for", "to", "on", "at", "in"})
COUNTRIES = frozenset({"name", "adjective", "capital", "people"})


def role_of(page: Page, at: dict[int, Hit], start: int, end: int, noun: int) -> str | None:
    """Return the words of the office without whose it is and without mere titles."""
    first = start
    while first < noun:
        hit = at.get(first)
        body = hit is not None and hit.start == first < hit.end - 1
        if hit is not None and hit.sort in COUNTRIES:
            first = hit.end
        elif (
            (body and page.words[first + 1].islower())
            or page.tags[first] in ("POS", "HYPH", "DT", "PRP$")
            or page.lower[first] in (NOT_ROLE | TITLES_ONLY)
            or (page.tags[first] in ("JJ", "JJS", "VBN", "VBG") and page.lower[first] not in BESIDE)
        ):
            first += 1
        else:
            break
    owner = next((i for i in range(noun - 1, first, -1) if page.tags[i] == "POS"), None)
    if owner is not None:
        first = owner + 1
    last = end
    while last > noun + 1 and page.lower[last - 1] in TITLES_ONLY:
        last -= 1
    tail = next((i for i in range(noun + 1, last) if page.lower[i] in ("of", "in", "to")), None)
    if tail is not None:
        rest = tail + 1
        if rest < last and page.tags[rest] == "DT":
            rest += 1
        hit = at.get(rest)
        if hit is not None and hit.sort in ("name", "capital") and hit.end == last:
            last = tail
    elif last > noun + 1 and page.lower[noun + 1] not in _OF:
        last = noun + 3 if page.tags[noun + 1] == "HYPH" and noun + 3 <= last else noun + 1
    if first >= last:
        return None
    doc = page.block.doc
    inner = next((i for i in range(first, noun) if i in at and at[i].sort in COUNTRIES), None)
    if inner is None:
        return " ".join(doc[first:last].text.split())
    rest = at[inner].end + (page.tags[at[inner].end] == "POS")
    return " ".join(f"{doc[first:inner].text} {doc[rest:last].text}".split())
