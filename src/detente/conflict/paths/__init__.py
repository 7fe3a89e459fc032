"""Status quo analysis: which states can be reached from today, by which steps."""

from detente.conflict.paths.find import paths
from detente.conflict.paths.result import PathsResult
from detente.conflict.paths.routes import RELATIONS, Routes

__all__ = ["RELATIONS", "PathsResult", "Routes", "paths"]
