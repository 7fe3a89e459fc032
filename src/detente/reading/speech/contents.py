"""What is said: the clause, the quote or the object that a word of saying governs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, Sentence, offset
from detente.reading.report import Span
from detente.reading.speech.cues import ADDRESSED, NAMING, VERBS
from detente.reading.speech.phrases import child, end_of, pieces, prepositions, text_at, under
from detente.reading.speech.quotes import Quotes
from detente.reading.speech.speakers import goes_on, outer, torn_off

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Content:
    """What is said.

    Parameters
    ----------
    spans : tuple of tuple of int
        Where it stands: more than one stretch if the word of saying interrupts it.
    root : Token or None
        The head of its clause, if it is one.
    """

    spans: tuple[Span, ...]
    root: Token | None = None

    def text(self, analysis: Analysis) -> str:
        """Return its words."""
        return text_at(analysis, self.spans)

    @property
    def extent(self) -> Span:
        """From its first to its last letter."""
        return self.spans[0][0], self.spans[-1][1]


def clause(root: Token, without: list[Span] | None = None) -> Content | None:
    """Return the clause of `root`, without the word that introduces it."""
    start, end = under(root)
    first = root.left_edge
    while first.i < root.i and (
        (first.lower_ == "that" and first.dep_ == "mark") or first.is_punct or first.dep_ == "cc"
    ):
        first = first.nbor()
    start = offset(first)
    for one in root.children:
        if one.i > root.i and (goes_on(one) or _breaks_off(one)):
            before = one.left_edge.nbor(-1)
            while before.i > root.i and (before.is_punct or before.dep_ == "cc"):
                before = before.nbor(-1)
            end = min(end, end_of(before))
    spans = pieces((start, end), without or [])
    spans = [one for one in spans if one[1] - one[0] > 1]
    return Content(tuple(spans), root) if spans else None


def _breaks_off(verb: Token) -> bool:
    """Tell whether a verb of saying within a clause begins another saying.

    "Said that A had left, while B vowed to stay": the clause has a speaker of its own. "Said it
    would not talk, and described ...": the verb does not fit the infinitive it is joined to.
    """
    if verb.lemma_ not in VERBS and verb.lemma_ not in NAMING:
        return False
    mark = child(verb, "mark")
    if verb.dep_ == "advcl" and mark is not None and mark.lower_ in ("while", "as", "whereas"):
        return child(verb, "nsubj") is not None and verb.left_edge.nbor(-1).text == ","
    return torn_off(verb) or outer(verb) != verb


def said_by(verb: Token) -> Content | None:
    """Return the clause that is the object of `verb`, wherever it stands."""
    inner = _clause_of(verb)
    if inner is not None and _reports(inner):
        inner = _clause_of(inner)
    elif inner is not None and _reports(verb):
        above = verb.head
        return Content(((under(above)[0], end_of(inner.right_edge)),), above)
    if inner is not None:
        span = under(inner)
        if span[0] <= offset(verb) < span[1]:
            return clause(inner, [_core(verb, inner)])
        found = clause(inner)
        tail = _tail(verb, inner)
        if found is not None and tail is not None:
            return Content((*found.spans[:-1], (found.spans[-1][0], tail)), inner)
        return found
    if verb.dep_ == "parataxis" and child(verb, "nsubj") is not None:
        above = verb.head.head if verb.head.dep_ in ("aux", "auxpass") else verb.head
        return clause(above, [under(verb)])
    for one in verb.children:
        if one.dep_ == "prep" and one.lower_ in ("in", "on", "during", "at", "to"):
            for place in one.children:
                for late in place.children:
                    if late.dep_ in ("acl", "relcl", "ccomp") and child(late, "mark") is not None:
                        return clause(late)
    for one in verb.children:
        if one.dep_ == "advcl" and child(one, "mark") is not None:
            mark = child(one, "mark")
            if mark is not None and mark.lower_ == "that":
                return clause(one)
    return None


def _reports(verb: Token) -> bool:
    """Tell whether `verb` stands behind a saying that it reports: "A said that B, C reported".

    The parser makes it the clause of the saying, and the clause its own.
    """
    teller, inner = child(verb, "nsubj"), _clause_of(verb)
    return (
        verb.dep_ == "ccomp" and verb.head.lemma_ in VERBS and verb.lemma_ in VERBS
        and teller is not None and inner is not None
        and verb.head.i < inner.left_edge.i and inner.right_edge.i < teller.left_edge.i
    )  # fmt: skip


def _clause_of(verb: Token) -> Token | None:
    """Return the head of the clause that `verb` reports, one behind it before one in front."""
    found = [
        one
        for one in verb.children
        if one.dep_ == "ccomp" and (one.tag_ != "VBG" or child(one, "aux", "nsubj") is not None)
    ]
    later = [one for one in found if one.i > verb.i]
    if later or not found:
        return later[0] if later else None
    thing = child(verb, "dobj")
    return found[-1] if thing is None or verb.lemma_ in ADDRESSED else None


def _tail(verb: Token, inner: Token) -> int | None:
    """Return where a clause ends whose last verb the parser hung on the word of saying.

    Of "insists that no deal is possible until the rebels, backed by others, should be banned" the
    last verb has a helping verb but neither a subject nor a word that joins it.
    """
    joined = any(one.dep_ == "cc" for one in verb.children)
    for one in verb.children:
        if (
            one.dep_ == "conj"
            and one.i > inner.right_edge.i
            and not joined
            and (
                child(one, "nsubj", "nsubjpass") is None
                and child(one, "aux", "auxpass") is not None
            )
        ):
            return under(one)[1]
    return None


def _core(verb: Token, inner: Token) -> Span:
    """Return the stretch of a verb of saying and its subject within the clause it reports."""
    start, end = offset(verb), end_of(verb)
    for one in verb.children:
        if one != inner and one.dep_ in ("nsubj", "dobj", "prep", "advmod", "aux", "npadvmod"):
            span = under(one)
            start, end = min(start, span[0]), max(end, span[1])
    return start, end


def ending(content: Content, place: int) -> Content:
    """Return a content that ends before `place`."""
    spans = tuple((start, min(end, place)) for start, end in content.spans if start < place)
    return Content(spans, content.root) if spans else content


def with_condition(verb: Token, content: Content) -> Content:
    """Return a content with the condition behind it that the parser hung on the word of saying."""
    for one in verb.children:
        mark = child(one, "mark") if one.dep_ == "advcl" else None
        if mark is None or mark.lower_ not in ("unless", "until", "if", "before", "as", "once"):
            continue
        if mark.lower_ == "as" and not any(near.lower_ == "long" for near in one.children):
            continue
        start, end = under(one)
        last = content.spans[-1][1]
        if one.i > verb.i and 0 <= start - last <= 8 and last > offset(verb):
            return Content((*content.spans[:-1], (content.spans[-1][0], end)), content.root)
    return content


def infinitive(verb: Token) -> Content | None:
    """Return what somebody is to do: "urged both sides to stop"."""
    for one in verb.children:
        if one.dep_ in ("xcomp", "ccomp", "advcl") and one.i > verb.i:
            aux = child(one, "aux")
            if aux is not None and aux.lower_ == "to":
                return clause(one)
    return None


def second_to(verb: Token, peer: Token) -> Content | None:
    """Return what follows the "to" behind the one addressed, where the parser saw no infinitive."""
    end = end_of(verb.right_edge)
    for one in verb.doc[peer.i + 1 : verb.right_edge.i]:
        if one.lower_ == "to":
            return Content(((offset(one), end),), None)
        if one.is_punct:
            break
    return None


def behind(verb: Token) -> Content | None:
    """Return the object of a verb with the name that the verb gives it."""
    kept = [
        one
        for one in verb.children
        if one.i > verb.i and (one.dep_ in ("dobj", "oprd", "ccomp", "nsubj") or one.lower_ == "as")
    ]
    if not kept:
        return None
    return Content(((under(kept[0])[0], max(under(one)[1] for one in kept)),), None)


def object_of(verb: Token) -> Content | None:
    """Return the object of `verb` as what is said."""
    one = child(verb, "dobj")
    if one is None or one.tag_ in ("PRP", "WDT", "WP"):
        return None
    return Content((under(one),), None)


def after(verb: Token, words: tuple[str, ...]) -> Content | None:
    """Return what hangs on `verb` by one of these prepositions."""
    for word, inner in prepositions(verb):
        if word in words and inner.i > verb.i:
            return Content((under(inner),), inner if inner.dep_ == "pcomp" else None)
    return None


def quoted(cue: Token, sentence: Sentence, quotes: Quotes) -> Content | None:
    """Return the quote beside a word of saying in its sentence, the nearest part first."""
    place = offset(cue)
    spans = [
        (max(start, sentence.start), min(end, sentence.end))
        for start, end in quotes.within(sentence.start, sentence.end)
    ]
    spans = [one for one in spans if not one[0] <= place < one[1] and one[1] - one[0] > 1]
    if not spans:
        return None
    long = [one for one in spans if one[1] - one[0] >= 12] or spans
    return Content(tuple(long), _root(cue, long[0]))


def quote_before(sentence: Sentence, quotes: Quotes, text: str) -> Content | None:
    """Return the quote that ends right before a sentence such as ``he said.``."""
    place = sentence.start - 1
    while place > 0 and text[place].isspace() and sentence.start - place < 4:
        place -= 1
    found = quotes.at(place - 1) if place > 0 else None
    if found is None or text[place] not in "\"”’»'":
        return None
    return Content((found,), _root(sentence.words[0], found))


def _root(near: Token, span: Span) -> Token | None:
    """Return the verb that heads the last clause of a quote."""
    base = near.doc.user_data["start"]
    words = near.doc.char_span(span[0] - base, span[1] - base, alignment_mode="contract")
    if words is None:
        return None
    for one in words:
        if one.pos_ in ("VERB", "AUX") and not words.start <= one.head.i < words.end:
            return one
        if one.head == one and one.pos_ in ("VERB", "AUX"):
            return one
    return None
