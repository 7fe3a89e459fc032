"""Across reports: one fact from several, contradictions, the timeline, and positions over time."""

from detente.reading.across.contradictions import (
    Contradiction,
    ContradictionsResult,
    contradictions,
)
from detente.reading.across.items import Fact, Item, Told
from detente.reading.across.merging import facts
from detente.reading.across.positions import PositionsResult, positions_table
from detente.reading.across.timeline import TimelineResult, timeline

__all__ = [
    "Contradiction",
    "ContradictionsResult",
    "Fact",
    "Item",
    "PositionsResult",
    "TimelineResult",
    "Told",
    "contradictions",
    "facts",
    "positions_table",
    "timeline",
]
