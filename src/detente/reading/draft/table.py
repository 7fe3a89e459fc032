"""The section ``negotiation`` that a record implies: issues, the outcomes named, orders told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from detente.dossier import Dossier
from detente.dossier.record import Position
from detente.dossier.standoff import Option
from detente.dossier.table import Outcome
from detente.reading.across.wording import alike, content, issue, stem
from detente.reading.draft.actors import Actors
from detente.reading.draft.conflict import reason
from detente.reading.draft.deeds import SAME, Ground
from detente.reading.draft.naming import short_id
from detente.reading.draft.verbs import as_today, base_form, from_gerund, opens_aside
from detente.reading.draft.wish import (
    Wish,
    alone,
    as_own,
    has_modal,
    is_clause,
    plain,
    read_wish,
    shorter,
    without_modal,
)
from detente.words import say
from detente.words.conditions import is_warning, limit_word
from detente.words.naming import bare, capital, clean, the

MOST_ISSUES, MOST_OUTCOMES = 6, 5
AS_TODAY = "as_today"


@dataclass(slots=True)
class _Outcome:
    name: str
    text: str
    words: frozenset[str]
    grounds: list[Ground] = field(default_factory=list)
    doers: set[str] = field(default_factory=set)
    """Whose deed it is; empty where it is nobody's, such as "a buffer zone"."""


@dataclass(slots=True)
class _Issue:
    about: str
    key: frozenset[str]
    disputed: bool = False
    grounds: list[Ground] = field(default_factory=list)
    outcomes: list[_Outcome] = field(default_factory=list)
    liked: dict[str, list[str]] = field(default_factory=dict)
    """The outcomes that a party asks for, by party; an empty list where it names none."""
    disliked: dict[str, list[str]] = field(default_factory=dict)

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.liked, *self.disliked]))


def negotiation_section(dossier: Dossier) -> tuple[dict[str, Any] | None, list[str]]:
    """Return the section and what is missing for a better one, a line each.

    Returns
    -------
    dict or None
        As it stands in ``dossier.yaml``; `None` where no issue has two parties' positions.
    list of str
        Sentences.
    """
    issues = _gathered(dossier)
    if not issues:
        return None, [say("draft.missing.issues")]
    sitting = set(Actors(dossier).principals)
    theirs = [one for one in issues if sitting & {*one.parties}]
    kept = sorted(theirs or issues, key=lambda one: (not one.disputed, -len(one.parties)))[
        :MOST_ISSUES
    ]
    sides = [party for party in dossier.parties if any(party in one.parties for one in kept)]
    if len(sides) < 2:
        who = the(dossier.parties[sides[0]].name)
        return None, [say("draft.missing.table", who=who)]
    missing = []
    left = [one.about for one in issues if one not in kept]
    if left:
        missing.append(say("draft.missing.issues_left", n=len(left), what="; ".join(left)))
    taken: dict[str, _Issue] = {}
    for one in kept:
        taken[short_id(_telling(one.about), taken, "issue")] = one
        if not one.outcomes:
            missing.append(say("draft.missing.outcomes", about=one.about))
    section = {
        "issues": {name: _issue(dossier, one) for name, one in taken.items()},
        "parties": {party: _side(dossier, party, taken) for party in sides},
    }
    names = [the(dossier.parties[party].name) for party in sides]
    missing += [say("draft.missing.weights", who=names), say("draft.missing.no_deal", who=names)]
    return section, missing


def _gathered(dossier: Dossier) -> list[_Issue]:
    found: dict[frozenset[str], _Issue] = {}
    actors = Actors(dossier)
    for position in dossier.record.positions:
        about = plain(clean(position.about))
        if not about or position.party not in dossier.parties:
            continue
        if is_warning(clean(position.stance)):
            continue
        about = _in_words(dossier, about)
        key = issue(about)
        one = found.setdefault(key, _Issue(about, key))
        _enter(one, position, Ground(_because(dossier, position), position.evidence), actors)
    return list(found.values())


def _telling(about: str) -> str:
    """Return the words of an issue that name it, for its id."""
    key = issue(about)
    words = [word for word in re.findall(r"[^\W_]+", about) if stem(word) in key]
    return " ".join(words) or about


def _in_words(dossier: Dossier, about: str) -> str:
    """Return the words of an option or outcome of the dossier that `about` names by its id."""
    known: list[Option | Outcome] = [
        *(dossier.standoff.options if dossier.standoff is not None else ()),
        *(dossier.table.outcomes if dossier.table is not None else ()),
    ]
    return next((plain(clean(one.text)) for one in known if one.id == about), about)


def _limited(position: Position) -> str:
    """Return the word that brings in the condition of a position."""
    if position.until:
        return "until"
    return limit_word(position.stance, (piece.quote for piece in position.evidence))


def _because(dossier: Dossier, position: Position) -> str:
    who = the(dossier.parties[position.party].name)
    stance = plain(clean(position.stance)) or plain(clean(position.about))
    limit = plain(clean(position.until or position.unless))
    code = _limited(position) if limit else "position"
    return say(f"draft.because.{code}", who=who, stance=stance, limit=limit)


