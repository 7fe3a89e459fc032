"""Preferences known in part only: the known order, and stability in four attitudes to the rest."""

from detente.conflict.unknown.extensions import BASIC, EXTENSIONS, Extensions
from detente.conflict.unknown.solve import solve_unknown

__all__ = ["BASIC", "EXTENSIONS", "Extensions", "solve_unknown"]
