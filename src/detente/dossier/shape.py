"""What all shapes have in common, and the shape of a ranking's tier, which several use."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core.core_schema import ValidationInfo

from detente.dossier.fields import Text


class Shape(BaseModel):
    """A mapping with known keys. The context of a check notes which shape read which mapping."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _note(cls, data: Any, info: ValidationInfo) -> Any:
        if info.context is not None and isinstance(data, dict):
            info.context[id(data)] = cls
        return data


def _kind_of_tier(value: Any) -> str:
    return "<tie>" if isinstance(value, list) else "<text>"


TierShape = Annotated[
    Annotated[Text, Tag("<text>")]
    | Annotated[Annotated[list[Text], Field(min_length=1)], Tag("<tie>")],
    Discriminator(_kind_of_tier),
]
