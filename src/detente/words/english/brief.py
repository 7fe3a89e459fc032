"""The sentences of the brief.

A party's name may be singular or plural; after it stands ``would``, ``could`` or ``to``.
"""

from __future__ import annotations

_DATES = {
    "brief.date.day": "{day} {month} {year}",
    "brief.date.short": "{day} {month}",
    "brief.date.month": "{month} {year}",
    "brief.date.days": "{first} to {last}",
    "brief.date.span": "{first} to {last}",
    "brief.date.ended": "{first}; ended {last}",
    "brief.date.unknown": "date not known",
    "brief.month.1": "January",
    "brief.month.2": "February",
    "brief.month.3": "March",
    "brief.month.4": "April",
    "brief.month.5": "May",
    "brief.month.6": "June",
    "brief.month.7": "July",
    "brief.month.8": "August",
    "brief.month.9": "September",
    "brief.month.10": "October",
    "brief.month.11": "November",
    "brief.month.12": "December",
}

_NUMBERS = {
    "brief.n.outcomes.one": "{n} outcome",
    "brief.n.outcomes.many": "{n} outcomes",
    "brief.n.possible.one": "the one possible outcome",
    "brief.n.possible.many": "the {n} possible outcomes",
    "brief.n.of_them.one": "one of them",
    "brief.n.of_them.many": "{n} of them",
    "brief.n.waiting.one": "one more party to take a step",
    "brief.n.waiting.many": "{n} more parties to take theirs",
    "brief.n.all_wishes.one": "The one wish",
    "brief.n.all_wishes.many": "All {n} wishes",
    "brief.n.all_tiers.one": "The one tier",
    "brief.n.all_tiers.many": "All {n} tiers",
    "brief.n.combinations.one": "one combination of choices",
    "brief.n.combinations.many": "{n} combinations of choices",
    "brief.n.that_hold.one": "one outcome holds",
    "brief.n.that_hold.many": "{n} outcomes hold",
    "brief.n.truces.one": "the one truce",
    "brief.n.truces.many": "the {n} truces",
    "brief.n.wishes.one": "{n} statement",
    "brief.n.stages.one": "one step",
    "brief.n.stages.many": "{n} steps",
    "brief.n.against.one": "one step",
    "brief.n.against.many": "{n} steps",
    "brief.n.of_parties.one": "one of the parties",
    "brief.n.of_parties.many": "{n} of the parties",
    "brief.n.each_party": "each of the parties",
    "brief.n.none_of_them": "none of them",
    "brief.n.further_entries.one": "one further entry of the list is",
    "brief.n.further_entries.many": "{n} further entries of the list are",
    "brief.n.wishes.many": "{n} statements",
    "brief.n.moves.one": "the single step",
    "brief.n.moves.many": "the {n} steps",
    "brief.n.gains.one": "one",
    "brief.n.gains.many": "{n}",
    "brief.n.further.one": "one further step",
    "brief.n.further.many": "{n} further steps",
    "brief.n.groups.one": "one pattern",
    "brief.n.groups.many": "{n} patterns",
    "brief.n.places.one": "one place",
    "brief.n.places.many": "{n} places",
    "brief.n.rules.one": "one rule",
    "brief.n.rules.many": "{n} rules",
    "brief.n.entries.one": "one entry",
    "brief.n.entries.many": "{n} entries",
    "brief.n.fate.broken.one": "one was broken",
    "brief.n.fate.broken.many": "{n} were broken",
    "brief.n.fate.expired.one": "one ran out",
    "brief.n.fate.expired.many": "{n} ran out",
    "brief.n.fate.replaced.one": "one was replaced by another",
    "brief.n.fate.replaced.many": "{n} were replaced by others",
    "brief.n.fate.holds.one": "one holds",
    "brief.n.fate.holds.many": "{n} hold",
    "brief.n.fate.unknown.one": "the fate of one is not known",
    "brief.n.fate.unknown.many": "the fate of {n} is not known",
}

_PAGE = {
    "brief.page.kind": "Conflict brief",
    "brief.page.as_of": "As of {date}",
    "brief.page.findings": "Three findings",
    "brief.page.questions": "Questions for the next round",
    "brief.page.no_questions": "The dossier leaves no open question that could be named here.",
    "brief.page.doubt": "How sure we are",
    "brief.page.annex": "Annex {letter}.",
    "brief.page.contents": "Contents",
    "brief.page.notes": "Notes",
    "brief.page.sources": "Sources",
    "brief.page.notes_are": "Each note gives the exact words on which a sentence "
    "rests, and where they stand. Whether a source is right is for the reader to judge.",
    "brief.page.note": "Note {number}",
    "brief.page.notes_short": "note {numbers}",
    "brief.page.made": "Made by Détente {version} from the dossier with the digest "
    "{input}; stability by the {kernel} kernel.",
    "brief.page.holds_means": "“Holds” is meant in the sense",
    "brief.section.play": "State of play",
    "brief.section.parties": "The parties and what each wants",
    "brief.section.stuck": "Why it is stuck",
    "brief.section.outcomes": "Which outcomes would hold, and for whom",
    "brief.section.picture": "The conflict in a picture",
    "brief.section.timeline": "Talks and truces",
    "brief.section.cost": "The human cost",
    "brief.section.limits": "Assumptions, and what this method cannot say",
    "brief.note.unverified": "Not checked: the text of this source is not stored.",
}

