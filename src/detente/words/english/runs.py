"""The sentences about runs: where they work, what they keep, how far they are."""

from __future__ import annotations

SENTENCES = {
    "runs.damaged": (
        "Chunk {number} in the results folder was damaged or belonged to another run. "
        "It was made again."
    ),
    "runs.rate": "{rate:,.0f}/s",
    "runs.foreign": (
        "the folder holds the results of another run: it has {theirs}, this call is {ours}; "
        "they differ in {keys}"
    ),
}
