"""Who a noun phrase means, asked of its head; and whose a noun is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Mention
from detente.reading.mentions.lexicon import LISTING, OF_THEM, PARTITIVES

if TYPE_CHECKING:
    from spacy.tokens import Token

MENTIONED = "mentioned"
"""Where a parsed block keeps, of each token within a mention, the mention."""

ENDLESS = "endless"
"""Where it keeps the numbers of sentences in which only names are looked for."""

_PHRASE = frozenset({"compound", "nmod", "appos", "flat", "poss", "amod", "prep", "pobj"})
_DEEPEST = 12
_FARTHEST = 10
_MOST = 24
"""How many words of one noun phrase are looked at."""


@dataclass(frozen=True, slots=True)
class Who:
    """Those whom a noun phrase means.

    Parameters
    ----------
    parties : tuple of str
        Ids as in the cast; of a person their party.
    people : tuple of str
        Full names.
    sources : tuple of str
        The words of sources without a name: ``("diplomatic sources",)``.
    mentions : tuple of Mention
        What it was read from, in the order of the text.
    """

    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parties or self.people or self.sources)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The people, or else the parties, or else the words of the sources."""
        return self.people or self.parties or self.sources

    @property
    def speakers_all(self) -> tuple[str, ...]:
        """Everybody once in the order of the text: people by name, parties by id, sources."""
        names: list[str] = []
        said = iter(self.sources)
        for one in self.mentions:
            if one.sort == "source":
                words = next(said, "")
                names.extend(one.parties or ((words,) if words else ()))
            else:
                names.extend(one.people or one.parties)
        return tuple(dict.fromkeys(names))

    @property
    def first(self) -> Mention | None:
        """The first mention; `None` of nobody."""
        return self.mentions[0] if self.mentions else None


NOBODY = Who()


def who(analysis: Analysis, token: Token, *, conjuncts: bool = True) -> Who:
    """Return whom the noun phrase headed by `token` means.

    Its conjuncts belong to it; where it means nobody itself, what stands in apposition or after
    "of" ("both of the sides", "a number of rebels") says whom. Possessors do not, save where the
    head is a body of theirs ("Russia's foreign ministry").

    Parameters
    ----------
    conjuncts : bool
        Whether those joined to it by "and" count.
    """
    found: dict[int, Mention] = {}
    if _endless(token):
        alone = _mention(token)
        return NOBODY if alone is None else _who(analysis, (alone,))
    for one in _mentions(token, conjuncts, _DEEPEST, set()):
        found.setdefault(one.start, one)
    return _who(analysis, found.values())


def possessor(analysis: Analysis, token: Token) -> Who:
    """Return whose the noun `token` is: "Russian support", "his visit", "support of Iran".

    Of a participle joined by a hyphen ("Saudi-backed") it is who stands before the hyphen.
    """
    found: dict[int, Mention] = {}
    if _endless(token):
        return NOBODY
    own = _mention(token)
    for child in token.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod", "npadvmod", "nsubj"):
            near: Iterator[Mention] = _mentions(child, child.dep_ == "poss", _DEEPEST, set())
        elif child.dep_ in ("prep", "agent") and child.lower_ in OF_THEM:
            near = (
                one
                for inner in child.children
                if inner.dep_ == "pobj"
                for one in _mentions(inner, True, _DEEPEST, set())
            )
        else:
            continue
        for one in near:
            if one is not own:
                found.setdefault(one.start, one)
    return _who(analysis, sorted(found.values(), key=lambda one: one.start))


def _endless(token: Token) -> bool:
    """Tell whether `token` stands in a sentence too long to be read in full."""
    data = token.doc.user_data
    endless: frozenset[int] = data.get(ENDLESS, frozenset())
    return bool(endless) and data["sentences"][token.i] in endless


def _mention(token: Token) -> Mention | None:
    marked: Mapping[int, Mention] = token.doc.user_data.get(MENTIONED, {})
    return marked.get(token.i)


