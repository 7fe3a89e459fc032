"""Edits, comparisons, requirements and measures in words."""

from __future__ import annotations

from detente.conflict.cover import Cover
from detente.conflict.reach import Step
from detente.conflict.telling import Teller
from detente.conflict.unlock.conditions import Answer, Comparison, Requirement
from detente.conflict.unlock.edits import Edit
from detente.conflict.unlock.measures import Measure
from detente.conflict.unlock.order import Change
from detente.dossier.expressions import Expression, Not
from detente.words import say
from detente.words.naming import capital


def change_words(teller: Teller, change: Change) -> str:
    """Return a change as a sentence a party and edit, in one line."""
    if not change.edits:
        return say("unlock.change.none")
    return " ".join(edit_words(teller, edit) for edit in change.edits)


def edit_words(teller: Teller, edit: Edit) -> str:
    """Return one edit as a sentence."""
    who = capital(teller.party(edit.party))
    if edit.pair is not None:
        one, other = edit.pair
        return say(
            f"unlock.edit.reorder.{edit.side}",
            who=who,
            one=teller.label(one),
            first=teller.inside(one),
            other=teller.label(other),
            second=teller.inside(other),
        )
    wish = "" if edit.expression is None else teller.wish(edit.expression, edit.party)
    if edit.beside_expression is None:
        return say(f"unlock.edit.{edit.kind}", who=who, wish=wish, line=edit.line)
    if edit.kind == "add" and _opposite(edit.expression, edit.beside_expression):
        return say("unlock.edit.add.opposite", who=who, wish=wish)
    beside = teller.wish(edit.beside_expression, edit.party)
    code = f"unlock.edit.{edit.kind}.{edit.side}"
    return say(code, who=who, wish=wish, beside=beside, line=edit.line)


def _opposite(one: Expression | None, other: Expression) -> bool:
    """Return whether one wish is the other negated."""
    return one == Not(other) or (one is not None and other == Not(one))


def measure_words(teller: Teller, measure: Measure) -> str:
    """Return a measure in sentences, and what becomes of today's state with it."""
    told = measure_alone(teller, measure)
    if teller.model.status_quo is None:
        return told
    code = {True: "holds", False: "open", None: "gone"}[measure.today]
    return f"{told} {say(f'unlock.today.{code}')}"


def measure_alone(teller: Teller, measure: Measure) -> str:
    """Return a measure as a sentence: what it is, and who would have to bear it."""
    return say(
        f"unlock.measure.{measure.kind}",
        who=teller.party(measure.party),
        done=say("conflict.do.to", what=teller.texts[measure.option]),
        ended=teller.ended("to", measure.option),
    )


def requirement_words(teller: Teller, need: Requirement, target: int) -> str:
    """Return what one party must or must not prefer, and what else would do."""
    stays = need.stays
    who = teller.party(need.party)
    head = say(
        "unlock.condition",
        who=capital(who),
        change=teller.change(target, need.move, need.party),
        label=teller.label(need.move),
        words=teller.inside(need.move),
    )
    if stays.met:
        return f"{head} {say('unlock.condition.stays')}"
    if not need.answers:
        code = "alone" if need.concept == "nash" else "unanswered"
        return f"{head} {say(f'unlock.condition.{code}', who=who)}"
    answer = need.answers[0]
    how = answer_words(teller, answer)
    if need.met:
        return f"{head} {say('unlock.condition.deterred', answer=how)}"
    told = [f"{head} {say('unlock.condition.must', who=who, answer=how)}"]
    missing = [need_words(teller, one) for one in answer.needs if not one.met]
    told.append(say("unlock.condition.missing", needs="; ".join(missing[:MISSING])))
    if len(missing) > MISSING:
        told.append(say("unlock.condition.more_missing", n=len(missing) - MISSING))
    others = need.ends - 1
    if others > 0 and need.where is not None:
        told.append(say("unlock.condition.others", n=f"{others:,}", where=_where(need.where)))
    return " ".join(told)


MISSING = 3
"""Comparisons told of those that an answer lacks."""


def answer_words(teller: Teller, answer: Answer) -> str:
    """Return the steps of an answer: who would choose what, and where it leads."""
    steps = [step_words(teller, step) for step in answer.steps]
    end = answer.steps[-1].to
    return say(
        "unlock.answer",
        steps=say("words.and", items=steps),
        label=teller.label(end),
        words=teller.inside(end),
    )


def step_words(teller: Teller, step: Step) -> str:
    """Return one move of an answer."""
    return say(
        "unlock.answer.step",
        who=teller.party(step.party),
        change=teller.change(step.from_, step.to, step.party),
    )


def need_words(teller: Teller, need: Comparison) -> str:
    """Return a comparison as it would have to be."""
    return say(
        "unlock.need.better" if need.strict else "unlock.need.at_least",
        who=teller.party(need.party),
        state=teller.label(need.state),
        other=teller.label(need.other),
    )


def _where(where: Cover) -> str:
    patterns = say("words.and", items=[group.pattern for group in where.groups])
    left = len(where.left)
    return patterns + (say("unlock.condition.left", n=f"{left:,}") if left else "")
