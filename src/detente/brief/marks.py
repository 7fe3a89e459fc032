"""The short marks that say what kind of entry a sentence comes from."""

from __future__ import annotations

from typing import Protocol

from detente.brief.phrases import share
from detente.dossier.reasons import Evidence
from detente.words import say


class Reasoned(Protocol):
    """Anything that says how sure it is and whether it is a judgement."""

    @property
    def sure(self) -> float:
        """The analyst's own chance that the entry belongs here."""

    @property
    def judgement(self) -> bool:
        """Whether it is the analyst's own view."""

    @property
    def draft(self) -> bool:
        """Whether nobody has looked at it yet."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What it rests on."""


def mark_of(one: Reasoned, bare: bool = False) -> str:
    """Return the mark of an entry; with `bare`, also where it cites nothing at all."""
    words = []
    if one.judgement:
        words.append(say("brief.mark.judgement"))
    elif bare and not one.evidence:
        words.append(say("brief.mark.no_source"))
    if one.draft:
        words.append(say("brief.mark.draft"))
    if one.sure < 1:
        words.append(say("brief.mark.sure", sure=share(one.sure)))
    return "; ".join(words)
