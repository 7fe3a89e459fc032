"""Agent nouns and bodies that stand without a name of their own: "the rebels", "the army"."""

from __future__ import annotations

from detente.reading.analysis import Mention
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.lexicon import FORCE_WORDS, FORCES, RULERS, THE_GROUP
from detente.reading.mentions.lines import back, run
from detente.reading.mentions.roles import CHIEFS, holder
from detente.reading.mentions.scene import (
    counts_of,
    government_of_report,
    named_groups,
    rebels_of,
    separatists_of,
)
from detente.reading.mentions.sources import SOURCES, mark_source
from detente.reading.mentions.titles import OFFICES
from detente.reading.wordlists import words_of

_GENERIC = words_of("""
    jihadist jihadists islamist islamists extremist extremists foreign unknown unidentified other
    terrorist criminal ethnic community private tribal rival various all pro-government
    progovernment loyalist pro-regime allied new unity interim transitional coalition future any
    caretaker local regional provincial rightwing right-wing shadow previous former successive
    inclusive
    """)


_RULER_ARMS = words_of("""
    forces troops delegation officials negotiators soldiers army warplanes jets side representatives
    planes helicopters aircraft positions team
    """)


_OWN = frozenset({"security", "armed", "federal"})
_OWN_TAILS = frozenset({"forces", "troops"})


_DETERMINED = frozenset({"the", "this", "these", "those", "its", "their", "both", "that"})


_SECEDING = frozenset({"separatist", "separatists", "secessionists"})
"""Those who are no political opposition."""

_LOYAL = frozenset({"loyal", "allied", "led", "commanded", "headed", "backing", "faithful"})
_ANY = frozenset({"militias", "gunmen", "factions", "paramilitaries", "dissidents"})
"""Those who without an article can be anybody's: "armed militias"."""

_GROUPS = frozenset({"armed group", "opposition"})
_FARTHEST = 12
_PLURAL_FORCES = frozenset(word for word in FORCES if word.endswith("s")) | {"opposition"}


def mark_nominals(board: Board) -> None:
    """Mark the agent nouns, bodies, offices and sources that are still free."""
    last: dict[str, Mention] = {}
    for page in board.pages:
        i, size = 0, len(page.words)
        while i < size:
            taken = page.taken[i]
            if taken is None and page.numbers[i] in page.endless:
                i += 1
                continue
            if taken is not None:
                if taken.parties and taken.head.i == i and taken.sort != "pronoun":
                    last[page.lower[i]] = taken
                i += 1
                continue
            word = page.lower[i]
            if page.tags[i] in ("NN", "NNS", "NNP", "NNPS", "JJ") and (
                word in FORCES or word in RULERS or word in SOURCES or word in OFFICES
                or word in _OWN or word in THE_GROUP
            ):  # fmt: skip
                i = _mark(board, page, i, last)
            else:
                i += 1


def _mark(board: Board, page: Page, i: int, last: dict[str, Mention]) -> int:
    """Mark the phrase in which word `i` stands, if it means somebody; return where to go on."""
    end = max(run(page, i), i + 1)
    noun = page.lower[end - 1]
    if noun in SOURCES or noun in OFFICES:
        if mark_source(board, page, i, end, last):
            return end
        if noun not in FORCES and page.lower[i] not in FORCES:
            return end if noun == page.lower[i] else i + 1
    if page.lower[i] in THE_GROUP and end == i + 1:
        return _the_group(board, page, i, last)
    if any(page.lower[j] in FORCES for j in range(i, end)):
        return _forces(board, page, i, end, last)
    return _rulers(board, page, i, end, last)


