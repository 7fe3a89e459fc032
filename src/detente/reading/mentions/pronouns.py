"""Pronouns: the last who could be meant, and nobody where two could.

A pronoun looks first at the subject of the clause that governs its own ("Lavrov said he would"),
then at the people of its sentence before it, then at the sentence before. What cannot be told is
left open: a wrong name costs more than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Mention
from detente.reading.mentions.board import Board, Page
from detente.reading.mentions.clauses import SUBJECTS, coargument, subjects_above
from detente.reading.mentions.lexicon import (
    PRONOUNS_HE,
    PRONOUNS_IT,
    PRONOUNS_SHE,
    PRONOUNS_THEY,
    SPEECH,
)
from detente.reading.mentions.owned import own_body
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 3
_SOMEBODY = frozenset({"source", "role"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_SETTLED = words_of("""
    ready willing prepared open committed concerned opposed aware sure confident responsible
    ready-to unwilling unable able
    """)
"""What only somebody can be: "it was ready"."""


class Story:
    """Who was named so far, sentence by sentence."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.named: dict[int, list[tuple[Page, Mention]]] = {}

    def note(self, page: Page, mention: Mention) -> None:
        """Note a mention."""
        self.named.setdefault(mention.sentence, []).append((page, mention))

    def people(self, sentence: int, gender: str) -> list[Mention]:
        """Return the mentions of one person of this gender, or of none that is known."""
        found = []
        for _, one in self.named.get(sentence, ()):
            if len(one.people) == 1:
                human = self.board.people.get(one.people[0])
                if human is not None and human.gender in ((None, "m") if gender == "m" else ("f",)):
                    found.append(one)
        return found


def mark_pronouns(board: Board) -> None:
    """Mark the pronouns of the third person that can be told."""
    story = Story(board)
    for page in board.pages:
        last = None
        for i, word in enumerate(page.lower):
            taken = page.taken[i]
            if taken is not None:
                if taken is not last:
                    story.note(page, taken)
                last = taken
                continue
            found = None
            if page.numbers[i] in page.endless:
                continue
            if word in PRONOUNS_HE:
                found = _person(story, page, i, "m")
            elif word in PRONOUNS_SHE:
                found = _person(story, page, i, "f")
            elif word in PRONOUNS_THEY:
                found = _plural(story, page, i)
            elif word in PRONOUNS_IT:
                found = _thing(page, i, story)
            if found is not None:
                new = board.add(
                    page, i, i + 1, sort="pronoun", rule="pronoun", parties=found.parties,
                    people=found.people, antecedent=found.antecedent or found.span,
                    confidence="medium",
                )  # fmt: skip
                story.note(page, new)
                owned = own_body(board, page, i, found)
                if owned is not None:
                    story.note(page, owned)


def _person(story: Story, page: Page, i: int, gender: str) -> Mention | None:
    token = page.tokens[i]
    if i and page.words[i] == "His" and _title_follows(page, i):
        return None
    here = [one for one in story.people(page.numbers[i], gender) if one.head.i < i]
    barred = coargument(page, token)
    here = [one for one in here if barred is None or barred not in one.people]
    object_ = token.dep_ in ("dobj", "dative", "pobj")
    quoted = _quoted(page, i)
    for subject in subjects_above(token):
        mention = page.taken[subject.i]
        nameless = mention is not None and not mention.people and mention.sort in _SOMEBODY
        if nameless and subject.i < i and subject.tag_ in ("NN", "NNP"):
            return None
        if mention in here and mention is not None:
            rival = any(
                one.people != mention.people and one.head.i > mention.head.i for one in here
            )
            if rival and token.head.dep_ == "advcl":
                return None
            if not quoted or subject.head.i == token.head.i:
                return mention
            here = [one for one in here if one.people != mention.people]
    if here:
        return _only(here)
    for back in range(1, _FARTHEST + 1):
        number = page.numbers[i] - back
        found = story.people(number, gender)
        if found:
            subjects = [one for one in found if _is_subject(one)]
            if not object_ and len({one.people for one in subjects}) == 1:
                return subjects[0]
            return _only(found)
        if any(
            one.people or (one.sort in ("source", "role") and one.head.tag_ in ("NN", "NNP"))
            for _, one in story.named.get(number, ())
        ):
            return None
    return None


def _title_follows(page: Page, i: int) -> bool:
    return i + 1 < len(page.words) and page.lower[i + 1] in ("majesty", "excellency", "highness")


def _only(found: list[Mention]) -> Mention | None:
    """Return the last mention if all are of one person."""
    return found[-1] if len({one.people for one in found}) == 1 else None


def _is_subject(mention: Mention) -> bool:
    head = mention.head
    for _ in range(3):
        if head.dep_ in SUBJECTS:
            return bool(head.head.dep_ in ("ROOT", "ccomp", "conj"))
        if head.dep_ not in ("appos", "compound", "nmod", "conj"):
            return False
        head = head.head
    return False


