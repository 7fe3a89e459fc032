"""Run the examples in the pages of the documentation and put their output in its place.

Each page is one session in a folder of its own that holds copies of ``examples/`` and
``docs/examples/``. What counts:

- a ``console`` block: every line after ``$`` runs in a shell, what it prints follows it. A line
  that is only ``...`` stands for any lines;
- a ``pycon`` block: a Python session, its names shared by the whole page;
- a ``python`` block: runs, and must not print;
- an HTML comment before a block: ``<!-- file: PATH -->`` writes the block to that file,
  ``<!-- exit: 1 -->`` expects that exit code of its last command, ``<!-- not run -->`` leaves the
  block alone;
- ``<!-- generated: NAME -->`` to ``<!-- end -->``: text that :mod:`docs.generated` makes.

``python -m docs.refresh`` rewrites the pages that changed; with ``--check`` it writes nothing and
fails if one would change.
"""

from __future__ import annotations

import argparse
import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from docs.generated import generate

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(
    r"(?P<note><!-- (?P<key>file|exit|not run)(?:: (?P<value>[^\n]*?))? -->\n+)?"
    r"(?P<open>^```(?P<language>\w+)\n)(?P<body>.*?)(?P<close>^```$)",
    re.MULTILINE | re.DOTALL,
)
GENERATED = re.compile(
    r"(?P<open><!-- generated: (?P<name>[\w-]+) -->\n).*?(?P<close><!-- end -->)", re.DOTALL
)


def pages() -> list[Path]:
    """Return every page whose examples are run, README first."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def furnish(folder: Path) -> None:
    """Put into `folder` what the examples of a page find in a clone."""
    for name in ("examples", "docs/examples"):
        shutil.copytree(ROOT / name, folder / name)


def refreshed(text: str, folder: Path) -> str:
    """Return the page `text` as it should read, its examples run in `folder`."""
    session = Session(folder)
    text = GENERATED.sub(lambda m: f"{m['open']}\n{generate(m['name'])}\n{m['close']}", text)
    return BLOCK.sub(session.run, text)


class Session:
    """The folder, the environment and the Python names that the blocks of a page share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "TERM": "dumb",
            "PYTHONUTF8": "1",
        }

    def run(self, block: re.Match[str]) -> str:
        """Return the block with the output that it has now."""
        body = block["body"]
        if block["key"] == "file":
            path = self.folder / block["value"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, "utf-8")
        elif block["key"] != "not run":
            exit_code = int(block["value"] or 0) if block["key"] == "exit" else 0
            body = self.output(block["language"], body, exit_code)
        return f"{block['note'] or ''}{block['open']}{body}{block['close']}"

    def output(self, language: str, body: str, exit_code: int) -> str:
        """Return the body of a block with its output, by the kind of the block."""
        if language == "console":
            return "".join(self.console(body, exit_code))
        if language == "pycon":
            with chdir(self.folder):
                return "".join(self.python_session(body))
        if language == "python":
            with chdir(self.folder):
                exec(compile(body, "example", "exec"), self.names)
        return body

    def console(self, body: str, exit_code: int) -> Iterator[str]:
        """Yield each command of a console block and what it prints."""
        steps = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE)
        for number, (command, shown) in enumerate(steps, start=1):
            done = subprocess.run(
                command,
                shell=True,
                cwd=self.folder,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                encoding="utf-8",
                timeout=120,
                check=False,
            )
            expected = exit_code if number == len(steps) else 0
            if done.returncode != expected:
                raise ExampleError(
                    f"`{command}` ended with {done.returncode}, not {expected}:\n{done.stdout}"
                )
            yield f"$ {command}\n{keep_or_replace(shown, tidy(done.stdout))}"

    def python_session(self, body: str) -> Iterator[str]:
        """Yield each statement of a Python session and what it prints."""
        for piece in doctest.DocTestParser().parse(body):
            if isinstance(piece, str):
                yield piece
                continue
            with redirect_stdout(StringIO()) as printed:
                exec(compile(piece.source, "example", "single"), self.names)
            for number, line in enumerate(piece.source.splitlines()):
                yield f"{'...' if number else '>>>'} {line}".rstrip() + "\n"
            output = re.sub(r"^$", "<BLANKLINE>", tidy(printed.getvalue()).rstrip("\n"), flags=re.M)
            yield keep_or_replace(piece.want, f"{output}\n" if printed.getvalue() else "")


class ExampleError(Exception):
    """An example of a page does not run as the page says."""


def tidy(output: str) -> str:
    """Return `output` with one newline at its end and none of the spaces at line ends."""
    lines = [line.rstrip() for line in output.rstrip().splitlines()]
    return "".join(f"{line}\n" for line in lines)


def keep_or_replace(shown: str, output: str) -> str:
    """Return what the page shows where it fits `output`, else the output itself."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + r"\n"
        for line in shown.splitlines()
    )
    return shown if re.fullmatch(pattern, output) else output


def main() -> int:
    """Refresh the pages; return 1 where an example fails or, with ``--check``, a page differs."""
    parser = argparse.ArgumentParser(description="Refresh the examples of the documentation.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a change")
    parser.add_argument("pages", nargs="*", type=Path, help="the pages (default: all)")
    call = parser.parse_args()
    changed = 0
    for page in [path.resolve() for path in call.pages] or pages():
        text = page.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            furnish(Path(folder))
            try:
                new = refreshed(text, Path(folder))
            except ExampleError as error:
                print(f"{page.relative_to(ROOT)}: {error}", file=sys.stderr)
                return 1
        if new != text:
            changed += 1
            print(f"{page.relative_to(ROOT)}: {'differs' if call.check else 'refreshed'}")
            if not call.check:
                page.write_text(new, "utf-8")
    return int(call.check and changed > 0)


if __name__ == "__main__":
    sys.exit(main())
