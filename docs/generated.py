"""Parts of the reference that are made from the code: commands, limits, public names."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

from typer.models import ArgumentInfo

from docs.public_names import public_modules, section


def generate(name: str) -> str:
    """Return the generated text `name`."""
    if name == "command-line":
        return "\n".join(told(name, command) for name, command in commands().items())
    if name == "python":
        return "\n".join(section(module) for module in public_modules())
    return table(("At most", "Why"), limits(LIMITS[name]))


@dataclass(frozen=True)
class Parameter:
    """An argument or option of a command: how it is spelled, what it takes, what it means."""

    spelling: str
    takes: str
    meaning: str


def commands() -> dict[str, Callable[..., Any]]:
    """Return the function behind each command of the command line, by the command's name."""
    from detente.cli import app

    found = {}
    for command in app.registered_commands:
        assert command.callback is not None
        found[command.name or command.callback.__name__.replace("_", "-")] = command.callback
    return found


def parameters(command: Callable[..., Any]) -> Iterator[Parameter]:
    """Yield the arguments and options of a command."""
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        kind, info = get_args(hints[name])
        if isinstance(info, ArgumentInfo):
            spelling = info.metavar or name.upper()
        else:
            given = [info.default, *(info.param_decls or ())]
            named = [text for text in given if isinstance(text, str) and text.startswith("--")]
            spelling = next(iter(named), f"--{name.replace('_', '-')}")
        takes = taken(kind)
        if parameter.default is parameter.empty:
            takes += "; required"
        elif isinstance(parameter.default, str) and parameter.default:
            takes += f"; `{getattr(parameter.default, 'value', parameter.default)}` if absent"
        yield Parameter(spelling, takes, info.help or "")


def taken(kind: Any) -> str:
    """Return what a parameter of the type `kind` takes, in words."""
    if kind is bool:
        return "a flag"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{choice.value}`" for choice in kind)
    inner = [part for part in get_args(kind) if part is not type(None)]
    if inner:
        return taken(inner[0])
    return "a path" if kind is Path else "text"


def told(name: str, command: Callable[..., Any]) -> str:
    """Return the section of the reference about a command."""
    rows = [(f"`{p.spelling}`", p.takes, p.meaning) for p in parameters(command)]
    head = f"## `{name}`\n\n{inspect.getdoc(command)}\n\n"
    return head + table(("Name", "Takes", "Meaning"), rows)


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
        (
            "conflict.states",
            "MAX_STATES",
            "{:,} feasible states",
            "their analysis then takes some gigabytes, which a laptop has; told while states are "
            "listed, before the memory is used",
        ),
        (
            "conflict.moves",
            "MAX_MOVES",
            "{:,} moves, where lists of moves are needed (merged states, few feasible among many)",
            "each is stored; the fast method stores none",
        ),
        (
            "conflict.kernels.simultaneous",
            "MAX_COMBINATIONS",
            "{:,} combinations of simultaneous improvements; above, `sim` is not computed",
            "every combination has to be looked at, and their number explodes",
        ),
        (
            "conflict.stability",
            "LISTED_STATES",
            "{:,} states in JSON, unless `--all-states`",
            "the file would be larger than most programs open",
        ),
        (
            "conflict.stability",
            "LISTED_EQUILIBRIA",
            "{:,} equilibria a concept in JSON; `counts` has their number",
            "as above",
        ),
        (
            "conflict.verify.check",
            "BUDGET",
            "{:,} steps of the literal definitions with `--verify`; what was left out is counted",
            "about half a minute; steps and not seconds, so that the same answer gets the same "
            "check everywhere",
        ),
    ],
}


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [f"| {' | '.join(line)} |" for line in (head, *rows)]
    lines.insert(1, "|---" * len(head) + "|")
    return "".join(f"{line}\n" for line in lines)
