"""What every finder needs: words cut to size, whoever takes part, dates of an item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.reading.analysis import Analysis, When
from detente.reading.dates import when_of
from detente.reading.found import Cue
from detente.reading.happenings.clause import verb_of
from detente.reading.mentions import Who, possessor, who
from detente.reading.report import Span
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_WORDS = 160
"""The longest text of a field, in letters."""
MOST_PAIR = 30
"""How many words "between A and B" can take."""

BODIES = words_of(
    """force army navy troop soldier police jet aircraft warplane plane helicopter artillery tank
    warship fighter commander government official militia ship bomber unit guard gunman drone
    delegation negotiator air militiaman airforce missile rocket shell settler position base
    target convoy checkpoint vehicle minister airfield man"""
)
"""Nouns that stand for whoever owns or sends them."""
GROUPS = words_of(
    """rebel guerrilla militia insurgent fighter separatist group faction militant regime
    opposition army militiaman paramilitary extremist jihadist gunman demonstrator protester
    civilian villager refugee peacekeeper worker journalist settler prisoner hostage troop
    soldier police coalition alliance
    force jet warplane aircraft drone"""
)
"""Nouns for groups that stand by their words where nobody knows who they are."""

_BACKED = words_of("backed led funded armed allied trained sponsored supported aligned")
_STOPS = frozenset({".", ";", ":", "(", "?", "!", "--", "—"})
_ASIDE = frozenset({"for", "about", "on", "in", "at", "who", "which", "against"})
_PAIRING = frozenset({"of", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Those:
    """Parties and people, each once, in the order of the text."""

    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parties or self.people)

    def __add__(self, other: Those | Who) -> Those:
        return Those(unique((*self.parties, *other.parties)), unique((*self.people, *other.people)))


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Return `items` without repetitions, in their order."""
    return tuple(dict.fromkeys(items))


def those(analysis: Analysis, tokens: Iterable[Token]) -> Those:
    """Return everybody whom the noun phrases headed by `tokens` mean."""
    found = Those()
    for token in tokens:
        found += who(analysis, token)
    return found


def everybody(analysis: Analysis, noun: Token) -> Those:
    """Return everybody in a noun phrase: "Israeli and Palestinian delegations".

    Clauses behind the noun are left out; who stands behind "for" is spoken of, not there.
    """
    found = Those()
    first = max(noun.left_edge.i, noun.i - MOST_PAIR)
    last = min(noun.right_edge.i, noun.i + MOST_PAIR)
    for i in range(first, last + 1):
        token = noun.doc[i]
        if i > noun.i and (token.dep_ in ("relcl", "acl", "advcl") or token.lower_ in _ASIDE):
            break
        found += who(analysis, token, conjuncts=False)
    return found


def doers(analysis: Analysis, nouns: Iterable[Token]) -> Those:
    """Return whom noun phrases mean, or whose body, soldiers or aircraft they are."""
    found = Those()
    for noun in nouns:
        one = Those() + who(analysis, noun)
        if not one and noun.lemma_.lower() in BODIES and not _backed(noun):
            one += possessor(analysis, noun)
            if not one:
                one = everybody(analysis, noun)
        found += one
    return found


def named(found: Those, nouns: Iterable[Token]) -> tuple[str, ...]:
    """Return the parties, else the people, else the words for a group that is not known."""
    if found:
        return found.parties or found.people
    return unique(
        tidy(noun.doc[_first(noun) : noun.i + 1].text)
        for noun in nouns
        if noun.lemma_.lower() in GROUPS
        and noun.pos_ == "NOUN"
        and (noun.lemma_ != "force" or _first(noun) < noun.i)
        and not any(child.tag_ == "PRP$" for child in noun.children)
    )


def _backed(noun: Token) -> bool:
    """Tell whether the name before a noun is of its backer: "Iran-backed militias"."""
    first = max(noun.sent.start, noun.i - 5)
    return any(x.lower_ in _BACKED and x.i > first for x in noun.doc[first : noun.i])


