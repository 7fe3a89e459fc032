"""Sentences of the command check."""

SENTENCES = {
    "check.ok": "“{title}” is in order.",
    "check.count.sources": "  {n} sources",
    "check.count.parties": "  {n} parties",
    "check.count.players": "  {n} of them with options",
    "check.count.options": "  {n} options",
    "check.count.states": "  {n} feasible states",
    "check.count.record": "  {n} entries in the record",
    "check.count.quotes": "  {n} quotes",
    "check.count.verified_quotes": "  {n} of them found in the text of their source",
    "check.review": "To look at:",
    "check.review_none": "Nothing stands out for a second reader.",
    "check.line": "line {line}: ",
    "check.members": "{who}: a statement or weight reads the members of the merged state {label} "
    "differently ({text}); the lowest member, {lowest}, decides",
}
