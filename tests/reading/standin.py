"""A reader that needs no parser: it proposes a statement for every sentence with ``said``."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from detente.reading.found import Cue, Found
from detente.reading.read import Noted, Reading
from detente.reading.report import Report

WORDS = [
    f"{first}{middle}{last}"
    for first in ("ba", "ko", "mi", "ru", "te", "so", "la", "ne", "vi", "po")
    for middle in ("rin", "tal", "mos", "ken", "dar", "vol", "sim", "pat")
    for last in ("", "o", "est", "ak", "ini")
]


def prose(seed: int, words: int = 120) -> str:
    """Return sentences of made-up words, every third with ``said``."""
    random = np.random.default_rng(seed)
    drawn = [WORDS[k] for k in random.integers(0, len(WORDS), words)]
    sentences = []
    for k in range(0, words, 12):
        said = ["said"] if k % 36 == 0 else []
        sentences.append(" ".join([*drawn[k : k + 6], *said, *drawn[k + 6 : k + 12]]).capitalize())
    return ". ".join(sentences) + "."


def report(
    text: str, origin: str = "a.txt", published: str | None = "2016-09-05", **more: Any
) -> Report:
    day = None if published is None else date.fromisoformat(published)
    return Report(text=text, origin=origin, published=day, **more)


def reading(one: Report, version: str = "") -> Reading:
    """Return what the stand-in finds: by whom is the word before ``said``."""
    found, noted, start = [], [], 0
    for sentence in one.text.split(". "):
        span = (start, start + len(sentence))
        words = sentence.split()
        if "said" in words:
            at = sentence.index("said")
            speaker = words[words.index("said") - 1] + version
            found.append(
                Found(
                    kind="statements", fields={"by": [speaker], "act": "say"}, span=span,
                    rule=f"speech.said{version}", confidence="high",
                    cue=Cue("said", (start + at, start + at + 4)), flags=frozenset({"quoted"}),
                    chain=("officials",), also=((0, 5),),
                )
            )  # fmt: skip
            fields = {"surface": words[0], "sort": "name"}
            noted.append(Noted("mentions", fields, (start, start + 3), span, "m.name", "high"))
        start += len(sentence) + 2
    return Reading(one, tuple(found), tuple(noted))


class StandInReader:
    def __init__(self, slow: float, version: str) -> None:
        self.slow, self.version = slow, version

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        for one in reports:
            time.sleep(self.slow)
            if "stumble" in one.text:
                raise RecursionError("a rule went astray")
            yield reading(one, self.version)


@dataclass(frozen=True)
class StandIn:
    """Takes the place of :class:`detente.reading.batch.Cast`."""

    slow: float = 0.0
    version: str = ""

    def reader(self, model: str | None) -> StandInReader:
        del model
        assert os.environ.get("OMP_NUM_THREADS") == "1"
        return StandInReader(self.slow, self.version)
