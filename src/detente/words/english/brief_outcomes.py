"""The sentences of the brief about outcomes, pictures, talks, figures and limits."""

from __future__ import annotations

_OUTCOMES = {
    "brief.outcomes.lead": "An outcome holds if every party would stay in it: it could move to "
    "nothing better, or the answers that suit the others would take the gain away.",
    "brief.outcomes.none": "Of {total} none holds in this sense.",
    "brief.outcomes.some": "{count}{today}.",
    "brief.outcomes.today_holds": ", today's among them",
    "brief.outcomes.today_not": ", today's not among them",
    "brief.outcomes.grouped": "{count}{today}, told as {groups} that cover exactly these; an "
    "outcome may stand under several. What is not named is as today; where a pattern has a dash, "
    "either choice holds.",
    "brief.outcomes.many": "{count}{today}; annex {letter} tells them as {groups} that cover "
    "exactly these. By their numbers there, what is not named being as today:",
    "brief.outcomes.many_first": "{count}{today}; annex {letter} tells them as {groups} that cover "
    "exactly these. The first {first}, by their numbers there, what is not named being as today:",
    "brief.outcomes.named": "With a name of their own: {names}.",
    "brief.outcomes.under_number": "{name} ({number})",
    "brief.outcomes.cut": "Even so, only the first patterns are shown; {left} of the "
    "outcomes stand under none of them. The command `detente stability` lists all.",
    "brief.outcomes.listed": "Each in words, with the way it is reached and for whom it is better "
    "than today.",
    "brief.outcomes.exact": "The patterns together cover exactly the outcomes that hold and no "
    "other possible one; an outcome may stand under more than one of them.",
    "brief.outcomes.all": "In all of them",
    "brief.outcomes.all_but": "In all but {numbers}",
    "brief.outcomes.shared": "{where}: {what}.",
    "brief.outcomes.as_today": "as today",
    "brief.outcomes.no_more": "nothing beyond that",
    "brief.outcomes.open": "open: {what}",
    "brief.outcomes.compared": "Against today: {what}.",
    "brief.outcomes.in": "In {numbers}",
    "brief.outcomes.against": "{numbers} {what}",
    "brief.outcomes.near": "Within reach by steps that each suit the party taking them: {numbers}.",
    "brief.outcomes.senses": "The senses in which an outcome can hold",
    "brief.outcomes.senses_lead": "The small words in the table name the strongest sense, in the "
    "terms of conflict analysis:",
    "brief.outcomes.caption": "What would keep each party in each outcome",
    "brief.outcomes.ways": "Ways to outcomes that most parties would prefer to today",
    "brief.outcomes.ways_lead": "These ways from today need the fewest steps against "
    "the wish of the party that takes them. A party with such a step to take would need a "
    "reason from outside this model, or be sure that the others follow.",
    "brief.outcomes.way": "{goal}{where}, in {steps}, {against} against the wish of "
    "the party taking it.",
    "brief.outcomes.under": " (number {number} in the list)",
    "brief.outcomes.step": "{who} would choose {change}",
    "brief.outcomes.among": "Among them {names}.",
    "brief.fit.suits": "suits it",
    "brief.fit.indifferent": "makes no difference to it",
    "brief.fit.against": "against its own wish",
    "brief.outcomes.corner": "Outcome",
    "brief.outcomes.reach": "“Within reach” means that steps lead there from today, "
    "each of which suits the party that takes it. The letters give the options in the order"
    " of the dossier: Y taken, N not taken, - either.",
    "brief.meaning.nash": "Nash ({count}): no party could move to anything better by "
    "itself. Such an outcome holds in all the senses below.",
    "brief.meaning.gmr": "General metarationality, GMR ({count}): whatever a party "
    "could gain, the others could take away, even where that would hurt them.",
    "brief.meaning.smr": "Symmetric metarationality, SMR ({count}): as GMR, and the "
    "party could not make good the loss by a further step of its own.",
    "brief.meaning.seq": "Sequential stability, SEQ ({count}): whatever a party could"
    " gain, the others would take away by steps that each suit whoever takes them. This is "
    "what “holds” means in this brief.",
    "brief.meaning.sseq": "Symmetric sequential stability, SSEQ ({count}): as SEQ, "
    "and the party could not make good the loss by a further step of its own. It includes "
    "GMR, SMR and SEQ.",
    "brief.meaning.sim": "Simultaneous stability, SIM ({count}): whatever a party "
    "could gain would come to nothing if others, at the same moment, made moves that look "
    "better to them; reported here for all outcomes.",
    "brief.meaning.no_sim": "Simultaneous stability, SIM, was not computed for this dossier.",
    "brief.short.nash": "Nash",
    "brief.short.gmr": "GMR",
    "brief.short.smr": "SMR",
    "brief.short.seq": "SEQ",
    "brief.short.sseq": "SSEQ",
    "brief.short.sim": "SIM",
    "brief.cell.nothing": "Nothing better",
    "brief.cell.firm": "Held back firmly",
    "brief.cell.held": "Held back",
    "brief.cell.thin": "Held only at a cost",
    "brief.cell.open": "Would move",
    "brief.cell.mixed": "Differs",
    "brief.cell.mixed_stays": "Stays",
    "brief.cell.share": "{word} in {n}",
    "brief.row.today_as": "{number} (today)",
    "brief.row.today": "today",
    "brief.row.today_not": "today; does not hold",
    "brief.reach.improvements": "within reach from today",
    "brief.reach.moves": "reached only by a step against somebody's wish",
    "brief.reach.no": "not reachable from today",
    "brief.reach.today": "today's is among them",
    "brief.reach.with_today": "today's is among them, {n} more within reach",
    "brief.reach.some": "{n} within reach from today",
    "brief.against.split": "worse for {who}, better for all others",
    "brief.against.better": "better for {who}",
    "brief.against.worse": "worse for {who}",
    "brief.against.better_all": "better for all",
    "brief.against.worse_all": "worse for all",
    "brief.against.same": "no better or worse for anybody",
    "brief.against.mixed": "better or worse from outcome to outcome",
}