def _forces(board: Board, page: Page, i: int, end: int, last: dict[str, Mention]) -> int:
    """Mark "the rebels", "opposition guerrillas", "rebel" in "rebel positions"."""
    stop = i
    while stop < end and (page.lower[stop] in FORCE_WORDS or page.tags[stop] == "HYPH"):
        stop += 1
    while stop > i + 1 and page.lower[stop - 1] not in FORCE_WORDS:
        stop -= 1
    if stop <= i:
        return i + 1
    start = back(page, i, FORCE_WORDS)
    before = page.lower[start:i]
    head = stop - 1
    article = page.lower[start - 1] if start else ""
    core = page.lower[head]
    single = core not in _PLURAL_FORCES and stop == end
    if article in ("a", "an", "any", "no", "another") and stop == end:
        return end
    if any(word in _GENERIC for word in before) and not {"opposition", "rebel"} & set(
        page.lower[start:stop]
    ):
        return end
    if single and article not in _DETERMINED and core != "opposition":
        return end
    words = page.block.doc[start:stop].text.lower()
    if words.startswith(("pro-government", "pro government", "pro-regime")):
        return end
    bare = start == head and article not in _DETERMINED | {"his", "her"}
    if bare and (core == "fighters" or (core in _ANY and core not in last)):
        return end
    if core in ("jihadists", "extremists", "islamists") and core not in last:
        return end
    antecedent = None
    home = _home(board, page, stop)
    parties = _loyal(board, page, stop)
    if parties:
        pass
    elif article in ("his", "her", "its", "their"):
        parties = _subject(board, page, start)
    elif core in last and home in (None, board.state):
        parties, antecedent = last[core].parties, last[core].span
    else:
        parties = rebels_of(board, home or board.state) or _other_group(board, page, start)
    if core in _SECEDING:
        if parties and board.kind(parties[0]) == "opposition":
            parties = tuple(one for one in parties if one in counts_of(board))
        parties = parties or separatists_of(board, home)
    if not parties:
        return end
    if stop < end and page.lower[end - 1] in CHIEFS and article == "the":
        chief = holder(board, "leader", page.lower[end - 1], parties[0])
        if chief is not None:
            board.add(
                page, start, end, sort="role", rule="role.chief", head=end - 1, parties=parties,
                people=(chief.name,), role=page.lower[end - 1], confidence="medium",
            )  # fmt: skip
            return end
    if _headed(board, page, start, stop, parties):
        return stop
    new = board.add(
        page, start, stop, sort="nominal", rule="rebels", head=head, parties=parties,
        antecedent=antecedent, confidence="medium",
    )  # fmt: skip
    if stop < end and page.lower[end - 1] in SOURCES:
        return end
    last[core] = new
    return stop


def _headed(board: Board, page: Page, start: int, stop: int, parties: tuple[str, ...]) -> bool:
    """Mark "the leader of the separatists"; tell whether there is one."""
    i = start - 2
    if i < 1 or page.lower[start - 1] != "the" or page.lower[i] != "of":
        return False
    noun = page.lower[i - 1]
    if noun not in CHIEFS or page.taken[i - 1] is not None or len(parties) != 1:
        return False
    chief = holder(board, "leader", noun, parties[0])
    if chief is None:
        return False
    board.add(
        page, i - 1, stop, sort="role", rule="role.chief", head=i - 1, parties=parties,
        people=(chief.name,), role=noun, confidence="medium",
    )  # fmt: skip
    return True


def _home(board: Board, page: Page, stop: int) -> str | None:
    """Return the state of "rebels in Mali"."""
    hit = page.hit_from(stop + 1) if page.lower[stop : stop + 1] == ["in"] else None
    named = hit is not None and hit.sort == "name" and len(hit.ids) == 1
    return hit.ids[0] if hit is not None and named and board.kind(hit.ids[0]) == "state" else None


def _loyal(board: Board, page: Page, stop: int) -> tuple[str, ...]:
    """Return the group of the person in "rebels loyal to Riek Machar"."""
    if stop >= len(page.words) or page.lower[stop] not in _LOYAL:
        return ()
    for i in range(stop + 1, min(stop + _FARTHEST, len(page.words))):
        one = page.taken[i]
        if page.numbers[i] != page.numbers[stop] or page.tags[i] in ("VBD", "VBZ", "MD"):
            break
        if one is not None and one.people:
            groups = [party for party in one.parties if board.kind(party) in _GROUPS]
            return tuple(groups)
    return ()


