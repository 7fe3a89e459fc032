"""How a party sees the conflict where that differs: options not seen, and what others want."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.dossier.clause_reading import ClauseReader, unknown_party
from detente.dossier.preference_reading import read_preference
from detente.dossier.reasons import Path
from detente.dossier.shapes import PerceptionShape, PreferenceShape
from detente.dossier.standoff import Perception, Preference, Unseen

TOP: Path = ("conflict", "perceptions")


def read_perceptions(
    reading: ClauseReader,
    shapes: Mapping[str, PerceptionShape],
    players: Iterable[str],
    known: tuple[str, ...],
) -> dict[str, Perception]:
    """Return the perceptions by party, in the order of `players`; faults go to the reader.

    Parameters
    ----------
    players, known : iterable of str
        The ids of the parties with options, and of all parties.
    """
    order = tuple(players)
    found = {}
    for party, shape in shapes.items():
        path = (*TOP, party)
        plays = _plays(reading, party, path, order, known, "a perception")
        perception = Perception(
            not_seen=_not_seen(reading, party, shape.not_seen, (*path, "not_seen")),
            preferences=_preferences(reading, party, shape.preferences, path, order, known),
            place=reading.reader.place(path),
            reason=reading.reader.reason(path),
        )
        if plays:
            found[party] = perception
    return {party: found[party] for party in order if party in found}


def _plays(
    reading: ClauseReader,
    party: str,
    path: Path,
    players: tuple[str, ...],
    known: tuple[str, ...],
    what: str,
) -> bool:
    """Tell whether `party` has options; a fault if not."""
    place = reading.reader.key_place(path)
    if party not in known:
        unknown_party(reading.reader, party, place, known)
    elif party not in players:
        reading.reader.fault(
            place, "not-a-player", f"{party} has {what} but no options, so it is no player",
            "Give it an option, or take this entry out",
        )  # fmt: skip
    return party in players


def _not_seen(
    reading: ClauseReader, party: str, names: Iterable[str], path: Path
) -> tuple[Unseen, ...]:
    found: dict[str, Unseen] = {}
    for i, name in enumerate(names):
        inner = (*path, i)
        place = reading.reader.place(inner)
        option = reading.option(name, place)
        if option is None:
            continue
        if option in found:
            reading.reader.fault(
                place, "repeated-option", f"{option} stands in not_seen twice", "Name it once"
            )
        elif option.startswith(f"{party}."):
            reading.reader.fault(
                place, "own-option-unseen", f"{option} is an option of {party} itself",
                "A party knows what it could do; rule the option out under infeasible,"
                " or take it out of not_seen",
            )  # fmt: skip
        else:
            found[option] = Unseen(option, place, reading.reader.reason(inner))
    return tuple(found.values())


def _preferences(
    reading: ClauseReader,
    party: str,
    shapes: Mapping[str, PreferenceShape],
    path: Path,
    players: tuple[str, ...],
    known: tuple[str, ...],
) -> dict[str, Preference]:
    found: dict[str, Preference] = {}
    for other, shape in shapes.items():
        inner = (*path, "preferences", other)
        plays = _plays(reading, other, inner, players, known, "preferences")
        read = read_preference(reading, shape, inner)
        if other == party:
            reading.reader.fault(
                reading.reader.key_place(inner), "own-perception",
                f"what {party} itself wants is no matter of how it sees others",
                f"Put it under preferences of the conflict, as {party}",
            )  # fmt: skip
        elif plays and read is not None:
            found[other] = read
    return {other: found[other] for other in players if other in found}
