"""A draft: a first standoff and table from the record, for an analyst to complete."""

from detente.reading.draft.proposal import SECTIONS, DraftResult, SectionName, draft, with_draft

__all__ = ["SECTIONS", "DraftResult", "SectionName", "draft", "with_draft"]
