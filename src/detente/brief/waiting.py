"""Who waits for whom: the steps a party would take once others had taken theirs.

For each option of a party, and for everything the others could do, the party's best replies are
looked at. It *waits* where its best replies change that option whenever certain others have
changed certain options of theirs, whatever else is done, but not today; fewest such changes are
told. It *refuses* where no change by the others makes the step pay.

Steps that wait for nothing but one another are a circle: each would be worth taking once the
others were taken, and none is worth taking first. Reading preferences through best replies
needs no particular way of writing them down: statements, rankings and weights give the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import DROPPED, TAKEN, ConflictModel

Choice = tuple[int, bool]
"""An option and whether it is taken."""

_MOST_OPTIONS = 22
"""The table of a party's best replies has a cell for every pattern: 16 MB at this size."""

_MOST_NEEDS = 6
"""What hangs on more than so many things at once is told as waiting for nothing."""

_NONE = -1


@dataclass(frozen=True, slots=True)
class Waiting:
    """A step of one party that would pay once others had made certain choices.

    Parameters
    ----------
    party : int
        Who waits.
    step : Choice
        What it would do, a change from today.
    needs : tuple of Choice
        The changes by others after which it would, whatever else is done.
    only : bool
        Whether it would in no situation without them, unless others did what they refuse.
    now : tuple of int
        Today's state, and the best that the party could do today with the step; today's
        state twice where it cannot take the step today.
    then : tuple of int
        Its best without and with the step once the needs are met.
    """

    party: int
    step: Choice
    needs: tuple[Choice, ...]
    only: bool
    now: tuple[int, int]
    then: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A step that would leave a party worse off than without it, whatever the others did."""

    party: int
    step: Choice


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Who waits for whom today.

    Parameters
    ----------
    circle : tuple of Waiting
        Steps that wait for one another and for nothing else.
    blocked : tuple of Waiting
        Steps that wait for something that its owner refuses.
    single : tuple of Waiting
        Steps that wait for others in no such circle.
    refusals : tuple of Refusal
        What is refused.
    together : int or None
        The state after all steps of the circle, if it is feasible.
    """

    circle: tuple[Waiting, ...] = ()
    blocked: tuple[Waiting, ...] = ()
    single: tuple[Waiting, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    together: int | None = None


def find_deadlock(model: ConflictModel) -> Deadlock:
    """Return who waits for whom today.

    Nothing is found where today is unknown, where states were merged (a merged state has no one
    pattern to change), or with more than 22 options.
    """
    if model.status_quo is None or model.merged is not None or len(model.options) > _MOST_OPTIONS:
        return Deadlock()
    replies = [_Replies(model, party) for party in range(len(model.parties))]
    refusals = [refusal for one in replies for refusal in one.refusals()]
    refused = {refusal.step for refusal in refusals}
    waiting = [found for one in replies for found in one.waiting(refused)]
    circle = _circle(waiting)
    rest = [one for one in waiting if one not in circle]
    blocked = [one for one in rest if refused & set(one.needs)]
    single = [one for one in rest if one not in blocked]
    together = _together(model, circle)
    return Deadlock(tuple(circle), tuple(blocked), tuple(single), tuple(refusals), together)


def _circle(waiting: list[Waiting]) -> list[Waiting]:
    """Return the largest part of `waiting` in which all needs are met and every step is needed."""
    left = list(waiting)
    while True:
        offered = {one.step for one in left}
        needed = {need for one in left for need in one.needs}
        kept = [one for one in left if set(one.needs) <= offered and one.step in needed]
        if len(kept) == len(left):
            return left
        left = kept


def _together(model: ConflictModel, circle: list[Waiting]) -> int | None:
    if not circle or model.status_quo is None:
        return None
    bits = int(model.states[model.status_quo])
    for one in circle:
        bits ^= 1 << one.step[0]
    place = int(np.searchsorted(model.states, bits))
    return place if place < model.size and int(model.states[place]) == bits else None


class _Replies:
    """What one party's best replies are to everything that the others could change."""

    def __init__(self, model: ConflictModel, party: int) -> None:
        self.model = model
        self.party = party
        self.today = model.status_quo or 0
        self.bits = int(model.states[self.today])
        self.own = np.flatnonzero(model.owner == party).tolist()
        self.others = np.flatnonzero(model.owner != party).tolist()
        changed = model.states ^ self.bits
        allowed = (changed & self._locked()) == 0
        # the options of a party stand side by side, so its letters come out in one piece
        first, count = self.own[0], len(self.own)
        rows = changed >> first & (1 << count) - 1
        columns = changed & (1 << first) - 1 | changed >> first + count << first
        self.place = np.full((1 << len(self.own), 1 << len(self.others)), _NONE, np.int32)
        self.place[rows[allowed], columns[allowed]] = np.flatnonzero(allowed)
        rank = model.ranks[party][self.place]
        self.rank = np.where(self.place == _NONE, np.int32(_NONE), rank)

    def _locked(self) -> int:
        """Return the options that cannot change from today, as bits."""
        return sum(1 << k for k in range(len(self.model.options)) if not self.allowed(k))

    def allowed(self, option: int) -> bool:
        """Return whether the option can change from what it is today."""
        taken = bool(self.bits >> option & 1)
        return int(self.model.one_way[option]) != (TAKEN if taken else DROPPED)

    def refusals(self) -> Iterator[Refusal]:
        """Yield the steps that would never pay, whatever the others did."""
        for step in self._steps():
            without, taking = self._best(step[0])
            offered = taking != _NONE
            if offered.any() and (taking < without)[offered].all():
                yield Refusal(self.party, step)

    def waiting(self, refused: Collection[Choice]) -> Iterator[Waiting]:
        """Yield the steps that wait for others, if possible for nothing that is `refused`."""
        out = sum(1 << j for j, k in enumerate(self.others) if (k, self._change(k)) in refused)
        columns = np.arange(self.rank.shape[1])
        for step in self._steps():
            without, taking = self._best(step[0])
            good, bad = taking > without, (taking <= without) & (without != _NONE)
            if good[0]:
                continue
            open_ = (columns & out) == 0
            for these in (open_, True):
                needs = _least(good & these, bad & these, len(self.others))
                found = self._told(step, needs, columns[good & these]) if needs else None
                if found is not None:
                    yield found
                    break

    def _steps(self) -> Iterator[Choice]:
        for option in self.own:
            if self.allowed(option):
                yield option, self._change(option)

    def _change(self, option: int) -> bool:
        return not self.bits >> option & 1

    def _best(self, option: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the best ranks without and with a change of `option`, for each column."""
        rows = np.arange(len(self.rank)) >> self.own.index(option) & 1
        return self.rank[rows == 0].max(axis=0), self.rank[rows == 1].max(axis=0)

    def _told(self, step: Choice, needs: int, good: NDArray[np.int64]) -> Waiting | None:
        meeting = good[(good & needs) == needs]
        nearest = int(meeting[np.argmin(_weights(len(self.others))[meeting])])
        bit = self.own.index(step[0])
        then, now = self._pair(bit, nearest), self._pair(bit, 0)
        if then is None:
            return None
        return Waiting(
            self.party,
            step,
            tuple((k, self._change(k)) for j, k in enumerate(self.others) if needs >> j & 1),
            len(meeting) == len(good),
            (self.today, now[1] if now else self.today),
            then,
        )

    def _pair(self, bit: int, column: int) -> tuple[int, int] | None:
        """Return the party's best states in a column without and with its step."""
        rows = np.arange(len(self.rank))
        found = []
        for taking in (0, 1):
            some = rows[(rows >> bit & 1) == taking]
            row = int(some[np.argmax(self.rank[some, column])])
            found.append(int(self.place[row, column]))
        return None if _NONE in found else (found[0], found[1])


def _least(good: NDArray[np.bool_], bad: NDArray[np.bool_], count: int) -> int:
    """Return the fewest changes after which all is good, whatever else changes; 0 if none.

    Among as many changes, those that ask for least: that are met most often.
    """
    met, spoilt = _above(good, count), _above(bad, count)
    enough = np.flatnonzero((met > 0) & (spoilt == 0))
    if not enough.size:
        return 0
    weights = _weights(count)[enough]
    fewest = enough[weights == weights.min()]
    least = int(fewest[np.argmax(met[fewest])])
    return least if least.bit_count() <= _MOST_NEEDS else 0


def _above(truth: NDArray[np.bool_], count: int) -> NDArray[np.int32]:
    """Count, for each set of changes, where `truth` is met among those that contain it."""
    found = truth.astype(np.int32)
    for j in range(count):
        pair = found.reshape(-1, 2, 1 << j)
        pair[:, 0] += pair[:, 1]
    return found


@lru_cache(maxsize=2)
def _weights(count: int) -> NDArray[np.int8]:
    """Return the number of changes in each set of changes."""
    weights = np.zeros(1 << count, np.int8)
    for j in range(count):
        weights.reshape(-1, 2, 1 << j)[:, 1] += 1
    return weights
