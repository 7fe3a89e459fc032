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
    "check.count.sources.one": "  1 source",
    "check.count.parties.one": "  1 party",
    "check.count.players.one": "  1 of them with options",
    "check.count.options.one": "  1 option",
    "check.count.states.one": "  1 feasible state",
    "check.count.record.one": "  1 entry in the record",
    "check.count.quotes.one": "  1 quote",
    "check.count.verified_quotes.one": "  1 of them found in the text of its source",
    "check.review": "To look at:",
    "check.review_none": "Nothing stands out for a second reader.",
    "check.line": "line {line}: ",
    "check.members": "{who}: a statement or weight reads the members of the merged state {label} "
    "differently ({text}); the lowest member, {lowest}, decides",
}
