"""Random small dossiers in which almost anything may be unsure."""

from __future__ import annotations

import random

SURE = ("0.5", "0.7", "0.3", "0.9", "0")


def unsure_dossier(rng: random.Random, merged: bool = True) -> str:
    """Return a small dossier as text, with guesses of every kind."""
    n = rng.randint(2, 3)
    options = [(f"p{i}", f"x{i}{o}") for i in range(n) for o in range(rng.choice([1, 1, 2]))]
    k = len(options)
    lines = ["detente: 1", "title: An unsure standoff", "parties:"]
    lines += [f"  p{i}: {{name: Party {i}}}" for i in range(n)]
    lines += ["conflict:", "  options:"]
    for i in range(n):
        mine = ", ".join(
            f"{name}: {_maybe(rng, f'Do {name}', 0.1)}" for p, name in options if p == f"p{i}"
        )
        lines.append(f"    p{i}: {{{mine}}}")
    corner = [rng.choice("YN") for _ in options]
    if rng.random() < 0.8:
        taken = [
            _maybe(rng, f"{p}.{o}", 0.1)
            for (p, o), letter in zip(options, corner, strict=True)
            if letter == "Y"
        ]
        told = f"[{', '.join(taken)}]"
        lines.append(f"  status_quo: {_maybe(rng, told, 0.1)}")
    cubes = [cube for cube in (_cube(rng, k) for _ in range(2)) if not _inside(cube, corner)]
    rankings = rng.random() < 0.3
    if cubes:
        chance = 0.0 if rankings else 0.4
        rules = [_maybe(rng, f'"{cube}"', chance) for cube in cubes]
        lines.append(f"  infeasible: {_maybe(rng, f'[{chr(44).join(rules)}]', chance / 8)}")
    ways = [
        f"{rng.choice([f'{p}.{o}', o])}: {_maybe(rng, rng.choice(['taken', 'dropped']), 0.4)}"
        for p, o in options
        if rng.random() < 0.3
    ]
    if ways:
        lines.append(f"  one_way: {{{', '.join(ways)}}}")
    if merged and not rankings and rng.random() < 0.2:
        free = rng.randrange(k)
        cube = "".join("-" if at == free else letter for at, letter in enumerate(corner))
        lines.append(f"  same: [{_maybe(rng, f'{chr(34)}{cube}{chr(34)}', 0.5)}]")
    labels = [p for p in _patterns(k) if not any(_inside(cube, p) for cube in cubes)]
    lines.append("  preferences:")
    for i in range(n):
        lines += [f"    p{i}:", *_preference(rng, options, labels if rankings else [])]
    return "\n".join(lines) + "\n"


def _preference(rng: random.Random, options: list[tuple[str, str]], labels: list[str]) -> list[str]:
    kinds = ["statements", "statements", "weights", "indifferent"] + ["ranking"] * 2 * bool(labels)
    kind = rng.choice(kinds)
    if kind == "indifferent":
        return ["      indifferent: true"]
    if kind == "ranking":
        order = ", ".join(f'"{label}"' for label in rng.sample(labels, len(labels)))
        return [f"      ranking: {_maybe(rng, f'[{order}]', 0.4)}"]
    if kind == "weights":
        terms = dict.fromkeys(_expression(rng, options) for _ in range(rng.randint(1, 4)))
        numbers = ["1", "0.1", "-2.5", "[0, 0.4]", "[-1, 1]", "[0.25, 3]", "7"]
        return [
            "      weights:",
            *(f'        "{e}": {_maybe(rng, rng.choice(numbers), 0.4)}' for e in terms),
        ]
    lines = ["      statements:"]
    for _ in range(rng.randint(1, 4)):
        group = rng.choice(["", "", "any_order", "one_of"])
        if not group:
            lines.append(f"        - {_wish(rng, options)}")
            continue
        wishes = ", ".join(_wish(rng, options) for _ in range(rng.randint(1, 3)))
        sure = f", sure: {rng.choice(SURE)}" if rng.random() < 0.3 else ""
        lines.append(f"        - {{{group}: [{wishes}]{sure}}}")
    return lines


def _wish(rng: random.Random, options: list[tuple[str, str]]) -> str:
    text = _expression(rng, options)
    if rng.random() < 0.4:
        return f'{{want: "{text}", sure: {rng.choice(SURE)}, judgement: true}}'
    return f'"{text}"'


def _expression(rng: random.Random, options: list[tuple[str, str]]) -> str:
    literals = [rng.choice(["", "not "]) + rng.choice(options)[1] for _ in range(2)]
    return rng.choice(
        [literals[0], " and ".join(literals), " or ".join(literals), " if ".join(literals)]
    )


def _maybe(rng: random.Random, text: str, chance: float) -> str:
    """Return `text` as it is, or as a value that is less than sure."""
    if rng.random() < chance:
        return f"{{is: {text}, sure: {rng.choice(SURE)}}}"
    return text


def _cube(rng: random.Random, k: int) -> str:
    letters = [rng.choice("YN--") for _ in range(k)]
    letters[rng.randrange(k)] = rng.choice("YN")
    return "".join(letters)


def _inside(cube: str, pattern: str | list[str]) -> bool:
    return all(c in ("-", p) for c, p in zip(cube, pattern, strict=True))


def _patterns(k: int) -> list[str]:
    return ["".join("NY"[number >> o & 1] for o in range(k)) for number in range(1 << k)]
