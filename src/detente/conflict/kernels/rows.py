"""Steps on rows of numbers that a processor does in one instruction or two.

Each is written twice: in Python, which says what it does and runs where compilation is switched
off, and as instructions for the compiler, which cannot tell by itself that two rows are apart and
would go number by number.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic, overload

Array = Any

LANES = 16
"""Numbers in a row."""


def raise_row(best: Array, value: Array, s: int, t: int) -> None:
    """Raise each number of row `s` of `best` to that of row `t` of `value` where it is lower."""
    for x in range(LANES):
        best[s, x] = max(best[s, x], value[t, x])


def sink_row(low: Array, value: Array, s: int, t: int) -> None:
    """Lower each number of row `s` of `low` to that of row `t` of `value` where it is higher."""
    for x in range(LANES):
        low[s, x] = min(low[s, x], value[t, x])


def hand_on(rank: Array, one: Array, two: Array, s: int, t: int) -> bool:
    """Lower rows `s` of `one` and `two` to rows `t` wherever row `t` of `rank` is higher.

    Returns whether anything changed.
    """
    changed = False
    for x in range(LANES):
        if rank[t, x] > rank[s, x]:
            for floor in (one, two):
                if floor[t, x] < floor[s, x]:
                    floor[s, x] = floor[t, x]
                    changed = True
    return changed


class _Rows:
    """Whole rows of two-dimensional arrays, read and written by the compiled code."""

    def __init__(self, context: Any, builder: Any, array: Any, value: Any) -> None:
        self.builder = builder
        kind = context.get_data_type(array.dtype)
        self.size = kind.width // 8
        self.row = ir.VectorType(kind, LANES)
        data = context.make_array(array)(context, builder, value).data
        self.data = builder.bitcast(data, self.row.as_pointer())

    def place(self, number: Any) -> Any:
        return self.builder.gep(self.data, [number])

    def read(self, number: Any) -> Any:
        return self.builder.load(self.place(number), align=self.size)

    def write(self, number: Any, row: Any) -> None:
        self.builder.store(row, self.place(number), align=self.size)


def _is_table(*arrays: Any) -> bool:
    return all(
        isinstance(a, types.Array) and a.ndim == 2 and a.layout == "C" for a in arrays
    )  # fmt: skip


def _type_raise_row(context: Any, best: Any, value: Any, s: Any, t: Any) -> Any:
    return types.void(best, value, types.intp, types.intp), _extreme(">")


def _type_sink_row(context: Any, low: Any, value: Any, s: Any, t: Any) -> Any:
    return types.void(low, value, types.intp, types.intp), _extreme("<")


def _extreme(sign: str) -> Any:
    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        changed, read = (_Rows(context, builder, signature.args[k], given[k]) for k in range(2))
        here, there = changed.read(given[2]), read.read(given[3])
        beyond = builder.icmp_signed(sign, there, here)
        changed.write(given[2], builder.select(beyond, there, here))
        return context.get_dummy_value()

    return generate


def _type_hand_on(context: Any, rank: Any, one: Any, two: Any, s: Any, t: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        rows = [_Rows(context, builder, signature.args[k], given[k]) for k in range(3)]
        s, t = given[3], given[4]
        better = builder.icmp_signed(">", rows[0].read(t), rows[0].read(s))
        changes = []
        for floor in rows[1:]:
            here, there = floor.read(s), floor.read(t)
            lower = builder.and_(better, builder.icmp_signed("<", there, here))
            floor.write(s, builder.select(lower, there, here))
            changes.append(lower)
        bits = builder.bitcast(builder.or_(*changes), ir.IntType(LANES))
        return builder.icmp_unsigned("!=", bits, ir.Constant(ir.IntType(LANES), 0))

    return types.boolean(rank, one, two, types.intp, types.intp), generate


_raise_row: Any = intrinsic(_type_raise_row)
_sink_row: Any = intrinsic(_type_sink_row)
_hand_on: Any = intrinsic(_type_hand_on)


@overload(raise_row, strict=False)
def _compiled_raise_row(best: Any, value: Any, s: Any, t: Any) -> Any:
    if _is_table(best, value):
        return lambda best, value, s, t: _raise_row(best, value, s, t)
    return None


@overload(sink_row, strict=False)
def _compiled_sink_row(low: Any, value: Any, s: Any, t: Any) -> Any:
    if _is_table(low, value):
        return lambda low, value, s, t: _sink_row(low, value, s, t)
    return None


@overload(hand_on, strict=False)
def _compiled_hand_on(rank: Any, one: Any, two: Any, s: Any, t: Any) -> Any:
    if _is_table(rank, one, two):
        return lambda rank, one, two, s, t: _hand_on(rank, one, two, s, t)
    return None
