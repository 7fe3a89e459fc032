"""The shape of a dossier's file: which keys stand where, and what kind of value each has.

The shapes check and nothing more; :mod:`detente.dossier.loading` turns what passed into
the frozen types that the rest of the house reads. The JSON Schema for editors is made from
the same classes.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, Field, Tag, WithJsonSchema

from detente.dossier.fields import (
    Day,
    Figure,
    Id,
    OneOrMore,
    Range,
    Share,
    Text,
    TwoStates,
    Upper,
    Version,
)
from detente.dossier.shape import Shape, TierShape
from detente.dossier.table_shapes import NegotiationShape


class EvidenceShape(Shape):
    """A quote and the source it stands in."""

    source: Text
    quote: Text


class ReasonShape(Shape):
    """What a value rests on."""

    because: Text | None = None
    sure: Share = 1.0
    evidence: list[EvidenceShape] = []
    judgement: bool = False
    draft: bool = False


class SourceShape(Shape):
    """A report, a book, a conversation."""

    title: Text
    publisher: Text | None = None
    author: Text | None = None
    published: Day | None = None
    file: Text | None = None
    note: Text | None = None


class PartyShape(Shape):
    """A decision maker, or anyone else who acts or speaks."""

    name: Text
    kind: Text | None = None
    also: OneOrMore = []
    backs: OneOrMore = []
    note: Text | None = None


class AnyOrderShape(Shape):
    """Statements whose order is not known."""

    any_order: Annotated[list[Text], Field(min_length=1)]


class OneOfShape(Shape):
    """Alternative readings of one statement."""

    one_of: Annotated[list[Text], Field(min_length=1)]


def _kind_of_statement(value: Any) -> str:
    if isinstance(value, dict | AnyOrderShape | OneOfShape):
        return "<one_of>" if "one_of" in value else "<any_order>"
    return "<text>"


StatementShape = Annotated[
    Annotated[Text, Tag("<text>")]
    | Annotated[AnyOrderShape, Tag("<any_order>")]
    | Annotated[OneOfShape, Tag("<one_of>")],
    Discriminator(_kind_of_statement),
]


class PreferenceShape(Shape):
    """What a party wants, in one of five ways."""

    statements: Annotated[list[StatementShape], Field(min_length=1)] | None = None
    ranking: Annotated[list[TierShape], Field(min_length=1)] | None = None
    weights: Annotated[dict[Text, Range], Field(min_length=1)] | None = None
    pairs: Annotated[list[TwoStates], Field(min_length=1)] | None = None
    indifferent: bool | None = None


class PerceptionShape(Shape):
    """How a party sees the conflict where that differs."""

    not_seen: list[Text] = []
    preferences: dict[Id, PreferenceShape] = {}


class ConflictShape(Shape):
    """The graph model."""

    options: Annotated[
        dict[Id, Annotated[dict[Id, Text], Field(min_length=1)]], Field(min_length=1)
    ]
    status_quo: list[Text] | None = None
    infeasible: list[Text] = []
    one_way: dict[Text, Literal["taken", "dropped"]] = {}
    same: list[Text] = []
    names: dict[Text, Text] = {}
    preferences: dict[Id, PreferenceShape]
    perceptions: dict[Id, PerceptionShape] = {}


class ItemShape(ReasonShape):
    """What every entry of the record can have."""

    date: Day | None = None
    by_way_of: Text | None = None


class PersonShape(ItemShape):
    """Someone who speaks or sits at the table."""

    name: Text
    party: Text | None = None
    role: Text | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None


Act = Literal[
    "say", "insist", "demand", "accuse", "refuse", "promise", "threaten", "praise", "doubt"
]


class StatementOfRecordShape(ItemShape):
    """Something said."""

    by: OneOrMore
    to: OneOrMore = []
    act: Act | None = None
    cue: Text | None = None
    about: Text | None = None
    content: Text | None = None


class PositionShape(ItemShape):
    """Where a party stands on something."""

    party: Text
    about: Text | None = None
    stance: Text | None = None
    until: Text | None = None
    unless: Text | None = None


class TalksShape(ItemShape):
    """A round of talks."""

    parties: OneOrMore = []
    people: OneOrMore = []
    level: Literal["presidents", "ministers", "officials", "mediator"] | None = None
    place: Text | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    status: Literal["held", "under way", "scheduled", "unofficial", "cancelled"] | None = None
    outcome: Text | None = None


class TruceShape(ItemShape):
    """A truce and what became of it."""

    parties: OneOrMore = []
    declared: Day | None = None
    in_effect: Day | None = None
    ended: Day | None = None
    terms: Text | None = None
    brokered_by: OneOrMore = []
    fate: Literal["holds", "broken", "replaced", "expired", "unknown"] | None = None


Plover = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""The event types of the PLOVER ontology (Open Event Data Alliance; Halterman et al. 2023)."""

_PLOVER_SCHEMA = {
    "anyOf": [{"enum": list(get_args(Plover))}, {"enum": [x.lower() for x in get_args(Plover)]}]
}


class EventShape(ItemShape):
    """Something done."""

    by: OneOrMore = []
    to: OneOrMore = []
    what: Text | None = None
    place: Text | None = None
    plover: Annotated[Plover, Upper, WithJsonSchema(_PLOVER_SCHEMA)] | None = None


class SupportShape(ItemShape):
    """Who arms, pays or shelters whom."""

    by: OneOrMore
    to: OneOrMore = []
    what: Text | None = None


class FigureShape(ItemShape):
    """A count, with the counter named."""

    what: Text
    low: Figure | None = None
    best: Figure | None = None
    high: Figure | None = None
    unit: Text | None = None
    since: Day | None = None
    as_of: Day | None = None
    counted_by: Text | None = None


class RecordShape(Shape):
    """What happened and was said."""

    people: list[PersonShape] = []
    statements: list[StatementOfRecordShape] = []
    positions: list[PositionShape] = []
    talks: list[TalksShape] = []
    truces: list[TruceShape] = []
    events: list[EventShape] = []
    support: list[SupportShape] = []
    figures: list[FigureShape] = []


RECORD_ITEMS: dict[str, type[ItemShape]] = {
    "people": PersonShape,
    "statements": StatementOfRecordShape,
    "positions": PositionShape,
    "talks": TalksShape,
    "truces": TruceShape,
    "events": EventShape,
    "support": SupportShape,
    "figures": FigureShape,
}


class DossierShape(Shape):
    """The whole file."""

    detente: Version
    title: Text
    as_of: Day | None = None
    sources: dict[Id, SourceShape] = {}
    parties: dict[Id, PartyShape]
    conflict: ConflictShape | None = None
    negotiation: NegotiationShape | None = None
    record: RecordShape = RecordShape()
