"""Tables from and for GENIUS, the research platform for automated negotiation."""

from detente.negotiation.genius.reading import new_from_genius, read_genius
from detente.negotiation.genius.writing import GeniusFiles, write_genius

__all__ = ["GeniusFiles", "new_from_genius", "read_genius", "write_genius"]
