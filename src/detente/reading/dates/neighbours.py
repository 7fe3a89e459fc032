"""Words that tell, standing beside a month or a year, whether it is one."""

from __future__ import annotations

from detente.reading.wordlists import words_of

ALSO_WORDS = words_of("may march april june august")
"""Months that are words or given names as well."""
BEFORE_MONTHS = words_of(
    "in since by until till of during from between before after around through late early mid"
)
BEFORE_YEARS = words_of(
    "in since by until till of during from between before after around through late early mid "
    "circa year"
)
NOT_BEFORE_YEARS = words_of(
    "resolution resolutions res no no. number article articles section room flight $ € £ about "
    "some nearly almost over than least roughly km page"
)
NOT_AFTER_YEARS = words_of(
    "people men women children fighters troops soldiers prisoners deaths dead refugees civilians "
    "casualties families detainees hostages wounded homes houses rebels militants members "
    "percent % km kilometres kilometers miles metres tonnes tons dollars euros troops cases "
    "police observers monitors peacekeepers combatants inmates hectares or"
)
MEETINGS = words_of(
    "meeting meetings round talks summit session conference election elections vote visit "
    "referendum deadline offensive attack attacks ceasefire truce agreement deal"
)
AGREED = words_of(
    "accord accords agreement pact peace deal treaty constitution ceasefire truce cease coup war "
    "wars invasion revolution uprising annexation conflict memorandum protocol declaration "
    "roadmap plan framework report census attack massacre genocide crisis talks law resolution "
    "election elections referendum operation summit protests armistice"
)
