"""Sentences about tables exchanged with GENIUS."""

SENTENCES = {
    "genius.made": (
        "Read from a domain of GENIUS. Values are the evaluations of the profiles, divided by the\n"
        "largest of their issue. What no deal is worth was divided by the sum of the weights, as\n"
        "what a package is worth will be."
    ),
    "genius.note": "From {file}.",
    "genius.note.discount": "Its discount factor, {discount}, is not used.",
    "genius.note.weights": (
        "Its weights sum to {sum}; what GENIUS calls a utility was divided by that sum."
    ),
    "genius.written": "Written for GENIUS: {domain} and {profiles}.",
    "genius.left_out": "What its format cannot say was left out:",
    "genius.left.infeasible": (
        "  infeasible: GENIUS would also offer the packages that cannot be ({count})"
    ),
    "genius.left.red_lines": "  red lines of {party} ({count})",
    "genius.left.linked": "  what outcomes add together for {party} ({count})",
    "genius.left.groups": "  groups inside {party} ({count})",
    "genius.left.ranges": "  ranges of {party}: the middle was written ({count})",
    "genius.left.orders": "  orders of {party}: written as equal steps from 1 to 0 ({count})",
    "genius.left.sure": "  how sure entries are ({count})",
    "genius.left.needs": "  what outcomes take in the conflict ({count})",
    "genius.left.must_comply": "  who must comply: {parties}",
    "genius.left.must_sign": "  that these need not sign: {parties}",
}
