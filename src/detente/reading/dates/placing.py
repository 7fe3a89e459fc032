"""Which year, which week: a date that is told in part, placed by tense and day of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from detente.reading.analysis import Tense
from detente.reading.dates.spans import Days, shifted
from detente.reading.found import Confidence
from detente.reading.wordlists import words_of

PLANNING = words_of(
    "agree announce arrange call confirm convene delay determine expect fix invite move offer plan "
    "postpone propose reschedule schedule set slate suggest urge adjourn deadline due ahead "
    "prepare promise pledge demand order vow undertake commit cancel scrap shelve"
)
"""Words by which something to come is told in the past tense."""
TELLING = words_of(
    "announce confirm agree urge call offer suggest propose expect invite "
    "promise pledge demand order vow undertake commit adjourn convene postpone delay cancel scrap "
    "shelve"
)
"""Of these the ones that stand with the day on which they were said: "announced on Monday"."""
TOWARDS = frozenset({"from", "for", "to", "until", "till"})
"""Words before the day for which something was announced: "adjourned until Monday"."""
SOON = 45
"""How many days ahead a date can lie that was announced in the past tense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a time is read against.

    Parameters
    ----------
    published : datetime.date or None
        The day of publication.
    told : datetime.date or None
        The day that the text spoke of last.
    tense : str or None
        The tense of the verb that the time belongs to.
    governor : str
        The base form of that verb.
    perfect : bool
        Whether the verb stands in the perfect: "has fought".
    before, after : str
        The words just before and after, in small letters; empty at the ends.
    story : datetime.date or None
        A full date that the text has just told of, if it tells what happened from there on.
    """

    published: date | None
    told: date | None = None
    tense: Tense | None = None
    governor: str = ""
    perfect: bool = False
    before: str = ""
    after: str = ""
    story: date | None = None


class Guess(NamedTuple):
    """What a time means: `days` is `None` where that cannot be told.

    `place` puts a date without a year beside another: on the first such day that is not before
    it, or the last that is not after it.
    """

    days: Days | None
    anchor: str = "none"
    granularity: str | None = None
    confidence: Confidence = "high"
    sense: str | None = None
    make: Callable[[int], Days | None] | None = None
    note: str = ""


def placed(make: Callable[[int], Days | None], setting: Setting) -> Guess:
    """Return the days that `make` gives for the year which fits best.

    Parameters
    ----------
    make : callable
        From a year to the days in it; `None` for a day that this year lacks.
    """
    here = setting.published
    if here is None:
        if setting.told is None:
            return Guess(None, "publication", make=make)
        return Guess(beside(make, setting.told, True), "text", None, "low", make=make)
    if setting.story is not None and setting.tense == "past":
        told = beside(make, setting.story, True)
        if told is not None and told.first <= here:
            return Guess(told, "text", confidence="medium", make=make)
    found = [days for days in (make(here.year + i) for i in range(-8, 9) if _in_reach(here, i))
             if days is not None]  # fmt: skip
    if not found:
        return Guess(None, "publication", confidence="low", note="impossible")
    return Guess(chosen(found, here, setting), "publication", make=make)


def chosen(found: list[Days], here: date, setting: Setting) -> Days:
    """Return the one of several stretches, in order, that tense and day of publication mean."""
    if setting.tense == "past":
        before = [days for days in found if days.first <= here]
        coming = next((days for days in found if days.first > here), None)
        planned = setting.governor in PLANNING
        if planned and coming is not None and (coming.first - here).days <= SOON:
            behind = (here - before[-1].last).days if before else SOON + 1
            if behind > SOON / 2:
                return coming
        if before:
            return before[-1]
    if setting.tense == "future":
        after = [days for days in found if days.last >= here]
        if after:
            return after[0]
    return min(found, key=lambda days: (distance(days, here), days.first > here))


def distance(days: Days, here: date) -> int:
    """Return how many days lie between a day and a stretch; 0 within it."""
    return max((days.first - here).days, (here - days.last).days, 0)


def beside(make: Callable[[int], Days | None], other: date, later: bool) -> Days | None:
    """Return the first stretch not before `other`, or the last not after it."""
    for i in range(9):
        year = other.year + (i if later else -i)
        days = make(year) if 1 <= year <= 9999 else None
        if days is not None and (days.last >= other if later else days.first <= other):
            return days
    return None


def _in_reach(here: date, i: int) -> bool:
    return 1 <= here.year + i <= 9999


def weekday_near(here: date, number: int, setting: Setting) -> date:
    """Return the day of the week `number` that a plain "Monday" means in a report of `here`."""
    behind = (here.weekday() - number) % 7
    ahead = (number - here.weekday()) % 7
    if setting.tense == "future":
        return shifted(here, ahead)
    if setting.tense == "past":
        planned = setting.governor in PLANNING and (
            setting.before in TOWARDS or setting.governor not in TELLING
        )
        return shifted(here, ahead if planned and ahead else -behind)
    return shifted(here, ahead if ahead < behind else -behind)


def years_around(here: date, reach: int) -> Iterator[int]:
    """Yield the years around a day, within the calendar."""
    return (here.year + i for i in range(-reach, reach + 1) if _in_reach(here, i))
