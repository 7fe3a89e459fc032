"""The shape of the section ``negotiation``: issues, what parties want, who must sign and comply."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from detente.dossier.fields import (
    ORDER,
    BonusRange,
    Id,
    OneOrMore,
    OutcomeId,
    Part,
    Text,
    ValueRange,
    WeightRange,
)
from detente.dossier.shape import Shape, TierShape


class IssueShape(Shape):
    """Something to settle, and the ways in which it can be settled."""

    question: Text | None = None
    outcomes: Annotated[dict[OutcomeId, Text], Field(min_length=1)]


class OrderShape(Shape):
    """The outcomes of an issue from the best to the worst."""

    order: Annotated[list[TierShape], Field(min_length=1)]


def _kind_of_values(value: Any) -> str:
    ordered = isinstance(value, OrderShape) or (isinstance(value, dict) and ORDER in value)
    return "<order>" if ordered else "<numbers>"


ValuesShape = Annotated[
    Annotated[OrderShape, Tag("<order>")] | Annotated[dict[Text, ValueRange], Tag("<numbers>")],
    Discriminator(_kind_of_values),
]


class GroupShape(Shape):
    """Those inside a party who must be won over."""

    share: Part
    veto: bool = False
    values: dict[Text, ValuesShape] = {}
    no_deal: ValueRange | None = None


class SideShape(Shape):
    """What a party at the table wants."""

    weights: dict[Text, WeightRange]
    values: dict[Text, ValuesShape]
    red_lines: list[Text] = []
    no_deal: ValueRange | None = None
    linked: dict[Text, BonusRange] = {}
    groups: dict[Id, GroupShape] = {}
    threshold: Part = 0.5


class NegotiationShape(Shape):
    """The deal space."""

    issues: Annotated[dict[Id, IssueShape], Field(min_length=1)]
    infeasible: list[Text] = []
    parties: Annotated[dict[Id, SideShape], Field(min_length=1)]
    must_sign: Annotated[list[Text], Field(min_length=1)] | None = None
    must_comply: list[Text] = []
    needs: dict[Text, OneOrMore] = {}
