"""What is known of one report while its mentions are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.reading.analysis import Analysis, Block, Mention, Sort
from detente.reading.cast import Cast, Hit
from detente.reading.found import Confidence

if TYPE_CHECKING:
    from spacy.tokens import Token


MOST_WORDS = 200
"""The longest sentence, in words, that is read in full."""


@dataclass(slots=True)
class Human:
    """A person of the report.

    `role` is as it stands in the report, `office` the noun in it; `told` says whether the report
    tells the role, and `rank` how well the sentence at `sentence` does.
    """

    name: str
    party: str | None = None
    role: str | None = None
    office: str | None = None
    gender: str | None = None
    known: bool = False
    former: bool = False
    told: bool = False
    sentence: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An actor whom the cast does not know; `sentence` introduces it."""

    id: str
    name: str
    kind: str
    also: tuple[str, ...] = ()
    sentence: int = 0


@dataclass(slots=True)
class Page:
    """One block as plain lists, since asking spaCy's tokens again and again is slow.

    `endless` has the numbers of sentences of more than `MOST_WORDS` words, lists and rubbish, in
    which only names are looked for, lest hostile text take for ever.
    """

    block: Block
    tokens: list[Token]
    words: list[str]
    lower: list[str]
    tags: list[str]
    numbers: list[int]
    hits: list[Hit]
    taken: list[Mention | None] = field(default_factory=list)
    endless: frozenset[int] = frozenset()

    def hit_at(self) -> dict[int, Hit]:
        """Return, of each token within a name of the cast, the name."""
        return {i: hit for hit in self.hits for i in range(hit.start, hit.end)}

    def hit_from(self, i: int) -> Hit | None:
        """Return the name of the cast that starts at word `i`."""
        place = bisect_left(self.hits, i, key=lambda hit: hit.start)
        found = self.hits[place] if place < len(self.hits) else None
        return found if found is not None and found.start == i else None

    def free(self, start: int, end: int) -> bool:
        """Tell whether no mention has taken any of these words."""
        return not any(self.taken[start:end])

    def capital(self, i: int) -> bool:
        """Tell whether word `i` starts with a capital."""
        return self.words[i][:1].isupper()


@dataclass(slots=True)
class Board:
    """The report with everybody found in it so far.

    `strife` says whether the report tells of a conflict within `state`, `pairs` holds those who
    deal with each other with the weight of it, `sure` those who are named beyond doubt, and
    `counts` how often each party is named, itself or through its people.
    """

    analysis: Analysis
    cast: Cast
    on: date | None
    pages: list[Page]
    people: dict[str, Human] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    last_names: set[str] = field(default_factory=set)
    given: dict[str, str] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    newcomers: dict[str, Newcomer] = field(default_factory=dict)
    aliases: dict[tuple[str, ...], str] = field(default_factory=dict)
    state: str | None = None
    principals: tuple[str, ...] = ()
    strife: bool = False
    pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    counts: Counter[str] | None = None
    rebels: dict[str | None, tuple[str, ...]] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(
        self,
        page: Page,
        start: int,
        end: int,
        *,
        sort: Sort,
        rule: str,
        head: int | None = None,
        parties: tuple[str, ...] = (),
        people: tuple[str, ...] = (),
        role: str | None = None,
        antecedent: tuple[int, int] | None = None,
        confidence: Confidence = "high",
    ) -> Mention:
        """Note that the words from `start` to `end` of a page mention somebody."""
        first, last = page.tokens[start], page.tokens[end - 1]
        top = head_of(page, start, end) if head is None else head
        mention = Mention(
            start=page.block.start + first.idx,
            end=page.block.start + last.idx + len(last),
            head=page.tokens[top],
            sentence=page.numbers[start],
            sort=sort,
            parties=parties,
            people=people,
            role=role,
            antecedent=antecedent,
            rule=f"mentions.{rule}",
            confidence=confidence,
        )
        for i in range(start, end):
            page.taken[i] = mention
        return mention

    def change(self, page: Page, mention: Mention, **fields: Any) -> Mention:
        """Put another mention into the place of one."""
        new = replace(mention, **fields)
        i = mention.head.i
        while i > 0 and page.taken[i - 1] is mention:
            i -= 1
        while i < len(page.taken) and page.taken[i] is mention:
            page.taken[i] = new
            i += 1
        return new

    def mentions(self) -> Iterator[tuple[Page, Mention]]:
        """Yield the mentions in the order of the text."""
        for page in self.pages:
            last = None
            for one in page.taken:
                if one is not None and one is not last:
                    yield page, one
                last = one

    def kind(self, party: str) -> str | None:
        """Return what kind of party this is."""
        member = self.cast.member(party)
        if member is not None:
            return member.kind
        new = self.newcomers.get(party)
        return None if new is None else new.kind


def head_of(page: Page, start: int, end: int) -> int:
    """Return the word of a phrase on which the others hang: the last that hangs outside."""
    for i in range(end - 1, start - 1, -1):
        head = page.tokens[i].head.i
        outside = not start <= head < end or head == i
        if outside and page.tags[i] not in ("POS", "HYPH", ",", "''"):
            return i
    return end - 1


def turned(analysis: Analysis, cast: Cast) -> Board:
    """Return the board of a report, with the names of the cast looked up and nobody marked."""
    matcher = cast.matcher()
    pages = []
    for block in analysis.blocks:
        doc = block.doc
        tokens = list(doc)
        words = [token.text for token in tokens]
        pages.append(
            Page(
                block,
                tokens,
                words,
                [word.lower() for word in words],
                [token.tag_ for token in tokens],
                doc.user_data["sentences"],
                list(matcher.find(words)),
                [None] * len(tokens),
                frozenset(
                    number
                    for number, size in Counter(doc.user_data["sentences"]).items()
                    if size > MOST_WORDS
                ),
            )
        )
    return Board(analysis, cast, analysis.report.published, pages)
