"""Stability by its literal definitions: the judge that every method is held against.

References
----------
Fang, Hipel and Kilgour, *Interactive Decision Making* (1993): Nash, GMR, SMR and SEQ
stability for any number of parties. Howard (1971): general and symmetric metarationality.
Fraser and Hipel, *Conflict Analysis* (1984): sequential and simultaneous stability. Rêgo and
Vieira, *Group Decision and Negotiation* 26 (2017): symmetric sequential stability.
"""

from __future__ import annotations

from itertools import product

from detente.conflict.verify.game import LiteralGame

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq", "sim")


def stable(game: LiteralGame, party: str, state: str, concept: str) -> bool:
    """Tell whether `state` is stable for `party` under `concept`.

    Parameters
    ----------
    game : LiteralGame
        The conflict.
    party, state : str
        One of its parties and the label of one of its states.
    concept : str
        One of `CONCEPTS`; ``sseq`` is symmetric sequential stability.

    Raises
    ------
    ValueError
        For ``sim`` in a game with merged states, where it is not defined.
    OutOfSteps
        If the meter of the game ran out first.
    """
    found = game.improvements(party, state)
    if concept == "nash":
        return not found
    if concept == "sim" and game.groups:
        raise ValueError("simultaneous stability is not defined for merged states")
    return all(deterred(game, party, state, q, concept) for q in found)


def equilibrium(game: LiteralGame, state: str, concept: str) -> bool:
    """Tell whether `state` is stable for every party under `concept`."""
    return all(stable(game, party, state, concept) for party in game.parties)


def deterred(game: LiteralGame, party: str, state: str, improvement: str, concept: str) -> bool:
    """Tell whether the others have a sanction that takes away what `improvement` gains.

    Under ``gmr`` and ``smr`` they answer by any moves, under ``seq`` and ``sseq`` by
    improvements; under ``smr`` and ``sseq`` the party must not be able to get out of the
    sanction. Under ``sim`` they improve, or stay, at the same moment.
    """
    others = tuple(other for other in game.parties if other != party)
    if concept == "sim":
        answers = [(state, *game.improvements(other, state)) for other in others]
        joint = (together(game, state, (improvement, *chosen)) for chosen in product(*answers))
        return any(end is not None and no_better(game, party, state, end) for end in joint)
    deters = no_better_to_the_end if concept in ("smr", "sseq") else no_better
    answered = game.joint(others, improvement, improving=concept in ("seq", "sseq"))
    return any(deters(game, party, state, end) for end in answered)


def no_better(game: LiteralGame, party: str, state: str, other: str) -> bool:
    """Tell whether `other` is in the set of states no better for `party` than `state`."""
    return not game.better(party, other, state)


def no_better_to_the_end(game: LiteralGame, party: str, state: str, other: str) -> bool:
    """Tell whether `other` and all that `party` can move to from there is no better."""
    return no_better(game, party, state, other) and all(
        no_better(game, party, state, u) for u in game.moves(party, other)
    )


def together(game: LiteralGame, state: str, targets: tuple[str, ...]) -> str | None:
    """Return where moves from `state` to each of `targets` lead if all are made at once.

    The changes are added up option by option; `None` if the sum is no feasible pattern.
    """
    game.meter.charge(len(targets))
    start = _vector(state)
    end = list(start)
    for target in targets:
        for k, value in enumerate(_vector(target)):
            end[k] += value - start[k]
    if any(value not in (0, 1) for value in end):
        return None
    pattern = "".join("NY"[value] for value in end)
    return pattern if pattern in game.feasible else None


def _vector(pattern: str) -> list[int]:
    return ["NY".index(letter) for letter in pattern]
