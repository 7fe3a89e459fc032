"""How fast draws of a dossier are made, solved and counted: of a conflict, and of a table."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import deque
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import models
from benchmarks.figures import Figure, timed

DRAWS = 100_000


def unsure_text(options: int = 10, parties: int = 5, seed: int = 0) -> str:
    """Return a generated dossier in which statements are unsure, unordered and alternative."""
    rng = np.random.default_rng(seed)
    lines = models.dossier_text(options, parties, seed=seed).splitlines()
    told = []
    for line in lines:
        if "{statements: [" not in line:
            told.append(line)
            continue
        head, rest = line.split("[", 1)
        wishes = rest.removesuffix("]}").split(", ")
        entries = [
            f"{{any_order: [{wishes[0]}, {wishes[1]}, {wishes[2]}]}}",
            f"{{one_of: [{wishes[3]}, {wishes[4]}]}}",
            *(
                f"{{want: {wish}, sure: 0.{rng.integers(5, 10)}, judgement: true}}"
                for wish in wishes[5:9]
            ),
            *wishes[9:],
        ]
        told.append(f"{head}[{', '.join(entries)}]}}")
    weights = "{weights: {o0: [1, 3], o1: [-2, 1], not o2: [0.5, 1.5], o3 or o4: 1, o5: [0, 2]}}"
    last = max(k for k, line in enumerate(told) if "statements: [" in line)
    told[last] = told[last].split("{", 1)[0] + weights
    return "\n".join(told) + "\n"


def table_text(shape: tuple[int, ...] = (5, 5, 5, 4), parties: int = 3, seed: int = 1) -> str:
    """Return a generated table in which weights, values and reservation values are unsure."""
    rng = np.random.default_rng(seed)
    names = [f"p{n}" for n in range(parties)]
    issues = {f"i{k}": [f"o{o}" for o in range(size)] for k, size in enumerate(shape)}
    lines = ["detente: 1", "title: A table", "parties:"]
    lines += [f"  {name}: {{name: Party {name}}}" for name in names]
    lines += ["negotiation:", "  issues:"]
    for issue, outcomes in issues.items():
        lines.append(
            f"    {issue}: {{outcomes: {{{', '.join(f'{o}: Do {o}' for o in outcomes)}}}}}"
        )
    lines += ["  infeasible: [{is: i0.o0 and i1.o0, sure: 0.7}]", "  parties:"]
    for name in names:
        weights = ", ".join(f"{k}: [{rng.integers(1, 4)}, {rng.integers(4, 7)}]" for k in issues)
        lines += [f"    {name}:", f"      weights: {{{weights}}}", "      values:"]
        for issue, outcomes in issues.items():
            if rng.random() < 0.5:
                told = f"order: [{', '.join(rng.permutation(outcomes))}]"
            else:
                low, high = rng.random((2, len(outcomes))) / 2
                ends = zip(outcomes, low, high, strict=True)
                told = ", ".join(f"{o}: [{a:.2f}, {b + 0.5:.2f}]" for o, a, b in ends)
            lines.append(f"        {issue}: {{{told}}}")
        lines.append("      no_deal: [0.3, 0.5]")
        lines.append(f"      red_lines: [{{is: i2.o{rng.integers(0, shape[2])}, sure: 0.5}}]")
    return "\n".join(lines) + "\n"


def table_figures(quick: bool) -> list[Figure]:
    """Measure draws of tables: a generated one, and that of the example."""
    from detente.dossier import load, loads
    from detente.ensemble.drawing import draw
    from detente.ensemble.readings import Readings

    found = []
    examples = Path(__file__).parents[1] / "examples"
    for what, dossier, draws, limit in (
        ("500 packages, 3 parties", loads(table_text()), 2_000 if quick else 20_000, 20.0),
        ("the example's table", load(examples / "syria-2016"), 600, 1.0),
    ):
        readings = Readings(dossier)
        table = readings.table
        assert table is not None
        values = readings.split(draw(readings.guesses, 0, 0, draws))[1]
        seconds = min(timed(partial(deque, table.batches(values), 0)) for _ in range(3))
        limit *= draws / 20_000 if limit > 1 else 1
        found.append(Figure(f"{draws:,} draws of a table: {what}", seconds, limit, "s"))
    return found


def figures(quick: bool) -> list[Figure]:
    """Measure a run of draws against its parts, and two workers against one."""
    from detente.conflict.kernels.fast import solve_fast
    from detente.conflict.kernels.lanes import solve_lanes
    from detente.conflict.kernels.rows import LANES
    from detente.dossier import load
    from detente.ensemble import robust
    from detente.ensemble.drawing import draw
    from detente.ensemble.engine import Engine
    from detente.ensemble.headlines import find_headlines, watched

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.yaml"
        path.write_text(unsure_text(), encoding="utf-8")
        dossier = load(path)
    engine = Engine(dossier)
    keys = watched(find_headlines(engine, None, ("seq",), 0))
    guesses = engine.plan.guesses
    ((variant, _),) = engine.variants.groups(draw(guesses, 0, 0, LANES))
    assert variant.board is not None
    board = variant.board
    ranks = np.stack(engine.ranks(variant, draw(guesses, 0, 0, LANES)), axis=2).astype(np.int16)
    verdicts = np.empty(ranks.shape, np.uint8)
    blocks = board.blocks

    def bare() -> None:
        for _ in range(64):
            solve_lanes(
                ranks, blocks.member, blocks.first, blocks.range_, blocks.used,
                *board.islands.arrays(), True, verdicts,
            )  # fmt: skip

    def whole() -> None:
        engine.count(draw(guesses, 1, 0, 64 * LANES), keys, 31)

    bare(), whole(), solve_fast(engine.model, 1)
    one, all_, single = [], [], []
    for _ in range(5):
        one.append(timed(bare))
        all_.append(timed(whole))
        single.append(timed(lambda: solve_fast(engine.model, 1)))
    draws = 64 * LANES
    found = [
        Figure(
            "a draw, times the kernel for one set of ranks",
            statistics.median(all_) / draws / statistics.median(single),
            1.5,
            "x",
        ),
        Figure(
            "a draw, times the kernel for sixteen at once",
            statistics.median(a / b for a, b in zip(all_, one, strict=True)),
            1.5,
            "x",
            f" {statistics.median(all_) / draws * 1000:.3f} ms a draw",
        ),
    ]
    number = DRAWS // 10 if quick else DRAWS
    seconds = {}
    digests = set()
    for workers in (1, 2):
        start = time.perf_counter()
        result = robust(
            dossier, draws=number, within=1e-9, on="processes", workers=workers, evaluations=0
        )
        seconds[workers] = time.perf_counter() - start
        digests.add(result.digest)
    assert len(digests) == 1
    found += [
        Figure(f"{number:,} draws, five concepts, 2 workers", seconds[2], 45, "s"),
        Figure(
            "two workers, times one", seconds[1] / seconds[2], 1.7, "x",
            f" {seconds[1]:.1f} s with one", least=True,
        ),
    ]  # fmt: skip
    return found + table_figures(quick)


if __name__ == "__main__":
    import sys

    for figure in figures("--quick" in sys.argv):
        print(figure)
