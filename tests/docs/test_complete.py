"""The reference is complete: keys, words, codes, commands, options and public names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any, get_args

import pytest
from typer.testing import CliRunner

from detente.cli import app
from detente.dossier.json_schema import json_schema
from detente.dossier.shapes import Plover
from docs.generated import commands, parameters
from docs.public_names import names_of, public_modules
from docs.refresh import ROOT

SOURCE = ROOT / "src" / "detente"
REFERENCE = ROOT / "docs" / "reference"
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
MAKES = r"(?<!de)fault|mistake|remark|call_error|unreadable|refus"
PLOVER = get_args(Plover)
NO_CODES = {"utf-8", "utf-8-sig"}
"""Texts of the form of a code that are none."""


def first_column(page: str, *, of: str = "") -> list[str]:
    """Return what stands in backticks in the first column of the tables of a page."""
    text = (REFERENCE / page).read_text("utf-8")
    rows = re.findall(r"^\| (`[^|]*`) \|", text[text.index(of) :], re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def codes_of_source() -> set[str]:
    """Return every code of a fault or remark that the source holds."""
    found = set()
    for file in SOURCE.rglob("*.py"):
        room = file.relative_to(SOURCE).parts[0]
        if room in ("brief", "words"):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                found |= set(codes_of_call(node, anywhere=room == "reading"))
            elif isinstance(node, ast.Constant if room != "reading" else ast.Assign):
                value = node.value.value if isinstance(node.value, ast.Constant) else node.value
                found |= {value} if isinstance(value, str) and CODE.fullmatch(value) else set()
    return found - NO_CODES


def codes_of_call(call: ast.Call, *, anywhere: bool) -> Iterator[str]:
    """Yield the codes that a call makes a fault with, those of one word unless asked."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    makes = re.search(
        r"(?<!de)fault|mistake|remark|call_error|unreadable|refus", name, re.IGNORECASE
    )
    if makes is None:
        return
    for argument in call.args:
        value = argument.value if isinstance(argument, ast.Constant) else None
        if not isinstance(value, str):
            continue
        if re.fullmatch(r"[a-z]+", value) or (anywhere and CODE.fullmatch(value)):
            yield value


def test_every_code_is_in_the_reference_once() -> None:
    listed = first_column("errors.md")
    assert sorted(listed) == sorted(codes_of_source())


def keys(schema: Any) -> Iterator[str]:
    """Yield every key and every allowed word of a JSON Schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from keys(part)
    elif isinstance(schema, dict):
        for name, part in schema.items():
            if name == "properties":
                yield from part
                yield from keys(list(part.values()))
            elif name == "enum":
                yield from part
            else:
                yield from keys(part)


def test_every_key_is_in_the_reference() -> None:
    text = (REFERENCE / "dossier.md").read_text("utf-8")
    named = set(re.findall(r"`([^`\n]+)`", text))
    assert {key.upper() if key.upper() in PLOVER else key for key in keys(json_schema())} <= named


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    text = (REFERENCE / "command-line.md").read_text("utf-8")
    section = re.search(rf"^## `{name}`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None
    for parameter in parameters(commands()[name]):
        assert f"| `{parameter.spelling}` | {parameter.takes} | {parameter.meaning} |" in section[1]


@pytest.mark.parametrize("name", sorted(commands()))
def test_reference_spells_as_help_does(name: str) -> None:
    told = CliRunner().invoke(app, [name, "--help"]).output
    options = set(re.findall(r"(?<!\S)--[a-z-]+", told))
    found = {parameter.spelling for parameter in parameters(commands()[name])}
    assert options - {"--help"} == {spelling for spelling in found if spelling[0] == "-"}


@pytest.mark.parametrize("module", public_modules(), ids=lambda module: module.__name__)
def test_every_public_name_is_told(module: ModuleType) -> None:
    text = (REFERENCE / "python.md").read_text("utf-8")
    head = re.escape(module.__name__)
    section = re.search(rf"^## `{head}`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None
    for name in names_of(module):
        row = re.search(rf"^\| `{name}\b[^`]*` \| (.*) \|$", section[1], re.MULTILINE)
        assert row is not None, f"{name} is missing"
        assert row[1].strip(), f"{name} says nothing about itself"
