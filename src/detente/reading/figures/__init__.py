"""Figures in reports: the dead, the displaced, prisoners, troops, aid, each with who counted."""

from detente.reading.figures.finding import find_figures

__all__ = ["find_figures"]
