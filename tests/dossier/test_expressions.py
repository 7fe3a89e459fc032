"""The language of expressions: meaning of the order of binding, and of every mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dossier.expression_text import write
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
from detente.dossier.grammar import parse
from detente.dossier.names import ExpressionMistake, Names

NAMES = Names(("us.join", "us.arm", "ru.ground", "ru.notify"))
A, B, C, D = (Taken(option) for option in NAMES.options)

leaves = st.sampled_from([A, B, C, D]) | st.text("YN-", min_size=4, max_size=4).map(Pattern)


def _larger(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    bounds = st.sampled_from([(0, 1), (1, 1), (1, None)])
    return (
        parts.map(Not)
        | several.map(And)
        | several.map(Or)
        | st.builds(If, parts, parts)
        | st.builds(Iff, parts, parts)
        | st.builds(lambda b, p: Count(b[0], b[1], p), bounds, several)
    )


expressions = st.recursive(leaves, _larger, max_leaves=12)


@given(expressions)
def test_print_and_parse(expression: Expression) -> None:
    assert parse(write(expression), NAMES) == expression


@given(expressions, st.sampled_from([" ", "\n", "  \t "]))
def test_spaces_do_not_matter(expression: Expression, space: str) -> None:
    assert parse(write(expression).replace(" ", space), NAMES) == expression


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("join", A),
        ("us.join", A),
        ("notify", D),
        ("not notify", Not(D)),
        ("not join and arm", And((Not(A), B))),
        ("join and arm or ground", Or((And((A, B)), C))),
        ("join or arm and ground", Or((A, And((B, C))))),
        ("join or arm if ground", If(Or((A, B)), C)),
        ("join if arm or ground", If(A, Or((B, C)))),
        ("join iff not arm", Iff(A, Not(B))),
        ("join and (arm if ground)", And((A, If(B, C)))),
        ("not (join or arm)", Not(Or((A, B)))),
        ("not not join", Not(Not(A))),
        ("YN-Y", Pattern("YN-Y")),
        ("----", Pattern("----")),
        ("not YN-Y or join", Or((Not(Pattern("YN-Y")), A))),
        ("at most one of (join, arm if ground)", Count(0, 1, (A, If(B, C)))),
        ("exactly one of (join)", Count(1, 1, (A,))),
        ("at least one of (join, arm) and ground", And((Count(1, None, (A, B)), C))),
    ],
)
def test_binding(text: str, expected: Expression) -> None:
    assert parse(text, NAMES) == expected


@pytest.mark.parametrize(
    ("text", "code", "offset", "words"),
    [
        ("", "expression-syntax", 0, "ends too early"),
        ("join and", "expression-syntax", 8, "ends too early"),
        ("join arm", "expression-syntax", 5, "has arm at character 6"),
        ("(join", "expression-syntax", 5, "ends too early"),
        ("join)", "expression-syntax", 4, "has ) at character 5"),
        ("iff", "expression-syntax", 0, "has iff"),
        ("join & arm", "expression-syntax", 5, "&"),
        ("Join", "expression-syntax", 0, "J"),
        ("exactly one of ()", "expression-syntax", 16, "has )"),
        ("at most two of (join)", "expression-syntax", 8, "has two"),
        ("jion", "unknown-option", 0, "no option jion"),
        ("not us.jion", "unknown-option", 4, "no option us.jion"),
        ("join or YN-", "pattern-length", 8, "3 letters for 4 options"),
        ("join if arm if ground", "expression-brackets", 12, "second if"),
        ("join iff arm iff ground", "expression-brackets", 13, "second iff"),
        ("not" + " not" * 60 + " join", "expression-too-deep", 0, "50"),
        ("(" * 2_000 + "join" + ")" * 2_000, "", 0, ""),
        ("join" + " or join" * 1_000, "expression-too-long", 0, "5,000"),
    ],
)
def test_mistakes(text: str, code: str, offset: int, words: str) -> None:
    if not code:
        assert parse(text, NAMES) == A
        return
    with pytest.raises(ExpressionMistake) as caught:
        parse(text, NAMES)
    assert (caught.value.code, caught.value.offset) == (code, offset)
    assert words in caught.value.message


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("join if arm if ground",
         "Write (join if arm) if ground, or join if (arm if ground)"),
        ("not (join iff (arm) if ground) or arm",
         "Write (join iff (arm)) if ground, or join iff ((arm) if ground)"),
        ("at most one of (join, arm if (ground or join) iff ground, join)",
         "Write (arm if (ground or join)) iff ground, or arm if ((ground or join) iff ground)"),
        ("join if arm if", "Write (join if arm) if ..., or join if (arm if ...)"),
        ("us.jion", "Did you mean us.join"),
        ("nothing_like_it", "Known here: us.join, us.arm, ru.ground, ru.notify"),
        ("join && arm", "Write and, or, not, iff in words"),
        ("join arm", "Here could come and, if, iff, or, the end"),
    ],
)  # fmt: skip
def test_remedies(text: str, remedy: str) -> None:
    with pytest.raises(ExpressionMistake) as caught:
        parse(text, NAMES)
    assert caught.value.remedy == remedy


def test_ambiguous_name() -> None:
    names = Names(("us.join", "ru.join"))
    assert parse("ru.join", names) == Taken("ru.join")
    with pytest.raises(ExpressionMistake, match=r"join can mean us\.join or ru\.join"):
        parse("not join", names)


def test_many_options_suggest_names_with_and_without_party() -> None:
    names = Names(tuple(f"p.option_{letter}" for letter in "abcdefghij"))
    with pytest.raises(ExpressionMistake) as caught:
        parse("optoin_c", names)
    assert caught.value.remedy == "Did you mean option_c"


@given(st.text("joinarm()YN-, .&\n#", max_size=40) | st.text(max_size=20))
def test_any_text_parses_or_is_a_mistake(text: str) -> None:
    try:
        parse(text, NAMES)
    except ExpressionMistake as error:
        mistake = error
    else:
        return
    assert 0 <= mistake.offset <= len(text)
    assert mistake.message
