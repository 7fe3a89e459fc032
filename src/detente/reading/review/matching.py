"""Which entries of a record stand for which proposals, so that nothing is written twice.

An entry stands for a proposal if it is in the same list, cites the same sentence and is about the
same people and parties. Of several, one that says the same in all else is taken first; an entry
stands for one proposal only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from detente.dossier.dates import Date
from detente.dossier.model import Dossier
from detente.dossier.record import Item
from detente.dossier.record_reading import ITEMS
from detente.reading.review.entries import keys_of, who_of

_RENAMED = {"place": "where", "from": "from_"}


@dataclass(slots=True)
class Entries:
    """The entries of a record, found by the sentences that they cite.

    Parameters
    ----------
    dossier : Dossier
        The dossier whose record it is.
    """

    dossier: Dossier
    _by_sentence: dict[tuple[str, str, str], list[int]] = field(default_factory=dict)
    _taken: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for name in ITEMS:
            for number, item in enumerate(getattr(self.dossier.record, name)):
                for piece in item.evidence:
                    found[name, piece.source, " ".join(piece.quote.split())].append(number)
        self._by_sentence = dict(found)

    def take(self, name: str, entry: Mapping[str, Any], exactly: bool) -> int | None:
        """Return the position of the entry that stands for `entry`, which no other then does.

        Parameters
        ----------
        name : str
            The list of the record.
        exactly : bool
            Whether all that it says must be the same, or only the sentence and who it is about.
        """
        for number in self._citing(name, entry["evidence"]):
            if (name, number) not in self._taken and self._fits(name, number, entry, exactly):
                self._taken.add((name, number))
                return number
        return None

    def lacking(
        self, name: str, number: int, evidence: Sequence[Mapping[str, str]]
    ) -> list[Mapping[str, str]]:
        """Return the pieces of `evidence` that the entry at a position does not have.

        A piece of which a part is cited already, or the other way round, is not lacking.
        """
        item: Item = getattr(self.dossier.record, name)[number]
        have = [(piece.source, " ".join(piece.quote.split())) for piece in item.evidence]
        return [
            piece
            for piece in evidence
            if not any(
                source == piece["source"] and (quote in piece["quote"] or piece["quote"] in quote)
                for source, quote in have
            )
        ]

    def _citing(self, name: str, evidence: Iterable[Mapping[str, str]]) -> list[int]:
        numbers = [
            number
            for piece in evidence
            for number in self._by_sentence.get((name, piece["source"], piece["quote"]), ())
        ]
        return list(dict.fromkeys(numbers))

    def _fits(self, name: str, number: int, entry: Mapping[str, Any], exactly: bool) -> bool:
        item = getattr(self.dossier.record, name)[number]
        written = {key: getattr(item, _RENAMED.get(key, key)) for key in keys_of(name)}
        if who_of(written) != who_of(entry):
            return False
        return not exactly or all(
            _plain(value) == _plain(entry.get(key)) for key, value in written.items()
        )


def _plain(value: Any) -> Any:
    """Return a value as it compares: lists as tuples, dates as text, nothing as nothing."""
    if isinstance(value, list | tuple):
        return tuple(value) or None
    if isinstance(value, Date):
        return str(value)
    return value or None if isinstance(value, str) else value
