"""A run of draws told as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.conflict.lookup import find_state
from detente.ensemble.headlines import Headline
from detente.ensemble.phrases import become, drawn, level, percent, question, told_share
from detente.ensemble.table.report import table_lines
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import capital

if TYPE_CHECKING:
    from detente.ensemble.guesses import Guess
    from detente.ensemble.result import EnsembleResult

SHOWN_DRIVERS = 3
"""Guesses that are told for a headline."""

SHOWN_SETS = 5
"""Turning sets that are told for a headline."""

FEW_GUESSES = 40
"""Up to so many guesses are all told."""

SHOWN_OTHERS = 8
"""States that hold most often and are no headline."""


def ensemble_text(result: EnsembleResult) -> str:
    """Return shares, what moves them, and what would turn them, for a terminal."""
    lines = [result.title(), *_stopped(result), ""]
    lines += _answers(result)
    lines += _others(result)
    if result.deals is not None:
        lines += [""] if lines[-1] else []
        lines += table_lines(result, result.deals)
    if result.guesses:
        lines += ["", *_drivers(result), "", *_turning(result), "", *_guesses(result)]
    return fold(lines)


def _stopped(result: EnsembleResult) -> list[str]:
    told = [
        say(
            f"ensemble.stopped.{result.stopped}",
            widest=percent(result.widest),
            within=percent(result.within),
            n=f"{result.draws:,}",
        )
    ]
    if result.stopped != "certain":
        told.append(say("ensemble.meaning"))
    if "sim" in result.missing:
        told.append(say("ensemble.no_sim"))
    return told


def _answers(result: EnsembleResult) -> list[str]:
    """Return the answer to each headline, state by state."""
    lines, last = [say("ensemble.shares")], ""
    for h, headline in enumerate(result.headlines):
        if not isinstance(headline, Headline):
            continue
        if headline.state != last:
            last = headline.state
            words = result.teller.state(find_state(result.model, headline.state))
            lines.append(f"  {headline.state}  {words}")
        name = "" if headline.concept is None else say(f"conflict.concept.{headline.concept}")
        code = f"ensemble.answer.{headline.kind}.{'yes' if result.central[h] else 'no'}"
        lines.append("    " + say(code, concept=name, share=told_share(result.answers[h])))
    return lines if result.model.parties else []


def _others(result: EnsembleResult) -> list[str]:
    """Return the states that hold most often under the first concept and are no headline."""
    concept = result.asked[0]
    known = {one.state for one in result.headlines if isinstance(one, Headline)}
    labels = result.union.labels()
    rest = [s for s in result.holding(concept).tolist() if labels[s] not in known]
    rest.sort(key=lambda s: (-result.holds(labels[s], concept).count, s))
    if not rest:
        return []
    lines = ["", say("ensemble.others", concept=say(f"conflict.concept.{concept}"))]
    lines += [
        f"  {labels[s]}  {told_share(result.holds(labels[s], concept))}"
        for s in rest[:SHOWN_OTHERS]
    ]
    if len(rest) > SHOWN_OTHERS:
        lines.append("  " + say("stability.more", n=f"{len(rest) - SHOWN_OTHERS:,}"))
    return lines


def _drivers(result: EnsembleResult) -> list[str]:
    lines = [say("ensemble.drivers")]
    for h, headline in enumerate(result.headlines):
        clear = [driver for driver in result.drivers[h] if driver.clear]
        if not 0 < result.answers[h].count < result.draws:
            continue
        lines.append(f"  {capital(question(result, headline))}:")
        if not clear:
            lines.append("    " + say("ensemble.drivers.none"))
        for driver in clear[:SHOWN_DRIVERS]:
            guess = result.guesses[driver.guess]
            lines.append(
                "    "
                + say("ensemble.driver", id=guess.id, line=guess.line, words=capital(guess.words))
            )
            lines += [
                f"      {level(guess, k)}: {told_share(share)}"
                for k, share in enumerate(driver.levels)
                if share.draws
            ]
        for pair in [pair for pair in result.pairs[h] if pair.clear][:1]:
            one, two = (result.guesses[k].id for k in pair.guesses)
            lines.append("    " + say("ensemble.pair", one=one, two=two))
    return lines if len(lines) > 1 else [say("ensemble.drivers.never")]


def _turning(result: EnsembleResult) -> list[str]:
    lines = [say("ensemble.turning")]
    for turning in result.search.turnings:
        if not turning.sets:
            continue
        asked = question(result, result.headlines[turning.headline])
        usual = say(f"ensemble.central.{'yes' if turning.central else 'no'}")
        lines.append(f"  {capital(asked)}. {usual}")
        for changes in turning.sets[:SHOWN_SETS]:
            told = [
                say(
                    "ensemble.turning.guess",
                    id=result.guesses[change.guess].id,
                    line=result.guesses[change.guess].line,
                    words=result.guesses[change.guess].words,
                    becomes=become(result.guesses[change.guess], change.value),
                )
                for change in changes
            ]
            lines.append("    " + say("ensemble.turning.set", changes="; ".join(told)))
        if turning.count > SHOWN_SETS:
            lines.append("    " + say("ensemble.turning.more", n=f"{turning.count - SHOWN_SETS:,}"))
    left = [turning.proved for turning in result.search.turnings if not turning.sets]
    if left:
        code = "none" if min(left) else "unknown"
        extent = "all" if len(left) == len(result.headlines) else "others"
        lines.append("  " + say(f"ensemble.turning.{code}.{extent}", n=min(left)))
    return lines


def _weighty(result: EnsembleResult) -> list[Guess]:
    """Return all of few guesses; of many, those that move or turn an answer."""
    if len(result.guesses) <= FEW_GUESSES:
        return list(result.guesses)
    moving = {one.guess for drivers in result.drivers for one in drivers if one.clear}
    moving |= {
        change.guess
        for turning in result.search.turnings
        for changes in turning.sets
        for change in changes
    }
    return [result.guesses[number] for number in sorted(moving)]


def _guesses(result: EnsembleResult) -> list[str]:
    shown = _weighty(result)
    code = "ensemble.guesses" if len(shown) == len(result.guesses) else "ensemble.guesses.some"
    lines = [say(code, n=len(shown), all=len(result.guesses))]
    for guess in shown:
        lines += [
            "  " + say("ensemble.guess", id=guess.id, line=guess.line, words=capital(guess.words)),
            f"    {capital(drawn(guess))}",
        ]
    return lines
