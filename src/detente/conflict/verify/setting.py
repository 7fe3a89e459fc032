"""The compiled model held against its dossier: states, merging, today and the orders."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from math import gcd
from typing import TYPE_CHECKING

from detente.conflict.verify.game import LiteralGame, number_to_pattern, pattern_to_number
from detente.conflict.verify.reading import MOST_OPTIONS, Reading, group_states
from detente.conflict.verify.report import Tally
from detente.conflict.verify.unpack import literal_from_model, model_members, view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from detente.conflict.model import ConflictModel

PATTERNS = 4_096
"""Patterns and states tried when there are too many to try all."""
PAIRED = 256
"""States compared with each other where an order is known in part only."""


def game_from_dossier(
    model: ConflictModel, reading: Reading, label: Callable[[int], str], tally: Tally
) -> LiteralGame | None:
    """Return the game that the dossier describes, and record where the model differs.

    With at most `MOST_OPTIONS` options all patterns are tried and all states compared. With
    more, feasibility is tried on an even spread of patterns; a game with merged states is
    then written out over the patterns of the model, any other is read only where the search
    asks, and the orders are compared on an even spread of states.

    Parameters
    ----------
    model : ConflictModel
        What was compiled.
    reading : Reading
        The standoff, read a second time.
    label : callable
        The label of a state of `model` by its index.
    tally : Tally
        Where disagreements go.

    Returns
    -------
    LiteralGame or None
        `None` if the model has other parties, options or states, so that verdicts cannot be
        compared.
    """
    believed = literal_from_model(model)
    tally.expect("", "", "parties", True, believed.parties == reading.standoff.players)
    tally.expect("", "", "options", True, believed.options == reading.options)
    tally.expect("", "", "one way", True, believed.one_way == reading.one_way)
    if tally.wrong:
        return None
    size, k = int(model.states.shape[0]), len(model.options)
    listed = k <= MOST_OPTIONS
    if not listed and not reading.standoff.same:
        _try_patterns(believed, reading, _spread(1 << k), tally)
        _compare_today(model, reading, label, {}, tally)
        game = reading.game_asked()
        states = sorted(islice(stride(size), PATTERNS))
    else:
        compiled = [pattern for group in model_members(model) for pattern in group]
        every = [number_to_pattern(n, k) for n in range(1 << k)] if listed else _spread(1 << k)
        patterns = list(dict.fromkeys([*every, *compiled]))
        _try_patterns(believed, reading, patterns, tally)
        if tally.wrong:
            return None
        compiled.sort(key=pattern_to_number)
        expected = group_states(compiled, reading.groups(compiled))
        _compare_states([label(s) for s in range(size)], list(expected), tally)
        _compare_today(model, reading, label, expected, tally)
        if tally.wrong:
            return None
        game = reading.game_over(compiled)
        states = list(range(size))
    _compare_orders(model, game, {label(s): s for s in states}, tally)
    return game


def stride(size: int) -> Iterator[int]:
    """Yield 0 to `size` - 1 once each, evenly spread from the start."""
    step = int(size * 0.6180339887) or 1
    while gcd(step, size) != 1:
        step += 1
    at = 0
    for _ in range(size):
        yield at
        at = (at + step) % size


def _spread(patterns: int) -> list[str]:
    k = patterns.bit_length() - 1
    return [number_to_pattern(number, k) for number in islice(stride(patterns), PATTERNS)]


def _try_patterns(
    believed: LiteralGame, reading: Reading, patterns: Sequence[str], tally: Tally
) -> None:
    for pattern in patterns:
        said = pattern in believed.feasible
        tally.expect(pattern, "", "feasible", said, reading.feasible(pattern))
    tally.patterns_checked += len(patterns)


def _compare_states(said: Sequence[str], expected: Sequence[str], tally: Tally) -> None:
    longest = max(len(said), len(expected))
    for n in range(longest):
        label = said[n] if n < len(said) else ""
        wanted = expected[n] if n < len(expected) else ""
        tally.expect(label, "", f"merged as {wanted}", True, label == wanted)


def _compare_today(
    model: ConflictModel,
    reading: Reading,
    label: Callable[[int], str],
    states: dict[str, tuple[str, ...]],
    tally: Tally,
) -> None:
    today, said = reading.standoff.status_quo, model.status_quo
    if today is None or said is None:
        tally.expect("", "", "status quo", said is not None, today is not None)
        return
    pattern = "".join("Y" if option in today.taken else "N" for option, _ in reading.options)
    members = states.get(label(said), (label(said),))
    tally.expect(label(said), "", "status quo", True, pattern in members)


def _compare_orders(
    model: ConflictModel, game: LiteralGame, states: dict[str, int], tally: Tally
) -> None:
    # If neighbours in the literal order stand to each other in the ranks as they do there,
    # the two orders are the same.
    ranks = view(model.ranks)
    for i, party in enumerate(game.parties):
        if i in model.partial:
            _compare_known(model, i, game, states, tally)
            continue
        values = game.preference[party]
        for low, high in pairwise(sorted(states, key=lambda label: values[label])):
            below, above = ranks[i, states[low]], ranks[i, states[high]]
            better = bool(values[high] > values[low])
            tally.expect(high, party, f"better than {low}", above > below, better)
            tally.expect(low, party, f"better than {high}", below > above, False)
    tally.order_checked = len(states)


def _compare_known(
    model: ConflictModel, party: int, game: LiteralGame, states: dict[str, int], tally: Tally
) -> None:
    """Compare what is known of an order, pair by pair, over an even spread of the states."""
    labels, better, name = list(states), model.partial[party], game.parties[party]
    chosen = [labels[at] for at in islice(stride(len(labels)), PAIRED)]
    for one in chosen:
        row = better[states[one]].tolist()
        for two in chosen:
            tally.expect(
                one, name, f"better than {two}", row[states[two]], game.better(name, one, two)
            )