_FINDINGS = {
    "brief.finding.no_today": "The dossier does not say which options are taken "
    "today, so this brief cannot say whether today's situation would last; it says which "
    "outcomes would.",
    "brief.finding.holds": "Today's situation{called} holds, though not because all "
    "are content with it.",
    "brief.finding.called": " (“{name}”)",
    "brief.finding.content": "Today's situation{called} holds: no party could reach "
    "anything better by a step of its own.",
    "brief.finding.elsewhere": "What {count} would first like to see changed lies in "
    "the hands of others, most often of {who}.",
    "brief.finding.held": "{who} could gain at first by choosing {change}, but then {answer}, "
    "which would take the gain away.",
    "brief.finding.answer": "{who} would choose {change}",
    "brief.finding.held_too": "In the same way answers to be expected hold back {who}.",
    "brief.finding.alone": "Today's situation{called} holds: no party could do better by a step "
    "of its own, because the steps that would change it wait for one another.",
    "brief.finding.circle_several": "It would serve {waiting}; but each only after steps of the "
    "others (section 3).",
    "brief.finding.waits.too": "{who} to {steps}",
    "brief.finding.circle": "It would serve {waiting}.",
    "brief.finding.waits.only": "{who} to {steps} only once {others} had moved",
    "brief.finding.waits.once": "{who} to {steps} once {others} had moved",
    "brief.finding.waiting.only": "It would serve {who} to {steps} only if {needs}.",
    "brief.finding.waiting.once": "It would serve {who} to {steps} if {needs}.",
    "brief.finding.blocked.only": "It would serve {who} to {steps} only if {needs}, which would "
    "not serve {owners} whatever the others did.",
    "brief.finding.blocked.once": "It would serve {who} to {steps} if {needs}, which would not "
    "serve {owners} whatever the others did.",
    "brief.finding.gives_way": "Today's situation{called} does not hold: {who} could "
    "gain by choosing {change}, and no answer that would suit the others would take that "
    "gain away.",
    "brief.finding.also": "The same goes, by steps of their own, for {who}.",
    "brief.finding.none_hold": "Of {total} none would hold: in each, some party could"
    " gain by a step that the others would have no reason to undo.",
    "brief.finding.some_hold": "Of {total}, {count} would hold, in that no party "
    "would have reason to move first.",
    "brief.finding.none_near": "none of them can be reached by steps that each suit the party "
    "taking them",
    "brief.finding.none_near_own": "apart from today's, none can be reached by steps that each "
    "suit the party taking them",
    "brief.finding.nearest": "The nearest that most parties would prefer{goal} takes {against} "
    "against the wish of whoever must take it: {steps}.",
    "brief.finding.unwelcome": "{who} would have {change}",
    "brief.finding.reach": "{reached}, and {better}.",
    "brief.finding.go_first": "{who} would have to go first",
    "brief.finding.some_near": "from today, {count} can be reached by steps that each suit the "
    "party taking them",
    "brief.finding.common": "every party would prefer {count} to today{called}",
    "brief.finding.no_common": "none is better than today for every party",
    "brief.finding.truces": "Of {count} on record, {ended}.",
    "brief.finding.truce.holds": "The one truce on record holds.",
    "brief.finding.truce.broken": "The one truce on record was broken.",
    "brief.finding.truce.expired": "The one truce on record ran out.",
    "brief.finding.truce.replaced": "The one truce on record was replaced by another.",
    "brief.finding.truce.unknown": "The fate of the one truce on record is not known.",
    "brief.finding.last_talks": "The last talks on record were those of {when}{outcome}.",
    "brief.finding.no_record": "The dossier records no talks and no truces, so "
    "nothing can be said here from experience.",
    "brief.finding.coming.scheduled": "{level} are scheduled for {when}.",
    "brief.finding.then.scheduled": "After that, {level} are scheduled for {when}.",
    "brief.finding.coming.unofficial": "{level} are expected, though not confirmed, for {when}.",
    "brief.finding.then.unofficial": "After that, {level} are expected, though not "
    "confirmed, for {when}.",
}

