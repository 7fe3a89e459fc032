"""Where names of people stand, and which of the words beside them are an office of theirs."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from detente.reading.cast import Hit, Person
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import ATTACHED, NOT_ACTORS, ORG_HEADS, TELLING
from detente.reading.mentions.offices import Office, after, before
from detente.reading.mentions.titles import OFFICES, PARTICLES, TITLES_ONLY
from detente.reading.wordlists import words_of

MOST_WORDS = 6
_SYLLABLE = 5
_AFTER_HYPHEN = words_of("era style like born elect made run held in old led based type wide free")


_NEVER = (
    NOT_ACTORS
    | frozenset(ORG_HEADS)
    | words_of("""
        january february march april june july august september october november december monday
        tuesday wednesday thursday friday saturday sunday ramadan eid christmas easter western
        north south east west northern southern eastern central middle islamic muslim christian
        sunni shia shiite kurdish arab african european asian united nations peace security human
        rights general assembly ministry foreign reuters afp ap tass sana anadolu twitter facebook
        parliament congress senate house pentagon the a an no and or but in on at to for with
        """)
)


class Name(NamedTuple):
    """A name of a person as it stands: the words from `start` to `end` of a page."""

    page: Page
    start: int
    end: int
    text: str
    person: Person | None
    office: Office | None
    later: Office | None
    sure: bool


def names_in(board: Board, page: Page) -> list[Name]:
    """Return the names of people on a page, in the order of the text."""
    at = page.hit_at()
    spans = _spans(board, page, at)
    words = {i for start, end, _ in spans for i in range(start, end)}
    found = []
    for start, end, sure in spans:
        text = " ".join(page.block.doc[start:end].text.split())
        office = before(page, at, start, words)
        later = after(page, at, end, words) or _apposed(page, at, start, end, office, words)
        known = _seen(page, start, end) or _owned_name(page, at, start, end)
        if later is None and not sure and office is None and not known:
            continue
        hint = next(
            (one.parties[0] for one in (office, later) if one is not None and one.parties), None
        )
        person = _person(board, text, hint)
        found.append(Name(page, start, end, text, person, office, later, sure))
    return found


def _spans(board: Board, page: Page, at: dict[int, Hit]) -> list[tuple[int, int, bool]]:
    """Return where names of people stand, and whether the parser or the cast says so."""
    person = [False] * len(page.words)
    for entity in page.block.doc.ents:
        if entity.label_ == "PERSON":
            person[entity.start : entity.end] = [True] * (entity.end - entity.start)
    spans = []
    i, size = 0, len(page.words)
    while i < size:
        hit = at.get(i)
        if not _opens(page, at, i) and not (hit is not None and hit.sort in ("person", "surname")):
            i += 1
            continue
        end = _reaches(page, at, i)
        start = i
        inside = [
            at[j]
            for j in range(start, end)
            if j in at and at[j].sort in ("person", "surname") and _trusted(page, at[j])
        ]
        titled = start > 0 and (
            page.lower[start - 1] in TITLES_ONLY
            or (page.lower[start - 1] in OFFICES and (page.capital(start - 1) or end - start > 1))
        )
        seen = any(person[start:end])
        plain = any(page.lower[j] in _NEVER for j in range(start, end))
        told = (
            end - start > 1
            and end < size
            and page.words[end] == ","
            and (_unplaced(page, start, end) or after(page, at, end, set()) is not None)
        )
        told = told or _owned_name(page, at, start, end)
        if page.block.part == "title":
            seen = told = False
        if end > start and (inside or (not plain and (titled or seen or told))):
            spans.append((start, end, bool(inside) or titled))
        i = max(end, i + 1)
    return spans


def _trusted(page: Page, hit: Hit) -> bool:
    """Tell whether a name that is also a common word is a person here: "May", "Young"."""
    if not hit.risky:
        return True
    token = page.tokens[hit.end - 1]
    if token.ent_type_ == "PERSON":
        return True
    if token.ent_type_ == "DATE" or page.tags[hit.end - 1] == "MD":
        return False
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in TELLING


def _owned_name(page: Page, at: dict[int, Hit], start: int, end: int) -> bool:
    """Tell whether two capitalised words after "Norway's" are a person."""
    if end - start < 2 or start < 2 or page.tags[start - 1] != "POS" or start - 2 not in at:
        return False
    return all(page.tokens[i].ent_type_ in ("", "PERSON") for i in range(start, end))


def _seen(page: Page, start: int, end: int) -> bool:
    return any(page.tokens[i].ent_type_ == "PERSON" for i in range(start, end))


def _apposed(
    page: Page, at: dict[int, Hit], start: int, end: int, office: Office | None, people: set[int]
) -> Office | None:
    """Return the office that stands before a comma and the name: "the UN envoy, Jan Egeland,"."""
    first = start if office is None else office.start
    if first < 2 or page.lower[first - 1] != ",":
        return None
    closed = end >= len(page.words) or page.words[end] in (",", ".", ";", ")", "'s")
    token = page.tokens[end - 1]
    if not closed and token.dep_ != "appos" and token.dep_ not in ("nsubj", "conj"):
        return None
    found = before(page, at, first - 1, people)
    if found is None or found.role is None or found.start == first - 1:
        return None
    after_of = found.start and page.tags[found.start - 1] == "IN"
    return None if after_of and token.dep_ != "appos" else found


def _opens(page: Page, at: dict[int, Hit], i: int) -> bool:
    """Tell whether a name of a person can begin with word `i`."""
    word = page.words[i]
    hit = at.get(i)
    if hit is not None and hit.sort not in ("person", "surname") and not _believable(page, i, hit):
        return False
    if page.lower[i] in OFFICES or page.lower[i] in TITLES_ONLY or page.lower[i] in _NEVER:
        return False
    proper = page.tags[i] in ("NNP", "NNPS") or page.tokens[i].ent_type_ == "PERSON"
    if page.lower[i] in PARTICLES and proper and i + 1 < len(page.words):
        return page.capital(i + 1) or page.words[i + 1] == "-"
    return proper and word[:1].isupper() and word[:1].isalpha()


def _believable(page: Page, i: int, hit: Hit) -> bool:
    """Tell whether a risky name of the cast is part of a person's: "Jordan Smith"."""
    return hit.risky and page.tokens[i].ent_type_ == "PERSON"


