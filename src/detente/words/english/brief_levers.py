"""The sentences of the brief about what would unlock it and how sure we are."""

from __future__ import annotations

_UNLOCK = {
    "brief.section.unlock": "What would unlock it",
    "brief.unlock.no_today": "The dossier does not say which options are taken today, so no way "
    "from here can be told.",
    "brief.unlock.nothing": "Nothing in the dossier asks for another outcome: no outcome with a "
    "name would be better than today for most parties, and no way leads to one that holds.",
    "brief.unlock.no_coalition": "No parties could together bring about anything that each of them "
    "would rather have than today; somebody needs a reason from outside.",
    "brief.unlock.together_lead": "Together, though not alone, these parties could bring about "
    "what each of them would rather have than today:",
    "brief.unlock.together.holds": "{who}: {state}, which would hold.",
    "brief.unlock.together.open": "{who}: {state}, which would not hold.",
    "brief.unlock.together_more": "There are {count} more; the command `detente coalitions` lists "
    "them.",
    "brief.unlock.way": "The nearest way, and who must trust whom",
    "brief.unlock.way_lead": "To {goal}, with the fewest steps against anybody's wish:",
    "brief.unlock.order": "To {goal}, with the fewest steps against anybody's wish, the steps of "
    "section 3 in this order: {order}.",
    "brief.unlock.turn": "{who} ({fit})",
    "brief.unlock.step": "{who} {change}: {fit}.",
    "brief.unlock.trust": "Were the later steps not taken, those who went first would be worse off "
    "than today: {pairs}.",
    "brief.unlock.trust.pair": "{who} would have to trust {others}",
    "brief.unlock.trust.tempted": "By stopping on the way rather than carrying on, {who} would "
    "gain.",
    "brief.unlock.hold": "What would make {state} hold",
    "brief.unlock.hold_lead": "Each of these alone would do, what asks least first.",
    "brief.unlock.fewest.proved": "No fewer changes of mind would do.",
    "brief.unlock.fewest.open": "Whether fewer changes of mind would do was not settled.",
    "brief.unlock.none_found": "No single measure from outside would make it hold, and no change "
    "of mind of fewer than {n} wishes.",
    "brief.seeing.heading": "If they saw each other as this brief does",
    "brief.seeing.lead": "These parties see another conflict than the one told here:",
    "brief.seeing.otherwise": "{who} would tell otherwise {what}.",
    "brief.seeing.wishes": "what {who} would like",
    "brief.seeing.option": "whether {who} could {what}",
    "brief.seeing.never": "As {who} would see it, it would never serve {other} to {step}, so what "
    "others wait for would not come.",
    "brief.seeing.sooner": "As {who} would see it, it would serve {other} to {step} without any "
    "step by {spared}.",
    "brief.seeing.learning.both": "Were {who} to see it as this brief does, {begins} would hold "
    "and {ceases} would not.",
    "brief.seeing.learning.begins": "Were {who} to see it as this brief does, {begins} would hold.",
    "brief.seeing.learning.ceases": "Were {who} to see it as this brief does, {ceases} would no "
    "longer hold.",
    "brief.n.more_hold.one": "one more outcome",
    "brief.n.more_hold.many": "{n} more outcomes",
    "brief.n.cease.one": "one outcome",
    "brief.n.cease.many": "{n} outcomes",
}

_SURE = {
    "brief.section.sure": "How sure are we",
    "brief.sure.tested": "In {n} tested readings of what the dossier leaves open, {answers}.",
    "brief.sure.kind": "Shares are of tested readings, confidences the analyst's own; neither is a "
    "probability of anything that may happen.",
    "brief.sure.answer": "{state} holds in {share}",
    "brief.sure.today": "today's situation",
    "brief.sure.certain": "Nothing in the dossier is marked as unsure, so there is one reading of "
    "it to test, and no share to give.",
    "brief.sure.not_tested": "The conflict is too large to test other readings of it for this "
    "brief; the command `detente robust` does so.",
    "brief.sure.stands.on": "The conclusions stand most on {count}:",
    "brief.sure.stands.each": "The conclusions stand most on {count}; without any one of them the "
    "steps in section 3 would not fit together:",
    "brief.sure.firm.1": "No single guess, if wrong, would turn these answers.",
    "brief.sure.firm.2": "No guess, if wrong, would turn these answers, nor would any two.",
    "brief.sure.pillar.wrong": "If not, {effects}.",
    "brief.sure.pillar.instead": "If {instead}, {effects}.",
    "brief.sure.effect.not": "{state} would not hold",
    "brief.sure.effect.would": "{state} would hold",
    "brief.sure.effect.circle": "the steps in section 3 would not fit together",
    "brief.sure.lead": "The analysis was made again in {readings}, each of the {guesses} things "
    "that it leaves open drawn anew. In brackets: where the share would lie if all readings were "
    "tested (95 %).",
    "brief.sure.caption": "Share of tested readings",
    "brief.sure.column.holds": "Holds in",
    "brief.sure.column.reached": "Within reach from today in",
    "brief.sure.column.moved": "What moves it most",
    "brief.sure.here": "is today's",
    "brief.sure.row_today": "Today's situation",
    "brief.sure.commonest": "The outcome that holds most often",
    "brief.sure.no_mover": "nothing that was tested",
    "brief.sure.unturned.1": "No single wrong guess turns the answer for {state}.",
    "brief.sure.unturned.2": "No wrong guess, nor any two together, turns the answer for {state}.",
    "brief.sure.unturned.3": "No wrong guess, nor any three together, turns the answer for "
    "{state}.",
    "brief.sure.all": "The shares of all outcomes with a name, and every unsure wish: annex "
    "{letter}.",
    "brief.sure.also": "If any of these too is wrong, {effects}:",
    "brief.pillar.wish": "{who} would like {wish}",
    "brief.pillar.step": "{who} would {step} once the steps it waits for were taken",
    "brief.share.all": "all",
    "brief.share.none": "none",
    "brief.share.some": "{share} ({low} to {high})",
    "brief.n.guesses.one": "one guess",
    "brief.n.guesses.many": "{n} guesses",
    "brief.n.readings": "{n} readings of the dossier",
    "brief.ask.pillar": "Is it right that {words}?",
    "brief.ask.pillar_step": "Is it right that {words} (section 3)?",
    "brief.why.pillar": "The conclusions stand on it (confidence {sure}).",
    "brief.why.pillar_open": "The conclusions stand on it, and it is not known.",
}

SENTENCES: dict[str, str] = {**_UNLOCK, **_SURE}
