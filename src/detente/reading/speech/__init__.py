"""Who says what, and where each party stands: statements and positions of a report."""

from detente.reading.analysis import Analysis
from detente.reading.found import Found
from detente.reading.speech.positions import find_positions
from detente.reading.speech.statements import find_attributions, find_statements

__all__ = ["find_positions", "find_speech", "find_statements"]


def find_speech(analysis: Analysis) -> list[Found]:
    """Return statements and positions together, looking for who says what only once."""
    said = find_attributions(analysis)
    return [*find_statements(analysis, said), *find_positions(analysis, said)]
