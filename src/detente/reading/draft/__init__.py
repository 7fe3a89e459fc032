"""A draft: a first standoff and table from the record, for an analyst to complete."""

from detente.reading.draft.proposal import DraftResult, draft, with_draft

__all__ = ["DraftResult", "draft", "with_draft"]
