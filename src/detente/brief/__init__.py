"""The brief: findings in plain sentences and pictures, for a reader with ten minutes."""

from __future__ import annotations

from detente.brief.compose import compose, render
from detente.brief.document import Brief

__all__ = ["Brief", "compose", "render"]