_PICTURES = {
    "brief.picture.words": "The same in words",
    "brief.picture.apart": "What stands apart from the circle of section 3",
    "brief.picture.alternative": "The conflict from today's situation; the list below says the "
    "same in words.",
    "brief.picture.caption": "{strokes}.",
    "brief.picture.stroke.solid": "solid lines: steps that suit the party taking them",
    "brief.picture.stroke.dashed": "dashed lines: answers that take a gain away",
    "brief.picture.stroke.dotted": "dotted lines: steps that do not (only the least unwelcome are "
    "drawn)",
    "brief.picture.frames": "Double frame: an outcome that holds.",
    "brief.picture.caption_no_today": "Outcomes that hold; today's situation is not "
    "in the dossier.",
    "brief.picture.today": "Today",
    "brief.picture.as_it_is": "The situation as it is",
    "brief.picture.improvement": "{by}, of own accord",
    "brief.picture.step": "{by}, of own accord",
    "brief.picture.against": "{by}, against own wish",
    "brief.picture.answer": "{by}, in answer",
    "brief.picture.idle": "{by}, with nothing to gain or lose",
    "brief.picture.back": "{what} (back to today)",
    "brief.picture.called": "{what}: “{name}”",
    "brief.picture.holds": "holds",
    "brief.picture.holds_as": "holds (number {number})",
    "brief.picture.outcome": "Number {number}: {state}",
    "brief.picture.outcome_only": "Number {number}",
    "brief.picture.gives_way": "does not hold",
    "brief.picture.islands": "These would hold once reached, but no way drawn leads there:",
    "brief.picture.all": "These would hold once reached:",
    "brief.picture.more_gains": "Improvements out of today's situation not drawn: {count}.",
    "brief.picture.more_holding": "{count} not drawn.",
}