_DOUBT = {
    "brief.doubt.basis": "What the parties want is written in {total}: {quoted} with the words of "
    "a source, {judged} on the analyst's judgement alone.",
    "brief.doubt.basis_quoted": "What the parties want is written in {total}, each with the words "
    "of a source.",
    "brief.doubt.basis_judged": "What the parties want is written in {total}, all on the "
    "analyst's judgement alone.",
    "brief.doubt.unsure": "Not fully sure are {count}, the least with a confidence of {least}.",
    "brief.doubt.kind": "The rest follows from these orders of preference by strict rules; it is "
    "no forecast and no probability, and a percentage is only the analyst's own confidence in a "
    "statement.",
}

_QUESTIONS = {
    "brief.ask.today": "Which of the options in the dossier are being taken today?",
    "brief.why.today": "Without this nothing can be said about who would move from here.",
    "brief.ask.mover": "What keeps {who} today from choosing {change}?",
    "brief.ask.together": "What steps could {who} take at the same time, and who would vouch for "
    "them?",
    "brief.why.together": "None of their steps would serve them if taken first (section 3).",
    "brief.why.together_named": "None of the steps would serve its party if taken first (section "
    "3); together they would reach {state}, which would hold.",
    "brief.ask.price_told": "What would {who} ask for in return for its step in finding 2?",
    "brief.why.price_told": "It is against its own wish, and the way waits for it.",
    "brief.ask.price": "What would {who} ask for in return for choosing {change}?",
    "brief.why.price": "On the nearest way to an outcome that most parties would prefer{goal}, "
    "this is against its own wish.",
    "brief.why.mover": "By the wishes written here the step would pay and go "
    "unanswered; either a reason is missing from the dossier, or the step is near.",
    "brief.ask.keeper": "What would {who} need in order not to answer with choosing "
    "{change}, should {other} choose {move}?",
    "brief.why.keeper": "It is this answer that makes the step useless to {who}.",
    "brief.ask.absent": "Who will speak for {who} at the talks of {when}?",
    "brief.why.absent": "They are not among those recorded as taking part, yet what "
    "they would do decides whether today's situation lasts.",
    "brief.ask.confirm": "Will the talks of {when} be confirmed, at which level, and "
    "who will be at the table?",
    "brief.why.confirm": "On record they are not official.",
    "brief.ask.agenda": "What should be on paper before the talks of {when}?",
    "brief.why.agenda": "They are the next occasion on record.",
    "brief.ask.until": "What would {who} accept as proof of its condition, “until {condition}”?",
    "brief.ask.if": "What would {who} accept as proof of its condition, “if {condition}”?",
    "brief.ask.unless": "What would {who} accept as proof of its condition, “unless {condition}”?",
    "brief.why.condition": "Its stance on record depends on it.",
    "brief.why.condition_stance": "Its stance, “{stance}”, depends on it.",
    "brief.why.condition_about": "Its stance on record ({about}) depends on it.",
    "brief.why.condition_stance_about": "Its stance, “{stance}”, depends on it.",
    "brief.ask.wait": "Would {who} really {step} once the steps it waits for were taken (section "
    "3)?",
    "brief.why.wait_sure": "The others wait for it too, and the analyst's own confidence is "
    "{sure}.",
    "brief.why.wait_judged": "The others wait for it too, and it is the analyst's judgement "
    "without a source.",
    "brief.ask.wish": "Is it right that {who} would like {wish}?",
    "brief.why.sure": "The analyst's own confidence: {sure}. {verdict}",
    "brief.why.judged": "This is the analyst's judgement and cites no source. {verdict}",
    "brief.rests.nothing": "It decides that {who} would find nothing better within reach.",
    "brief.rests.gain": "It decides that {who} would find something better within reach.",
    "brief.rests.held": "It decides that the answer of the others would cost {who} the gain.",
    "brief.rests.answer": "It decides that a step of {who} would be answered.",
    "brief.rests.wait": "It decides what a step of {who} waits for.",
    "brief.rests.way": "A step of {who} on the nearest way to a better outcome rests on it.",
    "brief.ask.truce": "Who would watch over a truce this time, and what would follow a breach?",
    "brief.why.truce": "Of {total} on record, {broken} ended in a breach.",
    "brief.ask.confirm_source": "Who else can confirm what is reported under “{source}”?",
    "brief.why.confirm_source": "Its text is not stored, so its quotes could not be checked.",
    "brief.ask.indifferent": "Would {who} really be content with any outcome?",
    "brief.why.indifferent": "The dossier gives no outcome that would be better or worse here.",
}

SENTENCES: dict[str, str] = {
    **_DATES,
    **_NUMBERS,
    **_PAGE,
    **_FINDINGS,
    **_DOUBT,
    **_QUESTIONS,
}
