"""The one face of Détente: an opened dossier with a method for every command."""

from detente.desk.desk import Desk

__all__ = ["Desk"]
