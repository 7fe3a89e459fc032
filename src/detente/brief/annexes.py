"""Which annexes a brief has, and the lines that lead to them and back.

What the main part leaves out for the sake of a reader with ten minutes stands in an annex,
complete, so that nothing is lost that can be checked.
"""

from __future__ import annotations

from detente.brief.content import Line, Text
from detente.brief.doubt import assumptions_written, drafted
from detente.brief.phrases import line
from detente.brief.situation import Situation
from detente.words import say
from detente.words.naming import capital

MOST_TIERS = 200
"""A ranking with more tiers than these is told by its ends only."""

_SECTION = {
    "wishes": "parties",
    "outcomes": "outcomes",
    "picture": "stuck",
    "deal": "deal",
    "record": "play",
    "assumptions": "sure",
    "missing": "limits",
}

_SECTIONS = (
    "play", "parties", "stuck", "outcomes", "unlock", "deal", "timeline", "cost", "sure", "limits",
)  # fmt: skip


def section_names(it: Situation) -> tuple[str, ...]:
    """Return the numbered sections of this brief in their order."""
    return tuple(one for one in _SECTIONS if one != "deal" or it.dossier.table is not None)


def section_number(it: Situation, name: str) -> int:
    """Return the number of a section in this brief."""
    return section_names(it).index(name) + 1


def annex_letters(it: Situation) -> dict[str, str]:
    """Return the annexes of this brief by name, each with its letter."""
    there = {
        "wishes": True,
        "outcomes": True,
        "picture": it.today is not None or bool(it.holding.size),
        "deal": it.dossier.table is not None,
        "record": any(True for _ in it.dossier.record.items()),
        "assumptions": assumptions_written(it),
        "missing": bool(drafted(it.dossier)),
    }
    names = [name for name, present in there.items() if present]
    return {name: "ABCDEFG"[k] for k, name in enumerate(names)}


def to_annex(it: Situation, name: str, code: str, to: str = "", **fields: object) -> list[Line]:
    """Return the line that leads to an annex, or to a place in it; nothing if there is none."""
    letter = annex_letters(it).get(name)
    if letter is None:
        return []
    told = capital(say(code, "en", letter=letter, **fields))
    return [Line(told, to=to or f"annex-{name}")]


def back(it: Situation, name: str, to: str = "") -> Text:
    """Return the line that leads from an annex back to the section it belongs to."""
    section = _SECTION[name]
    told = line(f"brief.annex.back.{name}", number=section_number(it, section))
    return Text((Line(told.text, to=to or section),), "quiet")
