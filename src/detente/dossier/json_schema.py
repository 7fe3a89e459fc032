"""The JSON Schema of a dossier, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from detente.dossier.shapes import DossierShape, ReasonShape
from detente.dossier.unfold import REASON_KEYS

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_GROUPS = ("AnyOrderShape", "OneOfShape")
_NOISE = ("title", "default")
_IS = ("is",)
_WANT = ("want", "is")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of ``dossier.yaml``.

    It is made from the same classes that check a dossier, and also allows every value to be
    written with a reason. What it cannot say (names that must exist, expressions, quotes)
    only reading the dossier tells.
    """
    whole = _tidy(DossierShape.model_json_schema())
    definitions: dict[str, Any] = whole.pop("$defs")
    evidence = definitions.pop("EvidenceShape")
    opened = {
        name: _opened(definition, _WANT if name in _GROUPS else _IS)
        for name, definition in definitions.items()
    }
    for name in _GROUPS:
        opened[name]["properties"].update(_REFERENCES)
    reason = _tidy(ReasonShape.model_json_schema())["properties"]
    return {
        "$schema": DIALECT,
        **_opened(whole, _IS),
        "$defs": {
            **opened,
            "EvidenceShape": evidence,
            **{f"reason_{key}": reason[key] for key in sorted(REASON_KEYS)},
        },
    }


_REFERENCES = {key: {"$ref": f"#/$defs/reason_{key}"} for key in sorted(REASON_KEYS)}


def _tidy(schema: Any) -> Any:
    """Return `schema` without titles, defaults and null, which no dossier writes."""
    if isinstance(schema, list):
        return [_tidy(entry) for entry in schema if entry != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            kept[key] = {name: _tidy(inner) for name, inner in value.items()}
        elif key not in _NOISE:
            kept[key] = _tidy(value)
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if len(kept.get("anyOf", ())) == 1:
        kept.update(kept.pop("anyOf")[0])
    return kept


def _opened(schema: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """Return `schema` with every value inside it also allowed with a reason, after `keys`."""
    changed = dict(schema)
    if "properties" in schema:
        changed["properties"] = {
            name: _REFERENCES.get(name)
            or _reasoned(value, _IS, inside=_WANT if name == "statements" else keys)
            for name, value in schema["properties"].items()
        }
    if "patternProperties" in schema:
        changed["patternProperties"] = {
            pattern: _reasoned(value, keys)
            for pattern, value in schema["patternProperties"].items()
        }
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            changed[key] = _reasoned(schema[key], keys)
    choices = changed.pop("oneOf", None) or changed.get("anyOf")
    if choices is not None:
        changed["anyOf"] = [_opened(choice, keys) for choice in choices]
    return changed


def _reasoned(
    schema: dict[str, Any], keys: tuple[str, ...], inside: tuple[str, ...] | None = None
) -> dict[str, Any]:
    """Return a schema of a value of `schema`, bare or with a reason after one of `keys`."""
    value = _opened(schema, inside or keys)
    wrappers = [
        {
            "type": "object",
            "properties": {key: value, **_REFERENCES},
            "required": [key],
            "additionalProperties": False,
        }
        for key in keys
    ]
    return {"anyOf": [value, *wrappers]}
