"""Actors whom the cast does not know: told by their names, or by an acronym that the text explains.

"The Free Papua Front (FPF)" is a new armed group called FPF from here on; of an actor that is
known the acronym becomes one more name within the report.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from detente.reading.cast import Hit
from detente.reading.mentions.board import Board, Newcomer, Page
from detente.reading.mentions.lexicon import (
    ARMED_WORDS,
    LOCAL_GROUPS,
    NOT_ACTORS,
    ORG_HEADS,
    SPEECH,
)
from detente.reading.mentions.titles import OFFICES, TITLES_ONLY
from detente.reading.wordlists import words_of

_WITHIN = frozenset({"of", "for", "the", "and", "-", "to", "in", "'s", "’s", "'", "’"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z][A-Za-z/-]{0,8}")
_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 9
_COLLECTIVE = frozenset({"people", "women", "men", "children", "nation", "peoples"})
_GENERIC = words_of("""
    national security political military armed supreme central high joint ruling opposition
    general special presidential international the local foreign federal
    """)


class _Phrase(NamedTuple):
    page: Page
    start: int
    end: int
    head: str
    acronym: str | None


def mark_newcomers(board: Board) -> None:
    """Find new actors and put their names among those that the cast found."""
    for page in board.pages:
        if page.block.part == "title":
            continue
        at = page.hit_at()
        for hit in page.hits:
            short = _acronym(page, hit.start, hit.end) if len(hit.ids) == 1 else None
            if short is not None and hit.sort == "name" and not board.cast.find(short):
                name = page.block.doc[hit.start : hit.end].text
                if _spells(short, name):
                    board.aliases.setdefault((short,), hit.ids[0])
        for phrase in _phrases(page, at):
            _enter(board, phrase, at)
    if board.aliases:
        for page in board.pages:
            _link(board, page)


def slug(name: str) -> str:
    """Return an id made from a name.

    >>> slug("Frente Élan-Vert")
    'frente_elan_vert'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = _SLUG.sub("_", plain.replace("'s", "s")).strip("_")
    return text if text[:1].isalpha() else f"group_{text}".rstrip("_")


def _phrases(page: Page, at: dict[int, Hit]) -> list[_Phrase]:
    """Return the capitalised phrases that could be actors."""
    found = []
    i, size = 0, len(page.words)
    while i < size:
        if not _capital(page, i) or page.lower[i] in OFFICES | TITLES_ONLY:
            i += 1
            continue
        end = _end(page, i)
        start = i
        acronym = _acronym(page, start, end)
        i = end
        for first, last in _parts(page, at, start, end):
            if last - first < 2:
                continue
            first, head = _headed(page, at, first, last)
            short = acronym if last == end else None
            if (head is None and short is None) or last - first < 2:
                continue
            found.append(_Phrase(page, first, last, head or "", short))
    return found


def _parts(page: Page, at: dict[int, Hit], start: int, end: int) -> list[tuple[int, int]]:
    """Return the names of which a phrase consists: "Indonesia and the Free Aceh Movement"."""
    parts, first, i = [], start, start
    while i < end:
        hit = at.get(i)
        if hit is not None and hit.sort in ("person", "surname") and hit.start == i:
            parts.append((first, i))
            i = hit.end
            while i < end and page.lower[i] in _WITHIN:
                i += 1
            first = i
            continue
        if page.lower[i] == "and" and i + 1 < end:
            whole = at.get(i - 1)
            if page.lower[i + 1] == "the" or (
                whole is not None and whole.start == first and whole.end == i
            ):
                parts.append((first, i))
                first = i + 1
        if page.lower[i : i + 2] == ["of", "the"] and page.tokens[i - 1].ent_type_ == "PERSON":
            parts.append((first, i))
            first = i + 1
        if i == first and page.lower[i] == "the":
            first = i + 1
        i += 1
    return [*parts, (first, end)]


def _capital(page: Page, i: int) -> bool:
    return page.words[i][:1].isupper() and page.tags[i] not in (
        "PRP",
        "PRP$",
        "IN",
        "WRB",
        "CC",
        "RB",
    )


def _end(page: Page, start: int) -> int:
    """Return where a capitalised phrase ends, small words within it included."""
    end, i = start + 1, start + 1
    size = min(len(page.words), start + _LONGEST)
    while i < size and page.numbers[i] == page.numbers[start]:
        if _capital(page, i):
            end = i + 1
        elif page.lower[i] not in _WITHIN or (page.lower[i] == "in" and page.tags[i] != "IN"):
            break
        i += 1
    return end


def _acronym(page: Page, start: int, end: int) -> str | None:
    """Return the acronym in brackets after a phrase if its letters are those of the phrase."""
    if end + 2 >= len(page.words) or page.words[end] != "(":
        return None
    text = page.words[end + 1]
    if page.words[end + 2] == "-" and end + 4 < len(page.words) and page.words[end + 4] == ")":
        text = "".join(page.words[end + 1 : end + 4])
    elif page.words[end + 2] not in (")", ",", ";"):
        return None
    return text if _ACRONYM.fullmatch(text) else None


def _headed(page: Page, at: dict[int, Hit], start: int, end: int) -> tuple[int, str | None]:
    """Return where the name of a body begins in a phrase, and its head; `None` if it has none."""
    words = page.lower[start:end]
    stop = next((i for i, word in enumerate(words) if word in ("of", "for", "to")), len(words))
    head = None
    if stop and words[stop - 1] in ORG_HEADS:
        head = words[stop - 1]
    elif words[-1] in ORG_HEADS:
        head = words[-1]
    if head is None or any(word in NOT_ACTORS for word in words):
        return start, None
    split = next((i for i in range(end - 1, start, -1) if page.tags[i] == "POS"), None)
    if split is not None and split + 1 < end and _owner(page, at, split):
        start = split + 1
    return start, head


