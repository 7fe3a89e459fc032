"""Finding words in the texts of reports and in proposals, best first, each with its sentence."""

from detente.reading.search.asking import search, to_query
from detente.reading.search.result import Hit, SearchResult

__all__ = ["Hit", "SearchResult", "search", "to_query"]
