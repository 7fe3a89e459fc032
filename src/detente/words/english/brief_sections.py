"""The sentences of the brief about the state of play, the parties and why it is stuck."""

from __future__ import annotations

_PLAY = {
    "brief.play.no_today": "The dossier does not say which options are taken today.",
    "brief.play.today": "Today's situation, as an analyst writes it:",
    "brief.play.today_named": "Today's situation is called “{name}”.",
    "brief.play.party": "{who}: {what}",
    "brief.play.done": "What is done today:",
    "brief.play.nothing_done": "None of the options named in the dossier is taken today.",
    "brief.play.no_talks": "The dossier records no talks and no truces.",
    "brief.play.no_rounds": "No round of talks, past or to come, is on record; the truces stand "
    "in section {number}.",
    "brief.play.more_support": "Support not shown here: {count}.",
    "brief.play.support": "Who backs whom:",
    "brief.play.supports": "{who}, behind {whom}: {what}",
    "brief.play.supports_nobody": "{who}: {what}",
    "brief.play.support_unnamed": "support of a kind not named",
    "brief.play.backs": "{who}, behind {whom}.",
    "brief.play.to": " to {whom}",
    "brief.play.to_each_other": " to each other",
    "brief.play.by_way_of": "by way of {who}",
    "brief.status.held": "held",
    "brief.status.under way": "under way",
    "brief.status.scheduled": "scheduled",
    "brief.status.unofficial": "not official",
    "brief.status.cancelled": "cancelled",
    "brief.status.unknown": "status not known",
    "brief.act.say": "saying",
    "brief.act.insist": "insisting",
    "brief.act.demand": "demanding",
    "brief.act.accuse": "accusing",
    "brief.act.refuse": "refusing",
    "brief.act.promise": "promising",
    "brief.act.threaten": "threatening",
    "brief.act.praise": "praising",
    "brief.act.doubt": "doubting",
}

_PARTIES = {
    "brief.parties.lead": "Wishes stand in order of importance: a lower one counts "
    "only where all above it leave two outcomes level. Small numbers lead to the notes, "
    "which give the exact words of the sources; brackets mark what is the analyst's own "
    "judgement or confidence.",
    "brief.parties.short": "Small numbers lead to the sources' words; brackets mark the analyst's "
    "judgement or confidence.",
    "brief.parties.first": "first of all: {wish}",
    "brief.parties.first_decides": "first of all, and deciding today: {wish}",
    "brief.parties.decides": "deciding today: {wish}",
    "brief.parties.heaviest": "weightiest: {wish}",
    "brief.parties.best": "It would like this best: {state}.",
    "brief.parties.said": "on record: {what}",
    "brief.parties.others_named": "On stage without a choice of their own here: {names}.",
    "brief.parties.done": "Done today: {what}.",
    "brief.parties.not_done": "Could be done, but is not: {what}.",
    "brief.parties.could": "Could be done: {what}.",
    "brief.parties.wants": "{who} would like, most important first:",
    "brief.parties.weighs": "{who} would like, each wish with its weight:",
    "brief.parties.weight": "{wish} (weight {weight})",
    "brief.parties.ranks": "The analyst ranked the outcomes directly for {who}, in "
    "{tiers} tiers, the best first:",
    "brief.parties.worst": "At the other end, the worst last:",
    "brief.parties.tied": "Equally good:",
    "brief.parties.tied_more": "And {n} more.",
    "brief.parties.indifferent": "In this dossier all outcomes are equally good for {who}.",
    "brief.parties.any_order": "Next to each other, in an order that is not known "
    "(taken as written):",
    "brief.parties.one_of": "One of these readings, of which the first is used:",
    "brief.parties.on_record": "On record:",
    "brief.parties.until": "until {condition}",
    "brief.parties.unless": "unless {condition}",
    "brief.parties.also": "also {names}",
    "brief.parties.whether": "whether {who} would {what}",
    "brief.parties.others": "Others on stage",
    "brief.parties.others_lead": "These have no choice of their own in the dossier's conflict.",
    "brief.mark.judgement": "analyst's judgement",
    "brief.mark.no_source": "no source given",
    "brief.mark.draft": "draft, not yet reviewed",
    "brief.mark.sure": "confidence {sure}",
    "brief.mark.unverified": "text not stored, quotes not checked",
}

