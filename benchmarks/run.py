"""Measure the promised figures and print each beside its bound.

Run ``python -m benchmarks.run``; with ``--quick`` the largest sizes are left out. Times are
medians of several runs; a figure with a bound of its own kind (a ratio, a size) is measured
within one process, since machines differ and drift.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import (
    coalitions,
    compliance,
    ensemble,
    models,
    negotiation,
    paths,
    reading,
    runs,
    unlock,
    views,
)
from benchmarks.figures import Figure, timed

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "syria-2016"


def kernel(options: int, runs: int) -> dict[str, Any]:
    """Measure the fast kernel against sorting the same ranks, in this process."""
    import numpy as np

    from detente.conflict.kernels.fast import solve_fast

    solve_fast(models.plain(5))
    model = models.plain(options)
    sorts, one, all_ = [], [], []
    for _ in range(runs):
        sorts.append(timed(lambda: [np.argsort(rank) for rank in model.ranks]))
        all_.append(timed(lambda: solve_fast(model)))
        one.append(timed(lambda: solve_fast(model, 1)))
    return {
        "sort": statistics.median(sorts),
        "seconds": statistics.median(all_),
        "ratio": statistics.median(a / b for a, b in zip(all_, sorts, strict=True)),
        "ratio_one": statistics.median(a / b for a, b in zip(one, sorts, strict=True)),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def hard(options: int, runs: int) -> dict[str, Any]:
    """Measure constraints, one-way options and ties against the plain model of the same size."""
    from detente.conflict.kernels.fast import solve_fast

    solve_fast(models.constrained(5))
    easy, difficult = models.plain(options), models.constrained(options)
    ratios = []
    for _ in range(runs):
        base = timed(lambda: solve_fast(easy))
        ratios.append(timed(lambda: solve_fast(difficult)) / base)
    return {"ratio": statistics.median(ratios)}


def apart(measure: str, *arguments: int) -> dict[str, Any]:
    """Run one measurement in a process of its own and return what it found."""
    command = [sys.executable, "-m", "benchmarks.run", "--one", measure, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def command_seconds(arguments: list[str], runs: int, source: Path | None = None) -> float:
    """Return the median seconds of a whole command.

    Python may keep what it has compiled of the sources, as it does where they were installed.
    """
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "detente-pyc")
    if source is not None:
        environment["PYTHONPATH"] = str(source)
        environment["XDG_CACHE_HOME"] = str(source / "cache")
        environment["PYTHONPYCACHEPREFIX"] = str(source / "pyc")
    run = "from detente.cli import main; main()"
    command = [sys.executable, "-c", run, *arguments]

    def once() -> None:
        subprocess.run(command, check=True, capture_output=True, env=environment)

    return statistics.median(timed(once) for _ in range(runs))


def commands(folder: Path) -> list[Figure]:
    """Measure whole commands as a user waits for them."""
    dossier = folder / "dossier.yaml"
    dossier.write_text(models.dossier_text(12, 4), encoding="utf-8")
    large = folder / "large" / "dossier.yaml"
    large.parent.mkdir()
    large.write_text(models.dossier_text(17, 5), encoding="utf-8")
    brief = str(folder / "brief.html")
    command_seconds(["stability", str(dossier)], 1)
    command_seconds(["brief", str(EXAMPLE), "--out", brief], 1)
    figures = [
        Figure("detente --help", command_seconds(["--help"], 7), 0.4, "s"),
        Figure(
            "12 options, 4 parties: detente stability",
            command_seconds(["stability", str(dossier), "--format", "json"], 7),
            1,
            "s",
        ),
        Figure(
            "the example's brief",
            command_seconds(["brief", str(EXAMPLE), "--out", brief], 3),
            5,
            "s",
        ),
    ]
    for name, target in (("the example", EXAMPLE), ("17 options (compiles)", large)):
        source = folder / f"fresh-{len(figures)}"
        shutil.copytree(
            ROOT / "src" / "detente",
            source / "detente",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        seconds = command_seconds(["stability", str(target)], 1, source)
        figures.append(Figure(f"first command ever: {name}", seconds, 20, "s"))
    return figures


def kernels(quick: bool) -> list[Figure]:
    """Measure the fast kernel at several sizes."""
    figures = []
    for options, times in ((18, 9), (20, 5), (22, 3)):
        found = apart("kernel", options, times)
        note = f" {found['seconds']:.2f} s; one thread {found['ratio_one']:.2f}"
        figures.append(
            Figure(f"2^{options} states, 5 parties: times 5 argsorts", found["ratio"], 5, "x", note)
        )
        if options == 20:
            figures.append(Figure("2^20 states: memory", found["megabytes"], 600, "MB"))
    if not quick:
        found = apart("kernel", 24, 1)
        note = f" {found['seconds']:.2f} s; {found['ratio']:.2f} x 5 argsorts"
        figures.append(Figure("2^24 states: memory", found["megabytes"], 2560, "MB", note))
    figures.append(
        Figure(
            "2^20 states, half infeasible, one-way, ties: times plain",
            apart("hard", 20, 5)["ratio"],
            3,
            "x",
        )
    )
    return figures


def main() -> None:
    """Print every figure beside its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out 2^24 states")
    parser.add_argument("--one", nargs="+", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        measure, *numbers = chosen.one
        print(json.dumps({"kernel": kernel, "hard": hard}[measure](*map(int, numbers))))
        return
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as folder:
        for figure in commands(Path(folder)):
            print(figure, flush=True)
    for figure in kernels(chosen.quick):
        print(figure, flush=True)
    for topic in (
        paths,
        coalitions,
        unlock,
        views,
        runs,
        ensemble,
        negotiation,
        compliance,
        reading,
    ):
        for figure in topic.figures(chosen.quick):
            print(figure, flush=True)


if __name__ == "__main__":
    main()
