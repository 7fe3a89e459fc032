"""Sentences about coalitions: what they can do together, and who must trust whom."""

SENTENCES = {
    "coalitions.title": "{states}, {parties}, {coalitions}",
    "coalitions.coalitions": "{n} coalitions",
    "coalitions.coalitions.one": "{n} coalition",
    "coalitions.concept.cnash": "CNash",
    "coalitions.concept.cgmr": "CGMR",
    "coalitions.concept.csmr": "CSMR",
    "coalitions.concept.cseq": "CSEQ",
    "coalitions.meaning.cnash": "no coalition can bring about anything that all its members prefer",
    "coalitions.meaning.cgmr": "whichever does can be brought down by the parties outside, at "
    "whatever cost to themselves",
    "coalitions.meaning.csmr": "as CGMR, and the coalition could not escape by moving again",
    "coalitions.meaning.cseq": "whichever does can be brought down by answers that serve the "
    "parties or coalitions that give them",
    "coalitions.today_unknown": "Today's state is not known.",
    "coalitions.today_holds": "Against all these coalitions it holds under {concepts}.",
    "coalitions.today_open": "Against all these coalitions together it holds under no concept.",
    "coalitions.leaves": "Nothing holds these back: {who}.",
    "coalitions.leaves_unless": "Only under {concepts} something holds these back: {who}.",
    "coalitions.and_more": "; and {n} more",
    "coalitions.how_many": "States that hold against all these coalitions",
    "coalitions.together_unknown": "What could be done together from today's state is not known; "
    "with --all-states the JSON lists it for every state.",
    "coalitions.together_none": "From today's state no two or more of these parties could bring "
    "about together what each would rather have and fewer could not.",
    "coalitions.together": "What could be done together from today's state (and not by fewer)",
    "coalitions.jumps_none": "There is no equilibrium jump: no two or more of these parties could "
    "leave one state that holds for another that holds and that each would rather have.",
    "coalitions.jumps": "Equilibrium jumps, from one state that holds to another: {n}, each "
    "coalition that can make one counted",
    "coalitions.jump": "From {label}: {words}. Both ends hold under {concepts}.",
    "coalitions.gain": "{who} would each rather have {label}: {words}.",
    "coalitions.step": "{n}. {who} to choose {change}: {label}",
    "coalitions.tempted": "{who} could stop here and be better off than at the end.",
    "coalitions.exposed_today": "That would leave {exposed} worse off than today.",
    "coalitions.exposed_start": "That would leave {exposed} worse off than at the start.",
    "coalitions.waiting_today": "Should {who} stop here, {exposed} would be worse off than today.",
    "coalitions.waiting_start": "Should {who} stop here, {exposed} would be worse off than at the "
    "start.",
    "coalitions.sacrifice": "The next step alone would leave {who} worse off until the others "
    "follow.",
    "coalitions.trust": "{who} would have to trust {whom}",
    "coalitions.trusting": "{pairs}.",
    "coalitions.outside_better": "{who} would gain by it as well.",
    "coalitions.outside_worse": "{who} would lose by it.",
    "coalitions.safe": "Nobody would be worse off than before if that happened: only the gain is "
    "at risk.",
    "coalitions.steady": "Nobody could gain by stopping on the way.",
    "coalitions.more": "… and {n} more: see --format json or csv.",
    "verify.coalitions.whole": (
        "All {verdicts:,} verdicts and claims about coalitions were derived again from the literal "
        "definitions."
    ),
    "verify.coalitions.part": (
        "{checked:,} of {verdicts:,} verdicts and claims about coalitions were derived again from "
        "the literal definitions: improvements told, some jumps, today's state and other states "
        "evenly spread ({states_checked:,} of {states:,} states in full). The others were not "
        "checked."
    ),
}
