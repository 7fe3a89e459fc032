"""Each party's own game read from the dossier a second time, and verdicts in it derived again.

G_i holds the patterns in which no option is taken that party i does not see. What others want in
it is what the perception says; where that is silent, what the dossier says: a ranking keeps the
place of every state, statements and weights are read anew.

References
----------
Bennett, *Omega* 5 (1977); Wang, Hipel and Fraser, *Behavioral Science* 33 (1988): a state is an
equilibrium of a first-level hypergame if for each party it is stable within that party's game.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from detente.conflict.verify.check import BUDGET, CAP, game_for, labels_of, within
from detente.conflict.verify.definitions import CONCEPTS, stable
from detente.conflict.verify.game import LiteralGame, Meter
from detente.conflict.verify.reading import Reading, group_states
from detente.conflict.verify.report import Tally, Verification
from detente.conflict.verify.setting import stride
from detente.conflict.verify.unpack import model_members
from detente.dossier.standoff import ByRanking, Perception, Standoff

MOST_LISTED = 1 << 16
"""Games of more states than this are not written out, and so not derived again."""


def seen_game(
    standoff: Standoff,
    party: str,
    patterns: Iterable[str] | None = None,
    meter: Meter | None = None,
) -> LiteralGame:
    """Return the game as `party` sees it.

    Parameters
    ----------
    standoff : Standoff
        The section ``conflict`` of a dossier.
    patterns : iterable of str, optional
        The feasible patterns of the whole conflict, where they are known; all are tried if not.
    meter : Meter, optional
        What counts the steps.
    """
    whole = Reading(standoff)
    perception = standoff.perceptions.get(party, Perception((), {}, standoff.place))
    hidden = {entry.option for entry in perception.not_seen}
    feasible = whole.patterns(patterns)
    seen = {p: None for p in feasible if not any(whole.taken(p)[option] for option in hidden)}
    united = group_states(feasible, whole.groups(feasible))
    groups = [tuple(p for p in members if p in seen) for members in united.values()]
    apart = tuple(group for group in groups if len(group) > 1)
    labels = group_states(seen, apart)
    own = Reading(replace(standoff, preferences={**standoff.preferences, **perception.preferences}))
    values: dict[str, dict[str, Any]] = {}
    for player in standoff.players:
        ranked = isinstance(standoff.preferences[player], ByRanking)
        if player not in perception.preferences and ranked:
            place = {p: whole.value(player, group) for group in united.values() for p in group}
            values[player] = {label: place[members[0]] for label, members in labels.items()}
        else:
            values[player] = {label: own.value(player, group) for label, group in labels.items()}
    return LiteralGame(
        parties=standoff.players,
        options=whole.options,
        feasible=frozenset(seen),
        preference=values,
        one_way=whole.one_way,
        groups=apart,
        meter=meter or Meter(),
    )


def own_label(game: LiteralGame, members: Iterable[str]) -> str | None:
    """Return the label in a party's game of a state of the whole; `None` if it is not seen."""
    seen = [pattern for pattern in members if pattern in game.feasible]
    return game.state_of(seen[0]) if seen else None


def stable_as_seen(game: LiteralGame, party: str, members: Iterable[str], concept: str) -> bool:
    """Tell whether a state of the whole conflict is stable for `party` by its own `game`."""
    label = own_label(game, members)
    return label is not None and stable(game, party, label, concept)


def check_perceptions(
    result: Any, dossier: Any, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive an answer about perceptions again, as far as the budget goes.

    Derived are the verdicts of every party in the whole conflict, those of every party in each
    own game, and from them those of the hypergame.

    Parameters
    ----------
    result : PerceptionsResult
        Anything with `model`, `true`, `concepts`, `verdicts`, `equilibrium` and `games`, each of
        which has `party`, `number` and `result`.
    dossier : Dossier
        What the model was compiled from.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one verdict.
    """
    model, label, tally = result.model, labels_of(result.model), Tally()
    size, n = int(model.states.shape[0]), len(model.parties)
    verdicts = (
        len(result.concepts)
        * n
        * (size + sum(int(game.model.states.shape[0]) for game in result.games))
    )
    whole = game_for(model, dossier, label, tally)
    if whole is not None and size > MOST_LISTED:
        tally.unfinished = verdicts
    elif whole is not None:
        members = model_members(model)
        patterns = [pattern for group in members for pattern in group]
        games = [
            seen_game(dossier.standoff, model.parties[game.party], patterns, whole.meter)
            for game in result.games
        ]
        today = [] if model.status_quo is None else [int(model.status_quo)]
        for state in dict.fromkeys([*today, *stride(size)]):
            _check_state(result, whole, games, state, members[state], label, budget, cap, tally)
            if budget is not None and whole.meter.spent >= budget:
                break
    return tally.result("perceptions", verdicts, size, 1 << len(model.options))


def _check_state(
    result: Any,
    whole: LiteralGame,
    games: list[LiteralGame],
    state: int,
    members: tuple[str, ...],
    label: Callable[[int], str],
    budget: int | None,
    cap: int,
    tally: Tally,
) -> None:
    """Compare what is said of one state in every game and of the whole."""
    before, name = tally.unfinished, label(state)
    for concept in result.concepts:
        bit = CONCEPTS.index(concept)
        asked = [(whole, result.true.verdicts[:, state], name, concept)]
        for own, literal in zip(result.games, games, strict=True):
            at = int(own.number[state])
            seen = own_label(literal, members)
            who = whole.parties[own.party]
            tally.expect(name, "", f"seen by {who}", at >= 0, seen is not None)
            if at >= 0 and seen is not None:
                asked.append((literal, own.result.verdicts[:, at], seen, f"{concept} for {who}"))
        for game, column, where, what in asked:
            for party, bits in zip(game.parties, column, strict=True):
                question = partial(stable, game, party, where, concept)
                found = within(whole, question, budget, cap)
                if found is None:
                    tally.unfinished += 1
                else:
                    tally.checked += 1
                    tally.expect(name, party, what, bool(int(bits) >> bit & 1), found)
        _compare_together(result, whole, state, name, concept, tally)
    tally.states_checked += tally.unfinished == before


def _compare_together(
    result: Any, whole: LiteralGame, state: int, name: str, concept: str, tally: Tally
) -> None:
    """Compare the verdicts and the equilibria of the hypergame with what each game says."""
    bit = CONCEPTS.index(concept)
    column = [int(bits) >> bit & 1 for bits in result.true.verdicts[:, state]]
    for own in result.games:
        at = int(own.number[state])
        column[own.party] = int(own.result.verdicts[own.party, at]) >> bit & 1 if at >= 0 else 0
    for i, (party, expected) in enumerate(zip(whole.parties, column, strict=True)):
        said = bool(int(result.verdicts[i, state]) >> bit & 1)
        tally.expect(name, party, f"{concept} together", said, bool(expected))
    said = bool(int(result.equilibrium[state]) >> bit & 1)
    tally.expect(name, "", f"equilibrium {concept} together", said, all(column))
