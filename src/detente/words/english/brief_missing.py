"""Sentences of a brief about what a draft still lacks."""

from __future__ import annotations

SENTENCES = {
    "brief.annex.missing": "What this draft still lacks",
    "brief.annex.back.missing": "What is taken for granted: section {number}.",
    "brief.missing.page": "This rests on a first draft: {count} still to be checked. What no "
    "report told: annex {letter}.",
    "brief.missing.lead": "Still a draft: {count}. Read each beside its sentence, change it, and "
    "take draft: true away. No report told what follows:",
    "brief.missing.standoff": "In the conflict",
    "brief.missing.table": "On the table",
    "brief.missing.sources": "In the sources",
    "brief.missing.more": "{told}; and {n} more",
    "brief.lack.today": "What is done today is not known, so nothing here says whether it holds.",
    "brief.lack.today.do": "List the options taken today under conflict.status_quo.",
    "brief.lack.wishes": "Nothing says what {who} would prefer; it is taken to be indifferent.",
    "brief.lack.wishes.do": "Ask, or read further, and write statements under "
    "conflict.preferences.{party}.",
    "brief.lack.unsaid": "Nobody's wishes mention: {what}.",
    "brief.lack.unsaid.do": "Say who wants it or fears it, or take the option out.",
    "brief.lack.no_option": "The record tells a position of {who}, but nothing that it could do.",
    "brief.lack.no_option.do": "Give it options under conflict.options.{party} if it can act.",
    "brief.lack.impossible": "Nothing is said to be impossible, so all {states} outcomes are "
    "thought of.",
    "brief.lack.impossible.do": "Write what cannot be together under conflict.infeasible.",
    "brief.lack.table": "There is no table: what could be signed was not looked at.",
    "brief.lack.table.do": "Write issues, outcomes and values under negotiation.",
    "brief.lack.outcomes": "Hardly a way to settle is named: {issue}",
    "brief.lack.outcomes.do": "Add outcomes under negotiation.issues.{id}.",
    "brief.lack.values": "How {who} would order the outcomes is not told: {what}",
    "brief.lack.values.do": "Write its order under negotiation.parties.{party}.values.",
    "brief.lack.weights": "How much each issue matters to {who} is not told; all count the same.",
    "brief.lack.weights.do": "Write weights, or ranges, for each under negotiation.parties.",
    "brief.lack.no_deal": "What no deal would be worth to {who} is not told, and counts as "
    "nothing: any deal looks good to it.",
    "brief.lack.no_deal.do": "Write no_deal for each under negotiation.parties.",
    "brief.lack.needs": "What carrying out a deal would take on the ground is not told, so whether "
    "it would hold was not looked at.",
    "brief.lack.needs.do": "Write negotiation.needs: an outcome and the options that it takes.",
    "brief.lack.quotes": "Without a quote: {count} ({what}).",
    "brief.lack.quotes.do": "Add evidence, or say that it is a judgement.",
    "brief.lack.stored": "The text is not stored, so quotes cannot be checked: {what}.",
    "brief.lack.stored.do": "Store it in sources/ and name it under file.",
    "brief.lack.talks": "The record has no talks.",
    "brief.lack.talks.do": "Write rounds held and to come under record.talks.",
    "brief.lack.as_of": "The dossier has no date.",
    "brief.lack.as_of.do": "Write as_of.",
    "brief.lack.figures": "The record has no figures: what waiting costs is not told.",
    "brief.lack.figures.do": "Write counts, each with its counter, under record.figures.",
}
