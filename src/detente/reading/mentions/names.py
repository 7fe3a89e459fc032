"""Parties by name: states, organisations and groups, with the bodies of theirs."""

from __future__ import annotations

from collections import Counter

from detente.reading.analysis import Sort
from detente.reading.cast import Hit
from detente.reading.mentions.board import Board, Page, head_of
from detente.reading.mentions.lexicon import (
    AMBIGUOUS_BODIES,
    ARMS,
    AT_SOMEBODY,
    BODIES,
    FORCES,
    PLACED_NOUNS,
    SOURCES_ALWAYS,
    SOURCES_SPEAKING,
    SPEECH,
    THE_GROUP,
    TOPICS,
)
from detente.reading.mentions.lines import back, run
from detente.reading.mentions.roles import CHIEFS, mark_role
from detente.reading.mentions.scene import named_groups, rebels_of
from detente.reading.mentions.sense import is_place
from detente.reading.mentions.titles import OFFICES
from detente.reading.wordlists import words_of

_HALVES = {"North": "north_korea", "South": "south_korea"}
_PEOPLE = frozenset({"person", "surname"})
_METONYMS = frozenset({"capital", "seat"})
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_LOOSE_FORCES = words_of(
    "militia militias fighters gunmen paramilitary paramilitaries jihadists extremists islamists "
    "mujahideen resistance factions faction"
)
_BEFORE_BODY = frozenset({"armed", "foreign", "defence", "defense", "interior", "security", "air"})


def mark_names(board: Board) -> None:
    """Mark all names of parties that the cast and the report itself explain."""
    board.sure = {
        hit.ids[0]
        for page in board.pages
        for hit in page.hits
        if len(hit.ids) == 1 and not hit.risky
    }
    chosen = _favourites(board)
    for page in board.pages:
        for hit in page.hits:
            if hit.sort in _PEOPLE or not hit.ids or not page.free(hit.start, hit.end):
                continue
            party = hit.ids[0] if len(hit.ids) == 1 else chosen.get(hit.ids)
            if party is None or (hit.risky and not _believed(board, page, hit, party)):
                continue
            if hit.sort == "body":
                party = _owner(board, page, hit) or party
            _name(board, page, hit, party)
    _mark_halves(board)


def _owner(board: Board, page: Page, body: Hit) -> str | None:
    """Return the state that stands before a body: "Thailand's National Security Council"."""
    end = body.start - (page.tags[body.start - 1] == "POS") if body.start else 0
    for hit in page.hits:
        state = len(hit.ids) == 1 and board.kind(hit.ids[0]) in ("state", "government")
        if hit.end == end and state and hit.sort in ("name", "adjective", "capital"):
            return hit.ids[0]
    return None


def _mark_halves(board: Board) -> None:
    """Mark "the North" and "the South" where a report names both states of a divided country."""
    if not set(_HALVES.values()) <= board.sure:
        return
    for page in board.pages:
        for i, word in enumerate(page.words):
            if word not in _HALVES or page.taken[i] is not None:
                continue
            coupled = page.lower[i + 1 : i + 2] == ["and"] and page.taken[i + 2 : i + 3] != [None]
            if coupled or (i and page.lower[i - 1] == "the" and page.tags[i + 1 : i + 2] != ["IN"]):
                board.add(
                    page, i, i + 1, sort="name", rule="half", parties=(_HALVES[word],),
                    confidence="medium",
                )  # fmt: skip


def _favourites(board: Board) -> dict[tuple[str, ...], str | None]:
    """Return, of each name that several share, whom the report names by another name as well."""
    sure = Counter(hit.ids[0] for page in board.pages for hit in page.hits if len(hit.ids) == 1)
    shared = {hit.ids for page in board.pages for hit in page.hits if len(hit.ids) > 1}
    found: dict[tuple[str, ...], str | None] = {}
    for ids in shared:
        named = sorted((one for one in ids if sure[one]), key=lambda one: -sure[one])
        found[ids] = named[0] if named else None
    return found


