"""What happened: talks, truces, events and who backs whom.

Rules over parsed sentences; each finder is a pure function from an analysis to proposals.
"""

from __future__ import annotations

from detente.reading.happenings.events import find_events
from detente.reading.happenings.plover import plover_of
from detente.reading.happenings.support import find_support
from detente.reading.happenings.talks import find_talks
from detente.reading.happenings.truces import find_truces

__all__ = ["find_events", "find_support", "find_talks", "find_truces", "plover_of"]
