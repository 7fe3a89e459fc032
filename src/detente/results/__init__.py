"""Frozen results with their manifest: arrays inside, labels at the edge."""

from detente.results.manifest import Manifest
from detente.results.result import Result
from detente.results.tables import to_csv, to_html

__all__ = ["Manifest", "Result", "to_csv", "to_html"]
