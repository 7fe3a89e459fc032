"""States, moves and wishes in words.

An option is written as an instruction (*Go on bombing opposition areas*), so it reads well
after ``would`` (what a state is), ``to`` (what a party wants or chooses) and ``should``
(a condition). Names the analyst gave to states come first; a state without one is told by
its difference from today.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from detente.conflict.model import ConflictModel
from detente.dossier.expressions import (
    And,
    Count,
    Expression,
    If,
    Iff,
    Not,
    Or,
    Pattern,
    Taken,
)
from detente.words import say
from detente.words.ceasing import ceasing
from detente.words.naming import bare, capital, clean, the

Mode = Literal["would", "to", "should"]


class Teller:
    """Tells states, changes and expressions of one conflict.

    Parameters
    ----------
    model : ConflictModel
        The compiled conflict.
    stops : bool
        Say *stop bombing* for *no longer go on bombing* where an option's words allow it.
    """

    def __init__(self, model: ConflictModel, stops: bool = False) -> None:
        self.model = model
        self.parties = tuple(the(name) for name in model.party_names)
        self.texts = tuple(bare(text) for text in model.option_texts)
        self._ends = tuple(ceasing(text) if stops else None for text in self.texts)
        self._index = {option: k for k, option in enumerate(model.options)}
        self._named: dict[int, str] = {}
        for states, name in model.names:
            for state in states.tolist():
                self._named.setdefault(state, clean(name).rstrip("."))

    def party(self, party: int) -> str:
        """Return the party's name as it stands inside a sentence."""
        return self.parties[party]

    def label(self, state: int) -> str:
        """Return the state's pattern."""
        return self.model.label(state)

    def name(self, state: int) -> str | None:
        """Return the short name the analyst gave, if any."""
        return self._named.get(state)

    def state(self, state: int) -> str:
        """Return `state` in words, with a capital: its name or how it differs from today."""
        today = self.model.status_quo
        name = self.name(state)
        if name is not None:
            namesakes = today is not None and state != today and self.name(today) == name
            if not namesakes:
                return capital(name)
        return self.plain(state)

    def plain(self, state: int) -> str:
        """Return how `state` differs from today, or what is done in it, whatever its name."""
        today = self.model.status_quo
        if state == today:
            return say("conflict.state.today")
        if today is None:
            return capital(self._doings(state)) or say("conflict.state.nothing")
        return say("conflict.state.differs", changes="; ".join(self.difference(today, state)))

    def inside(self, state: int) -> str:
        """Return `state` in words as it stands inside a sentence."""
        name = self.name(state)
        told = self.state(state)
        if name is not None and told == capital(name):
            return say("conflict.state.named", name=told)
        done = self._doings(state) if self.model.status_quo is None else ""
        return done or told[:1].lower() + told[1:]

    def change(self, before: int, after: int, party: int | None = None) -> str:
        """Return what a party would choose to do in moving, as ``to X and no longer to Y``."""
        old, new = self._letters(before), self._letters(after)
        words = []
        for k, (a, b) in enumerate(zip(old, new, strict=True)):
            if a == b or (party is not None and int(self.model.owner[k]) != party):
                continue
            if b == "Y":
                words.append(say("conflict.do.to", what=self.texts[k]))
            elif b == "N":
                words.append(self.ended("to", k))
        return say("words.and", items=words) if words else say("conflict.do.other")

    def action(self, before: int, after: int, party: int) -> str:
        """Return what a party would do in moving, as an instruction."""
        old, new = self._letters(before), self._letters(after)
        words = []
        for k, (a, b) in enumerate(zip(old, new, strict=True)):
            if a != b and int(self.model.owner[k]) == party and b != "-":
                told = say("conflict.do.plain", what=self.texts[k])
                words.append(told if b == "Y" else self.ended("plain", k))
        return capital(say("words.and", items=words)) if words else say("conflict.do.plain_other")

    def ended(self, mode: Literal["would", "to", "plain"], option: int) -> str:
        """Return that what is done under `option` would end."""
        ends = self._ends[option]
        if ends is not None:
            return say(f"conflict.do.{mode}", what=ends)
        return say(f"conflict.do.{mode}_no_longer", what=self.texts[option])

    def pattern(self, letters: str) -> str:
        """Return what all states under a pattern share, in whichever way is shorter."""
        open_ = [k for k, letter in enumerate(letters) if letter == "-"]
        today = self.model.status_quo
        if len(open_) == len(letters):
            return say("conflict.state.anything")
        if today is not None:
            here = self._letters(today)
            same = sum(1 for a, b in zip(here, letters, strict=True) if a == b)
            if len(open_) <= same and "-" not in here:
                changed = "".join("-" if a == b else b for a, b in zip(here, letters, strict=True))
                told = self._clauses(changed, "YN", here)
                head = (
                    say("conflict.state.differs", changes="; ".join(told))
                    if told
                    else say("conflict.state.today")
                )
                return head + self._open(open_)
        told = self._clauses(letters, "YN")
        rest = say("conflict.state.rest_open") if open_ else ""
        return capital("; ".join(told)) + rest

    def _open(self, options: Sequence[int]) -> str:
        if not options:
            return ""
        parts = [
            say("conflict.do.clause", who=self.parties[int(self.model.owner[k])], what=what)
            for k in options
            for what in [say("conflict.do.to", what=self.texts[k])]
        ]
        return say("conflict.state.either_way", parts="; ".join(parts))

    def wish(self, expression: Expression, party: int) -> str:
        """Return what a party wants, as it stands after *would like*."""
        return self._told(expression, "to", party)

    def fact(self, expression: Expression) -> str:
        """Return an expression as a sentence without its full stop."""
        return self._told(expression, "would", None)

    def _doings(self, state: int) -> str:
        """Return what is done in `state`, and what may be; empty where it is nothing."""
        letters = self._letters(state)
        told = self._clauses(letters, "Y")
        open_ = [self.texts[k] for k, letter in enumerate(letters) if letter == "-"]
        if open_:
            told.append(say("conflict.state.open", options=open_))
        return "; ".join(told)

    def _letters(self, state: int) -> str:
        return self.model.label(state)

    def difference(self, today: int, state: int) -> list[str]:
        """Return what would be otherwise in `state` than in `today`, a clause a party."""
        old, new = self._letters(today), self._letters(state)
        changed = "".join(
            "-" if a == b else b if b != "-" else "?" for a, b in zip(old, new, strict=True)
        )
        told = self._clauses(changed.replace("?", "-"), "YN", old)
        open_ = [self.texts[k] for k, letter in enumerate(changed) if letter == "?"]
        if open_:
            told.append(say("conflict.state.open", options=open_))
        return told or [say("conflict.state.open_rest")]

    def _clauses(self, letters: str, wanted: str, before: str = "") -> list[str]:
        """Return one clause a party: what it would and would not do."""
        by_party: dict[int, list[str]] = {}
        for k, letter in enumerate(letters):
            if letter not in wanted or letter == "-":
                continue
            if letter == "N" and before and before[k] == "Y":
                told = self.ended("would", k)
            else:
                code = "would" if letter == "Y" else "would_not"
                told = say(f"conflict.do.{code}", what=self.texts[k])
            by_party.setdefault(int(self.model.owner[k]), []).append(told)
        return [
            say("conflict.do.clause", who=self.parties[party], what=words)
            for party, words in by_party.items()
        ]

    def _literal(self, option: int, taken: bool, mode: Mode, own: int | None) -> str:
        party = int(self.model.owner[option])
        ends = self._ends[option] if not taken and self._done(option) else None
        code = mode if taken or ends else f"{mode}_not"
        what = say(f"conflict.do.{code}", what=ends or self.texts[option])
        if mode == "to" and party == own:
            return what
        return say("conflict.do.clause", who=self.parties[party], what=what)

    def _done(self, option: int) -> bool:
        today = self.model.status_quo
        return today is not None and self._letters(today)[option] == "Y"

    def _told(self, expression: Expression, mode: Mode, own: int | None) -> str:
        match expression:
            case Taken(option):
                return self._literal(self._index[option], True, mode, own)
            case Not(Taken(option)):
                return self._literal(self._index[option], False, mode, own)
            case Not(Not(part)):
                return self._told(part, mode, own)
            case Not(And(parts)):
                return self._joined("or", tuple(map(Not, parts)), mode, own)
            case Not(Or(parts)):
                return self._joined("and", tuple(map(Not, parts)), mode, own)
            case Not(If(then, condition)):
                return self._joined("and", (condition, Not(then)), mode, own)
            case Not(Iff(left, right)):
                return self._told(Iff(left, Not(right)), mode, own)
            case Not(part):
                return say(f"conflict.expression.not_{mode}", part=self._told(part, "would", None))
            case Pattern(letters):
                fixed = [k for k, letter in enumerate(letters) if letter != "-"]
                fixed.sort(key=lambda k: int(self.model.owner[k]) != own)
                told = [self._literal(k, letters[k] == "Y", mode, own) for k in fixed]
                return say("words.and", items=told) or say("conflict.state.anything")
            case And(parts):
                return self._joined("and", parts, mode, own)
            case Or(parts):
                return self._joined("or", parts, mode, own)
            case If(then, condition):
                return say(
                    "conflict.expression.if",
                    then=self._nested(then, mode, own),
                    condition=self._told(condition, "should", None),
                )
            case Iff(left, right):
                return say(
                    "conflict.expression.iff",
                    left=self._nested(left, mode, own),
                    right=self._told(right, "should", None),
                )
            case Count(low, high, parts):
                return self._count(low, high, parts)
        raise TypeError(f"not an expression: {expression!r}")

    def _joined(self, word: str, parts: Sequence[Expression], mode: Mode, own: int | None) -> str:
        # a part without a subject of its own would be read as that of the part before it
        if mode == "to":
            parts = sorted(parts, key=lambda part: not self._unnamed(part, own))
        told = [self._nested(part, mode, own) for part in parts]
        if word == "and":
            return say("words.and", items=told)
        return say("conflict.expression.or", first=", ".join(told[:-1]), last=told[-1])

    def _unnamed(self, part: Expression, own: int | None) -> bool:
        """Return whether something in `part` is told without naming the party that does it."""
        match part:
            case Taken(option):
                return int(self.model.owner[self._index[option]]) == own
            case Pattern(letters):
                fixed = (k for k, letter in enumerate(letters) if letter != "-")
                return any(int(self.model.owner[k]) == own for k in fixed)
            case Not(If(then, condition)):
                return self._unnamed(then, own) or self._unnamed(condition, own)
            case Not(inner) | If(inner, _) | Iff(inner, _):
                return self._unnamed(inner, own)
            case And(parts) | Or(parts):
                return any(self._unnamed(one, own) for one in parts)
        return False

    def _nested(self, part: Expression, mode: Mode, own: int | None) -> str:
        told = self._told(part, mode, own)
        literal = part.part if isinstance(part, Not) else part
        simple = isinstance(literal, Taken)
        return told if simple else say("conflict.expression.bracket", part=told)

    def _count(self, low: int, high: int | None, parts: Sequence[Expression]) -> str:
        told = "; ".join(self._told(part, "would", None) for part in parts)
        if high == low:
            return say("conflict.expression.exactly", n=low, parts=told)
        if high is None:
            return say("conflict.expression.at_least", n=low, parts=told)
        if low == 0:
            return say("conflict.expression.at_most", n=high, parts=told)
        return say("conflict.expression.between", low=low, high=high, parts=told)