def _owner(page: Page, at: dict[int, Hit], split: int) -> bool:
    """Tell whether the word before an apostrophe owns the body, or belongs to its name."""
    if split - 1 in at:
        return True
    return page.words[split] in ("'s", "’s") and page.lower[split - 1] not in _COLLECTIVE


def _enter(board: Board, phrase: _Phrase, at: dict[int, Hit]) -> None:
    page, start, end = phrase.page, phrase.start, phrase.end
    words = " ".join(page.block.doc[start:end].text.split())
    whole = [hit for hit in page.hits if hit.start <= start and hit.end >= end]
    if whole:
        known = whole[0].ids
        name = page.block.doc[whole[0].start : whole[0].end].text
        fits = phrase.acronym is not None and (
            _spells(phrase.acronym, name)
            or not {"in", "of", "for"} & set(page.lower[max(0, start - 2) : start])
        )
        if phrase.acronym and fits and len(known) == 1 and not board.cast.find(phrase.acronym):
            board.aliases.setdefault((phrase.acronym,), known[0])
        return
    if phrase.acronym:
        meant = board.cast.find(phrase.acronym, board.on)
        if len(meant) == 1 and (_spells(phrase.acronym, words) or _turned(phrase.acronym, words)):
            board.aliases.setdefault(tuple(page.words[start:end]), meant[0])
            return
    if not phrase.head or not _is_actor(page, at, phrase):
        return
    name = slug(words)
    if board.cast.member(name) is not None:
        return
    kind = ORG_HEADS[phrase.head]
    lower = set(page.lower[start:end])
    if kind == "opposition" and lower & ARMED_WORDS:
        kind = "armed group"
    new = board.newcomers.get(name)
    if new is None:
        also = (phrase.acronym,) if phrase.acronym else ()
        board.newcomers[name] = Newcomer(name, words, kind, also, page.numbers[start])
    elif phrase.acronym and phrase.acronym not in new.also:
        board.newcomers[name] = Newcomer(
            name, new.name, kind, (*new.also, phrase.acronym), new.sentence
        )
    board.aliases.setdefault(tuple(page.words[start:end]), name)
    initials = "".join(word[0] for word in page.words[start:end] if word[0].isupper())
    if len(initials) >= 3 and not board.cast.find(initials, board.on):
        board.aliases.setdefault((initials,), name)
    if phrase.acronym:
        board.aliases.setdefault((phrase.acronym,), name)


def _turned(acronym: str, words: str) -> bool:
    """Tell whether an acronym of another language has the first letters: FNL, "National Forces"."""
    return sorted(acronym) == sorted(word[0] for word in words.split() if word[0].isupper())


def _spells(acronym: str, words: str) -> bool:
    """Tell whether the letters of an acronym stand in a name in this order."""
    if words[:1].lower() != acronym[:1].lower():
        return False
    letters = iter(words.lower())
    return all(letter in letters for letter in acronym.lower() if letter.isalpha())


def _is_actor(page: Page, at: dict[int, Hit], phrase: _Phrase) -> bool:
    """Tell whether a capitalised phrase with the head of a body is an actor of its own."""
    start, end = phrase.start, phrase.end
    lower = page.lower[start:end]
    own = [
        word
        for i, word in enumerate(lower, start)
        if word not in _WITHIN and word not in ORG_HEADS and word not in _GENERIC and i not in at
    ]
    if phrase.acronym and _spells(phrase.acronym, " ".join(lower)):
        return True
    if phrase.head in ("army", "forces", "force", "government", "guard", "guards", "authority"):
        adjective = at.get(start)
        if adjective is not None and len(own) == 0:
            return False
    if phrase.head in LOCAL_GROUPS:
        return bool(own) or len(lower) > 2
    return bool(own) and _acts(page, start, end)


def _acts(page: Page, start: int, end: int) -> bool:
    """Tell whether the phrase is subject or agent of what bodies do."""
    for i in range(end - 1, start - 1, -1):
        token = page.tokens[i]
        if start <= token.head.i < end and token.head.i != i:
            continue
        if token.dep_ == "nsubj":
            return token.head.lemma_.lower() in SPEECH
        return token.dep_ == "pobj" and token.head.dep_ == "agent"
    return False


def _link(board: Board, page: Page) -> None:
    """Put the names that the report itself explains among the hits of a page."""
    longest = max(len(words) for words in board.aliases)
    opens = {words[0] for words in board.aliases}
    new: list[Hit] = []
    i = 0
    while i < len(page.words):
        if page.words[i] not in opens:
            i += 1
            continue
        for length in range(min(longest, len(page.words) - i), 0, -1):
            party = board.aliases.get(tuple(page.words[i : i + length]))
            if party is not None:
                new.append(
                    Hit(start=i, end=i + length, sort="name", ids=(party,), people=(), risky=False)
                )
                i += length
                break
        else:
            i += 1
    if not new:
        return
    covered = {i for hit in new for i in range(hit.start, hit.end)}
    kept = [hit for hit in page.hits if not any(i in covered for i in range(hit.start, hit.end))]
    page.hits = sorted([*kept, *new], key=lambda hit: hit.start)
