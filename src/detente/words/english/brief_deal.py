"""The sentences of the brief about the deal on the table."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "brief.section.deal": "The deal on the table",
    "brief.n.issues.one": "one issue",
    "brief.n.issues.many": "{n} issues",
    "brief.n.countless": "more than can be counted",
    "brief.deal.too_large": "The table is too large to be worked out for this brief; the command "
    "`detente deals` says more.",
    "brief.deal.zone.some": "{zone} of {packages} packages over {issues} cross no red line and are "
    "worth no less than no deal to {who}, who must sign.",
    "brief.deal.zone.uncounted": "The table holds {packages} packages over {issues}; some cross "
    "nobody's red line and are worth at least as much as no deal to {who}, who must sign.",
    "brief.deal.zone.none": "Of {packages} packages over {issues}, none crosses nobody's red line "
    "and is worth at least as much as no deal to {who}, who must sign.",
    "brief.deal.zone.tested": "Readings in which all could sign a package: {share}.",
    "brief.deal.divides": "What divides them most is {issue}: {wishes}.",
    "brief.deal.wish": "{who} would like {what}",
    "brief.deal.blocks": "What blocks, the smallest single concession first:",
    "brief.deal.blocks.none": "No single concession would open a way to an agreement.",
    "brief.deal.block.red_line": "A red line of {who}: {line}.",
    "brief.deal.block.reservation": "What no deal is worth to {who}: {was} would have to come down "
    "to {amount}.",
    "brief.deal.opened": "What each of these alone would open, for example:",
    "brief.deal.package": "package {letter}",
    "brief.deal.packages.one": "package {letters}",
    "brief.deal.packages.many": "packages {letters}",
    "brief.deal.offer": "{letter}. {words}",
    "brief.deal.offer.first": "{letter}, issue by issue:",
    "brief.deal.why.nash": "largest product of gains (Nash)",
    "brief.deal.why.kalai_smorodinsky": "most even against what each could hope for "
    "(Kalai-Smorodinsky)",
    "brief.deal.why.egalitarian": "largest smallest gain (egalitarian)",
    "brief.deal.why.utilitarian": "largest sum (utilitarian)",
    "brief.deal.why.sturdiest": "the best of those that would hold by themselves",
    "brief.deal.least": "least content: {who}",
    "brief.deal.refused": "Inside {who}, {groups} would refuse it.",
    "brief.deal.chart.caption": "What the packages are worth to each party, as the analyst judges "
    "it. Upright stroke: no deal; circle: better than that; square: worse. One party's numbers do "
    "not compare with another's.",
    "brief.deal.chart.alternative": "What each of {count} packages is worth to each party, against "
    "what no deal is worth to it.",
    "brief.deal.chart.axis": "Worth to the party, on its own scale",
    "brief.deal.chart.corner": "Package",
    "brief.deal.chart.better": "no deal: {no_deal}",
    "brief.deal.chart.worse": "worse than no deal: {no_deal}",
    "brief.deal.no_charts": "The brief has a table in place of its chart. To have it drawn: pip "
    "install 'detente[charts]'",
    "brief.deal.no_needs": "The dossier does not say what the outcomes would take on the ground, "
    "so whether a package would hold cannot be told.",
    "brief.deal.hold": "Would it hold by itself",
    "brief.deal.hold_lead": "It does if neither the signers nor {who}, who must comply, would have "
    "reason to leave what it asks on the ground.",
    "brief.deal.hold_lead.signers": "It does if no signer would have reason to leave what it asks "
    "on the ground.",
    "brief.deal.leads": "{name} would come to: {state}.",
    "brief.deal.leads_but": "{name} would come to the same, but {changes}.",
    "brief.deal.today": "{name} would leave all on the ground as it is today.",
    "brief.deal.impossible": "{name} could not be carried out with all else as today.",
    "brief.deal.rules": "In the way stands what cannot be: {rules}.",
    "brief.deal.nearest": "The nearest that could be: {state}.",
    "brief.deal.holds": "It would hold.",
    "brief.deal.open": "It would not hold.",
    "brief.deal.holds_in": "Readings in which it would: {share}.",
    "brief.deal.spoil": "From outside, {who} would spoil it.",
    "brief.deal.reach.improvements": "Steps that each suit the party taking them lead there.",
    "brief.deal.reach.moves": "The way there takes a step against somebody's wish.",
    "brief.deal.reach.none": "No steps lead there from today.",
    "brief.deal.breaks": "{who} would be the first to break it, choosing {change}.",
    "brief.deal.tempted": "{who} would gain by choosing {change}.",
    "brief.deal.unanswered": "No answer would take that gain away.",
    "brief.deal.deterred": "What deters that: {steps}.",
    "brief.deal.threatened": "Only threats that would hurt whoever carried them out stand against "
    "it.",
    "brief.deal.answer": "{who} {change}",
    "brief.deal.guarantee": "The least with which it would hold: {measure}",
    "brief.deal.no_guarantee": "No single guarantee would make it hold.",
    "brief.deal.without.worse": "If {clients} did not follow {sponsors}, {worse} would be worse "
    "off than today.",
    "brief.deal.without.worse_leaving": "If {clients} did not follow {sponsors}, {worse} would be "
    "worse off than today and would gain by taking steps back in turn.",
    "brief.deal.without.bearable": "If {clients} did not follow {sponsors}, no signer would be "
    "worse off than today.",
    "brief.deal.without.impossible": "If {clients} did not follow {sponsors}, the rest could not "
    "be done.",
    "brief.deal.without.leaving": "Then {who} would gain by taking steps back in turn.",
    "brief.deal.against.lead.one": "Table and conflict contradict each other at one place, about "
    "{who}.",
    "brief.deal.against.lead.many": "Table and conflict contradict each other at {count} places, "
    "most about {who}.",
    "brief.deal.against.see": "Both sentences side by side: annex {letter}.",
    "brief.deal.against.outcomes": "{who}: at the table {better} is worth more than {worse}; on "
    "the ground what {worse} takes would be better.",
    "brief.deal.against.package": "{who}: at the table this is worth more than no deal, on the "
    "ground what it takes would be worse than today. The package: {package}.",
    "brief.deal.against.no_deal": "{who}: at the table this is worth less than no deal, on the "
    "ground what it takes would be better than today. The package: {package}.",
    "brief.deal.side.table": "The table: {words}.",
    "brief.deal.side.conflict": "The conflict: {words}.",
    "brief.ask.deal.keep": "What would keep {who}, once a deal is signed, from choosing {change}?",
    "brief.why.deal.keep": "Package {letter} of section 6 would break there first.",
    "brief.ask.deal.floor": "What would have to change for {who} to settle for a little less?",
    "brief.ask.deal.line": "Is the red line of {who} as firm as it is written?",
    "brief.why.deal.empty": "It is the smallest single concession that would open a way to a deal "
    "(section 6).",
    "brief.finding.deal.none": "At the table no package could be signed as the parties now see it.",
    "brief.finding.deal.none_holds": "At the table {zone} of {packages} packages could be signed; "
    "of the {count} worth talking about, none would hold by itself.",
    "brief.finding.deal.all_hold": "At the table {zone} of {packages} packages could be signed; "
    "the {count} worth talking about would hold by themselves.",
    "brief.finding.deal.some_hold": "At the table {zone} of {packages} packages could be signed; "
    "of the {count} worth talking about, {holding} would hold by themselves.",
    "brief.finding.deal.one_holds": "At the table {zone} of {packages} packages could be signed; "
    "of the {count} worth talking about, one would hold by itself.",
    "brief.finding.deal.single.no": "At the table {zone} of {packages} packages could be signed; "
    "the one worth talking about would not hold by itself.",
    "brief.finding.deal.single.yes": "At the table {zone} of {packages} packages could be signed; "
    "the one worth talking about would hold by itself.",
    "brief.annex.deal": "The deal on the table, in full",
    "brief.annex.back.deal": "In short: section {number}.",
    "brief.deal.annex.gets": "What each package gives and takes",
    "brief.deal.annex.best": "What each party likes best",
    "brief.deal.annex.issue": "Issue",
    "brief.deal.annex.frontier": "Packages nobody could better without another's loss",
    "brief.deal.annex.caption": "Worth to those who must sign",
    "brief.deal.annex.caption.tested": "Worth to those who must sign, and shares of the readings",
    "brief.deal.annex.votes": "Who would ratify",
    "brief.deal.annex.against": "Where table and conflict contradict each other",
    "brief.deal.column.holds": "Would hold by itself",
    "brief.deal.column.frontier": "Among these in",
    "brief.deal.column.nash": "Nash deal in",
    "brief.deal.yes": "yes",
    "brief.deal.no": "no",
    "brief.deal.unknown": "not judged",
}