def _quoted(page: Page, i: int) -> bool:
    """Tell whether word `i` stands between quotation marks within its sentence."""
    marks = 0
    j = i - 1
    while j >= 0 and page.numbers[j] == page.numbers[i]:
        if page.words[j] in ('"', "“", "”", "«", "»", "``", "''"):
            marks += 1
        j -= 1
    return marks % 2 == 1


def _many(mention: Mention) -> bool:
    """Tell whether a mention is of several: of its words or by what they mean."""
    return (
        mention.sort == "group"
        or len(mention.parties) > 1
        or len(mention.people) > 1
        or mention.head.tag_ in _PLURAL_TAGS
    )


def _plural(story: Story, page: Page, i: int) -> Mention | None:
    token = page.tokens[i]
    for subject in subjects_above(token):
        mention = page.taken[subject.i]
        if mention is None:
            if subject.i < i and subject.tag_ in _PLURAL_TAGS:
                return None
            continue
        if subject.i < i and _many(mention) and (mention.parties or mention.people):
            return mention
        if subject.i < i and any(child.dep_ == "conj" for child in subject.children):
            return _pair(page, subject, mention)
    opens = token.lower_ == "their" and token.i == token.sent.start
    if not opens and (token.dep_ not in SUBJECTS or token.head.dep_ not in ("ROOT", "ccomp")):
        return None
    before = [
        one
        for _, one in story.named.get(page.numbers[i] - 1, ())
        if _is_subject(one) and (one.parties or one.people)
    ]
    many = [one for one in before if _many(one)]
    return many[0] if len(many) == 1 and len(before) == 1 else None


def _pair(page: Page, subject: Token, first: Mention) -> Mention | None:
    """Return two who are joined by "and" as one mention for the pronoun to take over."""
    from dataclasses import replace

    parties, people = dict.fromkeys(first.parties), dict.fromkeys(first.people)
    for child in subject.children:
        if child.dep_ == "conj":
            other = page.taken[child.i]
            if other is None:
                return None
            parties.update(dict.fromkeys(other.parties))
            people.update(dict.fromkeys(other.people))
    return replace(first, parties=tuple(parties), people=tuple(people))


def _thing(page: Page, i: int, story: Story) -> Mention | None:
    """Return the party that "it" or "its" means: the subject above, or the one before."""
    token = page.tokens[i]
    if token.lower_ == "it" and _expletive(token):
        return None
    if token.lower_ == "its":
        subjects = subjects_above(token)
        near = [page.taken[one.i] for one in subjects]
        near = [one for one in near if one is None or one.sort != "role"]
        if near and near[0] is not None and near[0].people:
            return _last_thing(story, page.numbers[i])
        if near:
            return _single(near[0])
        if not page.words[i][0].isupper():
            return None
        return _subject_before(story, page.numbers[i])
    if token.dep_ not in SUBJECTS:
        return None
    above = subjects_above(token)
    if above:
        first = page.taken[above[0].i]
        spoken = above[0].head.lemma_.lower() in SPEECH and above[0].i < i
        return _single(first) if spoken else None
    if token.head.dep_ != "ROOT" or token.head.lemma_.lower() not in SPEECH:
        return None
    for clause in token.head.children:
        if clause.dep_ == "ccomp" and clause.i < token.i:
            return next(
                (_single(page.taken[one.i]) for one in clause.children if one.dep_ in SUBJECTS),
                None,
            )
    return _subject_before(story, page.numbers[i])


def _last_thing(story: Story, sentence: int) -> Mention | None:
    """Return the only party that a sentence names so far other than through its people."""
    things = [one for _, one in story.named.get(sentence, ()) if _single(one) is not None]
    return things[-1] if len({one.parties for one in things}) == 1 else None


def _subject_before(story: Story, sentence: int) -> Mention | None:
    """Return the subject of the sentence before if it is one party."""
    before = [one for _, one in story.named.get(sentence - 1, ()) if _is_subject(one)]
    return _single(before[0]) if len({one.parties for one in before}) == 1 else None


def _single(mention: Mention | None) -> Mention | None:
    """Return a mention if it is of one party and of nobody in person."""
    if mention is None or mention.people or len(mention.parties) != 1 or mention.sort == "source":
        return None
    return None if mention.head.tag_ in _PLURAL_TAGS and mention.sort != "name" else mention


def _expletive(token: Token) -> bool:
    """Tell whether "it" stands for nothing: "it is not possible to"."""
    verb = token.head
    if any(child.dep_ == "acomp" and child.lower_ in _SETTLED for child in verb.children):
        return False
    if verb.lemma_.lower() in ("be", "seem", "appear", "become", "remain", "take", "make"):
        return True
    return (
        verb.dep_ == "ROOT"
        and any(child.dep_ == "ccomp" for child in verb.children)
        and (verb.lemma_.lower() in ("mean", "emerge", "transpire", "follow"))
    )
