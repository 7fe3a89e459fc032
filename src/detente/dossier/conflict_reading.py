"""From the shape of the section ``conflict`` to the standoff, every expression parsed."""

from __future__ import annotations

from collections.abc import Iterable

from detente.dossier.clause_reading import ClauseReader, unknown_party
from detente.dossier.names import Names
from detente.dossier.perception_reading import read_perceptions
from detente.dossier.preference_reading import read_preference
from detente.dossier.reader import Reader
from detente.dossier.reasons import Path
from detente.dossier.shapes import ConflictShape
from detente.dossier.standoff import (
    OneWay,
    Option,
    Preference,
    Standoff,
    StateName,
    StatusQuo,
)

MAX_OPTIONS = 62
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
    reading = ClauseReader(reader, Names(tuple(option.id for option in options)))
    return Standoff(
        options=options,
        preferences=_preferences(reading, shape, known),
        place=reader.place(TOP),
        status_quo=_status_quo(reading, shape),
        infeasible=reading.clauses(shape.infeasible, (*TOP, "infeasible")),
        one_way=_one_way(reading, shape),
        same=reading.clauses(shape.same, (*TOP, "same")),
        names=_names(reading, shape),
        perceptions=read_perceptions(reading, shape.perceptions, shape.options, known),
    )


def _options(reader: Reader, shape: ConflictShape, known: tuple[str, ...]) -> tuple[Option, ...]:
    options = []
    for party, texts in shape.options.items():
        path = (*TOP, "options", party)
        if party not in known:
            unknown_party(reader, party, reader.key_place(path), known)
        for name, text in texts.items():
            inner = (*path, name)
            place, reason = reader.key_place(inner), reader.reason(inner)
            options.append(Option(f"{party}.{name}", party, name, text, place, reason))
    return tuple(options)


def _status_quo(reading: ClauseReader, shape: ConflictShape) -> StatusQuo | None:
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
    place, reason = reading.reader.place(path), reading.reader.reason(path)
    return StatusQuo(frozenset(taken), place, reason, tuple(taken))


def _one_way(reading: ClauseReader, shape: ConflictShape) -> dict[str, OneWay]:
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


def _names(reading: ClauseReader, shape: ConflictShape) -> tuple[StateName, ...]:
    path = (*TOP, "names")
    return tuple(
        StateName(
            reading.clause(text, (*path, text), reading.reader.key_place((*path, text))), name
        )
        for text, name in shape.names.items()
    )


def _preferences(
    reading: ClauseReader, shape: ConflictShape, known: tuple[str, ...]
) -> dict[str, Preference]:
    reader, path, found = reading.reader, (*TOP, "preferences"), dict[str, Preference]()
    for party, preference in shape.preferences.items():
        inner = (*path, party)
        if party not in known:
            unknown_party(reader, party, reader.key_place(inner), known)
        elif party not in shape.options:
            reader.fault(
                reader.key_place(inner), "not-a-player",
                f"{party} has preferences but no options, so it is no player",
                "Give it an option, or take its preferences out",
            )  # fmt: skip
        read = read_preference(reading, preference, inner)
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
