"""The sentences about reports that were read, and about what is found in them."""

from __future__ import annotations

SENTENCES = {
    "reading.units": "reports",
    "reading.title": "Proposals from {reports} reports",
    "reading.read": "Reports: {n_reports}, of which {n_fresh} new. Read now: {n_read}.",
    "reading.outcome.same": "  {n_same} kept before",
    "reading.outcome.changed": "  {n_changed} kept before, of which more is known now",
    "reading.outcome.copy": (
        "  {n_copy} a copy of another: kept as one report, with every publisher"
    ),
    "reading.outcome.longer": "  {n_longer} kept in place of a shorter or an earlier version",
    "reading.outcome.update": (
        "  {n_update} almost the words of another, but other numbers or days: both are kept"
    ),
    "reading.refused": "Not read: {number}",
    "reading.remarks": "Kept, with a remark: {number}",
    "reading.more": "  and {number} more; see --format json",
    "reading.undated": (
        "Without a day of publication: {number} ({shown}). There, “yesterday” and “on Monday” "
        "cannot be dated. Read such reports again with --published YYYY-MM-DD."
    ),
    "reading.proposals": "Proposals (what several sentences tell is shown once in the review):",
    "reading.nothing": "Nothing is proposed.",
    "reading.next": "Next: detente review {folder}",
    "reading.interrupted": (
        "Interrupted. What was read is kept; {n_unread} reports wait. Call again to go on."
    ),
    "reading.ask": "When was {origin} published (YYYY-MM-DD, or Enter if you do not know)? ",
    "reading.ask-again": "That is no day, such as 2016-09-05.",
}