def _enter(one: _Issue, position: Position, ground: Ground, actors: Actors) -> None:
    one.grounds.append(ground)
    stance, party = plain(clean(position.stance)), position.party
    wish = read_wish(stance)
    limit = as_today(shorter(clean(position.until or position.unless)))
    one.disputed = one.disputed or wish.sense == "dispute"
    one.liked.setdefault(party, [])
    if wish.sense == "dispute" or not wish.rest:
        return
    refused = wish.sense == "refuse"
    text, doer = _outcome_text(wish, stance, party, actors)
    if limit and refused:
        once = say("draft.outcome.once", text=text, limit=limit)
        _like(one.liked, party, _outcome(one, once, ground, doer))
        return
    if limit:
        text = say(f"draft.outcome.{_limited(position)}", text=text, limit=limit)
    outcome = _outcome(one, text, ground, doer)
    _like(one.disliked if refused else one.liked, party, outcome)


def _like(where: dict[str, list[str]], party: str, outcome: str | None) -> None:
    known = where.setdefault(party, [])
    if outcome is not None and outcome not in known:
        known.append(outcome)


def _outcome_text(wish: Wish, stance: str, party: str, actors: Actors) -> tuple[str, str | None]:
    """Return an outcome in words, and whose deed it is where it is the speaker's own."""
    own = as_own(wish.rest)
    if own:
        return capital(own), party
    text = shorter(wish.rest if wish.sense != "none" else stance)
    text = re.sub(r"^that\s+", "", text, flags=re.IGNORECASE)
    subject = actors.subject(text)
    rest = "" if subject is None else text[subject.end :].strip()
    deed = without_modal(rest) if has_modal(rest) else base_form(rest)
    if rest.partition(" ")[0].endswith("ing"):
        deed = from_gerund(rest)
    if subject is not None and rest and deed and not is_clause(deed) and not opens_aside(rest):
        who = text[: subject.end]
        return capital(say("draft.outcome.deed", who=who, deed=alone(deed))), None
    return capital(text), party if wish.form == "deed" and wish.sense != "none" else None


def _outcome(one: _Issue, text: str, ground: Ground, doer: str | None) -> str | None:
    """Return the id of the outcome that `text` names, made if it is new and there is room."""
    words = content(text)
    for known in one.outcomes:
        if known.text == text or (words and alike(known.words, words) >= SAME):
            known.grounds.append(ground)
            if known.doers and doer is not None:
                known.doers.add(doer)
            return known.name
    if len(one.outcomes) >= MOST_OUTCOMES:
        return None
    name = short_id(text, {AS_TODAY, *(known.name for known in one.outcomes)}, "outcome")
    doers = set() if doer is None else {doer}
    one.outcomes.append(_Outcome(name, text, words, [ground], doers))
    return name


def _question(about: str) -> str:
    """Return an issue as it is named, so that it can stand inside a sentence too."""
    first = about.split()[0]
    if first != first.lower():
        return say("draft.question.name", about=about)
    bare = " of " in about and first not in ("the", "a", "an", "its", "their", "all")
    return capital(say("draft.question.of" if bare else "draft.question", about=about))


def _told(dossier: Dossier, outcome: _Outcome) -> str:
    """Return an outcome in words, with who would do it where it is the deed of one party."""
    if len(outcome.doers) != 1:
        return outcome.text
    (party,) = outcome.doers
    who = the(dossier.parties[party].name)
    return capital(say("draft.outcome.deed", who=who, deed=bare(outcome.text)))


def _issue(dossier: Dossier, one: _Issue) -> dict[str, Any]:
    told = {
        "question": {"is": _question(one.about), **reason(one.grounds)},
        "outcomes": {
            known.name: {"is": _told(dossier, known), **reason(known.grounds)}
            for known in one.outcomes
        },
    }
    told["outcomes"][AS_TODAY] = {
        "is": say("draft.outcome.today"), "because": say("draft.because.as_today"), "draft": True,
    }  # fmt: skip
    return told


def _side(dossier: Dossier, party: str, issues: Mapping[str, _Issue]) -> dict[str, Any]:
    return {
        "weights": {
            "is": dict.fromkeys(issues, 1), "because": say("draft.because.weights"), "draft": True,
        },
        "values": {name: _values(party, one) for name, one in issues.items()},
    }  # fmt: skip


def _values(party: str, one: _Issue) -> dict[str, Any]:
    """Return the order that a party's words imply: asked for, then the rest, then refused."""
    every = [*(known.name for known in one.outcomes), AS_TODAY]
    liked = set(one.liked.get(party, ())) - set(one.disliked.get(party, ()))
    disliked = set(one.disliked.get(party, ())) - set(one.liked.get(party, ()))
    tiers = [
        [name for name in every if name in liked],
        [name for name in every if name not in liked and name not in disliked],
        [name for name in every if name in disliked],
    ]
    order = [tier[0] if len(tier) == 1 else tier for tier in tiers if tier]
    code = "order" if len(order) > 1 else "no_order"
    return {"is": {"order": order}, "because": say(f"draft.because.{code}"), "draft": True}
