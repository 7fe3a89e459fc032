"""Going through proposals one by one: where one stands, what was decided, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.reading.review.proposals import QUOTE, Proposal

if TYPE_CHECKING:
    from detente.reading.store import Store


@dataclass(frozen=True, slots=True)
class _Step:
    """A step that can be taken back: where one stood, and the items it decided."""

    position: int
    ids: tuple[str, ...]


class Session:
    """A walk through proposals; every decision is on the disk when a method returns.

    Parameters
    ----------
    store : Store
        Keeps the decisions.
    proposals : sequence of Proposal
        In the order in which they are shown.
    """

    def __init__(self, store: Store, proposals: Sequence[Proposal]) -> None:
        self.store, self.proposals = store, tuple(proposals)
        self.position = 0
        self.accepted = self.rejected = 0
        self._steps: list[tuple[_Step, str]] = []
        self._decided: set[str] = set()

    @property
    def current(self) -> Proposal | None:
        """The proposal to decide about; `None` when all are done."""
        if self.position < len(self.proposals):
            return self.proposals[self.position]
        return None

    def _open(self) -> Proposal:
        if self.current is None:
            raise IndexError("every proposal was shown")
        return self.current

    def accept(self, fields: Mapping[str, Any] | None = None, quote: str | None = None) -> None:
        """Accept the current proposal, with `fields` as edited and a shortened `quote`.

        Of every item only those fields change that were edited; the quote is that of the leader.
        """
        proposal = self._open()
        changed: dict[str, Any] = {}
        if fields is not None:
            keys = {**proposal.fields, **fields}
            changed = {
                key: fields.get(key)
                for key in keys
                if (fields.get(key) or None) != (proposal.fields.get(key) or None)
            }
        with self.store.transaction():
            for item in proposal.members:
                if item.status != "proposed":
                    continue
                new = {**item.fields, **changed}
                if quote is not None and item.id == proposal.leader.id:
                    new[QUOTE] = quote
                new = {key: value for key, value in new.items() if value is not None}
                self.store.decide(item.id, "accepted", fields=new)
        self._done(proposal.open_ids, "accepted")

    def reject(self, reason: str | None = None) -> None:
        """Reject the current proposal."""
        ids = self._open().open_ids
        self.store.decide(ids, "rejected", reason=reason or None)
        self._done(ids, "rejected")

    def skip(self) -> None:
        """Leave the current proposal for another time."""
        self._open()
        self._done((), "")

    def like_this(self) -> tuple[tuple[Proposal, ...], int]:
        """Return the proposals of the current one's kind from here on, and how many stay out.

        Those whose sentence does not claim what they say must be looked at one by one.
        """
        kind = self._open().kind
        rest = [one for one in self.proposals[self.position :] if self._is_open(one, kind)]
        return plain(rest)

    def accept_like_this(self) -> int:
        """Accept all that :meth:`like_this` returns; return how many proposals that were."""
        found, _ = self.like_this()
        ids = tuple(name for one in found for name in one.open_ids)
        self.store.decide(ids, "accepted", bulk=True)
        self._steps.append((_Step(self.position, ids), "accepted"))
        self._decided.update(ids)
        self.accepted += len(found)
        self._advance()
        return len(found)

    def back(self) -> bool:
        """Take the last step back, with what it decided; tell whether there was one."""
        if not self._steps:
            return False
        step, status = self._steps.pop()
        if step.ids:
            self.store.decide(step.ids, "proposed")
            self._decided.difference_update(step.ids)
            count = sum(not set(step.ids).isdisjoint(one.open_ids) for one in self.proposals)
            if status == "accepted":
                self.accepted -= count
            else:
                self.rejected -= count
        self.position = step.position
        return True

    def _done(self, ids: tuple[str, ...], status: str) -> None:
        self._steps.append((_Step(self.position, ids), status))
        self._decided.update(ids)
        self.accepted += status == "accepted"
        self.rejected += status == "rejected"
        self.position += 1
        self._advance()

    def _advance(self) -> None:
        """Go on to the next proposal that is still to be decided."""
        while self.current is not None and not self._is_open(self.current):
            self.position += 1

    def _is_open(self, proposal: Proposal, kind: str | None = None) -> bool:
        undecided = self._decided.isdisjoint(proposal.open_ids)
        return undecided and kind in (None, proposal.kind)


def plain(proposals: Sequence[Proposal]) -> tuple[tuple[Proposal, ...], int]:
    """Return those that may be accepted unseen, and how many may not."""
    found = tuple(one for one in proposals if not one.limits)
    return found, len(proposals) - len(found)
