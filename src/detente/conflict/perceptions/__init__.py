"""Perceptions: each party's own game, and the equilibria of the whole (a hypergame)."""

from detente.conflict.perceptions.differences import Believed, Difference, NotSeen
from detente.conflict.perceptions.hypergame import OwnGame, PerceptionsResult, perceptions

__all__ = ["Believed", "Difference", "NotSeen", "OwnGame", "PerceptionsResult", "perceptions"]
