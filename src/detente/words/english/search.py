"""The sentences about what was found in reports."""

from __future__ import annotations

SENTENCES = {
    "search.title": "Where {words} stands",
    "search.items": "In proposals:",
    "search.texts": "In reports:",
    "search.nothing": (
        "Nothing was found for {words}. All words must stand in one report or proposal; "
        "a word that ends in * may go on."
    ),
    "search.latest": (
        "More than {most} have these words, so the latest read stand first. Add a word."
    ),
    "search.undated": "undated",
}
