"""Finding words in the texts of reports and in proposals, best first, each with its sentence."""

from detente.reading.search.asking import LIMIT, search, to_query
from detente.reading.search.result import Hit, SearchResult

__all__ = ["LIMIT", "Hit", "SearchResult", "search", "to_query"]
