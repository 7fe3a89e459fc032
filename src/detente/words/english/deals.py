"""Sentences about packages on a table: what they are worth, what divides, what blocks."""

SENTENCES = {
    "deals.point": "{issue}: {outcome}",
    "deals.outcome": "“{outcome}”",
    "deals.as": "as {name}",
    "deals.as_but": "as {name}, but {changes}",
    "deals.tiny": "under 0.01",
    "deals.expression.other": "{issue}: anything but {outcome}",
    "deals.expression.not": "not {part}",
    "deals.expression.or": "{first} or {last}",
    "deals.expression.if": "{then}, should it be that {condition}",
    "deals.expression.iff": "{left}, should it be that {right}, and only then",
    "deals.expression.bracket": "({part})",
    "deals.expression.exactly": "exactly {low} of these: {parts}",
    "deals.expression.at_least": "at least {low} of these: {parts}",
    "deals.expression.at_most": "at most {high} of these: {parts}",
    "deals.expression.between": "between {low} and {high} of these: {parts}",
    "deals.title": "The table: {packages} packages of {issues} issues, for {signers} to sign",
    "deals.scale": "Values are judgements on a scale from 0 to 1. They compare packages for one "
    "party, not one party with another.",
    "deals.zone": "There is a zone of agreement: {n} packages cross no red line and are worth at "
    "least as much as no deal to all who must sign.",
    "deals.zone.one": "There is a zone of agreement: one package crosses no red line and is worth "
    "at least as much as no deal to all who must sign.",
    "deals.zone.uncounted": "There is a zone of agreement, too large to count: its packages cross "
    "no red line and are worth at least as much as no deal to all who must sign.",
    "deals.zone.empty": "There is no zone of agreement: every package crosses a red line, or is "
    "worth less than no deal to somebody who must sign.",
    "deals.blocks": "What blocks, the smallest single concession first:",
    "deals.blocks.none": "No single concession would open one.",
    "deals.block.reservation": "What no deal is worth to {who}: it would have to come down from "
    "{from_} by {amount}, to {to}. {opens}",
    "deals.block.red_line": "A red line of {who} ({line}). {opens}",
    "deals.opens": "Then {n} packages could be signed, such as this: {package}.",
    "deals.opens.one": "Then one package could be signed: {package}.",
    "deals.opens.uncounted": "Then this package could be signed, and perhaps others: {package}.",
    "deals.worth_talking": "Packages worth talking about:",
    "deals.name": "package {letter}",
    "deals.concept.nash": "The Nash deal: the product of all gains over no deal is largest. What "
    "would double one gain would at least halve the product of the others.",
    "deals.concept.nash.two": "The Nash deal: the product of both gains over no deal is largest. "
    "What would double one gain would at least halve the other.",
    "deals.concept.nash.weighted": "The Nash deal with the weights asked for: the product of all "
    "gains over no deal, each raised to its weight, is largest.",
    "deals.concept.kalai_smorodinsky": "The Kalai-Smorodinsky deal: each comes close to the most "
    "that it could gain, and whoever comes least close is helped first.",
    "deals.concept.egalitarian": "The egalitarian deal: whoever gains least over no deal gains as "
    "much as can be.",
    "deals.concept.utilitarian": "The utilitarian deal: the sum of all values is largest, as if "
    "all parties had one scale.",
    "deals.ties": "It is one of {n} packages that tie for this.",
    "deals.nash.zero": "Every package of the zone is a Nash deal, because {who} could gain "
    "nothing in it over no deal.",
    "deals.nash.zero.together": "Every package of the zone is a Nash deal, because each leaves "
    "somebody who must sign without a gain over no deal.",
    "deals.gets": "{who} would get {value}, {gain}, and {given_up}.",
    "deals.gain.more": "{gain} more than without a deal",
    "deals.gain.less": "{gain} less than without a deal",
    "deals.gain.same": "as much as without a deal",
    "deals.gives": "would give up {points}",
    "deals.gives.point": "{loss} on {issue} (best there: {best})",
    "deals.gives.point.short": "{loss} on {issue}",
    "deals.giving": "{who} {given_up}.",
    "deals.gives.rest": "{loss} on {n} more issues",
    "deals.gives.rest.one": "{loss} on one more issue",
    "deals.gives.nothing": "would give up nothing",
    "deals.best.or": "{first} or {last}",
    "deals.beside": "Beside package {letter}: {told}.",
    "deals.beside.more": "{amount} more to {who}",
    "deals.beside.less": "{amount} less to {who}",
    "deals.values": "What each package is worth to each party; in brackets how much more or "
    "less than no deal:",
    "deals.values.same": "the same",
    "deals.values.others": "Need not sign:",
    "deals.least.share": "Least satisfied: {who}, with {share} of the most to be gained in the "
    "zone.",
    "deals.least.share.all": "All who could gain anything come off alike, with {share} of the "
    "most to be gained in the zone.",
    "deals.least.gain": "Least satisfied: {who}, with {gain}.",
    "deals.least.gain.all": "All who must sign come off alike, with {gain}.",
    "deals.welcome.none": "No change would be welcome to all who must sign.",
    "deals.welcome.one": "One change would be a loss to nobody who must sign and a gain to "
    "somebody: {change} ({gains}).",
    "deals.welcome": "{n} changes would be a loss to nobody who must sign and a gain to somebody, "
    "first of all: {change} ({gains}).",
    "deals.welcome.uncounted": "Changes would be a loss to nobody who must sign and a gain to "
    "somebody, first of all: {change} ({gains}).",
    "deals.welcome.gain": "{gain} more to {who}",
    "deals.divides": "What divides those who must sign:",
    "deals.divides.most": "Most of all, {issue}: whatever is settled, they would together give up "
    "at least {loss}. {wants}.",
    "deals.divides.next": "{issue}: at least {loss}. {wants}.",
    "deals.divides.more": "… and {n} more issues: see --format json.",
    "deals.divides.not": "No quarrel over this: {issues}. One outcome is best for all who must "
    "sign.",
    "deals.divides.not.many": "No quarrel over these: {issues}. On each, one outcome is best for "
    "all who must sign.",
    "deals.divides.nothing": "No issue divides those who must sign: on each, one outcome is best "
    "for all of them.",
    "deals.wants": "{who} would want {best}",
    "deals.wants.any": "{who} would take anything",
    "deals.frontier": "Nothing left to improve for one without loss to another: {n} packages, "
    "with {vectors} different combinations of values.",
    "deals.frontier.distinct": "Nothing left to improve for one without loss to another: {n} "
    "packages.",
    "deals.frontier.one": "Nothing left to improve for one without loss to another: one package.",
    "deals.frontier.above": "Told above: {letters}.",
    "deals.frontier.others": "The others, with their values for {parties}, the largest product of "
    "gains first:",
    "deals.more": "… and {n} more: ask with a larger --limit.",
    "deals.win_sets": "Who would ratify:",
    "deals.asked": "The package: {package}.",
    "deals.asked.ruled_out": "It cannot be: the dossier rules out {rule}.",
    "deals.asked.zone": "It lies in the zone of agreement: all who must sign could sign it.",
    "deals.asked.outside": "It lies outside the zone of agreement.",
    "deals.asked.frontier": "It leaves nothing to improve for one without loss to another.",
}
