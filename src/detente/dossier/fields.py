"""The kinds of value that the shapes of a dossier are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    JsonValue,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from detente.dossier.dates import Date, DateMistake, read_date
from detente.dossier.scalars import Number, Odd
from detente.dossier.wording import kind_of

RESERVED = frozenset(
    {"not", "and", "or", "if", "iff", "at", "most", "least", "exactly", "one", "of", "is", "want"}
)
MAX_WEIGHT = 1e12
"""The largest weight of an issue, so that sums of weights stay numbers."""
_ID = re.compile("[a-z][a-z0-9_]*")
ORDER = "order"


def _id_schema(reserved: Iterable[str]) -> dict[str, JsonValue]:
    return {"pattern": f"^(?!(?:{'|'.join(sorted(reserved))})$)[a-z][a-z0-9_]*$"}


def mistake(code: str, message: str, remedy: str) -> PydanticCustomError:
    """Return an error that the shapes raise, with a fault's code, message and remedy."""
    return PydanticCustomError(code, "{message}", {"message": message, "remedy": remedy})


def _id(text: str) -> str:
    if text in RESERVED:
        raise mistake(
            "reserved-id", f"{text} is a word of the language and cannot name anything",
            f"Choose another id, such as {text}_1",
        )  # fmt: skip
    if not _ID.fullmatch(text):
        mended = re.sub(r"[^a-z0-9_]+", "_", text.lower()).strip("_")
        if not _ID.fullmatch(mended):
            mended = f"x_{mended}".rstrip("_")
        raise mistake(
            "bad-id", f"{text} cannot be an id",
            f"Use small letters, digits and _, starting with a letter, such as {mended}",
        )  # fmt: skip
    return text


def _outcome_id(text: str) -> str:
    if text == ORDER:
        raise mistake(
            "reserved-id", f"{text} cannot name an outcome, because values use the word",
            f"Choose another id, such as {text}_1",
        )  # fmt: skip
    return _id(text)


def _date(value: Any) -> Date:
    if isinstance(value, Number | Odd):
        value = value.text
    if not isinstance(value, str):
        raise mistake(
            "wrong-type", f"{kind_of(value)} stands where a date is expected", _DATE_REMEDY
        )
    try:
        return read_date(value)
    except DateMistake as error:
        raise mistake("bad-date", str(error), _DATE_REMEDY) from error


_DATE_PATTERN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_DATE_REMEDY = "Write a day 2016-09-05, a month 2016-09, a year 2016 or an interval of two with /"


def _number(value: Any) -> int | float:
    if isinstance(value, Number):
        value = value.value
        if value - value == 0:
            return int(value) if isinstance(value, int) else float(value)
        raise mistake("number-too-large", "the number is too large to count with", "Shorten it")
    if isinstance(value, Odd):
        raise mistake(
            "wrong-type",
            f"{value.text or 'nothing'} is not written as a plain number",
            "Write digits with a point if needed, such as 1000 or 0.8",
        )
    raise mistake(
        "wrong-type", f"{kind_of(value)} stands where a number is expected",
        "Write the number without quotes",
    )  # fmt: skip


def _share(value: Any, remedy: str = "Write a chance, as 0.8") -> float:
    number = float(_number(value))
    if not 0 <= number <= 1:
        raise mistake("out-of-range", f"{number:g} is not between 0 and 1", remedy)
    return number


def _part(value: Any) -> float:
    return _share(value, "Write a part of the whole, as 0.5")


def _range(value: Any) -> tuple[float, float]:
    if not isinstance(value, list):
        number = float(_number(value))
        return number, number
    if len(value) != 2:
        raise mistake(
            "bad-range", f"a range has two numbers, not {len(value)}", "Write [lowest, highest]"
        )
    low, high = float(_number(value[0])), float(_number(value[1]))
    if low > high:
        raise mistake(
            "range-reversed", f"the range runs from {low:g} down to {high:g}",
            f"Write [{high:g}, {low:g}]",
        )  # fmt: skip
    return low, high


def _within(value: Any, least: float, most: float, remedy: str) -> tuple[float, float]:
    low, high = _range(value)
    if not least <= low <= high <= most:
        outside = low if low < least else high
        raise mistake(
            "out-of-range", f"{outside:g} is not between {least:g} and {most:g}", remedy
        )  # fmt: skip
    return low, high


def _value(value: Any) -> tuple[float, float]:
    return _within(value, 0, 1, "Write a value from 0, the worst, to 1, the best")


def _bonus(value: Any) -> tuple[float, float]:
    return _within(value, -1, 1, "Write what is added to a worth of 0 to 1, such as 0.1 or -0.1")


def _weight(value: Any) -> tuple[float, float]:
    low, high = _range(value)
    if low < 0:
        raise mistake(
            "negative-weight", f"the weight {low:g} is below 0",
            "Write 0 if the issue does not matter, or turn its values round",
        )  # fmt: skip
    if high > MAX_WEIGHT:
        raise mistake(
            "number-too-large", f"the weight {high:g} is larger than {MAX_WEIGHT:g}",
            "Weights count relative to each other: divide them all by the same number",
        )  # fmt: skip
    return low, high


def _version(value: Any) -> int:
    number = _number(value)
    if number != 1:
        raise mistake(
            "unsupported-version", f"this version reads dossiers of format 1, not {number}",
            "Write detente: 1",
        )  # fmt: skip
    return 1


def _two_states(value: list[str]) -> list[str]:
    if len(value) != 2:
        raise mistake(
            "bad-pair", f"a pair has two states, not {len(value)}", "Write [better, worse]"
        )
    return value


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, AfterValidator(_id), Field(json_schema_extra=_id_schema(RESERVED))]
OutcomeId = Annotated[
    str,
    AfterValidator(_outcome_id),
    Field(json_schema_extra=_id_schema(RESERVED | {ORDER})),
]
Day = Annotated[
    Date,
    PlainValidator(_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": f"^{_DATE_PATTERN}(/{_DATE_PATTERN})?$"},
                {"type": "integer", "minimum": 1, "maximum": 9999},
            ]
        }
    ),
]  # fmt: skip
Figure = Annotated[int | float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
_ZERO_TO_ONE = WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
Share = Annotated[float, PlainValidator(_share), _ZERO_TO_ONE]
Part = Annotated[float, PlainValidator(_part), _ZERO_TO_ONE]


def _range_schema(**limits: float) -> WithJsonSchema:
    number = {"type": "number", **limits}
    return WithJsonSchema(
        {"anyOf": [number, {"type": "array", "items": number, "minItems": 2, "maxItems": 2}]}
    )


Range = Annotated[tuple[float, float], PlainValidator(_range), _range_schema()]
ValueRange = Annotated[
    tuple[float, float], PlainValidator(_value), _range_schema(minimum=0, maximum=1)
]
BonusRange = Annotated[
    tuple[float, float], PlainValidator(_bonus), _range_schema(minimum=-1, maximum=1)
]
WeightRange = Annotated[tuple[float, float], PlainValidator(_weight), _range_schema(minimum=0)]
Version = Annotated[int, PlainValidator(_version), WithJsonSchema({"const": 1})]
OneOrMore = Annotated[
    list[Text], BeforeValidator(_as_list, json_schema_input_type=Text | list[Text])
]
TwoStates = Annotated[
    list[Text],
    AfterValidator(_two_states),
    Field(json_schema_extra={"minItems": 2, "maxItems": 2}),
]
Upper = BeforeValidator(_upper)
