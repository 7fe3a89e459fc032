"""Random conflicts for tests: compiled models, a hypothesis strategy of them, and dossiers."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel, Merged

MOST_STATES = 40


def build(
    owner: Sequence[int],
    one_way: Sequence[int],
    groups: Sequence[Sequence[int]],
    values: Sequence[Sequence[int]],
    status_quo: int | None = None,
) -> ConflictModel:
    """Return the model whose states have the patterns `groups` and are worth `values`.

    `owner` and `one_way` have an entry an option; `values` a row a party and a column a state.
    States are put in the order that models keep.
    """
    k, n = len(owner), len(values)
    members = [sorted(group) for group in groups]
    varying = [_varying(group) for group in members]
    order = sorted(range(len(members)), key=lambda s: (members[s][0] & ~varying[s], members[s][0]))
    ranks = [np.unique([row[s] for s in order], return_inverse=True)[1] for row in values]
    merged = None
    if any(varying):
        pairs = sorted((p, new) for new, s in enumerate(order) for p in members[s])
        merged = Merged(
            patterns=np.array([p for p, _ in pairs], dtype=np.int64),
            state_of=np.array([s for _, s in pairs], dtype=np.int32),
            varying=np.array([varying[s] for s in order], dtype=np.int64),
        )
    return ConflictModel(
        parties=tuple(f"p{i}" for i in range(n)),
        options=tuple(f"p{owner[o]}.x{o}" for o in range(k)),
        option_texts=tuple(f"Do thing {o}" for o in range(k)),
        party_names=tuple(f"Party {i}" for i in range(n)),
        owner=np.array(owner, dtype=np.int8),
        one_way=np.array(one_way, dtype=np.int8),
        states=np.array([members[s][0] for s in order], dtype=np.int64),
        ranks=np.array(ranks, dtype=np.int32).reshape(n, len(members)),
        status_quo=None if status_quo is None else order.index(status_quo),
        merged=merged,
    )


def _varying(group: Sequence[int]) -> int:
    bits = 0
    for pattern in group:
        bits |= pattern ^ group[0]
    return bits


def random_model(rng: random.Random, merged: bool = False) -> ConflictModel:
    """Return a conflict of 2 to 4 parties with 1 to 3 options each and at most 40 states."""
    n = rng.choice([2, 2, 3, 3, 4])
    counts = [1] * n
    for _ in range(rng.randint(0, 6 - n)):
        mine = rng.randrange(n)
        counts[mine] = min(counts[mine] + 1, 3)
    owner = [party for party, count in enumerate(counts) for _ in range(count)]
    k = len(owner)
    often = rng.choice([0.0, 0.0, 0.3, 0.7])
    one_way = [rng.choice([TAKEN, DROPPED]) if rng.random() < often else FREE for _ in owner]
    patterns = list(range(1 << k))
    missing = rng.choice([0.0, 0.15, 0.35, 0.6])
    feasible = [p for p in patterns if rng.random() >= missing] or [rng.choice(patterns)]
    feasible = sorted(rng.sample(feasible, min(len(feasible), MOST_STATES)))
    groups = _merge(rng, feasible, k) if merged else [[p] for p in feasible]
    m = len(groups)
    levels = rng.choice([2, 3, max(2, m // 2), 100 * m])
    values = [[rng.randrange(levels) for _ in range(m)] for _ in range(n)]
    return build(owner, one_way, groups, values, rng.choice([None, rng.randrange(m)]))


def wide_model(seed: int, options: int, parties: int) -> ConflictModel:
    """Return a conflict of hundreds of states or more, with up to any number of options a party."""
    rng, numbers = random.Random(seed), np.random.default_rng(seed)
    firsts = sorted(rng.sample(range(1, options), parties - 1))
    owner = [sum(option >= first for first in firsts) for option in range(options)]
    one_way = [rng.choice([FREE, FREE, TAKEN, DROPPED]) for _ in owner]
    feasible = np.flatnonzero(numbers.random(1 << options) >= rng.choice([0.0, 0.3, 0.8]))
    values = numbers.integers(0, rng.choice([20, 10 * feasible.size]), (parties, feasible.size))
    groups = [[pattern] for pattern in feasible.tolist()]
    return build(owner, one_way, groups, values.tolist(), rng.randrange(feasible.size))


def _merge(rng: random.Random, feasible: list[int], k: int) -> list[list[int]]:
    """Unite the feasible patterns in one or two random cubes that have none in common."""
    taken: list[set[int]] = []
    for _ in range(rng.choice([1, 1, 2])):
        free = sum(1 << bit for bit in rng.sample(range(k), rng.randint(1, max(1, k - 1))))
        corner = rng.choice(feasible)
        cube = {p for p in feasible if (p ^ corner) & ~free == 0}
        if len(cube) > 1 and not any(cube & other for other in taken):
            taken.append(cube)
    rest = set(feasible).difference(*taken)
    return [sorted(cube) for cube in taken] + [[p] for p in sorted(rest)]


@st.composite
def models(draw: st.DrawFn, merged: bool = False) -> ConflictModel:
    """Draw a small conflict; it shrinks towards two parties, one option each and few states."""
    counts = draw(st.lists(st.integers(1, 2), min_size=2, max_size=4))
    owner = [party for party, count in enumerate(counts) for _ in range(count)]
    k = len(owner)
    one_way = draw(st.lists(st.sampled_from([FREE, TAKEN, DROPPED]), min_size=k, max_size=k))
    feasible = sorted(draw(st.sets(st.integers(0, (1 << k) - 1), min_size=1, max_size=24)))
    groups = [[p] for p in feasible]
    if merged:
        groups = _merge(random.Random(draw(st.integers(0, 1000))), feasible, k)
    row = st.lists(st.integers(0, 9), min_size=len(groups), max_size=len(groups))
    values = draw(st.lists(row, min_size=len(counts), max_size=len(counts)))
    today = draw(st.none() | st.integers(0, len(groups) - 1))
    return build(owner, one_way, groups, values, today)


def random_dossier(rng: random.Random) -> str:
    """Return a small dossier as text: all forms of preference, rules, merged states, reasons."""
    lines, *_ = _written_dossier(rng)
    return "\n".join(lines) + "\n"


def random_views(rng: random.Random) -> str:
    """Return a small dossier as text in which some parties see another game."""
    lines, options, feasible, same = _written_dossier(rng, merging=0.5)
    players = list(dict.fromkeys(party for party, _ in options))
    lines.append("  perceptions:")
    for player in rng.sample(players, rng.randint(1, len(players))):
        others = [other for other in players if other != player]
        unseen = [rng.random() < 0.3 and party != player for party, _ in options]
        mask = "".join("N" if hidden else "-" for hidden in unseen)
        if not any(_inside(mask, p) for p in feasible):
            unseen, mask = [False] * len(options), "-" * len(options)
        seen = [p for p in feasible if _inside(mask, p)]
        names = [f"{p}.{o}" for (p, o), hidden in zip(options, unseen, strict=True) if hidden]
        lines += [f"    {player}:", f"      not_seen: [{', '.join(names)}]"]
        believed = [other for other in others if rng.random() < 0.5]
        lines.append("      preferences:" if believed else "      preferences: {}")
        for other in believed:
            lines.append(f"        {other}:")
            lines += [f"    {line}" for line in _preference(rng, options, _labels(seen, same))]
    return "\n".join(lines) + "\n"


def random_pairs(rng: random.Random) -> str:
    """Return a small dossier as text in which one party or more has preferences by pairs."""
    while True:
        lines, options, feasible, same = _written_dossier(rng)
        labels = _labels(feasible, same)
        if len(labels) > 1:
            break
    start = lines.index("  preferences:")
    players = list(dict.fromkeys(party for party, _ in options))
    chosen = rng.sample(players, rng.randint(1, len(players)))
    lines = lines[: start + 1]
    for player in players:
        lines.append(f"    {player}:")
        if player not in chosen:
            lines += _preference(rng, options, labels)
            continue
        lines.append("      pairs:")
        order = rng.sample(labels, len(labels))
        places = {tuple(sorted(rng.sample(range(len(order)), 2))) for _ in range(len(order))}
        for better, worse in rng.sample(sorted(places), rng.randint(1, len(places))):
            pair = f"[{_quoted(order[better])}, {_quoted(order[worse])}]"
            lines.append(rng.choice([f"        - {pair}", f"        - {{is: {pair}, sure: 0.5}}"]))
    return "\n".join(lines) + "\n"


Written = tuple[list[str], list[tuple[str, str]], list[str], list[str]]


def _written_dossier(rng: random.Random, merging: float = 0.3) -> Written:
    """Return the lines of a dossier, its options, its feasible patterns and what is merged."""
    n = rng.randint(2, 3)
    options = [(f"p{i}", f"x{i}{o}") for i in range(n) for o in range(rng.randint(1, 2))]
    k = len(options)
    corner = [rng.choice("YN") for _ in options]
    cubes = [_cube(rng, k) for _ in range(rng.randint(0, 3))]
    cubes = [cube for cube in cubes if not _inside(cube, "".join(corner))]
    feasible = [p for p in _patterns(k) if not any(_inside(cube, p) for cube in cubes)]
    same = [_cube(rng, k)] if rng.random() < merging else []
    same = [cube for cube in same if any(_inside(cube, p) for p in feasible)]
    labels = _labels(feasible, same)
    lines = ["detente: 1", "title: A random standoff", "parties:"]
    lines += [f"  p{i}: {{name: Party {i}}}" for i in range(n)]
    lines += ["conflict:", "  options:"]
    for i in range(n):
        mine = ", ".join(f"{name}: Do {name}" for party, name in options if party == f"p{i}")
        lines.append(f"    p{i}: {{{mine}}}")
    if rng.random() < 0.7:
        taken = [
            f"{p}.{o}" for (p, o), letter in zip(options, corner, strict=True) if letter == "Y"
        ]
        lines.append(f"  status_quo: [{', '.join(taken)}]")
    if cubes:
        written = [_written(rng, cube, options) for cube in cubes]
        lines.append(f"  infeasible: [{', '.join(_quoted(text) for text in written)}]")
    ways = {f"{p}.{o}": rng.choice(["taken", "dropped"]) for p, o in options if rng.random() < 0.3}
    if ways:
        lines.append(f"  one_way: {{{', '.join(f'{name}: {way}' for name, way in ways.items())}}}")
    if same:
        lines.append(f"  same: [{', '.join(_quoted(cube) for cube in same)}]")
    lines.append("  preferences:")
    for i in range(n):
        lines += [f"    p{i}:", *_preference(rng, options, labels)]
    return lines, options, feasible, same


def _preference(rng: random.Random, options: list[tuple[str, str]], labels: list[str]) -> list[str]:
    kind = rng.choice(["statements", "statements", "ranking", "weights", "indifferent"])
    if kind == "indifferent":
        return ["      indifferent: true"]
    if kind == "ranking":
        tiers: list[list[str]] = []
        for label in rng.sample(labels, len(labels)):
            if tiers and rng.random() < 0.3:
                tiers[-1].append(label)
            else:
                tiers.append([label])
        lines = [f"        - [{', '.join(map(_quoted, tier))}]" for tier in tiers]
        return ["      ranking:", *lines]
    if kind == "weights":
        number = ["1", "0.1", "0.2", "0.3", "-2.5", "[0, 0.4]", "[-1, 1]", "7"]
        keys = dict.fromkeys(_expression(rng, options, 2) for _ in range(rng.randint(1, 5)))
        return ["      weights:", *(f"        {_quoted(e)}: {rng.choice(number)}" for e in keys)]
    lines = []
    for _ in range(rng.randint(1, 5)):
        one, two = (_quoted(_expression(rng, options, 2)) for _ in range(2))
        lines.append(
            rng.choice(
                [
                    f"        - {one}",
                    f"        - {{want: {one}, because: It says so., sure: 0.5, judgement: true}}",
                    f"        - any_order: [{one}, {two}]",
                    f"        - one_of: [{one}, {two}]",
                ]
            )
        )
    return ["      statements:", *lines]


def _expression(rng: random.Random, options: list[tuple[str, str]], depth: int) -> str:
    kind = rng.choice(["option", "option", "pattern"] + ["not", "and", "or", "if", "iff", "of"] * 2)
    if depth == 0 or kind == "option":
        party, name = rng.choice(options)
        return rng.choice([name, f"{party}.{name}"])
    if kind == "pattern":
        return _cube(rng, len(options))
    parts = [f"({_expression(rng, options, depth - 1)})" for _ in range(rng.randint(2, 3))]
    match kind:
        case "not":
            return f"not {parts[0]}"
        case "of":
            count = rng.choice(["at most", "at least", "exactly"])
            return f"{count} one of ({', '.join(parts)})"
        case "if" | "iff":
            return f"{parts[0]} {kind} {parts[1]}"
    return f" {kind} ".join(parts)


def _written(rng: random.Random, cube: str, options: list[tuple[str, str]]) -> str:
    """Return `cube` as a pattern, or as the options that say the same."""
    if rng.random() < 0.5:
        return cube
    named = [
        name if letter == "Y" else f"not {name}"
        for (_, name), letter in zip(options, cube, strict=True)
        if letter != "-"
    ]
    return " and ".join(named)


def _cube(rng: random.Random, k: int) -> str:
    letters = [rng.choice("YN-") for _ in range(k)]
    letters[rng.randrange(k)] = rng.choice("YN")
    return "".join(letters)


def _inside(cube: str, pattern: str) -> bool:
    return all(c in ("-", p) for c, p in zip(cube, pattern, strict=True))


def _patterns(k: int) -> list[str]:
    return ["".join("NY"[number >> o & 1] for o in range(k)) for number in range(1 << k)]


def _labels(feasible: list[str], same: list[str]) -> list[str]:
    united = [p for p in feasible if any(_inside(cube, p) for cube in same)]
    if len(united) < 2:
        return feasible
    letters = zip(*united, strict=True)
    label = "".join(column[0] if len(set(column)) == 1 else "-" for column in letters)
    return [label, *(p for p in feasible if p not in united)]


def _quoted(text: str) -> str:
    return f'"{text}"'
