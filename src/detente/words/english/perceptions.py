"""Sentences about parties that see another game."""

from __future__ import annotations

SENTENCES = {
    "perceptions.title": "{count} of {parties} parties see another game",
    "perceptions.title.one": "1 of {parties} parties sees another game",
    "perceptions.nobody": "Nobody is said to see another game",
    "perceptions.nobody_long": "The dossier has no perceptions, so every party is taken to see the "
    "conflict as it is written. What holds is what stability tells.",
    "perceptions.party": "How {who} would tell the conflict, where that differs:",
    "perceptions.unseen": "To {who} it does not occur that {owner} could choose to {what}.",
    "perceptions.wants": "To {who}, {other} would like above all {first}.",
    "perceptions.only_seen": "Only {who} would say that {other} would like {wishes}.",
    "perceptions.not_seen_to_want": "{who} would not say that {other} would like {wishes}.",
    "perceptions.reordered": "To {who}, {other} would like the same things in another order.",
    "perceptions.ranks": "To {who}, the best outcome for {other} is this: {best}. The worst is "
    "this: {worst}.",
    "perceptions.indifferent": "To {who}, {other} would accept any outcome alike.",
    "perceptions.weighs": "To {who}, what counts most for {other} is that {what}.",
    "perceptions.weighs_down": "To {who}, what counts most against a state for {other} is that "
    "{what}.",
    "perceptions.because": "Because: {because}",
    "perceptions.quote": "“{quote}” ({source})",
    "perceptions.judgement": "This is the analyst's judgement.",
    "perceptions.fewer": "Its game has {seen} of {all} states.",
    "perceptions.today_unseen": "Today's state is not among them: {who} could not say where things "
    "stand.",
    "perceptions.believes": "States that hold as {who} would tell it: {counts}.",
    "perceptions.count": "{concept} {n}",
    "perceptions.today_together": "With each party judging by its own game, it holds under "
    "{concepts}.",
    "perceptions.today_together_none": "With each party judging by its own game, it holds under no "
    "concept.",
    "perceptions.today_true": "If every party saw truly, it would hold under {concepts}.",
    "perceptions.today_true_none": "If every party saw truly, it would hold under no concept.",
    "perceptions.today_same": "For {who} it would be stable under the same concepts either way.",
    "perceptions.today_as_seen": "For {who} it is stable, as seen, under {concepts}.",
    "perceptions.today_as_seen_none": "For {who} it is stable, as seen, under no concept.",
    "perceptions.today_in_truth": "For {who} it would be stable, in truth, under {concepts}.",
    "perceptions.today_in_truth_none": "For {who} it would be stable, in truth, under no concept.",
    "perceptions.holding": "States that hold (equilibria)",
    "perceptions.legend": "  both: either way; seen: only as the parties see it; true: only if all "
    "saw truly",
    "perceptions.none": "No state holds, either as the parties see it or in truth.",
    "perceptions.mark.both": "both",
    "perceptions.mark.seen": "seen",
    "perceptions.mark.true": "true",
    "perceptions.mark.neither": ".",
    "perceptions.rests_on": "Rests on what is misperceived by {who}.",
    "perceptions.unseen_by": "Not seen by {who}.",
    "perceptions.learning": "If {who} alone came to see the truth:",
    "perceptions.begins": "These states would come to hold:",
    "perceptions.begins_none": "No further state would come to hold.",
    "perceptions.ceases": "These states would no longer hold:",
    "perceptions.ceases_none": "No state would cease to hold.",
    "verify.perceptions.whole": "All {verdicts:,} verdicts in every game were derived again from "
    "the literal definitions.",
    "verify.perceptions.part": "{checked:,} of {verdicts:,} verdicts in every game were derived "
    "again from the literal definitions: today's state and others evenly spread "
    "({states_checked:,} of {states:,} states in full). The others were not checked.",
    "perceptions.changed": "{label}  {words} ({names})",
}