def _the_group(board: Board, page: Page, i: int, last: dict[str, Mention]) -> int:
    """Mark "the coalition", "the group": the last one called so, or the only group just named."""
    word = page.lower[i]
    if not i or page.lower[i - 1] != "the":
        return i + 1
    found = last.get(word)
    if found is None and word in ("group", "movement", "organisation", "organization", "militia"):
        near: dict[tuple[str, ...], Mention] = {}
        for j in range(i - 1, -1, -1):
            one = page.taken[j]
            if page.numbers[i] - page.numbers[j] > 1:
                break
            if one is None or len(one.parties) != 1 or one.people:
                continue
            if board.kind(one.parties[0]) in ("armed group", "opposition", "organisation"):
                near.setdefault(one.parties, one)
        found = next(iter(near.values())) if len(near) == 1 else None
        only = named_groups(board, board.state) if board.state is not None and not near else ()
        if len(only) == 1 and word == "group":
            board.add(
                page, i, i + 1, sort="nominal", rule="the-group", parties=only, confidence="low"
            )
            return i + 1
    if found is None or not found.parties:
        return i + 1
    board.add(
        page, i, i + 1, sort="nominal", rule="the-group", parties=found.parties,
        antecedent=found.span, confidence="medium",
    )  # fmt: skip
    return i + 1


def _subject(board: Board, page: Page, start: int) -> tuple[str, ...]:
    """Return the group of whoever "his fighters" points back to within the sentence."""
    for j in range(start - 1, -1, -1):
        one = page.taken[j]
        if page.numbers[j] != page.numbers[start]:
            break
        if one is not None and len(one.parties) == 1:
            return one.parties if board.kind(one.parties[0]) in _GROUPS else ()
    return ()


def _other_group(board: Board, page: Page, start: int) -> tuple[str, ...]:
    """Return, of two groups that the report names, the one that this sentence does not."""
    if board.state is None:
        return ()
    named = named_groups(board, board.state)
    first = page.tokens[start].sent
    here = {party for one in page.taken[first.start : start] if one for party in one.parties}
    rest = [one for one in named if one not in here]
    return (rest[0],) if len(named) == 2 and len(rest) == 1 else ()


def _rulers(board: Board, page: Page, i: int, end: int, last: dict[str, Mention]) -> int:
    """Mark "the government", "the army", "government forces" and "the security forces"."""
    word = page.lower[i]
    tail = page.lower[i + 1] if i + 1 < end else ""
    if word in _OWN:
        if tail not in _OWN_TAILS or (tail == "troops" and word != "federal"):
            return i + 1
        stop = i + 2
    elif word not in RULERS or (page.tags[i] == "JJ" and tail not in _RULER_ARMS):
        return i + 1
    else:
        stop = i + 2 if tail in _RULER_ARMS else i + 1
    start = back(page, i, frozenset())
    if any(page.lower[j] in _GENERIC for j in range(start, i)):
        return stop
    article = page.lower[start - 1] if start else ""
    glued = stop < len(page.words) and page.words[stop] == "-"
    bare = article not in ("the", "its", "their") and stop == i + 1 and not glued
    opening = word in ("authorities", "army", "police") and start == i and article == ""
    if bare and not opening:
        return stop
    adjective = word == "military" and stop == i + 1 and (stop < end or article != "the")
    if adjective or (word in ("administration", "cabinet") and word not in last):
        return stop
    if article in ("its", "their", "his", "her"):
        return stop
    before = last.get(word)
    parties = before.parties if before is not None and word not in _OWN else ()
    home = government_of_report(board)
    if not parties and home is not None:
        parties = (home,)
    if not parties:
        return stop
    board.add(
        page, start, stop, sort="nominal", rule="government", head=stop - 1, parties=parties,
        antecedent=None if before is None else before.span, confidence="medium",
    )  # fmt: skip
    return stop
