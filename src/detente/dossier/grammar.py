"""The language of expressions: text in, the parts of :mod:`expressions` out, and back.

Options bind tightest, then ``not``, ``and``, ``or``, ``if`` and ``iff``; a second ``if`` or
``iff`` in a row needs brackets, because readers disagree on what it would mean.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from detente.dossier.expression_text import parts
from detente.dossier.expressions import And, Count, Expression, If, Iff, Not, Or, Pattern, Taken
from detente.dossier.names import ExpressionMistake, Names
from detente.dossier.wording import shown

MAX_LENGTH = 5_000
MAX_NESTING = 50

_GRAMMAR = r"""
?start: condition
?condition: or_
    | or_ "if" or_   -> if_
    | or_ "iff" or_  -> iff
?or_: and_ | and_ ("or" and_)+
?and_: not_ | not_ ("and" not_)+
?not_: atom
    | "not" not_      -> negated
?atom: OPTION       -> taken
    | PATTERN       -> pattern
    | "(" condition ")"
    | "at" "most" "one" "of" list     -> at_most
    | "at" "least" "one" "of" list    -> at_least
    | "exactly" "one" "of" list       -> exactly
list: "(" condition ("," condition)* ")"
OPTION: /[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?/
PATTERN: /[YN-]+/
%ignore /[ \t\n]+/
"""

_TERMINALS = {
    "PATTERN": "a pattern",
    "LPAR": "(",
    "RPAR": ")",
    "COMMA": "a comma",
    "$END": "the end",
}


class _Build(Transformer[Token, Any]):
    """Builds parts bottom-up as the parser goes; an option keeps its token for its place."""

    def taken(self, children: list[Token]) -> Expression:
        return Taken(children[0])

    def pattern(self, children: list[Token]) -> Expression:
        return Pattern(children[0])

    def negated(self, children: list[Expression]) -> Expression:
        return Not(children[0])

    def and_(self, children: list[Expression]) -> Expression:
        return And(tuple(children))

    def or_(self, children: list[Expression]) -> Expression:
        return Or(tuple(children))

    def if_(self, children: list[Expression]) -> Expression:
        return If(children[0], children[1])

    def iff(self, children: list[Expression]) -> Expression:
        return Iff(children[0], children[1])

    def list(self, children: list[Expression]) -> tuple[Expression, ...]:
        return tuple(children)

    def at_most(self, children: Any) -> Expression:
        return Count(0, 1, children[0])

    def at_least(self, children: Any) -> Expression:
        return Count(1, None, children[0])

    def exactly(self, children: Any) -> Expression:
        return Count(1, 1, children[0])


@cache
def _parser() -> Lark:
    return Lark(
        _GRAMMAR, parser="lalr", lexer="basic", transformer=_Build(), maybe_placeholders=False
    )


def parse(text: str, names: Names) -> Expression:
    """Return the expression that `text` writes over what `names` holds.

    Raises
    ------
    ExpressionMistake
        If it is too long or nested too deep, cannot be parsed, or names what is not there.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionMistake(
            0, "expression-too-long", f"the expression is longer than {MAX_LENGTH:,} characters",
            "Split it",
        )  # fmt: skip
    try:
        raw: Any = _parser().parse(text)
    except UnexpectedCharacters as error:
        raise _strange_character(text, error, names.noun) from error
    except UnexpectedToken as error:
        raise _strange_token(text, error, names.noun) from error
    if _nesting(raw) > MAX_NESTING:
        raise ExpressionMistake(
            0, "expression-too-deep", f"the expression is nested more than {MAX_NESTING} deep",
            "Write it flatter, or split it",
        )  # fmt: skip
    return _resolve(raw, names)


def _nesting(expression: Expression) -> int:
    level, depth = [expression], 0
    while level:
        depth += 1
        level = [part for outer in level for part in parts(outer)]
    return depth


def _resolve(raw: Expression, names: Names) -> Expression:
    match raw:
        case Taken(token):
            return Taken(names.find(str(token), _offset(token)))
        case Pattern(token):
            return Pattern(names.pattern(str(token), _offset(token)))
        case Not(part):
            return Not(_resolve(part, names))
        case And(inner):
            return And(tuple(_resolve(part, names) for part in inner))
        case Or(inner):
            return Or(tuple(_resolve(part, names) for part in inner))
        case If(then, condition):
            return If(_resolve(then, names), _resolve(condition, names))
        case Iff(left, right):
            return Iff(_resolve(left, names), _resolve(right, names))
        case Count(low, high, inner):
            return Count(low, high, tuple(_resolve(part, names) for part in inner))


def _offset(token: str) -> int:
    return (token.start_pos or 0) if isinstance(token, Token) else 0


def _strange_character(text: str, error: UnexpectedCharacters, noun: str) -> ExpressionMistake:
    offset = error.pos_in_stream or 0
    character = text[offset]
    remedy = f"Expressions use small letters, digits, _ and . for {noun}s"
    if noun == "option":
        remedy += ", and Y, N, - for patterns"
    if character in "&|!=<>":
        remedy = "Write and, or, not, iff in words"
    return ExpressionMistake(
        offset, "expression-syntax",
        f"at character {offset + 1} stands {character}, which no expression has", remedy,
    )  # fmt: skip


def _strange_token(text: str, error: UnexpectedToken, noun: str) -> ExpressionMistake:
    token = error.token
    if token.type in ("IF", "IFF"):
        bracketed = _bracketing(text, token)
        if bracketed is not None:
            return ExpressionMistake(
                token.start_pos or 0, "expression-brackets",
                f"a second {token} follows at character {(token.start_pos or 0) + 1}"
                " and could be read in two ways", bracketed,
            )  # fmt: skip
    offset = len(text) if token.type == "$END" else token.start_pos or 0
    found = "ends too early" if token.type == "$END" else f"has {shown(str(token))}"
    where = "" if token.type == "$END" else f" at character {offset + 1}"
    expected = set(error.accepts or error.expected) - ({"PATTERN"} if noun == "outcome" else set())
    terminals = {**_TERMINALS, "OPTION": f"an {noun}"}
    could = sorted(terminals.get(name, name.lower()) for name in expected)
    return ExpressionMistake(
        offset, "expression-syntax", f"the expression {found}{where}",
        f"Here could come {', '.join(could)}",
    )  # fmt: skip


def _bracketing(text: str, second: Token) -> str | None:
    """Return how to bracket around the `second` of two ``if``, or `None` if there is no first."""
    tokens = list(_parser().lex(text[: second.start_pos or 0]))
    depth, first, begin = 0, None, 0
    for token in reversed(tokens):
        if token.type == "RPAR":
            depth += 1
        elif depth and token.type == "LPAR":
            depth -= 1
        elif not depth and token.type in ("LPAR", "COMMA"):
            begin = token.end_pos or 0
            break
        elif not depth and token.type in ("IF", "IFF") and first is None:
            first = token
    if first is None:
        return None
    one = text[begin : first.start_pos].strip()
    two = text[first.end_pos : second.start_pos].strip()
    three = _until_close(text[second.end_pos or 0 :]).strip() or "..."
    return (
        f"Write ({one} {first} {two}) {second} {three}, or {one} {first} ({two} {second} {three})"
    )


def _until_close(text: str) -> str:
    depth = 0
    for i, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0 or (depth == 0 and character == ","):
            return text[:i]
    return text
