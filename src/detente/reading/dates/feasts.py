"""Feasts by which reports date: those that the calendar fixes, and names of others."""

from __future__ import annotations

import re

from detente.reading.dates.placing import Guess, Setting, placed, years_around
from detente.reading.dates.rule import Rule
from detente.reading.dates.spans import Days, day, easter, shifted
from detente.reading.dates.wordlists import YEAR, S


def _feast(found: re.Match[str], setting: Setting) -> Guess | None:
    name = " ".join(found["feast"].casefold().replace("’", "'").split())
    if setting.after in ("agreement", "agreements", "accord", "accords", "deal", "rising",
                         "island", "offensive"):  # fmt: skip
        return None
    fixed = {"christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
             "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
             "may day": (5, 1)}  # fmt: skip
    moving = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1}

    def make(year: int) -> Days | None:
        if name in fixed:
            return day(year, *fixed[name])
        one = shifted(easter(year), moving[name])
        return Days(one, one)

    if name.startswith(("ramadan", "eid", "muharram", "ashura", "passover", "rosh", "yom",
                        "nowruz", "tet", "diwali")):  # fmt: skip
        return Guess(None, "publication", "interval", "low")
    if found["year"]:
        return Guess(make(int(found["year"])))
    if setting.published is not None and found["which"]:
        past = found["which"].casefold() == "last"
        options = [make(year) for year in years_around(setting.published, 2)]
        here = setting.published
        behind = [one for one in options if one and one.first < here]
        ahead = [one for one in options if one and one.first > here]
        return Guess(behind[-1] if past else ahead[0], "publication")
    return placed(make, setting)


RULES = (
    Rule(
        "feast",
        re.compile(
            f"\\b(?:(?P<which>(?i:last|next)){S})?(?P<feast>Christmas(?:{S}(?:Day|Eve))?|Boxing{S}Day"
            f"|New{S}Year['’]s{S}(?:Day|Eve)|May{S}Day|Good{S}Friday|Easter(?:{S}(?:Sunday|Monday))?"
            f"|Ramadan|Eid(?:[ -]al-(?:Fitr|Adha))?|Passover|Nowruz|Ashura|Yom{S}Kippur)\\b"
            f"(?:,?{S}(?P<year>{YEAR})\\b)?"
        ),
        _feast,
        (
            "christ",
            "boxing",
            "new",
            "may",
            "good",
            "easter",
            "ramadan",
            "eid",
            "passover",
            "nowruz",
            "ashura",
            "yom",
        ),
    ),
)
