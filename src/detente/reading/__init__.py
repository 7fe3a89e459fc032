"""Reading: from reports to proposals for the record, each beside the sentence it came from.

The machine proposes, a person decides. Nothing enters a dossier unseen.
"""
