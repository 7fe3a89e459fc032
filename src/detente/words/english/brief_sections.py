"""The sentences of the brief about the state of play, the parties and why it is stuck."""

from __future__ import annotations

_PLAY = {
    "brief.play.no_today": "The dossier does not say which options are taken today.",
    "brief.play.today": "Today's situation, as an analyst writes it:",
    "brief.play.today_named": "Today's situation is called “{name}”.",
    "brief.play.party": "{who}: {what}",
    "brief.play.done": "What is done today:",
    "brief.play.nothing_done": "None of the options named in the dossier is taken today.",
    "brief.play.not_done": "What could be done, but is not:",
    "brief.play.talks": "Talks and truces",
    "brief.play.no_talks": "The dossier records no talks and no truces.",
    "brief.play.last": "Last ({status}): {level}, {when}.",
    "brief.play.next": "To come ({status}): {level}, {when}.",
    "brief.play.between": "At the table: {who}.",
    "brief.play.truces": "Of {count} on record, {fates}.",
    "brief.play.support": "Who backs whom",
    "brief.play.supports": "{who}, behind {whom}: {what}",
    "brief.play.supports_nobody": "{who}: {what}",
    "brief.play.support_unnamed": "support of a kind not named",
    "brief.play.backs": "{who}, behind {whom}.",
    "brief.play.events": "What happened last",
    "brief.play.said": "What was said last",
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
    "brief.act.doubt": "doubting",
}

_PARTIES = {
    "brief.parties.lead": "Wishes stand in order of importance: a lower one counts "
    "only where all above it leave two outcomes level. Small numbers lead to the notes, "
    "which give the exact words of the sources; brackets mark what is the analyst's own "
    "judgement or confidence.",
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
    "brief.mark.sure": "analyst's own confidence {sure}",
    "brief.mark.unverified": "text not stored, quotes not checked",
}

_STUCK = {
    "brief.stuck.no_today": "The dossier does not say which options are taken today, "
    "so nothing can be said about who would move from here. The outcomes that would hold "
    "once reached stand in the next section.",
    "brief.stuck.holds": "Today's situation holds: nobody would gain by moving first and alone.",
    "brief.stuck.keeper": "What {who} would do in answer holds back {held}.",
    "brief.stuck.gives_way": "Today's situation does not hold. These parties would "
    "gain by moving, and no answer that would suit the others would take the gain away:",
    "brief.stuck.would_move": "{who} would choose {change}.",
    "brief.stuck.leads_to": "That would lead to this: {state}.",
    "brief.stuck.nothing": "Of {count} that {who} could take alone, none would be an improvement.",
    "brief.stuck.nothing_one": "{count} that {who} could take alone would be no improvement.",
    "brief.stuck.no_moves": "There is nothing that {who} could do alone from here.",
    "brief.stuck.decisive": "What decides this are above all these wishes:",
    "brief.stuck.decisive_one": "What decides this is above all this wish:",
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

SENTENCES: dict[str, str] = {**_PLAY, **_PARTIES, **_STUCK}
