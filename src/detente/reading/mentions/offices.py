"""The office that stands beside a name: before it, or after it between commas."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading.cast import Hit
from detente.reading.mentions.board import Page
from detente.reading.mentions.lexicon import FORCES, RULERS
from detente.reading.mentions.rolewords import role_of
from detente.reading.mentions.titles import (
    BESIDE,
    FEMALE_OFFICES,
    FEMALE_TITLES,
    MALE_OFFICES,
    MALE_TITLES,
    OFFICES,
    TITLES_ONLY,
)
from detente.reading.wordlists import words_of

_LONGEST = 14
_AGE = 6
"""Within how many words "29-year-old" has to be over."""

_LINKS = frozenset({"of", "for", "to", "on", "in", "and", "the", "'s", "’s", "-", "&", "at"})
RANKS = words_of(
    "general colonel official major captain lieutenant brigadier marshal admiral sergeant"
)
"""Offices that say less than another one beside the same name."""

_SEVERAL = frozenset({"presidents", "ministers", "generals", "leaders", "senators"})
_HEADING = frozenset({"head", "chief", "director", "commander", "chairman", "leader"})
"""Those who are of what stands after "of": "the American head of the OSCE"."""

_FALLEN = frozenset({"ousted", "deposed", "toppled", "overthrown"})
_ONCE = frozenset({"former", "ex", "ex-president", "onetime", "late"})
_OF = frozenset({"of", "for", "to", "on", "at", "in"})
_BESIDE = frozenset({"HYPH", "POS", "JJ", "JJS", "VBN"})
_STATES = frozenset({"name", "adjective", "capital", "seat", "body", "people"})


@dataclass(frozen=True, slots=True)
class Office:
    """What stands beside a name.

    Parameters
    ----------
    start, end : int
        Its words in the page.
    role : str or None
        The office as written, without the state: "Foreign Minister"; `None` of a mere title.
    noun : str or None
        The noun of it in small letters.
    parties : tuple of str
        Whose office it is, where that is said.
    gender : str or None
        ``"m"`` or ``"f"`` where the words tell.
    side : str or None
        ``"rebels"`` or ``"government"`` where it is the office of a side that has no name here:
        "opposition leader", "army chief".
    """

    start: int
    end: int
    role: str | None
    noun: str | None
    parties: tuple[str, ...]
    gender: str | None
    side: str | None = None


def gender_of(words: list[str]) -> str | None:
    """Return the gender that titles and offices tell."""
    for word in words:
        if word in FEMALE_TITLES or word in FEMALE_OFFICES:
            return "f"
        if word in MALE_TITLES or word in MALE_OFFICES:
            return "m"
    return None


def before(page: Page, at: dict[int, Hit], name: int, people: set[int]) -> Office | None:
    """Return the office that stands directly before the name that starts at `name`.

    Parameters
    ----------
    people : set of int
        The words that are names of people, which no office reaches across.
    """
    start, i = name, name - 1
    if i >= 0 and page.lower[i] in _OF:
        return None
    nouns: list[int] = []
    titled = False
    while i >= 0 and name - i <= _LONGEST and page.numbers[i] == page.numbers[name]:
        if i in people:
            break
        word = page.lower[i]
        hit = at.get(i)
        if word in OFFICES:
            nouns.append(i)
            start, i = i, i - 1
        elif hit is not None and hit.sort in _STATES:
            start, i = hit.start, hit.start - 1
        elif word in TITLES_ONLY:
            titled = True
            start, i = i, i - 1
        elif (word in BESIDE and (word != "under" or page.lower[i + 1] in ("-", "secretary"))) or (
            nouns and (page.tags[i] in _BESIDE or _joins(page, i))
        ):
            start, i = i, i - 1
        else:
            far = None if nouns else _reach(page, at, i, name, people)
            if far is None:
                break
            nouns.append(far)
            start, i = far, far - 1
    if not nouns and not titled:
        return None
    while start < name and page.tags[start] in ("HYPH", "POS"):
        start += 1
    return _office(page, at, start, name, bool(nouns))


def _joins(page: Page, i: int) -> bool:
    """Tell whether a noun belongs to an office: "foreign ministry spokesman"."""
    noun = page.tags[i] in ("NN", "NNP") and page.tokens[i].dep_ in ("compound", "nmod")
    return noun or page.lower[i] in FORCES


def _reach(page: Page, at: dict[int, Hit], i: int, name: int, people: set[int]) -> int | None:
    """Return the noun of office to which the words up to `i` belong: "Secretary of State"."""
    for j in range(i, max(-1, i - 8), -1):
        word = page.lower[j]
        if word in OFFICES and j + 1 < name and page.lower[j + 1] in _OF:
            return j
        capital = page.words[j][:1].isupper() and page.tags[j] != ","
        if j in people or not (
            capital
            or j in at
            or word in _LINKS
            or word in BESIDE | FORCES | RULERS
            or page.words[j - 1] == "-"
        ):
            return None
    return None


def after(page: Page, at: dict[int, Hit], last: int, people: set[int]) -> Office | None:
    """Return the office between commas after a name that ends before `last`.

    Parameters
    ----------
    people : set of int
        The words that are names of people; an office that runs into one is somebody else's.
    """
    size = len(page.words)
    if last + 1 >= size or page.lower[last] not in (",", "–", "—", "-"):
        return None
    start = last + 1
    if page.lower[start] in ("the", "a", "an", "its", "their", "his", "her"):
        start += 1
    if page.tags[start : start + 1] == ["CD"] and "old" in page.lower[start : start + _AGE]:
        start = page.lower.index("old", start) + 1
    noun = None
    i = start
    while i < size and i - start < _LONGEST and page.numbers[i] == page.numbers[last]:
        word = page.lower[i]
        if i in people:
            if noun is None:
                while i < size and i in people:
                    i += 1
                if i >= size or page.tags[i] != "POS":
                    return None
                start = i = i + 1
                continue
            boss = next((j for j in range(noun, i) if page.lower[j] in _OF), None)
            owner = next((j for j in range(i, size) if j not in people), size)
            if boss is None and owner < size and page.tags[owner] == "POS":
                start = i = owner + 1
                noun = None
                continue
            if boss is None:
                return None
            i = boss
            break
        if word in OFFICES:
            noun = i if noun is None else noun
        elif word in (",", ".", ";", "–", "—", ")") or page.tags[i].startswith(("VB", "W", "MD")):
            if page.tags[i].startswith("VB") and (word in BESIDE or i in at):
                i += 1
                continue
            break
        elif word == "and" and noun is not None:
            ends = i + 2 < size and page.lower[i + 2] in (",", ".")
            field = ends and any(page.lower[j] in ("of", "for") for j in range(noun, i))
            if not field and not (i + 1 < size and page.lower[i + 1] in OFFICES):
                break
        elif noun is None and not (
            i in at
            or word in BESIDE
            or page.tags[i] in ("JJ", "POS", "HYPH", "NNP", "NN", "NNS", "NNPS", "RB")
        ):
            return None
        elif noun is not None and not (
            i in at
            or word in BESIDE
            or word in _LINKS
            or page.tags[i] in ("JJ", "POS", "HYPH", "NNP", "NNPS", "NN", "NNS", "DT")
        ):
            break
        i += 1
    if noun is None:
        return None
    end = i
    while end > noun + 1 and page.lower[end - 1] in _LINKS:
        end -= 1
    return _office(page, at, start, end, True)


def _office(page: Page, at: dict[int, Hit], start: int, end: int, held: bool) -> Office:
    lower = page.lower
    nouns = [i for i in range(start, end) if lower[i] in OFFICES]
    noun = next((i for i in nouns if i + 1 < end and lower[i + 1] in _OF), None)
    if noun is None:
        noun = nouns[-1] if nouns else None
        if noun is not None and lower[noun] in RANKS and len(nouns) > 1:
            noun = nouns[-2]
    parties = _holders(lower, at, start, end, noun)
    side = _side(lower, start, end if noun is None else noun)
    if any(word in _ONCE for word in lower[start:end]):
        parties, side = (), None
    role = None
    if held and noun is not None:
        role = role_of(page, at, start, end, noun)
        if role is not None and lower[noun] in _SEVERAL:
            role = role.removesuffix("s")
        if role is not None and _FALLEN & set(lower[start:noun]):
            role = f"former {role}"
    return Office(
        start, end, role, None if noun is None else lower[noun], parties,
        gender_of(lower[start:end]), side,
    )  # fmt: skip


def _side(lower: list[str], start: int, end: int) -> str | None:
    for i in range(start, end):
        if lower[i] in FORCES:
            return "rebels"
        if lower[i] in RULERS:
            return "government"
    return None


def _holders(
    lower: list[str], at: dict[int, Hit], start: int, end: int, noun: int | None
) -> tuple[str, ...]:
    """Return whose the office is: who stands before the noun, or else after it."""
    split = end if noun is None else noun
    first: list[Hit] = []
    second: list[Hit] = []
    for i in range(start, end):
        hit = at.get(i)
        if hit is None or hit.start != i or lower[hit.end : hit.end + 1] == ["-"]:
            continue
        if hit.ids and hit.sort in _STATES:
            (first if i < split else second).append(hit)
    national = first and all(hit.sort == "adjective" for hit in first)
    if national and second and second[0].sort == "name" and lower[split] in _HEADING:
        return second[0].ids
    for hits in (first, second):
        if hits:
            named = [hit for hit in hits if hit.sort == "name"]
            if hits is first and len(hits) > 1 and len(named) == 1:
                return named[0].ids
            return hits[0].ids
    return ()
