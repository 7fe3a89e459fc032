"""Compose a brief: all parts in the order in which they are read, annexes last, and notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from detente.brief.annexes import annex_letters, section_names
from detente.brief.assumptions import assumptions
from detente.brief.chronicle import chronicle
from detente.brief.content import Section
from detente.brief.cost import human_cost
from detente.brief.deal import deal
from detente.brief.deal_annex import deal_in_full
from detente.brief.document import Brief, Manifest
from detente.brief.findings import findings
from detente.brief.limits import limits
from detente.brief.missing import missing, rests_on_draft
from detente.brief.notes import Notebook
from detente.brief.offers import TableAnswers
from detente.brief.outcomes import outcomes
from detente.brief.outlook import Outlook
from detente.brief.parties import parties
from detente.brief.phrases import when
from detente.brief.play import state_of_play
from detente.brief.questions import questions
from detente.brief.ranges import ranges
from detente.brief.record import record
from detente.brief.scene import picture
from detente.brief.stuck import why_stuck
from detente.brief.sureness import first_pillars, how_sure, sureness
from detente.brief.unlocking import unlocking
from detente.brief.wishes import wishes
from detente.conflict import explain as explain_state
from detente.conflict.model import ConflictModel
from detente.conflict.perceptions import PerceptionsResult
from detente.dossier import Dossier
from detente.ensemble import EnsembleResult
from detente.errors import call_error
from detente.version import VERSION
from detente.words import say
from detente.words.naming import clean

Format = Literal["html", "md", "json"]

_PARTS: dict[str, Callable[[Outlook], Section]] = {
    "play": state_of_play,
    "parties": parties,
    "stuck": why_stuck,
    "outcomes": outcomes,
    "unlock": unlocking,
    "deal": deal,
    "timeline": chronicle,
    "cost": human_cost,
    "sure": sureness,
    "limits": limits,
}


def compose(
    dossier: Dossier,
    model: ConflictModel,
    result: Any,
    explain: Callable[..., Any] = explain_state,
    tested: EnsembleResult | None = None,
    views: PerceptionsResult | None = None,
    table: TableAnswers | None = None,
) -> Brief:
    """Return the brief about a dossier whose conflict is compiled and solved.

    Parameters
    ----------
    dossier : Dossier
        With a section ``conflict``; everything else may be absent.
    model : ConflictModel
        The compiled conflict.
    result : StabilityResult
        The stability of every state for every party.
    explain : callable
        Says why a state is stable or not, as :func:`detente.conflict.explain` does.
    tested : EnsembleResult, optional
        How the answers fare in other readings of the dossier.
    views : PerceptionsResult, optional
        Who sees another conflict.
    table : TableAnswers, optional
        What can be signed, and whether it would hold.

    Raises
    ------
    DossierError
        If the dossier has no section ``conflict``.
    """
    dossier.require_standoff()
    notebook = Notebook(dossier)
    it = Outlook(dossier, model, result, explain, notebook, tested, views, table)
    found, asked = findings(it), questions(it)
    unsure, guesses = how_sure(it), first_pillars(it)
    sections = tuple(_PARTS[name](it) for name in section_names(it))
    annexes = _annexes(it)
    return Brief(
        title=clean(dossier.title),
        as_of=when(dossier.as_of) if dossier.as_of is not None else "",
        findings=found,
        questions=asked,
        doubt=(*rests_on_draft(it), *unsure),
        guesses=guesses,
        sections=sections,
        annexes=annexes,
        notes=notebook.notes,
        sources=notebook.sources,
        manifest=Manifest(
            version=VERSION,
            input=dossier.digest[:12],
            kernel=str(result.kernel),
            parameters=((say("brief.page.holds_means"), say("brief.short.seq")),),
        ),
    )


def _annexes(it: Outlook) -> tuple[Section, ...]:
    """Return the annexes in the order of their letters."""
    made: dict[str, Callable[[], Section]] = {
        "wishes": lambda: wishes(it),
        "outcomes": lambda: ranges(it),
        "picture": lambda: picture(it),
        "deal": lambda: deal_in_full(it),
        "record": lambda: record(it),
        "assumptions": lambda: assumptions(it),
        "missing": lambda: missing(it),
    }
    return tuple(made[name]() for name in annex_letters(it))


def render(brief: Brief, format: Format = "html") -> str:
    """Return `brief` written as ``html``, ``md`` or ``json``; the text ends in a line feed.

    Raises
    ------
    CallError
        If the format is none of these.
    """
    if format == "html":
        return brief.to_html()
    if format == "md":
        return brief.to_markdown()
    if format == "json":
        return brief.to_json()
    raise call_error(
        "unknown-format", f"a brief cannot be written as {format}", "Choose html, md or json"
    )
