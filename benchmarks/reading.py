"""Measure reading: sentences a second, many reports end to end, and search over very many.

Each measurement runs in a process of its own: ``python -m benchmarks.reading speed 40``.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.figures import Figure, timed

ROOT = Path(__file__).parents[1]
PROMISED, WORDS = 10_000, 350
"""Reports that are to be read in fifteen minutes on two processors, and the words of each."""

SEARCHED = 50_000
SYLLABLES = ("ba", "ko", "mi", "ru", "te", "so", "la", "ne", "vi", "po", "du", "fa", "ge", "hi")
WHO = (
    "Russia", "The United States", "Turkey", "Iran", "The rebels", "The government", "Saudi Arabia",
    "The army", "The United Nations", "Qatar", "The opposition", "Damascus", "Moscow", "Washington",
)  # fmt: skip
SAID = (
    "said on {day} that {who} had broken the {adj} truce near {place}",
    "accused {who} of shelling {place} with {adj} rockets",
    "insisted that no {noun} was possible until {who} left {place}",
    "and {who} met in {place} for talks about the {adj} {noun}",
    "rejected a {adj} {noun} put forward by the {role} of {place}",
    "killed at least {count} people in {place}, according to {adj} monitors",
    "demanded the release of {count} prisoners held in {place}",
    "would sign the {noun} if {who} stopped the {adj} attacks",
    "has backed the {adj} fighters of {place} with money and {noun}s since March {year}",
    "is to send its {role} to {place} on {day} to discuss the {noun}",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "12 May", "3 August", "20 October")
NOUNS = (
    "ceasefire",
    "agreement",
    "withdrawal",
    "corridor",
    "plan",
    "convoy",
    "exchange",
    "roadmap",
)
ROLES = ("foreign minister", "president", "envoy", "spokesman", "commander", "prime minister")


def reports(count: int, seed: int = 1) -> Iterator[tuple[str, date]]:
    """Yield texts of about 350 words, a headline and paragraphs of news, each with a day."""
    random = np.random.default_rng(seed)

    def one(words: tuple[str, ...]) -> str:
        return words[random.integers(len(words))]

    def word() -> str:
        return "".join(SYLLABLES[k] for k in random.integers(0, len(SYLLABLES), 3))

    def sentence() -> str:
        rest = one(SAID).format(
            day=one(DAYS), who=one(WHO), adj=word(), place=word().capitalize(), noun=one(NOUNS),
            role=one(ROLES), count=random.integers(2, 900), year=random.integers(1990, 2016),
        )  # fmt: skip
        return f"{one(WHO)} {rest}, while {word()} {word()} in {word().capitalize()} went on."

    for number in range(count):
        parts = [f"Talks in {word().capitalize()} end in {word()}"]
        length = 0
        while length < WORDS:
            paragraph = " ".join(sentence() for _ in range(3))
            parts.append(paragraph)
            length += len(paragraph.split())
        yield "\n".join(parts) + "\n", date(2016, 1, 1) + timedelta(number % 300)


def speed(count: int) -> dict[str, float]:
    """Measure sentences a second of the bare parser and of the whole reading, on one core."""
    from detente.reading.cast import build_cast
    from detente.reading.pipeline import load_parser, parse
    from detente.reading.read import Reader
    from detente.reading.report import Report

    parser = load_parser()
    some = [
        Report(text=text, origin=f"{k}", published=day)
        for k, (text, day) in enumerate(reports(count))
    ]
    reader = Reader(build_cast({}), parser)
    list(reader.read(some[:4]))
    sentences = sum(len(one.sentences) for one in parse(some, parser))

    def worked(call: Callable[[], object]) -> float:
        start = time.process_time()  # of one core, whatever else the machine is at
        call()
        return time.process_time() - start

    bare = worked(lambda: list(parse(some, parser)))
    whole = worked(lambda: list(reader.read(some)))
    return {"bare": sentences / bare, "read": sentences / whole}


def batch(count: int, workers: int) -> dict[str, float]:
    """Measure reading `count` reports from the start of the call to the last proposal."""
    from detente.reading.batch import read_reports
    from detente.reading.report import Report

    def given() -> Iterator[Report]:
        for k, (text, day) in enumerate(reports(count)):
            yield Report(text=text, origin=f"{k}.txt", publisher="A", published=day)

    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        found = read_reports(Path(folder), given(), on="processes", workers=workers)
        seconds = time.perf_counter() - start
    assert (found.read, found.outcomes) == (count, {"new": count})
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, workers_most = (resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds)
    items = sum(sum(counts.values()) for counts in found.counts.values())
    return {"seconds": seconds, "own": own, "worker": workers_most, "items": items / count}


def searching(count: int) -> dict[str, float]:
    """Measure search over `count` reports: common and rare words, phrases, beginnings, kinds."""
    from detente.reading.found import Found
    from detente.reading.read import Reading
    from detente.reading.report import Report
    from detente.reading.search import search
    from detente.reading.store import open_store

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        start = time.perf_counter()
        ahead = []
        for k, (text, day) in enumerate(reports(count)):
            report = Report(text=text, origin=f"{k}.txt", publisher="A", published=day)
            cuts = [at for at, letter in enumerate(text) if letter == "."][:4]
            found = tuple(
                Found(kind="statements", fields={"by": ["x"]}, span=(end - 60, end), rule="r")
                for end in cuts
            )
            ahead.append(Reading(report, found))
            if len(ahead) == 64 or k == count - 1:
                with store.transaction():
                    for reading in ahead:
                        store.add(reading, "v")
                ahead = []
        building = time.perf_counter() - start
        assert store.counts().reports == count
        slowest, worst = 0.0, ""
        asked: list[tuple[str, dict[str, Any]]] = [
            ("truce", {}), ("truce shelling rockets", {}), ('"the release of"', {}),
            ("bakomi", {}), ("tala* bakoru", {}), ("gover*", {}), ("accused Damascus", {}),
            ("truce", {"kind": "statements"}),
            ("rockets", {"since": date(2016, 3, 1), "until": date(2016, 3, 9)}),
        ]  # fmt: skip
        for words, more in asked:
            search(store, words, **more)
            took = sorted(timed(partial(search, store, words, **more)) for _ in range(5))[2]
            if took > slowest:
                slowest, worst = took, words
    return {"milliseconds": 1000 * slowest, "each": 1000 * building / count, "worst": worst}


def apart(measure: str, *arguments: int) -> dict[str, Any]:
    """Run one measurement in a process of its own, on one thread, and return what it found."""
    command = [sys.executable, "-m", "benchmarks.reading", measure, *map(str, arguments)]
    alone = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    done = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env=alone
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def figures(quick: bool) -> list[Figure]:
    """Measure what was promised; with `quick` a smaller number of reports, and say so."""
    quickly = apart("speed", 40 if quick else 150)
    note = f" the bare parser: {quickly['bare']:.0f}/s"
    told = [Figure("reading, one core: sentences a second", quickly["read"], 100, "/s", note, True)]
    count = 240 if quick else PROMISED
    first, found = apart("batch", 48, 2), apart("batch", count, 2)
    minutes = found["seconds"] / 60
    name = f"reading {PROMISED:,} reports of {WORDS} words on 2 processes"
    note = f" {found['items']:.0f} proposals a report"
    if quick:  # what starts once is not counted once a report
        each = (found["seconds"] - first["seconds"]) / (count - 48)
        minutes = (first["seconds"] + each * (PROMISED - 48)) / 60
        note = f" extrapolated from {count} reports;{note}"
    told.append(Figure(name, minutes, 15, "min", note))
    grown = found["own"] - first["own"]
    note = f" {found['own']:.0f} MB here, {found['worker']:.0f} MB a worker; {count:,} reports"
    told.append(Figure("reading: memory more than for 48 reports", grown, 60, "MB", note))
    count = 5_000 if quick else SEARCHED
    looked = apart("searching", count)
    note = f" for {looked['worst']}; {looked['each']:.1f} ms to keep a report"
    told.append(
        Figure(f"search over {count:,} reports: slowest", looked["milliseconds"], 50, "ms", note)
    )
    return told


if __name__ == "__main__":
    measure, *numbers = sys.argv[1:]
    measures = {"speed": speed, "batch": batch, "searching": searching}
    print(json.dumps(measures[measure](*map(int, numbers))))
