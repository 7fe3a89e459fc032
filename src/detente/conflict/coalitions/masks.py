"""Coalitions as sets of bits: bit i is set where party i is a member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from detente.conflict.lookup import find_party
from detente.conflict.model import ConflictModel
from detente.errors import Fault, SizeError, call_error

MAX_PARTIES = 12
"""Parties whose coalitions can all be looked at: 12 have 4,095."""


def members(mask: int) -> tuple[int, ...]:
    """Return the parties of a coalition, rising.

    >>> members(0b1101)
    (0, 2, 3)
    """
    return tuple(party for party in range(mask.bit_length()) if mask >> party & 1)


def every_coalition(parties: int) -> list[int]:
    """Return all non-empty coalitions of so many parties, small ones first, each in their order.

    >>> every_coalition(2)
    [1, 2, 3]
    """
    return [
        mask_of(chosen)
        for size in range(1, parties + 1)
        for chosen in combinations(range(parties), size)
    ]


def mask_of(parties: Iterable[int]) -> int:
    """Return the coalition of `parties` as bits."""
    return sum(1 << party for party in parties)


def subsets(mask: int) -> Iterator[int]:
    """Yield every non-empty subset of `mask`, itself first.

    >>> list(subsets(0b101))
    [5, 4, 1]
    """
    part = mask
    while part:
        yield part
        part = (part - 1) & mask


def coalition_key(model: ConflictModel, mask: int) -> str:
    """Return the ids of the members joined by ``+``, in the order of the dossier."""
    return "+".join(model.parties[party] for party in members(mask))


def chosen_masks(model: ConflictModel, chosen: Sequence[Sequence[int]] | None) -> list[int]:
    """Return the coalitions to look at, in the order of :func:`every_coalition`, each once.

    Raises
    ------
    CallError
        If one has no member, has one twice, or has a member that is no party.
    SizeError
        If there are more than `MAX_PARTIES` parties.
    """
    n = len(model.parties)
    if n > MAX_PARTIES:
        raise SizeError(
            [
                Fault(
                    "",
                    0,
                    0,
                    "too-many-parties",
                    f"{n} parties have {(1 << n) - 1:,} coalitions; more than {MAX_PARTIES} "
                    "parties are too many for an analysis of coalitions",
                    "Leave out parties that matter little, or treat allies as one party",
                )
            ]
        )
    if chosen is None:
        return every_coalition(n)
    masks = {_checked(model, coalition) for coalition in chosen}
    return [mask for mask in every_coalition(n) if mask in masks]


def _checked(model: ConflictModel, coalition: Sequence[int]) -> int:
    if not coalition:
        raise call_error(
            "empty-coalition",
            "a coalition has no member",
            f"Name its members, joined by +, such as {_example(model)}",
        )
    for place, party in enumerate(coalition):
        if not 0 <= party < len(model.parties):
            raise call_error(
                "unknown-player",
                f"there is no party number {party}",
                f"Use 0 to {len(model.parties) - 1}",
            )
        if party in coalition[:place]:
            raise call_error(
                "repeated-member",
                f"{model.parties[party]} is named twice in one coalition",
                "Name each member once",
            )
    return mask_of(coalition)


def _example(model: ConflictModel) -> str:
    return coalition_key(model, (1 << min(2, len(model.parties))) - 1)


def find_coalition(model: ConflictModel, text: str) -> tuple[int, ...]:
    """Return the parties that `text` means: ids or names, joined by ``+``.

    Raises
    ------
    CallError
        If there is no such party, if one is named twice, or if a name is left empty.
    """
    parts = text.split("+")
    if not all(part.strip() for part in parts):
        raise call_error(
            "empty-coalition",
            f"`{text}` leaves out the name of a member",
            f"Name the members, joined by +, such as {_example(model)}",
        )
    found = tuple(find_party(model, part) for part in parts)
    _checked(model, found)
    return found
