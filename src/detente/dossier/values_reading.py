"""What the outcomes of an issue are worth, by numbers or in an order, to frozen data."""

from __future__ import annotations

from detente.dossier.reader import Reader
from detente.dossier.reasons import Path, Place
from detente.dossier.table import Amount, ByNumbers, ByOrder, Issue, Values
from detente.dossier.table_shapes import OrderShape, ValuesShape
from detente.dossier.wording import shown, suggest


def read_amount(reader: Reader, numbers: tuple[float, float], path: Path) -> Amount:
    """Return the number or range that stands at `path`."""
    return Amount(*numbers, reader.place(path), reader.reason(path))


def read_values(reader: Reader, issue: Issue, shape: ValuesShape, path: Path) -> Values | None:
    """Return the values that `shape` gives the outcomes of `issue`; `None` with a fault."""
    names = {outcome.name: outcome.id for outcome in issue.outcomes}
    if isinstance(shape, OrderShape):
        return _order(reader, issue.id, names, shape, path)
    found: dict[str, Amount] = {}
    for name, numbers in shape.items():
        inner = (*path, name)
        if name in names:
            found[names[name]] = read_amount(reader, numbers, inner)
        else:
            _unknown(reader, issue.id, name, names, reader.key_place(inner))
    missing = [name for name in names if name not in shape]
    if missing:
        _missing(reader, issue.id, missing, path, "Give it a value")
    if len(found) < len(names):
        return None
    amounts = {outcome: found[outcome] for outcome in names.values()}
    return ByNumbers(amounts, reader.place(path), reader.reason(path))


def _order(
    reader: Reader, issue: str, names: dict[str, str], shape: OrderShape, path: Path
) -> ByOrder | None:
    inner, tiers, seen, whole = (*path, "order"), [], dict[str, Place](), True
    for i, entry in enumerate(shape.order):
        tier = entry if isinstance(entry, list) else [entry]
        for j, name in enumerate(tier):
            place = reader.place((*inner, i, j) if isinstance(entry, list) else (*inner, i))
            if name not in names:
                _unknown(reader, issue, name, names, place)
                whole = False
            elif name in seen:
                reader.fault(
                    place, "repeated-outcome",
                    f"{name} stands in the order of {issue} twice, first in line"
                    f" {seen[name].line}",
                    "Keep one of the two",
                )  # fmt: skip
                whole = False
            else:
                seen[name] = place
        tiers.append(tuple(names[name] for name in tier if name in names))
    missing = [name for name in names if name not in seen]
    if missing:
        _missing(reader, issue, missing, path, "Put it into the order, from the best to the worst")
    if missing or not whole:
        return None
    reason = reader.reason(inner) if inner in reader.reasons else reader.reason(path)
    return ByOrder(tuple(tiers), reader.place(path), reason)


def _unknown(reader: Reader, issue: str, name: str, names: dict[str, str], place: Place) -> None:
    reader.fault(
        place, "unknown-outcome", f"{issue} has no outcome {shown(name)}",
        suggest(name, names, f"Add it to the outcomes of {issue}"),
    )  # fmt: skip


def _missing(reader: Reader, issue: str, missing: list[str], path: Path, remedy: str) -> None:
    told = ", ".join(f"{issue}.{name}" for name in missing)
    who = f"the group {path[4]} of {path[2]}" if path[3] == "groups" else path[2]
    reader.fault(
        reader.key_place(path), "missing-value", f"{who} gives {shown(told, 200)} no value",
        remedy if len(missing) == 1 else remedy.replace(" it ", " each "),
    )  # fmt: skip
