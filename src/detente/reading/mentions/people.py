"""People by name: who they are, and the office and the party that the report tells of them."""

from __future__ import annotations

from detente.reading.mentions.board import Board, Human, Page
from detente.reading.mentions.lexicon import TELLING
from detente.reading.mentions.naming import Name, names_in
from detente.reading.mentions.offices import RANKS, Office, gender_of
from detente.reading.mentions.scene import rebels_of
from detente.reading.mentions.titles import FEMALE_NAMES, PARTICLES

_BODIES_OF_STATES = frozenset({"organisation", "alliance"})
_PORTFOLIOS = frozenset({"defence", "defense", "foreign", "interior", "home", "state"})
_CHAIRS = frozenset({"chairman", "chairwoman", "chair", "chief", "head", "secretary-general"})
_TOP = frozenset({"president", "vice-president", "minister", "premier"})


def mark_people(board: Board) -> None:
    """Mark all names of people, full names first so that a surname alone finds its bearer."""
    names = [name for page in board.pages for name in names_in(board, page)]
    for name in names:
        _enter(board, name)
    for name in names:
        _mark(board, name)
    for page in board.pages:
        _mark_again(board, page)
    _counterparts(board)


def _enter(board: Board, name: Name) -> None:
    """Note who is named in full, and what the report tells about them."""
    full = " " in name.text or "-" in name.text
    if name.person is not None:
        key = name.person.name
    elif full and not _only_particle(name.text):
        key = name.text
    else:
        return
    human = board.people.get(key)
    if human is None:
        human = Human(key)
        if name.person is not None:
            human.party, human.role = name.person.party, name.person.role
            human.gender, human.known = name.person.gender, True
            human.former = name.person.former
            start = name.person.from_
            if start is not None and board.on is not None and start > board.on:
                human.role = None
        elif key.split()[0].lower() in FEMALE_NAMES:
            human.gender = "f"
        board.people[key] = human
    _learn(board, human, name)
    if full:
        board.given.setdefault(name.text.split()[0], key)
        last, *others = _surnames(name.text)
        board.surnames[last] = key
        for alone in others:
            if alone not in board.last_names:
                board.surnames[alone] = key
        board.last_names.add(last)


def _only_particle(text: str) -> bool:
    words = text.replace("-", " ").split()
    return sum(word.lower() not in PARTICLES for word in words) < 2


def _surnames(text: str) -> list[str]:
    """Return by which last names somebody can be called later: "al-Assad", "Assad"."""
    words = text.split()
    last = words[-1]
    found = [last]
    bare = last.rpartition("-")
    if bare[0].lower() in PARTICLES and bare[2]:
        found.append(bare[2])
    if len(words) > 2:
        found.append(" ".join(words[-2:]))
        if words[-2].lower() not in PARTICLES:
            found.append(words[-2])
    return found


def _learn(board: Board, human: Human, name: Name) -> None:
    """Take over what the words beside a name tell about its bearer."""
    told = [(name.office, "people.title"), (name.later, "people.apposition")]
    if name.office is not None and (name.office.role or "").lower().startswith("former"):
        told.reverse()
    for office, rule in told:
        if office is None:
            continue
        if office.parties and human.known and human.party not in office.parties:
            if human.former:
                human.party = office.parties[0]
            elif rule == "people.title" and board.kind(office.parties[0]) in _BODIES_OF_STATES:
                if office.noun in _CHAIRS:
                    human.party = office.parties[0]
            elif rule == "people.apposition":
                continue
        human.gender = human.gender or office.gender
        if not human.known and human.party is None:
            human.party = _party_of(board, name.page, office)
        past = (office.role or "").lower().startswith("former")
        if past and human.known and human.role is not None and not human.former:
            continue
        better = human.office in RANKS and office.noun not in RANKS
        if office.role is None or (human.told and not better):
            continue
        if office.noun == "counterpart":
            human.office, human.rule = "counterpart", "people.counterpart"
        else:
            human.role, human.office, human.rule = office.role, office.noun, rule
            human.told = True
        human.sentence = name.page.numbers[name.start]


def _party_of(board: Board, page: Page, office: Office) -> str | None:
    """Return whose office it is; of an opposition leader not the state but those who oppose it."""
    named = office.parties[0] if office.parties else None
    kind = None if named is None else board.kind(named)
    state = named if kind in ("state", "government") else board.state
    if named is not None and kind not in ("state", "government"):
        return named
    if office.side == "rebels":
        rebels = rebels_of(board, state)
        return rebels[0] if len(rebels) == 1 else None
    if named is None and state is not None:
        high = office.noun in _TOP or (office.noun == "secretary" and _of_state(office.role))
        top = high and office.role is not None and "former" not in office.role.lower()
        if (office.side == "government" or top) and not _abroad(board, page, office.start, state):
            return board.cast.government_of(state)
    return named


def _of_state(role: str | None) -> bool:
    """Tell whether a secretary is a minister: "Defence Secretary"."""
    return bool(_PORTFOLIOS & set((role or "").lower().split()))


