"""What coalitions can do, as a JSON object and as rows; states as patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from detente.conflict.coalitions.masks import coalition_key, members
from detente.conflict.coalitions.solving import COALITION_CONCEPTS
from detente.conflict.coalitions.trust import Way
from detente.conflict.concepts import CONCEPTS
from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.results.tables import Row

if TYPE_CHECKING:
    from detente.conflict.coalitions.answer import CoalitionsResult
    from detente.conflict.coalitions.jumps import Jump

LISTED = 1_000
"""States a concept, and things to do together from today's state, that are listed."""

COLUMNS = ("what", "coalition", "from", "to", "concepts", "minimal", "trust")


def coalitions_content(result: CoalitionsResult) -> dict[str, Any]:
    """Return the answer as a JSON object."""
    model = result.model
    keys = {mask: coalition_key(model, mask) for mask in result.masks}
    most = model.size if result.all_states else LISTED
    return {
        "coalitions": list(keys.values()),
        "counts": {
            "states": model.size,
            "coalitions": len(keys),
            **{concept: len(result.states(concept)) for concept in COALITION_CONCEPTS},
            "jumps": result.jump_count,
        },
        "improvements": _improvements(result, keys),
        "stable": {
            concept: model.labels(result.states(concept)[:most]) for concept in COALITION_CONCEPTS
        },
        "today": _today(result, keys),
        "jumps": [_jump(result, jump) for jump in result.jumps],
    }


def _improvements(
    result: CoalitionsResult, keys: Mapping[int, str]
) -> dict[str, dict[str, list[str]]] | None:
    """Return, by coalition and state, where it improves to; `None` where no state is meant."""
    if not len(result.starts):
        return None
    found: dict[str, dict[str, list[str]]] = {}
    for mask, key in keys.items():
        pairs = result.improvements[mask]
        table = found[key] = {}
        for begin, end in zip(
            result.model.labels(pairs[:, 0]), result.model.labels(pairs[:, 1]), strict=True
        ):
            table.setdefault(begin, []).append(end)
    return found


def _today(result: CoalitionsResult, keys: Mapping[int, str]) -> dict[str, Any] | None:
    model, today = result.model, result.model.status_quo
    if today is None:
        return None
    teller = Teller(model)
    return {
        "state": model.label(today),
        "stable": {
            key: held_concepts(bits)
            for key, bits in zip(keys.values(), result.verdicts[:, today].tolist(), strict=True)
        },
        "together": [
            {
                "to": model.label(one.to),
                "meaning": teller.state(one.to),
                "coalition": _ids(model, one.mask),
                "way": _way(model, result.ways.get((today, one.to, one.mask))),
            }
            for one in result.together[:LISTED]
        ],
    }


def held_concepts(bits: int) -> list[str]:
    """Return the concepts of coalition stability that `bits` stand for."""
    return [concept for k, concept in enumerate(COALITION_CONCEPTS) if bits >> k & 1]


def jump_concepts(bits: int) -> list[str]:
    """Return the concepts of stability that `bits` stand for."""
    return [concept for k, concept in enumerate(CONCEPTS) if bits >> k & 1]


def _ids(model: ConflictModel, mask: int) -> list[str]:
    return [model.parties[party] for party in members(mask)]


def _jump(result: CoalitionsResult, jump: Jump) -> dict[str, Any]:
    model = result.model
    return {
        "from": model.label(jump.from_),
        "to": model.label(jump.to),
        "coalition": _ids(model, jump.mask),
        "concepts": jump_concepts(jump.concepts),
        "minimal": jump.minimal,
        "way": _way(model, result.ways.get((jump.from_, jump.to, jump.mask))),
    }


def _way(model: ConflictModel, way: Way | None) -> dict[str, Any] | None:
    """Return a way as a JSON object; `None` where it was not worked out."""
    if way is None:
        return None
    return {
        "compared": way.compared,
        "steps": [
            {
                "by": model.parties[step.party],
                "from": model.label(step.from_),
                "to": model.label(step.to),
            }
            for step in way.steps
        ],
        "turns": [
            {
                "party": model.parties[turn.party],
                "at": model.label(turn.at),
                "tempted": turn.tempted,
                "sacrifice": turn.sacrifice,
                "exposed": [model.parties[party] for party in turn.exposed],
            }
            for turn in way.turns
        ],
        "trust": [
            {"who": model.parties[who], "whom": model.parties[whom], "tempted": tempted}
            for tempted in (True, False)
            for who, whom in way.trust(tempted)
        ],
        "outside": {
            "better": [model.parties[party] for party in way.better],
            "worse": [model.parties[party] for party in way.worse],
        },
    }


def coalitions_rows(result: CoalitionsResult) -> Iterator[Row]:
    """Yield a row for each stable state, each improvement told and each jump."""
    model = result.model
    for state in range(model.size):
        held = held_concepts(int(result.stable[state]))
        if held:
            yield _row("stable", "", state, None, held, "", None, model)
    for mask in result.masks:
        key = coalition_key(model, mask)
        for begin, end in result.improvements[mask].tolist():
            way = result.ways.get((begin, end, mask))
            yield _row("improvement", key, begin, end, [], "", way, model)
    for jump in result.jumps:
        key = coalition_key(model, jump.mask)
        way = result.ways.get((jump.from_, jump.to, jump.mask))
        concepts = jump_concepts(jump.concepts)
        yield _row("jump", key, jump.from_, jump.to, concepts, jump.minimal, way, model)


def _row(
    what: str,
    coalition: str,
    begin: int,
    end: int | None,
    concepts: list[str],
    minimal: bool | str,
    way: Way | None,
    model: ConflictModel,
) -> Row:
    trust = () if way is None else way.trust(tempted=True)
    return {
        "what": what,
        "coalition": coalition,
        "from": model.label(begin),
        "to": "" if end is None else model.label(end),
        "concepts": " ".join(concepts),
        "minimal": minimal,
        "trust": " ".join(f"{model.parties[a]}>{model.parties[b]}" for a, b in trust),
    }