def _believed(board: Board, page: Page, hit: Hit, party: str) -> bool:
    """Tell whether a word that is often something else is a party here.

    Common words that are the name of a party of the dossier mean it after an article.
    """
    token = page.tokens[hit.start]
    if token.text.isupper() and len(token) > 2 and party in board.sure:
        return True
    member = board.cast.member(party)
    if member is not None and member.known and page.words[hit.start].islower():
        return hit.start > 0 and page.lower[hit.start - 1] == "the"
    if hit.sort == "adjective":
        return token.ent_type_ in ("NORP", "GPE") or page.tags[hit.start] == "JJ"
    return token.ent_type_ in ("GPE", "ORG", "NORP", "LOC") and page.tags[hit.start] != "MD"


def _place(board: Board, page: Page, hit: Hit) -> None:
    sort: Sort = "metonym" if hit.sort in _METONYMS else "name"
    board.add(page, hit.start, hit.end, sort=sort, rule="place")


def _name(board: Board, page: Page, hit: Hit, party: str) -> None:
    """Mark one name together with the noun that it belongs to."""
    kind = board.kind(party)
    member = board.cast.member(party)
    state = kind in ("state", "government", None) or bool(member is not None and member.capitals)
    size = len(page.words)
    after = hit.end
    glued = after < size and page.words[after] in _HYPHENS
    attached = hit.start > 1 and page.words[hit.start - 1] in _HYPHENS and (
        page.lower[hit.start - 2] in ("pro", "anti", "ex", "non")
    )  # fmt: skip
    if after < size and page.tags[after] == "POS":
        after += 1
    end = after if glued or attached else run(page, after)
    if end > after and _with_noun(board, page, hit, party, after, end, state):
        return
    if _of(board, page, hit, party):
        return
    _alone(board, page, hit, party, state, attached)


def _with_noun(
    board: Board, page: Page, hit: Hit, party: str, after: int, end: int, state: bool
) -> bool:
    """Mark a name and the body, source or office after it; tell whether there is one."""
    noun = page.lower[end - 1]
    own = BODIES if state else BODIES | ARMS | FORCES
    if hit.sort == "body" or noun in TOPICS:
        own = own - {"army"} if hit.sort == "body" else own
    last = next((i for i in range(end - 1, after - 1, -1) if page.lower[i] in own), None)
    if last is not None and last < end - 1 and noun in OFFICES | SOURCES_ALWAYS:
        last = None
    if last is not None and _led(board, page, hit, last + 1, party):
        return True
    if last is not None:
        board.add(
            page, hit.start, last + 1,
            sort="metonym" if hit.sort in _METONYMS else "name", rule="body",
            head=last, parties=(party,),
        )  # fmt: skip
        return True
    if noun in OFFICES and noun not in ("official", "officials", "general"):
        return mark_role(board, page, hit.start, end, party)
    speaking = noun in SOURCES_SPEAKING and page.tokens[end - 1].dep_ in ("nsubj", "pobj")
    if noun in SOURCES_ALWAYS or (speaking and noun not in TOPICS):
        start = back(page, hit.start, frozenset({"senior", "top", "unnamed", "high"}))
        board.add(
            page, start, end, sort="source", rule="source.party", head=end - 1, parties=(party,)
        )
        return True
    strict = FORCES - _LOOSE_FORCES
    member = board.cast.member(party)
    if state and noun in FORCES and member is not None and member.against:
        board.add(page, hit.start, end, sort="name", rule="body", head=end - 1, parties=(party,))
        return True
    if state and hit.sort == "adjective" and (noun in THE_GROUP or noun in _LOOSE_FORCES):
        named = named_groups(board, party)
        if len(named) == 1:
            board.add(
                page, hit.start, end, sort="nominal", rule="rebels.of-state", head=end - 1,
                parties=named, confidence="medium",
            )  # fmt: skip
            return True
    if state and hit.sort in ("adjective", "name") and noun in strict:
        rebels = rebels_of(board, party)
        if rebels:
            board.add(
                page, hit.start, end, sort="nominal", rule="rebels.of-state", head=end - 1,
                parties=rebels, confidence="medium",
            )  # fmt: skip
            return True
    return False


