"""From the shape of the section ``conflict`` to the standoff, every expression parsed."""

from __future__ import annotations

from collections.abc import Iterable

from detente.dossier.expressions import Expression, Pattern
from detente.dossier.grammar import ExpressionMistake, Names, parse
from detente.dossier.reader import Reader
from detente.dossier.reasons import Path, Place
from detente.dossier.shapes import AnyOrderShape, ConflictShape, OneOfShape, PreferenceShape
from detente.dossier.standoff import (
    AnyOrder,
    ByRanking,
    ByStatements,
    ByWeights,
    Clause,
    Indifferent,
    OneOf,
    OneWay,
    Option,
    Preference,
    Standoff,
    StateName,
    StatusQuo,
    Weight,
)
from detente.dossier.wording import shown, suggest

MAX_OPTIONS = 62
WAYS = ("statements", "ranking", "weights", "indifferent")
TOP: Path = ("conflict",)


def read_conflict(reader: Reader, shape: ConflictShape, parties: Iterable[str]) -> Standoff | None:
    """Return the standoff that `shape` writes; faults go to `reader`.

    Returns
    -------
    Standoff or None
        `None` if its options are at fault, so that nothing else can be read.
    """
    known = tuple(parties)
    options = _options(reader, shape, known)
    if len(options) > MAX_OPTIONS:
        reader.fault(
            reader.key_place((*TOP, "options")), "too-many-options",
            f"the conflict has {len(options)} options; at most {MAX_OPTIONS} fit,"
            " because a state is held in a word of 64 bits",
            "Leave out options that do not matter, or join those that are always taken together",
        )  # fmt: skip
        return None
    reading = _Reading(reader, Names(tuple(option.id for option in options)))
    return Standoff(
        options=options,
        preferences=_preferences(reading, shape, known),
        place=reader.place(TOP),
        status_quo=_status_quo(reading, shape),
        infeasible=reading.clauses(shape.infeasible, (*TOP, "infeasible")),
        one_way=_one_way(reading, shape),
        same=reading.clauses(shape.same, (*TOP, "same")),
        names=_names(reading, shape),
    )


class _Reading:
    """Parses the expressions of one conflict and puts their mistakes in the file."""

    def __init__(self, reader: Reader, names: Names) -> None:
        self.reader, self.names = reader, names

    def clause(self, text: str, path: Path, place: Place | None = None) -> Clause:
        """Return `text` parsed; where it has a mistake, a clause that is never used."""
        place = place or self.reader.place(path)
        expression: Expression = Pattern("")
        try:
            expression = parse(text, self.names)
        except ExpressionMistake as error:
            self.tell(error, text, place)
        return Clause(text, expression, place, self.reader.reason(path))

    def clauses(self, texts: Iterable[str], path: Path) -> tuple[Clause, ...]:
        return tuple(self.clause(text, (*path, i)) for i, text in enumerate(texts))

    def option(self, name: str, place: Place) -> str | None:
        """Return the full id of the option `name`, or `None` with a fault."""
        try:
            return self.names.find(name)
        except ExpressionMistake as error:
            self.tell(error, name, place)
            return None

    def tell(self, error: ExpressionMistake, text: str, place: Place) -> None:
        message = error.message if len(text) > 60 else f"in “{shown(text)}”, {error.message}"
        self.reader.fault(place, error.code, message, error.remedy)


def _options(reader: Reader, shape: ConflictShape, known: tuple[str, ...]) -> tuple[Option, ...]:
    options = []
    for party, texts in shape.options.items():
        path = (*TOP, "options", party)
        if party not in known:
            _unknown_party(reader, party, reader.key_place(path), known)
        for name, text in texts.items():
            inner = (*path, name)
            place, reason = reader.key_place(inner), reader.reason(inner)
            options.append(Option(f"{party}.{name}", party, name, text, place, reason))
    return tuple(options)


def _unknown_party(reader: Reader, party: str, place: Place, known: tuple[str, ...]) -> None:
    reader.fault(
        place, "unknown-party", f"there is no party {shown(party)}",
        suggest(party, known, "Add it to parties"),
    )  # fmt: skip


