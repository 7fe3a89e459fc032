"""Times in reports: found, and told as the days that they mean."""

from detente.reading.dates.finding import find_whens
from detente.reading.dates.governing import when_of
from detente.reading.dates.spans import date_text

__all__ = ["date_text", "find_whens", "when_of"]