def _unplaced(page: Page, start: int, end: int) -> bool:
    return not any(
        page.tokens[i].ent_type_ in ("GPE", "LOC", "FAC", "DATE") for i in range(start, end)
    )


def _reaches(page: Page, at: dict[int, Hit], start: int) -> int:
    """Return where the name that begins at `start` ends."""
    hit = at.get(start)
    end = hit.end if hit is not None and hit.sort in ("person", "surname") else start + 1
    size = len(page.words)
    while end < size and end - start < 2 * MOST_WORDS and page.numbers[end] == page.numbers[start]:
        hit = at.get(end)
        if hit is not None and hit.sort == "surname":
            end = hit.end
        elif hit is not None and (hit.sort == "person" or not _believable(page, end, hit)):
            break
        elif _goes_on(page, at, end + (page.words[end] in ("-", "‐", "‑"))):
            end += 1
        else:
            break
    return end


def _goes_on(page: Page, at: dict[int, Hit], i: int) -> bool:
    if i >= len(page.words):
        return False
    word, lower = page.words[i], page.lower[i]
    if page.words[i - 1] in ("-", "‐", "‑") and _second_part(page, i):
        return True
    if lower in PARTICLES and lower not in ("a", "y", "e") and i + 1 < len(page.words):
        return (
            page.capital(i + 1)
            or page.words[i + 1] in "-‐‑"
            or (page.lower[i + 1] in PARTICLES and i + 2 < len(page.words) and page.capital(i + 2))
        )
    if not (word[:1].isupper() and word[:1].isalpha()) or lower in _NEVER or lower in OFFICES:
        return False
    if i in at and at[i].sort not in ("person", "surname"):
        return _believable(page, i, at[i])
    return page.tags[i] in ("NNP", "NNPS") or page.tokens[i].ent_type_ == "PERSON"


def _second_part(page: Page, i: int) -> bool:
    """Tell whether a word after a hyphen belongs to a given name: "Young-chan"."""
    word = page.words[i]
    joined = page.tokens[i - 2].idx + len(page.words[i - 2]) == page.tokens[i - 1].idx
    noun = i + 1 < len(page.words) and page.tags[i + 1] in ("NN", "NNS")
    return (
        joined
        and word.isalpha()
        and word.islower()
        and 1 < len(word) <= _SYLLABLE
        and page.lower[i] not in ATTACHED | _AFTER_HYPHEN
        and not noun
    )


def _person(board: Board, text: str, party: str | None) -> Person | None:
    """Return whom the cast knows by this name, spelt so or nearly so."""
    cast, on = board.cast, board.on
    found = cast.person(text, on, party) if party else None
    found = found or cast.person(text, on)
    if found is not None or " " not in text:
        return found
    surname = text.rpartition(" ")[2]
    near = [one for one in cast.people(surname, on) if _same_given(one.name, text)]
    return near[0] if len({one.name for one in near}) == 1 else None


def _same_given(known: str, text: str) -> bool:
    """Tell whether two full names of one surname are spellings of one: "Sergey", "Sergei"."""
    first, second = (name.partition(" ")[0].lower() for name in (known, text))
    return first[:1] == second[:1] and SequenceMatcher(None, first, second).ratio() >= 0.7