def _mentions(token: Token, conjuncts: bool, depth: int, seen: set[int]) -> Iterator[Mention]:
    """Yield the mentions of a noun phrase; of somebody only, except places by themselves."""
    if depth == 0 or token.i in seen or len(seen) >= _MOST:
        return
    seen.add(token.i)
    one = _mention(token)
    if one is not None and (one.parties or one.people or one.sort == "source"):
        yield from _before(token, one)
        yield one
    elif one is None:
        yield from _meant(token, depth, seen)
    if conjuncts:
        for child in _conjuncts(token, one):
            yield from _mentions(child, True, depth - 1, seen)


def _before(token: Token, one: Mention) -> Iterator[Mention]:
    """Yield the first of "Israeli and Palestinian negotiators", who stands before the body."""
    for child in one.head.children:
        if child.dep_ in ("amod", "compound", "nmod", "poss") and child.i < one.head.i:
            other = _mention(child)
            if other is not None and other is not one and other.sort in ("name", "metonym"):
                joined = any(inner.dep_ in ("cc", "conj") for inner in child.children)
                if joined and other.parties:
                    yield other


def _conjuncts(token: Token, one: Mention | None, depth: int = 6) -> Iterator[Token]:
    """Yield what is joined by "and" to `token` or to another word of its mention."""
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN", "PRON", "ADJ", "DET"):
            yield child
        elif depth and one is not None and child.dep_ in _PHRASE and _mention(child) is one:
            yield from _conjuncts(child, one, depth - 1)
    if one is not None and one.head.i == token.i:
        return
    if one is not None and token.dep_ in _PHRASE and _mention(token.head) is one:
        for child in token.head.children:
            if child.dep_ == "conj" and child.i > token.i:
                yield child


def _meant(token: Token, depth: int, seen: set[int]) -> Iterator[Mention]:
    """Yield whom a word means that is no mention itself."""
    if token.lower_ in ("who", "which", "that") and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        clause = token.head
        for _ in range(4):
            if clause.dep_ == "relcl":
                yield from _mentions(clause.head, True, depth - 1, seen)
                return
            clause = clause.head
        return
    listed = _listed(token) if token.lower_ in LISTING else ()
    if listed:
        yield from listed
        return
    if token.lower_ in PARTITIVES:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "among"):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        yield from _mentions(inner, True, depth - 1, seen)
        if token.dep_ == "appos":
            yield from _mentions(token.head, True, depth - 1, seen)
        return
    if token.pos_ in ("NOUN", "PROPN"):
        for child in token.children:
            if child.dep_ == "appos":
                yield from _mentions(child, True, depth - 1, seen)
            elif child.dep_ == "amod" and any(other.dep_ == "conj" for other in token.children):
                one = _mention(child)
                if one is not None and one.sort == "name" and one.parties:
                    yield one


def _listed(token: Token) -> tuple[Mention, ...]:
    """Return those who are listed after a noun: "allies (A, B and C)", "states such as A and B"."""
    doc, i = token.doc, token.i + 1
    end = min(token.sent.end, i + _FARTHEST)
    while i < end and not (
        doc[i].lower_ in ("(", "including", "notably", "namely", ":", "–", "—")
        or (doc[i].lower_ == "as" and doc[i - 1].lower_ == "such")
    ):
        if doc[i].pos_ in ("VERB", "AUX") or doc[i].lower_ in (")", ";"):
            return ()
        i += 1
    closing = ")" if i < end and doc[i].text == "(" else ""
    found: dict[int, Mention] = {}
    last = i
    for j in range(i + 1, min(token.sent.end, i + 4 * _FARTHEST)):
        word = doc[j]
        one = _mention(word)
        if one is not None and (one.parties or one.people):
            found.setdefault(one.start, one)
            last = j
        elif (
            word.text == closing
            or word.text in (";", ".")
            or (not closing and (word.pos_ in ("VERB", "AUX") or j - last > 3))
        ):
            break
    return tuple(found.values())


def _who(analysis: Analysis, mentions: Iterable[Mention]) -> Who:
    kept = tuple(mentions)
    return Who(
        tuple(dict.fromkeys(party for one in kept for party in one.parties)),
        tuple(dict.fromkeys(name for one in kept for name in one.people)),
        tuple(
            dict.fromkeys(
                " ".join(analysis.text[one.start : one.end].split())
                for one in kept
                if one.sort == "source"
            )
        ),
        kept,
    )
