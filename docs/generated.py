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
    "limits-of-reading": [
        (
            "reading.intake.files",
            "MOST_BYTES",
            "{:,} bytes of a file of reports",
            "a year of reports as a table; larger ones are cut into several files",
        ),
        (
            "reading.intake.files",
            "MOST_LETTERS",
            "{:,} letters of a report",
            "300,000 words; what is longer is a book and no report",
        ),
        (
            "reading.intake.rows",
            "MOST_CELL",
            "{:,} letters in a cell of a table",
            "as above, with room to spare",
        ),
        (
            "reading.intake.pdf",
            "MOST_PAGES",
            "{} pages of a PDF",
            "each is taken apart in memory",
        ),
        (
            "reading.intake.html",
            "MOST_DEPTH",
            "{} elements in each other in a web page; what is deeper is read without its structure",
            "articles nest a few dozen deep; deep nesting is how parsers are made to fail",
        ),
        (
            "reading.pipeline",
            "MOST_BLOCK",
            "{:,} letters without a line end are parsed as one; longer ones are cut between words",
            "memory of the parser grows with them",
        ),
        (
            "reading.analysis",
            "MOST_READ",
            "{} words without a full stop; longer sentences are kept and searched, and "
            "nothing is proposed from them",
            "what the parser makes of them means nothing",
        ),
        (
            "reading.store.reports",
            "MOST_IN_BAND",
            "{} earlier reports that share a part of a report's sketch are compared when "
            "copies are looked for",
            "more of them are copies of each other",
        ),
        (
            "reading.search.result",
            "MOST_RANKED",
            "{:,} matches are ranked; of more the latest read come first, which is said",
            "the answer stays under 50 ms",
        ),
        (
            "reading.across.contradictions",
            "MOST_ALIKE",
            "{} facts on one thing are compared with each other for contradictions, those "
            "most often told first",
            "their pairs grow with the square",
        ),
        (
            "reading.draft.conflict",
            "MOST_OPTIONS",
            "{} options in a drafted conflict, those most often told first; the rest is listed",
            "a first draft that a person can go through in an hour",
        ),
    ],
    "limits-of-the-table": [
        (
            "dossier.table_reading",
            "MAX_ISSUES",
            "{} issues",
            "a table of so many is several tables; packages are held as rows of this length",
        ),
        (
            "dossier.table_reading",
            "MAX_OUTCOMES",
            "{:,} outcomes of an issue",
            "nobody tells a thousand ways to settle one thing apart; write coarser steps",
        ),
        (
            "dossier.fields",
            "MAX_WEIGHT",
            "{:,.0f} as a weight of an issue",
            "weights count relative to each other; sums stay exact enough",
        ),
        (
            "negotiation.parts",
            "MAX_TOGETHER",
            "{:,} combinations of the issues that rules tie together, for `deals`",
            "each is looked at; seconds to a minute. Issues that no rule ties do not count",
        ),
        (
            "negotiation.merging",
            "MAX_SUMS",
            "{:,} sums of values looked at together while a frontier is found",
            "they are held in memory; a frontier so large could not be read",
        ),
        (
            "negotiation.zone",
            "MAX_COMPARED",
            "{:,} comparisons to count the zone; above, `zone.size` is null",
            "about a second",
        ),
        (
            "negotiation.solve",
            "LISTED",
            "{:,} packages of a solution listed",
            "they tie; all are counted",
        ),
        (
            "negotiation.home.winsets",
            "COUNTED",
            "{:,} packages for win-sets to be counted; above, their size is null, but for parties "
            "of one mind whom no rule touches",
            "each is looked at; a second or two",
        ),
        (
            "negotiation.home.nearest",
            "LOOKED",
            "{:,} packages looked at for the smallest change of a package that is refused",
            "a tenth of a second for each; the answer says how many issues were tried",
        ),
        (
            "negotiation.verify.ratified",
            "LISTED",
            "{:,} packages for win-sets and smallest changes to be checked with `deals --verify`",
            "the literal definitions ask every group about each",
        ),
        (
            "negotiation.verify.check",
            "BUDGET",
            "{:,} packages listed with `deals --verify`; above, a sample is checked, which it says",
            "the literal definitions compare each with each",
        ),
        (
            "negotiation.counting",
            "COUNTED",
            "{:,} combinations of the outcomes that `infeasible` ties together",
            "each is looked at to count packages; above, `check` does not tell their number",
        ),
        (
            "negotiation.genius.xml",
            "MAX_BYTES",
            "{:,} bytes of a file of GENIUS",
            "a hundred issues with a hundred items each take a tenth of this",
        ),
        (
            "negotiation.genius.xml",
            "MAX_ELEMENTS",
            "{:,} elements in a file of GENIUS",
            "memory stays bounded however small each element is",
        ),
        (
            "negotiation.genius.xml",
            "MAX_DEPTH",
            "{} elements in each other in a file of GENIUS",
            "the format needs four",
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
            "conflict.unknown.known",
            "MAX_STATES",
            "{:,} feasible states, where a party has preferences by pairs",
            "what is known of an order then takes a bit for every two states",
        ),
        (
            "conflict.kernels.simultaneous",
            "MAX_COMBINATIONS",
            "{:,} combinations of simultaneous improvements; above, `sim` is not computed",
            "every combination has to be looked at, and their number explodes",
        ),
        (
            "conflict.paths.find",
            "LISTED_TARGETS",
            "{:,} targets of paths in JSON; `counts` has their number",
            "as for equilibria; those with a name and the nearest come first",
        ),
        (
            "conflict.paths.routes",
            "LISTED_PATHS",
            "{} shortest paths of each kind to a target",
            "they are many where the order of steps is free; all are counted",
        ),
        (
            "conflict.paths.routes",
            "MANY",
            "{:,} counted shortest paths",
            "nobody needs to know how many more there are",
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
            "ensemble.guesses",
            "MOST_ORDERED",
            "{} statements in one `any_order`, for `robust`",
            "their orders are numbered in 64 bits",
        ),
        (
            "ensemble.guesses",
            "MOST_TIERS",
            "{} tiers in one order of outcomes, for `robust`",
            "what the inner ones are worth is packed into 64 bits, at least 16 steps each",
        ),
        (
            "ensemble.table.engine",
            "MOST_PACKAGES",
            "{:,} packages of a table, for `robust`",
            "every package is valued in every draw; of a larger table beside a conflict only the "
            "conflict is drawn, and the answer says so",
        ),
        (
            "ensemble.table.headlines",
            "TRACKED",
            "{} packages whose self-enforcement `robust` counts",
            "the conflict is asked about each in every draw",
        ),
        (
            "ensemble.running",
            "SIM_STATES",
            "{} states for which `robust` computes SIM unasked",
            "it takes longest; `--concept sim` asks for it",
        ),
        (
            "ensemble.running",
            "SIM_OPTIONS",
            "{} options with SIM in `robust`",
            "every combination of improvements has to be looked at in every draw",
        ),
        (
            "conflict.unlock.question",
            "MOST_STATES",
            "{:,} feasible states in `unlock`",
            "every change of a party's mind is tried on all of them",
        ),
        (
            "conflict.unlock.counting",
            "MOST_STATES",
            "{:,} feasible states in `unlock --counts`",
            "the exact numbers grow with the factorial of the states",
        ),
        (
            "conflict.unlock.search_joint",
            "BUDGET",
            "{:,} steps of a search of `unlock` under one concept; above, it says what is proved",
            "seconds to a minute; told in steps, so that every machine ends at the same point",
        ),
        (
            "conflict.coalitions.masks",
            "MAX_PARTIES",
            "{} parties in `coalitions`",
            "they have 4,095 coalitions, and each more party doubles them",
        ),
        (
            "conflict.coalitions.solving",
            "MAX_WORK",
            "{:,} pairs of states to compare in `coalitions`: five parties with 16 options",
            "minutes on two processors; which pairs count is known before they are compared",
        ),
        (
            "conflict.coalitions.reaching",
            "MAX_LINKS",
            "{:,} pairs of groups of states, one leading to the other, for one coalition",
            "each is stored",
        ),
        (
            "conflict.coalitions.jumps",
            "MAX_JUMPS",
            "{:,} equilibrium jumps in JSON; `counts` has their number",
            "the file would be larger than most programs open",
        ),
        (
            "conflict.coalitions.jumps",
            "MAX_IMPROVEMENTS",
            "{:,} improvements of coalitions with `--all-states`",
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
