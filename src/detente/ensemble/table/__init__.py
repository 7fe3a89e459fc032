"""Doubt about the table: draws of the section ``negotiation`` and what becomes of its deals."""
