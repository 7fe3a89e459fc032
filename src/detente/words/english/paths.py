"""Sentences about ways from one state to others."""

SENTENCES = {
    "paths.title": "From {label}  {words}",
    "paths.holding": "{n} states hold under {concept}.",
    "paths.holding.one": "One state holds under {concept}.",
    "paths.holding.none": "No state holds under {concept}, so no path is looked for.",
    "paths.asked": "{n} states are asked about.",
    "paths.asked.one": "One state is asked about.",
    "paths.reached.moves": "{n} by moves",
    "paths.reached.improvements": "{n} by steps that each serve the party that takes them",
    "paths.reached.unstable": "{n} by such steps of parties that {concept} would not hold back",
    "paths.reached": "Reached from here: {parts}.",
    "paths.target": "{label}  {words}",
    "paths.here": "All paths start here, so no step is needed.",
    "paths.nowhere": "No way leads there, whatever the parties would be ready to do.",
    "paths.way.moves": "{n} steps, not all of them in the interest of the party that takes them:",
    "paths.way.moves.one": "One step, not in the interest of the party that takes it:",
    "paths.way.improvements": "{n} steps, each better for the party that takes it, though "
    "{concept} would hold somebody back:",
    "paths.way.improvements.one": "One step, better for the party that takes it, though {concept} "
    "would hold it back:",
    "paths.way.unstable": "{n} steps, each better for the party that takes it, and nothing under "
    "{concept} to hold it back:",
    "paths.way.unstable.one": "One step, better for the party that takes it, and nothing under "
    "{concept} to hold it back:",
    "paths.unwilling": "By steps that each serve the party that takes them, no way leads there.",
    "paths.step": "{number}. {who} would choose {change}: {label}: {words}.",
    "paths.step.last": "{number}. {who} would choose {change}: {label}, where this way ends.",
    "paths.step.same": "{who} would gain nothing by it.",
    "paths.step.worse": "Against its own wish: {who} would be worse off by this step.",
    "paths.step.held": "Under {concept}, {who} would have reason not to go: what others could do "
    "next would leave it no better off.",
    "paths.others": "One of {n} ways as short as this.",
    "paths.others.many": "One of a great many ways as short as this.",
    "paths.end": "That state holds under {concepts}.",
    "paths.end.open": "That state holds under no concept. These would move on from it: {parties}.",
    "paths.unlisted": "A way of {n} steps is too long to be told step by step.",
    "paths.more": "… and {n} more: see --format json or csv.",
    "paths.all_move": "There is no state that nobody has a move from.",
    "paths.no_move": "States that nobody can leave, because no party has a move: {n}",
    "paths.no_improvement": "States that nobody would gain by leaving, though somebody could: {n}",
    "paths.all_gain": "In every state that somebody can leave, somebody would gain by it.",
    "paths.stuck": "{label}  {words}",
    "paths.stuck.away": "{label}  {words} (out of reach from here)",
    "verify.paths.whole": (
        "All {verdicts:,} claims about paths were derived again from the literal definitions."
    ),
    "verify.paths.part": (
        "{checked:,} of {verdicts:,} claims about paths were derived again from the literal "
        "definitions. The others were not checked."
    ),
}
