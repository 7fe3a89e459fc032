"""The JSON Schema accepts what the reader accepts and sees the common mistakes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from detente.dossier import json_schema, load, new_dossier
from tests.dossier.example import EXAMPLE, RECORD

SCHEMA = json_schema()
RUSSIA = "{statements: [rebels.split, us.join, not russia.ground]}"
GROUP = "sure: 0.2\n          any_order: [{want: a, draft: true}, rebels"
KINDS = {"object": dict, "array": list, "string": str, "boolean": bool}


def fits(schema: dict[str, Any], value: Any) -> bool:
    """Tell whether `value` fits `schema`, for the words of JSON Schema that ours uses."""
    unknown = set(schema) - {
        "$schema", "$defs", "$ref", "description", "type", "const", "enum", "anyOf", "properties",
        "patternProperties", "propertyNames", "additionalProperties", "required", "items",
        "minItems", "maxItems", "minLength", "minProperties", "pattern", "minimum", "maximum",
    }  # fmt: skip
    assert not unknown
    if "$ref" in schema:
        return fits(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], value)
    checks = [
        "anyOf" not in schema or any(fits(choice, value) for choice in schema["anyOf"]),
        "const" not in schema or value == schema["const"],
        "enum" not in schema or value in schema["enum"],
        "type" not in schema or _is_kind(schema["type"], value),
    ]
    if isinstance(value, str):
        checks.append(len(value) >= schema.get("minLength", 0))
        checks.append(re.search(schema.get("pattern", ""), value) is not None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        checks.append(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    if isinstance(value, list):
        checks.append(schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)))
        checks.extend(fits(schema.get("items", {}), item) for item in value)
    if isinstance(value, dict):
        checks.append(len(value) >= schema.get("minProperties", 0))
        checks.append(set(schema.get("required", ())) <= set(value))
        checks.extend(_property_fits(schema, name, inner) for name, inner in value.items())
    return all(checks)


def _is_kind(kind: str, value: Any) -> bool:
    if kind in ("number", "integer"):
        numbers = int if kind == "integer" else (int, float)
        return isinstance(value, numbers) and not isinstance(value, bool)
    return isinstance(value, KINDS[kind])


def _property_fits(schema: dict[str, Any], name: str, value: Any) -> bool:
    if name in schema.get("properties", {}):
        return fits(schema["properties"][name], value)
    for pattern, inner in schema.get("patternProperties", {}).items():
        if re.search(pattern, name):
            return fits(inner, value)
    other = schema.get("additionalProperties", True)
    return other is not False and (other is True or fits(other, value))


def as_json(text: str) -> Any:
    """Return the YAML `text` as JSON data; dates become text."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def test_accepts_the_example() -> None:
    assert fits(SCHEMA, as_json(EXAMPLE))
    assert fits(SCHEMA, as_json(EXAMPLE + RECORD))


def test_accepts_the_starter(tmp_path: Path) -> None:
    assert fits(SCHEMA, as_json(load(new_dossier(tmp_path, "A")).text))


@pytest.mark.parametrize(
    ("old", "new", "accepted"),
    [
        ("title: A small standoff", "title: {is: A small standoff, sure: 0.5}", True),
        ("title: A small standoff", "title: {want: A small standoff}", False),
        ("title: A small standoff", "title: {is: A small standoff, shure: 0.5}", False),
        ("title: A small standoff", "title: 5", False),
        ("title: A small standoff", "titel: A small standoff", False),
        ("detente: 1", "detente: 2", False),
        ("name: Russia", "name: {is: Russia, evidence: [{source: a, quote: b}]}", True),
        ("name: Russia", "name: {is: Russia, evidence: [{source: a}]}", False),
        ("status_quo: [damascus.bomb]", "status_quo: {is: [], because: None}", True),
        ("status_quo: [damascus.bomb]", "status_quo: damascus.bomb", False),
        ("{us.join: taken}", "{us.join: {is: dropped, judgement: true}}", True),
        ("{us.join: taken}", "{us.join: stuck}", False),
        ("any_order: [rebels", GROUP, True),
        ("{statements: [rebels.split", "{ways: [rebels.split", False),
        (RUSSIA, "{weights: {us.join: [1, 2], a: {is: 1}}}", True),
        (RUSSIA, "{weights: {us.join: [1, 2, 3]}}", False),
        (RUSSIA, "{is: {indifferent: true}, sure: 1}", True),
        ("    us:       {join", "    most:     {join", False),
        ("    us:       {join", "    US:       {join", False),
        ("plover: assault", "plover: ASSAULT", True),
        ("plover: assault", "plover: attack", False),
        ("act: demand", "act: ask", False),
        ("sure: 0.5", "sure: 5", False),
        ("date: 2016-09-05", "date: yesterday", False),
        ("from: 2013", "from: 2013/2014-01", True),
        ("to: [Moscow, damascus]", "to: Moscow", True),
        ("low: 289000", "low: many", False),
    ],
)  # fmt: skip
def test_accepts_and_refuses(old: str, new: str, accepted: bool) -> None:
    text = EXAMPLE + RECORD
    assert old in text
    assert fits(SCHEMA, as_json(text.replace(old, new, 1))) is accepted


def test_is_itself_valid() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    references = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(SCHEMA)))
    assert references == set(SCHEMA["$defs"])


def test_agrees_with_a_validator_of_its_own_trade() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(as_json(EXAMPLE + RECORD))