def _first(noun: Token) -> int:
    first = noun.i
    while first > noun.sent.start:
        left = noun.doc[first - 1]
        joined = left.text in ("-", "–") and not left.whitespace_
        if not joined and left.dep_ not in ("amod", "compound", "nmod", "npadvmod"):
            break
        first -= 1
    return first


def before(analysis: Analysis, noun: Token) -> Those:
    """Return everybody before a noun in its phrase: "US-Russian talks"."""
    found = Those()
    for i in range(max(noun.left_edge.i, noun.i - 8), noun.i):
        found += who(analysis, noun.doc[i], conjuncts=False)
    return found


def between(analysis: Analysis, preposition: Token) -> Those:
    """Return the pair behind "between", read off the order of words up to the next verb."""
    found = Those()
    doc = preposition.doc
    end = min(preposition.sent.end, preposition.i + MOST_PAIR)
    for i in range(preposition.i + 1, end):
        token = doc[i]
        if token.text in _STOPS or token.pos_ in ("VERB", "AUX"):
            break
        if token.pos_ in ("ADP", "SCONJ") and token.lower_ not in _PAIRING:
            break
        one = who(analysis, token, conjuncts=False)
        found += one
        if not one and token.pos_ == "NOUN":
            found += Those(named(Those(), [token]))
    return found


def words(tokens: list[Token]) -> str:
    """Return the stretch from the first to the last of `tokens` as one line of plain words."""
    if not tokens:
        return ""
    doc = tokens[0].doc
    first = min(one.i for one in tokens)
    last = max(one.i for one in tokens)
    return tidy(doc[first : last + 1].text)


def tidy(text: str) -> str:
    """Return `text` on one line, without marks at its ends, cut at a word if too long."""
    text = " ".join(text.split()).strip(" ,;:-–—.\"“”'‘’")
    if len(text) > MOST_WORDS:
        text = text[: text.rfind(" ", 0, MOST_WORDS)].rstrip(" ,;:-–—")
    return text


def when(
    analysis: Analysis, *tokens: Token | None, senses: tuple[str, ...] = ("at", "since")
) -> When | None:
    """Return the first time that governs one of `tokens`, has a value and one of `senses`."""
    for token in tokens:
        if token is None:
            continue
        found = when_of(analysis, token)
        if found is None or found.value is None or found.sense not in senses:
            continue
        if not _in_clause(found.head, token):
            return found
    return None


def _in_clause(time: Token, token: Token) -> bool:
    """Tell whether a time stands in a clause below: "met after a war broke out in April"."""
    here = time
    for _ in range(MOST_PAIR):
        if here.i == token.i or here.head.i == here.i:
            return False
        if here.dep_ in ("advcl", "relcl") and here.head.i == token.i:
            return here.dep_ == "relcl" or any(x.dep_ == "mark" for x in here.children)
        here = here.head
    return False


def place(token: Token, analysis: Analysis) -> Span:
    """Return where `token` stands in the stored text."""
    start: int = token.doc.user_data["start"] + token.idx
    return start, start + len(token.text)


def cue(token: Token, analysis: Analysis) -> Cue:
    """Return `token` as the word that gave an item away."""
    return Cue(token.text, place(token, analysis))


def stretch(tokens: Iterable[Token]) -> Span | None:
    """Return the place from the first to the last of `tokens` in the stored text."""
    row = sorted(tokens, key=lambda one: one.i)
    if not row:
        return None
    start: int = row[0].doc.user_data["start"]
    return start + row[0].idx, start + row[-1].idx + len(row[-1].text)


def plain(**fields: Any) -> dict[str, Any]:
    """Return `fields` without those that are empty, tuples as lists."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in fields.items()
        if value not in (None, "", (), [])
    }


def clause_verb(token: Token) -> Token | None:
    """Return the verb above `token`, not itself."""
    return None if token.head.i == token.i else verb_of(token.head)
