"""Pairs of states of which a party is known to prefer the first, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dossier.clause_reading import ClauseReader
from detente.dossier.reasons import Path, Place
from detente.dossier.standoff import Pair
from detente.dossier.wording import shown

TOLD = 6
"""States of a circle that are named before the rest is only counted."""


def read_pairs(
    reading: ClauseReader, shape: Sequence[Sequence[str]], path: Path
) -> tuple[Pair, ...]:
    """Return the pairs at `path`; a state is written as its pattern, as in a ranking.

    Faults: what is no pattern, a state paired with itself, a pair written twice, and a circle in
    which a state would be better than itself.
    """
    reader, found, sound = reading.reader, list[Pair](), True
    seen: dict[tuple[str, str], Place] = {}
    for i, (better, worse) in enumerate(shape):
        inner = (*path, i)
        places = reader.place((*inner, 0)), reader.place((*inner, 1))
        place = reader.place(inner)
        found.append(Pair(better, worse, places, place, reader.reason(inner)))
        for label, at in zip((better, worse), places, strict=True):
            sound &= reading.pattern(label, at)
        first = seen.setdefault((better, worse), place)
        if first is not place:
            reader.fault(
                place, "repeated-pair",
                f"that {shown(better)} is better than {shown(worse)} stands here twice,"
                f" first in line {first.line}",
                "Keep one of the two",
            )  # fmt: skip
        elif better == worse:
            sound = False
            reader.fault(
                place, "pair-of-one", f"{shown(better)} is paired with itself",
                "Write two states, the better one first",
            )  # fmt: skip
    circle = find_circle([(pair.better, pair.worse) for pair in found]) if sound else []
    if circle:
        last = next(p for p in found if (p.better, p.worse) == (circle[-1], circle[0]))
        reader.fault(last.place, "pairs-circle", _told(circle), "Take one of these pairs out")
    return tuple(found)


def find_circle(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return states each of which is better than the next and the last better than the first.

    Empty if there is no circle.

    >>> find_circle([("YN", "NN"), ("NN", "NY"), ("NY", "YN")])
    ['YN', 'NN', 'NY']
    """
    worse: dict[str, list[str]] = {}
    for better, than in pairs:
        worse.setdefault(better, []).append(than)
    done: set[str] = set()
    for start in worse:
        if start in done:
            continue
        way, at = [start], {start: 0}
        waiting = [iter(worse[start])]
        while way:
            step = next(waiting[-1], None)
            if step is None:
                done.add(way[-1])
                del at[way.pop()]
                waiting.pop()
            elif step in at:
                return way[at[step] :]
            elif step not in done:
                at[step] = len(way)
                way.append(step)
                waiting.append(iter(worse.get(step, ())))
    return []


def _told(circle: list[str]) -> str:
    shown_ones = circle[:TOLD]
    steps = " is better than ".join([shown(label) for label in shown_ones])
    if len(circle) > TOLD:
        steps += f", and so on over {len(circle) - TOLD} more,"
    return f"the pairs run in a circle: {steps} is better than {shown(circle[0])}"