_REST = {
    "brief.chronicle.rest": "The other {count} are talks that were held.",
    "brief.chronicle.nothing": "The dossier records no talks and no truces.",
    "brief.chronicle.caption": "Bars above the line: truces; circles below it: talks.",
    "brief.chronicle.alternative": "Timeline of talks and truces, {count} in all; the"
    " list under it says the same in words.",
    "brief.chronicle.today": "this brief",
    "brief.chronicle.undated": "Without a date on record:",
    "brief.chronicle.talks_of": "{level} of {who}",
    "brief.chronicle.at": ", {place}",
    "brief.chronicle.truce_of": "Truce of {who}",
    "brief.chronicle.truce": "Truce",
    "brief.chronicle.declared": ", declared {when}",
    "brief.chronicle.brokered": ", brokered by {who}",
    "brief.level_short.presidents": "presidents",
    "brief.level_short.ministers": "ministers",
    "brief.level_short.officials": "officials",
    "brief.level_short.mediator": "through a mediator",
    "brief.level_short.any": "talks",
    "brief.level.presidents": "talks at the level of presidents",
    "brief.level.ministers": "talks at the level of ministers",
    "brief.level.officials": "talks at the level of officials",
    "brief.level.mediator": "talks through a mediator",
    "brief.level.any": "talks",
    "brief.fate.holds": "holds",
    "brief.fate.broken": "broken",
    "brief.fate.replaced": "replaced",
    "brief.fate.expired": "ran out",
    "brief.fate.unknown": "fate not known",
    "brief.cost.nothing": "The dossier records no figures about the human cost. That "
    "is a gap in the dossier; it says nothing about the cost.",
    "brief.cost.lead": "Each figure is given as its counter gives it.",
    "brief.cost.contested": "Figures that disagree stand side by side, not averaged.",
    "brief.cost.caption": "Figures on record",
    "brief.cost.what": "What was counted",
    "brief.cost.count": "Figure",
    "brief.cost.period": "Period",
    "brief.cost.counter": "Counted by",
    "brief.cost.unnamed": "counter not named",
    "brief.cost.best": "about {best}",
    "brief.cost.between": "{low} to {high}",
    "brief.cost.at_least": "at least {low}",
    "brief.cost.at_most": "at most {high}",
    "brief.cost.since_until": "since {since}, as of {until}",
    "brief.cost.since": "since {since}",
    "brief.cost.as_of": "as of {until}",
}

_LIMITS = {
    "brief.limits.judgements": "Judgements and guesses",
    "brief.limits.guesses": "Held with less than full confidence, the least certain first:",
    "brief.limits.guess": "{who} would like {wish}.",
    "brief.limits.impossible_count": "Left out as impossible: {count}.",
    "brief.limits.one_way_short": "Taken to be final once done: {what}.",
    "brief.limits.judged": "Taken as certain though no source is cited: {count} more.",
    "brief.limits.any_order": "In {count} the order of wishes is not known; they are "
    "taken as written.",
    "brief.limits.one_of": "In {count} a wish can be read in more than one way; the "
    "first reading is used.",
    "brief.limits.impossible": "Taken to be impossible",
    "brief.limits.impossible_lead": "Outcomes in which any of these is true were left out:",
    "brief.limits.one_way": "Taken to be irreversible",
    "brief.limits.taken": "{who} could not undo this, once done: {what}.",
    "brief.limits.dropped": "{who} could not take this up again, once given up: {what}.",
    "brief.limits.other": "Further assumptions",
    "brief.limits.merged": "Outcomes that mean the same were treated as one, by {count}.",
    "brief.limits.indifferent": "All outcomes are taken to be equally good for {who}.",
    "brief.limits.no_today": "Which options are taken today is not recorded.",
    "brief.limits.unverified": "The text of “{source}” is not stored; its quotes "
    "could not be checked.",
    "brief.limits.no_sources": "The dossier has no sources; all of it is the analyst's word.",
    "brief.limits.drafts": "Not yet reviewed: {count}.",
    "brief.limits.record": "In the record, held with less than full confidence: {count}, the "
    "least at {least}.",
    "brief.limits.cannot": "What this method cannot say",
    "brief.cannot.predict": "It does not say what will happen or when, only which outcomes would "
    "give nobody a reason to move.",
    "brief.cannot.order": "It knows the order of wishes, not how strongly they are felt; it "
    "weighs no party's loss against another's gain.",
    "brief.cannot.order.table": "On the ground it knows the order of wishes, not how strongly they "
    "are felt; at the table it takes the analyst's values, which are judgements.",
    "brief.cannot.actors": "It takes each party as one actor, and knows what one believes of "
    "another only as far as the dossier says so.",
    "brief.cannot.sources": "It is as good as the dossier: an option, party or wish not written "
    "there does not exist for it.",
}

SENTENCES: dict[str, str] = {**_OUTCOMES, **_PICTURES, **_REST, **_LIMITS}
