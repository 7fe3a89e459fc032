"""The public names of the package, and what their docstrings say about them in a line."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import detente


def public_modules() -> list[ModuleType]:
    """Return every module that says in `__all__` what it offers, and the errors."""
    names = [module.name for module in pkgutil.walk_packages(detente.__path__, "detente.")]
    modules = [detente, *(importlib.import_module(name) for name in sorted(names))]
    return [m for m in modules if hasattr(m, "__all__") or m.__name__ == "detente.errors"]


def names_of(module: ModuleType) -> list[str]:
    """Return the public names of a module."""
    if hasattr(module, "__all__"):
        return sorted(module.__all__)
    own = inspect.getmembers(module, lambda v: getattr(v, "__module__", "") == module.__name__)
    return [name for name, _ in own if not name.startswith("_")]


def section(module: ModuleType) -> str:
    """Return the section of the reference about a module."""
    lines = [
        f"## `{module.__name__}`",
        "",
        first_line(module),
        "",
        "| Name | Meaning |",
        "|---|---|",
    ]
    for name in names_of(module):
        value = getattr(module, name)
        lines.append(f"| `{name}{parameters(value)}` | {first_line(value)} |")
        lines += (f"| `{name}.{method}` | {line} |" for method, line in methods(value))
    return "\n".join(lines) + "\n"


def methods(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the methods and properties that a class adds, each with its line.

    A class and the parts that it is put together from in its own package count as one.
    """
    if not inspect.isclass(value):
        return
    package = value.__module__.rpartition(".")[0]
    parts = [c for c in value.__mro__ if c.__module__.rpartition(".")[0] == package]
    members = {name: member for part in reversed(parts) for name, member in vars(part).items()}
    for name, member in members.items():
        if name.startswith("_"):
            continue
        if inspect.isfunction(member):
            yield f"{name}{parameters(member)}", first_line(member)
        elif isinstance(member, classmethod | staticmethod):
            yield f"{name}{parameters(member.__func__)}", first_line(member)
        elif isinstance(member, property) or hasattr(member, "attrname"):
            yield name, first_line(member)


def parameters(value: Any) -> str:
    """Return the names of a function's parameters in brackets; nothing for all else."""
    if not inspect.isfunction(value):
        return ""
    names = [name for name in inspect.signature(value).parameters if name not in ("self", "cls")]
    return f"({', '.join(names)})"


def first_line(value: Any) -> str:
    """Return the first sentence of what `value` says about itself, or the value of a constant."""
    if isinstance(value, str | int | float | tuple):
        return f"`{value!r}`"
    text = inspect.getdoc(value) or ""
    line = text.partition("\n\n")[0].replace("\n", " ")
    return re.sub(r":\w+:`~?([\w.]+)`", r"`\1`", line).replace("``", "`").replace("|", "\\|")
