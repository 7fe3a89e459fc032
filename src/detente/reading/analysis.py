"""A report, parsed: blocks, sentences, and who and when is mentioned in them.

Rules work on spaCy's tokens; whatever leaves a rule is a place in the stored text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from detente.reading.found import Confidence
from detente.reading.report import Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

Part = Literal["title", "summary", "body", "furniture"]
"""What a block is: headline, standfirst, running text, or what no sentence can come from."""

Sort = Literal["name", "metonym", "person", "role", "nominal", "pronoun", "group", "source"]
"""How someone is mentioned: by name, by a capital or a building, as a person, by office alone, by
an agent noun ("the rebels"), by a pronoun, as a group that others make up ("the two sides"), or as
a source without a name ("diplomatic sources")."""

MOST_READ = 300
"""The longest sentence, in words and marks, that rules look into."""

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that is parsed by itself.

    `doc.text` is the stored text from `start` to `end` with each line feed as a space, so that
    offsets within it are offsets in the report less `start`.
    """

    number: int
    start: int
    end: int
    part: Part
    doc: Doc


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `words` is spaCy's span, `start` and `end` its place in the stored text."""

    number: int
    start: int
    end: int
    part: Part
    words: Words

    @property
    def span(self) -> Span:
        """Its place in the stored text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Someone mentioned.

    Parameters
    ----------
    start, end : int
        The words that mention, without article, in the stored text.
    head : Token
        The head of these words.
    sentence : int
        The sentence's number.
    parties : tuple of str
        Ids of those meant, as in the cast: of a person their party; several of a group.
    people : tuple of str
        Full names of the people meant.
    role : str or None
        The office that stands beside a person's name, or by which the person is meant.
    antecedent : tuple of int or None
        The mention that a pronoun or a description points back to.
    rule : str
        The id of the rule that resolved it.
    """

    start: int
    end: int
    head: Token
    sentence: int
    sort: Sort
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    role: str | None = None
    antecedent: Span | None = None
    rule: str = ""
    confidence: Confidence = "high"

    @property
    def span(self) -> Span:
        """Its place in the stored text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time mentioned.

    Parameters
    ----------
    start, end : int
        Its words in the stored text.
    head : Token
        The token through which it hangs on its verb or noun.
    value : str or None
        The date as a dossier writes it (day, month, year or interval); `None` where it cannot be
        told, such as "yesterday" in a report without a date.
    first, last : datetime.date or None
        The first and last day that `value` covers.
    granularity : str
        What the words tell: day, month, year, interval, or duration ("within 48 hours", whose
        value is the interval from its anchor on).
    anchor : str
        What it counts from: ``"none"`` (a full date), ``"publication"``, ``"text"`` (another
        date of the report).
    tense : str or None
        The tense of the verb that it belongs to.
    sense : str
        ``"at"``, ``"since"``, ``"until"``, ``"by"``, ``"for"``.
    """

    start: int
    end: int
    head: Token
    sentence: int
    value: str | None
    first: date | None = None
    last: date | None = None
    granularity: str = "day"
    anchor: str = "none"
    tense: Tense | None = None
    sense: str = "at"
    rule: str = ""
    confidence: Confidence = "high"

    @property
    def span(self) -> Span:
        """Its place in the stored text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Analysis:
    """A report, parsed and marked up; stages fill `whens` and `mentions` in turn."""

    report: Report
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    whens: tuple[When, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        """The stored text."""
        return self.report.text

    def readable(self) -> Iterator[Sentence]:
        """Yield the sentences that rules read: running text and headlines of a likely length.

        What the parser makes of more than :data:`MOST_READ` words without a full stop means
        nothing, and would take rules long.
        """
        for one in self.sentences:
            if one.part != "furniture" and len(one.words) <= MOST_READ:
                yield one

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence in which `token` stands."""
        number: int = token.doc.user_data["sentences"][token.i]
        return self.sentences[number]

    def mentions_in(self, sentence: Sentence) -> Iterator[Mention]:
        """Yield the mentions of a sentence, in the order of the text."""
        return (one for one in self.mentions if one.sentence == sentence.number)


def offset(token: Token) -> int:
    """Return where `token` starts in the stored text."""
    start: int = token.doc.user_data["start"]
    return start + token.idx


def place_of(words: Words) -> Span:
    """Return the place of spaCy's `words` in the stored text."""
    start: int = words.doc.user_data["start"]
    return start + words.start_char, start + words.end_char