def _abroad(board: Board, page: Page, start: int, state: str) -> bool:
    """Tell whether the last state named before an office, a sentence back at most, is another."""
    for hit in reversed(page.hits):
        if hit.start >= start or len(hit.ids) != 1:
            continue
        if page.numbers[start] - page.numbers[hit.start] > 1:
            return False
        if board.kind(hit.ids[0]) in ("state", "government"):
            return hit.ids[0] != state
    return False


def _mark(board: Board, name: Name) -> None:
    page, start, end = name.page, name.start, name.end
    key = name.text if name.text in board.people else None
    if name.person is not None and name.person.name in board.people:
        key = name.person.name
    if key is None or " " not in name.text:
        key = board.surnames.get(name.text, key) or board.given.get(name.text)
    if key is None:
        key = _single(board, name)
        if key is None:
            return
    human = board.people[key]
    office = name.office
    first = start if office is None or not page.free(office.start, end) else office.start
    role = None if office is None else office.role
    board.add(
        page,
        first,
        end,
        sort="person",
        rule="person" if human.known else "person.new",
        parties=(human.party,) if human.party else (),
        people=(human.name,),
        role=role or (name.later.role if name.later is not None else None),
        confidence="high" if name.sure or human.known else "medium",
    )
    later = name.later
    if later is not None and page.free(later.start, later.end) and _agrees(board, human, later):
        board.add(
            page, later.start, later.end, sort="role", rule="role.apposition",
            parties=(human.party,) if human.party else (), people=(human.name,), role=later.role,
            antecedent=(page.block.start + page.tokens[start].idx,
                        page.block.start + page.tokens[end - 1].idx + len(page.tokens[end - 1])),
        )  # fmt: skip
    _owned(board, page, end, human)


def _mark_again(board: Board, page: Page) -> None:
    """Mark last names alone that the parser took for something else."""
    for i, word in enumerate(page.words):
        if word not in board.surnames or page.taken[i] is not None or not page.capital(i):
            continue
        start = i
        if i > 1 and page.words[i - 1] == "-" and page.lower[i - 2] in PARTICLES:
            start = i - 2
        before = (
            page.tags[start - 1] in ("NNP", "NNPS") and page.capital(start - 1) if start else False
        )
        behind = i + 1 < len(page.words) and (
            page.tags[i + 1] in ("NNP", "NNPS") or page.words[i + 1] == "-"
        )
        if before or behind or page.tags[i] not in ("NNP", "NNPS", "NN", "JJ", "VBP", "NNS"):
            continue
        human = board.people[board.surnames[word]]
        board.add(
            page, start, i + 1, sort="person", rule="person.again",
            parties=(human.party,) if human.party else (), people=(human.name,),
            confidence="medium",
        )  # fmt: skip


def _agrees(board: Board, human: Human, office: Office) -> bool:
    """Tell whether an office can be that of somebody: not where another state is named with it."""
    if not office.parties or human.party is None or human.party in office.parties:
        return True
    member = board.cast.member(office.parties[0])
    return member is None or member.kind not in ("state", "government") or member.state is not None


def _owned(board: Board, page: Page, end: int, human: Human) -> None:
    """Take the party from "Name's Party" for somebody whose own is not known."""
    if human.party is not None or end >= len(page.tags) or page.tags[end] != "POS":
        return
    hit = page.hit_from(end + 1)
    kinds = ("armed group", "opposition", "organisation")
    if hit is not None and len(hit.ids) == 1 and board.kind(hit.ids[0]) in kinds:
        human.party = hit.ids[0]


def _counterparts(board: Board) -> None:
    """Give a counterpart the office of whoever was named before in the sentence."""
    role: str | None = None
    office: str | None = None
    where = -1
    for _, one in board.mentions():
        human = board.people[one.people[0]]
        open_ = human.office == "counterpart" and not human.told
        beside = one.sentence == human.sentence == where and role is not None
        if open_ and beside and (human.role is None or _same_office(human.role, role or "")):
            human.role, human.office, human.told = human.role or role, office, True
        if human.office != "counterpart":
            role, office, where = human.role, human.office, one.sentence


def _same_office(known: str, role: str) -> bool:
    return bool(set(known.lower().split()) & set(role.lower().split()))


def _single(board: Board, name: Name) -> str | None:
    """Return the entry of somebody unknown with one name only, who needs an office or a voice."""
    office = name.office or name.later
    if office is None and not _speaks(name):
        return None
    if len(name.text) < 3 or name.text.isupper():
        return None
    human = board.people.setdefault(name.text, Human(name.text))
    human.gender = human.gender or (gender_of([]) if office is None else office.gender)
    _learn(board, human, name)
    board.surnames[name.text] = name.text
    return name.text


def _speaks(name: Name) -> bool:
    token = name.page.tokens[name.end - 1]
    return (
        token.ent_type_ == "PERSON"
        and token.dep_ == "nsubj"
        and token.head.lemma_.lower() in TELLING
    )