def _led(board: Board, page: Page, hit: Hit, end: int, party: str) -> bool:
    """Mark "the leader of the Renamo rebels"; tell whether there is one."""
    i = hit.start - 1
    if i > 0 and page.tags[i] == "DT":
        i -= 1
    if i < 2 or page.lower[i] != "of" or page.lower[i - 1] not in CHIEFS or page.taken[i - 1]:
        return False
    return mark_role(board, page, back(page, i - 1, OFFICES), end, party)


def _of(board: Board, page: Page, hit: Hit, party: str) -> bool:
    """Mark "the government of Syria" and "the president of Colombia"; tell whether it is one."""
    i = hit.start - 1
    if i > 0 and page.tags[i] == "DT":
        i -= 1
    if i < 1 or page.lower[i] not in ("of", "for", "from"):
        return False
    noun = page.lower[i - 1]
    if page.taken[i - 1] is not None or (hit.end < len(page.tags) and page.tags[hit.end] == "POS"):
        return False
    if hit.end < len(page.words) and page.words[hit.end] in _HYPHENS:
        return False
    if page.lower[i] == "of" and noun in BODIES - AMBIGUOUS_BODIES:
        start = back(page, i - 1, _BEFORE_BODY)
        board.add(page, start, hit.end, sort="name", rule="body", head=i - 1, parties=(party,))
        return True
    if noun in SOURCES_ALWAYS - {"source", "generals", "general"}:
        start = back(page, i - 1, SOURCES_ALWAYS)
        if page.lower[i] == "of" and noun in ("minister", "ministers", "envoy"):
            return mark_role(board, page, start, hit.end, party)
        board.add(
            page, start, hit.end, sort="source", rule="source.party", head=i - 1, parties=(party,)
        )
        return True
    if page.lower[i] == "of" and noun in OFFICES:
        start = back(page, i - 1, OFFICES)
        return mark_role(board, page, start, hit.end, party)
    return False


def _alone(board: Board, page: Page, hit: Hit, party: str, state: bool, attached: bool) -> None:
    """Mark a name by itself: as a party, or as a place."""
    token = page.tokens[head_of(page, hit.start, hit.end)]
    city = hit.sort == "capital"
    if hit.sort == "adjective":
        place = state and _located(page, hit)
    elif hit.sort == "people":
        place = state and not _people_act(page, hit)
    elif hit.sort == "seat":
        place = token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "inside", "outside")
    elif state or city:
        place = is_place(token, city)
    else:
        place = False
    if place and not attached:
        _place(board, page, hit)
        return
    board.add(
        page, hit.start, hit.end,
        sort="metonym" if hit.sort in _METONYMS else "name",
        rule={"capital": "capital", "seat": "seat", "body": "body"}.get(hit.sort, "name"),
        parties=(party,),
        confidence="medium" if city or hit.sort == "people" else "high",
    )  # fmt: skip


def _located(page: Page, hit: Hit) -> bool:
    """Tell whether an adjective merely says where: "the Syrian conflict"."""
    if hit.end < len(page.words) and page.words[hit.end] in _HYPHENS:
        return False
    following = page.hit_from(hit.end)
    if following is not None and following.sort == "people":
        return True
    head = page.tokens[hit.end - 1]
    nouns = {head.head.lower_}
    if hit.end < len(page.words):
        nouns.add(page.lower[hit.end])
    if head.dep_ in ("acomp", "attr"):
        return True
    return bool(nouns & TOPICS) or head.head.lower_ in PLACED_NOUNS - {"conference", "siege"}


def _people_act(page: Page, hit: Hit) -> bool:
    """Tell whether a people's name means its state: "the Russians said"."""
    token = page.tokens[hit.end - 1]
    if not (hit.start and page.lower[hit.start - 1] == "the"):
        return False
    top = token
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ == "nsubj":
        return top.head.lemma_.lower() in SPEECH
    if top.dep_ in ("dobj", "nsubjpass"):
        return top.head.lemma_.lower() in AT_SOMEBODY
    return top.dep_ == "pobj" and top.head.lower_ in ("with", "between", "by")
