"""Sentences by code: each is there once, and whoever says one gives it its fields."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import detente
from detente.words import english, join, say
from detente.words.english import sentences

SOURCE = Path(detente.__file__).parent
CATALOGUES = sorted(module.name for module in iter_modules(english.__path__))


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_no_code_stands_in_two_catalogues() -> None:
    codes: Counter[str] = Counter()
    for name in CATALOGUES:
        codes.update(list(import_module(f"detente.words.english.{name}").SENTENCES))
    assert [code for code, count in codes.items() if count > 1] == []
    assert set(sentences()) == {*codes, "words.last"}


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_catalogue_writes_a_code_twice(name: str) -> None:
    tree = ast.parse((SOURCE / "words" / "english" / f"{name}.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("code", "template"), sorted(sentences().items()))
def test_every_sentence_can_be_filled_in(code: str, template: str) -> None:
    names = fields(template)
    assert all(name.isidentifier() for name in names)
    told = template.format(**dict.fromkeys(names, 3))
    assert "{" not in told
    assert "}" not in told


def calls() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield where a sentence is said by a plain code, and the fields it is given."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id != "say" or not node.args:
                continue
            code = node.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                given = {keyword.arg for keyword in node.keywords}
                known = None if None in given else {str(name) for name in given}
                yield f"{file.relative_to(SOURCE)}:{node.lineno}", code.value, known


def test_whoever_says_a_sentence_knows_it_and_gives_it_its_fields() -> None:
    found = list(calls())
    assert len(found) > 50
    known = sentences()
    for where, code, given in found:
        if code == "words.and":
            assert given == {"items"}, where
            continue
        assert code in known, (where, code)
        assert given is None or fields(known[code]) <= given, (where, code)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (("a", 2, "c"), "a, 2 and c"),
        (iter("abcd"), "a, b, c and d"),
    ],
)
def test_lists_are_joined_in_words(items: list[str], told: str) -> None:
    assert join(items) == told


def test_fields_may_hold_anything() -> None:
    told = say("conflict.state.differs", changes="{x} %s {0}")
    assert told == "As today, but {x} %s {0}"
    assert say("conflict.state.differs", changes=["{a}", "b"]) == "As today, but {a} and b"
    assert say("words.and", items=("a", "b", "c")) == "a, b and c"


def test_a_code_or_field_that_is_not_there_is_a_defect() -> None:
    with pytest.raises(KeyError, match=r"no\.such\.code"):
        say("no.such.code")
    with pytest.raises(KeyError, match="changes"):
        say("conflict.state.differs")
    with pytest.raises(KeyError, match="xx"):
        say("conflict.state.today", language="xx")