_ANNEXES = {
    "brief.annex.wishes": "What each party wants, in full",
    "brief.annex.outcomes": "The outcomes that hold, in full",
    "brief.annex.record": "The record, entry by entry",
    "brief.annex.assumptions": "Every assumption",
    "brief.annex.back.wishes": "In short: section {number}.",
    "brief.annex.back.outcomes": "In short: section {number}.",
    "brief.annex.back.picture": "In sentences: section {number}.",
    "brief.annex.back.record": "In short: section {number}.",
    "brief.annex.back.assumptions": "In short: section {number}.",
    "brief.annex.all": "{what}: annex {letter}.",
    "brief.annex.more": "More",
    "brief.annex.see": "In full: annex {letter}.",
    "brief.annex.record_all": "All that was said and done: annex {letter}.",
    "brief.annex.rounds": "Parties, terms and results: annex {letter}.",
    "brief.annex.drawn": "The same in a picture: annex {letter}.",
    "brief.annex.outcomes_all": "In sentences, with the ways there and all six senses: annex "
    "{letter}.",
    "brief.record.talks": "Talks",
    "brief.record.truces": "Truces",
    "brief.record.events": "What happened, the latest first",
    "brief.record.said": "What was said, the latest first",
    "brief.record.support": "Who backs whom",
    "brief.record.people": "People",
    "brief.record.term": "{first} to {last}",
    "brief.record.since": "since {first}",
    "brief.record.until": "until {last}",
    "brief.record.unrecorded": "something that is not on record",
    "brief.record.figures": "On the figures",
    "brief.record.about": "about {about}",
    "brief.compact.not": "not {what}",
    "brief.compact.to": "{who} to {what}",
    "brief.compact.were_to": "{who} were to {what}",
    "brief.compact.last": ", and ",
}

_STUCK = {
    "brief.stuck.no_today": "The dossier does not say which options are taken today, "
    "so nothing can be said about who would move from here. The outcomes that would hold "
    "once reached stand in the next section.",
    "brief.stuck.holds": "Today's situation holds: nobody would gain by moving first and alone.",
    "brief.stuck.keeper": "What {who} would do in answer holds back {held}.",
    "brief.stuck.gives_way": "Today's situation does not hold. By moving, {who} would gain, and "
    "no answer that would suit the others would take the gain away.",
    "brief.stuck.leads_to": "That would lead to {state}.",
    "brief.stuck.nothing_all": "Today's situation holds: of the {count} that a party could take "
    "alone, none would be an improvement for it.",
    "brief.n.steps.one": "one step",
    "brief.n.steps.many": "{n} steps",
    "brief.stuck.nothing_some": "No step alone would be an improvement for these (steps looked "
    "at): {who}.",
    "brief.stuck.steps_of": "{who} {count}",
    "brief.stuck.circle": "Who waits for whom",
    "brief.stuck.circle_lead": "The numbers after a step are the steps it waits for. After them "
    "it would serve its party, whatever else was done; none does so first.",
    "brief.stuck.together_unnamed_holds": "Taken together, they lead to an outcome that would "
    "hold.",
    "brief.stuck.together": "Taken together, they lead to {state}, which would not hold.",
    "brief.stuck.together_holds": "Taken together, they lead to {state}, which would hold.",
    "brief.stuck.together_unnamed": "Taken together, they lead to an outcome that would not hold.",
    "brief.stuck.refusals": "Whatever the others did, these steps would not serve those who could "
    "take them: {what}.",
    "brief.stuck.after_only": "It would serve {who} to {step}, but only after {numbers}.",
    "brief.stuck.after": "It would serve {who} to {step} after {numbers}.",
    "brief.stuck.blocked_only": "Only if {needs} would these serve their parties: {what}.",
    "brief.stuck.blocked": "If {needs}, these would serve their parties: {what}.",
    "brief.stuck.waiting_only": "It would serve {who} to {step}, but only if {needs}.",
    "brief.stuck.waiting": "It would serve {who} to {step} if {needs}.",
    "brief.stuck.unmet": "What {who} would first like to see changed: {wish}.",
    "brief.stuck.in_hands": "That lies in the hands of {who}.",
    "brief.stuck.gains": "Of {count} that {who} could take alone, {gains} would be an improvement.",
    "brief.stuck.gains_one": "{count} that {who} could take alone would be an improvement.",
    "brief.stuck.gain": "{who} would prefer {change}.",
    "brief.stuck.held_by": "What holds it back: {steps}.",
    "brief.stuck.step": "{who} would choose {change}",
    "brief.stuck.back_to_today": "That would lead back to today, with nothing won for {who}.",
    "brief.stuck.ends": "That would end here: {state}; no better than today for {who}.",
    "brief.stuck.unpunished": "No answer that would suit the others would take this "
    "gain away from {who}.",
    "brief.stuck.costly": "Only an answer that would cost somebody who gives it could: {steps}.",
    "brief.stuck.rest_held": "The same holds for {count}, all held back in this way.",
    "brief.stuck.rest_some": "There are {count}; {held} of these would be held back.",
    "brief.strength.nothing": "nothing better within reach",
    "brief.strength.firm": "held back, with no way to make good the loss",
    "brief.strength.held": "held back by answers to be expected",
    "brief.strength.thin": "held back only by answers that would hurt those who give them",
    "brief.strength.open": "would move",
}

SENTENCES: dict[str, str] = {**_PLAY, **_PARTIES, **_ANNEXES, **_STUCK}