def _status_quo(reading: _Reading, shape: ConflictShape) -> StatusQuo | None:
    if shape.status_quo is None:
        return None
    path, taken = (*TOP, "status_quo"), dict[str, None]()
    for i, name in enumerate(shape.status_quo):
        place = reading.reader.place((*path, i))
        option = reading.option(name, place)
        if option in taken:
            reading.reader.fault(
                place, "repeated-option", f"{option} stands in status_quo twice", "Name it once"
            )
        elif option is not None:
            taken[option] = None
    return StatusQuo(frozenset(taken), reading.reader.place(path), reading.reader.reason(path))


def _one_way(reading: _Reading, shape: ConflictShape) -> dict[str, OneWay]:
    path, found = (*TOP, "one_way"), dict[str, OneWay]()
    for name, direction in shape.one_way.items():
        inner = (*path, name)
        place = reading.reader.key_place(inner)
        option = reading.option(name, place)
        if option in found:
            reading.reader.fault(
                place, "repeated-option", f"{option} stands in one_way twice", "Name it once"
            )
        elif option is not None:
            found[option] = OneWay(direction, place, reading.reader.reason(inner))
    return found


def _names(reading: _Reading, shape: ConflictShape) -> tuple[StateName, ...]:
    path = (*TOP, "names")
    return tuple(
        StateName(
            reading.clause(text, (*path, text), reading.reader.key_place((*path, text))), name
        )
        for text, name in shape.names.items()
    )


def _preferences(
    reading: _Reading, shape: ConflictShape, known: tuple[str, ...]
) -> dict[str, Preference]:
    reader, path, found = reading.reader, (*TOP, "preferences"), dict[str, Preference]()
    for party, preference in shape.preferences.items():
        inner = (*path, party)
        if party not in known:
            _unknown_party(reader, party, reader.key_place(inner), known)
        elif party not in shape.options:
            reader.fault(
                reader.key_place(inner), "not-a-player",
                f"{party} has preferences but no options, so it is no player",
                "Give it an option, or take its preferences out",
            )  # fmt: skip
        read = _preference(reading, preference, inner)
        if read is not None and party in shape.options:
            found[party] = read
    for party in shape.options:
        if (*path, party) not in reader.source.keys:
            reader.fault(
                reader.key_place((*TOP, "options", party)), "no-preferences",
                f"{party} has options but no preferences",
                f"Add {party} to preferences, with indifferent: true if nothing is known",
            )  # fmt: skip
    return {party: found[party] for party in shape.options if party in found}


def _preference(reading: _Reading, shape: PreferenceShape, path: Path) -> Preference | None:
    reader, place, reason = reading.reader, reading.reader.place(path), reading.reader.reason(path)
    ways = [way for way in WAYS if getattr(shape, way) is not None]
    if len(ways) != 1 or shape.indifferent is False:
        if (*path, "pairs") not in reader.source.keys:
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
    return Indifferent(place, reason)


def _entry(
    reading: _Reading, shape: str | AnyOrderShape | OneOfShape, path: Path
) -> Clause | AnyOrder | OneOf:
    if isinstance(shape, str):
        return reading.clause(shape, path)
    place, reason = reading.reader.place(path), reading.reader.reason(path)
    if isinstance(shape, AnyOrderShape):
        return AnyOrder(reading.clauses(shape.any_order, (*path, "any_order")), place, reason)
    return OneOf(reading.clauses(shape.one_of, (*path, "one_of")), place, reason)


def _ranking(reading: _Reading, shape: list[str | list[str]], path: Path) -> ByRanking:
    reader, tiers, places, seen = reading.reader, [], [], dict[str, Place]()
    for i, tier in enumerate(shape):
        labels = tier if isinstance(tier, list) else [tier]
        paths = [
            (*path, i, j) if isinstance(tier, list) else (*path, i) for j in range(len(labels))
        ]
        tiers.append(tuple(labels))
        places.append(tuple(reader.place(where) for where in paths))
        for label, place in zip(labels, places[-1], strict=True):
            try:
                reading.names.pattern(label)
            except ExpressionMistake as error:
                reading.tell(error, label, place)
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
