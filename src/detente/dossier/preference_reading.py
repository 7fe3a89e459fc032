"""What a party wants, in one of five ways, from its shape to frozen data."""

from __future__ import annotations

from detente.dossier.clause_reading import ClauseReader
from detente.dossier.pair_reading import read_pairs
from detente.dossier.reasons import Path, Place
from detente.dossier.shapes import AnyOrderShape, OneOfShape, PreferenceShape
from detente.dossier.standoff import (
    AnyOrder,
    ByPairs,
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Indifferent,
    OneOf,
    Preference,
    Weight,
)
from detente.dossier.wording import shown

WAYS = ("statements", "ranking", "weights", "pairs", "indifferent")


def read_preference(reading: ClauseReader, shape: PreferenceShape, path: Path) -> Preference | None:
    """Return the preference that `shape` writes at `path`; `None` with a fault if it is no one."""
    reader, place, reason = reading.reader, reading.reader.place(path), reading.reader.reason(path)
    ways = [way for way in WAYS if getattr(shape, way) is not None]
    if len(ways) != 1 or shape.indifferent is False:
        reader.fault(
            reader.key_place(path), "one-preference",
            f"the preferences of {path[-1]} are given in {len(ways)} ways"
            if shape.indifferent is not False
            else "indifferent: false says nothing",
            f"Give exactly one of {', '.join(WAYS[:-1])} and indifferent: true",
        )  # fmt: skip
        return None
    inner = (*path, ways[0])
    reason = reason if inner not in reader.reasons else reader.reason(inner)
    if shape.statements is not None:
        entries = tuple(_entry(reading, s, (*inner, i)) for i, s in enumerate(shape.statements))
        return ByStatements(entries, place, reason)
    if shape.ranking is not None:
        return _ranking(reading, shape.ranking, inner)
    if shape.weights is not None:
        terms = tuple(
            Weight(
                reading.clause(text, (*inner, text), reader.key_place((*inner, text))), low, high
            )
            for text, (low, high) in shape.weights.items()
        )
        return ByWeights(terms, place, reason)
    if shape.pairs is not None:
        return ByPairs(read_pairs(reading, shape.pairs, inner), place, reason)
    return Indifferent(place, reason)


def _entry(
    reading: ClauseReader, shape: str | AnyOrderShape | OneOfShape, path: Path
) -> Clause | AnyOrder | OneOf:
    if isinstance(shape, str):
        return reading.clause(shape, path)
    place, reason = reading.reader.place(path), reading.reader.reason(path)
    if isinstance(shape, AnyOrderShape):
        return AnyOrder(reading.clauses(shape.any_order, (*path, "any_order")), place, reason)
    return OneOf(reading.clauses(shape.one_of, (*path, "one_of")), place, reason)


def _ranking(reading: ClauseReader, shape: list[str | list[str]], path: Path) -> ByRanking:
    reader, tiers, places, seen = reading.reader, [], [], dict[str, Place]()
    for i, tier in enumerate(shape):
        labels = tier if isinstance(tier, list) else [tier]
        paths = [
            (*path, i, j) if isinstance(tier, list) else (*path, i) for j in range(len(labels))
        ]
        tiers.append(tuple(labels))
        places.append(tuple(reader.place(where) for where in paths))
        for label, place in zip(labels, places[-1], strict=True):
            reading.pattern(label, place)
            first = seen.setdefault(label, place)
            if first is not place:
                reader.fault(
                    place, "repeated-state",
                    f"{shown(label)} stands in the ranking twice, first in line {first.line}",
                    "Keep one of the two",
                )  # fmt: skip
    owner = path[:-1]
    reason = reader.reason(path) if path in reader.reasons else reader.reason(owner)
    return ByRanking(tuple(tiers), tuple(places), reader.place(owner), reason)
