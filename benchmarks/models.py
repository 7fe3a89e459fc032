"""Generated conflicts of any size, plain and with constraints."""

from __future__ import annotations

import numpy as np

from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel, Patterns, Ranks


def plain(options: int, parties: int = 5, seed: int = 0) -> ConflictModel:
    """Return a conflict in which every pattern is feasible, with random strict orders."""
    rng = np.random.default_rng(seed)
    states = np.arange(1 << options, dtype=np.int64)
    ranks = np.array([rng.permutation(len(states)) for _ in range(parties)], np.int32)
    return _model(options, parties, states, ranks, np.full(options, FREE, np.int8))


def constrained(options: int, parties: int = 5, seed: int = 0) -> ConflictModel:
    """Return one of ``2**options`` states among twice as many patterns.

    Half the patterns are infeasible, the first three parties have a one-way option each, and a
    fifth of the ranks are tied.
    """
    rng = np.random.default_rng(seed)
    size = 1 << options
    states = np.sort(rng.choice(2 * size, size, replace=False)).astype(np.int64)
    ranks = np.empty((parties, size), np.int32)
    for party in range(parties):
        score = rng.permutation(size)
        tied = rng.random(size) < 0.2
        score[tied] = score[rng.integers(0, size, int(tied.sum()))]
        ranks[party] = np.unique(score, return_inverse=True)[1]
    one_way = np.full(options + 1, FREE, np.int8)
    owner = _owner(options + 1, parties)
    for party in range(3):
        one_way[np.flatnonzero(owner == party)[0]] = TAKEN if party % 2 == 0 else DROPPED
    return _model(options + 1, parties, states, ranks, one_way)


def dossier_text(options: int, parties: int, statements: int = 12, seed: int = 0) -> str:
    """Return a dossier in which every pattern is feasible, with random statements."""
    rng = np.random.default_rng(seed)
    owner = _owner(options, parties)
    names = [f"p{party}.o{k}" for k, party in enumerate(owner.tolist())]
    lines = ["detente: 1", "title: A generated conflict", "parties:"]
    lines += [f"  p{party}: {{name: Party {party}}}" for party in range(parties)]
    lines += ["conflict:", "  options:"]
    for party in range(parties):
        own = [f"o{k}: Do thing {k}" for k in np.flatnonzero(owner == party).tolist()]
        lines.append(f"    p{party}: {{{', '.join(own)}}}")
    lines += ["  status_quo: []", "  preferences:"]
    for party in range(parties):
        pairs = (rng.choice(names, 2, replace=False) for _ in range(statements))
        chosen = [f"{no(rng)}{wish} if {no(rng)}{condition}" for wish, condition in pairs]
        lines.append(f"    p{party}: {{statements: [{', '.join(chosen)}]}}")
    return "\n".join(lines) + "\n"


def no(rng: np.random.Generator) -> str:
    """Return ``not`` half of the time."""
    return "not " if rng.random() < 0.5 else ""


def _owner(options: int, parties: int) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    shares = [options // parties + (party < options % parties) for party in range(parties)]
    return np.repeat(np.arange(parties, dtype=np.int8), shares)


def _model(
    options: int,
    parties: int,
    states: Patterns,
    ranks: Ranks,
    one_way: np.ndarray[tuple[int], np.dtype[np.int8]],
) -> ConflictModel:
    owner = _owner(options, parties)
    return ConflictModel(
        parties=tuple(f"p{party}" for party in range(parties)),
        options=tuple(f"p{party}.o{k}" for k, party in enumerate(owner.tolist())),
        option_texts=("Do it",) * options,
        party_names=tuple(f"Party {party}" for party in range(parties)),
        owner=owner,
        one_way=one_way,
        states=states,
        ranks=ranks,
    )
