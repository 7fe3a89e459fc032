"""All names of the cast in a sequence of words, in one pass: the longest first.

The names stand in a tree by their pieces, so the time for a text grows with its length and with
the longest name, never with the number of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from detente.reading.cast.surface import cut, fits, key

Sort = Literal["name", "adjective", "people", "capital", "seat", "body", "person", "surname"]
"""What a name is: a party's own, its adjective or people, its capital, the seat of its government,
a body of it, or a person's in full or in short."""

BEST: tuple[Sort, ...] = (
    "name", "person", "adjective", "people", "body", "seat", "capital", "surname",
)  # fmt: skip
"""Which sort counts where one word could be several."""

_POSSESSIVE = re.compile(r"['’]s\b")
"""The parser makes a word of its own of the end of "People's"."""

_BETWEEN = frozenset(["", *"-‐‑–'’/"])
"""What may stand between two pieces of one name as a word of its own; also white space."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name and whom it means: parties by id, or people by full name.

    A name that means nobody keeps shorter names within it from being found.
    """

    text: str
    sort: Sort
    ids: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    risky: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a sequence of words.

    Parameters
    ----------
    start, end : int
        The words, half-open.
    sort : str
        What the name is.
    ids : tuple of str
        The parties that it can mean; of a person none.
    people : tuple of str
        The people it can mean, by full name.
    risky : bool
        Whether the word is often something else.
    """

    start: int
    end: int
    sort: Sort
    ids: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    risky: bool = False


@dataclass(slots=True)
class _Node:
    inner: dict[str, _Node] = field(default_factory=dict)
    names: list[tuple[tuple[str, ...], Named]] = field(default_factory=list)


class Matcher:
    """Finds names.

    Parameters
    ----------
    names : iterable of Named
        Names without a letter or digit are passed over.
    """

    def __init__(self, names: Iterable[Named]) -> None:
        self._root = _Node()
        for named in names:
            for text in dict.fromkeys((named.text, _POSSESSIVE.sub(" s", named.text))):
                self._add(text, named)

    def _add(self, text: str, named: Named) -> None:
        node = self._root
        for piece in key(text):
            found = node.inner.get(piece)
            if found is None:
                found = node.inner[piece] = _Node()
            node = found
        if node is not self._root:
            node.names.append((cut(text), named))

    def find(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """Return the names in `words`, none overlapping another, in their order.

        Parameters
        ----------
        words : sequence of str
            The tokens of a text. A name begins and ends with a word, and may run over hyphens.
        """
        pieces = [cut(word) for word in words]
        folded = [key(word) for word in words]
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._longest(words, pieces, folded, at) if folded[at] else None
            if hit is None:
                at += 1
            else:
                if hit.ids or hit.people:
                    hits.append(hit)
                at = hit.end
        return tuple(hits)

    def exact(self, text: str) -> Hit | None:
        """Return the name that `text` as a whole is."""
        pieces = cut(text)
        node: _Node | None = self._root
        for piece in key(text):
            node = node.inner.get(piece) if node is not None else None
        return None if node is None else _hit(node, pieces, 0, 1)

    def _longest(
        self,
        words: Sequence[str],
        pieces: Sequence[tuple[str, ...]],
        folded: Sequence[tuple[str, ...]],
        start: int,
    ) -> Hit | None:
        node = self._root
        passed: list[str] = []
        best: Hit | None = None
        for at in range(start, len(words)):
            if not folded[at]:
                if at > start and words[at].strip() in _BETWEEN:
                    continue
                break
            for piece in folded[at]:
                found = node.inner.get(piece)
                if found is None:
                    return best
                node = found
            passed += pieces[at]
            best = _hit(node, passed, start, at + 1) or best
        return best


def _hit(node: _Node, words: Sequence[str], start: int, end: int) -> Hit | None:
    """Return what `words` mean at a node: the names of the best sort that fit, together."""
    fitting = [named for pieces, named in node.names if fits(pieces, words)]
    if not fitting:
        return None
    sort = min((named.sort for named in fitting), key=BEST.index)
    same = [named for named in fitting if named.sort == sort]
    return Hit(
        start,
        end,
        sort,
        tuple(dict.fromkeys(one for named in same for one in named.ids)),
        tuple(dict.fromkeys(one for named in same for one in named.people)),
        all(named.risky for named in same),
    )
