"""Doubt: complete conflicts drawn from what the dossier leaves open, and what drives the answer."""
