"""Parts of the reference that are made from the code: the commands and the limits."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any


def generate(name: str) -> str:
    """Return the generated text `name`."""
    if name == "command-line":
        return "".join(told(name, command) for name, command in commands().items())
    return table(("At most", "Why"), limits(LIMITS[name]))


def commands() -> dict[str, Any]:
    """Return the commands of the command line by name, as they are defined."""
    from typer.main import get_command

    from detente.cli import app

    return dict(get_command(app).commands)  # type: ignore[attr-defined]


def told(name: str, command: Any) -> str:
    """Return the section of the reference about a command."""
    rows = []
    for parameter in command.params:
        spelled = ", ".join(f"`{spelling}`" for spelling in sorted(parameter.opts, key=len))
        if parameter.param_type_name == "argument":
            spelled = f"`{parameter.name.upper()}`"
        rows.append((spelled, values(parameter), getattr(parameter, "help", "") or ""))
    lines = table(("Name", "Value", "Meaning"), rows)
    return f"\n## `{name}`\n\n{inspect.cleandoc(command.help or '')}\n\n{lines}\n"


def values(parameter: Any) -> str:
    """Return what may be given for a parameter of a command, and what holds if nothing is."""
    choices = getattr(parameter.type, "choices", None)
    if getattr(parameter, "is_flag", False):
        return "flag"
    kind = ", ".join(f"`{getattr(c, 'value', c)}`" for c in choices) if choices else "text"
    default = getattr(parameter.default, "value", parameter.default)
    if parameter.required:
        return f"{kind}; required"
    return f"{kind}; `{default}` if absent" if isinstance(default, str) and default else kind


def limits(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each limit with its number, read from the constant that sets it, and its reason."""
    for module, constant, text, reason in rows:
        yield text.format(getattr(import_module(f"detente.{module}"), constant)), reason


LIMITS = {
    "limits-of-the-file": [
        (
            "dossier.tree",
            "MAX_BYTES",
            "{:,} bytes of `dossier.yaml`",
            "a book of a dossier has a tenth of this; reading stays under seconds",
        ),
        (
            "dossier.tree",
            "MAX_NODES",
            "{:,} keys and values",
            "memory stays bounded however small each value is",
        ),
        (
            "dossier.tree",
            "MAX_DEPTH",
            "{} lists and mappings in each other",
            "the format needs ten; deep nesting is how parsers are made to fail",
        ),
        (
            "dossier.sources",
            "MAX_SOURCE_BYTES",
            "{:,} bytes of a source's text",
            "each is searched for its quotes; keep the part that is quoted",
        ),
        (
            "dossier.grammar",
            "MAX_LENGTH",
            "{:,} characters of an expression",
            "no reader checks a longer one",
        ),
        (
            "dossier.grammar",
            "MAX_NESTING",
            "{} parts of an expression in each other",
            "as above; and evaluation stays shallow",
        ),
    ],
    "limits-of-the-conflict": [
        (
            "dossier.conflict_reading",
            "MAX_OPTIONS",
            "{} options",
            "a state is held in one word of 64 bits",
        ),
    ],
}


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [f"| {' | '.join(line)} |" for line in (head, *rows)]
    lines.insert(1, "|---" * len(head) + "|")
    return "".join(f"{line}\n" for line in lines)
